"""What can be pooled from an assessment: one-way variables, each a short list of options to count.

Each format says what is counted of an answer. Private items become nothing. Skipping is an answer like any other:
``SKIPPED`` is always the last option, so that nothing in a picture or on the wire tells a skip from the rest.

What bands promise (``bands``) is proved for one table, and for tables of several answers, which are free of each other.
``choices`` make several tables of one answer, and without a limit the promise holds for them together. With one
(``at-most``), or for the points of each option, the low ends of the fullest bars can use up what there is: of eight
people who choose at most two of four options, even a single answer becomes certain. So such answers are *tied*, and
never drawn in bands.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from workshop_helpers.answers import Answers
from workshop_helpers.content import Assessment, Derived, Gap, Quadrant, Question
from workshop_helpers.feedback.scores import mean_of
from workshop_helpers.formats.base import DOES_NOT_APPLY, Counted, OptionKind

SKIPPED = "skipped"
DOES_NOT_APPLY_LABEL = "does not apply"

Kind = Literal[OptionKind, "quadrant"]


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
        tied: Whether other variables of the same answer limit it, so that bands would not protect the answer.
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
    tied: bool
    place: Callable[[Answers], int] = field(compare=False, repr=False)


def variables(assessment: Assessment, occasion: str | None = None) -> tuple[Variable, ...]:
    """Everything that one person can add to the picture, in the order of the items.

    Empty when the assessment is private.
    """
    if assessment.policy == "private":
        return ()
    questions = assessment.questions(occasion)
    open_questions = [question for question in questions if not question.item.private]
    of_items = [_variable(question, counted) for question in open_questions for counted in question.counted()]
    return (*of_items, *(_of_derived(part, questions, assessment) for part in assessment.pooled))


def _variable(question: Question, counted: Counted) -> Variable:
    extra = [DOES_NOT_APPLY_LABEL] if question.item.does_not_apply else []
    skipped = len(counted.labels) + len(extra)

    def place(answers: Answers) -> int:
        value = answers[question.key]
        if value is None:
            return skipped
        return skipped - 1 if extra and value == DOES_NOT_APPLY else counted.place(value)

    text = question.item.text
    besides = [(label, (place,)) for place, label in enumerate([*extra, SKIPPED], start=len(counted.labels))]
    return Variable(
        id=f"{question.key}.{counted.part}" if counted.part else question.key,
        item=question.item.id,
        text=f"{text} (Counted: {counted.what}.)" if counted.what else text,
        side=question.side.title if question.side else "",
        part=counted.about,
        kind=counted.kind,
        options=(*counted.labels, *extra, SKIPPED),
        merged=(*counted.merged, *besides) if counted.merged else (),
        keys=(question.key,),
        tied=question.tied,
        place=place,
    )


def _of_derived(part: Derived, questions: tuple[Question, ...], assessment: Assessment) -> Variable:
    if part.subscales is None:
        pair = [[q for q in questions if q.item.in_means and q.side == side] for side in assessment.views]
    else:
        pair = [[q for q in questions if q.subscale == name] for name in part.subscales]
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
        tied=False,
        place=place,
    )
