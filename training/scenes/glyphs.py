"""The bank of single characters that synthetic pages are written with: ink strength 0..255, cropped to the ink."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from ..data.readers import read_crops, read_strings
from ..data.splits import dida_parts, strip_parts
from ..normalize import Box, ink_box

FONT_FOLDER = Path("/usr/share/fonts")
FONT_PACKAGES = [
    "fonts-dejavu-core",
    "fonts-dejavu-extra",
    "fonts-liberation",
    "fonts-freefont-ttf",
    "fonts-lato",
    "fonts-breip",
    "fonts-kristi",
    "fonts-dkg-handwriting",
    "fonts-bwht",
    "fonts-comic-neue",
    "fonts-ecolier-court",
    "fonts-femkeklaver",
    "fonts-dancingscript",
    "fonts-humor-sans",
    "fonts-kaushanscript",
    "fonts-leckerli-one",
    "fonts-rufscript",
    "fonts-havana",
]
"""Debian packages whose fonts write the printed digits and the words that must be rejected (all free licences)."""
HANDWRITING_FONTS = ("kristi", "humor", "leckerli", "dkg", "ecolier", "rufscript", "breip", "femke", "comic", "because", "dancing", "kaushan")
UNREADABLE_FONTS = ("joscelyn", "symbol", "emoji", "dingbats", "math", "opens", "freemonob", "d050", "standardsymbols")
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
LOOK_ALIKES = set("OoDQIlijSsZzBbgqGy")
"""Letters that alone may be digits: they stand in words only, where their neighbours tell."""
MARKS = ".,-/:;+=%$€£#()*?!&"
RENDER_SIZE = 56
NO_CHARACTER = "\uffff"
"""Never a character: what a font draws for it is what it draws for all that it lacks."""


@dataclass
class Word:
    """A whole word in running script; `ambiguous` are the columns (from, to) of letters that alone may be digits."""

    glyph: np.ndarray
    ambiguous: list[tuple[float, float]]


@dataclass
class GlyphBank:
    """`digits[label]` are lists of glyphs by source, so that a page may keep to one hand."""

    digits: dict[str, list[list[np.ndarray]]] = field(default_factory=dict)
    letters: dict[str, dict[str, np.ndarray]] = field(default_factory=dict)
    """Letters and marks by font."""
    words: dict[str, list[Word]] = field(default_factory=dict)
    """Whole words by handwriting font."""


def tight(glyph: np.ndarray) -> np.ndarray:
    x, y, width, height = ink_box(glyph, 48)
    return glyph[y : y + height, x : x + width]


def group_by_label(images: np.ndarray, labels: np.ndarray) -> list[list[np.ndarray]]:
    return [[tight(image) for image in images[labels == label]] for label in range(10)]


def render(font: ImageFont.FreeTypeFont, text: str) -> np.ndarray | None:
    left, top, right, bottom = font.getbbox(text)
    if right - left < 2 or bottom - top < 2:
        return None
    image = Image.new("L", (right - left + 8, bottom - top + 8), 0)
    ImageDraw.Draw(image).text((4 - left, 4 - top), text, 255, font=font)
    glyph = np.asarray(image)
    return tight(glyph) if glyph.max() >= 48 else None


def connected(solid: np.ndarray) -> list[np.ndarray]:
    """The 8-connected parts of a small mask, largest first, by spreading the largest place number of each part."""
    places = np.where(solid, np.arange(1, solid.size + 1).reshape(solid.shape), 0)
    while True:
        padded = np.pad(places, 1)
        spread = np.max([padded[dy : dy + solid.shape[0], dx : dx + solid.shape[1]] for dy in range(3) for dx in range(3)], 0) * solid
        if np.array_equal(spread, places):
            break
        places = spread
    parts = [places == number for number in np.unique(places[places > 0])]
    return sorted(parts, key=np.sum, reverse=True)


def lifted_ink(gray: np.ndarray, box: Box, is_crop: bool) -> np.ndarray | None:
    """The ink of a digit cut from real paper, 0..255, without its neighbors' scraps; None where there is hardly any contrast.

    `is_crop`: the box is a loose one around the digit, not the digit's own.
    """
    x, y, width, height = (round(v) for v in box)
    cut = gray[max(0, y) : y + height, max(0, x) : x + width].astype(np.float32)
    if min(cut.shape) < 4:
        return None
    paper, dark = np.percentile(cut, 75), np.percentile(cut, 3)
    if paper - dark < 40:
        return None
    ink = np.clip((paper - cut) / (paper - dark), 0, 1)
    parts = connected(ink > 0.45)
    if is_crop:
        # A crop with a neighbor's ink in it cannot be told apart from one without: only lone, whole digits are taken.
        edges = parts[0][:, 0].any() or parts[0][:, -1].any()
        if edges or (len(parts) > 1 and parts[1].sum() > 0.04 * parts[0].sum()):
            return None
    middle = np.zeros_like(ink, bool)
    middle[:, cut.shape[1] // 5 : cut.shape[1] - cut.shape[1] // 5] = True
    kept = [part for part in parts if part.sum() >= 0.08 * parts[0].sum() and (part & middle).any()]
    if not kept:
        return None
    near = np.pad(np.any(kept, 0), 1)
    near = np.max([near[dy : dy + ink.shape[0], dx : dx + ink.shape[1]] for dy in range(3) for dx in range(3)], 0)
    glyph = (ink * near * 255).astype(np.uint8)
    return tight(glyph) if near.sum() > 12 else None


def add_lifted(bank: GlyphBank, name: str, cuts: Sequence[tuple[np.ndarray, Box, int]], is_crop: bool) -> None:
    digits: list[list[np.ndarray]] = [[] for _ in range(10)]
    for gray, box, label in cuts:
        glyph = lifted_ink(gray, box, is_crop)
        if glyph is not None and min(glyph.shape) >= 2:
            digits[label].append(glyph)
    if all(digits):
        bank.digits[name] = digits


def add_real_ink(bank: GlyphBank, cache: Path, sets: Sequence[str] = ("orand-car-a", "dida")) -> None:
    """Digits lifted from the training parts of the cheque strips and of DIDA, as far as `sets` names them."""
    if "orand-car-a" in sets:
        strips = read_strings(cache / "orand-car-a", are_corrected=True)
        kept = set(strip_parts([strip["file"] for strip in strips])["train"])
        cuts = [
            (strip["image"], box, int(character))
            for strip in strips
            if strip["file"] in kept and len(strip["boxes"]) == len(strip["label"])
            for box, character in zip(strip["boxes"], strip["label"], strict=True)
        ]
        add_lifted(bank, "cheques", cuts, is_crop=False)
    if "dida" in sets:
        crops = read_crops(cache / "dida", "images.tar", "labels.csv")
        kept = set(dida_parts([crop["file"] for crop in crops])["train"])
        cuts = [(crop["image"], (0, 0, crop["image"].shape[1], crop["image"].shape[0]), crop["label"]) for crop in crops if crop["file"] in kept]
        add_lifted(bank, "church-books", cuts, is_crop=True)


def readable_fonts() -> list[Path]:
    paths = sorted(p for p in FONT_FOLDER.rglob("*") if p.suffix.lower() in (".ttf", ".otf"))
    return [p for p in paths if not any(word in p.name.lower() for word in UNREADABLE_FONTS)]


def add_font(bank: GlyphBank, name: str, font: ImageFont.FreeTypeFont, digits: list[list[np.ndarray]]) -> None:
    """Letters and marks of a font into the bank, its digits, when it has all ten, into `digits`."""
    missing = bytes(font.getmask(NO_CHARACTER))

    def shape(character: str) -> np.ndarray | None:
        return None if bytes(font.getmask(character)) == missing else render(font, character)

    rendered = [glyph for label in range(10) if (glyph := shape(str(label))) is not None]
    if len(rendered) == 10:
        for label, glyph in enumerate(rendered):
            digits[label].append(glyph)
    shapes = {character: shape(character) for character in LETTERS + MARKS}
    drawn = {character: glyph for character, glyph in shapes.items() if glyph is not None}
    if all(letter in drawn for letter in LETTERS):
        bank.letters[name] = drawn


def add_fonts(bank: GlyphBank) -> None:
    printed: list[list[np.ndarray]] = [[] for _ in range(10)]
    written: list[list[np.ndarray]] = [[] for _ in range(10)]
    for path in readable_fonts():
        target = written if any(word in path.name.lower() for word in HANDWRITING_FONTS) else printed
        add_font(bank, path.name, ImageFont.truetype(str(path), RENDER_SIZE), target)
    for name, digits in (("printed", printed), ("font-written", written)):
        if digits[0]:
            bank.digits[name] = digits


def printed_digits(without: Sequence[str] = ()) -> list[list[np.ndarray]]:
    """Digits of the installed printed fonts, by label; `without` those of families, told by the beginning of a file's name."""
    digits: list[list[np.ndarray]] = [[] for _ in range(10)]
    for path in readable_fonts():
        name = path.name.lower()
        if not name.startswith(tuple(without)) and not any(word in name for word in HANDWRITING_FONTS):
            add_font(GlyphBank(), path.name, ImageFont.truetype(str(path), RENDER_SIZE), digits)
    return digits
