"""Feedback for the four corners that two means make."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, final

from workshop_helpers.content.raw import File, KeyPath, Misfit, RawRow
from workshop_helpers.content.rules.base import Given, Rule
from workshop_helpers.content.rules.fitting import subscales_to_compare
from workshop_helpers.model import Id, Number, Text


@final
class Corner(Rule):
    """Feedback for the four ways in which two means can lie below a ``split`` or from there up.

    ``texts`` are for: both low, only the first high, only the second high, both high.
    """

    kind: Literal["corner"]
    subscales: tuple[Id, Id]
    split: Number
    texts: tuple[Text, Text, Text, Text]

    @classmethod
    def misfits(cls, row: RawRow, here: KeyPath, file: File) -> Iterator[Misfit]:
        """Two that are no subscales, are the same one, or do not share a scale."""
        yield from subscales_to_compare(file, (*here, "subscales"), row.get("subscales"))

    def words(self, given: Given) -> str | None:
        """The author's text for the corner in which the answers are."""
        one, other = (given.mean(name) for name in self.subscales)
        if one is None or other is None:
            return None
        return self.texts[(one >= self.split) + 2 * (other >= self.split)]
