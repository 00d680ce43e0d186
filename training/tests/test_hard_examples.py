"""What makes training pages harder: pasted strips, lifted ink, touching digits, damage, and what the locator itself finds."""

import numpy as np
import pytest
import torch

from .. import mining
from .. import patches as all_patches
from ..augment import corrupt
from ..checkpoints import load_checkpoint, mean_of_cycles, next_cycle, save_checkpoint
from ..contract import NOT_A_DIGIT
from ..patches import blocky, blocky_patches
from ..scenes.camera import Page
from ..scenes.empty_pages import empty_page
from ..scenes.glyphs import connected, lifted_ink
from ..scenes.ink import InkLayer, place, right_edge, touching_x
from ..scenes.paper import texture
from ..scenes.strips import piece, spliced

STRIP = {"image": np.full((40, 100), 200, np.uint8), "boxes": [(5, 8, 14, 26), (30, 8, 14, 26), (42, 8, 20, 26), (75, 8, 14, 26)], "label": "1234"}


def test_a_piece_is_cut_only_where_no_digit_is():
    rng = np.random.default_rng(1)
    seen = set()
    for _ in range(60):
        part = piece(rng, STRIP)
        seen.add(part["label"])
        assert len(part["boxes"]) == len(part["label"])
        assert (part["boxes"][:, 0] >= 0).all() and (part["boxes"][:, 0] + part["boxes"][:, 2] <= part["image"].shape[1]).all()
    assert {"1", "23", "4"} <= seen and not any(label.endswith("2") or label.startswith("3") for label in seen)


def test_spliced_strips_have_their_digits_in_their_boxes():
    rng = np.random.default_rng(2)
    image = STRIP["image"].copy()
    for x, y, w, h in STRIP["boxes"]:
        image[y : y + h, x : x + w] = 20
    for _ in range(20):
        strip = spliced(rng, [{**STRIP, "image": image}])
        assert len(strip["boxes"]) == len(strip["label"])
        for x, y, w, h in strip["boxes"]:
            assert strip["image"][int(y + h * 0.3) : int(y + h * 0.7), int(x + w * 0.3) : int(x + w * 0.7) + 1].mean() < 90


def test_parts_connect_over_corners_and_come_largest_first():
    parts = connected(np.array([[1, 0, 0, 0, 1], [0, 1, 0, 0, 1], [0, 0, 1, 0, 0]], bool))
    assert [int(part.sum()) for part in parts] == [3, 2]


def test_lifted_ink_leaves_paper_and_neighbors_behind():
    gray = np.full((40, 40), 180, np.uint8)
    gray[5:35, 15:22] = 30
    gray[5:35, 37:40] = 30
    glyph = lifted_ink(gray, (5, 2, 35, 36), is_crop=False)
    assert glyph.shape == (30, 7) and glyph.min() > 200
    assert lifted_ink(gray, (5, 2, 35, 36), is_crop=True) is None
    assert lifted_ink(np.full((40, 40), 180, np.uint8), (0, 0, 40, 40), is_crop=False) is None


@pytest.mark.parametrize("distance", [-1, 0, 2])
def test_digits_come_as_near_as_asked(distance):
    page = InkLayer(np.zeros((60, 100), np.float32))
    slash = np.pad(np.eye(20, dtype=np.float32)[:, ::-1], 2)
    edge = right_edge(page, slash, place(page, slash, 20, 10, 1.0, 1))
    # Below the top of the slash its ink lies further left: a low bar moves under it.
    bar = np.pad(np.ones((4, 3), np.float32), 1)
    assert touching_x(edge, bar, 26, distance) == pytest.approx(24 + 1 + distance)
    assert touching_x(edge, bar, 50, distance) is None


def test_textures_are_darkness_that_varies():
    rng = np.random.default_rng(3)
    patterns = [texture(rng, 60, 90) for _ in range(40)]
    assert all(pattern.shape == (60, 90) and pattern.min() >= 0 and pattern.max() <= 1 for pattern in patterns)
    assert sum(pattern.std() > 0.05 for pattern in patterns) > 30


