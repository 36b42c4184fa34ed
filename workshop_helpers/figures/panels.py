"""Which tables of a release are drawn together; decided from the release alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from workshop_helpers.errors import ReleaseError
from workshop_helpers.pooling.release import Release, Table


@dataclass(frozen=True)
class Group:
    """One item, or one part of an item: its words once, and a table for each of its sides.

    A side is a view or an occasion; the only table of an item that has none is called "".
    """

    text: str
    sides: tuple[str, ...]
    tables: tuple[Table, ...]

    @property
    def paired(self) -> bool:
        """Whether the sides' names are needed to tell what a row is."""
        return self.sides != ("",)


@dataclass(frozen=True)
class Panel:
    """Groups that share one set of options, and the words above them, if any."""

    heading: str
    groups: tuple[Group, ...]

    @property
    def model(self) -> Table:
        """A table with the options that all tables of the panel have."""
        return self.groups[0].tables[0]

    @property
    def tables(self) -> tuple[Table, ...]:
        """All tables of the panel, in order."""
        return tuple(table for group in self.groups for table in group.tables)


def panels(release: Release, earlier: Release | None = None) -> tuple[Panel, ...]:
    """Arrange a release in panels, in the order of the items; an earlier one's tables beside its own.

    Raises:
        ReleaseError: if there is nothing to draw, or the two are of different self-assessments.
    """
    if not release.tables or (earlier and not earlier.tables):
        raise ReleaseError("This picture has no tables, so there is nothing to draw.")
    if earlier is not None and earlier.assessment != release.assessment:
        raise ReleaseError(
            f"These pictures are of two self-assessments, '{earlier.assessment}' and '{release.assessment}'. "
            "Choose two of the same."
        )
    return tuple(_panel(list(groups)) for _, groups in groupby(_groups(release, earlier), _company))


def is_exact(tables: Iterable[Table]) -> bool:
    """Whether every bar is one number, not a band."""
    return all(table.low == table.high for table in tables)


def occasions(release: Release, earlier: Release) -> tuple[str, str]:
    """What the two releases are called: by their own sides, where those tell them apart."""
    then, now = ({table.side for table in part.tables} for part in (earlier, release))
    if then.isdisjoint(now) and len(then) == len(now) == 1 and all(then | now):
        return then.pop(), now.pop()
    return "before", "now"


def _sides(release: Release, earlier: Release | None) -> Iterator[tuple[str, Table]]:
    """Every table with the name of its side, an earlier release's first."""
    if earlier is None:
        yield from ((table.side, table) for table in release.tables)
        return
    for occasion, part in zip(occasions(release, earlier), (earlier, release), strict=True):
        for table in part.tables:
            yield ", ".join(dict.fromkeys(filter(None, (table.side, occasion)))), table


def _groups(release: Release, earlier: Release | None) -> list[Group]:
    # Options belong to the key: a group that grew past the merging of columns has others than before.
    found: dict[object, Group] = {}
    order = {(table.item, table.part): place for place, table in enumerate(release.tables)}
    for side, table in _sides(release, earlier):
        key = (table.item, table.part, table.kind, table.options)
        before = found.get(key, Group(table.part or table.text, (), ()))
        found[key] = replace(before, sides=(*before.sides, side), tables=(*before.tables, table))
    return sorted(found.values(), key=lambda group: order.get((group.tables[0].item, group.tables[0].part), len(order)))


def _company(group: Group) -> object:
    """What neighbouring groups must have in common to be drawn together."""
    table = group.tables[0]
    item = table.item if table.part or table.kind == "quadrant" else None
    # All parts of an item are skipped at once, so one bar speaks for them; should they differ, none can.
    asides = [(t.low[t.answers :], t.high[t.answers :]) for t in group.tables] if table.kind == "yes-no" else None
    return item, table.kind, table.options, group.sides, asides


def _panel(groups: list[Group]) -> Panel:
    table = groups[0].tables[0]
    return Panel(table.text if table.part else "", tuple(groups))
