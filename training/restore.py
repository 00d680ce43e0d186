"""Shipped weights as the start of further training: batch norm comes back from the statistics of a few pages."""

import json
from pathlib import Path

import numpy as np
import torch
from torch import nn

from .networks import ConvBlock


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


def set_conv(conv: nn.Conv2d, kernel: np.ndarray) -> None:
    conv.weight.data.copy_(torch.from_numpy(kernel.transpose(3, 2, 0, 1).copy()))


@torch.no_grad()
def restore_blocks(
    model: nn.Module, named: list[tuple[str, nn.Conv2d, nn.BatchNorm2d | None]], weights: dict[str, np.ndarray], sample: torch.Tensor
) -> None:
    """Puts folded weights back in place: each batch norm gets the mean and spread that `sample` gives it, so that the
    network computes what was shipped and its norms behave as in training. `named` in the order in which they run."""
    for name, conv, norm in named:
        set_conv(conv, weights[f"{name}/kernel"])
        if norm is None:
            conv.bias.data.copy_(torch.from_numpy(weights[f"{name}/bias"]))
    model.eval()
    for name, conv, norm in named:
        if norm is None:
            continue
        seen: list[torch.Tensor] = []
        hook = conv.register_forward_hook(lambda _module, _inputs, output: seen.append(output.detach()))
        model(sample)
        hook.remove()
        mean, variance = seen[0].mean((0, 2, 3)), seen[0].var((0, 2, 3), unbiased=False)
        norm.running_mean.copy_(mean)
        norm.running_var.copy_(variance)
        norm.weight.copy_(torch.sqrt(variance + norm.eps))
        norm.bias.copy_(mean + torch.from_numpy(weights[f"{name}/bias"]))


@torch.no_grad()
def load_shipped(named: list[tuple[str, nn.Module, nn.BatchNorm2d | None]], weights: dict[str, np.ndarray]) -> None:
    """Gives a network just the weights that were shipped; its batch norms pass on what they get, plus the bias."""
    for name, layer, norm in named:
        kernel, bias = torch.from_numpy(weights[f"{name}/kernel"]), torch.from_numpy(weights[f"{name}/bias"])
        layer.weight.copy_(kernel.t() if kernel.dim() == 2 else kernel.permute(3, 2, 0, 1))
        if norm is None:
            layer.bias.copy_(bias)
            continue
        norm.running_mean.zero_()
        norm.running_var.fill_(1 - norm.eps)
        norm.weight.fill_(1)
        norm.bias.copy_(bias)


def line_layers(model: nn.Module) -> list[tuple[str, nn.Module, nn.BatchNorm2d | None]]:
    """The line reader's convolutions under the names that `layers_model.write_line_reader` gives them."""
    body = [(f"body_{index}", block.conv, block.norm) for index, block in enumerate(model.body)]
    context = [(f"context_{index}", block.conv, block.norm) for index, block in enumerate(model.context)]
    return [*body, ("columns", model.columns, model.columns_norm), *context, ("characters", model.output, None)]


def classifier_layers(model: nn.Module) -> list[tuple[str, nn.Module, nn.BatchNorm2d | None]]:
    """The classifier's layers under the names that `layers_model.write_classifier` gives them."""
    blocks = [(f"conv_{index}", layer.conv, layer.norm) for index, layer in enumerate(model.body) if isinstance(layer, ConvBlock)]
    return [*blocks, ("logits", model.output, None)]


def locator_layers(model: nn.Module) -> list[tuple[str, nn.Conv2d, nn.BatchNorm2d | None]]:
    """The locator's convolutions under the names that `layers_model.write_locator` gives them."""

    def blocks(name: str, part: nn.Sequential) -> list:
        return [(f"{name}_{index}", block.conv, block.norm) for index, block in enumerate(part)]

    def block(name: str, part: ConvBlock) -> tuple:
        return (name, part.conv, part.norm)

    return [
        *blocks("stem", model.stem),
        *blocks("middle", model.middle),
        *blocks("deep", model.deep),
        ("to_middle_reduce", model.reduce_deep, None),
        block("to_middle_join", model.join_middle),
        ("to_stem_reduce", model.reduce_middle, None),
        block("to_stem_join", model.join_stem),
        block("head", model.head),
        ("maps", model.maps, None),
    ]
