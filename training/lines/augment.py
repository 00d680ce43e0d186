"""From a pool's line to what the line reader sees in training: cut, turned, blurred, then normalized as serving does."""

import math

import numpy as np
import torch
from torch.nn import functional

from .compose import POOL_HEIGHT
from .strings import Line

HEIGHT = 32
CONTRAST_FLOOR = 16.0


def packed(lines: list[Line], width: int) -> torch.Tensor:
    """Lines as one tensor [N, 1, POOL_HEIGHT, width], paper 0, left-aligned: darker is negative."""
    canvas = np.zeros((len(lines), POOL_HEIGHT, width), np.float32)
    for row, line in zip(canvas, lines, strict=True):
        part = line.gray[:, :width].astype(np.float32)
        row[:, : part.shape[1]] = part - np.median(part)
    return torch.from_numpy(canvas)[:, None]


def cuts(rng: np.random.Generator, lines: list[Line], width: int, is_training: bool) -> tuple[torch.Tensor, np.ndarray]:
    """Affine maps [N, 2, 3] from output pixels (32 x width) to pool pixels, and how many columns each line fills."""
    maps, filled = np.zeros((len(lines), 2, 3), np.float32), np.zeros(len(lines), int)
    for k, line in enumerate(lines):
        x, y, w, h = line.part
        zoom, stretch, shear, turn, dx, dy = 1.0, 1.0, 0.0, 0.0, 0.0, 0.0
        if is_training:
            zoom = math.exp(rng.normal(0, 0.13))
            stretch = math.exp(rng.normal(0, 0.14))
            shear = rng.normal(0, 0.13)
            turn = rng.normal(0, 0.022)
            dx, dy = rng.normal(0, 1.6), rng.normal(0, 1.6)
        scale_y = h / HEIGHT / zoom
        columns = min(width, max(16, round(w / scale_y * stretch)))
        scale_x = w / columns
        cx, cy = x + w / 2 + dx, y + h / 2 + dy
        a = np.array([[scale_x, scale_y * shear], [scale_x * turn, scale_y]])
        maps[k, :, :2] = a
        maps[k, :, 2] = np.array([cx, cy]) - a @ np.array([columns / 2, HEIGHT / 2])
        filled[k] = columns
    return torch.from_numpy(maps), filled


def sampled(pool: torch.Tensor, maps: torch.Tensor, width: int) -> torch.Tensor:
    """Bilinear samples [N, 1, 32, width] of the pool under the maps; outside is paper."""
    ys, xs = torch.meshgrid(torch.arange(HEIGHT) + 0.5, torch.arange(width) + 0.5, indexing="ij")
    points = torch.stack([xs, ys, torch.ones_like(xs)], -1).reshape(-1, 3)
    at = (points @ maps.transpose(1, 2)).view(len(pool), HEIGHT, width, 2)
    size = torch.tensor([pool.shape[3], pool.shape[2]], dtype=torch.float32)
    return functional.grid_sample(pool, at / size * 2 - 1, mode="bilinear", padding_mode="zeros", align_corners=False)


def rulings(rng: np.random.Generator, cut: torch.Tensor) -> None:
    """Lines drawn over some samples, in place, as ruled and squared paper has them: never the ink's own darkness for long."""
    height, width = cut.shape[2:]
    yy, xx = torch.meshgrid(torch.arange(height, dtype=torch.float32), torch.arange(width, dtype=torch.float32), indexing="ij")
    for k in np.flatnonzero(rng.random(len(cut)) < 0.18):
        strength = float(cut[k].abs().max()) * rng.uniform(0.15, 0.7)
        tilt, thick = rng.normal(0, 0.02), rng.uniform(0.5, 1.3)
        across = yy - tilt * xx
        spacing = rng.uniform(9, 60)
        lines = torch.remainder(across - rng.uniform(0, spacing), spacing) < thick
        if rng.random() < 0.45:
            along = xx + tilt * yy
            pitch = spacing if rng.random() < 0.6 else rng.uniform(9, 60)
            lines |= torch.remainder(along - rng.uniform(0, pitch), pitch) < thick
        cut[k, 0] = torch.where(lines, torch.minimum(cut[k, 0], torch.full_like(cut[k, 0], -strength)), cut[k, 0])


def normalized(cut: torch.Tensor, filled: np.ndarray) -> torch.Tensor:
    """(paper - gray) / contrast, clipped to -1..1, ink positive whatever its polarity; 0 beyond the filled columns."""
    answer = torch.zeros_like(cut)
    for k, columns in enumerate(filled):
        part = cut[k, 0, :, :columns]
        ordered = part.reshape(-1).sort().values
        low, paper, high = (ordered[math.floor(f * (len(ordered) - 1) + 0.5)] for f in (0.02, 0.5, 0.98))
        is_dark = paper - low >= high - paper
        contrast = torch.clamp(paper - low if is_dark else high - paper, min=CONTRAST_FLOOR)
        ink = (paper - part) if is_dark else (part - paper)
        answer[k, 0, :, :columns] = (ink / contrast).clamp(-1, 1)
    return answer


def training_batch(rng: np.random.Generator, lines: list[Line], width: int) -> torch.Tensor:
    """What the network sees of these lines: [N, 1, 32, width]."""
    longest = max(line.gray.shape[1] for line in lines)
    maps, filled = cuts(rng, lines, width, True)
    cut = sampled(packed(lines, longest), maps, width)
    rulings(rng, cut)
    if rng.random() < 0.4:
        cut = functional.avg_pool2d(functional.pad(cut, (1, 1, 1, 1)), 3, 1) * 0.5 + cut * 0.5
    noise = torch.from_numpy(np.abs(rng.normal(0, 6, (len(lines), 1, 1, 1))).astype(np.float32))
    cut = cut + noise * torch.randn(cut.shape)
    ramp = torch.from_numpy(rng.normal(0, 9, (len(lines), 1, 1, 1)).astype(np.float32)) * torch.linspace(-1, 1, width)
    return normalized(cut + ramp, filled)


def plain_batch(lines: list[Line], width: int) -> tuple[torch.Tensor, np.ndarray]:
    """The lines as serving cuts them, and how many columns each fills."""
    longest = max(line.gray.shape[1] for line in lines)
    maps, filled = cuts(np.random.default_rng(0), lines, width, False)
    return normalized(sampled(packed(lines, longest), maps, width), filled), filled
