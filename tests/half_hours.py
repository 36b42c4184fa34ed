"""Half hours that a test lets pass, in place of timers and clocks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

import pytest

from workshop_helpers.offline import expiry
from workshop_helpers.pooling import stopwatch
from workshop_helpers.pooling.rows import LIFETIME


class Stopped:
    """A timer that waits for a test to call it; ``running`` are those that were started and not cancelled."""

    running: ClassVar[list[Stopped]] = []
    now: ClassVar[float] = 0.0
    slept: ClassVar[float] = 0.0  # by the wall clock only

    def __init__(self, seconds: float, then: Callable[..., None], args: Sequence[Any] = ()) -> None:
        self.seconds = seconds
        self.then = then
        self.args = args
        self.daemon = False

    def start(self) -> None:
        self.running.append(self)

    def cancel(self) -> None:
        if self in self.running:
            self.running.remove(self)

    def call(self) -> None:
        """What a timer does when its time has come."""
        self.cancel()
        self.then(*self.args)


def stop_time(monkeypatch: pytest.MonkeyPatch) -> list[Stopped]:
    """Let time stand still; returns the timers that run."""
    monkeypatch.setattr(expiry, "Timer", Stopped)
    monkeypatch.setattr(stopwatch, "CLOCKS", (lambda: Stopped.now, lambda: Stopped.now + Stopped.slept))
    Stopped.running.clear()
    return Stopped.running


def half_an_hour_passes() -> int:
    """Let the one timer that runs, and those that it starts, come to their end; returns the seconds that it took."""
    began = Stopped.now
    while Stopped.running and Stopped.now - began < LIFETIME:
        (timer,) = Stopped.running
        Stopped.now += timer.seconds
        timer.call()
    return int(Stopped.now - began)
