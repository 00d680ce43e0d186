"""Digits as strokes of a pen, in the ways people write them, drawn with the round pen of the app's drawing pad."""

from dataclasses import dataclass, replace

import numpy as np
from PIL import Image, ImageDraw

from .camera import Page
from .glyphs import GlyphBank, tight
from .ink import Hand, InkLayer, write_number

Generator = np.random.Generator
Points = list[tuple[float, float]]
GLYPH_HEIGHT = 56.0
GRID_WIDTH, GRID_HEIGHT = 10.0, 16.0
FINE = 6
"""Strokes are drawn this many times larger, then averaged."""
HANDS = 400
PAD_INK, PAD_PAPER = 26, 255
"""The drawing pad's grays (`src/app/pages/draw/drawing.ts`)."""

WAYS: dict[int, list[tuple[float, list[Points]]]] = {
    0: [
        (4, [[(5, 0), (1, 4), (0.5, 9), (2.5, 15), (5, 16), (8.5, 13), (9.5, 7), (8, 1.5), (5, 0), (4, 0.3)]]),
        (1, [[(7, 1), (4, 0), (1, 4), (0.5, 10), (4, 16), (8.5, 13), (9.5, 6), (7.5, 1), (5, 1.5), (4.5, 3.5)]]),
        (1, [[(6, 0.5), (2, 1.5), (0.5, 8), (3, 15.5), (7, 15), (9.5, 8), (8, 2), (5, 0.5), (4, 2.5), (7, 3.2), (10, 1)]]),
        (1, [[(5.5, 1), (2, 2), (0.5, 8), (3, 15), (6, 16), (9.3, 10), (8.5, 3), (6.8, 0.5)]]),
        (0.6, [[(5, 0), (1, 4), (0.5, 9), (2.5, 15), (5, 16), (8.5, 13), (9.5, 7), (8, 1.5), (5, 0)], [(9, 1.5), (1, 14.5)]]),
        (0.6, [[(8, 2), (4, 1), (0.5, 8), (2.5, 15), (6, 15), (9, 8), (8, 2.5), (5, 4), (4.5, 8), (7, 7.5)]]),
    ],
    1: [
        (2, [[(5, 0), (5, 16)]]),
        (1, [[(5.5, 0), (4.8, 6), (5.2, 12), (6.5, 16)]]),
        (1.5, [[(3, 2.5), (5, 0), (5, 0), (5, 16)]]),
        (2, [[(1.5, 5), (5, 0), (5, 0), (5, 16)]]),
        (1.5, [[(2.5, 5.5), (5, 0), (5, 0), (5, 16)]]),
        (1.5, [[(1, 8.5), (5, 0), (5, 0), (5, 16)]]),
        (1, [[(1.8, 4.2), (5, 0), (5, 0), (5, 16)]]),
        (1, [[(0.3, 5.2), (5, 0), (5, 0), (5, 16)]]),
        (1, [[(-1.2, 5.5), (5, 0), (5, 0), (5, 16)]]),
        (1, [[(-0.5, 8), (5, 0), (5, 0), (4.7, 16)]]),
        (1, [[(-2.5, 5.5), (5, 0), (5, 0), (5, 16)]]),
        (1, [[(1, 11), (3.5, 4.5), (5.3, 0), (5.3, 0), (5, 16)]]),
        (1.5, [[(1.5, 4.5), (5, 0), (5, 0), (5, 16)], [(2, 16), (8, 16)]]),
    ],
    2: [
        (3, [[(1, 4), (2.5, 0.8), (5, 0), (8.5, 2), (8.5, 5.5), (5, 10.5), (0.5, 16), (0.5, 16), (9.5, 16)]]),
        (2, [[(1, 4), (3, 0.5), (6, 0), (8.8, 3), (7.5, 7.5), (4, 13), (1.8, 15.5), (0.5, 14.3), (2, 13.3), (5, 15), (9.8, 15.5)]]),
        (1, [[(1, 1), (8.5, 0.5), (8.5, 0.5), (0.5, 16), (0.5, 16), (9.5, 15.5)]]),
        (1, [[(0.8, 3), (4, 0), (8.5, 2), (7, 8), (0.5, 15.8), (0.5, 15.8), (3, 15), (6, 16), (9.5, 14.5)]]),
    ],
    3: [
        (3, [[(1, 2), (4.5, 0), (8.5, 3), (4, 7.5), (4, 7.5), (9, 11), (7, 15), (4, 16), (0.5, 14)]]),
        (1.5, [[(1, 0.3), (9, 0.3), (9, 0.3), (4, 6.5), (4, 6.5), (9, 10.5), (6.5, 15.5), (0.5, 14.5)]]),
        (1.5, [[(1, 2), (5, 0), (8.3, 3.5), (4.5, 7.4), (3.2, 7), (4.5, 6.3), (9, 10.5), (6.5, 15.5), (0.5, 14.5)]]),
        (1, [[(0.5, 1), (6, 0), (8, 3), (5.5, 6.5), (8.8, 11), (5, 15.5), (1, 15.5)]]),
    ],
    4: [
        (2, [[(3, 0), (0.8, 9.5), (0.8, 9.5), (10, 9)], [(7.5, 3), (6.8, 16)]]),
        (1.5, [[(1.5, 0), (1, 7), (4, 9), (8, 6.5)], [(8.8, 0), (7.8, 16)]]),
        (1.5, [[(7, 16), (7.5, 0), (7.5, 0), (0.5, 11), (0.5, 11), (10, 10.5)]]),
        (1, [[(6.5, 0), (0.5, 10.5), (0.5, 10.5), (10, 10)], [(7, 0.5), (6.6, 16)]]),
        (1.5, [[(4.5, 0), (0.8, 9), (0.8, 9), (9, 7.8), (9, 7.8), (7, 16)]]),
        (1, [[(4, 0), (1, 7.5), (1, 7.5), (7, 6.5), (7, 6.5), (6, 16)]]),
        (1, [[(1.5, 0), (0.8, 8.5), (0.8, 8.5), (7, 7.5), (8.3, 9), (8, 16)]]),
        (1, [[(2, 0), (1, 6), (2.5, 8.5), (6, 8), (8.5, 3), (8.8, 1), (8.8, 1), (8, 16)]]),
    ],
    5: [
        (3, [[(2, 0.5), (1.5, 7), (1.5, 7), (5, 5.8), (9, 9.5), (7.5, 14.8), (3.5, 16), (0.3, 14)], [(2, 0.5), (9.5, 0)]]),
        (2, [[(9, 0), (2.2, 0.5), (2.2, 0.5), (1.5, 7), (1.5, 7), (5, 6), (9, 10), (6.5, 15.5), (0.3, 14.8)]]),
        (1.5, [[(9, 0.5), (4, 1), (1.5, 4), (4, 7), (8.5, 10), (7.5, 15), (3, 16), (0.3, 14.5)]]),
        (1.5, [[(2, 2.5), (1.5, 7.5), (1.5, 7.5), (5.5, 6.5), (9, 10.5), (6.5, 15.5), (0.3, 14.8)], [(3, 0.8), (10, 0)]]),
        (1, [[(8.5, 0), (2, 0), (2, 0), (2, 7), (2, 7), (7, 8), (8.5, 12), (6, 16), (0.5, 15)]]),
    ],
    6: [
        (2, [[(7.5, 0.3), (3, 5), (0.8, 11), (3, 15.7), (7, 15.5), (9, 12), (6.5, 8.5), (3, 9), (1, 12)]]),
        (2, [[(5.5, 0), (1.2, 10), (2, 15), (5, 16), (8.8, 13), (7.5, 9), (4, 9), (1.4, 12)]]),
        (1, [[(9, 2), (6, 0), (2, 5), (0.7, 11), (4, 16), (9, 13), (7, 8.5), (3, 9.5), (1.2, 12)]]),
        (1, [[(4, 0), (1.5, 8), (1.5, 14), (5, 16), (8.5, 13), (7, 9.5), (4, 10.5)]]),
    ],
    7: [
        (2, [[(0.5, 0.5), (9.5, 0.3), (9.5, 0.3), (4, 16)]]),
        (2, [[(0.5, 0.5), (9.5, 0.3), (9.5, 0.3), (4, 16)], [(2, 8), (9.2, 7.5)]]),
        (1, [[(0.8, 3), (0.6, 0.8), (0.6, 0.8), (9.5, 0.5), (9.5, 0.5), (4.5, 16)]]),
        (1, [[(0.3, 2.5), (2.5, 0.3), (6, 1.8), (9.5, 0.2), (9.5, 0.2), (5, 8), (4, 16)]]),
        (1.5, [[(0.3, 2.5), (2.5, 0.3), (6, 1.8), (9.5, 0.2), (9.5, 0.2), (5, 8), (4, 16)], [(1.2, 8.2), (9.8, 7.4)]]),
        (1, [[(0.5, 0.5), (9.3, 0.5), (9.3, 0.5), (6, 7), (5.2, 16)]]),
        (1, [[(1.5, 2.8), (3, 0.6), (7, 0.8), (7, 0.8), (5, 16)], [(0.5, 7.6), (9.5, 6.6)]]),
    ],
    8: [
        (2, [[(8.5, 2.5), (5, 0), (1.5, 3), (4.5, 7), (8.8, 11.5), (5.5, 16), (1, 13), (3.5, 8.8), (7.8, 5), (8.5, 2.5)]]),
        (1.5, [[(5, 0), (1.8, 3), (5, 7.5), (9, 12), (5, 16), (1, 12), (5, 7.5), (8.2, 3), (5, 0)]]),
        (1, [[(5, 0), (2, 3.7), (5, 7.3), (8, 3.7), (5, 0)], [(5, 7.3), (1, 11.5), (5, 16), (9, 11.5), (5, 7.3)]]),
        (1, [[(8.3, 1.2), (4, 0.3), (1.8, 3.6), (5, 7), (8.8, 11.7), (5, 16), (1, 12.5), (4, 8.5), (9.3, 2)]]),
        (1, [[(9, 1), (5.5, 0), (4, 4), (6, 8), (6, 13), (3, 16), (1, 13), (4, 9), (9.5, 1.5)]]),
    ],
    9: [
        (2, [[(8.3, 3), (5, 0), (1, 4), (4, 8), (8, 4.5), (8.5, 2), (8.5, 2), (8, 10), (7, 16)]]),
        (1.5, [[(8.3, 3), (5, 0), (1, 4), (4, 8), (8, 4.5), (8.6, 1.5), (8.6, 1.5), (8.3, 16)]]),
        (1.5, [[(8.3, 3), (5, 0), (1, 4), (4, 7.5), (8.3, 3.5), (8.4, 10), (6, 15.5), (1.5, 14.5)]]),
        (0.7, [[(6.5, 0.5), (2.5, 1), (1, 5), (4.5, 8), (8.5, 2), (8.5, 2), (7.5, 16)]]),
        (1, [[(8, 5), (5, 8), (1, 5), (4, 0.3), (8, 2.5), (8.3, 9), (6.8, 16)]]),
        (1, [[(8.2, 2), (5, 0.2), (1.2, 3.3), (3, 7), (6.5, 6), (8.8, 2.5), (8.9, 9), (6.5, 15), (2.5, 16), (0.3, 13.8)]]),
        (1, [[(7.8, 1), (4, 0), (0.8, 3.5), (4, 7), (8.3, 3.6), (8.3, 3.6), (8.6, 10.5), (5.5, 15.6), (0.8, 16)]]),
        (0.7, [[(5, 7.8), (1.5, 5.5), (2, 1.2), (5.5, 0), (8.8, 3), (8.6, 10), (5, 15.5), (1.5, 15)]]),
    ],
}
"""By digit: ways to write it with how common each is. A way is its strokes, a stroke the points it passes on a grid of GRID_WIDTH
to GRID_HEIGHT with y downwards; a point given twice is a corner."""


