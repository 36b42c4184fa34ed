"""The response formats: how an item can be answered. One module each, and all that a format knows is in it.

To add one: a module here like ``choice``, its name in ``FORMATS``, and its view in ``widgets/questions/formats/``.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce
from operator import or_
from typing import Annotated, Any, get_args

from pydantic import Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema

from workshop_helpers.formats.base import Item
from workshop_helpers.formats.choice import ChoiceItem
from workshop_helpers.formats.choices import ChoicesItem
from workshop_helpers.formats.points import PointsItem
from workshop_helpers.formats.ranking import RankingItem
from workshop_helpers.formats.scale import ScaleItem
from workshop_helpers.formats.text import TextItem


def by_name(*items: type[Item]) -> Mapping[str, type[Item]]:
    """Formats by their names in a file. A type checker refuses an item here that leaves something out."""
    return {get_args(item.model_fields["format"].annotation)[0]: item for item in items}


FORMATS = by_name(ScaleItem, ChoiceItem, ChoicesItem, RankingItem, PointsItem, TextItem)


def in_means(format: object) -> bool:
    """Whether the answers to items of a format of this name count in means; no if there is none."""
    return isinstance(format, str) and format in FORMATS and FORMATS[format].in_means


class _OfAnyFormat:
    """Tells pydantic that an item is of one of the formats, which it knows by ``format``."""

    def __get_pydantic_core_schema__(self, _source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        anything: Any = reduce(or_, FORMATS.values())
        return handler.generate_schema(Annotated[anything, Field(discriminator="format")])


AnyItem = Annotated[Item, _OfAnyFormat()]
