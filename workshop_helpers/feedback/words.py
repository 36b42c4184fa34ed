"""From answers to private feedback: what the person alone is told. Pure: the same answers give the same words.

Speaks of answers, never of people, and compares a person with nobody but themselves. How far two means lie
apart is put in three bands, an eighth and a quarter of the scale's length (0.5 and 1.0 points on five points):
a choice of ours that keeps small differences small, not a norm.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import singledispatch

from workshop_helpers.answers import Answers
from workshop_helpers.content import (
    BeforeAndAfter,
    Corner,
    Extremes,
    GapBetweenViews,
    Lean,
    Means,
    MostPoints,
    Note,
    Overlap,
    Places,
    Question,
    Share,
    Spread,
    Subscale,
    Tally,
    TopOfRanking,
    TwoRankings,
    Variety,
)
from workshop_helpers.feedback.scores import Score, mean_of, points_of, score
from workshop_helpers.formats.base import DOES_NOT_APPLY
from workshop_helpers.private import Private

TRUST_YOURSELF = "If this does not sound like you, trust yourself over a few sentences on a screen."
FIRST_TIME = "This was the first time. The same questions come again later, and then you can compare."
NOT_ENOUGH = "There were not enough answers to say more here. That is fine: skipping is a choice too."


def feedback_for(answers: Answers) -> tuple[str, ...]:
    """What the person alone is told, a paragraph a string, by the rules of the assessment.

    Where both of two occasions were asked, it is about the later one, except for what compares the two.
    """
    given = _Given(answers)
    told = dict.fromkeys(_told(rule, given) for rule in answers.assessment.feedback)  # "not enough" is said once
    return (*told, TRUST_YOURSELF)


@dataclass(frozen=True, repr=False)
class _Given(Private):
    """One person's answers, and what the rules ask of them."""

    answers: Answers

    @property
    def questions(self) -> list[Question]:
        """The questions of the last side that was asked."""
        last = self.answers.questions[-1].side
        return [question for question in self.answers.questions if question.side == last]

    def subscales(self, names: Iterable[str]) -> list[tuple[Subscale, Score]]:
        """Subscales by name, each with its score."""
        side = self.answers.questions[-1].side
        scores = score(self.answers)
        there_are = {subscale.id: subscale for subscale in self.answers.assessment.subscales}
        return [(there_are[name], scores[(name, side.id) if side else name]) for name in names]

    def points(self, item: str) -> tuple[Question, dict[str, int]] | None:
        """A points item's question and the points for each option, if it was answered."""
        question, value = self._of(item)
        return (question, dict(value)) if isinstance(value, Mapping) else None

    def order(self, item: str) -> tuple[Question, tuple[str, ...]] | None:
        """A ranking's question and its options in order, if it was answered."""
        question, value = self._of(item)
        return (question, value) if isinstance(value, tuple) else None

    def _of(self, item: str) -> tuple[Question, object]:
        question = next(question for question in self.questions if question.item.id == item)
        return question, self.answers[question.key]


@singledispatch
def _told(rule: object, given: _Given) -> str:
    raise TypeError(f"There are no words for feedback of the kind {type(rule).__name__}.")


@_told.register
def _(rule: Note, given: _Given) -> str:
    return rule.text


# --- about subscales ---------------------------------------------------------------------------------


@_told.register
def _(rule: Lean, given: _Given) -> str:
    (one, one_score), (other, other_score) = given.subscales(rule.between)
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


@_told.register
def _(rule: Extremes, given: _Given) -> str:
    names = rule.among or tuple(subscale.id for subscale in given.answers.assessment.subscales)
    known = [(s, score.mean) for s, score in given.subscales(names) if score.mean is not None]
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


@_told.register
def _(rule: Means, given: _Given) -> str:
    known = [(subscale, score.mean) for subscale, score in given.subscales(rule.subscales) if score.mean is not None]
    if not known:
        return NOT_ENOUGH
    scale = next(q.scale for q in given.questions if q.subscale == known[0][0].id)
    assert scale is not None
    means = ", ".join(f"“{subscale.title}” {_one_decimal(mean)}" for subscale, mean in known)
    return f"Today, from {scale.values[0]} to {scale.values[-1]}: {means}. {rule.text}"


