"""Feedback that compares the answers of two occasions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, final

from workshop_helpers.content.raw import File, KeyPath, Misfit, RawRow
from workshop_helpers.content.rules.base import Given, Rule
from workshop_helpers.content.rules.wording import counted, with_and
from workshop_helpers.model import Text

FIRST_TIME = "This was the first time. The same questions come again later, and then you can compare."


@final
class BeforeAndAfter(Rule):
    """Feedback that says how many answers went up, went down, changed or stayed between two occasions."""

    asked_once = False

    kind: Literal["before-and-after"]
    text: Text

    @classmethod
    def misfits(cls, row: RawRow, here: KeyPath, file: File) -> Iterator[Misfit]:
        """An assessment without two occasions."""
        if not file.occasions:
            yield (*here, "kind"), "comparing before and after needs two [[occasions]]."

    def words(self, given: Given) -> str | None:
        """How many choices changed and how many points moved, of what was answered both times."""
        if given.first_time:
            return FIRST_TIME
        changed, moved = given.changed(), given.moved()
        if not changed and not moved:
            return None
        sentences = []
        if len(changed) == 1:
            sentences.append("You changed your choice." if changed[0] else "You stayed with your choice.")
        elif changed:
            sentences.append(f"You changed {sum(changed) or 'none'} of {len(changed)} choices.")
        if moved:
            ways = {
                "higher on": sum(by > 0 for by in moved),
                "lower on": sum(by < 0 for by in moved),
                "the same on": sum(by == 0 for by in moved),
            }
            parts = [f"{way} {counted(count, 'question')}" for way, count in ways.items() if count]
            sentences.append(f"Since the first time, your answers are {with_and(parts)}.")
        return " ".join([*sentences, self.text])
