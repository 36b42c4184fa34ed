"""Bad ways of handing in a hat or a table, each of which an attack in ``test_room_client_hand_in`` must catch."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any

from workshop_helpers.pooling.contribution import Contribution
from workshop_helpers.room.client.hand_in import HandedIn, HandIn
from workshop_helpers.room.protocol.replies import PoolCount


class OneSecretForAll(HandIn):
    """All rows go as one person's."""

    def _token(self, number: str, row: bytes) -> bytes:
        return super()._token(number, b"")


class NamedByTheRow(HandIn):
    """A row's own name goes with it, so that whoever has the file finds it in the room."""

    def _token(self, number: str, row: bytes) -> bytes:
        return row.ljust(32)


class FreshEachTime(HandIn):
    """Whoever presses twice is counted twice."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.presses = 0

    def _token(self, number: str, row: bytes) -> bytes:
        return secrets.token_bytes(32)

    def add(self, pool: str, policy: str, rows: Mapping[bytes, Contribution]) -> HandedIn:
        self._words.clear()
        return super().add(pool, policy, rows)


class InTheOrderOfTheFile(HandIn):
    """The fifth to come is the fifth row."""

    def _in_no_order(self, rows: list[bytes]) -> list[bytes]:
        return rows


class UnderAnyRule(HandIn):
    """Whatever the people of the hat were told, they are counted."""

    def _refuse_another_rule(self, opened: PoolCount, policy: str) -> None:
        pass


class SendsAgainByItself(HandIn):
    """Whenever it looks, it adds those again whom the room has lost."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.kept: tuple[Any, ...] = ()

    def add(self, pool: str, policy: str, rows: Mapping[bytes, Contribution]) -> HandedIn:
        self.kept = (pool, policy, rows)
        return super().add(pool, policy, rows)

    def look(self, pool: str) -> HandedIn:
        standing = super().look(pool)
        if self.kept and standing.room == "open" and not standing.people:
            super().add(*self.kept)
            return super().look(pool)
        return standing
