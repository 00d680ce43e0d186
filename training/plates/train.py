"""Training of both networks for plates, for so many minutes of the clock, going on from the checkpoint."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn.utils.clip_grad import clip_grad_norm_

from ..checkpoints import load_checkpoint, save_checkpoint
from ..runs import Places, PlatesRun, recorded, require_same
from ..schedule import Averaged, in_channels_last, mixed_precision, one_cycle, seed_everything
from .batches import Looks, read_looks, scene_batch
from .finder_targets import finder_loss
from .networks import PlateFinder, PlateReader
from .pools import look_shard, scene_shard
from .reading import exact_shares, reader_loss

REPORT_SECONDS = 120
READER_BATCH, FINDER_BATCH = 64, 24
JUDGED = 1000
HELD_BACK = 1
"""The first shards of a pool judge, and fit what is calibrated; they never train."""


def reader_steps(model: PlateReader, folder: Path, rng: np.random.Generator) -> Iterator[torch.Tensor]:
    looks, shown = Looks(folder, HELD_BACK), time.monotonic()
    while True:
        if time.monotonic() - shown > REPORT_SECONDS:
            looks.refresh()
            shown = time.monotonic()
        cut, labels = looks.batch(rng, READER_BATCH)
        with mixed_precision():
            logits = model(cut.contiguous(memory_format=torch.channels_last))
        yield reader_loss(logits, labels).mean()


def finder_steps(model: PlateFinder, folder: Path, rng: np.random.Generator) -> Iterator[torch.Tensor]:
    shards = [np.load(path) for path in sorted(folder.glob("scenes-[0-9][0-9][0-9].npz"))[HELD_BACK:]]
    pixels, corners = (np.concatenate([shard[name] for shard in shards]) for name in ("pixels", "corners"))
    while True:
        at = rng.integers(0, len(pixels), FINDER_BATCH)
        batch = scene_batch(rng, pixels[at], corners[at])
        with mixed_precision():
            maps = model(batch["page"].contiguous(memory_format=torch.channels_last))
        heat, away = finder_loss(maps, batch["heat"], batch["places"])
        yield heat + away


def judged_reader(state: dict[str, torch.Tensor], folder: Path) -> str:
    model = PlateReader()
    model.load_state_dict(state)
    pixels, labels = read_looks(look_shard(folder, 0))
    exact, alike = exact_shares(model, pixels[:JUDGED], labels[:JUDGED])
    return f"exact {exact:.3f}, but for what is drawn alike {alike:.3f}"


@torch.no_grad()
def judged_finder(state: dict[str, torch.Tensor], folder: Path) -> str:
    model = PlateFinder()
    model.load_state_dict(state)
    model.eval()
    shard = np.load(scene_shard(folder, 0))
    batch = scene_batch(np.random.default_rng(0), shard["pixels"][:200], shard["corners"][:200], is_training=False)
    heat, away = finder_loss(model(batch["page"]), batch["heat"], batch["places"])
    return f"heat {float(heat):.3f}, corners {float(away):.3f}"


NETWORKS: dict[str, tuple[Callable[[], nn.Module], Callable, Callable]] = {
    "plate-finder": (PlateFinder, finder_steps, judged_finder),
    "plate-reader": (PlateReader, reader_steps, judged_reader),
}


def train_plates(places: Places, run: PlatesRun) -> Path:
    """Trains `run.network`; returns the checkpoint's path. Raises OtherRun where it was begun otherwise."""
    seed_everything(run.seed)
    torch.set_num_threads(run.threads)
    path, folder = places.checkpoint(run.name), places.plates
    saved = load_checkpoint(path) if path.exists() else {}
    if saved:
        require_same(run, places, saved)
    make, steps_of, judge = NETWORKS[run.network]
    model = make()
    if saved:
        model.load_state_dict(saved["model"])
    model = in_channels_last(model)
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3, weight_decay=1e-3)
    averaged, step, spent = Averaged(model), saved.get("step", 0), saved.get("spent", 0.0)
    if saved:
        averaged.state = saved["averaged"]
        optimizer.load_state_dict(saved["optimizer"])
    start = shown = time.monotonic()
    losses, running = steps_of(model, folder, np.random.default_rng([run.seed, step])), None

    def minutes() -> float:
        return spent + (time.monotonic() - start) / 60

    def keep() -> None:
        save_checkpoint(
            path,
            model=model.state_dict(),
            averaged=averaged.state,
            optimizer=optimizer.state_dict(),
            step=step,
            spent=minutes(),
            seed=run.seed,
            run=recorded(run, places),
        )

    while minutes() < run.minutes:
        for group in optimizer.param_groups:
            group["lr"] = one_cycle(int(minutes() / run.minutes * 10_000), 10_000, run.peak)
        model.train()
        loss = next(losses)
        optimizer.zero_grad()
        loss.backward()
        clip_grad_norm_(model.parameters(), 5.0)
        optimizer.step()
        averaged.update(model, step)
        running = loss.item() if running is None else 0.98 * running + 0.02 * loss.item()
        step += 1
        if time.monotonic() - shown > REPORT_SECONDS:
            shown = time.monotonic()
            print(f"{run.network}: step {step}, {minutes():.1f} min, loss {running:.3f}; {judge(averaged.state, folder)}", flush=True)
            keep()
    keep()
    return path
