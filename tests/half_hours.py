"""Half hours that a test ends, in place of timers."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar


class Stopped:
    """A timer that waits for a test to call ``then``; ``running`` are those that were started and not cancelled."""

    running: ClassVar[list[Stopped]] = []

    def __init__(self, seconds: float, then: Callable[[], None]) -> None:
        self.seconds = seconds
        self.then = then
        self.daemon = False

    def start(self) -> None:
        self.running.append(self)

    def cancel(self) -> None:
        if self in self.running:
            self.running.remove(self)
