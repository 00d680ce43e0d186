"""Synthetic lines: one number as somebody wrote it, on any paper, with what stands beside it. POOL_HEIGHT pixels tall."""

from dataclasses import replace

import numpy as np
from PIL import Image, ImageDraw

from ..scenes.camera import camera
from ..scenes.empty_pages import noise_page
from ..scenes.ink import Hand, InkLayer
from ..scenes.paper import draw_rules, guilloche, light, texture
from .alphabet import CROSSED, LETTER, STRUCK
from .handwriting import Handwriting
from .patterns import digits, number_text
from .writing import Start, pick_line_hand, write_text

Generator = np.random.Generator
POOL_HEIGHT = 48
MAX_WIDTH = 700
NOT_MARKS = LETTER + CROSSED + STRUCK


def frames(rng: Generator, height: int, width: int, edges: list[float], top: float, bottom: float, is_comb: bool) -> np.ndarray:
    """Printed boxes: one around all characters or one around each, with gaps, dashes or ticks now and then: 0..1."""
    image = Image.new("L", (width * 2, height * 2), 0)
    draw, pen, fill = ImageDraw.Draw(image), int(rng.integers(1, 5)), int(rng.integers(120, 256))
    tilt = rng.normal(0, 0.015)

    def line(xa: float, ya: float, xb: float, yb: float) -> None:
        draw.line([2 * xa, 2 * (ya + tilt * xa), 2 * xb, 2 * (yb + tilt * xb)], fill=fill, width=pen)

    left, right = edges[0], edges[-1]
    if rng.random() < 0.85:
        line(left, bottom, right, bottom)
    if rng.random() < 0.8:
        line(left, top, right, top)
    is_ticks = is_comb and rng.random() < 0.25
    for x in edges if is_comb else (left, right):
        line(x, bottom - (0.35 * (bottom - top) if is_ticks else bottom - top), x + rng.normal(0, 0.5), bottom)
    return np.asarray(image.reduce(2), np.float32) / 255


def neighbors(rng: Generator, layer: InkLayer, handwriting: Handwriting, hand: Hand, left: float, baseline: float) -> None:
    """Scraps of the lines above and below that reach into the picture."""
    for direction in (-1, 1):
        if rng.random() < 0.5:
            far = baseline + direction * hand.height * rng.uniform(1.35, 1.8)
            write_text(
                rng,
                layer,
                handwriting,
                replace(hand, height=hand.height * rng.uniform(0.8, 1.1)),
                digits(rng, 1, 5),
                Start(left + rng.uniform(-1, 2) * hand.height, far),
            )


def compose_line(rng: Generator, handwriting: Handwriting, text: str | None = None) -> tuple[np.ndarray, str]:
    """One line: gray [POOL_HEIGHT, width] uint8, either polarity, and its label, which has no spaces."""
    text = number_text(rng) if text is None else text
    hand = pick_line_hand(rng, handwriting, rng.uniform(20, 34))
    if text and not any(character.isdigit() or character in NOT_MARKS for character in text):
        hand = replace(hand, height=min(40.0, hand.height * rng.uniform(1, 1.8)))
    layer = InkLayer(np.zeros((POOL_HEIGHT, MAX_WIDTH), np.float32))
    baseline = (POOL_HEIGHT + hand.height) / 2 + rng.normal(0, 1.5)
    margin = hand.height * rng.uniform(0.15, 1.1)
    is_comb = CROSSED in text or (LETTER not in text and rng.random() < 0.13)
    pitch = hand.height * rng.uniform(0.75, 1.5) if is_comb else 0.0
    edges = write_text(rng, layer, handwriting, hand, text, Start(margin, baseline, pitch))
    width = int(np.clip(edges[-1] + hand.height * rng.uniform(0.0, 1.0), 24, MAX_WIDTH))
    if rng.random() < 0.15:
        neighbors(rng, layer, handwriting, hand, margin, baseline)
    if not text:
        width = int(rng.integers(24, 200))
    strength = layer.strength[:, :width]
    sheet = noise_page(rng, POOL_HEIGHT, width) if not text and rng.random() < 0.5 else light(rng, POOL_HEIGHT, width)
    print_level = rng.uniform(0.25, 1.0)
    if is_comb or rng.random() < 0.1:
        reach = hand.height * rng.uniform(0.08, 0.35)
        sides = edges if is_comb else [edges[0] - reach, edges[-1] + reach * 0.5]
        lines = frames(rng, POOL_HEIGHT, width, sides, baseline - hand.height - reach, baseline + reach, is_comb)
        sheet = sheet * (1 - lines * print_level)
    kind = rng.random()
    if kind < 0.34:
        spacing = hand.height * rng.uniform(0.35, 2.2)
        lines = draw_rules(rng, POOL_HEIGHT, width, spacing, rng.normal(0, 0.02), vertical=kind < 0.2, horizontal=True)
        sheet = sheet * (1 - lines * rng.uniform(0.1, 0.75))
    elif kind < 0.45:
        sheet = sheet * (1 - guilloche(rng, POOL_HEIGHT, width) * rng.uniform(0.05, 0.35))
    elif kind < 0.48:
        sheet = sheet * (1 - texture(rng, POOL_HEIGHT, width) * rng.uniform(0.05, 0.3))
    gray = sheet * (1 - strength) + np.minimum(sheet, sheet * rng.uniform(0, 0.35)) * strength
    gray = camera(rng, gray * 255)
    if rng.random() < 0.12:
        gray = 255 - gray
    return gray.astype(np.uint8), text.replace(" ", "")
