"""From the pools to what the networks see in training."""

from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

from ..contract import CONTRAST_LIMIT, PLATE_READER
from ..normalize import contrast_normalize
from .finder_targets import targets_of
from .looks import HEIGHT, ROOM, ROOMY_HEIGHT, ROOMY_WIDTH, WIDTH

Generator = np.random.Generator


class Looks:
    """The looks of all shards that are there; `refresh` takes in what was rendered since."""

    def __init__(self, folder: Path, held_back: int):
        self.folder, self.held_back = folder, held_back
        self.shards: dict[Path, tuple[np.ndarray, np.ndarray]] = {}
        self.refresh()

    def refresh(self) -> None:
        for path in sorted(self.folder.glob("looks-[0-9][0-9][0-9].npz"))[self.held_back :]:
            if path not in self.shards:
                self.shards[path] = read_looks(path)

    def batch(self, rng: Generator, count: int) -> tuple[torch.Tensor, list[str]]:
        shards = list(self.shards.values())
        chosen = [(shards[int(rng.integers(len(shards)))], int(rng.integers(1 << 30))) for _ in range(count)]
        pixels = np.stack([pixels[at % len(pixels)] for (pixels, _), at in chosen])
        return training_batch(rng, pixels), [str(labels[at % len(labels)]) for (_, labels), at in chosen]


def read_looks(path: Path) -> tuple[np.ndarray, np.ndarray]:
    shard = np.load(path)
    return shard["pixels"], shard["labels"]


def sampled(pixels: np.ndarray, maps: torch.Tensor) -> torch.Tensor:
    """[N, 1, 40, 160] of looks with room around them, under maps [N, 2, 3] from -1..1 of the cut to -1..1 of the whole."""
    grid = functional.affine_grid(maps, [len(pixels), 1, HEIGHT, WIDTH], align_corners=False)
    return functional.grid_sample(
        torch.from_numpy(pixels.astype(np.float32))[:, None], grid, mode="bilinear", padding_mode="border", align_corners=False
    )


def normalized(cut: torch.Tensor) -> torch.Tensor:
    """(gray - mean) / standard deviation, in parts of the limit: -1..1, the polarity stays."""
    flat = cut.flatten(1)
    mean, deviation = flat.mean(1), flat.std(1, unbiased=False).clamp(min=PLATE_READER["contrastFloor"])
    limit = PLATE_READER["contrastLimit"]
    return ((cut - mean[:, None, None, None]) / deviation[:, None, None, None]).clamp(-limit, limit) / limit


def training_batch(rng: Generator, pixels: np.ndarray) -> torch.Tensor:
    """Looks moved, stretched, slanted and turned a little, with noise, in either polarity."""
    count = len(pixels)
    inner = np.array([WIDTH / ROOMY_WIDTH, HEIGHT / ROOMY_HEIGHT])
    zoom = np.exp(rng.normal(0, [0.035, 0.06], (count, 2))) * inner
    shift = np.clip(rng.normal(0, [0.018, 0.035], (count, 2)), -ROOM / 2, ROOM / 2) * 2 * inner
    maps = np.zeros((count, 2, 3), np.float32)
    maps[:, 0, 0], maps[:, 1, 1] = zoom[:, 0], zoom[:, 1]
    maps[:, 0, 1], maps[:, 1, 0] = rng.normal(0, 0.018, count), rng.normal(0, 0.035, count)
    maps[:, :, 2] = shift
    cut = sampled(pixels, torch.from_numpy(maps))
    if rng.random() < 0.25:
        cut = functional.avg_pool2d(functional.pad(cut, (1, 1, 1, 1), mode="replicate"), 3, 1) * 0.6 + cut * 0.4
    noise = torch.from_numpy(np.abs(rng.normal(0, 4, (count, 1, 1, 1))).astype(np.float32))
    cut = cut + noise * torch.randn(cut.shape)
    turned = torch.from_numpy(np.where(rng.random(count) < 0.12, -1.0, 1.0).astype(np.float32))
    return normalized(cut) * turned[:, None, None, None]


def plain_batch(pixels: np.ndarray) -> torch.Tensor:
    """Looks as serving cuts them."""
    maps = torch.zeros(len(pixels), 2, 3)
    maps[:, 0, 0], maps[:, 1, 1] = WIDTH / ROOMY_WIDTH, HEIGHT / ROOMY_HEIGHT
    return normalized(sampled(pixels, maps))


def scene_batch(rng: Generator, pixels: np.ndarray, corners: np.ndarray, is_training: bool = True) -> dict[str, torch.Tensor]:
    """Scenes, darker or in the other polarity now and then, with their targets."""
    pages, heats, places = [], [], []
    for gray, quads in zip(pixels, corners, strict=True):
        page = gray.astype(np.float32)
        if is_training:
            page = page * rng.uniform(0.6, 1.1) + rng.normal(0, rng.uniform(0, 5), page.shape)
            if rng.random() < 0.06:
                page = 255 - page
        heat, where = targets_of(quads, page.shape[1], page.shape[0])
        pages.append(contrast_normalize(page).clip(-CONTRAST_LIMIT, CONTRAST_LIMIT))
        heats.append(heat)
        places.append(where)
    return {
        "page": torch.from_numpy(np.stack(pages))[:, None],
        "heat": torch.from_numpy(np.stack(heats)),
        "places": torch.from_numpy(np.stack(places)),
    }
