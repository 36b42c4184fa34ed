"""Feedback on where the most points went."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, final

from workshop_helpers.content.raw import File, KeyPath, Misfit, RawRow
from workshop_helpers.content.rules.base import Given, Rule
from workshop_helpers.content.rules.fitting import strange_items
from workshop_helpers.content.rules.wording import listed
from workshop_helpers.model import Id, Text


@final
class MostPoints(Rule):
    """Feedback that names the option, or options, that got the most points."""

    kind: Literal["most-points"]
    item: Id
    text: Text

    @classmethod
    def misfits(cls, row: RawRow, here: KeyPath, file: File) -> Iterator[Misfit]:
        """An item that is not answered with points."""
        yield from strange_items(file, here, row, "item", "points")

    def words(self, given: Given) -> str | None:
        """The options with the most points, unless all have the same."""
        points = given.points(self.item)
        if points is None:
            return None
        most = max(points.values())
        if most == min(points.values()):
            return "You gave each of them the same number of points."
        labels = given.labels_of(self.item)
        named = listed(labels[option] for option, number in points.items() if number == most)
        return f"You gave the most points to {named}. {self.text}"
