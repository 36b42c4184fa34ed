"""What holds answers for a while forgets them by itself, even if nobody looks at it again."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock, Timer

from workshop_helpers.guard import guarded
from workshop_helpers.pooling.rows import LIFETIME
from workshop_helpers.pooling.stopwatch import Stopwatch

_LOOK_EVERY = 60.0  # seconds: a timer stands still while a laptop is asleep


class ExpiryTimer:
    """Calls something once, half an hour after it was started, from a thread; unless it is stopped before.

    A laptop's sleep counts: what it slept through is called within a minute after it wakes, and is ``over`` at once.
    """

    def __init__(self, then: Callable[[], object]) -> None:
        self._then = then
        self._lock = Lock()
        self._begun: Stopwatch | None = None
        self._timer: Timer | None = None

    @property
    def over(self) -> bool:
        """Whether the half hour has passed, though nothing may have been called yet."""
        begun = self._begun
        return begun is not None and begun.seconds >= LIFETIME

    def start(self) -> None:
        """Begin the half hour, in place of one that runs."""
        self.stop()
        with self._lock:
            self._begun = Stopwatch()
            self._wait(self._begun)

    def stop(self) -> None:
        """Call nothing."""
        with self._lock:
            self._begun = None
            if self._timer is not None:
                self._timer.cancel()
                self._timer = None

    def _wait(self, begun: Stopwatch) -> None:
        left = max(0.0, LIFETIME - begun.seconds)
        self._timer = Timer(min(left, _LOOK_EVERY), self._look, [begun])
        self._timer.daemon = True  # the end of the kernel is not put off for it
        self._timer.start()

    def _look(self, begun: Stopwatch) -> None:
        with self._lock:
            if self._begun is not begun:  # it was stopped meanwhile
                return
            if not self.over:
                self._wait(begun)
                return
        with guarded():
            self._then()
