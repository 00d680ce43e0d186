"""Looks at the data before anything trains on it; writes `dataset.json` and small pictures for the app's model page."""

import json
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from .contract import ROOT, SIDE
from .data.duplicates import NEAR, find_duplicates
from .data.parts import Digit, Part, latin_parts
from .data.sets import set_named
from .data.statistics import NEIGHBORS, digit_statistics, doubtful_by_classifier, doubtful_by_neighbors, mean_glyphs
from .evaluate import glyph_logits
from .networks import Classifier
from .normalize import normalize_glyph
from .restore import classifier_layers, load_shipped, shipped_weights
from .runs import Places
from .schedule import Progress

SAMPLE_ROWS = 6
GRAY_LEVELS = 16
"""Pictures keep this many gray levels: they stay small and look the same."""
SHOWN_DOUBTS = 20


def choose(digits: list[Digit], limit: int, rng: np.random.Generator) -> list[Digit]:
    chosen = rng.permutation(len(digits))[:limit]
    return [digits[index] for index in sorted(chosen)]


def glyphs_of(digits: list[Digit], title: str) -> np.ndarray:
    progress, glyphs = Progress(title, len(digits)), np.empty((len(digits), SIDE, SIDE), np.float32)
    for index, (_, gray, box, _) in enumerate(digits):
        glyphs[index] = normalize_glyph(gray, box)
        progress.show(index + 1)
    return glyphs


def save_grid(path: Path, cells: np.ndarray) -> None:
    """cells [rows, columns, side, side], 0 paper .. 1 ink, as dark ink on white."""
    rows, columns, side, _ = cells.shape
    sheet = cells.transpose(0, 2, 1, 3).reshape(rows * side, columns * side)
    levels = np.round((1 - sheet) * (GRAY_LEVELS - 1)).astype(np.uint8)
    image = Image.fromarray(levels, "P")
    image.putpalette([round(255 * level / (GRAY_LEVELS - 1)) for level in range(GRAY_LEVELS) for _ in range(3)])
    image.save(path, optimize=True, bits=4)


def save_pictures(folder: Path, set_id: str, glyphs: np.ndarray, labels: np.ndarray) -> dict:
    """A column a digit; columns of a digit that the set lacks stay empty."""
    samples = np.zeros((SAMPLE_ROWS, 10, SIDE, SIDE))
    for label in range(10):
        of_label = glyphs[labels == label][:SAMPLE_ROWS]
        samples[: len(of_label), label] = of_label
    save_grid(folder / f"samples-{set_id}.png", samples)
    save_grid(folder / f"means-{set_id}.png", mean_glyphs(glyphs, labels)[None])
    return {
        "samples": {"path": f"samples-{set_id}.png", "columns": 10, "rows": SAMPLE_ROWS, "cell": SIDE},
        "means": {"path": f"means-{set_id}.png", "columns": 10, "rows": 1, "cell": SIDE},
    }


def doubts(digits: list[Digit], glyphs: np.ndarray, labels: np.ndarray, model: torch.nn.Module | None) -> dict:
    """Labels that are probably wrong: by the neighbors among the same digits, and by the trained classifier where there is one."""

    def rows(found: list[tuple[int, int]]) -> dict:
        return {
            "count": len(found),
            "examples": [
                {"name": digits[index][0], "label": int(labels[index]), "looksLike": other if other < 10 else None}
                for index, other in found[:SHOWN_DOUBTS]
            ],
        }

    result = {"checked": len(digits), "neighbors": rows(doubtful_by_neighbors(glyphs, labels))}
    if model is not None:
        result["classifier"] = rows(doubtful_by_classifier(torch.softmax(glyph_logits(model, glyphs), 1).numpy(), labels))
    return result


def part_facts(part: Part, folder: Path, limit: int, rng: np.random.Generator, model: torch.nn.Module | None) -> dict:
    facts = {"name": part.name, "use": part.use, "pictures": len(part.labels), "classes": part.class_counts()}
    if not part.digits:
        return facts
    digits = choose(part.digits, limit, rng)
    glyphs, labels = glyphs_of(digits, part.title), np.array([label for *_, label in digits])
    facts["statistics"] = digit_statistics(digits, glyphs)
    if part.use != "measures":
        facts["doubtfulLabels"] = doubts(digits, glyphs, labels, model)
    if set_named(part.set_id).may_show and part.name in ("train", "all"):
        facts["figures"] = save_pictures(folder, part.set_id, glyphs, labels)
    return facts


def shipped_classifier(folder: Path) -> Classifier:
    model = Classifier()
    load_shipped(classifier_layers(model), shipped_weights(folder))
    return model.eval()


def explore(places: Places, limit: int, seed: int, script: str = "latin") -> Path:
    """Writes `public/models/<script>/dataset.json` and pictures; counts are of all digits, the rest of `limit` a part."""
    folder = ROOT / "public/models" / script
    folder.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(seed)
    model = shipped_classifier(folder) if (folder / "model.json").exists() else None
    parts = latin_parts(places.cache, places.mnist)
    sets: dict[str, dict] = {}
    for part in parts:
        row = set_named(part.set_id)
        entry = sets.setdefault(row.id, {"id": row.id, "title": row.title, "source": row.source, "license": row.license, "parts": []})
        entry["parts"].append(part_facts(part, folder, limit, rng, model))
    content = {
        "script": script,
        "seed": seed,
        "digitsLookedAtPerPart": limit,
        "neighbors": NEIGHBORS,
        "nearCopyDistance": NEAR,
        "sets": list(sets.values()),
        "duplicates": find_duplicates(parts),
    }
    path = folder / "dataset.json"
    path.write_text(json.dumps(content, separators=(",", ":"), ensure_ascii=False) + "\n")
    for row in content["duplicates"]:
        print(f"{row['measures']} in {row['trains']}: {row['exact']} exact, {row['near']} near copies", flush=True)
    return path
