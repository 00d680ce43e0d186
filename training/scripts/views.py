"""From patches of single digits to what serving sees of them: firmer or softer pens, neighbors, lines, light; then the classifier's own views."""

import torch
from torch.nn import functional

from ..augment import augment
from ..patches import PATCH_SIDE

STRENGTH = 1.15
"""Of turning, slanting, scaling, shifting and bending, in the classifier's."""
NEIGHBOR_SHARE, FIRMED_SHARE, RULED_SHARE, WHOLE_SHARE = 0.4, 0.5, 0.1, 0.7
"""How many of a batch have a neighbor on either side, an edge of another firmness, a ruled line, and paper all around."""


def chance(count: int, share: float, generator: torch.Generator) -> torch.Tensor:
    return torch.rand(count, generator=generator) < share


def uniform(count: int, low: float, high: float, generator: torch.Generator) -> torch.Tensor:
    return low + (high - low) * torch.rand(count, generator=generator)


def moved(glyphs: torch.Tensor, right: torch.Tensor, down: torch.Tensor, scale: torch.Tensor) -> torch.Tensor:
    """Patches [count, side, side] scaled around their middles and moved by pixels."""
    half = PATCH_SIDE / 2
    zero = torch.zeros_like(scale)
    theta = torch.stack([torch.stack([1 / scale, zero, -right / half / scale], 1), torch.stack([zero, 1 / scale, -down / half / scale], 1)], 1)
    grid = functional.affine_grid(theta, [len(glyphs), 1, PATCH_SIDE, PATCH_SIDE], align_corners=False)
    return functional.grid_sample(glyphs[:, None], grid, mode="bilinear", padding_mode="zeros", align_corners=False)[:, 0]


def firmed(glyphs: torch.Tensor, is_spared: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    """Some with a harder edge and, unless spared, a stroke of another width, as pens and cameras other than the sets' give."""
    count = len(glyphs)
    middle, gain = uniform(count, 60, 150, generator), uniform(count, 1, 4, generator)
    middle = torch.where(is_spared, torch.full_like(middle, 128), middle)
    harder = ((glyphs - middle[:, None, None]) * gain[:, None, None] + 128).clamp(0, 255)
    return torch.where(chance(count, FIRMED_SHARE, generator)[:, None, None], harder, glyphs)


def with_neighbors(glyphs: torch.Tensor, half_widths: torch.Tensor, others: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    """Some with a digit beside them; `others` are the places of the neighbors in the batch."""
    count = len(glyphs)
    answer = glyphs.clone()
    for side in (-1, 1):
        chosen = torch.nonzero(chance(count, NEIGHBOR_SHARE, generator))[:, 0]
        some = len(chosen)
        scale = torch.exp(torch.randn(some, generator=generator) * 0.2)
        other = others[chosen]
        away = half_widths[chosen] + scale * half_widths[other] + uniform(some, 0.0, 8.0, generator)
        beside = moved(glyphs[other], side * away, torch.randn(some, generator=generator) * 2.5, scale)
        answer[chosen] = torch.maximum(answer[chosen], beside)
    return answer


def with_rules(glyphs: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    """Some on ruled or squared paper, fainter than the ink."""
    count = len(glyphs)
    places = torch.arange(PATCH_SIDE, dtype=torch.float32)
    ink = torch.zeros_like(glyphs)
    for axis in (1, 2):
        center = uniform(count, 0, PATCH_SIDE, generator)
        line = ((places[None] - center[:, None]).abs() < uniform(count, 0.5, 1.6, generator)[:, None]).float()
        strength = uniform(count, 40, 200, generator) * chance(count, RULED_SHARE, generator)
        ink = torch.maximum(ink, (line * strength[:, None]).unsqueeze(3 - axis).expand_as(glyphs))
    return torch.maximum(glyphs, ink)


def in_light(glyphs: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    """Uneven light across the paper, and ink of any contrast."""
    count = len(glyphs)
    places = torch.linspace(-1, 1, PATCH_SIDE)
    across, down = (uniform(count, -25, 25, generator)[:, None, None] for _ in range(2))
    slope = across * places[None, None] + down * places[None, :, None]
    contrast = uniform(count, 0.5, 1.0, generator)[:, None, None]
    return glyphs * contrast + slope * chance(count, 0.5, generator)[:, None, None] * contrast + 40


def gaps(glyphs: torch.Tensor, half_widths: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    """Places that are no digit: the paper between two, scraps of one, lines and specks."""
    count = len(glyphs)
    other = torch.randperm(count, generator=generator)
    between = torch.maximum(
        moved(glyphs, -(half_widths + uniform(count, 2, 10, generator)), torch.zeros(count), torch.ones(count)),
        moved(glyphs[other], half_widths[other] + uniform(count, 2, 10, generator), torch.zeros(count), torch.ones(count)),
    )
    empty = torch.zeros_like(glyphs) + (torch.rand(glyphs.shape, generator=generator) < 0.004).float() * 200
    return torch.where(chance(count, 0.75, generator)[:, None, None], between, empty)


def training_views(
    images: torch.Tensor, half_widths: torch.Tensor, others: torch.Tensor, is_gap: torch.Tensor, is_spared: torch.Tensor, generator: torch.Generator
) -> torch.Tensor:
    """Patches [count, side, side] uint8 -> glyphs [count, 1, SIDE, SIDE] 0..1; those in `is_gap` become no digits, those in
    `is_spared` keep the width of their strokes."""
    count = len(images)
    glyphs = firmed(images.float(), is_spared, generator)
    answer = with_neighbors(glyphs, half_widths, others, generator)
    if is_gap.any():
        answer[is_gap] = gaps(glyphs[is_gap], half_widths[is_gap], generator)
    answer = in_light(with_rules(answer, generator), generator)
    shares = torch.full_like(answer, 255)
    bare = torch.nonzero(~chance(count, WHOLE_SHARE, generator))[:, 0]
    border = int(PATCH_SIDE / 6)
    mask = torch.zeros(PATCH_SIDE, PATCH_SIDE)
    mask[border:-border, border:-border] = 255
    shares[bare] = mask
    return augment(answer, shares, STRENGTH, generator, is_spared=is_spared)
