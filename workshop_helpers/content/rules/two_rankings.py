"""Feedback that lays two rankings beside each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, final

from workshop_helpers.content.raw import File, KeyPath, Misfit, RawRow
from workshop_helpers.content.rules.base import Given, Rule
from workshop_helpers.content.rules.fitting import strange_items
from workshop_helpers.model import Id, Text


@final
class TwoRankings(Rule):
    """Feedback that names the option whose places in two rankings differ most."""

    kind: Literal["two-rankings"]
    items: tuple[Id, Id]
    text: Text

    @classmethod
    def misfits(cls, row: RawRow, here: KeyPath, file: File) -> Iterator[Misfit]:
        """Items that are not answered with a ranking, or with rankings of different things."""
        yield from strange_items(file, here, row, "items", "ranking")

    def words(self, given: Given) -> str | None:
        """The option that moved furthest, the first where several did."""
        one, other = (given.order(item) for item in self.items)
        if one is None or other is None:
            return None
        if one == other:
            return f"Your two lists are the same. {self.text}"
        most = max(one, key=lambda option: abs(one.index(option) - other.index(option)))
        return (
            f"Your two lists differ most on “{given.labels_of(self.items[0])[most]}”: place {one.index(most) + 1} in "
            f"the first, place {other.index(most) + 1} in the second. {self.text}"
        )
