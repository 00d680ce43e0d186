"""What stands on plates and in codes: texts by the patterns of many countries, and any mixture of letters and digits."""

import numpy as np

Generator = np.random.Generator
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
DIGITS = "0123456789"
CHARACTERS = DIGITS + LETTERS

PATTERNS: dict[str, tuple[str, ...]] = {
    "brazil": ("LLL-DDDD",),
    "mercosur": ("LLLDLDD", "LL DDD LL", "LL DDDLL", "L DDD LLL"),
    "wide": (
        "LL-DDDLL",
        "LL-DDDLL",
        "L-LL DDDD",
        "LL-LL DDD",
        "LLL-L DD",
        "DLD DDDD",
        "DLL DDDD",
        "LL DDDDD",
        "LLL DDDDD",
        "LLL DDLL",
        "LL-DDD-LL",
        "LL DDDLL",
        "DDDD LLL",
        "DD-LL-DD",
        "LL-DD-LL",
        "D-LLL-DDD",
        "LLL DDD",
        "LLL-DDD",
        "LL DDDD L",
        "LLL-DD-DD",
        "DDDDDDD",
        "L DDD LL",
        "LL DD LLL",
        "LLDD LLL",
    ),
    "india": ("LL DD LL DDDD", "LLDDLLDDDD", "LLDDL DDDD"),
    "tall": (
        "LLL DDDD",
        "LLL-DDDD",
        "LLL DDD",
        "DDD LLL",
        "DLLLDDD",
        "LLD-LDL",
        "LLDLDL",
        "LDD-DDDD",
        "LLDDDDD",
        "DDDDLL",
        "LLLDDDD",
        "DLL DDD",
        "LL DDDD",
        "DDLLDD",
        "DDDDDDD",
    ),
    "any": ("*****", "******", "*******", "********", "LLLLLL", "LLLL", "DDDDDD", "LLLLLLL"),
}
"""L a letter, D a digit, * either; a space or dash is a gap, drawn or not, and stands in no label."""
CODES = (
    "DDLLDDD",
    "LLLLDDDDDDD",
    "LL-DDDD",
    "L-DDD",
    "DDD-LL",
    "LLDDDD",
    "*****",
    "****-****",
    "LLDDDDLL",
    "DDLLLDDD",
    "LLL-DDD",
    "L DDDDDD",
    "********",
)
"""Codes by hand: student ids, containers, serial and part numbers, seats."""


def filled(rng: Generator, pattern: str) -> str:
    """A pattern with its places filled."""
    places = {"L": LETTERS, "D": DIGITS, "*": CHARACTERS}
    return "".join(str(rng.choice(list(places[place]))) if place in places else place for place in pattern)


def text_of(rng: Generator, style: str) -> str:
    """A text for a plate of this style; one in seven has any characters."""
    patterns = PATTERNS["any" if rng.random() < 0.14 else style]
    return filled(rng, patterns[int(rng.integers(len(patterns)))])


def code_of(rng: Generator) -> str:
    return filled(rng, CODES[int(rng.integers(len(CODES)))])


def label_of(text: str) -> str:
    """The letters and digits alone."""
    return "".join(character for character in text if character in CHARACTERS)
