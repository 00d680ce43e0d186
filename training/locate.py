"""Digits on a picture by the locator, at the picture's own scale: for measuring, and for finding what the classifier must learn."""

import numpy as np
import torch
from torch.nn import functional

from .contract import REFERENCE_HEIGHT, STRIDE
from .networks import Locator
from .normalize import Box, contrast_normalize

HEAT_THRESHOLD = 0.3
MATCH_OVERLAP = 0.5
"""A located box counts as right from this intersection over union."""
MARGIN = 16
"""Pixels of paper set around a picture, as the app does."""


def overlap(a: Box, b: Box) -> float:
    """Intersection over union."""
    width = min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0])
    height = min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1])
    shared = max(0.0, width) * max(0.0, height)
    return shared / (a[2] * a[3] + b[2] * b[3] - shared)


@torch.no_grad()
def locate(model: Locator, gray: np.ndarray, threshold: float = HEAT_THRESHOLD) -> list[Box]:
    """Boxes of the heat's peaks at the picture's own scale, strongest first, overlapping ones suppressed."""
    page = contrast_normalize(gray)
    padding = [(MARGIN, MARGIN + -(size + 2 * MARGIN) % 32) for size in page.shape]
    maps = model(torch.from_numpy(np.pad(page, padding))[None, None].to(next(model.parameters()).device))[0].float().cpu()
    heat = torch.sigmoid(maps[:, :1])
    is_peak = (heat == functional.max_pool2d(heat, 3, 1, 1)) & (heat > threshold)
    found: list[tuple[float, Box]] = []
    for row, column in torch.nonzero(is_peak[0, 0]).tolist():
        log_width, log_height, offset_x, offset_y = maps[0, 1:, row, column].tolist()
        width, height = REFERENCE_HEIGHT * np.exp(log_width), REFERENCE_HEIGHT * np.exp(log_height)
        x, y = (column + offset_x) * STRIDE - MARGIN, (row + offset_y) * STRIDE - MARGIN
        found.append((float(heat[0, 0, row, column]), (x - width / 2, y - height / 2, width, height)))
    kept: list[Box] = []
    for _, box in sorted(found, key=lambda pair: -pair[0]):
        if all(overlap(box, other) < MATCH_OVERLAP for other in kept):
            kept.append(box)
    return kept
