"""The same page in two tabs, or in two notebooks: each shows what is kept, and says what was changed elsewhere."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

import workshop_helpers as wh
from browser.lab import Lab
from workshop_helpers.widgets.questions.widget import CHANGED_ELSEWHERE, FORGOTTEN

PAGE, COPY = "04-communication.ipynb", "04-communication-copy.ipynb"
LISTENING = wh.load_workshop().assessment("active-listening")
SAVED = "Saved on this computer, for you alone."


def form(page: Page, title: str) -> Locator:
    return page.locator(".wh-form").filter(has=page.get_by_role("heading", name=title, exact=True))


def said(form: Locator) -> Locator:
    """What is announced, without anything being moved, about what a form keeps."""
    return form.get_by_role("status").filter(has_text=re.compile("kept|Saved|forgotten"))


@pytest.fixture(params=["one kernel", "two kernels"])
def tabs(request: pytest.FixtureRequest, lab: Lab, browser: Browser) -> Iterator[tuple[Page, Page]]:
    """The same page twice: in two tabs of one notebook, or in two notebooks of which each has a kernel of its own."""
    other = PAGE if request.param == "one kernel" else COPY
    if other == COPY:
        shutil.copy(lab.notebooks / PAGE, lab.notebooks / COPY)
    one, two = lab.open(browser, PAGE), lab.open(browser, other)
    for page in (one, two):
        expect(page.locator(".wh-form")).to_have_count(6)
    yield one, two
    (lab.notebooks / COPY).unlink(missing_ok=True)


def test_both_tabs_show_what_is_kept_and_a_change_in_the_other_one_is_said(tabs: tuple[Page, Page]) -> None:
    one, two = (form(page, LISTENING.title) for page in tabs)
    choices = [one.get_by_role("group").first.get_by_role("radio"), two.get_by_role("group").first.get_by_role("radio")]
    finish = two.get_by_role("button", name="Finish")
    finish.focus()
    choices[0].nth(1).check()
    expect(said(one)).to_have_text(SAVED)
    expect(choices[1].nth(1)).to_be_checked()
    expect(said(two)).to_have_text(CHANGED_ELSEWHERE)
    expect(finish).to_be_focused()
    choices[1].nth(3).check()
    expect(said(two)).to_have_text(SAVED)
    expect(choices[0].nth(3)).to_be_checked()
    expect(said(one)).to_have_text(CHANGED_ELSEWHERE)


def test_what_is_written_in_the_other_tab_comes_when_nobody_writes_here(tabs: tuple[Page, Page]) -> None:
    one, two = (form(page, "For yourself").get_by_role("textbox").first for page in tabs)
    one.fill("I ask too little.")
    expect(two).to_have_value("I ask too little.")
    one.focus()
    two.fill("I ask too little, and too late.")
    expect(said(form(tabs[0], "For yourself"))).to_have_text(CHANGED_ELSEWHERE)
    expect(one).to_have_value("I ask too little.")
    expect(one).to_be_focused()
    one.blur()
    expect(one).to_have_value("I ask too little, and too late.")


def test_when_everything_is_forgotten_on_one_page_all_others_begin_anew(
    tabs: tuple[Page, Page], lab: Lab, browser: Browser
) -> None:
    asked = [form(page, LISTENING.title) for page in tabs]
    writing = [form(page, "For yourself").get_by_role("textbox").first for page in tabs]
    for question in range(len(LISTENING.items)):
        asked[0].get_by_role("group").nth(question).get_by_role("radio").nth(1).check()
    asked[0].get_by_role("button", name="Finish").click()
    expect(asked[0].get_by_text("For your eyes only")).to_be_visible()
    writing[1].fill("I ask too little.")
    expect(said(form(tabs[1], "For yourself"))).to_have_text(SAVED)
    welcome = lab.open(browser, "00-welcome.ipynb")
    welcome.get_by_role("button", name="Forget everything", exact=True).click()
    welcome.get_by_role("button", name="Yes, forget everything").click()
    expect(welcome.get_by_text("Everything is forgotten on this computer.")).to_be_visible()
    for questions, area in zip(asked, writing, strict=True):
        expect(area).to_have_value("")
        expect(said(questions)).to_have_text(FORGOTTEN)
        expect(questions.get_by_text("For your eyes only")).to_have_count(0)
        expect(questions.get_by_role("radio", checked=True)).to_have_count(0)
    assert json.loads((lab.home / "workbook.json").read_text()).keys() == {"this-is", "format", "generation"}
    writing[1].fill("Something new.")
    expect(writing[0]).to_have_value("Something new.")
    assert json.loads((lab.home / "workbook.json").read_text())["reflections"] == {
        "communication": {"1": "Something new."}
    }
