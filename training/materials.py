"""What the sources of patches are made of, each part read once, when a source first asks for it."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from .checkpoints import load_locator
from .data.readers import read_crops, read_digits, read_strings
from .data.splits import MNIST_VALIDATION, SUDOKU_MEASURED_PUZZLES, dida_parts, digit_parts, strip_parts
from .networks import Locator
from .runs import ClassifierRun, Places
from .scenes.glyphs import GlyphBank

Digits = tuple[np.ndarray, np.ndarray]
"""Images and labels."""


@dataclass
class Materials:
    places: Places
    run: ClassifierRun
    bank: GlyphBank

    @cached_property
    def mnist(self) -> dict[str, Digits]:
        images, labels = read_digits(self.places.mnist, "train")
        cut = len(labels) - MNIST_VALIDATION
        return {"train": (images[:cut], labels[:cut]), "validation": (images[cut:], labels[cut:])}

    @cached_property
    def strips(self) -> dict[str, list[dict]]:
        """The cheque strips by part."""
        strips = read_strings(self.places.cache / "orand-car-a", are_corrected=True)
        parts = strip_parts([strip["file"] for strip in strips])
        return {part: [strip for strip in strips if strip["file"] in set(names)] for part, names in parts.items()}

    @cached_property
    def dida(self) -> dict[str, list[dict]]:
        crops = read_crops(self.places.cache / "dida", "images.tar", "labels.csv")
        parts = {part: set(names) for part, names in dida_parts([crop["file"] for crop in crops]).items()}
        return {part: [crop for crop in crops if crop["file"] in names] for part, names in parts.items()}

    @cached_property
    def cells(self) -> list[dict]:
        """Sudoku cells of the sheets that are not measured."""
        cells = read_crops(self.places.cache / "sudoku-photos-dev", "handwritten-cells.tar", "handwritten-cells.csv")
        return [cell for cell in cells if cell["puzzle"] not in SUDOKU_MEASURED_PUZZLES]

    @cached_property
    def locator(self) -> Locator:
        return load_locator(self.places.checkpoint("locator"))

    def digits(self, set_id: str, part: str) -> Digits:
        """A part of a set of bare digits that has no parts of its own."""
        images, labels = read_digits(self.places.cache / set_id)
        kept = digit_parts(len(labels))[part]
        return images[kept], labels[kept]
