"""Feedback on how many of the points for some options went to one of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal, final

from pydantic import Field

from workshop_helpers.content.raw import File, KeyPath, Misfit, RawRow, text
from workshop_helpers.content.rules.base import Given, Rule
from workshop_helpers.content.rules.fitting import strange_items, strange_options
from workshop_helpers.content.rules.wording import counted, listed
from workshop_helpers.model import Id, Text


@final
class Share(Rule):
    """Feedback that says how many of the points for some options went to one of them."""

    kind: Literal["share"]
    item: Id
    option: Id
    among: Annotated[tuple[Id, ...], Field(min_length=2)]
    text: Text

    @classmethod
    def misfits(cls, row: RawRow, here: KeyPath, file: File) -> Iterator[Misfit]:
        """An item that is not answered with points, or options that it does not have."""
        yield from strange_items(file, here, row, "item", "points")
        among = row.get("among")
        inside = among if isinstance(among, list | tuple) else ()
        if inside and row.get("option") not in inside:
            yield (*here, "option"), "must be one of 'among'."
        if len({str(option) for option in inside}) < len(inside):
            yield (*here, "among"), "name each option once."
        name = text(file.item(row.get("item")) or {}, "options")
        yield from strange_options(file, here, name, {"option": [row.get("option")], "among": inside})

    def words(self, given: Given) -> str | None:
        """The points of one, and of all that are named."""
        points = given.points(self.item)
        if points is None:
            return None
        together, part = sum(points[option] for option in self.among), points[self.option]
        labels = given.labels_of(self.item)
        if len(self.among) == len(points):
            return f"You gave {part} of the {counted(together, 'point')} to “{labels[self.option]}”. {self.text}"
        named = listed(labels[option] for option in self.among)
        if not together:
            return f"You gave no points to {named}. {self.text}"
        return (
            f"Of the {counted(together, 'point')} you gave to {named}, {part or 'none'} went to "
            f"“{labels[self.option]}”. {self.text}"
        )
