"""What training keeps between its steps: weights with their averages, and how far it came."""

import json
from pathlib import Path

import torch

from .data.readers import MissingData
from .networks import Classifier, Locator
from .runs import WORK
from .schedule import device

CHECKPOINT_FOLDER = WORK


def save_checkpoint(path: Path, **content) -> None:
    """Written beside and renamed, so that an interrupted run leaves the last whole one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    torch.save(content, path.with_suffix(".part"))
    path.with_suffix(".part").replace(path)


def load_checkpoint(path: Path) -> dict:
    if not path.exists():
        raise MissingData(f"{path} is missing: train first")
    return torch.load(path, map_location="cpu")


def begun_from(shipped: Path) -> dict:
    """What a checkpoint says of the trainings of the weights that it began with."""
    manifest = json.loads((shipped / "manifest.json").read_text())
    return {"before": manifest["steps"], "earlier": manifest.get("runs") or []}


def next_cycle(path: Path) -> None:
    """Makes a finished checkpoint the start of another cycle of the learning rate (Loshchilov and Hutter 2017), from its averaged weights."""
    saved = load_checkpoint(path)
    before = saved.get("before", 0) + saved["step"]
    begun = {"model": saved["averaged"], "optimizer": None, "step": 0, "spent": 0.0, "before": before}
    ended = [saved["run"]] if "run" in saved else []
    save_checkpoint(path, **{**saved, **begun, "run": None, "earlier": [*saved.get("earlier", []), *ended]})


def mean_of_cycles(shares: dict[Path, float], path: Path) -> None:
    """Writes the mean of several cycles' averaged weights (Izmailov et al. 2018) to `path`; all else is the last one's."""
    cycles = [(load_checkpoint(source)["averaged"], share / sum(shares.values())) for source, share in shares.items()]
    last = load_checkpoint([*shares][-1])
    state = {
        key: sum(weights[key] * share for weights, share in cycles) if value.is_floating_point() else value for key, value in last["averaged"].items()
    }
    save_checkpoint(path, **{**last, "model": state, "averaged": state, "optimizer": None})


def load_classifier(path: Path) -> Classifier:
    """The averaged weights, ready to read."""
    saved = load_checkpoint(path)
    model = Classifier(saved["widths"])
    model.load_state_dict(saved["averaged"])
    return model.eval().to(device())


def load_locator(path: Path) -> Locator:
    """The averaged weights, ready to read."""
    model = Locator()
    model.load_state_dict(load_checkpoint(path)["averaged"])
    return model.eval().to(device())
