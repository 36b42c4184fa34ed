"""What a form holds while somebody is still answering, and how it becomes an answer.

A draft is plain JSON by question key, in the shape that the format's view sends. It may be unfinished (points that do
not add up yet), and it marks a skip and "does not apply" openly, so that both survive a restart: ``{"skip": true}``,
``{"does-not-apply": true}``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workshop_helpers.answers import Answers, read_answer
from workshop_helpers.content import Assessment, Question
from workshop_helpers.errors import AnswerError
from workshop_helpers.formats.base import DOES_NOT_APPLY

SKIP = {"skip": True}
DOES_NOT_APPLY_DRAFT = {"does-not-apply": True}


def answer_of(question: Question, draft: Any) -> object:
    """What a draft means, still unchecked; ``None`` for a skip."""
    if draft is None or draft == SKIP:
        return None
    if draft == DOES_NOT_APPLY_DRAFT:
        return DOES_NOT_APPLY
    return question.from_draft(draft)


def problems(assessment: Assessment, drafts: Mapping[str, Any], occasion: str | None = None) -> dict[str, str]:
    """What still needs a hand before the answers can be used: a kind sentence by question key."""
    found: dict[str, str] = {}
    for question in assessment.questions(occasion):
        try:
            read_answer(question, answer_of(question, drafts.get(question.key)))
        except AnswerError as error:
            found[question.key] = question.unfinished(error.reason)
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
