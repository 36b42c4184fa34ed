"""A report holds what somebody answered, was told and wrote, in the order of the pages, and invents nothing."""

from __future__ import annotations

import copy
import pickle
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from _content_samples import with_parts
from small_assessments import before_and_after, choice, scales, small

from workshop_helpers.answers import Answers
from workshop_helpers.content import Assessment, Workshop
from workshop_helpers.content.loading import load_workshop
from workshop_helpers.feedback.words import TRUST_YOURSELF, feedback_for
from workshop_helpers.reporting import Report, ReportPart, gather_report
from workshop_helpers.workbook import Workbook

WORKSHOP = load_workshop()
FIRST, SECOND = WORKSHOP.sections[:2]
LISTENING = WORKSHOP.assessment("active-listening")
TODAY = date(2026, 5, 3)
VIEWS = '[[views]]\nid = "me"\ntitle = "For me"\n[[views]]\nid = "you"\ntitle = "For you"\n'


@pytest.fixture
def workbook(tmp_path: Path) -> Workbook:
    return Workbook(tmp_path / "workbook.json")


def workshop_with(*assessments: Assessment, second: tuple[str, ...] = (), **first: Any) -> Workshop:
    """A workshop of two pages: every assessment on the first, and those named by ``second`` on the second."""
    names = tuple(assessment.id for assessment in assessments)
    plain = {"assessments": names, "reflections": ("Why?", "Where?"), "occasion": None}
    pages = (
        FIRST.model_copy(update=plain | first),
        SECOND.model_copy(update={"assessments": second, "reflections": (), "occasion": "after" if second else None}),
    )
    return with_parts(
        WORKSHOP, sections=pages, guides=(), assessments=MappingProxyType(dict(zip(names, assessments, strict=True)))
    )


def put(workbook: Workbook, assessment: Assessment, drafts: dict[str, Any], finished: str | None = "once") -> None:
    for key, value in drafts.items():
        workbook.put("answers", assessment.id, key, value)
    if finished:
        workbook.put("finished", assessment.id, finished, True)


def parts(report: Report) -> list[ReportPart]:
    return [part for chapter in report.chapters for part in chapter.parts]


def only(workbook: Workbook, *assessments: Assessment, **more: Any) -> ReportPart:
    (part,) = parts(gather_report(workshop_with(*assessments, **more), workbook, TODAY))
    return part


def lines(part: ReportPart) -> list[tuple[str, ...]]:
    return [(row.question, *row.answers) for row in part.rows]


# --- the whole ---------------------------------------------------------------------------------------


def test_of_an_empty_workbook_nothing_is_reported(workbook: Workbook) -> None:
    report = gather_report(WORKSHOP, workbook, TODAY)
    assert (report.chapters, report.done, report.pages) == ((), (), len(WORKSHOP.sections))
    assert report.start == FIRST
    assert not workbook.path.exists()


def test_pages_come_in_their_order_and_the_plan_comes_last(workbook: Workbook) -> None:
    workbook.put("plan", "if-then", "step-then", "write a letter")
    workbook.put("reflections", "communication", "1", "the hedge")
    workbook.put("reflections", "welcome", "1", "some rest")
    titles = [chapter.title for chapter in gather_report(WORKSHOP, workbook, TODAY).chapters]
    assert titles == ["Welcome", "Talking and listening", "Your plan"]


def test_pages_that_are_ticked_as_done_are_named_and_others_are_not(workbook: Workbook) -> None:
    workbook.put("sections", "communication", "done", ["yes"])
    workbook.put("sections", "welcome", "done", None)
    assert gather_report(WORKSHOP, workbook, TODAY).done == ("Talking and listening",)


def test_trouble_with_the_file_is_told_and_never_taken_for_an_empty_workbook(workbook: Workbook) -> None:
    workbook.path.write_text('{"recipes": []}')
    trouble = gather_report(WORKSHOP, workbook, TODAY).trouble
    assert trouble is not None
    assert trouble.startswith("A file that is not a workbook lies in its place")


def test_making_a_report_writes_nothing(workbook: Workbook) -> None:
    put(workbook, LISTENING, {LISTENING.items[0].id: 4})
    before = workbook.path.read_bytes()
    gather_report(WORKSHOP, workbook, TODAY)
    assert workbook.path.read_bytes() == before


def test_a_report_and_its_parts_say_nothing_when_they_are_printed_and_cannot_be_copied(workbook: Workbook) -> None:
    workbook.put("reflections", "welcome", "1", "marmalade")
    report = gather_report(WORKSHOP, workbook, TODAY)
    chapter = report.chapters[0]
    part = chapter.parts[0]
    for thing in (report, chapter, part, part.rows[0]):
        assert repr(thing) == f"<{type(thing).__name__}: private>"
        for way in (copy.copy, copy.deepcopy, pickle.dumps):
            with pytest.raises(TypeError):
                way(thing)


# --- a self-assessment -------------------------------------------------------------------------------


