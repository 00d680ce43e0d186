"""From a patch to what the classifier sees in training: turned, bent, blurred, damaged, then normalized as serving does."""

import torch
from torch.nn import functional

from .contract import GLYPH_CONTRAST_FLOOR, SIDE
from .patches import PATCH_MARGIN

DAMAGED_SHARE = 0.14


def random_grid(count: int, strength: float, generator: torch.Generator, zoom: float = 1.0) -> torch.Tensor:
    """Sampling grids [count, SIDE, SIDE, 2] in the patch's -1..1: turned, slanted, scaled, shifted and bent, some gently and some less so."""

    def normal(scale: float) -> torch.Tensor:
        return torch.randn(count, generator=generator) * scale * strength

    angle, slant = normal(0.1), normal(0.13)
    scale_x, scale_y = torch.exp(normal(0.09)), torch.exp(normal(0.09))
    cos, sin = torch.cos(angle), torch.sin(angle)
    linear = torch.stack([torch.stack([cos * scale_x, cos * slant - sin], 1), torch.stack([sin * scale_x, sin * slant + cos * scale_y], 1)], 1)
    shift = torch.stack([normal(0.045), normal(0.045)], 1)
    theta = torch.cat([linear, shift[:, :, None]], 2) * zoom / PATCH_MARGIN
    theta[:, :, 2] = shift
    grid = functional.affine_grid(theta, [count, 1, SIDE, SIDE], align_corners=False)
    bend = torch.randn(count, 2, 5, 5, generator=generator) * (0.015 + 0.045 * torch.rand(count, 1, 1, 1, generator=generator)) * strength
    return grid + functional.interpolate(bend, (SIDE, SIDE), mode="bicubic", align_corners=True).permute(0, 2, 3, 1)


def normalize_samples(samples: torch.Tensor, share: torch.Tensor) -> torch.Tensor:
    """`normalize.normalize_glyph` after its resampling, for a batch [count, SIDE, SIDE] of gray 0..255."""
    flat, inside = samples.flatten(1), share.flatten(1) > 0.5
    count = inside.sum(1)
    ordered = torch.where(inside, flat, torch.full_like(flat, 1e6)).sort(1).values

    def rank(fraction: float) -> torch.Tensor:
        index = (fraction * (count - 1).clamp(min=0) + 0.5).floor().long()
        return ordered.gather(1, index[:, None])

    low, paper, high = rank(0.02), rank(0.5), rank(0.98)
    is_dark = paper - low >= high - paper
    ink = torch.where(is_dark, paper - flat, flat - paper)
    contrast = torch.where(is_dark, paper - low, high - paper).clamp(min=GLYPH_CONTRAST_FLOOR)
    return ((ink / contrast).clamp(0, 1) * share.flatten(1)).view_as(samples)


