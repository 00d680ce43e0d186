"""Writes tfjs layers models: `model.json` and one weight shard, batch norm folded into the convolutions."""

import json
from pathlib import Path
from typing import cast

import numpy as np
import torch
from torch import nn

from .contract import LINE, PLATE_READER, SIDE
from .lines.network import ColumnBlock, LineReader
from .networks import Classifier, ConvBlock, Locator
from .plates.networks import PlateFinder, PlateReader
from .scripts.network import ScriptsNetwork


def folded(conv: nn.Conv2d, norm: nn.BatchNorm2d | None) -> tuple[np.ndarray, np.ndarray]:
    """Kernel [height, width, inputs, outputs] and bias of a convolution with its batch norm folded in."""
    weight = conv.weight.detach().double()
    bias = conv.bias.detach().double() if conv.bias is not None else torch.zeros(len(weight), dtype=torch.double)
    if norm is not None and norm.running_mean is not None and norm.running_var is not None:
        gain = norm.weight.detach().double() / torch.sqrt(norm.running_var.double() + norm.eps)
        weight = weight * gain[:, None, None, None]
        bias = (bias - norm.running_mean.double()) * gain + norm.bias.detach().double()
    return weight.permute(2, 3, 1, 0).float().numpy(), bias.float().numpy()


def stored_weight(name: str, values: np.ndarray) -> tuple[dict, bytes]:
    """A row of the weights manifest and its bytes: kernels at 8 bits between their least and greatest value, biases at 16."""
    row = {"name": name, "shape": list(values.shape), "dtype": "float32"}
    if not name.endswith("/kernel"):
        return {**row, "quantization": {"dtype": "float16", "original_dtype": "float32"}}, values.astype("<f2").tobytes()
    least = float(values.min())
    scale = (float(values.max()) - least) / 255 or 1.0
    steps = np.round((values - least) / scale).clip(0, 255).astype(np.uint8)
    return {**row, "quantization": {"dtype": "uint8", "min": least, "scale": scale, "original_dtype": "float32"}}, steps.tobytes()


