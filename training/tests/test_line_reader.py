"""The line reader really learns, and its labels are read as connectionist temporal classification means them."""

import numpy as np
import torch

from ..lines.alphabet import BLANK, OUTPUTS, encoded
from ..lines.augment import plain_batch, training_batch
from ..lines.compose import POOL_HEIGHT
from ..lines.network import LineReader
from ..lines.reading import exact_share, fit_line_temperature, greedy, line_loss
from ..lines.strings import Line
from ..lines.train import learn

WIDTH = 80


def ten_lines(drawn_digits) -> list[Line]:
    images, labels = drawn_digits
    lines = []
    for k in range(10):
        chosen = [(3 * k) % 10, (7 * k + 1) % 10, k]
        ink = np.hstack([images[np.flatnonzero(labels == label)[k]] for label in chosen])
        gray = np.pad(220 - ink.astype(int) * 180 // 255, ((10, 10), (8, 8)), constant_values=220).astype(np.uint8)
        lines.append(Line(gray, "".join(map(str, chosen)), (0, 0, gray.shape[1], POOL_HEIGHT), True, "drawn"))
    return lines


def columns(outputs: list[int]) -> torch.Tensor:
    """Logits [OUTPUTS, columns] by which each column's output is clear."""
    return torch.nn.functional.one_hot(torch.tensor(outputs), OUTPUTS).T * 9.0


def test_repeats_are_one_character_unless_a_blank_parts_them():
    one, two, minus = encoded("12-")
    assert greedy(columns([BLANK, minus, minus, one, one, BLANK, one, two, two, BLANK])) == "-112"
    assert greedy(columns([BLANK] * 4)) == ""


def test_where_a_label_names_digits_alone_marks_cost_nothing():
    one, comma, two = encoded("1,2")
    logits = columns([one, comma, two, BLANK])[None]
    gray = np.zeros((POOL_HEIGHT, 16), np.uint8)
    named, unnamed = (Line(gray, "12", (0, 0, 16, POOL_HEIGHT), has_marks, "drawn") for has_marks in (True, False))
    assert line_loss(logits, [unnamed]).item() < 0.1 < line_loss(logits, [named]).item()


def test_thirty_steps_on_ten_lines_lower_the_loss(drawn_digits):
    torch.manual_seed(4)
    lines, rng = ten_lines(drawn_digits), np.random.default_rng(4)
    model = LineReader()
    optimizer = torch.optim.AdamW(model.parameters(), lr=2e-3)
    losses = [learn(model, optimizer, training_batch(rng, lines, WIDTH), lines) for _ in range(30)]
    assert np.mean(losses[-5:]) < 0.75 * np.mean(losses[:5])
    assert all(0 <= share <= 1 for share in exact_share(model, lines))
    assert 0.5 <= fit_line_temperature(model, lines) <= 3


def test_a_line_is_normalized_as_it_fills_its_columns(drawn_digits):
    lines = ten_lines(drawn_digits)
    cut, filled = plain_batch(lines, WIDTH)
    assert cut.shape == (10, 1, 32, WIDTH) and cut.abs().max() <= 1
    assert all((row[0, :, count:] == 0).all() for row, count in zip(cut, filled, strict=True))
    inverted = [Line(255 - line.gray, line.text, line.part, True, "drawn") for line in lines]
    assert (plain_batch(inverted, WIDTH)[0] - cut).abs().max() < 0.02
