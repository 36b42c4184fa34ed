"""Deliberately bad memberships of a room. Each says something of where a person's answers are that is not so."""

import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from workshop_helpers.content import Assessment
from workshop_helpers.errors import WorkshopError
from workshop_helpers.pooling.contribution import Contribution
from workshop_helpers.room.client.membership import Membership
from workshop_helpers.room.client.participant import Participant
from workshop_helpers.room.protocol.links import Link
from workshop_helpers.room.standing import Standing
from workshop_helpers.watcher import PARTICIPANTS_PAUSE


@dataclass(frozen=True)
class _Pressed:
    """A standing whose words come from a button."""

    standing: Standing
    words: list[str]

    def __getattr__(self, name: str) -> Any:
        return getattr(self.standing, name)


class SaysWhatWasPressed(Membership):
    """Says what the last button does."""

    _said = ""

    def add(self, given: Contribution, occasion: str | None, number: str | None, *, keep: bool) -> None:
        super().add(given, occasion, number, keep=keep)
        self._said = "Your answers are in the room. Until the reveal you can change them or take them back."

    def take_back(self, about: Assessment, occasion: str | None) -> None:
        super().take_back(about, occasion)
        self._said = "They are taken back, as if they had never been there. Until the reveal you can add them again."

    def standing(self, about: Assessment, occasion: str | None) -> Any:
        return _Pressed(super().standing(about, occasion), [self._said] if self._said else [])


class LooksOnce(Membership):
    """Looks at the room when it is joined, and believes that it stays like this."""

    _looked = False

    def look(self, pause: float = PARTICIPANTS_PAUSE) -> float | None:
        if self._looked:
            return PARTICIPANTS_PAUSE
        self._looked = self.joined
        return super().look(pause)


class NeverSendsAgainItself(Membership):
    """Sends what was agreed to once, and leaves it at that."""

    def look(self, pause: float = PARTICIPANTS_PAUSE) -> float | None:
        participant = self.participant
        if participant is not None:
            with suppress(WorkshopError):
                participant.state()
        return PARTICIPANTS_PAUSE


class IsSomebodyElseAfterARestart(Membership):
    """Keeps a person's secret in the kernel's memory."""

    def __init__(self, workbook: Any) -> None:
        super().__init__(workbook)
        self._secret = secrets.token_hex(32)

    def _as_participant(self, link: Link, kept: Mapping[str, Any], generation: str) -> Participant:
        return super()._as_participant(link, {**kept, "secret": self._secret}, generation)
