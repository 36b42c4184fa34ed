"""How long ago something was, by whichever clock says more."""

import time

from workshop_helpers.pooling.stopwatch import Stopwatch


def test_a_clock_that_stands_still_does_not_stop_the_other() -> None:
    awake, wall = [5.0], [1000.0]
    began = Stopwatch(lambda: awake[0], lambda: wall[0])
    assert began.seconds == 0
    wall[0] += 1800  # a laptop that was closed
    assert began.seconds == 1800
    awake[0] += 60
    wall[0] -= 5000  # somebody puts the clock back
    assert began.seconds == 60


def test_it_looks_at_the_time_of_day_and_at_the_seconds_that_only_rise() -> None:
    assert Stopwatch().clocks == (time.monotonic, time.time)
