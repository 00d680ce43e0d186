"""Which of the new sets' writers, volumes and digits are kept apart: they measure, or choose, and never train."""

import hashlib

HELD_BACK_VOLUMES = ("K2697", "K2701", "K2706", "K2720", "K2731", "K2736", "K2740")
"""Of the parish registers' part 'train': these measure, as their part 'test' does. K2711 is not among them: its pages of deaths are
those of K2170, which trains, published twice."""
CHOOSING_VOLUMES = ("K2704", "K2719")
MEASURED_WRITERS, CHOOSING_WRITERS = 0.366, 0.439
"""Of UNIPEN's 89 writers of numbers those whose share is below these: 30 measure, 8 more choose."""
WRITERS_OF_MEASURED_DIGITS = {"cea/ra3198"}
"""Writers of UNIPEN's words whose single digits are pictures that measure (`test-writers.json`): their words never train."""
BHMSDS_MEASURED = 0.2
STRING_SETS = ("meza-clinic-logbooks", "mgr-danish-rowids", "mgr-danish-years", "crohme-strings-train", "unipen-strings")
"""Sets of numbers that `string_part` knows."""


def share_of(name: str) -> float:
    """A fixed number 0..1 for a name, the same on every machine."""
    return int(hashlib.sha256(name.encode()).hexdigest()[:8], 16) / 2**32


def unipen_part(writer: str) -> str:
    share = share_of(f"unipen/{writer}")
    return "test" if share < MEASURED_WRITERS or writer in WRITERS_OF_MEASURED_DIGITS else "validation" if share < CHOOSING_WRITERS else "train"


def bhmsds_part(index: int) -> str:
    return "test" if share_of(f"bhmsds/{index}") < BHMSDS_MEASURED else "train"


def register_part(row: dict[str, str]) -> str:
    """For the Danish parish registers: by volume."""
    if row["split"] == "test" or row["volume"] in HELD_BACK_VOLUMES:
        return "test"
    return "validation" if row["volume"] in CHOOSING_VOLUMES else "train"


def string_part(set_id: str, row: dict[str, str]) -> str:
    """'train', 'validation' (chooses) or 'test' (measures) for a row of `labels.csv`. Raises ValueError for an unknown set."""
    if set_id in ("mgr-danish-rowids", "mgr-danish-years"):
        return register_part(row)
    if set_id == "meza-clinic-logbooks":
        return "test" if row["split"] == "test" else "validation" if share_of(row["file"]) < 0.06 else "train"
    if set_id == "crohme-strings-train":
        return "validation" if share_of(row["writer"]) < 0.05 else "train"
    if set_id == "unipen-strings":
        return unipen_part(row["writer"])
    raise ValueError(f"no parts are known for {set_id}")
