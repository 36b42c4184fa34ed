"""``choice``: exactly one of some options.

An answer is the id of an option. The pool counts the options.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, final

from workshop_helpers.errors import AnswerReason
from workshop_helpers.formats.base import Counted, Options, Scales, Side
from workshop_helpers.formats.inventing import Invented
from workshop_helpers.formats.options import OptionsItem, OptionsQuestion
from workshop_helpers.formats.written import Way


@final
class ChoiceItem(OptionsItem):
    """A question answered with exactly one of some options."""

    format: Literal["choice"]

    def as_question(self, side: Side | None, scales: Scales, options: Options) -> ChoiceQuestion:
        """The question, with its options."""
        return ChoiceQuestion(item=self, side=side, options=options[self.options])


@final
@dataclass(frozen=True, kw_only=True)
class ChoiceQuestion(OptionsQuestion):
    """A question answered with exactly one of some options."""

    item: ChoiceItem

    def read(self, raw: object) -> str:
        """The id of an option."""
        allowed = f"the answer must be one of {self.named}."
        if not isinstance(raw, str):
            raise self.refusal(AnswerReason.WRONG_TYPE, allowed)
        if raw not in self.options:
            raise self.refusal(AnswerReason.NOT_AN_OPTION, allowed)
        return raw

    def in_words(self, answer: str) -> str:
        """The label."""
        return self.options[answer]

    def from_text(self, text: str) -> object:
        """An id or a label."""
        return self.option_called(text)

    def as_text(self, answer: str) -> str:
        """The id."""
        return answer

    def allowed_text(self) -> str:
        """The labels."""
        return self.labels_listed()

    def meanings(self, way: Way) -> Mapping[str, str]:
        """An option."""
        return self.options

    def labels(self) -> Iterable[str]:
        """The labels."""
        return self.options.values()

    def counted(self) -> tuple[Counted, ...]:
        """The options."""
        return (Counted("nominal", tuple(self.options.values()), list(self.options).index),)

    @property
    def one_of(self) -> str:
        """The name of the options."""
        return self.item.options

    def invent(self, person: Invented) -> str:
        """The option that the person likes most."""
        liking = self.liking(person)
        return max(liking, key=lambda option: liking[option])
