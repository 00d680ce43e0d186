"""Pictures with plates in them: cars and streets put together from shapes, never from photographs."""

from dataclasses import dataclass, field

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from ..scenes.camera import camera, homography
from .fonts import PlateFonts
from .sheet import Sheet, make_sheet, row_of

Generator = np.random.Generator
FINE = 2
"""Scenes are drawn this many times larger, then averaged."""
TOO_LARGE, TOO_LARGE_SHARE = (170.0, 520.0), 0.45
"""Width of plates that are not to be found, in pixels, and the share of the scenes without plates that have one."""


@dataclass
class Scene:
    """gray 0..255 [height, width] float32 and the corners [4, 2] of each plate, top-left first, clockwise, in pixels."""

    gray: np.ndarray
    corners: list[np.ndarray] = field(default_factory=list)


def random_level(rng: Generator) -> int:
    return int(rng.integers(0, 256))


def cloud(rng: Generator, width: int, height: int, low: float, high: float) -> np.ndarray:
    """Soft light from `low` to `high`, coarse or fine."""
    grain = int(rng.integers(2, 9))
    small = Image.fromarray(rng.integers(0, 256, (grain, grain)).astype(np.uint8))
    return low + (high - low) * np.asarray(small.resize((width, height), Image.Resampling.BICUBIC), np.float32) / 255


def shapes(rng: Generator, draw: ImageDraw.ImageDraw, width: int, height: int, count: int) -> None:
    """Houses, kerbs, lamps, windows: boxes, discs, bars, grilles and wedges of any size."""
    for _ in range(count):
        x, y = rng.uniform(-0.1, 1) * width, rng.uniform(-0.1, 1) * height
        w, h = width * float(np.exp(rng.uniform(-3.5, -0.4))), height * float(np.exp(rng.uniform(-3.5, -0.4)))
        kind, level = rng.random(), random_level(rng)
        if kind < 0.3:
            draw.rounded_rectangle(
                [x, y, x + w, y + h],
                radius=int(min(w, h) * rng.uniform(0, 0.5)),
                fill=level,
                outline=random_level(rng) if rng.random() < 0.5 else None,
            )
        elif kind < 0.45:
            draw.ellipse([x, y, x + w, y + h], fill=level, outline=random_level(rng))
        elif kind < 0.6:
            draw.line([x, y, x + rng.normal(0, 1) * width, y + rng.normal(0, 0.5) * height], fill=level, width=int(rng.integers(1, 8)))
        elif kind < 0.75:
            pitch, is_upright = rng.uniform(3, 14), rng.random() < 0.5
            for k in range(int((w if is_upright else h) / pitch)):
                at = k * pitch
                draw.line([x + at, y, x + at, y + h] if is_upright else [x, y + at, x + w, y + at], fill=level, width=max(1, int(pitch * 0.4)))
        else:
            draw.polygon([(x + rng.normal(0, 1) * w, y + rng.normal(0, 1) * h) for _ in range(int(rng.integers(3, 6)))], fill=level)


