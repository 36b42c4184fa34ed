"""Every kind of figure, one a file, and which of them a panel is drawn as: the first here that suits it."""

from __future__ import annotations

from workshop_helpers.figures.canvas import Canvas
from workshop_helpers.figures.kinds.band_bars import BandBars
from workshop_helpers.figures.kinds.band_grid import BandGrid
from workshop_helpers.figures.kinds.base import FigureKind
from workshop_helpers.figures.kinds.chosen_bars import ChosenBars
from workshop_helpers.figures.kinds.diverging_bars import DivergingBars
from workshop_helpers.figures.kinds.quadrant_cells import QuadrantCells
from workshop_helpers.figures.panels import Panel

FIGURE_KINDS: tuple[FigureKind, ...] = (QuadrantCells(), DivergingBars(), BandGrid(), ChosenBars(), BandBars())


def kind_of(panel: Panel, canvas: Canvas) -> FigureKind:
    """What a panel is drawn as on a canvas of this width; bars suit whatever nothing else does."""
    return next(kind for kind in FIGURE_KINDS if kind.suits(panel, canvas))
