"""Measures the checkpoints in Python on data that never trained: the training's own view of what it reached.

The shipped figures are those of `npm run evaluate`, which runs the app's own code. Results go to
`training/results/python/`, apart from the files that the tables of docs/accuracy.md are made of.
"""

import json
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

from .checkpoints import load_checkpoint, load_classifier, load_locator
from .contract import LABEL_COUNT, NOT_A_DIGIT, ROOT
from .data.readers import read_crops, read_digits, read_strings
from .data.splits import dida_parts, strip_parts
from .lines.network import LineReader
from .lines.reading import exact_share
from .lines.strings import STRING_SETS, string_lines
from .locate import HEAT_THRESHOLD, MATCH_OVERLAP, locate, overlap
from .networks import Locator
from .normalize import Box, ink_box, normalize_glyph
from .patches import dida_box
from .runs import Places
from .schedule import Progress

RESULTS = ROOT / "training/results/python"

Glyphs = tuple[np.ndarray, np.ndarray]
"""Normalized glyphs [count, SIDE, SIDE] and their labels [count]."""


def cut_glyphs(cut: list[tuple[np.ndarray, Box, int]], title: str) -> Glyphs:
    """Exactly as serving cuts them."""
    progress, glyphs = Progress(title, len(cut)), []
    for gray, box, _ in cut:
        glyphs.append(normalize_glyph(gray, box))
        progress.show(len(glyphs))
    return np.stack(glyphs), np.array([label for _, _, label in cut])


def digit_glyphs(images: np.ndarray, labels: np.ndarray, title: str) -> Glyphs:
    return cut_glyphs([(image, ink_box(image), int(label)) for image, label in zip(images, labels, strict=True)], title)


def held_back_strips(cache: Path) -> list[dict]:
    strips = read_strings(cache / "orand-car-a")
    names = set(strip_parts([strip["file"] for strip in strips])["test"])
    return [strip for strip in strips if strip["file"] in names]


def measured_glyphs(cache: Path, mnist: Path) -> dict[str, Glyphs]:
    """What was never trained on, by the name of its result."""
    crops = read_crops(cache / "dida", "images.tar", "labels.csv")
    dida = set(dida_parts([crop["file"] for crop in crops])["test"])
    return {
        "mnist-test": digit_glyphs(*read_digits(mnist, "t10k"), "mnist test"),
        "semeion": digit_glyphs(*read_digits(cache / "semeion"), "semeion"),
        "hwd-1000": digit_glyphs(*read_digits(cache / "hwd-1000"), "hwd-1000"),
        "dida-test": cut_glyphs([(crop["image"], dida_box(crop["image"]), crop["label"]) for crop in crops if crop["file"] in dida], "dida test"),
        "orand-car-a-test": cut_glyphs(
            [
                (strip["image"], tuple(box), int(character))
                for strip in held_back_strips(cache)
                for box, character in zip(strip["boxes"], strip["label"], strict=True)
            ],
            "strips test",
        ),
    }


@torch.no_grad()
def glyph_logits(model: torch.nn.Module, glyphs: np.ndarray, batch: int = 500) -> torch.Tensor:
    place = next(model.parameters()).device
    return torch.cat(
        [model(torch.from_numpy(glyphs[start : start + batch])[:, None].to(place)).float().cpu() for start in range(0, len(glyphs), batch)]
    )


def classifier_figures(logits: torch.Tensor, labels: np.ndarray) -> dict:
    """Loss over all classes, accuracy, confusion [true digit][answer; the last column is 'not a digit'], figures a digit."""
    answers = logits.argmax(1).numpy()
    confusion = np.zeros((LABEL_COUNT, LABEL_COUNT + 1), int)
    np.add.at(confusion, (labels, answers), 1)
    right = np.diag(confusion)
    return {
        "count": len(labels),
        "loss": float(functional.cross_entropy(logits, torch.from_numpy(labels).long())),
        "accuracy": float((answers == labels).mean()),
        "accuracyAmongDigits": float((logits[:, :NOT_A_DIGIT].argmax(1).numpy() == labels).mean()),
        "precision": [float(value) for value in right / np.maximum(confusion[:, :LABEL_COUNT].sum(0), 1)],
        "recall": [float(value) for value in right / np.maximum(confusion.sum(1), 1)],
        "confusion": confusion.tolist(),
    }


