"""Feedback that depends on no answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, final

from workshop_helpers.content.raw import File, KeyPath, Misfit, RawRow
from workshop_helpers.content.rules.base import Given, Rule
from workshop_helpers.model import Text


@final
class Note(Rule):
    """Feedback that is the same for everybody."""

    asked_once = False

    kind: Literal["note"]
    text: Text

    @classmethod
    def misfits(cls, row: RawRow, here: KeyPath, file: File) -> Iterator[Misfit]:
        """Nothing: a note fits everywhere."""
        yield from ()

    def words(self, given: Given) -> str | None:
        """The author's text alone."""
        return self.text
