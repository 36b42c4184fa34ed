"""Questions on a page: what their view needs to know of each, and what of the answers is kept in the workbook."""

from __future__ import annotations

from collections.abc import Mapping
from threading import RLock
from typing import Any, NamedTuple

from workshop_helpers.content import Question
from workshop_helpers.widgets.shared.widget import MessageWidget, bundle
from workshop_helpers.workbook import Category, Workbook

CHANGED_ELSEWHERE = "This was changed elsewhere, perhaps in another tab. You see what is kept now."
FORGOTTEN = "Everything was forgotten, so this form begins anew."


class QuestionForm(MessageWidget):
    """Questions on one page."""

    _esm = bundle("questions.js")
    _css = bundle("questions.css")


class _Kept(NamedTuple):
    """What of the workbook a page shows."""

    generation: str
    drafts: dict[str, Any]
    ticked: bool
    trouble: str | None


class KeptForm(QuestionForm):
    """Questions whose answers the workbook keeps, and whose page follows along when it is changed elsewhere.

    Args:
        spec: What the page asks. Its ``place`` is a name that no other form has: under it the page holds back what
            could not be sent.
        workbook: Where the answers are kept, under ``part`` and ``name``.

    Whatever a page says bears the workbook's generation in which it was typed. What is of an earlier one is not taken
    any more, because everything was forgotten since.
    """

    def __init__(self, spec: dict[str, Any], workbook: Workbook, part: Category, name: str) -> None:
        self._workbook = workbook
        self._place: tuple[Category, str] = (part, name)
        self._telling = RLock()  # so that what a page was told last is what it was told
        self._told: _Kept | None = None
        super().__init__({"place": f"{part}/{name}"} | spec)
        workbook.watch(self.refresh)

    def close(self) -> None:
        """Follow no more."""
        self._workbook.unwatch(self.refresh)
        super().close()

    @property
    def _asked(self) -> list[str]:
        """What the questions are called in the workbook."""
        return [question["key"] for question in self.spec["questions"]]

    def handle(self, message: Mapping[str, Any]) -> None:
        """Answer a message, unless everything was forgotten since it was written."""
        if self._workbook.is_past(_generation_of(message)):
            self._begin_anew()
        else:
            super().handle(message)

    def tell(self, words: str) -> None:
        """Tell the page all that it shows of the workbook."""
        with self._telling:
            now = self._told = self._now()
            kept = {"generation": now.generation, "drafts": now.drafts, "kept": now.ticked, "trouble": now.trouble}
            self.send({"type": "state", **kept, "words": words, **self.about_answers(now.drafts), **self.about_form()})

    def refresh(self) -> None:
        """Tell the page what was changed or forgotten elsewhere. Called from any thread."""
        with self._telling:
            if self._told is None:  # there is no page yet
                return
            before, now = self._told, self._now()
            if now.generation != before.generation:
                self._begin_anew()
            elif now != before:
                self.tell(CHANGED_ELSEWHERE if now.drafts != before.drafts else self.words())

    def remember(self, message: Mapping[str, Any], value: Any, *, keep: bool = True) -> None:
        """Keep the answer to one question, and tell the page so."""
        with self._telling:
            key, generation = message.get("key"), _generation_of(message)
            if isinstance(key, str) and key in self._asked:
                if not self._workbook.put(*self._place, key, value, keep=keep, generation=generation):
                    self._begin_anew()
                    return
                self._note(key, value)
            saved = {"number": message.get("number"), "words": self.words(), "trouble": self._workbook.trouble}
            self.send({"type": "saved", **saved, **self.about_answers(self.drafts())})

    # --- what each form says in its own way ------------------------------------------------------------

    def words(self) -> str:
        """That what was answered is kept, and where."""
        return "Saved on this computer, for you alone."

    def about_answers(self, drafts: Mapping[str, Any]) -> dict[str, Any]:
        """What follows from the answers, told with each of them."""
        return {}

    def about_form(self) -> dict[str, Any]:
        """What the page shows beside its answers."""
        return {}

    def ticked(self) -> bool:
        """Whether the person ticked that answers are to be saved that else stay in memory."""
        return False

    def forget(self) -> None:
        """Forget whatever this form holds itself."""

    # --- behind it -----------------------------------------------------------------------------------

    def drafts(self) -> dict[str, Any]:
        """What is kept for these questions, by key."""
        known = self._asked
        return {key: value for key, value in self._workbook.get(*self._place).items() if key in known}

    def _begin_anew(self) -> None:
        self.forget()
        self.tell(FORGOTTEN)

    def _now(self) -> _Kept:
        # The generation comes first: should everything be forgotten in between, the next look finds that out.
        return _Kept(self._workbook.generation, self.drafts(), self.ticked(), self._workbook.trouble)

    def _note(self, key: str, value: Any) -> None:
        """Note what the page knows because it said so."""
        if self._told is not None:
            known = {name: draft for name, draft in self._told.drafts.items() if name != key}
            now = known if value is None else {**known, key: value}
            self._told = self._told._replace(drafts=now, trouble=self._workbook.trouble)

    def _note_ticked(self) -> None:
        if self._told is not None:
            self._told = self._told._replace(ticked=self.ticked(), trouble=self._workbook.trouble)


def _generation_of(message: Mapping[str, Any]) -> str | None:
    given = message.get("generation")
    return given if isinstance(given, str) else None


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
