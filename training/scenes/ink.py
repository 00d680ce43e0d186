"""Writing with the glyph bank: placing one character, lines of numbers, words and boxed rows on an ink layer."""

from dataclasses import dataclass, field, replace

import numpy as np
from PIL import Image

from ..normalize import Box
from .glyphs import LOOK_ALIKES, GlyphBank, Word

Generator = np.random.Generator
HAND_SOURCES = ("printed", "font-written", "pens", "strokes")
"""Sources whose n-th glyph of every digit is of one font or one hand."""
BROKEN_SHARE, UNEVEN_SHARE = 0.07, 0.2
"""Of all numbers: with gaps in the strokes; with digits of very different heights."""


@dataclass
class InkLayer:
    """Ink strength 0..1 and the digits in it: boxes (x, y, width, height) with their labels."""

    strength: np.ndarray
    boxes: list[Box] = field(default_factory=list)
    labels: list[int] = field(default_factory=list)
    others: list[Box] = field(default_factory=list)
    """Boxes of characters that are no digits and look like none."""
    ambiguous: list[Box] = field(default_factory=list)
    """Boxes of letters and marks that alone might be digits."""


@dataclass
class Hand:
    """One writer's or printer's way, so that the characters of a line belong together."""

    source: str
    height: float
    slant: float
    angle: float
    aspect: float
    contrast: float
    threshold: float
    darkness: float
    jitter: float
    font: str


def pick_hand(rng: Generator, bank: GlyphBank, height: float, angle: float) -> Hand:
    shares = {
        "mnist": 0.38,
        "usps": 0.07,
        "cheques": 0.14,
        "church-books": 0.08,
        "printed": 0.12,
        "font-written": 0.06,
        "pens": 0.16,
        "strokes": 0.12,
    }
    sources = list(bank.digits)
    weights = np.array([shares.get(source, 1.0) for source in sources])
    source = str(rng.choice(sources, p=weights / weights.sum()))
    is_printed = source == "printed"
    return Hand(
        source=source,
        height=height,
        slant=0.0 if is_printed and rng.random() < 0.8 else rng.uniform(-0.2, 0.35),
        angle=angle,
        aspect=rng.uniform(0.75, 1.3),
        contrast=rng.uniform(1.0, 4.0),
        threshold=rng.uniform(0.2, 0.62) if source != "usps" else rng.uniform(0.3, 0.5),
        darkness=rng.uniform(0.25, 1.0),
        jitter=0.02 if is_printed else rng.uniform(0.02, 0.16),
        font=pick_font(rng, bank),
    )


def pick_font(rng: Generator, bank: GlyphBank) -> str:
    """Half the time one that writes whole words, which are the handwriting fonts."""
    fonts = [font for font in bank.letters if font not in bank.words]
    if bank.words and (not fonts or rng.random() < 0.5):
        fonts = list(bank.words)
    return str(rng.choice(fonts)) if fonts else ""


def shape_glyph(rng: Generator, glyph: np.ndarray, hand: Hand, height: float) -> np.ndarray:
    """The glyph at `height` pixels, slanted and turned like the hand, stroke thinner or thicker: strength 0..1."""
    scale = height / glyph.shape[0]
    scale_x = scale * hand.aspect * rng.uniform(0.92, 1.08)
    if glyph.shape[1] < 0.3 * glyph.shape[0]:
        scale_x = scale * rng.uniform(0.8, 1.4)
    slant = hand.slant + rng.normal(0, 0.04)
    angle = hand.angle + rng.normal(0, 0.03)
    cos, sin = np.cos(angle), np.sin(angle)
    forward = np.array([[cos, -sin], [sin, cos]]) @ np.array([[1, -slant], [0, 1]]) @ np.diag([scale_x, scale])
    corners = forward @ np.array([[0, glyph.shape[1], 0, glyph.shape[1]], [0, 0, glyph.shape[0], glyph.shape[0]]], float)
    low = corners.min(1) - 2
    size = np.ceil(corners.max(1) + 2 - low).astype(int)
    inverse = np.linalg.inv(forward)
    offset = inverse @ low
    image = Image.fromarray(glyph)
    if scale < 0.6:
        reduced = max(1, round(1 / scale))
        image = image.reduce(reduced)
        inverse, offset = inverse / reduced, offset / reduced
    warped = image.transform(
        (int(size[0]), int(size[1])),
        Image.Transform.AFFINE,
        (inverse[0, 0], inverse[0, 1], offset[0], inverse[1, 0], inverse[1, 1], offset[1]),
        Image.Resampling.BILINEAR,
    )
    strength = np.asarray(warped, np.float32) / 255
    threshold = hand.threshold if scale > 0.8 else min(hand.threshold, 0.35)
    steepness = max(hand.contrast if scale > 0.8 else 1.0, 0.5 / threshold)
    return np.clip((strength - threshold) * steepness + 0.5, 0, 1)


