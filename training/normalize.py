"""The preprocessing that training shares with the app, formula for formula.

`src/imaging/` and `src/classify/normalize-glyph.ts` hold the TypeScript; golden fixtures written by
`python3 -m training fixtures` keep the two together.
"""

import numpy as np

from .contract import CONTRAST_FLOOR, CONTRAST_LIMIT, CONTRAST_WINDOW, CROP_FACTOR, GLYPH_CONTRAST_FLOOR, LINE, SIDE

Box = tuple[float, float, float, float]
"""x, y, width, height in pixels."""


def window_sums(values: np.ndarray, radius: int) -> np.ndarray:
    """Sum over the (2 radius + 1) square around each pixel, clipped at the borders, by an integral image (Crow 1984)."""
    height, width = values.shape
    integral = np.zeros((height + 1, width + 1), np.float64)
    integral[1:, 1:] = values.cumsum(0, dtype=np.float64).cumsum(1)
    top = np.maximum(np.arange(height) - radius, 0)
    bottom = np.minimum(np.arange(height) + radius + 1, height)
    left = np.maximum(np.arange(width) - radius, 0)
    right = np.minimum(np.arange(width) + radius + 1, width)
    rows = integral[bottom] - integral[top]
    return rows[:, right] - rows[:, left]


def contrast_normalize(gray: np.ndarray) -> np.ndarray:
    """Local contrast normalization: (g - mean) / (std + floor) over a square window, clipped.

    gray: 0..255, [height, width]. Returns float32 of the same shape; flat paper becomes 0 whatever its brightness.
    """
    gray = gray.astype(np.float32)
    radius = CONTRAST_WINDOW // 2
    count = window_sums(np.ones_like(gray), radius)
    mean = window_sums(gray, radius) / count
    variance = window_sums(gray * gray, radius) / count - mean * mean
    normalized = (gray - mean) / (np.sqrt(np.maximum(variance, 0)) + CONTRAST_FLOOR)
    return np.clip(normalized, -CONTRAST_LIMIT, CONTRAST_LIMIT).astype(np.float32)


def triangle_weights(source: int, start: float, length: float, target: int) -> tuple[np.ndarray, np.ndarray]:
    """Antialiasing triangle filter from source pixels [start, start + length) to `target` samples.

    Returns weights [target, source], each row adding up to 1 over the samples inside the picture (0 when there are none),
    and the share [target] of each filter that lies inside.
    """
    scale = length / target
    support = max(scale, 1.0)
    centers = start + (np.arange(target) + 0.5) * scale
    first = int(np.floor(centers[0] - support)) - 1
    last = int(np.ceil(centers[-1] + support)) + 1
    positions = np.arange(first, last + 1) + 0.5
    weights = np.maximum(0, 1 - np.abs(positions[None] - centers[:, None]) / support)
    inside = (positions >= 0) & (positions < source)
    whole = weights.sum(1)
    kept = weights[:, inside]
    share = kept.sum(1) / whole
    full = np.zeros((target, source), np.float64)
    indexes = (positions[inside] - 0.5).astype(int)
    full[:, indexes] = kept / np.maximum(kept.sum(1, keepdims=True), 1e-9)
    return full, share


def resample(gray: np.ndarray, box: Box, width: int, height: int) -> tuple[np.ndarray, np.ndarray]:
    """The part `box` of a picture as `height` x `width` samples, and how much of each sample lies inside the picture."""
    x, y, box_width, box_height = box
    rows, row_share = triangle_weights(gray.shape[0], y, box_height, height)
    columns, column_share = triangle_weights(gray.shape[1], x, box_width, width)
    return rows @ gray.astype(np.float64) @ columns.T, np.outer(row_share, column_share)


def nearest_rank(ordered: np.ndarray, fraction: float) -> float:
    return float(ordered[int(np.floor(fraction * (len(ordered) - 1) + 0.5))])


def crop_square(box: Box) -> Box:
    """The square around a digit's box that the classifier sees."""
    x, y, width, height = box
    side = CROP_FACTOR * max(width, height)
    return x + width / 2 - side / 2, y + height / 2 - side / 2, side, side


