"""Synthetic pages: digits with known boxes on paper that tries to hide them."""

from dataclasses import replace

import numpy as np
from PIL import Image

from ..normalize import Box
from . import paper
from .camera import Page, camera, in_perspective
from .glyphs import GlyphBank
from .hand_strokes import pad_page
from .ink import InkLayer, digit_glyph, pick_hand, place, shape_glyph, write_number, write_word

Generator = np.random.Generator
MIN_HEIGHT, MAX_HEIGHT = 12.0, 72.0
PERSPECTIVE_SHARE, PAD_SHARE = 0.15, 0.03


def log_uniform(rng: Generator, low: float, high: float) -> float:
    return float(np.exp(rng.uniform(np.log(low), np.log(high))))


def write_lines(rng: Generator, layer: InkLayer, bank: GlyphBank, angle: float) -> None:
    """One to four rows of numbers and words."""
    height, width = layer.strength.shape
    size = log_uniform(rng, MIN_HEIGHT + 1, MAX_HEIGHT)
    y = rng.uniform(size * 0.3, max(size * 0.4, height * 0.5))
    hand = pick_hand(rng, bank, size, angle)
    rows = int(rng.integers(1, 5))
    for _ in range(rows):
        if y > height + size * 0.1:
            break
        x = rng.uniform(0, width * 0.35)
        baseline = y + hand.height
        while x < width - hand.height * 0.4:
            if rng.random() < 0.22:
                write_word(rng, layer, bank, hand, x, baseline + x * np.tan(angle))
                break
            x = write_number(rng, layer, bank, hand, x, baseline + x * np.tan(angle), int(rng.integers(1, 11)))
            x += hand.height * rng.uniform(0.8, 4)
            if rng.random() < 0.5:
                break
        y += hand.height * rng.uniform(1.15, 2.2)
        if rng.random() < 0.25:
            hand = pick_hand(rng, bank, float(np.clip(size * rng.uniform(0.6, 1.5), MIN_HEIGHT, MAX_HEIGHT)), angle)


def write_grid(rng: Generator, layer: InkLayer, bank: GlyphBank, angle: float) -> np.ndarray:
    """Boxed cells with at most one digit each, as on forms and sudokus; returns the printed lines."""
    height, width = layer.strength.shape
    cell = log_uniform(rng, 20, 90)
    aspect = rng.choice([1.0, rng.uniform(0.6, 1.0)])
    cell_w = cell * aspect
    x0, y0 = rng.uniform(-cell_w, cell_w), rng.uniform(-cell, cell)
    hands = [pick_hand(rng, bank, 0, angle) for _ in range(2)]
    lines = np.zeros_like(layer.strength)
    cos, sin = np.cos(angle), np.sin(angle)
    columns, rows = int(np.ceil(width / cell_w)) + 2, int(np.ceil(height / cell)) + 2
    if rng.random() < 0.35:
        rows, y0 = 1, rng.uniform(2, max(3, height - cell - 2))
        columns = int(rng.integers(2, 11))
    drawing = Image.new("L", (width * 2, height * 2), 0)
    pen = paper.ImageDraw.Draw(drawing)
    thin = int(rng.integers(1, 4))
    is_dashed = rng.random() < 0.1

    def corner(column: float, row: float) -> tuple[float, float]:
        dx, dy = column * cell_w, row * cell
        return (x0 + dx * cos - dy * sin) * 2, (y0 + dx * sin + dy * cos) * 2

    thick_every = int(rng.choice([3, 100]))
    for row in range(rows + 1):
        pen.line([corner(0, row), corner(columns, row)], fill=255, width=thin * (3 if row % thick_every == 0 else 1))
    for column in range(columns + 1):
        for row in range(rows):
            if not is_dashed or row % 2:
                pen.line([corner(column, row), corner(column, row + 1)], fill=255, width=thin * (3 if column % thick_every == 0 else 1))
    lines = np.asarray(drawing.resize((width, height), Image.Resampling.BOX), np.float32) / 255
    filled = rng.uniform(0.3, 1.0)
    for row in range(rows):
        for column in range(columns):
            if rng.random() > filled:
                continue
            hand = hands[int(rng.random() < 0.4)]
            size = cell * rng.uniform(0.5, 0.82)
            if not MIN_HEIGHT <= size <= MAX_HEIGHT:
                continue
            label = int(rng.integers(10))
            shape = shape_glyph(rng, digit_glyph(rng, bank, hand.source, label), hand, size)
            solid = np.flatnonzero((shape > 0.3).any(0))
            ink_width = solid[-1] - solid[0] + 1 if len(solid) else 0
            cx, cy = corner(column + 0.5 + rng.normal(0, 0.08), row + 0.5 + rng.normal(0, 0.06))
            place(layer, shape, cx / 2 - ink_width / 2, cy / 2 - size / 2, hand.darkness, label)
    return lines


