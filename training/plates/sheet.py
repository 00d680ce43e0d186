"""A plate as it leaves the press: sheet, characters, band, seals, bolts, and the frame around it, seen from the front."""

from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from .fonts import PlateFonts
from .ornaments import bolt, dirtied, draw_separator
from .texts import text_of

Generator = np.random.Generator
HEIGHT = 96
"""Of the plate in its own picture, in pixels."""
STYLES = {"wide": 0.33, "brazil": 0.17, "mercosur": 0.05, "tall": 0.35, "india": 0.04, "plain": 0.06}
ASPECTS = {"wide": (4.0, 5.0), "brazil": (2.8, 3.4), "mercosur": (2.8, 3.3), "tall": (1.75, 2.25), "india": (3.6, 5.0), "plain": (2.2, 5.5)}
TEXT_HEIGHTS = {"wide": (0.58, 0.8), "brazil": (0.46, 0.56), "mercosur": (0.5, 0.6), "tall": (0.4, 0.56), "india": (0.5, 0.75), "plain": (0.5, 0.85)}
TEXT_MIDDLES = {"wide": 0.5, "brazil": 0.6, "mercosur": 0.62, "tall": 0.53, "india": 0.5, "plain": 0.5}
"""Height of the characters, and of their middle from the top, in heights of the plate."""


@dataclass(frozen=True)
class Sheet:
    """gray and alpha 0..255 [height, width]; the plate itself is `plate`: x, y, width, height in pixels."""

    gray: np.ndarray
    alpha: np.ndarray
    plate: tuple[float, float, float, float]
    text: str


def row_of(rng: Generator, font: ImageFont.FreeTypeFont, text: str, height: int, spread: float) -> np.ndarray:
    """A row of characters as a mask 0..255, `height` pixels from the top of a capital to its foot; gaps and seals where the text has them."""
    cap = -font.getbbox("H", anchor="ls")[1]
    pad = 0.14
    canvas = Image.new("L", (int(font.size * (len(text) + 2) * 1.6) + 40, int(cap * (1 + 2 * pad)) + 2), 0)
    draw, x, base = ImageDraw.Draw(canvas), 10.0, cap * (1 + pad)
    gap, has_dash = cap * spread, rng.random() < 0.6
    for character in text:
        if character in "- ":
            wide = cap * rng.uniform(0.12, 0.6)
            if character == "-" and has_dash:
                draw_separator(rng, draw, x + wide / 2, base - cap / 2, cap)
            x += wide + gap
            continue
        left, _, right, _ = font.getbbox(character, anchor="ls")
        draw.text((x - left, base), character, 255, font=font, anchor="ls")
        x += max(right - left, 0.06 * cap) + gap
    scale = height / cap
    cut = canvas.crop((8, 0, int(x - gap) + 4, canvas.height))
    return np.asarray(
        cut.resize(
            (max(4, round(cut.width * scale)), max(4, round(cut.height * scale))), Image.Resampling.BOX if scale < 1 else Image.Resampling.BILINEAR
        )
    )


def small_text(rng: Generator, fonts: PlateFonts, canvas: Image.Image, middle: tuple[float, float], height: float, level: int) -> None:
    """Words of a dealer, a town or a state: no part of what is read."""
    font, word = fonts.words_font(rng), fonts.word(rng)
    row = row_of(rng, font, word, max(3, round(height)), rng.uniform(0.08, 0.25))
    row = row[:, : canvas.width]
    canvas.paste(level, (round(middle[0] - row.shape[1] / 2), round(middle[1] - row.shape[0] / 2)), Image.fromarray(row))


