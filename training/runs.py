"""What a training is told: one object a run, saved in the checkpoint and in the model's manifest."""

from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import ClassVar, Literal

from .data.sets import Allowed

SEED = 2026
WORK = Path(".cache/training")
LONGER = frozenset({"steps", "minutes", "peak", "workers", "threads"})
"""What may change while a run goes on from its checkpoint: how long it lasts, and what follows from that."""


class OtherRun(Exception):
    """A checkpoint was begun with other settings; the message names them."""


@dataclass(frozen=True)
class Places:
    """Where a run reads and writes. What trains under open terms alone has checkpoints and patches of its own."""

    cache: Path
    mnist: Path
    allowed: Allowed = "all"
    work: Path = WORK

    @property
    def checkpoints(self) -> Path:
        return self.work / "open" if self.allowed == "open" else self.work

    @property
    def patches(self) -> Path:
        return self.checkpoints / "patches"

    @property
    def pools(self) -> Path:
        """Synthetic lines."""
        return self.checkpoints / "lines"

    @property
    def plates(self) -> Path:
        """Synthetic plates, and scenes with them."""
        return self.checkpoints / "plates"

    def checkpoint(self, name: str) -> Path:
        return self.checkpoints / f"{name}.pt"


@dataclass(frozen=True)
class LocatorRun:
    steps: int = 12_500
    batch: int = 32
    """Pages a step."""
    workers: int = 1
    peak: float = 2e-3
    """Highest learning rate."""
    seed: int = SEED

    kind: ClassVar[str] = "locator"
    name: ClassVar[str] = "locator"
    script: ClassVar[str] = "latin"


@dataclass(frozen=True)
class ClassifierRun:
    script: str = "latin"
    steps: int = 7000
    batch: int = 256
    pages: int = 24_000
    """Synthetic pages to cut digits from."""
    peak: float = 3e-3
    """Highest learning rate."""
    seed: int = SEED
    widths: tuple[int, int, int] = (32, 64, 96)
    """Channels of the three stages."""
    is_mined: bool = True
    """Whether what the trained locator finds on training pages trains as well: for Latin alone, whose locator it is."""
    is_teacher: bool = False
    """Whether this is the larger network that begins as the classifier."""
    is_taught: bool = False
    """Whether the teacher's answers train as well."""

    kind: ClassVar[str] = "classifier"

    @property
    def name(self) -> str:
        return f"{self.script}-teacher" if self.is_teacher else self.script


@dataclass(frozen=True)
class LineRun:
    minutes: float = 90.0
    """Of the clock, all sittings together."""
    peak: float = 2.5e-3
    """Highest learning rate."""
    threads: int = 2
    seed: int = SEED

    kind: ClassVar[str] = "line"
    name: ClassVar[str] = "line"
    script: ClassVar[str] = "latin"


@dataclass(frozen=True)
class ScriptsRun:
    """The model of all numeral scripts."""

    minutes: float = 60.0
    """Of the clock, all sittings together."""
    batch: int = 128
    peak: float = 2.5e-3
    """Highest learning rate."""
    threads: int = 1
    seed: int = SEED
    widths: tuple[int, int, int] = (32, 48, 96)
    """Channels of the three stages."""

    kind: ClassVar[str] = "scripts"
    name: ClassVar[str] = "scripts"
    script: ClassVar[str] = "all"


Refined = Literal["locator", "classifier"]


@dataclass(frozen=True)
class RefineRun:
    """Further training of a shipped network, from its exported weights, never from a checkpoint."""

    network: Refined
    minutes: float = 15.0
    """Of the clock."""
    peak: float = 1e-3
    """Highest learning rate."""
    seed: int = SEED

    kind: ClassVar[str] = "refine"
    script: ClassVar[str] = "latin"

    @property
    def name(self) -> str:
        """Of the checkpoint, and of the folder of the shipped weights."""
        return "locator" if self.network == "locator" else self.script


PlateNetwork = Literal["plate-finder", "plate-reader"]


@dataclass(frozen=True)
class PlatesRun:
    """One of the two networks for number plates and codes with letters."""

    network: PlateNetwork
    minutes: float = 60.0
    peak: float = 3e-3
    threads: int = 1
    seed: int = SEED

    kind: ClassVar[str] = "plates"
    script: ClassVar[str] = "latin"

    @property
    def name(self) -> str:
        return self.network


Run = LocatorRun | ClassifierRun | LineRun | RefineRun | ScriptsRun | PlatesRun


def runs_of(saved: dict) -> list[dict]:
    """What each cycle of a checkpoint was told, as far as it is on record."""
    return [run for run in (*saved.get("earlier", []), saved.get("run")) if run and "kind" in run]


def run_of(saved: dict, script: str) -> ClassifierRun:
    """The run that a classifier's checkpoint was trained with, or the usual one where it is not on record."""
    told = next((run for run in reversed(runs_of(saved)) if run["kind"] == ClassifierRun.kind), {})
    known = {item.name: told[item.name] for item in fields(ClassifierRun) if item.name in told}
    return ClassifierRun(**{"script": script, **known})


def recorded(run: Run, places: Places) -> dict:
    """The run as checkpoint and manifest keep it."""
    return {"kind": run.kind, "terms": places.allowed, **asdict(run)}


def require_same(run: Run, places: Places, saved: dict) -> None:
    """Raises OtherRun when `run` cannot go on from the checkpoint `saved` as if it had never stopped."""
    before = saved.get("run")
    if not before or not saved["step"]:
        return
    given = recorded(run, places)
    changed = [f"{key} {before.get(key)}, now {given[key]}" for key in given if key not in LONGER and _plain(before.get(key)) != _plain(given[key])]
    if changed:
        raise OtherRun(f"{places.checkpoint(run.name)} was begun with {'; '.join(changed)}: use --next-cycle, or remove it")


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value
