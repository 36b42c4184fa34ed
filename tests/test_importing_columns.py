"""Columns of any survey tool find their questions, and the same people give the same picture from each tool."""

from __future__ import annotations

import string
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import TypedDict

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_assessments import EVERY_FORMAT, before_and_after, small

from workshop_helpers.content import Question
from workshop_helpers.content.loading import load_assessment, load_workshop
from workshop_helpers.errors import ImportingError
from workshop_helpers.importing.columns import (
    Columns,
    asked,
    faults_of,
    gather,
    identifying,
    parts,
    propose,
    without_headings,
)
from workshop_helpers.importing.files import read_table
from workshop_helpers.importing.frames import pool_frame

TABLES = Path(__file__).parent / "tables"
DRINKS = load_assessment(TABLES / "drinks.toml")
QUESTIONS = asked(DRINKS)
WALK, FAVOURITE, CUPBOARD, ORDER, BUDGET = QUESTIONS
LISTENING = asked(load_workshop().assessment("active-listening"))
EVERY = small(*EVERY_FORMAT)
LIMESURVEY = ["id", "submitdate", "lastpage", "startlanguage", "seed", "startdate", "datestamp", "ipaddr", "refurl"]


def one(place: int) -> Columns:
    return Columns("one", (place,))


# --- whole files, as the tools write them --------------------------------------------------------------


@pytest.mark.parametrize("file", sorted(TABLES.glob("*.csv")), ids=lambda file: file.stem)
def test_a_file_of_any_tool_gives_the_same_picture_without_a_hand_laid_on_it(file: Path) -> None:
    table = read_table(file.read_bytes(), {question.key: question for question in QUESTIONS})
    proposal = propose(list(table.columns), QUESTIONS)
    assert set(proposal) == {question.key for question in QUESTIONS}
    assert [faults_of(table, question, proposal[question.key]).rows for question in QUESTIONS] == [()] * 5
    release = pool_frame(gather(table, QUESTIONS, proposal), DRINKS)
    assert release.to_json() == pool_frame(TABLES / "exact-keys.csv", DRINKS).to_json()


@pytest.mark.parametrize(
    ("file", "found"),
    [
        ("limesurvey-full", ["Response ID", "Date submitted", "Last page", "Start language", "Seed"]),
        ("limesurvey-codes", LIMESURVEY),
        ("google-forms", ["Timestamp", "Email Address"]),
        ("microsoft-forms", ["ID", "Start time", "Completion time", "Email", "Name"]),
        ("formr", ["session", "created", "modified", "ended", "expired"]),
        ("exact-keys", []),
    ],
)
def test_the_columns_that_tell_who_or_when_are_known_by_their_headings(file: str, found: list[str]) -> None:
    table = read_table(TABLES / f"{file}.csv", {})
    assert [heading for heading in table.columns if identifying(heading, QUESTIONS)] == found


# --- the proposal --------------------------------------------------------------------------------------


def test_a_key_counts_more_than_words_and_words_more_than_likeness() -> None:
    headings = ["I go for a walk after work", "after-work", "I go for a walk after work."]
    assert propose(headings, [WALK]) == {"after-work": one(1)}
    assert propose([headings[2], "I go for a walk after wrk."], [WALK]) == {"after-work": one(0)}


@pytest.mark.parametrize(
    "heading",
    [
        "Which drink do you like best?",
        "  which drink do you like BEST ",
        "Which\u00a0drink do\nyou like best?",
        "“Which drink do you like best?”",
        "About drinks [Which drink do you like best?]",
        "Which drink do you like the best?",
        "Which drink did you like best?",
    ],
)
def test_a_heading_is_known_however_it_is_written(heading: str) -> None:
    assert propose(["something else", heading], QUESTIONS) == {"favourite": one(1)}


@pytest.mark.parametrize("heading", ["Which drink?", "drinks", "best", "", "?", "Which drink would you never touch?"])
def test_what_is_not_alike_enough_is_not_proposed(heading: str) -> None:
    assert propose([heading], [FAVOURITE]) == {}


def test_what_was_found_by_likeness_alone_says_so() -> None:
    same, alike = "Which drink do you like best", "Which car do you like best?"  # letters know nothing of meaning
    assert propose([same], [FAVOURITE])["favourite"].alike is False
    assert propose([alike], [FAVOURITE])["favourite"].alike is True


