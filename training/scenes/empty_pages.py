"""Pages on which no digit stands, of the kinds that look most like digits: pen script, noise, words, letters, textures."""

import numpy as np
from PIL import Image

from . import paper
from .camera import Page, camera
from .glyphs import GlyphBank
from .hand_strokes import drawn
from .ink import InkLayer, pick_hand, write_mark
from .page import log_uniform, stray_strokes, write_words

Generator = np.random.Generator


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
    grains = (
        rng.normal(0, 1, (size[1], size[0]))
        if kind < 0.4
        else rng.uniform(-1.5, 1.5, (size[1], size[0]))
        if kind < 0.7
        else (rng.random((size[1], size[0])) < rng.uniform(0.02, 0.5)) * 2.0 - 1
    )
    filters = [Image.Resampling.NEAREST, Image.Resampling.BILINEAR, Image.Resampling.BICUBIC]
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
