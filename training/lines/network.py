"""The line reader: convolutions over a number's picture, then over its columns, and one answer per column for CTC."""

import torch
from torch import nn

from ..networks import ConvBlock
from .alphabet import BLANK, OUTPUTS

WIDTHS = (24, 48, 48, 96, 96, 128, 128)
"""Channels of the convolutions over the picture."""
STRIDES = ((1, 1), (2, 2), (1, 1), (2, 2), (1, 1), (2, 1), (1, 1))
COLUMN_WIDTH = 160
DILATIONS = (1, 2, 4)
ROWS = 4
"""What is left of 32 rows after the strides."""


class ColumnBlock(nn.Module):
    """A convolution over five columns with a residual connection, batch norm, ReLU."""

    def __init__(self, channels: int, dilation: int):
        super().__init__()
        self.conv = nn.Conv2d(channels, channels, (1, 5), padding=(0, 2 * dilation), dilation=(1, dilation), bias=False)
        self.norm = nn.BatchNorm2d(channels)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x + torch.relu(self.norm(self.conv(x)))


class LineReader(nn.Module):
    """forward: ink [N, 1, 32, W] -> logits [N, OUTPUTS, W / 4] (connectionist temporal classification, Graves et al. 2006)."""

    def __init__(self):
        super().__init__()
        inputs, blocks = 1, []
        for width, stride in zip(WIDTHS, STRIDES, strict=True):
            blocks.append(ConvBlock(inputs, width, stride))
            inputs = width
        self.body = nn.Sequential(*blocks)
        self.columns = nn.Conv2d(inputs, COLUMN_WIDTH, (ROWS, 1), bias=False)
        self.columns_norm = nn.BatchNorm2d(COLUMN_WIDTH)
        self.context = nn.Sequential(*[ColumnBlock(COLUMN_WIDTH, dilation) for dilation in DILATIONS])
        self.dropout = nn.Dropout(0.15)
        self.output = nn.Conv2d(COLUMN_WIDTH, OUTPUTS, 1)
        if self.output.bias is not None:
            nn.init.constant_(self.output.bias[BLANK:], 2.0)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        columns = torch.relu(self.columns_norm(self.columns(self.body(x))))
        return self.output(self.dropout(self.context(columns)))[:, :, 0]
