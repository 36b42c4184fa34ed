"""What a cell means, and what the cells of one question mean together."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_assessments import EVERY_FORMAT, small

from workshop_helpers.answers import read_answer
from workshop_helpers.content import Question
from workshop_helpers.content.loading import load_assessment
from workshop_helpers.errors import AnswerError
from workshop_helpers.formats.base import DOES_NOT_APPLY
from workshop_helpers.formats.written import folded
from workshop_helpers.importing.cells import from_cell, from_cells, ways

DRINKS = {
    question.key: question for question in load_assessment(Path(__file__).parent / "tables/drinks.toml").questions()
}
EVERY = {question.key: question for question in small(*EVERY_FORMAT).questions()}
COMMAS = {
    question.key: question
    for question in small(
        'id = "milk"\nformat = "choices"\noptions = "milks"',
        more='[options.milks]\nplain = "tea"\nmilky = "tea, with milk"\nmilk = "with milk"\nsemi = "half; half"\n',
    ).questions()
}


@pytest.mark.parametrize(
    ("key", "cell", "meaning"),
    [
        ("walk", "Often", 4),
        ("walk", "  oFTEN ", 4),
        ("walk", "4", 4),
        ("walk", 4.0, 4),
        ("walk", "NA", None),
        ("walk", "Does  not apply", DOES_NOT_APPLY),
        ("walk", "Skipped", None),
        ("favourite", "TEA", "tea"),
        ("favourite", " te a", "te a"),
        ("favourite", "NA", "NA"),
        ("favourite", "", None),
        ("cupboard", "Tea, Coffee", ["tea", "coffee"]),
        ("cupboard", "tea;coffee;", ["tea", "coffee"]),
        ("cupboard", "tea ; Coffee , water", ["tea", "coffee", "water"]),
        ("cupboard", ";", []),
        ("cupboard", "tea coffee", ["tea coffee"]),
        ("cupboard", "tea, juice", ["tea, juice"]),
        ("cupboard", "tea, tea", ["tea", "tea"]),
        ("order", "Water;Tea;Coffee;", ["water", "tea", "coffee"]),
        ("order", "Water, Tea, Coffee", ["water", "tea", "coffee"]),
        ("budget", "TEA=5; water = 15", {"tea": 5, "water": 15}),
    ],
)
def test_a_cell_means_the_same_however_it_is_written(key: str, cell: Any, meaning: object) -> None:
    assert from_cell(EVERY[key], cell) == meaning


@pytest.mark.parametrize(
    ("cell", "meaning"),
    [
        ("tea, with milk", ["milky"]),
        ("tea;with milk", ["plain", "milk"]),
        ("with milk, tea", ["milk", "plain"]),
        ("tea, tea, with milk", ["plain", "milky"]),
        ("Half; half, TEA", ["semi", "plain"]),
        ("half; half", ["semi"]),
        ("tea, with", ["tea, with"]),
    ],
)
def test_labels_may_hold_what_stands_between_labels(cell: str, meaning: list[str]) -> None:
    assert from_cell(COMMAS["milk"], cell) == meaning


def test_an_exact_id_counts_more_than_a_label_in_other_capitals() -> None:
    more = '[options.swapped]\ntea = "Coffee"\ncoffee = "Tea"\n'
    (question,) = small('id = "swap"\nformat = "choice"\noptions = "swapped"', more=more).questions()
    assert [from_cell(question, cell) for cell in ("Tea", "tea", "TEA")] == ["coffee", "tea", "coffee"]


@given(
    st.lists(st.sampled_from(["tea", "coffee", "tap-water"]), unique=True), st.sampled_from([";", ", ", " ; ", ";\n"])
)
def test_whatever_was_ticked_is_read_back(chosen: list[str], between: str) -> None:
    question = DRINKS["cupboard"]
    written = between.join(question.options[option].upper() for option in chosen) or ";"
    assert from_cell(question, written) == chosen


@given(st.text(max_size=30), st.sampled_from(sorted(EVERY)))
def test_any_text_is_read_or_refused_and_never_an_accident(text: str, key: str) -> None:
    with suppress(AnswerError):
        read_answer(EVERY[key], from_cell(EVERY[key], text))


def together(key: str, way: Any, *cells: object) -> object:
    return from_cells(DRINKS[key], way, cells)


@pytest.mark.parametrize("tick", ["Y", "yes", "1", 1, 1.0, True, "TRUE", "x", "✓", "checked", "Tea", "tea"])
@pytest.mark.parametrize("none", ["N", "no", "0", 0, False, "", None, "not selected"])
def test_a_tick_is_known_in_every_spelling(tick: object, none: object) -> None:
    assert together("cupboard", "options", tick, none, none) == ["tea"]


@pytest.mark.parametrize(
    ("key", "way", "cells", "meaning"),
    [
        ("cupboard", "options", ("No", "No", "No"), []),
        ("cupboard", "options", ("N/A", "N/A", "N/A"), None),
        ("cupboard", "options", (None, "", "skipped"), None),
        ("cupboard", "options", ("Yes", "does not apply", ""), DOES_NOT_APPLY),
        ("cupboard", "options", ("Yes", "perhaps", ""), "?"),
        ("cupboard", "options", ("Water", "", ""), "?"),  # the label of another option
        ("budget", "options", ("10", None, 10.0), {"tea": 10, "coffee": 0, "tap-water": 10}),
        ("budget", "options", ("ten", 10, 0), {"tea": "ten", "coffee": 10, "tap-water": 0}),
        ("order", "options", ("2", "Rank 1", "3rd"), ["coffee", "tea", "tap-water"]),
        ("order", "options", (1, 1, 2), "?"),
        ("order", "options", (0, 1, 2), "?"),
        ("order", "options", (1, 2, None), "?"),
        ("order", "places", ("Water", "coffee, BLACK", "tea"), ["tap-water", "coffee", "tea"]),
        ("order", "places", ("Water", None, None), ["tap-water"]),
        ("order", "options", (10**30, 1, 2), "?"),
    ],
)
def test_cells_of_one_question_are_read_together(key: str, way: Any, cells: Any, meaning: object) -> None:
    assert together(key, way, *cells) == meaning


@pytest.mark.parametrize("question", [DRINKS["cupboard"], DRINKS["order"], DRINKS["budget"]], ids=lambda q: q.key)
def test_what_cannot_be_read_together_is_no_answer(question: Question) -> None:
    with pytest.raises(AnswerError):
        read_answer(question, "?")


def test_only_questions_that_take_several_options_stand_in_several_columns() -> None:
    assert {key: len(ways(question)) for key, question in DRINKS.items()} == {
        "after-work": 1, "favourite": 1, "cupboard": 2, "order": 3, "budget": 2,
    }  # fmt: skip


@pytest.mark.parametrize("text", ["a  B", " a b ", "A\u00a0b", "a\nb"])
def test_capitals_and_spaces_do_not_count(text: str) -> None:
    assert folded(text) == "a b"
