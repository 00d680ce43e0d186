"""What people write where a number stands: the texts of synthetic lines, in the labels' characters (`alphabet.py`)."""

import numpy as np

from .alphabet import CROSSED, LETTER, STRUCK

Generator = np.random.Generator
CURRENCIES = "$€£¥₹"


def digits(rng: Generator, low: int, high: int) -> str:
    """`low` to `high` digits; now and then mostly ones, or one digit again and again."""
    count = int(rng.integers(low, high + 1))
    kind = rng.random()
    if kind < 0.12:
        return "".join(str(rng.choice(list("1111147"))) for _ in range(count))
    if kind < 0.2:
        repeated = str(rng.integers(10))
        return "".join(repeated if rng.random() < 0.7 else str(rng.integers(10)) for _ in range(count))
    return "".join(str(value) for value in rng.integers(0, 10, count))


def grouped(text: str, separator: str, is_indian: bool = False) -> str:
    head, tail = text[:-3], text[-3:]
    size = 2 if is_indian else 3
    groups = []
    while head:
        groups.insert(0, head[-size:])
        head = head[:-size]
    return separator.join([*groups, tail])


def spaced(rng: Generator) -> str:
    """Groups of digits with nothing but paper between them, which is to be read as no mark."""
    return " ".join(digits(rng, 1, 4) for _ in range(int(rng.integers(2, 5))))


def sum_of_money(rng: Generator, low: int, high: int) -> str:
    """Digits; most sums are round."""
    text = digits(rng, low, high)
    zeros = int(rng.integers(2, len(text))) if rng.random() < 0.6 else 0
    return text[: len(text) - zeros] + "0" * zeros


def amount(rng: Generator) -> str:
    kind = rng.random()
    if kind < 0.4:
        text = grouped(sum_of_money(rng, 4, 9), ",", True) + str(rng.choice(["/-", "/-", "", "/=", ".00", "-"]))
        return ("₹" if rng.random() < 0.1 else "") + text
    if kind < 0.8:
        text = grouped(sum_of_money(rng, 4, 8), ",") + str(rng.choice(["", "." + digits(rng, 2, 2), "-", "/-"]))
    else:
        text = grouped(sum_of_money(rng, 4, 7), ".") + str(rng.choice(["", "," + digits(rng, 2, 2), ",-"]))
    return (str(rng.choice(list(CURRENCIES))) if rng.random() < 0.35 else "") + text


def decimal(rng: Generator) -> str:
    point = str(rng.choice(list("....,,,·"), p=[0.15, 0.15, 0.15, 0.13, 0.13, 0.13, 0.13, 0.03]))
    sign = str(rng.choice(["", "", "", "-", "+"]))
    return sign + digits(rng, 1, 4) + point + digits(rng, 1, 3)


def date(rng: Generator) -> str:
    separator = str(rng.choice(list("//-.")))
    parts = [str(rng.integers(1, 32)), str(rng.integers(1, 13))]
    if rng.random() < 0.5:
        parts = [part.zfill(2) for part in parts]
    if rng.random() < 0.8:
        parts.append(str(rng.choice([str(rng.integers(0, 100)).zfill(2), str(rng.integers(1900, 2031))])))
    return separator.join(parts)


def phone(rng: Generator) -> str:
    kind = rng.random()
    if kind < 0.4:
        return f"({digits(rng, 3, 3)})" + ("" if rng.random() < 0.4 else digits(rng, 3, 3) + "-" + digits(rng, 4, 4))
    return "-".join([digits(rng, 3, 3), digits(rng, 3, 3), digits(rng, 4, 4)][int(rng.integers(2)) :])


def term(rng: Generator) -> str:
    kind = rng.random()
    if kind < 0.35:
        return digits(rng, 1, 3) + str(rng.choice(list("+-×=/"))) + digits(rng, 1, 3)
    if kind < 0.6:
        return digits(rng, 1, 2) + str(rng.choice(list("+×-"))) + digits(rng, 1, 2) + "=" + digits(rng, 1, 3)
    if kind < 0.8:
        return f"({digits(rng, 1, 4)})"
    return "=" + digits(rng, 1, 4)


def with_letters(rng: Generator) -> str:
    number = digits(rng, 1, 5) if rng.random() < 0.7 else decimal(rng)
    kind = rng.random()
    if kind < 0.4:
        return number + LETTER
    if kind < 0.75:
        return LETTER + number
    return LETTER + number + LETTER if kind < 0.9 else LETTER


def words(rng: Generator) -> str:
    """Letters alone: one or a few, or words of them."""
    return " ".join([LETTER] * int(rng.integers(1, 4)))


def lone_marks(rng: Generator) -> str:
    """Marks without any digit. A slash or a parenthesis by itself may be a slanted 1 and is left out."""
    return "".join(rng.choice(list("+-%=×.,:" + CURRENCIES * 2), int(rng.integers(1, 4))))


def with_crosses(rng: Generator) -> str:
    return CROSSED * int(rng.integers(1, 4)) + digits(rng, 1, 4) if rng.random() < 0.85 else CROSSED * int(rng.integers(1, 4))


def with_struck(rng: Generator) -> str:
    text = digits(rng, 1, 5)
    if rng.random() < 0.15:
        return STRUCK * len(text)
    place = int(rng.integers(len(text)))
    return text[:place] + STRUCK + text[place:]


PATTERNS = (
    (30, lambda rng: digits(rng, 1, 8)),
    (5, lambda rng: digits(rng, 9, 16)),
    (9, spaced),
    (5, lambda rng: digits(rng, 1, 2)),
    (12, decimal),
    (15, amount),
    (9, date),
    (4, lambda rng: digits(rng, 1, 3) + "/" + digits(rng, 1, 3)),
    (3, lambda rng: f"{rng.integers(0, 24)}:{str(rng.integers(0, 60)).zfill(2)}"),
    (4, lambda rng: (digits(rng, 1, 3) if rng.random() < 0.6 else decimal(rng)) + "%"),
    (4, phone),
    (5, term),
    (5, lambda rng: str(rng.choice(list("-+-"))) + digits(rng, 1, 4)),
    (11, with_letters),
    (5, with_crosses),
    (4, with_struck),
    (8, words),
    (4, lone_marks),
    (3, lambda rng: ""),
)
SHARES = np.array([share for share, _ in PATTERNS], float)


def number_text(rng: Generator) -> str:
    return PATTERNS[int(rng.choice(len(PATTERNS), p=SHARES / SHARES.sum()))][1](rng)
