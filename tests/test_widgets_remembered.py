"""Small forms remember what is answered, and say what follows from it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from listening import said_by

from workshop_helpers.content.loading import load_workshop
from workshop_helpers.formats.text import LONGEST_TEXT
from workshop_helpers.widgets.remembered.widget import Remembered, done_mark, joining, journal, own_plan
from workshop_helpers.workbook import Workbook

SECTION = load_workshop().section("communication")


@pytest.fixture
def workbook(tmp_path: Path) -> Workbook:
    return Workbook(tmp_path / "workbook.json")


def say(form: Remembered, **message: Any) -> dict[str, Any]:
    heard = said_by(form)
    form._handle_custom_msg(message, [])
    return heard[-1]


def test_writing_is_saved_and_comes_back(workbook: Workbook) -> None:
    saved = say(journal(SECTION, workbook), type="answer", key="1", value="for me alone", number=1)
    assert saved["words"] == "Saved on this computer, for you alone."
    assert workbook.get("reflections", "communication") == {"1": "for me alone"}
    assert say(journal(SECTION, workbook), type="ready")["drafts"] == {"1": "for me alone"}


def test_writing_is_cut_at_the_longest_that_is_kept(workbook: Workbook) -> None:
    say(journal(SECTION, workbook), type="answer", key="1", value="x" * (LONGEST_TEXT + 10), number=1)
    assert workbook.get("reflections", "communication") == {"1": "x" * LONGEST_TEXT}


def test_an_unknown_question_is_not_saved(workbook: Workbook) -> None:
    say(journal(SECTION, workbook), type="answer", key="99", value="for me alone", number=1)
    assert workbook.get("reflections", "communication") == {}


@pytest.mark.parametrize(
    ("make", "key", "printed"),
    [
        (lambda workbook: journal(SECTION, workbook), "1", "<private writing>"),
        (own_plan, "step-if", "<your plan>"),
    ],
    ids=["a journal", "a plan"],
)
def test_the_state_of_what_is_written_holds_no_word_of_it(
    workbook: Workbook, make: Callable[[Workbook], Remembered], key: str, printed: str
) -> None:
    form = make(workbook)
    before = form.get_state()
    say(form, type="answer", key=key, value="for me alone", number=1)
    assert say(form, type="ready")["drafts"] == {key: "for me alone"}
    assert form.get_state() == before
    assert repr(form) == printed


def test_a_plan_asks_for_two_sentences_in_halves_and_when_to_look_back(workbook: Workbook) -> None:
    asked = {question["key"]: question["text"] for question in own_plan(workbook).spec["questions"]}
    assert asked == {
        "step-if": "A small step: if …",
        "step-then": "A small step: … then I will",
        "boundary-if": "A boundary: if …",
        "boundary-then": "A boundary: … then I will",
        "look-back": "When will you look back at this?",
    }


def test_a_plan_is_saved_as_one_types_and_comes_back_and_any_part_of_it_can_stay_empty(workbook: Workbook) -> None:
    saved = say(own_plan(workbook), type="answer", key="boundary-then", value="for me alone", number=1)
    assert saved["words"] == "Saved on this computer, for you alone."
    assert workbook.get("plan", "if-then") == {"boundary-then": "for me alone"}
    assert say(own_plan(workbook), type="ready")["drafts"] == {"boundary-then": "for me alone"}
    say(own_plan(workbook), type="answer", key="boundary-then", value=None, number=2)
    assert workbook.get("plan", "if-then") == {}


@pytest.mark.parametrize(
    ("way", "beginning"), [("alone", "You work alone."), ("group", "Join your group's room just below.")]
)
def test_the_way_of_working_is_remembered_and_answered(workbook: Workbook, way: str, beginning: str) -> None:
    assert say(joining(workbook), type="ready")["reply"] == []
    reply = say(joining(workbook), type="answer", key="way", value=way, number=1)["reply"]
    assert reply[0].startswith(beginning)
    assert say(joining(workbook), type="ready")["reply"] == reply


def test_a_page_that_is_done_is_remembered_and_watchers_hear_of_it(workbook: Workbook) -> None:
    heard: list[str] = []
    workbook.watch(lambda: heard.append("done"))
    say(done_mark(SECTION, workbook), type="answer", key="done", value=["yes"], number=1)
    assert workbook.get("sections", "communication") == {"done": ["yes"]}
    assert heard == ["done"]
