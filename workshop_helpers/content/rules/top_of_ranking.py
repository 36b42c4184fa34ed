"""Feedback that repeats what stands first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal, final

from pydantic import Field

from workshop_helpers.content.raw import File, KeyPath, Misfit, RawRow
from workshop_helpers.content.rules.base import Given, Rule
from workshop_helpers.content.rules.fitting import strange_items
from workshop_helpers.content.rules.wording import listed
from workshop_helpers.model import Id, Text


@final
class TopOfRanking(Rule):
    """Feedback that names the first ``places`` options of a ranking."""

    kind: Literal["top-of-ranking"]
    item: Id
    places: Annotated[int, Field(ge=1, le=5)]
    text: Text

    @classmethod
    def misfits(cls, row: RawRow, here: KeyPath, file: File) -> Iterator[Misfit]:
        """An item that is not answered with a ranking."""
        yield from strange_items(file, here, row, "item", "ranking")

    def words(self, given: Given) -> str | None:
        """The first options of the list."""
        order = given.order(self.item)
        if order is None:
            return None
        labels = given.labels_of(self.item)
        return f"At the top of your list: {listed(labels[option] for option in order[: self.places])}. {self.text}"
