"""What stands on a plate besides its characters: dashes, seals, arms, bolts, dirt."""

import numpy as np
from PIL import Image, ImageDraw

Generator = np.random.Generator


def draw_separator(rng: Generator, draw: ImageDraw.ImageDraw, x: float, y: float, cap: float) -> None:
    """A dash, a point, seals one above the other, arms or the outline of a state."""
    kind, level = rng.random(), int(rng.integers(90, 256))
    if kind < 0.3:
        draw_arms(rng, draw, (x, y), cap * rng.uniform(0.15, 0.36), level)
    elif kind < 0.5:
        half, thick = cap * rng.uniform(0.06, 0.2), cap * rng.uniform(0.05, 0.1)
        draw.rectangle([x - half, y - thick, x + half, y + thick], fill=level)
    elif kind < 0.7:
        radius = cap * rng.uniform(0.05, 0.11)
        draw.ellipse([x - radius, y - radius, x + radius, y + radius], fill=level)
    else:
        for side in (-1, 1) if kind < 0.88 else (0,):
            radius = cap * rng.uniform(0.1, 0.2)
            at = y + side * cap * 0.27
            draw.ellipse([x - radius, at - radius, x + radius, at + radius], fill=level)


def draw_arms(rng: Generator, draw: ImageDraw.ImageDraw, middle: tuple[float, float], size: float, level: int) -> None:
    """A shield or an outline with something in it."""
    turns = np.sort(rng.uniform(0, 2 * np.pi, int(rng.integers(4, 9))))
    points = [(middle[0] + size * rng.uniform(0.6, 1.2) * np.cos(turn), middle[1] + size * rng.uniform(0.6, 1.6) * np.sin(turn)) for turn in turns]
    draw.polygon(points, fill=level)
    for _ in range(int(rng.integers(0, 4))):
        x, y, radius = middle[0] + size * rng.normal(0, 0.4), middle[1] + size * rng.normal(0, 0.5), size * rng.uniform(0.1, 0.4)
        draw.ellipse([x - radius, y - radius, x + radius, y + radius], fill=int(rng.integers(0, 256)))


def bolt(rng: Generator, draw: ImageDraw.ImageDraw, width: int, height: int) -> None:
    x, y, radius = width * rng.choice([0.06, 0.2, 0.35, 0.65, 0.8, 0.94]), height * rng.choice([0.08, 0.12, 0.5, 0.88, 0.93]), rng.uniform(1.5, 5)
    draw.ellipse([x - radius, y - radius, x + radius, y + radius], fill=int(rng.integers(20, 256)))


def dirtied(rng: Generator, canvas: Image.Image) -> Image.Image:
    """Spots and a soft cloud of dirt."""
    gray = np.asarray(canvas, np.float32)
    cloud = Image.fromarray(rng.integers(0, 256, (4, 12)).astype(np.uint8)).resize(canvas.size, Image.Resampling.BICUBIC)
    share = np.clip(np.asarray(cloud, np.float32) / 255 - rng.uniform(0.2, 0.7), 0, 1) * rng.uniform(0.3, 0.9)
    return Image.fromarray((gray * (1 - share) + rng.uniform(30, 160) * share).astype(np.uint8))
