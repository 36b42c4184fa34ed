"""A grid of bands: a row an item, a column an option, in each cell a shade and the number printed."""

from __future__ import annotations

from dataclasses import dataclass
from string import ascii_uppercase

from workshop_helpers.figures import theme
from workshop_helpers.figures.canvas import Canvas, height_of, width_of, wrap
from workshop_helpers.figures.kinds.base import FigureKind
from workshop_helpers.figures.panels import Panel
from workshop_helpers.pooling.release import Table

_COLUMN = 240  # for labels, left of the cells
_CELL = 32
_BETWEEN = 3
_BEFORE_ASIDES = 10
_TIGHT = 1  # between cells on a phone, so that a ruler of seven points has room there


@dataclass(frozen=True)
class _Columns:
    """Where the cells of a row stand."""

    label: float
    left: float
    width: float
    answers: int
    size: int
    between: float

    def x(self, option: int) -> float:
        return self.left + option * (self.width + self.between) + (_BEFORE_ASIDES if option >= self.answers else 0)

    def tone(self, option: int) -> theme.Tone:
        return "answer" if option < self.answers else "aside"


class BandGrid(FigureKind):
    """Several tables with the same options: a row for each, a column for each option."""

    shown_as = "a grid with a row for each question and a column for each option"

    def suits(self, panel: Panel, canvas: Canvas) -> bool:
        """Whether there are rows to compare, and every number has room in its cell."""
        compared = len(panel.tables) > 1 and panel.model.kind != "yes-no"
        return compared and _number_size(panel, _columns(canvas, panel)) is not None

    def draw(self, canvas: Canvas, panel: Panel) -> None:
        """Draw the head of the grid and a row for each table; two sides of an item are two rows."""
        columns = _columns(canvas, panel)
        size = _number_size(panel, columns) or theme.SMALL_SIZE
        _head(canvas, columns, panel.model.options)
        for group in panel.groups:
            if group.paired:
                canvas.paragraph(group.text)
                canvas.y += 3
            for side, table in zip(group.sides, group.tables, strict=True):
                label, ink = (side, theme.MUTED) if group.paired else (group.text, theme.INK)
                _row(canvas, columns, table, canvas.label(label, column=columns.label, height=_CELL, ink=ink), size)
                canvas.y += _BETWEEN if not canvas.narrow else 6
            canvas.y += 10 if group.paired or canvas.narrow else 5

    def hints(self, panel: Panel) -> list[str]:
        """What a darker cell is."""
        return ["Darker means more people."]


def _columns(canvas: Canvas, panel: Panel) -> _Columns:
    """Labels beside the cells; above them on a phone, and where numbers of many digits need the room."""
    beside = _columns_beside(canvas, panel, 0 if canvas.narrow else _COLUMN)
    return beside if _number_size(panel, beside) else _columns_beside(canvas, panel, 0)


def _columns_beside(canvas: Canvas, panel: Panel, label: float) -> _Columns:
    left = canvas.left + (label + 16 if label else 0)
    size, answers = len(panel.model.options), panel.model.answers
    between = _TIGHT if canvas.narrow else _BETWEEN
    room = canvas.right - left - _BEFORE_ASIDES - (size - 1) * between
    return _Columns(label, left, min(room / size, 112), answers, size, between)


def _number_size(panel: Panel, columns: _Columns) -> float | None:
    """The size at which the panel's longest number has room in a cell; ``None`` if there is none."""
    longest = max((table.band(option) for table in panel.tables for option in range(columns.size)), key=len)
    return next(
        (size for size in (theme.LABEL_SIZE, theme.SMALL_SIZE) if width_of(longest, size) + 1 <= columns.width), None
    )


def _head(canvas: Canvas, columns: _Columns, options: tuple[str, ...]) -> None:
    """Write the options over their columns; where they are too long, letters, and what the letters mean."""
    labels = [wrap(option, columns.width - 4, theme.SMALL_SIZE) for option in options]
    letters = iter(ascii_uppercase)
    for part in (range(columns.answers), range(columns.answers, columns.size)):
        if all(_is_whole(labels[place], options[place]) for place in part):
            continue
        for place in part:
            letter = next(letters)
            labels[place] = [letter]
            canvas.words(canvas.left, canvas.y, letter, size=theme.SMALL_SIZE, bold=True, ink=theme.MUTED)
            canvas.paragraph(options[place], size=theme.SMALL_SIZE, indent=18)
    canvas.y += 10 if next(letters) != "A" else 0
    height = max(height_of(lines, theme.SMALL_SIZE) for lines in labels)
    for place, lines in enumerate(labels):
        canvas.words(
            columns.x(place) + columns.width / 2,
            canvas.y + height,
            "\n".join(lines),
            size=theme.SMALL_SIZE,
            ink=theme.MUTED,
            across="center",
            down="bottom",
        )
    canvas.y += height + 5


def _is_whole(label: list[str], option: str) -> bool:
    """Whether a wrapped label is short, and no word of it was broken."""
    return len(label) <= 4 and " ".join(label).split() == option.split()


def _row(canvas: Canvas, columns: _Columns, table: Table, top: float, size: float) -> None:
    for option in range(columns.size):
        tone = columns.tone(option)
        fill = theme.shade(table.low[option], table.n, tone)
        canvas.box(
            columns.x(option),
            top,
            columns.width,
            _CELL,
            fill,
            line=theme.RULE if tone == "aside" else None,
            hatch=theme.hatch(option, table),
            name=f"cell:{table.variable}:{option}",
        )
        canvas.words(
            columns.x(option) + columns.width / 2,
            top + _CELL / 2,
            table.band(option),
            size=size,
            ink=theme.ink_on(fill),
            across="center",
            down="center",
        )