def test_what_was_answered_is_there_with_its_question_and_what_was_skipped_is_counted(workbook: Workbook) -> None:
    three = scales(3)
    put(workbook, three, {"q1": 4, "q2": {"skip": True}})
    part = only(workbook, three)
    assert (part.title, lines(part), part.columns) == ("A small one", [("How is it?", "often")], ())
    assert part.notes == ("You skipped 2 of 3 questions.",)


def test_feedback_is_what_the_form_tells_less_the_sentence_that_is_the_same_everywhere(workbook: Workbook) -> None:
    drafts = {item.id: 2 + place % 3 for place, item in enumerate(LISTENING.items)}
    put(workbook, LISTENING, drafts)
    (part,) = parts(gather_report(WORKSHOP, workbook, TODAY))
    assert (*part.feedback, TRUST_YOURSELF) == feedback_for(Answers(LISTENING, drafts))
    assert part.notes == ()


@pytest.mark.parametrize(
    ("drafts", "notes"),
    [
        ({"q1": 4}, ("2 of 3 questions have no answer so far.",)),
        ({"q1": 4, "q2": 4}, ("1 of 3 questions has no answer so far.",)),
        ({"q1": 4, "q2": 4, "q3": 4}, ()),
    ],
)
def test_of_what_is_not_finished_there_are_the_answers_and_no_feedback(
    workbook: Workbook, drafts: dict[str, Any], notes: tuple[str, ...]
) -> None:
    three = scales(3)
    put(workbook, three, drafts, finished=None)
    part = only(workbook, three)
    assert len(part.rows) == len(drafts)
    assert part.notes == (*notes, "This one is not finished, so there is no feedback on it.")
    assert part.feedback == ()


def test_what_was_finished_and_then_taken_apart_counts_as_not_finished(workbook: Workbook) -> None:
    points = small('id = "budget"\nformat = "points"\noptions = "drinks"\ntotal = 20')
    put(workbook, points, {"budget": {"tea": 3}})
    part = only(workbook, points)
    assert (part.rows, part.feedback) == ((), ())
    assert part.notes[-1] == "This one is not finished, so there is no feedback on it."


def test_what_was_finished_with_every_question_skipped_is_a_line(workbook: Workbook) -> None:
    put(workbook, choice(), {"pick": {"skip": True}})
    part = only(workbook, choice())
    assert (part.rows, part.notes, part.feedback) == ((), ("You skipped every question.",), ())


def test_what_was_only_looked_at_is_not_there(workbook: Workbook) -> None:
    put(workbook, choice(), {"pick": {"skip": True}}, finished=None)
    assert gather_report(workshop_with(choice()), workbook, TODAY).chapters == ()


def test_one_numbered_ruler_is_explained_once_and_several_where_they_are_used(workbook: Workbook) -> None:
    put(workbook, scales(2, scale="ladder"), {"q1": 3, "q2": 7})
    part = only(workbook, scales(2, scale="ladder"))
    assert (part.ruler, lines(part)) == ("0 = none, 10 = all", [("How is it?", "3"), ("How is it?", "7")])

    two = small(
        'id = "one"\nformat = "scale"\nscale = "ladder"', 'id = "other"\nformat = "scale"\nscale = "six"', name="two"
    )
    put(workbook, two, {"one": 3, "other": 6})
    part = only(workbook, two)
    assert (part.ruler, lines(part)) == (
        "",
        [("How is it? (0 = none, 10 = all)", "3"), ("How is it? (1 = not at all, 6 = fully)", "6")],
    )


def test_an_answer_that_fits_no_longer_is_left_out_and_breaks_nothing(workbook: Workbook) -> None:
    put(workbook, scales(2), {"q1": 99, "q2": 4, "gone": "x"})
    assert lines(only(workbook, scales(2))) == [("How is it?", "often")]


# --- two sides ---------------------------------------------------------------------------------------


def test_two_views_stand_side_by_side(workbook: Workbook) -> None:
    views = small(*(f'id = "q{i}"\nformat = "scale"\nscale = "often"' for i in (1, 2, 3)), more=VIEWS)
    put(workbook, views, {"q1.me": 2, "q1.you": 4, "q2.you": 5})
    part = only(workbook, views)
    assert part.columns == ("For me", "For you")
    assert lines(part) == [("How is it?", "rarely", "often"), ("How is it?", "", "always")]
    assert part.notes == ("You skipped 1 of 3 questions.",)


def test_two_occasions_of_one_page_stand_side_by_side(workbook: Workbook) -> None:
    twice = before_and_after()
    put(workbook, twice, {"calm.before": 2, "calm.after": 4}, finished="after")
    part = only(workbook, twice)
    assert (part.title, part.columns, lines(part)) == (
        "A small one",
        ("Before", "After"),
        [("How is it?", "rarely", "often")],
    )


