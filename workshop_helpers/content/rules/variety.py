"""Feedback on how many different options were chosen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, final

from workshop_helpers.content.raw import File, KeyPath, Misfit, RawRow
from workshop_helpers.content.rules.base import Given, Rule
from workshop_helpers.model import Text


@final
class Variety(Rule):
    """Feedback that counts how many different options were used across the choice items."""

    kind: Literal["variety"]
    noun: Text
    text: Text

    @classmethod
    def misfits(cls, row: RawRow, here: KeyPath, file: File) -> Iterator[Misfit]:
        """An assessment in which nothing is chosen."""
        if not any(item.get("format") == "choice" for _, item in file.items):
            yield (*here, "kind"), 'counting what was chosen needs items with format = "choice".'

    def words(self, given: Given) -> str | None:
        """How many different ones, in the author's noun."""
        used = set(given.chosen())
        if not used:
            return None
        number = f"one {self.noun}" if len(used) == 1 else f"{len(used)} different {self.noun}s"
        return f"You used {number}. {self.text}"
