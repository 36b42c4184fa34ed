"""Small forms remember what is answered, and say what follows from it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from workshop_helpers.answers import LONGEST_TEXT
from workshop_helpers.forms.remembered import Remembered, done_mark, joining, journal
from workshop_helpers.loading import load_workshop
from workshop_helpers.workbook import Workbook

SECTION = load_workshop().section("communication")


@pytest.fixture
def workbook(tmp_path: Path) -> Workbook:
    return Workbook(tmp_path / "workbook.json")


def say(form: Remembered, **message: Any) -> dict[str, Any]:
    heard: list[dict[str, Any]] = []
    form.send = lambda reply, buffers=None: heard.append(reply)
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


def test_the_state_of_a_journal_holds_no_word_of_it(workbook: Workbook) -> None:
    form = journal(SECTION, workbook)
    before = form.get_state()
    say(form, type="answer", key="1", value="for me alone", number=1)
    say(form, type="ready")
    assert form.get_state() == before
    assert repr(form) == "<private writing>"


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
