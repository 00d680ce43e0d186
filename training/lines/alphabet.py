"""The characters that the line reader tells apart, in the order of its outputs; the last output is CTC's blank."""

import json

from ..contract import ROOT

CHARACTERS: list[dict[str, str]] = json.loads((ROOT / "src/contract/characters.json").read_text())
CODES = [row["code"] for row in CHARACTERS]
BLANK = len(CODES)
OUTPUTS = BLANK + 1
DIGITS = range(10)
LETTER, CROSSED, STRUCK = "L", "X", "#"
"""How the three that are no part of a number are written in the labels of training strings."""
ALIASES = {LETTER: "letter", CROSSED: "crossed-box", STRUCK: "struck-out"}


def encoded(text: str) -> list[int]:
    """Output indexes of a label such as '-12.5' or 'X20'. Raises ValueError for a character that has none."""
    return [CODES.index(ALIASES.get(character, character)) for character in text]


def decoded(indexes: list[int]) -> str:
    """The label of output indexes: the reverse of `encoded`."""
    back = {code: alias for alias, code in ALIASES.items()}
    return "".join(back.get(CODES[index], CODES[index]) for index in indexes)