def test_damage_changes_most_pictures_and_destroys_none():
    gray = torch.full((200, 32, 32), 220.0)
    gray[:, 6:26, 14:18] = 20
    damaged = corrupt(gray.clone(), torch.Generator().manual_seed(4))
    assert damaged.shape == gray.shape and torch.isfinite(damaged).all()
    change = (damaged - gray).abs().mean((1, 2))
    assert (change > 0.5).float().mean() > 0.9
    assert (damaged[:, 8:24, 12:20].mean((1, 2)) < damaged.mean((1, 2)) + 5).float().mean() > 0.85


def test_blocky_digits_are_black_and_white_and_small():
    image = np.zeros((28, 28), np.uint8)
    image[4:24, 12:16] = 255
    picture = blocky(image, np.random.default_rng(5))
    assert set(np.unique(picture)) <= {0, 255} and max(picture.shape) < 28 and picture.max() == 255


def test_thin_strokes_survive_coarsening():
    image = np.zeros((56, 40), np.uint8)
    image[4:52, 4:6] = image[50:52, 4:36] = 255
    pictures = [blocky(image, np.random.default_rng(seed)) for seed in range(40)]
    assert all((picture[:, : picture.shape[1] // 2].max(1) > 0).mean() > 0.7 for picture in pictures)


def test_coarse_digits_come_from_every_source(monkeypatch, drawn_digits, bank):
    images, labels = drawn_digits
    monkeypatch.setattr(all_patches, "BLOCKY_COUNTS", {"mnist": 30, "strokes": 20, "pens": 10})
    made = blocky_patches(1, bank, images, labels, "coarse")
    assert len(made) == 60 - (0 if "pens" in bank.digits else 10) and set(made.labels) == set(range(10))


def test_what_is_found_is_a_digit_no_digit_or_nothing_to_learn_from(monkeypatch):
    page = Page(np.full((80, 120), 200, np.float32), [(10, 10, 20, 40)], [7], ambiguous=[(90, 10, 15, 40)])
    right, half, wrong, letter = (11, 10, 20, 40), (20, 10, 20, 40), (55, 10, 20, 40), (91, 10, 15, 40)
    assert mining.judged([right, half, wrong, letter], page) == [(right, 7), (wrong, NOT_A_DIGIT)]
    monkeypatch.setattr(
        mining, "locate", lambda locator, gray, threshold: [(0.1 * gray.shape[1], 0.1 * gray.shape[0], 0.15 * gray.shape[1], 0.5 * gray.shape[0])]
    )
    found = mining.found_boxes(np.random.default_rng(6), None, page)
    assert found[0] == pytest.approx((12, 8, 18, 40))
    patches = mining.mined_patches(np.random.default_rng(6), None, [page], "mined")
    assert patches.labels.tolist() == [7] and patches.images.shape == (1, 48, 48)


def test_another_cycle_starts_from_the_averaged_weights(tmp_path):
    path = tmp_path / "net.pt"
    save_checkpoint(path, model={"w": 1}, averaged={"w": 2}, optimizer={"lr": 3}, step=100, seed=1)
    next_cycle(path)
    saved = torch.load(path)
    assert (saved["model"], saved["optimizer"], saved["step"], saved["before"]) == ({"w": 2}, None, 0, 100)


def test_the_mean_of_cycles_weighs_each_by_its_share(tmp_path):
    for name, value in (("a", 1.0), ("b", 5.0)):
        state = {"w": torch.tensor([value]), "seen": torch.tensor(int(value))}
        save_checkpoint(tmp_path / f"{name}.pt", model=state, averaged=state, optimizer={"lr": 3}, step=int(value), seed=1)
    mean_of_cycles({tmp_path / "a.pt": 1, tmp_path / "b.pt": 3}, tmp_path / "mean.pt")
    saved = load_checkpoint(tmp_path / "mean.pt")
    assert (saved["averaged"]["w"].item(), saved["averaged"]["seen"].item(), saved["step"]) == (4.0, 5, 5)


def test_empty_pages_have_no_digit_and_are_not_bare(bank):
    rng = np.random.default_rng(8)
    pages = [empty_page(rng, bank, 64, 96) for _ in range(25)]
    assert not any(page.boxes or page.labels for page in pages)
    assert all(page.gray.shape == (64, 96) and page.gray.min() >= 0 and page.gray.max() <= 255 for page in pages)
    assert sum(page.gray.std() > 8 for page in pages) > 15
