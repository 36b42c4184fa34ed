"""The plan that somebody leaves with: two sentences "if ..., then I will ...", and when to look back at them."""

from __future__ import annotations

from dataclasses import dataclass

NAME = "if-then"  # what the plan is called in the workbook's part "plan"
LOOK_BACK = "look-back"
LOOKING_BACK = "When will you look back at this?"


@dataclass(frozen=True)
class IfThen:
    """One sentence of the plan, with an example for each of its halves."""

    id: str
    title: str
    if_example: str
    then_example: str

    @property
    def keys(self) -> tuple[str, str]:
        """Under which keys the workbook keeps its two halves."""
        return f"{self.id}-if", f"{self.id}-then"


SENTENCES = (
    IfThen(
        "step",
        "A small step",
        "a friend asks how I am",
        "say one true sentence before I say “fine”",
    ),
    IfThen(
        "boundary",
        "A boundary",
        "somebody asks for more than I want to tell",
        "say “not today”, and ask how they are",
    ),
)
