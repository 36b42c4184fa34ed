"""Questions and answers as a person would say them: the words on the screen, never ids. Pure."""

from __future__ import annotations

from typing import Any

from workshop_helpers.answers import read_answer
from workshop_helpers.content import Question
from workshop_helpers.drafts import answer_of
from workshop_helpers.errors import AnswerError
from workshop_helpers.formats.base import DOES_NOT_APPLY


def answer_in_words(question: Question, draft: Any) -> str | None:
    """What was answered; ``None`` if it was skipped, is not finished, or is no answer any more."""
    try:
        value = read_answer(question, answer_of(question, draft))
    except AnswerError:
        return None
    if value == DOES_NOT_APPLY and question.item.does_not_apply:
        return "does not apply to me"
    return None if value is None else question.in_words(value)
