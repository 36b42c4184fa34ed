"""One self-assessment, put together from its parts."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, Field, ModelWrapValidatorHandler, ValidationError, model_validator
from pydantic_core import InitErrorDetails

from workshop_helpers.content.misfits import misfits
from workshop_helpers.content.pooled import Derived
from workshop_helpers.content.prompts import Prompt
from workshop_helpers.content.rules import FeedbackRule
from workshop_helpers.content.subscales import Subscale
from workshop_helpers.formats import AnyItem
from workshop_helpers.formats.base import Question, Side
from workshop_helpers.formats.options import OptionSet
from workshop_helpers.formats.rulers import Scale
from workshop_helpers.model import Id, Model, Text, find, wrong

_TIED = (
    "its tables limit each other, and bands do not protect such an answer; set private = true, take out what limits it "
    "('at-most', 'bins'), or choose the policy 'light'."
)
PolicyName = Literal["private", "light", "small-circle", "room"]


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
    items: Annotated[tuple[AnyItem, ...], Field(min_length=1, max_length=40)]
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
        found = found or [InitErrorDetails(type=wrong(_TIED), loc=key, input=None) for key in assessment._tied_items()]
        if found:
            raise ValidationError.from_exception_data(cls.__name__, found)
        return assessment

    def _tied_items(self) -> Iterator[tuple[str | int, ...]]:
        """Where items are that bands would not protect, if the picture is drawn in bands."""
        if self.policy == "room":
            for place, item in enumerate(self.items):
                if not item.private and item.as_question(None, self.scales, self.options).tied:
                    yield "items", place, "private"

    def questions(self, occasion: str | None = None) -> tuple[Question, ...]:
        """The questions in the order in which they are asked; one occasion's only, if one is named.

        Raises:
            WorkshopError: if the assessment has no such occasion.
        """
        sides: tuple[Side | None, ...] = self.views or self.occasions or (None,)
        if occasion is not None:
            sides = (find({side.id: side for side in self.occasions}, occasion, f"occasion of '{self.id}'"),)
        return tuple(item.as_question(side, self.scales, self.options) for item in self.items for side in sides)