class LayersModel:
    """Collects the layers of a functional Keras model in the order in which they run."""

    def __init__(self, name: str, input_shape: list[int | None]):
        self.name, self.layers, self.weights = name, [], []
        self.layers.append(
            {
                "name": "input",
                "class_name": "InputLayer",
                "inbound_nodes": [],
                "config": {"batch_input_shape": [None, *input_shape], "dtype": "float32", "sparse": False, "name": "input"},
            }
        )

    def add(self, kind: str, name: str, inputs: list[str], **config) -> str:
        nodes = [[[source, 0, 0, {}] for source in inputs]]
        self.layers.append({"name": name, "class_name": kind, "config": {"name": name, "trainable": True, **config}, "inbound_nodes": nodes})
        return name

    def conv(self, source: str, name: str, conv: nn.Conv2d, norm: nn.BatchNorm2d | None = None, activation: str = "linear") -> str:
        """PyTorch pads strided convolutions on both sides, TensorFlow's 'same' does not: those get explicit zeros."""
        strides, size = list(conv.stride), list(conv.kernel_size)
        is_padded = max(strides) == 1 and conv.padding != (0, 0)
        if max(strides) > 1:
            source = self.add("ZeroPadding2D", f"{name}_pad", [source], padding=[[size[0] // 2] * 2, [size[1] // 2] * 2], data_format="channels_last")
        kernel, bias = folded(conv, norm)
        self.weights += [(f"{name}/kernel", kernel), (f"{name}/bias", bias)]
        return self.add(
            "Conv2D",
            name,
            [source],
            filters=conv.out_channels,
            kernel_size=size,
            strides=strides,
            padding="same" if is_padded or size == [1, 1] else "valid",
            data_format="channels_last",
            dilation_rate=list(conv.dilation),
            activation=activation,
            use_bias=True,
        )

    def block(self, source: str, name: str, block: ConvBlock) -> str:
        return self.conv(source, name, block.conv, block.norm, "relu")

    def write(self, folder: Path, output: str) -> list[str]:
        """Returns the names of the files written into `folder`."""
        folder.mkdir(parents=True, exist_ok=True)
        stored = [stored_weight(name, values) for name, values in self.weights]
        (folder / "weights.bin").write_bytes(b"".join(data for _, data in stored))
        config = {"name": self.name, "layers": self.layers, "input_layers": [["input", 0, 0]], "output_layers": [[output, 0, 0]]}
        (folder / "model.json").write_text(
            json.dumps(
                {
                    "format": "layers-model",
                    "generatedBy": "python3 -m training export",
                    "convertedBy": None,
                    "modelTopology": {"class_name": "Model", "config": config, "keras_version": "2.15.0", "backend": "tensorflow"},
                    "weightsManifest": [
                        {
                            "paths": ["weights.bin"],
                            "weights": [row for row, _ in stored],
                        }
                    ],
                },
                separators=(",", ":"),
            )
            + "\n"
        )
        return ["model.json", "weights.bin"]


def write_locator(model: Locator, folder: Path) -> list[str]:
    layers = LayersModel("locator", [None, None, 1])

    def chain(source: str, name: str, blocks: nn.Sequential) -> str:
        for index, block in enumerate(blocks):
            source = layers.block(source, f"{name}_{index}", cast(ConvBlock, block))
        return source

    stem = chain("input", "stem", model.stem)
    middle = chain(stem, "middle", model.middle)
    deep = chain(middle, "deep", model.deep)

    def join(fine: str, coarse: str, name: str, reduce: nn.Conv2d, block: ConvBlock) -> str:
        reduced = layers.conv(coarse, f"{name}_reduce", reduce)
        larger = layers.add("UpSampling2D", f"{name}_enlarge", [reduced], size=[2, 2], data_format="channels_last", interpolation="nearest")
        return layers.block(layers.add("Add", f"{name}_add", [fine, larger]), f"{name}_join", block)

    middle = join(middle, deep, "to_middle", model.reduce_deep, model.join_middle)
    stem = join(stem, middle, "to_stem", model.reduce_middle, model.join_stem)
    return layers.write(folder, layers.conv(layers.block(stem, "head", model.head), "maps", model.maps))


def average_and_dense(layers: LayersModel, source: str, output: nn.Linear) -> str:
    """Logits from the mean of the last maps."""
    source = layers.add("GlobalAveragePooling2D", "average", [source], data_format="channels_last")
    layers.weights += [("logits/kernel", output.weight.detach().t().numpy()), ("logits/bias", output.bias.detach().numpy())]
    return layers.add("Dense", "logits", [source], units=output.out_features, activation="linear", use_bias=True)


def write_classifier(model: Classifier, folder: Path) -> list[str]:
    layers = LayersModel("classifier", [32, 32, 1])
    source = "input"
    for index, layer in enumerate(model.body):
        if isinstance(layer, ConvBlock):
            source = layers.block(source, f"conv_{index}", layer)
        else:
            source = layers.add(
                "MaxPooling2D", f"pool_{index}", [source], pool_size=[2, 2], strides=[2, 2], padding="valid", data_format="channels_last"
            )
    return layers.write(folder, average_and_dense(layers, source, model.output))


def write_scripts(model: ScriptsNetwork, folder: Path) -> list[str]:
    layers = LayersModel("scripts", [SIDE, SIDE, 1])
    source = layers.conv("input", "stem", model.stem.conv, model.stem.norm, "relu")
    for index, block in enumerate(model.body):
        source = layers.block(source, f"body_{index}", cast(ConvBlock, block))
    return layers.write(folder, average_and_dense(layers, source, model.output))


def write_line_reader(model: LineReader, folder: Path) -> list[str]:
    return write_columns(LayersModel("line", [LINE["height"], None, 1]), model, folder)


def write_plate_reader(model: PlateReader, folder: Path) -> list[str]:
    return write_columns(LayersModel("plate-reader", [PLATE_READER["height"], PLATE_READER["width"], 1]), model, folder)


def write_columns(layers: LayersModel, model: LineReader | PlateReader, folder: Path) -> list[str]:
    """Convolutions over the picture, then over its columns, and the outputs of each column."""
    source = "input"
    for index, block in enumerate(model.body):
        source = layers.block(source, f"body_{index}", cast(ConvBlock, block))
    source = layers.conv(source, "columns", model.columns, model.columns_norm, "relu")
    for index, block in enumerate(model.context):
        column = cast(ColumnBlock, block)
        seen = layers.conv(source, f"context_{index}", column.conv, column.norm, "relu")
        source = layers.add("Add", f"context_{index}_add", [source, seen])
    return layers.write(folder, layers.conv(source, "characters", model.output))


def write_plate_finder(model: PlateFinder, folder: Path) -> list[str]:
    layers, source = LayersModel("plate-finder", [None, None, 1]), "input"
    for index, block in enumerate(model.stem):
        source = layers.block(source, f"stem_{index}", cast(ConvBlock, block))
    stem = source
    for index, block in enumerate(model.deep):
        source = layers.block(source, f"deep_{index}", cast(ConvBlock, block))
    reduced = layers.conv(source, "reduce", model.reduce)
    larger = layers.add("UpSampling2D", "enlarge", [reduced], size=[2, 2], data_format="channels_last", interpolation="nearest")
    joined = layers.block(layers.add("Add", "add", [stem, larger]), "join", model.join)
    return layers.write(folder, layers.conv(joined, "maps", model.maps))
