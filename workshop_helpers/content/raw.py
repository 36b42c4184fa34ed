"""An assessment file as it was written: read tolerantly, passing over whatever is of the wrong type."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

KeyPath = tuple[str | int, ...]
Misfit = tuple[KeyPath, str]
RawRow = dict[str, Any]  # a table of the file
Rows = list[tuple[int, RawRow]]


@dataclass
class File:
    """The parts of a file that the rules look at; whatever is not a table is left out."""

    data: Mapping[str, Any]
    items: Rows = field(init=False)
    subscales: Rows = field(init=False)
    views: Rows = field(init=False)
    occasions: Rows = field(init=False)
    pooled: Rows = field(init=False)
    feedback: Rows = field(init=False)

    def __post_init__(self) -> None:
        for name in ("items", "subscales", "views", "occasions", "pooled", "feedback"):
            rows = self.data.get(name)
            rows = rows if isinstance(rows, list | tuple) else ()
            setattr(self, name, [(place, row) for place, row in enumerate(rows) if isinstance(row, dict)])

    def named(self, table: str) -> list[str]:
        """The names that a table of tables defines."""
        names = self.data.get(table)
        return list(names) if isinstance(names, dict) else []

    def scale_of(self, subscale: object) -> str | None:
        """The scale of a subscale's first item that names one that exists."""
        named = (text(item, "scale") for _, item in self.items if item.get("subscale") == subscale)
        return next((scale for scale in named if scale in self.named("scales")), None)

    def item(self, name: object) -> RawRow | None:
        """The first item of this id."""
        return next((item for _, item in self.items if item.get("id") == name), None)

    def comparable(self, subscales: Iterable[object]) -> bool:
        """Whether some subscales share one scale, as far as they have one."""
        return len({self.scale_of(subscale) for subscale in subscales} - {None}) < 2


def text(row: RawRow, key: str) -> str | None:
    """What a row holds under a key, if that is text."""
    value = row.get(key)
    return value if isinstance(value, str) else None


def ids(rows: Rows) -> list[str]:
    """The ids of some rows, each once."""
    return list(dict.fromkeys(name for _, row in rows if (name := text(row, "id"))))


def known(noun: str, names: Iterable[str]) -> str:
    """The names that there are, as the end of a sentence."""
    listed = ", ".join(f"'{name}'" for name in names)
    return f"the {noun} here are {listed}" if listed else f"this file has no {noun} yet"
