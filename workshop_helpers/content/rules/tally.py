"""Feedback on how often one option was chosen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, final

from workshop_helpers.content.raw import File, KeyPath, Misfit, RawRow, known, text
from workshop_helpers.content.rules.base import Given, Rule
from workshop_helpers.content.rules.fitting import strange_options
from workshop_helpers.model import Id, Text


@final
class Tally(Rule):
    """Feedback that counts how often one option of a list was chosen, across the items that use the list."""

    kind: Literal["tally"]
    options: Id
    option: Id
    text: Text

    @classmethod
    def misfits(cls, row: RawRow, here: KeyPath, file: File) -> Iterator[Misfit]:
        """Options that no choice item uses, or an option that is not one of them."""
        chosen = (text(item, "options") for _, item in file.items if item.get("format") == "choice")
        used = list(dict.fromkeys(filter(None, chosen)))
        name = text(row, "options")
        if name is not None and name not in used:
            yield (*here, "options"), f"no choice item uses these options; {known('options in use', used)}."
        else:
            yield from strange_options(file, here, name, {"option": [row.get("option")]})

    def words(self, given: Given) -> str | None:
        """How often, of the times that it could be chosen and something was."""
        chosen, label = given.chosen(self.options), given.labels_in(self.options)[self.option]
        if not chosen:
            return None
        if len(chosen) == 1:
            chose = "chose" if self.option in chosen else "did not choose"
            return f"You {chose} “{label}” for the one that you answered. {self.text}"
        count = chosen.count(self.option) or "none"
        return f"You chose “{label}” for {count} of the {len(chosen)} that you answered. {self.text}"
