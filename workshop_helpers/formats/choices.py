"""``choices``: any number of some options, or at most ``at-most`` of them.

An answer is a tuple of ids in the order of the options, none twice. The pool counts for each option whether it was
chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Literal, final

from pydantic import Field

from workshop_helpers.errors import AnswerReason
from workshop_helpers.formats.base import Counted, Options, Scales, Side
from workshop_helpers.formats.inventing import Invented
from workshop_helpers.formats.options import OptionsItem, OptionsQuestion
from workshop_helpers.formats.written import NO_ANSWER, Way, is_ticked


@final
class ChoicesItem(OptionsItem):
    """A question answered with any number of options, or at most ``at_most`` of them."""

    format: Literal["choices"]
    at_most: Annotated[int, Field(ge=2)] | None = None

    def as_question(self, side: Side | None, scales: Scales, options: Options) -> ChoicesQuestion:
        """The question, with its options."""
        return ChoicesQuestion(item=self, side=side, options=options[self.options])


@final
@dataclass(frozen=True, kw_only=True)
class ChoicesQuestion(OptionsQuestion):
    """A question answered with any number of options, or at most so many."""

    item: ChoicesItem

    def read(self, raw: object) -> tuple[str, ...]:
        """The ids of those chosen, in the order of the options."""
        at_most = self.item.at_most
        limit = "" if at_most is None else f", at most {at_most} of them"
        allowed = f"the answer must be a list of options{limit}, none twice; they are {self.named}."
        chosen = self.read_several(raw, allowed)
        if at_most is not None and len(chosen) > at_most:
            raise self.refusal(AnswerReason.TOO_MANY, allowed)
        return tuple(option for option in self.options if option in chosen)

    def for_view(self) -> dict[str, Any]:
        """The options, and how many may be chosen; ``None`` is all."""
        return {**super().for_view(), "atMost": self.item.at_most}

    def in_words(self, answer: tuple[str, ...]) -> str:
        """The labels."""
        return "\n".join(self.options[option] for option in answer) or "none of them"

    def from_text(self, text: str) -> object:
        """Ids or labels, with semicolons or commas between them; a semicolon alone chooses none."""
        return self.options_called(text)

    def as_text(self, answer: tuple[str, ...]) -> str:
        """The ids, with semicolons between them."""
        return ";".join(answer) or ";"

    def allowed_text(self) -> str:
        """The labels."""
        return self.labels_listed()

    def from_columns(self) -> Mapping[Way, Callable[[Sequence[str]], object]]:
        """A column for each option, with a tick in it."""
        return {"options": self._ticked}

    def and_others(self, text: str) -> tuple[list[str], list[str]]:
        """The options that were chosen, and what somebody wrote beside them."""
        return self.options_and_others(text)

    def meanings(self, way: Way) -> Mapping[str, str]:
        """An option, or none of them; in a column for each option, whether it was chosen."""
        return {"yes": "chosen", "no": "not chosen"} if way == "options" else {**self.options, ";": "none of these"}

    def _ticked(self, given: Sequence[str]) -> object:
        chosen = []
        for option, text in zip(self.options, given, strict=True):
            if is_ticked(text) or self.option_called(text) == option:
                chosen.append(option)
            elif text and is_ticked(text) is None:
                return NO_ANSWER
        return chosen

    def counted(self) -> tuple[Counted, ...]:
        """For each option, whether it was chosen."""
        return tuple(
            Counted("yes-no", ("chosen", "not chosen"), _place_by_choice(option), part=option, about=label)
            for option, label in self.options.items()
        )

    @property
    def tied(self) -> bool:
        """Whether there is a limit: without one, any options can be chosen together."""
        return self.item.at_most is not None

    def invent(self, person: Invented) -> tuple[str, ...]:
        """What the person likes at all, the most liked first, as far as the limit goes; at least one."""
        liking = self.liking(person)
        ranked = sorted(liking, key=lambda option: -liking[option])
        chosen = [option for option in ranked if liking[option] > 0] or ranked[:1]
        return tuple(chosen[: self.item.at_most])


def _place_by_choice(option: str) -> Callable[[tuple[str, ...]], int]:
    return lambda chosen: 0 if option in chosen else 1