def test_what_is_alike_to_two_is_proposed_for_neither() -> None:
    questions = asked(before_and_after())
    assert propose(["How is it?"], questions) == {}
    assert propose(["How is it? [Before]", "After: how is it?"], questions) == {
        "calm.before": one(0),
        "calm.after": one(1),
    }
    assert propose(["How is it?"], asked(before_and_after(), "after")) == {"calm.after": one(0)}
    assert propose(["calm"], asked(before_and_after(), "after")) == {"calm.after": one(0)}


def test_two_columns_of_one_name_are_left_to_the_person() -> None:
    assert propose(["favourite", "favourite"], [FAVOURITE]) == {}


def test_a_column_for_each_option_may_lack_some() -> None:
    assert propose(["cupboard_tea", "cupboard/tap-water"], [CUPBOARD]) == {"cupboard": Columns("options", (0, None, 1))}
    assert propose(["cupboard_tea"], [CUPBOARD]) == {}


every_heading = st.one_of(
    st.text(alphabet=string.ascii_letters + " [].?-_äß", max_size=60),
    st.sampled_from([question.item.text for question in LISTENING]),
    st.sampled_from([question.key for question in LISTENING]),
    st.sampled_from(["Name", "Your name", "E-mail", "IP address", "Timestamp", "Start time", "ID", "token"]),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(every_heading, max_size=12))
def test_no_column_is_proposed_twice_and_none_that_tells_who_or_when(headings: list[str]) -> None:
    found = propose(headings, LISTENING)
    used = [place for columns in found.values() for place in columns.used]
    assert len(set(used)) == len(used)
    assert not any(identifying(headings[place], LISTENING) for place in used)


@settings(max_examples=30, deadline=None)
@given(st.permutations(range(len(LISTENING))), st.sampled_from(["key", "text"]))
def test_every_question_finds_its_own_column_in_any_order(order: Sequence[int], by: str) -> None:
    headings = [LISTENING[i].key if by == "key" else LISTENING[i].item.text for i in order]
    assert propose(headings, LISTENING) == {LISTENING[i].key: one(place) for place, i in enumerate(order)}


def test_every_self_assessment_of_the_workshop_is_found_by_its_keys_and_by_its_words() -> None:
    workshop = load_workshop()
    for about in workshop.assessments.values():
        if about.policy == "private" or about.views:
            continue
        questions = asked(about, about.occasions[0].id if about.occasions else None)
        for headings in ([q.key for q in questions], [q.item.text for q in questions]):
            assert propose(headings, questions) == {q.key: one(place) for place, q in enumerate(questions)}, about.id


@pytest.mark.parametrize(
    "heading",
    ["Name", "name", "Your full name", "E-Mail-Adresse", "Email Address", "IP address", "ipaddr", "Timestamp",
     "Zeitstempel", "Completion time", "Date submitted", "What is your name?",
     "Please type your e-mail so that we can reach you",     "Respondent ID", "session"],
)  # fmt: skip
def test_a_heading_that_tells_who_or_when_is_noticed(heading: str) -> None:
    assert identifying(heading, QUESTIONS)


@pytest.mark.parametrize(
    "heading",
    ["favourite", "I go for a walk after work.", "How much time do you find for your friends?", "", "Comment"],
)
def test_a_question_is_not_taken_for_a_name_or_a_time(heading: str) -> None:
    assert not identifying(heading, QUESTIONS)


def test_a_key_that_sounds_like_a_name_is_a_question() -> None:
    (question,) = asked(small('id = "name"\nformat = "choice"\noptions = "five"'))
    assert propose(["name"], [question]) == {"name": one(0)}


@pytest.mark.parametrize(
    ("headings", "found"),
    [
        (["4", "2", "Tea"], True),
        (["Often", "coffee,  black"], True),
        (["3.5", "always", "Comment"], True),
        (["after-work", "favourite"], False),
        (["Tea", "Water", "after-work", "favourite", "x"], False),
        ([], False),
        ([""], False),
    ],
)
def test_a_first_row_of_answers_is_noticed(headings: list[str], found: bool) -> None:
    assert without_headings(headings, QUESTIONS) is found


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
