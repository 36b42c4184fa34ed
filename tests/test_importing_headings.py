"""The first rows of a file: how many are headings, and what each column is then called."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from workshop_helpers.content.loading import load_assessment
from workshop_helpers.importing.headings import carried_on, heading_rows, merged

QUESTIONS = load_assessment(Path(__file__).parent / "tables/drinks.toml").questions()
WALK, CUPBOARD = QUESTIONS[0].item.text, QUESTIONS[2].item.text
LABELS = ["Tea", "Coffee, black", "Water"]
PERSON = ["1000", "often", "Tea", "", "Water"]
GROUP = ["id", WALK, CUPBOARD, "", ""]


@pytest.mark.parametrize(
    ("rows", "number"),
    [
        ([], 0),
        ([["a"]], 1),
        ([["after-work"], ["4"]], 1),
        ([["Q1"], [WALK], ['{"ImportId":"QID1"}'], ["often"]], 3),
        ([["Q1"], [WALK], ["often"]], 2),
        ([GROUP, ["", "Response", *LABELS], PERSON], 2),
        ([["id", WALK], ["", "Response"], ["1", "often"]], 2),
        ([[CUPBOARD, "", ""], LABELS, ["Tea", "", ""]], 2),
    ],
)
def test_a_row_is_a_heading_where_something_speaks_for_it(rows: Sequence[Sequence[str]], number: int) -> None:
    assert heading_rows(rows, QUESTIONS) == number


@pytest.mark.parametrize(
    "first",
    [
        PERSON,
        ["1000", "often", *LABELS],
        ["1000", "", *LABELS],
        ["", "often", *LABELS],
        ["", "", "Tea", "", "Water"],
        ["", "", "", "", ""],
    ],
)
def test_somebody_who_answers_in_the_first_row_is_no_heading(first: list[str]) -> None:
    assert heading_rows([GROUP, first, PERSON], QUESTIONS) == 1


@pytest.mark.parametrize(
    ("rows", "headings"),
    [
        ([], []),
        ([["a", "b"]], ["a", "b"]),
        ([["Q1", "Q2"], [WALK, "Q2"], ['{"ImportId":"QID1"}', '{"ImportId":"QID2"}']], [f"Q1: {WALK}", "Q2"]),
        (
            [GROUP, ["", "Response", *LABELS]],
            ["id", WALK, *(f"{CUPBOARD} [{label}]" for label in LABELS)],
        ),
        ([["", "a"], ["b", ""]], ["b", "a"]),
    ],
)
def test_several_rows_make_one_heading_for_each_column(rows: list[list[str]], headings: list[str]) -> None:
    assert merged(rows) == headings


def test_columns_without_a_heading_belong_to_the_one_before() -> None:
    assert carried_on(["", "a", "", "", "b", ""]) == ["", "a", "a", "a", "b", "b"]
