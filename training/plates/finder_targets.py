"""What the plate finder is asked for on a picture, and how far it is from that."""

import numpy as np
import torch

from ..contract import PLATE_FINDER

SCENE_WIDTH, SCENE_HEIGHT = 256, 192
STRIDE: int = PLATE_FINDER["stride"]
UNIT: float = PLATE_FINDER["cornerUnit"]
LEAST_SHARE = 0.75
"""A plate that has less of itself in the picture is not asked for."""


def targets_of(corners: np.ndarray, width: int = SCENE_WIDTH, height: int = SCENE_HEIGHT) -> tuple[np.ndarray, np.ndarray]:
    """Heat [h, w], -1 where nothing is asked, and corners [8, h, w], NaN but around the middles, from corners [N, 4, 2] in pixels."""
    rows, columns = height // STRIDE, width // STRIDE
    heat, places = np.zeros((rows, columns), np.float32), np.full((8, rows, columns), np.nan, np.float32)
    yy, xx = np.mgrid[0:rows, 0:columns].astype(np.float32)
    middles = np.stack([(xx + 0.5) * STRIDE, (yy + 0.5) * STRIDE])
    for quad in corners[~np.isnan(corners[:, 0, 0])]:
        inside = (np.clip(quad[:, 0], 0, width).max() - np.clip(quad[:, 0], 0, width).min()) * (
            np.clip(quad[:, 1], 0, height).max() - np.clip(quad[:, 1], 0, height).min()
        )
        whole = np.ptp(quad[:, 0]) * np.ptp(quad[:, 1])
        x, y = quad.mean(0)
        spread = max(4.0, 0.09 * float(np.ptp(quad[:, 0])))
        near = np.exp(-((middles[0] - x) ** 2 + (middles[1] - y) ** 2) / (2 * spread * spread))
        if inside < LEAST_SHARE * whole:
            heat[near > 0.3] = -1
            continue
        np.maximum(heat, near, out=heat, where=heat >= 0)
        at = near > 0.6
        column, row = min(int(x / STRIDE), columns - 1), min(int(y / STRIDE), rows - 1)
        at[row, column] = True
        heat[row, column] = 1
        offsets = (quad.reshape(8)[:, None, None] - np.tile(middles, (4, 1, 1))) / UNIT
        places[:, at] = offsets[:, at]
    return heat, places


def finder_loss(maps: torch.Tensor, heat: torch.Tensor, places: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Penalty-reduced focal loss on the heat (Law and Deng 2018) and smooth L1 on the corners around the middles."""
    maps = maps.float()
    probability = torch.sigmoid(maps[:, 0]).clamp(1e-5, 1 - 1e-5)
    is_middle = heat == 1
    count = is_middle.sum().clamp(min=1)
    positive = -((1 - probability) ** 2 * torch.log(probability))[is_middle].sum()
    rest = (heat >= 0) & ~is_middle
    negative = -((1 - heat.clamp(min=0)) ** 4 * probability**2 * torch.log(1 - probability))[rest].sum()
    told = ~torch.isnan(places)
    size = told.sum().clamp(min=1)
    away = torch.nn.functional.smooth_l1_loss(maps[:, 1:][told], places[told], reduction="sum", beta=0.1) / size
    return (positive + negative) / count, away
