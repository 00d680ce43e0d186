"""What becomes of a page on its way into a picture: perspective, blur, motion, noise, JPEG."""

import io
from dataclasses import dataclass, field

import numpy as np
from PIL import Image, ImageFilter

from ..normalize import Box

Generator = np.random.Generator
KEPT_SHARE = 0.85
"""A digit that keeps less of its width or height inside the picture is none any more."""


@dataclass
class Page:
    """gray 0..255 [height, width] with its digits; `boxes` are x, y, width, height in pixels."""

    gray: np.ndarray
    boxes: list[Box]
    labels: list[int]
    others: list[Box] = field(default_factory=list)
    """Characters that are no digits."""
    ambiguous: list[Box] = field(default_factory=list)
    """Characters that alone might be digits."""


def camera(rng: Generator, gray: np.ndarray) -> np.ndarray:
    """Blur, motion, noise, JPEG: gray 0..255 float in and out."""
    image = Image.fromarray(np.clip(gray, 0, 255).astype(np.uint8))
    if rng.random() < 0.5:
        image = image.filter(ImageFilter.GaussianBlur(rng.uniform(0.2, 1.3)))  # pyright: ignore[reportArgumentType]
    if rng.random() < 0.08:
        length = int(rng.integers(3, 6))
        kernel = np.zeros((5, 5))
        kernel[2, :length] = 1
        if rng.random() < 0.5:
            kernel = kernel.T
        image = image.filter(ImageFilter.Kernel((5, 5), kernel.ravel().tolist()))
    gray = np.asarray(image, np.float32)
    if rng.random() < 0.7:
        gray = gray + rng.normal(0, rng.uniform(0.5, 11), gray.shape).astype(np.float32)
    if rng.random() < 0.3:
        buffer = io.BytesIO()
        Image.fromarray(np.clip(gray, 0, 255).astype(np.uint8)).save(buffer, "JPEG", quality=int(rng.integers(25, 90)))
        gray = np.asarray(Image.open(buffer), np.float32)
    return np.clip(gray, 0, 255)


def homography(source: np.ndarray, target: np.ndarray) -> np.ndarray:
    """The 3x3 map that takes four points [4, 2] to four others (Hartley and Zisserman, 'Multiple View Geometry', 4.1)."""
    rows, values = [], []
    for (x, y), (u, v) in zip(source, target, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        values += [u, v]
    return np.append(np.linalg.solve(np.array(rows, float), np.array(values, float)), 1).reshape(3, 3)


def moved_box(forward: np.ndarray, box: Box) -> Box:
    """A box under the map: its center exactly, its sizes by how far the map stretches its middle lines."""
    x, y, w, h = box
    points = np.array([[x + w / 2, y + h / 2, 1], [x, y + h / 2, 1], [x + w, y + h / 2, 1], [x + w / 2, y, 1], [x + w / 2, y + h, 1]]) @ forward.T
    (cx, cy), left, right, top, bottom = points[:, :2] / points[:, 2:]
    width, height = np.hypot(*(right - left)), abs(bottom[1] - top[1])
    return cx - width / 2, cy - height / 2, width, height


def clipped_box(box: Box, width: int, height: int) -> Box | None:
    """The part of a digit inside a picture of that size; None where too much of it is cut off."""
    x, y, w, h = box
    left, top, right, bottom = max(0.0, x), max(0.0, y), min(float(width), x + w), min(float(height), y + h)
    return (left, top, right - left, bottom - top) if right - left > KEPT_SHARE * w and bottom - top > KEPT_SHARE * h else None


def in_perspective(rng: Generator, page: Page, strength: float = 0.16) -> Page:
    """The page with each corner of the view up to `strength` of its sides inside it; nothing beyond the page is seen."""
    height, width = page.gray.shape
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], float)
    inward = np.array([[1, 1], [-1, 1], [-1, -1], [1, -1]]) * rng.uniform(0, strength, (4, 2)) * [width, height]
    backward = homography(corners, corners + inward)
    image = Image.fromarray(page.gray.clip(0, 255).astype(np.uint8))
    gray = np.asarray(
        image.transform((width, height), Image.Transform.PERSPECTIVE, tuple(backward.ravel()[:8]), Image.Resampling.BICUBIC), np.float32
    )
    forward = np.linalg.inv(backward)

    def seen(boxes: list[Box]) -> list[Box | None]:
        return [clipped_box(moved_box(forward, box), width, height) for box in boxes]

    digits = [(box, label) for box, label in zip(seen(page.boxes), page.labels, strict=True) if box]
    others, ambiguous = ([box for box in seen(boxes) if box] for boxes in (page.others, page.ambiguous))
    return Page(gray, [box for box, _ in digits], [label for _, label in digits], others, ambiguous)
