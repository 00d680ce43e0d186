"""The two networks. Batch norm follows every convolution so that export can fold it away."""

import torch
from torch import nn

from .contract import LABEL_COUNT, LOCATOR


class ConvBlock(nn.Module):
    """3x3 convolution, batch norm, ReLU."""

    def __init__(self, inputs: int, outputs: int, stride: int | tuple[int, int] = 1):
        super().__init__()
        self.conv = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False)
        self.norm = nn.BatchNorm2d(outputs)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return torch.relu(self.norm(self.conv(x)))


class Locator(nn.Module):
    """Centers, sizes and offsets of digits on stride-4 maps ('Objects as Points', Zhou et al. 2019), a small U-shaped net.

    forward: [N, 1, H, W] -> maps [N, 5, H/4, W/4] (heat as a logit) and, for training only, the labels' logits
    [N, 10, H/4, W/4], which teach the features what a digit is.
    """

    def __init__(self):
        super().__init__()
        self.stem = nn.Sequential(ConvBlock(1, 16, 2), ConvBlock(16, 32, 2), ConvBlock(32, 32))
        self.middle = nn.Sequential(ConvBlock(32, 64, 2), ConvBlock(64, 64), ConvBlock(64, 64))
        self.deep = nn.Sequential(ConvBlock(64, 96, 2), ConvBlock(96, 96), ConvBlock(96, 96), ConvBlock(96, 96))
        self.reduce_deep = nn.Conv2d(96, 64, 1)
        self.join_middle = ConvBlock(64, 64)
        self.reduce_middle = nn.Conv2d(64, 32, 1)
        self.join_stem = ConvBlock(32, 48)
        self.head = ConvBlock(48, 48)
        self.maps = nn.Conv2d(48, len(LOCATOR["channels"]), 1)
        self.labels = nn.Conv2d(48, LABEL_COUNT, 1)
        if self.maps.bias is not None:
            nn.init.constant_(self.maps.bias[:1], -4.0)

    def features(self, x: torch.Tensor) -> torch.Tensor:
        stem = self.stem(x)
        middle = self.middle(stem)
        deep = self.deep(middle)
        middle = self.join_middle(middle + nn.functional.interpolate(self.reduce_deep(deep), scale_factor=2.0, mode="nearest"))
        stem = self.join_stem(stem + nn.functional.interpolate(self.reduce_middle(middle), scale_factor=2.0, mode="nearest"))
        return self.head(stem)

    def forward(self, x: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        features = self.features(x)
        return self.maps(features), self.labels(features)


class Classifier(nn.Module):
    """Ten digits and 'not a digit' from a normalized glyph: [N, 1, 32, 32] -> logits [N, 11]."""

    def __init__(self, widths: tuple[int, int, int] = (32, 64, 96)):
        super().__init__()
        a, b, c = widths
        self.body = nn.Sequential(
            ConvBlock(1, a),
            ConvBlock(a, a),
            nn.MaxPool2d(2),
            ConvBlock(a, b),
            ConvBlock(b, b),
            nn.MaxPool2d(2),
            ConvBlock(b, c),
            ConvBlock(c, c),
            ConvBlock(c, c),
        )
        self.dropout = nn.Dropout(0.2)
        self.output = nn.Linear(c, LABEL_COUNT + 1)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.output(self.dropout(self.body(x).mean((2, 3))))


def widened(state: dict[str, torch.Tensor], wide: Classifier, generator: torch.Generator, noise: float = 0.1) -> dict[str, torch.Tensor]:
    """The weights of a classifier spread over a wider one that begins by computing almost the same (Net2Net, Chen et al. 2016).

    Added channels repeat random ones; what reads a channel that now stands n times weighs each by 1/n; `noise` tells them apart.
    """
    answer, came_from = {}, torch.zeros(1, dtype=torch.long)
    for name, wanted in wide.state_dict().items():
        value = state[name]
        if value.dim() >= 2:
            copies = torch.bincount(came_from, minlength=value.shape[1])[came_from]
            value = value[:, came_from] / copies.view(1, -1, *[1] * (value.dim() - 2))
            extra = torch.randint(value.shape[0], (wanted.shape[0] - value.shape[0],), generator=generator)
            came_from = torch.cat([torch.arange(value.shape[0]), extra])
        answer[name] = value[came_from] if value.dim() else value.clone()
        if value.dim() >= 2:
            answer[name] *= 1 + noise * torch.randn(answer[name].shape, generator=generator)
    return answer
