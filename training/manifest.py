"""The manifest of an exported model: its contract, files, calibration, and what it was trained on and told."""

import hashlib
import json
import platform
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch

from .contract import CONTRACT, ROOT
from .data.fonts import font_rows
from .data.sets import DATA_SETS
from .restore import shipped_weights
from .runs import Places, runs_of
from .scenes.glyphs import FONT_PACKAGES
from .sources import sets_behind

VERSION = "1.6.0"


def write_json(path: Path, content: dict) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n")


def commit() -> str:
    result = subprocess.run(["git", "rev-parse", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False)
    return result.stdout.strip() or "unknown"


@dataclass(frozen=True)
class Exported:
    """What the manifest says of a model besides its contract."""

    kind: str
    folder: Path
    files: list[str]
    calibration: dict[str, float]
    metrics: dict[str, float]
    heads: list[dict] = field(default_factory=list)
    """Of the model of all numeral scripts, as `ScriptHead` of `src/contract/model-manifest.ts` has them."""


def write_manifest(model: Exported, saved: dict, places: Places) -> None:
    folder, runs = model.folder, runs_of(saved)
    trained = sets_behind(runs, model.kind, model.folder.name, places.allowed)
    write_json(
        folder / "manifest.json",
        {
            "id": folder.name,
            "kind": model.kind,
            "version": VERSION,
            "contractVersion": CONTRACT["version"],
            "contract": CONTRACT[model.kind],
            "files": [
                {"path": name, "bytes": (folder / name).stat().st_size, "sha256": hashlib.sha256((folder / name).read_bytes()).hexdigest()}
                for name in model.files
            ],
            "calibration": model.calibration,
            **({"heads": model.heads} if model.heads else {}),
            "parameters": sum(weight.size for weight in shipped_weights(folder).values()),
            "dataSets": [
                {"id": row.id, "title": row.title, "source": row.source, "license": row.license, "terms": row.terms}
                for row in DATA_SETS
                if row.id in trained
            ],
            **({} if model.heads else {"fonts": FONT_PACKAGES, "handwritingFonts": len(font_rows("train"))}),
            "seed": saved["seed"],
            "steps": saved.get("before", 0) + saved["step"],
            "runs": runs,
            "commit": commit(),
            "versions": {"python": platform.python_version(), "torch": torch.__version__, "numpy": np.__version__},
            "metrics": model.metrics,
        },
    )
