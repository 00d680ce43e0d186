"""Shipped weights as the start of further training: batch norm comes back from the statistics of a few pages."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import cast

import numpy as np
import torch
from torch import nn

from .lines.network import ColumnBlock, LineReader
from .networks import Classifier, ConvBlock, Locator
from .plates.networks import PlateFinder, PlateReader
from .scripts.network import ScriptsNetwork


def shipped_weights(folder: Path) -> dict[str, np.ndarray]:
    """Weights of an exported model by name, float32. `folder` holds `model.json` and its shard."""
    manifest = json.loads((folder / "model.json").read_text())["weightsManifest"][0]
    data, offset, answer = (folder / manifest["paths"][0]).read_bytes(), 0, {}
    for row in manifest["weights"]:
        count = int(np.prod(row["shape"]))
        kind = row["quantization"]["dtype"]
        dtype = {"float16": "<f2", "uint8": "u1"}[kind]
        values = np.frombuffer(data, dtype, count, offset).astype(np.float32)
        offset += count * np.dtype(dtype).itemsize
        if kind == "uint8":
            values = values * row["quantization"]["scale"] + row["quantization"]["min"]
        answer[row["name"]] = values.reshape(row["shape"])
    return answer


Layer = nn.Conv2d | nn.Linear
Named = Sequence[tuple[str, Layer, nn.BatchNorm2d | None]]
"""Layers under the names that `layers_model.py` gives them, each with the batch norm that is folded into it."""


def set_weights(layer: Layer, name: str, weights: dict[str, np.ndarray], has_bias: bool) -> None:
    kernel = torch.from_numpy(weights[f"{name}/kernel"])
    layer.weight.copy_(kernel.t() if kernel.dim() == 2 else kernel.permute(3, 2, 0, 1))
    if has_bias and layer.bias is not None:
        layer.bias.copy_(torch.from_numpy(weights[f"{name}/bias"]))


def set_norm(norm: nn.BatchNorm2d, mean: torch.Tensor, variance: torch.Tensor, gain: torch.Tensor, bias: torch.Tensor) -> None:
    if norm.running_mean is not None and norm.running_var is not None:
        norm.running_mean.copy_(mean)
        norm.running_var.copy_(variance)
    norm.weight.copy_(gain)
    norm.bias.copy_(bias)


def output_of(layer: Layer, model: nn.Module, sample: torch.Tensor) -> torch.Tensor:
    """What a layer of `model` gives for `sample`."""
    seen: list[torch.Tensor] = []
    hook = layer.register_forward_hook(lambda _module, _inputs, output: seen.append(output.detach()))
    model(sample)
    hook.remove()
    return seen[0]


@torch.no_grad()
def restore_blocks(model: nn.Module, named: Named, weights: dict[str, np.ndarray], sample: torch.Tensor) -> None:
    """Puts folded weights back in place: each batch norm gets the mean and spread that `sample` gives it, so that the
    network computes what was shipped and its norms behave as in training. `named` in the order in which they run."""
    for name, layer, norm in named:
        set_weights(layer, name, weights, norm is None)
    model.eval()
    for name, layer, norm in named:
        if norm is None:
            continue
        seen = output_of(layer, model, sample)
        mean, variance = seen.mean((0, 2, 3)), seen.var((0, 2, 3), unbiased=False)
        set_norm(norm, mean, variance, torch.sqrt(variance + norm.eps), mean + torch.from_numpy(weights[f"{name}/bias"]))


@torch.no_grad()
def load_shipped(named: Named, weights: dict[str, np.ndarray]) -> None:
    """Gives a network just the weights that were shipped; its batch norms pass on what they get, plus the bias."""
    for name, layer, norm in named:
        set_weights(layer, name, weights, norm is None)
        if norm is not None:
            bias = torch.from_numpy(weights[f"{name}/bias"])
            ones = torch.ones_like(bias)
            set_norm(norm, torch.zeros_like(bias), ones - norm.eps, ones, bias)


def chain(name: str, part: nn.Sequential) -> Named:
    """The blocks of a sequence."""
    blocks = [cast(ConvBlock | ColumnBlock, block) for block in part]
    return [(f"{name}_{index}", block.conv, block.norm) for index, block in enumerate(blocks)]


def line_layers(model: LineReader | PlateReader) -> Named:
    """As `layers_model.write_columns` names them."""
    return [
        *chain("body", model.body),
        ("columns", model.columns, model.columns_norm),
        *chain("context", model.context),
        ("characters", model.output, None),
    ]


def classifier_layers(model: Classifier) -> Named:
    """As `layers_model.write_classifier` names them."""
    blocks = [(f"conv_{index}", layer.conv, layer.norm) for index, layer in enumerate(model.body) if isinstance(layer, ConvBlock)]
    return [*blocks, ("logits", model.output, None)]


def scripts_layers(model: ScriptsNetwork) -> Named:
    """As `layers_model.write_scripts` names them."""
    return [("stem", model.stem.conv, model.stem.norm), *chain("body", model.body), ("logits", model.output, None)]


def finder_layers(model: PlateFinder) -> Named:
    """As `layers_model.write_plate_finder` names them."""
    return [
        *chain("stem", model.stem),
        *chain("deep", model.deep),
        ("reduce", model.reduce, None),
        ("join", model.join.conv, model.join.norm),
        ("maps", model.maps, None),
    ]


def locator_layers(model: Locator) -> Named:
    """As `layers_model.write_locator` names them. Its label maps are not shipped."""
    return [
        *chain("stem", model.stem),
        *chain("middle", model.middle),
        *chain("deep", model.deep),
        ("to_middle_reduce", model.reduce_deep, None),
        ("to_middle_join", model.join_middle.conv, model.join_middle.norm),
        ("to_stem_reduce", model.reduce_middle, None),
        ("to_stem_join", model.join_stem.conv, model.join_stem.norm),
        ("head", model.head.conv, model.head.norm),
        ("maps", model.maps, None),
    ]
