"""A look at the room every few seconds, while somebody wants to know."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Event, Lock, Thread
from typing import Any, Protocol

from workshop_helpers.errors import Unreachable, WorkshopError, WrongCode

SECONDS = 2.0  # between two looks
SLOWEST = 20.0  # seconds, while the room cannot be reached

AGAIN = (
    "The room cannot be reached just now. It is tried again by itself. If it was restarted, people's notebooks send "
    "again what they added."
)
FORGOTTEN = "The server was restarted and has forgotten this room. This page makes the same room again."
ANOTHER = "The room has ended, or was started anew with another code. End it here as well, and paste the new line."


@dataclass(frozen=True)
class LedPool:
    """One pool as a facilitator may know it: how many people answered, and how many a picture needs.

    Its ``state`` is ``open``, ``revealed``, ``discarded``, or ``in-doubt``: the room lost it after its picture was
    asked for, so that somebody may have seen one.
    """

    pool: str
    state: str
    answered: int
    seats: int
    needed: int
    rehearsal: bool


# The pools, or trouble in words; and whether the room's own server has forgotten it.
News = Callable[[Sequence[LedPool], str | None, bool], None]


class Led(Protocol):
    """What is looked at."""

    @property
    def room(self) -> Any:
        """The room, if there is one, and whether it lives in the page's own server: ``own``."""

    def look(self) -> list[LedPool]:
        """How things stand; raises like ``Caller.call``."""


class Watcher:
    """Looks at a room from a thread, which ends when nobody watches or there is no room.

    Args:
        led: What is looked at.
    """

    def __init__(self, led: Led) -> None:
        self._led = led
        self._news: News | None = None
        self._lock = Lock()
        self._wake = Event()
        self._thread: Thread | None = None

    def watch(self, news: News) -> None:
        """Call ``news`` after each look, in place of what was called before."""
        self._news = news
        self.wake()

    def unwatch(self, news: News) -> None:
        """Stop calling it."""
        if self._news == news:
            self._news = None
            self._wake.set()

    def wake(self) -> None:
        """Look at once."""
        self._wake.set()
        with self._lock:
            if self._news is not None and self._thread is None:
                self._thread = Thread(target=self._keep_looking, name="workshop room, led", daemon=True)
                self._thread.start()

    def look(self, news: News, pause: float = SECONDS) -> float:
        """Look once and tell the news. Returns after how many seconds to look again."""
        told: tuple[list[LedPool], str | None, bool]
        try:
            told, pause = (self._led.look(), None, False), SECONDS
        except Unreachable:
            told, pause = ([], AGAIN, False), min(pause * 1.6, SLOWEST)
        except WrongCode:
            own = bool((room := self._led.room) and room.own)
            told, pause = ([], FORGOTTEN if own else ANOTHER, own), SLOWEST
        except WorkshopError as error:
            told, pause = ([], str(error), False), SLOWEST
        try:
            news(*told)
        except Exception:  # a page that was closed
            self.unwatch(news)
        return pause

    def _keep_looking(self) -> None:
        pause = SECONDS
        while (news := self._to_be_told()) is not None:
            self._wake.clear()
            pause = self.look(news, pause)
            self._wake.wait(pause)

    def _to_be_told(self) -> News | None:
        with self._lock:  # so that nobody who begins to watch counts on a thread that is about to end
            if self._news is None or self._led.room is None:
                self._thread = None
            return self._news if self._thread else None
