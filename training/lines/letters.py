"""Letters and words beside numbers, written and printed."""

from dataclasses import replace

import numpy as np

from ..normalize import Box
from ..scenes.glyphs import LOOK_ALIKES, RENDER_SIZE
from ..scenes.ink import Hand, InkLayer, place, shape_glyph
from .handwriting import Handwriting
from .marks import any_of

Generator = np.random.Generator
PRINTED_LETTERS = 0.35
"""Share of the letters that are printed ones, of a font."""
SIGNS = "#*?!&;"
"""What is no mark of a number, and is read as letters are."""


def in_floats(box: Box) -> Box:
    x, y, width, height = box
    return float(x), float(y), float(width), float(height)


def write_printed(rng: Generator, layer: InkLayer, handwriting: Handwriting, hand: Hand, x: float, baseline: float) -> float:
    """One to eight letters of one font, in the sizes they have beside each other; returns where they end."""
    shapes = handwriting.bank.letters[hand.font]
    count = int(rng.integers(1, 9))
    characters = [character for character in shapes if character.isalpha() or character in SIGNS]
    if count < 3:
        characters = [character for character in characters if character not in LOOK_ALIKES]
    capital = shapes.get("H")
    scale = hand.height * rng.uniform(0.8, 1.3) / (capital.shape[0] if capital is not None else RENDER_SIZE * 0.7)
    space = rng.uniform(0.04, 0.4) * hand.height
    for character in rng.choice(characters, count):
        height = max(5.0, shapes[character].shape[0] * scale)
        below = 0.25 * height if character in "gjpqy" else 0.0
        box = place(layer, shape_glyph(rng, shapes[character], hand, height), x, baseline - height + below, hand.darkness, None)
        if box is not None:
            layer.others.append(in_floats(box))
        x += (box[2] if box else 4) + space
    return x


def write_letters(rng: Generator, layer: InkLayer, handwriting: Handwriting, hand: Hand, x: float, baseline: float) -> float:
    """A word or a few letters; returns where they end."""
    words = handwriting.bank.words.get(hand.font)
    height = hand.height * rng.uniform(0.6, 1.1)
    if words and rng.random() < 0.3:
        glyph = words[int(rng.integers(len(words)))].glyph
        box = place(layer, shape_glyph(rng, glyph, replace(hand, slant=0.0), max(7.0, height)), x, baseline - height, hand.darkness, None)
        return x + (box[2] if box else 0)
    if rng.random() < PRINTED_LETTERS and handwriting.bank.letters:
        return write_printed(rng, layer, handwriting, hand, x, baseline)
    count = int(rng.integers(1, 5))
    for _ in range(count):
        glyph = any_of(rng, handwriting.look_alikes if count > 2 and rng.random() < 0.45 else handwriting.letters)
        tall = max(6.0, height * rng.uniform(0.75, 1.1))
        box = place(layer, shape_glyph(rng, glyph, hand, tall), x, baseline - tall, hand.darkness, None)
        if box is not None:
            layer.others.append(in_floats(box))
        x += (box[2] if box else 4) + rng.uniform(0.03, 0.2) * hand.height
    return x
