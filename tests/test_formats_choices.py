"""``choices``: any number of some options, or at most so many."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_assessments import question

from workshop_helpers.answers import read_answer
from workshop_helpers.errors import AnswerError, AnswerReason
from workshop_helpers.importing.cells import from_cell, from_cells

CUPBOARD = question('id = "cupboard"\nformat = "choices"\noptions = "drinks"')
TWO = question('id = "two"\nformat = "choices"\noptions = "drinks"\nat-most = 2')
MILKS = question(
    'id = "milk"\nformat = "choices"\noptions = "milks"',
    more='[options.milks]\nplain = "tea"\nmilky = "tea, with milk"\nmilk = "with milk"\nsemi = "half; half"\n',
)
SOME = (
    "Item 'two': the answer must be a list of options, at most 2 of them, none twice; they are 'tea', 'coffee', "
    "'water'. To skip the item, leave it out."
)


@pytest.mark.parametrize(
    ("raw", "answer"), [([], ()), (["water", "tea"], ("tea", "water")), (("coffee",), ("coffee",))]
)
def test_some_options_are_an_answer_in_the_order_of_the_options(raw: object, answer: object) -> None:
    assert read_answer(TWO, raw) == answer


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ("tea", AnswerReason.WRONG_TYPE),
        ({"tea"}, AnswerReason.WRONG_TYPE),
        ([["tea"]], AnswerReason.WRONG_TYPE),
        ([None], AnswerReason.WRONG_TYPE),
        (["juice"], AnswerReason.NOT_AN_OPTION),
        (["tea", "tea"], AnswerReason.TWICE),
        (["tea", "coffee", "water"], AnswerReason.TOO_MANY),
        ("does-not-apply", AnswerReason.WRONG_TYPE),
    ],
)
def test_anything_else_is_refused(raw: object, reason: AnswerReason) -> None:
    with pytest.raises(AnswerError) as caught:
        read_answer(TWO, raw)
    assert (caught.value.reason, str(caught.value)) == (reason, SOME)


def test_without_a_limit_all_may_be_chosen() -> None:
    assert read_answer(CUPBOARD, ["tea", "coffee", "water"]) == ("tea", "coffee", "water")
    with pytest.raises(AnswerError) as caught:
        read_answer(CUPBOARD, "tea")
    assert str(caught.value) == SOME.replace("'two'", "'cupboard'").replace(", at most 2 of them", "")


def test_the_page_learns_the_options_and_the_limit() -> None:
    options = {"tea": "Tea", "coffee": "Coffee", "water": "Water"}
    assert TWO.for_view() == {"options": options, "atMost": 2}
    assert CUPBOARD.for_view() == {"options": options, "atMost": None}


@pytest.mark.parametrize(("answer", "words"), [(("tea", "water"), "Tea\nWater"), ((), "none of them")])
def test_an_answer_is_said_by_its_labels(answer: object, words: str) -> None:
    assert CUPBOARD.in_words(answer) == words


@pytest.mark.parametrize(
    ("cell", "meaning"),
    [
        ("Tea, Coffee", ["tea", "coffee"]),
        ("tea;coffee;", ["tea", "coffee"]),
        ("tea ; Coffee , water", ["tea", "coffee", "water"]),
        (";", []),
        ("tea coffee", ["tea", "coffee"]),
        ("tea juice", ["tea juice"]),
        ("Tea|Coffee", ["tea", "coffee"]),
        ("Tea\nCoffee\r\nWater", ["tea", "coffee", "water"]),
        (" / Tea / Coffee", ["tea", "coffee"]),
        ("tea, juice", ["tea, juice"]),
        ("tea, tea", ["tea", "tea"]),
    ],
)
def test_a_cell_holds_ids_or_labels_one_after_the_other(cell: object, meaning: object) -> None:
    assert from_cell(CUPBOARD, cell) == meaning


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
    assert from_cell(MILKS, cell) == meaning


@given(st.lists(st.sampled_from(["tea", "coffee", "water"]), unique=True), st.sampled_from([";", ", ", " ; ", ";\n"]))
def test_whatever_was_ticked_is_read_back(chosen: list[str], between: str) -> None:
    written = between.join(CUPBOARD.options[option].upper() for option in chosen) or ";"
    assert from_cell(CUPBOARD, written) == chosen


def test_to_choose_none_is_written_as_no_skip() -> None:
    assert (CUPBOARD.as_text(()), CUPBOARD.as_text(("tea", "water"))) == (";", "tea;water")


@pytest.mark.parametrize("tick", ["Y", "yes", "1", 1, 1.0, True, "TRUE", "x", "✓", "checked", "Tea", "tea"])
@pytest.mark.parametrize("none", ["N", "no", "0", 0, False, "", None, "not selected"])
def test_a_tick_in_a_column_of_an_option_is_known_in_every_spelling(tick: object, none: object) -> None:
    assert from_cells(CUPBOARD, "options", [tick, none, none]) == ["tea"]


@pytest.mark.parametrize(
    ("cells", "meaning"),
    [
        (("No", "No", "No"), []),
        (("Yes", "perhaps", ""), "?"),
        (("Water", "", ""), "?"),  # the label of another option
    ],
)
def test_the_columns_of_options_are_read_together(cells: Any, meaning: object) -> None:
    assert from_cells(CUPBOARD, "options", cells) == meaning


def test_what_a_cell_may_hold_is_said_by_the_labels() -> None:
    assert CUPBOARD.allowed_text() == "Tea · Coffee · Water"


def test_the_pool_counts_for_each_option_whether_it_was_chosen() -> None:
    counted = CUPBOARD.counted()
    assert {(each.kind, each.labels) for each in counted} == {("yes-no", ("chosen", "not chosen"))}
    assert [(each.part, each.about) for each in counted] == [("tea", "Tea"), ("coffee", "Coffee"), ("water", "Water")]
    assert [each.place(("water",)) for each in counted] == [1, 1, 0]
    assert [each.place(()) for each in counted] == [1, 1, 1]
