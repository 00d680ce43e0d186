"""Batches of lines of one width."""

from pathlib import Path

import numpy as np

from ..data.sets import Allowed, set_named
from .augment import HEIGHT
from .pool import read_shard, shards_of
from .strings import STRING_SETS, Line, string_lines

BUCKETS = (56, 80, 112, 152, 208, 288, 400)
"""Widths of batches; a line goes where it fits."""
BATCH_COLUMNS = 64 * 112
"""Lines of a batch times its width."""


def width_at_serving(line: Line) -> int:
    return max(16, round(line.part[2] * HEIGHT / line.part[3]))


def bucket_of(line: Line) -> int | None:
    return next((width for width in BUCKETS if width_at_serving(line) <= width), None)


def by_bucket(lines: list[Line]) -> dict[int, list[Line]]:
    """Lines by the width of their batches; what is too long, or written too densely to be told apart, is left out."""
    groups: dict[int, list[Line]] = {}
    for line in lines:
        width = bucket_of(line)
        # A column block needs a frame for each character and one between equal ones.
        if width is not None and len(line.text) * 1.3 <= width / 4:
            groups.setdefault(width, []).append(line)
    return groups


ByWidth = dict[int, list[Line]]


def count_of(groups: ByWidth) -> int:
    return sum(map(len, groups.values()))


class LineSource:
    """Endless batches of lines of one width; `sources` are shares of a batch with their lines by width."""

    def __init__(self, sources: list[tuple[float, ByWidth]], rng: np.random.Generator):
        self.sources, self.rng = [(share / max(1, count_of(groups)), groups) for share, groups in sources], rng

    def shares_at(self, width: int) -> np.ndarray:
        return np.array([share * len(groups.get(width, [])) for share, groups in self.sources])

    def batch(self) -> tuple[list[Line], int]:
        """A width is drawn in proportion to the columns that its lines make, then lines of that width by their source's share."""
        weights = np.array([self.shares_at(width).sum() * width for width in BUCKETS])
        width = int(self.rng.choice(BUCKETS, p=weights / weights.sum()))
        shares = self.shares_at(width)
        chosen = self.rng.choice(len(shares), BATCH_COLUMNS // width, p=shares / shares.sum())
        groups = [groups.get(width, []) for _, groups in self.sources]
        return [groups[k][int(self.rng.integers(len(groups[k])))] for k in chosen], width


def training_sources(cache: Path, boxes: Path, pools: Path, allowed: Allowed = "all") -> list[tuple[float, ByWidth]]:
    """Real numbers by set, and the pools' synthetic lines, which fill what is left of a batch."""
    rows = [row for row in STRING_SETS if set_named(row.id).is_within(allowed)]
    real = [(row.share, by_bucket(string_lines(row, cache, "train", boxes))) for row in rows]
    synthetic = by_bucket([line for path in shards_of(pools) for line in read_shard(path)])
    return [*real, (1 - sum(share for share, _ in real), synthetic)]
