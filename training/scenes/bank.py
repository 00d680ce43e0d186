"""The glyph bank of a script, filled from everything that may train."""

from pathlib import Path

from ..data.readers import MissingData, read_digits
from ..data.sets import Allowed, set_named, training_sets
from ..data.splits import MNIST_VALIDATION, digit_parts
from .glyphs import GlyphBank, add_fonts, add_real_ink, group_by_label
from .hand_strokes import add_hand_strokes
from .pens import add_pens


def add_all_fonts(bank: GlyphBank) -> None:
    add_fonts(bank)
    add_pens(bank)


WRITTEN_WITH = ("mnist", "usps", "orand-car-a", "dida")
"""The sets whose ink Latin pages are written with; another script's pages take every set of it that may train."""


def bank_sets(script: str, allowed: Allowed = "all") -> tuple[str, ...]:
    rows = [set_named(set_id) for set_id in WRITTEN_WITH] if script == "latin" else training_sets(script)
    return tuple(row.id for row in rows if row.is_within(allowed))


def load_script_bank(cache: Path, script: str, allowed: Allowed = "all") -> GlyphBank:
    """What trains of a script's own sets; the installed fonts give letters to reject, not digits, which are Latin."""
    bank = GlyphBank()
    add_all_fonts(bank)
    bank.digits.clear()
    for set_id in bank_sets(script, allowed):
        images, labels = read_digits(cache / set_id)
        kept = digit_parts(len(labels))["train"]
        bank.digits[set_id] = group_by_label(images[kept], labels[kept])
    if not bank.digits:
        raise MissingData(f"no set of {script} may train under --terms {allowed}")
    return bank


def load_bank(cache: Path, mnist: Path, script: str = "latin", allow_missing: bool = False, allowed: Allowed = "all") -> GlyphBank:
    """For Latin: MNIST without its validation part, USPS, ink from cheques and church books (without these three only when
    `allow_missing`), drawn strokes, the installed fonts and the handwriting fonts of the `data` step."""
    if script != "latin":
        return load_script_bank(cache, script, allowed)
    bank = GlyphBank()
    images, labels = read_digits(mnist, "train")
    bank.digits["mnist"] = group_by_label(images[:-MNIST_VALIDATION], labels[:-MNIST_VALIDATION])
    if not allow_missing or (cache / "usps").exists():
        within = bank_sets(script, allowed)
        if "usps" in within:
            bank.digits["usps"] = group_by_label(*read_digits(cache / "usps"))
        add_real_ink(bank, cache, within)
    add_hand_strokes(bank)
    add_all_fonts(bank)
    return bank
