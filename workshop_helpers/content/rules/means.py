"""Feedback that sets the means of some subscales side by side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal, final

from pydantic import Field

from workshop_helpers.content.raw import File, KeyPath, Misfit, RawRow
from workshop_helpers.content.rules.base import Given, Rule
from workshop_helpers.content.rules.fitting import subscales_to_compare
from workshop_helpers.content.rules.wording import one_decimal
from workshop_helpers.model import Id, Text


@final
class Means(Rule):
    """Feedback that gives the means of some subscales side by side, and adds nothing up."""

    kind: Literal["means"]
    subscales: Annotated[tuple[Id, ...], Field(min_length=1)]
    text: Text

    @classmethod
    def misfits(cls, row: RawRow, here: KeyPath, file: File) -> Iterator[Misfit]:
        """Subscales that are not there, or do not share a scale."""
        yield from subscales_to_compare(file, (*here, "subscales"), row.get("subscales"))

    def words(self, given: Given) -> str | None:
        """The means with one decimal, without the parts that were hardly answered."""
        known = {name: mean for name in self.subscales if (mean := given.mean(name)) is not None}
        if not known:
            return None
        points = given.ruler(next(iter(known)))
        means = ", ".join(f"“{given.subscales[name].title}” {one_decimal(mean)}" for name, mean in known.items())
        return f"Today, from {points[0]} to {points[-1]}: {means}. {self.text}"
