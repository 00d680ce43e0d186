"""Hard examples: what the locator itself finds on training pages, right and wrong, with its own boxes."""

import numpy as np
from PIL import Image

from .contract import NOT_A_DIGIT, REFERENCE_HEIGHT
from .locate import locate, overlap
from .networks import Locator
from .normalize import Box
from .patches import Patches, cut_patch
from .scenes.camera import Page
from .scenes.empty_pages import empty_page
from .scenes.glyphs import GlyphBank
from .scenes.page import make_page
from .schedule import Progress

MINING_THRESHOLD = 0.15
"""Fainter marks than serving believes, since what they are matters most."""
SAME, APART = 0.5, 0.2
"""From this overlap on a found box is the digit; below the other it is no digit. Between them nobody can say."""


def scaled(gray: np.ndarray, scale: float) -> np.ndarray:
    size = max(8, round(gray.shape[1] * scale)), max(8, round(gray.shape[0] * scale))
    return np.asarray(
        Image.fromarray(gray.clip(0, 255).astype(np.uint8)).resize(size, Image.Resampling.BOX if scale < 0.6 else Image.Resampling.BILINEAR),
        np.float32,
    )


def found_boxes(rng: np.random.Generator, locator: Locator, page: Page) -> list[Box]:
    """Boxes on the page's own pixels, located near the scale that serving's second pass looks at."""
    typical = float(np.median([box[3] for box in page.boxes])) if page.boxes else rng.uniform(14, 60)
    scale = min(1.7, REFERENCE_HEIGHT / typical * rng.uniform(0.8, 1.25))
    gray = scaled(page.gray, scale)
    across, down = gray.shape[1] / page.gray.shape[1], gray.shape[0] / page.gray.shape[0]
    return [(x / across, y / down, w / across, h / down) for x, y, w, h in locate(locator, gray, MINING_THRESHOLD)]


def judged(found: list[Box], page: Page) -> list[tuple[Box, int]]:
    """Found boxes with their labels; those that are half right, or on characters that alone might be digits, are left out."""
    answer = []
    for box in found:
        overlaps = [overlap(box, truth) for truth in page.boxes]
        best = int(np.argmax(overlaps)) if overlaps else -1
        if overlaps and overlaps[best] >= SAME:
            answer.append((box, page.labels[best]))
        elif (not overlaps or overlaps[best] < APART) and not any(overlap(box, other) > APART for other in page.ambiguous):
            answer.append((box, NOT_A_DIGIT))
    return answer


def mined_patches(rng: np.random.Generator, locator: Locator, pages: list[Page], title: str) -> Patches:
    """Patches of everything that the locator finds on pages, by `judged`."""
    images, shares, labels = [], [], []
    progress = Progress(title, len(pages))
    for index, page in enumerate(pages):
        for box, label in judged(found_boxes(rng, locator, page), page)[:16]:
            image, share = cut_patch(page.gray, box)
            images.append(image)
            shares.append(share)
            labels.append(label)
        progress.show(index + 1)
    return Patches(np.stack(images), np.stack(shares), np.array(labels, np.int64))


def mined_pages(seed: int, locator: Locator, bank: GlyphBank, count: int, title: str) -> Patches:
    rng = np.random.default_rng(seed)
    return mined_patches(rng, locator, [make_page(rng, bank, 128, 192) for _ in range(count)], title)


def mined_empty(seed: int, locator: Locator, bank: GlyphBank, count: int, title: str) -> Patches:
    """Pages without any digit: all that is found there is wrong."""
    rng = np.random.default_rng(seed)
    return mined_patches(rng, locator, [empty_page(rng, bank, 96, 128) for _ in range(count)], title)


def mined_strips(seed: int, locator: Locator, strips: list[dict], repeats: int, title: str) -> Patches:
    """Each strip `repeats` times, at slightly different scales."""
    rng = np.random.default_rng(seed)
    pages = [
        Page(strip["image"].astype(np.float32), [tuple(box) for box in strip["boxes"]], [int(c) for c in strip["label"]])
        for strip in strips
        if len(strip["boxes"]) == len(strip["label"])
    ]
    return mined_patches(rng, locator, pages * repeats, title)
