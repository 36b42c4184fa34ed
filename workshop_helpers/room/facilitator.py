"""A facilitator's side of a room: open, watch how many answered, reveal, close, end. Never what anybody answered."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from workshop_helpers.pooling.release import Release
from workshop_helpers.quiet import Quiet
from workshop_helpers.room.caller import Caller
from workshop_helpers.room.keeper import pool_name
from workshop_helpers.room.links import Link


@dataclass(frozen=True)
class Opened:
    """What a facilitator opened: enough to open it again after the collector was restarted."""

    assessment: str
    occasion: str | None
    policy: str | None
    number: str


class Facilitator(Quiet):
    """Whoever holds a room's key.

    Args:
        link: The way into the room.
        key: The room's key.
        opened: What was opened before, if this kernel was restarted.
        caller: How the collector is called; for tests.
    """

    __slots__ = ("_caller", "_key", "_opened", "link")

    def __init__(self, link: Link, key: str, opened: list[Opened] | None = None, caller: Caller | None = None) -> None:
        self.link = link
        self._key = key
        self._opened = {pool_name(o.assessment, o.occasion): o for o in opened or ()}
        self._caller = caller or Caller(link)

    @property
    def opened(self) -> list[Opened]:
        """What is open, or was; to be remembered."""
        return list(self._opened.values())

    def seat(self, seats: int) -> None:
        """Change the number of people, for what is opened from now on."""
        self._call("seat", seats=seats)

    def open(self, assessment: str, occasion: str | None = None, policy: str | None = None) -> None:
        """Begin to collect for one self-assessment. Raises ``PolicyError`` or ``RoomError`` as the room does."""
        reply = self._call("open", assessment=assessment, occasion=occasion, policy=policy, number=None)
        self._opened[pool_name(assessment, occasion)] = Opened(assessment, occasion, policy, reply["number"])

    def reveal(self, assessment: str, occasion: str | None = None) -> Release:
        """Draw the one picture, for everybody at once. Raises ``TooFewPeople`` as the room does."""
        release = Release.from_json(json.dumps(self._call("reveal", pool=pool_name(assessment, occasion))))
        self._opened.pop(pool_name(assessment, occasion), None)
        return release

    def close(self, assessment: str, occasion: str | None = None) -> None:
        """Forget what was collected, without a picture."""
        self._call("close", pool=pool_name(assessment, occasion))
        self._opened.pop(pool_name(assessment, occasion), None)

    def end(self) -> None:
        """Forget the room and everything in it."""
        self._call("end")
        self._opened.clear()

    def keep_up(self) -> dict[str, Any]:
        """Look at the room, and open again what a restarted collector has lost. Returns the room's state."""
        state = self._caller.call("state", code=self.link.code)
        there = {pool["pool"]: pool["state"] for pool in state["pools"]}
        # What is over is not opened again: it could be half an hour old, and people would be asked for nothing.
        self._opened = {name: opened for name, opened in self._opened.items() if there.get(name, "open") == "open"}
        lost = [opened for name, opened in self._opened.items() if name not in there]
        for opened in lost:
            self._call("open", **vars(opened))
        return self._caller.call("state", code=self.link.code) if lost else state

    def _call(self, kind: str, **values: object) -> dict[str, Any]:
        return self._caller.call(kind, code=self.link.code, key=self._key, **values)
