"""Where contributions wait for the reveal, and none of a pool's rules: those are in ``pool``, once.

A change is made in two steps. A pool looks, decides by its rules, and has the change made on condition that what it
decided on still holds; if not, it looks again. So several collectors can share one pool, and nobody holds a lock.

Whatever keeps rows knows people by a keyed hash of their tokens, and forgets everything by itself half an hour after
it was begun, unless a picture was kept by then.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from threading import RLock
from typing import Literal, Protocol

from workshop_helpers.pooling.release import Release
from workshop_helpers.pooling.stopwatch import Clock, Stopwatch
from workshop_helpers.private import Private

LIFETIME = 30 * 60.0  # seconds
Phase = Literal["open", "revealed", "discarded"]


@dataclass(frozen=True, repr=False, slots=True)
class PoolRow(Private):
    """What one person said last: their highest sequence number, and the contribution or ``None`` once taken back."""

    sequence: int
    places: bytes | None


NO_ROW = PoolRow(0, None)


@dataclass(frozen=True, repr=False, slots=True)
class Snapshot(Private):
    """What a change is decided on.

    Attributes:
        state: Whether answers are taken.
        answered: How many rows hold a contribution.
        rows: How many there are, with those that were taken back.
        row: The row of the person who was asked about; ``NO_ROW`` if they have none.
    """

    state: Phase
    answered: int
    rows: int = 0
    row: PoolRow = NO_ROW


class PoolRows(Protocol):
    """Keeps the rows of one pool. Each method is done as a whole or not at all, whoever else calls one meanwhile."""

    def look(self, token: bytes = b"") -> Snapshot:
        """How things stand, with the row of whoever has this token."""

    def put(self, token: bytes, row: PoolRow, answered: int, seen: Snapshot) -> bool:
        """Put a row in its place, after which so many have answered.

        Returns:
            Whether that was done. It is not if answers are not taken, or anything is no longer as it was seen.
        """

    def end(self, state: Literal["revealed", "discarded"], seen: Snapshot) -> bool:
        """Take no more answers. What is discarded is forgotten at once; what is revealed waits for its picture.

        Returns:
            Whether that was done. It is not if none are taken already, or another number has answered by now.
        """

    def contributions(self) -> list[bytes]:
        """What is to be drawn, in no order that means anything; empty once there is a picture."""

    def keep(self, release: Release) -> None:
        """Keep the picture, and forget every row. Does nothing if there is one."""

    def release(self) -> Release | None:
        """The picture, if there is one."""

    def __hash__(self) -> int:
        """The same for the same rows."""


class MemoryRows(Private):
    """Rows in this process's memory: nothing outlives it.

    They have no clock that ticks: they look at the time whenever they are used, so whoever has some looks at them now
    and then, and the contributions of a room that went home are forgotten.

    Args:
        clocks: What says how late it is; for tests.
    """

    __slots__ = ("_answered", "_begun", "_lock", "_pepper", "_release", "_rows", "_state")

    def __init__(self, *clocks: Clock) -> None:
        self._begun = Stopwatch(*clocks)
        self._lock = RLock()
        self._pepper = secrets.token_bytes(32)
        self._rows: dict[bytes, PoolRow] = {}
        self._answered = 0
        self._state: Phase = "open"
        self._release: Release | None = None

    def look(self, token: bytes = b"") -> Snapshot:
        """How things stand."""
        with self._lock:
            self._expire()
            return Snapshot(self._state, self._answered, len(self._rows), self._rows.get(self._key(token), NO_ROW))

    def put(self, token: bytes, row: PoolRow, answered: int, seen: Snapshot) -> bool:
        """Put a row in its place."""
        with self._lock:
            if seen.state != "open" or seen != self.look(token):
                return False
            self._rows[self._key(token)], self._answered = row, answered
            return True

    def end(self, state: Literal["revealed", "discarded"], seen: Snapshot) -> bool:
        """Take no more answers."""
        with self._lock:
            self._expire()
            if self._state != "open" or self._answered != seen.answered:
                return False
            if state == "discarded":
                self.forget()
            else:
                self._state = state
            return True

    def contributions(self) -> list[bytes]:
        """What is to be drawn."""
        with self._lock:
            return [row.places for row in self._rows.values() if row.places is not None]

    def keep(self, release: Release) -> None:
        """Keep the picture, and forget every row."""
        with self._lock:
            self._release = self._release or release  # first, should anything interrupt this
            self._expire()

    def release(self) -> Release | None:
        """The picture, if there is one."""
        with self._lock:
            self._expire()
            return self._release

    def forget(self) -> None:
        """Forget every row, with or without a picture."""
        with self._lock:
            if self._release is None:
                self._state, self._answered = "discarded", 0
            self._rows, self._pepper = {}, b""

    def _expire(self) -> None:
        over = self._release is not None or self._state == "discarded"
        if over or self._begun.seconds > LIFETIME:
            self.forget()  # once more, should something have interrupted it

    def _key(self, token: bytes) -> bytes:
        return hmac.digest(self._pepper, token, hashlib.sha256)
