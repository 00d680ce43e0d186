"""`python3 -m training <step>`: data, explore, locator, classifier, mean, lines, refine, plates, evaluate, export, hands, print, fixtures."""

import argparse
import os
import sys
from pathlib import Path

from .arguments import parse_arguments, places_of, run_of_arguments, seed_of
from .data.readers import MissingData
from .runs import ClassifierRun, LineRun, LocatorRun, OtherRun, PlatesRun, RefineRun, ScriptsRun

READER_GONE = 128 + 13
"""Exit code as a shell has it of a program that SIGPIPE ended."""


def require_trained_on(arguments: argparse.Namespace, kind: str) -> None:
    from .data.fonts import require_fonts
    from .data.verify import require_sets
    from .sources import trained_on

    script = getattr(arguments, "script", "latin")
    require_sets(trained_on(kind, script, arguments.terms), arguments.cache, arguments.mnist)
    if script == "latin" and kind != "scripts":
        require_fonts()


def run_data(arguments: argparse.Namespace) -> int:
    from .data.step import prepare_data
    from .data.verify import record

    if arguments.record:
        record(arguments.record, arguments.cache, arguments.mnist)
        return 0
    return prepare_data(arguments.cache, arguments.mnist, arguments.script, arguments.offline, arguments.terms)


def run_training(arguments: argparse.Namespace) -> None:
    from .checkpoints import next_cycle
    from .classifier import make_teacher, train_classifier
    from .locator import train_locator

    require_trained_on(arguments, arguments.step)
    places, run = places_of(arguments), run_of_arguments(arguments)
    if isinstance(run, ClassifierRun) and run.is_teacher:
        make_teacher(places, run)
    if arguments.next_cycle:
        next_cycle(places.checkpoint(run.name))
    if isinstance(run, ClassifierRun):
        train_classifier(places, run)
    elif isinstance(run, LocatorRun):
        train_locator(places, run)


def require_all_terms(arguments: argparse.Namespace) -> None:
    """Raises MissingData under --terms open: letters and several marks come from sets under other terms alone."""
    if arguments.terms == "open":
        raise MissingData(f"{arguments.step} needs sets that are not under free licenses: run it without --terms open")


def run_lines(arguments: argparse.Namespace) -> None:
    from .checkpoints import next_cycle
    from .contract import MODELS
    from .lines.handwriting import load_handwriting
    from .lines.pool import render_pools
    from .lines.train import train_line_reader

    require_trained_on(arguments, "line")
    places, run = places_of(arguments), run_of_arguments(arguments)
    render_pools(places.pools, lambda: load_handwriting(places.cache, places.mnist, places.allowed))
    if arguments.next_cycle:
        next_cycle(places.checkpoint(run.name))
    if isinstance(run, LineRun):
        train_line_reader(places, run, arguments.boxes, MODELS / run.name if arguments.from_shipped else None)


def run_scripts(arguments: argparse.Namespace) -> None:
    from .checkpoints import next_cycle
    from .scripts.train import train_scripts

    require_trained_on(arguments, "scripts")
    places, run = places_of(arguments), run_of_arguments(arguments)
    if arguments.next_cycle:
        next_cycle(places.checkpoint(run.name))
    if isinstance(run, ScriptsRun):
        train_scripts(places, run)


def run_plates(arguments: argparse.Namespace) -> None:
    from .plates.fonts import require_plate_fonts
    from .plates.pools import render_pools
    from .plates.train import train_plates

    require_all_terms(arguments)
    require_trained_on(arguments, arguments.network)
    require_plate_fonts()
    places, run = places_of(arguments), run_of_arguments(arguments)
    if isinstance(run, PlatesRun):
        render_pools(places, run.network)
        train_plates(places, run)


def run_refining(arguments: argparse.Namespace) -> None:
    from .contract import MODELS
    from .lines.handwriting import load_handwriting
    from .refine import refine_classifier, refine_locator

    require_all_terms(arguments)
    require_trained_on(arguments, f"refine-{arguments.network}")
    places, run = places_of(arguments), run_of_arguments(arguments)
    hand = load_handwriting(places.cache, places.mnist)
    if isinstance(run, RefineRun) and run.network == "locator":
        refine_locator(places, run, hand, arguments.boxes, MODELS / run.name)
    elif isinstance(run, RefineRun):
        refine_classifier(places, run, hand, MODELS / run.name)


def run_export(arguments: argparse.Namespace) -> None:
    from .export import export_classifier, export_line_reader, export_locator

    places = places_of(arguments)
    if arguments.only in (None, "locator"):
        require_trained_on(arguments, "locator")
        export_locator(places)
    if arguments.only in (None, "classifier"):
        require_trained_on(arguments, "classifier")
        export_classifier(places, arguments.script)
    if arguments.only == "scripts":
        from .scripts.export import export_scripts

        require_trained_on(arguments, "scripts")
        export_scripts(places)
    if arguments.only in ("plate-finder", "plate-reader"):
        from .plates.export import export_plates

        export_plates(places, arguments.only)
    if arguments.only == "line":
        require_trained_on(arguments, "line")
        export_line_reader(places, arguments.boxes)


def run_step(arguments: argparse.Namespace) -> int:
    places = places_of(arguments)
    if arguments.step == "data":
        return run_data(arguments)
    if arguments.step in ("locator", "classifier"):
        run_training(arguments)
    if arguments.step == "lines":
        run_lines(arguments)
    if arguments.step == "scripts":
        run_scripts(arguments)
    if arguments.step == "plates":
        run_plates(arguments)
    if arguments.step == "refine":
        run_refining(arguments)
    if arguments.step == "mean":
        from .checkpoints import mean_of_cycles

        mean_of_cycles({Path(file): float(share) for file, share in arguments.cycle}, places.checkpoint(arguments.script))
    if arguments.step == "explore":
        from .explore import explore

        explore(places, arguments.limit, seed_of(arguments))
    if arguments.step == "evaluate":
        from .evaluate import evaluate

        evaluate(places, arguments.only, arguments.boxes)
    if arguments.step == "export":
        run_export(arguments)
    if arguments.step in ("hands", "print", "fixtures"):
        from .small_steps import run_small

        run_small(arguments)
    return 0


def main() -> int:
    try:
        code = run_step(parse_arguments())
        sys.stdout.flush()
        return code
    except (MissingData, OtherRun) as error:
        print(error, file=sys.stderr)
        return 2
    except BrokenPipeError:
        # Nobody reads the output any more; what is still to be flushed at the end of the program goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return READER_GONE


if __name__ == "__main__":
    sys.exit(main())
