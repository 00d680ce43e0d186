"""What the classifier trains on: digits and non-digits of every source, cut with their surroundings.

A patch is gray, 0..255, PATCH_SIDE square, and reaches PATCH_MARGIN times further than the square that the classifier
sees, so that training can turn, scale and shift it before the shared normalization.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from PIL import Image

from .contract import CROP_FACTOR, NOT_A_DIGIT
from .normalize import Box, ink_box, resample
from .scenes.camera import Page
from .scenes.glyphs import GlyphBank
from .scenes.hand_strokes import hand_digit, pick_pen
from .scenes.ink import digit_glyph, pick_hand, shape_glyph
from .scenes.page import make_page
from .schedule import Progress

PATCH_SIDE, PATCH_MARGIN = 48, 1.5
BLOCKY_COUNTS = {"mnist": 14_000, "strokes": 8_000, "pens": 6_000}
"""Coarse digits, by where they come from: Americans' ones, and forms that others write."""
STROKES_COUNT = 20_000
STROKES_SHARES = np.array([1, 3, 1, 1, 1.5, 1, 1, 2, 1, 1]) / 13.5
"""Ones, sevens and fours, whose ways no set has enough of, more often."""
PENS_COUNT = 16_000


@dataclass
class Patches:
    """images [count, PATCH_SIDE, PATCH_SIDE] uint8, shares (how much lies inside the picture, 0..255), labels [count]."""

    images: np.ndarray
    shares: np.ndarray
    labels: np.ndarray

    def __len__(self) -> int:
        return len(self.labels)


def cut_patch(gray: np.ndarray, box: Box) -> tuple[np.ndarray, np.ndarray]:
    x, y, width, height = box
    side = CROP_FACTOR * PATCH_MARGIN * max(width, height)
    samples, share = resample(gray, (x + width / 2 - side / 2, y + height / 2 - side / 2, side, side), PATCH_SIDE, PATCH_SIDE)
    return samples.round().clip(0, 255).astype(np.uint8), (share * 255).round().astype(np.uint8)


def collect(cut: list[tuple[np.ndarray, Box, int]], title: str) -> Patches:
    images = np.empty((len(cut), PATCH_SIDE, PATCH_SIDE), np.uint8)
    shares = np.empty_like(images)
    progress = Progress(title, len(cut))
    for index, (gray, box, _) in enumerate(cut):
        images[index], shares[index] = cut_patch(gray, box)
        progress.show(index + 1)
    return Patches(images, shares, np.array([label for _, _, label in cut], np.int64))


def digit_patches(images: np.ndarray | Sequence[np.ndarray], labels: np.ndarray, title: str) -> Patches:
    """Bare digits, light on dark, by their ink boxes."""
    return collect([(image, ink_box(image), int(label)) for image, label in zip(images, labels, strict=True)], title)


def strip_patches(strips: list[dict], title: str) -> Patches:
    return collect(
        [
            (strip["image"], tuple(box), int(character))
            for strip in strips
            if len(strip["boxes"]) == len(strip["label"])
            for box, character in zip(strip["boxes"], strip["label"], strict=True)
        ],
        title,
    )


def dida_box(image: np.ndarray) -> Box:
    """DIDA's crops are cut by hand around one digit, neighbours' scraps at their edges."""
    height, width = image.shape
    return 0, 0.04 * height, width, 0.92 * height


def cell_box(image: np.ndarray) -> Box:
    """Sudoku cells: the middle of the cell, without its printed lines."""
    height, width = image.shape
    return 0.2 * width, 0.16 * height, 0.6 * width, 0.68 * height


def dida_patches(crops: list[dict], title: str) -> Patches:
    return collect([(crop["image"], dida_box(crop["image"]), crop["label"]) for crop in crops], title)


def cell_patches(crops: list[dict], title: str) -> Patches:
    return collect([(crop["image"], cell_box(crop["image"]), crop["label"]) for crop in crops], title)


