"""``ranking``: all options in order. A draft has places, an answer the order, the picture the first choice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from small_assessments import question

from workshop_helpers.answers import read_answer
from workshop_helpers.drafts import answer_of
from workshop_helpers.errors import AnswerError, AnswerReason
from workshop_helpers.importing.cells import from_cell, from_cells

ORDER = question('id = "order"\nformat = "ranking"\noptions = "drinks"')
ALL = (
    "Item 'order': the answer must be a list of all options in order, each once; they are 'tea', 'coffee', 'water'. "
    "To skip the item, leave it out."
)


def test_all_options_in_order_are_an_answer() -> None:
    assert read_answer(ORDER, ["water", "tea", "coffee"]) == ("water", "tea", "coffee")


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (["tea", "coffee"], AnswerReason.INCOMPLETE),
        ([], AnswerReason.INCOMPLETE),
        (["tea", "coffee", "coffee"], AnswerReason.TWICE),
        (["tea", "coffee", "juice"], AnswerReason.NOT_AN_OPTION),
        ({"tea": 1}, AnswerReason.WRONG_TYPE),
    ],
)
def test_anything_else_is_refused(raw: object, reason: AnswerReason) -> None:
    with pytest.raises(AnswerError) as caught:
        read_answer(ORDER, raw)
    assert (caught.value.reason, str(caught.value)) == (reason, ALL)


def test_places_mean_the_order() -> None:
    assert answer_of(ORDER, {"tea": 3, "coffee": 1, "water": 2}) == ["coffee", "water", "tea"]


@pytest.mark.parametrize(
    "places",
    [
        lambda line, last: 1,
        lambda line, last: min(line, last - 1),
        lambda line, last: line - 1,
        lambda line, last: line + 1,
        lambda line, last: 2 * line,
        lambda line, last: float(line),
        lambda line, last: str(line),
        lambda line, last: True if line == 1 else line,
        lambda line, last: None if line == last else line,
    ],
    ids=["all first", "a tie at the end", "from nought", "from two", "gaps", "fractions", "text", "a tick", "one open"],
)
def test_an_order_is_unfinished_until_the_places_are_one_two_three_and_so_on(places: Callable[[int, int], Any]) -> None:
    draft = {option: places(line, 3) for line, option in enumerate(ORDER.options, start=1)}
    assert answer_of(ORDER, draft) == draft
    with pytest.raises(AnswerError):
        read_answer(ORDER, draft)


def test_the_tenth_place_comes_after_the_second() -> None:
    letters = "abcdefghijkl"
    lines = "".join(f'{letter} = "{letter.upper()}"\n' for letter in letters)
    twelve = question('id = "order"\nformat = "ranking"\noptions = "twelve"', more=f"[options.twelve]\n{lines}")
    assert answer_of(twelve, {letter: 12 - line for line, letter in enumerate(letters)}) == list(reversed(letters))


@pytest.mark.parametrize("reason", [AnswerReason.WRONG_TYPE, AnswerReason.INCOMPLETE])
def test_an_unfinished_order_is_pointed_out_kindly(reason: AnswerReason) -> None:
    words = "Not every line has its own place yet. Give each a different number, or skip this one."
    assert ORDER.unfinished(reason) == words


def test_the_page_learns_the_options() -> None:
    assert ORDER.for_view() == {"options": {"tea": "Tea", "coffee": "Coffee", "water": "Water"}}


def test_an_order_is_said_with_its_places() -> None:
    assert ORDER.in_words(("coffee", "water", "tea")) == "1. Coffee\n2. Water\n3. Tea"


@pytest.mark.parametrize("cell", ["Water;Tea;Coffee;", "Water, Tea, Coffee", "water;tea;coffee"])
def test_a_cell_holds_ids_or_labels_in_order(cell: str) -> None:
    assert from_cell(ORDER, cell) == ["water", "tea", "coffee"]


@pytest.mark.parametrize(
    ("cells", "meaning"),
    [
        (("2", "Rank 1", "3rd"), ["coffee", "tea", "water"]),
        ((1, 1, 2), "?"),
        ((0, 1, 2), "?"),
        ((1, 2, None), "?"),
        ((10**30, 1, 2), "?"),
    ],
)
def test_a_column_of_an_option_holds_its_place(cells: Any, meaning: object) -> None:
    assert from_cells(ORDER, "options", cells) == meaning


@pytest.mark.parametrize(
    ("cells", "meaning"),
    [(("Water", "coffee", "TEA"), ["water", "coffee", "tea"]), (("Water", None, None), ["water"])],
)
def test_a_column_of_a_place_holds_its_option(cells: Any, meaning: object) -> None:
    assert from_cells(ORDER, "places", cells) == meaning


def test_what_a_cell_may_hold_is_said_by_the_labels() -> None:
    assert ORDER.allowed_text() == "each of these once, in order: Tea · Coffee · Water"


def test_the_pool_counts_first_places_and_says_so() -> None:
    (counted,) = ORDER.counted()
    assert (counted.kind, counted.labels, counted.what) == ("nominal", ("Tea", "Coffee", "Water"), "first places")
    assert counted.place(("coffee", "tea", "water")) == 1
