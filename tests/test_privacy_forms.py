"""I25 at its root: what a notebook can save of a form or a report, its state and its printed form, holds no answer.

The same in a real JupyterLab, with every file searched, is in ``browser/test_privacy_of_files.py``.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any
from unittest import mock

import comm
import pytest
import traitlets

import workshop_helpers as wh
from workshop_helpers import displays, notebook
from workshop_helpers.content.loading import DATA_FOLDER, load_assessment, load_workshop
from workshop_helpers.reporting import document, gather_report
from workshop_helpers.widgets.questionnaire.widget import Questionnaire
from workshop_helpers.widgets.report.widget import ReportForm
from workshop_helpers.workbook import Workbook

ONE_OF_EACH = load_assessment(DATA_FOLDER / "assessments" / "_template.toml")
OWN_WORDS = next(question.key for question in ONE_OF_EACH.questions() if question.item.format == "text")
CANARY = "marmalade-otter-seventeen"


class AnswersInTheState(Questionnaire):
    """A bad form: what is answered is a synced trait, as most widgets have it."""

    answers = traitlets.Dict().tag(sync=True)

    def on_answer(self, message: Any) -> None:
        self.answers = {**self.answers, message["key"]: message["value"]}


class AnswersInPrint(Questionnaire):
    """A bad form: printed, it shows its value, as ipywidgets' own do."""

    def on_answer(self, message: Any) -> None:
        self.shown_as = f"<self-assessment {message['value']!r}>"


def attack_i25(form: Questionnaire) -> None:
    """Write the canary into a form and look for it in all that a notebook saves of a widget."""
    form._handle_custom_msg({"type": "answer", "key": OWN_WORDS, "value": CANARY, "number": 1}, [])
    form._handle_custom_msg({"type": "finish"}, [])
    saved = f"{form.get_state()}{form!r}{form._repr_mimebundle_()}"
    assert CANARY not in saved


def test_i25_what_a_notebook_saves_of_a_form_holds_no_answer(tmp_path: Path) -> None:
    workbook = Workbook(tmp_path / "workbook.json")
    attack_i25(Questionnaire(ONE_OF_EACH, workbook))
    assert workbook.get("answers", ONE_OF_EACH.id) == {OWN_WORDS: CANARY}  # it was there to be found


@pytest.mark.parametrize("bad", [AnswersInTheState, AnswersInPrint])
def test_i25_catches_a_form_that_tells(bad: type[Questionnaire], tmp_path: Path) -> None:
    with pytest.raises(AssertionError):
        attack_i25(bad(ONE_OF_EACH, Workbook(tmp_path / "workbook.json")))


# --- the same for the report, which has everything of a person's in it -----------------------------------


class ReportInTheState(ReportForm):
    """A bad report: the file is a synced trait, so that the page need not ask."""

    file = traitlets.Unicode().tag(sync=True)

    def on_show(self, message: Any) -> None:
        self.file = _file(self)


class ReportBeforeItIsAskedFor(ReportForm):
    """A bad report: it travels with the widget when that is opened, and is taken out again."""

    def __init__(self, *parts: Any) -> None:
        super().__init__(*parts)
        self.spec = {"title": _file(self)}
        self.spec = {"title": "Your report"}


class ReportInPrint(ReportForm):
    """A bad report: printed, it shows itself."""

    def on_show(self, message: Any) -> None:
        self.shown_as = _file(self)


class ReportInTheLog(ReportForm):
    """A bad report: what it sends is logged."""

    def on_show(self, message: Any) -> None:
        logging.getLogger("workshop").debug("sent %s", _file(self))


def _file(form: ReportForm) -> str:
    return document(gather_report(form._workshop, form._workbook, date(2026, 5, 3)))


def attack_i25_of_the_report(kind: type[ReportForm], workbook: Workbook, log: pytest.LogCaptureFixture) -> str:
    """Ask for a report with the canary in it, and look for it in all that may be saved."""
    saved: list[str] = []
    handed: list[str] = []

    def publish(_comm: object, msg_type: str, data: Mapping[str, Any], **_more: object) -> None:
        (handed if data.get("method") == "custom" else saved).append(f"{msg_type} {data}")

    with log.at_level(logging.DEBUG), mock.patch.object(comm.DummyComm, "publish_msg", publish):
        form = kind(load_workshop(), workbook)
        assert handed == []  # it says nothing before it is asked
        form._handle_custom_msg({"type": "show"}, [])
    saved.append(f"{form.get_state()}{form!r}{form._repr_mimebundle_()}{log.text}")
    assert saved[0].startswith("comm_open")
    assert CANARY not in "".join(saved)
    return "".join(handed)  # what the page alone got


@pytest.fixture
def written(tmp_path: Path) -> Workbook:
    workbook = Workbook(tmp_path / "workbook.json")
    workbook.put("reflections", "communication", "1", CANARY)
    workbook.put("plan", "if-then", "step-if", CANARY)
    return workbook


def test_i25_nothing_that_may_be_saved_of_a_report_holds_a_word_of_it(
    written: Workbook, caplog: pytest.LogCaptureFixture
) -> None:
    assert attack_i25_of_the_report(ReportForm, written, caplog).count(CANARY) == 4  # the page got it, and its file


@pytest.mark.parametrize("bad", [ReportInTheState, ReportBeforeItIsAskedFor, ReportInPrint, ReportInTheLog])
def test_i25_catches_a_report_that_tells(
    bad: type[ReportForm], written: Workbook, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(AssertionError):
        attack_i25_of_the_report(bad, written, caplog)


@pytest.mark.parametrize("call", [wh.report, wh.plan, lambda: wh.reflect("communication")])
def test_i25_what_a_cell_shows_of_private_writing_holds_none_of_it(
    call: Any, written: Workbook, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shown: list[Any] = []
    monkeypatch.setattr(displays, "display", shown.append)
    monkeypatch.setattr(notebook, "own_workbook", lambda: written)
    call()
    outputs = "".join(f"{part!r}{part._repr_mimebundle_()}{part.get_state()}" for part in shown)
    assert shown
    assert CANARY not in outputs + "".join(capsys.readouterr())
