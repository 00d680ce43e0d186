"""No picture that measures is, or nearly is, one that trains. Needs the data sets: skipped where no cache holds them all."""

import pytest

from ..contract import ROOT
from ..data.duplicates import find_duplicates
from ..data.parts import latin_parts
from ..data.readers import MissingData

CACHES = (ROOT / ".cache/data", ROOT.parent / "shared/data")


@pytest.fixture(scope="module")
def parts(mnist_folder):
    for cache in CACHES:
        try:
            return latin_parts(cache, mnist_folder)
        except MissingData:
            continue
    pytest.skip("needs every Latin data set in .cache/data or ../shared/data")


def test_no_picture_that_measures_has_a_copy_that_trains(parts):
    copies = [
        f"{row['measures']} {pair['measures']} is {row['trains']} {pair['trains']} (distance {pair['distance']})"
        for row in find_duplicates(parts)
        for pair in row["pairs"]
    ]
    assert not copies


WITH_TEST_FILES = ("mnist", "unipen-digits", "crohme-digits")
"""Digits of these are named by their places in a file, and their test parts are files of their own."""


def test_no_name_that_measures_or_chooses_trains(parts):
    names = {
        use: {(part.set_id, name) for part in parts if part.use == use and part.set_id not in WITH_TEST_FILES for name, _ in part.pictures}
        for use in ("trains", "chooses", "measures")
    }
    assert not names["trains"] & names["measures"]
    assert not names["trains"] & names["chooses"]
    assert not names["chooses"] & names["measures"]
