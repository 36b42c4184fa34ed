"""The workshop's vocabulary: what an assessment, an exercise, a section and a source are made of.

Each idea is one frozen model that refuses unknown keys. The models say what a content file may hold;
``loading`` reads the files and words the mistakes. Nothing here knows about answers, forms or figures.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import floor
from types import MappingProxyType
from typing import Annotated, Any, Literal, Self, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ModelWrapValidatorHandler,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_core import InitErrorDetails, PydanticCustomError

from workshop_helpers.errors import WorkshopError
from workshop_helpers.misfits import misfits

PolicyName = Literal["private", "light", "small-circle", "room"]

# A word that names something inside a file: it becomes part of column names and variable names,
# which are joined with dots, so it holds no dot itself.
Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Text = Annotated[str, Field(min_length=1, max_length=3000, pattern=r"^\S")]
Number = Annotated[float, Field(allow_inf_nan=False)]


def wrong(message: str) -> PydanticCustomError:
    """A mistake whose message is already the sentence that the author will read."""
    return PydanticCustomError("content", message)


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


class Model(BaseModel):
    """A part of a content file: frozen, strict about types, without unknown keys, keys in kebab-case."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        strict=True,
        alias_generator=lambda name: name.replace("_", "-"),
        validate_by_name=False,
    )


# --- how an item is answered -----------------------------------------------------------------------


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
    """A question answered by sharing out ``total`` whole points; the pool counts ``bins`` per option."""

    format: Literal["points"]
    options: Id
    total: Annotated[int, Field(ge=5, le=1000)]
    bins: Annotated[tuple[Band, ...], Field(min_length=2, max_length=7)]

    @field_validator("bins")
    @classmethod
    def _bins_cover_the_points(cls, bins: tuple[Band, ...], info: ValidationInfo) -> tuple[Band, ...]:
        if "total" in info.data:
            _check_bands("bins", bins, range(info.data["total"] + 1))
        return bins


class TextItem(_Item):
    """A question answered in the person's own words. Always private."""

    format: Literal["text"]


Item = Annotated[
    ScaleItem | ChoiceItem | ChoicesItem | RankingItem | PointsItem | TextItem, Field(discriminator="format")
]


# --- what is made of the answers ---------------------------------------------------------------------


class Subscale(Model):
    """Some scale items that speak to one idea; ``serves``, ``costs`` and ``experiment`` word the feedback."""

    id: Id
    title: Text
    serves: Text
    costs: Text
    experiment: Text


class Side(Model):
    """One of two views (for me, for someone else) or occasions (before, after) of the same items."""

    id: Id
    title: Text


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
    """Feedback that names the highest and the lowest subscale only."""

    kind: Literal["highest-and-lowest"]


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


class Note(Model):
    """Feedback that is the same for everybody."""

    kind: Literal["note"]
    text: Text


FeedbackRule = Annotated[Lean | Extremes | Variety | GapBetweenViews | MostPoints | Note, Field(discriminator="kind")]


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


# --- an assessment -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Question:
    """One item as a participant meets it: the item itself, or one of its two sides.

    ``key`` names it in answers, columns and the workbook: ``item`` or ``item.side``.
    """

    key: str
    item: ScaleItem | ChoiceItem | ChoicesItem | RankingItem | PointsItem | TextItem
    side: Side | None
    scale: Scale | None
    options: Mapping[str, str]


