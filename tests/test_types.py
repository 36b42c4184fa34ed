"""A type checker says what a new kind lacks, before anything runs."""

from pathlib import Path

import pytest
from mypy import api

ROOT = Path(__file__).parents[1]

FIGURE = """\
from workshop_helpers.figures.canvas import Canvas
from workshop_helpers.figures.kinds.base import FigureKind
from workshop_helpers.figures.panels import Panel


class Wheel(FigureKind):
    shown_as = "a wheel"

    def draw(self, canvas: Canvas, panel: Panel) -> None:
        canvas.paragraph("O")

    def suits(self, panel: Panel, canvas: Canvas) -> bool:
        return True


FIGURE_KINDS: tuple[FigureKind, ...] = (Wheel(),)
"""
RULE = """\
from typing import Literal, final

from workshop_helpers.content.rules.base import Rule


@final
class Riddle(Rule):
    kind: Literal["riddle"]
    text: str
"""


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (FIGURE, '16: error: Cannot instantiate abstract class "Wheel" with abstract attribute "hints"  [abstract]'),
        (RULE, '7: error: Final class planted.Riddle has abstract attributes "misfits", "words"  [misc]'),
    ],
    ids=["a kind of figure", "a kind of feedback"],
)
def test_what_a_new_kind_lacks_is_named(tmp_path, monkeypatch, lines, said):
    monkeypatch.chdir(ROOT)  # where its settings are, and what it remembers of the last time
    planted = tmp_path / "planted.py"
    planted.write_text(lines, encoding="utf-8")

    output, errors, status = api.run(["--no-error-summary", str(planted)])

    assert (output, errors, status) == (f"{planted}:{said}\n", "", 1)
