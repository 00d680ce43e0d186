"""The bank of single characters that synthetic pages are written with: ink strength 0..255, cropped to the ink."""
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from ..data.readers import read_digits
from ..data.sets import training_sets
from ..data.splits import MNIST_VALIDATION, digit_parts
from ..normalize import ink_box

FONT_FOLDER = Path("/usr/share/fonts")
FONT_PACKAGES = [
    "fonts-dejavu-core", "fonts-dejavu-extra", "fonts-liberation", "fonts-freefont-ttf", "fonts-lato", "fonts-breip", "fonts-kristi",
    "fonts-dkg-handwriting", "fonts-bwht", "fonts-comic-neue", "fonts-ecolier-court", "fonts-femkeklaver", "fonts-dancingscript",
    "fonts-humor-sans", "fonts-kaushanscript", "fonts-leckerli-one", "fonts-rufscript", "fonts-havana",
]
"""Debian packages whose fonts write the printed digits and the words that must be rejected (all free licences)."""
HANDWRITING_FONTS = ("kristi", "humor", "leckerli", "dkg", "ecolier", "rufscript", "breip", "femke", "comic", "because", "dancing", "kaushan")
UNREADABLE_FONTS = ("joscelyn", "symbol", "emoji", "dingbats", "math", "opens", "freemonob", "d050", "standardsymbols")
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
LOOK_ALIKES = set("OoDQIlijSsZzBbgqGy")
"""Letters that alone may be digits: they stand in words only, where their neighbours tell."""
MARKS = ".,-/:;+=%$€£#()*?!&"
RENDER_SIZE = 56


@dataclass
class GlyphBank:
    """`digits[label]` are lists of glyphs by source, so that a page may keep to one hand."""
    digits: dict[str, list[list[np.ndarray]]] = field(default_factory=dict)
    letters: dict[str, dict[str, np.ndarray]] = field(default_factory=dict)
    """Letters and marks by font."""


def tight(glyph: np.ndarray) -> np.ndarray:
    x, y, width, height = ink_box(glyph, 48)
    return glyph[y:y + height, x:x + width]


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


def readable_fonts() -> list[Path]:
    paths = sorted(p for p in FONT_FOLDER.rglob("*") if p.suffix.lower() in (".ttf", ".otf"))
    return [p for p in paths if not any(word in p.name.lower() for word in UNREADABLE_FONTS)]


def add_fonts(bank: GlyphBank) -> None:
    printed: list[list[np.ndarray]] = [[] for _ in range(10)]
    written: list[list[np.ndarray]] = [[] for _ in range(10)]
    for path in readable_fonts():
        font = ImageFont.truetype(str(path), RENDER_SIZE)
        target = written if any(word in path.name.lower() for word in HANDWRITING_FONTS) else printed
        rendered = [render(font, str(label)) for label in range(10)]
        if all(glyph is not None for glyph in rendered):
            for label, glyph in enumerate(rendered):
                target[label].append(glyph)
        shapes = {character: render(font, character) for character in LETTERS + MARKS}
        bank.letters[path.name] = {character: glyph for character, glyph in shapes.items() if glyph is not None}
    for name, digits in (("printed", printed), ("font-written", written)):
        if digits[0]:
            bank.digits[name] = digits


def load_script_bank(cache: Path, script: str) -> GlyphBank:
    """What trains of a script's own sets; the installed fonts give letters to reject, not digits, which are Latin."""
    bank = GlyphBank()
    add_fonts(bank)
    bank.digits.clear()
    for row in training_sets(script):
        images, labels = read_digits(cache / row.id)
        kept = digit_parts(len(labels))["train"]
        bank.digits[row.id] = group_by_label(images[kept], labels[kept])
    return bank


def load_bank(cache: Path, mnist: Path, script: str = "latin", allow_missing: bool = False) -> GlyphBank:
    """For Latin: MNIST without its validation part, USPS (without it only when `allow_missing`) and the installed fonts."""
    if script != "latin":
        return load_script_bank(cache, script)
    bank = GlyphBank()
    images, labels = read_digits(mnist, "train")
    bank.digits["mnist"] = group_by_label(images[:-MNIST_VALIDATION], labels[:-MNIST_VALIDATION])
    if not allow_missing or (cache / "usps").exists():
        bank.digits["usps"] = group_by_label(*read_digits(cache / "usps"))
    add_fonts(bank)
    return bank
