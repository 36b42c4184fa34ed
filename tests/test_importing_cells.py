"""What a cell means, and what the cells of one question mean together."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_assessments import EVERY_FORMAT, small

from workshop_helpers.answers import read_answer
from workshop_helpers.content import Question
from workshop_helpers.content.loading import load_assessment
from workshop_helpers.errors import AnswerError
from workshop_helpers.formats.base import DOES_NOT_APPLY
from workshop_helpers.importing.cells import from_cell, from_cells, ways

DRINKS = {
    question.key: question for question in load_assessment(Path(__file__).parent / "tables/drinks.toml").questions()
}
EVERY = {question.key: question for question in small(*EVERY_FORMAT, policy="light").questions()}
COMMAS = {
    question.key: question
    for question in small(
        'id = "milk"\nformat = "choices"\noptions = "milks"',
        more='[options.milks]\nplain = "tea"\nmilky = "tea, with milk"\nmilk = "with milk"\nsemi = "half; half"\n',
    ).questions()
}


@pytest.mark.parametrize("key", EVERY)
@pytest.mark.parametrize(
    ("cell", "meaning"),
    [
        ("", None),
        ("  ", None),
        ("Skipped", None),
        ("Does  not apply", DOES_NOT_APPLY),
        ("does-not-apply", DOES_NOT_APPLY),
        (True, True),
        (4.5, 4.5),
        (10**30, 10**30),
    ],
)
def test_a_skip_and_what_does_not_apply_are_written_alike_everywhere(key: str, cell: Any, meaning: object) -> None:
    assert from_cell(EVERY[key], cell) == meaning


@pytest.mark.parametrize(
    ("cell", "meaning"), [(3, "3"), (3.0, "3"), (np.int64(3), "3"), (999_999, "999999"), (10**6, 10**6)]
)
def test_a_number_may_be_the_id_of_an_option(cell: Any, meaning: object) -> None:
    assert from_cell(EVERY["favourite"], cell) == meaning


@pytest.mark.parametrize("cell", [4, 4.0, np.int64(4), np.float64(4), "4"])
def test_a_number_is_an_answer_where_answers_are_numbers(cell: Any) -> None:
    assert from_cell(EVERY["walk"], cell) == 4


@given(st.text(max_size=30), st.sampled_from(sorted(EVERY)))
def test_any_text_is_read_or_refused_and_never_an_accident(text: str, key: str) -> None:
    with suppress(AnswerError):
        read_answer(EVERY[key], from_cell(EVERY[key], text))


def together(key: str, way: Any, *cells: object) -> object:
    return from_cells(DRINKS[key], way, cells)


@pytest.mark.parametrize("key", ["cupboard", "order", "budget"])
@pytest.mark.parametrize(
    ("cells", "meaning"),
    [
        (("N/A", "N/A", "N/A"), None),
        ((None, "", "skipped"), None),
        (("Yes", "does not apply", ""), DOES_NOT_APPLY),
    ],
)
def test_a_skip_and_what_does_not_apply_may_stand_in_several_columns(key: str, cells: Any, meaning: object) -> None:
    assert together(key, "options", *cells) == meaning


@pytest.mark.parametrize("question", [DRINKS["cupboard"], DRINKS["order"], DRINKS["budget"]], ids=lambda q: q.key)
def test_what_cannot_be_read_together_is_no_answer(question: Question) -> None:
    with pytest.raises(AnswerError):
        read_answer(question, "?")


def test_only_questions_that_take_several_options_stand_in_several_columns() -> None:
    assert {key: len(ways(question)) for key, question in DRINKS.items()} == {
        "after-work": 1, "favourite": 1, "cupboard": 2, "order": 3, "budget": 2,
    }  # fmt: skip