class Assessment(Model):
    """One self-assessment: its items, how they are scored and talked about, and who may see what."""

    id: Id
    title: Text
    minutes: Annotated[int, Field(ge=1, le=60)]
    policy: PolicyName
    sensitivity: Literal["low", "medium", "high"]
    introduction: Text
    sources: Annotated[tuple[Id, ...], Field(min_length=1)]
    scales: Annotated[dict[Id, Scale], AfterValidator(MappingProxyType)] = Field({}, validate_default=True)
    options: Annotated[dict[Id, OptionSet], AfterValidator(MappingProxyType)] = Field({}, validate_default=True)
    views: Annotated[tuple[Side, ...], Field(max_length=2)] = ()
    occasions: Annotated[tuple[Side, ...], Field(max_length=2)] = ()
    items: Annotated[tuple[Item, ...], Field(min_length=1, max_length=40)]
    subscales: tuple[Subscale, ...] = ()
    pooled: tuple[Derived, ...] = ()
    feedback: Annotated[tuple[FeedbackRule, ...], Field(min_length=1)]
    prompts: Annotated[tuple[Prompt, ...], Field(min_length=2)]

    @model_validator(mode="wrap")
    @classmethod
    def _parts_fit_together(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        """Report what does not fit together in the same breath as what is wrong inside the parts."""
        found: list[InitErrorDetails] = []
        if isinstance(data, dict):
            found += [InitErrorDetails(type=wrong(text), loc=key, input=None) for key, text in misfits(data)]
        try:
            assessment = handler(data)
        except ValidationError as error:
            inside = [
                InitErrorDetails(
                    type=wrong(e["msg"]) if e["type"] == "content" else e["type"],
                    loc=e["loc"],
                    input=e["input"],
                    ctx=e.get("ctx", {}),
                )
                for e in error.errors()
            ]
            raise ValidationError.from_exception_data(cls.__name__, [*inside, *found]) from None
        if found:
            raise ValidationError.from_exception_data(cls.__name__, found)
        return assessment

    def questions(self, occasion: str | None = None) -> tuple[Question, ...]:
        """The questions in the order in which they are asked; one occasion's only, if one is named.

        Raises:
            WorkshopError: if the assessment has no such occasion.
        """
        sides: tuple[Side | None, ...] = self.views or self.occasions or (None,)
        if occasion is not None:
            sides = (_find({side.id: side for side in self.occasions}, occasion, f"occasion of '{self.id}'"),)
        return tuple(
            Question(
                key=item.id if side is None else f"{item.id}.{side.id}",
                item=item,
                side=side,
                scale=self.scales[item.scale] if isinstance(item, ScaleItem) else None,
                options=MappingProxyType({}) if isinstance(item, ScaleItem | TextItem) else self.options[item.options],
            )
            for item in self.items
            for side in sides
        )


# --- exercises, sections, sources --------------------------------------------------------------------


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
    """One notebook of the workshop and what belongs to it."""

    id: Id
    title: Text
    notebook: Annotated[str, Field(pattern=r"^\d\d-[a-z0-9-]+\.ipynb$")]
    minutes: Annotated[int, Field(ge=1, le=240)]
    aims: Annotated[tuple[Text, ...], Field(min_length=1, max_length=5)]
    content_note: Text
    assessments: tuple[Id, ...] = ()
    exercises: tuple[Id, ...] = ()
    reflections: Annotated[tuple[Text, ...], Field(max_length=4)] = ()


class Help(Model):
    """One place to turn to, by name and address; never a phone number, because those change."""

    name: Text
    url: Annotated[str, Field(pattern=r"^https://[a-z0-9.-]+(/\S*)?$")]
    text: Text


class Support(Model):
    """The block that stands at the foot of every page."""

    text: Text
    places: Annotated[tuple[Help, ...], Field(min_length=1)]


@dataclass(frozen=True)
class Workshop:
    """The whole workshop: sections in order, and everything they refer to, by id."""

    title: str
    sections: tuple[Section, ...]
    support: Support
    assessments: Mapping[str, Assessment]
    exercises: Mapping[str, Exercise]
    references: Mapping[str, Mapping[str, Any]]

    def assessment(self, name: str) -> Assessment:
        """The assessment with this id; raises ``WorkshopError``, with the ids there are, if none has it."""
        return _find(self.assessments, name, "self-assessment")

    def exercise(self, name: str) -> Exercise:
        """The exercise with this id; raises ``WorkshopError``, with the ids there are, if none has it."""
        return _find(self.exercises, name, "exercise")

    def section(self, name: str) -> Section:
        """The section with this id; raises ``WorkshopError``, with the ids there are, if none has it."""
        return _find({section.id: section for section in self.sections}, name, "section")


_Found = TypeVar("_Found")


def _find(things: Mapping[str, _Found], name: str, noun: str) -> _Found:
    if name not in things:
        known = ", ".join(f"'{known}'" for known in things)
        raise WorkshopError(f"There is no {noun} called '{name}'. There {f'are: {known}' if known else 'is none'}.")
    return things[name]
