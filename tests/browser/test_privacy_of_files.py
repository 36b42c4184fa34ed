"""I25: after somebody has answered, written and saved, no file but the private workbook holds a word of it."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, expect

from browser.lab import Lab, run_all, save
from browser.test_questionnaire import LISTENING, PAGE, form, group

CANARY = "marmalade-otter-seventeen"


def test_saved_notebooks_checkpoints_and_histories_hold_no_answer(lab: Lab, browser: Browser, tmp_path: Path) -> None:
    page = lab.open(browser, PAGE)
    for item in LISTENING.items:
        group(page, item.text).get_by_label("almost never", exact=True).check()
    form(page, LISTENING.title).get_by_role("button", name="Finish and see my feedback").click()
    feedback = form(page, LISTENING.title).locator(".wh-feedback p").first.inner_text()
    page.get_by_role("textbox").filter(visible=True).first.fill(CANARY)
    page.keyboard.press("Tab")
    expect(page.locator(".wh-saved", has_text="Saved on this computer").filter(visible=True).last).to_be_visible()
    run_all(page)
    save(page)

    workbook = lab.home / "workbook.json"
    assert CANARY in workbook.read_text()  # the person's own file has it ...
    saved = (lab.notebooks / PAGE).read_text()
    assert "widget-state" in saved  # ... widget state was saved, under the worst conditions ...
    everything = [path for path in lab.notebooks.parent.rglob("*") if path.is_file() and lab.home not in path.parents]
    holding = [
        path.name for path in everything for secret in (CANARY, feedback[:60]) if secret.encode() in path.read_bytes()
    ]
    assert holding == []  # ... and nothing else has a word of it
    expect(page.locator(".wh-form").first).to_be_visible()
