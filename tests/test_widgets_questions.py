"""A form whose answers are kept follows its workbook, and begins anew once everything was forgotten."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from listening import said_by

from workshop_helpers.content.loading import load_workshop
from workshop_helpers.widgets.questionnaire.widget import Questionnaire
from workshop_helpers.widgets.questions.widget import CHANGED_ELSEWHERE, FORGOTTEN, KeptForm
from workshop_helpers.widgets.remembered.widget import done_mark, joining, journal, own_plan
from workshop_helpers.workbook import Category, Workbook

WORKSHOP = load_workshop()
LISTENING = WORKSHOP.assessment("active-listening")
SECTION = WORKSHOP.section("communication")
SENSITIVE = LISTENING.model_copy(update={"sensitivity": "high"})
SAVED = "Saved on this computer, for you alone."

Form = Callable[[Workbook], KeptForm]
FORMS: list[tuple[Form, Category, str, str, Any]] = [
    (lambda workbook: Questionnaire(LISTENING, workbook), "answers", LISTENING.id, "put-aside", 4),
    (lambda workbook: journal(SECTION, workbook), "reflections", SECTION.id, "1", "for me alone"),
    (own_plan, "plan", "if-then", "step-if", "for me alone"),
    (lambda workbook: done_mark(SECTION, workbook), "sections", SECTION.id, "done", ["yes"]),
    (joining, "choices", "joining", "way", "alone"),
]
every_form = pytest.mark.parametrize(("make", "part", "name", "key", "value"), FORMS)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "workbook.json"


class OpenForm:
    """A form in a notebook of its own, with what its page hears."""

    def __init__(self, make: Form, path: Path) -> None:
        self.workbook = Workbook(path)
        self.form = make(self.workbook)
        self.heard = said_by(self.form)
        self.say(type="ready")

    def say(self, **message: Any) -> dict[str, Any]:
        self.form._handle_custom_msg(message, [])
        return self.heard[-1]

    def later(self) -> list[dict[str, Any]]:
        """What the page hears at the next looks."""
        before = len(self.heard)
        for _ in range(3):
            self.workbook.look()
        return self.heard[before:]


@every_form
def test_what_is_changed_in_another_notebook_is_told_once(
    path: Path, make: Form, part: Category, name: str, key: str, value: Any
) -> None:
    here, elsewhere = OpenForm(make, path), OpenForm(make, path)
    elsewhere.say(type="answer", key=key, value=value, number=1, generation="")
    (told,) = here.later()
    assert (told["type"], told["drafts"], told["words"]) == ("state", {key: value}, CHANGED_ELSEWHERE)
    assert elsewhere.later() == []
    elsewhere.say(type="answer", key=key, value=None, number=2, generation="")
    (told,) = here.later()
    assert told["drafts"] == {}


@every_form
def test_a_form_begins_anew_once_everything_was_forgotten_in_another_notebook(
    path: Path, make: Form, part: Category, name: str, key: str, value: Any
) -> None:
    here = OpenForm(make, path)
    here.say(type="answer", key=key, value=value, number=1, generation="")
    elsewhere = Workbook(path)
    elsewhere.forget()
    (told,) = here.later()
    assert (told["type"], told["drafts"], told["words"]) == ("state", {}, FORGOTTEN)
    assert told["generation"] == elsewhere.generation


@every_form
def test_an_answer_that_was_on_its_way_while_everything_was_forgotten_is_not_taken(
    path: Path, make: Form, part: Category, name: str, key: str, value: Any
) -> None:
    here = OpenForm(make, path)
    Workbook(path).forget()
    told = here.say(type="answer", key=key, value=value, number=1, generation="")
    assert (told["type"], told["drafts"], told["words"]) == ("state", {}, FORGOTTEN)
    assert Workbook(path).get(part, name) == {}
    assert here.say(type="answer", key=key, value=value, number=2, generation=told["generation"])["type"] == "saved"
    assert Workbook(path).get(part, name) == {key: value}


@pytest.mark.parametrize("message", ["finish", "agree", "back", "slip", "keep"])
def test_nothing_that_an_earlier_page_asks_for_is_done_after_everything_was_forgotten(path: Path, message: str) -> None:
    here = OpenForm(lambda workbook: Questionnaire(SENSITIVE, workbook), path)
    for question in SENSITIVE.questions():
        here.say(type="answer", key=question.key, value=4, number=1, generation="")
    here.say(type="finish", generation="")
    here.workbook.forget()
    told = here.say(type=message, on=True, items=[], word="harbour", generation="")
    assert (told["type"], told["drafts"], told["words"]) == ("state", {}, FORGOTTEN)
    assert vars(here.form)["_shown"] is None
    assert here.workbook.get("choices", SENSITIVE.id) == here.workbook.get("finished", SENSITIVE.id) == {}


def test_sensitive_answers_that_are_ticked_in_another_notebook_are_saved_from_here_too(path: Path) -> None:
    here, elsewhere = (OpenForm(lambda book: Questionnaire(SENSITIVE, book), path) for _ in range(2))
    here.say(type="answer", key="put-aside", value=4, number=1, generation="")
    elsewhere.say(type="keep", on=True, generation="")
    told = here.later()[-1]
    assert (told["kept"], told["drafts"], told["words"]) == (True, {"put-aside": 4}, SAVED)
    assert Workbook(path).get("answers", SENSITIVE.id) == {"put-aside": 4}


def test_that_sensitive_answers_could_not_be_taken_out_of_the_file_is_said_truly(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = OpenForm(lambda book: Questionnaire(SENSITIVE, book), path)
    here.say(type="keep", on=True, generation="")
    here.say(type="answer", key="put-aside", value=4, number=1, generation="")

    def full(_file: int) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr("os.fsync", full)
    assert here.say(type="keep", on=False, number=2, generation="") == {
        "type": "kept",
        "number": 2,
        "on": True,
        "words": SAVED,
        "trouble": "These answers are still saved: the file cannot be changed just now. Try again in a moment.",
    }


def test_that_an_answer_is_saved_after_all_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = OpenForm(lambda book: journal(SECTION, book), path)

    def full(_file: int) -> None:
        raise OSError(28, "full")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", full)
        refused = here.say(type="answer", key="1", value="for me alone", number=1, generation="")
        assert refused["trouble"].startswith("Not saved: the disk is full.")
    told = here.later()[-1]
    assert (told["trouble"], told["words"], told["drafts"]) == (None, SAVED, {"1": "for me alone"})


def test_a_form_is_told_nothing_before_its_page_is_there_and_after_it_is_closed(path: Path) -> None:
    form = journal(SECTION, here := Workbook(path))
    heard = said_by(form)
    Workbook(path).put("reflections", SECTION.id, "1", "for me alone")
    here.look()
    form._handle_custom_msg({"type": "ready"}, [])
    assert [told["type"] for told in heard] == ["state"]
    form.close()
    Workbook(path).put("reflections", SECTION.id, "1", "something else")
    here.look()
    assert len(heard) == 1


def test_looks_from_a_thread_while_somebody_answers_tell_the_page_nothing_that_it_said_itself(path: Path) -> None:
    here = OpenForm(lambda book: journal(SECTION, book), path)
    done: list[bool] = []

    def look() -> None:
        while not done:
            here.workbook.look()

    looking = Thread(target=look)
    looking.start()
    for number in range(50):
        here.say(type="answer", key="1", value=f"for me alone {number}", number=number, generation="")
    done.append(True)
    looking.join()
    assert {told["type"] for told in here.heard[1:]} == {"saved"}
