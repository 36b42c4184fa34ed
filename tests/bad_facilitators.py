"""Deliberately bad facilitators' sides of a room. Each collects again what was drawn, or loses what was opened."""

from dataclasses import replace
from typing import Any

from workshop_helpers.pooling.release import Release
from workshop_helpers.room.client.facilitator import Facilitator, OpeningsInMemory
from workshop_helpers.room.protocol.replies import RoomCount


class ForgetsThatItAsked(Facilitator):
    """Opens again whatever the room has lost."""

    def keep_up(self) -> RoomCount:
        for opened in self.opened:
            self._openings.put(replace(opened, asked=False))
        return super().keep_up()


class RemembersInItsOwnMemory(Facilitator):
    """Reads what is open when its notebook is opened, and knows better from then on."""

    def __init__(self, link: Any, key: str, openings: Any, caller: Any) -> None:
        super().__init__(link, key, OpeningsInMemory(openings.get()), caller)


class RemembersTooLate(Facilitator):
    """Remembers that it asked when it has the picture."""

    def reveal(self, assessment: str, occasion: str | None = None, number: str | None = None) -> Release:
        before = self.opened
        try:
            return super().reveal(assessment, occasion, number)
        except Exception:
            for opened in before:
                self._openings.put(opened)
            raise


class MeansWhateverIsOpen(Facilitator):
    """Reveals and closes what is in a place now, whatever its page shows."""

    def reveal(self, assessment: str, occasion: str | None = None, number: str | None = None) -> Release:
        return super().reveal(assessment, occasion, self.keep_up().pools[-1].number)

    def close(self, assessment: str, occasion: str | None = None, number: str | None = None) -> None:
        super().close(assessment, occasion, self.keep_up().pools[-1].number)
