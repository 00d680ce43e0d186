"""The table of sources: what a run takes patches from, and that nothing else decides it."""

import json
from dataclasses import replace

import numpy as np
import pytest

from .. import materials, sources
from ..classifier import Batches
from ..contract import MODELS
from ..data.convert import write_idx
from ..data.readers import MissingData
from ..data.sets import DATA_SETS, training_sets
from ..patches import Patches
from ..restore import shipped_weights
from ..runs import ClassifierRun, Places
from ..scenes import bank as banks

ONE = Patches(np.zeros((1, 48, 48), np.uint8), np.full((1, 48, 48), 255, np.uint8), np.array([3]))


@pytest.fixture
def quick(monkeypatch):
    """The table with readers that make one patch."""
    rows = tuple(replace(row, read=row.read if row.is_mined else lambda *_: ONE) for row in sources.LATIN)
    monkeypatch.setattr(sources, "LATIN", rows)


def test_a_source_without_a_row_is_an_error():
    with pytest.raises(ValueError, match="how much of a batch rumors gives"):
        Batches({"mnist": ONE, "rumors": ONE}, {"mnist": 1.0}, 8, 1)


def test_a_row_gives_its_share_of_a_batch():
    batches = Batches({"mnist": ONE, "usps": ONE}, {"mnist": 0.6, "usps": 0.2, "dida": 0.2}, 40, 1)
    assert batches.counts == {"mnist": 30, "usps": 10}
    assert batches.next()[1].tolist() == [3] * 40


@pytest.mark.usefixtures("quick")
def test_what_is_mined_is_told_and_not_found_out(tmp_path, bank):
    """A checkpoint of the locator that lies there, or does not, changes nothing but whether the run can begin."""
    places = Places(tmp_path, tmp_path, work=tmp_path)
    with pytest.raises(MissingData, match=r"locator\.pt is missing"):
        sources.classifier_patches(places, ClassifierRun(), bank)
    without = ClassifierRun(is_mined=False)
    (tmp_path / "locator.pt").touch()
    train, validation = sources.classifier_patches(places, without, bank)
    assert list(train) == ["mnist", "pages", "blocky", "strokes", "pens", "usps", "dida", "strips", "cells"]
    assert list(validation) == ["mnist", "pages", "dida", "strips"]
    assert set(train) <= set(sources.shares_of(without, "all"))


@pytest.mark.usefixtures("quick")
def test_open_terms_read_no_other_set_and_keep_patches_apart(tmp_path, bank):
    places, run = Places(tmp_path, tmp_path, "open", work=tmp_path), ClassifierRun(is_mined=False)
    train, validation = sources.classifier_patches(places, run, bank)
    assert list(train) == ["mnist", "pages", "blocky", "strokes", "pens", "dida", "cells"]
    assert list(validation) == ["mnist", "pages", "dida"]
    assert (tmp_path / "open/patches/mnist.npz").exists() and not (tmp_path / "patches").exists()
    assert places.checkpoint("latin") == tmp_path / "open/latin.pt"


def test_open_terms_write_pages_with_open_ink(tmp_path, monkeypatch, drawn_digits):
    read = []
    monkeypatch.setattr(banks, "MNIST_VALIDATION", 10)
    monkeypatch.setattr(banks, "add_all_fonts", lambda bank: None)
    monkeypatch.setattr(banks, "read_digits", lambda folder, part="train": read.append(folder.name) or drawn_digits)
    monkeypatch.setattr("training.scenes.glyphs.read_strings", lambda folder, are_corrected: read.append(folder.name) or [])
    monkeypatch.setattr("training.scenes.glyphs.read_crops", lambda folder, *_: read.append(folder.name) or [])
    banks.load_bank(tmp_path / "cache", tmp_path / "mnist", allowed="open")
    assert read == ["mnist", "dida"]
    read.clear()
    banks.load_bank(tmp_path / "cache", tmp_path / "mnist")
    assert read == ["mnist", "usps", "orand-car-a", "dida"]
    with pytest.raises(MissingData, match="no set of persian may train under --terms open"):
        banks.load_bank(tmp_path, tmp_path, "persian", allowed="open")


