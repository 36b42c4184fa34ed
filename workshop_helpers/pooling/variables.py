"""What can be pooled from an assessment: one-way variables, each a short list of options to count.

==========  ===========================================================
format      becomes
==========  ===========================================================
scale       its points, or its bins where it has more than seven
choice      its options
choices     one variable an option: chosen or not
ranking     first choices
points      where the most points went; with bins, one variable an option: its bins
text        nothing
==========  ===========================================================

Private items become nothing. Skipping is an answer like any other: ``SKIPPED`` is always the last
option, so that nothing in a picture or on the wire tells a skip from the rest.

What steps promise (``policy``) is proved for one table. ``choices``, and ``points`` with bins, make several
tables of one answer, and these hold together: a person's whole answer stays uncertain, by the same proof with
"skipped" as the other explanation. But where the answers have a limit (``at-most``, the total of the
points) and the low ends of the fullest bars use it up, everybody can see that *nobody else* chose a
certain option, or gave it much. Without ``at-most`` that cannot happen. Of all groups of eight it is
true of none with two of three options, of 1 in 170 with two of four (for two people comparing notes)
and of 1 in 165 with points in two bins over three options (for everybody); of fewer with more people
or finer bins.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from workshop_helpers.answers import DOES_NOT_APPLY, Answers
from workshop_helpers.content import (
    Assessment,
    Band,
    ChoiceItem,
    ChoicesItem,
    Derived,
    Gap,
    PointsItem,
    Quadrant,
    Question,
    RankingItem,
    ScaleItem,
)
from workshop_helpers.feedback.scores import mean_of

SKIPPED = "skipped"
DOES_NOT_APPLY_LABEL = "does not apply"
SHARED = "several equally"

Kind = Literal["ordered", "nominal", "yes-no", "quadrant"]


@dataclass(frozen=True)
class Variable:
    """One thing that the pool counts.

    Attributes:
        id: ``item``, ``item.side``, ``item.option`` or ``item.side.option``; a derived variable's own id.
        item: The id of the item or derived variable that it comes from.
        text: The words of the item; ``side`` and ``part`` name its side and its option, if it has them.
        kind: Whether the options have an order, which decides how they are drawn.
        options: What is counted, ending in ``SKIPPED``.
        merged: The options of a small group's picture, each with the positions it holds; empty if none.
        keys: The questions whose answers it is worked out from.
        place: From answers to a position in ``options``.
    """

    id: str
    item: str
    text: str
    side: str
    part: str
    kind: Kind
    options: tuple[str, ...]
    merged: tuple[tuple[str, tuple[int, ...]], ...]
    keys: tuple[str, ...]
    place: Callable[[Answers], int] = field(compare=False, repr=False)


def variables(assessment: Assessment, occasion: str | None = None) -> tuple[Variable, ...]:
    """Everything that one person can add to the picture, in the order of the items.

    Empty when the assessment is private.
    """
    if assessment.policy == "private":
        return ()
    of_items = [variable for question in assessment.questions(occasion) for variable in _of_question(question)]
    questions = assessment.questions(occasion)
    return (*of_items, *(_of_derived(part, questions, assessment) for part in assessment.pooled))


def _of_question(question: Question) -> list[Variable]:
    item = question.item
    if item.private:
        return []
    if isinstance(item, ScaleItem):
        assert question.scale is not None
        values = list(question.scale.values)
        bands = _bands(question.scale.bins, values) or [(question.scale.label(value), (value,)) for value in values]
        return [_variable(question, "ordered", bands, _band_of(bands), merged=question.scale.merged)]
    if isinstance(item, ChoiceItem):
        return [_variable(question, "nominal", _as_bands(question), lambda value: list(question.options).index(value))]
    if isinstance(item, RankingItem):
        first = _variable(
            question, "nominal", _as_bands(question), lambda order: list(question.options).index(order[0])
        )
        return [_counting("first places", first)]
    if isinstance(item, ChoicesItem):
        return [
            _variable(question, "yes-no", [("chosen", ()), ("not chosen", ())], _chosen(option), part=option)
            for option in question.options
        ]
    if isinstance(item, PointsItem) and item.bins is None:
        most = _variable(question, "nominal", [*_as_bands(question), (SHARED, ())], _most(list(question.options)))
        return [_counting("where the most points went", most)]
    if isinstance(item, PointsItem) and item.bins is not None:
        bands = _bands(item.bins, list(range(item.total + 1)))
        return [
            _variable(question, "ordered", bands, _given(option, _band_of(bands)), part=option)
            for option in question.options
        ]
    return []


_Bands = list[tuple[str, tuple[int, ...]]]


def _variable(
    question: Question,
    kind: Kind,
    bands: _Bands,
    place: Callable[[Any], int],
    part: str | None = None,
    merged: tuple[Band, ...] | None = None,
) -> Variable:
    labels = [label for label, _ in bands]
    extra = [DOES_NOT_APPLY_LABEL] if question.item.does_not_apply else []
    skipped = len(labels) + len(extra)

    def place_of(answers: Answers) -> int:
        value = answers[question.key]
        if value is None:
            return skipped
        return skipped - 1 if extra and value == DOES_NOT_APPLY else place(value)

    small: list[tuple[str, tuple[int, ...]]] = []
    if merged:
        below = float("-inf")
        for band in merged:
            inside = [i for i, (_, values) in enumerate(bands) if below < values[-1] <= band.up_to]
            small.append((band.label, tuple(inside)))
            below = band.up_to
        small += [(label, (len(labels) + i,)) for i, label in enumerate([*extra, SKIPPED])]
    return Variable(
        id=question.key if part is None else f"{question.key}.{part}",
        item=question.item.id,
        text=question.item.text,
        side=question.side.title if question.side else "",
        part=question.options[part] if part else "",
        kind=kind,
        options=(*labels, *extra, SKIPPED),
        merged=tuple(small),
        keys=(question.key,),
        place=place_of,
    )


def _counting(what: str, variable: Variable) -> Variable:
    """Say in words which part of an answer is counted, where that is not all of it."""
    return replace(variable, text=f"{variable.text} (Counted: {what}.)")


def _as_bands(question: Question) -> _Bands:
    return [(label, ()) for label in question.options.values()]


def _bands(bands: tuple[Band, ...], values: list[int]) -> _Bands:
    found: _Bands = []
    below = float("-inf")
    for band in bands:
        found.append((band.label, tuple(value for value in values if below < value <= band.up_to)))
        below = band.up_to
    return found


def _band_of(bands: _Bands) -> Callable[[Any], int]:
    places = {value: place for place, (_, values) in enumerate(bands) for value in values}
    return lambda value: places[value]


def _chosen(option: str) -> Callable[[Any], int]:
    return lambda chosen: 0 if option in chosen else 1


def _most(options: list[str]) -> Callable[[Any], int]:
    def place(points: Mapping[str, int]) -> int:
        most = [option for option in options if points[option] == max(points.values())]
        return options.index(most[0]) if len(most) == 1 else len(options)

    return place


def _given(option: str, band_of: Callable[[Any], int]) -> Callable[[Any], int]:
    return lambda points: band_of(points[option])


def _of_derived(part: Derived, questions: tuple[Question, ...], assessment: Assessment) -> Variable:
    scale_questions = [q for q in questions if isinstance(q.item, ScaleItem)]
    if part.subscales is None:
        pair = [[q for q in scale_questions if q.side == side] for side in assessment.views]
    else:
        pair = [
            [q for q in scale_questions if isinstance(q.item, ScaleItem) and q.item.subscale == name]
            for name in part.subscales
        ]
    labels = part.labels if isinstance(part, Quadrant) else tuple(band.label for band in part.bands)

    def place(answers: Answers) -> int:
        one, other = (mean_of(answers, group).mean for group in pair)
        if one is None or other is None:
            return len(labels)
        if isinstance(part, Quadrant):
            return (one >= part.split) + 2 * (other >= part.split)
        assert isinstance(part, Gap)
        last = len(part.bands) - 1
        return next((i for i, band in enumerate(part.bands) if other - one <= band.up_to), last)

    return Variable(
        id=part.id,
        item=part.id,
        text=part.title,
        side="",
        part="",
        kind="quadrant" if isinstance(part, Quadrant) else "ordered",
        options=(*labels, SKIPPED),
        merged=(),
        keys=tuple(q.key for group in pair for q in group),
        place=place,
    )
