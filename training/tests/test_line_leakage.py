"""Nobody whose writing measures wrote what trains the line reader. Needs the data sets: skipped where no cache holds them."""

import json
from pathlib import Path

import numpy as np
import pytest

from ..contract import ROOT
from ..data.duplicates import near_pairs, thumbnails
from ..data.parts import Part
from ..data.readers import read_idx, read_labels, read_strokes
from ..data.splits import SPLIT_FOLDER
from ..lines.handwriting import DIGIT_STROKES, SIGN_STROKES
from ..lines.splits import STRING_SETS, bhmsds_part, string_part, unipen_part
from ..lines.strings import pictures_of

CACHES = (ROOT / ".cache/data", ROOT.parent / "shared/data")
NEEDED = (*STRING_SETS, "crohme-strings-test", "unipen-digits", "crohme-digits", "crohme-negatives", "bhmsds")
PARTS = ("train", "validation", "test")


@pytest.fixture(scope="module")
def cache() -> Path:
    found = next((cache for cache in CACHES if all((cache / set_id).exists() for set_id in NEEDED)), None)
    if found is None:
        pytest.skip("needs the sets of numbers and strokes in .cache/data or ../shared/data")
    return found


def values_of(cache: Path, set_ids: tuple[str, ...], column: str) -> dict[str, set[str]]:
    """What a column of the labels holds, by part."""
    rows = [(set_id, row) for set_id in set_ids for row in read_labels(cache / set_id)]
    return {part: {row[column] for set_id, row in rows if string_part(set_id, row) == part} for part in PARTS}


def assert_apart(values: dict[str, set[str]]) -> None:
    assert all(values["train"])
    assert not values["train"] & values["test"]
    assert not values["train"] & values["validation"]
    assert not values["validation"] & values["test"]


def writers_of(path: Path) -> set[str]:
    return {row["writer"] for row in read_strokes(path)}


@pytest.mark.parametrize("set_id", STRING_SETS)
def test_no_file_is_in_two_parts_and_none_that_is_listed_trains(cache, set_id):
    files = values_of(cache, (set_id,), "file")
    assert_apart(files)
    for part in ("validation", "test"):
        path = SPLIT_FOLDER / f"{set_id}-{part}.txt"
        assert not path.exists() or not files["train"] & {*path.read_text().splitlines()}


def test_no_volume_of_the_registers_is_in_two_parts(cache):
    assert_apart(values_of(cache, ("mgr-danish-rowids", "mgr-danish-years"), "volume"))


def test_no_writer_of_unipen_who_measures_trains(cache):
    writers = values_of(cache, ("unipen-strings",), "writer")
    assert_apart(writers)
    files = [DIGIT_STROKES[name] for name in ("unipen", "unipen-words")]
    drawn = {writer for file in files for writer in writers_of(cache / file) if unipen_part(writer) == "train"}
    measured = writers["test"] | {*json.loads((cache / "unipen-digits/test-writers.json").read_text())}
    assert not (writers["train"] | drawn) & measured
    assert not drawn & writers["validation"]


def test_no_writer_of_formulas_who_measures_trains(cache):
    strings = values_of(cache, ("crohme-strings-train",), "writer")
    assert not strings["train"] & strings["validation"]
    files = [file for file in (*DIGIT_STROKES.values(), *SIGN_STROKES) if file.startswith("crohme")]
    trained = strings["train"] | {writer for file in files for writer in writers_of(cache / file)}
    measured = writers_of(cache / "crohme-digits/test-strokes.jsonl.gz") | {row["writer"] for row in read_labels(cache / "crohme-strings-test")}
    assert measured and not trained & measured


def test_no_digit_of_bhmsds_that_measures_trains(cache):
    count = len(read_idx(cache / "bhmsds/labels-idx1-ubyte"))
    trained = {str(index) for index in range(count) if bhmsds_part(index) == "train"}
    measured = {*(SPLIT_FOLDER / "bhmsds-test.txt").read_text().splitlines()}
    assert len(trained) + len(measured) == count
    assert not trained & measured


@pytest.mark.parametrize("set_id", STRING_SETS)
def test_no_picture_of_a_number_is_nearly_one_that_trains(cache, set_id):
    """Two volumes of the registers turned out to be one: volumes and names alone do not tell."""
    parts = {row["file"]: string_part(set_id, row) for row in read_labels(cache / set_id)}
    pictures: dict[str, list[tuple[str, np.ndarray]]] = {part: [] for part in PARTS}
    for name, gray in pictures_of(cache / set_id):
        if name in parts:
            pictures[parts[name]].append((name, gray))
    small = {part: thumbnails(Part(set_id, part, part, [], [], pictures[part])) for part in PARTS if pictures[part]}
    copies = [
        f"{pictures[part][measured][0]} is {pictures['train'][trained][0]}"
        for part in ("validation", "test")
        if part in small
        for _, trained, measured in near_pairs(small["train"], small[part])
    ]
    assert not copies
