"""Exports checkpoints as tfjs layers models with their manifests and golden outputs."""

import base64
from pathlib import Path

import numpy as np
import torch

from .checkpoints import load_checkpoint, load_classifier, load_locator
from .classifier import calibrated
from .contract import MODELS, REFERENCE_HEIGHT, ROOT, SIDE
from .layers_model import write_classifier, write_line_reader, write_locator
from .lines.network import LineReader
from .lines.reading import exact_share, fit_line_temperature
from .lines.strings import STRING_SETS, string_lines
from .manifest import Exported, write_json, write_manifest
from .normalize import contrast_normalize, cut_line, line_part, normalize_glyph
from .restore import classifier_layers, line_layers, load_shipped, locator_layers, shipped_weights
from .runs import Places, run_of
from .scenes.bank import load_bank
from .scenes.page import make_page
from .sources import classifier_patches

GOLDEN = ROOT / "training/golden"
HEAT_THRESHOLD = 0.2


def packed(values: np.ndarray) -> dict:
    """float32 little-endian, base64, with its shape."""
    return {"shape": list(values.shape), "base64": base64.b64encode(values.astype("<f4").tobytes()).decode()}


def export_locator(places: Places) -> None:
    path, folder = places.checkpoint("locator"), MODELS / "locator"
    saved, model = load_checkpoint(path), load_locator(path).cpu()
    files = write_locator(model, folder)
    load_shipped(locator_layers(model), shipped_weights(folder))
    model.eval()
    write_manifest(Exported("locator", folder, files, {"heatThreshold": HEAT_THRESHOLD}, {}), saved, places)
    page = make_page(np.random.default_rng(5), load_bank(places.cache, places.mnist, allowed=places.allowed), 64, 96)
    with torch.no_grad():
        normalized = contrast_normalize(page.gray)
        maps, _ = model(torch.from_numpy(normalized)[None, None])
    write_json(GOLDEN / "locator.json", {"input": packed(normalized[None, ..., None]), "output": packed(maps.permute(0, 2, 3, 1).numpy())})


def export_classifier(places: Places, script: str = "latin") -> None:
    """Calibrated on the validation parts of the sources that it was trained with; a refined one was so when it was trained."""
    path, folder = places.checkpoint(script), MODELS / script
    saved, model = load_checkpoint(path), load_classifier(path).cpu()
    run = run_of(saved, script)
    bank = load_bank(places.cache, places.mnist, run.script, allowed=places.allowed)
    if "calibration" in saved:
        calibration, metrics = saved["calibration"], saved["metrics"]
    else:
        calibration, metrics = calibrated(model, classifier_patches(places, run, bank)[1])
    files = write_classifier(model, folder)
    load_shipped(classifier_layers(model), shipped_weights(folder))
    write_manifest(Exported("classifier", folder, files, calibration, metrics), saved, places)
    rng = np.random.default_rng(6)
    page = make_page(rng, bank, 128, 192)
    while len(page.boxes) < 6:
        page = make_page(rng, bank, 128, 192)
    glyphs = np.stack([normalize_glyph(page.gray, box) for box in page.boxes[:6]] + [np.zeros((SIDE, SIDE), np.float32)])
    with torch.no_grad():
        output = model(torch.from_numpy(glyphs)[:, None])
    write_json(GOLDEN / f"{script}.json", {"input": packed(glyphs[..., None]), "output": packed(output.numpy())})


LINE_GOLDEN_BOX, LINE_GOLDEN_SLOPE = (14.3, 20.2, 52.5, 24.4), 0.12


def golden_page() -> np.ndarray:
    """A page drawn by formula, without any data set."""
    yy, xx = np.mgrid[0:70, 0:90].astype(np.float64)
    ring = np.abs(np.hypot(xx - 40, (yy - 33) * 0.8) - 15) < 3
    return np.floor(150 + 0.6 * xx + 20 * np.sin(yy / 9) - 90 * ring).clip(0, 255)


def export_line_reader(places: Places, boxes: Path) -> None:
    """The averaged weights of the line reader; its temperature is fitted on the validation parts of its sets."""
    path, folder = places.checkpoint("line"), MODELS / "line"
    saved, model = load_checkpoint(path), LineReader()
    model.load_state_dict(saved["averaged"])
    files = write_line_reader(model.eval(), folder)
    load_shipped(line_layers(model), shipped_weights(folder))
    validation = {row.id: string_lines(row, places.cache, "validation", boxes) for row in STRING_SETS}
    temperature = fit_line_temperature(model, [line for lines in validation.values() for line in lines])
    metrics = {}
    for name, lines in validation.items():
        digits, whole = exact_share(model, lines)
        metrics |= {f"validationDigitsExact:{name}": digits, f"validationExact:{name}": whole}
    write_manifest(Exported("line", folder, files, {"temperature": temperature}, metrics), saved, places)
    cut = cut_line(golden_page(), line_part(LINE_GOLDEN_BOX), LINE_GOLDEN_SLOPE)
    with torch.no_grad():
        output = model.eval()(torch.from_numpy(cut)[None, None])
    write_json(GOLDEN / "line.json", {"input": packed(cut[None, ..., None]), "output": packed(output.permute(0, 2, 1)[:, None].numpy())})


def write_normalization_golden() -> None:
    """Inputs and outputs of the shared preprocessing, without any data set: shapes drawn by formula."""
    page = golden_page()
    boxes = [(22, 13, 37, 42), (22.4, 12.7, 12.2, 41.9), (-6, -5, 30, 40), (70, 40, 30, 44), (5.5, 6.5, 3, 4), (0, 0, 90, 70)]
    write_json(
        GOLDEN / "normalization.json",
        {
            "page": packed(page),
            "contrast": packed(contrast_normalize(page)),
            "glyphs": [
                {
                    "box": dict(zip(("x", "y", "width", "height"), box, strict=True)),
                    "dark": packed(normalize_glyph(page, box)),
                    "light": packed(normalize_glyph(255 - page, box)),
                }
                for box in boxes
            ],
            "lines": [
                {
                    "box": dict(zip(("x", "y", "width", "height"), LINE_GOLDEN_BOX, strict=True)),
                    "slope": slope,
                    "dark": packed(cut_line(page, line_part(LINE_GOLDEN_BOX), slope)),
                    "light": packed(cut_line(255 - page, line_part(LINE_GOLDEN_BOX), slope)),
                }
                for slope in (0.0, LINE_GOLDEN_SLOPE)
            ],
            "referenceHeight": REFERENCE_HEIGHT,
        },
    )
