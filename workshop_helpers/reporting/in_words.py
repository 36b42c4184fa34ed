"""Questions and answers as a person would say them: the words on the screen, never ids. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workshop_helpers.answers import DOES_NOT_APPLY, Value, read_answer
from workshop_helpers.content import Question, RankingItem
from workshop_helpers.drafts import answer_of
from workshop_helpers.errors import AnswerError


def ruler_in_words(question: Question) -> str:
    """What the two ends of a numbered ruler mean; nothing for any other question."""
    scale = question.scale
    if scale is None or scale.ends is None:
        return ""
    low, high = scale.ends
    return f"{scale.values[0]} = {low}, {scale.values[-1]} = {high}"


def answer_in_words(question: Question, draft: Any) -> str | None:
    """What was answered; ``None`` if it was skipped, is not finished, or is no answer any more."""
    try:
        value = read_answer(question, answer_of(question, draft))
    except AnswerError:
        return None
    return None if value is None else _said(question, value)


def _said(question: Question, value: Value) -> str:
    """The words of an answer; where it has several parts, each on a line of its own."""
    options = question.options
    if value == DOES_NOT_APPLY and question.item.does_not_apply:
        return "does not apply to me"
    if isinstance(value, int):
        return _point(question, value)
    if isinstance(value, Mapping):
        return "\n".join(f"{points} – {options[option]}" for option, points in value.items() if points)
    if isinstance(value, str):
        return options.get(value, value)  # the label of an option, or the person's own words
    if isinstance(question.item, RankingItem):
        return "\n".join(f"{place}. {options[option]}" for place, option in enumerate(value, start=1))
    return "\n".join(options[option] for option in value) or "none of them"


def _point(question: Question, value: int) -> str:
    assert question.scale is not None
    return str(value) if question.scale.ends else question.scale.label(value)
