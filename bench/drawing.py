"""What it costs to draw a figure: for any number of people, and to as many plain rectangles and texts."""

from __future__ import annotations

from collections.abc import Callable

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

import workshop_helpers as wh
from bench.measuring import Ratio, ratio, seconds
from bench.samples import release

GRID = 8  # questions that share one scale
ROUNDS = 9


def ratios() -> list[Ratio]:
    """Large groups to small ones, and our figure to a plain one; all rendered to Agg.

    The smallest group here is 24 people: in a smaller one, a scale may have three columns and so fewer rectangles.
    """
    few, some, many = (release(people, GRID) for people in (24, 400, 1_000_000))
    drawn = wh.figure(some)
    plain = _plain_copy(drawn)
    counts = f"{len(drawn.axes[0].patches)} rectangles and {len(drawn.axes[0].texts)} texts"
    return [
        ratio("a figure of 400 people, to one of 24", _drawing(some), _drawing(few), 1.25, ROUNDS),
        ratio("a figure of a million people, to one of 400", _drawing(many), _drawing(some), 1.25, ROUNDS),
        ratio(f"a grid, to {counts} drawn plainly", _drawing(some), lambda: seconds(plain), 2, ROUNDS),
    ]


def _drawing(picture: wh.Release) -> Callable[[], float]:
    return lambda: seconds(lambda: wh.figure(picture).canvas.draw())


def _plain_copy(figure: Figure) -> Callable[[], None]:
    """A function that draws the same rectangles and words with matplotlib's own calls and nothing else."""
    axes = figure.axes[0]
    boxes = [
        (box.get_xy(), box.get_width(), box.get_height(), box.get_facecolor())
        for box in axes.patches
        if isinstance(box, Rectangle)  # as all of them are
    ]
    words = [(*t.get_position(), t.get_text(), t.get_fontsize()) for t in axes.texts]

    def draw() -> None:
        plain = Figure(figsize=tuple(figure.get_size_inches()), dpi=figure.dpi)
        FigureCanvasAgg(plain)  # which makes itself the figure's
        sheet = plain.add_axes((0, 0, 1, 1))
        sheet.set(xlim=axes.get_xlim(), ylim=axes.get_ylim())
        sheet.set_axis_off()
        for place, width, height, fill in boxes:
            sheet.add_patch(Rectangle(place, width, height, facecolor=fill))
        for x, y, text, size in words:
            sheet.text(x, y, text, fontsize=size)
        plain.canvas.draw()

    return draw
