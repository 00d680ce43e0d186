"""Further training of the shipped networks, from their weights, on numbers as people write them: marks, letters, boxes, ruled paper."""

import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import numpy as np
import torch
from torch.nn.utils.clip_grad import clip_grad_norm_
from torch.utils.data import DataLoader

from .checkpoints import begun_from, load_locator, save_checkpoint
from .classifier import Batches, calibrated, lesson_loss, logits_of
from .lines.handwriting import Handwriting
from .lines.strings import BOXED_SETS, boxed_numbers
from .locator import PAGE_HEIGHT, PAGE_WIDTH, PageStream, exact_share, locator_strips, on_canvas, training_sample
from .locator_targets import locator_loss
from .networks import Classifier, Locator
from .patches import Patches
from .refining_patches import SHARES, sources_of_refining
from .restore import classifier_layers, load_shipped, locator_layers, restore_blocks, shipped_weights
from .runs import Places, RefineRun, recorded
from .scenes.forms import form_page
from .scenes.strips import spliced, strip_page
from .schedule import Averaged, in_channels_last, mixed_precision, one_cycle, seed_everything

OLD_SHARE, FORM_SHARE, STRIP_SHARE = 0.3, 0.44, 0.1
"""Of the locator's pages: as it was trained on before, forms, cheque strips; the rest are real numbers whose boxes are known."""
SMALL_SHARE, SPLICED_SHARE = 0.25, 0.4
PAGES = 32
"""A batch."""
PATCHES = 256
DECAY = 0.998
REPORT_SECONDS = 150


def refining_sample(rng: np.random.Generator, hand: Handwriting, strips: list[dict], numbers: list[dict]) -> dict[str, np.ndarray]:
    """A page that refines the locator, on its canvas, with targets."""
    kind = rng.random()
    if kind < OLD_SHARE:
        return training_sample(rng, hand.bank, strips)
    height, width = PAGE_HEIGHT, PAGE_WIDTH
    if rng.random() < SMALL_SHARE:
        height, width = int(rng.integers(28, PAGE_HEIGHT)), int(rng.integers(28, PAGE_WIDTH))
    if kind < OLD_SHARE + FORM_SHARE:
        page = form_page(rng, hand, height, width)
        return on_canvas(rng, page, page.ambiguous)
    if kind < OLD_SHARE + FORM_SHARE + STRIP_SHARE:
        strip = spliced(rng, strips) if rng.random() < SPLICED_SHARE else strips[int(rng.integers(len(strips)))]
        page = strip_page(rng, strip, height, width)
    else:
        page = strip_page(rng, numbers[int(rng.integers(len(numbers)))], height, width)
    return on_canvas(rng, page)


def rates(run: RefineRun, optimizer: torch.optim.Optimizer) -> Iterator[bool]:
    """Once a step until the run's minutes are over, after setting the rate: whether a report is due."""
    start = shown = time.monotonic()
    while (minutes := (time.monotonic() - start) / 60) < run.minutes:
        for group in optimizer.param_groups:
            group["lr"] = one_cycle(int(minutes / run.minutes * 10_000), 10_000, run.peak)
        is_due = time.monotonic() - shown > REPORT_SECONDS
        shown = time.monotonic() if is_due else shown
        yield is_due


def refine_locator(places: Places, run: RefineRun, hand: Handwriting, boxes: Path, shipped: Path) -> Path:
    """From the weights in `shipped`; returns the checkpoint's path. `boxes` is the folder that `strings.read_boxes` reads.

    The label maps are not shipped: they learn anew.
    """
    seed_everything(run.seed)
    strips, validation = locator_strips(places)
    numbers = [number for set_id in BOXED_SETS for number in boxed_numbers(set_id, places.cache, "train", boxes)]
    sample = partial(refining_sample, hand=hand, strips=strips, numbers=numbers)
    stream = iter(DataLoader(PageStream(sample, run.seed, PAGES), batch_size=None, num_workers=1, prefetch_factor=4))
    model = Locator()
    restore_blocks(model, locator_layers(model), shipped_weights(shipped), next(stream)["page"])
    model = in_channels_last(model)
    optimizer = torch.optim.AdamW(model.parameters(), lr=run.peak, weight_decay=1e-4)
    averaged, step = Averaged(model, DECAY), 0
    for is_due in rates(run, optimizer):
        target = next(stream)
        model.train()
        with mixed_precision():
            maps, labels = model(target["page"].contiguous(memory_format=torch.channels_last))
        loss = locator_loss(maps, labels, target)
        optimizer.zero_grad()
        loss.backward()
        clip_grad_norm_(model.parameters(), 5.0)
        optimizer.step()
        averaged.update(model, step)
        step += 1
        if is_due:
            judge = Locator()
            judge.load_state_dict(averaged.state)
            print(f"step {step}: loss {loss.item():.3f}, validation strips exact {exact_share(judge, validation):.3f}", flush=True)
    path = places.checkpoint(run.name)
    kept = {"model": model.state_dict(), "averaged": averaged.state, "optimizer": None, "step": step}
    save_checkpoint(path, **kept, seed=run.seed, run=recorded(run, places), **begun_from(shipped))
    return path


def accuracies(state: dict[str, torch.Tensor], choose: dict[str, Patches]) -> str:
    judge = Classifier()
    judge.load_state_dict(state)
    return ", ".join(f"{name} {(logits_of(judge, patches).argmax(1).numpy() == patches.labels).mean():.4f}" for name, patches in choose.items())


def refine_classifier(places: Places, run: RefineRun, hand: Handwriting, shipped: Path) -> Path:
    """From the weights in `shipped`, which also teach what they know; returns the checkpoint's path.

    The checkpoint keeps its calibration: what chooses here are other patches than the classifier's own.
    """
    seed_everything(run.seed)
    train, choose = sources_of_refining(places, hand, load_locator(places.checkpoint("locator")).cpu())
    batches = Batches(train, SHARES, PATCHES, run.seed)
    teacher, model = Classifier().eval(), Classifier()
    load_shipped(classifier_layers(teacher), shipped_weights(shipped))
    restore_blocks(model, classifier_layers(model)[:-1], shipped_weights(shipped), torch.cat([batches.next()[0] for _ in range(4)]))
    model.output.load_state_dict(teacher.output.state_dict())
    model = in_channels_last(model)
    optimizer = torch.optim.AdamW(model.parameters(), lr=run.peak, weight_decay=1e-4)
    averaged, step = Averaged(model, DECAY), 0
    print("before:", accuracies(model.state_dict(), choose), flush=True)
    for is_due in rates(run, optimizer):
        glyphs, labels = batches.next()
        glyphs = glyphs.contiguous(memory_format=torch.channels_last)
        with torch.no_grad(), mixed_precision():
            taught = teacher(glyphs).float()
        model.train()
        with mixed_precision():
            logits = model(glyphs)
        loss = lesson_loss(logits.float(), labels, taught)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        averaged.update(model, step)
        step += 1
        if is_due:
            print(f"step {step}, loss {loss.item():.3f}: {accuracies(averaged.state, choose)}", flush=True)
    model.load_state_dict(averaged.state)
    calibration, metrics = calibrated(model, choose)
    path = places.checkpoint(run.name)
    kept = {"model": averaged.state, "averaged": averaged.state, "optimizer": None, "step": step, "widths": (32, 64, 96)}
    kept |= {"calibration": calibration, "metrics": metrics}
    save_checkpoint(path, **kept, seed=run.seed, run=recorded(run, places), **begun_from(shipped))
    return path
