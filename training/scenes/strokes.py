"""Strokes drawn from nothing: the European one and seven, running pen script, and pages on which no digit stands."""
import numpy as np
from PIL import Image, ImageDraw

from . import paper
from .glyphs import GlyphBank
from .ink import InkLayer, pick_hand, write_mark
from .page import Page, camera, log_uniform, stray_strokes, write_words

Generator = np.random.Generator
FINE = 6
"""Strokes are drawn this many times larger, then averaged."""


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
    return np.asarray(image.resize(size, Image.BOX))


def bent(rng: Generator, start: tuple[float, float], end: tuple[float, float], bend: float) -> list[tuple[float, float]]:
    """A line that is bowed by at most `bend` of its length."""
    bow = rng.normal(0, bend / 2)
    (x0, y0), (x1, y1) = start, end
    return [(x0 + t * (x1 - x0) - bow * np.sin(np.pi * t) * (y1 - y0), y0 + t * (y1 - y0) + bow * np.sin(np.pi * t) * (x1 - x0)) for t in np.linspace(0, 1, 9)]


def european_digit(rng: Generator, label: int) -> np.ndarray:
    """A one with an upstroke that climbs steeply, or a seven with a level top and mostly a bar across: light on dark, 28x28."""
    width, lean = rng.uniform(1.5, 3.6), rng.uniform(-0.02, 0.3)
    top, foot = (14 + 8 * lean + rng.normal(0, 0.5), 4.0), (14 - 8 * lean + rng.normal(0, 0.5), 24.0)
    if label == 1:
        angle, reach = rng.uniform(np.radians(32), np.radians(68)), rng.uniform(4, 12)
        lines = [bent(rng, (top[0] - reach * np.cos(angle), top[1] + reach * np.sin(angle)), top, 0.12), bent(rng, top, foot, 0.05)]
        if rng.random() < 0.2:
            lines.append([(foot[0] - rng.uniform(2, 5), foot[1]), (foot[0] + rng.uniform(2, 5), foot[1])])
        return drawn(lines, width, (28, 28))
    reach, slope = rng.uniform(8, 13), rng.uniform(-0.15, 0.22)
    corner = (min(24.0, top[0] + 4), 4.5)
    lines = [bent(rng, (corner[0] - reach, corner[1] + slope * reach), corner, 0.1), bent(rng, corner, (foot[0] - 1, foot[1]), 0.12)]
    if rng.random() < 0.75:
        y, half = rng.uniform(12, 16), rng.uniform(2.5, 6)
        x = corner[0] + (foot[0] - corner[0]) * (y - 4.5) / 19.5
        lines.append(bent(rng, (x - half, y + rng.normal(0, 1)), (x + half, y + rng.normal(0, 1)), 0.1))
    return drawn(lines, width, (28, 28))


def pen_script(rng: Generator, height: int, width: int) -> np.ndarray:
    """Running handwriting without letters: arches, loops and ascenders in one stroke a word; strength 0..1."""
    lines, size = [], log_uniform(rng, 8, 50)
    pen, y = size * rng.uniform(0.05, 0.16), rng.uniform(0.3, 1) * size
    while y < height + size:
        x = rng.uniform(0, 2) * size
        while x < width:
            line, slant = [], rng.uniform(-0.1, 0.6)
            for _ in range(int(rng.integers(2, 12))):
                step, tall = size * rng.uniform(0.25, 0.7), size * rng.choice([0.5, 0.5, 0.5, 1.0, 1.2]) * rng.uniform(0.7, 1.2)
                loop, is_below = rng.choice([0.0, rng.uniform(0.2, 0.9)]), rng.random() < 0.12
                for t in np.linspace(0, 2 * np.pi, 14, endpoint=False):
                    rise = tall * (1 - np.cos(t)) / 2 * (-1 if is_below else 1)
                    line.append((x + step * t / (2 * np.pi) - loop * step * np.sin(t) + slant * rise, y - rise))
                x += step
            lines.append(line)
            x += size * rng.uniform(0.4, 1.5)
        y += size * rng.uniform(1.2, 2.6)
    return drawn(lines, max(1.0, pen), (width, height)).astype(np.float32) / 255


def noise_page(rng: Generator, height: int, width: int) -> np.ndarray:
    """Grains of any size and shape around a gray level: 0..1."""
    cell = log_uniform(rng, 1, 24)
    size = max(2, round(width / cell)), max(2, round(height / cell))
    kind = rng.random()
    grains = rng.normal(0, 1, (size[1], size[0])) if kind < 0.4 else rng.uniform(-1.5, 1.5, (size[1], size[0])) if kind < 0.7 else (rng.random((size[1], size[0])) < rng.uniform(0.02, 0.5)) * 2.0 - 1
    filters = [Image.NEAREST, Image.BILINEAR, Image.BICUBIC]
    grains = np.asarray(Image.fromarray(grains.astype(np.float32)).resize((width, height), filters[int(rng.integers(3))]))
    return np.clip(rng.uniform(0.3, 0.8) + rng.uniform(0.03, 0.5) * grains, 0, 1).astype(np.float32)


def empty_page(rng: Generator, bank: GlyphBank, height: int, width: int) -> Page:
    """A page without any digit, of the kinds that look most like digits."""
    layer = InkLayer(np.zeros((height, width), np.float32))
    sheet, kind = paper.light(rng, height, width), rng.random()
    if kind < 0.3:
        sheet = noise_page(rng, height, width)
    elif kind < 0.55:
        layer.strength = pen_script(rng, height, width) * rng.uniform(0.3, 1)
    elif kind < 0.8:
        write_words(rng, layer, bank, rng.normal(0, 0.05))
    elif kind < 0.9 and bank.letters:
        hand, x, y = pick_hand(rng, bank, log_uniform(rng, 14, 60), 0.0), 0.0, rng.uniform(0.4, 1) * height
        while x < width:
            x += write_mark(rng, layer, bank, hand, x, y) + rng.uniform(0.05, 0.8) * hand.height
    else:
        sheet = sheet * (1 - paper.texture(rng, height, width) * rng.uniform(0.2, 0.95))
        stray_strokes(rng, layer)
    gray = camera(rng, 255 * sheet * (1 - layer.strength * rng.uniform(0.5, 1)))
    return Page(255 - gray if rng.random() < 0.2 else gray, [], [], ambiguous=layer.ambiguous)
