"""What digits are written on: paper, its light and its print. Every function returns gray 0..1, [height, width]."""

import numpy as np
from PIL import Image, ImageDraw

Generator = np.random.Generator


def smooth_noise(rng: Generator, height: int, width: int, cells: int) -> np.ndarray:
    """Noise of low frequency, mean 0, about -1..1."""
    coarse = rng.normal(0, 0.5, (max(2, height * cells // max(height, width)), cells)).astype(np.float32)
    return np.asarray(Image.fromarray(coarse).resize((width, height), Image.Resampling.BICUBIC))


def light(rng: Generator, height: int, width: int) -> np.ndarray:
    """Paper under uneven light, at times with the soft edge of a shadow."""
    yy, xx = np.mgrid[0:height, 0:width].astype(np.float32)
    angle = rng.uniform(0, 2 * np.pi)
    ramp = (np.cos(angle) * xx + np.sin(angle) * yy) / max(height, width)
    level = rng.uniform(0.45, 1.0) + rng.uniform(0, 0.25) * (ramp - ramp.mean())
    if rng.random() < 0.3:
        angle = rng.uniform(0, 2 * np.pi)
        distance = np.cos(angle) * (xx - rng.uniform(0.1, 0.9) * width) + np.sin(angle) * (yy - rng.uniform(0.1, 0.9) * height)
        bend = rng.uniform(0, 10) * np.sin(xx / rng.uniform(15, 60))
        level = level * (1 - rng.uniform(0.1, 0.5) / (1 + np.exp(-np.clip((distance + bend) / rng.uniform(1, 14), -30, 30))))
    if rng.random() < 0.6:
        level = level + rng.uniform(0.005, 0.06) * smooth_noise(rng, height, width, int(rng.integers(3, 24)))
    return level


def guilloche(rng: Generator, height: int, width: int) -> np.ndarray:
    """Families of wavy lines as on security paper: 0 none .. 1 line."""
    yy, xx = np.mgrid[0:height, 0:width].astype(np.float32)
    lines = np.zeros((height, width), np.float32)
    for _ in range(int(rng.integers(1, 4))):
        angle = rng.uniform(0, np.pi)
        along = np.cos(angle) * xx + np.sin(angle) * yy
        across = -np.sin(angle) * xx + np.cos(angle) * yy
        wave = across + rng.uniform(0, 9) * np.sin(along / rng.uniform(5, 40) + rng.uniform(0, 6))
        if rng.random() < 0.3:
            wave = wave + rng.uniform(0, 5) * np.sin(along / rng.uniform(3, 20))
        phase = np.cos(wave * (2 * np.pi / rng.uniform(3, 14)))
        lines = np.maximum(lines, np.clip(phase * rng.uniform(1, 3) - rng.uniform(0, 1.5), 0, 1) * rng.uniform(0.4, 1))
    return lines


def draw_rules(rng: Generator, height: int, width: int, spacing: float, tilt: float, vertical: bool, horizontal: bool) -> np.ndarray:
    """Ruled or squared paper, tilted by `tilt` radians: 0 none .. 1 line."""
    image = Image.new("L", (width * 2, height * 2), 0)
    draw = ImageDraw.Draw(image)
    reach = 3 * (height + width)
    thickness = int(rng.integers(1, 4))
    for is_vertical in [False] * horizontal + [True] * vertical:
        angle = tilt + (np.pi / 2 if is_vertical else 0)
        direction = np.array([np.cos(angle), np.sin(angle)])
        normal = np.array([-np.sin(angle), np.cos(angle)])
        offset = rng.uniform(0, spacing)
        for k in range(int(-reach / spacing), int(reach / spacing)):
            middle = np.array([width, height]) + normal * 2 * (k * spacing + offset)
            if abs(k * spacing) > height + width:
                continue
            a, b = middle - direction * reach, middle + direction * reach
            draw.line([tuple(a), tuple(b)], fill=int(rng.integers(150, 256)), width=thickness)
    return np.asarray(image.resize((width, height), Image.Resampling.BOX), np.float32) / 255


def texture(rng: Generator, height: int, width: int) -> np.ndarray:
    """A pattern that fills the picture: weave, bricks, checks, grain, gravel, leaves of grass: darkness 0..1."""
    yy, xx = np.mgrid[0:height, 0:width].astype(np.float32)
    angle, period = rng.uniform(0, np.pi), float(np.exp(rng.uniform(np.log(3), np.log(60))))
    u = (np.cos(angle) * xx + np.sin(angle) * yy) / period
    v = (-np.sin(angle) * xx + np.cos(angle) * yy) / period * rng.uniform(0.4, 1.6)
    kind = int(rng.integers(0, 7))
    if kind == 0:
        value = (np.floor(u) + np.floor(v)) % 2
    elif kind == 1:
        shifted = u + 0.5 * (np.floor(v) % 2)
        value = ((shifted % 1 < 0.12) | (v % 1 < 0.12)).astype(np.float32)
    elif kind == 2:
        value = np.maximum(np.sin(u * 6.28), np.sin(v * 6.28)) * 0.5 + 0.5
    elif kind == 3:
        value = np.sin(6.28 * (u + 2 * smooth_noise(rng, height, width, int(rng.integers(2, 8))))) * 0.5 + 0.5
    elif kind == 4:
        grain = smooth_noise(rng, height, width, int(np.clip(2 * width / period, 3, width)))
        value = np.clip(grain * rng.uniform(1, 6) + rng.uniform(-0.3, 1), 0, 1)
    elif kind == 5:
        cells = int(np.clip(width / period, 3, width))
        value = np.abs(smooth_noise(rng, height, width, cells)) < rng.uniform(0.04, 0.2)
    else:
        image = Image.new("L", (width, height), 0)
        draw = ImageDraw.Draw(image)
        lean, reach = rng.uniform(0, np.pi), period * rng.uniform(0.5, 2.5)
        for _ in range(int(min(900, height * width / max(20, reach * 6)))):
            x, y, turn = rng.uniform(0, width), rng.uniform(0, height), lean + rng.normal(0, 0.35)
            draw.line([x, y, x + reach * np.cos(turn), y + reach * np.sin(turn)], fill=int(rng.integers(60, 256)), width=int(rng.integers(1, 4)))
        value = np.asarray(image, np.float32) / 255
    return np.asarray(value, np.float32)


def clutter(rng: Generator, height: int, width: int) -> np.ndarray:
    """Things that are no writing: table edges, blobs, stripes, a printed bar: darkness 0..1."""
    image = Image.new("L", (width, height), 0)
    draw = ImageDraw.Draw(image)
    for _ in range(int(rng.integers(1, 4))):
        shade = int(rng.integers(40, 230))
        kind = rng.integers(0, 5)
        x, y = rng.uniform(-20, width), rng.uniform(-20, height)
        if kind == 0:
            draw.ellipse([x, y, x + rng.uniform(6, 90), y + rng.uniform(6, 90)], fill=shade)
        elif kind == 1:
            draw.rectangle([x, y, x + rng.uniform(10, width), y + rng.uniform(3, 60)], fill=shade)
        elif kind == 2:
            points = [(rng.uniform(-40, width + 40), rng.uniform(-40, height + 40)) for _ in range(4)]
            draw.polygon(points, fill=shade)
        elif kind == 3:
            for k in range(int(rng.integers(3, 12))):
                draw.line([x + 7 * k, y, x + 7 * k + rng.uniform(-3, 3), y + rng.uniform(10, 60)], fill=shade, width=int(rng.integers(1, 5)))
        else:
            draw.arc(
                [x, y, x + rng.uniform(20, 160), y + rng.uniform(20, 160)],
                rng.uniform(0, 360),
                rng.uniform(0, 360),
                fill=shade,
                width=int(rng.integers(1, 4)),
            )
    return np.asarray(image, np.float32) / 255
