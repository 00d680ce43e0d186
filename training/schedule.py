"""What both training loops share: learning-rate schedule, weight averaging, progress."""

import math
import random
import sys
import time
from functools import cache
from pathlib import Path
from typing import TypeVar

import torch
from torch import nn

Model = TypeVar("Model", bound=nn.Module)


def device() -> torch.device:
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


@cache
def cpu_has_bfloat16(flags: Path = Path("/proc/cpuinfo")) -> bool:
    """Whether the processor computes in bfloat16 itself: one that imitates it takes twenty times as long and rounds otherwise."""
    return flags.exists() and not {"avx512_bf16", "amx_bf16"}.isdisjoint(flags.read_text().split())


def mixed_precision(kind: str = "cpu") -> torch.autocast:
    """Convolutions in bfloat16 where the device of this kind has it, otherwise all in float32."""
    return torch.autocast(kind, dtype=torch.bfloat16, enabled=kind != "cpu" or cpu_has_bfloat16())


def placed(model: Model) -> Model:
    """On the device, with its weights in the order in which convolutions are fastest."""
    return in_channels_last(model.to(device()))


def in_channels_last(model: Model) -> Model:
    """With its weights in the order in which convolutions are fastest."""
    return model.to(memory_format=torch.channels_last)  # pyright: ignore[reportCallIssue]


def seed_everything(seed: int) -> None:
    random.seed(seed)
    torch.manual_seed(seed)


def one_cycle(step: int, total: int, peak: float, warm: float = 0.05) -> float:
    """Linear warm-up to `peak`, then cosine down to a hundredth of it."""
    share = step / max(1, total)
    if share < warm:
        return peak * (0.05 + 0.95 * share / warm)
    return peak * (0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * min(1.0, (share - warm) / (1 - warm)))))


class Averaged:
    """Exponential moving average of a model's weights (Polyak and Juditsky 1992), warmed up so that early averages follow."""

    def __init__(self, model: nn.Module, decay: float = 0.999):
        self.decay = decay
        self.state = {key: value.detach().clone() for key, value in model.state_dict().items()}

    def update(self, model: nn.Module, step: int) -> None:
        decay = min(self.decay, (step + 1) / (step + 20))
        for key, value in model.state_dict().items():
            if value.dtype.is_floating_point:
                self.state[key].lerp_(value.detach(), 1 - decay)
            else:
                self.state[key].copy_(value)


class Progress:
    """A progress bar on stderr; a plain line now and then where stderr is no terminal."""

    def __init__(self, title: str, total: int, done: int = 0):
        self.title, self.total, self.first = title, total, done
        self.start = self.shown = time.monotonic()

    def show(self, done: int, note: str = "") -> None:
        now = time.monotonic()
        is_terminal = sys.stderr.isatty()
        if now - self.shown < (0.2 if is_terminal else 30) and done < self.total:
            return
        self.shown = now
        left = (now - self.start) / max(1, done - self.first) * (self.total - done)
        bar = "#" * int(24 * done / max(1, self.total))
        line = f"{self.title} [{bar:<24}] {done}/{self.total} {note} {left / 60:.1f} min left"
        print(("\r" + line) if is_terminal else line, end="" if is_terminal and done < self.total else "\n", file=sys.stderr, flush=True)
