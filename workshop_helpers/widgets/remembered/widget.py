"""Small forms whose answers are simply remembered: private writing, a plan, how you work, "done with this page"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from workshop_helpers.content import Section
from workshop_helpers.formats.text import LONGEST_TEXT
from workshop_helpers.planning import LOOK_BACK, LOOKING_BACK, NAME, SENTENCES, IfThen
from workshop_helpers.widgets.questions.widget import KeptForm
from workshop_helpers.workbook import Category, Workbook

Reply = Callable[[Mapping[str, Any]], list[str]]


class Remembered(KeptForm):
    """Questions whose answers go into the workbook and nowhere else.

    Args:
        shown_as: The constant word that notebooks save in its place.
        spec: What is asked, in the form that ``questions/view.js`` takes.
        workbook: Where the answers are kept, under ``part`` and ``name``.
        reply: From the answers so far to paragraphs that are shown under the questions.
    """

    messages = ("ready", "answer")

    def __init__(
        self,
        shown_as: str,
        spec: dict[str, Any],
        workbook: Workbook,
        part: Category,
        name: str,
        reply: Reply = lambda answers: [],
    ) -> None:
        self.shown_as = shown_as
        self._reply = reply
        super().__init__(spec, workbook, part, name)

    def on_ready(self, _message: Mapping[str, Any]) -> None:
        """Put back what was answered before."""
        self.tell("")

    def on_answer(self, message: Mapping[str, Any]) -> None:
        """Remember one answer."""
        value = message.get("value")
        self.remember(message, value[:LONGEST_TEXT] if isinstance(value, str) else value)

    def about_answers(self, drafts: Mapping[str, Any]) -> dict[str, Any]:
        """Paragraphs that are shown under the questions."""
        return {"reply": self._reply(drafts)}


def journal(section: Section, workbook: Workbook) -> Remembered:
    """A section's open questions for private writing, saved as one types, never pooled."""
    spec = {
        "title": "For yourself",
        "introduction": [
            "Write as much or as little as you like. It is saved on this computer only, and goes into no picture."
        ],
        "questions": [_writing(str(number), text) for number, text in enumerate(section.reflections, start=1)],
    }
    return Remembered("<private writing>", spec, workbook, "reflections", section.id)


def own_plan(workbook: Workbook) -> Remembered:
    """Two sentences "if ..., then I will ...", a small step and a boundary, and when to look back; never pooled."""
    halves = [question for sentence in SENTENCES for question in _halves(sentence)]
    spec = {
        "title": "A plan for later",
        "introduction": [
            "Two sentences, each about a moment that you can already picture. Small is good: something you would do "
            "even on a tired day.",
            "Leave empty what you like. It is saved as you type, on this computer only, and goes into no picture.",
        ],
        "questions": [*halves, _writing(LOOK_BACK, LOOKING_BACK, rows=2, hint="A day, or something that comes up.")],
    }
    return Remembered("<your plan>", spec, workbook, "plan", NAME)


def _halves(sentence: IfThen) -> list[dict[str, Any]]:
    when, act = sentence.keys
    return [
        _writing(when, f"{sentence.title}: if …", rows=2, hint=f"For example: {sentence.if_example}"),
        _writing(act, f"{sentence.title}: … then I will", rows=2, hint=f"For example: {sentence.then_example}"),
    ]


_WAYS = {
    "alone": "You work alone. The pictures show a made-up group, plainly labelled, so there is something to discuss.",
    "group": "Join your group's room just below. If your group has no room, it can use paper slips: when you have "
    "finished a self-assessment, it can make a short code that you copy onto a slip for the hat.",
}


def joining(workbook: Workbook) -> Remembered:
    """The first choice: to take part of one's own will, and alone or with a group."""
    spec = {
        "questions": [
            _tick("agreed", "Do you want to take part?", "Yes. I have read how it works, and I can stop at any time."),
            {
                "key": "way",
                "format": "choice",
                "text": "How would you like to work?",
                "options": {"alone": "Alone, at my own pace", "group": "With a group"},
            },
        ],
    }
    return Remembered(
        "<how you work>", spec, workbook, "choices", "joining", lambda drafts: _chosen(_WAYS, drafts.get("way"))
    )


def done_mark(section: Section, workbook: Workbook) -> Remembered:
    """A tick that says "I am done with this page", so that people find their place again."""
    spec = {"questions": [_tick("done", "Is this page done for now?", "Yes, I am done with this page.")]}
    return Remembered("<done with this page>", spec, workbook, "sections", section.id)


def _writing(key: str, text: str, **more: object) -> dict[str, Any]:
    return {"key": key, "format": "text", "text": text, "longest": LONGEST_TEXT, **more}


def _tick(key: str, question: str, words: str) -> dict[str, Any]:
    return {"key": key, "format": "choices", "text": question, "options": {"yes": words}, "hint": ""}


def _chosen(replies: Mapping[str, str], choice: object) -> list[str]:
    return [replies[choice]] if isinstance(choice, str) and choice in replies else []
