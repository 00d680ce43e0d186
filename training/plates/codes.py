"""Codes by hand: capitals and digits of many writers and handwriting fonts, one line on paper."""

import gzip
import json
from pathlib import Path

import numpy as np
from PIL import ImageFont

from ..data.fonts import font_path, font_rows
from ..lines.handwriting import drawn_row
from ..lines.splits import unipen_part
from ..scenes.camera import camera
from ..scenes.glyphs import NO_CHARACTER, RENDER_SIZE, render
from ..scenes.ink import Hand, InkLayer, place, shape_glyph
from ..scenes.paper import draw_rules, light
from .texts import CHARACTERS, LETTERS, code_of

Generator = np.random.Generator
LETTER_STROKES = "chars74k-letters/letters-strokes.jsonl.gz"
DIGIT_STROKES = {"unipen": "unipen-digits/train-strokes.jsonl.gz", "crohme": "crohme-digits/train-strokes.jsonl.gz"}
HELD_BACK_WRITERS = frozenset(f"w{number:02d}" for number in range(46, 56))
"""Of the 55 writers of letters these measure."""
PENS = 3
"""Each letter is drawn with so many pens."""
DIGITS_A_LABEL = 500


def stroke_rows(path: Path) -> list[dict]:
    with gzip.open(path, "rt") as file:
        return [json.loads(line) for line in file]


class Codes:
    """Ink by character, light on dark 0..255: `written_by` of the stroke sets, `fonts` a dictionary a font."""

    def __init__(self, cache: Path, seed: int = 5):
        rng = np.random.default_rng(seed)
        self.strokes: dict[str, list[np.ndarray]] = {character: [] for character in CHARACTERS}
        for row in stroke_rows(cache / LETTER_STROKES):
            if row["label"] in LETTERS and row["writer"] not in HELD_BACK_WRITERS:
                self.strokes[row["label"]] += [glyph for _ in range(PENS) if (glyph := drawn_row(rng, row)) is not None]
        for name, file in DIGIT_STROKES.items():
            taken = dict.fromkeys("0123456789", 0)
            for row in stroke_rows(cache / file):
                if taken[row["label"]] >= DIGITS_A_LABEL or (name == "unipen" and unipen_part(row["writer"]) != "train"):
                    continue
                glyph = drawn_row(rng, row)
                if glyph is not None:
                    taken[row["label"]] += 1
                    self.strokes[row["label"]].append(glyph)
        self.fonts = [shapes for row in font_rows("train") if (shapes := capitals(font_path(row["name"])))]

    def written(self, rng: Generator, text: str | None = None) -> tuple[np.ndarray, np.ndarray, str]:
        """A code on paper: gray 0..255, the corners of its ink [4, 2], its text."""
        text = code_of(rng) if text is None else text
        height = rng.uniform(14, 48)
        shapes = self.fonts[int(rng.integers(len(self.fonts)))] if rng.random() < 0.4 else None
        hand = Hand(
            source="unipen",
            height=height,
            slant=rng.uniform(-0.2, 0.35),
            angle=rng.normal(0, 0.02),
            aspect=rng.uniform(0.75, 1.25),
            contrast=rng.uniform(1.0, 4.0),
            threshold=rng.uniform(0.2, 0.6),
            darkness=rng.uniform(0.4, 1.0),
            jitter=rng.uniform(0.02, 0.12),
            font="",
        )
        layer = InkLayer(np.zeros((round(height * 2.2), round(height * (len(text) + 2) * 1.4)), np.float32))
        x, base, gap = height * 0.5, height * 1.6, height * rng.uniform(0.03, 0.45)
        for character in text:
            if character in "- ":
                x += height * rng.uniform(0.25, 0.8)
                continue
            glyphs = [shapes[character]] if shapes else self.strokes[character]
            glyph = glyphs[int(rng.integers(len(glyphs)))]
            tall = height * (1 + rng.normal(0, hand.jitter))
            box = place(layer, shape_glyph(rng, glyph, hand, tall), x, base - tall + rng.normal(0, hand.jitter * 0.5) * height, hand.darkness, None)
            x += (box[2] if box else 4) + gap * rng.uniform(0.6, 1.4)
        rows, columns = (np.flatnonzero((layer.strength > 0.25).any(axis)) for axis in (1, 0))
        width = min(layer.strength.shape[1], round(x + height * 0.5))
        page_height = layer.strength.shape[0]
        sheet = light(rng, page_height, width)
        if rng.random() < 0.35:
            lines = draw_rules(
                rng, page_height, width, height * rng.uniform(0.5, 2.2), rng.normal(0, 0.01), vertical=rng.random() < 0.4, horizontal=True
            )
            sheet = sheet * (1 - lines * rng.uniform(0.1, 0.6))
        strength = layer.strength[:, :width]
        gray = camera(rng, (sheet * (1 - strength) + sheet * rng.uniform(0, 0.35) * strength) * 255)
        left, right, top, foot = columns[0], columns[-1] + 1, rows[0], rows[-1] + 1
        return gray, np.array([[left, top], [right, top], [right, foot], [left, foot]], float), text


def capitals(path: Path) -> dict[str, np.ndarray] | None:
    """Capitals and digits of a font; None where one is missing."""
    font = ImageFont.truetype(str(path), RENDER_SIZE)
    missing = bytes(font.getmask(NO_CHARACTER))
    drawn = {
        character: glyph for character in CHARACTERS if bytes(font.getmask(character)) != missing and (glyph := render(font, character)) is not None
    }
    return drawn if len(drawn) == len(CHARACTERS) else None
