"""Questions on a page: what their view needs to know of each."""

from __future__ import annotations

from typing import Any

from workshop_helpers.answers import LONGEST_TEXT
from workshop_helpers.content import ChoicesItem, PointsItem, Question
from workshop_helpers.widgets.shared.widget import MessageWidget, bundle


class QuestionForm(MessageWidget):
    """Questions on one page."""

    _esm = bundle("questions.js")
    _css = bundle("questions.css")


def question_spec(question: Question) -> dict[str, Any]:
    """What the page needs to know to ask one question."""
    item, scale = question.item, question.scale
    spec: dict[str, Any] = {
        "key": question.key,
        "format": item.format,
        "text": item.text,
        "side": question.side.title if question.side else "",
        "options": dict(question.options),
        "skippable": True,
        "doesNotApply": item.does_not_apply,
        "private": item.private or item.format == "text",
        "longest": LONGEST_TEXT,
    }
    if scale is not None:
        spec |= {
            "values": list(scale.values),
            "labels": _labels(question),
            "ends": list(scale.ends) if scale.ends else None,
        }
    if isinstance(item, ChoicesItem):
        spec["atMost"] = item.at_most
    if isinstance(item, PointsItem):
        spec["total"] = item.total
    return spec


def _labels(question: Question) -> list[str]:
    assert question.scale is not None
    return [str(value) if question.scale.ends else question.scale.label(value) for value in question.scale.values]
