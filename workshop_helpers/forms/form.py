"""The widget under every form: what it asks is widget state, what a person answers is not.

Answers go between page and kernel as messages only, because notebooks and tools save widget state.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from workshop_helpers.answers import LONGEST_TEXT
from workshop_helpers.content import ChoicesItem, PointsItem, Question

_STATIC = Path(__file__).parent / "static"


def static(*names: str) -> str:
    """The text of some of the JavaScript or CSS files, one after the other."""
    return "\n".join((_STATIC / name).read_text(encoding="utf-8") for name in names)


class QuietWidget(anywidget.AnyWidget):
    """A widget whose printed form, which notebooks save as text, is one constant word."""

    shown_as = "<workshop>"

    def __repr__(self) -> str:
        return self.shown_as


class Form(QuietWidget):
    """Questions on one page.

    Subclasses name the messages of ``static/form.js`` that they answer, in ``messages``; one of type
    ``answer`` then arrives at ``on_answer``, and so on.
    """

    _esm = static("elements.js", "form.js")
    _css = static("form.css")
    spec = traitlets.Dict().tag(sync=True)
    messages: tuple[str, ...] = ()

    def __init__(self, spec: dict[str, Any]) -> None:
        super().__init__(spec=spec)
        self.on_msg(self._receive)

    def _receive(self, _widget: object, message: object, _buffers: object) -> None:
        if not isinstance(message, dict) or message.get("type") not in self.messages:
            return
        try:
            getattr(self, f"on_{message['type']}")(message)
        except Exception:  # ipywidgets would log it, and what it logs may hold what somebody answered
            self.send({"type": "failed"})


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


def paragraphs(text: str) -> list[str]:
    """Text with blank lines between its paragraphs, as a list of them."""
    return [" ".join(part.split()) for part in text.split("\n\n") if part.strip()]


def joined(words: Iterable[str]) -> str:
    """The non-empty ones of some words, with dashes between them."""
    return " – ".join(filter(None, words))
