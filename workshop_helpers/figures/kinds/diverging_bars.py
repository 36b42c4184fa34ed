"""Exact counts of an ordered scale: its start grows to the left of a line, its end to the right.

The middle option, where there is one, straddles the line. Who skipped stands apart on the right. A length
means the same number of people everywhere, and there is room for the whole group on either side, so that rows
and pictures compare.
"""

from __future__ import annotations

from typing import NamedTuple

from workshop_helpers.figures import theme
from workshop_helpers.figures.canvas import Canvas, height_of, width_of, wrap
from workshop_helpers.figures.kinds.base import FigureKind
from workshop_helpers.figures.panels import Panel, is_exact
from workshop_helpers.pooling.release import Table

_COLUMN = 110  # for the names of sides, left of the bars
_BAR = 26
_BEFORE_ASIDES = 16
_SWATCH = 12


class _Look(NamedTuple):
    """How an option's segments are filled, outlined and patterned."""

    fill: str
    line: str
    hatch: str | None


class DivergingBars(FigureKind):
    """Several tables of one ordered scale in exact counts: a row for each."""

    shown_as = "a row for each question, counts stacked from the scale's start on the left to its end on the right"

    def suits(self, panel: Panel, canvas: Canvas) -> bool:
        """Whether the options have two ends and a middle between them; points given to a part only grow."""
        ordered = panel.model.kind == "ordered" and not panel.model.part
        return ordered and len(panel.tables) > 1 and is_exact(panel.tables)

    def draw(self, canvas: Canvas, panel: Panel) -> None:
        """Draw what the colours mean, then a row for each table, its item's words above it."""
        looks = _looks(panel.model)
        _legend(canvas, looks, panel.model.options)
        most = max(table.n for table in panel.tables)
        for group in panel.groups:
            canvas.paragraph(group.text)
            canvas.y += 4
            column = _COLUMN if group.paired and not canvas.narrow else 0
            left = canvas.left + (column + 10 if column else 0)
            unit = (canvas.right - left - _BEFORE_ASIDES) / (3 * most)
            for side, table in zip(group.sides, group.tables, strict=True):
                top = canvas.label(side, column=column, height=_BAR, ink=theme.MUTED)
                _row(canvas, left, top, unit, most, looks, table)
                canvas.y += 4
            canvas.y += 10

    def hints(self, panel: Panel) -> list[str]:
        """None: the colours are named."""
        return []


def _looks(table: Table) -> list[_Look]:
    fills = theme.diverging(table.answers)
    start, end = fills[: len(fills) // 2], fills[len(fills) // 2 :]
    asides = range(table.answers, len(table.options))
    return [
        *(_Look(fill, theme.pattern_on(fill), theme.START_HATCH) for fill in start),
        *(_Look(fill, theme.PAPER, None) for fill in end),
        *(_Look(theme.POSSIBLE["aside"], theme.LINE_OF["aside"], theme.hatch(option, table)) for option in asides),
    ]


def _row(canvas: Canvas, left: float, top: float, unit: float, most: int, looks: list[_Look], table: Table) -> None:
    counts, middle = table.low, table.answers // 2
    zero, apart = left + most * unit, left + 2 * most * unit + _BEFORE_ASIDES
    before_zero = sum(counts[:middle]) + (counts[middle] / 2 if table.answers % 2 else 0)
    canvas.box(left, top, 2 * most * unit, _BAR, theme.TRACK)
    canvas.box(apart, top, most * unit, _BAR, theme.TRACK)
    canvas.box(zero - 0.5, top - 4, 1, _BAR + 8, theme.MUTED)
    x = zero - before_zero * unit
    for option, count in enumerate(counts):
        x = apart if option == table.answers else x
        if count:
            _segment(canvas, x, top, count * unit, looks[option], table, option)
        x += count * unit


def _segment(canvas: Canvas, x: float, top: float, width: float, look: _Look, table: Table, option: int) -> None:
    name = f"segment:{table.variable}:{option}"
    canvas.box(x, top, width, _BAR, look.fill, line=look.line, hatch=look.hatch, name=name)
    words, ink = table.band(option), theme.ink_on(look.fill)
    # What has no room here at any size stands in the table.
    for size in [size for size in (theme.LABEL_SIZE, theme.SMALL_SIZE) if width_of(words, size) <= width][:1]:
        canvas.words(x + width / 2, top + _BAR / 2, words, size=size, ink=ink, across="center", down="center")


def _legend(canvas: Canvas, looks: list[_Look], options: tuple[str, ...]) -> None:
    """Name the options beside their colours, as many on a line as there is room for."""
    x, line = canvas.left, height_of([""], theme.SMALL_SIZE)
    for look, option in zip(looks, options, strict=True):
        label = wrap(option, canvas.right - canvas.left - _SWATCH - 6, theme.SMALL_SIZE)
        width = _SWATCH + 6 + max(width_of(words, theme.SMALL_SIZE) for words in label)
        if x > canvas.left and x + width > canvas.right:
            x = canvas.left
            canvas.y += line + 4
        canvas.box(x, canvas.y + 2, _SWATCH, _SWATCH, look.fill, line=look.line, hatch=look.hatch)
        canvas.words(x + _SWATCH + 6, canvas.y, "\n".join(label), size=theme.SMALL_SIZE, ink=theme.MUTED)
        canvas.y += line * (len(label) - 1)
        x += width + 18 if len(label) == 1 else canvas.right
    canvas.y += line + 14
