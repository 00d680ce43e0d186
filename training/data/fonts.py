"""Handwriting fonts from npm's registry: the hands of some 250 type designers, each pinned by version and checksum."""

import csv
import hashlib
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from ..schedule import Progress
from .readers import MissingData, member_bytes

FOLDER = Path(".cache/fonts")
LIST = Path(__file__).parent / "fonts.csv"
"""Columns: name, version (of the package @fontsource/name), license, part, sha256 (of the font's file)."""
PARTS = ("train", "measure")
"""A family, told by its name's first word, is in one part: its members share their digits."""


def font_rows(part: str) -> list[dict[str, str]]:
    with LIST.open() as file:
        return [row for row in csv.DictReader(file) if row["part"] == part]


def font_path(name: str) -> Path:
    return FOLDER / f"{name}.woff"


def has_checksum(path: Path, sha256: str) -> bool:
    return path.exists() and hashlib.sha256(path.read_bytes()).hexdigest() == sha256


def is_whole(row: dict[str, str]) -> bool:
    return has_checksum(font_path(row["name"]), row["sha256"])


def require_fonts() -> None:
    """Raises MissingData unless every font that trains is there as recorded."""
    missing = [row["name"] for row in font_rows("train") if not is_whole(row)]
    if missing:
        raise MissingData(f"{len(missing)} handwriting fonts are missing in {FOLDER}, the first is {missing[0]}: run the step `data`")


def fetch_font(row: dict[str, str]) -> str | None:
    """Brings one font; what went wrong, or None."""
    return fetch_file(row, "400", font_path(row["name"]))


def fetch_file(row: dict[str, str], weight: str, path: Path) -> str | None:
    """Brings one file of a font's package by `npm pack`; what went wrong, or None. The row names package, version and checksum."""
    with tempfile.TemporaryDirectory() as folder:
        packed = subprocess.run(
            ["npm", "pack", "--silent", f"@fontsource/{row['name']}@{row['version']}"], cwd=folder, capture_output=True, text=True, check=False
        )
        if packed.returncode:
            return f"npm pack: {packed.stderr.strip() or packed.stdout.strip()}"
        member = f"package/files/{row['name']}-latin-{weight}-normal.woff"
        try:
            with tarfile.open(Path(folder) / packed.stdout.split()[-1]) as archive:
                data = member_bytes(archive, member)
        except (KeyError, tarfile.TarError) as error:
            return f"{member}: {error}"
    if hashlib.sha256(data).hexdigest() != row["sha256"]:
        return f"{member} is not the file of fonts.csv"
    path.write_bytes(data)
    return None


def prepare_fonts(is_offline: bool) -> bool:
    """Brings what is missing of both parts and names what stays missing; whether all that train are there."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    rows = [row for part in PARTS for row in font_rows(part)]
    progress, problems = Progress("fonts", len(rows)), {}
    for index, row in enumerate(rows):
        if not is_whole(row):
            problem = "missing" if is_offline else fetch_font(row)
            if problem:
                problems[row["name"]] = problem
        progress.show(index + 1)
    print(f"handwriting fonts: {len(rows) - len(problems)} of {len(rows)} there", flush=True)
    for name, problem in problems.items():
        print(f"  {name}: {problem}", file=sys.stderr, flush=True)
    return not any(row["name"] in problems for row in font_rows("train"))
