"""How an item is answered: scales, options, and one model for each response format."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from math import floor
from types import MappingProxyType
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, ValidationInfo, field_validator, model_validator

from workshop_helpers.content.base import Id, Model, Number, Text, wrong

# What every question can be answered with besides, so that no option or label may be called the same.
TAKEN = ("skipped", "does not apply", "does-not-apply")


def _differ(words: tuple[str, ...]) -> None:
    folded = [word.strip().casefold() for word in words]
    if len(set(folded)) < len(folded):
        raise wrong("two of them are the same; word each one differently.")
    if not set(folded).isdisjoint(TAKEN):
        raise wrong("'skipped' and 'does not apply' are there without being listed; take them out.")


def _labels(labels: tuple[str, ...]) -> tuple[str, ...]:
    _differ(labels)
    return labels


def _options(options: dict[str, str]) -> MappingProxyType[str, str]:
    _differ(tuple(options.values()))
    if not set(options).isdisjoint(TAKEN):
        raise wrong("'skipped' and 'does-not-apply' are there without being listed; take them out.")
    return MappingProxyType(options)


Labels = Annotated[tuple[Text, ...], Field(min_length=2, max_length=11), AfterValidator(_labels)]
OptionSet = Annotated[dict[Id, Text], Field(min_length=2, max_length=12), AfterValidator(_options)]


class Band(Model):
    """Neighbouring values that are counted together: everything above the band before, up to ``up_to``."""

    label: Text
    up_to: Number


class Scale(Model):
    """An ordered ruler: either one label a point, or numbered points with words at the two ends.

    ``bins`` are what the pool counts when there are more than seven points; ``merged`` are the three
    columns that a small group's picture shows instead.
    """

    labels: Labels | None = None
    points: Annotated[int, Field(ge=2, le=11)] | None = None
    first: Annotated[int, Field(ge=0, le=1)] = 1
    ends: tuple[Text, Text] | None = None
    bins: Annotated[tuple[Band, ...], Field(max_length=7)] = ()
    merged: tuple[Band, Band, Band] | None = None

    @model_validator(mode="after")
    def _is_a_ruler(self) -> Self:
        if (self.labels is None) == (self.points is None):
            raise wrong("give either 'labels' (one a point) or 'points' with 'ends', not both and not neither.")
        if self.points is not None and self.ends is None:
            raise wrong("a numbered scale needs 'ends', the words at its two ends.")
        if self.labels is not None and self.ends is not None:
            raise wrong("'ends' belongs to a numbered scale; a scale with 'labels' needs none.")
        if len(self.values) > 7 and not self.bins:
            raise wrong("more than seven points need 'bins', at most seven, that the pool counts.")
        if self.bins:
            _check_bands("bins", self.bins, self.values)
        if self.merged:
            _check_bands("merged", self.merged, self.values)
            if self.bins and not {band.up_to for band in self.merged} <= {band.up_to for band in self.bins}:
                raise wrong("each of the three 'merged' columns must end where one of the 'bins' ends.")
        return self

    @cached_property
    def values(self) -> range:
        """The whole numbers that an answer can be."""
        size = len(self.labels) if self.labels is not None else (self.points or 0)
        return range(self.first, self.first + size)

    def label(self, value: int) -> str:
        """The words for one value; for a numbered scale the number, with the end's words at the ends."""
        if self.labels is not None:
            return self.labels[value - self.first]
        assert self.ends is not None
        if value == self.values[0]:
            return f"{value} {self.ends[0]}"
        return f"{value} {self.ends[1]}" if value == self.values[-1] else str(value)


def _check_bands(name: str, bands: tuple[Band, ...], values: range) -> None:
    ends = [band.up_to for band in bands]
    if ends != sorted(set(ends)) or ends[0] < values[0] or ends[-1] != values[-1]:
        raise wrong(f"the 'up-to' of '{name}' must rise, and the last must be {values[-1]}.")
    if any(floor(one) == floor(other) for one, other in pairwise(ends)):
        raise wrong(f"two 'up-to' of '{name}' have no whole number between them; give each band one.")


class _Item(Model):
    id: Id
    text: Text
    does_not_apply: bool = False
    private: bool = False


class ScaleItem(_Item):
    """A statement or question answered with one point of a scale."""

    format: Literal["scale"]
    scale: Id
    subscale: Id | None = None
    reversed: bool = False


class ChoiceItem(_Item):
    """A question answered with exactly one of some options."""

    format: Literal["choice"]
    options: Id


class ChoicesItem(_Item):
    """A question answered with any number of options, or at most ``at_most`` of them."""

    format: Literal["choices"]
    options: Id
    at_most: Annotated[int, Field(ge=2)] | None = None


class RankingItem(_Item):
    """A question answered by putting all options in order; the pool counts first choices only."""

    format: Literal["ranking"]
    options: Id


class PointsItem(_Item):
    """A question answered by sharing out ``total`` whole points.

    The pool counts where the most points went; with ``bins``, it counts those for each option.
    """

    format: Literal["points"]
    options: Id
    total: Annotated[int, Field(ge=5, le=1000)]
    bins: Annotated[tuple[Band, ...], Field(min_length=2, max_length=7)] | None = None

    @field_validator("bins")
    @classmethod
    def _bins_cover_the_points(cls, bins: tuple[Band, ...] | None, info: ValidationInfo) -> tuple[Band, ...] | None:
        if bins is not None and "total" in info.data:
            _check_bands("bins", bins, range(info.data["total"] + 1))
        return bins


class TextItem(_Item):
    """A question answered in the person's own words. Always private."""

    format: Literal["text"]


Item = Annotated[
    ScaleItem | ChoiceItem | ChoicesItem | RankingItem | PointsItem | TextItem, Field(discriminator="format")
]
