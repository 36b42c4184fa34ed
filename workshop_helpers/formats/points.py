"""``points``: ``total`` whole points, shared out over some options.

An answer is the points of each option, which add up; in a draft they need not yet. The pool counts where the most
points went, or, with bins, those of each option.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated, Any, Literal, final

from pydantic import Field, ValidationInfo, field_validator

from workshop_helpers.errors import AnswerReason
from workshop_helpers.formats.base import Counted, Options, Question, Scales, Side
from workshop_helpers.formats.inventing import Invented, share_below
from workshop_helpers.formats.options import OptionsItem, OptionsQuestion
from workshop_helpers.formats.rulers import Band, check_bands, in_bands
from workshop_helpers.formats.written import Way, number_or_text, parts_of

_SHARED = "several equally"


@final
class PointsItem(OptionsItem):
    """A question answered by sharing out ``total`` whole points.

    The pool counts where the most points went; with ``bins``, it counts those for each option.
    """

    format: Literal["points"]
    total: Annotated[int, Field(ge=5, le=1000)]
    bins: Annotated[tuple[Band, ...], Field(min_length=2, max_length=7)] | None = None

    @field_validator("bins")
    @classmethod
    def _bins_cover_the_points(cls, bins: tuple[Band, ...] | None, info: ValidationInfo) -> tuple[Band, ...] | None:
        if bins is not None and "total" in info.data:
            check_bands("bins", bins, range(info.data["total"] + 1))
        return bins

    def as_question(self, side: Side | None, scales: Scales, options: Options) -> PointsQuestion:
        """The question, with its options."""
        return PointsQuestion(item=self, side=side, options=options[self.options])


@final
@dataclass(frozen=True, kw_only=True)
class PointsQuestion(OptionsQuestion):
    """A question answered by sharing out points."""

    item: PointsItem

    def read(self, raw: object) -> Mapping[str, int]:
        """The points of each option, none left out."""
        total = self.item.total
        allowed = f"whole points from 0 up, {total} in all, shared out over {self.named}."
        if not isinstance(raw, Mapping) or not all(
            isinstance(points, int) and not isinstance(points, bool) for points in raw.values()
        ):
            raise self.refusal(AnswerReason.WRONG_TYPE, allowed)
        if not all(isinstance(option, str) and option in self.options for option in raw):
            raise self.refusal(AnswerReason.NOT_AN_OPTION, allowed)
        if any(not 0 <= points <= total for points in raw.values()):
            raise self.refusal(AnswerReason.OUT_OF_RANGE, allowed)
        if sum(raw.values()) != total:
            raise self.refusal(AnswerReason.INCOMPLETE, allowed)
        return MappingProxyType({option: raw.get(option, 0) for option in self.options})

    def from_draft(self, draft: Any) -> object:
        """The points so far; a skip if every field is empty."""
        return None if draft == {} else draft

    def unfinished(self, reason: AnswerReason) -> str:
        """Says that the points do not add up, if that is all."""
        if reason is AnswerReason.INCOMPLETE:
            return f"The points do not add up to {self.item.total} yet. Share out the rest, or skip this one."
        return super().unfinished(reason)

    def for_view(self) -> dict[str, Any]:
        """The options, and the number of points."""
        return {**super().for_view(), "total": self.item.total}

    def in_words(self, answer: Mapping[str, int]) -> str:
        """The labels that got points, each after its number."""
        return "\n".join(f"{points} – {self.options[option]}" for option, points in answer.items() if points)

    def from_text(self, text: str) -> object:
        """Such as ``option=5;other=15``."""
        pairs = [part.partition("=") for part in parts_of(text)]
        return {self.option_called(name): number_or_text(points) for name, _, points in pairs}

    def as_text(self, answer: Mapping[str, int]) -> str:
        """Such as ``option=5;other=15``."""
        return ";".join(f"{option}={points}" for option, points in answer.items())

    def allowed_text(self) -> str:
        """The labels, and what the points must make."""
        return f"whole points that make {self.item.total} together, for {self.labels_listed()}"

    def from_columns(self) -> Mapping[Way, Callable[[Sequence[str]], object]]:
        """A column for each option, with its points in it."""
        return {"options": self._by_option}

    def _by_option(self, given: Sequence[str]) -> object:
        return {option: number_or_text(text or "0") for option, text in zip(self.options, given, strict=True)}

    def counted(self) -> tuple[Counted, ...]:
        """Where the most points went; with bins, the bin of each option's points."""
        bins = self.item.bins
        if bins is None:
            labels = (*self.options.values(), _SHARED)
            return (Counted("nominal", labels, self._most, what="where the most points went"),)
        bands = in_bands(bins, range(self.item.total + 1))
        places = {points: place for place, inside in enumerate(bands) for points in inside}
        labels = tuple(band.label for band in bins)
        return tuple(
            Counted("ordered", labels, _place_by_points(option, places), part=option, about=label)
            for option, label in self.options.items()
        )

    def _most(self, points: Mapping[str, int]) -> int:
        options = list(self.options)
        most = [option for option in options if points[option] == max(points.values())]
        return options.index(most[0]) if len(most) == 1 else len(options)

    def invent(self, person: Invented) -> Mapping[str, int]:
        """Whole points, in fives where there are many as people give them, by how much the person likes each option."""
        liking, total = self.liking(person), self.item.total
        unit = 5 if total >= 50 else 1
        weights = {option: share_below(amount) ** 2 for option, amount in liking.items()}
        of_all = sum(weights.values())
        points = {option: int(total * weight / of_all / unit) * unit for option, weight in weights.items()}
        favourite = max(liking, key=lambda option: liking[option])
        points[favourite] += total - sum(points.values())
        return points


def with_points(questions: Iterable[Question]) -> list[PointsQuestion]:
    """Those of some questions in which points are shared out."""
    return [question for question in questions if isinstance(question, PointsQuestion)]


def _place_by_points(option: str, places: Mapping[int, int]) -> Callable[[Mapping[str, int]], int]:
    return lambda points: places[points[option]]
