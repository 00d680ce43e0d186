"""The measured set 'font-hands': numbers in handwriting fonts that never train, a line each, as a camera sees them."""

import csv
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from ..data.fonts import font_path, font_rows
from ..data.readers import MissingData
from . import paper
from .camera import camera

NUMBERS_A_FONT = 5
SEED = 31
"""Of the set that is measured."""


def written_number(rng: np.random.Generator, font: Path, text: str) -> np.ndarray:
    """One number at a font size of 32 to 80 pixels, spaced as the font spaces it, with room around: gray 0..255."""
    pen = ImageFont.truetype(str(font), int(rng.integers(32, 80)))
    left, top, right, bottom = pen.getbbox(text)
    margin = pen.size
    image = Image.new("L", (right - left + 2 * margin, bottom - top + margin), 0)
    ImageDraw.Draw(image).text((margin - left, margin // 2 - top), text, 255, font=pen)
    turned = image.rotate(rng.uniform(-4, 4), Image.Resampling.BICUBIC)
    ink = np.asarray(turned, np.float32) / 255 * rng.uniform(0.55, 0.95)
    return camera(rng, 255 * paper.light(rng, *ink.shape) * (1 - ink))


def write_hands(cache: Path, seed: int = SEED) -> Path:
    """Writes the set into `cache`/font-hands as PNG files with labels.csv. Raises MissingData without the fonts."""
    folder, rng = cache / "font-hands", np.random.default_rng(seed)
    (folder / "images").mkdir(parents=True, exist_ok=True)
    with (folder / "labels.csv").open("w", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["file", "label"])
        for row in font_rows("measure"):
            font = font_path(row["name"])
            if not font.exists():
                raise MissingData(f"{font} is missing: run the step `data`")
            for index in range(NUMBERS_A_FONT):
                text = "".join(rng.choice(list("0123456789"), int(rng.integers(2, 9))))
                name = f"{row['name']}-{index}.png"
                Image.fromarray(written_number(rng, font, text).astype(np.uint8)).save(folder / "images" / name)
                rows.writerow([name, text])
    return folder
