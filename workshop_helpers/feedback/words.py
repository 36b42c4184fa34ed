"""From answers to private feedback: what the person alone is told. Pure: the same answers give the same words.

What is said is known by the rules of ``content``; here they find what they ask of the answers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from workshop_helpers.answers import Answers
from workshop_helpers.content import Question, Subscale
from workshop_helpers.feedback.scores import Score, mean_of, points_of
from workshop_helpers.formats.base import DOES_NOT_APPLY
from workshop_helpers.private import Private

TRUST_YOURSELF = "If this does not sound like you, trust yourself over a few sentences on a screen."
NOT_ENOUGH = "There were not enough answers to say more here. That is fine: skipping is a choice too."


def feedback_for(answers: Answers) -> tuple[str, ...]:
    """What the person alone is told, a paragraph a string, by the rules of the assessment.

    Where both of two occasions were asked, it is about the later one, except for what compares the two.
    """
    given = _GivenAnswers(answers)
    told = (rule.words(given) or NOT_ENOUGH for rule in answers.assessment.feedback)
    return (*dict.fromkeys(told), TRUST_YOURSELF)  # "not enough" is said once


class _GivenAnswers(Private):
    """All that ``Given``, of the rules, asks for; it is about the last side that was asked."""

    __slots__ = ("_answers", "_questions", "subscales")

    def __init__(self, answers: Answers) -> None:
        last = answers.questions[-1].side
        self._answers = answers
        self._questions = [question for question in answers.questions if question.side == last]
        self.subscales: Mapping[str, Subscale] = {part.id: part for part in answers.assessment.subscales}

    def ruler(self, subscale: str) -> range:
        return next(question.scale.values for question in self._inside(subscale) if question.scale)

    def values(self, subscale: str) -> list[int]:
        return points_of(self._answers, self._inside(subscale))

    def mean(self, subscale: str) -> Fraction | None:
        return self._score(self._inside(subscale)).mean

    def apart(self, one: str, other: str) -> Fraction | None:
        return _apart(self._score(self._inside(one)), self._score(self._inside(other)))

    def views_apart(self) -> Fraction | None:
        first, second = (
            self._score(q for q in self._answers.questions if q.item.in_means and q.side == side)
            for side in self._answers.assessment.views
        )
        return _apart(second, first)

    def chosen(self, options: str | None = None) -> list[str]:
        values = (
            self._answers[question.key]
            for question in self._questions
            if question.one_of and options in (None, question.one_of)
        )
        return [value for value in values if isinstance(value, str) and value != DOES_NOT_APPLY]

    def points(self, item: str) -> Mapping[str, int] | None:
        value = self._answers[self._of(item).key]
        return value if isinstance(value, Mapping) else None

    def order(self, item: str) -> tuple[str, ...] | None:
        value = self._answers[self._of(item).key]
        return value if isinstance(value, tuple) else None

    def labels_of(self, item: str) -> Mapping[str, str]:
        return self._of(item).options

    def labels_in(self, options: str) -> Mapping[str, str]:
        return self._answers.assessment.options[options]

    @property
    def first_time(self) -> bool:
        return self._questions[0].side == self._answers.assessment.occasions[0]

    def moved(self) -> list[int]:
        point = self._answers.point
        return [(point(now.key) or 0) - (point(then.key) or 0) for then, now in self._twice() if then.item.in_means]

    def changed(self) -> list[bool]:
        return [
            self._answers[then.key] != self._answers[now.key]
            for then, now in self._twice()
            if not then.item.in_means and not then.own_words  # words of one's own are never the same twice
        ]

    def _of(self, item: str) -> Question:
        return next(question for question in self._questions if question.item.id == item)

    def _inside(self, subscale: str) -> list[Question]:
        return [q for q in self._questions if q.subscale == subscale]

    def _score(self, questions: Iterable[Question]) -> Score:
        return mean_of(self._answers, list(questions))

    def _twice(self) -> list[tuple[Question, Question]]:
        """The two questions of each item that was answered on both occasions."""
        sides: dict[str, list[Question]] = {}
        for question in self._answers.questions:
            if self._answers[question.key] not in (None, DOES_NOT_APPLY):
                sides.setdefault(question.item.id, []).append(question)
        return [(pair[0], pair[1]) for pair in sides.values() if len(pair) == 2]


def _apart(one: Score, other: Score) -> Fraction | None:
    if one.mean is None or other.mean is None:
        return None
    return (one.mean - other.mean) / one.span
