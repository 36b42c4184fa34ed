"""The small widgets: the workbook's buttons, the timer, the line of progress, and what all forms share."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from typing import Any

import pytest
from _content_samples import with_parts
from listening import said_by

from workshop_helpers.content.loading import DATA_FOLDER, load_assessment, load_workshop
from workshop_helpers.widgets.overlap.widget import OverlapForm
from workshop_helpers.widgets.own_workbook.widget import WorkbookForm
from workshop_helpers.widgets.progress.widget import Overview, ProgressMap, finished
from workshop_helpers.widgets.questions.widget import question_spec
from workshop_helpers.widgets.quick_exit.widget import QuickExit
from workshop_helpers.widgets.shared.widget import bundle
from workshop_helpers.widgets.timer.widget import Timer
from workshop_helpers.workbook import Workbook

WORKSHOP = load_workshop()
SECTION = WORKSHOP.section("communication")


@pytest.fixture
def workbook(tmp_path: Path) -> Workbook:
    return Workbook(tmp_path / "workbook.json")


def say(form: WorkbookForm, **message: Any) -> dict[str, Any]:
    heard = said_by(form)
    form._handle_custom_msg(message, [])
    return heard[-1]


def test_a_copy_that_was_saved_can_be_brought_back_elsewhere(workbook: Workbook, tmp_path: Path) -> None:
    workbook.put("answers", "active-listening", "ask", 4)
    copy = say(WorkbookForm(workbook), type="carry")["text"]
    elsewhere = Workbook(tmp_path / "elsewhere" / "workbook.json")
    reply = say(WorkbookForm(elsewhere), type="bring", text=copy)
    assert reply["words"] == "Your workbook is back. Pages that are open show it within a few seconds."
    assert elsewhere.get("answers", "active-listening") == {"ask": 4}


def test_bringing_back_something_else_is_refused_kindly(workbook: Workbook) -> None:
    assert say(WorkbookForm(workbook), type="bring", text="{}") == {
        "type": "words",
        "words": "This is not a workbook. Choose the file that was saved as a copy.",
    }


def test_forgetting_says_that_it_is_done_and_what_it_cannot_reach(workbook: Workbook) -> None:
    workbook.put("answers", "active-listening", "ask", 4)
    words = (
        "Everything is forgotten on this computer. Pages that are open begin anew within a few seconds; one that is "
        "not connected shows what was typed until you close it. A notebook that you saved holds none of it."
    )
    assert say(WorkbookForm(workbook), type="forget") == {"type": "words", "words": words}
    assert workbook.get("answers", "active-listening") == {}
    workbook.path.with_name("workbook 2.json").write_text("")
    assert say(WorkbookForm(workbook), type="forget")["words"] == (
        f"{words} Beside your workbook lie files that look like copies of it, perhaps made by a program that keeps "
        "folders in step. They were left alone; delete them yourself: workbook 2.json."
    )


def test_a_doubt_about_the_folder_is_said_on_the_page(workbook: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKSHOP_HOME", "")
    assert say(WorkbookForm(workbook), type="ready") == {
        "type": "words",
        "words": "WORKSHOP_HOME is set and empty. Your workbook lies where it would without it.",
    }


def test_a_timer_knows_the_steps_and_nothing_of_anybody() -> None:
    exercise = WORKSHOP.exercise("one-honest-minute")
    timer = Timer(exercise)
    assert repr(timer) == "<exercise>"
    assert [step["seconds"] for step in timer.spec["steps"]] == [step.seconds for step in exercise.steps]


def test_progress_follows_along_and_says_nothing_about_answers(workbook: Workbook) -> None:
    progress = ProgressMap(WORKSHOP, SECTION, workbook)
    assert repr(progress) == "<progress>"
    assert "0 of 2 self-assessments finished" in progress.value
    workbook.put("answers", "active-listening", "ask", 4)
    workbook.put("finished", "active-listening", "once", True)
    workbook.put("sections", "communication", "done", ["yes"])
    assert "1 of 2 self-assessments finished" in progress.value
    assert f"1 of {len(WORKSHOP.sections)} pages done" in progress.value


@pytest.mark.parametrize(
    ("done", "state", "sign"), [((), "not begun", ""), (("finished",), "begun", " ◐"), (("sections",), "done", " ✓")]
)
def test_a_stone_says_its_page_and_how_far_somebody_is(
    workbook: Workbook, done: tuple[str, ...], state: str, sign: str
) -> None:
    if "finished" in done:
        workbook.put("finished", "active-listening", "once", True)
    if "sections" in done:
        workbook.put("sections", "communication", "done", ["yes"])
    elsewhere, here = (
        ProgressMap(WORKSHOP, WORKSHOP.section(name), workbook).value for name in ("welcome", SECTION.id)
    )
    assert f'<span class="wh-hidden">Talking and listening, {state}</span>' in elsewhere
    assert f'<span class="wh-hidden">Talking and listening, {state}, this page</span>' in here
    assert f'aria-hidden="true">4{sign}</span>' in here
    assert here.count('aria-current="page"') == 1


def test_a_page_with_something_written_for_its_questions_is_begun(workbook: Workbook) -> None:
    workbook.put("reflections", "communication", "q1", "marmalade-otter")
    progress = ProgressMap(WORKSHOP, SECTION, workbook)
    assert "Talking and listening, begun, this page" in progress.value
    assert "marmalade" not in progress.value


def test_the_map_reads_no_self_assessment_of_which_nothing_is_finished(workbook: Workbook) -> None:
    unread = with_parts(WORKSHOP, assessments={"active-listening": WORKSHOP.assessment("active-listening")})
    workbook.put("finished", "active-listening", "once", True)
    assert "Talking and listening, begun, this page" in ProgressMap(unread, SECTION, workbook).value


def test_what_cannot_be_read_is_not_finished_and_the_map_is_still_there(workbook: Workbook) -> None:
    gone = with_parts(WORKSHOP, assessments={})
    workbook.put("finished", "active-listening", "once", True)
    assert "0 of 2 self-assessments finished" in ProgressMap(gone, SECTION, workbook).value


def test_what_is_asked_on_two_occasions_is_finished_where_each_page_asks_it(workbook: Workbook) -> None:
    welcome, strain = WORKSHOP.section("welcome"), WORKSHOP.section("mental-health")
    workbook.put("finished", "starting-point", "before", True)
    workbook.put("finished", "calm-right-now", "before", True)
    assert finished(welcome, WORKSHOP, workbook) == 1  # this page asks it once
    assert finished(strain, WORKSHOP, workbook) == 0  # this one asks before and after
    workbook.put("finished", "calm-right-now", "after", True)
    assert finished(strain, WORKSHOP, workbook) == 1


def test_the_map_names_every_page_with_its_minutes_and_follows_along(workbook: Workbook) -> None:
    overview = Overview(WORKSHOP, workbook)
    assert repr(overview) == "<map of the workshop>"
    for page in WORKSHOP.sections:
        assert f'<a href="{page.notebook}">' in overview.value
        assert f'<span class="wh-name">{escape(page.title)}</span>' in overview.value
    assert f"{SECTION.minutes} min</span>" in overview.value
    workbook.put("sections", "communication", "done", ["yes"])
    assert f"{SECTION.minutes} min, done</span>" in overview.value


def test_a_map_that_is_closed_follows_no_more(workbook: Workbook) -> None:
    maps = [ProgressMap(WORKSHOP, SECTION, workbook), Overview(WORKSHOP, workbook)]
    for shown in maps:
        shown.close()
    assert workbook._watchers == []


def test_ideas_and_marks_have_no_way_to_the_kernel() -> None:
    tool = OverlapForm()
    assert repr(tool) == "<what both can live with>"
    code = re.sub(r"^// .*$", "", bundle("overlap.js"), flags=re.MULTILINE)  # without the names of its files
    assert not any(word in code for word in ("model", "save_changes", "localStorage", "fetch"))
    ours = {name for name in tool.get_state() if not name.startswith("_")} - {"layout", "tabbable", "tooltip"}
    assert ours == set()


def test_the_way_out_knows_an_address_and_nothing_else() -> None:
    way = QuickExit(WORKSHOP.support)
    assert repr(way) == "<a way out>"
    assert way.address == WORKSHOP.support.exit
    way._handle_custom_msg({"type": "leave"}, [])


def test_the_page_learns_of_every_question_what_all_views_need_and_what_its_own_does() -> None:
    asked = load_assessment(DATA_FOLDER / "assessments" / "_template.toml").questions()
    common = {"key", "format", "text", "side", "skippable", "doesNotApply", "private"}
    for question in asked:
        spec = question_spec(question)
        assert spec.keys() == common | question.for_view().keys()
        assert {name: spec[name] for name in question.for_view()} == question.for_view()
        assert spec["private"] == (question.item.private or question.item.format == "text")
