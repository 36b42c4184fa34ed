"""What an answer to an item can be: the one definition that form, scoring and pool all use.

=========  =================================================  =======================
format     a complete answer                                  skipped
=========  =================================================  =======================
scale      a whole number of the scale                        ``None``, or left out
choice     the id of one option                               ``None``, or left out
choices    a tuple of ids, none twice, at most ``at_most``    ``None``, or left out
ranking    a tuple of all ids, the first choice first         ``None``, or left out
points     a dict of id to whole points that add up           ``None``, or left out
text       up to 5,000 characters                             ``None``, or left out
=========  =================================================  =======================

An item that offers it can also be answered with ``DOES_NOT_APPLY``.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from workshop_helpers.content import (
    Assessment,
    ChoiceItem,
    ChoicesItem,
    PointsItem,
    Question,
    RankingItem,
    ScaleItem,
    TextItem,
)
from workshop_helpers.errors import AnswerError, AnswerReason
from workshop_helpers.private import Private, hushed

DOES_NOT_APPLY = "does-not-apply"
LONGEST_TEXT = 5000

Value = int | str | tuple[str, ...] | Mapping[str, int]


@hushed
def read_answer(question: Question, raw: object) -> Value | None:
    """Turn what a person gave into an answer, or refuse it.

    Args:
        question: The question that is answered.
        raw: What came from the form, a program or a table; lists are taken for tuples.

    Returns:
        The answer in the form of the table above; ``None`` if it was skipped.

    Raises:
        AnswerError: naming the item, what is allowed and what to do, never what was given.
    """
    if raw is None:
        return None
    if isinstance(raw, str) and raw == DOES_NOT_APPLY and question.item.does_not_apply:
        return DOES_NOT_APPLY
    item = question.item
    if isinstance(item, ScaleItem):
        return _point(question, raw)
    if isinstance(item, ChoiceItem):
        return _option(question, raw)
    if isinstance(item, ChoicesItem):
        return _some_options(question, raw, item.at_most)
    if isinstance(item, RankingItem):
        return _all_options(question, raw)
    if isinstance(item, PointsItem):
        return _points(question, raw, item.total)
    assert isinstance(item, TextItem)
    return _words(question, raw)


class Answers(Private):
    """One person's answers to one assessment, checked. Private: printed, it says nothing.

    Args:
        assessment: What was asked.
        given: Answers by question key (``item``, or ``item.side`` when there are two views or
            occasions). Questions left out were skipped.
        occasion: One of the assessment's occasions, to ask for that one only.

    Raises:
        AnswerError: if an answer, or a key, is not one that the form would let through.
    """

    __slots__ = ("_values", "assessment", "occasion", "questions")

    @hushed
    def __init__(self, assessment: Assessment, given: Mapping[str, object], occasion: str | None = None) -> None:
        self.assessment = assessment
        self.occasion = occasion
        self.questions = assessment.questions(occasion)
        known = {question.key: question for question in self.questions}
        for key in given:
            if key not in known:
                # The key itself may be an answer put in the wrong place, so it is not repeated.
                allowed = f"no such item in '{assessment.id}'. Its items are: {', '.join(known)}."
                raise AnswerError("?", AnswerReason.UNKNOWN_ITEM, allowed)
        self._values = {key: read_answer(known[key], given[key]) for key in known if key in given}

    def __getitem__(self, key: str) -> Value | None:
        """The answer to one question; ``None`` if it was skipped."""
        return self._values.get(key)

    def point(self, key: str) -> int | None:
        """The answer to a scale question as a number; ``None`` if skipped or if it does not apply."""
        value = self._values.get(key)
        return value if isinstance(value, int) else None


def _refuse(question: Question, reason: AnswerReason, allowed: str) -> AnswerError:
    return AnswerError(question.key, reason, f"{allowed} To skip the item, leave it out.")


def _point(question: Question, raw: object) -> int:
    assert question.scale is not None
    low, high = question.scale.values[0], question.scale.values[-1]
    allowed = f"the answer must be a whole number from {low} to {high}."
    if isinstance(raw, bool) or not isinstance(raw, int):
        raise _refuse(question, AnswerReason.WRONG_TYPE, allowed)
    if not low <= raw <= high:
        raise _refuse(question, AnswerReason.OUT_OF_RANGE, allowed)
    return raw


def _option(question: Question, raw: object) -> str:
    allowed = f"the answer must be one of {_names(question)}."
    if not isinstance(raw, str):
        raise _refuse(question, AnswerReason.WRONG_TYPE, allowed)
    if raw not in question.options:
        raise _refuse(question, AnswerReason.NOT_AN_OPTION, allowed)
    return raw


def _different_options(question: Question, raw: object, allowed: str) -> tuple[str, ...]:
    if not isinstance(raw, list | tuple) or not all(isinstance(part, str) for part in raw):
        raise _refuse(question, AnswerReason.WRONG_TYPE, allowed)
    if not set(raw) <= set(question.options):
        raise _refuse(question, AnswerReason.NOT_AN_OPTION, allowed)
    if len(set(raw)) < len(raw):
        raise _refuse(question, AnswerReason.TWICE, allowed)
    return tuple(raw)


def _some_options(question: Question, raw: object, at_most: int | None) -> tuple[str, ...]:
    limit = "" if at_most is None else f", at most {at_most} of them"
    allowed = f"the answer must be a list of options{limit}, none twice; they are {_names(question)}."
    chosen = _different_options(question, raw, allowed)
    if at_most is not None and len(chosen) > at_most:
        raise _refuse(question, AnswerReason.TOO_MANY, allowed)
    return tuple(option for option in question.options if option in chosen)


def _all_options(question: Question, raw: object) -> tuple[str, ...]:
    allowed = f"the answer must be a list of all options in order, each once; they are {_names(question)}."
    order = _different_options(question, raw, allowed)
    if len(order) < len(question.options):
        raise _refuse(question, AnswerReason.INCOMPLETE, allowed)
    return order


def _points(question: Question, raw: object, total: int) -> Mapping[str, int]:
    allowed = f"whole points from 0 up, {total} in all, shared out over {_names(question)}."
    if not isinstance(raw, Mapping) or not all(
        isinstance(points, int) and not isinstance(points, bool) for points in raw.values()
    ):
        raise _refuse(question, AnswerReason.WRONG_TYPE, allowed)
    if not all(isinstance(option, str) and option in question.options for option in raw):
        raise _refuse(question, AnswerReason.NOT_AN_OPTION, allowed)
    if any(not 0 <= points <= total for points in raw.values()):
        raise _refuse(question, AnswerReason.OUT_OF_RANGE, allowed)
    if sum(raw.values()) != total:
        raise _refuse(question, AnswerReason.INCOMPLETE, allowed)
    return MappingProxyType({option: raw.get(option, 0) for option in question.options})


def _words(question: Question, raw: object) -> str | None:
    allowed = f"the answer must be text of at most {LONGEST_TEXT} characters."
    if not isinstance(raw, str):
        raise _refuse(question, AnswerReason.WRONG_TYPE, allowed)
    if len(raw) > LONGEST_TEXT:
        raise _refuse(question, AnswerReason.TOO_LONG, allowed)
    return raw.strip() or None


def _names(question: Question) -> str:
    return ", ".join(f"'{option}'" for option in question.options)
