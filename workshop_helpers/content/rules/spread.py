"""Feedback that says how far the answers of one subscale lie apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, final

from workshop_helpers.content.raw import File, KeyPath, Misfit, RawRow, text
from workshop_helpers.content.rules.base import Given, Rule
from workshop_helpers.content.rules.fitting import subscales_to_compare
from workshop_helpers.content.rules.wording import counted
from workshop_helpers.model import Id, Text


@final
class Spread(Rule):
    """Feedback that says how far the highest and the lowest answer of a subscale lie apart."""

    kind: Literal["spread"]
    subscale: Id
    text: Text

    @classmethod
    def misfits(cls, row: RawRow, here: KeyPath, file: File) -> Iterator[Misfit]:
        """A subscale that is not there."""
        yield from subscales_to_compare(file, (*here, "subscale"), (text(row, "subscale"),))

    def words(self, given: Given) -> str | None:
        """The distance in points, if two or more items were answered."""
        points = given.values(self.subscale)
        if len(points) < 2:
            return None
        title, apart = given.subscales[self.subscale].title, max(points) - min(points)
        if not apart:
            return f"All your answers on “{title}” were the same. {self.text}"
        return f"Your highest and your lowest answer on “{title}” are {counted(apart, 'point')} apart. {self.text}"