def drawn(lines: list[list[tuple[float, float]]], width: float, size: tuple[int, int]) -> np.ndarray:
    """Lines with round joints as ink 0..255 [height, width]."""
    image = Image.new("L", (size[0] * FINE, size[1] * FINE), 0)
    pen = ImageDraw.Draw(image)
    thick = max(1, round(width * FINE))
    for line in lines:
        points = [(x * FINE, y * FINE) for x, y in line]
        pen.line(points, fill=255, width=thick, joint="curve")
        for x, y in points[:: max(1, len(points) - 1)]:
            pen.ellipse([x - thick / 2, y - thick / 2, x + thick / 2, y + thick / 2], fill=255)
    return np.asarray(image.resize(size, Image.Resampling.BOX))


def through(points: np.ndarray, steps: int = 10) -> np.ndarray:
    """A smooth line through the points (Catmull and Rom 1974): [n, 2] -> [m, 2]."""
    ends = np.concatenate([points[:1], points, points[-1:]])
    t = np.linspace(0, 1, steps, endpoint=False)[:, None]
    parts = [
        0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)
        for a, b, c, d in zip(ends, ends[1:], ends[2:], ends[3:], strict=False)
    ]
    return np.concatenate([*parts, points[-1:]])


def shaken(rng: Generator, stroke: Points, amount: float) -> np.ndarray:
    """The stroke's points moved by chance; both of a corner alike."""
    moved = np.array(stroke, float)
    for index, point in enumerate(stroke):
        is_corner = index > 0 and point == stroke[index - 1]
        moved[index] = moved[index - 1] if is_corner else moved[index] + rng.normal(0, amount, 2)
    return moved


