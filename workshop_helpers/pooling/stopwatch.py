"""How long ago something began, also on a computer that was asleep meanwhile."""

from __future__ import annotations

import time
from collections.abc import Callable

Clock = Callable[[], float]  # seconds since whenever
CLOCKS: tuple[Clock, ...] = (time.monotonic, time.time)


class Stopwatch:
    """The seconds since it was made, by whichever clock says more.

    A monotonic clock stands still while a laptop is suspended, and a wall clock can be put back: so what must be
    over in time is over when one of them says so.

    Args:
        clocks: Both of them if left out; others for tests.
    """

    __slots__ = ("_began", "clocks")

    def __init__(self, *clocks: Clock) -> None:
        self.clocks = clocks or CLOCKS
        self._began = [clock() for clock in self.clocks]

    @property
    def seconds(self) -> float:
        """How long ago that is."""
        return max(clock() - began for clock, began in zip(self.clocks, self._began, strict=True))
