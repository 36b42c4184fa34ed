"""A release as one figure: its title, how many people and how coarse, and its panels one below the other."""

from __future__ import annotations

from collections.abc import Sequence

from workshop_helpers.figures import kinds, theme
from workshop_helpers.figures.canvas import Canvas, Picture, height_of, width_of, wrap
from workshop_helpers.figures.kinds.base import FigureKind
from workshop_helpers.figures.panels import Panel, panels
from workshop_helpers.figures.wording import MADE_UP, about_both, alt_text, is_made_up
from workshop_helpers.pooling.release import Release

_Shown = Sequence[tuple[FigureKind, Panel]]


def draw(release: Release, earlier: Release | None, *, narrow: bool) -> Picture:
    """Draw a release, with an earlier one beside it if there is one. Neither shows nor saves anything."""
    canvas = Canvas(narrow=narrow)
    shown = [(kinds.kind_of(panel, canvas), panel) for panel in panels(release, earlier)]
    _head(canvas, release, earlier, shown)
    for kind, panel in shown:
        canvas.y += 28
        if panel.heading:
            canvas.paragraph(panel.heading, size=theme.HEADING_SIZE)
            canvas.y += 10
        kind.draw(canvas, panel)
    findings = [finding for kind, panel in shown for finding in kind.findings(panel)]
    return canvas.picture(alt_text(release, earlier, [kind.shown_as for kind, _ in shown], findings))


def _head(canvas: Canvas, release: Release, earlier: Release | None, shown: _Shown) -> None:
    canvas.paragraph(release.title, size=theme.TITLE_SIZE, bold=True)
    canvas.y += 6
    if is_made_up(release, earlier):
        _notice(canvas, MADE_UP)
    for sentence in filter(None, (*about_both(release, earlier), " ".join(_how_to_read(shown)))):
        canvas.paragraph(sentence, ink=theme.MUTED)


def _how_to_read(shown: _Shown) -> list[str]:
    """Each kind's hints once, in one order whatever the order of the items."""
    in_one_order = sorted(shown, key=lambda one: kinds.FIGURE_KINDS.index(one[0]))
    return list(dict.fromkeys(hint for kind, panel in in_one_order for hint in kind.hints(panel)))


def _notice(canvas: Canvas, words: str) -> None:
    lines = wrap(words, canvas.right - canvas.left - 20, theme.LABEL_SIZE)
    width = max(width_of(line, theme.LABEL_SIZE) for line in lines) + 20
    height = height_of(lines, theme.LABEL_SIZE) + 8
    canvas.box(canvas.left, canvas.y, width, height, theme.NOTICE, name="made-up")
    canvas.words(canvas.left + 10, canvas.y + height / 2, "\n".join(lines), down="center")
    canvas.y += height + 8
