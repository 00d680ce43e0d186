"""The table of data sets: every row is whole, and terms decide what trains."""

import pytest

from ..data import verify
from ..data.convert import CONVERTERS
from ..data.readers import read_crops, read_digits, read_strings, read_strokes
from ..data.sets import DATA_SETS, SCRIPTS, parsed, set_named, sets_of, training_sets
from ..sources import trained_on
from .test_leakage import CACHES

ROW = {"id": "a", "script": "latin", "title": "A", "kind": "idx", "count": 1, "origin": "here", "license": "MIT", "terms": "open", "may_train": True}


def test_a_row_says_what_it_is_or_is_refused():
    assert parsed(ROW).source == "here"
    fetched = {**{key: value for key, value in ROW.items() if key != "origin"}, "repository": "b/c", "path": "d"}
    assert parsed({**fetched, "commit": "0f", "downloads": ["e"]}).source == "github.com/b/c @ 0f: d"
    assert parsed({**fetched, "commit": ""}).source == "github.com/b/c: d"
    with pytest.raises(TypeError, match="writers"):
        parsed({**ROW, "writers": 3})
    for wrong in ({"kind": "photos"}, {"terms": "free"}, {"script": "klingon"}):
        with pytest.raises(ValueError, match="is none of"):
            parsed({**ROW, **wrong})


def test_every_script_has_a_set_and_every_set_a_checksum():
    for script in SCRIPTS:
        assert any(row.may_train for row in sets_of(script)), script
    for row in DATA_SETS:
        assert verify.expected(row.id), row.id
        assert row.script in SCRIPTS and row.license and row.source
        assert isinstance(row.origin, str) or row.origin.converter in CONVERTERS or row.origin.note, row.id


def test_no_two_sets_share_a_name():
    assert len({row.id for row in DATA_SETS}) == len(DATA_SETS)


def test_open_terms_leave_out_what_is_not_free():
    for script in SCRIPTS:
        within = training_sets(script, "open")
        assert all(row.terms == "open" for row in within)
        assert {row.id for row in within} == {row.id for row in sets_of(script) if row.may_train and row.terms == "open"}
    assert {"usps", "orand-car-a"} <= set(trained_on("locator"))
    assert trained_on("locator", allowed="open") == ("mnist", "dida")
    assert trained_on("classifier", "latin", "open") == ("mnist", "dida", "sudoku-photos-dev")
    assert trained_on("classifier", "persian", "open") == ()


def test_what_nobody_may_train_on_trains_nothing():
    assert all(set_named(set_id).may_train for kind in ("locator", "classifier") for script in SCRIPTS for set_id in trained_on(kind, script))


def count_of(folder, kind: str) -> int:
    """Pictures and pens' characters of a folder, by the reader of its kind."""
    if kind == "idx":
        found = [name.name.removesuffix("images-idx3-ubyte.gz").removesuffix("-") for name in folder.glob("*images-idx3-ubyte.gz")]
        return sum(len(labels) for part in found for labels in [read_digits(folder, part)[1]])
    if kind == "strings":
        return len(read_strings(folder))
    if kind == "crops":
        archive = next(folder.glob("*.tar")).name
        return len(read_crops(folder, archive, archive.replace("images.tar", "labels.tar").replace(".tar", ".csv")))
    return sum(len(read_strokes(path)) for path in folder.glob("*strokes.jsonl.gz"))


@pytest.mark.parametrize("row", [row for row in DATA_SETS if row.id != "mnist"], ids=lambda row: row.id)
def test_a_set_is_as_large_as_its_row_says(row):
    folder = next((cache / row.id for cache in CACHES if (cache / row.id).exists()), None)
    if folder is None:
        pytest.skip(f"{row.id} is in no cache")
    assert count_of(folder, row.kind) == row.count
