"""What is written with handwriting fonts: digits of many hands, and whole words in running script, which are to be rejected."""

import numpy as np
from PIL import ImageFont

from ..data.fonts import font_path, font_rows
from .glyphs import LOOK_ALIKES, RENDER_SIZE, GlyphBank, Word, add_font, render

WORDS_A_FONT = 24
ONSETS = ["b", "c", "ch", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "sch", "st", "t", "tr", "v", "w", "z", "qu", "j"]
VOWELS = ["a", "e", "i", "o", "u", "ai", "ee", "ou", "y", "ie"]
CODAS = ["", "", "", "n", "r", "l", "s", "nd", "ng", "ll", "ck", "tt", "m", "x", "ft"]


def pseudo_word(rng: np.random.Generator) -> str:
    """Two to four syllables that no language need have; now and then with a capital or all of them."""
    word = "".join(str(rng.choice(ONSETS)) + str(rng.choice(VOWELS)) + str(rng.choice(CODAS)) for _ in range(int(rng.integers(1, 4))))
    case = rng.random()
    return word.upper() if case < 0.1 else word.capitalize() if case < 0.4 else word


def running_word(font: ImageFont.FreeTypeFont, text: str) -> Word | None:
    """A word with its letters joined as the font joins them, and the columns where a letter stands that alone may be a digit."""
    glyph = render(font, text)
    if glyph is None:
        return None
    ends = [font.getlength(text[:count]) for count in range(len(text) + 1)]
    scale = glyph.shape[1] / max(1.0, ends[-1])
    return Word(glyph, [(ends[k] * scale, ends[k + 1] * scale) for k, letter in enumerate(text) if letter in LOOK_ALIKES])


def add_pens(bank: GlyphBank, seed: int = 5) -> None:
    """The training part of the handwriting fonts, as far as they are there, into the bank: digits, letters and words."""
    rng = np.random.default_rng(seed)
    digits: list[list[np.ndarray]] = [[] for _ in range(10)]
    for row in font_rows("train"):
        path = font_path(row["name"])
        if not path.exists():
            continue
        font = ImageFont.truetype(str(path), RENDER_SIZE)
        add_font(bank, path.name, font, digits)
        words = [running_word(font, pseudo_word(rng)) for _ in range(WORDS_A_FONT)]
        bank.words[path.name] = [word for word in words if word is not None]
    if digits[0]:
        bank.digits["pens"] = digits