def rough(rng: Generator, canvas: Image.Image) -> None:
    """Leaves, gravel and asphalt: a patch of coarse noise."""
    width, height = (int(side * rng.uniform(0.2, 1)) for side in canvas.size)
    grain = float(np.exp(rng.uniform(np.log(2), np.log(12))))
    small = rng.normal(rng.uniform(30, 220), rng.uniform(15, 90), (max(2, int(height / grain)), max(2, int(width / grain))))
    patch = Image.fromarray(small.clip(0, 255).astype(np.uint8)).resize((width, height), Image.Resampling.BICUBIC)
    canvas.paste(patch, (int(rng.integers(-width // 3, canvas.width)), int(rng.integers(-height // 3, canvas.height))))


def car(rng: Generator, draw: ImageDraw.ImageDraw, x: float, y: float, plate: float) -> None:
    """The end of a car around a plate `plate` pixels wide with its middle at (x, y): body, window, lamps, bumper, badge."""
    body, half, lower = random_level(rng), plate * rng.uniform(1.1, 2.3), plate * rng.uniform(0.3, 0.9)
    upper = plate * rng.uniform(0.5, 1.6)
    draw.rounded_rectangle([x - half, y - upper, x + half, y + lower], radius=int(plate * 0.25), fill=body)
    window = int(np.clip(body + rng.normal(-60, 60), 0, 255))
    draw.polygon(
        [(x - half * 0.9, y - upper), (x - half * 0.6, y - upper * 1.9), (x + half * 0.6, y - upper * 1.9), (x + half * 0.9, y - upper)], fill=window
    )
    for side in (-1, 1):
        left, top = x + side * half * 0.78, y - upper * rng.uniform(0.1, 0.8)
        w, h = plate * rng.uniform(0.12, 0.35), plate * rng.uniform(0.08, 0.3)
        draw.ellipse([left - w, top - h, left + w, top + h], fill=random_level(rng), outline=random_level(rng))
    for _ in range(int(rng.integers(1, 6))):
        level, at = int(np.clip(body + rng.normal(0, 50), 0, 255)), y + plate * rng.uniform(-0.8, 0.7)
        draw.line([x - half, at, x + half, at], fill=level, width=int(rng.integers(1, max(2, int(plate * 0.08)) + 1)))
    if rng.random() < 0.5:
        recess = int(np.clip(body - rng.uniform(0, 90), 0, 255))
        w, h = plate * rng.uniform(0.52, 0.75), plate * rng.uniform(0.14, 0.4)
        draw.rounded_rectangle([x - w, y - h, x + w, y + h], radius=4, fill=recess)
    radius = plate * rng.uniform(0.04, 0.12)
    draw.ellipse([x - radius, y - plate * 0.55 - radius, x + radius, y - plate * 0.55 + radius], fill=random_level(rng))


def lettering(rng: Generator, fonts: PlateFonts, canvas: Image.Image) -> None:
    """Brand names, signs and dates: rows of letters that are no plates."""
    text = fonts.word(rng) if rng.random() < 0.7 else "".join(rng.choice(list("0123456789-:/ "), 9))
    row = row_of(rng, fonts.words_font(rng), text, int(rng.integers(5, 36)), rng.uniform(0.05, 0.4))
    canvas.paste(random_level(rng), (int(rng.integers(-20, canvas.width)), int(rng.integers(0, canvas.height))), Image.fromarray(row))


def pose(rng: Generator, sheet: Sheet, width: float, middle: tuple[float, float], lean: float = 1.0) -> np.ndarray:
    """Where the corners of the plate go: `width` pixels wide around `middle`, slanted, turned, in perspective."""
    _, _, w, h = sheet.plate
    height = width * h / w * rng.uniform(0.85, 1.1)
    turn, slant = rng.normal(0, 0.06) * lean, rng.normal(0, 0.09) * lean
    corners = np.array([[-0.5, -0.5], [0.5, -0.5], [0.5, 0.5], [-0.5, 0.5]]) * [width, height]
    corners[:, 0] += slant * corners[:, 1]
    corners *= 1 + rng.normal(0, 0.025 * lean, (4, 1))
    cos, sin = np.cos(turn), np.sin(turn)
    return corners @ np.array([[cos, sin], [-sin, cos]]) + middle


def lay(canvas: Image.Image, sheet: Sheet, corners: np.ndarray, light: float) -> None:
    """Puts a plate into the picture so that its corners stand at `corners`; `light` 1 is its own brightness."""
    x, y, w, h = sheet.plate
    source = np.array([[x, y], [x + w, y], [x + w, y + h], [x, y + h]], float)
    width = float(np.linalg.norm(corners[1] - corners[0]))
    shrink = max(1, int(w / width / 1.3))
    gray, alpha = (Image.fromarray(values).reduce(shrink) if shrink > 1 else Image.fromarray(values) for values in (sheet.gray, sheet.alpha))
    gray = gray.point(lambda level: int(min(255, level * light)))
    backward = homography(corners, source / shrink)
    warp = {"size": canvas.size, "method": Image.Transform.PERSPECTIVE, "data": tuple(backward.ravel()[:8]), "resample": Image.Resampling.BILINEAR}
    canvas.paste(gray.transform(**warp), (0, 0), alpha.transform(**warp))


def make_scene(rng: Generator, fonts: PlateFonts, width: int, height: int, plates: list[float]) -> Scene:
    """A picture with plates of these widths in pixels, none where the list is empty."""
    size = (width * FINE, height * FINE)
    base = cloud(rng, *size, *sorted(rng.uniform(0, 255, 2)))
    canvas = Image.fromarray(base.clip(0, 255).astype(np.uint8))
    for _ in range(int(rng.integers(0, 4)) if rng.random() < 0.5 else 0):
        rough(rng, canvas)
    draw = ImageDraw.Draw(canvas)
    shapes(rng, draw, *size, int(rng.integers(0, 22)))
    if rng.random() < 0.5:
        canvas = canvas.filter(ImageFilter.GaussianBlur(rng.uniform(0.5, 4)))  # pyright: ignore[reportArgumentType]
        draw = ImageDraw.Draw(canvas)
    for _ in range(int(rng.integers(0, 5)) if rng.random() < 0.6 else 0):
        lettering(rng, fonts, canvas)
    if not plates and rng.random() < TOO_LARGE_SHARE:
        # Seen so closely a plate is no plate: a smaller size of the picture shows it whole.
        middle = (rng.uniform(0, size[0]), rng.uniform(0, size[1]))
        sheet = make_sheet(rng, fonts)
        lay(canvas, sheet, pose(rng, sheet, rng.uniform(*TOO_LARGE) * FINE, middle), 1.0)
    scene, sheets = Scene(base), []
    for wide in plates or ([rng.uniform(20, 110)] if rng.random() < 0.5 else []):
        sheet, middle = make_sheet(rng, fonts), (rng.uniform(0.05, 0.95) * width, rng.uniform(0.05, 0.95) * height)
        corners = pose(rng, sheet, wide, middle)
        if any(np.abs(middle - other.mean(0)).max() < wide + np.ptp(other[:, 0]) / 2 for other in scene.corners):
            continue
        if rng.random() < 0.65:
            car(rng, draw, middle[0] * FINE, middle[1] * FINE, wide * FINE)
        if plates:
            scene.corners.append(corners)
            sheets.append(sheet)
    # No car may stand before a plate.
    for corners, sheet in zip(scene.corners, sheets, strict=True):
        lay(canvas, sheet, corners * FINE, rng.choice([1.0, rng.uniform(0.25, 1.2)]))
    gray = np.asarray(canvas.reduce(FINE), np.float32)
    gray = gray * cloud(rng, width, height, rng.uniform(0.4, 1), 1.1) if rng.random() < 0.5 else gray
    scene.gray = camera(rng, gray.clip(0, 255))
    return scene
