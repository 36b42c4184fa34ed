"""A report has a person's answers in the words that were on the screen, never in ids."""

from __future__ import annotations

from typing import Any

import pytest
from small_assessments import EVERY_FORMAT, small

from workshop_helpers.reporting.in_words import answer_in_words

SMALL = {question.key: question for question in small(*EVERY_FORMAT, policy="light").questions()}


@pytest.mark.parametrize(
    ("key", "draft", "words"),
    [
        ("walk", 4, "often"),
        ("walk", {"does-not-apply": True}, "does not apply to me"),
        ("order", {"tea": 3, "coffee": 1, "water": 2}, "1. Coffee\n2. Water\n3. Tea"),
        ("diary", "  my words, \n in two lines ", "my words, \n in two lines"),
        ("diary", "does-not-apply", "does-not-apply"),
    ],
)
def test_what_stands_in_a_form_is_said_in_the_words_of_its_format(key: str, draft: Any, words: str) -> None:
    assert answer_in_words(SMALL[key], draft) == words


@pytest.mark.parametrize("key", SMALL)
@pytest.mark.parametrize("draft", [None, {"skip": True}], ids=["open", "skipped"])
def test_what_was_not_answered_has_no_words(key: str, draft: Any) -> None:
    assert answer_in_words(SMALL[key], draft) is None


@pytest.mark.parametrize(
    ("key", "draft"),
    [
        ("budget", {"tea": 5}),
        ("order", {"tea": 1}),
        ("walk", 99),
        ("walk", True),
        ("favourite", "cocoa"),
        ("cupboard", ["tea", "coffee", "water"]),
        ("favourite", ["tea"]),
        ("diary", 3),
    ],
)
def test_what_is_unfinished_or_fits_no_longer_has_no_words(key: str, draft: Any) -> None:
    assert answer_in_words(SMALL[key], draft) is None
