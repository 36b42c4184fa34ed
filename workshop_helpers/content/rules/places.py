"""Feedback on how many options got a good number of points."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal, final

from pydantic import Field

from workshop_helpers.content.raw import File, KeyPath, Misfit, RawRow
from workshop_helpers.content.rules.base import Given, Rule
from workshop_helpers.content.rules.fitting import strange_items
from workshop_helpers.content.rules.wording import counted
from workshop_helpers.model import Id, Text


@final
class Places(Rule):
    """Feedback that counts the options that got ``at_least`` so many points."""

    kind: Literal["places"]
    item: Id
    at_least: Annotated[int, Field(ge=1)]
    text: Text

    @classmethod
    def misfits(cls, row: RawRow, here: KeyPath, file: File) -> Iterator[Misfit]:
        """An item that is not answered with points."""
        yield from strange_items(file, here, row, "item", "points")

    def words(self, given: Given) -> str | None:
        """The number of options."""
        points = given.points(self.item)
        if points is None:
            return None
        places = sum(number >= self.at_least for number in points.values())
        in_places = counted(places, "place") if places else "no place"
        return f"You gave {counted(self.at_least, 'point')} or more in {in_places}. {self.text}"
