"""A person's membership of a room: remembered in their workbook, and looked after while their notebook is open."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from functools import cache
from threading import RLock
from typing import TYPE_CHECKING, Any

from workshop_helpers.content import Assessment
from workshop_helpers.errors import MalformedReply, Unreachable, WorkshopError, WrongCode
from workshop_helpers.pooling.contribution import Contribution
from workshop_helpers.pooling.credential import Credential
from workshop_helpers.pooling.pool import pool_name
from workshop_helpers.pooling.release import Release
from workshop_helpers.private import Private
from workshop_helpers.room.client.outbox import last_word_in
from workshop_helpers.room.client.standings import standing_in
from workshop_helpers.room.news import News
from workshop_helpers.room.protocol.codes import fingerprint
from workshop_helpers.room.protocol.links import Link, address_of_rooms, read_link, read_link_or_code
from workshop_helpers.room.protocol.replies import RoomState
from workshop_helpers.room.standing import Standing
from workshop_helpers.watcher import (
    LONGEST_PAUSE,
    PARTICIPANTS_PAUSE,
    PARTICIPANTS_SPREAD,
    Watcher,
    longer,
)
from workshop_helpers.workbook import Workbook, own_workbook

if TYPE_CHECKING:
    from workshop_helpers.room.client.participant import JoinedPool, Participant

_KEPT = "Your answers are kept here; it is tried again by itself."
_GONE = (
    "Your room is not there just now. It has ended, or its computer was restarted; it is tried again by itself. Ask "
    "the facilitator. A new room has a new link, and you join it on the page 'Welcome'."
)


class _WorkbookOutbox:
    """What was sent, in the workbook's part for it, until everything is forgotten there."""

    def __init__(self, workbook: Workbook, room: str, generation: str) -> None:
        self._workbook = workbook
        self._room = room
        self._generation = generation

    def get(self, pool: str) -> dict[str, Any]:
        found = self._workbook.get("sent", self._room).get(pool)
        return dict(found) if isinstance(found, dict) else {}

    def put(self, pool: str, sent: Mapping[str, Any], *, keep: bool) -> None:
        self._workbook.put("sent", self._room, pool, dict(sent) or None, keep=keep, generation=self._generation)