def write_single(rng: Generator, layer: InkLayer, bank: GlyphBank, angle: float) -> None:
    """A few lone digits, anywhere."""
    height, width = layer.strength.shape
    for _ in range(int(rng.integers(1, 4))):
        hand = pick_hand(rng, bank, log_uniform(rng, MIN_HEIGHT, MAX_HEIGHT), angle)
        label = int(rng.integers(10))
        x, y = rng.uniform(0, width - 20), rng.uniform(0, max(1, height - hand.height))
        shape = shape_glyph(rng, digit_glyph(rng, bank, hand.source, label), hand, hand.height)
        box = (x - 4, y - 4, shape.shape[1] + 8, shape.shape[0] + 8)
        if not any(overlaps(box, other) for other in layer.boxes):
            place(layer, shape, x, y, hand.darkness, label)


def overlaps(a: Box, b: Box) -> bool:
    return a[0] < b[0] + b[2] and b[0] < a[0] + a[2] and a[1] < b[1] + b[3] and b[1] < a[1] + a[3]


def write_words(rng: Generator, layer: InkLayer, bank: GlyphBank, angle: float) -> None:
    """Text without digits."""
    height, width = layer.strength.shape
    y = rng.uniform(0, height * 0.5)
    while y < height:
        hand = pick_hand(rng, bank, log_uniform(rng, 9, 60), angle)
        x = rng.uniform(-20, width * 0.5)
        for _ in range(3):
            write_word(rng, layer, bank, hand, x, y + hand.height)
            x += hand.height * rng.uniform(3, 6)
        y += hand.height * rng.uniform(1.2, 2)
        if rng.random() < 0.3:
            break


def stray_strokes(rng: Generator, layer: InkLayer) -> None:
    """Pen strokes that are no characters: underlines, ticks, crossings-out beside the digits."""
    height, width = layer.strength.shape
    image = Image.new("L", (width, height), 0)
    pen = paper.ImageDraw.Draw(image)
    for _ in range(int(rng.integers(1, 4))):
        x, y = rng.uniform(0, width), rng.uniform(0, height)
        points = [(x, y)]
        direction, length = rng.uniform(0, 2 * np.pi), rng.uniform(4, 40)
        for _ in range(int(rng.integers(1, 6))):
            direction += rng.normal(0, 0.5)
            x, y = x + np.cos(direction) * length, y + np.sin(direction) * length
            points.append((x, y))
        pen.line(points, fill=int(rng.integers(80, 255)), width=int(rng.integers(1, 4)))
    strokes = np.asarray(image, np.float32) / 255
    for x, y, w, h in layer.boxes:
        strokes[int(y) : int(y + h), int(x) : int(x + w)] *= rng.random() < 0.15
    np.maximum(layer.strength, strokes, out=layer.strength)


