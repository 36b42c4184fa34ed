"""Trading across issues: what two people's private lists of points are worth when issues are split, and when traded.

Two people share out the same number of points over the same issues, by how much each issue matters to them.
Split down the middle, every issue gives each of them half of what it is worth to them, which is half of all
their points. Traded, each issue goes to whoever gave it more points; one on which they gave the same is split.
That is the best the two can do together, because for each issue it takes the larger of two numbers (De Dreu,
2014, on trading issues of unequal importance). It need not be fair: ``Deal.values`` may lie below half for one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from workshop_helpers.errors import WorkshopError
from workshop_helpers.private import Private

Taker = Literal["first", "second", "both"]


@dataclass(frozen=True, repr=False)
class Deal(Private):
    """What a trade gives. Private: it says which issues matter more to whom.

    Attributes:
        takers: Who gets each issue; ``both`` where it is split.
        values: What the first and the second person get, in their own points.
        total: How many points each shared out.
    """

    takers: Mapping[str, Taker]
    values: tuple[Fraction, Fraction]
    total: int

    @property
    def left_on_the_table(self) -> Fraction:
        """How many points, of both together, splitting every issue gives away."""
        return self.values[0] + self.values[1] - self.total


def best_trade(first: Mapping[str, int], second: Mapping[str, int]) -> Deal:
    """The best trade between two lists of points.

    Args:
        first: Points by issue, whole and not negative.
        second: The other person's, over the same issues and with the same sum.

    Raises:
        WorkshopError: if the issues or the sums differ, or a number of points is not whole or is negative.
    """
    for points in (first, second):
        if any(type(given) is not int or given < 0 for given in points.values()):
            raise WorkshopError("Points are whole numbers from 0 up. Look through the list again.")
    total = sum(first.values())
    if first.keys() != second.keys() or total != sum(second.values()):
        raise WorkshopError("Both lists need the same issues and the same number of points. Look through them again.")
    takers: dict[str, Taker] = {}
    values = [Fraction(0), Fraction(0)]
    for issue, mine in first.items():
        theirs = second[issue]
        takers[issue] = "both" if mine == theirs else "first" if mine > theirs else "second"
        share = Fraction(1, 2) if mine == theirs else Fraction(1)
        values[0] += mine * share if mine >= theirs else 0
        values[1] += theirs * share if theirs >= mine else 0
    return Deal(takers, (values[0], values[1]), total)