def corrupt(gray: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    """Damage of one kind each, after the families of MNIST-C (Mu and Gilmer 2019) but with our own formulas: [count, SIDE, SIDE], any range.

    Specks, fog, an inverted stripe or inverted sides, outlines only, a line across (whole, dotted or bent), shuffled pixels, a gap across.
    """
    count = len(gray)

    def uniform(low: float, high: float) -> torch.Tensor:
        return low + (high - low) * torch.rand(count, 1, 1, generator=generator)

    low, high, mean = gray.amin((1, 2), True), gray.amax((1, 2), True), gray.mean((1, 2), keepdim=True)
    ink = torch.where(high - mean > mean - low, high, low)
    paper = low + high - ink
    specks = torch.rand(gray.shape, generator=generator)
    amount = uniform(0.01, 0.12)
    speckled = torch.where(specks < amount, ink, torch.where(specks > 1 - amount, paper, gray))
    clouds = functional.interpolate(torch.rand(count, 1, 5, 5, generator=generator), (SIDE, SIDE), mode="bicubic", align_corners=False)[:, 0]
    foggy = gray + (ink - paper) * clouds * uniform(0.2, 0.8)
    places = torch.linspace(-1, 1, SIDE)
    xx, yy = places.expand(1, SIDE, SIDE), places[:, None].expand(1, SIDE, SIDE)
    angle, offset = uniform(0, torch.pi), uniform(-0.6, 0.6)
    along, across = xx * angle.cos() + yy * angle.sin(), yy * angle.cos() - xx * angle.sin() - offset
    striped = torch.where((across.abs() < uniform(0.06, 0.2)), low + high - gray, gray)
    sides = torch.where(xx.abs() > uniform(0.4, 0.75), low + high - gray, gray)
    strength = (gray - paper) / (ink - paper + 1e-6)
    spread = functional.max_pool2d(strength[:, None], 3, 1, 1)[:, 0] + functional.max_pool2d(-strength[:, None], 3, 1, 1)[:, 0]
    outlined = paper + (ink - paper) * (spread * 1.5 - 0.5).clamp(0, 1)
    bend = torch.where(torch.rand(count, 1, 1, generator=generator) < 0.5, uniform(0, 0.3), torch.zeros(1)) * torch.asin(
        torch.sin(along * uniform(2, 9))
    )
    dots = torch.sin(along * uniform(15, 45)) > torch.where(
        torch.rand(count, 1, 1, generator=generator) < 0.5, torch.full((1,), -2.0), torch.zeros(1)
    )
    gapped = torch.where((across + bend).abs() < uniform(0.02, 0.07), paper, gray)
    crossed = torch.where(((across + bend).abs() < uniform(0.025, 0.07)) & dots, ink, gray)
    jitter = torch.randn(count, SIDE, SIDE, 2, generator=generator) * 2 / SIDE * uniform(0.3, 1.0)[..., None]
    shuffled = functional.grid_sample(
        gray[:, None], torch.stack([xx.expand_as(gray), yy.expand_as(gray)], 3) + jitter, padding_mode="border", align_corners=True
    )[:, 0]
    kinds = torch.stack([speckled, foggy, striped, sides, outlined, outlined, crossed, crossed, shuffled, gapped, gapped])
    return kinds[torch.randint(len(kinds), (count,), generator=generator), torch.arange(count)]


def padded(rasters: torch.Tensor) -> torch.Tensor:
    """One row and one column more, repeating the last ones."""
    return functional.pad(rasters[:, None], (0, 1, 0, 1), mode="replicate")[:, 0]


def blurred(gray: torch.Tensor) -> torch.Tensor:
    return functional.avg_pool2d(gray[:, None], 3, 1, 1, count_include_pad=False)[:, 0]


def thickened(gray: torch.Tensor) -> torch.Tensor:
    """Light ink with a wider stroke, dark ink with a narrower one."""
    return padded(functional.max_pool2d(gray[:, None], (2, 2), 1)[:, 0])


def thinned(gray: torch.Tensor) -> torch.Tensor:
    """The other way round."""
    return -thickened(-gray)


def augment(
    images: torch.Tensor, shares: torch.Tensor, strength: float, generator: torch.Generator, zoom: float = 1.0, is_spared: torch.Tensor | None = None
) -> torch.Tensor:
    """Patches [count, side, side] uint8 -> glyphs [count, 1, SIDE, SIDE] 0..1. `strength` 0 gives what serving gives.

    `is_spared`: rows whose strokes keep their width and are not damaged, because that would make another digit of them.
    """
    count = len(images)
    both = torch.stack([images.float(), shares.float() / 255], 1)
    sampled = functional.grid_sample(both, random_grid(count, strength, generator, zoom), mode="bilinear", padding_mode="zeros", align_corners=False)
    gray, share = sampled[:, 0], sampled[:, 1].clamp(0, 1)
    if strength > 0:
        is_open = torch.ones(count, dtype=torch.bool) if is_spared is None else ~is_spared
        choice = torch.rand(count, generator=generator)
        for low, high, pen in ((0.0, 0.15, blurred), (0.15, 0.23, thickened), (0.23, 0.31, thinned)):
            chosen = torch.nonzero((choice >= low) & (choice < high) & is_open)[:, 0]
            if len(chosen):
                gray[chosen] = pen(gray[chosen])
        noise = torch.rand(count, generator=generator)[:, None, None].pow(3) * 18
        gray = gray + noise * torch.randn(gray.shape, generator=generator)
        damaged = torch.nonzero((torch.rand(count, generator=generator) < DAMAGED_SHARE) & is_open)[:, 0]
        if len(damaged):
            gray[damaged] = corrupt(gray[damaged], generator)
    glyphs = normalize_samples(gray, share)
    if strength > 0:
        gamma = torch.exp(torch.randn(count, generator=generator) * 0.25)[:, None, None]
        glyphs = glyphs.clamp(min=1e-4).pow(gamma)
    return glyphs[:, None]