def test_a_model_is_trained_on_what_its_sources_and_pages_read():
    assert set(sources.trained_on("classifier")) == {"mnist", "usps", "orand-car-a", "dida", "sudoku-photos-dev"}
    assert sources.trained_on("locator") == ("mnist", "usps", "orand-car-a", "dida")
    assert {row.id for row in DATA_SETS if not row.may_train}.isdisjoint(sources.trained_on("classifier"))


def test_another_script_shares_alike(tmp_path, monkeypatch, drawn_digits, bank):
    monkeypatch.setattr(materials, "read_digits", lambda folder: drawn_digits)
    monkeypatch.setattr(sources, "read_pages", lambda *_: ONE)
    run = ClassifierRun("gujarati", pages=1)
    train, validation = sources.classifier_patches(Places(tmp_path, tmp_path, work=tmp_path), run, bank)
    assert list(train) == list(validation) == ["pages", "gujarati"]
    assert (len(train["gujarati"]), len(validation["gujarati"])) == (340, 20)
    assert sources.shares_of(run, "all") == {"pages": 1.0, "gujarati": 1.0}


def test_another_script_is_written_with_its_own_training_digits_alone(tmp_path):
    labels = np.tile(np.arange(10, dtype=np.uint8), 20)
    images = np.zeros((200, 28, 28), np.uint8)
    images[:, 6:22, 8:20] = 255
    for row in training_sets("gujarati"):
        write_idx(tmp_path / row.id, images, labels)
    bank = banks.load_bank(tmp_path, tmp_path, "gujarati")
    assert set(bank.digits) == {row.id for row in training_sets("gujarati")}
    assert sum(len(glyphs) for glyphs in bank.digits["gujarati"]) == 170


def test_a_manifest_names_what_each_training_of_its_network_read():
    refined = [{"kind": "locator"}, {"kind": "refine", "network": "locator"}]
    base = set(sources.trained_on("locator"))
    assert sources.sets_behind(refined[:1], "locator", "locator", "all") == base
    behind = sources.sets_behind(refined, "locator", "locator", "all")
    assert {"meza-clinic-logbooks", "mgr-danish-rowids", "unipen-digits", "bhmsds", "chars74k-letters"} <= behind
    assert behind.isdisjoint({"crohme-strings-train", "mgr-danish-years", "sudoku-photos-dev"})
    # Where nobody wrote down what it was told, it may have had all of it.
    assert sources.sets_behind([], "locator", "locator", "all") == behind
    assert {"sudoku-photos-dev", "pendigits"} <= sources.sets_behind([{"kind": "refine"}], "classifier", "latin", "all")
    assert "pendigits" not in sources.sets_behind([], "classifier", "persian", "all")


def test_the_line_reader_is_trained_on_numbers_and_on_handwriting():
    assert set(sources.trained_on("line")) == {
        *sources.trained_on("locator"),
        *("meza-clinic-logbooks", "mgr-danish-rowids", "mgr-danish-years", "crohme-strings-train", "unipen-strings"),
        *("unipen-digits", "crohme-digits", "pendigits", "bhmsds", "crohme-negatives", "chars74k-letters"),
    }
    assert all(row.may_train for row in DATA_SETS if row.id in sources.trained_on("line"))


@pytest.mark.parametrize("folder", ["locator", "latin", "line"])
def test_a_shipped_manifest_names_sets_that_may_train_and_nobodys_folders(folder):
    text = (MODELS / folder / "manifest.json").read_text()
    manifest = json.loads(text)
    named = {row["id"]: row["terms"] for row in manifest["dataSets"]}
    assert named == {row.id: row.terms for row in DATA_SETS if row.id in named and row.may_train}
    assert {*named} >= {*sources.trained_on(manifest["kind"])}
    assert all(run["kind"] for run in manifest.get("runs") or [])
    assert manifest["parameters"] == sum(weight.size for weight in shipped_weights(MODELS / folder).values())
    assert '"/' not in text
