"""The seventh format's view, put together with those of the others, is answered in a real browser; Python reads it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from node_tools import ROOT, bundle_of
from playwright.sync_api import Browser, Page, expect
from small_assessments import small

from browser.alone import draw_alone
from workshop_helpers.content import Assessment
from workshop_helpers.drafts import answers_of, problems
from workshop_helpers.widgets.questions.widget import question_spec

VIEW = ROOT / "tests" / "js" / "span" / "view.js"


@pytest.fixture
def noise(with_seventh_format: None) -> Assessment:
    return small('id = "noise"\nformat = "span"\nscale = "often"', name="noise", policy="light")


@pytest.fixture
def page(browser: Browser, noise: Assessment, tmp_path: Path) -> Page:
    asked = [question_spec(question) for question in noise.questions()]
    spec = {"place": "answers/noise", "questions": asked, "finish": "Finish"}
    page = draw_alone(browser.new_page(), bundle_of(VIEW, tmp_path), spec)
    page.evaluate("window.say({ type: 'state', generation: '', drafts: {} })")
    return page


def draft(page: Page) -> dict[str, Any]:
    """What the page has last told the kernel, as the workbook would hold it."""
    message = page.evaluate("window.sent").pop()
    assert message["type"] == "answer"
    return {message["key"]: message["value"]}


def test_what_is_chosen_in_its_view_is_an_answer(page: Page, noise: Assessment) -> None:
    asked = page.get_by_role("group", name="How is it?")
    expect(asked).to_contain_text("Choose where it begins and where it ends.")
    asked.get_by_label("at least").select_option("rarely")
    assert problems(noise, draft(page)) == {"noise": "This span has one end only. Choose the other, or skip this one."}
    asked.get_by_label("at most").select_option("often")
    assert answers_of(noise, draft(page))["noise"] == {"from": 2, "to": 4}
    expect(page.locator(".wh-progress")).to_have_text("1 of 1")


def test_an_earlier_answer_comes_back_and_a_skip_takes_its_place(page: Page, noise: Assessment) -> None:
    page.evaluate("window.say({ type: 'state', drafts: { noise: { from: 1, to: 3 } }, kept: false, words: '' })")
    asked = page.get_by_role("group", name="How is it?")
    expect(asked.get_by_label("at least")).to_have_value("1")
    expect(asked.get_by_label("at most")).to_have_value("3")
    asked.get_by_label("skip this one").check()
    expect(asked.get_by_label("at most")).to_have_value("")
    assert answers_of(noise, draft(page))["noise"] is None


def test_what_is_still_missing_is_said_beside_it(page: Page) -> None:
    words = "This span has one end only. Choose the other, or skip this one."
    page.evaluate("(words) => window.say({ type: 'unfinished', problems: { noise: words } })", words)
    expect(page.get_by_role("alert")).to_have_text(words)
    expect(page.get_by_label("at least")).to_be_focused()
