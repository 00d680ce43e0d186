"""What the locator is asked for on a page, and how far it is from that."""

from collections.abc import Sequence

import numpy as np
import torch

from .contract import REFERENCE_HEIGHT, STRIDE
from .normalize import Box
from .scenes.camera import Page

UNTOLD_HEAT = 0.9
"""So near to a digit's own that the loss asks for nothing there."""


def render_targets(page: Page, top: int, left: int, height: int, width: int, untold: Sequence[Box] = ()) -> dict[str, np.ndarray]:
    """Target maps of one page laid at (left, top) on a canvas: heat, sizes and offsets, labels (-1 where none is asked).

    In `untold` stands what may be a digit or not, as a slash that may be a slanted 1: heat is neither asked for nor punished there.
    """
    rows, columns = height // STRIDE, width // STRIDE
    heat = np.zeros((rows, columns), np.float32)
    geometry = np.zeros((4, rows, columns), np.float32)
    labels = np.full((rows, columns), -1, np.int64)
    yy, xx = np.mgrid[0:rows, 0:columns].astype(np.float32)
    for (x, y, w, h), label in zip(page.boxes, page.labels, strict=True):
        cx, cy = (x + left + w / 2) / STRIDE, (y + top + h / 2) / STRIDE
        column, row = min(int(cx), columns - 1), min(int(cy), rows - 1)
        spread_x, spread_y = max(0.55, 0.14 * w / STRIDE), max(0.55, 0.14 * h / STRIDE)
        np.maximum(heat, np.exp(-(((xx - column) / spread_x) ** 2) / 2 - ((yy - row) / spread_y) ** 2 / 2), out=heat)
        heat[row, column] = 1
        geometry[:, row, column] = np.log(w / REFERENCE_HEIGHT), np.log(h / REFERENCE_HEIGHT), cx - column, cy - row
        labels[row, column] = label
    for x, y, w, h in untold:
        near = (abs(xx - (x + left + w / 2) / STRIDE) <= w / STRIDE / 2 + 0.5) & (abs(yy - (y + top + h / 2) / STRIDE) <= h / STRIDE / 4 + 0.5)
        heat[near] = np.maximum(heat[near], UNTOLD_HEAT)
    return {"heat": heat, "geometry": geometry, "labels": labels}


def locator_loss(maps: torch.Tensor, label_logits: torch.Tensor, target: dict[str, torch.Tensor]) -> torch.Tensor:
    """Penalty-reduced focal loss on the heat (Law and Deng 2018), L1 on log sizes and offsets, cross entropy on labels."""
    maps, label_logits = maps.float(), label_logits.float()
    heat, wanted = maps[:, 0], target["heat"]
    probability = torch.sigmoid(heat).clamp(1e-5, 1 - 1e-5)
    is_center = wanted == 1
    positive = -((1 - probability) ** 2 * torch.log(probability))[is_center].sum()
    negative = -((1 - wanted) ** 4 * probability**2 * torch.log(1 - probability))[~is_center].sum()
    count = is_center.sum().clamp(min=1)
    places = target["labels"] >= 0
    predicted = maps[:, 1:].permute(0, 2, 3, 1)[places]
    truth = target["geometry"].permute(0, 2, 3, 1)[places]
    geometry = (predicted - truth).abs().sum() / count
    labels = torch.nn.functional.cross_entropy(label_logits.permute(0, 2, 3, 1)[places], target["labels"][places]) if places.any() else 0.0
    return (positive + negative) / count + 0.6 * geometry + 0.4 * labels
