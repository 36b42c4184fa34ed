"""The report's page side against a stand-in for the kernel, and the saved file by itself, in light, dark and print."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from browser.alone import draw_alone
from workshop_helpers.content.loading import load_workshop
from workshop_helpers.reporting import contents, document, gather_report
from workshop_helpers.widgets.shared.widget import bundle
from workshop_helpers.workbook import Workbook

CANARY = "marmalade-otter-seventeen"
# What is printed, instead of the window of the browser that asks for a printer.
_SPY = """() => {
    const own = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, "contentWindow").get;
    Object.defineProperty(HTMLIFrameElement.prototype, "contentWindow", { get() {
        const page = own.call(this);
        if (page && this.srcdoc) page.print = () => { window.printed = page.document.body.innerText; };
        return page;
    } });
}"""


@pytest.fixture
def report(tmp_path: Path) -> dict[str, Any]:
    """What the kernel would send for a workbook with a bit of everything."""
    workshop, workbook = load_workshop(), Workbook(tmp_path / "workbook.json")
    for question in workshop.assessment("active-listening").questions():
        workbook.put("answers", "active-listening", question.key, 4)
    workbook.put("finished", "active-listening", "once", True)
    workbook.put("reflections", "welcome", "1", CANARY)
    made = gather_report(workshop, workbook, date(2026, 5, 3))
    return {"type": "report", "contents": contents(made, level=4), "document": document(made), "personal": False}


@pytest.fixture
def page(browser: Browser) -> Page:
    page = browser.new_page()
    page.clock.install()
    return draw_alone(page, bundle("report.js"), {"title": "Your report"})


def say(page: Page, **message: Any) -> None:
    page.evaluate("(message) => window.say(message)", message)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).focus()
    page.keyboard.press("Enter")


def shown(page: Page) -> Locator:
    return page.get_by_role("region", name="Your report")


def answer(page: Page, report: dict[str, Any]) -> None:
    """Answer what the page said last."""
    say(page, **report, number=page.evaluate("window.sent.at(-1).number"))


def ask(page: Page, report: dict[str, Any]) -> None:
    press(page, "Show my report")
    answer(page, report)


def test_only_a_page_that_asked_shows_the_report(page: Page, report: dict[str, Any]) -> None:
    say(page, **report, number=1)  # another view of the same notebook, on another screen, asked for it
    expect(page.locator("body")).not_to_contain_text(CANARY)
    assert page.evaluate("window.sent") == []


def test_it_is_shown_refreshed_and_hidden_with_the_keyboard_alone(page: Page, report: dict[str, Any]) -> None:
    ask(page, report)
    expect(shown(page)).to_be_focused()
    expect(shown(page)).to_contain_text(CANARY)
    press(page, "Show again")
    answer(page, report | {"contents": "<p>something else</p>"})
    expect(shown(page)).to_have_text("something else")
    expect(page.get_by_role("status")).to_have_text("This is how your workbook stands now.")
    press(page, "Hide")
    expect(page.get_by_role("button", name="Show my report")).to_be_focused()
    expect(page.locator("body")).not_to_contain_text("something else")
    assert page.locator(".wh-report").inner_html() == ""


def test_the_escape_key_hides_it(page: Page, report: dict[str, Any]) -> None:
    ask(page, report)
    page.keyboard.press("Escape")
    expect(page.locator("body")).not_to_contain_text(CANARY)
    expect(page.get_by_role("button", name="Show my report")).to_be_focused()


def test_answers_to_very_personal_questions_can_be_left_out_before_anything_is_taken_along(
    page: Page, report: dict[str, Any]
) -> None:
    ask(page, report | {"personal": True})
    tick = page.get_by_label("Leave out my answers to very personal questions")
    tick.check()
    expect(page.get_by_role("button", name="Save as a file")).to_be_disabled()
    expect(page.get_by_role("button", name="Print")).to_be_disabled()
    assert [message["without"] for message in page.evaluate("window.sent")] == [False, True]
    answer(page, report)
    expect(page.get_by_role("button", name="Save as a file")).to_be_enabled()
    expect(tick).to_be_visible()


def test_who_changes_their_mind_quickly_gets_what_they_asked_for_last(page: Page, report: dict[str, Any]) -> None:
    ask(page, report | {"personal": True})
    for _ in range(3):  # without, with, without
        page.get_by_role("checkbox").click()
    say(page, **report | {"contents": "<p>all of it</p>"}, number=page.evaluate("window.sent.at(-1).number") - 1)
    expect(shown(page)).not_to_contain_text("all of it")
    expect(page.get_by_role("button", name="Save as a file")).to_be_disabled()
    answer(page, report | {"contents": "<p>without them</p>"})
    expect(shown(page)).to_have_text("without them")
    expect(page.get_by_role("button", name="Save as a file")).to_be_enabled()


def test_who_answered_nothing_very_personal_is_not_asked_about_it(page: Page, report: dict[str, Any]) -> None:
    ask(page, report)
    expect(page.get_by_label("Leave out my answers to very personal questions")).to_be_hidden()


def test_the_paper_has_the_report_on_it_and_nothing_else_and_nothing_stays_behind(
    page: Page, report: dict[str, Any]
) -> None:
    ask(page, report)
    page.evaluate(_SPY)
    press(page, "Print")
    page.wait_for_function("window.printed")
    printed = page.evaluate("window.printed")
    assert printed.startswith("Your report")
    assert CANARY in printed
    assert "Save as a file" not in printed
    page.evaluate("document.querySelector('iframe').contentWindow.dispatchEvent(new Event('afterprint'))")
    expect(page.locator("iframe")).to_have_count(0)


@pytest.mark.parametrize(
    ("happens", "words"),
    [
        (
            lambda page: page.clock.fast_forward(7000),
            "This page is not connected. Try again in a moment. If that does not help, press Reconnect.",
        ),
        (lambda page: say(page, type="failed"), "That did not work. Your workbook is as it was."),
    ],
    ids=["no kernel", "our mistake"],
)
def test_when_no_report_comes_the_page_says_so(page: Page, happens: Any, words: str) -> None:
    press(page, "Show my report")
    happens(page)
    expect(page.get_by_role("status")).to_have_text(words)
    expect(page.get_by_role("button", name="Show my report")).to_be_visible()


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("width", [1200, 320])
def test_the_file_can_be_read_by_everybody_and_fetches_nothing(
    browser: Browser, report: dict[str, Any], tmp_path: Path, look: Any, width: int
) -> None:
    file = tmp_path / "my-report.html"
    file.write_text(report["document"], encoding="utf-8")
    page = browser.new_context(color_scheme=look, viewport={"width": width, "height": 900}).new_page()
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(file.as_uri())
    assert fetched == [file.as_uri()]
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = Axe().run(page).response["violations"]
    assert [(violation["id"], node["html"][:120]) for violation in found for node in violation["nodes"]] == []


def test_on_paper_the_file_is_light_and_its_addresses_can_be_read(
    browser: Browser, report: dict[str, Any], tmp_path: Path
) -> None:
    file = tmp_path / "my-report.html"
    file.write_text(report["document"], encoding="utf-8")
    page = browser.new_context(color_scheme="dark").new_page()
    page.goto(file.as_uri())
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    address = page.evaluate("getComputedStyle(document.querySelector('a'), '::after').content")
    assert address == f'" ({load_workshop().support.places[0].url})"'
