"""``choice``: exactly one of some options."""

from __future__ import annotations

import pytest
from small_assessments import question

from workshop_helpers.answers import read_answer
from workshop_helpers.errors import AnswerError, AnswerReason
from workshop_helpers.importing.cells import from_cell

FAVOURITE = question('id = "favourite"\nformat = "choice"\noptions = "drinks"')
ONE = (
    "Item 'favourite': the answer must be one of 'tea', 'coffee', 'water'. To skip the item, leave it out."
)  # fmt: skip


def test_the_id_of_an_option_is_an_answer() -> None:
    assert read_answer(FAVOURITE, "tea") == "tea"


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ("Tea", AnswerReason.NOT_AN_OPTION),
        ("", AnswerReason.NOT_AN_OPTION),
        (1, AnswerReason.WRONG_TYPE),
        (["tea"], AnswerReason.WRONG_TYPE),
        (b"tea", AnswerReason.WRONG_TYPE),
    ],
)
def test_anything_else_is_refused(raw: object, reason: AnswerReason) -> None:
    with pytest.raises(AnswerError) as caught:
        read_answer(FAVOURITE, raw)
    assert (caught.value.reason, str(caught.value)) == (reason, ONE)


def test_the_page_learns_the_options() -> None:
    assert FAVOURITE.for_view() == {"options": {"tea": "Tea", "coffee": "Coffee", "water": "Water"}}


def test_an_answer_is_said_by_its_label() -> None:
    assert FAVOURITE.in_words("tea") == "Tea"


@pytest.mark.parametrize(("cell", "meaning"), [("TEA", "tea"), ("Coffee ", "coffee"), (" te a", "te a"), (7, "7")])
def test_a_cell_holds_an_id_or_a_label(cell: object, meaning: str) -> None:
    assert from_cell(FAVOURITE, cell) == meaning


def test_a_cell_may_hold_a_label_and_each_alone_is_an_answer() -> None:
    assert FAVOURITE.allowed_text() == "Tea · Coffee · Water"
    assert list(FAVOURITE.labels()) == ["Tea", "Coffee", "Water"]


def test_the_pool_counts_the_options() -> None:
    (counted,) = FAVOURITE.counted()
    assert (counted.kind, counted.labels) == ("nominal", ("Tea", "Coffee", "Water"))
    assert [counted.place(option) for option in ("tea", "coffee", "water")] == [0, 1, 2]


def test_feedback_can_ask_which_options_an_answer_is_one_of() -> None:
    assert FAVOURITE.one_of == "drinks"
