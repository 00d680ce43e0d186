"""Pools of looks and scenes, rendered once and read again and again: uint8 shards in the cache."""

from pathlib import Path

import numpy as np

from ..runs import Places, PlateNetwork
from ..schedule import Progress
from .codes import Codes
from .finder_targets import SCENE_HEIGHT, SCENE_WIDTH
from .fonts import PlateFonts
from .looks import make_look
from .scene import make_scene

LOOKS, SCENES = 4000, 2000
"""Samples a shard."""
LOOK_SHARDS, SCENE_SHARDS = 18, 17
MOST_PLATES = 3
NARROWEST, WIDEST = 17.0, 125.0
"""Of the plates that the finder learns, in pixels of its input."""


def save(path: Path, **arrays) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part.npz")
    np.savez(part, **arrays)
    part.replace(path)


def render_looks(folder: Path, cache: Path, count: int, first: int = 0) -> None:
    """Shards `first` to `first + count` of looks that are not there yet. A shard's number is its seed."""
    missing = [number for number in range(first, first + count) if not look_shard(folder, number).exists()]
    if not missing:
        return
    fonts, codes, progress = PlateFonts(), Codes(cache), Progress("looks", len(missing))
    for done, number in enumerate(missing, 1):
        rng = np.random.default_rng([number, 18])
        looks = [make_look(rng, fonts, codes) for _ in range(LOOKS)]
        save(look_shard(folder, number), pixels=np.stack([pixels for pixels, _ in looks]), labels=[label for _, label in looks])
        progress.show(done)


def render_scenes(folder: Path, count: int, first: int = 0) -> None:
    """Shards of scenes that are not there yet: pictures and the corners of up to MOST_PLATES plates, NaN where there is none."""
    missing = [number for number in range(first, first + count) if not scene_shard(folder, number).exists()]
    if not missing:
        return
    fonts, progress = PlateFonts(), Progress("scenes", len(missing))
    for done, number in enumerate(missing, 1):
        rng = np.random.default_rng([number, 19])
        pixels = np.zeros((SCENES, SCENE_HEIGHT, SCENE_WIDTH), np.uint8)
        corners = np.full((SCENES, MOST_PLATES, 4, 2), np.nan, np.float32)
        for k in range(SCENES):
            plates = list(np.exp(rng.uniform(np.log(NARROWEST), np.log(WIDEST), int(rng.choice(4, p=[0.4, 0.38, 0.15, 0.07])))))
            scene = make_scene(rng, fonts, SCENE_WIDTH, SCENE_HEIGHT, plates)
            pixels[k] = scene.gray
            for place, found in zip(corners[k], scene.corners, strict=False):
                place[:] = found
        save(scene_shard(folder, number), pixels=pixels, corners=corners)
        progress.show(done)


def render_pools(places: Places, network: PlateNetwork) -> None:
    """What the network trains on and is judged by, as far as it is not there yet."""
    if network == "plate-finder":
        render_scenes(places.plates, SCENE_SHARDS)
    else:
        render_looks(places.plates, places.cache, LOOK_SHARDS)


def look_shard(folder: Path, number: int) -> Path:
    return folder / f"looks-{number:03d}.npz"


def scene_shard(folder: Path, number: int) -> Path:
    return folder / f"scenes-{number:03d}.npz"