def match(found: list[Box], truth: list[Box]) -> list[float]:
    """Overlaps of the pairs, best first; each box belongs to one pair at most."""
    pairs = sorted(((overlap(a, b), i, k) for i, a in enumerate(found) for k, b in enumerate(truth)), reverse=True)
    used_found, used_truth, overlaps = set(), set(), []
    for value, i, k in pairs:
        if value >= MATCH_OVERLAP and i not in used_found and k not in used_truth:
            used_found.add(i)
            used_truth.add(k)
            overlaps.append(value)
    return overlaps


def locator_figures(model: Locator, strips: list[dict]) -> dict:
    progress, overlaps, found_count, whole = Progress("strips", len(strips)), [], 0, 0
    for index, strip in enumerate(strips):
        found = locate(model, strip["image"])
        matched = match(found, strip["boxes"])
        overlaps += matched
        found_count += len(found)
        whole += len(matched) == len(found) == len(strip["boxes"])
        progress.show(index + 1)
    digits = sum(len(strip["boxes"]) for strip in strips)
    return {
        "count": len(strips),
        "digits": digits,
        "heatThreshold": HEAT_THRESHOLD,
        "matchOverlap": MATCH_OVERLAP,
        "recall": len(overlaps) / max(1, digits),
        "precision": len(overlaps) / max(1, found_count),
        "meanOverlap": float(np.mean(overlaps)) if overlaps else 0.0,
        "stripsWithoutFault": whole / max(1, len(strips)),
    }


def write_result(name: str, content: dict) -> None:
    RESULTS.mkdir(parents=True, exist_ok=True)
    (RESULTS / f"{name}.json").write_text(json.dumps(content, indent=1) + "\n")


def line_figures(places: Places, boxes: Path) -> dict:
    """The line reader alone, by set: shares of lines of the measuring part whose digits, and whose whole label, the likeliest output of
    each column spells. Digits' places are those of `boxes`, else pictures are taken whole."""
    saved, model = load_checkpoint(places.checkpoint("line")), LineReader()
    model.load_state_dict(saved["averaged"])
    sets = {}
    for row in STRING_SETS:
        lines = string_lines(row, places.cache, "test", boxes)
        if lines:
            digits, whole = exact_share(model, lines)
            sets[row.id] = {"count": len(lines), "digitsExact": digits, "exact": whole}
            print(f"line reader on {row.id}: {len(lines)} lines, digits exact {digits:.4f}", flush=True)
    return {"model": "line", "terms": places.allowed, "step": saved["step"] + saved.get("before", 0), "sets": sets}


def evaluate(places: Places, only: str | None, boxes: Path) -> None:
    """Writes one file a network: `classifier.json` by set, `locator.json` for the held-back strips, `line.json` or `line-open.json` by set."""
    if only == "line":
        write_result("line" if places.allowed == "all" else f"line-{places.allowed}", line_figures(places, boxes))
        return
    if only != "locator":
        model = load_classifier(places.checkpoint("latin"))
        figures = {
            name: classifier_figures(glyph_logits(model, glyphs), labels)
            for name, (glyphs, labels) in measured_glyphs(places.cache, places.mnist).items()
        }
        for name, row in figures.items():
            print(f"classifier on {name}: {row['count']} digits, accuracy {row['accuracy']:.4f}, loss {row['loss']:.4f}", flush=True)
        write_result("classifier", {"model": "latin", "step": load_checkpoint(places.checkpoint("latin"))["step"], "sets": figures})
    if only != "classifier":
        row = locator_figures(load_locator(places.checkpoint("locator")), held_back_strips(places.cache))
        print(f"locator on {row['count']} held-back strips: recall {row['recall']:.4f}, precision {row['precision']:.4f}", flush=True)
        write_result(
            "locator", {"model": "locator", "step": load_checkpoint(places.checkpoint("locator"))["step"], "sets": {"orand-car-a-test": row}}
        )
