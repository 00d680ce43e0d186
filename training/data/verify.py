"""Whether a data set in the cache is, byte for byte, the one that the figures were made with."""

import gzip
import hashlib
import json
from pathlib import Path

from .readers import MissingData
from .sets import DataSet, folder_of, set_named

CHECKSUMS = Path(__file__).with_name("checksums.json")
"""By set and file, SHA-256: of an IDX file's uncompressed bytes, of any other file, or of a folder's names and contents."""


def digest(path: Path) -> str:
    """SHA-256 of a file, or of a folder as lines of 'name sha256' in the order of the names."""
    if path.is_dir():
        listing = "".join(f"{file.relative_to(path).as_posix()} {digest(file)}\n" for file in sorted(path.rglob("*")) if file.is_file())
        return hashlib.sha256(listing.encode()).hexdigest()
    data = path.read_bytes()
    return hashlib.sha256(gzip.decompress(data) if path.suffix == ".gz" else data).hexdigest()


def stored(folder: Path, name: str) -> Path | None:
    """Where a file of a set lies; IDX files may be gzipped."""
    return next((path for path in (folder / name, folder / f"{name}.gz") if path.exists()), None)


def expected(set_id: str) -> dict[str, str]:
    return json.loads(CHECKSUMS.read_text()).get(set_id, {})


def problems(folder: Path, files: dict[str, str]) -> list[str]:
    """What is missing or differs, one sentence a file; empty when the set is whole."""
    found = []
    for name, wanted in files.items():
        path = stored(folder, name)
        if path is None:
            found.append(f"{folder / name} is missing")
        elif (actual := digest(path)) != wanted:
            found.append(f"{path} has the wrong SHA-256: {actual[:16]}... instead of {wanted[:16]}...")
    return found


def set_problems(row: DataSet, cache: Path, mnist: Path) -> list[str]:
    files = expected(row.id)
    return problems(folder_of(row, cache, mnist), files) if files else [f"checksums.json has no row for {row.id}: add one with --record {row.id}"]


def record(set_id: str, cache: Path, mnist: Path) -> None:
    """Writes a set's checksums as it lies in the cache: for a new set, once somebody has looked at it. Notes (*.md) are no data."""
    folder = folder_of(set_named(set_id), cache, mnist)
    names = sorted(path.name for path in folder.iterdir() if path.suffix != ".md") if folder.is_dir() else []
    if not names:
        raise MissingData(f"{folder} is missing or empty")
    content = json.loads(CHECKSUMS.read_text()) if CHECKSUMS.exists() else {}
    content[set_id] = {name.removesuffix(".gz"): digest(folder / name) for name in names}
    CHECKSUMS.write_text(json.dumps(dict(sorted(content.items())), indent=2) + "\n")


def require_sets(ids: tuple[str, ...], cache: Path, mnist: Path) -> None:
    """Raises MissingData, naming every set that is not whole: nothing trains on less without a word."""
    found = [problem for set_id in ids for problem in set_problems(set_named(set_id), cache, mnist)]
    if found:
        raise MissingData("\n".join([*found, "run `python3 -m training data`, or name a folder that holds the sets with --cache"]))
