"""Where rooms and their pools' rows lie: in one process's memory here, in Redis where many collectors share them."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import RLock
from typing import Protocol

from workshop_helpers.pooling.pool import pool_name
from workshop_helpers.pooling.rows import MemoryRows, PoolRows
from workshop_helpers.pooling.stopwatch import Clock, Stopwatch
from workshop_helpers.private import Private
from workshop_helpers.room.protocol.codes import new_number

LONGEST_ROOM = 12 * 3600.0  # seconds; a room that nobody ends is forgotten
MOST_ROOMS = 50  # in one process


@dataclass(frozen=True)
class Opening:
    """One pool of a room: what is asked, by which policy, and a number that tells one opening from every other.

    A collector makes the number itself, a fresh one each time, so that under one number there is one picture, whatever
    is killed and started again. ``call`` is the word of the call that opened it: made again, it changes nothing.
    """

    assessment: str
    occasion: str | None
    policy: str
    number: str
    call: str = ""

    @property
    def name(self) -> str:
        """What the pool is called within its room."""
        return pool_name(self.assessment, self.occasion)


@dataclass(frozen=True)
class Record:
    """What is known of a room: fingerprints of its code and key, its seats, its openings, the latest one last.

    No answers.
    """

    code: str
    key: str
    seats: int
    openings: tuple[Opening, ...] = ()

    def opening(self, name: str) -> Opening | None:
        """The opening of that name."""
        return next((opening for opening in self.openings if opening.name == name), None)


class Store(Protocol):
    """Keeps rooms and their pools' rows.

    Every method may be called from several threads or processes at once, and is then done as a whole, one after the
    other. None writes what it did not change, so nobody's change is lost under somebody else's.
    """

    @property
    def life(self) -> str:
        """Another word after everything in it was lost, so that notebooks notice and send again."""

    def create(self, record: Record) -> None:
        """Keep a new room. Does nothing if there is one with its code."""

    def find(self, code: str) -> Record | None:
        """The record of a room by its code's fingerprint."""

    def seat(self, code: str, seats: int) -> None:
        """Change a room's number of people."""

    def open(self, code: str, opening: Opening, before: Opening | None) -> bool:
        """Begin an opening without rows in the place of the one before, which is forgotten.

        Returns:
            Whether it was begun. It is not if another one is in that place by now, or there is no such room.
        """

    def rows(self, code: str, opening: Opening) -> PoolRows:
        """The rows of an opening; of one that was forgotten, rows that are discarded."""

    def forget(self, code: str) -> None:
        """Forget a room and everything in its pools."""


@dataclass
class _Room:
    age: Stopwatch
    key: str
    seats: int
    openings: dict[str, tuple[Opening, MemoryRows]] = field(default_factory=dict)


class MemoryStore(Private):
    """Rooms and their pools' rows in this process's memory: nothing outlives it.

    Args:
        clocks: What says how late it is; for tests.
    """

    __slots__ = ("_clocks", "_lock", "_rooms", "life")

    def __init__(self, *clocks: Clock) -> None:
        self.life = new_number()
        self._clocks = clocks
        self._lock = RLock()
        self._rooms: dict[str, _Room] = {}

    def create(self, record: Record) -> None:
        """Keep a new room; the oldest one makes way when there are too many."""
        with self._lock:
            self._rooms.setdefault(record.code, _Room(Stopwatch(*self._clocks), record.key, record.seats))
            while len(self._rooms) > MOST_ROOMS:
                self.forget(next(iter(self._rooms)))

    def find(self, code: str) -> Record | None:
        """The record of a room; none once it is too old."""
        with self._lock:
            for known, room in list(self._rooms.items()):
                if room.age.seconds > LONGEST_ROOM:
                    self.forget(known)
            kept = self._rooms.get(code)
            return Record(code, kept.key, kept.seats, tuple(o for o, _ in kept.openings.values())) if kept else None

    def seat(self, code: str, seats: int) -> None:
        """Change a room's number of people."""
        with self._lock:
            if room := self._rooms.get(code):
                room.seats = seats

    def open(self, code: str, opening: Opening, before: Opening | None) -> bool:
        """Begin an opening without rows in the place of the one before."""
        with self._lock:
            room = self._rooms.get(code)
            known, rows = room.openings.get(opening.name, (None, None)) if room else (None, None)
            if room is None or known != before:
                return False
            if rows:
                rows.forget()
                del room.openings[opening.name]  # so that the new one comes last
            room.openings[opening.name] = opening, MemoryRows(*self._clocks)
            return True

    def rows(self, code: str, opening: Opening) -> MemoryRows:
        """The rows of an opening."""
        with self._lock:
            room = self._rooms.get(code)
            known, rows = room.openings.get(opening.name, (None, None)) if room else (None, None)
            if rows is None or known != opening:
                rows = MemoryRows()
                rows.forget()
            return rows

    def forget(self, code: str) -> None:
        """Forget a room and empty its pools."""
        with self._lock:
            if room := self._rooms.pop(code, None):
                for _, rows in room.openings.values():
                    rows.forget()

    def tick(self) -> None:
        """Look at everything, so that what is out of time is forgotten even when nobody asks."""
        with self._lock:
            every = [rows for room in self._rooms.values() for _, rows in room.openings.values()]
        for rows in every:
            rows.look()
