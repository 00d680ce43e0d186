"""The Latin sets part by part: which digits train, choose or measure, each with its picture and box."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..lines.splits import STRING_SETS, bhmsds_part, string_part, unipen_part
from ..normalize import Box, ink_box
from ..patches import cell_box, dida_box
from .readers import read_crops, read_digits, read_strings, read_strokes
from .splits import MNIST_VALIDATION, SUDOKU_MEASURED_PUZZLES, dida_parts, measuring_digits, strip_parts

Digit = tuple[str, np.ndarray, Box, int]
"""Name within its set, picture (gray 0..255, either polarity), box, label."""


@dataclass
class Part:
    """`use` is 'trains', 'chooses' (checkpoints, thresholds) or 'measures'; `digits` is empty where a set has no boxes."""

    set_id: str
    name: str
    use: str
    labels: list[str]
    digits: list[Digit]
    pictures: list[tuple[str, np.ndarray]]
    """Whole pictures by name, to look for duplicates among; empty for what a pen wrote."""

    @property
    def title(self) -> str:
        return f"{self.set_id} {self.name}"

    def class_counts(self) -> list[int]:
        text = "".join(self.labels)
        return [text.count(str(label)) for label in range(10)]


def idx_part(set_id: str, name: str, use: str, images: np.ndarray, labels: np.ndarray, places: Iterable[int] | None = None) -> Part:
    """Digits of an IDX file, named by their places in it; `places` are told where they are a part of the file."""
    names = [str(place) for place in (range(len(labels)) if places is None else places)]
    digits = [(name_, image, ink_box(image), int(label)) for name_, image, label in zip(names, images, labels, strict=True)]
    return Part(set_id, name, use, [str(label) for label in labels], digits, list(zip(names, images, strict=True)))


def kept_part(set_id: str, name: str, use: str, digits: tuple[np.ndarray, np.ndarray], places: np.ndarray) -> Part:
    """The digits of an IDX file at `places`."""
    images, labels = digits
    return idx_part(set_id, name, use, images[places], labels[places], places)


def measuring_part(set_id: str, cache: Path) -> Part:
    """What measures of a set's own test file."""
    digits = read_digits(cache / set_id, "test")
    return kept_part(set_id, "test", "measures", digits, np.array(measuring_digits(set_id, len(digits[1]))))


def strings_part(set_id: str, name: str, use: str, rows: list[dict]) -> Part:
    digits = [
        (f"{row['file']}#{index + 1}", row["image"], tuple(box), int(character))
        for row in rows
        if row["boxes"] and len(row["boxes"]) == len(row["label"])
        for index, (box, character) in enumerate(zip(row["boxes"], row["label"], strict=True))
    ]
    return Part(set_id, name, use, [row["label"] for row in rows], digits, [(row["file"], row["image"]) for row in rows])


def crops_part(set_id: str, name: str, use: str, crops: list[dict], box_of) -> Part:
    digits = [(crop["file"], crop["image"], box_of(crop["image"]), crop["label"]) for crop in crops]
    return Part(set_id, name, use, [str(crop["label"]) for crop in crops], digits, [(crop["file"], crop["image"]) for crop in crops])


def strokes_part(set_id: str, name: str, use: str, rows: list[dict]) -> Part:
    return Part(set_id, name, use, [row["label"] for row in rows], [], [])


USES = {"train": "trains", "validation": "chooses", "test": "measures"}


MEASURED_STRINGS = ("vshravan-photos", "c1-election-forms", "crohme-strings-test", "idrbt-cheques", "number-plates")


def split_strings(set_id: str, cache: Path) -> list[Part]:
    """The parts of a set of numbers that trains the line reader."""
    rows = read_strings(cache / set_id)
    by_part = {name: [row for row in rows if string_part(set_id, row) == name] for name in USES}
    return [strings_part(set_id, name, USES[name], chosen) for name, chosen in by_part.items() if chosen]


def pen_parts(cache: Path) -> list[Part]:
    """What pens wrote on screens, and digits cut from forms: they write the line reader's training lines."""
    strokes = read_strokes(cache / "unipen-digits/train-strokes.jsonl.gz")
    written = {name: [row for row in strokes if unipen_part(row["writer"]) == name] for name in ("train", "validation")}
    photographed = read_digits(cache / "bhmsds", "")
    measured = np.array([bhmsds_part(index) == "test" for index in range(len(photographed[1]))])
    return [
        *(strokes_part("unipen-digits", name, USES[name], rows) for name, rows in written.items() if rows),
        measuring_part("unipen-digits", cache),
        idx_part("crohme-digits", "train", "trains", *read_digits(cache / "crohme-digits")),
        measuring_part("crohme-digits", cache),
        idx_part("pendigits", "train", "trains", *read_digits(cache / "pendigits")),
        kept_part("bhmsds", "train", "trains", photographed, np.flatnonzero(~measured)),
        kept_part("bhmsds", "test", "measures", photographed, np.flatnonzero(measured)),
        idx_part("jnsjknn-webcanvas", "all", "measures", *read_digits(cache / "jnsjknn-webcanvas", "")),
    ]


def latin_parts(cache: Path, mnist: Path) -> list[Part]:
    """Every Latin set with digits, as training splits it."""
    written = read_digits(mnist, "train")
    places = np.arange(len(written[1]))
    parts = [
        kept_part("mnist", "train", "trains", written, places[:-MNIST_VALIDATION]),
        kept_part("mnist", "validation", "chooses", written, places[-MNIST_VALIDATION:]),
        idx_part("mnist", "test", "measures", *read_digits(mnist, "t10k")),
        idx_part("usps", "train", "trains", *read_digits(cache / "usps")),
    ]
    strips = read_strings(cache / "orand-car-a")
    for name, files in strip_parts([strip["file"] for strip in strips]).items():
        parts.append(strings_part("orand-car-a", name, USES[name], [strip for strip in strips if strip["file"] in set(files)]))
    crops = read_crops(cache / "dida", "images.tar", "labels.csv")
    for name, files in dida_parts([crop["file"] for crop in crops]).items():
        chosen = set(files)
        parts.append(crops_part("dida", name, USES[name], [crop for crop in crops if crop["file"] in chosen], dida_box))
    cells = read_crops(cache / "sudoku-photos-dev", "handwritten-cells.tar", "handwritten-cells.csv")
    parts.append(crops_part("sudoku-photos-dev", "train", "trains", [c for c in cells if c["puzzle"] not in SUDOKU_MEASURED_PUZZLES], cell_box))
    parts.append(
        crops_part("sudoku-photos-dev", "measured sheets", "measures", [c for c in cells if c["puzzle"] in SUDOKU_MEASURED_PUZZLES], cell_box)
    )
    parts.append(idx_part("semeion", "all", "measures", *read_digits(cache / "semeion")))
    parts.append(idx_part("hwd-1000", "all", "measures", *read_digits(cache / "hwd-1000")))
    parts += [strings_part(set_id, "all", "measures", read_strings(cache / set_id)) for set_id in MEASURED_STRINGS]
    parts += [part for set_id in STRING_SETS for part in split_strings(set_id, cache)]
    return parts + pen_parts(cache)
