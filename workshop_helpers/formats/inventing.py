"""An invented person in front of one question. All is drawn from seeds named after person, assessment and item."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import erf, sqrt
from random import Random


@dataclass(frozen=True)
class Invented:
    """One of the made-up group, asked one question.

    Attributes:
        name: The person's name, which is the seed of moods and habits.
        assessment: The id of what they answer.
        item: The id of the item.
        view: The id of the view that is asked, if there are two. Two times are none: they may not differ beyond
            chance, because the workshop has no effect on anybody here.
        chance: What the person leaves to chance in this answer.
    """

    name: str
    assessment: str
    item: str
    view: str | None
    chance: Random

    def place(self, trait: str, reversed: bool) -> float:
        """Where between 0 and 1 an answer lies: where moods, the question's lean and some chance meet.

        Args:
            trait: What the answer speaks to; those to one trait hang together.
            reversed: Whether more of the trait means less of the answer.
        """
        traits = 0.5 * _drawn(self.name, "mood") + 0.7 * _drawn(self.name, self.assessment, trait)
        of_item = Random(f"{self.assessment}/{self.item}")
        lean, two_camps = of_item.uniform(-1, 1), of_item.random() < 0.3
        if two_camps:
            traits, lean = 3 * traits, 0
        view = 0.5 * _drawn(self.assessment, self.view) if self.view else 0.0
        return share_below((-traits if reversed else traits) + lean + view + 0.5 * self.chance.gauss(0, 1))

    def liking(self, options: str, among: Iterable[str]) -> Mapping[str, float]:
        """How much the person likes each option: partly as everybody does, partly out of a habit of their own.

        Args:
            options: The name of the options; habits carry over to whatever else has the same.
            among: Their ids.
        """
        of_item = Random(f"{self.assessment}/{self.item}")
        pull = of_item.choice([0.6, 1.8])
        return {
            option: pull * of_item.gauss(0, 1)
            + 0.6 * _drawn(self.name, self.assessment, options, option)
            + 0.6 * self.chance.gauss(0, 1)
            for option in among
        }


def share_below(amount: float) -> float:
    """Which part of a standard normal distribution lies below an amount."""
    return 0.5 * (1 + erf(amount / sqrt(2)))


def _drawn(*names: str) -> float:
    """A standard normal number that belongs to these names."""
    return Random("/".join(names)).gauss(0, 1)
