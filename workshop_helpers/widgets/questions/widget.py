"""Questions on a page: what their view needs to know of each."""

from __future__ import annotations

from typing import Any

from workshop_helpers.content import Question
from workshop_helpers.widgets.shared.widget import MessageWidget, bundle


class QuestionForm(MessageWidget):
    """Questions on one page."""

    _esm = bundle("questions.js")
    _css = bundle("questions.css")


def question_spec(question: Question) -> dict[str, Any]:
    """What the page needs to know to ask one question."""
    item = question.item
    return {
        "key": question.key,
        "format": item.format,
        "text": item.text,
        "side": question.side.title if question.side else "",
        "skippable": True,
        "doesNotApply": item.does_not_apply,
        "private": item.private or question.own_words,
        **question.for_view(),
    }
