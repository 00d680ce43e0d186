"""Short trainings that must really learn, through the loops that train the shipped weights."""

import json
from dataclasses import asdict
from functools import partial

import numpy as np
import pytest
import torch
from torch import nn

from .. import classifier, export, locator
from ..calibrate import with_second_looks
from ..checkpoints import next_cycle
from ..classifier import accuracy, logits_of
from ..contract import NOT_A_DIGIT
from ..data.readers import MissingData
from ..evaluate import classifier_figures, locator_figures, match
from ..layers_model import write_locator
from ..locate import locate, overlap
from ..networks import Classifier, Locator, widened
from ..patches import Patches, digit_patches, page_patches
from ..runs import ClassifierRun, LocatorRun, OtherRun, Places, recorded, run_of, runs_of
from ..scenes.page import make_page

WIDTHS = (16, 32, 32)
"""Multiples of 16 keep to the fast kernels of processors that have them."""


@pytest.fixture(scope="module")
def patches(drawn_digits, bank) -> tuple[dict[str, Patches], dict[str, Patches]]:
    images, labels = drawn_digits
    train = {"mnist": digit_patches(images[:300], labels[:300], "train"), "pages": page_patches(1, bank, 60, "pages")}
    return train, {"mnist": digit_patches(images[300:], labels[300:], "validation")}


@pytest.fixture
def train(tmp_path, monkeypatch, patches, bank):
    """Trains a small classifier as the options say; returns its checkpoint."""
    monkeypatch.setattr(classifier, "load_bank", lambda *_, allowed: bank)
    monkeypatch.setattr(classifier, "classifier_patches", lambda *_: patches)
    places = Places(tmp_path, tmp_path, work=tmp_path)

    def run(steps: int, batch: int = 32, **options) -> dict:
        told = ClassifierRun(**{"steps": steps, "batch": batch, "seed": 1, "widths": WIDTHS, **options})
        return torch.load(classifier.train_classifier(places, told), map_location="cpu")

    return run


def test_the_classifier_learns_and_resumes(patches, train):
    assert train(100, 64)["step"] == 100
    with pytest.raises(OtherRun, match=r"latin\.pt was begun with batch 64, now 32; seed 1, now 2: use --next-cycle"):
        train(120, 32, seed=2)
    saved = train(120, 64)
    assert saved["step"] == 120
    assert saved["run"] == {**asdict(ClassifierRun(steps=120, batch=64, seed=1, widths=WIDTHS)), "kind": "classifier", "terms": "all"}
    assert run_of(saved, "latin") == ClassifierRun(steps=120, batch=64, seed=1, widths=WIDTHS)
    model = Classifier(saved["widths"])
    model.load_state_dict(saved["averaged"])
    validation = patches[1]["mnist"]
    figures = classifier_figures(logits_of(model, validation), validation.labels)
    # Chance is one in eleven, with a loss of ln 11 = 2.4.
    assert accuracy(model, validation) > 0.6
    assert figures["loss"] < 1.4


def test_a_wider_network_begins_as_the_one_it_comes_from():
    torch.manual_seed(2)
    narrow, wide = Classifier(WIDTHS).eval(), Classifier((24, 40, 50)).eval()
    glyphs = torch.rand(4, 1, 32, 32)
    wide.load_state_dict(widened(narrow.state_dict(), wide, torch.Generator().manual_seed(1), noise=0.0))
    assert torch.allclose(wide(glyphs), narrow(glyphs), atol=1e-5)
    wide.load_state_dict(widened(narrow.state_dict(), wide, torch.Generator().manual_seed(1)))
    assert not torch.allclose(wide(glyphs), narrow(glyphs), atol=1e-5)
    # A repeated channel is not the same as its first: training can tell them apart.
    assert len(torch.unique(wide.state_dict()["body.1.conv.weight"][:, :, 0, 0], dim=0)) == 24


def test_a_teacher_is_learned_from(tmp_path, train):
    places, larger = Places(tmp_path, tmp_path, work=tmp_path), ClassifierRun(widths=(24, 40, 48), is_teacher=True)
    with pytest.raises(MissingData, match="train first"):
        classifier.make_teacher(places, larger)
    first = train(3)
    classifier.make_teacher(places, larger)
    teacher = train(2, widths=(24, 40, 48), is_teacher=True)
    assert tuple(teacher["widths"]) == (24, 40, 48) and teacher["step"] == 2 and teacher["before"] == 3
    next_cycle(places.checkpoint("latin"))
    taught = train(4, is_taught=True)
    assert (taught["step"], taught["before"], first["widths"]) == (4, 3, WIDTHS)
    # Both cycles are on record.
    assert [(run["steps"], run["is_taught"]) for run in runs_of(taught)] == [(3, False), (4, True)]
    logits, labels = torch.tensor([[4.0, 0.0], [0.0, 4.0]]), torch.tensor([0, 1])
    alone = classifier.lesson_loss(logits, labels, None)
    agreed, doubted, wrong = (classifier.lesson_loss(logits, labels, taught) for taught in (logits, logits / 20, -logits))
    assert agreed < alone < doubted
    # A teacher that is wrong is not listened to.
    assert torch.isclose(wrong, (1 - classifier.TEACHER_SHARE) * alone)