def make_page(rng: Generator, bank: GlyphBank, height: int, width: int) -> Page:
    """One page. Kinds and their shares stand in the body, as one reads them."""
    if "strokes" in bank.digits and rng.random() < PAD_SHARE:
        return pad_page(rng, bank, pick_hand(rng, bank, log_uniform(rng, MIN_HEIGHT + 1, MAX_HEIGHT), rng.normal(0, 0.05)), height, width)
    layer = InkLayer(np.zeros((height, width), np.float32))
    angle = rng.normal(0, 0.05) if rng.random() < 0.8 else rng.uniform(-0.25, 0.25)
    sheet = paper.light(rng, height, width)
    kind = rng.random()
    is_empty = kind >= 0.9
    if kind < 0.45:
        write_lines(rng, layer, bank, angle)
    elif kind < 0.65:
        grid = write_grid(rng, layer, bank, angle)
        sheet = sheet * (1 - grid * rng.uniform(0.15, 0.95))
    elif kind < 0.79:
        write_single(rng, layer, bank, angle)
    elif kind < 0.9:
        write_words(rng, layer, bank, angle)
    if rng.random() < (0.6 if is_empty else 0.06):
        sheet = sheet * (1 - paper.texture(rng, height, width) * (rng.uniform(0.1, 0.95) if is_empty else rng.uniform(0.03, 0.3)))
    if rng.random() < 0.25:
        sheet = sheet * (1 - paper.guilloche(rng, height, width) * rng.uniform(0.05, 0.45))
    if rng.random() < 0.3:
        spacing = log_uniform(rng, 10, 80)
        is_squared = rng.random() < 0.3
        rules = paper.draw_rules(rng, height, width, spacing, angle + rng.normal(0, 0.02), is_squared, True)
        sheet = sheet * (1 - rules * rng.uniform(0.08, 0.8))
    if rng.random() < (0.5 if is_empty else 0.12):
        dark = paper.clutter(rng, height, width)
        for x, y, w, h in layer.boxes:
            dark[max(0, int(y) - 2) : int(y + h) + 2, max(0, int(x) - 2) : int(x + w) + 2] = 0
        sheet = sheet * (1 - dark * rng.uniform(0.2, 1))
    if rng.random() < (0.4 if is_empty else 0.2):
        stray_strokes(rng, layer)
    ink_level = rng.uniform(0, 0.35)
    gray = sheet * (1 - layer.strength) + np.minimum(sheet, sheet * ink_level) * layer.strength
    page = Page(gray * 255, layer.boxes, layer.labels, layer.others, layer.ambiguous)
    if rng.random() < PERSPECTIVE_SHARE:
        page = in_perspective(rng, page)
    gray = camera(rng, page.gray)
    return replace(page, gray=255 - gray if rng.random() < 0.16 else gray)


def make_tile(rng: Generator, bank: GlyphBank, height: int, width: int) -> Page:
    """One digit that fills its small picture, most often light on black, as MNIST and scanned form fields have it."""
    layer = InkLayer(np.zeros((height, width), np.float32))
    size = float(np.clip(min(height, width) * rng.uniform(0.5, 0.9), MIN_HEIGHT, MAX_HEIGHT))
    hand = pick_hand(rng, bank, size, rng.normal(0, 0.05))
    label = int(rng.integers(10))
    shape = shape_glyph(rng, digit_glyph(rng, bank, hand.source, label), hand, size)
    x = (width - shape.shape[1]) / 2 + rng.normal(0, 0.06) * width
    y = (height - size) / 2 + rng.normal(0, 0.05) * height
    place(layer, shape, max(0.0, x), max(0.0, y), hand.darkness if rng.random() < 0.4 else 1.0, label)
    level = 1.0 if rng.random() < 0.6 else rng.uniform(0.4, 1.0)
    gray = 255 * level * (1 - layer.strength)
    if rng.random() < 0.4:
        gray = camera(rng, gray)
    return Page(gray if rng.random() < 0.4 else 255 - gray, layer.boxes, layer.labels)
