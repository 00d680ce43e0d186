"""The exported files, run by a small interpreter, against PyTorch."""

import json
from typing import TypeVar

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn import functional

from ..layers_model import folded, write_classifier, write_line_reader, write_locator
from ..lines.network import LineReader
from ..networks import Classifier, ConvBlock, Locator
from ..restore import shipped_weights

Network = TypeVar("Network", bound=nn.Module)


def shaken(model: Network) -> Network:
    """Batch norms with statistics that matter, as after training."""
    generator = torch.Generator().manual_seed(1)
    for module in model.modules():
        if isinstance(module, nn.BatchNorm2d):
            module.running_mean.copy_(torch.randn(module.num_features, generator=generator) * 0.2)
            module.running_var.copy_(torch.rand(module.num_features, generator=generator) + 0.5)
            module.weight.data.copy_(torch.rand(module.num_features, generator=generator) + 0.5)
            module.bias.data.copy_(torch.randn(module.num_features, generator=generator) * 0.2)
    return model.eval()


def run_layer(kind: str, config: dict, inputs: list[torch.Tensor], weights: dict[str, np.ndarray]) -> torch.Tensor:
    """One Keras layer on NCHW tensors."""
    x = inputs[0]
    name = config["name"]
    if kind == "ZeroPadding2D":
        (top, bottom), (left, right) = config["padding"]
        return functional.pad(x, (left, right, top, bottom))
    if kind == "Conv2D":
        kernel = torch.from_numpy(weights[f"{name}/kernel"]).permute(3, 2, 0, 1)
        spread = config["dilation_rate"]
        padding = [step * (size // 2) if config["padding"] == "same" else 0 for step, size in zip(spread, config["kernel_size"], strict=True)]
        x = functional.conv2d(x, kernel, torch.from_numpy(weights[f"{name}/bias"]), config["strides"], padding, spread)
        return torch.relu(x) if config["activation"] == "relu" else x
    if kind == "UpSampling2D":
        return functional.interpolate(x, scale_factor=2.0, mode="nearest")
    if kind == "Add":
        return inputs[0] + inputs[1]
    if kind == "MaxPooling2D":
        return functional.max_pool2d(x, 2)
    if kind == "GlobalAveragePooling2D":
        return x.mean((2, 3))
    assert kind == "Dense"
    return x @ torch.from_numpy(weights[f"{name}/kernel"]) + torch.from_numpy(weights[f"{name}/bias"])


def run_files(folder, x: torch.Tensor) -> torch.Tensor:
    model = json.loads((folder / "model.json").read_text())
    config, weights = model["modelTopology"]["config"], shipped_weights(folder)
    outputs = {config["input_layers"][0][0]: x}
    for layer in config["layers"][1:]:
        inputs = [outputs[node[0]] for node in layer["inbound_nodes"][0]]
        outputs[layer["name"]] = run_layer(layer["class_name"], layer["config"], inputs, weights)
    return outputs[config["output_layers"][0][0]]


@pytest.mark.parametrize("stride", [1, 2])
def test_folding_a_batch_norm_changes_nothing(stride):
    torch.manual_seed(0)
    block = shaken(ConvBlock(3, 5, stride))
    kernel, bias = folded(block.conv, block.norm)
    x = torch.randn(2, 3, 12, 14)
    result = functional.conv2d(x, torch.from_numpy(kernel).permute(3, 2, 0, 1), torch.from_numpy(bias), stride, 1)
    assert (torch.relu(result) - block(x)).abs().max() < 1e-4


@torch.no_grad()
def test_the_classifier_files_give_pytorchs_probabilities(tmp_path):
    torch.manual_seed(2)
    model = shaken(Classifier((4, 6, 8)))
    assert write_classifier(model, tmp_path) == ["model.json", "weights.bin"]
    x = torch.rand(6, 1, 32, 32)
    assert (torch.softmax(run_files(tmp_path, x), 1) - torch.softmax(model(x), 1)).abs().max() < 2e-3


@torch.no_grad()
def test_the_locator_files_give_pytorchs_maps_at_any_size(tmp_path):
    torch.manual_seed(3)
    model = shaken(Locator())
    write_locator(model, tmp_path)
    for height, width in ((32, 64), (96, 32)):
        x = torch.randn(1, 1, height, width)
        maps = run_files(tmp_path, x)
        assert maps.shape == (1, 5, height // 4, width // 4)
        assert (torch.sigmoid(maps[:, 0]) - torch.sigmoid(model(x)[0][:, 0])).abs().max() < 5e-3


@torch.no_grad()
def test_the_line_readers_files_give_pytorchs_logits_at_any_width(tmp_path):
    torch.manual_seed(4)
    model = shaken(LineReader())
    write_line_reader(model, tmp_path)
    for width in (48, 112):
        x = torch.rand(2, 1, 32, width)
        logits, wanted = run_files(tmp_path, x)[:, :, 0], model(x)
        assert logits.shape == wanted.shape == (2, wanted.shape[1], width // 4)
        assert (logits - wanted).abs().max() < 0.05 * wanted.abs().max()
