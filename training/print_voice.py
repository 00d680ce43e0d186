"""Tells printed digits from handwritten ones: one hidden layer over glyphs of half the size, for the labels around tables.

Both kinds are cut from the same synthetic pages, so that only the digits differ; ink of cheques, church books and sudokus is
added to the handwritten ones. What is written goes to `src/contract/print-weights.json`.
"""

import json
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from .augment import augment
from .contract import SIDE
from .data.verify import require_sets
from .materials import Materials
from .patches import Patches, cell_patches, cut_patch, dida_patches, strip_patches
from .runs import ClassifierRun, Places
from .scenes.bank import load_bank
from .scenes.glyphs import GlyphBank, printed_digits
from .scenes.page import make_page
from .schedule import Progress

WEIGHTS = Path(__file__).parent.parent / "src/contract/print-weights.json"
VALIDATION_FONTS = ("lato", "liberation")
"""Families that do not train; thresholds are chosen on tables with labels in them."""
FONT_SOURCES = ("printed", "font-written", "pens")
"""Fonts that imitate a hand are neither."""
SETS = ("mnist", "usps", "orand-car-a", "dida", "sudoku-photos-dev")
STEP, HIDDEN = 2, 16
PAGES, DIGITS_A_PAGE, STRIPS = 2_500, 14, 1_500
STEPS, BATCH, PEAK, DECAY, SMOOTHING = 4_000, 192, 5e-3, 3e-2, 0.02
SHARES = {"written": 0.7, "strips": 0.1, "dida": 0.12, "cells": 0.08}
"""How much of the handwritten half of a batch each source gives."""
STRENGTH = 0.5


@dataclass(frozen=True)
class VoiceData:
    """Halved glyphs [count, inputs] of the handwritten sources and of print."""

    written: dict[str, torch.Tensor]
    printed: torch.Tensor


def voice(hidden: int = HIDDEN) -> nn.Sequential:
    return nn.Sequential(nn.Linear((SIDE // STEP) ** 2, hidden), nn.ReLU(), nn.Linear(hidden, 1))


def page_digits(bank: GlyphBank, seed: int, pages: int, title: str) -> Patches:
    rng, cut, progress = np.random.default_rng(seed), [], Progress(title, pages)
    for index in range(pages):
        page = make_page(rng, bank, 128, 192)
        cut += [(*cut_patch(page.gray, box), label) for box, label in list(zip(page.boxes, page.labels, strict=True))[:DIGITS_A_PAGE]]
        progress.show(index + 1)
    images, shares, labels = zip(*cut, strict=True)
    return Patches(np.stack(images), np.stack(shares), np.array(labels, np.int64))


def halved(patches: Patches, copies: int, strength: float, generator: torch.Generator) -> torch.Tensor:
    images, shares = torch.from_numpy(patches.images), torch.from_numpy(patches.shares)
    made = [
        functional.avg_pool2d(augment(images[at : at + 1000], shares[at : at + 1000], strength, generator), STEP).flatten(1)
        for _ in range(copies)
        for at in range(0, len(images), 1000)
    ]
    return torch.cat(made)


def voice_data(places: Places, seed: int, pages: int = PAGES) -> VoiceData:
    bank = load_bank(places.cache, places.mnist, allowed=places.allowed)
    hands = replace(bank, digits={name: digits for name, digits in bank.digits.items() if name not in FONT_SOURCES})
    print_bank = replace(bank, digits={"printed": printed_digits(VALIDATION_FONTS)})
    materials = Materials(places, ClassifierRun(), bank)
    generator = torch.Generator().manual_seed(seed)
    written = {
        "written": halved(page_digits(hands, seed, pages, "written pages"), 2, STRENGTH, generator),
        "strips": halved(strip_patches(materials.strips["train"][:STRIPS], "strips"), 1, STRENGTH, generator),
        "dida": halved(dida_patches(materials.dida["train"], "dida"), 1, STRENGTH, generator),
        "cells": halved(cell_patches(materials.cells, "cells"), 1, STRENGTH, generator),
    }
    return VoiceData(written, halved(page_digits(print_bank, seed + 1, pages, "printed pages"), 2, STRENGTH, generator))


def train_voice(data: VoiceData, seed: int, steps: int = STEPS) -> nn.Sequential:
    torch.manual_seed(seed)
    generator, network = torch.Generator().manual_seed(seed), voice()
    optimizer = torch.optim.AdamW(network.parameters(), PEAK, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, PEAK, steps)

    def some(glyphs: torch.Tensor, count: int) -> torch.Tensor:
        return glyphs[torch.randint(len(glyphs), (count,), generator=generator)]

    for _ in range(steps):
        hands = torch.cat([some(glyphs, round(BATCH * SHARES[name])) for name, glyphs in data.written.items()])
        glyphs = torch.cat([hands, some(data.printed, BATCH)])
        is_printed = torch.cat([torch.zeros(len(hands)), torch.ones(BATCH)])
        loss = functional.binary_cross_entropy_with_logits(network(glyphs)[:, 0], is_printed * (1 - SMOOTHING) + SMOOTHING / 2)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
    return network


def packed(network: nn.Sequential) -> dict:
    """Weights of a unit as signed bytes of two hexadecimal characters, times its scale."""
    first, last = (layer for layer in network if isinstance(layer, nn.Linear))

    def unit(weights: torch.Tensor, bias: float, output: float) -> dict:
        scale = float(weights.abs().max()) / 127
        levels = (weights / scale).round().int().tolist()
        ink = "".join(f"{level & 255:02x}" for level in levels)
        return {"weights": ink, "scale": float(f"{scale:.6g}"), "bias": round(bias, 5), "output": round(output, 5)}

    with torch.no_grad():
        units = zip(first.weight, first.bias, last.weight[0], strict=True)
        hidden = [unit(weights, float(bias), float(output)) for weights, bias, output in units]
        return {"hidden": hidden, "bias": round(float(last.bias[0]), 5)}


def train_print_voice(places: Places, seed: int) -> None:
    require_sets(SETS, places.cache, places.mnist)
    data = voice_data(places, seed)
    network = train_voice(data, seed)
    with torch.no_grad():
        for name, glyphs in {**data.written, "printed": data.printed}.items():
            print(f"{name}: {(network(glyphs) > 0).float().mean():.1%} of {len(glyphs)} sound printed")
    WEIGHTS.write_text(json.dumps(packed(network), indent=2) + "\n")
