"""What the model of all scripts is told: the digit by its own head, and the script by all outputs together."""

from collections.abc import Iterable

import torch
from torch.nn import functional

from ..contract import LABEL_COUNT, NOT_A_DIGIT, SCRIPT_ORDER
from .network import NO_DIGIT, OUTPUTS

SHARED_FORMS = {"scripts": ("arabic-indic", "persian"), "labels": (0, 1, 2, 3, 7, 8, 9)}
"""Digits that two scripts write alike, as `src/contract/numeral-scripts.ts` has them."""
CHOICE_SHARE = 0.6
"""Weight of the loss of all outputs together, which tells the scripts apart, beside the loss of the own head."""
LABEL_SMOOTHING = 0.03


def is_any(values: torch.Tensor, known: Iterable[int]) -> torch.Tensor:
    return (values[:, None] == torch.tensor([*known])[None]).any(1)


def head_outputs(logits: torch.Tensor, heads: torch.Tensor) -> torch.Tensor:
    """[count, 11]: what each row's own head and 'not a digit' say."""
    places = heads[:, None] * LABEL_COUNT + torch.arange(LABEL_COUNT)[None]
    return torch.cat([logits.gather(1, places), logits[:, NO_DIGIT:]], 1)


def shared_heads(heads: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
    """The head that writes the same digit alike, or the own one."""
    first, second = (SCRIPT_ORDER.index(script) for script in SHARED_FORMS["scripts"])
    is_shared = is_any(labels, SHARED_FORMS["labels"])
    partner = torch.where(heads == first, second, torch.where(heads == second, first, heads))
    return torch.where(is_shared, partner, heads)


def choice_targets(heads: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
    """[count, OUTPUTS]: the output that is right; a form that two scripts share is half of either."""
    is_digit = labels != NOT_A_DIGIT
    targets = torch.zeros(len(heads), OUTPUTS)
    for owner in (heads, shared_heads(heads, labels)):
        place = torch.where(is_digit, owner * LABEL_COUNT + labels, torch.full_like(labels, NO_DIGIT))
        targets[torch.arange(len(heads)), place] += 0.5
    return targets


def scripts_loss(logits: torch.Tensor, heads: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
    """Cross entropy of the own head (of both heads where a form is shared), and of all outputs together."""
    partners = shared_heads(heads, labels)
    own = functional.cross_entropy(head_outputs(logits, heads), labels, label_smoothing=LABEL_SMOOTHING)
    partner = functional.cross_entropy(head_outputs(logits, partners), labels, label_smoothing=LABEL_SMOOTHING)
    return (own + partner) / 2 + CHOICE_SHARE * functional.cross_entropy(logits, choice_targets(heads, labels))
