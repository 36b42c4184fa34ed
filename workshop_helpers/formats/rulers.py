"""Ordered values: the scale that a question is answered on, and bands of neighbouring values."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from itertools import pairwise
from math import floor
from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from workshop_helpers.formats.labels import check_labels
from workshop_helpers.model import Model, Number, Text, wrong


def _labels(labels: tuple[str, ...]) -> tuple[str, ...]:
    check_labels(labels)
    return labels


Labels = Annotated[tuple[Text, ...], Field(min_length=2, max_length=11), AfterValidator(_labels)]


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
            check_bands("bins", self.bins, self.values)
        if self.merged:
            check_bands("merged", self.merged, self.values)
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

    def ends_in_words(self) -> str:
        """What the numbers at the two ends mean; empty if each point has a label."""
        return f"{self.values[0]} = {self.ends[0]}, {self.values[-1]} = {self.ends[1]}" if self.ends else ""


def check_bands(name: str, bands: tuple[Band, ...], values: range) -> None:
    """Refuse bands that do not rise, or do not end with the last value; ``name`` is their key in the file."""
    ends = [band.up_to for band in bands]
    if ends != sorted(set(ends)) or ends[0] < values[0] or ends[-1] != values[-1]:
        raise wrong(f"the 'up-to' of '{name}' must rise, and the last must be {values[-1]}.")
    if any(floor(one) == floor(other) for one, other in pairwise(ends)):
        raise wrong(f"two 'up-to' of '{name}' have no whole number between them; give each band one.")


def in_bands(bands: Iterable[Band], values: Iterable[int]) -> list[tuple[int, ...]]:
    """The values that each band holds."""
    values = tuple(values)
    found: list[tuple[int, ...]] = []
    below = float("-inf")
    for band in bands:
        found.append(tuple(value for value in values if below < value <= band.up_to))
        below = band.up_to
    return found
