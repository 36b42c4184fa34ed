"""A facilitator's side of a room: open, watch how many answered, reveal, close, end. Never what anybody answered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

from workshop_helpers.errors import PoolError
from workshop_helpers.pooling.pool import pool_name
from workshop_helpers.pooling.release import Release
from workshop_helpers.private import Private
from workshop_helpers.room.client.caller import Caller
from workshop_helpers.room.protocol.codes import new_number
from workshop_helpers.room.protocol.links import Link
from workshop_helpers.room.protocol.replies import RoomCount
from workshop_helpers.room.protocol.requests import (
    CloseRequest,
    CountRequest,
    EndRequest,
    OpenRequest,
    RevealRequest,
    SeatRequest,
)


@dataclass(frozen=True)
class LedOpening:
    """What a facilitator opened: enough to open it again after the collector was restarted.

    ``asked`` says that its picture was asked for. If the room has then lost it, somebody may have seen the picture
    already, so it is not opened again: a second one of nearly the same people could give away one person's answer.
    """

    assessment: str
    occasion: str | None
    policy: str | None
    number: str
    asked: bool = False

    @property
    def pool(self) -> str:
        """What the pool is called within its room."""
        return pool_name(self.assessment, self.occasion)


class LedOpenings(Protocol):
    """Where a facilitator's notebooks remember what is open: their own workbook, which they share."""

    def get(self) -> list[LedOpening]:
        """Everything that is remembered, in the order in which it was put."""

    def put(self, opened: LedOpening) -> None:
        """Remember an opening, in place of what was known of its number."""

    def drop(self, opened: LedOpening) -> None:
        """Remember the opening of that number no longer."""


class OpeningsInMemory:
    """Openings that are remembered for as long as this object is."""

    def __init__(self, opened: list[LedOpening] | None = None) -> None:
        self._opened = {one.number: one for one in opened or ()}

    def get(self) -> list[LedOpening]:
        """Everything that is remembered."""
        return list(self._opened.values())

    def put(self, opened: LedOpening) -> None:
        """Remember an opening."""
        self._opened[opened.number] = opened

    def drop(self, opened: LedOpening) -> None:
        """Remember it no longer."""
        self._opened.pop(opened.number, None)


class Facilitator(Private):
    """Whoever holds a room's key.

    Args:
        link: The way into the room.
        key: The room's key.
        openings: Where it is remembered what is open; in this object if left out.
        caller: How the collector is called; for tests.
    """

    __slots__ = ("_caller", "_key", "_openings", "link")

    def __init__(self, link: Link, key: str, openings: LedOpenings | None = None, caller: Caller | None = None) -> None:
        self.link = link
        self._key = key
        self._openings = openings or OpeningsInMemory()
        self._caller = caller or Caller(link)

    @property
    def opened(self) -> list[LedOpening]:
        """What is open, or was when it was last looked at."""
        return self._openings.get()

    @property
    def in_doubt(self) -> list[LedOpening]:
        """What the room had lost, when it was last looked at, after its picture was asked for."""
        return [opened for opened in self.opened if opened.asked]

    def seat(self, seats: int) -> None:
        """Change the number of people. Raises ``PoolError`` if more have been counted already."""
        self._caller.call(SeatRequest(self.link.code, self._key, seats))

    def open(self, assessment: str, occasion: str | None = None, policy: str | None = None) -> str:
        """Begin to collect for one self-assessment; returns the opening's number.

        Raises ``PolicyError`` or ``RoomError`` as the room does.
        """
        opened = LedOpening(assessment, occasion, policy, "")
        opened = replace(opened, number=self._open(opened, new_number()))
        self._drop(opened.pool)
        self._openings.put(opened)
        return opened.number

    def reveal(self, assessment: str, occasion: str | None = None, number: str | None = None) -> Release:
        """Draw the one picture of an opening, for everybody at once.

        Args:
            assessment: What was asked, and on which ``occasion``.
            number: The opening that is meant; the latest that is known here if left out.

        Raises:
            TooFewPeople: as the room does.
            RoomError: if another opening is in that place by now.
        """
        pool = pool_name(assessment, occasion)
        number = number or self._number_of(pool)
        before = next((opened for opened in self.opened if opened.number == number), None)
        if before:
            self._openings.put(replace(before, asked=True))
        try:
            release = self._caller.call(RevealRequest(self.link.code, self._key, pool, number))
        except PoolError:  # the pool itself refused; after every other trouble it may have been drawn
            if before:
                self._openings.put(before)
            raise
        if before:
            self._openings.drop(before)
        return release

    def close(self, assessment: str, occasion: str | None = None, number: str | None = None) -> None:
        """Forget what was collected, without a picture. Raises ``RoomError`` like ``reveal``."""
        pool = pool_name(assessment, occasion)
        number = number or self._number_of(pool)
        self._caller.call(CloseRequest(self.link.code, self._key, pool, number))
        self._openings.drop(LedOpening(assessment, occasion, None, number))

    def end(self) -> None:
        """Forget the room and everything in it."""
        self._caller.call(EndRequest(self.link.code, self._key))
        for opened in self.opened:
            self._openings.drop(opened)

    def keep_up(self) -> RoomCount:
        """Look at the room, and open again what a restarted collector has lost. Returns how the room stands.

        It is another opening then, with a number of its own, and people are asked once more whether to add to it.
        What was lost after its picture was asked for is left as it is: ``in_doubt`` names it.
        """
        known = self.opened  # before the look, so that what another notebook opens meanwhile is not taken for lost
        state = self._caller.call(CountRequest(self.link.code, self._key))
        lost = {}
        for opened in known:
            found = state.pool(opened.pool)
            if found is None:
                lost[opened.pool] = opened
            elif (found.number, found.state) != (opened.number, "open"):
                # It is over. It is not opened again: it could be half an hour old, and people would be asked for
                # nothing.
                self._openings.drop(opened)
            elif opened.asked:
                self._openings.put(replace(opened, asked=False))
        again = [opened for opened in lost.values() if not opened.asked]
        for opened in again:
            # The old number is the call's word: another notebook that noticed too makes the same call.
            self._openings.put(replace(opened, number=self._open(opened, opened.number)))
            self._openings.drop(opened)
        return self._caller.call(CountRequest(self.link.code, self._key)) if again else state

    def _open(self, opened: LedOpening, call: str) -> str:
        what = (opened.assessment, opened.occasion, opened.policy, call)
        return self._caller.call(OpenRequest(self.link.code, self._key, *what)).number

    def _number_of(self, pool: str) -> str:
        """The number of the latest opening that is known here, or else of the one that the room has."""
        if known := [opened.number for opened in self.opened if opened.pool == pool]:
            return known[-1]
        found = self._caller.call(CountRequest(self.link.code, self._key)).pool(pool)
        return found.number if found else ""

    def _drop(self, pool: str) -> None:
        for opened in self.opened:
            if opened.pool == pool:
                self._openings.drop(opened)
