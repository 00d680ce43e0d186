import base64
import json

import numpy as np
import pytest
import torch

from .. import export
from ..augment import augment
from ..contract import ROOT, SIDE
from ..normalize import contrast_normalize, ink_box, normalize_glyph, resample
from ..patches import cut_patch


def unpacked(packed: dict) -> np.ndarray:
    return np.frombuffer(base64.b64decode(packed["base64"]), "<f4").reshape(packed["shape"])


def values(content, path=""):
    """All arrays and numbers of a golden file by their path."""
    if isinstance(content, dict) and "base64" in content:
        yield path, unpacked(content)
    elif isinstance(content, (dict, list)):
        for key, inner in content.items() if isinstance(content, dict) else enumerate(content):
            yield from values(inner, f"{path}/{key}")
    else:
        yield path, np.array(content)


def test_the_golden_file_is_what_the_formulas_give(tmp_path, monkeypatch):
    monkeypatch.setattr(export, "GOLDEN", tmp_path)
    export.write_normalization_golden()
    fresh = dict(values(json.loads((tmp_path / "normalization.json").read_text())))
    committed = dict(values(json.loads((ROOT / "training/golden/normalization.json").read_text())))
    assert fresh.keys() == committed.keys()
    for path, value in fresh.items():
        assert np.allclose(value, committed[path], atol=1e-4), path


def test_flat_paper_is_nothing_whatever_its_brightness():
    for level in (0, 90, 255):
        page = np.full((40, 50), level, np.uint8)
        assert np.abs(contrast_normalize(page)).max() < 1e-3
        assert not normalize_glyph(page, (10, 10, 20, 20)).any()


def test_polarity_does_not_matter(drawn_digits):
    image = drawn_digits[0][2]
    dark, light = normalize_glyph(255 - image, ink_box(image)), normalize_glyph(image, ink_box(image))
    assert np.abs(dark - light).max() < 0.02 and light.max() == 1


@pytest.mark.parametrize("box", [(-500, -500, 30, 30), (0, 0, 0.5, 0.5), (-5, -5, 90, 90)])
def test_boxes_off_the_picture_and_tiny_ones_stay_finite(box):
    glyph = normalize_glyph(np.arange(1600, dtype=np.uint8).reshape(40, 40), box)
    assert glyph.shape == (SIDE, SIDE) and np.isfinite(glyph).all() and glyph.min() >= 0 and glyph.max() <= 1


def test_resampling_keeps_a_constant_and_says_what_lies_outside():
    samples, share = resample(np.full((10, 10), 7.0), (-5, 0, 10, 10), 8, 8)
    assert np.allclose(samples[:, 4:], 7)
    assert share[0, 0] < 0.1 and np.allclose(share[2:6, 6], 1)


def test_augmentation_at_strength_0_is_what_serving_does(drawn_digits):
    """The patch is cut at 48 px and sampled once more, so edges are a little softer; nothing else differs."""
    differences = []
    for image in drawn_digits[0][:20]:
        page = 255 - np.kron(image, np.ones((3, 3))).astype(np.uint8)
        box = tuple(3 * value for value in ink_box(image))
        patch, share = cut_patch(page, box)
        glyph = augment(torch.from_numpy(patch)[None], torch.from_numpy(share)[None], 0.0, torch.Generator().manual_seed(0))[0, 0].numpy()
        differences.append(np.abs(glyph - normalize_glyph(page, box)).mean())
    assert np.mean(differences) < 0.02


def test_augmentation_follows_its_seed(drawn_digits):
    patch, share = cut_patch(drawn_digits[0][3], ink_box(drawn_digits[0][3]))
    images, shares = (torch.from_numpy(np.stack([array] * 4)) for array in (patch, share))
    first, second = (augment(images, shares, 1.0, torch.Generator().manual_seed(5)) for _ in range(2))
    assert torch.equal(first, second)
    assert (first[0] - first[1]).abs().max() > 0.1
    assert first.min() >= 0 and first.max() <= 1
