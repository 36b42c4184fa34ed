"""What a facilitator's workbook remembers of the room they lead, so that it is the same after a restart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from threading import RLock
from typing import Any
from urllib.parse import urlsplit

import segno

from workshop_helpers.quiet import Quiet
from workshop_helpers.room.facilitator import Opened
from workshop_helpers.room.links import Link, address_of_rooms, is_this_computer, read_link
from workshop_helpers.workbook import Workbook


@dataclass(frozen=True, repr=False)
class Led(Quiet):
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
    """Which pool holds invented people only: by which policy, how many, and in which life of the collector."""

    policy: str
    seats: int
    life: str


class Memory(Quiet):
    """The workbook's place for the room that is led. Safe to use from threads.

    Args:
        workbook: Where it is.
    """

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._lock = RLock()

    @property
    def room(self) -> Led | None:
        """The room that is led, if any."""
        kept = self._kept()
        return Led(read_link(kept["link"]), *(kept[k] for k in ("key", "seats", "own", "small"))) if kept else None

    @property
    def opened(self) -> list[Opened]:
        """What was open when it was last looked at."""
        return [Opened(**opened) for opened in self._kept().get("opened", ())]

    @property
    def rehearsals(self) -> dict[str, Rehearsal]:
        """Which pools hold invented people, by name."""
        return {pool: Rehearsal(**about) for pool, about in self._kept().get("rehearsals", {}).items()}

    def begin(self, room: Led) -> None:
        """Remember another room, or the same one under another address; what belongs to the same one stays."""
        with self._lock:
            kept = self._kept()
            same = kept if kept.get("key") == room.key else {}
            now = {"link": str(room.link), "key": room.key, "seats": room.seats, "own": room.own, "small": room.small}
            self._put({"opened": [], "rehearsals": {}} | same | now)

    def change(self, **what: Any) -> None:
        """Remember something else of the same room."""
        with self._lock:
            if kept := self._kept():
                self._put(kept | what)

    def note_opened(self, opened: list[Opened]) -> None:
        """Remember what is open."""
        self.change(opened=[vars(one) for one in opened])

    def mark(self, pool: str, rehearsal: Rehearsal | None) -> None:
        """Remember that a pool holds invented people, or that it no longer does."""
        with self._lock:
            marked = {name: vars(about) for name, about in self.rehearsals.items() if name != pool}
            self.change(rehearsals=marked | ({pool: vars(rehearsal)} if rehearsal else {}))

    def forget(self) -> None:
        """Forget the room and its key."""
        self._workbook.put("room", "led", "room", None)

    def _kept(self) -> dict[str, Any]:
        found = self._workbook.get("room", "led").get("room")
        return dict(found) if isinstance(found, dict) else {}

    def _put(self, room: Mapping[str, Any]) -> None:
        if room != self._kept():
            self._workbook.put("room", "led", "room", dict(room))
