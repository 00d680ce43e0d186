"""Training of the line reader: real numbers and synthetic lines, connectionist temporal classification."""

import time
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional
from torch.nn.utils.clip_grad import clip_grad_norm_

from ..checkpoints import CHECKPOINT_FOLDER, save_checkpoint
from ..schedule import Averaged, in_channels_last, one_cycle, seed_everything
from .alphabet import BLANK, DIGITS, decoded, encoded
from .augment import HEIGHT, plain_batch, training_batch
from .network import LineReader
from .pool import read_shard
from .strings import STRING_SETS, Line, string_lines

BUCKETS = (56, 80, 112, 152, 208, 288, 400)
"""Widths of batches; a line goes where it fits."""
BATCH_COLUMNS = 64 * 112
"""Lines of a batch times its width."""
REAL_SHARE = sum(row.share for row in STRING_SETS)


@dataclass(frozen=True)
class LineRun:
    """What decides a run; saved with its weights."""

    cache: Path
    boxes: Path
    pools: Path
    minutes: float
    seed: int = 2026
    peak: float = 2.5e-3
    name: str = "line"
    threads: int = 2


def width_at_serving(line: Line) -> int:
    return max(16, round(line.part[2] * HEIGHT / line.part[3]))


def bucket_of(line: Line) -> int | None:
    return next((width for width in BUCKETS if width_at_serving(line) <= width), None)


def by_bucket(lines: list[Line]) -> dict[int, list[Line]]:
    groups: dict[int, list[Line]] = {}
    for line in lines:
        width = bucket_of(line)
        # A column block needs a frame for each character and one between equal ones.
        if width is not None and len(line.text) * 1.3 <= width / 4:
            groups.setdefault(width, []).append(line)
    return groups


