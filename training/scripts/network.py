"""One trunk with a head a script: ten digits each, and 'not a digit' once."""

import torch
from torch import nn

from ..contract import LABEL_COUNT, SCRIPT_ORDER
from ..networks import ConvBlock

OUTPUTS = LABEL_COUNT * len(SCRIPT_ORDER) + 1
NO_DIGIT = OUTPUTS - 1


class Stem(nn.Module):
    """5x5 convolution of stride 2, batch norm, ReLU: half the cost of two 3x3 ones at full size."""

    def __init__(self, outputs: int):
        super().__init__()
        self.conv = nn.Conv2d(1, outputs, 5, 2, 2, bias=False)
        self.norm = nn.BatchNorm2d(outputs)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return torch.relu(self.norm(self.conv(x)))


class ScriptsNetwork(nn.Module):
    """[N, 1, 32, 32] -> logits [N, OUTPUTS]: the digits of each script in the order of the contract, then 'not a digit'."""

    def __init__(self, widths: tuple[int, int, int] = (32, 48, 96)):
        super().__init__()
        a, b, c = widths
        self.stem = Stem(a)
        self.body = nn.Sequential(ConvBlock(a, b), ConvBlock(b, c, 2), ConvBlock(c, c), ConvBlock(c, c))
        self.dropout = nn.Dropout(0.1)
        self.output = nn.Linear(c, OUTPUTS)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.output(self.dropout(self.body(self.stem(x)).mean((2, 3))))
