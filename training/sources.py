"""Where the classifier's patches come from: one row a source."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from .data.readers import MissingData, read_digits
from .data.sets import Allowed, set_named, training_sets
from .lines.handwriting import HANDWRITING_SETS
from .lines.strings import BOXED_SETS, STRING_SETS
from .materials import Materials
from .mining import mined_empty, mined_pages, mined_strips
from .patches import (
    PENS_COUNT,
    STROKES_COUNT,
    Patches,
    blocky_patches,
    cached,
    cell_patches,
    dida_patches,
    digit_patches,
    page_patches,
    pens_digits,
    strip_patches,
    strokes_digits,
)
from .runs import ClassifierRun, Places, RefineRun
from .scenes.bank import bank_sets
from .scenes.glyphs import GlyphBank
from .scripts.splits import sets_of_scripts

Part = Literal["train", "validation"]
MINED_PAGES, EMPTY_PAGES = 5_000, 2_500


@dataclass(frozen=True)
class Source:
    id: str
    share: float
    """How much of each batch it gives, in proportion to the other rows'."""
    sets: tuple[str, ...]
    """The data sets that it cannot do without: where they lie and under what terms is said by their own rows."""
    read: Callable[[Materials, Part], Patches]
    validates: bool
    """Whether it has a validation part as well, which chooses checkpoint, temperature and thresholds."""
    is_mined: bool = False


def read_pages(m: Materials, part: Part) -> Patches:
    seed, count = (71, m.run.pages) if part == "train" else (72, max(200, m.run.pages // 40))
    return page_patches(seed, m.bank, count, f"pages {part}")


def read_pens(m: Materials, _: Part) -> Patches:
    if "pens" not in m.bank.digits:
        raise MissingData("the handwriting fonts are missing: run the step `data`")
    return digit_patches(*pens_digits(np.random.default_rng(81), m.bank, PENS_COUNT), "pens")


def read_mined_pages(m: Materials, part: Part) -> Patches:
    seed, count = (74, MINED_PAGES) if part == "train" else (75, MINED_PAGES // 20)
    return mined_pages(seed, m.locator, m.bank, count, f"mined pages {part}")


def read_mined_empty(m: Materials, part: Part) -> Patches:
    seed, count = (79, EMPTY_PAGES) if part == "train" else (80, EMPTY_PAGES // 10)
    return mined_empty(seed, m.locator, m.bank, count, f"mined empty pages {part}")


def read_mined_strips(m: Materials, part: Part) -> Patches:
    seed, repeats = (76, 3) if part == "train" else (77, 1)
    return mined_strips(seed, m.locator, m.strips[part], repeats, f"mined strips {part}")


LATIN = (
    Source("mnist", 0.40, ("mnist",), lambda m, part: digit_patches(*m.mnist[part], f"mnist {part}"), True),
    Source("pages", 0.08, (), read_pages, True),
    Source("blocky", 0.06, ("mnist",), lambda m, _: blocky_patches(73, m.bank, *m.mnist["train"], "blocky"), False),
    Source("strokes", 0.06, (), lambda _m, _: digit_patches(*strokes_digits(np.random.default_rng(78), STROKES_COUNT), "strokes"), False),
    Source("pens", 0.025, (), read_pens, False),
    Source("usps", 0.04, ("usps",), lambda m, _: digit_patches(*read_digits(m.places.cache / "usps"), "usps"), False),
    Source("dida", 0.06, ("dida",), lambda m, part: dida_patches(m.dida[part], f"dida {part}"), True),
    Source("strips", 0.05, ("orand-car-a",), lambda m, part: strip_patches(m.strips[part], f"strips {part}"), True),
    Source("cells", 0.01, ("sudoku-photos-dev",), lambda m, _: cell_patches(m.cells, "cells"), False),
    Source("mined-pages", 0.15, (), read_mined_pages, True, is_mined=True),
    Source("mined-empty", 0.07, (), read_mined_empty, True, is_mined=True),
    Source("mined-strips", 0.06, ("orand-car-a",), read_mined_strips, True, is_mined=True),
)


PLATE_SETS: dict[str, tuple[str, ...]] = {"plate-finder": (), "plate-reader": ("chars74k-letters", "unipen-digits", "crohme-digits")}
"""Plates and their scenes are drawn; codes by hand are written with strokes."""


def bare_digits(set_id: str) -> Source:
    return Source(set_id, 1.0, (set_id,), lambda m, part: digit_patches(*m.digits(set_id, part), f"{set_id} {part}"), True)


def sources_of(run: ClassifierRun, allowed: Allowed) -> list[Source]:
    """The rows that a run uses: for another script than Latin pages and every set that may train, alike in share."""
    if run.script != "latin":
        return [Source("pages", 1.0, (), read_pages, True), *(bare_digits(row.id) for row in training_sets(run.script, allowed))]
    within = [row for row in LATIN if all(set_named(set_id).is_within(allowed) for set_id in row.sets)]
    return [row for row in within if run.is_mined or not row.is_mined]


def trained_on(kind: str, script: str = "latin", allowed: Allowed = "all") -> tuple[str, ...]:
    """Ids of the sets that a training reads: those that its pages are written with, and its sources'. One locator serves every script.

    `kind` is that of a model's manifest, 'refine-locator' or 'refine-classifier'.
    """
    if kind == "scripts":
        return sets_of_scripts(allowed)
    if kind in PLATE_SETS:
        return PLATE_SETS[kind]
    read = {
        "locator": (),
        "line": (*HANDWRITING_SETS, *(row.id for row in STRING_SETS)),
        "refine-locator": (*HANDWRITING_SETS, *BOXED_SETS),
        "refine-classifier": HANDWRITING_SETS,
    }
    sets = read[kind] if kind in read else [set_id for source in sources_of(ClassifierRun(script), allowed) for set_id in source.sets]
    written = bank_sets("latin" if kind in read else script, allowed)
    return tuple(dict.fromkeys([*written, *(set_id for set_id in sets if set_named(set_id).is_within(allowed))]))


def sets_behind(runs: list[dict], kind: str, script: str, allowed: Allowed) -> set[str]:
    """Ids of the sets that trained an exported model. Where no run is on record, those of every training that it may have had."""
    sets = set(trained_on(kind, script, allowed))
    may_be_refined = (kind, script) in (("locator", "locator"), ("classifier", "latin"))
    if may_be_refined and (not runs or any(run["kind"] == RefineRun.kind for run in runs)):
        sets |= set(trained_on(f"refine-{kind}", allowed=allowed))
    return sets


def classifier_patches(places: Places, run: ClassifierRun, bank: GlyphBank) -> tuple[dict[str, Patches], dict[str, Patches]]:
    """By source: what trains, and what chooses. Nothing measured is among them."""
    materials = Materials(places, run, bank)
    store = places.patches if run.script == "latin" else places.patches / run.script
    sources = sources_of(run, places.allowed)

    def patches(source: Source, part: Part) -> Patches:
        name = source.id if part == "train" else f"{source.id}-{part}"
        return cached(store / f"{name}.npz", lambda: source.read(materials, part))

    train = {source.id: patches(source, "train") for source in sources}
    return train, {source.id: patches(source, "validation") for source in sources if source.validates}


def shares_of(run: ClassifierRun, allowed: Allowed) -> dict[str, float]:
    return {source.id: source.share for source in sources_of(run, allowed)}
