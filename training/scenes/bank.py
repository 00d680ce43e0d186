"""The glyph bank of a script, filled from everything that may train."""

from pathlib import Path

from ..data.readers import read_digits
from ..data.sets import training_sets
from ..data.splits import MNIST_VALIDATION, digit_parts
from .glyphs import GlyphBank, add_fonts, add_real_ink, group_by_label
from .hand_strokes import add_hand_strokes
from .pens import add_pens


def add_all_fonts(bank: GlyphBank) -> None:
    add_fonts(bank)
    add_pens(bank)


def load_script_bank(cache: Path, script: str) -> GlyphBank:
    """What trains of a script's own sets; the installed fonts give letters to reject, not digits, which are Latin."""
    bank = GlyphBank()
    add_all_fonts(bank)
    bank.digits.clear()
    for row in training_sets(script):
        images, labels = read_digits(cache / row.id)
        kept = digit_parts(len(labels))["train"]
        bank.digits[row.id] = group_by_label(images[kept], labels[kept])
    return bank


def load_bank(cache: Path, mnist: Path, script: str = "latin", allow_missing: bool = False) -> GlyphBank:
    """For Latin: MNIST without its validation part, USPS, ink from cheques and church books (without these three only when
    `allow_missing`), drawn strokes, the installed fonts and the handwriting fonts of the `data` step."""
    if script != "latin":
        return load_script_bank(cache, script)
    bank = GlyphBank()
    images, labels = read_digits(mnist, "train")
    bank.digits["mnist"] = group_by_label(images[:-MNIST_VALIDATION], labels[:-MNIST_VALIDATION])
    if not allow_missing or (cache / "usps").exists():
        bank.digits["usps"] = group_by_label(*read_digits(cache / "usps"))
        add_real_ink(bank, cache)
    add_hand_strokes(bank)
    add_all_fonts(bank)
    return bank
