"""Questions on a page: what their view needs to know of each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workshop_helpers.content import Question
from workshop_helpers.widgets.shared.widget import MessageWidget, bundle
from workshop_helpers.workbook import Workbook


class QuestionForm(MessageWidget):
    """Questions on one page.

    Args:
        place: What is asked, by a name that no other form has: the page holds back under it what could not be sent.
        spec: What else the page needs to know.
        workbook: Where the answers are kept.
    """

    _esm = bundle("questions.js")
    _css = bundle("questions.css")

    def __init__(self, place: str, spec: dict[str, Any], workbook: Workbook) -> None:
        self._workbook = workbook
        super().__init__({"place": place} | spec)

    def on_ready(self, message: Mapping[str, Any]) -> None:
        """Put back what was answered before."""
        raise NotImplementedError

    def _is_late(self, message: Mapping[str, Any]) -> bool:
        """Whether a change was made before everything was forgotten; the page is told so, and how it is now."""
        now = self._workbook.generation
        late: bool = message.get("generation", now) != now
        if late:
            self.on_ready({})
        return late


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
