"""What there is to know of a kind of feedback. A new kind is a class that answers all of it, in a file of its own.

Rules speak of answers, never of people, and compare a person with nobody but themselves. How far two means lie
apart is put in three bands, an eighth and a quarter of the scale's length (0.5 and 1.0 points on five points):
a choice of ours that keeps small differences small, not a norm.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import ClassVar, Protocol

from workshop_helpers.content.raw import File, KeyPath, Misfit, RawRow
from workshop_helpers.content.subscales import Subscale
from workshop_helpers.model import Model

ABOUT_EVEN = Fraction(1, 8)  # closer than this, of the scale's length
CLEARLY = Fraction(1, 4)  # further apart than this


class Given(Protocol):
    """All that rules may ask of one person's answers. Where both of two occasions were asked, it is the later one's.

    ``None`` says that too little was answered. Numbers are exact, so that whoever works them out elsewhere gets
    the same words.
    """

    @property
    def subscales(self) -> Mapping[str, Subscale]:
        """The assessment's subscales by name, in order."""

    def ruler(self, subscale: str) -> range:
        """The points of the scale that a subscale's items share."""

    def values(self, subscale: str) -> list[int]:
        """The answers to a subscale's items, reversed ones turned round."""

    def mean(self, subscale: str) -> Fraction | None:
        """Their mean, where two thirds were answered."""

    def apart(self, one: str, other: str) -> Fraction | None:
        """How far one subscale's mean lies above the other's, as a share of the scale's length."""

    def views_apart(self) -> Fraction | None:
        """How far the second view's mean lies above the first's, as a share of the scale's length."""

    def chosen(self, options: str | None = None) -> list[str]:
        """The option chosen for each choice item, or for each that uses this list of options, where one was."""

    def points(self, item: str) -> Mapping[str, int] | None:
        """The points given to each option of an item."""

    def order(self, item: str) -> tuple[str, ...] | None:
        """A ranking's options, the first choice first."""

    def labels_of(self, item: str) -> Mapping[str, str]:
        """The words of an item's options."""

    def labels_in(self, options: str) -> Mapping[str, str]:
        """The words of a list of options."""

    @property
    def first_time(self) -> bool:
        """Whether only the first of two occasions has been asked."""

    def moved(self) -> list[int]:
        """By how many points each scale item answered on both occasions went up."""

    def changed(self) -> list[bool]:
        """Whether each other item answered on both occasions was answered differently; own words are left out."""


class Rule(Model, ABC):
    """One rule of private feedback: what an author writes, what cannot fit, and what the person alone is told.

    Each kind is ``final``, so that a type checker says which of its methods are missing.
    """

    asked_once: ClassVar[bool] = True  # speaks of each item once, and so cannot be used with two views

    @classmethod
    @abstractmethod
    def misfits(cls, row: RawRow, here: KeyPath, file: File) -> Iterator[Misfit]:
        """What does not fit when a file has this rule.

        Args:
            row: The rule's table as it was written.
            here: The table's place in the file.
            file: The whole file.

        Yields:
            The place of each mistake, and a sentence with the cure.
        """

    @abstractmethod
    def words(self, given: Given) -> str | None:
        """A paragraph about some answers; ``None`` when there are too few to say anything."""
