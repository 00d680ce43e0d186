"""The model of all numeral scripts: its splits, loss, views, network and export."""

import json
import re

import numpy as np
import pytest
import torch

from ..contract import NOT_A_DIGIT, ROOT, SCRIPT_ORDER
from ..layers_model import write_scripts
from ..restore import load_shipped, scripts_layers, shipped_weights
from ..scripts.bank import ScriptDigits, is_closed_below
from ..scripts.judge import choice_temperature, head_calibration, judged, script_shares
from ..scripts.losses import SHARED_FORMS, choice_targets, head_outputs, scripts_loss, shared_heads
from ..scripts.network import NO_DIGIT, OUTPUTS, ScriptsNetwork
from ..scripts.splits import ENDS, script_parts, sets_of_other_scripts, sets_of_script
from ..scripts.train import ScriptBatches

ARABIC, PERSIAN, THAI = (SCRIPT_ORDER.index(script) for script in ("arabic-indic", "persian", "thai"))


def some_digits(count: int = 40) -> ScriptDigits:
    rng = np.random.default_rng(1)
    images = np.zeros((count, 48, 48), np.uint8)
    images[:, 14:34, 20:28] = rng.integers(100, 255, (count, 20, 8))
    return ScriptDigits(images, np.full(count, 5, np.float32), np.arange(count) % 10, np.full(count, "made"))


def test_parts_are_disjoint_and_whole_and_hold_back_the_end_of_each_class():
    labels = np.repeat(np.arange(10), 100)
    parts = script_parts("gujarati", labels)
    assert sorted(np.concatenate(list(parts.values()))) == list(range(1000))
    assert [len(parts[name]) for name in ("test", "validation", "train")] == [150, 50, 800]
    for label in range(10):
        of_class = {name: places[labels[places] == label] for name, places in parts.items()}
        assert of_class["train"].max() < of_class["validation"].min() < of_class["test"].min()


@pytest.mark.parametrize("set_id, measured", [("madbase-arabic", 1000), ("hoda-persian", 3000)])
def test_files_that_go_by_writer_hold_back_their_end(set_id, measured):
    assert ENDS[set_id][0] == measured
    parts = script_parts(set_id, np.zeros(8000))
    assert list(parts["test"]) == list(range(8000 - measured, 8000))
    assert parts["train"].max() < parts["validation"].min() < 8000 - measured


@pytest.mark.parametrize("set_id", sets_of_other_scripts())
def test_the_committed_lists_of_scripts_do_not_overlap(set_id):
    test, validation = ((ROOT / f"training/splits/{set_id}-{part}.txt").read_text().split() for part in ("test", "validation"))
    assert test and validation
    assert not set(test) & set(validation)


def test_every_script_has_a_set_that_trains():
    assert all(sets_of_script(script) for script in SCRIPT_ORDER)


def test_shared_forms_are_those_of_the_app():
    source = (ROOT / "src/contract/numeral-scripts.ts").read_text()
    row = re.search(r"SHARED_FORMS.*?= \{(.*?)\};", source, re.DOTALL)
    assert row
    assert tuple(re.findall(r"'([\w-]+)'", row[1])) == SHARED_FORMS["scripts"]
    assert tuple(int(label) for label in re.findall(r"\d", row[1])) == SHARED_FORMS["labels"]


def test_a_shared_form_is_half_of_either_script_and_others_are_their_own():
    heads, labels = torch.tensor([ARABIC, PERSIAN, ARABIC, THAI, THAI]), torch.tensor([7, 7, 4, 7, NOT_A_DIGIT])
    assert shared_heads(heads, labels).tolist() == [PERSIAN, ARABIC, ARABIC, THAI, THAI]
    targets = choice_targets(heads, labels)
    assert targets.sum(1).tolist() == [1.0] * 5
    assert targets[0, ARABIC * 10 + 7] == targets[0, PERSIAN * 10 + 7] == 0.5
    assert targets[2, ARABIC * 10 + 4] == targets[3, THAI * 10 + 7] == targets[4, NO_DIGIT] == 1


def test_the_loss_is_least_where_the_right_output_is_greatest():
    heads, labels = torch.tensor([THAI, THAI]), torch.tensor([3, NOT_A_DIGIT])
    right = torch.zeros(2, OUTPUTS)
    right[0, THAI * 10 + 3] = right[1, NO_DIGIT] = 6
    assert scripts_loss(right, heads, labels) < scripts_loss(torch.zeros(2, OUTPUTS), heads, labels)
    assert scripts_loss(right.roll(1, 1), heads, labels) > scripts_loss(torch.zeros(2, OUTPUTS), heads, labels)
    assert head_outputs(right, heads).argmax(1).tolist() == [3, NOT_A_DIGIT]


def test_zeros_without_their_lower_end_do_not_train():
    ring = np.zeros((28, 28), np.uint8)
    ring[4:24, 8:20] = 255
    ring[7:21, 11:17] = 0
    assert is_closed_below(ring)
    ring[16:24, 10:18] = 0
    assert not is_closed_below(ring)


def test_batches_are_the_same_for_a_seed_and_hold_every_script():
    bank = {script: some_digits() for script in SCRIPT_ORDER}
    first, again = (ScriptBatches(bank, some_digits(10), 160, seed=3).next() for _ in range(2))
    assert first.glyphs.shape == (160, 1, 32, 32)
    assert torch.equal(first.glyphs, again.glyphs)
    assert float(first.glyphs.min()) >= 0 and float(first.glyphs.max()) <= 1
    assert set(first.heads.tolist()) == set(range(len(SCRIPT_ORDER)))
    assert NOT_A_DIGIT in first.labels and set(range(10)) <= set(first.labels.tolist())


def test_temperatures_soften_what_is_too_sure():
    torch.manual_seed(0)
    labels = torch.arange(200) % 10
    logits = torch.randn(200, 11) * 12
    logits[torch.arange(200), labels] += 12
    assert head_calibration(logits, labels)["temperature"] > 1.5
    all_logits = [torch.randn(100, OUTPUTS) * 20 for _ in SCRIPT_ORDER]
    assert choice_temperature(all_logits, [torch.arange(100) % 10] * len(SCRIPT_ORDER)) > 1.5


def test_shares_of_scripts_add_up_and_leave_no_digit_out():
    logits = torch.zeros(1, OUTPUTS)
    logits[0, NO_DIGIT], logits[0, THAI * 10 + 1] = 9, 5
    shares = script_shares(logits)
    assert float(shares.sum()) == pytest.approx(1)
    assert int(shares.argmax()) == THAI


def test_exported_weights_are_what_serving_computes_with(tmp_path):
    torch.manual_seed(0)
    model = ScriptsNetwork((4, 6, 8)).eval()
    assert write_scripts(model, tmp_path) == ["model.json", "weights.bin"]
    layers = json.loads((tmp_path / "model.json").read_text())["modelTopology"]["config"]["layers"]
    padding = {layer["name"]: layer["config"]["padding"] for layer in layers if layer["class_name"] == "ZeroPadding2D"}
    assert padding == {"stem_pad": [[2, 2], [2, 2]], "body_1_pad": [[1, 1], [1, 1]]}
    glyphs = torch.rand(3, 1, 32, 32)
    with torch.no_grad():
        before = model(glyphs)
        load_shipped(scripts_layers(model), shipped_weights(tmp_path))
        assert (model(glyphs) - before).abs().max() < 0.2
    figures = judged(model, THAI, some_digits())
    assert figures.count == 40 and 0 <= figures.accuracy <= 1 and 0 <= figures.told <= 1
