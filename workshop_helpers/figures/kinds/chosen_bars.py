"""Of an item whose options can be chosen together: a bar for each option, for the people who chose it."""

from __future__ import annotations

from workshop_helpers.figures.canvas import Canvas
from workshop_helpers.figures.kinds.band_bars import BarRow, draw_block, hints_on_bars, rows_of
from workshop_helpers.figures.kinds.base import FigureKind
from workshop_helpers.figures.panels import Panel
from workshop_helpers.figures.wording import most_answers, named


class ChosenBars(FigureKind):
    """The yes-no tables of one item: the bar of "chosen" from each, and one for who skipped them all."""

    shown_as = "a bar for each option that people could choose"

    def suits(self, panel: Panel, canvas: Canvas) -> bool:
        """Of yes and no, yes alone says everything."""
        return panel.model.kind == "yes-no"

    def draw(self, canvas: Canvas, panel: Panel) -> None:
        """Draw one block of bars for all options."""
        chosen = [BarRow(group.text, group, 0) for group in panel.groups]
        draw_block(canvas, chosen + rows_of(panel.groups[0])[panel.model.answers :])

    def hints(self, panel: Panel) -> list[str]:
        """What the two parts of a bar are, and why the bars add up to more than the group."""
        return [*hints_on_bars(panel), "People could choose more than one option."]

    def findings(self, panel: Panel) -> list[str]:
        """For each side, the options that the most people chose."""
        return [
            most_answers(
                named(panel.heading, side),
                tuple(group.text for group in panel.groups),
                tuple(group.tables[place].low[0] for group in panel.groups),
                tuple(group.tables[place].high[0] for group in panel.groups),
            )
            for place, side in enumerate(panel.groups[0].sides)
        ]
