"""What a form holds while somebody is still answering, and how it becomes an answer.

A draft is plain JSON by question key. It may be unfinished (points that do not add up yet), and it marks
a skip and "does not apply" openly, so that both survive a restart:

``4`` · ``"write-it"`` · ``["a", "b"]`` · ``{"a": 1, "b": 2}`` (places, or points) · ``"my words"`` ·
``{"skip": true}`` · ``{"does-not-apply": true}``
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workshop_helpers.answers import DOES_NOT_APPLY, Answers, read_answer
from workshop_helpers.content import Assessment, PointsItem, Question, RankingItem
from workshop_helpers.errors import AnswerError, AnswerReason

SKIP = {"skip": True}
DOES_NOT_APPLY_DRAFT = {"does-not-apply": True}


def answer_of(question: Question, draft: Any) -> object:
    """What a draft means, still unchecked; ``None`` for a skip."""
    if draft is None or draft == SKIP:
        return None
    if draft == DOES_NOT_APPLY_DRAFT:
        return DOES_NOT_APPLY
    if isinstance(question.item, RankingItem) and isinstance(draft, dict):
        return sorted(draft, key=draft.__getitem__) if _each_place_once(draft) else draft
    if isinstance(question.item, PointsItem) and draft == {}:
        return None
    return draft


def _each_place_once(places: Mapping[str, Any]) -> bool:
    whole = all(type(place) is int for place in places.values())  # no booleans
    return whole and sorted(places.values()) == list(range(1, len(places) + 1))


def problems(assessment: Assessment, drafts: Mapping[str, Any], occasion: str | None = None) -> dict[str, str]:
    """What still needs a hand before the answers can be used: a kind sentence by question key."""
    found: dict[str, str] = {}
    for question in assessment.questions(occasion):
        try:
            read_answer(question, answer_of(question, drafts.get(question.key)))
        except AnswerError as error:
            found[question.key] = _kind_words(question, error.reason)
    return found


def answers_of(assessment: Assessment, drafts: Mapping[str, Any], occasion: str | None = None) -> Answers:
    """The answers that finished drafts hold; raises ``AnswerError`` where ``problems`` would speak up."""
    questions = assessment.questions(occasion)
    return Answers(assessment, {q.key: answer_of(q, drafts.get(q.key)) for q in questions}, occasion)


def has_answers(assessment: Assessment, drafts: Mapping[str, Any], occasion: str | None = None) -> bool:
    """Whether anything was answered, finished or not; a skip is no answer."""
    return any(answer_of(q, drafts.get(q.key)) is not None for q in assessment.questions(occasion))


def answers_up_to(assessment: Assessment, drafts: Mapping[str, Any], occasion: str | None = None) -> Answers:
    """The answers of one occasion, with those of the one before it where there are any: feedback compares the two."""
    first = assessment.occasions[0].id if assessment.occasions else None
    alone = occasion == first or not has_answers(assessment, drafts, first) or problems(assessment, drafts)
    return answers_of(assessment, drafts, occasion if alone else None)


def _kind_words(question: Question, reason: AnswerReason) -> str:
    item = question.item
    if isinstance(item, PointsItem) and reason is AnswerReason.INCOMPLETE:
        return f"The points do not add up to {item.total} yet. Share out the rest, or skip this one."
    if isinstance(item, RankingItem):
        return "Not every line has its own place yet. Give each a different number, or skip this one."
    return "This answer does not fit any more. Choose again, or skip this one."
