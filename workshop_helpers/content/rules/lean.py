"""Feedback that compares two subscales: toward which of the two the answers lean, and how clearly."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, final

from workshop_helpers.content.raw import File, KeyPath, Misfit, RawRow
from workshop_helpers.content.rules.base import ABOUT_EVEN, CLEARLY, Given, Rule
from workshop_helpers.content.rules.fitting import subscales_to_compare
from workshop_helpers.model import Id


@final
class Lean(Rule):
    """Feedback that compares two subscales."""

    kind: Literal["lean"]
    between: tuple[Id, Id]

    @classmethod
    def misfits(cls, row: RawRow, here: KeyPath, file: File) -> Iterator[Misfit]:
        """Two that are no subscales, are the same one, or do not share a scale."""
        yield from subscales_to_compare(file, (*here, "between"), row.get("between"))

    def words(self, given: Given) -> str | None:
        """What the side serves to which the answers lean, what it costs, and an experiment with the other side."""
        one, other = (given.subscales[name] for name in self.between)
        apart = given.apart(*self.between)
        if apart is None:
            return None
        if abs(apart) < ABOUT_EVEN:
            return (
                f"Today your answers were about even between “{one.title}” and “{other.title}”. "
                f"{one.serves} {other.serves} If you want an experiment: {one.experiment}"
            )
        more, less = (one, other) if apart > 0 else (other, one)
        clearly = " clearly" if abs(apart) > CLEARLY else ""
        return (
            f"Today your answers leaned{clearly} toward “{more.title}” rather than “{less.title}”. "
            f"{more.serves} {more.costs} If you want an experiment: {less.experiment}"
        )
