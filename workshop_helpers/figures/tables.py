"""The same picture as words and numbers only: for a screen reader, a text browser, a terminal."""

from __future__ import annotations

from dataclasses import dataclass

from workshop_helpers.figures.panels import Panel, panels
from workshop_helpers.figures.wording import MADE_UP, about, is_made_up
from workshop_helpers.pooling.release import Release, Table


@dataclass(frozen=True)
class TextTable:
    """One table for all items that share their options.

    Attributes:
        caption: What it is about.
        options: The heads of its columns.
        rows: Each item's words, and its number at each option, such as ``5–9``.
    """

    caption: str
    options: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class TextTables:
    """Every bar of a release.

    Attributes:
        notice: That the group is made up; "" if it is not.
        about: How many people are counted, and what the numbers mean.
        each: The tables, in the order of the items.
    """

    notice: str
    about: str
    each: tuple[TextTable, ...]


def text_tables(release: Release) -> TextTables:
    """Every bar of a release as tables, in the arrangement of its figure."""
    tables = tuple(_text_table(panel, release) for panel in panels(release))
    return TextTables(_notice(release), about(release), tables)


def table_text(release: Release) -> str:
    """Every bar of a release as lines of plain text: an item's words, then a line for each option."""
    width = max((len(option) for table in release.tables for option in table.options), default=0)
    blocks = ["\n".join(filter(None, (release.title, _notice(release), about(release))))]
    for table in release.tables:
        bars = [f"  {option:<{width}} {table.band(place)}" for place, option in enumerate(table.options)]
        blocks.append("\n".join([_title(table), *bars]))
    return "\n\n".join(blocks)


def _text_table(panel: Panel, release: Release) -> TextTable:
    rows = (
        (f"{group.text} ({side})" if side else group.text, _bands(table))
        for group in panel.groups
        for side, table in zip(group.sides, group.tables, strict=True)
    )
    return TextTable(panel.heading or release.title, panel.model.options, tuple(rows))


def _notice(release: Release) -> str:
    return MADE_UP if is_made_up(release, None) else ""


def _bands(table: Table) -> tuple[str, ...]:
    return tuple(table.band(option) for option in range(len(table.options)))


def _title(table: Table) -> str:
    extra = ", ".join(filter(None, (table.side, table.part)))
    return f"{table.text} ({extra})" if extra else table.text
