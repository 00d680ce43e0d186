"""What both training loops share."""

import pytest
import torch

from .. import schedule
from ..schedule import cpu_has_bfloat16, mixed_precision, one_cycle


def test_a_processor_without_bfloat16_trains_in_float32(tmp_path, monkeypatch):
    with_it, without = tmp_path / "with", tmp_path / "without"
    with_it.write_text("flags : fpu avx2 avx512_bf16\n")
    without.write_text("flags : fpu avx2 avx512f\n")
    assert cpu_has_bfloat16(with_it)
    assert not cpu_has_bfloat16(without) and not cpu_has_bfloat16(tmp_path / "none")
    for has_it, kept in ((True, torch.bfloat16), (False, torch.float32)):
        monkeypatch.setattr(schedule, "cpu_has_bfloat16", lambda has_it=has_it: has_it)
        with mixed_precision():
            assert (torch.ones(2, 2) @ torch.ones(2, 2)).dtype == kept


def test_the_schedule_warms_up_and_cools_down():
    rates = [one_cycle(step, 100, 1.0) for step in range(100)]
    assert rates[0] < 0.1 and max(rates) == pytest.approx(1.0) and rates[-1] < 0.02
    assert rates.index(max(rates)) == 5