class Membership(Private):
    """The room that one person is in, or none. Safe to use from threads.

    Args:
        workbook: Where the room's link and the person's secret are kept, and what was sent.
    """

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._participant: Participant | None = None
        self._trouble: tuple[Participant, str] | None = None  # why a room is not known just now
        self._name = ""  # under which the workbook keeps what they sent
        self._lock = RLock()  # so that there is one participant, who does one thing after the other
        self._watcher: Watcher[News[JoinedPool]] = Watcher(
            "workshop room, joined", self.look, PARTICIPANTS_PAUSE, PARTICIPANTS_SPREAD
        )

    # --- the room ------------------------------------------------------------------------------------

    @property
    def participant(self) -> Participant | None:
        """This person in the room that they joined, if they did."""
        with self._lock:
            generation = self._workbook.generation  # before what is read in it
            kept = self._workbook.get("room", "joined")
            link = kept.get("link")
            if not link:
                self._participant = None
            elif self._participant is None or (str(self._participant.link), self._name) != (link, kept["name"]):
                self._participant, self._name = self._as_participant(read_link(link), kept, generation), kept["name"]
            return self._participant

    @property
    def joined(self) -> bool:
        """Whether they are in a room."""
        return self.participant is not None

    @property
    def room(self) -> str | None:
        """A word that stands for the room that they are in; ``None`` if they are in none."""
        participant = self.participant
        return fingerprint(str(participant.link)) if participant else None

    def _as_participant(self, link: Link, kept: Mapping[str, Any], generation: str) -> Participant:
        # Imported here because most people work alone, and what calls over a network takes time to load.
        from workshop_helpers.room.client.participant import Participant

        credential = Credential(bytes.fromhex(kept["secret"]))
        return Participant(link, credential, _WorkbookOutbox(self._workbook, kept["name"], generation))

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
        generation = self._workbook.generation
        kept = self._known(room)
        try:
            seats = self._as_participant(link, kept, generation).seats()
        except WrongCode:
            if "/" in typed:
                raise
            raise WrongCode(
                "No room on this server has this code. Look at it once more, or paste the whole join link."
            ) from None
        except (Unreachable, MalformedReply) as error:
            raise type(error)(f"{error} You have not joined yet.") from None
        self._workbook.put("room", "known", room, kept, generation=generation)
        for key, value in {**kept, "link": str(link)}.items():
            self._workbook.put("room", "joined", key, value, generation=generation)
        self._watcher.wake()
        return seats

    def _known(self, room: str) -> dict[str, Any]:
        """What a room knows this person by: the same again, even if they were in another room meanwhile."""
        for kept in (self._workbook.get("room", "joined"), self._workbook.get("room", "known").get(room, {})):
            if kept.get("room") == room:
                return {key: kept[key] for key in ("room", "secret", "name")}
        return {"room": room, "secret": secrets.token_hex(32), "name": secrets.token_hex(8)}

    @property
    def holds(self) -> bool:
        """Whether something that is open may have something of this person's, as the room was seen last."""
        participant = self.participant
        return participant is not None and bool(participant.open_with_theirs())

    def leave(self, *, take_back: bool = False) -> None:
        """Forget the way into the room. What was added stays in it, unless it is to be taken back first.

        The person's secret stays, so that whoever joins the same room again is counted once, and can still take back.

        Raises:
            WorkshopError: why it could not be taken back; then they are still in the room.
        """
        participant = self.participant
        if participant is not None:
            if take_back:
                try:
                    participant.take_all_back()
                except WorkshopError as error:
                    words = f"{error} It is not known whether anything was taken back. You are still in the room."
                    raise type(error)(words) from None
            room = participant.room
            self._workbook.put("room", "joined", "seen", room.to_json() if room else None)
        self._workbook.put("room", "joined", "link", None)
        self._watcher.wake()

    # --- what they add -------------------------------------------------------------------------------

    def standing(self, about: Assessment, occasion: str | None) -> Standing:
        """Where this person stands with a pool of their room, or of the one that they left. Asks nobody."""
        participant = self.participant
        if participant is None:
            return self._outside(about, occasion)
        with self._lock:
            trouble = self._trouble[1] if self._trouble and self._trouble[0] is participant else None
        return participant.standing(about, occasion, trouble)

    def _outside(self, about: Assessment, occasion: str | None) -> Standing:
        left = self._workbook.get("room", "joined")
        kept = self._workbook.get("sent", left["name"]) if "name" in left else {}
        last = last_word_in(kept, pool_name(about.id, occasion))
        room = RoomState.from_json(left["seen"]) if "seen" in left else None  # as it was when they left
        return standing_in(
            joined=False, author=about.policy, last=last, at_hand=False, room=room, pool=pool_name(about.id, occasion)
        )

    def add(self, given: Contribution, occasion: str | None, number: str | None, *, keep: bool) -> None:
        """Send what the person agreed to, in the opening that they were shown; ``standing`` says what came of it."""
        self._do(lambda participant: participant.add(given, occasion, number, keep=keep))

    def add_again(self, about: Assessment, occasion: str | None, policy: str, number: str | None) -> None:
        """Agree once more to what was agreed to before, under the rule and in the opening that the person sees now."""
        self._do(lambda participant: participant.add_again(about, occasion, policy, number))

    def take_back(self, about: Assessment, occasion: str | None) -> None:
        """Take back what was sent; ``standing`` says what came of it."""
        self._do(lambda participant: participant.take_back(about, occasion))

    def _do(self, act: Callable[[Participant], None]) -> None:
        participant = self.participant
        if participant is None:
            return
        try:
            act(participant)
        except WorkshopError as error:
            self._note_trouble(participant, _in_words(error))
        else:
            self._note_trouble(participant, None)
        self._watcher.wake()

    def _note_trouble(self, participant: Participant, trouble: str | None) -> None:
        with self._lock:
            self._trouble = (participant, trouble) if trouble else None

    def picture(self, about: str, occasion: str | None) -> Release:
        """The room's picture. Raises ``NotOpen`` until it is revealed."""
        participant = self.participant
        if participant is None:
            raise WrongCode("You are not in a room.")
        return participant.picture(about, occasion)

    # --- looking after it ----------------------------------------------------------------------------

    def watch(self, hear: Callable[[News[JoinedPool]], object]) -> None:
        """Call ``hear`` every few seconds, from a thread, in a room and outside one, until ``unwatch``.

        People may join or leave on another page, in another process; ``News.room`` then changes.
        """
        self._watcher.subscribe(hear, hear)

    def unwatch(self, hear: Callable[..., object]) -> None:
        """Stop calling it."""
        self._watcher.unsubscribe(hear)

    def look_after(self) -> None:
        """See to it that what was agreed to stays in the room, for as long as this kernel runs."""
        self._watcher.wake()

    def look(self, pause: float = PARTICIPANTS_PAUSE) -> float | None:
        """Look once at how things stand, and tell whoever wants to know.

        Returns the seconds until the next look; ``None`` if there is no room, and nobody who waits for one.
        """
        participant = self.participant
        if participant is None:
            self._watcher.tell(News(None))
            return PARTICIPANTS_PAUSE if self._watcher.watched else None
        room = fingerprint(str(participant.link))
        try:
            news, pause = News(room, participant.keep_up()), PARTICIPANTS_PAUSE
        except Unreachable as error:
            news, pause = News(room, trouble=_in_words(error)), longer(pause)
        except WorkshopError as error:
            news, pause = News(room, trouble=_in_words(error)), LONGEST_PAUSE
        self._note_trouble(participant, news.trouble)
        self._watcher.tell(news)
        return pause


def _in_words(error: WorkshopError) -> str:
    """To somebody who is in a room, a code that is not known says that the room is gone."""
    if isinstance(error, (Unreachable, MalformedReply)):
        return f"{error} {_KEPT}"
    return _GONE if isinstance(error, WrongCode) else str(error)


@cache
def _membership_in(workbook: Workbook) -> Membership:
    return Membership(workbook)


def own_membership() -> Membership:
    """This person's membership, the same object for the whole process."""
    return _membership_in(own_workbook())