def place(layer: InkLayer, shape: np.ndarray, x: float, y: float, darkness: float, label: int | None) -> Box | None:
    """Lays a shape with its ink's top-left corner at (x, y); digits must keep 85 % of their ink box inside the page."""
    solid = shape > 0.3
    rows, columns = np.flatnonzero(solid.any(1)), np.flatnonzero(solid.any(0))
    if len(rows) == 0:
        return None
    height, width = layer.strength.shape
    left, top = round(x) - columns[0], round(y) - rows[0]
    box = (left + columns[0], top + rows[0], columns[-1] - columns[0] + 1, rows[-1] - rows[0] + 1)
    inside_w = min(width, box[0] + box[2]) - max(0, box[0])
    inside_h = min(height, box[1] + box[3]) - max(0, box[1])
    share = max(0, inside_w) * max(0, inside_h) / (box[2] * box[3])
    if share <= 0 or (label is not None and share < 0.85):
        return None
    x0, y0, x1, y1 = max(0, left), max(0, top), min(width, left + shape.shape[1]), min(height, top + shape.shape[0])
    target = layer.strength[y0:y1, x0:x1]
    np.maximum(target, shape[y0 - top : y1 - top, x0 - left : x1 - left] * darkness, out=target)
    if label is not None:
        layer.boxes.append((float(max(0, box[0])), float(max(0, box[1])), float(inside_w), float(inside_h)))
        layer.labels.append(label)
    return box


def digit_glyph(rng: Generator, bank: GlyphBank, source: str, label: int) -> np.ndarray:
    shapes = bank.digits[source][label]
    return shapes[int(rng.integers(len(shapes)))]


def broken(rng: Generator, shape: np.ndarray) -> np.ndarray:
    """The shape with one or two thin gaps across it, as a pen that skips or a bad scan leaves them."""
    height, width = shape.shape
    yy, xx = np.mgrid[0:height, 0:width].astype(np.float32)
    kept = shape.copy()
    for _ in range(int(rng.integers(1, 3))):
        angle, half = rng.uniform(0, np.pi), height * rng.uniform(0.02, 0.06)
        x, y = rng.uniform(0.25, 0.75) * width, rng.uniform(0.2, 0.8) * height
        kept *= np.abs((xx - x) * np.sin(angle) - (yy - y) * np.cos(angle)) > half
    return kept


def right_edge(layer: InkLayer, shape: np.ndarray, box: Box) -> np.ndarray:
    """The last column with ink of a placed shape, for each row of the page; -inf where it has none. `box` as `place` gave it."""
    solid = shape > 0.3
    first_row, first_column = np.flatnonzero(solid.any(1))[0], np.flatnonzero(solid.any(0))[0]
    edge = np.full(len(layer.strength), -np.inf)
    for row in np.flatnonzero(solid.any(1)):
        y = box[1] + row - first_row
        if 0 <= y < len(edge):
            edge[max(0, y - 1) : y + 2] = np.maximum(edge[max(0, y - 1) : y + 2], box[0] + np.flatnonzero(solid[row])[-1] - first_column)
    return edge


def touching_x(edge: np.ndarray, shape: np.ndarray, y: float, distance: float) -> float | None:
    """Where the ink of `shape` has to begin so that it comes as near to the ink before it as `distance` pixels; None where no row is shared."""
    solid = shape > 0.3
    rows, first_column = np.flatnonzero(solid.any(1)), np.flatnonzero(solid.any(0))[0]
    starts = [
        edge[place] + 1 + distance - (np.flatnonzero(solid[row])[0] - first_column)
        for row in rows
        if 0 <= (place := round(y) + row - rows[0]) < len(edge) and np.isfinite(edge[place])
    ]
    return max(starts) if starts else None


def uneven_height(rng: Generator, label: int) -> float:
    """How tall a digit is beside its neighbors in a hasty hand: zeros shrink to small wide rings, long strokes grow."""
    if label == 0:
        return rng.uniform(0.4, 0.9)
    return rng.uniform(0.85, 1.5) if label in (1, 4, 7, 9) else rng.uniform(0.7, 1.2)


