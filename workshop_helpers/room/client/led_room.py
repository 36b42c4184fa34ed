"""What a facilitator's workbook remembers of the room they lead, so that it is the same after a restart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from threading import RLock
from typing import Any
from urllib.parse import urlsplit

import segno

from workshop_helpers.private import Private
from workshop_helpers.room.client.facilitator import LedOpening
from workshop_helpers.room.protocol.codes import fingerprint
from workshop_helpers.room.protocol.links import Link, address_of_rooms, is_this_computer, read_link
from workshop_helpers.workbook import Workbook


@dataclass(frozen=True, repr=False)
class LedRoom(Private):
    """The room that is led.

    Attributes:
        link: The way in.
        key: What lets this notebook run it.
        seats: The number of people in it.
        own: Whether it lives in the server of this page, which can make it again.
        small: Whether a group of six or seven chose to be a small circle.
    """

    link: Link
    key: str
    seats: int
    own: bool
    small: bool = False

    @property
    def only_here(self) -> bool:
        """Whether nobody on another computer can reach it."""
        return is_this_computer(urlsplit(self.link.address).hostname or "")

    @property
    def code_is_enough(self) -> bool:
        """Whether people can join by the code alone."""
        return self.link.address == address_of_rooms()

    @property
    def qr_code(self) -> str:
        """The join link as a picture, for the ``src`` of an image."""
        # The white around it belongs to the code: without it, cameras find nothing on a dark page.
        return str(segno.make(str(self.link), micro=False).svg_data_uri(scale=4, light="#fff"))


@dataclass(frozen=True)
class Rehearsal:
    """What is rehearsed: by which policy, with how many invented people, and whether their picture was revealed."""

    policy: str
    people: int
    revealed: bool = False


class WorkbookOpenings:
    """What is open in one room, each opening in an entry of its own in the workbook, in one generation of that.

    Several notebooks of one person may lead the room. None keeps a list of its own, so none writes over what
    another one opened.
    """

    def __init__(self, workbook: Workbook, key: str, generation: str) -> None:
        self._workbook = workbook
        self._room = fingerprint(key)
        self._generation = generation

    def get(self) -> list[LedOpening]:
        """Everything that is remembered, in the order in which it was put."""
        return [LedOpening(**opened) for opened in self._workbook.get("opened", self._room).values()]

    def put(self, opened: LedOpening) -> None:
        """Remember an opening."""
        self._workbook.put("opened", self._room, opened.number, vars(opened), generation=self._generation)

    def drop(self, opened: LedOpening) -> None:
        """Remember it no longer."""
        self._workbook.put("opened", self._room, opened.number, None)


class LedRoomEntry(Private):
    """The entry in the workbook for the room that is led. Safe to use from threads.

    Args:
        workbook: Where it is.
    """

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._lock = RLock()

    @property
    def room(self) -> LedRoom | None:
        """The room that is led, if any."""
        kept = self._kept()
        return LedRoom(read_link(kept["link"]), *(kept[k] for k in ("key", "seats", "own", "small"))) if kept else None

    @property
    def openings(self) -> WorkbookOpenings:
        """What is open in the room that is led."""
        generation = self._workbook.generation  # before what is read in it
        return WorkbookOpenings(self._workbook, self._kept().get("key", ""), generation)

    @property
    def rehearsals(self) -> dict[str, Rehearsal]:
        """What is rehearsed, by the pool's name."""
        return {pool: Rehearsal(**about) for pool, about in self._kept().get("rehearsed", {}).items()}

    def begin(self, room: LedRoom) -> None:
        """Remember another room, or the same one under another address; what belongs to the same one stays."""
        with self._lock:
            generation, kept = self._workbook.generation, self._kept()
            same = kept if kept.get("key") == room.key else {}
            if not same:
                self._forget_openings()
            now = {"link": str(room.link), "key": room.key, "seats": room.seats, "own": room.own, "small": room.small}
            self._put({"rehearsed": {}} | same | now, generation)

    def change(self, **what: Any) -> None:
        """Remember something else of the same room."""
        with self._lock:
            generation = self._workbook.generation  # before what is read in it
            if kept := self._kept():
                self._put(kept | what, generation)

    def mark(self, pool: str, rehearsal: Rehearsal | None) -> None:
        """Remember that a pool is rehearsed, or that it no longer is."""
        with self._lock:
            marked = {name: vars(about) for name, about in self.rehearsals.items() if name != pool}
            self.change(rehearsed=marked | ({pool: vars(rehearsal)} if rehearsal else {}))

    def forget(self) -> None:
        """Forget the room and its key."""
        with self._lock:
            self._forget_openings()
            self._workbook.put("room", "led", "room", None)

    def _forget_openings(self) -> None:
        openings = self.openings
        for opened in openings.get():
            openings.drop(opened)

    def _kept(self) -> dict[str, Any]:
        found = self._workbook.get("room", "led").get("room")
        return dict(found) if isinstance(found, dict) else {}

    def _put(self, room: Mapping[str, Any], generation: str) -> None:
        if room != self._kept():
            self._workbook.put("room", "led", "room", dict(room), generation=generation)