@dataclass
class Pen:
    """`width` in pixels of the glyph; `lean` in pixels to the right for one upwards; `stretch` of the width; `shake` on the grid."""

    width: float
    lean: float
    stretch: float
    shake: float


def pick_pen(rng: Generator) -> Pen:
    width = GLYPH_HEIGHT * float(np.exp(rng.uniform(np.log(0.035), np.log(0.17))))
    return Pen(width, rng.normal(0, 0.1), rng.uniform(0.7, 1.15), rng.uniform(0.15, 0.65))


def hand_digit(rng: Generator, label: int, pen: Pen) -> np.ndarray:
    """One digit as somebody may write it: light on dark, about GLYPH_HEIGHT tall, cropped to its ink."""
    ways = WAYS[label]
    weights = np.array([weight for weight, _ in ways])
    strokes = ways[int(rng.choice(len(ways), p=weights / weights.sum()))][1]
    scale = GLYPH_HEIGHT / GRID_HEIGHT
    lines = []
    for index, stroke in enumerate(strokes):
        line = through(shaken(rng, stroke, pen.shake)) + (rng.normal(0, 0.5, 2) if index else 0)
        line[:, 0] = pen.stretch * line[:, 0] + pen.lean * (GRID_HEIGHT / 2 - line[:, 1])
        lines.append(line * scale)
    low, high = np.concatenate(lines).min(0) - pen.width, np.concatenate(lines).max(0) + pen.width
    width, height = (int(v) for v in np.ceil(high - low))
    return tight(drawn([[tuple(point) for point in line - low] for line in lines], pen.width, (width, height)))


