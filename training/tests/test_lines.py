"""Labels, patterns and synthetic lines, without any data set: a handwriting made of drawn digits and plain shapes."""

import numpy as np
import pytest

from ..lines.alphabet import ALIASES, BLANK, CODES, CROSSED, LETTER, STRUCK, decoded, encoded
from ..lines.batches import LineSource, bucket_of, by_bucket
from ..lines.compose import POOL_HEIGHT, compose_line
from ..lines.handwriting import Handwriting
from ..lines.marks import MARK_HEIGHTS
from ..lines.patterns import PATTERNS, number_text
from ..lines.pool import read_shard, render_pools
from ..lines.strings import Line
from ..lines.writing import Start, pick_line_hand, write_text
from ..normalize import cut_line
from ..scenes.ink import InkLayer


@pytest.fixture
def handwriting(bank) -> Handwriting:
    hand = Handwriting(bank)
    disc = np.hypot(*np.mgrid[-8:9, -8:9]) < 8
    blot = np.where(disc, 255, 0).astype(np.uint8)
    hand.marks = {code: [blot] for code in MARK_HEIGHTS}
    hand.letters, hand.look_alikes, hand.crosses = [blot], [blot], [blot]
    return hand


def test_every_character_is_written_and_read_back():
    back = {code: alias for alias, code in ALIASES.items()}
    text = "".join(back.get(code, code) for code in CODES)
    assert encoded(text) == list(range(BLANK))
    assert decoded(encoded(text)) == text
    with pytest.raises(ValueError, match="not in list"):
        encoded("12?")


@pytest.mark.parametrize("index", range(len(PATTERNS)))
def test_every_pattern_gives_labels_that_can_be_read(index):
    rng = np.random.default_rng(index)
    texts = [PATTERNS[index][1](rng).replace(" ", "") for _ in range(300)]
    assert [decoded(encoded(text)) for text in texts] == texts
    assert max(map(len, texts)) <= 24


def test_every_mark_and_sign_is_written_now_and_then():
    rng = np.random.default_rng(1)
    seen = set("".join(number_text(rng) for _ in range(20_000)))
    assert seen == {*"0123456789 ", *MARK_HEIGHTS, LETTER, CROSSED, STRUCK}


@pytest.mark.parametrize("text", ["", "7", "-12.5", "XX20", "L45", "1#2", "₹1,20,000/-", "27.3%", "(12)+3=15", "0123456789012345", "05 06 1990"])
def test_a_line_is_gray_and_keeps_its_label(handwriting, text):
    rng = np.random.default_rng(len(text))
    for _ in range(5):
        gray, label = compose_line(rng, handwriting, text)
        assert label == text.replace(" ", "")
        assert gray.dtype == np.uint8 and gray.shape[0] == POOL_HEIGHT and gray.shape[1] >= 24
        assert not text or np.ptp(gray) > 20


@pytest.mark.parametrize("text", ["2026", "-12.5", "3/4", "X7", "1#2"])
def test_on_a_page_the_digits_have_boxes_and_nothing_else_has(handwriting, text):
    rng = np.random.default_rng(5)
    layer = InkLayer(np.zeros((80, 400), np.float32))
    edges = write_text(rng, layer, handwriting, pick_line_hand(rng, handwriting, 30.0), text, Start(20, 60, is_page=True))
    assert layer.labels == [int(character) for character in text if character.isdigit()]
    assert len([*layer.others, *layer.ambiguous]) == sum(not character.isdigit() for character in text)
    assert edges[0] == 20 < edges[-1] and len(edges) == len(text) + 1


def test_a_pool_is_rendered_once_and_read_back(handwriting, tmp_path, monkeypatch):
    monkeypatch.setattr("training.lines.pool.SHARD_LINES", 4)
    monkeypatch.setattr("training.lines.pool.write_shard.__defaults__", (4,))
    asked = []
    for _ in range(2):
        render_pools(tmp_path, lambda: asked.append(1) or handwriting, 2)
    assert len(asked) == 1
    rng = np.random.default_rng([1, 77])
    drawn = [compose_line(rng, handwriting) for _ in range(4)]
    lines = read_shard(tmp_path / "pool-001.npz")
    assert [line.text for line in lines] == [text for _, text in drawn]
    assert all((line.gray == gray).all() for line, (gray, _) in zip(lines, drawn, strict=True))


def plain_line(text: str, width: int, source: str) -> Line:
    return Line(np.zeros((POOL_HEIGHT, width), np.uint8), text, (0, 0, width, POOL_HEIGHT), True, source)


def test_a_batch_is_of_one_width_and_keeps_the_shares():
    groups = [by_bucket([plain_line("12", width, name) for width in (60, 100, 300)]) for name in ("real", "synthetic")]
    source = LineSource([(0.3, groups[0]), (0.7, groups[1])], np.random.default_rng(2))
    drawn = []
    for _ in range(60):
        lines, width = source.batch()
        assert {bucket_of(line) for line in lines} == {width}
        drawn += [line.source for line in lines]
    assert drawn.count("real") / len(drawn) == pytest.approx(0.3, abs=0.03)


def test_what_cannot_be_told_apart_is_left_out():
    dense, wide = plain_line("1" * 20, 60, "dense"), plain_line("12", 2000, "wide")
    assert by_bucket([dense, wide]) == {}


def test_a_slanted_line_is_cut_level():
    slope = 0.2
    yy, xx = np.mgrid[0:120, 0:200].astype(float)
    page = np.where(abs(yy - 60 - slope * (xx - 100)) < 4, 40.0, 220.0)
    part = (30.0, 35.0, 140.0, 50.0)
    level, slanted = cut_line(page, part, slope), cut_line(page, part)
    columns = np.flatnonzero((level > 0.5).any(0))
    rows = [np.flatnonzero(level[:, column] > 0.5).mean() for column in columns]
    assert np.ptp(rows) < 1
    middles = [np.flatnonzero(slanted[:, column] > 0.5).mean() for column in np.flatnonzero((slanted > 0.5).any(0))]
    assert np.ptp(middles) > 10
