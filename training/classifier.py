"""Training of the classifier: every source through one augmentation and the shared normalization."""
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

from .contract import GLYPH_CONTRAST_FLOOR, SIDE
from .mining import classifier_patches
from .networks import Classifier, widened
from .patches import PATCH_MARGIN, Patches
from .scenes.bank import load_bank
from .schedule import CHECKPOINT_FOLDER, Averaged, Progress, device, one_cycle, save_checkpoint, seed_everything

SHARES = {"mnist": 0.40, "pages": 0.08, "mined-pages": 0.15, "mined-empty": 0.07, "mined-strips": 0.06, "blocky": 0.04, "strokes": 0.05, "pens": 0.025,
          "usps": 0.04, "dida": 0.06, "strips": 0.05, "cells": 0.01}
"""How much of each batch a Latin source gives; the sources of another script share alike."""
LABEL_SMOOTHING = 0.03
DAMAGED_SHARE = 0.14
TEACHER_SHARE, TEACHER_TEMPERATURE = 0.6, 2.0
"""How much of the loss a teacher's answers are, and how far both are softened there."""


def random_grid(count: int, strength: float, generator: torch.Generator, zoom: float = 1.0) -> torch.Tensor:
    """Sampling grids [count, SIDE, SIDE, 2] in the patch's -1..1: turned, slanted, scaled, shifted and gently bent."""
    def normal(scale: float) -> torch.Tensor:
        return torch.randn(count, generator=generator) * scale * strength
    angle, slant = normal(0.1), normal(0.13)
    scale_x, scale_y = torch.exp(normal(0.09)), torch.exp(normal(0.09))
    cos, sin = torch.cos(angle), torch.sin(angle)
    linear = torch.stack([
        torch.stack([cos * scale_x, cos * slant - sin], 1),
        torch.stack([sin * scale_x, sin * slant + cos * scale_y], 1)], 1)
    shift = torch.stack([normal(0.045), normal(0.045)], 1)
    theta = torch.cat([linear, shift[:, :, None]], 2) * zoom / PATCH_MARGIN
    theta[:, :, 2] = shift
    grid = functional.affine_grid(theta, [count, 1, SIDE, SIDE], align_corners=False)
    bend = torch.randn(count, 2, 5, 5, generator=generator) * 0.03 * strength
    return grid + functional.interpolate(bend, (SIDE, SIDE), mode="bicubic", align_corners=True).permute(0, 2, 3, 1)


def normalize_samples(samples: torch.Tensor, share: torch.Tensor) -> torch.Tensor:
    """`normalize.normalize_glyph` after its resampling, for a batch [count, SIDE, SIDE] of gray 0..255."""
    flat, inside = samples.flatten(1), share.flatten(1) > 0.5
    count = inside.sum(1)
    ordered = torch.where(inside, flat, torch.full_like(flat, 1e6)).sort(1).values
    def rank(fraction: float) -> torch.Tensor:
        index = (fraction * (count - 1).clamp(min=0) + 0.5).floor().long()
        return ordered.gather(1, index[:, None])
    low, paper, high = rank(0.02), rank(0.5), rank(0.98)
    is_dark = paper - low >= high - paper
    ink = torch.where(is_dark, paper - flat, flat - paper)
    contrast = torch.where(is_dark, paper - low, high - paper).clamp(min=GLYPH_CONTRAST_FLOOR)
    return ((ink / contrast).clamp(0, 1) * share.flatten(1)).view_as(samples)


