"""Columns of any survey tool find their questions, and the same people give the same picture from each tool."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import TypedDict

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_assessments import EVERY_FORMAT, small

from workshop_helpers.content import Question
from workshop_helpers.content.loading import load_assessment
from workshop_helpers.errors import ImportingError
from workshop_helpers.importing.columns import Columns, asked, faults_of, gather, parts
from workshop_helpers.importing.files import read_table
from workshop_helpers.importing.frames import pool_frame
from workshop_helpers.importing.proposing import propose

TABLES = Path(__file__).parent / "tables"
DRINKS = load_assessment(TABLES / "drinks.toml")
QUESTIONS = asked(DRINKS)
WALK, FAVOURITE, CUPBOARD, ORDER, BUDGET = QUESTIONS
EVERY = small(*EVERY_FORMAT, policy="light")


def one(place: int) -> Columns:
    return Columns("one", (place,))


# --- whole files, as the tools write them --------------------------------------------------------------


@pytest.mark.parametrize("file", sorted(TABLES.glob("*.csv")), ids=lambda file: file.stem)
def test_a_file_of_any_tool_gives_the_same_picture_without_a_hand_laid_on_it(file: Path) -> None:
    table = read_table(file.read_bytes(), {question.key: question for question in QUESTIONS})
    proposal = propose(list(table.columns), QUESTIONS, table)
    assert set(proposal) == {question.key for question in QUESTIONS}
    assert [faults_of(table, question, proposal[question.key]).rows for question in QUESTIONS] == [()] * 5
    release = pool_frame(gather(table, QUESTIONS, proposal), DRINKS)
    assert release.to_json() == pool_frame(TABLES / "exact-keys.csv", DRINKS).to_json()


# --- the frame -----------------------------------------------------------------------------------------


def table(*rows: Sequence[object]) -> pd.DataFrame:
    return pd.DataFrame([*rows], dtype=object)


def faults(question: Question, columns: Columns, *rows: Sequence[object]) -> tuple[int, ...]:
    return faults_of(table(*rows), question, columns).rows


def test_rows_are_judged_together_where_a_question_has_several_columns() -> None:
    three = Columns("options", (0, 1, 2))
    assert faults(
        CUPBOARD, three, ["Yes", "No", None], [None] * 3, ["perhaps", "No", "No"], ["x", "Coffee, black", 0]
    ) == (3,)
    assert faults(BUDGET, three, [5, 15, None], [5, 14, None], ["20", "", ""], ["ten", 10, 0], [None] * 3) == (2, 4)
    assert faults(ORDER, three, [1, 2, 3], ["2nd", "1st", "3rd"], [1, 1, 2], [1, 2, None], [None] * 3) == (3, 4)
    assert faults(ORDER, Columns("places", (0, 1, 2)), ["tea", "Water", "COFFEE, black"], ["Tea", "Tea", "Water"]) == (
        2,
    )


def test_only_what_was_asked_is_gathered() -> None:
    frame = gather(table(["often", "who"], [None, "when"]), QUESTIONS, {"after-work": one(0)})
    assert list(frame.columns) == ["after-work"]
    assert len(frame) == 2


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({}, "No question has a column yet. Choose one for each question that was asked."),
        (
            {"after-work": one(0), "favourite": one(0)},
            "A column is used twice. Choose another one, or 'not asked', for one of the questions.",
        ),
    ],
)
def test_columns_that_make_no_table_are_refused(columns: dict[str, Columns], message: str) -> None:
    with pytest.raises(ImportingError) as caught:
        gather(table(["often", "who"]), QUESTIONS, columns)
    assert str(caught.value) == message


answered = st.fixed_dictionaries(
    {
        "walk": st.none() | st.sampled_from(["never", "Often", " always ", 3, "does not apply"]),
        "cupboard": st.none() | st.lists(st.sampled_from(["tea", "coffee", "water"]), unique=True, max_size=2),
        "order": st.none() | st.permutations(["tea", "coffee", "water"]),
        "budget": st.none() | st.sampled_from([(20, 0, 0), (5, 5, 10), (0, 1, 19)]),
    }
)


class Answered(TypedDict):
    """What one person says, each question as a tool would note it."""

    walk: str | int | None
    cupboard: list[str] | None
    order: list[str] | None
    budget: tuple[int, int, int] | None


@settings(max_examples=40, deadline=None)
@given(st.lists(answered, min_size=8, max_size=12))
def test_one_column_and_many_columns_give_the_same_picture(people: list[Answered]) -> None:
    questions = [question for question in asked(EVERY) if question.key in ("walk", "cupboard", "order", "budget")]
    drinks = ["tea", "coffee", "water"]
    whole, spread = [], []
    for person in people:
        chosen, order, points = person["cupboard"], person["order"], person["budget"]
        chosen = chosen or None  # in many columns, none chosen cannot be told from a skip
        whole.append([
            person["walk"],
            None if chosen is None else ", ".join(chosen),
            None if order is None else ";".join(order),
            None if points is None else ";".join(f"{d}={p}" for d, p in zip(drinks, points, strict=True)),
        ])  # fmt: skip
        spread.append([
            person["walk"],
            *([None] * 3 if chosen is None else ["Y" if drink in chosen else "" for drink in drinks]),
            *([None] * 3 if order is None else [order.index(drink) + 1 for drink in drinks]),
            *([None] * 3 if points is None else points),
        ])  # fmt: skip
    in_one = {question.key: one(place) for place, question in enumerate(questions)}
    in_many = {"walk": one(0)} | {
        key: Columns("options", tuple(range(1 + 3 * i, 4 + 3 * i)))
        for i, key in enumerate(("cupboard", "order", "budget"))
    }
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        one_picture = pool_frame(gather(table(*whole), questions, in_one), EVERY)
        other = pool_frame(gather(table(*spread), questions, in_many), EVERY)
    assert one_picture.to_json() == other.to_json()


def test_the_parts_of_a_question_are_its_options_or_its_places() -> None:
    assert parts(ORDER, "one") == ("",)
    assert parts(ORDER, "options") == ("Tea", "Coffee, black", "Water")
    assert parts(ORDER, "places") == ("Place 1", "Place 2", "Place 3")


def test_private_questions_are_not_asked_for() -> None:
    assert [question.key for question in asked(EVERY)] == ["walk", "ladder", "favourite", "cupboard", "order", "budget"]
