"""What the line reader makes of lines: its loss, its labels, how many are exact, its temperature."""

import numpy as np
import torch
from torch.nn import functional

from .alphabet import BLANK, DIGITS, decoded, encoded
from .augment import plain_batch
from .batches import by_bucket
from .network import LineReader
from .strings import Line


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
