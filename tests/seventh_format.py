"""A format that the workshop does not have: from where to where on a ruler. All that it knows is here and in its view.

An answer is the two ends of the span. The pool counts the lower and the upper end, each by itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal, final

from workshop_helpers.errors import AnswerReason
from workshop_helpers.formats.base import Counted, Item, Options, Question, Scales, Side
from workshop_helpers.formats.inventing import Invented
from workshop_helpers.formats.rulers import Scale
from workshop_helpers.formats.written import folded, number_or_text
from workshop_helpers.model import Id

ENDS = {"from": "at least", "to": "at most"}


@final
class SpanItem(Item):
    """A question answered with a span of a scale."""

    format: Literal["span"]
    scale: Id

    def as_question(self, side: Side | None, scales: Scales, options: Options) -> SpanQuestion:
        """The question, with its ruler."""
        return SpanQuestion(item=self, side=side, ruler=scales[self.scale])


@final
@dataclass(frozen=True, kw_only=True)
class SpanQuestion(Question):
    """A question answered with a span of a scale."""

    item: SpanItem
    ruler: Scale

    def read(self, raw: object) -> Mapping[str, int]:
        """Two points of the scale, the lower one first."""
        low, high = self.ruler.values[0], self.ruler.values[-1]
        allowed = f"the answer must go 'from' one whole number 'to' another, between {low} and {high}."
        if not isinstance(raw, Mapping) or any(type(point) is not int for point in raw.values()):
            raise self.refusal(AnswerReason.WRONG_TYPE, allowed)
        if set(raw) != set(ENDS):
            raise self.refusal(AnswerReason.INCOMPLETE, allowed)
        if not low <= raw["from"] <= raw["to"] <= high:
            raise self.refusal(AnswerReason.OUT_OF_RANGE, allowed)
        return MappingProxyType({end: raw[end] for end in ENDS})

    def unfinished(self, reason: AnswerReason) -> str:
        """Says which half is missing."""
        if reason is AnswerReason.INCOMPLETE:
            return "This span has one end only. Choose the other, or skip this one."
        return super().unfinished(reason)

    def for_view(self) -> dict[str, Any]:
        """The points, and what each is called."""
        return {"values": list(self.ruler.values), "labels": list(map(self.ruler.label, self.ruler.values))}

    def in_words(self, answer: Mapping[str, int]) -> str:
        """Both ends."""
        return f"from {self.ruler.label(answer['from'])} to {self.ruler.label(answer['to'])}"

    def from_text(self, text: str) -> object:
        """Such as ``2 to 4``, or ``rarely to often``; one point alone is both ends."""
        by_label = {folded(self.ruler.label(value)): value for value in self.ruler.values}
        parts = [folded(part) for part in re.split(r"\bto\b|-", text)]
        points = [by_label.get(part, number_or_text(part)) for part in parts]
        return {"from": points[0], "to": points[-1]} if len(points) < 3 else text

    def as_text(self, answer: Mapping[str, int]) -> str:
        """Such as ``2 to 4``."""
        return f"{answer['from']} to {answer['to']}"

    def allowed_text(self) -> str:
        """How a span is written."""
        return f"two of {self.ruler.values[0]} to {self.ruler.values[-1]}, with 'to' between them"

    def counted(self) -> tuple[Counted, ...]:
        """Each end."""
        labels = tuple(map(self.ruler.label, self.ruler.values))
        return tuple(
            Counted("ordered", labels, _place_of(end, self.ruler.values[0]), part=end, about=about)
            for end, about in ENDS.items()
        )

    def invent(self, person: Invented) -> Mapping[str, int]:
        """A span of two or three points around where the person's moods lie."""
        values = self.ruler.values
        middle = values[min(int(person.place(self.item.id, reversed=False) * len(values)), len(values) - 1)]
        return {"from": max(middle - 1, values[0]), "to": min(middle + 1, values[-1])}


def _place_of(end: str, first: int) -> Callable[[Mapping[str, int]], int]:
    return lambda span: span[end] - first
