"""Shipped weights come back into networks, and those compute what was shipped."""

import pytest
import torch

from ..layers_model import write_classifier, write_line_reader, write_locator
from ..lines.network import LineReader
from ..networks import Classifier, Locator
from ..restore import classifier_layers, line_layers, load_shipped, locator_layers, restore_blocks, shipped_weights
from .test_layers_model import shaken

NETWORKS = [
    (Locator, write_locator, locator_layers, (2, 1, 32, 64)),
    (Classifier, write_classifier, classifier_layers, (12, 1, 32, 32)),
    (LineReader, write_line_reader, line_layers, (3, 1, 32, 80)),
]


def shipped_output(model: torch.nn.Module, x: torch.Tensor) -> torch.Tensor:
    answer = model(x)
    return answer[0] if isinstance(answer, tuple) else answer


@pytest.mark.parametrize("network, write, layers, shape", NETWORKS)
@torch.no_grad()
def test_the_shipped_weights_give_the_networks_output_back(network, write, layers, shape, tmp_path):
    torch.manual_seed(5)
    model, again = shaken(network()), network()
    write(model, tmp_path)
    load_shipped(layers(again), shipped_weights(tmp_path))
    x = torch.rand(shape)
    wanted, given = shipped_output(model, x), shipped_output(again.eval(), x)
    # Kernels are kept at 8 bits.
    assert (given - wanted).abs().max() < 0.05 * wanted.abs().max()


@pytest.mark.parametrize("network, write, layers, shape", NETWORKS)
@torch.no_grad()
def test_a_restored_network_computes_what_was_shipped_and_is_normalized_by_its_sample(network, write, layers, shape, tmp_path):
    torch.manual_seed(6)
    write(shaken(network()), tmp_path)
    shipped, restored, x = network().eval(), network(), torch.rand(shape)
    load_shipped(layers(shipped), shipped_weights(tmp_path))
    if network is Classifier:
        restored.output.load_state_dict(shipped.output.state_dict())
    restore_blocks(restored, layers(restored)[:-1] if network is Classifier else layers(restored), shipped_weights(tmp_path), x)
    wanted = shipped_output(shipped, x)
    assert (shipped_output(restored, x) - wanted).abs().max() < 1e-3 * wanted.abs().max()
    # What the sample gives after the first convolution is what its norm expects, as it is after training on such pictures.
    first, norm = layers(restored)[0][1:]
    given = first(x)
    assert (given.mean((0, 2, 3)) - norm.running_mean).abs().max() < 1e-4
