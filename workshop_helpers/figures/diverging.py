"""Exact counts of an ordered scale: its start grows to the left of a line, its end to the right.

The middle option, where there is one, straddles the line. Who skipped stands apart on the right. A length
means the same number of people everywhere, and there is room for the whole group on either side, so that rows
and pictures compare.
"""

from __future__ import annotations

from workshop_helpers.figures import theme
from workshop_helpers.figures.canvas import Canvas, height_of, width_of
from workshop_helpers.figures.panels import Panel
from workshop_helpers.pooling.release import Table

_COLUMN = 110  # for the names of sides, left of the bars
_BAR = 26
_BEFORE_ASIDES = 16
_SWATCH = 12


def draw(canvas: Canvas, panel: Panel) -> None:
    """Draw what the colours mean, then a row for each table, its item's words above it."""
    fills = theme.diverging(panel.model.answers)
    _legend(canvas, fills, panel.model)
    most = max(table.n for group in panel.groups for table in group.tables)
    for group in panel.groups:
        canvas.paragraph(group.text)
        canvas.y += 4
        column = _COLUMN if group.paired and not canvas.narrow else 0
        left = canvas.left + (column + 10 if column else 0)
        unit = (canvas.right - left - _BEFORE_ASIDES) / (3 * most)
        for side, table in zip(group.sides, group.tables, strict=True):
            top = canvas.label(side, column=column, height=_BAR, ink=theme.QUIET)
            _row(canvas, left, top, unit, most, fills, table)
            canvas.y += 4
        canvas.y += 10


def _row(canvas: Canvas, left: float, top: float, unit: float, most: int, fills: list[str], table: Table) -> None:
    counts, middle = table.low, table.answers // 2
    zero = left + most * unit
    before_zero = sum(counts[:middle]) + (counts[middle] / 2 if table.answers % 2 else 0)
    canvas.box(left, top, 2 * most * unit, _BAR, theme.TRACK)
    canvas.box(left + 2 * most * unit + _BEFORE_ASIDES, top, most * unit, _BAR, theme.TRACK)
    canvas.box(zero - 0.5, top - 4, 1, _BAR + 8, theme.QUIET)
    x = zero - before_zero * unit
    for option, count in enumerate(counts):
        if option == table.answers:
            x = left + 2 * most * unit + _BEFORE_ASIDES
        _segment(canvas, x, top, count * unit, fills, table, option)
        x += count * unit


def _segment(canvas: Canvas, x: float, top: float, width: float, fills: list[str], table: Table, option: int) -> None:
    if not table.low[option]:
        return
    fill = _swatch(canvas, x, top, width, _BAR, fills, option, name=f"segment:{table.variable}:{option}")
    words, place = table.step(option), x + width / 2
    for size in (theme.LABEL, theme.SMALL):
        if width_of(words, size) <= width:
            canvas.words(
                place, top + _BAR / 2, words, size=size, ink=theme.ink_on(fill), across="center", down="center"
            )
            return
    # What has no room here stands in the table.


def _swatch(
    canvas: Canvas, x: float, y: float, width: float, height: float, fills: list[str], option: int, name: str = ""
) -> str:
    """Fill a box with an option's colour and pattern, and tell the colour."""
    if option >= len(fills):
        fill, line, hatch = theme.POSSIBLE["aside"], theme.LINE_OF["aside"], "////" if option == len(fills) else "...."
    elif option < len(fills) // 2:
        fill, line, hatch = fills[option], theme.pattern_on(fills[option]), theme.START_HATCH
    else:
        fill, line, hatch = fills[option], theme.PAPER, ""
    canvas.box(x, y, width, height, fill, line=line, hatch=hatch, name=name)
    return fill


def _legend(canvas: Canvas, fills: list[str], table: Table) -> None:
    x = canvas.left
    for option, label in enumerate(table.options):
        width = _SWATCH + 6 + width_of(label, theme.SMALL)
        if x > canvas.left and x + width > canvas.right:
            x = canvas.left
            canvas.y += height_of([""], theme.SMALL) + 4
        _swatch(canvas, x, canvas.y + 2, _SWATCH, _SWATCH, fills, option)
        canvas.words(x + _SWATCH + 6, canvas.y, label, size=theme.SMALL, ink=theme.QUIET)
        x += width + 18
    canvas.y += height_of([""], theme.SMALL) + 14
