"""Characters of many writers as ink for lines of numbers: strokes of the online sets drawn with every pen, marks, letters."""

import gzip
import json
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from ..data.readers import read_idx
from ..data.sets import Allowed, set_named
from ..scenes.bank import load_bank
from ..scenes.glyphs import GlyphBank, tight
from .splits import bhmsds_part, unipen_part

Generator = np.random.Generator
HEIGHT = 56
FINE = 3
"""Strokes are drawn this many times larger, then averaged."""
DIGIT_STROKES = {
    "unipen": "unipen-digits/train-strokes.jsonl.gz",
    "unipen-words": "unipen-strings/single-digit-words.strokes.jsonl.gz",
    "crohme": "crohme-digits/train-strokes.jsonl.gz",
    "pendigits": "pendigits/train-strokes.jsonl.gz",
}
SIGN_STROKES = ("crohme-negatives/strokes.jsonl.gz", "chars74k-letters/letters-strokes.jsonl.gz")
HANDWRITING_SETS = tuple(dict.fromkeys([*(file.split("/")[0] for file in (*DIGIT_STROKES.values(), *SIGN_STROKES)), "bhmsds"]))
"""The sets that `load_handwriting` reads besides the bank's."""
MARKS_OF_SIGNS = {".": ".", ",": ",", "-": "-", "+": "+", "/": "/", "\\times": "×", "(": "(", ")": ")", "=": "="}
MARKS_OF_FONTS = ".,-/:+=%$€£()"
BHMSDS_MARKS = {0: ".", 1: "-", 2: "+", 3: "/"}
LOOK_ALIKES = set("OoDQIlijSsZzBbgqGyr|![]CcUuTJLhftPpAE") | {
    *("\\prime", "\\int", "\\theta", "\\phi", "\\gamma", "\\infty", "\\in"),
    *("\\{", "\\}", "\\beta", "\\sigma", "\\sum"),
}
"""Letters and signs that alone may be a digit to a person: they stand beside others only."""
PATHS = {
    "%": [[(8.5, 0), (1, 16)], [(2.5, 1), (0.8, 3), (2.5, 5), (4, 3), (2.5, 1)], [(7.5, 11), (5.8, 13), (7.5, 15), (9.2, 13), (7.5, 11)]],
    "$": [[(8.5, 3), (5, 1.5), (1.5, 4), (5, 8), (8.5, 11.5), (5, 14.5), (1, 13)], [(5, 0), (5, 16)]],
    "€": [[(9, 2), (6, 0), (2.5, 4), (2, 8), (2.5, 12), (6, 16), (9, 14)], [(0, 6.5), (7, 6.2)], [(0, 9.5), (6.5, 9.2)]],
    "£": [[(8.5, 3), (6.5, 0.5), (4, 2), (3.8, 8), (3.5, 13), (1, 16), (1, 16), (9, 15.5)], [(0.8, 8.5), (7, 8.2)]],
    "¥": [[(0.5, 0), (5, 7.5)], [(9.5, 0), (5, 7.5), (5, 16)], [(1, 8.5), (9, 8.3)], [(1, 11.5), (9, 11.3)]],
    "₹": [[(1, 0.5), (9.5, 0.3)], [(1, 4), (9, 3.8)], [(3, 0.5), (7, 1), (7.5, 5), (2, 8), (2, 8), (7.5, 16)]],
    ":": [[(5, 3), (5.2, 3.4)], [(5, 12), (5.2, 12.5)]],
    "·": [[(5, 5), (5.3, 5.3)]],
}
"""Marks that no set of strokes has, on a grid 10 wide and 16 tall."""
CROSS: list[list[tuple[float, float]]] = [[(1, 1), (9, 15)], [(9, 1), (1, 15)]]
"""Where no set of strokes with crosses may train."""


class Handwriting:
    """Ink by character. `digits[source][label]`, `marks[code]`, `letters` (look-alikes apart), all light on dark 0..255."""

    def __init__(self, bank: GlyphBank):
        self.bank = bank
        self.digits: dict[str, list[list[np.ndarray]]] = dict(bank.digits)
        self.marks: dict[str, list[np.ndarray]] = {}
        self.letters: list[np.ndarray] = []
        self.look_alikes: list[np.ndarray] = []
        self.crosses: list[np.ndarray] = []


def drawn_strokes(strokes: list[np.ndarray], pen: float) -> np.ndarray:
    """Strokes (points x, y in pixels) drawn with a round pen `pen` pixels wide: light on dark, cropped to the ink."""
    low = np.min([stroke.min(0) for stroke in strokes], 0) - pen
    high = np.max([stroke.max(0) for stroke in strokes], 0) + pen
    width, height = np.ceil(high - low).astype(int).clip(2, 400)
    image = Image.new("L", (int(width) * FINE, int(height) * FINE), 0)
    draw, radius = ImageDraw.Draw(image), pen * FINE / 2
    for stroke in strokes:
        points = [tuple(point) for point in (stroke - low) * FINE]
        if len(points) > 1:
            draw.line(points, fill=255, width=max(1, round(2 * radius)), joint="curve")
        for x, y in (points[0], points[-1]):
            draw.ellipse([x - radius, y - radius, x + radius, y + radius], fill=255)
    return tight(np.asarray(image.reduce(FINE)))


