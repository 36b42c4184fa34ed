"""What is made of the answers: subscales, variables worked out from them, private feedback, prompts for a group."""

from __future__ import annotations

from itertools import pairwise
from typing import Annotated, Literal, Self

from pydantic import Field, field_validator, model_validator

from workshop_helpers.formats.rulers import Band
from workshop_helpers.model import Id, Model, Number, Text, wrong


class Subscale(Model):
    """Some scale items that speak to one idea; ``serves``, ``costs`` and ``experiment`` word the feedback."""

    id: Id
    title: Text
    serves: Text
    costs: Text
    experiment: Text


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


class Lean(Model):
    """Feedback that compares two subscales."""

    kind: Literal["lean"]
    between: tuple[Id, Id]


class Extremes(Model):
    """Feedback that names the highest and the lowest of all subscales, or of those in ``among``."""

    kind: Literal["highest-and-lowest"]
    among: tuple[Id, ...] = ()


class Means(Model):
    """Feedback that gives the means of some subscales side by side, and adds nothing up."""

    kind: Literal["means"]
    subscales: Annotated[tuple[Id, ...], Field(min_length=1)]
    text: Text


class Spread(Model):
    """Feedback that says how far the highest and the lowest answer of a subscale lie apart."""

    kind: Literal["spread"]
    subscale: Id
    text: Text


class Corner(Model):
    """Feedback for the four ways in which two means can lie below a ``split`` or from there up.

    ``texts`` are for: both low, only the first high, only the second high, both high.
    """

    kind: Literal["corner"]
    subscales: tuple[Id, Id]
    split: Number
    texts: tuple[Text, Text, Text, Text]


class Variety(Model):
    """Feedback that counts how many different options were used across the choice items."""

    kind: Literal["variety"]
    noun: Text
    text: Text


class GapBetweenViews(Model):
    """Feedback that compares the two views of the same items."""

    kind: Literal["gap-between-views"]
    higher: Text
    lower: Text
    even: Text


class MostPoints(Model):
    """Feedback that names the option, or options, that got the most points."""

    kind: Literal["most-points"]
    item: Id
    text: Text


class Share(Model):
    """Feedback that says how many of the points for some options went to one of them."""

    kind: Literal["share"]
    item: Id
    option: Id
    among: Annotated[tuple[Id, ...], Field(min_length=2)]
    text: Text


class Places(Model):
    """Feedback that counts the options that got ``at_least`` so many points."""

    kind: Literal["places"]
    item: Id
    at_least: Annotated[int, Field(ge=1)]
    text: Text


class Overlap(Model):
    """Feedback that says how many points two lists have in common, and where they differ most."""

    kind: Literal["overlap"]
    items: tuple[Id, Id]
    text: Text


class TwoRankings(Model):
    """Feedback that names the option whose places in two rankings differ most."""

    kind: Literal["two-rankings"]
    items: tuple[Id, Id]
    text: Text


class TopOfRanking(Model):
    """Feedback that names the first ``places`` options of a ranking."""

    kind: Literal["top-of-ranking"]
    item: Id
    places: Annotated[int, Field(ge=1, le=5)]
    text: Text


class Tally(Model):
    """Feedback that counts how often one option of a list was chosen, across the items that use the list."""

    kind: Literal["tally"]
    options: Id
    option: Id
    text: Text


class BeforeAndAfter(Model):
    """Feedback that says how many answers went up, went down, changed or stayed between two occasions."""

    kind: Literal["before-and-after"]
    text: Text


class Note(Model):
    """Feedback that is the same for everybody."""

    kind: Literal["note"]
    text: Text


FeedbackRule = Annotated[
    Lean
    | Extremes
    | Means
    | Spread
    | Corner
    | Variety
    | Tally
    | GapBetweenViews
    | BeforeAndAfter
    | MostPoints
    | Share
    | Places
    | Overlap
    | TwoRankings
    | TopOfRanking
    | Note,
    Field(discriminator="kind"),
]


class Prompt(Model):
    """A question for the group.

    ``always`` is asked whatever the picture; the others only when they are true of every group that the
    picture could be: ``leader`` when one option certainly has the most people (``{item}`` and ``{option}``
    are filled in), ``two-camps`` when both ends of a scale certainly have more people than its middle
    (``{item}`` is filled in).
    """

    text: Text
    when: Literal["always", "leader", "two-camps"] = "always"

    @model_validator(mode="after")
    def _fills_what_it_can(self) -> Self:
        rest = self.text
        for blank in {"always": (), "leader": ("{item}", "{option}"), "two-camps": ("{item}",)}[self.when]:
            rest = rest.replace(blank, "")
        if "{" in rest or "}" in rest:
            raise wrong(
                'filled in are {item} and {option} when = "leader", and {item} when = "two-camps"; '
                "take other braces out."
            )
        return self
