"""Feedback that lays two lists of points over each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, final

from workshop_helpers.content.raw import File, KeyPath, Misfit, RawRow
from workshop_helpers.content.rules.base import Given, Rule
from workshop_helpers.content.rules.fitting import strange_items
from workshop_helpers.model import Id, Text


@final
class Overlap(Rule):
    """Feedback that says how many points two lists have in common, and where they differ most."""

    kind: Literal["overlap"]
    items: tuple[Id, Id]
    text: Text

    @classmethod
    def misfits(cls, row: RawRow, here: KeyPath, file: File) -> Iterator[Misfit]:
        """Items that are not answered with points, or with points for different things."""
        yield from strange_items(file, here, row, "items", "points")

    def words(self, given: Given) -> str | None:
        """The points in common, and the option with the largest difference, the first where several have it."""
        one, other = (given.points(item) for item in self.items)
        if one is None or other is None:
            return None
        total = sum(one.values())
        common = sum(min(one[option], other[option]) for option in one)
        if common == total:
            return f"Your two lists are the same. {self.text}"
        most = max(one, key=lambda option: abs(one[option] - other[option]))
        return (
            f"Your two lists have {common} of {total} points in common. The largest difference is on "
            f"“{given.labels_of(self.items[0])[most]}”: {one[most]} in the first, {other[most]} in the second. "
            f"{self.text}"
        )
