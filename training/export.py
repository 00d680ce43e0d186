"""Exports checkpoints as tfjs layers models with their manifests and golden outputs."""

import base64
import hashlib
import json
import platform
import subprocess
from pathlib import Path

import numpy as np
import torch

from .calibrate import calibrate, with_second_looks
from .checkpoints import CHECKPOINT_FOLDER, load_checkpoint, load_classifier, load_locator
from .classifier import logits_of
from .contract import CONTRACT, REFERENCE_HEIGHT, ROOT, SECOND_LOOK_ZOOMS, SIDE
from .data.fonts import font_rows
from .data.sets import DATA_SETS, trained_on
from .layers_model import write_classifier, write_locator
from .mining import classifier_patches
from .networks import parameter_count
from .normalize import contrast_normalize, normalize_glyph
from .scenes.bank import load_bank
from .scenes.glyphs import FONT_PACKAGES
from .scenes.page import make_page

MODELS = ROOT / "public/models"
GOLDEN = ROOT / "training/golden"
VERSION = "1.4.0"
HEAT_THRESHOLD = 0.2


def packed(values: np.ndarray) -> dict:
    """float32 little-endian, base64, with its shape."""
    return {"shape": list(values.shape), "base64": base64.b64encode(values.astype("<f4").tobytes()).decode()}


def write_json(path: Path, content: dict) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n")


def commit() -> str:
    result = subprocess.run(["git", "rev-parse", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False)
    return result.stdout.strip() or "unknown"


def write_manifest(
    folder: Path, kind: str, set_ids: tuple[str, ...], files: list[str], calibration: dict, saved: dict, parameters: int, metrics: dict
) -> None:
    sets = [row for row in DATA_SETS if row.id in set_ids]
    write_json(
        folder / "manifest.json",
        {
            "id": folder.name,
            "kind": kind,
            "version": VERSION,
            "contractVersion": CONTRACT["version"],
            "contract": CONTRACT[kind],
            "files": [
                {"path": name, "bytes": (folder / name).stat().st_size, "sha256": hashlib.sha256((folder / name).read_bytes()).hexdigest()}
                for name in files
            ],
            "calibration": calibration,
            "parameters": parameters,
            "dataSets": [{"id": row.id, "title": row.title, "source": row.source, "license": row.license} for row in sets],
            "fonts": FONT_PACKAGES,
            "handwritingFonts": len(font_rows("train")),
            "seed": saved["seed"],
            "steps": saved.get("before", 0) + saved["step"],
            "commit": commit(),
            "versions": {"python": platform.python_version(), "torch": torch.__version__, "numpy": np.__version__},
            "metrics": metrics,
        },
    )


def export_locator(cache: Path, mnist: Path) -> None:
    path = CHECKPOINT_FOLDER / "locator.pt"
    saved, model = load_checkpoint(path), load_locator(path).cpu()
    files = write_locator(model, MODELS / "locator")
    write_manifest(
        MODELS / "locator",
        "locator",
        trained_on("locator"),
        files,
        {"heatThreshold": HEAT_THRESHOLD},
        saved,
        parameter_count(model) - parameter_count(model.labels),
        {},
    )
    page = make_page(np.random.default_rng(5), load_bank(cache, mnist), 64, 96)
    with torch.no_grad():
        normalized = contrast_normalize(page.gray)
        maps, _ = model(torch.from_numpy(normalized)[None, None])
    write_json(GOLDEN / "locator.json", {"input": packed(normalized[None, ..., None]), "output": packed(maps.permute(0, 2, 3, 1).numpy())})


def export_classifier(cache: Path, mnist: Path, pages: int, script: str = "latin") -> None:
    path = CHECKPOINT_FOLDER / f"{script}.pt"
    saved, model = load_checkpoint(path), load_classifier(path).cpu()
    bank = load_bank(cache, mnist, script)
    _, validation = classifier_patches(script, cache, mnist, bank, CHECKPOINT_FOLDER / "patches", pages)
    first = {source: logits_of(model, patches) for source, patches in validation.items()}
    once, _ = calibrate(first, validation)
    logits = {
        source: with_second_looks(
            first[source], [logits_of(model, patches, zoom) for zoom in SECOND_LOOK_ZOOMS], once["temperature"], once["sureThreshold"]
        )
        for source, patches in validation.items()
    }
    calibration, metrics = calibrate(logits, validation)
    files = write_classifier(model, MODELS / script)
    write_manifest(MODELS / script, "classifier", trained_on("classifier", script), files, calibration, saved, parameter_count(model), metrics)
    rng = np.random.default_rng(6)
    page = make_page(rng, bank, 128, 192)
    while len(page.boxes) < 6:
        page = make_page(rng, bank, 128, 192)
    glyphs = np.stack([normalize_glyph(page.gray, box) for box in page.boxes[:6]] + [np.zeros((SIDE, SIDE), np.float32)])
    with torch.no_grad():
        logits = model(torch.from_numpy(glyphs)[:, None])
    write_json(GOLDEN / f"{script}.json", {"input": packed(glyphs[..., None]), "output": packed(logits.numpy())})


def write_normalization_golden() -> None:
    """Inputs and outputs of the shared preprocessing, without any data set: shapes drawn by formula."""
    yy, xx = np.mgrid[0:70, 0:90].astype(np.float64)
    ring = np.abs(np.hypot(xx - 40, (yy - 33) * 0.8) - 15) < 3
    page = np.floor(150 + 0.6 * xx + 20 * np.sin(yy / 9) - 90 * ring).clip(0, 255)
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
            "referenceHeight": REFERENCE_HEIGHT,
        },
    )
