"""The report on a page: made when the page asks, handed to it as a message, and kept nowhere."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from _content_samples import with_parts
from listening import said_by

from workshop_helpers.content import Workshop
from workshop_helpers.content.loading import load_workshop
from workshop_helpers.reporting import contents, document, gather_report
from workshop_helpers.widgets.report import widget
from workshop_helpers.widgets.report.widget import ReportForm
from workshop_helpers.widgets.shared.widget import bundle
from workshop_helpers.workbook import Workbook

WORKSHOP = load_workshop()


class Page:
    """Stands for the browser: asks for the report, and keeps what comes back."""

    def __init__(self, workbook: Workbook, workshop: Workshop = WORKSHOP) -> None:
        self.form = ReportForm(workshop, workbook)
        self.heard = said_by(self.form)

    def say(self, **message: Any) -> dict[str, Any]:
        self.form._handle_custom_msg(message, [])
        return self.heard[-1]


@pytest.fixture
def workbook(tmp_path: Path) -> Workbook:
    workbook = Workbook(tmp_path / "workbook.json")
    workbook.put("reflections", "welcome", "1", "for me alone")
    return workbook


def test_it_says_nothing_before_it_is_asked(workbook: Workbook) -> None:
    page = Page(workbook)
    assert page.heard == []
    assert page.form.spec == {"title": "Your report"}


def test_the_page_gets_the_report_and_the_file_as_they_are_now(workbook: Workbook) -> None:
    page = Page(workbook)
    for words in ("for me alone", "something else"):
        workbook.put("reflections", "welcome", "1", words)
        told = page.say(type="show", number=7)
        report = gather_report(WORKSHOP, workbook, date.today())
        assert words in told["contents"]
        assert told == {
            "type": "report",
            "number": 7,
            "contents": contents(report, level=4),
            "document": document(report),
            "personal": False,
        }


@pytest.mark.parametrize(("without", "there"), [(True, False), (False, True), (None, True), ("yes", True)])
def test_very_personal_answers_are_left_out_when_the_page_asks_for_that(
    workbook: Workbook, without: object, there: bool
) -> None:
    listening = WORKSHOP.assessment("active-listening")
    personal = listening.model_copy(update={"title": "marmalade", "sensitivity": "high"})
    workshop = with_parts(WORKSHOP, assessments=dict(WORKSHOP.assessments) | {listening.id: personal})
    workbook.put("finished", listening.id, "once", True)
    told = Page(workbook, workshop).say(type="show", without=without)
    assert ("marmalade" in told["contents"], "marmalade" in told["document"], told["personal"]) == (there,) * 3


def test_the_file_is_called_something_that_says_nothing_of_anybody() -> None:
    assert re.findall(r'"([\w-]+\.html)"', bundle("report.js")) == ["my-report.html"]


@pytest.mark.parametrize(
    "message", [{}, {"type": None}, {"type": "document"}, {"type": ["show"]}, {"type": "__init__"}]
)
def test_strange_messages_are_not_answered(workbook: Workbook, message: dict[str, Any]) -> None:
    page = Page(workbook)
    page.form._handle_custom_msg(message, [])
    assert page.heard == []


@pytest.mark.usefixtures("for_people")
def test_a_mistake_of_ours_reaches_the_page_as_a_word_and_no_log_at_all(
    workbook: Workbook,
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(report: object, level: int) -> str:
        raise RuntimeError("this holds for me alone")

    monkeypatch.setattr(widget, "contents", broken)
    assert Page(workbook).say(type="show") == {"type": "failed"}
    assert "for me alone" not in caplog.text + "".join(capsys.readouterr())


def test_a_workbook_that_cannot_be_read_is_said_on_the_page(workbook: Workbook) -> None:
    workbook.path.write_text('{"recipes": []}')
    told = Page(workbook).say(type="show")
    assert "A file that is not a workbook lies in its place" in told["contents"]
    assert "that is fine" not in told["contents"]
