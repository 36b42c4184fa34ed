"""A sheet of paper that is filled from the top down, and then becomes a matplotlib figure.

One axes covers the whole figure and counts in hundredths of an inch from the top left corner, so that
what is measured here is what is drawn. Words are measured from the fonts' own widths, which is
cheap and independent of how the figure is shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from matplotlib.backend_bases import RendererBase
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from workshop_helpers.figures import theme
from workshop_helpers.figures.letters import advance, drawable, letters

_DPI = 100
_SLACK = 1.05  # a screen draws letters at whole pixels, most of them a little wider than they are
_FOOT = 0.34  # how far the foot of a line lies below its middle, in letter sizes


class Picture(Figure):
    """A matplotlib figure that can also be told: ``alt_text`` says in sentences what it shows."""

    alt_text: str


class _Words(Text):
    """Words that are drawn line by line at places worked out before.

    Left to itself, matplotlib measures every line again for each drawing. That costs it half as much as the drawing,
    and most where numbers are long: of a large group, each is one that it has not measured yet.
    """

    lines: Sequence[tuple[float, float, str]] = ()  # where each begins, where it stands, and what it says

    def draw(self, renderer: RendererBase) -> None:
        gc = renderer.new_gc()
        gc.set_foreground(self.get_color())
        _, height = renderer.get_canvas_width_height()
        for x, foot, line in self.lines:
            left, up = self.get_transform().transform((x, foot))
            down = height - up if renderer.flipy() else up
            renderer.draw_text(gc, left, down, line, self.get_fontproperties(), 0)
        gc.restore()
        self.stale = False


class Canvas:
    """Boxes and words at places on a sheet of fixed width; ``y`` is where the next thing goes."""

    def __init__(self, *, narrow: bool) -> None:
        self.narrow = narrow
        self.left = theme.MARGIN if not narrow else theme.MARGIN * 2 / 3
        self.right = (theme.NARROW if narrow else theme.WIDE) - self.left
        self.y = float(theme.MARGIN)
        self._boxes: list[Rectangle] = []
        self._words: list[Text] = []

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: str,
        *,
        line: str | None = None,
        hatch: str | None = None,
        name: str = "",
    ) -> None:
        """Draw a rectangle from its top left corner; ``line`` colours its outline and its hatch."""
        box = Rectangle((x, y), width, height, facecolor=fill, linewidth=0.7 if line else 0, gid=name)
        box.set_edgecolor(line or "none")
        if hatch:
            box.set_hatch(hatch)
            box.set_hatch_linewidth(0.7)
        self._boxes.append(box)

    def words(
        self,
        x: float,
        y: float,
        words: str,
        *,
        size: float = theme.LABEL_SIZE,
        ink: str = theme.INK,
        bold: bool = False,
        across: Literal["left", "center", "right"] = "left",
        down: Literal["top", "center", "bottom"] = "top",
    ) -> None:
        """Write words, lines as given, around a place.

        Where the feet of the lines stand is worked out here, so that neighbours share a line whatever letters they
        are made of.
        """
        words = drawable(words)
        lines = words.split("\n")
        height = height_of(lines, size)
        bottom = {"top": y + height, "center": y + height / 2, "bottom": y}[down]
        foot = bottom - size * (theme.LINE / 2 - _FOOT)
        before = {"left": 0.0, "center": 0.5, "right": 1.0}[across] / _SLACK
        text = _Words(
            x,
            foot,
            words,
            color=ink,
            fontproperties=letters(size * 72 / _DPI, bold, words),  # which counts in points, 72 to the inch
            horizontalalignment=across,
            verticalalignment="baseline",
            linespacing=theme.LINE,
            parse_math=False,  # a dollar sign in somebody's sentence is no formula
            usetex=False,
        )
        text.lines = [
            (x - before * width_of(line, size, bold=bold), foot - below * size * theme.LINE, line)
            for below, line in zip(reversed(range(len(lines))), lines, strict=True)
        ]
        self._words.append(text)

    def paragraph(
        self,
        words: str,
        *,
        size: float = theme.LABEL_SIZE,
        ink: str = theme.INK,
        bold: bool = False,
        indent: float = 0,
    ) -> None:
        """Write words over the whole width, and move down below them."""
        lines = wrap(words, self.right - self.left - indent, size, bold=bold)
        self.words(self.left + indent, self.y, "\n".join(lines), size=size, ink=ink, bold=bold)
        self.y += height_of(lines, size)

    def label(self, words: str, *, column: float, height: float, ink: str = theme.INK) -> float:
        """Write a row's label in its column, or above the row where there is no column, and move below the row.

        Returns:
            The top of what stands in the row, which is ``height`` high.
        """
        if not column:
            if words:
                self.paragraph(words, ink=ink)
                self.y += 3
            self.y += height
            return self.y - height
        lines = wrap(words, column, theme.LABEL_SIZE)
        tall = max(height, height_of(lines, theme.LABEL_SIZE))
        self.words(self.left, self.y + tall / 2, "\n".join(lines), ink=ink, down="center")
        self.y += tall
        return self.y - (tall + height) / 2

    def picture(self, alt_text: str) -> Picture:
        """The finished sheet, as high as what stands on it."""
        width, height = self.right + self.left, round(self.y + theme.MARGIN)
        figure = Picture(figsize=(width / _DPI, height / _DPI), dpi=_DPI, facecolor=theme.PAPER)
        FigureCanvasAgg(figure)  # drawn without a window, whatever the notebook's backend is
        figure.alt_text = alt_text
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set_axis_off()
        axes.set(xlim=(0, width), ylim=(height, 0), autoscale_on=False)
        for box in self._boxes:
            axes.add_patch(box)
        for text in self._words:
            axes.add_artist(text)
        return figure


def wrap(words: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """Break words into lines that are no wider than ``width``; a word that is wider itself is broken too."""
    lines = [""]
    for word in drawable(words).split():
        longer = f"{lines[-1]} {word}".lstrip()
        if width_of(longer, size, bold=bold) <= width:
            lines[-1] = longer
            continue
        lines += [""] if lines[-1] else []
        for letter in word:
            if lines[-1] and width_of(lines[-1] + letter, size, bold=bold) > width:
                lines.append("")
            lines[-1] += letter
    return lines


def width_of(words: str, size: float, *, bold: bool = False) -> float:
    """How wide one line of words is."""
    return sum(advance(letter, bold) for letter in drawable(words)) * _SLACK * size


def height_of(lines: list[str], size: float) -> float:
    """How high some lines of words are."""
    return len(lines) * size * theme.LINE
