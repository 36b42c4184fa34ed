"""How numbers and names are put in words, wherever feedback has some."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction


def listed(names: Iterable[str]) -> str:
    """Names in quotation marks, as a list in a sentence."""
    return with_and([f"“{name}”" for name in names])


def with_and(parts: list[str]) -> str:
    """Parts of a sentence with commas between them, and "and" before the last."""
    *others, last = parts
    return f"{', '.join(others)} and {last}" if others else last


def counted(number: int, noun: str) -> str:
    """A number of things, as in "1 point" and "2 points"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def one_decimal(mean: Fraction) -> str:
    """A mean as people read one; halves go to the even digit."""
    return f"{float(mean):.1f}"
