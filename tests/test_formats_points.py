"""``points``: whole points that add up, shared out over some options."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from small_assessments import BINS, EVERY_FORMAT, question, small

from workshop_helpers.answers import read_answer
from workshop_helpers.drafts import answer_of
from workshop_helpers.errors import AnswerError, AnswerReason
from workshop_helpers.formats.points import with_points
from workshop_helpers.importing.cells import from_cell, from_cells

BUDGET = question('id = "budget"\nformat = "points"\noptions = "drinks"\ntotal = 20')
BINNED = question(f'id = "budget"\nformat = "points"\noptions = "drinks"\ntotal = 20\nbins = {BINS}')
COINS = (
    "Item 'budget': whole points from 0 up, 20 in all, shared out over 'tea', 'coffee', 'water'. "
    "To skip the item, leave it out."
)


def points(raw: object) -> Mapping[str, int]:
    """Points, as an answer holds them."""
    answer = read_answer(BUDGET, raw)
    assert isinstance(answer, Mapping)
    return answer


def test_points_that_add_up_are_an_answer_in_the_order_of_the_options() -> None:
    assert read_answer(BUDGET, {"tea": 20}) == {"tea": 20, "coffee": 0, "water": 0}
    assert list(points({"water": 1, "tea": 14, "coffee": 5}).items()) == [("tea", 14), ("coffee", 5), ("water", 1)]


def test_points_cannot_be_changed_after_they_were_given() -> None:
    given = {"tea": 20}
    answer = points(given)
    given["tea"] = 0
    with pytest.raises(TypeError):
        answer["tea"] = 3  # type: ignore[index]
    assert answer["tea"] == 20


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ({"tea": 19}, AnswerReason.INCOMPLETE),
        ({}, AnswerReason.INCOMPLETE),
        ({"tea": 21, "coffee": -1}, AnswerReason.OUT_OF_RANGE),
        ({"tea": 10**400}, AnswerReason.OUT_OF_RANGE),
        ({"juice": 20}, AnswerReason.NOT_AN_OPTION),
        ({3: 20}, AnswerReason.NOT_AN_OPTION),
        ({"tea": 20.0}, AnswerReason.WRONG_TYPE),
        ({"tea": True, "coffee": 19}, AnswerReason.WRONG_TYPE),
        ({"tea": float("nan")}, AnswerReason.WRONG_TYPE),
        ([("tea", 20)], AnswerReason.WRONG_TYPE),
    ],
)
def test_anything_else_is_refused(raw: object, reason: AnswerReason) -> None:
    with pytest.raises(AnswerError) as caught:
        read_answer(BUDGET, raw)
    assert (caught.value.reason, str(caught.value)) == (reason, COINS)


def test_empty_fields_are_a_skip() -> None:
    assert answer_of(BUDGET, {}) is None
    assert answer_of(BUDGET, {"tea": 0}) == {"tea": 0}


def test_points_that_do_not_add_up_yet_are_pointed_out_kindly() -> None:
    words = "The points do not add up to 20 yet. Share out the rest, or skip this one."
    assert BUDGET.unfinished(AnswerReason.INCOMPLETE) == words
    words = "This answer does not fit any more. Choose again, or skip this one."
    assert BUDGET.unfinished(AnswerReason.NOT_AN_OPTION) == words


def test_the_page_learns_the_options_and_the_total() -> None:
    assert BUDGET.for_view() == {"options": {"tea": "Tea", "coffee": "Coffee", "water": "Water"}, "total": 20}


def test_points_are_said_with_the_options_that_got_some() -> None:
    assert BUDGET.in_words({"tea": 5, "coffee": 0, "water": 15}) == "5 – Tea\n15 – Water"


def test_a_cell_holds_options_with_their_points() -> None:
    assert from_cell(BUDGET, "TEA=5; water = 15") == {"tea": 5, "water": 15}
    assert BUDGET.as_text({"tea": 5, "coffee": 0, "water": 15}) == "tea=5;coffee=0;water=15"


@pytest.mark.parametrize(
    ("cells", "meaning"),
    [
        (("10", None, 10.0), {"tea": 10, "coffee": 0, "water": 10}),
        (("ten", 10, 0), {"tea": "ten", "coffee": 10, "water": 0}),
    ],
)
def test_a_column_of_an_option_holds_its_points(cells: Any, meaning: object) -> None:
    assert from_cells(BUDGET, "options", cells) == meaning


def test_what_a_cell_may_hold_is_said_by_the_labels() -> None:
    assert BUDGET.allowed_text() == "whole points that make 20 together, for Tea · Coffee · Water"


@pytest.mark.parametrize(
    ("given", "counted_at"),
    [
        ({"tea": 20, "coffee": 0, "water": 0}, "Tea"),
        ({"tea": 7, "coffee": 7, "water": 6}, "several equally"),
        ({"tea": 6, "coffee": 7, "water": 7}, "several equally"),
        ({"tea": 6, "coffee": 6, "water": 8}, "Water"),
        ({"tea": 10, "coffee": 10, "water": 0}, "several equally"),
    ],
)
def test_without_bins_the_pool_counts_where_the_most_points_went(given: dict[str, int], counted_at: str) -> None:
    (counted,) = BUDGET.counted()
    assert (counted.kind, counted.what) == ("nominal", "where the most points went")
    assert counted.labels == ("Tea", "Coffee", "Water", "several equally")
    assert counted.labels[counted.place(given)] == counted_at


def test_with_bins_the_pool_counts_the_bin_of_each_options_points() -> None:
    counted = BINNED.counted()
    assert [(each.kind, each.labels) for each in counted] == [("ordered", ("none", "some", "most"))] * 3
    assert [(each.part, each.about) for each in counted] == [("tea", "Tea"), ("coffee", "Coffee"), ("water", "Water")]
    assert [each.place({"tea": 9, "coffee": 0, "water": 11}) for each in counted] == [1, 0, 2]


def test_questions_with_points_are_told_apart_from_others() -> None:
    assert [found.key for found in with_points(small(*EVERY_FORMAT, policy="light").questions())] == ["budget"]
