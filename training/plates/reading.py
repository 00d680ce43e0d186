"""What the plate reader makes of looks: its loss, its texts, how many are exact, its temperature."""

import numpy as np
import torch
from torch.nn import functional

from ..contract import PLATE_READER
from .batches import plain_batch
from .networks import BLANK, PlateReader

CHARACTERS: str = PLATE_READER["characters"]
ALIKE = {"O": "0", "I": "1", "Q": "0"}
"""Letters that many plates draw as a digit: equal here, a country's pattern tells them apart."""


def reader_loss(logits: torch.Tensor, labels: list[str]) -> torch.Tensor:
    """CTC a character, for each look."""
    logs = functional.log_softmax(logits.float(), 1).permute(2, 0, 1)
    targets = [[CHARACTERS.index(character) for character in label] for label in labels]
    lengths = torch.tensor([len(target) for target in targets])
    flat = torch.tensor([index for target in targets for index in target], dtype=torch.long)
    columns = torch.full((len(labels),), logs.shape[0], dtype=torch.long)
    return functional.ctc_loss(logs, flat, columns, lengths, blank=BLANK, zero_infinity=True, reduction="none") / lengths.clamp(min=1)


def greedy(logits: torch.Tensor) -> str:
    """The likeliest text of [OUTPUTS, columns] by the likeliest output of each column."""
    best = logits.argmax(0).tolist()
    return "".join(CHARACTERS[value] for k, value in enumerate(best) if value != BLANK and (k == 0 or value != best[k - 1]))


def folded(text: str) -> str:
    return "".join(ALIKE.get(character, character) for character in text)


@torch.no_grad()
def exact_shares(model: PlateReader, pixels: np.ndarray, labels: np.ndarray) -> tuple[float, float]:
    """Shares of looks whose text is exact, and whose text is exact but for what is drawn alike."""
    model.eval()
    exact = alike = 0
    for start in range(0, len(pixels), 128):
        for logits, label in zip(model(plain_batch(pixels[start : start + 128])), labels[start : start + 128], strict=True):
            text = greedy(logits)
            exact += text == label
            alike += folded(text) == folded(str(label))
    return exact / len(pixels), alike / len(pixels)


@torch.no_grad()
def fit_temperature(model: PlateReader, pixels: np.ndarray, labels: np.ndarray) -> float:
    """The temperature that makes these labels most probable, by a grid."""
    model.eval()
    seen = [(model(plain_batch(pixels[k : k + 128])), [str(label) for label in labels[k : k + 128]]) for k in range(0, len(pixels), 128)]

    def loss(temperature: float) -> float:
        return sum(float(reader_loss(logits / temperature, some).sum()) for logits, some in seen)

    return float(min(np.exp(np.linspace(np.log(0.5), np.log(3), 37)), key=loss))