def test_the_manifest_says_what_each_cycle_was_told(tmp_path):
    places = Places(tmp_path, tmp_path, "open", work=tmp_path)
    first, second = (recorded(LocatorRun(steps, seed=3), places) for steps in (5, 9))
    folder = tmp_path / "locator"
    network = Locator()
    files = write_locator(network, folder)
    saved = {"seed": 3, "step": 9, "before": 5, "earlier": [first], "run": second}
    export.write_manifest(export.Exported("locator", folder, files, {"heatThreshold": 0.2}, {}), saved, places)
    manifest = json.loads((folder / "manifest.json").read_text())
    assert [(run["steps"], run["terms"]) for run in manifest["runs"]] == [(5, "open"), (9, "open")]
    assert (manifest["steps"], manifest["files"][1]["bytes"]) == (14, (folder / "weights.bin").stat().st_size)
    # As they are shipped: a batch norm is folded into its convolution, which has a bias then.
    convolutions = [part for part in network.modules() if isinstance(part, nn.Conv2d) and part is not network.labels]
    assert manifest["parameters"] == sum(part.weight.numel() + part.out_channels for part in convolutions)
    assert [(row["id"], row["terms"]) for row in manifest["dataSets"]] == [("mnist", "open"), ("dida", "open")]


def test_the_locator_learns(tmp_path, monkeypatch, bank):
    monkeypatch.setattr(locator, "PAGE_HEIGHT", 96)
    monkeypatch.setattr(locator, "PAGE_WIDTH", 128)
    monkeypatch.setattr(locator, "load_bank", lambda *_, allowed: bank)
    monkeypatch.setattr(locator, "read_strings", lambda folder, are_corrected: [])
    torch.manual_seed(1)
    batch = next(iter(locator.PageStream(partial(locator.training_sample, bank=bank, strips=[]), 99, 16)))

    def loss_of(model: Locator) -> float:
        with torch.no_grad():
            return float(locator.locator_loss(*model.forward(batch["page"]), batch))

    before = loss_of(Locator().eval())
    saved = torch.load(locator.train_locator(Places(tmp_path, tmp_path, work=tmp_path), LocatorRun(180, 8, 0, seed=1)), map_location="cpu")
    model = Locator()
    model.load_state_dict(saved["model"])
    assert loss_of(model.eval()) < 0.6 * before
    with torch.no_grad():
        heat = torch.sigmoid(model(batch["page"])[0][:, 0])
    is_center = batch["heat"] == 1
    assert heat[is_center].mean() > 5 * heat[batch["heat"] == 0].mean()


def test_page_patches_hold_digits_and_other_things(bank):
    patches = page_patches(2, bank, 20, "pages")
    assert (patches.labels == NOT_A_DIGIT).any() and (patches.labels < 10).sum() > 20
    assert patches.images.dtype == patches.shares.dtype == np.uint8


def test_overlap_and_matching():
    a, b = (0, 0, 10, 10), (5, 0, 10, 10)
    assert overlap(a, a) == 1 and overlap(a, b) == pytest.approx(1 / 3) and overlap(a, (20, 0, 5, 5)) == 0
    assert match([a, a], [a]) == [1]
    assert match([b], [a]) == []


def test_locating_undoes_the_padding_and_the_stride(bank):
    """A network that knows the answer: maps with one peak give one box in the picture's own pixels."""

    class Oracle(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.anchor = torch.nn.Parameter(torch.zeros(1))

        def forward(self, x):
            maps = torch.full((1, 5, x.shape[2] // 4, x.shape[3] // 4), -9.0)
            maps[:, 1:] = 0
            maps[0, :, 10, 12] = torch.tensor([3.0, np.log(0.5), 0.0, 0.5, 0.25])
            return maps, None

    page = make_page(np.random.default_rng(1), bank, 50, 90).gray
    assert locate(Oracle(), page) == [pytest.approx((12.5 * 4 - 16 - 8, 10.25 * 4 - 16 - 16, 16, 32))]
    truth = {"image": page, "boxes": [(26, 9, 16, 32)]}
    figures = locator_figures(Oracle(), [truth, {"image": page, "boxes": []}])
    assert (figures["recall"], figures["precision"], figures["stripsWithoutFault"]) == (1, 0.5, 0.5)


def test_figures_of_a_known_confusion():
    labels = np.array([0, 0, 1, 2])
    logits = torch.full((4, 11), -5.0)
    for row, answer in enumerate((0, 1, 1, NOT_A_DIGIT)):
        logits[row, answer] = 5
    figures = classifier_figures(logits, labels)
    assert figures["accuracy"] == 0.5
    assert figures["recall"][:3] == [0.5, 1, 0] and figures["precision"][:3] == [1, 0.5, 0]
    assert figures["confusion"][2][NOT_A_DIGIT] == 1 and np.sum(figures["confusion"]) == 4


def test_only_what_is_not_settled_gets_further_looks():
    first = torch.tensor([[9.0, 0, 0], [1.0, 1.5, 0]])
    further = torch.tensor([[0.0, 9.0, 0], [3.0, 0, 0]])
    merged = with_second_looks(first, [further], temperature=1.0, sure=0.9)
    assert torch.equal(merged[0], first[0])
    assert merged[1].tolist() == [2.0, 0.75, 0.0]
