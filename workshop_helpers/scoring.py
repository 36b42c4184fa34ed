"""From answers to scores and private feedback. Pure: the same answers give the same words.

Subscale means are shown only when at least two thirds of the subscale's items were answered, reversed
items are turned round first, and unlike subscales are never added up. How far two means lie apart is
put in three bands, an eighth and a quarter of the scale's length (0.5 and 1.0 points on five points):
a choice of ours that keeps small differences small, not a norm.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from workshop_helpers.answers import DOES_NOT_APPLY, Answers
from workshop_helpers.content import (
    Assessment,
    ChoiceItem,
    Extremes,
    GapBetweenViews,
    Lean,
    MostPoints,
    Note,
    Question,
    ScaleItem,
    Subscale,
    Variety,
)
from workshop_helpers.quiet import Quiet

TRUST_YOURSELF = "If this does not sound like you, trust yourself over a few sentences on a screen."
NOT_ENOUGH = "There were not enough answers to say more here. That is fine: skipping is a choice too."


@dataclass(frozen=True, repr=False)
class Score(Quiet):
    """The mean of one subscale, from ``answered`` of ``of`` items; ``None`` when too few were answered.

    ``span`` is the scale's length, last value minus first.
    """

    mean: Fraction | None
    answered: int
    of: int
    span: int


class Scores(Quiet):
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
                [q for q in answers.questions if q.side == side and _subscale(q) == subscale.id],
            )
            for subscale in answers.assessment.subscales
            for side in sides
        }
    )


def mean_of(answers: Answers, questions: list[Question]) -> Score:
    """The mean of some scale questions, reversed ones turned round, if two thirds were answered."""
    points = [_turned(question, point) for question in questions if (point := answers.point(question.key)) is not None]
    asked = [question for question in questions if answers[question.key] != DOES_NOT_APPLY]
    span = max((q.scale.values[-1] - q.scale.values[0] for q in questions if q.scale), default=0)
    enough = bool(points) and 3 * len(points) >= 2 * len(asked)
    return Score(Fraction(sum(points), len(points)) if enough else None, len(points), len(asked), span)


def _subscale(question: Question) -> str | None:
    return question.item.subscale if isinstance(question.item, ScaleItem) else None


def _turned(question: Question, point: int) -> int:
    assert question.scale is not None
    assert isinstance(question.item, ScaleItem)
    values = question.scale.values
    return values[0] + values[-1] - point if question.item.reversed else point


# --- feedback ----------------------------------------------------------------------------------------


def feedback(answers: Answers) -> tuple[str, ...]:
    """What the person alone is told, a paragraph a string, by the rules of the assessment.

    Speaks of answers, never of people; compares a person with nobody but themselves. Where both of two
    occasions were asked, it is about the later one.
    """
    scores = _latest(score(answers), answers)
    paragraphs: list[str] = []
    for rule in answers.assessment.feedback:
        if isinstance(rule, Lean):
            one, other = (_named(answers.assessment, name) for name in rule.between)
            paragraphs.append(_lean(one, scores[one.id], other, scores[other.id]))
        elif isinstance(rule, Extremes):
            paragraphs.append(_extremes(answers.assessment, scores))
        elif isinstance(rule, Variety):
            paragraphs.append(_variety(rule, answers))
        elif isinstance(rule, GapBetweenViews):
            paragraphs.append(_gap(rule, answers))
        elif isinstance(rule, MostPoints):
            paragraphs.append(_most_points(rule, answers))
        else:
            assert isinstance(rule, Note)
            paragraphs.append(rule.text)
    return (*paragraphs, TRUST_YOURSELF)


def _latest(scores: Scores, answers: Answers) -> dict[str, Score]:
    side = answers.questions[-1].side
    return {s.id: scores[(s.id, side.id) if side else s.id] for s in answers.assessment.subscales}


def _named(assessment: Assessment, name: str) -> Subscale:
    return next(subscale for subscale in assessment.subscales if subscale.id == name)


def _lean(one: Subscale, one_score: Score, other: Subscale, other_score: Score) -> str:
    if one_score.mean is None or other_score.mean is None:
        return NOT_ENOUGH
    difference = one_score.mean - other_score.mean
    if abs(difference) < Fraction(one_score.span, 8):
        return (
            f"Today your answers were about even between “{one.title}” and “{other.title}”. "
            f"{one.serves} {other.serves} If you want an experiment: {one.experiment}"
        )
    more, less = (one, other) if difference > 0 else (other, one)
    clearly = " clearly" if abs(difference) > Fraction(one_score.span, 4) else ""
    return (
        f"Today your answers leaned{clearly} toward “{more.title}” rather than “{less.title}”. "
        f"{more.serves} {more.costs} If you want an experiment: {less.experiment}"
    )


def _extremes(assessment: Assessment, scores: Mapping[str, Score]) -> str:
    known = [(s, mean) for s in assessment.subscales if (mean := scores[s.id].mean) is not None]
    if len(known) < 2:
        return NOT_ENOUGH
    top, bottom = max(mean for _, mean in known), min(mean for _, mean in known)
    if top == bottom:
        return "Today your answers were about even across all parts. If one of them matters to you now, start there."
    highest = [subscale for subscale, mean in known if mean == top]
    lowest = [subscale for subscale, mean in known if mean == bottom]
    return (
        f"Today your answers were highest on {_titles(highest)} ({_one_decimal(top)}) and lowest on {_titles(lowest)} "
        f"({_one_decimal(bottom)}). {highest[0].serves} {highest[0].costs} "
        f"If you want an experiment: {lowest[0].experiment}"
    )


def _variety(rule: Variety, answers: Answers) -> str:
    used = {answers[q.key] for q in answers.questions if isinstance(q.item, ChoiceItem)} - {None, DOES_NOT_APPLY}
    if not used:
        return NOT_ENOUGH
    number = f"one {rule.noun}" if len(used) == 1 else f"{len(used)} different {rule.noun}s"
    return f"You used {number}. {rule.text}"


def _gap(rule: GapBetweenViews, answers: Answers) -> str:
    first, second = answers.assessment.views
    one, other = (mean_of(answers, _scale_questions(answers, side.id)) for side in (first, second))
    if one.mean is None or other.mean is None:
        return NOT_ENOUGH
    difference = other.mean - one.mean
    if abs(difference) < Fraction(one.span, 8):
        return rule.even
    return rule.higher if difference > 0 else rule.lower


def _scale_questions(answers: Answers, side: str) -> list[Question]:
    return [q for q in answers.questions if isinstance(q.item, ScaleItem) and q.side and q.side.id == side]


def _most_points(rule: MostPoints, answers: Answers) -> str:
    question = [q for q in answers.questions if q.item.id == rule.item][-1]
    points = answers[question.key]
    if not isinstance(points, Mapping):
        return NOT_ENOUGH
    most = max(points.values())
    labels = [question.options[option] for option, given in points.items() if given == most]
    return f"You gave the most points to {_listed(labels)}. {rule.text}"


def _titles(subscales: list[Subscale]) -> str:
    return _listed([subscale.title for subscale in subscales])


def _listed(names: list[str]) -> str:
    *others, last = [f"“{name}”" for name in names]
    return f"{', '.join(others)} and {last}" if others else last


def _one_decimal(mean: Fraction) -> str:
    return f"{float(mean):.1f}"
