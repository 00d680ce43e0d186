"""Exports the model of all numeral scripts: weights, calibration of each head and of the choice, golden outputs."""

import numpy as np
import torch

from ..checkpoints import load_checkpoint
from ..contract import LABEL_COUNT, MODELS, SCRIPT_ORDER, SIDE
from ..export import GOLDEN, golden_page, packed
from ..layers_model import write_scripts
from ..manifest import Exported, write_json, write_manifest
from ..normalize import normalize_glyph
from ..restore import load_shipped, scripts_layers, shipped_weights
from ..runs import Places
from .bank import load_digits
from .judge import NOT_DIGIT_THRESHOLD, VIEWS, choice_temperature, head_calibration, judged, logits_of, own_outputs
from .network import ScriptsNetwork
from .splits import sets_of_script

GOLDEN_BOXES = ((22.0, 13.0, 37.0, 42.0), (22.4, 12.7, 12.2, 41.9), (-6.0, -5.0, 30.0, 40.0), (5.5, 6.5, 3.0, 4.0), (0.0, 0.0, 90.0, 70.0))
MOST_CHOOSING, MOST_MEASURED = 300, 1000
"""Of each set at most so many."""


def load_scripts(saved: dict) -> ScriptsNetwork:
    """The averaged weights, ready to read."""
    model = ScriptsNetwork(saved["widths"])
    model.load_state_dict(saved["averaged"])
    return model.eval()


def export_scripts(places: Places) -> None:
    """Calibrates and measures the weights as they are shipped, at 8 bits."""
    saved, folder = load_checkpoint(places.checkpoint("scripts")), MODELS / "scripts"
    model = load_scripts(saved)
    files = write_scripts(model, folder)
    load_shipped(scripts_layers(model), shipped_weights(folder))
    choosing, measured = load_digits(places, "validation", MOST_CHOOSING), load_digits(places, "test", MOST_MEASURED)
    heads, logits, labels, metrics = [], [], [], {}
    for head, script in enumerate(SCRIPT_ORDER):
        digits = choosing[script]
        logits.append(torch.cat([logits_of(model, digits.images, strength) for strength in VIEWS]))
        labels.append(torch.from_numpy(np.tile(digits.labels, len(VIEWS))))
        figures = judged(model, head, measured[script])
        heads.append(
            {
                "script": script,
                "start": head * LABEL_COUNT,
                **head_calibration(own_outputs(logits[-1], head), labels[-1]),
                "testCount": figures.count,
                "testAccuracy": round(figures.accuracy, 5),
                "dataSets": sets_of_script(script, places.allowed),
            }
        )
        metrics[f"testScriptOfOneDigit:{script}"] = round(figures.told, 5)
        print(f"{script}: {figures}", flush=True)
    calibration = {"temperature": choice_temperature(logits, labels), "notDigitThreshold": NOT_DIGIT_THRESHOLD}
    write_manifest(Exported("scripts", folder, files, calibration, metrics, heads), saved, places)
    page = golden_page()
    glyphs = np.stack([normalize_glyph(page, box) for box in GOLDEN_BOXES] + [np.zeros((SIDE, SIDE), np.float32)])
    with torch.no_grad():
        output = model(torch.from_numpy(glyphs)[:, None])
    write_json(GOLDEN / "scripts.json", {"input": packed(glyphs[..., None]), "output": packed(output.numpy())})