@_told.register
def _(rule: Spread, given: _Given) -> str:
    [(subscale, _)] = given.subscales([rule.subscale])
    inside = [question for question in given.questions if question.subscale == rule.subscale]
    points = points_of(given.answers, inside)
    if len(points) < 2:
        return NOT_ENOUGH
    apart = max(points) - min(points)
    if not apart:
        return f"All your answers on “{subscale.title}” were the same. {rule.text}"
    apart_in_words = _counted(apart, "point")
    return f"Your highest and your lowest answer on “{subscale.title}” are {apart_in_words} apart. {rule.text}"


@_told.register
def _(rule: Corner, given: _Given) -> str:
    (_, one), (_, other) = given.subscales(rule.subscales)
    if one.mean is None or other.mean is None:
        return NOT_ENOUGH
    return rule.texts[(one.mean >= rule.split) + 2 * (other.mean >= rule.split)]


# --- about choices, views and occasions --------------------------------------------------------------


@_told.register
def _(rule: Variety, given: _Given) -> str:
    used = {given.answers[q.key] for q in given.questions if q.one_of} - {None, DOES_NOT_APPLY}
    if not used:
        return NOT_ENOUGH
    number = f"one {rule.noun}" if len(used) == 1 else f"{len(used)} different {rule.noun}s"
    return f"You used {number}. {rule.text}"


@_told.register
def _(rule: Tally, given: _Given) -> str:
    questions = [q for q in given.questions if q.one_of == rule.options]
    chosen = [given.answers[question.key] for question in questions]
    answered = [option for option in chosen if option is not None and option != DOES_NOT_APPLY]
    if not answered:
        return NOT_ENOUGH
    label = questions[0].options[rule.option]
    if len(answered) == 1:
        chose = "chose" if rule.option in answered else "did not choose"
        return f"You {chose} “{label}” for the one that you answered. {rule.text}"
    count = answered.count(rule.option) or "none"
    return f"You chose “{label}” for {count} of the {len(answered)} that you answered. {rule.text}"


@_told.register
def _(rule: GapBetweenViews, given: _Given) -> str:
    first, second = given.answers.assessment.views
    one, other = (mean_of(given.answers, _scale_questions(given.answers, side.id)) for side in (first, second))
    if one.mean is None or other.mean is None:
        return NOT_ENOUGH
    difference = other.mean - one.mean
    if abs(difference) < Fraction(one.span, 8):
        return rule.even
    return rule.higher if difference > 0 else rule.lower


def _scale_questions(answers: Answers, side: str) -> list[Question]:
    return [q for q in answers.questions if q.item.in_means and q.side and q.side.id == side]


@_told.register
def _(rule: BeforeAndAfter, given: _Given) -> str:
    if given.questions[0].side == given.answers.assessment.occasions[0]:
        return FIRST_TIME
    sides: dict[str, list[Question]] = {}
    for question in given.answers.questions:
        sides.setdefault(question.item.id, []).append(question)
    pairs = [pair for pair in sides.values() if len(pair) == 2 and all(_answered(given.answers, q) for q in pair)]
    changes = [
        (given.answers.point(now.key) or 0) - (given.answers.point(then.key) or 0)
        for then, now in pairs
        if then.item.in_means
    ]
    choices = [
        given.answers[then.key] != given.answers[now.key]
        for then, now in pairs
        if not then.item.in_means and not then.own_words  # words of one's own are never the same twice
    ]
    if not changes and not choices:
        return NOT_ENOUGH
    sentences = []
    if len(choices) == 1:
        sentences.append("You changed your choice." if choices[0] else "You stayed with your choice.")
    elif choices:
        sentences.append(f"You changed {sum(choices) or 'none'} of {len(choices)} choices.")
    if changes:
        ways = {
            "higher on": sum(change > 0 for change in changes),
            "lower on": sum(change < 0 for change in changes),
            "the same on": sum(change == 0 for change in changes),
        }
        parts = [f"{way} {_counted(count, 'question')}" for way, count in ways.items() if count]
        sentences.append(f"Since the first time, your answers are {_and(parts)}.")
    return " ".join([*sentences, rule.text])


