"""What the model of all scripts answers for digits that do not train, and what is chosen by that: temperatures and thresholds."""

from dataclasses import dataclass

import numpy as np
import torch
from torch.nn import functional

from ..augment import augment
from ..calibrate import SURE_ACCURACY, fit_temperature
from ..contract import LABEL_COUNT
from .bank import ScriptDigits
from .losses import head_outputs, shared_heads
from .network import NO_DIGIT

VIEWS = (0.0, 0.5, 0.7)
"""Strengths at which a digit is looked at for calibration: bare sets are cleaner than what people photograph."""
SURE_LEAST, SURE_MOST = 0.6, 0.995
STRINGS, STRING_LENGTHS = 200, (3, 4, 6)
"""Numbers a script and length that the temperature of the choice is fitted on, and their digits."""
NOT_DIGIT_THRESHOLD = 0.5


@torch.no_grad()
def logits_of(model: torch.nn.Module, images: np.ndarray, strength: float = 0.0) -> torch.Tensor:
    """Answers for patches [count, side, side]; `strength` 0 is what serving sees of bare digits."""
    model.eval()
    generator, parts = torch.Generator().manual_seed(0), []
    for start in range(0, len(images), 256):
        patches = torch.from_numpy(images[start : start + 256])
        parts.append(model(augment(patches, torch.full_like(patches, 255), strength, generator)))
    return torch.cat(parts)


def own_outputs(logits: torch.Tensor, head: int) -> torch.Tensor:
    return head_outputs(logits, torch.full((len(logits),), head))


def script_shares(logits: torch.Tensor) -> torch.Tensor:
    """[count, scripts]: how much speaks for each script, as `src/classify/tell-script.ts` has it."""
    return torch.softmax(logits[:, :NO_DIGIT], 1).view(len(logits), -1, LABEL_COUNT).sum(2)


@dataclass(frozen=True)
class Judged:
    """Of one script: the share of its digits that is right where the script is known, and where one digit alone tells it."""

    count: int
    accuracy: float
    told: float


def judged(model: torch.nn.Module, head: int, digits: ScriptDigits) -> Judged:
    """A digit in a form that two scripts share is told rightly as either."""
    logits, labels = logits_of(model, digits.images), torch.from_numpy(digits.labels)
    right = own_outputs(logits, head)[:, :LABEL_COUNT].argmax(1) == labels
    heads = torch.full_like(labels, head)
    chosen = script_shares(logits).argmax(1)
    told = (chosen == head) | (chosen == shared_heads(heads, labels))
    return Judged(len(labels), float(right.float().mean()), float(told.float().mean()))


def head_calibration(logits: torch.Tensor, labels: torch.Tensor) -> dict[str, float]:
    """Temperature, and the least probability from which on enough digits are right. logits [count, 11]."""
    temperature = fit_temperature(logits, labels)
    confidence, best = torch.softmax(logits / temperature, 1)[:, :LABEL_COUNT].max(1)
    is_right = (best == labels).numpy()
    thresholds = np.linspace(SURE_LEAST, SURE_MOST, 80)
    sure = next((t for t in thresholds if (confidence.numpy() >= t).any() and is_right[confidence.numpy() >= t].mean() >= SURE_ACCURACY), SURE_MOST)
    return {"temperature": round(temperature, 4), "sureThreshold": round(float(sure), 4)}


def choice_temperature(logits: list[torch.Tensor], labels: list[torch.Tensor], seed: int = 0) -> float:
    """The temperature with which numbers of one script each are told with the least negative log likelihood, by a grid.

    `logits` and `labels`: of each script, in the order of the heads. Numbers all of whose digits two scripts share are left out.
    """
    rng, grid = np.random.default_rng(seed), np.exp(np.linspace(np.log(0.5), np.log(8), 29))
    numbers = []
    for head, truth in enumerate(labels):
        for length in STRING_LENGTHS:
            places = torch.from_numpy(rng.integers(0, len(truth), (STRINGS, length)))
            is_own = (shared_heads(torch.full_like(places, head).flatten(), truth[places].flatten()) == head).view(places.shape)
            numbers.append((head, places[is_own.any(1)]))

    def likelihood(temperature: float) -> float:
        votes = [script_shares(part / temperature).clamp(min=1e-6).log() for part in logits]
        return float(sum(-functional.log_softmax(votes[head][places].sum(1), 1)[:, head].sum() for head, places in numbers))

    return round(float(min(grid, key=likelihood)), 4)
