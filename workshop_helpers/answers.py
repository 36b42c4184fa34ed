"""One person's answers to one assessment. What an answer can be, each format says: for form, scoring and pool alike.

A question can also be skipped: its answer is then ``None``, or left out. One whose item offers it can be answered
with ``DOES_NOT_APPLY``.
"""

from __future__ import annotations

from collections.abc import Mapping

from workshop_helpers.content import Assessment, Question
from workshop_helpers.errors import AnswerError, AnswerReason
from workshop_helpers.formats.base import DOES_NOT_APPLY, Value
from workshop_helpers.private import Private, hushed


@hushed
def read_answer(question: Question, raw: object) -> Value | None:
    """Turn what a person gave into an answer, or refuse it.

    Args:
        question: The question that is answered.
        raw: What came from the form, a program or a table; lists are taken for tuples.

    Returns:
        The answer as the question's format has it; ``None`` if it was skipped.

    Raises:
        AnswerError: naming the item, what is allowed and what to do, never what was given.
    """
    if raw is None:
        return None
    if isinstance(raw, str) and raw == DOES_NOT_APPLY and question.item.does_not_apply:
        return DOES_NOT_APPLY
    return question.read(raw)


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