def write_number(rng: Generator, layer: InkLayer, bank: GlyphBank, hand: Hand, x: float, baseline: float, length: int) -> float:
    """Digits side by side along the hand's angle, some touching, at times with separators; returns where the line ends."""
    gap_mean = rng.choice([rng.uniform(-0.1, 0.12), rng.uniform(0.05, 0.35), rng.uniform(0.3, 0.9)], p=[0.4, 0.45, 0.15])
    repeated = int(rng.integers(10)) if rng.random() < 0.12 else None
    hand_index = int(rng.integers(len(bank.digits[hand.source][0]))) if hand.source in HAND_SOURCES else None
    cursor, cos, sin = 0.0, np.cos(hand.angle), np.sin(hand.angle)
    is_tight, edge, last = rng.random() < 0.3, None, None
    is_broken, is_uneven = rng.random() < BROKEN_SHARE, hand.source != "printed" and rng.random() < UNEVEN_SHARE
    depth = 0.0 if rng.random() < 0.7 else rng.uniform(0, 0.22) * hand.height
    for index in range(length):
        label = repeated if repeated is not None and rng.random() < 0.75 else int(rng.integers(10))
        glyph = bank.digits[hand.source][label][hand_index] if hand_index is not None else digit_glyph(rng, bank, hand.source, label)
        height = hand.height * (1 + rng.normal(0, hand.jitter)) * (uneven_height(rng, label) if is_uneven else 1)
        shape = shape_glyph(rng, glyph, replace(hand, aspect=hand.aspect * (hand.height / height) ** 0.6) if is_uneven else hand, max(6.0, height))
        px = x + cursor * cos
        py = (
            baseline
            + cursor * sin
            - height
            - (rng.uniform(0, 0.5) * max(0.0, hand.height - height) if is_uneven else 0)
            + rng.normal(0, hand.jitter * 0.6) * height
        )
        near = touching_x(edge, shape, py, rng.normal(0, 1.2) - depth) if is_tight and edge is not None and (shape > 0.3).any() else None
        if near is not None and last is not None:
            px = max(near, last[0] + 0.4 * last[2])
            cursor = (px - x) / max(cos, 0.5)
        drawn = broken(rng, shape) if is_broken and rng.random() < 0.6 else shape
        box = place(layer, drawn, px, py, hand.darkness * rng.uniform(0.85, 1), label)
        if box is None:
            cursor, edge = cursor + hand.height * 0.6, None
            continue
        edge, last = (right_edge(layer, drawn, box), box) if is_tight else (None, None)
        cursor += (box[2] + (gap_mean + rng.normal(0, 0.06)) * hand.height) / max(cos, 0.5)
        if index + 1 < length and rng.random() < 0.1:
            edge = None
            cursor += write_mark(rng, layer, bank, hand, x + cursor * cos, baseline + cursor * sin)
    return x + cursor * cos


def write_mark(rng: Generator, layer: InkLayer, bank: GlyphBank, hand: Hand, x: float, baseline: float) -> float:
    """A point, comma, dash or slash at the baseline: never a digit. Returns its width."""
    marks = bank.letters.get(hand.font, {})
    mark = str(rng.choice(list(".,.,.,-/:")))
    heights = {".": 0.12, ",": 0.25, "-": 0.08, "/": 1.05, ":": 0.5}
    glyph = marks.get(mark, np.full((5, 4), 255, np.uint8))
    height = max(2.0, hand.height * heights[mark] * rng.uniform(0.7, 1.5))
    lift = {"-": 0.45, ",": -0.12, "/": -0.02}.get(mark, 0.0) * hand.height
    box = place(layer, shape_glyph(rng, glyph, hand, height), x, baseline - height - lift, hand.darkness, None)
    if box is not None:
        (layer.ambiguous if mark == "/" else layer.others).append(box)
    return (box[2] if box else 0) + rng.uniform(0.02, 0.25) * hand.height


def write_word(rng: Generator, layer: InkLayer, bank: GlyphBank, hand: Hand, x: float, baseline: float) -> None:
    """A word of letters, to be rejected; a letter that looks like a digit never stands alone."""
    if not bank.letters:
        return
    if hand.font in bank.words and rng.random() < 0.7:
        write_running_word(rng, layer, bank.words[hand.font], hand, x, baseline)
        return
    shapes = bank.letters[hand.font]
    length = int(rng.integers(1, 10))
    case = rng.random()
    for _ in range(length):
        character = str(rng.choice(list(shapes)))
        if (length < 4 and character in LOOK_ALIKES) or (case < 0.5 and character.isupper() and rng.random() < 0.9):
            character = str(rng.choice(list("aenrtumcdkhvw")))
        if character not in shapes:
            continue
        tall = 1.0 if character.isupper() or character in "bdfhklt" else 0.7
        shape = shape_glyph(rng, shapes[character], hand, max(5.0, hand.height * tall))
        box = place(layer, shape, x, baseline - hand.height * tall, hand.darkness, None)
        if box is not None:
            (layer.ambiguous if character in LOOK_ALIKES else layer.others).append(box)
        x += (box[2] if box else hand.height * 0.5) + rng.uniform(0.02, 0.12) * hand.height


def write_running_word(rng: Generator, layer: InkLayer, words: list[Word], hand: Hand, x: float, baseline: float) -> None:
    """A whole word as its font joins the letters, `hand.height` tall at most twice over with its loops."""
    word = words[int(rng.integers(len(words)))]
    height = max(6.0, hand.height * rng.uniform(0.8, 1.8))
    straight = replace(hand, aspect=hand.aspect**0.5, slant=0.0)
    box = place(layer, shape_glyph(rng, word.glyph, straight, height), x, baseline - height, hand.darkness, None)
    if box is None:
        return
    layer.others.append(box)
    scale = box[2] / word.glyph.shape[1]
    layer.ambiguous += [(box[0] + start * scale, box[1], (end - start) * scale, box[3]) for start, end in word.ambiguous]
