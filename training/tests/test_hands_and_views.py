"""Drawn hands and tilted views: what they draw is what their boxes and labels say."""

import numpy as np
import pytest

from ..normalize import ink_box
from ..scenes.camera import Page, homography, in_perspective, moved_box
from ..scenes.glyphs import GlyphBank
from ..scenes.hand_strokes import GLYPH_HEIGHT, GRID_HEIGHT, GRID_WIDTH, HANDS, WAYS, Pen, add_hand_strokes, hand_digit, pad_page, through
from ..scenes.ink import pick_hand

STEADY = Pen(width=3.0, lean=0.0, stretch=1.0, shake=0.0)


@pytest.fixture(scope="module")
def drawn_bank() -> GlyphBank:
    bank = GlyphBank()
    add_hand_strokes(bank)
    return bank


def test_every_way_of_every_digit_stays_on_its_grid():
    assert sorted(WAYS) == list(range(10))
    points = np.array([point for ways in WAYS.values() for _, strokes in ways for stroke in strokes for point in stroke])
    assert points[:, 0].min() >= -2.5 and points[:, 0].max() <= GRID_WIDTH
    assert points[:, 1].min() >= 0 and points[:, 1].max() <= GRID_HEIGHT


def test_a_line_passes_its_points_and_keeps_its_corners():
    line = through(np.array([(0, 0), (4, 0), (4, 0), (4, 6)], float))
    assert np.hypot(*(line - [4, 0]).T).min() == 0
    # Between the two legs of a corner nothing is cut off.
    assert (line[:, 0][line[:, 1] > 0.5] > 3.9).all()


@pytest.mark.parametrize("label", range(10))
def test_a_hand_writes_digits_of_one_height_with_its_pen(label):
    rng = np.random.default_rng(label)
    digits = [hand_digit(rng, label, STEADY) for _ in range(20)]
    assert all(abs(digit.shape[0] - GLYPH_HEIGHT) < 0.2 * GLYPH_HEIGHT for digit in digits)
    thin, thick = (hand_digit(np.random.default_rng(1), label, Pen(width, 0, 1, 0)) for width in (2.0, 8.0))
    assert (thick > 128).mean() > 2 * (thin > 128).mean()


def test_the_same_hands_come_every_time(drawn_bank):
    again = GlyphBank()
    add_hand_strokes(again)
    assert [len(digits) for digits in drawn_bank.digits["strokes"]] == [HANDS] * 10
    assert all(np.array_equal(drawn_bank.digits["strokes"][label][7], again.digits["strokes"][label][7]) for label in range(10))


def test_the_pads_pages_are_black_on_white_and_their_boxes_the_ink(drawn_bank):
    rng = np.random.default_rng(3)
    for _ in range(10):
        page = pad_page(rng, drawn_bank, pick_hand(rng, drawn_bank, 40, 0.0), 128, 192)
        assert page.gray.max() == 255 and page.boxes and len(page.boxes) == len(page.labels)
        for x, y, w, h in np.array(page.boxes, int):
            assert page.gray[y : y + h, x : x + w].min() < 80


def test_a_homography_takes_each_corner_where_it_should():
    source = np.array([[0, 0], [10, 0], [10, 6], [0, 6]], float)
    target = np.array([[1, 1], [9, 0.5], [10, 6], [0.5, 5]])
    moved = np.column_stack([source, np.ones(4)]) @ homography(source, target).T
    assert moved[:, :2] / moved[:, 2:] == pytest.approx(target)
    assert moved_box(homography(source, 2 * source + 3), (1, 2, 3, 4)) == pytest.approx((5, 7, 6, 8))


def test_digits_seen_in_perspective_lie_in_their_boxes():
    rng = np.random.default_rng(4)
    gray = np.full((128, 192), 200, np.float32)
    gray[50:80, 90:110] = 20
    sizes = []
    for _ in range(30):
        page = in_perspective(rng, Page(gray, [(90, 50, 20, 30)], [7], others=[(0, 0, 8, 8)]))
        assert page.labels == [7]
        seen = ink_box(255 - page.gray.astype(np.uint8), 128)
        assert np.abs(np.array(page.boxes[0]) - seen).max() < 8
        sizes.append(page.boxes[0][3])
    assert min(sizes) >= 29 and np.std(sizes) > 1


def test_a_digit_beyond_the_view_is_none():
    rng = np.random.default_rng(5)
    page = Page(np.full((100, 100), 200, np.float32), [(0, 40, 12, 20)], [3], ambiguous=[(88, 40, 12, 20)])
    views = [in_perspective(rng, page) for _ in range(40)]
    assert 0 < sum(bool(view.boxes) for view in views) < 40
    assert all(x >= 0 and x + w <= 100 for view in views for x, _, w, _ in [*view.boxes, *view.ambiguous])
