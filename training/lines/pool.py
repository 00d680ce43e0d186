"""Pools of synthetic lines, rendered once and read again and again: uint8 shards in the cache."""

from collections.abc import Callable
from pathlib import Path

import numpy as np

from ..schedule import Progress
from .compose import compose_line
from .handwriting import Handwriting
from .strings import Line

SHARD_LINES = 4000
SHARDS = 12


def write_shard(path: Path, handwriting: Handwriting, seed: int, count: int = SHARD_LINES) -> None:
    """Renders `count` lines into one file: their pixels end to end, their widths and labels."""
    rng = np.random.default_rng([seed, 77])
    lines = [compose_line(rng, handwriting) for _ in range(count)]
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part.npz")
    np.savez(
        part,
        pixels=np.concatenate([gray.T.reshape(-1) for gray, _ in lines]),
        widths=[gray.shape[1] for gray, _ in lines],
        texts=[text for _, text in lines],
    )
    part.replace(path)


def read_shard(path: Path) -> list[Line]:
    shard = np.load(path)
    widths = shard["widths"]
    height = len(shard["pixels"]) // int(widths.sum())
    ends = np.cumsum(widths) * height
    pixels = shard["pixels"]
    return [
        Line(pixels[end - width * height : end].reshape(width, height).T, str(text), (0, 0, int(width), height), True, "synthetic")
        for end, width, text in zip(ends, widths, shard["texts"], strict=True)
    ]


def shards_of(folder: Path) -> list[Path]:
    """Whole shards alone, in order."""
    return sorted(folder.glob("pool-[0-9][0-9][0-9].npz"))


def render_pools(folder: Path, load: Callable[[], Handwriting], count: int = SHARDS) -> None:
    """Renders the shards that are not there yet; `load` is called only then. A shard's number is its seed."""
    missing = [number for number in range(count) if not (folder / f"pool-{number:03d}.npz").exists()]
    if not missing:
        return
    handwriting = load()
    progress = Progress("pools", count, count - len(missing))
    for done, number in enumerate(missing, count - len(missing) + 1):
        write_shard(folder / f"pool-{number:03d}.npz", handwriting, number)
        progress.show(done)
