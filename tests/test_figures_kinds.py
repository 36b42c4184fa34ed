from dataclasses import replace

import pytest
from _figure_samples import release, words

from workshop_helpers.figures import figure, kinds
from workshop_helpers.figures.canvas import Canvas
from workshop_helpers.figures.kinds import kind_of
from workshop_helpers.figures.kinds.band_bars import BandBars
from workshop_helpers.figures.kinds.band_grid import BandGrid
from workshop_helpers.figures.kinds.base import FigureKind
from workshop_helpers.figures.kinds.chosen_bars import ChosenBars
from workshop_helpers.figures.kinds.diverging_bars import DivergingBars
from workshop_helpers.figures.kinds.quadrant_cells import QuadrantCells
from workshop_helpers.figures.panels import panels


@pytest.mark.parametrize(
    ("name", "policy", "expected"),
    [
        ("listening", "room", [BandGrid]),
        ("listening", "light", [DivergingBars]),
        ("honest", "room", [BandGrid, BandBars, BandBars]),
        ("honest", "light", [BandGrid, BandBars, BandBars]),
        ("one-choice", "room", [BandBars]),
        ("choices", "room", [ChosenBars]),
        ("choices-views", "room", [ChosenBars]),
        ("points", "room", [BandGrid]),
        ("points", "light", [BandGrid]),
        ("views", "room", [BandGrid]),
        ("views", "light", [DivergingBars]),
        ("gap", "light", [BandBars]),
        ("quadrant", "room", [QuadrantCells]),
    ],
)
def test_each_shape_of_tables_has_its_picture(name, policy, expected):
    paper = Canvas(narrow=False)
    assert [type(kind_of(panel, paper)) for panel in panels(release(name, 24, policy))] == expected


def test_hints_stand_in_one_order_whatever_the_order_of_the_items():
    picture = release("long", 24)
    turned = replace(picture, tables=picture.tables[::-1])
    hints = (
        "Darker means more people. The solid part of a bar is certain, the faded part possible. "
        "People could choose more than one option."
    )
    assert words(figure(picture))[2] == words(figure(turned))[2] == hints


def test_a_panel_without_room_as_a_grid_is_drawn_as_bars():
    (panel, *_) = panels(release("honest", 400))
    assert type(kind_of(panel, Canvas(narrow=False))) is BandGrid
    assert type(kind_of(panel, Canvas(narrow=True))) is BandBars


class Sentence(FigureKind):
    """A made-up kind: two views are put in words."""

    shown_as = "a sentence for each question"

    def suits(self, panel, canvas):
        return panel.model.side == "for me"

    def draw(self, canvas, panel):
        for group in panel.groups:
            canvas.paragraph(f"On “{group.text}”, answers differ.")

    def hints(self, panel):
        return ["Nothing is drawn."]

    def findings(self, panel):
        return ["Answers differ everywhere."]


def test_a_new_kind_is_chosen_drawn_said_and_hinted_at_once_it_stands_among_the_others(monkeypatch):
    monkeypatch.setattr(kinds, "FIGURE_KINDS", (Sentence(), *kinds.FIGURE_KINDS))
    drawn = figure(release("views", 24))
    assert words(drawn)[2:] == [
        "Nothing is drawn.",
        *(f"On “{table.text}”, answers differ." for table in release("views", 24).tables[::2]),
    ]
    assert "drawn as a sentence for each question." in drawn.alt_text
    assert "Answers differ everywhere." in drawn.alt_text
