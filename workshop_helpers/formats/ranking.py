"""``ranking``: all options, put in order.

An answer is a tuple of all ids, the first choice first. A draft has the place of each option, so that it can be
unfinished. The pool counts first choices only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, final

from workshop_helpers.errors import AnswerReason
from workshop_helpers.formats.base import Counted, Options, Scales, Side
from workshop_helpers.formats.inventing import Invented
from workshop_helpers.formats.options import OptionsItem, OptionsQuestion
from workshop_helpers.formats.written import NO_ANSWER, Way, folded

_PLACE = re.compile(r"(?:rank |place )?([0-9]{1,2})(?:[snrt][tdh]|\.0*)?(?: place| choice)?")


@final
class RankingItem(OptionsItem):
    """A question answered by putting all options in order; the pool counts first choices only."""

    format: Literal["ranking"]

    def as_question(self, side: Side | None, scales: Scales, options: Options) -> RankingQuestion:
        """The question, with its options."""
        return RankingQuestion(item=self, side=side, options=options[self.options])


@final
@dataclass(frozen=True, kw_only=True)
class RankingQuestion(OptionsQuestion):
    """A question answered by putting all options in order."""

    item: RankingItem

    def read(self, raw: object) -> tuple[str, ...]:
        """All ids, in order."""
        allowed = f"the answer must be a list of all options in order, each once; they are {self.named}."
        order = self.read_several(raw, allowed)
        if len(order) < len(self.options):
            raise self.refusal(AnswerReason.INCOMPLETE, allowed)
        return order

    def from_draft(self, draft: Any) -> object:
        """The options in the order of their places, if each has a place of its own."""
        if isinstance(draft, dict) and _each_place_once(draft):
            return sorted(draft, key=draft.__getitem__)
        return draft

    def unfinished(self, reason: AnswerReason) -> str:
        """Says what is missing: a place for each."""
        return "Not every line has its own place yet. Give each a different number, or skip this one."

    def in_words(self, answer: tuple[str, ...]) -> str:
        """The labels, each with its place."""
        return "\n".join(f"{place}. {self.options[option]}" for place, option in enumerate(answer, start=1))

    def from_text(self, text: str) -> object:
        """Ids or labels in order, with semicolons or commas between them."""
        return self.options_called(text)

    def as_text(self, answer: tuple[str, ...]) -> str:
        """The ids, with semicolons between them."""
        return ";".join(answer)

    def allowed_text(self) -> str:
        """The labels, and that all are wanted."""
        return f"each of these once, in order: {self.labels_listed()}"

    def from_columns(self) -> Mapping[Way, Callable[[Sequence[str]], object]]:
        """A column for each option with its place in it, or for each place with its option in it."""
        return {"options": self._by_option, "places": self._by_place}

    def meanings(self, way: Way) -> Mapping[str, str]:
        """In a column for each place, an option; elsewhere a cell says more than one thing."""
        return self.options if way == "places" else {}

    def _by_option(self, given: Sequence[str]) -> object:
        by_place: dict[int, str] = {}
        for option, text in zip(self.options, given, strict=True):
            place = _PLACE.fullmatch(folded(text))
            if place is None or int(place[1]) in by_place:
                return NO_ANSWER
            by_place[int(place[1])] = option
        places = sorted(by_place)
        return [by_place[place] for place in places] if places == list(range(1, len(places) + 1)) else NO_ANSWER

    def _by_place(self, given: Sequence[str]) -> object:
        return [self.option_called(text) for text in given if text]

    def counted(self) -> tuple[Counted, ...]:
        """The options, by first choice."""
        places = list(self.options)
        labels = tuple(self.options.values())
        return (Counted("nominal", labels, lambda order: places.index(order[0]), what="first places"),)

    def invent(self, person: Invented) -> tuple[str, ...]:
        """The options by how much the person likes them."""
        liking = self.liking(person)
        return tuple(sorted(liking, key=lambda option: -liking[option]))


def _each_place_once(places: Mapping[str, Any]) -> bool:
    whole = all(type(place) is int for place in places.values())  # no booleans
    return whole and sorted(places.values()) == list(range(1, len(places) + 1))
