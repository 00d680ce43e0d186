import numpy as np
import pytest
import torch

from ..locator import PAGE_HEIGHT, PAGE_WIDTH, training_sample
from ..locator_targets import locator_loss, render_targets
from ..scenes.camera import Page
from ..scenes.ink import Hand, InkLayer, pick_hand, place, shape_glyph, write_mark, write_word
from ..scenes.page import make_page, make_tile, write_grid, write_lines, write_single
from ..scenes.strips import moved_boxes, strip_page

FAINT = 0.3 * 0.25 * 0.85
"""The least strength that the edge of a box can have: a shape's threshold in the palest ink."""


def layer(height: int = 128, width: int = 192) -> InkLayer:
    return InkLayer(np.zeros((height, width), np.float32))


def hand(rng, bank, size: float = 40) -> Hand:
    return pick_hand(rng, bank, size, 0.0)


def test_a_box_is_exactly_the_ink_of_its_digit(bank):
    rng = np.random.default_rng(1)
    for label in range(10):
        page = layer()
        shape = shape_glyph(rng, bank.digits["mnist"][label][0], hand(rng, bank), 40)
        place(page, shape, 60, 30, 1.0, label)
        rows, columns = np.flatnonzero((page.strength > 0.3).any(1)), np.flatnonzero((page.strength > 0.3).any(0))
        assert page.boxes == [(columns[0], rows[0], columns[-1] - columns[0] + 1, rows[-1] - rows[0] + 1)]
        assert (columns[0], rows[0]) == (60, 30) and page.labels == [label]


def test_a_digit_cut_by_the_edge_keeps_the_part_inside_or_is_no_digit(bank):
    rng = np.random.default_rng(2)
    shape = shape_glyph(rng, bank.digits["mnist"][8][0], hand(rng, bank), 40)
    page = layer()
    box = place(page, shape, -2, 30, 1.0, 8)
    assert page.boxes[0][0] == 0 and page.boxes[0][2] == box[2] - 2
    page = layer()
    assert place(page, shape, -box[2] / 2, 30, 1.0, 8) is None
    assert not page.boxes and not page.strength.any()


@pytest.mark.parametrize("write", [write_lines, write_grid, write_single])
def test_the_edges_of_every_box_touch_ink(bank, write):
    rng = np.random.default_rng(4)
    count = 0
    for _ in range(12):
        page = layer()
        write(rng, page, bank, 0.02)
        for x, y, w, h in np.array(page.boxes, int).reshape(-1, 4):
            if x == 0 or y == 0 or x + w == 192 or y + h == 128:
                continue
            inside = page.strength[y : y + h, x : x + w]
            edges = inside[0], inside[-1], inside[:, 0], inside[:, -1]
            assert min(edge.max() for edge in edges) > FAINT
            count += 1
    assert count > 15


def test_lone_digits_leave_no_ink_outside_their_boxes(bank):
    rng = np.random.default_rng(5)
    for _ in range(12):
        page = layer()
        write_single(rng, page, bank, 0.0)
        rest = page.strength.copy()
        for x, y, w, h in np.array(page.boxes, int).reshape(-1, 4):
            rest[max(0, y - 1) : y + h + 1, max(0, x - 1) : x + w + 1] = 0
        # Fainter than a box's threshold is the antialiased rim, which is at most a pixel or two wide.
        assert rest.max() <= 0.3


def test_pages_are_the_same_for_the_same_seed(bank):
    first, second, other = (make_page(np.random.default_rng(seed), bank, 96, 128) for seed in (7, 7, 8))
    assert np.array_equal(first.gray, second.gray)
    assert first.boxes == second.boxes and first.labels == second.labels
    assert not np.array_equal(first.gray, other.gray)


def test_pages_are_gray_levels_with_boxes_inside(bank):
    rng = np.random.default_rng(9)
    digits = 0
    for _ in range(40):
        page = make_page(rng, bank, 96, 160)
        assert page.gray.shape == (96, 160) and np.isfinite(page.gray).all()
        assert page.gray.min() >= 0 and page.gray.max() <= 255
        assert len(page.boxes) == len(page.labels)
        for x, y, w, h in page.boxes:
            assert x >= 0 and y >= 0 and x + w <= 160 and y + h <= 96 and w > 0 and h > 0
        digits += len(page.labels)
    assert digits > 80


