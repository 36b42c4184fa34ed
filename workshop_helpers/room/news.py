"""How a room stands, as either side's pages are told it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

_Pool_co = TypeVar("_Pool_co", covariant=True)


@dataclass(frozen=True)
class News(Generic[_Pool_co]):
    """What one look at a room found.

    Attributes:
        room: A word that stands for the room; ``None`` if there is none.
        pools: Every pool that was opened in it, by name.
        trouble: Why they are not known just now, and what to do; or ``None``.
        lost: Whether the page's own server has forgotten the room, so that the page can have it made again.
    """

    room: str | None
    pools: Mapping[str, _Pool_co] = field(default_factory=dict)
    trouble: str | None = None
    lost: bool = False
