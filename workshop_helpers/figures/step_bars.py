"""Bars from none to the whole group: solid as far as it is certain, faded as far as it is possible."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workshop_helpers.figures import theme
from workshop_helpers.figures.canvas import Canvas, height_of, width_of
from workshop_helpers.figures.panels import Group, Panel
from workshop_helpers.pooling.release import Table

_COLUMN = 210  # for labels, left of the bars
_BAR = 20
_SIDE_BAR = 15


@dataclass(frozen=True)
class _Entry:
    """A label and its bar, one for each side of the group: how many people are at ``option``."""

    label: str
    group: Group
    option: int

    @property
    def tone(self) -> theme.Tone:
        return "answer" if self.option < self.group.tables[0].answers else "aside"


def draw(canvas: Canvas, panel: Panel) -> None:
    """Draw a block of bars for each group, or one block for all parts of an item of which several can be chosen."""
    for place, (heading, entries) in enumerate(_blocks(panel)):
        canvas.y += 24 if place else 0
        if heading:
            canvas.paragraph(heading, size=theme.HEADING)
            canvas.y += 10
        _block(canvas, entries)


def _blocks(panel: Panel) -> Iterator[tuple[str, list[_Entry]]]:
    if panel.kind == "chosen":
        chosen = [_Entry(group.text, group, 0) for group in panel.groups]
        yield "", chosen + _entries(panel.groups[0])[panel.model.answers :]
    else:
        for group in panel.groups:
            yield group.text, _entries(group)


def _entries(group: Group) -> list[_Entry]:
    return [_Entry(label, group, option) for option, label in enumerate(group.tables[0].options)]


def _block(canvas: Canvas, entries: list[_Entry]) -> None:
    most = max(table.n for entry in entries for table in entry.group.tables)
    column = 0 if canvas.narrow else _COLUMN
    left = canvas.left + (column + 16 if column else 0)
    unit = (canvas.right - left - width_of(f"{most}–{most}", theme.LABEL) - 8) / most
    before: theme.Tone = "answer"
    for entry in entries:
        canvas.y += 10 if entry.tone != before else 0
        before = entry.tone
        ink = theme.INK if entry.tone == "answer" else theme.QUIET
        if entry.group.paired:
            canvas.paragraph(entry.label, ink=ink)
            canvas.y += 3
        for side, table in zip(entry.group.sides, entry.group.tables, strict=True):
            height = _SIDE_BAR if entry.group.paired else _BAR
            label = side if entry.group.paired else entry.label
            top = canvas.label(label, column=column, height=height, ink=theme.QUIET if entry.group.paired else ink)
            _bar(canvas, left, top, unit, height, table, entry)
            canvas.y += 4 if entry.group.paired else 8
        canvas.y += 10 if entry.group.paired else 0
    _ends(canvas, left, unit, most)


def _bar(canvas: Canvas, left: float, top: float, unit: float, height: float, table: Table, entry: _Entry) -> None:
    low, high, tone = table.low[entry.option], table.high[entry.option], entry.tone
    name, hatch = f"{table.variable}:{entry.option}", theme.hatch(entry.option, table)
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
    canvas.words(left + high * unit + 7, top + height / 2, table.step(entry.option), down="center")


def _ends(canvas: Canvas, left: float, unit: float, most: int) -> None:
    """Name the two ends of the axis, which are the same whatever was answered."""
    canvas.words(left, canvas.y, "0", size=theme.SMALL, ink=theme.QUIET)
    canvas.words(left + most * unit, canvas.y, f"{most} people", size=theme.SMALL, ink=theme.QUIET, across="right")
    canvas.y += height_of([""], theme.SMALL)
