"""The report in JupyterLab: shown when it is asked for, saved as a file, and in no other file but the person's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from browser.lab import Lab, run_all, save
from workshop_helpers.content.loading import load_workshop
from workshop_helpers.workbook import Workbook

PAGE = "14-conclusion.ipynb"
WORKSHOP = load_workshop()
CANARY = "marmalade-otter-seventeen"
EVIL = "<img src=x onerror='window.broken = true'></dd></dl><h1>broken</h1>"
_RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


@pytest.fixture
def written(lab: Lab) -> None:
    """A workbook with something in it."""
    workbook = Workbook(lab.home / "workbook.json")
    workbook.put("reflections", "welcome", "1", CANARY)
    workbook.put("reflections", "welcome", "2", EVIL)
    for section in WORKSHOP.sections:
        for name in section.assessments:
            for question in WORKSHOP.assessment(name).questions():
                if question.scale:
                    workbook.put("answers", name, question.key, question.scale.values[0])


def form(page: Page) -> Locator:
    return page.locator(".wh-form").filter(has=page.get_by_role("heading", name="Your report", exact=True))


def shown(page: Page) -> Locator:
    return page.get_by_role("region", name="Your report")


def ask(page: Page) -> None:
    page.get_by_role("button", name="Show my report").click()
    expect(shown(page)).to_contain_text(CANARY)


def test_a_report_is_shown_when_it_is_asked_for_taken_along_and_in_no_file_but_the_persons_own(
    lab: Lab, browser: Browser, written: None, tmp_path: Path
) -> None:
    page = lab.open(browser, PAGE)
    page.get_by_role("textbox", name="A boundary: … then I will").fill("say not today")
    page.keyboard.press("Tab")
    expect(page.locator(".wh-saved", has_text="Saved on this computer").filter(visible=True)).to_be_visible()
    expect(page.locator("body")).not_to_contain_text(CANARY)

    ask(page)
    expect(shown(page)).to_be_focused()
    expect(shown(page).get_by_role("heading", name="A boundary")).to_be_visible()
    expect(shown(page)).to_contain_text("say not today")
    expect(shown(page)).to_contain_text(EVIL)  # as text
    assert page.evaluate("window.broken") is None

    page.get_by_role("heading", name="Pages you have done").scroll_into_view_if_needed()
    expect(page.get_by_role("button", name="Hide", exact=True)).to_be_in_viewport()

    with page.expect_download() as saved:
        page.get_by_role("button", name="Save as a file").click()
    assert saved.value.suggested_filename == "my-report.html"
    expect(form(page)).to_contain_text(
        "It is in your downloads, as my-report.html. Anyone who has the file can read it."
    )
    file = tmp_path / "my-report.html"
    saved.value.save_as(file)
    assert CANARY in file.read_text(encoding="utf-8")

    _save_run_and_save(page)
    expect(page.locator("body")).not_to_contain_text(CANARY)  # a cell that runs again has to be asked again
    assert "widget-state" in (lab.notebooks / PAGE).read_text()
    everything = [path for path in lab.notebooks.parent.rglob("*") if path.is_file() and lab.home not in path.parents]
    assert [path.name for path in everything if CANARY.encode() in path.read_bytes()] == []


def _save_run_and_save(page: Page) -> None:
    """Save while the report is on the screen, run everything, and save again."""
    save(page)
    run_all(page)
    save(page)


@pytest.mark.parametrize(("width", "dark"), [(1200, False), (320, True)], ids=["light", "dark on a phone"])
def test_the_report_on_the_page_can_be_read_by_everybody(
    lab: Lab, browser: Browser, written: None, width: int, dark: bool
) -> None:
    page = lab.open(browser, PAGE, width=width, height=3000, dark=dark)
    ask(page)
    found = Axe().run(page, context=".wh-form", options=_RULES).response["violations"]
    assert [(violation["id"], node["html"][:120]) for violation in found for node in violation["nodes"]] == []
    too_wide = page.evaluate(
        """() => [...document.querySelectorAll('.wh-form *')]
            .filter(e => e.getClientRects().length && e.getBoundingClientRect().right > innerWidth + 1)
            .map(e => e.className || e.tagName)"""
    )
    assert too_wide == []