def normalize_glyph(gray: np.ndarray, box: Box) -> np.ndarray:
    """Cuts a digit out of a picture for the classifier: [SIDE, SIDE] float32, 0 paper .. 1 ink, either polarity.

    Paper is the median of the crop; ink is the side of it whose tail reaches further. Outside the picture is paper.
    """
    samples, share = resample(gray, crop_square(box), SIDE, SIDE)
    ordered = np.sort(samples[share > 0.5])
    if len(ordered) == 0:
        return np.zeros((SIDE, SIDE), np.float32)
    low, paper, high = (nearest_rank(ordered, f) for f in (0.02, 0.5, 0.98))
    is_dark_ink = paper - low >= high - paper
    ink = (paper - samples) if is_dark_ink else (samples - paper)
    contrast = max(paper - low if is_dark_ink else high - paper, GLYPH_CONTRAST_FLOOR)
    return (np.clip(ink / contrast, 0, 1) * share).astype(np.float32)


def ink_box(glyph: np.ndarray, threshold: float = 64) -> Box:
    """Tight box of all samples >= threshold in light ink on dark (0..255); the whole picture when there are none."""
    rows = np.flatnonzero(glyph.max(1) >= threshold)
    columns = np.flatnonzero(glyph.max(0) >= threshold)
    if len(rows) == 0:
        return 0, 0, glyph.shape[1], glyph.shape[0]
    return int(columns[0]), int(rows[0]), int(columns[-1] - columns[0] + 1), int(rows[-1] - rows[0] + 1)


def resample_slanted(gray: np.ndarray, box: Box, slope: float, width: int, height: int) -> tuple[np.ndarray, np.ndarray]:
    """Like `resample`, sheared so that a line which falls by `slope` pixels a pixel becomes level around the middle of the box."""
    if slope == 0:
        return resample(gray, box, width, height)
    x, y, box_width, box_height = box
    scale = box_height / height
    support, reach = max(1.0, scale), abs(slope) * box_width / 2
    top = int(np.floor(y - reach - support)) - 1
    rows = int(np.ceil(y + box_height + reach + support)) + 1 - top
    level, level_share = resample(gray, (x, top, box_width, rows), width, rows)
    positions = np.arange(rows) + 0.5
    answer, share = np.zeros((height, width)), np.zeros((height, width))
    for column in range(width):
        shift = slope * (((column + 0.5) / width - 0.5) * box_width) + y - top
        centers = shift + (np.arange(height) + 0.5) * scale
        weights = np.maximum(0, 1 - np.abs(positions[None] - centers[:, None]) / support)
        kept = weights * level_share[:, column]
        inside = kept.sum(1)
        answer[:, column] = np.where(inside > 0, kept @ level[:, column] / np.maximum(inside, 1e-12), 0)
        share[:, column] = inside / weights.sum(1)
    return answer, share


def line_part(digits: Box) -> Box:
    """What is cut for a number whose digits fill the box `digits`."""
    x, y, width, height = digits
    above, beside = LINE["aboveShare"] * height, LINE["besideShare"] * height
    return x - beside, y - above, width + 2 * beside, height + 2 * above


def cut_line(gray: np.ndarray, part: Box, slope: float = 0.0) -> np.ndarray:
    """A number as the line reader sees it: [height, width] float32, -1..1, ink positive, 0 paper, width one of the contract's."""
    rows, widths = LINE["height"], LINE["widths"]
    columns = min(widths[-1], max(16, int(np.floor(rows * part[2] / part[3] + 0.5))))
    width = next((candidate for candidate in widths if candidate >= columns), widths[-1])
    samples, share = resample_slanted(gray, part, slope, columns, rows)
    answer = np.zeros((rows, width), np.float32)
    ordered = np.sort(samples[share > 0.5])
    if len(ordered) == 0:
        return answer
    low, paper, high = (nearest_rank(ordered, f) for f in (0.02, 0.5, 0.98))
    is_dark_ink = paper - low >= high - paper
    contrast = max(paper - low if is_dark_ink else high - paper, LINE["contrastFloor"])
    ink = (paper - samples if is_dark_ink else samples - paper) / contrast * share
    answer[:, :columns] = ink.clip(-1, 1)
    return answer
