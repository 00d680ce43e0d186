"""The fonts that plates are drawn with: condensed, technical and stencil faces from npm's registry, all under free licenses."""

import csv
from pathlib import Path

import numpy as np
from PIL import ImageFont

from ..data.fonts import FOLDER as FONTS
from ..data.fonts import fetch_file, has_checksum
from ..data.readers import MissingData
from ..schedule import Progress
from .texts import CHARACTERS, LETTERS

Generator = np.random.Generator
FOLDER = FONTS / "plates"
LIST = Path(__file__).parent / "fonts.csv"
"""Columns: name, version (of the package @fontsource/name), license, weight, sha256 (of the font's file)."""
SIZE = 80
FAVORED = (
    "gidole",
    "barlow",
    "saira",
    "roboto-condensed",
    "sofia-sans",
    "pathway-gothic",
    "oswald",
    "archivo-narrow",
    "overpass",
    "ibm-plex-sans",
    "dosis",
    "mohave",
)
"""Families whose characters are most like those of plates (DIN 1451 and its kin) are taken for `FAVORED_SHARE` of the plates."""
FAVORED_SHARE = 0.55


def plate_font_rows() -> list[dict[str, str]]:
    with LIST.open() as file:
        return list(csv.DictReader(file))


def plate_font_path(row: dict[str, str]) -> Path:
    return FOLDER / f"{row['name']}-{row['weight']}.woff"


def prepare_plate_fonts(is_offline: bool) -> bool:
    """Brings what is missing; whether all are there."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    rows = plate_font_rows()
    progress, missing = Progress("plate fonts", len(rows)), 0
    for index, row in enumerate(rows):
        if not has_checksum(plate_font_path(row), row["sha256"]) and (is_offline or fetch_file(row, row["weight"], plate_font_path(row))):
            missing += 1
        progress.show(index + 1)
    print(f"plate fonts: {len(rows) - missing} of {len(rows)} there", flush=True)
    return missing == 0


def require_plate_fonts() -> None:
    """Raises MissingData unless every font is there as recorded."""
    missing = [row for row in plate_font_rows() if not has_checksum(plate_font_path(row), row["sha256"])]
    if missing:
        raise MissingData(f"{len(missing)} plate fonts are missing in {FOLDER}, the first is {missing[0]['name']}: run the step `data`")


class PlateFonts:
    """The loaded fonts. Raises MissingData where a font lacks a character."""

    def __init__(self):
        self.fonts: list[ImageFont.FreeTypeFont] = []
        self.favored: list[ImageFont.FreeTypeFont] = []
        for row in plate_font_rows():
            font = ImageFont.truetype(str(plate_font_path(row)), SIZE)
            if any(font.getlength(character) == 0 for character in CHARACTERS):
                raise MissingData(f"the font {row['name']} lacks letters or digits")
            (self.favored if row["name"].startswith(FAVORED) else self.fonts).append(font)

    def plate_font(self, rng: Generator) -> ImageFont.FreeTypeFont:
        fonts = self.favored if rng.random() < FAVORED_SHARE else self.fonts
        return fonts[int(rng.integers(len(fonts)))]

    def words_font(self, rng: Generator) -> ImageFont.FreeTypeFont:
        return self.fonts[int(rng.integers(len(self.fonts)))]

    def word(self, rng: Generator) -> str:
        """Letters of one word or two, in capitals or with a capital in front."""
        words = ["".join(rng.choice(list(LETTERS), int(rng.integers(3, 11)))) for _ in range(int(rng.integers(1, 3)))]
        return " ".join(words if rng.random() < 0.7 else [word.capitalize() for word in words])
