"""The two networks for plates. Batch norm follows every convolution so that export can fold it away."""

import torch
from torch import nn

from ..contract import PLATE_FINDER, PLATE_READER
from ..lines.network import ColumnBlock
from ..networks import ConvBlock

BLANK = len(PLATE_READER["characters"])
OUTPUTS = BLANK + 1


class PlateFinder(nn.Module):
    """Middles and corners of plates on stride-8 maps ('Objects as Points', Zhou et al. 2019): [N, 1, H, W] -> [N, 9, H/8, W/8]."""

    def __init__(self):
        super().__init__()
        self.stem = nn.Sequential(ConvBlock(1, 12, 2), ConvBlock(12, 24, 2), ConvBlock(24, 40, 2), ConvBlock(40, 40))
        self.deep = nn.Sequential(ConvBlock(40, 56, 2), ConvBlock(56, 56), ConvBlock(56, 56))
        self.reduce = nn.Conv2d(56, 40, 1)
        self.join = ConvBlock(40, 40)
        self.maps = nn.Conv2d(40, len(PLATE_FINDER["channels"]), 1)
        if self.maps.bias is not None:
            nn.init.constant_(self.maps.bias[:1], -4.0)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        stem = self.stem(x)
        deep = nn.functional.interpolate(self.reduce(self.deep(stem)), scale_factor=2.0, mode="nearest")
        return self.maps(self.join(stem + deep))


class PlateReader(nn.Module):
    """forward: [N, 1, 40, 160] -> logits [N, OUTPUTS, 40] for connectionist temporal classification (Graves et al. 2006)."""

    WIDTHS = (16, 40, 40, 80, 80, 112, 112)
    STRIDES = ((1, 1), (2, 2), (1, 1), (2, 2), (1, 1), (2, 1), (1, 1))
    COLUMNS = 128

    def __init__(self):
        super().__init__()
        inputs, blocks = 1, []
        for width, stride in zip(self.WIDTHS, self.STRIDES, strict=True):
            blocks.append(ConvBlock(inputs, width, stride))
            inputs = width
        self.body = nn.Sequential(*blocks)
        self.columns = nn.Conv2d(inputs, self.COLUMNS, (PLATE_READER["height"] // 8, 1), bias=False)
        self.columns_norm = nn.BatchNorm2d(self.COLUMNS)
        self.context = nn.Sequential(*[ColumnBlock(self.COLUMNS, dilation) for dilation in (1, 2)])
        self.dropout = nn.Dropout(0.1)
        self.output = nn.Conv2d(self.COLUMNS, OUTPUTS, 1)
        if self.output.bias is not None:
            nn.init.constant_(self.output.bias[BLANK:], 2.0)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        columns = torch.relu(self.columns_norm(self.columns(self.body(x))))
        return self.output(self.dropout(self.context(columns)))[:, :, 0]
