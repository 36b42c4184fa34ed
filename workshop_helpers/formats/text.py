"""``text``: the person's own words, up to 5,000 characters. Always private: nothing of them is pooled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Literal, final

from workshop_helpers.errors import AnswerReason
from workshop_helpers.formats.base import Counted, Item, Options, Question, Scales, Side
from workshop_helpers.formats.inventing import Invented

LONGEST_TEXT = 5000


@final
class TextItem(Item):
    """A question answered in the person's own words. Always private."""

    format: Literal["text"]

    def as_question(self, side: Side | None, scales: Scales, options: Options) -> TextQuestion:
        """The question."""
        return TextQuestion(item=self, side=side)


@final
@dataclass(frozen=True, kw_only=True)
class TextQuestion(Question):
    """A question answered in the person's own words."""

    item: TextItem

    own_words: ClassVar[bool] = True

    def read(self, raw: object) -> str | None:
        """The words, without spaces around them; nothing but spaces is a skip."""
        allowed = f"the answer must be text of at most {LONGEST_TEXT} characters."
        if not isinstance(raw, str):
            raise self.refusal(AnswerReason.WRONG_TYPE, allowed)
        if len(raw) > LONGEST_TEXT:
            raise self.refusal(AnswerReason.TOO_LONG, allowed)
        return raw.strip() or None

    def for_view(self) -> dict[str, Any]:
        """How long it may be."""
        return {"longest": LONGEST_TEXT}

    def in_words(self, answer: str) -> str:
        """The words."""
        return answer

    def from_text(self, text: str) -> object:
        """The text."""
        return text

    def as_text(self, answer: str) -> str:
        """The text."""
        return answer

    def allowed_text(self) -> str:
        """Any text that is not too long."""
        return f"text of at most {LONGEST_TEXT} characters"

    def counted(self) -> tuple[Counted, ...]:
        """Nothing."""
        return ()

    def invent(self, person: Invented) -> None:
        """Nothing: words put into somebody's mouth would help nobody to rehearse."""
        return
