"""Real cheque strips as training pages: scaled, moved, relit and inverted, with their boxes."""

import numpy as np
from PIL import Image

from .camera import Page, camera, clipped_box
from .page import log_uniform

Generator = np.random.Generator


def spliced(rng: Generator, strips: list[dict]) -> dict:
    """A strip pasted together from pieces of two or three, cut where no digit is; the first one's height and gray."""
    pieces = [piece(rng, strips[int(rng.integers(len(strips)))]) for _ in range(int(rng.integers(2, 4)))]
    height = float(np.median(pieces[0]["boxes"][:, 3]))
    level = float(np.median(pieces[0]["image"]))
    images, boxes, label, x = [], [], "", 0
    for part in pieces:
        scale = float(np.clip(height / np.median(part["boxes"][:, 3]) * rng.uniform(0.85, 1.15), 0.4, 2.5))
        source = Image.fromarray(part["image"])
        image = np.asarray(
            source.resize((max(4, round(source.width * scale)), max(8, round(source.height * scale))), Image.Resampling.BILINEAR), np.float32
        )
        images.append(image + level - np.median(image))
        boxes.append(part["boxes"] * scale + [x, 0, 0, 0])
        label += part["label"]
        x += image.shape[1]
    tallest = max(len(image) for image in images)
    for image, part in zip(images, boxes, strict=True):
        part[:, 1] += (tallest - len(image)) // 2
    padded = [
        np.pad(image, (((tallest - len(image)) // 2, tallest - len(image) - (tallest - len(image)) // 2), (0, 0)), constant_values=level)
        for image in images
    ]
    return {"image": np.hstack(padded).clip(0, 255).astype(np.uint8), "boxes": np.concatenate(boxes), "label": label}


def piece(rng: Generator, strip: dict) -> dict:
    """Some digits of a strip that follow one another, cut where a column between them belongs to none."""
    boxes = np.array(strip["boxes"], float).reshape(-1, 4)
    cuts = [0] + [k for k in range(1, len(boxes)) if boxes[k, 0] - (boxes[:k, 0] + boxes[:k, 2]).max() >= 1] + [len(boxes)]
    first = int(rng.integers(len(cuts) - 1))
    last = int(rng.integers(first + 1, len(cuts)))
    i, j = cuts[first], cuts[last]
    left = 0 if i == 0 else int(((boxes[:i, 0] + boxes[:i, 2]).max() + boxes[i, 0]) / 2)
    right = strip["image"].shape[1] if j == len(boxes) else int(np.ceil(((boxes[:j, 0] + boxes[:j, 2]).max() + boxes[j, 0]) / 2))
    return {"image": strip["image"][:, left:right], "boxes": boxes[i:j] - [left, 0, 0, 0], "label": strip["label"][i:j]}


def strip_page(rng: Generator, strip: dict, height: int, width: int) -> Page:
    """One strip somewhere on a page of that size; the page around it goes on in the strip's own gray."""
    image = Image.fromarray(strip["image"])
    boxes = np.array(strip["boxes"], float).reshape(-1, 4)
    typical = float(np.median(boxes[:, 3])) if len(boxes) else image.height * 0.6
    scale = log_uniform(rng, 14, 60) / typical
    shear, angle = rng.normal(0, 0.1), rng.normal(0, 0.03)
    stretch = rng.uniform(0.85, 1.2)
    forward = scale * np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]]) @ np.array([[stretch, -shear * stretch], [0, 1]])
    size = np.array([image.width, image.height])
    extent = np.abs(forward) @ size
    room = np.array([width, height]) - extent
    middle = np.where(room > 0, np.array([width, height]) / 2 + rng.uniform(-0.5, 0.5, 2) * room, extent / 2 - rng.uniform(0, 1, 2) * -room)
    offset = middle - forward @ (size / 2)
    inverse = np.linalg.inv(forward)
    shift = -inverse @ offset
    matrix = (inverse[0, 0], inverse[0, 1], shift[0], inverse[1, 0], inverse[1, 1], shift[1])
    if scale < 0.7:
        half = image.reduce(2)
        matrix = tuple(v / 2 for v in matrix)
        image = half
    gray = np.asarray(image.transform((width, height), Image.Transform.AFFINE, matrix, Image.Resampling.BICUBIC), np.float32)
    known = (
        np.asarray(Image.new("L", image.size, 255).transform((width, height), Image.Transform.AFFINE, matrix, Image.Resampling.BILINEAR), np.float32)
        / 255
    )
    surround = float(np.median(strip["image"])) if rng.random() < 0.7 else rng.uniform(60, 255)
    gray = gray * known + surround * (1 - known)
    gray = (gray - 128) * rng.uniform(0.6, 1.25) + 128 + rng.uniform(-35, 35)
    gray = camera(rng, gray)
    if rng.random() < 0.12:
        gray = 255 - gray
    return Page(gray, *moved_boxes(boxes, strip["label"], forward, offset, height, width))


def moved_boxes(boxes: np.ndarray, label: str, forward: np.ndarray, offset: np.ndarray, height: int, width: int):
    """Boxes under the affine map: their centers exactly, their sizes by the map's own stretch (not the corners' hull, which grows)."""
    kept, labels = [], []
    for (x, y, w, h), character in zip(boxes, label, strict=True):
        center = forward @ np.array([x + w / 2, y + h / 2]) + offset
        new_w, new_h = w * np.hypot(*forward[:, 0]), h * abs(forward[1, 1])
        box = clipped_box((center[0] - new_w / 2, center[1] - new_h / 2, new_w, new_h), width, height)
        if box:
            kept.append(box)
            labels.append(int(character))
    return kept, labels
