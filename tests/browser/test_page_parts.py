"""The other parts of a page in a real browser: the choice at the start, the workbook's buttons, writing, the timer."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.lab import Lab


@pytest.fixture
def welcome(lab: Lab, browser: Browser) -> Page:
    page = lab.open(browser, "00-welcome.ipynb")
    expect(page.get_by_role("group", name="How would you like to work?")).to_be_visible()
    return page


def test_the_way_of_working_is_answered_and_remembered(welcome: Page, lab: Lab) -> None:
    welcome.get_by_label("With a group").check()
    expect(welcome.get_by_text("Join your group's room just below.")).to_be_visible()
    assert json.loads((lab.home / "workbook.json").read_text())["choices"] == {"joining": {"way": "group"}}


def test_the_workbook_can_be_saved_as_a_copy_forgotten_and_brought_back(
    welcome: Page, lab: Lab, tmp_path: Path
) -> None:
    welcome.get_by_label("With a group").check()
    expect(welcome.get_by_text("Join your group's room just below.")).to_be_visible()
    with welcome.expect_download() as saved:
        welcome.get_by_role("button", name="Save a copy").click()
    copy = tmp_path / "copy.json"
    saved.value.save_as(copy)
    assert json.loads(copy.read_text())["choices"] == {"joining": {"way": "group"}}

    welcome.get_by_role("button", name="Forget everything", exact=True).click()
    welcome.get_by_role("button", name="Yes, forget everything").click()
    expect(welcome.get_by_text("Everything is forgotten on this computer.")).to_be_visible()
    assert json.loads((lab.home / "workbook.json").read_text()).keys() == {"this-is", "format", "generation"}
    expect(welcome.get_by_label("With a group")).not_to_be_checked()
    expect(welcome.get_by_text("Everything was forgotten, so this form begins anew.").first).to_be_visible()

    welcome.locator('input[type="file"]').first.set_input_files(copy)
    expect(welcome.get_by_text("Your workbook is back.")).to_be_visible()
    expect(welcome.get_by_label("With a group")).to_be_checked()
    assert json.loads((lab.home / "workbook.json").read_text())["choices"] == {"joining": {"way": "group"}}


def seconds(face: str) -> int:
    minutes, rest = face.split(":")
    return 60 * int(minutes) + int(rest)


def test_the_timer_counts_pauses_moves_on_and_ends(lab: Lab, browser: Browser) -> None:
    page = lab.open(browser, "04-communication.ipynb")
    timer = page.locator(".wh-timer").first
    steps = timer.locator("ol li")
    expect(timer.get_by_role("timer")).to_have_text("2:00")
    timer.get_by_role("button", name="Start", exact=True).click()
    expect(timer.get_by_role("timer")).to_have_text(re.compile(r"1:5\d"), timeout=10_000)
    timer.get_by_role("button", name="Pause").click()
    stopped = timer.get_by_role("timer").inner_text()
    page.evaluate("() => { const now = Date.now; Date.now = () => now() + 60_000; }")  # a minute goes by
    timer.get_by_role("button", name="Start", exact=True).click()
    assert seconds(timer.get_by_role("timer").inner_text()) >= seconds(stopped) - 2
    timer.get_by_role("button", name="Next step").click()
    expect(steps.nth(1)).to_have_attribute("aria-current", "step")
    for _ in range(steps.count()):
        timer.get_by_role("button", name="Next step").click()
    expect(timer.get_by_role("status")).to_have_text("That was the last step. Take a breath before you go on.")


def test_a_form_that_has_lost_its_kernel_says_so_and_what_to_do(welcome: Page, lab: Lab) -> None:
    lab.shut_down_kernels()
    welcome.get_by_label("With a group").check()
    expect(welcome.locator(".wh-saved", has_text="Not connected.").first).to_be_visible()


def test_opening_a_page_changes_no_file(lab: Lab, browser: Browser) -> None:
    before = (lab.notebooks / "00-welcome.ipynb").read_bytes()
    page = lab.open(browser, "00-welcome.ipynb")
    written: list[str] = []
    page.on("request", lambda request: written.append(request.url) if request.method in ("PUT", "PATCH") else None)
    page.get_by_label("With a group").check()
    expect(page.locator(".wh-saved", has_text="Saved on this computer, for you alone.").first).to_be_visible()
    expect(page.get_by_role("tab", name="00-welcome.ipynb")).not_to_have_class(re.compile("jp-mod-dirty"))
    assert [address for address in written if "/api/contents/" in address] == []
    assert (lab.notebooks / "00-welcome.ipynb").read_bytes() == before


def test_code_can_be_shown_by_those_who_want_to_see_it(lab: Lab, browser: Browser) -> None:
    page = lab.open(browser, "00-welcome.ipynb")
    expect(page.locator(".jp-CodeCell .jp-Cell-inputWrapper:visible")).to_have_count(0)
    page.get_by_role("menuitem", name="View", exact=True).click()
    page.locator(
        '.lm-Menu-item[data-command="viewmenu:expand-all"], .lm-Menu-item[data-command="notebook:show-all-cell-code"]'
    ).first.click()
    expect(page.locator(".jp-CodeCell .jp-Cell-inputWrapper:visible").first).to_be_visible()
