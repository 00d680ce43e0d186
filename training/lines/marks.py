"""Marks of numbers as ink: how large they are beside the digits and where they stand."""

from dataclasses import replace

import numpy as np

from ..scenes.ink import Hand, shape_glyph
from .handwriting import HEIGHT, Handwriting, drawn_strokes, pen_width

Generator = np.random.Generator
MARK_HEIGHTS = {
    ".": (0.08, 0.2),
    "·": (0.08, 0.18),
    ",": (0.18, 0.4),
    "-": (0.05, 0.12),
    "+": (0.4, 0.65),
    "/": (1.0, 1.5),
    ":": (0.35, 0.6),
    "%": (0.75, 1.1),
    "(": (1.0, 1.45),
    ")": (1.0, 1.45),
    "=": (0.2, 0.4),
    "×": (0.35, 0.55),
    "$": (0.95, 1.3),
    "€": (0.85, 1.1),
    "£": (0.9, 1.15),
    "¥": (0.85, 1.1),
    "₹": (0.85, 1.15),
}
"""Least and greatest height of a mark, in heights of a digit."""
MARK_CENTERS = {
    "·": 0.5,
    "-": 0.45,
    "+": 0.45,
    ":": 0.32,
    "=": 0.45,
    "×": 0.42,
    "(": 0.5,
    ")": 0.5,
    "/": 0.5,
    "%": 0.5,
    "$": 0.5,
    "€": 0.5,
    "£": 0.5,
    "¥": 0.5,
    "₹": 0.5,
}
"""Where a mark's middle stands above the baseline; a point stands on it and a comma hangs from it."""


TALL_COMMAS = 0.2
"""Share of the commas that are nearly as tall as digits."""
ENDINGS = "/-", "/="
JOINED = 0.6
"""Share of the endings of amounts that are drawn as one figure."""


def joined_ending(rng: Generator, hand: Hand, ending: str) -> tuple[np.ndarray, float]:
    """The ending of an amount, a slash whose dashes begin at it, and the height of its lower edge above the baseline, in pixels."""
    lean, level, length = rng.uniform(-1, 8), rng.uniform(1, 10), rng.uniform(5, 16)

    def along(y: float) -> float:
        return lean * (1 - y / 16)

    strokes = [np.array([(along(0), 0), (along(16), 16)])]
    for lower in range(len(ending) - 1 + (ending == "/=")):
        y = level + 3.5 * lower
        start = along(y) + rng.uniform(-0.5, 1.5)
        strokes.append(np.array([(start, y), (start + length * 0.5, y + rng.normal(0, 0.6)), (start + length, y + rng.normal(0, 1))]))
    glyph = drawn_strokes([(stroke + rng.normal(0, 0.3, stroke.shape)) * (HEIGHT / 16) for stroke in strokes], pen_width(rng))
    height = hand.height * rng.uniform(1.0, 1.6)
    return shape_glyph(rng, glyph, replace(hand, slant=0.0, aspect=1.0), height), (0.5 + rng.normal(0, 0.08)) * hand.height - height / 2


def any_of(rng: Generator, glyphs: list[np.ndarray]) -> np.ndarray:
    return glyphs[int(rng.integers(len(glyphs)))]


def mark_shape(rng: Generator, handwriting: Handwriting, hand: Hand, mark: str) -> tuple[np.ndarray, float]:
    """A mark's ink and the height of its lower edge above the baseline, in pixels."""
    font = handwriting.bank.letters.get(hand.font, {})
    glyph = font[mark] if mark in font and rng.random() < 0.12 else any_of(rng, handwriting.marks[mark])
    low, high = MARK_HEIGHTS[mark]
    height = hand.height * rng.uniform(low, high)
    if mark == "-":
        height = np.clip(hand.height * rng.uniform(0.2, 0.75) * glyph.shape[0] / glyph.shape[1], 1.5, 0.3 * hand.height)
    if mark == "," and rng.random() < TALL_COMMAS:
        height = hand.height * rng.uniform(0.4, 0.8)
    shape = shape_glyph(rng, glyph, replace(hand, slant=hand.slant * 0.5), max(1.6, float(height)))
    if mark == ".":
        return shape, rng.normal(0, 0.05) * hand.height
    if mark == ",":
        return shape, -height * rng.uniform(0.3, 0.9)
    return shape, (MARK_CENTERS[mark] + rng.normal(0, 0.06)) * hand.height - height / 2
