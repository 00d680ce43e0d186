"""Who trains, who chooses, who measures. Fixed by seed and written to `training/splits/` for `evaluate --only`."""

import random

import numpy as np

from ..contract import ROOT

SPLIT_FOLDER = ROOT / "training/splits"
MNIST_VALIDATION = 5000
"""The last 5,000 of MNIST's training part choose checkpoints and thresholds; its test part only measures."""
SUDOKU_MEASURED_PUZZLES = {"01_01", "01_04", "01_06", "01_08", "01_11", "01_13", "01_15", "01_18", "01_20", "01_22", "01_25", "01_27"}
"""Cells of these sheets are the very writing on the measured photos, so they never train."""

COPIES = {
    "dida": {"4/4_553.jpg"},
    "unipen-digits": {"826", "1529"},
    "crohme-digits": {"517", "1020", "1178", "1208", "1299", "1338", "1406", "2322", "2503", "2670"},
}
"""By set the pictures of its part 'test' that are copies of pictures that train; `tests/test_leakage.py` finds them. They do neither.

The one of DIDA is the same photo; the others are plain strokes of two pens that come out alike.
"""


def measuring_digits(set_id: str, count: int) -> list[int]:
    """Places in a set's own test file of bare digits, without copies of what trains."""
    return [index for index in range(count) if str(index) not in COPIES.get(set_id, ())]


def split_names(names: list[str], measured: int, validation: int, seed: int = 2026) -> dict[str, list[str]]:
    """Names by part: 'test' (measured), 'validation' (chooses), 'train'."""
    order = sorted(names)
    random.Random(seed).shuffle(order)
    return {
        "test": sorted(order[:measured]),
        "validation": sorted(order[measured : measured + validation]),
        "train": sorted(order[measured + validation :]),
    }


def write_splits(set_id: str, parts: dict[str, list[str]]) -> None:
    """A list of names for each part that measures or chooses, if the set has one."""
    SPLIT_FOLDER.mkdir(parents=True, exist_ok=True)
    for part in ("test", "validation"):
        if parts.get(part):
            (SPLIT_FOLDER / f"{set_id}-{part}.txt").write_text("\n".join(parts[part]) + "\n")


def strip_parts(names: list[str]) -> dict[str, list[str]]:
    """The cheque strips: 150 measure, 96 choose, 600 train."""
    return split_names(names, 150, 96)


def dida_parts(names: list[str]) -> dict[str, list[str]]:
    """DIDA: 999 measure (1,000 less a copy), 500 choose, 7,500 train."""
    parts = split_names(names, 1000, 500)
    return {**parts, "test": [name for name in parts["test"] if name not in COPIES["dida"]]}


def digit_parts(count: int, seed: int = 2026) -> dict[str, np.ndarray]:
    """Places in a set of bare digits without parts of its own: a tenth measures, a twentieth chooses, the rest trains."""
    order = np.random.default_rng(seed).permutation(count)
    measured, choosing = count // 10, count // 20
    return {
        "test": np.sort(order[:measured]),
        "validation": np.sort(order[measured : measured + choosing]),
        "train": np.sort(order[measured + choosing :]),
    }
