"""People without a page of their own join an open pool: those of a paper hat, and those of a table.

Whoever leads hands them in, one after the other and in no order, each as a contribution of its own with a secret of
its own, to the opening whose rule they were read by. Nobody is counted twice when it is done twice. All can be taken
back together until the reveal. Nothing is sent by itself: what a restarted collector has lost is sent again when
somebody presses the button again, and not before.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from random import SystemRandom
from threading import RLock
from typing import Literal, Protocol

from workshop_helpers.errors import RoomError, WorkshopError
from workshop_helpers.pooling.contribution import Contribution
from workshop_helpers.pooling.policy import POLICIES
from workshop_helpers.private import Private, hushed
from workshop_helpers.room.client.caller import Caller
from workshop_helpers.room.client.leadership import Leadership, own_leadership
from workshop_helpers.room.client.led_room import LedRoom
from workshop_helpers.room.protocol.links import Link
from workshop_helpers.room.protocol.replies import PoolCount, RoomCount
from workshop_helpers.room.protocol.requests import AnswerRequest, CountRequest, content_version
from workshop_helpers.watcher import FACILITATORS_PAUSE, Watcher, longer

MOST_HANDED_IN = 200  # people at once; a larger group does not sit in a room

_CHANCE = SystemRandom()


class LeadsRoom(Protocol):
    """Whoever leads a room, as far as is needed here: ``Leadership``."""

    @property
    def room(self) -> LedRoom | None:
        """The room that is led, if any."""

    def seat(self, seats: int) -> None:
        """Change the number of people."""


@dataclass(frozen=True)
class HandedIn:
    """How it stands with the people handed in to one pool, as the room says just now.

    Attributes:
        room: Whether there is a room, and whether the pool is open in it; ``unknown`` if it cannot be asked.
        policy: The opening's, by name, and its ``rule`` in words; both empty if it is not open or revealed.
        people: How many of them are in it.
        answered: How many people are in it in all, and for how many there are ``seats``.
        trouble: Why it is not known.
    """

    room: Literal["none", "closed", "open", "revealed", "unknown"]
    policy: str = ""
    rule: str = ""
    people: int = 0
    answered: int = 0
    seats: int = 0
    trouble: str = ""


@dataclass
class _Word:
    """The last word to the room on one row: whether it is to be in, the how-manieth, and where it came through."""

    inside: bool
    sequence: int = 1
    life: str | None = None


class HandIn(Private):
    """Hands in rows to what is open in the room that somebody leads. Safe to use from threads.

    Args:
        leader: Who leads it.
        caller: From a link to how it is called; for tests.
    """

    def __init__(self, leader: LeadsRoom, caller: Callable[[Link], Caller] = Caller) -> None:
        self._leader = leader
        self._caller = caller
        self._secret = secrets.token_bytes(32)
        self._lock = RLock()
        # By opening, and then by row. Of the rows themselves nothing is kept.
        self._words: dict[str, dict[bytes, _Word]] = {}
        self._drawn: set[str] = set()  # openings whose picture was seen to be drawn
        self._watcher: Watcher[RoomCount | str | None] = Watcher(
            "workshop room, handed in", self._look_again, FACILITATORS_PAUSE
        )

    def look(self, pool: str) -> HandedIn:
        """How it stands with one pool. Never raises a ``WorkshopError``."""
        try:
            return self._standing(self._count() if self._leader.room else None, pool)
        except WorkshopError as error:
            return HandedIn("unknown", trouble=str(error))

    @hushed
    def add(self, pool: str, policy: str, rows: Mapping[bytes, Contribution]) -> HandedIn:
        """Add people, each once: who is in it already stays. Seats rise if there are too few.

        Args:
            pool: Its name.
            policy: The rule that the rows were read by.
            rows: What each agreed to, by a name that no other row has.

        Raises:
            RoomError: if nothing is open for it, or under another rule, or there are too many.
            WorkshopError: as the room does; then some may be in it, which ``look`` counts. Called again, the others
                are added.
        """
        if len(rows) > MOST_HANDED_IN:
            raise RoomError(f"No more than {MOST_HANDED_IN} people can be added at once. Draw their picture by itself.")
        with self._lock:
            room = self._count()
            opened = self._open(room, pool)
            self._refuse_another_rule(opened, policy)
            words = self._words.setdefault(opened.number, {})
            new = [row for row in rows if row not in words or not words[row].inside or words[row].life != room.life]
            if opened.answered + len(new) > opened.seats:
                self._leader.seat(opened.answered + len(new))
            for row in self._in_no_order(new):
                before = words.get(row)
                if before is None or not before.inside:
                    words[row] = _Word(inside=True, sequence=before.sequence + 1 if before else 1)
                self._send(opened, words, row, rows[row], room.life)
        self._watcher.wake()
        return self.look(pool)

    @hushed
    def take_back(self, pool: str) -> HandedIn:
        """Take everybody back who was handed in, as if they had never been added. Raises as the room does."""
        with self._lock:
            room = self._count()
            opened = self._open(room, pool)
            words = self._words.get(opened.number, {})
            there = [row for row, word in words.items() if word.life in (None, room.life)]
            for row in self._in_no_order(there):
                if words[row].inside:
                    words[row] = _Word(inside=False, sequence=words[row].sequence + 1)
                if words[row].life is None:
                    self._send(opened, words, row, None, room.life)
        self._watcher.wake()
        return self.look(pool)

    def holds(self, rows: Iterable[bytes]) -> bool:
        """Whether any of these people may be in the room's picture: then there is to be no other one of them."""
        wanted = {*rows}
        with self._lock:
            at = {
                number: {words[row].life for row in wanted & words.keys() if words[row].inside}
                for number, words in self._words.items()
            }
        at = {number: lives for number, lives in at.items() if lives}
        if not at or self._drawn & at.keys():
            return bool(at)
        try:
            room = self._count() if self._leader.room else None
        except WorkshopError:
            return True
        there = [pool for pool in room.pools if pool.state != "discarded"] if room else []
        return any(not at.get(pool.number, {""}).isdisjoint({None, room and room.life}) for pool in there)

    def watch(self, hear: Callable[[HandedIn], object], pool: str) -> None:
        """Call ``hear`` every few seconds, from a thread, with how it stands with one pool; until ``unwatch``."""
        self._watcher.subscribe(
            hear,
            lambda seen: hear(
                HandedIn("unknown", trouble=seen) if isinstance(seen, str) else self._standing(seen, pool)
            ),
        )

    def unwatch(self, hear: Callable[[HandedIn], object]) -> None:
        """Stop calling it."""
        self._watcher.unsubscribe(hear)

    # --- behind it -----------------------------------------------------------------------------------

    def _send(
        self, opened: PoolCount, words: dict[bytes, _Word], row: bytes, given: Contribution | None, life: str
    ) -> None:
        room = self._room()
        content = content_version(given.variables) if given else ""
        token = self._token(opened.number, row)
        places = bytes(given) if given else None
        agreed = given.policy if given else None
        request = AnswerRequest(
            code=room.link.code,
            pool=opened.pool,
            number=opened.number,
            policy=agreed.name if agreed else opened.policy,
            content=content,
            token=token,
            sequence=words[row].sequence,
            places=places,
        )
        self._caller(room.link).call(request)
        words[row].life = life

    def _token(self, number: str, row: bytes) -> bytes:
        """What stands for one row in one opening, the same each time; nobody else can make it."""
        return hmac.digest(self._secret, f"{number} ".encode() + row, hashlib.sha256)

    def _in_no_order(self, rows: list[bytes]) -> list[bytes]:
        return _CHANCE.sample(rows, len(rows))

    def _refuse_another_rule(self, opened: PoolCount, policy: str) -> None:
        if opened.policy != policy:
            raise RoomError(
                f"The rule of the room's picture is: {POLICIES[opened.policy].words}. These answers were read for "
                "another one, so nothing was added."
            )

    def _open(self, room: RoomCount, pool: str) -> PoolCount:
        found = room.pool(pool)
        if found is None or found.state != "open":
            raise RoomError("The room does not collect answers for this just now. Open it in the console first.")
        return found

    def _standing(self, room: RoomCount | None, pool: str) -> HandedIn:
        found = room.pool(pool) if room else None
        if room is None or found is None or found.state == "discarded":
            return HandedIn("closed" if room else "none")
        with self._lock:
            words = [*self._words.get(found.number, {}).values()]
            people = sum(word.inside and word.life == room.life for word in words)
            if found.state == "revealed" and people:
                self._drawn.add(found.number)
        rule = POLICIES[found.policy].words
        return HandedIn(found.state, found.policy, rule, people, found.answered, found.seats)

    def _room(self) -> LedRoom:
        room = self._leader.room
        if room is None:
            raise RoomError("There is no room yet. Open one in the console first.")
        return room

    def _count(self) -> RoomCount:
        room = self._room()
        return self._caller(room.link).call(CountRequest(room.link.code, room.key))

    def _look_again(self, pause: float) -> float | None:
        if not self._watcher.watched:
            return None
        try:
            self._watcher.tell(self._count() if self._leader.room else None)
        except WorkshopError as error:
            self._watcher.tell(str(error))
            return longer(pause)
        return FACILITATORS_PAUSE


@cache
def _hand_in(leadership: Leadership, way: str) -> HandIn:
    return HandIn(leadership)


def own_hand_in(way: str) -> HandIn:
    """What this person hands in in one way, the same object for the whole process, so that nobody counts twice."""
    return _hand_in(own_leadership(), way)
