"""Further training of shipped networks, from their weights, on numbers as people write them: marks, letters, boxes, ruled paper."""

import time
from pathlib import Path

import numpy as np
import torch

from .calibrate import calibrate, with_second_looks
from .classifier import Batches, lesson_loss, logits_of
from .contract import NOT_A_DIGIT, SECOND_LOOK_ZOOMS
from .data.readers import read_crops, read_digits, read_strings
from .data.splits import MNIST_VALIDATION, dida_parts, strip_parts
from .lines.handwriting import Handwriting
from .mining import mined_patches
from .networks import Classifier, Locator
from .patches import Patches, blocky_patches, cached, cut_patch, dida_patches, digit_patches, misses, page_patches, strip_patches
from .restore import classifier_layers, load_shipped, restore_blocks, shipped_weights
from .runs import Places
from .scenes.forms import form_page
from .schedule import Averaged, in_channels_last, one_cycle

FORM_PAGES, MINED_PAGES, DRAWN_PAGES = 2600, 1500, 2200
SHARES = {"mnist": 0.24, "strokes": 0.13, "forms": 0.24, "mined": 0.16, "pages": 0.09, "blocky": 0.04, "strips": 0.05, "dida": 0.05}
"""Of a batch, by source."""
BARE_SOURCES = ("unipen", "unipen-words", "crohme", "pendigits", "bhmsds", "usps")
BARE_COUNT = 22_000


def form_patches(seed: int, hand: Handwriting, pages: int) -> Patches:
    """Digits, marks, letters and misses of form pages."""
    rng = np.random.default_rng(seed)
    images, shares, labels = [], [], []
    for _ in range(pages):
        page = form_page(rng, hand, 128, 192)
        wrong = page.others + misses(rng, page)
        rng.shuffle(wrong)
        targets = [*zip(page.boxes, page.labels, strict=True)][:14] + [(box, NOT_A_DIGIT) for box in wrong[:5]]
        for box, label in targets:
            image, share = cut_patch(page.gray, box)
            images.append(image)
            shares.append(share)
            labels.append(label)
    return Patches(np.stack(images), np.stack(shares), np.array(labels, np.int64))


def bare_patches(seed: int, hand: Handwriting) -> Patches:
    """Bare digits of the stroke sets and of paper, each source and digit alike."""
    rng = np.random.default_rng(seed)
    images, labels = [], []
    for _ in range(BARE_COUNT):
        label = int(rng.integers(10))
        glyphs = hand.digits[str(rng.choice(BARE_SOURCES))][label]
        images.append(np.pad(glyphs[int(rng.integers(len(glyphs)))], 2))
        labels.append(label)
    return digit_patches(images, np.array(labels), "bare digits")