def test_digits_can_be_told_from_the_paper_around_them(bank):
    """On most pages the ink in a box stands out from the median of its surroundings, in either polarity."""
    rng = np.random.default_rng(10)
    contrasts = []
    for _ in range(30):
        page = make_page(rng, bank, 96, 160)
        for x, y, w, h in np.array(page.boxes, int).reshape(-1, 4):
            inside = page.gray[y : y + h, x : x + w]
            contrasts.append(np.abs(inside - np.median(page.gray)).max())
    assert np.median(contrasts) > 60


def test_tiles_hold_one_digit(bank):
    rng = np.random.default_rng(11)
    for _ in range(20):
        page = make_tile(rng, bank, 28, 28)
        assert len(page.boxes) == 1 and page.gray.shape == (28, 28)


def test_writing_works_without_any_font(bank):
    rng = np.random.default_rng(12)
    writer = hand(rng, bank)
    assert writer.source == "mnist" and writer.font == ""
    page = layer()
    write_word(rng, page, bank, writer, 10, 60)
    assert not page.strength.any()
    widths = [write_mark(rng, page, bank, writer, 20, 60) for _ in range(20)]
    assert min(widths) > 0 and not page.boxes and page.others


def test_strips_move_with_their_boxes():
    rng = np.random.default_rng(13)
    image = np.full((40, 100), 220, np.uint8)
    image[10:30, 20:30], image[12:32, 60:75] = 20, 20
    strip = {"file": "a", "label": "18", "image": image, "boxes": [[20, 10, 10, 20], [60, 12, 15, 20]]}
    seen = 0
    for _ in range(20):
        page = strip_page(rng, strip, 96, 160)
        is_inverted = np.median(page.gray) < 128 and page.gray.max() - np.median(page.gray) > np.median(page.gray) - page.gray.min()
        for x, y, w, h in page.boxes:
            middle = page.gray[int(y + h / 2), int(x + w / 2)]
            assert middle > np.median(page.gray) if is_inverted else middle < np.median(page.gray) + 30
            seen += 1
    assert seen > 10


def test_boxes_under_the_identity_stay():
    boxes, labels = moved_boxes(np.array([[5, 6, 7, 8]]), "3", np.eye(2), np.zeros(2), 50, 50)
    assert boxes == [(5, 6, 7, 8)] and labels == [3]


def test_targets_stand_where_the_digits_are(bank):
    page = make_page(np.random.default_rng(14), bank, 64, 96)
    while not page.boxes:
        page = make_page(np.random.default_rng(15), bank, 64, 96)
    maps = render_targets(page, 8, 4, 96, 128)
    x, y, w, h = page.boxes[0]
    row, column = int((y + 8 + h / 2) / 4), int((x + 4 + w / 2) / 4)
    assert maps["heat"][row, column] == 1 and maps["labels"][row, column] >= 0
    assert np.isclose(np.exp(maps["geometry"][1, row, column]) * 32, h, rtol=0.5)


def test_training_samples_have_one_size(bank):
    rng = np.random.default_rng(16)
    for _ in range(15):
        sample = training_sample(rng, bank, [])
        assert sample["page"].shape == (1, PAGE_HEIGHT, PAGE_WIDTH)
        assert sample["heat"].shape == sample["labels"].shape == (PAGE_HEIGHT // 4, PAGE_WIDTH // 4)
        assert ((sample["labels"] >= 0) <= (sample["heat"] == 1)).all()


def test_nothing_is_learned_from_a_place_that_may_be_a_digit_or_not():
    page = Page(np.full((96, 128), 200, np.float32), [(10, 30, 20, 40)], [7])
    slash = (80, 30, 12, 40)
    target = {key: torch.from_numpy(value)[None] for key, value in render_targets(page, 0, 0, 96, 128, [slash]).items()}
    maps, labels = torch.full((1, 5, 24, 32), -4.0), torch.zeros((1, 10, 24, 32))
    quiet = locator_loss(maps, labels, target)
    maps[0, 0, 12, 21] = 4.0
    assert abs(locator_loss(maps, labels, target) - quiet) < 0.01
    maps[0, 0, 12, 28] = 4.0
    assert locator_loss(maps, labels, target) - quiet > 1
