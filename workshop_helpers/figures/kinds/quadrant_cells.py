"""Two halves crossed with two halves: four cells, the second one's upper half on top, skipped apart."""

from __future__ import annotations

from workshop_helpers.figures import theme
from workshop_helpers.figures.canvas import Canvas, height_of, wrap
from workshop_helpers.figures.kinds.base import FigureKind
from workshop_helpers.figures.panels import Panel
from workshop_helpers.pooling.release import Table

_PLACES = ((2, 3), (0, 1))  # the options' numbers as they stand on paper, upper row first
_BETWEEN = 4
_BEFORE_ASIDES = 12
_NUMBER = 18.0


class QuadrantCells(FigureKind):
    """One table of four options, each a half crossed with a half."""

    shown_as = "four cells, two by two"

    def suits(self, panel: Panel, canvas: Canvas) -> bool:
        """Whether all four are there; where a small group's are merged, there are no halves."""
        return panel.model.kind == "quadrant" and panel.model.answers == 4

    def draw(self, canvas: Canvas, panel: Panel) -> None:
        """Draw four cells and those set apart, for each table; a side's name above its own."""
        for place, group in enumerate(panel.groups):
            canvas.y += 24 if place else 0
            canvas.paragraph(group.text, size=theme.HEADING_SIZE)
            for side, table in zip(group.sides, group.tables, strict=True):
                canvas.y += 10
                if side:
                    canvas.paragraph(side, ink=theme.MUTED)
                    canvas.y += 3
                _cells(canvas, table)

    def hints(self, panel: Panel) -> list[str]:
        """What a darker cell is."""
        return ["Darker means more people."]


def _cells(canvas: Canvas, table: Table) -> None:
    width = min((canvas.right - canvas.left - _BETWEEN) / 2, 240)
    for row in _PLACES:
        height = _height(table, row, width)
        for place, option in enumerate(row):
            _cell(canvas, canvas.left + place * (width + _BETWEEN), width, height, table, option)
        canvas.y += height + _BETWEEN
    asides = range(table.answers, len(table.options))
    canvas.y += _BEFORE_ASIDES - _BETWEEN
    height = _height(table, asides, width)
    for place, option in enumerate(asides):
        _cell(canvas, canvas.left + place * (width + _BETWEEN), width, height, table, option)
    canvas.y += height


def _height(table: Table, options: range | tuple[int, ...], width: float) -> float:
    labels = [wrap(table.options[option], width - 20, theme.LABEL_SIZE) for option in options]
    return max((height_of(lines, theme.LABEL_SIZE) for lines in labels), default=0) + _NUMBER * theme.LINE + 28


def _cell(canvas: Canvas, x: float, width: float, height: float, table: Table, option: int) -> None:
    tone: theme.Tone = "answer" if option < table.answers else "aside"
    fill = theme.shade(table.low[option], table.n, tone)
    line = theme.RULE if tone == "aside" else None
    name = f"cell:{table.variable}:{option}"
    canvas.box(x, canvas.y, width, height, fill, line=line, hatch=theme.hatch(option, table), name=name)
    ink, label = theme.ink_on(fill), wrap(table.options[option], width - 20, theme.LABEL_SIZE)
    canvas.words(x + 10, canvas.y + 10, "\n".join(label), ink=ink)
    canvas.words(x + 10, canvas.y + height - 10, table.band(option), size=_NUMBER, ink=ink, down="bottom")