@pytest.mark.parametrize("occasion", ["before", "after"])
def test_an_occasion_that_stands_alone_is_named_in_the_title(workbook: Workbook, occasion: str) -> None:
    twice = before_and_after()
    put(workbook, twice, {f"calm.{occasion}": 2}, finished=occasion)
    part = only(workbook, twice)
    assert (part.title, part.columns, lines(part)) == (
        f"A small one – {occasion.title()}",
        (),
        [("How is it?", "rarely")],
    )
    assert part.feedback


def test_what_two_pages_ask_stands_on_the_first_until_the_second_is_answered(workbook: Workbook) -> None:
    twice = before_and_after()
    pages = workshop_with(twice, second=(twice.id,), occasion="before")
    put(workbook, twice, {"calm.before": 2}, finished="before")
    assert [chapter.title for chapter in gather_report(pages, workbook, TODAY).chapters] == [FIRST.title]

    put(workbook, twice, {"calm.after": 4}, finished=None)
    (chapter,) = gather_report(pages, workbook, TODAY).chapters
    assert (chapter.title, chapter.parts[0].columns) == (SECOND.title, ("Before", "After"))
    assert chapter.parts[0].feedback == ()  # the second time is not finished

    put(workbook, twice, {}, finished="after")
    assert parts(gather_report(pages, workbook, TODAY))[0].feedback


# --- very personal answers ---------------------------------------------------------------------------

PERSONAL = choice().model_copy(update={"sensitivity": "high"})


def test_very_personal_answers_in_memory_are_there_and_another_process_does_not_have_them(workbook: Workbook) -> None:
    workbook.put("answers", PERSONAL.id, "pick", "a", keep=False)
    workbook.put("finished", PERSONAL.id, "once", True)
    assert lines(only(workbook, PERSONAL)) == [("How is it?", "A")]

    elsewhere = only(Workbook(workbook.path), PERSONAL)
    assert elsewhere.rows == ()
    assert elsewhere.notes == ("You finished this one. Its answers were not kept, so they are not here.",)


def test_very_personal_answers_can_be_left_out_without_a_trace(workbook: Workbook) -> None:
    put(workbook, PERSONAL, {"pick": "a"})
    pages = workshop_with(PERSONAL)
    assert gather_report(pages, workbook, TODAY).very_personal
    without = gather_report(pages, workbook, TODAY, very_personal=False)
    assert (without.chapters, without.very_personal) == ((), False)


# --- own words ---------------------------------------------------------------------------------------


def test_writing_stands_under_its_question_and_empty_lines_are_left_out(workbook: Workbook) -> None:
    workbook.put("reflections", FIRST.id, "1", "  because \n of the hedge ")
    workbook.put("reflections", FIRST.id, "2", "   ")
    workbook.put("reflections", FIRST.id, "7", "to a question that is gone")
    workbook.put("reflections", SECOND.id, "1", ["not text"])
    part = only(workbook)
    assert (part.title, part.own_words, lines(part)) == ("What you wrote", True, [("Why?", "because \n of the hedge")])


@pytest.mark.parametrize(
    ("kept", "plan"),
    [
        (
            {"step-if": "it rains", "step-then": "call", "boundary-then": "go", "look-back": "in May"},
            [
                ("A small step", [("If", "it rains"), ("then I will", "call")]),
                ("A boundary", [("then I will", "go")]),
                ("Looking back", [("When will you look back at this?", "in May")]),
            ],
        ),
        ({"boundary-if": "he shouts"}, [("A boundary", [("If", "he shouts")])]),
    ],
    ids=["most of it", "one half"],
)
def test_the_plan_has_what_was_written_and_no_empty_halves(
    workbook: Workbook, kept: dict[str, str], plan: list[Any]
) -> None:
    for key, value in kept.items():
        workbook.put("plan", "if-then", key, value)
    (chapter,) = gather_report(workshop_with(), workbook, TODAY).chapters
    assert [(part.title, lines(part)) for part in chapter.parts] == plan


def test_what_somebody_did_on_a_guide_is_theirs_too(workbook: Workbook) -> None:
    guide = FIRST.model_copy(update={"id": "guide", "title": "For leaders", "reflections": ("Who?",)})
    workbook.put("reflections", "guide", "1", "me")
    report = gather_report(with_parts(workshop_with(), guides=(guide,)), workbook, TODAY)
    assert [chapter.title for chapter in report.chapters] == ["For leaders"]


@pytest.mark.parametrize("tampered", [3, None, [], {"a": 1}, "text", {"done": {"x": [1]}}, True])
@pytest.mark.parametrize("part", ["answers", "finished", "reflections", "plan", "sections"])
def test_a_workbook_that_was_tampered_with_breaks_nothing(workbook: Workbook, part: Any, tampered: Any) -> None:
    for name in (LISTENING.id, "welcome", "if-then"):
        for key in (LISTENING.items[0].id, "1", "once", "step-if", "done"):
            workbook.put(part, name, key, tampered)
    gather_report(WORKSHOP, workbook, TODAY)