def add_hand_strokes(bank: GlyphBank, seed: int = 6) -> None:
    """All ten digits of HANDS hands, each with its own pen, into the bank."""
    rng = np.random.default_rng(seed)
    digits: list[list[np.ndarray]] = [[] for _ in range(10)]
    for _ in range(HANDS):
        pen = pick_pen(rng)
        for label in range(10):
            digits[label].append(hand_digit(rng, label, pen))
    bank.digits["strokes"] = digits


def pad_page(rng: Generator, bank: GlyphBank, hand: Hand, height: int, width: int) -> Page:
    """Numbers as the app's drawing pad shows them: black on white paper, nothing else."""
    layer = InkLayer(np.zeros((height, width), np.float32))
    pen = replace(hand, source="strokes", darkness=1.0, contrast=4.0, threshold=0.5)
    y = rng.uniform(0, max(1.0, 0.4 * (height - hand.height)))
    while y + hand.height < height:
        write_number(rng, layer, bank, pen, rng.uniform(0, 0.3 * width), y + hand.height, int(rng.integers(1, 9)))
        y += hand.height * rng.uniform(1.3, 3)
    return Page(PAD_PAPER - layer.strength * (PAD_PAPER - PAD_INK), layer.boxes, layer.labels, layer.others, layer.ambiguous)
