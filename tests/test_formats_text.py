"""``text``: the person's own words, which nobody else ever reads, counts or invents."""

from __future__ import annotations

import pytest
from small_assessments import question

from workshop_helpers.answers import read_answer
from workshop_helpers.errors import AnswerError, AnswerReason
from workshop_helpers.formats.text import LONGEST_TEXT

DIARY = question('id = "diary"\nformat = "text"')
WORDS = "Item 'diary': the answer must be text of at most 5000 characters. To skip the item, leave it out."


@pytest.mark.parametrize(
    ("raw", "answer"),
    [
        ("A cold morning.", "A cold morning."),
        ("  warm  ", "warm"),
        ("x" * LONGEST_TEXT, "x" * LONGEST_TEXT),
        ("   ", None),
        ("", None),
    ],
    ids=["words", "spaces around", "the longest", "spaces", "nothing"],
)
def test_words_are_an_answer_and_spaces_are_a_skip(raw: str, answer: str | None) -> None:
    assert read_answer(DIARY, raw) == answer


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (3, AnswerReason.WRONG_TYPE),
        (["warm"], AnswerReason.WRONG_TYPE),
        ("x" * (LONGEST_TEXT + 1), AnswerReason.TOO_LONG),
    ],
    ids=["a number", "a list", "too long"],
)
def test_anything_else_is_refused(raw: object, reason: AnswerReason) -> None:
    with pytest.raises(AnswerError) as caught:
        read_answer(DIARY, raw)
    assert (caught.value.reason, str(caught.value)) == (reason, WORDS)


def test_the_page_learns_how_long_it_may_be() -> None:
    assert DIARY.for_view() == {"longest": 5000}


def test_words_are_said_as_they_are() -> None:
    assert DIARY.in_words("my words, \n in two lines") == "my words, \n in two lines"


def test_in_a_table_they_are_what_they_are() -> None:
    assert DIARY.from_text("Tea, or not") == "Tea, or not"
    assert DIARY.as_text("Tea, or not") == "Tea, or not"
    assert DIARY.allowed_text() == "text of at most 5000 characters"


def test_they_are_nobody_elses() -> None:
    assert DIARY.own_words
    assert DIARY.counted() == ()
