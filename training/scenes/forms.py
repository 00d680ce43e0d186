"""Pages with numbers as people write them: marks, letters, crosses, printed boxes, ruled and squared paper, upright ones."""

from dataclasses import replace

import numpy as np

from ..lines.alphabet import CROSSED, LETTER
from ..lines.compose import frames
from ..lines.handwriting import Handwriting
from ..lines.patterns import digits, number_text
from ..lines.writing import Start, pick_line_hand, write_text
from .camera import Page, camera, in_perspective
from .ink import InkLayer
from .paper import draw_rules, guilloche, light, texture

Generator = np.random.Generator
LEAST_HEIGHT, MOST_HEIGHT = 11.0, 70.0


def line_text(rng: Generator) -> str:
    kind = rng.random()
    if kind < 0.2:
        return "".join(str(rng.choice(list("1111234567890"))) for _ in range(int(rng.integers(1, 7))))
    return number_text(rng) if kind < 0.75 else digits(rng, 1, 7)


def form_page(rng: Generator, handwriting: Handwriting, height: int, width: int) -> Page:
    """One page of that size; boxes are of digits alone, whatever else stands on it."""
    layer = InkLayer(np.zeros((height, width), np.float32))
    size = float(np.exp(rng.uniform(np.log(LEAST_HEIGHT), np.log(min(MOST_HEIGHT, height * 0.85)))))
    hand = pick_line_hand(rng, handwriting, size)
    lines = np.zeros((height, width), np.float32)
    y = rng.uniform(0.0, 0.5) * size
    while y + size < height + 2:
        text = line_text(rng)
        baseline, left = y + size, rng.uniform(0.02, 0.4) * width - (0.3 * size if rng.random() < 0.2 else 0)
        is_comb = CROSSED in text or (LETTER not in text and rng.random() < 0.2)
        writer = hand if rng.random() < 0.8 else pick_line_hand(rng, handwriting, size)
        edges = write_text(
            rng,
            layer,
            handwriting,
            replace(writer, height=size),
            text,
            Start(left, baseline, size * rng.uniform(0.8, 1.5) if is_comb else 0.0, is_page=True),
        )
        if is_comb or rng.random() < 0.12:
            reach = size * rng.uniform(0.06, 0.35)
            sides = edges if is_comb else [edges[0] - reach, edges[-1] + reach]
            lines = np.maximum(lines, frames(rng, height, width, sides, baseline - size - reach, baseline + reach, is_comb))
        y = baseline + size * rng.uniform(0.35, 1.6)
        if rng.random() < 0.3:
            break
    sheet = light(rng, height, width) * (1 - lines * rng.uniform(0.25, 1.0))
    kind = rng.random()
    if kind < 0.45:
        sheet = sheet * (
            1
            - draw_rules(rng, height, width, size * rng.uniform(0.35, 2.2), rng.normal(0, 0.03), vertical=kind < 0.3, horizontal=True)
            * rng.uniform(0.1, 0.8)
        )
    elif kind < 0.55:
        sheet = sheet * (1 - guilloche(rng, height, width) * rng.uniform(0.05, 0.35))
    elif kind < 0.58:
        sheet = sheet * (1 - texture(rng, height, width) * rng.uniform(0.05, 0.3))
    gray = sheet * (1 - layer.strength) + np.minimum(sheet, sheet * rng.uniform(0, 0.35)) * layer.strength
    page = Page(gray * 255, layer.boxes, layer.labels, layer.others, layer.ambiguous)
    if rng.random() < 0.12:
        page = in_perspective(rng, page)
    gray = camera(rng, page.gray)
    return replace(page, gray=255 - gray if rng.random() < 0.12 else gray)
