"""One person's side of a room: what they agreed to goes to the opening that they agreed to be in, and to no other."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from threading import RLock
from typing import Any, Literal

from workshop_helpers.content import Assessment
from workshop_helpers.errors import (
    MalformedReply,
    NotAgreed,
    NotOpen,
    TooManyGuesses,
    Unreachable,
    WorkshopError,
    WrongCode,
)
from workshop_helpers.pooling.contribution import Contribution
from workshop_helpers.pooling.credential import Credential
from workshop_helpers.pooling.pool import pool_name
from workshop_helpers.pooling.release import Release
from workshop_helpers.private import Private, hushed
from workshop_helpers.room.client.caller import Caller
from workshop_helpers.room.client.outbox import LastWord, LastWords, Outbox, Wish
from workshop_helpers.room.client.standings import standing_in
from workshop_helpers.room.protocol.links import Link
from workshop_helpers.room.protocol.messages import from_letters, in_letters
from workshop_helpers.room.protocol.replies import PoolState, RoomState
from workshop_helpers.room.protocol.requests import AnswerRequest, PictureRequest, StateRequest, content_version
from workshop_helpers.room.standing import Standing

# What a collector that was just restarted says too, or whoever answers in its place for a moment.
_LATER = (MalformedReply, TooManyGuesses, Unreachable, WrongCode)


@dataclass(frozen=True)
class JoinedPool:
    """One pool as a participant may know it: whether enough have answered, and whether this person is among them."""

    state: Literal["open", "revealed", "discarded"]
    enough: bool
    policy: str
    added: bool
    number: str


class Participant(Private):
    """A person in a room.

    Args:
        link: The way into the room.
        credential: The person's own secret.
        outbox: Where it is remembered what they agreed to.
        caller: How the collector is called; for tests.

    Within one opening, what did not come through is sent again by itself. An opening that was lost with its collector
    is another one when it is opened again, and nothing is sent to it before the person agrees once more.
    """

    __slots__ = ("_caller", "_code", "_credential", "_lock", "_remembered", "_room", "link")

    def __init__(self, link: Link, credential: Credential, outbox: Outbox, caller: Caller | None = None) -> None:
        self.link = link
        self._code = link.code
        self._credential = credential
        self._remembered = LastWords(outbox)
        self._caller = caller or Caller(link)
        self._lock = RLock()
        self._room: RoomState | None = None  # as it was seen last

    # --- what the person says ----------------------------------------------------------------------

    @hushed
    def add(self, given: Contribution, occasion: str | None, number: str | None, *, keep: bool) -> None:
        """Send what the person agreed to, in place of what they sent before. ``standing`` says what came of it.

        Args:
            given: The contribution, with the rule that they agreed to.
            occasion: On which occasion it was asked.
            number: The opening that they agreed to be in; ``None`` if nothing was open when they were asked. It is
                then sent at the next opening under the same rule.
            keep: Whether it may be remembered on disk, to be sent after a restart of this kernel.

        Raises:
            Unreachable, TooManyGuesses, WrongCode, MalformedReply: if it could not be sent yet; ``keep_up`` tries
                again.
        """
        about, policy = given.assessment, given.policy
        assert policy is not None, "nothing of a private self-assessment is added"
        name = pool_name(about.id, occasion)
        places, content = in_letters(bytes(given)), content_version(given.variables)
        with self._lock:
            self._remembered.keep(name, {"places": places, "content": content}, keep=keep)
            self._say(name, self._token(about, occasion), "in", policy.name, number)
            self._catch_up(self._look(), name, fresh=True)

    @hushed
    def add_again(self, about: Assessment, occasion: str | None, policy: str, number: str | None) -> None:
        """Agree once more to what is at hand, under the rule and in the opening that the person sees now.

        Raises like ``add``; does nothing if nothing is at hand.
        """
        name = pool_name(about.id, occasion)
        with self._lock:
            if self._remembered.answers(name) is not None:
                self._say(name, self._token(about, occasion), "in", policy, number)
                self._catch_up(self._look(), name, fresh=True)

    @hushed
    def take_back(self, about: Assessment, occasion: str | None) -> None:
        """Take back what was sent, as if it had never been added. Raises like ``add``."""
        with self._lock:
            self._take_back(pool_name(about.id, occasion), self._token(about, occasion))

    @hushed
    def take_all_back(self) -> None:
        """Take back what may be in anything that is open. Raises like ``add``."""
        with self._lock:
            for name in self.open_with_theirs():
                self._take_back(name, self._remembered.last_word(name).token)

    # --- what there is -----------------------------------------------------------------------------

    @property
    def room(self) -> RoomState | None:
        """The room as it was seen last."""
        return self._room

    def open_with_theirs(self) -> list[str]:
        """What was open when the room was seen last, and may have something of this person's. Asks nobody."""
        with self._lock:
            pools = self._room.pools if self._room else ()
            words = {pool.pool: self._remembered.last_word(pool.pool) for pool in pools if pool.state == "open"}
            numbers = {pool.pool: pool.number for pool in pools}
            return [name for name, said in words.items() if said.number == numbers[name] and said.may_be_there != "out"]

    def seats(self) -> int:
        """How many people the room has seats for. Raises like ``Caller.call``."""
        return self._look().seats

    def standing(self, about: Assessment, occasion: str | None, trouble: str | None = None) -> Standing:
        """Where this person stands with a pool, by what was seen last. Asks nobody."""
        with self._lock:
            return self._standing(pool_name(about.id, occasion), about.policy, trouble)

    def state(self) -> dict[str, JoinedPool]:
        """Every pool of the room by name. Raises like ``Caller.call``."""
        with self._lock:
            return self._seen(self._look())

    def keep_up(self) -> dict[str, JoinedPool]:
        """Look at the room, and send what it never got of what was agreed to. Raises like ``Caller.call``."""
        with self._lock:
            room = self._look()
            for pool in room.pools:
                self._catch_up(room, pool.pool)
            return self._seen(room)

    def picture(self, about: str, occasion: str | None) -> Release:
        """The room's picture. Raises ``NotOpen`` until it is revealed, or like ``Caller.call``."""
        return self._caller.call(PictureRequest(self._code, pool_name(about, occasion)))

    # --- behind it -----------------------------------------------------------------------------------

    def _token(self, about: Assessment, occasion: str | None) -> str:
        return in_letters(self._credential.token(self._code, about.id, occasion))

    def _take_back(self, name: str, token: str) -> None:
        self._remembered.forget(name)
        before = self._remembered.last_word(name)
        self._say(name, token, "out", before.policy, before.number)
        if before.word == "in" and before.number is None:  # it was never sent
            self._remembered.note(name, replace(self._remembered.last_word(name), done=True))
            return
        self._catch_up(self._look(), name, fresh=True)

    def _say(self, name: str, token: str, wish: Wish, policy: str, number: str | None) -> None:
        """Note a person's word, before anything is sent: whatever happens then, it is known what they want."""
        before = self._remembered.last_word(name)
        if number is None and self._room is None and before.policy == policy:
            number = before.number  # a kernel that was just started has not looked: it is what they knew last
        said = LastWord(
            # One more than ever before: a collector takes no notice of a number that it has seen.
            sequence=before.sequence + 1,
            word=wish,
            number=number,
            policy=policy,
            life=self._room.life if self._room else before.life,
            token=token,
            earlier=before.may_be_there if before.number == number else "out",
        )
        self._remembered.note(name, said)

    def _catch_up(self, room: RoomState, name: str, *, fresh: bool = False) -> None:
        """Send a last word that the room does not have, if it belongs to what is open now.

        ``fresh`` says that it was never on its way, so that where it comes too late, the room has not got it.
        """
        said, pool = self._remembered.last_word(name), room.pool(name)
        if pool is None:
            return
        if pool.state != "open":
            if said.number == pool.number:
                self._remembered.forget(name)  # what was answered: it is drawn, or forgotten
                said = said.refuse("") if fresh and said.pending else said
                if said != (over := replace(said, over=pool.state)):
                    self._remembered.note(name, over)
            return
        sendable = said.word == "out" or (said.policy == pool.policy and self._remembered.answers(name) is not None)
        if said.number is None and said.pending and sendable:
            said = replace(said, number=pool.number, policy=pool.policy, life=room.life)
            self._remembered.note(name, said)  # first: from now on it belongs to this opening alone
        if said.pending and (said.number, said.policy) == (pool.number, pool.policy):
            self._send(name, said)

    def _send(self, name: str, said: LastWord) -> None:
        answers = self._remembered.answers(name)
        if said.word == "in" and answers is None:
            return
        try:
            self._caller.call(self._request(name, said, answers if said.word == "in" else None))
        except _LATER:
            raise
        except (NotAgreed, NotOpen):
            return  # it was opened anew, or lost, since the room was seen; the next look says so
        except WorkshopError as error:
            self._remembered.forget(name)
            self._remembered.note(name, said.refuse(str(error)))
            with suppress(WorkshopError):
                self._look()  # how it stands now explains why
        else:
            self._remembered.note(name, replace(said, done=True))

    def _request(self, name: str, said: LastWord, answers: dict[str, Any] | None) -> AnswerRequest:
        return AnswerRequest(
            code=self._code,
            pool=name,
            number=said.number or "",
            policy=said.policy,
            content=answers["content"] if answers else "",
            token=from_letters(said.token),
            sequence=said.sequence,
            places=from_letters(answers["places"]) if answers else None,
        )

    def _look(self) -> RoomState:
        room = self._caller.call(StateRequest(self._code))
        with self._lock:
            self._room = room
        return room

    def _standing(self, name: str, author: str, trouble: str | None = None) -> Standing:
        return standing_in(
            joined=True,
            author=author,
            last=self._remembered.last_word(name),
            at_hand=self._remembered.answers(name) is not None,
            room=self._room,
            pool=name,
            trouble=trouble,
        )

    def _seen(self, room: RoomState) -> dict[str, JoinedPool]:
        return {pool.pool: self._joined(pool) for pool in room.pools}

    def _joined(self, pool: PoolState) -> JoinedPool:
        mine = self._standing(pool.pool, pool.policy).mine
        return JoinedPool(pool.state, pool.enough, pool.policy, mine, pool.number)
