"""From answers to scores. Pure: the same answers give the same scores.

Subscale means are shown only when at least two thirds of the subscale's items were answered, reversed
items are turned round first, and unlike subscales are never added up.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from workshop_helpers.answers import Answers
from workshop_helpers.content import Question
from workshop_helpers.formats.base import DOES_NOT_APPLY
from workshop_helpers.private import Private


@dataclass(frozen=True, repr=False)
class Score(Private):
    """The mean of one subscale, from ``answered`` of ``of`` items; ``None`` when too few were answered.

    ``span`` is the scale's length, last value minus first.
    """

    mean: Fraction | None
    answered: int
    of: int
    span: int


class Scores(Private):
    """One person's subscale scores, by subscale and, where there are two, by side. Private."""

    __slots__ = ("_scores",)

    def __init__(self, scores: Mapping[tuple[str, str | None], Score]) -> None:
        self._scores = dict(scores)

    def __getitem__(self, subscale: str | tuple[str, str]) -> Score:
        """The score of a subscale, or of a ``(subscale, side)``."""
        return self._scores[subscale if isinstance(subscale, tuple) else (subscale, None)]


def score(answers: Answers) -> Scores:
    """Work out every subscale's mean, once for each side that was asked."""
    sides = dict.fromkeys(question.side for question in answers.questions)
    return Scores(
        {
            (subscale.id, side.id if side else None): mean_of(
                answers,
                [q for q in answers.questions if q.side == side and q.subscale == subscale.id],
            )
            for subscale in answers.assessment.subscales
            for side in sides
        }
    )


def mean_of(answers: Answers, questions: list[Question]) -> Score:
    """The mean of some scale questions, reversed ones turned round, if two thirds were answered."""
    points = points_of(answers, questions)
    asked = [question for question in questions if answers[question.key] != DOES_NOT_APPLY]
    span = max((q.scale.values[-1] - q.scale.values[0] for q in questions if q.scale), default=0)
    enough = bool(points) and 3 * len(points) >= 2 * len(asked)
    return Score(Fraction(sum(points), len(points)) if enough else None, len(points), len(asked), span)


def points_of(answers: Answers, questions: list[Question]) -> list[int]:
    """The points of those scale questions that were answered, reversed ones turned round."""
    return [question.turned(point) for question in questions if (point := answers.point(question.key)) is not None]
