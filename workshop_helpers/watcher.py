"""The one loop that looks at something again and again in the background, and the one owner of its thread."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import partial
from random import SystemRandom
from threading import Condition, Thread
from typing import Generic, TypeVar

from workshop_helpers.guard import guarded

PARTICIPANTS_PAUSE = 2.5  # seconds between two looks of a participant's notebook
PARTICIPANTS_SPREAD = 0.2  # and by which part it is longer or shorter, so that a group does not call all at once
FACILITATORS_PAUSE = 2.0
LONGEST_PAUSE = 20.0  # while a look is in vain

_CHANCE = SystemRandom()  # its own, so that a look disturbs nobody who has seeded Python's
_Told = TypeVar("_Told")


def longer(pause: float) -> float:
    """The pause after one in vain."""
    return min(pause * 1.6, LONGEST_PAUSE)


class Watcher(Generic[_Told]):
    """Looks again and again, from a thread that it starts and ends. Safe to use from threads.

    Args:
        name: What the thread is called.
        look: Looks once and tells the subscribers. It is given the seconds since the look before, as they were
            planned, and returns those until the next one; or ``None`` if there is nothing to look at. Then the thread
            ends, and the next call of ``wake`` starts another.
        pause: Seconds until a second look.
        spread: By which part of it a pause is longer or shorter, at random.
    """

    def __init__(self, name: str, look: Callable[[float], float | None], pause: float, spread: float = 0.0) -> None:
        self._name = name
        self._look = look
        self._pause = pause
        self._spread = spread
        self._subscribers: dict[Hashable, Callable[[_Told], object]] = {}
        self._changed = Condition()  # which guards all that follows, and the subscribers
        self._due = False  # whether a look was asked for that has not begun
        self._thread: Thread | None = None

    @property
    def watched(self) -> bool:
        """Whether anybody wants to be told."""
        with self._changed:
            return bool(self._subscribers)

    def subscribe(self, who: Hashable, hear: Callable[[_Told], object]) -> None:
        """Call ``hear`` after each look, from the thread, in place of what was called for the same ``who``."""
        with self._changed:
            self._subscribers[who] = hear
            self.wake()

    def unsubscribe(self, who: Hashable) -> None:
        """Call nothing for them any more."""
        with self._changed:
            if self._subscribers.pop(who, None) is not None and not self._subscribers:
                self._due = True  # so that a thread that looked for them alone ends now
                self._changed.notify_all()

    def tell(self, told: _Told) -> None:
        """Tell every subscriber; one for whom that fails is told no more."""
        with self._changed:
            subscribers = list(self._subscribers.items())
        for who, hear in subscribers:
            if self._subscribers.get(who) is hear:  # else somebody who was told before has ended it
                with guarded(instead=partial(self.unsubscribe, who)):
                    hear(told)

    def wake(self) -> None:
        """Look now: a look begins after this call, in the thread that there is or in a new one."""
        with self._changed:
            self._due = True
            self._changed.notify_all()
            if self._thread is None:
                thread = Thread(target=self._keep_looking, name=self._name, daemon=True)
                thread.start()
                self._thread = thread

    def _keep_looking(self) -> None:
        pause: float | None = self._pause
        try:
            while self._wait(pause):
                pause = self._look_once(pause or self._pause)
        except BaseException:
            with self._changed:
                self._thread = None
            raise

    def _wait(self, pause: float | None) -> bool:
        """Wait for the next look; false if there is none, and the thread is to end."""
        with self._changed:
            if pause is None and not self._due:
                self._thread = None  # while nobody can wake it: who comes next starts another
                return False
            if pause is not None:
                self._changed.wait_for(lambda: self._due, pause * _CHANCE.uniform(1 - self._spread, 1 + self._spread))
            self._due = False  # before the look, so that whoever asks during it is not forgotten
            return True

    def _look_once(self, pause: float) -> float | None:
        with guarded():
            return self._look(pause)
        return longer(pause)
