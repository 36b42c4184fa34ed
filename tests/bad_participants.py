"""Deliberately bad participants' sides of a room. Each loses or doubles something when a collector is restarted."""

from dataclasses import replace
from typing import Any

from workshop_helpers.pooling.contribution import Contribution
from workshop_helpers.pooling.credential import Credential
from workshop_helpers.room.client.outbox import LastWord
from workshop_helpers.room.client.participant import JoinedPool, Participant
from workshop_helpers.room.protocol.replies import RoomState
from workshop_helpers.room.protocol.requests import AnswerRequest
from workshop_helpers.room.standing import Stand, Standing


class NeverSendsAgain(Participant):
    """Believes that what was sent once is there for ever."""

    def keep_up(self) -> dict[str, JoinedPool]:
        return self.state()


class AgreesToAnything(Participant):
    """Takes a person's word for a word about whatever is open when it is sent."""

    def _catch_up(self, room: RoomState, name: str, *, fresh: bool = False) -> None:
        said, pool = self._remembered.last_word(name), room.pool(name)
        if pool and said.pending:
            self._remembered.note(name, replace(said, number=pool.number, policy=pool.policy, life=room.life))
        super()._catch_up(room, name, fresh=fresh)


class SendsToAnyOpening(Participant):
    """Sends what was agreed to for one opening to every later one."""

    def _catch_up(self, room: RoomState, name: str, *, fresh: bool = False) -> None:
        said, pool = self._remembered.last_word(name), room.pool(name)
        if pool and said.number and said.number != pool.number:
            self._remembered.note(name, replace(said, number=pool.number, done=False, sequence=said.sequence + 1))
        super()._catch_up(room, name, fresh=fresh)


class AgreesByItself(Participant):
    """Presses the button that asks whether to add somebody's answers again."""

    def keep_up(self) -> dict[str, JoinedPool]:
        for pool in self._look().pools:
            standing = self._standing(pool.pool, pool.policy)
            if standing.can_add_again and standing.terms:
                said = self._remembered.last_word(pool.pool)
                again = replace(said, sequence=said.sequence + 1, number=pool.number, policy=pool.policy, done=False)
                self._remembered.note(pool.pool, again)
        return super().keep_up()


class BelievesItIsThere(Participant):
    """Takes what it sent once for counted, whatever became of the room."""

    def _standing(self, name: str, author: str, trouble: str | None = None) -> Standing:
        return replace(super()._standing(name, author, trouble), kind=Stand.COUNTED)


class NewTokenEachTime(Participant):
    """Is somebody else whenever it sends."""

    def _send(self, name: str, said: LastWord) -> None:
        token = Credential().token("any", "thing").hex()[:22] + "=="
        super()._send(name, replace(said, token=token))


class ForgetsWhenRefused(Participant):
    """Gives up what it has when it does not come through, even when that only says to wait."""

    def _send(self, name: str, said: LastWord) -> None:
        super()._send(name, said)
        if self._remembered.last_word(name).pending:
            self._remembered.forget(name)


class CountsFromOneAgain(Participant):
    """Begins to count its changes anew after a restart of its kernel, so that they come to nothing."""

    def _request(self, name: str, said: LastWord, answers: dict[str, Any] | None) -> AnswerRequest:
        return replace(super()._request(name, said, answers), sequence=1)


class KeepsSkipsToItself(Participant):
    """Sends nothing where there seems to be nothing to send."""

    def add(self, given: Contribution, occasion: str | None, number: str | None, *, keep: bool) -> None:
        if any(place < len(v.options) - 1 for place, v in zip(bytes(given), given.variables, strict=True)):
            super().add(given, occasion, number, keep=keep)
