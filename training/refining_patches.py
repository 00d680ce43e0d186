"""What refines the classifier: digits, marks and letters of form pages, bare digits of many hands, and some of what trained it before."""

import numpy as np

from .contract import NOT_A_DIGIT
from .data.readers import read_crops, read_digits, read_strings
from .data.splits import MNIST_VALIDATION, dida_parts, strip_parts
from .lines.handwriting import Handwriting
from .mining import mined_patches
from .networks import Locator
from .patches import Patches, blocky_patches, cached, cut_patch, dida_patches, digit_patches, misses, page_patches, strip_patches
from .runs import Places
from .scenes.forms import form_page

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
