"""``scale``: one point of an ordered ruler.

An answer is a whole number of the scale. The pool counts its points, or its bins where there are more than seven.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal, final

from workshop_helpers.errors import AnswerReason
from workshop_helpers.formats.base import Counted, Item, Options, Question, Scales, Side
from workshop_helpers.formats.inventing import Invented
from workshop_helpers.formats.rulers import Scale, in_bands
from workshop_helpers.formats.written import NO_NUMBER, Way, folded, forms, number_or_text
from workshop_helpers.model import Id


@final
class ScaleItem(Item):
    """A statement or question answered with one point of a scale."""

    format: Literal["scale"]
    scale: Id
    subscale: Id | None = None
    reversed: bool = False

    in_means: ClassVar[bool] = True

    def as_question(self, side: Side | None, scales: Scales, options: Options) -> ScaleQuestion:
        """The question, with its ruler."""
        return ScaleQuestion(item=self, side=side, scale=scales[self.scale])


@final
@dataclass(frozen=True, kw_only=True)
class ScaleQuestion(Question):
    """A question answered with one point of a scale."""

    item: ScaleItem
    scale: Scale = field()

    in_numbers: ClassVar[bool] = True

    def read(self, raw: object) -> int:
        """A whole number of the scale."""
        low, high = self.scale.values[0], self.scale.values[-1]
        allowed = f"the answer must be a whole number from {low} to {high}."
        if isinstance(raw, bool) or not isinstance(raw, int):
            raise self.refusal(AnswerReason.WRONG_TYPE, allowed)
        if not low <= raw <= high:
            raise self.refusal(AnswerReason.OUT_OF_RANGE, allowed)
        return raw

    def for_view(self) -> dict[str, Any]:
        """The values, what to write at each, and the words at the two ends if the ruler is numbered."""
        return {
            "values": list(self.scale.values),
            "labels": [self.in_words(value) for value in self.scale.values],
            "ends": list(self.scale.ends) if self.scale.ends else None,
        }

    def in_words(self, answer: int) -> str:
        """The label of the point; its number alone where words are written at the two ends only."""
        return str(answer) if self.scale.ends else self.scale.label(answer)

    def ruler_in_words(self) -> str:
        """What the two ends of a numbered ruler mean."""
        return self.scale.ends_in_words()

    def from_text(self, text: str) -> object:
        """A label, the words at an end, or a number; what other programs write for a missing number is a skip."""
        ends = zip(self.scale.ends or (), (self.scale.values[0], self.scale.values[-1]), strict=False)
        by_label = {folded(words): value for words, value in ends}
        by_label |= {folded(self.scale.label(value)): value for value in self.scale.values}
        labelled = (by_label[form] for form in forms(text) if form in by_label)
        return next(labelled, None if text in NO_NUMBER else number_or_text(text))

    def as_text(self, answer: int) -> str:
        """The number."""
        return str(answer)

    def allowed_text(self) -> str:
        """The numbers, and the labels if there are any."""
        labels = "" if self.scale.ends else f", or {' · '.join(map(self.scale.label, self.scale.values))}"
        return f"a whole number from {self.scale.values[0]} to {self.scale.values[-1]}{labels}"

    def meanings(self, way: Way) -> Mapping[str, str]:
        """A point."""
        return {str(value): self.scale.label(value) for value in self.scale.values}

    def labels(self) -> Iterable[str]:
        """The labels of the points, if the ruler has them."""
        return () if self.scale.ends else map(self.scale.label, self.scale.values)

    def counted(self) -> tuple[Counted, ...]:
        """The points, or the bins."""
        scale = self.scale
        bands = in_bands(scale.bins, scale.values) or [(value,) for value in scale.values]
        labels = [band.label for band in scale.bins] or list(map(scale.label, scale.values))
        places = {value: place for place, inside in enumerate(bands) for value in inside}
        ends = {inside[-1]: place for place, inside in enumerate(bands)}
        columns = scale.merged or ()
        merged = zip(columns, in_bands(columns, ends), strict=True)
        return (
            Counted(
                kind="ordered",
                labels=tuple(labels),
                place=places.__getitem__,
                merged=tuple((column.label, tuple(ends[end] for end in inside)) for column, inside in merged),
            ),
        )

    @property
    def subscale(self) -> str | None:
        """The subscale that the item names."""
        return self.item.subscale

    def turned(self, point: int) -> int:
        """The point, counted from the other end if the item is reversed."""
        return self.scale.values[0] + self.scale.values[-1] - point if self.item.reversed else point

    def invent(self, person: Invented) -> int:
        """A point where the person's moods, the question's lean and some chance meet."""
        values = self.scale.values
        place = person.place(self.item.subscale or self.item.id, self.item.reversed)
        return values[min(int(place * len(values)), len(values) - 1)]
