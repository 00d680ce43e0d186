"""Which digits of each numeral script train, choose or measure. Decided by place in the file, so nothing measured ever trains.

Files of bare digits keep their writers together as far as is known: what is held back is the end of a file, or of each
class of a file that goes class by class (TibetanMNIST's sheets follow each other within a class).
"""

import numpy as np

from ..contract import SCRIPT_ORDER
from ..data.sets import Allowed, set_named, training_sets

MEASURED_SHARE, CHOOSING_SHARE = 0.15, 0.05
ENDS = {"madbase-arabic": (1000, 400), "hoda-persian": (3000, 600)}
"""Sets whose file goes writer by writer: how many at its end measure, and how many before those choose."""


def script_parts(set_id: str, labels: np.ndarray) -> dict[str, np.ndarray]:
    """Places by part: 'test' (measures), 'validation' (chooses), 'train'."""
    if set_id in ENDS:
        measured, choosing = ENDS[set_id]
        places = np.arange(len(labels))
        return {"test": places[-measured:], "validation": places[-measured - choosing : -measured], "train": places[: -measured - choosing]}
    parts: dict[str, list[np.ndarray]] = {"test": [], "validation": [], "train": []}
    for label in range(10):
        places = np.flatnonzero(labels == label)
        measured, choosing = round(MEASURED_SHARE * len(places)), round(CHOOSING_SHARE * len(places))
        cut = len(places) - measured
        parts["test"].append(places[cut:])
        parts["validation"].append(places[cut - choosing : cut])
        parts["train"].append(places[: cut - choosing])
    return {name: np.sort(np.concatenate(chosen)) for name, chosen in parts.items()}


LATIN_SETS = ("mnist", "usps", "bhmsds", "crohme-digits", "pendigits")
"""What shows Latin to the model of all scripts."""


def sets_of_script(script: str, allowed: Allowed = "all") -> list[str]:
    """Ids of the sets that train a script's head."""
    if script == "latin":
        return [set_id for set_id in LATIN_SETS if set_named(set_id).is_within(allowed)]
    return [row.id for row in training_sets(script, allowed)]


def sets_of_scripts(allowed: Allowed = "all") -> tuple[str, ...]:
    return tuple(set_id for script in SCRIPT_ORDER for set_id in sets_of_script(script, allowed))


def sets_of_other_scripts() -> tuple[str, ...]:
    """Ids of the sets of every script beside Latin."""
    return tuple(set_id for script in SCRIPT_ORDER if script != "latin" for set_id in sets_of_script(script))
