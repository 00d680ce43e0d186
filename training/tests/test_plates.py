"""Plates: the networks learn, their files compute what PyTorch does, and texts, cuts and targets are what they say."""

import numpy as np
import torch
from PIL import Image, ImageDraw

from ..contract import PLATE_READER
from ..layers_model import write_plate_finder, write_plate_reader
from ..plates.batches import plain_batch, scene_batch, training_batch
from ..plates.export import is_near, peaks
from ..plates.finder_targets import STRIDE, UNIT, finder_loss, targets_of
from ..plates.looks import ROOMY_HEIGHT, ROOMY_WIDTH, cut_out, widened
from ..plates.networks import BLANK, PlateFinder, PlateReader
from ..plates.reading import exact_shares, greedy, reader_loss
from ..plates.texts import CHARACTERS, PATTERNS, label_of, text_of
from .test_layers_model import run_files, shaken

QUAD = np.array([[60.0, 50.0], [140.0, 58.0], [138.0, 80.0], [58.0, 72.0]])


def drawn_look(text: str) -> np.ndarray:
    """Letters of Pillow's own font on a light plate."""
    image = Image.new("L", (60, 16), 210)
    ImageDraw.Draw(image).text((4, 2), text, 20)
    return np.asarray(image.resize((ROOMY_WIDTH, ROOMY_HEIGHT)))


def test_texts_have_the_characters_that_the_network_knows():
    assert PLATE_READER["characters"] == CHARACTERS
    rng = np.random.default_rng(1)
    texts = [text_of(rng, style) for style in PATTERNS for _ in range(20)]
    assert all(set(text) <= set(CHARACTERS + "- ") and label_of(text) for text in texts)
    assert label_of("AB-12 C") == "AB12C"


def test_a_cut_follows_the_corners():
    """A slanted plate, black to the left of its middle and white to the right, becomes upright."""
    image = Image.new("L", (200, 130), 128)
    draw, (a, b, c, d) = ImageDraw.Draw(image), QUAD
    draw.polygon([tuple(a), tuple((a + b) / 2), tuple((c + d) / 2), tuple(d)], fill=0)
    draw.polygon([tuple((a + b) / 2), tuple(b), tuple(c), tuple((c + d) / 2)], fill=255)
    cut = cut_out(np.asarray(image), QUAD, 80, 20)
    assert cut[2:-2, 2:37].max() < 10 and cut[2:-2, 43:-2].min() > 245
    wider = widened(QUAD, 0.5, 0)
    assert np.allclose(wider[1] - wider[0], 2 * (b - a)) and np.allclose(wider.mean(0), QUAD.mean(0))


def test_the_finder_is_asked_for_the_corners_and_its_peaks_give_them_back():
    heat, places = targets_of(QUAD[None].astype(np.float32))
    row, column = np.argwhere(heat == 1)[0]
    middle = (np.array([column, row]) + 0.5) * STRIDE
    assert np.allclose(places[:, row, column].reshape(4, 2) * UNIT + middle, QUAD, atol=1e-3)
    maps = np.concatenate([np.where(heat == 1, 4.0, -6.0)[None], np.nan_to_num(places)])
    (found,) = peaks(maps)
    assert np.allclose(found, QUAD, atol=1e-3) and is_near(found, QUAD) and not is_near(found + 20, QUAD)
    outside, _ = targets_of((QUAD - [100, 0])[None].astype(np.float32))
    assert (outside == -1).any() and outside.max() < 1


def test_repeats_are_one_character_unless_a_blank_parts_them():
    outputs = [BLANK, 10, 10, 1, BLANK, 1, BLANK]
    assert greedy(torch.nn.functional.one_hot(torch.tensor(outputs), BLANK + 1).T * 9.0) == "A11"


def test_the_reader_learns():
    torch.manual_seed(3)
    rng, labels = np.random.default_rng(3), ["A1B2", "7XK", "ZZ90", "H4"]
    pixels, model = np.stack([drawn_look(label) for label in labels]), PlateReader()
    optimizer = torch.optim.AdamW(model.parameters(), lr=2e-3)
    losses = []
    for _ in range(30):
        model.train()
        loss = reader_loss(model(training_batch(rng, pixels)), labels).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    assert np.mean(losses[-5:]) < 0.75 * np.mean(losses[:5])
    assert all(0 <= share <= 1 for share in exact_shares(model, pixels, np.array(labels)))


def test_the_finder_learns():
    torch.manual_seed(4)
    rng = np.random.default_rng(4)
    corners = np.full((4, 3, 4, 2), np.nan, np.float32)
    pixels = np.full((4, 192, 256), 90, np.uint8)
    for k in range(4):
        corners[k, 0] = QUAD + np.array([20 * k, 15 * k])
        image = Image.fromarray(pixels[k])
        ImageDraw.Draw(image).polygon([tuple(point) for point in corners[k, 0]], fill=230)
        pixels[k] = np.asarray(image)
    model = PlateFinder()
    optimizer = torch.optim.AdamW(model.parameters(), lr=3e-3)
    losses = []
    for _ in range(25):
        model.train()
        batch = scene_batch(rng, pixels, corners)
        heat, away = finder_loss(model(batch["page"]), batch["heat"], batch["places"])
        optimizer.zero_grad()
        (heat + away).backward()
        optimizer.step()
        losses.append(float(heat + away))
    assert np.mean(losses[-5:]) < 0.5 * np.mean(losses[:5])


def test_looks_are_normalized_and_keep_their_polarity():
    look = drawn_look("A1")[None]
    cut = plain_batch(look)
    assert cut.shape == (1, 1, 40, 160) and cut.abs().max() <= 1
    assert torch.allclose(plain_batch(255 - look), -cut, atol=1e-4)


@torch.no_grad()
def test_the_files_give_pytorchs_answers(tmp_path):
    torch.manual_seed(5)
    reader, finder = shaken(PlateReader()), shaken(PlateFinder())
    write_plate_reader(reader, tmp_path / "reader")
    write_plate_finder(finder, tmp_path / "finder")
    cut, page = torch.randn(2, 1, 40, 160), torch.randn(1, 1, 48, 96)
    logits, wanted = run_files(tmp_path / "reader", cut)[:, :, 0], reader(cut)
    assert (logits - wanted).abs().max() < 0.05 * wanted.abs().max()
    maps, asked = run_files(tmp_path / "finder", page), finder(page)
    assert maps.shape == asked.shape == (1, 9, 6, 12)
    assert (maps - asked).abs().max() < 0.05 * asked.abs().max()
