"""Temperature and thresholds of the classifier, chosen on validation parts only."""

import numpy as np
import torch
from torch.nn import functional

from .contract import NOT_A_DIGIT
from .patches import Patches

SURE_ACCURACY = 0.9975
"""Among 'sure' digits of the validation parts, at least this share must be right. A little above the 99.7 % that is promised: those
parts are harder than the sets, and near the top each tenth of a percent more sends one digit in ten to be checked."""


def fit_temperature(logits: torch.Tensor, labels: torch.Tensor) -> float:
    """The temperature with the least negative log likelihood (Guo et al. 2017), by a fine grid."""
    grid = np.exp(np.linspace(np.log(0.25), np.log(4), 161))
    return float(min(grid, key=lambda t: functional.cross_entropy(logits / t, labels).item()))


def expected_calibration_error(confidence: np.ndarray, is_right: np.ndarray, bins: int = 15) -> float:
    """ECE over equally wide bins (Naeini et al. 2015), 0..1."""
    places = np.minimum((confidence * bins).astype(int), bins - 1)
    return float(
        sum(abs(confidence[places == b].mean() - is_right[places == b].mean()) * (places == b).mean() for b in range(bins) if (places == b).any())
    )


def with_second_looks(first: torch.Tensor, further: list[torch.Tensor], temperature: float, sure: float) -> torch.Tensor:
    """Logits as serving ends up with: the mean of all looks for what the first look does not settle."""
    is_open = torch.softmax(first / temperature, 1).max(1).values < sure
    return torch.where(is_open[:, None], torch.stack([first, *further]).mean(0), first)


def calibrate(logits: dict[str, torch.Tensor], validation: dict[str, Patches]) -> tuple[dict[str, float], dict[str, float]]:
    """Calibration for the manifest, and figures by source."""
    all_logits = torch.cat([logits[name] for name in validation])
    labels = torch.from_numpy(np.concatenate([validation[name].labels for name in validation]))
    temperature = fit_temperature(all_logits, labels)
    probabilities = torch.softmax(all_logits / temperature, 1).numpy()
    is_digit = (labels != NOT_A_DIGIT).numpy()
    best = probabilities[:, :NOT_A_DIGIT].argmax(1)
    confidence = probabilities[:, :NOT_A_DIGIT].max(1)
    is_right = best == labels.numpy()
    thresholds = np.linspace(0.5, 0.995, 100)
    sure = next((t for t in thresholds if is_right[confidence >= t].mean() >= SURE_ACCURACY), thresholds[-1])
    figures = {
        "validationCount": len(labels),
        "validationAccuracy": float((probabilities.argmax(1) == labels.numpy()).mean()),
        "validationCalibrationError": expected_calibration_error(probabilities.max(1), probabilities.argmax(1) == labels.numpy()),
        "validationSureShare": float((confidence[is_digit] >= sure).mean()),
        "validationSureAccuracy": float(is_right[confidence >= sure].mean()),
        **{f"validationAccuracy:{name}": float((logits[name].argmax(1).numpy() == validation[name].labels).mean()) for name in validation},
    }
    return {"temperature": round(temperature, 4), "sureThreshold": round(float(sure), 4), "notDigitThreshold": 0.5}, figures
