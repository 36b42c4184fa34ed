"""The way out of a page: always in sight, at once, and without a question in between."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Dialog, Page, Route, expect

from browser.lab import Lab, choose
from workshop_helpers.widgets.shared.widget import bundle

PAGE = "13-compromise.ipynb"


def everyday(route: Route) -> None:
    route.fulfill(body="<title>An encyclopedia</title><p>An everyday page", content_type="text/html")


def opened(lab: Lab, browser: Browser, width: int = 1200, height: int = 1000) -> Page:
    page = lab.open(browser, PAGE, width=width, height=height)
    page.route("https://www.wikipedia.org/**", everyday)
    expect(page.get_by_role("button", name="Leave this page now")).to_have_count(1)
    return page


@pytest.mark.parametrize("width", [390, 1200])
def test_the_way_out_is_in_sight_wherever_somebody_reads(lab: Lab, browser: Browser, width: int) -> None:
    page = opened(lab, browser, width=width, height=800)
    way = page.get_by_role("button", name="Leave this page now")
    expect(way).to_be_in_viewport(ratio=1)
    page.locator(".wh-overlap").scroll_into_view_if_needed()
    expect(way).to_be_in_viewport(ratio=1)


def edited(lab: Lab, browser: Browser) -> tuple[Page, list[str]]:
    """A page that was edited and not saved, and the questions that the browser asks from now on: each is agreed to."""
    page = opened(lab, browser)
    choose(page, "Edit", "workshop-pages:edit")  # until then there is nothing to save, whatever is run
    page.get_by_role("heading", level=1).first.click()
    page.keyboard.press("Enter")
    page.keyboard.type("My own words.")
    expect(page.locator(".jp-mod-dirty").first).to_be_visible()
    questions: list[str] = []

    def agree(dialog: Dialog) -> None:
        questions.append(dialog.type)
        dialog.accept()

    page.on("dialog", agree)
    return page, questions


def test_it_leaves_at_once_even_with_something_unsaved(lab: Lab, browser: Browser) -> None:
    page, questions = edited(lab, browser)
    page.get_by_role("button", name="Leave this page now").click()
    expect(page.get_by_text("An everyday page")).to_be_visible()
    assert questions == []


def test_on_any_other_way_out_what_is_unsaved_is_asked_about(lab: Lab, browser: Browser) -> None:
    page, questions = edited(lab, browser)
    page.evaluate("window.location.assign('https://www.wikipedia.org/')")
    expect(page.get_by_text("An everyday page")).to_be_visible()
    assert questions == ["beforeunload"]


def test_the_page_is_hidden_before_the_other_one_has_come(browser: Browser) -> None:
    page = browser.new_page()
    page.evaluate(
        """async (code) => {
            const { default: way } = await import(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
            document.body.innerHTML = "<div></div>";
            way.render({ model: { get: () => "#elsewhere" }, el: document.body.firstChild });
        }""",
        bundle("quick_exit.js"),
    )
    page.get_by_role("button", name="Leave this page now").click()
    expect(page.locator("html")).to_be_hidden()
    assert page.url.endswith("#elsewhere")


def test_it_is_the_first_thing_that_tab_reaches_in_the_page(lab: Lab, browser: Browser) -> None:
    page = opened(lab, browser)
    first = page.evaluate(
        "() => document.querySelector('.jp-NotebookPanel').querySelector('button, a[href], input').textContent"
    )
    assert first == "Leave this page now"
    page.get_by_role("button", name="Leave this page now").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("An everyday page")).to_be_visible()
