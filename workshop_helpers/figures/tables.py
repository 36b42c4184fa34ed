"""The same picture as words and numbers only: for a screen reader, a text browser, a terminal."""

from __future__ import annotations

from html import escape

from workshop_helpers.figures.panels import Group, Panel, panels
from workshop_helpers.figures.wording import MADE_UP, about, is_made_up
from workshop_helpers.pooling.release import Release, Table


def table_text(release: Release) -> str:
    """Every bar of a release as lines of plain text: an item's words, then a line for each option."""
    width = max((len(option) for table in release.tables for option in table.options), default=0)
    opening = [release.title, *([MADE_UP] if is_made_up(release, None) else []), about(release)]
    blocks = ["\n".join(opening)]
    for table in release.tables:
        bars = [f"  {option:<{width}} {table.step(place)}" for place, option in enumerate(table.options)]
        blocks.append("\n".join([_title(table), *bars]))
    return "\n\n".join(blocks)


def table_html(release: Release) -> str:
    """The same as HTML tables with captions and headers: one for all items that share their options."""
    notice = f"<p><strong>{MADE_UP}</strong></p>" if is_made_up(release, None) else ""
    tables = "\n".join(_html(panel, release) for panel in panels(release))
    return f'<div class="picture-table">{notice}<p>{escape(about(release))}</p>\n{tables}\n</div>'


def _html(panel: Panel, release: Release) -> str:
    caption = escape(panel.heading or release.title)
    head = "".join(f'<th scope="col">{escape(option)}</th>' for option in ("", *panel.model.options))
    rows = "\n".join(
        _html_row(group, side, table)
        for group in panel.groups
        for side, table in zip(group.sides, group.tables, strict=True)
    )
    return f"<table>\n<caption>{caption}</caption>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>"


def _html_row(group: Group, side: str, table: Table) -> str:
    label = f"{group.text} ({side})" if side else group.text
    cells = "".join(f"<td>{table.step(option)}</td>" for option in range(len(table.options)))
    return f'<tr><th scope="row">{escape(label)}</th>{cells}</tr>'


def _title(table: Table) -> str:
    extra = ", ".join(filter(None, (table.side, table.part)))
    return f"{table.text} ({extra})" if extra else table.text