def corrupt(gray: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    """Damage of one kind each, after the families of MNIST-C (Mu and Gilmer 2019) but with our own formulas: [count, SIDE, SIDE], any range.

    Specks, fog, an inverted stripe or inverted sides, outlines only, a line across (whole, dotted or bent), shuffled pixels, a gap across.
    """
    count = len(gray)
    def uniform(low: float, high: float) -> torch.Tensor:
        return low + (high - low) * torch.rand(count, 1, 1, generator=generator)
    low, high, mean = gray.amin((1, 2), True), gray.amax((1, 2), True), gray.mean((1, 2), keepdim=True)
    ink = torch.where(high - mean > mean - low, high, low)
    paper = low + high - ink
    specks = torch.rand(gray.shape, generator=generator)
    amount = uniform(0.01, 0.12)
    speckled = torch.where(specks < amount, ink, torch.where(specks > 1 - amount, paper, gray))
    clouds = functional.interpolate(torch.rand(count, 1, 5, 5, generator=generator), (SIDE, SIDE), mode="bicubic", align_corners=False)[:, 0]
    foggy = gray + (ink - paper) * clouds * uniform(0.2, 0.8)
    places = torch.linspace(-1, 1, SIDE)
    xx, yy = places.expand(1, SIDE, SIDE), places[:, None].expand(1, SIDE, SIDE)
    angle, offset = uniform(0, torch.pi), uniform(-0.6, 0.6)
    along, across = xx * angle.cos() + yy * angle.sin(), yy * angle.cos() - xx * angle.sin() - offset
    striped = torch.where((across.abs() < uniform(0.06, 0.2)), low + high - gray, gray)
    sides = torch.where(xx.abs() > uniform(0.4, 0.75), low + high - gray, gray)
    strength = (gray - paper) / (ink - paper + 1e-6)
    spread = functional.max_pool2d(strength[:, None], 3, 1, 1)[:, 0] + functional.max_pool2d(-strength[:, None], 3, 1, 1)[:, 0]
    outlined = paper + (ink - paper) * (spread * 1.5 - 0.5).clamp(0, 1)
    bend = torch.where(torch.rand(count, 1, 1, generator=generator) < 0.5, uniform(0, 0.3), torch.zeros(1)) * torch.asin(torch.sin(along * uniform(2, 9)))
    dots = torch.sin(along * uniform(15, 45)) > torch.where(torch.rand(count, 1, 1, generator=generator) < 0.5, torch.full((1,), -2.0), torch.zeros(1))
    gapped = torch.where((across + bend).abs() < uniform(0.02, 0.07), paper, gray)
    crossed = torch.where(((across + bend).abs() < uniform(0.025, 0.07)) & dots, ink, gray)
    jitter = torch.randn(count, SIDE, SIDE, 2, generator=generator) * 2 / SIDE * uniform(0.3, 1.0)[..., None]
    shuffled = functional.grid_sample(gray[:, None], torch.stack([xx.expand_as(gray), yy.expand_as(gray)], 3) + jitter, padding_mode="border", align_corners=True)[:, 0]
    kinds = torch.stack([speckled, foggy, striped, sides, outlined, outlined, crossed, crossed, shuffled, gapped, gapped])
    return kinds[torch.randint(len(kinds), (count,), generator=generator), torch.arange(count)]


def augment(images: torch.Tensor, shares: torch.Tensor, strength: float, generator: torch.Generator, zoom: float = 1.0) -> torch.Tensor:
    """Patches [count, side, side] uint8 -> glyphs [count, 1, SIDE, SIDE] 0..1. `strength` 0 gives what serving gives."""
    count = len(images)
    both = torch.stack([images.float(), shares.float() / 255], 1)
    sampled = functional.grid_sample(both, random_grid(count, strength, generator, zoom), mode="bilinear", padding_mode="zeros", align_corners=False)
    gray, share = sampled[:, 0], sampled[:, 1].clamp(0, 1)
    if strength > 0:
        choice = torch.rand(count, generator=generator)
        blurred = functional.avg_pool2d(gray[:, None], 3, 1, 1, count_include_pad=False)[:, 0]
        gray = torch.where((choice < 0.15)[:, None, None], blurred, gray)
        thick = functional.max_pool2d(gray[:, None], (2, 2), 1)[:, 0]
        thin = -functional.max_pool2d(-gray[:, None], (2, 2), 1)[:, 0]
        pad = lambda x: functional.pad(x[:, None], (0, 1, 0, 1), mode="replicate")[:, 0]
        gray = torch.where(((choice > 0.15) & (choice < 0.23))[:, None, None], pad(thick), gray)
        gray = torch.where(((choice > 0.23) & (choice < 0.31))[:, None, None], pad(thin), gray)
        noise = torch.rand(count, generator=generator)[:, None, None].pow(3) * 18
        gray = gray + noise * torch.randn(gray.shape, generator=generator)
        damaged = torch.nonzero(torch.rand(count, generator=generator) < DAMAGED_SHARE)[:, 0]
        if len(damaged):
            gray[damaged] = corrupt(gray[damaged], generator)
    glyphs = normalize_samples(gray, share)
    if strength > 0:
        gamma = torch.exp(torch.randn(count, generator=generator) * 0.25)[:, None, None]
        glyphs = glyphs.clamp(min=1e-4).pow(gamma)
    return glyphs[:, None]


class Batches:
    """Endless balanced batches: digits evenly by label within a source, about one in eight no digit."""

    def __init__(self, sources: dict[str, Patches], batch: int, seed: int):
        self.sources, self.rng = sources, np.random.default_rng(seed)
        shares = SHARES if all(name in SHARES for name in sources) else dict.fromkeys(sources, 1.0)
        total = sum(shares[name] for name in sources)
        self.counts = {name: max(1, round(batch * shares[name] / total)) for name in sources}
        self.generator = torch.Generator().manual_seed(seed)

    def next(self) -> tuple[torch.Tensor, torch.Tensor]:
        images, shares, labels = [], [], []
        for name, count in self.counts.items():
            patches = self.sources[name]
            chosen = self.rng.integers(0, len(patches), count)
            images.append(patches.images[chosen])
            shares.append(patches.shares[chosen])
            labels.append(patches.labels[chosen])
        glyphs = augment(torch.from_numpy(np.concatenate(images)), torch.from_numpy(np.concatenate(shares)), 1.0, self.generator)
        return glyphs, torch.from_numpy(np.concatenate(labels))


@torch.no_grad()
def logits_of(model: torch.nn.Module, patches: Patches, zoom: float = 1.0) -> torch.Tensor:
    """As serving has them, with the square around each digit `zoom` times as wide as usual."""
    model.eval()
    generator = torch.Generator().manual_seed(0)
    parts = []
    for start in range(0, len(patches), 500):
        glyphs = augment(torch.from_numpy(patches.images[start:start + 500]), torch.from_numpy(patches.shares[start:start + 500]), 0.0, generator, zoom)
        parts.append(model(glyphs.to(next(model.parameters()).device)).float().cpu())
    return torch.cat(parts)


def accuracy(model: torch.nn.Module, patches: Patches) -> float:
    return float((logits_of(model, patches).argmax(1).numpy() == patches.labels).mean())


def lesson_loss(logits: torch.Tensor, labels: torch.Tensor, teacher_logits: torch.Tensor | None) -> torch.Tensor:
    """Cross entropy with smoothed labels; with a teacher most of it is the distance from that one's softened answers (Hinton et al. 2015)."""
    hard = functional.cross_entropy(logits, labels, label_smoothing=LABEL_SMOOTHING)
    if teacher_logits is None:
        return hard
    soft = functional.kl_div((logits / TEACHER_TEMPERATURE).log_softmax(1), (teacher_logits / TEACHER_TEMPERATURE).log_softmax(1), reduction="batchmean", log_target=True)
    return (1 - TEACHER_SHARE) * hard + TEACHER_SHARE * TEACHER_TEMPERATURE ** 2 * soft


def load_classifier(path: Path) -> Classifier:
    """The averaged weights of a checkpoint."""
    saved = torch.load(path, map_location=device())
    model = Classifier(saved["widths"]).to(device()).to(memory_format=torch.channels_last)
    model.load_state_dict(saved["averaged"])
    return model.eval()


def make_teacher(script: str, widths: tuple[int, int, int]) -> None:
    """Begins a checkpoint `SCRIPT-teacher` of those widths that computes what the script's classifier does; one that is there stays."""
    path = CHECKPOINT_FOLDER / f"{script}-teacher.pt"
    if path.exists():
        return
    saved = torch.load(CHECKPOINT_FOLDER / f"{script}.pt", map_location="cpu")
    state = widened(saved["averaged"], Classifier(widths), torch.Generator().manual_seed(saved["seed"]))
    save_checkpoint(path, **{**saved, "model": state, "averaged": state, "optimizer": None, "step": 0, "before": saved.get("before", 0) + saved["step"], "widths": widths})


def train_classifier(cache: Path, mnist: Path, steps: int, batch: int, seed: int, pages: int, script: str = "latin", widths=(32, 64, 96), peak: float = 3e-3,
                     name: str | None = None, teacher: str | None = None) -> Path:
    """Trains checkpoint `name` (the script's own unless told) for `steps` batches with learning rates up to `peak`, resuming where it is,
    with the answers of the checkpoint `teacher` if told; returns the checkpoint's path."""
    seed_everything(seed)
    train, validation = classifier_patches(script, cache, mnist, load_bank(cache, mnist, script), CHECKPOINT_FOLDER / "patches", pages)
    path = CHECKPOINT_FOLDER / f"{name or script}.pt"
    saved = torch.load(path, map_location=device()) if path.exists() else None
    widths = saved["widths"] if saved else widths
    model = Classifier(widths).to(device()).to(memory_format=torch.channels_last)
    taught_by = load_classifier(CHECKPOINT_FOLDER / f"{teacher}.pt") if teacher else None
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3, weight_decay=5e-3)
    averaged, first, before = Averaged(model), 0, 0
    if saved:
        model.load_state_dict(saved["model"])
        if saved["optimizer"]:
            optimizer.load_state_dict(saved["optimizer"])
        averaged.state, first, before = {key: value.clone() for key, value in saved["averaged"].items()}, saved["step"], saved.get("before", 0)
    batches, progress, running = Batches(train, batch, seed + before + first), Progress("classifier", steps, first), 0.0
    for step in range(first, steps):
        model.train()
        for group in optimizer.param_groups:
            group["lr"] = one_cycle(step, steps, peak)
        glyphs, labels = batches.next()
        with torch.autocast(device().type, dtype=torch.bfloat16):
            glyphs = glyphs.to(device()).to(memory_format=torch.channels_last)
            logits = model(glyphs)
            with torch.no_grad():
                taught = taught_by(glyphs).float() if taught_by else None
        loss = lesson_loss(logits.float(), labels.to(device()), taught)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        averaged.update(model, before + step)
        running = loss.item() if step == first else 0.98 * running + 0.02 * loss.item()
        progress.show(step + 1, f"loss {running:.3f}")
        if (step + 1) % 500 == 0 or step + 1 == steps:
            judge = Classifier(widths).to(device())
            judge.load_state_dict(averaged.state)
            figures = ", ".join(f"{source} {accuracy(judge, patches):.4f}" for source, patches in validation.items())
            print(f"step {step + 1}: loss {running:.3f}; validation {figures}", flush=True)
            save_checkpoint(path, model=model.state_dict(), averaged=averaged.state, optimizer=optimizer.state_dict(),
                            step=step + 1, before=before, seed=seed, widths=widths)
    return path
