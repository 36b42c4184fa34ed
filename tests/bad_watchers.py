"""Deliberately bad watchers. Each loses a wake-up, a thread or a subscriber, or has one thread too many."""

import os
from collections.abc import Callable, Hashable
from threading import Thread
from typing import Any

from workshop_helpers.watcher import Watcher


class ForgetsWhoAsksMeanwhile(Watcher[Any]):
    """Takes what was asked for while it looked as done."""

    def _look_once(self, pause: float) -> float | None:
        following = super()._look_once(pause)
        self._due = False
        return following


class CountsOnAThreadThatEnds(Watcher[Any]):
    """Starts a thread only where the one before is dead, which may only be about to die."""

    def wake(self) -> None:
        with self._changed:
            self._due = True
            self._changed.notify_all()
        if self._thread is None or not self._thread.is_alive():
            self._thread = Thread(target=self._keep_looking, name=self._name, daemon=True)
            self._thread.start()

    def _wait(self, pause: float | None) -> bool:
        return pause is not None and super()._wait(pause)


class LooksBeforeItLocks(Watcher[Any]):
    """Starts a thread where it has seen none, and does not see that somebody else does the same."""

    def wake(self) -> None:
        self._due = True
        if self._thread is None:
            os.sched_yield()
            thread = Thread(target=self._keep_looking, name=self._name, daemon=True)
            with self._changed:
                self._thread = thread
            thread.start()
        with self._changed:
            self._changed.notify_all()


class DiesOfASubscriber(Watcher[Any]):
    """Does not expect that a page can be gone."""

    def tell(self, told: Any) -> None:
        for hear in list(self._subscribers.values()):
            hear(told)

    def _look_once(self, pause: float) -> float | None:
        return self._look(pause)


class HasOneName(Watcher[Any]):
    """Takes all pages for the same one."""

    def subscribe(self, who: Hashable, hear: Callable[[Any], object]) -> None:
        super().subscribe("the page", hear)
