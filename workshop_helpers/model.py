"""What all parts of a content file have in common: names, texts, and models that refuse what they do not know."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from workshop_helpers.errors import WorkshopError

# A word that names something inside a file: it becomes part of column names and variable names,
# which are joined with dots, so it holds no dot itself.
Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Text = Annotated[str, Field(min_length=1, max_length=3000, pattern=r"^\S")]
Number = Annotated[float, Field(allow_inf_nan=False)]


def wrong(message: str) -> PydanticCustomError:
    """A mistake whose message is already the sentence that the author will read."""
    return PydanticCustomError("content", message)


class Model(BaseModel):
    """A part of a content file: frozen, strict about types, without unknown keys, keys in kebab-case."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        strict=True,
        alias_generator=lambda name: name.replace("_", "-"),
        validate_by_name=False,
    )


_Found = TypeVar("_Found")


def find(things: Mapping[str, _Found], name: str, noun: str) -> _Found:
    """The thing of this name; raises ``WorkshopError``, with the names there are, if there is none."""
    if name not in things:
        known = ", ".join(f"'{known}'" for known in things)
        raise WorkshopError(f"There is no {noun} called '{name}'. There {f'are: {known}' if known else 'is none'}.")
    return things[name]
