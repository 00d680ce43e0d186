"""Real numbers as training lines: pictures cut as serving cuts them where the digits' places are known, whole where not."""

import io
import json
import tarfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from ..data.readers import member_bytes, read_labels, read_strings
from ..data.splits import strip_parts
from ..normalize import Box
from .compose import POOL_HEIGHT
from .splits import string_part

ABOVE, BESIDE = 0.25, 0.6
"""What serving adds to the box of the digits, in its heights (`line` in `model-contract.json`)."""
KEPT_ABOVE, KEPT_BESIDE = 0.6, 1.0
"""What is kept around it here, so that training can move the cut."""


@dataclass
class Line:
    """gray [POOL_HEIGHT, width] uint8; `part` is what serving would cut (x, y, width, height); `has_marks`: the label names the marks."""

    gray: np.ndarray
    text: str
    part: Box
    has_marks: bool
    source: str


@dataclass(frozen=True)
class StringSet:
    """A row of the sets of numbers that train: its share of a batch, the column of its labels, whether that names the marks."""

    id: str
    share: float
    column: str
    has_marks: bool
    padding: float = 0.0
    """Paper added above and below pictures that are cut to the ink, in their heights."""


STRING_SETS = (
    StringSet("meza-clinic-logbooks", 0.16, "raw", True),
    StringSet("orand-car-a", 0.11, "label", False),
    StringSet("mgr-danish-rowids", 0.09, "label", False),
    StringSet("mgr-danish-years", 0.07, "label", False),
    StringSet("crohme-strings-train", 0.05, "raw", True, 0.2),
    StringSet("unipen-strings", 0.08, "raw", True, 0.2),
)


BOXED_SETS = ("mgr-danish-rowids", "meza-clinic-logbooks")
"""The sets whose numbers also refine the locator, where the recognizer found just their digits."""


def around(boxes: list[Box]) -> Box:
    values = np.array(boxes, float)
    left, top = values[:, 0].min(), values[:, 1].min()
    return left, top, (values[:, 0] + values[:, 2]).max() - left, (values[:, 1] + values[:, 3]).max() - top


def line_of(gray: np.ndarray, text: str, row: StringSet, box: Box | None) -> Line:
    """A picture as a line. With the digits' `box` it is cut around them; without one it is taken whole."""
    height, width = gray.shape
    if box is None:
        pad = round(row.padding * height)
        level = int(np.median(gray))
        whole = np.pad(gray, ((pad, pad), (pad, pad)), constant_values=level)
        scale = POOL_HEIGHT / whole.shape[0]
        image = Image.fromarray(whole).resize((max(8, round(whole.shape[1] * scale)), POOL_HEIGHT), Image.BOX if scale < 0.5 else Image.BICUBIC)
        return Line(np.asarray(image), text, (0, 0, image.width, image.height), row.has_marks, row.id)
    x, y, w, h = box
    left, top = max(0, int(x - KEPT_BESIDE * h)), max(0, int(y - KEPT_ABOVE * h))
    right, bottom = min(width, int(x + w + KEPT_BESIDE * h) + 1), min(height, int(y + h + KEPT_ABOVE * h) + 1)
    scale = POOL_HEIGHT / (bottom - top)
    image = Image.fromarray(gray[top:bottom, left:right]).resize((max(8, round((right - left) * scale)), POOL_HEIGHT), Image.BICUBIC)
    part_x, part_y = max(0.0, x - BESIDE * h), y - ABOVE * h
    part_right = min(float(width), x + w + BESIDE * h)
    part = ((part_x - left) * scale, (part_y - top) * scale, (part_right - part_x) * scale, (1 + 2 * ABOVE) * h * scale)
    return Line(np.asarray(image), text, part, row.has_marks, row.id)


def read_boxes(path: Path) -> dict[str, list[dict]]:
    """Digits that the shipped reader found, by file name, as `npm run recognize` prints them."""
    if not path.exists():
        return {}
    rows = [json.loads(line) for line in path.read_text().splitlines()]
    return {Path(row["file"]).name: row.get("digits", []) for row in rows if "file" in row}


def box_of(digit: dict) -> Box:
    """The box of a digit as `npm run recognize` prints it."""
    box = digit["box"]
    return box["x"], box["y"], box["width"], box["height"]


def found_box(digits: list[dict] | None, label: str) -> Box | None:
    """The box of all digits where the reader found just those of the label."""
    if not digits or "".join(str(digit["label"]) for digit in digits) != label:
        return None
    return around([box_of(digit) for digit in digits])


def pictures_of(folder: Path):
    """Name and gray picture of each file in a set's `images.tar`."""
    with tarfile.open(folder / "images.tar") as tar:
        for member in tar:
            if member.isfile():
                yield Path(member.name).name, np.asarray(Image.open(io.BytesIO(member_bytes(tar, member))).convert("L"))


def labels_of(set_id: str, cache: Path, wanted: str) -> dict[str, dict[str, str]]:
    """Rows of `labels.csv` of a part ('train', 'validation', 'test') by file name."""
    return {row["file"]: row for row in read_labels(cache / set_id) if string_part(set_id, row) == wanted}


def boxed_numbers(set_id: str, cache: Path, wanted: str, boxes_folder: Path) -> list[dict]:
    """Numbers of a part whose digits the recognizer found, all and no others: image, label and boxes as `read_strings` gives them."""
    labels, found = labels_of(set_id, cache, wanted), read_boxes(boxes_folder / f"{set_id}.jsonl")
    return [
        {"image": gray, "label": labels[name]["label"], "boxes": [box_of(digit) for digit in found[name]]}
        for name, gray in pictures_of(cache / set_id)
        if name in labels and found_box(found.get(name), labels[name]["label"])
    ]


def strip_lines(row: StringSet, cache: Path, wanted: str) -> list[Line]:
    strips = read_strings(cache / row.id, are_corrected=True)
    names = set(strip_parts([strip["file"] for strip in strips])[wanted])
    return [
        line_of(strip["image"], strip["label"], row, around(strip["boxes"]) if strip["boxes"] else None) for strip in strips if strip["file"] in names
    ]


def string_lines(row: StringSet, cache: Path, wanted: str, boxes_folder: Path) -> list[Line]:
    """All lines of a set's part ('train', 'validation', 'test'); those with a label that is no number are left out."""
    if row.id == "orand-car-a":
        return strip_lines(row, cache, wanted)
    labels = labels_of(row.id, cache, wanted)
    found = read_boxes(boxes_folder / f"{row.id}.jsonl")
    lines = []
    for name, gray in pictures_of(cache / row.id):
        label = labels.get(name)
        text = label[row.column].replace("!", "") if label else ""
        if label and text:
            lines.append(line_of(gray, text, row, found_box(found.get(name), label["label"])))
    return lines
