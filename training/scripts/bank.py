"""Digits of every script as patches in memory, each script's sets and labels drawn evenly."""

from dataclasses import dataclass

import numpy as np

from ..contract import SCRIPT_ORDER
from ..data.readers import read_digits
from ..data.splits import MNIST_VALIDATION
from ..lines.splits import bhmsds_part
from ..normalize import ink_box
from ..patches import PATCH_SIDE, cut_patch
from ..runs import Places
from ..schedule import Progress
from .splits import LATIN_SETS, script_parts, sets_of_script

LATIN_COUNT = 12_000
"""Of each Latin set at most so many, from its beginning: they only tell Latin from the others."""
NEGATIVES = ("w", "x", "plus")
"""Classes of BHMSDS's negatives that look like no digit of any script."""

Digits = tuple[np.ndarray, np.ndarray]
"""Images [count, 28, 28] and labels [count]."""


@dataclass
class ScriptDigits:
    """images [count, PATCH_SIDE, PATCH_SIDE] uint8, light ink on black; half-widths of the ink in patch pixels; labels; set of each."""

    images: np.ndarray
    half_widths: np.ndarray
    labels: np.ndarray
    sets: np.ndarray

    def __len__(self) -> int:
        return len(self.labels)

    def even_shares(self) -> np.ndarray:
        """Cumulative chances that draw every set and every label of a set alike."""
        chances = np.zeros(len(self))
        for set_id in np.unique(self.sets):
            for label in np.unique(self.labels):
                chosen = (self.sets == set_id) & (self.labels == label)
                if chosen.any():
                    chances[chosen] = 1 / chosen.sum()
        return np.cumsum(chances / chances.sum())


def is_closed_below(image: np.ndarray) -> bool:
    """Whether the ink of a digit, light on black, meets in the middle of its lower end: a third of Kannada-MNIST's zeros lack it,
    and are ones to the eye."""
    x, y, width, height = (round(edge) for edge in ink_box(image))
    top, left = y + height - max(2, round(0.3 * height)), x + round(0.35 * width)
    return bool((image[top : y + height, left : max(x + round(0.65 * width), left + 1)] > 64).any())


def read_part(places: Places, set_id: str, part: str) -> Digits:
    """A part of a set of bare digits of any script."""
    if set_id == "mnist":
        images, labels = read_digits(places.mnist, "t10k" if part == "test" else "train")
        kept = {"test": slice(0, None), "validation": slice(-MNIST_VALIDATION, None), "train": slice(0, -MNIST_VALIDATION)}[part]
        return images[kept], labels[kept]
    if set_id == "bhmsds":
        images, labels = read_digits(places.cache / set_id, "")
        kept = np.array([bhmsds_part(index) == part for index in range(len(labels))])
        return images[kept], labels[kept]
    images, labels = read_digits(places.cache / set_id)
    if set_id in LATIN_SETS:
        return images, labels
    kept = script_parts(set_id, labels)[part]
    if part == "train" and set_id == "kannada-mnist":
        kept = np.array([place for place in kept if labels[place] != 0 or is_closed_below(images[place])])
    return images[kept], labels[kept]


def script_digits(parts: dict[str, Digits], title: str) -> ScriptDigits:
    """Patches of the digits of several sets."""
    count = sum(len(labels) for _, labels in parts.values())
    progress, done = Progress(title, count), 0
    images, half_widths = np.empty((count, PATCH_SIDE, PATCH_SIDE), np.uint8), np.empty(count, np.float32)
    for digits, _ in parts.values():
        for image in digits:
            box = ink_box(image)
            images[done], _ = cut_patch(image, box)
            half_widths[done] = PATCH_SIDE / 2 / 2.1 * box[2] / max(box[2], box[3])
            done += 1
        progress.show(done)
    labels = np.concatenate([labels for _, labels in parts.values()]).astype(np.int64)
    sets = np.concatenate([np.full(len(labels), set_id) for set_id, (_, labels) in parts.items()])
    return ScriptDigits(images, half_widths, labels, sets)


def load_digits(places: Places, part: str, most: int | None = None) -> dict[str, ScriptDigits]:
    """A part of every script, in the order of the heads. `most`: of each set at most so many, evenly over the part."""
    bank = {}
    for script in SCRIPT_ORDER:
        parts = {}
        measured = script == "latin" and part != "train"
        for set_id in ["mnist"] if measured else sets_of_script(script, places.allowed):
            images, labels = read_part(places, set_id, part)
            limit = most or (LATIN_COUNT if script == "latin" else len(labels))
            chosen = np.unique(np.linspace(0, len(labels) - 1, min(limit, len(labels))).astype(int))
            parts[set_id] = images[chosen], labels[chosen]
        bank[script] = script_digits(parts, f"{script} {part}")
    return bank


def load_negatives(places: Places) -> ScriptDigits:
    """Letters and signs that are no digit of any script."""
    images, labels = read_digits(places.cache / "bhmsds", "negatives")
    classes = (places.cache / "bhmsds/negatives-classes.txt").read_text().split()
    kept = np.array([classes[label] in NEGATIVES and bhmsds_part(index) == "train" for index, label in enumerate(labels)])
    return script_digits({"negatives": (images[kept], labels[kept])}, "negatives")