def misses(rng: np.random.Generator, page: Page) -> list[Box]:
    """Places on a page where no digit is centered: gaps, halves, scraps, lines, bare paper."""
    height, width = page.gray.shape
    typical = float(np.median([box[3] for box in page.boxes])) if page.boxes else float(rng.uniform(14, 60))
    found = []
    for _ in range(3):
        size = typical * rng.uniform(0.5, 1.6)
        x, y = rng.uniform(0, width), rng.uniform(0, height)
        if page.boxes and rng.random() < 0.6:
            bx, by, bw, bh = page.boxes[int(rng.integers(len(page.boxes)))]
            x = bx + bw / 2 + rng.choice([-1, 1]) * (bw / 2 + rng.uniform(-0.05, 0.4) * bh)
            y = by + bh / 2 + rng.normal(0, 0.3) * bh
        box = (x - size * 0.3, y - size / 2, size * 0.6, size)
        if not any(abs(x - (bx + bw / 2)) < max(0.42 * bw, 0.16 * bh) and abs(y - (by + bh / 2)) < 0.42 * bh for bx, by, bw, bh in page.boxes):
            found.append(box)
    return found


def blocky(image: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """A digit as coarse black and white, drawn into its grid's full width as some scanned sets are."""
    x, y, width, height = ink_box(image)
    side = int(rng.integers(12, 21))
    stretched = max(0.35, width / height) ** rng.uniform(0, 1)
    glyph = Image.fromarray(image[y : y + height, x : x + width]).resize((max(3, round(side * min(1, stretched))), side), Image.Resampling.BOX)
    ink = np.asarray(glyph)
    return np.pad((ink > rng.uniform(0.28, 0.6) * ink.max()).astype(np.uint8) * 255, int(rng.integers(0, 3)))


def strokes_digits(rng: np.random.Generator, count: int) -> tuple[list[np.ndarray], np.ndarray]:
    """Bare digits as strokes of a pen, in all ways of writing."""
    labels = rng.choice(10, count, p=STROKES_SHARES)
    return [np.pad(hand_digit(rng, int(label), pick_pen(rng)), 2) for label in labels], labels


def pens_digits(rng: np.random.Generator, bank: GlyphBank, count: int) -> tuple[list[np.ndarray], np.ndarray]:
    """Bare digits of the handwriting fonts, thinner, thicker, slanted and stretched."""
    labels, images = rng.integers(0, 10, count), []
    for label in labels:
        hand = replace(pick_hand(rng, bank, 28.0, rng.normal(0, 0.05)), source="pens")
        images.append(np.pad((shape_glyph(rng, digit_glyph(rng, bank, "pens", int(label)), hand, 28.0) * 255).astype(np.uint8), 2))
    return images, labels


def blocky_patches(seed: int, bank: GlyphBank, images: np.ndarray, labels: np.ndarray, title: str) -> Patches:
    """MNIST's digits, drawn strokes and handwriting fonts, by BLOCKY_COUNTS."""
    rng = np.random.default_rng(seed)
    chosen = rng.choice(len(labels), BLOCKY_COUNTS["mnist"], replace=False)
    fine, fine_labels = [*images[chosen]], [labels[chosen]]
    made = [strokes_digits(rng, BLOCKY_COUNTS["strokes"]), *([pens_digits(rng, bank, BLOCKY_COUNTS["pens"])] if "pens" in bank.digits else [])]
    for more, more_labels in made:
        fine += more
        fine_labels.append(more_labels)
    return digit_patches([blocky(image, rng) for image in fine], np.concatenate(fine_labels), title)


def page_patches(seed: int, bank: GlyphBank, pages: int, title: str) -> Patches:
    """Digits, letters, marks and misses from fresh synthetic pages."""
    rng = np.random.default_rng(seed)
    images, shares, labels = [], [], []
    progress = Progress(title, pages)
    for index in range(pages):
        page = make_page(rng, bank, 128, 192)
        targets = list(zip(page.boxes, page.labels, strict=True))
        wrong = page.others + misses(rng, page)
        rng.shuffle(wrong)
        targets += [(box, NOT_A_DIGIT) for box in wrong[:3]]
        for box, label in targets[:14]:
            image, share = cut_patch(page.gray, box)
            images.append(image)
            shares.append(share)
            labels.append(label)
        progress.show(index + 1)
    return Patches(np.stack(images), np.stack(shares), np.array(labels, np.int64))


def cached(path: Path, make) -> Patches:
    """Patches from `path`, or made and kept there."""
    if path.exists():
        saved = np.load(path)
        return Patches(saved["images"], saved["shares"], saved["labels"])
    patches = make()
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez(path, images=patches.images, shares=patches.shares, labels=patches.labels)
    return patches