def ink(rng: Generator, canvas: Image.Image, row: np.ndarray, x: float, y: float, level: int) -> None:
    """Lays the characters on the sheet, embossed now and then: a light and a dark edge."""
    mask = Image.fromarray(row)
    at = (round(x), round(y))
    if rng.random() < 0.45:
        depth, shift = int(rng.integers(20, 90)), int(rng.integers(1, 4))
        paper = canvas.getpixel((canvas.width // 2, 3))
        light, dark = min(255, int(paper) + depth), max(0, int(paper) - depth)  # pyright: ignore[reportArgumentType]
        sides = ((-shift, light), (shift, dark)) if rng.random() < 0.5 else ((shift, light), (-shift, dark))
        for offset, edge in sides:
            canvas.paste(edge, (at[0] + offset, at[1] + offset), mask)
    if rng.random() < 0.15:
        row = (row * np.clip(rng.normal(0.8, 0.25, (1, row.shape[1])).cumsum(1) % 1 * 0.3 + 0.7, 0, 1)).astype(np.uint8)
        mask = Image.fromarray(row)
    canvas.paste(level, at, mask)


def make_sheet(rng: Generator, fonts: PlateFonts, text: str | None = None) -> Sheet:
    """A plate of any style; `text` None: one of the style's own."""
    style = str(rng.choice(list(STYLES), p=list(STYLES.values())))
    text = text_of(rng, "wide" if style == "plain" else style) if text is None else text
    width = round(HEIGHT * rng.uniform(*ASPECTS[style]))
    is_light_on_dark = rng.random() < 0.14
    paper = int(rng.integers(15, 110)) if is_light_on_dark else int(rng.integers(140, 250))
    contrast = rng.uniform(45, 210)
    level = int(np.clip(paper + contrast if is_light_on_dark else paper - contrast, 0, 255))
    canvas = Image.new("L", (width, HEIGHT), paper)
    draw = ImageDraw.Draw(canvas)
    left, right = 0.03 * width, 0.97 * width
    if style == "tall":
        decorate_tall(rng, fonts, canvas, level)
    if style in ("brazil", "mercosur") or (style == "plain" and rng.random() < 0.3):
        if style == "mercosur":
            draw.rectangle([0, 0, width, HEIGHT * 0.22], fill=int(rng.integers(20, 90)))
        small_text(
            rng, fonts, canvas, (width / 2, HEIGHT * rng.uniform(0.13, 0.22)), HEIGHT * rng.uniform(0.1, 0.15), 230 if style == "mercosur" else level
        )
    if style in ("wide", "india") and rng.random() < 0.6:
        left = HEIGHT * rng.uniform(0.3, 0.5)
        draw_band(rng, fonts, draw, canvas, left, level)
    height = round(HEIGHT * rng.uniform(*TEXT_HEIGHTS[style]))
    row = row_of(rng, fonts.plate_font(rng), text, height, rng.uniform(0.06, 0.24))
    room = (right - left) * rng.uniform(0.88, 1)
    own = row.shape[1]
    # Squeezed where it is too long; most plates fill their room.
    wide = min(own, room) if own > room or rng.random() < 0.3 else min(room * rng.uniform(0.85, 1), own * rng.uniform(1, 1.35))
    row = np.asarray(Image.fromarray(row).resize((max(8, round(wide)), row.shape[0]), Image.Resampling.BILINEAR))
    x = left + (right - left - row.shape[1]) * rng.uniform(0.3, 0.7)
    ink(rng, canvas, row, x, HEIGHT * (TEXT_MIDDLES[style] + rng.normal(0, 0.02)) - row.shape[0] / 2, level)
    if rng.random() < 0.6:
        inset = int(rng.integers(0, 6))
        draw.rounded_rectangle(
            [inset, inset, width - 1 - inset, HEIGHT - 1 - inset], radius=int(rng.integers(0, 14)), outline=level, width=int(rng.integers(1, 5))
        )
    for _ in range(int(rng.integers(0, 5))):
        bolt(rng, draw, width, HEIGHT)
    if rng.random() < 0.35:
        canvas = dirtied(rng, canvas)
    return framed(rng, fonts, canvas, text)


def decorate_tall(rng: Generator, fonts: PlateFonts, canvas: Image.Image, level: int) -> None:
    """A state's name above, a slogan below, stickers in the corners, a picture behind."""
    width, draw = canvas.width, ImageDraw.Draw(canvas)
    if rng.random() < 0.4:
        horizon, hills = HEIGHT * rng.uniform(0.3, 0.9), rng.normal(0, 7, 8).cumsum()
        points = [(width * k / 7, horizon + hills[k]) for k in range(8)]
        draw.polygon([*points, (width, HEIGHT), (0, HEIGHT)], fill=int(np.clip(level + rng.normal(0, 90), 60, 250)))
    if rng.random() < 0.3:
        draw.rectangle([0, 0, width, HEIGHT * rng.uniform(0.15, 0.24)], fill=int(rng.integers(20, 200)))
    for middle, share in ((HEIGHT * rng.uniform(0.1, 0.16), 0.85), (HEIGHT * rng.uniform(0.86, 0.92), 0.6)):
        if rng.random() < share:
            small_text(rng, fonts, canvas, (width * rng.uniform(0.4, 0.6), middle), HEIGHT * rng.uniform(0.09, 0.16), int(rng.integers(0, 256)))
    for x in (0.12, 0.88):
        if rng.random() < 0.45:
            y, w, h = HEIGHT * rng.choice([0.14, 0.85]), width * rng.uniform(0.06, 0.1), HEIGHT * rng.uniform(0.07, 0.1)
            draw.rectangle([x * width - w, y - h, x * width + w, y + h], fill=int(rng.integers(20, 256)))


def draw_band(rng: Generator, fonts: PlateFonts, draw: ImageDraw.ImageDraw, canvas: Image.Image, width: float, level: int) -> None:
    """The band of a country at the left, or its arms: a ring and one or two letters."""
    if rng.random() < 0.75:
        draw.rectangle([0, 0, width * 0.8, HEIGHT], fill=int(rng.integers(20, 130)))
    radius, y = width * 0.25, HEIGHT * rng.uniform(0.25, 0.4)
    draw.ellipse([width * 0.4 - radius, y - radius, width * 0.4 + radius, y + radius], outline=int(rng.integers(0, 256)), width=2)
    if rng.random() < 0.8:
        row = row_of(rng, fonts.words_font(rng), str(rng.choice(["D", "SK", "CZ", "PL", "F", "I", "E", "A", "N", "S", "B", "NL", "H"])), 14, 0.1)
        canvas.paste(int(rng.choice([240, level])), (round(width * 0.4 - row.shape[1] / 2), round(HEIGHT * 0.68)), Image.fromarray(row))


def framed(rng: Generator, fonts: PlateFonts, canvas: Image.Image, text: str) -> Sheet:
    """The plate in its holder, if it has one: a bar all around, with a dealer's words above or below."""
    (width, height), has_holder = canvas.size, rng.random() < 0.55
    bar = int(rng.integers(2, 9)) if has_holder else 0
    above, below = (int(rng.integers(0, 26)) if has_holder and rng.random() < share else 0 for share in (0.15, 0.45))
    whole = Image.new(
        "L", (width + 2 * bar, height + 2 * bar + above + below), int(rng.integers(5, 90) if rng.random() < 0.75 else rng.integers(90, 255))
    )
    for y, room in ((bar + above / 2, above), (whole.height - bar / 2 - below / 2, below)):
        if room > 8 and rng.random() < 0.8:
            small_text(rng, fonts, whole, (whole.width / 2, y), room * 0.55, int(rng.integers(0, 256)))
    whole.paste(canvas, (bar, bar + above))
    alpha = Image.new("L", whole.size, 0)
    ImageDraw.Draw(alpha).rounded_rectangle([0, 0, whole.width - 1, whole.height - 1], radius=int(rng.integers(0, 10)), fill=255)
    if has_holder and rng.random() < 0.12:
        whole = whole.filter(ImageFilter.GaussianBlur(1.2))  # pyright: ignore[reportArgumentType]
    return Sheet(np.asarray(whole), np.asarray(alpha), (bar, bar + above, width, height), text)
