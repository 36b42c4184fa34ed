"""A person's place in a room: remembered in their workbook, and looked after while their notebook is open."""

from __future__ import annotations

import random
import secrets
from collections.abc import Callable, Mapping
from functools import cache
from threading import Event, Thread
from typing import Any

from workshop_helpers.content import Assessment
from workshop_helpers.errors import Unreachable, WorkshopError, WrongCode
from workshop_helpers.pooling.contribution import Contribution
from workshop_helpers.pooling.credential import Credential
from workshop_helpers.pooling.release import Release
from workshop_helpers.quiet import Quiet
from workshop_helpers.room.codes import fingerprint
from workshop_helpers.room.links import Link, address_of_rooms, read_link, read_link_or_code
from workshop_helpers.room.participant import Participant, Waiting
from workshop_helpers.workbook import Workbook, own_workbook

SECONDS = 2.5  # between two looks at the room
_SLOWEST = 20.0  # seconds, while it cannot be reached
News = Callable[[Mapping[str, Waiting], str | None], None]


class _Outbox:
    """What was sent, in the workbook's part for it."""

    def __init__(self, workbook: Workbook, room: str) -> None:
        self._workbook = workbook
        self._room = room

    def get(self, pool: str) -> dict[str, Any]:
        found = self._workbook.get("sent", self._room).get(pool)
        return dict(found) if isinstance(found, dict) else {}

    def put(self, pool: str, sent: Mapping[str, Any], *, keep: bool) -> None:
        self._workbook.put("sent", self._room, pool, dict(sent) or None, keep=keep)


class Place(Quiet):
    """One person's place in a room, or none.

    Args:
        workbook: Where the room's link and the person's secret are kept, and what was sent.
    """

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._participant: Participant | None = None
        self._watchers: list[News] = []
        self._wake = Event()
        self._thread: Thread | None = None

    @property
    def participant(self) -> Participant | None:
        """This person in the room that they joined, if they did."""
        kept = self._workbook.get("room", "joined")
        link = kept.get("link")
        if not link:
            self._participant = None
        elif self._participant is None or str(self._participant.link) != link:
            self._participant = self._as_participant(read_link(link), kept)
        return self._participant

    def _as_participant(self, link: Link, kept: Mapping[str, Any]) -> Participant:
        credential = Credential(bytes.fromhex(kept["secret"]))
        return Participant(link, credential, _Outbox(self._workbook, kept["name"]))

    def join(self, typed: str, here: str | None = None) -> int:
        """Join the room that a link leads to, or a code; returns how many people there are seats for.

        Args:
            typed: The link. A code alone is enough for a room on the server that ``WORKSHOP_ROOMS`` names, or else
                on the page's own.
            here: The address of the page's own server, if it has one.

        Raises:
            LinkError, WrongCode, TooManyGuesses, Unreachable: why not, and what to do.
        """
        link = read_link_or_code(typed, address_of_rooms() or here)
        room = fingerprint(str(link))
        kept = self._workbook.get("room", "joined")
        if kept.get("room") != room:
            kept = {"room": room, "secret": secrets.token_hex(32), "name": secrets.token_hex(8)}
        try:
            seats = self._as_participant(link, kept).seats()
        except WrongCode:
            if "/" in typed:
                raise
            raise WrongCode(
                "No room on this server has this code. Look at it once more, or paste the whole join link."
            ) from None
        for key, value in {**kept, "link": str(link)}.items():
            self._workbook.put("room", "joined", key, value)
        self.look_after()
        return seats

    def leave(self) -> None:
        """Forget the way into the room. What was added stays in it until it is taken back or the room ends.

        The person's secret stays, so that whoever joins the same room again is counted once, and can still take back.
        """
        self._workbook.put("room", "joined", "link", None)

    def add(self, given: Contribution, occasion: str | None, *, keep: bool) -> list[str]:
        """Send what the person agreed to, and say in words what came of it."""
        participant = self.participant
        if participant is None:
            return ["You are not in a room, so nothing was sent."]
        try:
            counted = participant.add(given, occasion, keep=keep)
        except WorkshopError as error:
            return [str(error)]
        finally:
            self.look_after()
        if not counted:
            return ["The room does not collect this yet. It is sent by itself when the facilitator opens it."]
        return ["It is in the room. Until the reveal you can change it or take it back."]

    def take_back(self, about: Assessment, occasion: str | None, *, keep: bool) -> list[str]:
        """Take back what was sent, and say in words what came of it."""
        participant = self.participant
        if participant is None:
            return ["You are not in a room, so there is nothing to take back."]
        try:
            participant.take_back(about, occasion, keep=keep)
        except WorkshopError as error:
            self.look_after()
            return [str(error)]
        return ["It is taken back, as if it had never been there. You can add it again until the reveal."]

    def picture(self, about: str, occasion: str | None) -> Release:
        """The room's picture. Raises ``NotOpen`` until it is revealed."""
        participant = self.participant
        if participant is None:
            raise WrongCode("You are not in a room.")
        return participant.picture(about, occasion)

    def watch(self, news: News) -> None:
        """Call ``news`` every few seconds, from a thread, with the room's pools, or why they are not known."""
        self._watchers.append(news)
        self.look_after()

    def unwatch(self, news: News) -> None:
        """Stop calling it."""
        if news in self._watchers:
            self._watchers.remove(news)

    def look_after(self) -> None:
        """See to it that what was agreed to stays in the room, for as long as this kernel runs."""
        self._wake.set()
        if self.participant is not None and (self._thread is None or not self._thread.is_alive()):
            self._thread = Thread(target=self._look, name="workshop room", daemon=True)
            self._thread.start()

    def _look(self) -> None:
        pause = SECONDS
        while (participant := self.participant) is not None:
            try:
                pools, trouble, pause = participant.keep_up(), None, SECONDS
            except Unreachable as error:
                pools, trouble, pause = {}, str(error), min(pause * 1.6, _SLOWEST)
            except WorkshopError as error:
                pools, trouble, pause = {}, str(error), _SLOWEST
            for news in list(self._watchers):
                try:
                    news(pools, trouble)
                except Exception:  # a page that was closed must not stop the others; it may hold nothing to tell
                    self.unwatch(news)
            self._wake.clear()
            self._wake.wait(pause * random.uniform(0.8, 1.2))


@cache
def _place_of(workbook: Workbook) -> Place:
    return Place(workbook)


def own_place() -> Place:
    """This person's place, the same object for the whole process."""
    return _place_of(own_workbook())
