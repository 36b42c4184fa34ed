"""A report has a person's answers in the words that were on the screen, never in ids."""

from __future__ import annotations

from typing import Any

import pytest
from small_assessments import EVERY_FORMAT, small

from workshop_helpers.content.loading import DATA_FOLDER, load_assessment
from workshop_helpers.reporting.in_words import answer_in_words, ruler_in_words

SMALL = {question.key: question for question in small(*EVERY_FORMAT).questions()}
ONE_OF_EACH = load_assessment(DATA_FOLDER / "assessments" / "_template.toml")


@pytest.mark.parametrize(
    ("key", "draft", "words"),
    [
        ("walk", 4, "often"),
        ("walk", {"does-not-apply": True}, "does not apply to me"),
        ("ladder", 7, "7"),
        ("favourite", "tea", "Tea"),
        ("cupboard", ["water", "tea"], "Tea\nWater"),
        ("cupboard", [], "none of them"),
        ("order", {"tea": 3, "coffee": 1, "water": 2}, "1. Coffee\n2. Water\n3. Tea"),
        ("budget", {"tea": 5, "coffee": 0, "water": 15}, "5 – Tea\n15 – Water"),
        ("diary", "  my words, \n in two lines ", "my words, \n in two lines"),
        ("diary", "does-not-apply", "does-not-apply"),
    ],
)
def test_an_answer_is_said_in_the_words_of_its_options(key: str, draft: Any, words: str) -> None:
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


def test_the_ends_of_a_numbered_ruler_are_said_and_those_of_others_are_not() -> None:
    said = {question.key: ruler_in_words(question) for question in ONE_OF_EACH.questions()}
    assert {key: words for key, words in said.items() if words} == {
        "first-minute": "0 = not at all, 10 = as much as I can imagine"
    }
