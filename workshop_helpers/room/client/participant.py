"""One person's side of a room: what they agreed to is sent, sent again when it was lost, changed or taken back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from threading import RLock
from typing import Any, Literal, Protocol

from workshop_helpers.content import Assessment
from workshop_helpers.errors import MalformedReply, NotOpen, TooManyGuesses, Unreachable, WrongCode
from workshop_helpers.pooling.contribution import Contribution
from workshop_helpers.pooling.credential import Credential
from workshop_helpers.pooling.pool import pool_name
from workshop_helpers.pooling.release import Release
from workshop_helpers.private import Private, hushed
from workshop_helpers.room.client.caller import Caller
from workshop_helpers.room.protocol.links import Link
from workshop_helpers.room.protocol.messages import from_letters, in_letters
from workshop_helpers.room.protocol.replies import PoolState, RoomState
from workshop_helpers.room.protocol.requests import AnswerRequest, PictureRequest, StateRequest, content_version

# What a collector that was just restarted says too, or whoever answers in its place for a moment.
_LATER = (MalformedReply, NotOpen, TooManyGuesses, Unreachable, WrongCode)


class Outbox(Protocol):
    """Where a person's notebook remembers what it sent: their own workbook. Values are what JSON can hold."""

    def get(self, pool: str) -> dict[str, Any]:
        """What is remembered of one pool; empty if nothing."""

    def put(self, pool: str, sent: Mapping[str, Any], *, keep: bool) -> None:
        """Remember it; in memory only unless ``keep``."""


@dataclass(frozen=True)
class JoinedPool:
    """One pool as a participant may know it: whether enough have answered, and whether this person is among them."""

    state: Literal["open", "revealed", "discarded"]
    enough: bool
    policy: str
    added: bool


class Participant(Private):
    """A person in a room.

    Args:
        link: The way into the room.
        credential: The person's own secret.
        outbox: Where it is remembered what was sent.
        caller: How the collector is called; for tests.
    """

    __slots__ = ("_caller", "_code", "_credential", "_lock", "_openings", "_outbox", "link")

    def __init__(self, link: Link, credential: Credential, outbox: Outbox, caller: Caller | None = None) -> None:
        self.link = link
        self._code = link.code
        self._credential = credential
        self._outbox = outbox
        self._caller = caller or Caller(link)
        self._lock = RLock()
        self._openings: dict[str, str] = {}  # that were seen last, by pool

    @hushed
    def add(self, given: Contribution, occasion: str | None, *, keep: bool) -> bool:
        """Send what the person agreed to, in place of what they sent before.

        Returns:
            Whether it was counted. If not, nothing is open for it yet; ``keep_up`` sends it when that changes.

        Args:
            given: The contribution.
            occasion: On which occasion it was asked.
            keep: Whether it may be remembered on disk, to be sent again after a restart of this kernel.

        Raises:
            Unreachable, TooManyGuesses, WrongCode: if it could not be sent yet; ``keep_up`` tries again.
            RoomError, PoolError: if the room refuses for good; then it is not tried again.
        """
        about = given.assessment
        places, content = in_letters(bytes(given)), content_version(given.variables)
        return self._put(about, occasion, {"places": places, "content": content}, keep=keep)

    @hushed
    def take_back(self, about: Assessment, occasion: str | None, *, keep: bool) -> None:
        """Take back what was sent, as if it had never been added. Raises like ``add``."""
        self._put(about, occasion, {"places": None, "content": ""}, keep=keep)

    def seats(self) -> int:
        """How many people the room has seats for. Raises like ``Caller.call``."""
        return self._look().seats

    def state(self) -> dict[str, JoinedPool]:
        """Every pool of the room by name. Raises like ``Caller.call``."""
        return self._seen(self._look())

    def added(self, pool: str) -> bool:
        """Whether something of this person's is or was in a pool, or is on its way there, as far as is known here."""
        sent = self._outbox.get(pool)
        seen = self._openings.get(pool, sent.get("opening"))
        return bool(sent.get("places") or sent.get("over")) and sent.get("opening") in (None, seen)

    def keep_up(self) -> dict[str, JoinedPool]:
        """Look at the room, and send again what it has lost or never got. Raises like ``Caller.call``."""
        with self._lock:
            room = self._look()
            for pool in room.pools:
                sent = self._outbox.get(pool.pool)
                due = sent.get("life") != room.life and sent.get("opening") in (None, _opening(pool))
                if "token" in sent and due and pool.state == "open":
                    self._send(pool.pool, sent, room.life, _opening(pool))
                elif sent and sent.get("opening") == _opening(pool) and pool.state != "open":
                    # Nobody may draw it a second time, even if the room is lost now and opened under this number.
                    over = {"over": bool(sent.get("places") or sent.get("over"))}
                    over |= {"opening": sent["opening"], "keep": sent["keep"]}
                    self._outbox.put(pool.pool, over, keep=bool(sent["keep"]))
            return self._seen(room)

    def picture(self, about: str, occasion: str | None) -> Release:
        """The room's picture. Raises ``NotOpen`` until it is revealed, or like ``Caller.call``."""
        return self._caller.call(PictureRequest(self._code, pool_name(about, occasion)))

    # --- behind it -----------------------------------------------------------------------------------

    def _put(self, about: Assessment, occasion: str | None, what: Mapping[str, Any], *, keep: bool) -> bool:
        name = pool_name(about.id, occasion)
        with self._lock:
            sequence = self._next_sequence(name)
            token = in_letters(self._credential.token(self._code, about.id, occasion))
            # The opening that they saw: nothing is sent to a later one without asking.
            opening = self._openings.get(name) or self._outbox.get(name).get("opening")
            sent = {**what, "token": token, "sequence": sequence, "keep": keep, "life": None, "opening": opening}
            self._outbox.put(name, sent, keep=keep)
            room = self._look()
            pool = room.pool(name)
            if pool is None:
                return False
            sent["opening"] = _opening(pool)
            self._outbox.put(name, sent, keep=keep)
            try:
                self._send(name, sent, room.life, _opening(pool))
            except NotOpen:  # it was restarted in between
                return False
            return True

    def _send(self, name: str, sent: Mapping[str, Any], life: str, opening: str) -> None:
        try:
            places = None if sent["places"] is None else from_letters(sent["places"])
            token = from_letters(sent["token"])
            self._caller.call(AnswerRequest(self._code, name, sent["content"], token, sent["sequence"], places))
        except _LATER:
            raise
        except Exception:
            self._outbox.put(name, {}, keep=bool(sent["keep"]))
            raise
        self._outbox.put(name, {**sent, "life": life, "opening": opening}, keep=bool(sent["keep"]))

    def _next_sequence(self, name: str) -> int:
        """One more than ever before: a collector takes no notice of a number that it has seen.

        Only this number is always remembered, so that what a restarted kernel takes back is taken back.
        """
        kept = f"{name} changes"
        sequence = int(self._outbox.get(kept).get("sequence", 0)) + 1
        self._outbox.put(kept, {"sequence": sequence}, keep=True)
        return sequence

    def _look(self) -> RoomState:
        return self._caller.call(StateRequest(self._code))

    def _seen(self, room: RoomState) -> dict[str, JoinedPool]:
        found = {}
        for pool in room.pools:
            self._openings[pool.pool] = _opening(pool)
            found[pool.pool] = JoinedPool(pool.state, pool.enough, pool.policy, self.added(pool.pool))
        return found


def _opening(pool: PoolState) -> str:
    """What a person agreed to be in: under another policy, more could be read from the picture."""
    return f"{pool.number} {pool.policy}"