def _answered(answers: Answers, question: Question) -> bool:
    value = answers[question.key]
    return value is not None and value != DOES_NOT_APPLY


# --- about points and rankings -----------------------------------------------------------------------


@_told.register
def _(rule: MostPoints, given: _Given) -> str:
    found = given.points(rule.item)
    if found is None:
        return NOT_ENOUGH
    question, points = found
    most = max(points.values())
    if most == min(points.values()):
        return "You gave each of them the same number of points."
    named = _listed(question.options[option] for option, given_points in points.items() if given_points == most)
    return f"You gave the most points to {named}. {rule.text}"


@_told.register
def _(rule: Share, given: _Given) -> str:
    found = given.points(rule.item)
    if found is None:
        return NOT_ENOUGH
    question, points = found
    together, part = sum(points[option] for option in rule.among), points[rule.option]
    if len(rule.among) == len(points):
        return f"You gave {part} of the {_counted(together, 'point')} to “{question.options[rule.option]}”. {rule.text}"
    named = _listed(question.options[option] for option in rule.among)
    if not together:
        return f"You gave no points to {named}. {rule.text}"
    return (
        f"Of the {_counted(together, 'point')} you gave to {named}, {part or 'none'} went to "
        f"“{question.options[rule.option]}”. {rule.text}"
    )


@_told.register
def _(rule: Places, given: _Given) -> str:
    found = given.points(rule.item)
    if found is None:
        return NOT_ENOUGH
    places = sum(points >= rule.at_least for points in found[1].values())
    counted = _counted(places, "place") if places else "no place"
    return f"You gave {_counted(rule.at_least, 'point')} or more in {counted}. {rule.text}"


@_told.register
def _(rule: Overlap, given: _Given) -> str:
    first, second = (given.points(item) for item in rule.items)
    if first is None or second is None:
        return NOT_ENOUGH
    question, one = first
    other = second[1]
    total = sum(one.values())
    common = sum(min(one[option], other[option]) for option in one)
    if common == total:
        return f"Your two lists are the same. {rule.text}"
    most = max(one, key=lambda option: abs(one[option] - other[option]))
    return (
        f"Your two lists have {common} of {total} points in common. The largest difference is on "
        f"“{question.options[most]}”: {one[most]} in the first, {other[most]} in the second. {rule.text}"
    )


@_told.register
def _(rule: TwoRankings, given: _Given) -> str:
    first, second = (given.order(item) for item in rule.items)
    if first is None or second is None:
        return NOT_ENOUGH
    question, one = first
    other = second[1]
    if one == other:
        return f"Your two lists are the same. {rule.text}"
    most = max(one, key=lambda option: abs(one.index(option) - other.index(option)))
    return (
        f"Your two lists differ most on “{question.options[most]}”: place {one.index(most) + 1} in the first, "
        f"place {other.index(most) + 1} in the second. {rule.text}"
    )


@_told.register
def _(rule: TopOfRanking, given: _Given) -> str:
    found = given.order(rule.item)
    if found is None:
        return NOT_ENOUGH
    question, order = found
    return (
        f"At the top of your list: {_listed(question.options[option] for option in order[: rule.places])}. {rule.text}"
    )


# --- words -------------------------------------------------------------------------------------------


def _titles(subscales: list[Subscale]) -> str:
    return _listed(subscale.title for subscale in subscales)


def _listed(names: Iterable[str]) -> str:
    return _and([f"“{name}”" for name in names])


def _and(parts: list[str]) -> str:
    *others, last = parts
    return f"{', '.join(others)} and {last}" if others else last


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _one_decimal(mean: Fraction) -> str:
    return f"{float(mean):.1f}"
