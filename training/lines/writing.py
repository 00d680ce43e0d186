"""Labels written with the ink of one hand: digits, marks, letters, crosses and struck-out digits."""

from dataclasses import dataclass, replace

import numpy as np
from PIL import Image, ImageDraw

from ..scenes.ink import HAND_SOURCES, Hand, InkLayer, broken, pick_font, place, shape_glyph
from .alphabet import CROSSED, LETTER, STRUCK
from .handwriting import Handwriting
from .letters import in_floats, write_letters
from .marks import ENDINGS, JOINED, any_of, joined_ending, mark_shape

Generator = np.random.Generator
SOURCE_SHARES = {
    "mnist": 0.17,
    "usps": 0.03,
    "cheques": 0.08,
    "church-books": 0.05,
    "printed": 0.05,
    "font-written": 0.03,
    "pens": 0.08,
    "strokes": 0.05,
    "unipen": 0.18,
    "unipen-words": 0.05,
    "crohme": 0.12,
    "pendigits": 0.08,
    "bhmsds": 0.05,
}


MAY_BE_ONE = "/()"
"""Marks that alone may be a slanted 1."""


@dataclass(frozen=True)
class Start:
    """Where a text begins, in pixels, and how it stands there."""

    x: float
    baseline: float
    pitch: float = 0.0
    """Width of the cells, one a character; 0 where the text is written freely."""
    is_page: bool = False
    """On a page digits get their boxes, and one that would be cut off by the border is left out."""


def pick_line_hand(rng: Generator, handwriting: Handwriting, height: float) -> Hand:
    sources = list(handwriting.digits)
    weights = np.array([SOURCE_SHARES.get(source, 0.05) for source in sources])
    source = str(rng.choice(sources, p=weights / weights.sum()))
    is_printed = source == "printed"
    return Hand(
        source=source,
        height=height,
        slant=0.0 if is_printed and rng.random() < 0.8 else rng.uniform(-0.2, 0.4),
        angle=rng.normal(0, 0.03),
        aspect=rng.uniform(0.7, 1.3),
        contrast=rng.uniform(1.0, 4.0),
        threshold=rng.uniform(0.2, 0.62) if source != "usps" else rng.uniform(0.3, 0.5),
        darkness=rng.uniform(0.25, 1.0),
        jitter=0.02 if is_printed else rng.uniform(0.02, 0.16),
        font=pick_font(rng, handwriting.bank),
    )


def strike(rng: Generator, layer: InkLayer, x0: float, y0: float, x1: float, y1: float, darkness: float) -> None:
    """One to five strokes, or a zigzag, across a place."""
    height, width = layer.strength.shape
    image = Image.new("L", (width * 2, height * 2), 0)
    draw, pen = ImageDraw.Draw(image), int(rng.integers(2, 6))
    kind, w, h = rng.random(), x1 - x0, y1 - y0

    def at(u: float, v: float) -> tuple[float, float]:
        return 2 * (x0 + (u + rng.normal(0, 0.06)) * w), 2 * (y0 + (v + rng.normal(0, 0.06)) * h)

    if kind < 0.35:
        for level in rng.uniform(0.25, 0.75, int(rng.integers(1, 4))):
            draw.line([at(-0.15, level), at(1.15, level + rng.normal(0, 0.1))], fill=255, width=pen)
    elif kind < 0.65:
        draw.line([at(-0.1, 0), at(1.1, 1)], fill=255, width=pen)
        if rng.random() < 0.7:
            draw.line([at(1.1, 0), at(-0.1, 1)], fill=255, width=pen)
    else:
        turns = int(rng.integers(4, 14))
        draw.line(
            [at(0.5 + 0.5 * np.sin(2.4 * k), k / turns) if kind < 0.85 else at(k / turns, 0.5 + 0.45 * (-1) ** k) for k in range(turns + 1)],
            fill=255,
            width=pen,
        )
    np.maximum(layer.strength, np.asarray(image.reduce(2), np.float32) / 255 * darkness, out=layer.strength)


def write_text(
    rng: Generator,
    layer: InkLayer,
    handwriting: Handwriting,
    hand: Hand,
    text: str,
    at: Start,
) -> list[float]:
    """Writes a label's characters from `at` on, a space as a wide gap; returns the edges between them."""
    x, baseline, pitch, is_page = at.x, at.baseline, at.pitch, at.is_page
    gap = float(rng.choice([rng.uniform(-0.08, 0.12), rng.uniform(0.05, 0.3), rng.uniform(0.3, 0.7)], p=[0.4, 0.45, 0.15])) * hand.height
    same = int(rng.integers(len(handwriting.digits[hand.source][0]))) if hand.source in HAND_SOURCES else None
    edges, start = [x], x
    is_broken = rng.random() < 0.05
    is_joined = text.endswith(ENDINGS) and not pitch and rng.random() < JOINED
    for index, character in enumerate(text):
        if is_joined and index == len(text) - 1:
            break
        cell = start + index * pitch
        if character == " ":
            x += rng.uniform(0.35, 1.5) * hand.height
            edges.append(x)
            continue
        if character == LETTER:
            x = (
                write_letters(rng, layer, handwriting, hand, x + rng.uniform(0.1, 0.5) * hand.height * (index > 0), baseline)
                + rng.uniform(0.1, 0.6) * hand.height
            )
            edges.append(x)
            continue
        lift = 0.0
        if character.isdigit() or character == STRUCK:
            label = int(character) if character.isdigit() else int(rng.integers(10))
            glyphs = handwriting.digits[hand.source][label]
            height = max(6.0, hand.height * (1 + rng.normal(0, hand.jitter)))
            shape = shape_glyph(rng, glyphs[same] if same is not None else any_of(rng, glyphs), hand, height)
            shape = broken(rng, shape) if is_broken else shape
        elif character == CROSSED:
            height = hand.height * rng.uniform(0.8, 1.5)
            shape = shape_glyph(rng, any_of(rng, handwriting.crosses), replace(hand, aspect=hand.aspect * rng.uniform(0.9, 1.5)), height)
        elif is_joined and index == len(text) - 2:
            shape, lift = joined_ending(rng, hand, text[-2:])
            height = float(shape.shape[0])
        else:
            shape, lift = mark_shape(rng, handwriting, hand, character)
            height = float((shape > 0.3).any(1).sum())
        solid = (shape > 0.3).any(0).sum()
        left = cell + (pitch - solid) * rng.uniform(0.3, 0.7) if pitch else x
        y = baseline - lift - height + rng.normal(0, hand.jitter * 0.5) * hand.height
        y += np.tan(hand.angle) * (left - start)
        box = place(layer, shape, left, y, hand.darkness * rng.uniform(0.8, 1), int(character) if is_page and character.isdigit() else None)
        if box is not None and character == STRUCK:
            strike(rng, layer, box[0], box[1], box[0] + box[2], box[1] + box[3], hand.darkness)
        if is_page and box is not None and not character.isdigit():
            (layer.ambiguous if character in MAY_BE_ONE else layer.others).append(in_floats(box))
        x = cell + pitch if pitch else left + (box[2] if box else 4) + gap + rng.normal(0, 0.05) * hand.height
        if not pitch and (character in ".,-/:()" or (index + 1 < len(text) and text[index + 1] in ".,-/:()")):
            x += rng.uniform(0.0, 0.15) * hand.height
        edges.append(x)
    return edges
