import json

import numpy as np
import pytest
from PIL import Image

from .. import explore
from ..contract import MODELS
from ..data.duplicates import NEAR, find_duplicates
from ..data.parts import idx_part, strings_part, strokes_part
from ..data.sets import sets_of
from ..data.statistics import digit_statistics, doubtful_by_classifier, doubtful_by_neighbors, mean_glyphs, stroke_width


def bar(width: int, side: int = 32) -> np.ndarray:
    glyph = np.zeros((side, side), np.float32)
    glyph[4:28, 10 : 10 + width] = 1
    return glyph


@pytest.mark.parametrize("width", [2, 3, 4])
def test_stroke_width_of_a_ring_and_a_bar(width):
    yy, xx = np.mgrid[0:64, 0:64]
    ring = (np.abs(np.hypot(xx - 32, yy - 32) - 20) < width / 2).astype(np.float32)
    assert stroke_width(ring) == pytest.approx(width, rel=0.15)
    assert stroke_width(np.zeros((32, 32))) == 0


def test_statistics_are_of_the_source_pixels(drawn_digits):
    part = idx_part("mnist", "train", "trains", *drawn_digits)
    glyphs = explore.glyphs_of(part.digits, "glyphs")
    facts = digit_statistics(part.digits, glyphs)
    assert facts["heightPx"]["median"] == pytest.approx(23, abs=2)
    assert 0.05 < facts["strokeToHeight"]["median"] < 0.25
    assert part.class_counts() == [40] * 10
    assert mean_glyphs(glyphs, np.zeros(len(glyphs)))[1].max() == 0


def test_a_wrong_label_among_many_is_found(drawn_digits):
    images, labels = drawn_digits
    glyphs = explore.glyphs_of(idx_part("mnist", "train", "trains", images, labels).digits, "glyphs")
    wrong = labels.copy()
    wrong[17] = (wrong[17] + 3) % 10
    assert doubtful_by_neighbors(glyphs, wrong) == [(17, labels[17])]
    probabilities = np.full((3, 11), 0.001)
    probabilities[[0, 1, 2], [4, 5, 10]] = 0.99
    assert doubtful_by_classifier(probabilities, np.array([4, 6, 7])) == [(1, 5), (2, 10)]


def test_copies_are_found_exactly_and_nearly_and_nothing_else():
    rng = np.random.default_rng(1)
    own = rng.integers(0, 256, (60, 28, 28)).astype(np.uint8)
    other = rng.integers(0, 256, (50, 28, 28)).astype(np.uint8)
    other[3] = own[7]
    other[4] = np.clip(own[8].astype(int) * 0.9 + 5, 0, 255)
    labels = np.zeros(60, int)
    trains, measures = idx_part("mnist", "train", "trains", own, labels), idx_part("mnist", "test", "measures", other, labels[:50])
    (row,) = find_duplicates([trains, measures])
    assert (row["exact"], row["near"]) == (1, 2)
    assert {(pair["trains"], pair["measures"]) for pair in row["pairs"]} == {("7", "3"), ("8", "4")}
    assert all(pair["distance"] < NEAR for pair in row["pairs"])


def test_numbers_are_not_compared_with_lone_digits(drawn_digits):
    strips = strings_part("orand-car-a", "test", "measures", [{"file": "a", "label": "12", "boxes": None, "image": drawn_digits[0][0]}])
    assert find_duplicates([idx_part("mnist", "train", "trains", *drawn_digits), strips]) == []


def test_what_a_pen_wrote_is_counted_and_not_compared(drawn_digits):
    written = strokes_part("unipen-digits", "train", "trains", [{"label": "7"}, {"label": "7"}])
    assert (written.class_counts()[7], written.digits) == (2, [])
    assert find_duplicates([written, idx_part("mnist", "test", "measures", *drawn_digits)]) == []


def test_the_model_page_counts_every_latin_set_with_digits():
    named = {row["id"] for row in json.loads((MODELS / "latin/dataset.json").read_text())["sets"]}
    assert {row.id for row in sets_of("latin")} - named == {"crohme-negatives", "chars74k-letters"}


def test_pictures_have_the_size_that_the_file_says(tmp_path, drawn_digits):
    part = idx_part("mnist", "train", "trains", *drawn_digits)
    figures = explore.save_pictures(tmp_path, "mnist", explore.glyphs_of(part.digits, "glyphs"), drawn_digits[1])
    for figure in figures.values():
        image = Image.open(tmp_path / figure["path"])
        assert image.size == (figure["columns"] * figure["cell"], figure["rows"] * figure["cell"])
        gray = np.asarray(image.convert("L"))
        assert gray.min() == 0 and gray.max() == 255 and gray.mean() > 180
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) < 40_000
