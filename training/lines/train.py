"""Training of the line reader: real numbers and synthetic lines, connectionist temporal classification."""

import time
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional
from torch.nn.utils.clip_grad import clip_grad_norm_

from ..checkpoints import begun_from, load_checkpoint, save_checkpoint
from ..restore import line_layers, restore_blocks, shipped_weights
from ..runs import LineRun, Places, recorded, require_same
from ..schedule import Averaged, in_channels_last, mixed_precision, one_cycle, seed_everything
from .augment import training_batch
from .batches import BUCKETS, LineSource, training_sources
from .network import LineReader
from .reading import exact_share, line_loss
from .strings import STRING_SETS, Line, string_lines

REPORT_SECONDS = 120
JUDGED = 300
"""Lines a set that are read for a report."""


def learn(model: LineReader, optimizer: torch.optim.Optimizer, cut: torch.Tensor, lines: list[Line]) -> float:
    """One step on what the network sees of these lines; returns the loss a character."""
    model.train()
    with mixed_precision():
        logits = model(cut.contiguous(memory_format=torch.channels_last))
    loss = line_loss(logits, lines).mean()
    optimizer.zero_grad()
    loss.backward()
    clip_grad_norm_(model.parameters(), 5.0)
    optimizer.step()
    return loss.item()


def report(state: dict[str, torch.Tensor], validation: dict[str, list[Line]]) -> str:
    """Shares of exact digits and labels on the first lines of each set."""
    judge = LineReader()
    judge.load_state_dict(state)
    figures = {name: exact_share(judge, lines[:JUDGED]) for name, lines in validation.items()}
    return ", ".join(f"{name} {digits:.3f} {whole:.3f}" for name, (digits, whole) in figures.items())


def begin_from_shipped(model: LineReader, shipped: Path, source: LineSource, rng: np.random.Generator) -> None:
    """Gives a fresh model the weights in `shipped`, with batch norms as a few training batches make them."""
    sample = torch.cat(
        [functional.pad(training_batch(rng, lines, width), (0, BUCKETS[-1] - width)) for lines, width in (source.batch() for _ in range(3))]
    )
    restore_blocks(model, line_layers(model), shipped_weights(shipped), sample)


def train_line_reader(places: Places, run: LineRun, boxes: Path, shipped: Path | None = None) -> Path:
    """Trains for `run.minutes` of the clock, going on from the checkpoint; returns its path. Raises OtherRun where it was begun otherwise.

    `boxes` is the folder of what the recognizer found on the sets' pictures (`strings.read_boxes`). Without a checkpoint it begins
    with the weights in `shipped`, or from nothing.
    """
    seed_everything(run.seed)
    torch.set_num_threads(run.threads)
    path = places.checkpoint(run.name)
    saved = load_checkpoint(path) if path.exists() else {}
    if saved:
        require_same(run, places, saved)
    model = LineReader()
    begun = saved or (begun_from(shipped) if shipped else {})
    rng = np.random.default_rng([run.seed, begun.get("before", 0) + saved.get("step", 0)])
    source = LineSource(training_sources(places.cache, boxes, places.pools, places.allowed), rng)
    if shipped and not saved:
        begin_from_shipped(model, shipped, source, rng)
    model = in_channels_last(model)
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3, weight_decay=1e-3)
    averaged, step, before, spent = Averaged(model), saved.get("step", 0), begun.get("before", 0), saved.get("spent", 0.0)
    if saved:
        model.load_state_dict(saved["model"])
        averaged.state = saved["averaged"]
        if saved["optimizer"]:
            optimizer.load_state_dict(saved["optimizer"])
    validation = {row.id: string_lines(row, places.cache, "validation", boxes) for row in STRING_SETS}
    start = shown = time.monotonic()
    running = None

    def minutes() -> float:
        return spent + (time.monotonic() - start) / 60

    def keep() -> None:
        save_checkpoint(
            path,
            model=model.state_dict(),
            averaged=averaged.state,
            optimizer=optimizer.state_dict(),
            step=step,
            before=before,
            spent=minutes(),
            seed=run.seed,
            run=recorded(run, places),
            earlier=begun.get("earlier", []),
        )

    while minutes() < run.minutes:
        for group in optimizer.param_groups:
            group["lr"] = one_cycle(int(minutes() / run.minutes * 10_000), 10_000, run.peak)
        lines, width = source.batch()
        loss = learn(model, optimizer, training_batch(rng, lines, width), lines)
        averaged.update(model, before + step)
        running = loss if running is None else 0.98 * running + 0.02 * loss
        step += 1
        if time.monotonic() - shown > REPORT_SECONDS:
            shown = time.monotonic()
            print(f"step {step}, {minutes():.1f} min, loss {running:.3f}; digits and labels exact: {report(averaged.state, validation)}", flush=True)
            keep()
    keep()
    return path
