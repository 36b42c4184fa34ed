"""Columns find their questions by their headings, and of several that fit, the one whose cells can be read."""

from __future__ import annotations

import string
from collections.abc import Sequence
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_assessments import before_and_after, small

from workshop_helpers.content.loading import load_assessment, load_workshop
from workshop_helpers.importing.columns import Columns, asked
from workshop_helpers.importing.proposing import propose, without_headings

DRINKS = load_assessment(Path(__file__).parent / "tables/drinks.toml")
QUESTIONS = asked(DRINKS)
WALK, FAVOURITE, CUPBOARD, ORDER, BUDGET = QUESTIONS
LISTENING = asked(load_workshop().assessment("active-listening"))


def one(place: int) -> Columns:
    return Columns("one", (place,))


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


WHO_OR_WHEN = ["Name", "Your name", "E-mail", "IP address", "Timestamp", "Start time", "ID", "token"]
every_heading = st.one_of(
    st.text(alphabet=string.ascii_letters + " [].?-_äß", max_size=60),
    st.sampled_from([question.item.text for question in LISTENING]),
    st.sampled_from([question.key for question in LISTENING]),
    st.sampled_from(WHO_OR_WHEN),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(every_heading, max_size=12))
def test_no_column_is_proposed_twice_and_none_that_tells_who_or_when(headings: list[str]) -> None:
    found = propose(headings, LISTENING)
    used = [place for columns in found.values() for place in columns.used]
    assert len(set(used)) == len(used)
    assert {headings[place] for place in used}.isdisjoint(WHO_OR_WHEN)


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


# --- by what the cells hold ------------------------------------------------------------------------------


def table(**columns: Sequence[object]) -> pd.DataFrame:
    return pd.DataFrame(columns, dtype=object)


def test_of_two_columns_of_one_name_the_one_is_meant_that_can_be_read() -> None:
    cells = pd.DataFrame([["because", "Tea"], ["why not", "Water"]], columns=["favourite", "favourite"], dtype=object)
    assert propose([*cells.columns], [FAVOURITE], cells) == {"favourite": one(1)}


def test_a_column_that_is_only_alike_is_proposed_if_all_of_it_can_be_read() -> None:
    heading = "Which drink did you like best?"
    assert propose([heading], [FAVOURITE], table(a=["Tea", "Water"])) == {"favourite": one(0)}
    assert propose([heading], [FAVOURITE], table(a=["Tea", "at home"])) == {}


def test_a_column_of_the_very_name_is_proposed_whatever_it_holds() -> None:
    assert propose(["favourite"], [FAVOURITE], table(a=["?", "at home"])) == {"favourite": one(0)}


@pytest.mark.parametrize("cells", [["because", "?"], ["Tea", "because", "?"]])
def test_what_only_ends_like_a_question_is_proposed_if_most_of_it_can_be_read(cells: list[str]) -> None:
    assert propose(["Reason: favourite"], [FAVOURITE], table(a=cells)) == {}
    assert propose(["Reason: favourite"], [FAVOURITE], table(a=[*cells, "Tea", "Water", "Tea"])) == {
        "favourite": one(0)
    }


def test_an_order_by_numbers_is_told_from_one_by_options() -> None:
    headings = ["order_1", "order_2", "order_3"]
    places = table(a=["tea"], b=["coffee"], c=["tap-water"])
    numbers = table(a=["2"], b=["1"], c=["3"])
    assert propose(headings, [ORDER], places) == {"order": Columns("places", (0, 1, 2))}
    assert propose(headings, [ORDER], numbers) == {"order": Columns("options", (0, 1, 2))}


def test_the_column_for_words_of_somebodys_own_is_kept_apart_from_the_options() -> None:
    headings = ["cupboard_tea", "cupboard_coffee", "cupboard_other"]
    assert propose(headings, [CUPBOARD]) == {"cupboard": Columns("options", (0, 1, None), own_words=2)}
