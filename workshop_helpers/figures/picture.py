"""A release as one figure: its title, how many people and how coarse, and its panels one below the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from workshop_helpers.figures import diverging, quadrant, step_bars, step_grid, theme
from workshop_helpers.figures.canvas import Canvas, Picture, height_of, width_of, wrap
from workshop_helpers.figures.panels import Panel, PanelKind, is_exact, panels
from workshop_helpers.figures.wording import MADE_UP, about_both, alt_text, is_made_up
from workshop_helpers.pooling.release import Release

_DRAW: dict[PanelKind, Callable[[Canvas, Panel], None]] = {
    "bars": step_bars.draw,
    "chosen": step_bars.draw,
    "grid": step_grid.draw,
    "diverging": diverging.draw,
    "quadrant": quadrant.draw,
}


def draw(release: Release, earlier: Release | None, *, narrow: bool) -> Picture:
    """Draw a release, with an earlier one beside it if there is one. Neither shows nor saves anything."""
    canvas = Canvas(narrow=narrow)
    shown = tuple(_that_fits(canvas, panel) for panel in panels(release, earlier))
    _head(canvas, release, earlier, shown)
    for panel in shown:
        canvas.y += 28
        if panel.heading:
            canvas.paragraph(panel.heading, size=theme.HEADING)
            canvas.y += 10
        _DRAW[panel.kind](canvas, panel)
    return canvas.picture(alt_text(release, earlier, shown))


def _that_fits(canvas: Canvas, panel: Panel) -> Panel:
    return replace(panel, kind="bars") if panel.kind == "grid" and not step_grid.fits(canvas, panel) else panel


def _head(canvas: Canvas, release: Release, earlier: Release | None, shown: tuple[Panel, ...]) -> None:
    canvas.paragraph(release.title, size=theme.TITLE, bold=True)
    canvas.y += 6
    if is_made_up(release, earlier):
        _notice(canvas, MADE_UP)
    for sentence in filter(None, (*about_both(release, earlier), " ".join(_how_to_read(shown)))):
        canvas.paragraph(sentence, ink=theme.QUIET)


def _how_to_read(shown: tuple[Panel, ...]) -> list[str]:
    kinds = {panel.kind for panel in shown}
    steps = [panel for panel in shown if not is_exact(table for group in panel.groups for table in group.tables)]
    hints = {
        "Darker means more people.": kinds & {"grid", "quadrant"},
        "The solid part of a bar is certain, the faded part possible.": {p.kind for p in steps} & {"bars", "chosen"},
        "People could choose more than one option.": kinds & {"chosen"},
    }
    return [hint for hint, wanted in hints.items() if wanted]


def _notice(canvas: Canvas, words: str) -> None:
    lines = wrap(words, canvas.right - canvas.left - 20, theme.LABEL)
    width = max(width_of(line, theme.LABEL) for line in lines) + 20
    height = height_of(lines, theme.LABEL) + 8
    canvas.box(canvas.left, canvas.y, width, height, theme.NOTICE, name="made-up")
    canvas.words(canvas.left + 10, canvas.y + height / 2, "\n".join(lines), down="center")
    canvas.y += height + 8
