"""Bars from none to the whole group: solid as far as it is certain, faded as far as it is possible."""

from __future__ import annotations

from dataclasses import dataclass

from workshop_helpers.figures import theme
from workshop_helpers.figures.canvas import Canvas, height_of, width_of
from workshop_helpers.figures.kinds.base import FigureKind
from workshop_helpers.figures.panels import Group, Panel, is_exact
from workshop_helpers.pooling.release import Table

_COLUMN = 210  # for labels, left of the bars
_BAR = 20
_SIDE_BAR = 15


class BandBars(FigureKind):
    """A block for each group, with a bar for each option. For one table, and for whatever has no room as a grid."""

    shown_as = "a bar for each option"

    def suits(self, panel: Panel, canvas: Canvas) -> bool:
        """Bars suit every table, on every canvas."""
        return True

    def draw(self, canvas: Canvas, panel: Panel) -> None:
        """Draw the blocks one below the other, each under its group's words."""
        for place, group in enumerate(panel.groups):
            canvas.y += 24 if place else 0
            if group.text:
                canvas.paragraph(group.text, size=theme.HEADING_SIZE)
                canvas.y += 10
            draw_block(canvas, rows_of(group))

    def hints(self, panel: Panel) -> list[str]:
        """What the two parts of a bar are."""
        return hints_on_bars(panel)


@dataclass(frozen=True)
class BarRow:
    """A label and its bar, one for each side of the group: how many people are at ``option``."""

    label: str
    group: Group
    option: int

    @property
    def tone(self) -> theme.Tone:
        """Whether the option answers the question."""
        return "answer" if self.option < self.group.tables[0].answers else "aside"


def rows_of(group: Group) -> list[BarRow]:
    """Every option of a group, those that are no answer last."""
    return [BarRow(label, group, option) for option, label in enumerate(group.tables[0].options)]


def hints_on_bars(panel: Panel) -> list[str]:
    """What the two parts of a bar are, where bars have two."""
    return [] if is_exact(panel.tables) else ["The solid part of a bar is certain, the faded part possible."]


def draw_block(canvas: Canvas, rows: list[BarRow]) -> None:
    """Draw bars that share one axis, one below the other, and name the two ends of the axis."""
    most = max(table.n for row in rows for table in row.group.tables)
    column = 0 if canvas.narrow else _COLUMN
    left = canvas.left + (column + 16 if column else 0)
    unit = (canvas.right - left - width_of(f"{most}–{most}", theme.LABEL_SIZE) - 8) / most
    before: theme.Tone = "answer"
    for row in rows:
        canvas.y += 10 if row.tone != before else 0
        before = row.tone
        ink = theme.INK if row.tone == "answer" else theme.MUTED
        if row.group.paired:
            canvas.paragraph(row.label, ink=ink)
            canvas.y += 3
        for side, table in zip(row.group.sides, row.group.tables, strict=True):
            height = _SIDE_BAR if row.group.paired else _BAR
            label = side if row.group.paired else row.label
            top = canvas.label(label, column=column, height=height, ink=theme.MUTED if row.group.paired else ink)
            _bar(canvas, left, top, unit, height, table, row)
            canvas.y += 4 if row.group.paired else 8
        canvas.y += 10 if row.group.paired else 0
    _ends(canvas, left, unit, most)


def _bar(canvas: Canvas, left: float, top: float, unit: float, height: float, table: Table, row: BarRow) -> None:
    low, high, tone = table.low[row.option], table.high[row.option], row.tone
    name, hatch = f"{table.variable}:{row.option}", theme.hatch(row.option, table)
    canvas.box(left, top, table.n * unit, height, theme.TRACK, name=f"track:{name}")
    if high > low:
        faded = theme.POSSIBLE[tone]
        canvas.box(
            left,
            top,
            high * unit,
            height,
            faded,
            line=theme.LINE_OF[tone],
            hatch=hatch,
            name=f"possible:{name}",
        )
    if low:
        solid = theme.CERTAIN[tone]
        canvas.box(
            left,
            top,
            low * unit,
            height,
            solid,
            line=theme.LINE_OF[tone],
            hatch=hatch,
            name=f"certain:{name}",
        )
    canvas.words(left + high * unit + 7, top + height / 2, table.band(row.option), down="center")


def _ends(canvas: Canvas, left: float, unit: float, most: int) -> None:
    """Name the two ends of the axis, which are the same whatever was answered."""
    canvas.words(left, canvas.y, "0", size=theme.SMALL_SIZE, ink=theme.MUTED)
    canvas.words(left + most * unit, canvas.y, f"{most} people", size=theme.SMALL_SIZE, ink=theme.MUTED, across="right")
    canvas.y += height_of([""], theme.SMALL_SIZE)