class LineSource:
    """Batches of lines of one width, real and synthetic in their shares; reads new shards of the pool as they come."""

    def __init__(self, run: LineRun, rng: np.random.Generator):
        self.run, self.rng, self.shards = run, rng, {}
        self.real = {row.id: by_bucket(string_lines(row, run.cache, "train", run.boxes)) for row in STRING_SETS}
        self.synthetic: dict[int, list[Line]] = {}
        self.refresh()

    def refresh(self) -> None:
        for path in sorted(self.run.pools.glob("pool-*.npz")):
            if path.name not in self.shards and ".part" not in path.name:
                self.shards[path.name] = True
                for width, lines in by_bucket(read_shard(path)).items():
                    self.synthetic.setdefault(width, []).extend(lines)

    def batch(self) -> tuple[list[Line], int]:
        """A width is drawn in proportion to the columns that its lines make, then lines of that width by their source's share."""
        mass = {
            width: sum(row.share * len(self.real[row.id].get(width, [])) / max(1, sum(map(len, self.real[row.id].values()))) for row in STRING_SETS)
            + (1 - REAL_SHARE) * len(self.synthetic.get(width, [])) / max(1, sum(map(len, self.synthetic.values())))
            for width in BUCKETS
        }
        weights = np.array([mass[width] * width for width in BUCKETS])
        width = int(self.rng.choice(BUCKETS, p=weights / weights.sum()))
        groups = [
            (row.share * len(self.real[row.id].get(width, [])) / sum(map(len, self.real[row.id].values())), self.real[row.id].get(width, []))
            for row in STRING_SETS
        ]
        groups.append(
            ((1 - REAL_SHARE) * len(self.synthetic.get(width, [])) / max(1, sum(map(len, self.synthetic.values()))), self.synthetic.get(width, []))
        )
        shares = np.array([share for share, _ in groups])
        chosen = self.rng.choice(len(groups), BATCH_COLUMNS // width, p=shares / shares.sum())
        return [groups[k][1][int(self.rng.integers(len(groups[k][1])))] for k in chosen], width


def line_loss(logits: torch.Tensor, lines: list[Line]) -> torch.Tensor:
    """CTC a line; where a label names digits alone, whatever else is read there counts as blank."""
    logs = functional.log_softmax(logits.float(), 1)
    unnamed = torch.tensor([not line.has_marks for line in lines])
    merged = torch.logsumexp(logs[:, len(DIGITS) :], 1)
    digits_only = torch.cat([logs[:, : len(DIGITS)], torch.full_like(logs[:, len(DIGITS) : BLANK], -30.0), merged[:, None]], 1)
    logs = torch.where(unnamed[:, None, None], digits_only, logs).permute(2, 0, 1)
    targets = [encoded(line.text) for line in lines]
    lengths = torch.tensor([len(target) for target in targets])
    flat = torch.tensor([index for target in targets for index in target], dtype=torch.long)
    return functional.ctc_loss(
        logs, flat, torch.full((len(lines),), logs.shape[0], dtype=torch.long), lengths, blank=BLANK, zero_infinity=True, reduction="none"
    ) / lengths.clamp(min=1)


def greedy(logits: torch.Tensor) -> str:
    """The likeliest label of [OUTPUTS, columns] by the likeliest output of each column."""
    best = logits.argmax(0).tolist()
    kept = [value for k, value in enumerate(best) if value != BLANK and (k == 0 or value != best[k - 1])]
    return decoded(kept)


@torch.no_grad()
def exact_share(model: LineReader, lines: list[Line]) -> tuple[float, float]:
    """Shares of lines whose digits, and whose whole label, are read exactly."""
    model.eval()
    digits = whole = 0
    for width, group in by_bucket(lines).items():
        for start in range(0, len(group), 64):
            some = group[start : start + 64]
            cut, _ = plain_batch(some, width)
            for line, logits in zip(some, model(cut), strict=True):
                text = greedy(logits)
                digits += "".join(filter(str.isdigit, text)) == "".join(filter(str.isdigit, line.text))
                whole += text == line.text
    return digits / max(1, len(lines)), whole / max(1, len(lines))


@torch.no_grad()
def fit_line_temperature(model: LineReader, lines: list[Line]) -> float:
    """The temperature that makes the labels of these lines most probable, by a grid."""
    model.eval()
    seen = [
        (model(plain_batch(group[start : start + 64], width)[0]), group[start : start + 64])
        for width, group in by_bucket(lines).items()
        for start in range(0, len(group), 64)
    ]

    def loss(temperature: float) -> float:
        return sum(float(line_loss(logits / temperature, some).sum()) for logits, some in seen)

    return float(min(np.exp(np.linspace(np.log(0.5), np.log(3), 37)), key=loss))


def train_line_reader(run: LineRun) -> Path:
    """Trains for `minutes` of the clock, resuming from the checkpoint; returns its path."""
    seed_everything(run.seed)
    torch.set_num_threads(run.threads)
    path = CHECKPOINT_FOLDER / f"{run.name}.pt"
    model = in_channels_last(LineReader())
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3, weight_decay=1e-3)
    averaged, first, spent = Averaged(model), 0, 0.0
    if path.exists():
        saved = torch.load(path)
        model.load_state_dict(saved["model"])
        if saved["optimizer"]:
            optimizer.load_state_dict(saved["optimizer"])
        averaged.state, first, spent = saved["averaged"], saved["step"], saved["spent"]
    rng = np.random.default_rng([run.seed, first])
    source = LineSource(run, rng)
    validation = {row.id: string_lines(row, run.cache, "validation", run.boxes) for row in STRING_SETS}
    print(
        {name: sum(map(len, groups.values())) for name, groups in source.real.items()},
        {name: len(lines) for name, lines in validation.items()},
        flush=True,
    )
    start, shown, step, running, computing = time.monotonic(), time.monotonic(), first, 0.0, 0.0
    while spent + (time.monotonic() - start) / 60 < run.minutes:
        share = (spent + (time.monotonic() - start) / 60) / run.minutes
        for group in optimizer.param_groups:
            group["lr"] = one_cycle(int(share * 10_000), 10_000, run.peak)
        lines, width = source.batch()
        cut = training_batch(rng, lines, width).contiguous(memory_format=torch.channels_last)
        before = time.monotonic()
        model.train()
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = model(cut)
        loss = line_loss(logits, lines).mean()
        optimizer.zero_grad()
        loss.backward()
        clip_grad_norm_(model.parameters(), 5.0)
        optimizer.step()
        averaged.update(model, step)
        computing += time.monotonic() - before
        running = loss.item() if step == first else 0.98 * running + 0.02 * loss.item()
        step += 1
        if time.monotonic() - shown > 120 or step == first + 200:
            shown = time.monotonic()
            source.refresh()
            minutes = spent + (shown - start) / 60
            judge = LineReader()
            judge.load_state_dict(averaged.state)
            figures = {name: tuple(round(value, 3) for value in exact_share(judge, lines[:300])) for name, lines in validation.items()}
            print(
                f"step {step}, {minutes:.1f} min, loss {running:.3f}, mathematics {computing / (shown - start):.2f}, "
                f"synthetic {sum(map(len, source.synthetic.values()))}, {figures}",
                flush=True,
            )
            save_checkpoint(
                path,
                model=model.state_dict(),
                averaged=averaged.state,
                optimizer=optimizer.state_dict(),
                step=step,
                spent=minutes,
                seed=run.seed,
                run={key: str(value) for key, value in asdict(run).items()},
            )
    save_checkpoint(
        path,
        model=model.state_dict(),
        averaged=averaged.state,
        optimizer=optimizer.state_dict(),
        step=step,
        spent=run.minutes,
        seed=run.seed,
        run={key: str(value) for key, value in asdict(run).items()},
    )
    return path