def sources_of_refining(places: Places, hand: Handwriting, locator: Locator) -> tuple[dict[str, Patches], dict[str, Patches]]:
    """What trains and what chooses, by source."""
    images, labels = read_digits(places.mnist, "train")
    strips = [strip for strip in read_strings(places.cache / "orand-car-a", are_corrected=True) if len(strip["boxes"] or []) == len(strip["label"])]
    crops = read_crops(places.cache / "dida", "images.tar", "labels.csv")
    by_part = strip_parts([strip["file"] for strip in strips])
    dida = dida_parts([crop["file"] for crop in crops])

    def kept(rows: list[dict], names: list[str]) -> list[dict]:
        wanted = set(names)
        return [row for row in rows if row["file"] in wanted]

    rng = np.random.default_rng(41)
    folder = places.patches / "refine"
    train = {
        "mnist": cached(folder / "mnist.npz", lambda: digit_patches(images[:-MNIST_VALIDATION], labels[:-MNIST_VALIDATION], "mnist")),
        "strokes": cached(folder / "strokes.npz", lambda: bare_patches(42, hand)),
        "forms": cached(folder / "forms.npz", lambda: form_patches(43, hand, FORM_PAGES)),
        "mined": cached(
            folder / "mined.npz", lambda: mined_patches(rng, locator, [form_page(rng, hand, 128, 192) for _ in range(MINED_PAGES)], "mined")
        ),
        "pages": cached(folder / "pages.npz", lambda: page_patches(44, hand.bank, DRAWN_PAGES, "pages")),
        "blocky": cached(
            folder / "blocky.npz", lambda: blocky_patches(45, hand.bank, images[:-MNIST_VALIDATION], labels[:-MNIST_VALIDATION], "blocky")
        ),
        "strips": cached(folder / "strips.npz", lambda: strip_patches(kept(strips, by_part["train"]), "strips")),
        "dida": cached(folder / "dida.npz", lambda: dida_patches(kept(crops, dida["train"]), "dida")),
    }
    other = np.random.default_rng(51)
    choose = {
        "mnist": digit_patches(images[-MNIST_VALIDATION:], labels[-MNIST_VALIDATION:], "mnist"),
        "strips": strip_patches(kept(strips, by_part["validation"]), "strips"),
        "dida": dida_patches(kept(crops, dida["validation"]), "dida"),
        "pages": page_patches(52, hand.bank, 260, "pages"),
        "mined": mined_patches(other, locator, [form_page(other, hand, 128, 192) for _ in range(220)], "mined"),
        "forms": form_patches(53, hand, 220),
    }
    return train, choose


def refine_classifier(
    places: Places, hand: Handwriting, locator: Locator, shipped: Path, minutes: float, peak: float
) -> tuple[Classifier, dict, dict]:
    """From the weights in `shipped`, which also teach what they know; returns the averaged network, its calibration, figures."""
    train, choose = sources_of_refining(places, hand, locator)
    batches = Batches(train, SHARES, 256, 61)
    teacher, model = Classifier().eval(), Classifier()
    load_shipped(classifier_layers(teacher), shipped_weights(shipped))
    restore_blocks(model, classifier_layers(model)[:-1], shipped_weights(shipped), torch.cat([batches.next()[0] for _ in range(4)]))
    model.output.load_state_dict(teacher.output.state_dict())
    model = in_channels_last(model)
    optimizer = torch.optim.AdamW(model.parameters(), lr=peak, weight_decay=1e-4)
    averaged, start, shown, step = Averaged(model, 0.998), time.monotonic(), 0.0, 0

    def judged(state: dict) -> str:
        judge = Classifier()
        judge.load_state_dict(state)
        return ", ".join(f"{name} {(logits_of(judge, patches).argmax(1).numpy() == patches.labels).mean():.4f}" for name, patches in choose.items())

    print("before:", judged(model.state_dict()), flush=True)
    while (time.monotonic() - start) / 60 < minutes:
        for group in optimizer.param_groups:
            group["lr"] = one_cycle(int((time.monotonic() - start) / 60 / minutes * 10_000), 10_000, peak)
        glyphs, labels = batches.next()
        glyphs = glyphs.contiguous(memory_format=torch.channels_last)
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            taught = teacher(glyphs).float()
        model.train()
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = model(glyphs)
        loss = lesson_loss(logits.float(), labels, taught)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        averaged.update(model, step)
        step += 1
        if time.monotonic() - shown > 150:
            shown = time.monotonic()
            print(f"step {step}, {(shown - start) / 60:.1f} min, loss {loss.item():.3f}: {judged(averaged.state)}", flush=True)
    model.load_state_dict(averaged.state)
    first = {source: logits_of(model, patches) for source, patches in choose.items()}
    once, _ = calibrate(first, choose)
    logits = {
        source: with_second_looks(
            first[source], [logits_of(model, patches, zoom) for zoom in SECOND_LOOK_ZOOMS], once["temperature"], once["sureThreshold"]
        )
        for source, patches in choose.items()
    }
    calibration, figures = calibrate(logits, choose)
    print(f"after {step} steps:", judged(averaged.state), calibration, flush=True)
    return model.eval(), calibration, {**figures, "refiningSteps": step}
