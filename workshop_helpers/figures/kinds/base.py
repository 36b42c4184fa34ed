"""What there is to know of a kind of figure. A new kind is a class that answers all of it, in a file of its own."""

from __future__ import annotations

from abc import ABC, abstractmethod

from workshop_helpers.figures.canvas import Canvas
from workshop_helpers.figures.panels import Panel
from workshop_helpers.figures.wording import most_answers, named


class FigureKind(ABC):
    """One way to draw the tables of a panel, which it gets from a release alone. It remembers nothing."""

    @property
    @abstractmethod
    def shown_as(self) -> str:
        """What the figure looks like, in words that follow "drawn as", for those who hear it."""

    @abstractmethod
    def suits(self, panel: Panel, canvas: Canvas) -> bool:
        """Whether the panel can be drawn like this and has room on the canvas, on which nothing is drawn yet."""

    @abstractmethod
    def draw(self, canvas: Canvas, panel: Panel) -> None:
        """Put the panel's boxes and words on the canvas, from ``canvas.y`` down, and move that below them."""

    @abstractmethod
    def hints(self, panel: Panel) -> list[str]:
        """Sentences on how to read the figure, if it needs any; they stand above it, each once."""

    def findings(self, panel: Panel) -> list[str]:
        """Sentences on what the panel shows, for those who hear it: where each table certainly has most answers."""
        return [
            most_answers(
                f"{panel.heading} {named(group.text, side)}".lstrip(),
                table.options[: table.answers],
                table.low,
                table.high,
            )
            for group in panel.groups
            for side, table in zip(group.sides, group.tables, strict=True)
        ]
