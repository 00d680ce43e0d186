"""Pictures that both train and measure: exact copies and near ones."""

import hashlib
import itertools

import numpy as np
from PIL import Image

from .parts import Part

GRID_AXES = 4
SHOWN_PAIRS = 20
THUMBNAIL = (24, 16)
"""Width and height to which pictures of any size are brought."""
NEAR = 0.08
"""Two thumbnails, each scaled to mean 0 and deviation 1, are near copies below this root mean square distance.

Below it, pictures differ by recompression or rescaling alone; different digits of one writer are several times further apart.
"""


def thumbnails(part: Part) -> np.ndarray:
    """[count, width * height], mean 0 and deviation 1 each, so that brightness and contrast do not matter."""
    small = np.stack(
        [
            np.asarray(Image.fromarray(np.ascontiguousarray(image)).resize(THUMBNAIL, Image.Resampling.BOX), np.float32).ravel()
            for _, image in part.pictures
        ]
    )
    small -= small.mean(1, keepdims=True)
    return small / np.maximum(small.std(1, keepdims=True), 1e-6)


def exact_keys(part: Part) -> dict[bytes, str]:
    return {hashlib.sha256(repr(image.shape).encode() + image.tobytes()).digest(): name for name, image in part.pictures}


def leading_axes(small: np.ndarray) -> np.ndarray:
    """Orthonormal directions along which thumbnails differ most: [width * height, GRID_AXES]."""
    some = small[:: max(1, len(small) // 2000)]
    return np.linalg.eigh(some.T @ some)[1][:, -GRID_AXES:].astype(np.float32)


def near_pairs(trains: np.ndarray, measures: np.ndarray) -> list[tuple[float, int, int]]:
    """All (distance, training index, measuring index) below NEAR, nearest first.

    Along orthonormal axes two pictures are never further apart than in full, so looking into the neighboring cells of a
    grid over a few axes misses none and compares few.
    """
    axes, reach = leading_axes(measures), NEAR * np.sqrt(measures.shape[1])
    cells: dict[tuple[int, ...], list[int]] = {}
    for index, cell in enumerate(np.floor(trains @ axes / reach).astype(int)):
        cells.setdefault(tuple(cell), []).append(index)
    found = []
    for index, cell in enumerate(np.floor(measures @ axes / reach).astype(int)):
        around = [other for step in itertools.product((-1, 0, 1), repeat=GRID_AXES) for other in cells.get(tuple(cell + step), ())]
        distances = np.sqrt(((trains[around] - measures[index]) ** 2).mean(1))
        found += [(float(distance), other, index) for distance, other in zip(distances, around, strict=True) if distance < NEAR]
    return sorted(found)


def compare(trains: Part, measures: Part, trains_small: np.ndarray, measures_small: np.ndarray) -> dict:
    """How many pictures of a measuring part have copies in a training part, and the nearest pairs by name."""
    measures_keys, trains_keys = exact_keys(measures), exact_keys(trains)
    pairs = near_pairs(trains_small, measures_small)
    return {
        "trains": trains.title,
        "measures": measures.title,
        "exact": len(measures_keys.keys() & trains_keys.keys()),
        "near": len({index for _, _, index in pairs}),
        "pairs": [
            {"trains": trains.pictures[other][0], "measures": measures.pictures[index][0], "distance": round(distance, 4)}
            for distance, other, index in pairs[:SHOWN_PAIRS]
        ],
    }


def find_duplicates(parts: list[Part]) -> list[dict]:
    """Every measuring part against every training part that holds pictures of its kind: lone digits or numbers."""
    small = {part.title: thumbnails(part) for part in parts if part.use != "chooses" and part.pictures}

    def is_string(part: Part) -> bool:
        return max(len(label) for label in part.labels) > 1

    return [
        compare(trains, measures, small[trains.title], small[measures.title])
        for measures in parts
        if measures.use == "measures" and measures.title in small
        for trains in parts
        if trains.use == "trains" and trains.title in small and is_string(trains) == is_string(measures)
    ]
