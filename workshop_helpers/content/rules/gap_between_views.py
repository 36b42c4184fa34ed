"""Feedback that compares what was answered for oneself with what was answered for somebody else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, final

from workshop_helpers.content.raw import File, KeyPath, Misfit, RawRow
from workshop_helpers.content.rules.base import ABOUT_EVEN, Given, Rule
from workshop_helpers.content.rules.fitting import one_scale
from workshop_helpers.model import Text


@final
class GapBetweenViews(Rule):
    """Feedback that compares the two views of the same items."""

    asked_once = False

    kind: Literal["gap-between-views"]
    higher: Text
    lower: Text
    even: Text

    @classmethod
    def misfits(cls, row: RawRow, here: KeyPath, file: File) -> Iterator[Misfit]:
        """An assessment without two views, or whose scale items have several scales."""
        if not file.views:
            yield (*here, "kind"), "comparing views needs two [[views]]."
        else:
            yield from one_scale(file, here)

    def words(self, given: Given) -> str | None:
        """The author's text for the second view being higher, lower or about even."""
        apart = given.views_apart()
        if apart is None:
            return None
        if abs(apart) < ABOUT_EVEN:
            return self.even
        return self.higher if apart > 0 else self.lower