def pen_width(rng: Generator) -> float:
    return HEIGHT * float(np.exp(rng.uniform(np.log(0.035), np.log(0.16))))


def drawn_row(rng: Generator, row: dict) -> np.ndarray | None:
    """One row of a stroke file (ink box 300 tall) as ink about HEIGHT pixels tall; a dot keeps its pen's size."""
    strokes = [np.array(flat, float).reshape(-1, 2) * (HEIGHT / 300) for flat in row["strokes"] if len(flat) >= 2]
    if not strokes:
        return None
    glyph = drawn_strokes(strokes, pen_width(rng))
    return glyph if min(glyph.shape) >= 2 else None


def stroke_rows(path: Path):
    with gzip.open(path, "rt") as file:
        for line in file:
            yield json.loads(line)


def within(files: Iterable[str], allowed: Allowed) -> list[str]:
    """The files of sets that may train under these terms."""
    return [file for file in files if set_named(file.split("/")[0]).is_within(allowed)]


def add_digit_strokes(hand: Handwriting, cache: Path, rng: Generator, allowed: Allowed) -> None:
    for name, file in DIGIT_STROKES.items():
        if not within([file], allowed):
            continue
        digits: list[list[np.ndarray]] = [[] for _ in range(10)]
        for row in stroke_rows(cache / file):
            if name.startswith("unipen") and unipen_part(row["writer"]) != "train":
                continue
            if name == "crohme" and row["label"] in "012" and rng.random() < 0.6:
                continue
            glyph = drawn_row(rng, row)
            if glyph is not None:
                digits[int(row["label"])].append(glyph)
        hand.digits[name] = digits


def path_glyph(rng: Generator, path: list[list[tuple[float, float]]]) -> np.ndarray:
    scale = HEIGHT / 16
    strokes = [(np.array(stroke) + rng.normal(0, 0.5, (len(stroke), 2)) + rng.normal(0, 0.3, 2)) * scale for stroke in path]
    return drawn_strokes(strokes, pen_width(rng))


def add_signs(hand: Handwriting, cache: Path, rng: Generator, allowed: Allowed) -> None:
    for file in within(SIGN_STROKES, allowed):
        for row in stroke_rows(cache / file):
            glyph = drawn_row(rng, row)
            if glyph is None:
                continue
            label = row["label"]
            if label in MARKS_OF_SIGNS:
                hand.marks.setdefault(MARKS_OF_SIGNS[label], []).append(glyph)
            elif label in LOOK_ALIKES:
                hand.look_alikes.append(glyph)
            else:
                hand.letters.append(glyph)
            if label in ("x", "X", "\\times"):
                hand.crosses.append(glyph)
    for code, path in PATHS.items():
        hand.marks.setdefault(code, []).extend(path_glyph(rng, path) for _ in range(150))
    if not hand.crosses:
        hand.crosses = [path_glyph(rng, CROSS) for _ in range(600)]
        hand.marks["×"] = hand.crosses


def add_photographed_marks(hand: Handwriting, cache: Path) -> None:
    images = read_idx(cache / "bhmsds/negatives-images-idx3-ubyte")
    labels = read_idx(cache / "bhmsds/negatives-labels-idx1-ubyte")
    for label, code in BHMSDS_MARKS.items():
        chosen = np.flatnonzero(labels == label)[:1200]
        hand.marks[code].extend(tight(images[k]) for k in chosen if images[k].max() >= 96)
    for label in range(4, 8):
        chosen = np.flatnonzero(labels == label)[:1200]
        target = hand.look_alikes if label in (6, 7) else hand.letters
        target.extend(tight(images[k]) for k in chosen if images[k].max() >= 96)
    images, labels = read_idx(cache / "bhmsds/images-idx3-ubyte"), read_idx(cache / "bhmsds/labels-idx1-ubyte")
    digits: list[list[np.ndarray]] = [[] for _ in range(10)]
    for label in range(10):
        chosen = np.flatnonzero(labels == label)
        digits[label] = [tight(images[k]) for k in chosen if bhmsds_part(k) == "train"]
    hand.digits["bhmsds"] = digits


def add_font_marks(hand: Handwriting) -> None:
    for shapes in hand.bank.letters.values():
        for code in MARKS_OF_FONTS:
            if code in shapes:
                hand.marks.setdefault(code, []).append(shapes[code])


def load_handwriting(cache: Path, mnist: Path, allowed: Allowed = "all", seed: int = 11) -> Handwriting:
    """Everything that may train: the bank of the locator's pages, strokes of the online sets, marks, letters."""
    rng = np.random.default_rng(seed)
    hand = Handwriting(load_bank(cache, mnist, allowed=allowed))
    add_digit_strokes(hand, cache, rng, allowed)
    add_signs(hand, cache, rng, allowed)
    add_photographed_marks(hand, cache)
    add_font_marks(hand)
    return hand
