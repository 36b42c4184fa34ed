"""Pooled variables that a participant's own computer works out from several answers, before anything is added."""

from __future__ import annotations

from itertools import pairwise
from typing import Annotated, Literal

from pydantic import Field, field_validator

from workshop_helpers.formats.rulers import Band
from workshop_helpers.model import Id, Model, Number, Text, wrong


class Quadrant(Model):
    """A pooled variable: on which side of ``split`` two subscale means lie. Worked out by the participant."""

    kind: Literal["quadrant"]
    id: Id
    title: Text
    subscales: tuple[Id, Id]
    split: Number
    labels: tuple[Text, Text, Text, Text]


class Gap(Model):
    """A pooled variable: how far two subscale means, or the two views' means, lie apart, in bands.

    The gap is the second minus the first; without ``subscales`` it is between the two views.
    """

    kind: Literal["gap"]
    id: Id
    title: Text
    subscales: tuple[Id, Id] | None = None
    bands: Annotated[tuple[Band, ...], Field(min_length=2, max_length=7)]

    @field_validator("bands")
    @classmethod
    def _bands_rise(cls, bands: tuple[Band, ...]) -> tuple[Band, ...]:
        if any(one.up_to >= other.up_to for one, other in pairwise(bands)):
            raise wrong("the 'up-to' of 'bands' must rise.")
        return bands


Derived = Annotated[Quadrant | Gap, Field(discriminator="kind")]
