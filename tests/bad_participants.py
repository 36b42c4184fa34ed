"""Deliberately bad participants' sides of a room. Each loses or doubles something when a collector is restarted."""

from collections.abc import Mapping
from typing import Any

from workshop_helpers.pooling.contribution import Contribution
from workshop_helpers.pooling.credential import Credential
from workshop_helpers.room.client.participant import JoinedPool, Participant


class NeverSendsAgain(Participant):
    """Believes that what was sent once is there for ever."""

    def keep_up(self) -> dict[str, JoinedPool]:
        return self.state()


class SendsToAnyOpening(Participant):
    """Sends what was agreed to for one opening to every later one."""

    def keep_up(self) -> dict[str, JoinedPool]:
        for opening in self._look().pools:
            sent = self._outbox.get(opening.pool)
            if "token" in sent:
                self._outbox.put(opening.pool, {**sent, "opening": None, "life": None}, keep=True)
        return super().keep_up()


class NewTokenEachTime(Participant):
    """Is somebody else whenever it sends."""

    def _send(self, name: str, sent: Mapping[str, Any], life: str, opening: str) -> None:
        token = Credential().token("any", "thing").hex()[:22] + "=="
        super()._send(name, {**sent, "token": token}, life, opening)


class ForgetsWhenRefused(Participant):
    """Gives up at the first refusal, even when that only says to wait."""

    def _send(self, name: str, sent: Mapping[str, Any], life: str, opening: str) -> None:
        try:
            super()._send(name, sent, life, opening)
        except Exception:
            self._outbox.put(name, {}, keep=True)
            raise


class CountsFromOneAgain(Participant):
    """Begins to count its changes anew after a restart of its kernel, so that they come to nothing."""

    def _next_sequence(self, name: str) -> int:
        return int(self._outbox.get(name).get("sequence", 0)) + 1


class NeverForgets(Participant):
    """Keeps what it sent when the picture has been drawn."""

    def keep_up(self) -> dict[str, JoinedPool]:
        pools = [pool.pool for pool in self._look().pools]
        sent = {pool: self._outbox.get(pool) for pool in pools}
        try:
            return super().keep_up()
        finally:
            for pool, what in sent.items():
                if what and "over" in self._outbox.get(pool):
                    self._outbox.put(pool, what, keep=True)


class LooksAtTheNumberOnly(Participant):
    """Sends again to an opening of the same number, whatever its policy is now."""

    def keep_up(self) -> dict[str, JoinedPool]:
        for opening in self._look().pools:
            sent = self._outbox.get(opening.pool)
            if "token" in sent and str(sent["opening"]).startswith(opening.number):
                self._outbox.put(opening.pool, {**sent, "opening": None}, keep=True)
        return super().keep_up()


class KeepsSkipsToItself(Participant):
    """Sends nothing where there seems to be nothing to send."""

    def add(self, given: Contribution, occasion: str | None, *, keep: bool) -> bool:
        if all(place == len(v.options) - 1 for place, v in zip(bytes(given), given.variables, strict=True)):
            return True
        return super().add(given, occasion, keep=keep)
