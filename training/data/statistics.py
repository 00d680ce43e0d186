"""Figures about digits: their size in the picture, their ink and stroke width as the classifier sees them, doubtful labels."""

import numpy as np

from .parts import Digit

INK = 0.5
NEIGHBORS = 8
COMPONENTS = 40


def spread(values: np.ndarray) -> dict[str, float]:
    low, middle, high = np.percentile(values, [5, 50, 95])
    return {"p5": round(float(low), 3), "median": round(float(middle), 3), "p95": round(float(high), 3)}


def stroke_width(glyph: np.ndarray) -> float:
    """Mean stroke width in samples: twice the ink's area over the length of its outline; 0 without ink."""
    ink = np.pad(glyph > INK, 1)
    outline = (ink[1:] != ink[:-1]).sum() + (ink[:, 1:] != ink[:, :-1]).sum()
    # An outline on a pixel grid is longer than the curve it follows, by 4/pi on average over directions.
    return float(2 * ink.sum() / (outline * np.pi / 4)) if outline else 0.0


def ink_height(glyph: np.ndarray) -> int:
    rows = np.flatnonzero((glyph > INK).any(1))
    return int(rows[-1] - rows[0] + 1) if len(rows) else 0


def digit_statistics(digits: list[Digit], glyphs: np.ndarray) -> dict:
    """Boxes in pixels of the source; ink as a share of the classifier's square; stroke width as a share of the ink's height."""
    heights = np.array([box[3] for _, _, box, _ in digits], float)
    widths = np.array([box[2] for _, _, box, _ in digits], float)
    strokes = np.array([stroke_width(glyph) / height for glyph in glyphs if (height := ink_height(glyph)) > 3])
    return {
        "sampled": len(digits),
        "heightPx": spread(heights),
        "widthPx": spread(widths),
        "widthToHeight": spread(widths / np.maximum(heights, 1)),
        "inkShare": spread(glyphs.mean((1, 2))),
        "strokeToHeight": spread(strokes),
    }


def mean_glyphs(glyphs: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """[10, side, side]; paper where a label has no digits."""
    return np.stack([glyphs[labels == label].mean(0) if (labels == label).any() else np.zeros(glyphs.shape[1:]) for label in range(10)])


def doubtful_by_neighbors(glyphs: np.ndarray, labels: np.ndarray) -> list[tuple[int, int]]:
    """(index, other label) where all nearest neighbors (leaving it out, on principal components) agree on another label."""
    side = glyphs.shape[1] // 2
    flat = glyphs.reshape(len(glyphs), side, 2, side, 2).mean((2, 4)).reshape(len(glyphs), -1)
    flat = flat - flat.mean(0)
    _, vectors = np.linalg.eigh(flat.T @ flat)
    points = flat @ vectors[:, -COMPONENTS:]
    squares = (points**2).sum(1)
    found = []
    for start in range(0, len(points), 500):
        distances = squares[start : start + 500, None] + squares[None] - 2 * points[start : start + 500] @ points.T
        distances[np.arange(len(distances)), start + np.arange(len(distances))] = np.inf
        nearest = labels[np.argpartition(distances, NEIGHBORS, 1)[:, :NEIGHBORS]]
        agree = (nearest == nearest[:, :1]).all(1) & (nearest[:, 0] != labels[start : start + 500])
        found += [(start + int(index), int(nearest[index, 0])) for index in np.flatnonzero(agree)]
    return found


def doubtful_by_classifier(probabilities: np.ndarray, labels: np.ndarray, confidence: float = 0.9) -> list[tuple[int, int]]:
    """(index, other class) where the trained classifier is sure of another class, surest first; 10 is 'not a digit'."""
    best, answers = probabilities.max(1), probabilities.argmax(1)
    indexes = np.flatnonzero((answers != labels) & (best >= confidence))
    return [(int(index), int(answers[index])) for index in indexes[np.argsort(-best[indexes])]]
