"""Training of the model of all numeral scripts: each script evenly, by the clock."""

import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from ..checkpoints import load_checkpoint, save_checkpoint
from ..contract import NOT_A_DIGIT, SCRIPT_ORDER
from ..runs import Places, ScriptsRun, recorded, require_same
from ..schedule import Averaged, Progress, in_channels_last, one_cycle, seed_everything
from .bank import ScriptDigits, load_digits, load_negatives
from .judge import judged
from .losses import is_any, scripts_loss
from .network import ScriptsNetwork
from .views import training_views

FILLED = {"scripts": ("arabic-indic", "persian"), "labels": (0, 5)}
"""Zeros that are dots and fives that are rings: filling or hollowing one makes it the other."""
NEGATIVE_SHARE, GAP_SHARE = 0.05, 0.05
SCRIPT_SHARES = {"thai": 1.2, "gujarati": 1.2, "tibetan": 1.2, "arabic-indic": 1.2, "latin": 1.2}
"""How much of a batch each script gives; the others 1."""


@dataclass
class Batch:
    glyphs: torch.Tensor
    heads: torch.Tensor
    labels: torch.Tensor
    """0..9, or NOT_A_DIGIT."""


class ScriptBatches:
    """Endless batches: scripts by their shares, sets and labels evenly within a script."""

    def __init__(self, bank: dict[str, ScriptDigits], negatives: ScriptDigits, batch: int, seed: int):
        self.bank, self.negatives, self.batch = bank, negatives, batch
        self.rng, self.generator = np.random.default_rng(seed), torch.Generator().manual_seed(seed)
        self.chances = {script: digits.even_shares() for script, digits in bank.items()}
        shares = np.array([SCRIPT_SHARES.get(script, 1.0) for script in bank])
        self.shares = shares / shares.sum()

    def next(self) -> Batch:
        others = round(self.batch * NEGATIVE_SHARE)
        counts = self.rng.multinomial(self.batch - others, self.shares)
        images, widths, labels, heads, neighbors, first = [], [], [], [], [], 0
        for head, (script, count) in enumerate(zip(self.bank, counts, strict=True)):
            digits = self.bank[script]
            chosen = np.minimum(np.searchsorted(self.chances[script], self.rng.random(count)), len(digits) - 1)
            images.append(digits.images[chosen])
            widths.append(digits.half_widths[chosen])
            labels.append(digits.labels[chosen])
            heads.append(np.full(count, head))
            neighbors.append(first + self.rng.integers(0, max(1, count), count))
            first += count
        chosen = self.rng.integers(0, len(self.negatives), others)
        images.append(self.negatives.images[chosen])
        widths.append(self.negatives.half_widths[chosen])
        labels.append(np.full(others, NOT_A_DIGIT))
        heads.append(self.rng.integers(0, len(self.bank), others))
        neighbors.append(self.rng.integers(0, first, others))
        truth = torch.from_numpy(np.concatenate(labels))
        is_gap = torch.rand(len(truth), generator=self.generator) < GAP_SHARE
        owners = torch.from_numpy(np.concatenate(heads))
        is_filled = is_any(owners, [SCRIPT_ORDER.index(script) for script in FILLED["scripts"]]) & is_any(truth, FILLED["labels"])
        glyphs = training_views(
            torch.from_numpy(np.concatenate(images)),
            torch.from_numpy(np.concatenate(widths)),
            torch.from_numpy(np.concatenate(neighbors)),
            is_gap,
            is_filled,
            self.generator,
        )
        return Batch(glyphs, owners, torch.where(is_gap, NOT_A_DIGIT, truth))


def figures(model: torch.nn.Module, digits: dict[str, ScriptDigits]) -> str:
    """Accuracy of each script where it is known, and how often one digit alone tells it."""
    parts = {script: judged(model, head, part) for head, (script, part) in enumerate(digits.items())}
    return ", ".join(f"{script} {part.accuracy:.4f}/{part.told:.3f}" for script, part in parts.items())


def train_scripts(places: Places, run: ScriptsRun) -> Path:
    """Trains the run's checkpoint, going on from where it is; returns its path. Raises OtherRun where it was begun otherwise."""
    torch.set_num_threads(run.threads)
    seed_everything(run.seed)
    path = places.checkpoint(run.name)
    saved = load_checkpoint(path) if path.exists() else None
    if saved:
        require_same(run, places, saved)
    bank, negatives = load_digits(places, "train"), load_negatives(places)
    validation = load_digits(places, "validation", 300)
    model = in_channels_last(ScriptsNetwork(run.widths))
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3, weight_decay=1e-2)
    averaged, step, spent, before = Averaged(model), 0, 0.0, 0
    if saved:
        model.load_state_dict(saved["model"])
        if saved["optimizer"]:
            optimizer.load_state_dict(saved["optimizer"])
        averaged.state, step, spent, before = saved["averaged"], saved["step"], saved["spent"], saved["before"]
    batches = ScriptBatches(bank, negatives, run.batch, run.seed + before + step)
    progress, running, begun = Progress("scripts", round(run.minutes * 60), round(spent * 60)), 0.0, time.monotonic() - spent * 60
    is_done = spent >= run.minutes
    while not is_done:
        model.train()
        spent = (time.monotonic() - begun) / 60
        for group in optimizer.param_groups:
            group["lr"] = one_cycle(round(spent * 1000), round(run.minutes * 1000), run.peak)
        batch = batches.next()
        logits = model(batch.glyphs.contiguous(memory_format=torch.channels_last))
        loss = scripts_loss(logits, batch.heads, batch.labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        averaged.update(model, before + step)
        running = loss.item() if not running else 0.98 * running + 0.02 * loss.item()
        step, is_done = step + 1, spent >= run.minutes
        progress.show(min(round(spent * 60), round(run.minutes * 60)), f"step {step}, loss {running:.3f}")
        if step % 200 == 0 or is_done:
            save_checkpoint(
                path,
                model=model.state_dict(),
                averaged=averaged.state,
                optimizer=optimizer.state_dict(),
                step=step,
                spent=spent,
                before=before,
                seed=run.seed,
                widths=run.widths,
                run=recorded(run, places),
                earlier=saved.get("earlier", []) if saved else [],
            )
        if step % 600 == 0 or is_done:
            judge = ScriptsNetwork(run.widths)
            judge.load_state_dict(averaged.state)
            print(f"\nstep {step}, {spent:.1f} min: loss {running:.3f}; {figures(judge, validation)}", flush=True)
    return path
