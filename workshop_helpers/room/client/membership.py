"""A person's place in a room: remembered in their workbook, and looked after while their notebook is open."""

from __future__ import annotations

import random
import secrets
from collections.abc import Callable, Mapping
from functools import cache
from threading import Event, Thread
from typing import TYPE_CHECKING, Any

from workshop_helpers.content import Assessment
from workshop_helpers.errors import MalformedReply, Unreachable, WorkshopError, WrongCode
from workshop_helpers.pooling.contribution import Contribution
from workshop_helpers.pooling.credential import Credential
from workshop_helpers.pooling.pool import pool_name
from workshop_helpers.pooling.release import Release
from workshop_helpers.private import Private
from workshop_helpers.room.protocol.codes import fingerprint
from workshop_helpers.room.protocol.links import Link, address_of_rooms, read_link, read_link_or_code
from workshop_helpers.workbook import Workbook, own_workbook

if TYPE_CHECKING:
    from workshop_helpers.room.client.participant import JoinedPool, Participant

SECONDS = 2.5  # between two looks at the room
_SLOWEST = 20.0  # seconds, while it cannot be reached
News = Callable[[Mapping[str, "JoinedPool"], str | None], None]
_IN_IT = "Your answers are in the room. Until the reveal you can change them or take them back."
_NOT_YET = "The room does not collect this yet. Your answers are sent when the facilitator opens it."
_GONE = (
    "Your room is not there just now. It has ended, or its computer was restarted; it is tried again by itself. Ask "
    "the facilitator. A new room has a new link, and you join it on the page 'Welcome'."
)


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


class Membership(Private):
    """One person's place in a room, or none.

    Args:
        workbook: Where the room's link and the person's secret are kept, and what was sent.
    """

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._participant: Participant | None = None
        self._watchers: dict[str, News] = {}
        self._followers: dict[str, tuple[Participant | None, Callable[[], None]]] = {}
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

    @property
    def joined(self) -> bool:
        """Whether they are in a room."""
        return self.participant is not None

    def _as_participant(self, link: Link, kept: Mapping[str, Any]) -> Participant:
        # Imported here because most people work alone, and what calls over a network takes time to load.
        from workshop_helpers.room.client.participant import Participant

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

    def add(
        self, given: Contribution, occasion: str | None, *, keep: bool, later: Callable[[list[str]], None]
    ) -> list[str]:
        """Send what the person agreed to, and say in words what came of it.

        Where nothing came of it yet, ``later`` is called, from a thread, with the words for what did.
        """
        participant = self.participant
        if participant is None:
            return ["You are not in a room, so nothing was sent."]
        try:
            counted = participant.add(given, occasion, keep=keep)
        except (Unreachable, MalformedReply) as error:
            words = str(error)
        except WorkshopError as error:
            return [_in_words(error)]
        else:
            words = _IN_IT if counted else _NOT_YET
        if words != _IN_IT:
            self._tell_later(given.assessment, occasion, later)
        self.look_after()
        return [words]

    def _tell_later(self, about: Assessment, occasion: str | None, later: Callable[[list[str]], None]) -> None:
        pool = pool_name(about.id, occasion)
        name = f"{pool} added"

        def news(pools: Mapping[str, JoinedPool], trouble: str | None) -> None:
            seen = pools.get(pool)
            added = self.added(about, occasion)
            if added and seen is None:
                return  # on its way still
            self.unwatch(name)
            if added and seen is not None and seen.state == "open":
                later([_IN_IT])
            elif not added and trouble:  # refused for good
                later([trouble])

        self.watch(name, news)

    def added(self, about: Assessment, occasion: str | None) -> bool:
        """Whether this person has something in their room, or on its way there. Asks nobody."""
        participant = self.participant
        return participant is not None and participant.added(pool_name(about.id, occasion))

    def take_back(self, about: Assessment, occasion: str | None, *, keep: bool) -> list[str]:
        """Take back what was sent, and say in words what came of it."""
        participant = self.participant
        if participant is None:
            return ["You are not in a room, so there is nothing to take back."]
        try:
            participant.take_back(about, occasion, keep=keep)
        except WorkshopError as error:
            self.look_after()
            return [_in_words(error)]
        return ["They are taken back, as if they had never been there. Until the reveal you can add them again."]

    def picture(self, about: str, occasion: str | None) -> Release:
        """The room's picture. Raises ``NotOpen`` until it is revealed."""
        participant = self.participant
        if participant is None:
            raise WrongCode("You are not in a room.")
        return participant.picture(about, occasion)

    def watch(self, name: str, news: News) -> None:
        """Call ``news`` every few seconds, from a thread, with the room's pools, or why they are not known.

        Of the same name there is one: when a page is made anew, its earlier self is not called any more.
        """
        self._watchers[name] = news
        self.look_after()

    def unwatch(self, name: str) -> None:
        """Stop calling it."""
        self._watchers.pop(name, None)

    def follow(self, name: str, moved: Callable[[], None]) -> None:
        """Call ``moved``, from a thread, whenever the person joins, leaves or changes rooms, on whichever page."""
        self._followers[name] = self.participant, moved
        self.look_after()

    def look_after(self) -> None:
        """See to it that what was agreed to stays in the room, for as long as this kernel runs."""
        self._wake.set()
        if (self.joined or self._followers) and (self._thread is None or not self._thread.is_alive()):
            self._thread = Thread(target=self._keep_looking, name="workshop room", daemon=True)
            self._thread.start()

    def look(self, pause: float = SECONDS) -> float:
        """Look once at how things stand, and tell whoever wants to know; returns the seconds until the next look."""
        participant = self.participant
        self._tell_followers(participant)
        if participant is None:
            return SECONDS
        pools: Mapping[str, JoinedPool] = {}
        try:
            pools, trouble, pause = participant.keep_up(), None, SECONDS
        except Unreachable as error:
            trouble, pause = str(error), min(pause * 1.6, _SLOWEST)
        except WorkshopError as error:
            trouble, pause = _in_words(error), _SLOWEST
        for name, news in list(self._watchers.items()):
            try:
                news(pools, trouble)
            except Exception:  # a page that was closed must not stop the others; it may hold nothing to tell
                self.unwatch(name)
        return pause

    def _tell_followers(self, now: Participant | None) -> None:
        for name, (before, moved) in list(self._followers.items()):
            if now is not before:
                self._followers[name] = now, moved
                try:
                    moved()
                except Exception:  # as above
                    self._followers.pop(name, None)

    def _keep_looking(self) -> None:
        pause = SECONDS
        while self.joined or self._followers:
            pause = self.look(pause)
            self._wake.clear()
            self._wake.wait(pause * random.uniform(0.8, 1.2))


def _in_words(error: WorkshopError) -> str:
    """To somebody who is in a room, a code that is not known says that the room is gone."""
    return _GONE if isinstance(error, WrongCode) else str(error)


@cache
def _membership_of(workbook: Workbook) -> Membership:
    return Membership(workbook)


def own_membership() -> Membership:
    """This person's place, the same object for the whole process."""
    return _membership_of(own_workbook())
