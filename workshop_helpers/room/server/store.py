"""Where rooms and their pools lie: in one process's memory here, in Redis where many collectors share them."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from threading import RLock
from typing import Protocol

from workshop_helpers.content import Assessment
from workshop_helpers.errors import NotOpen
from workshop_helpers.pooling.pool import Pool, pool_name
from workshop_helpers.private import Private
from workshop_helpers.room.protocol.codes import new_number

LONGEST_ROOM = 12 * 3600.0  # seconds; a room that nobody ends is forgotten
MOST_ROOMS = 50  # in one process


@dataclass(frozen=True)
class Opening:
    """One pool of a room: what is asked, by which policy, and a number that tells one opening from the next.

    A facilitator who opens again after the collector was restarted gives the number that it had: people's
    notebooks then send again what was agreed to. Under a new number they ask anew.
    """

    assessment: str
    occasion: str | None
    policy: str
    seats: int
    number: str

    @property
    def name(self) -> str:
        """What the pool is called within its room."""
        return pool_name(self.assessment, self.occasion)


@dataclass(frozen=True)
class Record:
    """What is known of a room: fingerprints of its code and key, its seats, its openings. No answers."""

    code: str
    key: str
    seats: int
    openings: tuple[Opening, ...] = ()

    def with_opening(self, opening: Opening) -> Record:
        """The room with one more opening, in place of an earlier one of the same name."""
        return replace(self, openings=(*(o for o in self.openings if o.name != opening.name), opening))

    def opening(self, name: str) -> Opening | None:
        """The opening of that name."""
        return next((opening for opening in self.openings if opening.name == name), None)


class Store(Protocol):
    """Keeps rooms and pools. Every method may be called from several threads or processes at once."""

    @property
    def life(self) -> str:
        """Another word after everything in it was lost, so that notebooks notice and send again."""

    def save(self, record: Record) -> None:
        """Keep a room's record, in place of an earlier one with the same code."""

    def find(self, code: str) -> Record | None:
        """The record of a room by its code's fingerprint."""

    def forget(self, code: str) -> None:
        """Forget a room and everything in its pools."""

    def open(self, code: str, opening: Opening, assessment: Assessment) -> None:
        """Start an empty pool in place of an earlier one of the same name."""

    def pool(self, code: str, opening: Opening, assessment: Assessment) -> Pool:
        """The pool of an opening. Raises ``NotOpen`` if it is forgotten."""


class MemoryStore(Private):
    """Rooms and pools in this process's memory: nothing outlives it."""

    __slots__ = ("_clock", "_lock", "_pools", "_rooms", "life")

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.life = new_number()
        self._clock = clock
        self._lock = RLock()
        self._rooms: dict[str, tuple[float, Record]] = {}
        self._pools: dict[tuple[str, str], Pool] = {}

    def save(self, record: Record) -> None:
        """Keep a room's record; the oldest room makes way when there are too many."""
        with self._lock:
            born = self._rooms.pop(record.code, (self._clock(), record))[0]
            self._rooms[record.code] = (born, record)
            while len(self._rooms) > MOST_ROOMS:
                self.forget(next(iter(self._rooms)))

    def find(self, code: str) -> Record | None:
        """The record of a room; none once it is too old."""
        with self._lock:
            for known, (born, _) in list(self._rooms.items()):
                if self._clock() - born > LONGEST_ROOM:
                    self.forget(known)
            found = self._rooms.get(code)
            return found[1] if found else None

    def forget(self, code: str) -> None:
        """Forget a room and discard its pools."""
        with self._lock:
            self._rooms.pop(code, None)
            for name in [name for name in self._pools if name[0] == code]:
                self._pools.pop(name).discard()

    def open(self, code: str, opening: Opening, assessment: Assessment) -> None:
        """Start an empty pool."""
        pool = Pool(assessment, opening.policy, seats=opening.seats, occasion=opening.occasion, clock=self._clock)
        with self._lock:
            before = self._pools.get((code, opening.name))
            if before is not None:
                before.discard()
            self._pools[code, opening.name] = pool

    def pool(self, code: str, opening: Opening, assessment: Assessment) -> Pool:
        """The pool of an opening."""
        with self._lock:
            held = self._pools.get((code, opening.name))
        if held is None:
            raise NotOpen("Nothing is collected for this self-assessment just now. Wait for the facilitator.")
        return held

    def tick(self) -> None:
        """Look at every pool, so that what is out of time is forgotten even when nobody asks."""
        with self._lock:
            pools = list(self._pools.values())
        for pool in pools:
            _ = pool.progress


def record_as_text(record: Record) -> str:
    """A record as JSON."""
    return json.dumps(
        {"code": record.code, "key": record.key, "seats": record.seats, "openings": [vars(o) for o in record.openings]}
    )


def record_from_text(text: str) -> Record:
    """A record that ``record_as_text`` wrote."""
    data = json.loads(text)
    openings = tuple(Opening(**opening) for opening in data["openings"])
    return Record(data["code"], data["key"], data["seats"], openings)
