"""The form's page side against a stand-in for the kernel, where time can be chosen: late, early, cut off."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.alone import draw_alone
from workshop_helpers.content.loading import DATA_FOLDER, load_assessment
from workshop_helpers.widgets.questions.widget import question_spec
from workshop_helpers.widgets.shared.widget import bundle

ASKED = load_assessment(DATA_FOLDER / "assessments" / "_template.toml").questions()
KINDS = {question.item.format: question for question in ASKED}


@pytest.fixture
def page(browser: Browser) -> Page:
    asked = [question_spec(question) for question in ASKED]
    spec = {"place": "answers/template", "questions": asked, "finish": "Finish", "sensitive": True, "rule": "A rule."}
    return draw_alone(browser.new_page(), bundle("questions.js"), spec)


def say(page: Page, **message: Any) -> None:
    page.evaluate("(message) => window.say(message)", message)


STATE = {"type": "state", "generation": "", "drafts": {}, "kept": False, "hide": False, "words": "", "trouble": None}
OUTSIDE: dict[str, Any] = {
    "type": "standing",
    "paragraphs": [],
    "back": False,
    "again": False,
    "rule": "",
    "closed": False,
    "above": "A rule.",
    "offer": "d",
}
JOINED = OUTSIDE | {"rule": "room 7"}
ADDED = JOINED | {"paragraphs": ["In it."], "back": True}
FEEDBACK: dict[str, Any] = {
    "type": "feedback",
    "again": False,
    "paragraphs": ["x"],
    "preview": [{"item": "a", "question": "b", "lines": ["c"]}],
    "nothing": "",
}
AGREED: dict[str, Any] = {"type": "agreed", "paragraphs": [], "slip": None, "hide": False}


def sent(page: Page) -> list[dict[str, Any]]:
    messages: list[dict[str, Any]] = page.evaluate("window.sent")
    return messages


def test_earlier_answers_that_come_late_come_back_beside_what_was_answered_meanwhile(page: Page) -> None:
    first, second = [q for q in ASKED if q.item.format == "scale"][:2]
    page.get_by_role("group", name=first.item.text).get_by_label("often", exact=True).check()
    page.get_by_label("Keep these answers on this computer too").check()
    say(page, **STATE | {"drafts": {first.key: 1, second.key: 2}})
    expect(page.get_by_role("group", name=first.item.text).get_by_label("often", exact=True)).to_be_checked()
    expect(page.get_by_role("group", name=second.item.text).get_by_label("rarely", exact=True)).to_be_checked()
    expect(page.get_by_label("Keep these answers on this computer too")).to_be_checked()
    expect(page.locator(".wh-progress")).to_have_text(f"2 of {len(ASKED)}")


def test_what_the_kernel_says_about_keeping_is_what_the_tick_shows(page: Page) -> None:
    page.get_by_label("Keep these answers on this computer too").check()
    say(page, type="kept", number=1, on=False, words="", trouble="Not saved: the disk is full.")
    expect(page.get_by_label("Keep these answers on this computer too")).not_to_be_checked()
    expect(page.locator(".wh-saved")).to_have_text("Not saved: the disk is full.")


def test_words_typed_at_the_last_moment_are_sent_when_the_form_closes(page: Page) -> None:
    say(page, **STATE)
    page.get_by_role("textbox").press_sequentially("for me")
    page.evaluate("window.close_form()")
    assert sent(page)[-1]["value"] == "for me"


@pytest.mark.parametrize(("typed", "shown"), [("12", "10"), ("1.5", "1"), ("-3", "0"), ("7", "7")])
def test_points_are_left_alone_while_somebody_types_and_put_right_afterwards(
    page: Page, typed: str, shown: str
) -> None:
    say(page, **STATE)
    field = page.get_by_role("spinbutton").first
    field.press_sequentially(typed)
    assert field.input_value() == typed
    field.press("Tab")
    assert field.input_value() == shown
    assert list(sent(page)[-1]["value"].values()) == [int(shown)]


def test_a_code_disappears_as_soon_as_something_else_is_ticked(page: Page) -> None:
    say(page, **OUTSIDE)
    say(page, **FEEDBACK)
    say(page, **AGREED | {"paragraphs": ["e"], "slip": [{"rule": "room", "words": "eight or more"}]})
    say(page, type="slip", code="ABCD-EFGH")
    expect(page.get_by_text("ABCD-EFGH")).to_be_visible()
    page.locator(".wh-preview input").uncheck()
    expect(page.get_by_text("ABCD-EFGH")).to_have_count(0)


def test_what_comes_from_the_kernel_is_text_and_never_markup(page: Page) -> None:
    evil = "<img src=x onerror='window.broken = true'>"
    say(page, **OUTSIDE | {"paragraphs": [evil], "above": evil, "offer": evil})
    offered = [{"item": "a", "question": evil, "lines": [evil]}]
    say(page, **FEEDBACK | {"paragraphs": [evil], "preview": offered})
    say(page, **AGREED | {"paragraphs": [evil], "slip": [{"rule": "room", "words": evil}]})
    say(page, type="slip", code=None, problem=evil)
    expect(page.get_by_text(evil)).to_have_count(9)
    assert page.locator("img").count() == 0


def test_after_adding_answers_are_out_of_sight_until_they_are_asked_for(page: Page) -> None:
    say(page, **JOINED)
    say(page, **FEEDBACK)
    page.get_by_role("button", name="Add the ticked answers").press("Enter")
    expect(page.locator(".wh-outcome")).to_have_text("One moment …")
    page.get_by_role("button", name="Add the ticked answers").press("Enter")  # once more, out of impatience
    asked = [message for message in sent(page) if message["type"] == "agree"]
    assert [(message["items"], message["rule"]) for message in asked] == [(["a"], "room 7")]
    say(page, **ADDED)
    say(page, **AGREED | {"hide": True})
    expect(page.locator(".wh-outcome")).to_have_text("In it.")
    expect(page.locator(".wh-outcome")).to_be_focused()
    expect(page.get_by_text("For your eyes only")).to_be_hidden()
    expect(page.locator(".wh-asking")).to_be_hidden()
    expect(page.get_by_role("button", name="Take them back")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("For your eyes only")).to_be_visible()
    page.get_by_role("button", name="Hide my answers").click()
    expect(page.get_by_text("For your eyes only")).to_be_hidden()


def test_answers_that_were_added_before_are_out_of_sight_when_the_page_opens(page: Page) -> None:
    say(page, **ADDED)
    say(page, **STATE | {"hide": True})
    expect(page.get_by_text("In it.")).to_be_visible()
    expect(page.locator(".wh-asking")).to_be_hidden()
    page.get_by_role("button", name="Show my answers").click()
    expect(page.locator(".wh-asking")).to_be_visible()


def test_what_is_refused_leaves_the_answers_where_they_are(page: Page) -> None:
    say(page, **JOINED)
    say(page, **FEEDBACK)
    page.get_by_role("button", name="Add the ticked answers").click()
    say(page, **JOINED | {"paragraphs": ["All 12 seats are taken."]})
    say(page, **AGREED)
    expect(page.locator(".wh-outcome")).to_have_text("All 12 seats are taken.")
    expect(page.get_by_role("button", name="Add the ticked answers")).to_be_visible()
    expect(page.get_by_role("button", name="Take them back")).to_be_hidden()
