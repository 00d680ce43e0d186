"""Training of the locator on synthetic pages and real strips."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch.nn.utils.clip_grad import clip_grad_norm_
from torch.utils.data import DataLoader, IterableDataset, get_worker_info

from .checkpoints import save_checkpoint
from .data.readers import read_strings
from .data.sets import set_named
from .data.splits import strip_parts
from .locator_targets import locator_loss, render_targets
from .networks import Locator
from .normalize import Box, contrast_normalize
from .runs import LocatorRun, Places, recorded, require_same
from .scenes.bank import load_bank
from .scenes.camera import Page
from .scenes.empty_pages import empty_page
from .scenes.glyphs import GlyphBank
from .scenes.page import make_page, make_tile
from .scenes.strips import spliced, strip_page
from .schedule import Averaged, Progress, device, mixed_precision, one_cycle, placed, seed_everything

STRIPS = set_named("orand-car-a")
PAGE_HEIGHT, PAGE_WIDTH = 128, 192
STRIP_SHARE = 0.3
SPLICED_SHARE = 0.5
SMALL_PAGE_SHARE = 0.25
TILE_SHARE = 0.05
EMPTY_SHARE = 0.08
"""Pages of the kinds that look most like digits and have none."""


def training_sample(rng: np.random.Generator, bank: GlyphBank, strips: list[dict]) -> dict[str, np.ndarray]:
    """A normalized page on its canvas, with targets. Some pages are smaller than the canvas, as small pictures are."""
    height, width = PAGE_HEIGHT, PAGE_WIDTH
    is_tile = rng.random() < TILE_SHARE
    if is_tile:
        height = int(rng.integers(24, 90))
        width = height if rng.random() < 0.7 else int(height * rng.uniform(0.7, 1.4))
    elif rng.random() < SMALL_PAGE_SHARE:
        height, width = int(rng.integers(28, PAGE_HEIGHT)), int(rng.integers(28, PAGE_WIDTH))
    if is_tile:
        page = make_tile(rng, bank, height, width)
    elif strips and rng.random() < STRIP_SHARE:
        strip = spliced(rng, strips) if rng.random() < SPLICED_SHARE else strips[int(rng.integers(len(strips)))]
        page = strip_page(rng, strip, height, width)
    elif rng.random() < EMPTY_SHARE:
        page = empty_page(rng, bank, height, width)
    else:
        page = make_page(rng, bank, height, width)
    return on_canvas(rng, page)


def on_canvas(rng: np.random.Generator, page: Page, untold: Sequence[Box] = ()) -> dict[str, np.ndarray]:
    """A page, normalized, somewhere on the canvas that all pages of a batch share, with its targets (`render_targets`)."""
    height, width = page.gray.shape
    top, left = int(rng.integers(0, PAGE_HEIGHT - height + 1)), int(rng.integers(0, PAGE_WIDTH - width + 1))
    canvas = np.zeros((PAGE_HEIGHT, PAGE_WIDTH), np.float32)
    canvas[top : top + height, left : left + width] = contrast_normalize(page.gray)
    return {"page": canvas[None], **render_targets(page, top, left, PAGE_HEIGHT, PAGE_WIDTH, untold)}


class PageStream(IterableDataset):
    """Endless batches of what `sample` makes; each worker has its own seed."""

    def __init__(self, sample: Callable[[np.random.Generator], dict[str, np.ndarray]], seed: int, batch: int):
        self.sample, self.seed, self.batch = sample, seed, batch

    def __iter__(self):
        worker = get_worker_info()
        rng = np.random.default_rng([self.seed, worker.id if worker else 0])  # pyright: ignore[reportAttributeAccessIssue]
        while True:
            samples = [self.sample(rng) for _ in range(self.batch)]
            yield {key: torch.from_numpy(np.stack([sample[key] for sample in samples])) for key in samples[0]}


@torch.no_grad()
def read_strip(model: Locator, strip: dict, threshold: float = 0.35) -> str:
    """The digits of one strip by peaks and label maps alone, left to right: a quick figure to follow training by."""
    page = contrast_normalize(strip["image"])
    height, width = (-page.shape[0] % 16) + 32, (-page.shape[1] % 16) + 32
    page = np.pad(page, ((16, height - 16), (16, width - 16)))
    maps, labels = model(torch.from_numpy(page)[None, None].to(next(model.parameters()).device))
    heat = torch.sigmoid(maps[:, :1])
    peaks = (heat == torch.nn.functional.max_pool2d(heat, 3, 1, 1)) & (heat > threshold)
    rows, columns = torch.nonzero(peaks[0, 0], as_tuple=True)
    order = columns.argsort()
    return "".join(str(int(labels[0, :, rows[k], columns[k]].argmax())) for k in order)


def exact_share(model: Locator, strips: list[dict]) -> float:
    model.eval()
    return sum(read_strip(model, strip) == strip["label"] for strip in strips) / max(1, len(strips))


def locator_strips(places: Places) -> tuple[list[dict], list[dict]]:
    """The cheque strips that train, where every digit has its box, and those that choose; none where their terms are not allowed."""
    strips = read_strings(places.cache / STRIPS.id, are_corrected=True) if STRIPS.is_within(places.allowed) else []
    parts = strip_parts([strip["file"] for strip in strips])
    train = [strip for strip in strips if strip["file"] in set(parts["train"]) and len(strip["boxes"]) == len(strip["label"])]
    return train, [strip for strip in strips if strip["file"] in set(parts["validation"])]


def train_locator(places: Places, run: LocatorRun) -> Path:
    """Trains the locator's checkpoint, going on from where it is; returns its path. Raises OtherRun where it was begun otherwise."""
    seed_everything(run.seed)
    path = places.checkpoint(run.name)
    saved = torch.load(path, map_location=device()) if path.exists() else None
    if saved:
        require_same(run, places, saved)
    bank = load_bank(places.cache, places.mnist, allowed=places.allowed)
    train, validation = locator_strips(places)
    model = placed(Locator())
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3, weight_decay=1e-4)
    averaged, first, before = Averaged(model), 0, 0
    if saved:
        model.load_state_dict(saved["model"])
        if saved["optimizer"]:
            optimizer.load_state_dict(saved["optimizer"])
        averaged.state, first, before = saved["averaged"], saved["step"], saved.get("before", 0)
    # Newer versions of PyTorch take `prefetch_factor` only where there are workers.
    ahead: dict[str, Any] = {"prefetch_factor": 4} if run.workers else {}
    pages = PageStream(partial(training_sample, bank=bank, strips=train), run.seed + before + first, run.batch)
    stream = DataLoader(pages, batch_size=None, num_workers=run.workers, **ahead)
    progress, running = Progress("locator", run.steps, first), 0.0
    for step, arrays in zip(range(first, run.steps), stream, strict=False):
        model.train()
        for group in optimizer.param_groups:
            group["lr"] = one_cycle(step, run.steps, run.peak)
        target = {key: value.to(device()) for key, value in arrays.items()}
        with mixed_precision(device().type):
            maps, labels = model(target["page"].contiguous(memory_format=torch.channels_last))
        loss = locator_loss(maps, labels, target)
        optimizer.zero_grad()
        loss.backward()
        clip_grad_norm_(model.parameters(), 5.0)
        optimizer.step()
        averaged.update(model, before + step)
        running = loss.item() if step == first else 0.98 * running + 0.02 * loss.item()
        progress.show(step + 1, f"loss {running:.3f}")
        if (step + 1) % 500 == 0 or step + 1 == run.steps:
            judge = Locator().to(device())
            judge.load_state_dict(averaged.state)
            print(f"step {step + 1}: loss {running:.3f}, validation strips exact {exact_share(judge, validation):.3f}", flush=True)
            save_checkpoint(
                path,
                model=model.state_dict(),
                averaged=averaged.state,
                optimizer=optimizer.state_dict(),
                step=step + 1,
                before=before,
                seed=run.seed,
                run=recorded(run, places),
                earlier=saved.get("earlier", []) if saved else [],
            )
    return path
