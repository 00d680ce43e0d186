"""What the plate reader sees: a quadrilateral of a picture, straightened, `LOOK` pixels tall with room to move in training."""

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from ..contract import PLATE_READER
from ..scenes.camera import camera, homography
from .codes import Codes
from .fonts import PlateFonts
from .scene import cloud, lay, pose, shapes
from .sheet import make_sheet
from .texts import label_of

Generator = np.random.Generator
HEIGHT: int = PLATE_READER["height"]
WIDTH: int = PLATE_READER["width"]
ROOM = 0.12
"""What is kept around the cut at each side, in widths and heights of the cut."""
ROOMY_HEIGHT, ROOMY_WIDTH = round(HEIGHT * (1 + 2 * ROOM)), round(WIDTH * (1 + 2 * ROOM))
CODE_SHARE = 0.18
"""Of the looks: codes by hand."""


def widened(corners: np.ndarray, beside: float, above: float) -> np.ndarray:
    """Corners [4, 2] moved outward along the sides, in shares of the width and the height."""
    a, b, c, d = corners
    across_top, across_foot, down_left, down_right = b - a, c - d, d - a, c - b
    return np.array(
        [
            a - beside * across_top - above * down_left,
            b + beside * across_top - above * down_right,
            c + beside * across_foot + above * down_right,
            d - beside * across_foot + above * down_left,
        ]
    )


def cut_out(gray: np.ndarray, corners: np.ndarray, width: int, height: int) -> np.ndarray:
    """The quadrilateral as [height, width] uint8: sampled twice as finely or more, then averaged."""
    fine = max(2, int(np.ceil(np.linalg.norm(corners[3] - corners[0]) / height)))
    square = np.array([[0, 0], [width, 0], [width, height], [0, height]], float) * fine
    backward = homography(square, corners)
    image = Image.fromarray(gray.clip(0, 255).astype(np.uint8))
    level = int(np.median(gray))
    warped = image.transform(
        (width * fine, height * fine), Image.Transform.PERSPECTIVE, tuple(backward.ravel()[:8]), Image.Resampling.BILINEAR, fillcolor=level
    )
    return np.asarray(warped.reduce(fine))


def plate_look(rng: Generator, fonts: PlateFonts, text: str | None = None) -> tuple[np.ndarray, str]:
    """A plate 9 to 75 pixels tall in a bit of a scene, cut out with room around it, and its label."""
    sheet = make_sheet(rng, fonts, text)
    tall = float(np.exp(rng.uniform(np.log(11), np.log(75))))
    wide = tall * sheet.plate[2] / sheet.plate[3]
    width, height = round(wide * 1.45) + 8, round(tall * 1.7 + wide * 0.12) + 8
    canvas = Image.fromarray(cloud(rng, width, height, *sorted(rng.uniform(0, 255, 2))).clip(0, 255).astype(np.uint8))
    if rng.random() < 0.5:
        shapes(rng, ImageDraw.Draw(canvas), width, height, int(rng.integers(1, 6)))
    corners = pose(rng, sheet, wide, (width / 2, height / 2), 1.2)
    fine = 2 if tall < 50 else 1
    canvas = canvas.resize((width * fine, height * fine))
    lay(canvas, sheet, corners * fine, rng.choice([1.0, rng.uniform(0.2, 1.25)]))
    gray = np.asarray(canvas.reduce(fine), np.float32)
    if rng.random() < 0.45:
        gray = gray * cloud(rng, width, height, rng.uniform(0.35, 1), 1.15)
    if rng.random() < 0.12:
        gray = moved(rng, gray, tall)
    gray = camera(rng, gray.clip(0, 255)) if tall > 18 or rng.random() < 0.6 else gray + rng.normal(0, 3, gray.shape)
    return roomy(gray, corners), label_of(sheet.text)


def moved(rng: Generator, gray: np.ndarray, tall: float) -> np.ndarray:
    """Blur as wide as a part of a character: out of focus, or the car moved."""
    image = Image.fromarray(gray.clip(0, 255).astype(np.uint8))
    if rng.random() < 0.5:
        return np.asarray(image.filter(ImageFilter.GaussianBlur(tall * rng.uniform(0.02, 0.06))), np.float32)  # pyright: ignore[reportArgumentType]
    steps = max(2, int(tall * rng.uniform(0.05, 0.16)))
    direction = rng.uniform(-0.5, 0.5)
    rows = [np.roll(gray, (round(k * direction), k), (0, 1)) for k in range(steps)]
    return np.mean(rows, 0)


def roomy(gray: np.ndarray, corners: np.ndarray) -> np.ndarray:
    """The cut of these corners as serving makes it, with ROOM more on each side."""
    beside, above = PLATE_READER["besideShare"], PLATE_READER["aboveShare"]
    cut = widened(corners, beside, above)
    return cut_out(gray, widened(cut, ROOM, ROOM), ROOMY_WIDTH, ROOMY_HEIGHT)


def make_look(rng: Generator, fonts: PlateFonts, codes: Codes) -> tuple[np.ndarray, str]:
    """A plate or a code by hand: [ROOMY_HEIGHT, ROOMY_WIDTH] uint8 and its label."""
    if rng.random() < CODE_SHARE:
        gray, corners, text = codes.written(rng)
        return roomy(gray, corners), label_of(text)
    return plate_look(rng, fonts)
