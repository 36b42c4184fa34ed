"""``scale``: one point of a ruler that has labels, or numbers with words at the ends."""

from __future__ import annotations

from typing import Any

import pytest
from small_assessments import question

from workshop_helpers.answers import read_answer
from workshop_helpers.errors import AnswerError, AnswerReason
from workshop_helpers.importing.cells import from_cell

WALK = question('id = "walk"\nformat = "scale"\nscale = "often"')
BACKWARDS = question('id = "rest"\nformat = "scale"\nscale = "often"\nreversed = true')
SIX = question('id = "six"\nformat = "scale"\nscale = "six"')
LADDER = question('id = "ladder"\nformat = "scale"\nscale = "ladder"')
WHOLE = "Item 'walk': the answer must be a whole number from 1 to 5. To skip the item, leave it out."


@pytest.mark.parametrize(("asked", "point"), [(WALK, 1), (WALK, 5), (LADDER, 0), (LADDER, 10)])
def test_a_whole_number_of_the_ruler_is_an_answer(asked: Any, point: int) -> None:
    assert read_answer(asked, point) == point


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (0, AnswerReason.OUT_OF_RANGE),
        (6, AnswerReason.OUT_OF_RANGE),
        (10**400, AnswerReason.OUT_OF_RANGE),
        (-(10**400), AnswerReason.OUT_OF_RANGE),
        (True, AnswerReason.WRONG_TYPE),
        (3.0, AnswerReason.WRONG_TYPE),
        (float("nan"), AnswerReason.WRONG_TYPE),
        (float("inf"), AnswerReason.WRONG_TYPE),
        ("3", AnswerReason.WRONG_TYPE),
        ([3], AnswerReason.WRONG_TYPE),
        ("does-not-apply", AnswerReason.WRONG_TYPE),
    ],
)
def test_anything_else_is_refused(raw: object, reason: AnswerReason) -> None:
    with pytest.raises(AnswerError) as caught:
        read_answer(WALK, raw)
    assert (caught.value.reason, str(caught.value)) == (reason, WHOLE)


def test_an_answer_that_fits_no_more_is_pointed_out_kindly() -> None:
    words = "This answer does not fit any more. Choose again, or skip this one."
    assert WALK.unfinished(AnswerReason.OUT_OF_RANGE) == words


def test_the_page_learns_the_labels_or_the_numbers_with_words_at_the_ends() -> None:
    labels = ["never", "rarely", "sometimes", "often", "always"]
    assert WALK.for_view() == {"values": [1, 2, 3, 4, 5], "labels": labels, "ends": None}
    numbers = ["1", "2", "3", "4", "5", "6"]
    assert SIX.for_view() == {"values": [1, 2, 3, 4, 5, 6], "labels": numbers, "ends": ["not at all", "fully"]}


@pytest.mark.parametrize(("asked", "point", "words"), [(WALK, 4, "often"), (LADDER, 7, "7"), (LADDER, 10, "10")])
def test_a_point_is_said_by_its_label_or_its_number(asked: Any, point: int, words: str) -> None:
    assert asked.in_words(point) == words


def test_the_ends_of_a_numbered_ruler_are_said_for_whoever_reads_a_number() -> None:
    assert [asked.ruler_in_words() for asked in (WALK, SIX, LADDER)] == [
        "",
        "1 = not at all, 6 = fully",
        "0 = none, 10 = all",
    ]


@pytest.mark.parametrize(
    ("cell", "meaning"),
    [
        ("Often", 4),
        ("  oFTEN ", 4),
        ("4", 4),
        (4, 4),
        (4.0, 4),
        ("4.0", 4),
        ("NA", None),
        ("NaN", None),
        ("4.5", "4.5"),
        (4.5, 4.5),
        ("oft en", "oft en"),
    ],
)
def test_a_cell_holds_a_label_or_a_number(cell: object, meaning: object) -> None:
    assert from_cell(WALK, cell) == meaning


def test_a_cell_may_hold_a_numbered_end_with_its_words() -> None:
    assert from_cell(LADDER, "10 ALL") == 10


def test_what_a_cell_may_hold_is_said_in_the_words_of_the_ruler() -> None:
    labels = "never · rarely · sometimes · often · always"
    assert WALK.allowed_text() == f"a whole number from 1 to 5, or {labels}"
    assert SIX.allowed_text() == "a whole number from 1 to 6"


def test_a_ruler_with_labels_has_words_that_alone_are_an_answer() -> None:
    assert list(WALK.labels()) == ["never", "rarely", "sometimes", "often", "always"]
    assert list(SIX.labels()) == []


def test_the_pool_counts_the_points_and_how_a_small_group_merges_them() -> None:
    (counted,) = WALK.counted()
    assert (counted.kind, counted.labels) == ("ordered", ("never", "rarely", "sometimes", "often", "always"))
    assert counted.merged == (("rarely", (0, 1)), ("sometimes", (2,)), ("often", (3, 4)))
    assert [counted.place(point) for point in (1, 2, 3, 4, 5)] == [0, 1, 2, 3, 4]


def test_the_pool_counts_the_bins_of_a_long_ruler() -> None:
    (counted,) = LADDER.counted()
    assert (counted.labels, counted.merged) == (("0 to 3", "4 to 6", "7 to 10"), ())
    assert [counted.place(point) for point in (0, 3, 4, 6, 7, 10)] == [0, 0, 1, 1, 2, 2]


def test_a_ruler_can_have_bins_and_merge_them_too() -> None:
    bins = ", ".join(f'{{ label = "{name}", up-to = {end} }}' for name, end in (("a", 1), ("b", 4), ("c", 7), ("d", 8)))
    columns = ", ".join(f'{{ label = "{name}", up-to = {end} }}' for name, end in (("low", 4), ("mid", 7), ("top", 8)))
    ruler = f'[scales.both]\npoints = 8\nends = ["none", "all"]\nbins = [{bins}]\nmerged = [{columns}]\n'
    (counted,) = question('id = "both"\nformat = "scale"\nscale = "both"', more=ruler).counted()
    assert counted.labels == ("a", "b", "c", "d")
    assert counted.merged == (("low", (0, 1)), ("mid", (2,)), ("top", (3,)))


def test_a_reversed_point_is_turned_round_in_a_mean() -> None:
    assert [WALK.turned(point) for point in (1, 3, 5)] == [1, 3, 5]
    assert [BACKWARDS.turned(point) for point in (1, 3, 5)] == [5, 3, 1]
