"""Bands: the numbers of people that a bar can stand for, chosen from the size of the group alone.

A bar says "0 to 4" or "5 to 9", never a count. Where bands begin decides what nobody can work out:

* *A certain yes.* Every band is at least ``narrowest`` wide, the last one too. Then ``narrowest - 2`` people who
  compare notes are never sure of somebody else's answer. Were they, everybody else gave that one answer. Then its bar
  lies in the last band, with a number to spare below; and the band of any bar at which only they are has one to spare
  above. So somebody else could as well be there.
* *A certain no.* The slack is what is left of a group when every bar holds as few people as it can: its size, less the
  largest sum of low ends, each for as many bars as one likes, that does not exceed it. It is two or more. Then one
  person finds room for their own answer and for any answer of somebody else, whatever the bars are. With a slack of
  three, so do two people who compare notes.
* *Tables that share a bar.* Where several options are each chosen or not, a skip is a skip of all: their tables share
  that bar, and so the number of people at their other two. The most that two bars of one table can hold must not be
  the least that a bar of another table holds, nor one more: it would be certain that nobody else is at the bar beside.

Of the bands that keep this, there are the most, then the most even, then those that begin the soonest.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import count, pairwise

_MOST_SEARCHED = 64  # people; up to here, the best bands are found in a moment


def band_around(number: int, people: int, narrowest: int) -> tuple[int, int]:
    """The lowest and the highest number, inclusive, of the band that ``number`` of ``people`` lies in."""
    lows = low_ends(people, narrowest)
    place = bisect_right(lows, number)
    return lows[place - 1] if place else 0, lows[place] - 1 if place < len(lows) else people


@lru_cache(maxsize=1024)
def low_ends(people: int, narrowest: int) -> Sequence[int]:
    """Where each band after the first begins; nowhere in a group that has no room for two.

    Args:
        people: The size of the group. Above 64, all bands but the last are of one width, the smallest that has the
            slack: that is as safe, but now and then there could be a few bands more.
        narrowest: The fewest numbers in a band, from 3 up.
    """
    if people < 2 * narrowest:
        return ()
    if people <= _MOST_SEARCHED:
        return _searched(people, narrowest)
    width = next(width for width in count(max(narrowest, 4)) if people % width >= 2)
    return range(width, people - narrowest + 2, width)


def _searched(people: int, narrowest: int) -> tuple[int, ...]:
    best: tuple[int, ...] = ()

    def go_on(lows: tuple[int, ...], sums: int, pairs: int) -> None:
        nonlocal best
        best = min(best, lows, key=lambda some: (-len(some), _unevenness(some, people), some))
        for low in range((lows[-1] if lows else 0) + narrowest, people - narrowest + 2):
            if len(lows) + (people + 1 - low) // narrowest < len(best):
                break
            more = (*lows, low)
            reached, doubled = _with_multiples(sums, low, people), pairs
            for other in more:
                doubled |= 1 << low + other
            if _leaves_open(more, reached, doubled, people):
                go_on(more, reached, doubled)

    go_on((), 1, 0)
    return best


# Sets of numbers are whole numbers here: bit k is set if k is in the set.


def _with_multiples(sums: int, low: int, people: int) -> int:
    """All sums, and those with a low end more, once or several times, up to the number of people."""
    while low <= people:
        sums |= sums << low
        low *= 2
    return sums & (1 << people + 1) - 1


def _leaves_open(lows: tuple[int, ...], sums: int, pairs: int, people: int) -> bool:
    """Whether the slack is two or more, and two tables that share a bar leave each other room.

    The most that two bars hold is two less than the low ends of the bands above them together.
    """
    return not sums >> people - 1 and not any(pairs >> low + 2 & 0b11 for low in lows)


def _unevenness(lows: tuple[int, ...], people: int) -> int:
    ends = (0, *lows, people + 1)
    return sum((end - start) ** 2 for start, end in pairwise(ends))
