"""Every group of a size, gathered by the picture that it gives: what is true of all of one picture's groups is known.

A person's *row* is the position that they take in each table of an assessment; ``rows`` are all that can be given. A
group is how many people gave each row. Those who compare notes know their own rows, the picture and its tables.
"""

from collections.abc import Callable, Sequence
from functools import cache
from itertools import combinations_with_replacement, product

import numpy as np
from numpy.typing import NDArray

Row = tuple[int, ...]
Bounds = Callable[[int, int], tuple[int, int]]  # a count and the number of people, to a band


def one_table(options: int) -> list[Row]:
    return [(option,) for option in range(options)]


def any_of(options: int, at_most: int | None = None) -> list[Row]:
    """A yes (0) or a no (1) to each option, and a skip of all of them."""
    most = options if at_most is None else at_most
    return [*(row for row in product((0, 1), repeat=options) if row.count(0) <= most), (2,) * options]


@cache
def groups_of(people: int, rows: int) -> NDArray[np.int8]:
    """Every way in which so many people can be spread over so many rows: a line each."""
    if rows == 1:
        return np.array([[people]], dtype=np.int8)
    parts = []
    for first in range(people + 1):
        rest = groups_of(people - first, rows - 1)
        parts.append(np.hstack([np.full((len(rest), 1), first, dtype=np.int8), rest]))
    return np.vstack(parts)


class Pictures:
    """All pictures that groups of one size can give, with the groups that lie behind each."""

    def __init__(self, rows: Sequence[Row], people: int, bounds: Bounds) -> None:
        low = np.array([bounds(number, people)[0] for number in range(people + 1)])
        self._rows, groups = np.array(rows), groups_of(people, len(rows))
        picture = np.zeros(len(groups), dtype=np.int64)
        for at_option in self._bars():
            picture = picture * (people + 1) + low[groups[:, at_option].sum(axis=1)]
            picture = np.unique(picture, return_inverse=True)[1]
        order = np.argsort(picture, kind="stable")
        self._groups, picture = groups[order], picture[order]
        self._starts = np.flatnonzero(np.r_[True, picture[1:] != picture[:-1]])

    def _bars(self) -> list[NDArray[np.bool_]]:
        """For each bar of each table, which rows are counted in it."""
        return [column == option for column in self._rows.T for option in range(column.max() + 1)]

    def _left(self, coalition: int) -> list[NDArray[np.bool_]]:
        """For each own rows of some who compare notes, a line for each picture: which rows somebody else can have."""
        left = []
        for own in combinations_with_replacement(range(len(self._rows)), coalition):
            others = self._groups - np.bincount(own, minlength=len(self._rows))
            can_be = np.all(others >= 0, axis=1, keepdims=True)
            pictures = np.logical_or.reduceat(can_be[:, 0], self._starts)
            left.append(np.logical_or.reduceat((others > 0) & can_be, self._starts)[pictures])
        return left

    def ruled_out(self, coalition: int) -> int:
        """How often so many people know that nobody else gave one of the rows."""
        return sum(int((~left.all(axis=1)).sum()) for left in self._left(coalition))

    def settled(self, coalition: int) -> int:
        """How often so many people know in which bar of some table everybody else is."""
        found = 0
        for left in self._left(coalition):
            for column in self._rows.T:
                bars = [left[:, column == option].any(axis=1) for option in range(column.max() + 1)]
                found += int((np.sum(bars, axis=0) == 1).sum())
        return found
