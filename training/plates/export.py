"""Exports the two networks for plates: weights, calibration, golden outputs."""

from dataclasses import dataclass

import numpy as np
import torch

from ..checkpoints import load_checkpoint
from ..contract import MODELS, PLATE_READER
from ..export import GOLDEN, golden_page, packed
from ..layers_model import write_plate_finder, write_plate_reader
from ..manifest import Exported, write_json, write_manifest
from ..normalize import contrast_normalize
from ..restore import finder_layers, line_layers, load_shipped, shipped_weights
from ..runs import Places, PlateNetwork
from .batches import normalized, read_looks, scene_batch
from .finder_targets import SCENE_HEIGHT, SCENE_WIDTH, STRIDE, UNIT
from .looks import HEIGHT, WIDTH, cut_out, widened
from .networks import PlateFinder, PlateReader
from .pools import look_shard, scene_shard
from .reading import exact_shares, fit_temperature

HEAT_THRESHOLD = 0.3
"""Set by hand: below it a peak is no plate."""
JUDGED_SCENES, MOST_AWAY = 500, 0.12
"""A plate counts as found where each corner is at most so many of its widths away."""
GOLDEN_CORNERS = np.array([[12.0, 14.0], [70.5, 18.0], [68.0, 47.5], [10.0, 44.0]])


@dataclass(frozen=True)
class Found:
    """Of the plates in held-back scenes the share that is found, and false finds a scene."""

    recall: float
    false_finds: float


def peaks(maps: np.ndarray) -> list[np.ndarray]:
    """The corners [4, 2] at each local maximum of the heat from the threshold on, in pixels, from maps [9, h, w]."""
    heat = 1 / (1 + np.exp(-maps[0]))
    padded = np.pad(heat, 1)
    around = np.max([padded[dy : dy + heat.shape[0], dx : dx + heat.shape[1]] for dy in range(3) for dx in range(3)], 0)
    at = np.argwhere((heat >= HEAT_THRESHOLD) & (heat == around))
    return [maps[1:, row, column].reshape(4, 2) * UNIT + (np.array([column, row]) + 0.5) * STRIDE for row, column in at]


@torch.no_grad()
def judged(model: PlateFinder, places: Places) -> Found:
    """On the scenes that never train."""
    shard = np.load(scene_shard(places.plates, 0))
    wanted = found = false = 0
    for start in range(0, JUDGED_SCENES, 50):
        part = slice(start, start + 50)
        batch = scene_batch(np.random.default_rng(0), shard["pixels"][part], shard["corners"][part], is_training=False)
        for maps, corners in zip(model(batch["page"]).numpy(), shard["corners"][part], strict=True):
            quads = [quad for quad in corners if not np.isnan(quad[0, 0])]
            whole = [quad for quad in quads if (quad > 0).all() and (quad[:, 0] < SCENE_WIDTH).all() and (quad[:, 1] < SCENE_HEIGHT).all()]
            finds = peaks(maps)
            wanted += len(whole)
            found += sum(any(is_near(find, quad) for find in finds) for quad in whole)
            false += sum(not any(np.linalg.norm(find.mean(0) - quad.mean(0)) < np.ptp(quad[:, 0]) for quad in quads) for find in finds)
    return Found(found / max(1, wanted), false / JUDGED_SCENES)


def is_near(find: np.ndarray, quad: np.ndarray) -> bool:
    return float(np.linalg.norm(find - quad, axis=1).max()) < MOST_AWAY * float(np.ptp(quad[:, 0]))


def export_plates(places: Places, network: PlateNetwork) -> None:
    """The averaged weights, calibrated and judged as they are shipped, at 8 bits."""
    saved, folder = load_checkpoint(places.checkpoint(network)), MODELS / network
    if network == "plate-finder":
        model = PlateFinder()
        model.load_state_dict(saved["averaged"])
        files = write_plate_finder(model.eval(), folder)
        load_shipped(finder_layers(model), shipped_weights(folder))
        figures = judged(model, places)
        metrics = {"validationFound": figures.recall, "validationFalseFindsAScene": figures.false_finds}
        calibration, given = {"heatThreshold": HEAT_THRESHOLD}, contrast_normalize(golden_page()[:64, :80])
    else:
        reader = PlateReader()
        reader.load_state_dict(saved["averaged"])
        files = write_plate_reader(reader.eval(), folder)
        load_shipped(line_layers(reader), shipped_weights(folder))
        pixels, labels = read_looks(look_shard(places.plates, 0))
        exact, alike = exact_shares(reader, pixels, labels)
        metrics = {"validationExact": exact, "validationExactButForAlike": alike}
        calibration, model = {"temperature": fit_temperature(reader, pixels, labels)}, reader
        given = golden_cut()
    write_manifest(Exported(network, folder, files, calibration, metrics), saved, places)
    print(network, calibration, metrics, flush=True)
    with torch.no_grad():
        output = model.eval()(torch.from_numpy(given)[None, None])
    output = output.permute(0, 2, 3, 1) if output.dim() == 4 else output.permute(0, 2, 1)[:, None]
    write_json(GOLDEN / f"{network}.json", {"input": packed(given[None, ..., None]), "output": packed(output.contiguous().numpy())})


def golden_cut() -> np.ndarray:
    """The cut of a page that is drawn by formula."""
    corners = widened(GOLDEN_CORNERS, PLATE_READER["besideShare"], PLATE_READER["aboveShare"])
    cut = cut_out(golden_page(), corners, WIDTH, HEIGHT)
    return normalized(torch.from_numpy(cut.astype(np.float32))[None, None])[0, 0].numpy()
