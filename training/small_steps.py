"""Steps of the command line that are done in a minute."""

import argparse

from .arguments import places_of, seed_of


def run_small(arguments: argparse.Namespace) -> None:
    if arguments.step == "hands":
        from .scenes import hands

        print(hands.write_hands(arguments.cache, hands.SEED if arguments.seed is None else arguments.seed))
    if arguments.step == "print":
        from .print_voice import train_print_voice

        train_print_voice(places_of(arguments), seed_of(arguments))
    if arguments.step == "fixtures":
        from .export import write_normalization_golden

        write_normalization_golden()
