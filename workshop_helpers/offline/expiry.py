"""What holds answers for a while forgets them by itself, even if nobody looks at it again."""

from __future__ import annotations

from collections.abc import Callable
from threading import Timer

from workshop_helpers.guard import guarded
from workshop_helpers.pooling.rows import LIFETIME


class ExpiryTimer:
    """Calls something once, half an hour after it was started, from a thread; unless it is stopped before."""

    def __init__(self, then: Callable[[], object]) -> None:
        self._then = then
        self._timer: Timer | None = None

    def start(self) -> None:
        """Begin the half hour, in place of one that runs."""
        self.stop()
        self._timer = Timer(LIFETIME, self._call)
        self._timer.daemon = True  # the end of the kernel is not put off for it
        self._timer.start()

    def stop(self) -> None:
        """Call nothing."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _call(self) -> None:
        with guarded():
            self._then()
