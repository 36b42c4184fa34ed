"""One page of the workshop, what is tried out on it, and where its foot says that support is found."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from workshop_helpers.content.assessment import Assessment
from workshop_helpers.model import Id, Model, Text

NOTEBOOK = r"^(\d\d|facilitator)-[a-z0-9-]+\.ipynb$"


class Step(Model):
    """One part of an exercise, with its time in seconds."""

    title: Text
    seconds: Annotated[int, Field(ge=15, le=1800)]
    text: Text


class Exercise(Model):
    """A timed activity for two or more people, with a way to take part alone and a way to watch."""

    id: Id
    title: Text
    introduction: Text
    alone: Text
    observe: Text
    steps: Annotated[tuple[Step, ...], Field(min_length=1, max_length=12)]

    @property
    def minutes(self) -> int:
        """How long all steps take together, rounded up to whole minutes."""
        return -(-sum(step.seconds for step in self.steps) // 60)


class Section(Model):
    """One notebook and what belongs to it.

    Attributes:
        notebook: Its file. Two digits in front make it a page of the workshop, at that place; ``facilitator-``
            makes it a guide for whoever leads a room.
        occasion: Which of their two occasions its self-assessments are asked on, if only on one.
        safety_gate: Whether the words on safety come before anything else.
    """

    id: Id
    title: Text
    notebook: Annotated[str, Field(pattern=NOTEBOOK)]
    minutes: Annotated[int, Field(ge=1, le=240)]
    aims: Annotated[tuple[Text, ...], Field(min_length=1, max_length=5)]
    content_note: Text
    assessments: tuple[Id, ...] = ()
    exercises: tuple[Id, ...] = ()
    occasion: Id | None = None
    safety_gate: bool = False
    reflections: Annotated[tuple[Text, ...], Field(max_length=4)] = ()

    def occasions(self, assessment: Assessment) -> tuple[str | None, ...]:
        """On which occasions this page asks a self-assessment; ``(None,)`` for one that is asked once."""
        known = tuple(side.id for side in assessment.occasions)
        if self.occasion in known:
            return (self.occasion,)
        return known or (None,)


class Help(Model):
    """One place to turn to, by name and address; never a phone number, because those change."""

    name: Text
    url: Annotated[str, Field(pattern=r"^https://[a-z0-9.-]+(/\S*)?$")]
    text: Text


class Support(Model):
    """The block that stands at the foot of every page, and what is said first on pages that need a safe place.

    ``exit`` is a harmless page to which somebody can leave in a hurry.
    """

    text: Text
    safety_gate: Text
    exit: Annotated[str, Field(pattern=r"^https://[a-z0-9.-]+(/\S*)?$")]
    places: Annotated[tuple[Help, ...], Field(min_length=1)]
