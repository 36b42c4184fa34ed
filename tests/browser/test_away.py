"""The server or the kernel goes away while somebody answers: nothing typed is lost, and no "Saved" is untrue."""

from __future__ import annotations

from canary import sightings_below
from playwright.sync_api import Browser, Locator, Page, expect

from browser.kernels import freeze
from browser.lab import Lab, choose, made_again, save
from browser.test_questionnaire import form, group
from workshop_helpers.content.loading import load_workshop

WORKSHOP = load_workshop()
RANKING = WORKSHOP.assessment("it-depends-on")
RULER = WORKSHOP.assessment("ladder")
GIVING = WORKSHOP.assessment("six-ways-of-giving")
SENSITIVE = WORKSHOP.assessment("guard-and-ground")
WRITING = "For yourself"
CANARY = "marmalade-otter-seventeen"
ORDER = ["6", "1", "5", "2", "4", "3"]
AWAY = "Not connected. What you typed is kept in this tab until you close it."
SAVED = "Saved on this computer, for you alone."


def state(page: Page, title: str) -> Locator:
    return form(page, title).locator(".wh-saved")


def places(page: Page) -> Locator:
    return form(page, RANKING.title).locator("select")


def rung(page: Page, number: int) -> Locator:
    return group(page, RULER.items[number].text).get_by_role("radio")


def writing(page: Page) -> Locator:
    return form(page, WRITING).get_by_role("textbox").first


def without_dialogs(page: Page) -> None:
    """Close what JupyterLab says of its server whenever it lies over the page, as a person would."""
    dialog = page.locator("dialog.jp-Dialog").last
    page.add_locator_handler(dialog, lambda found: found.get_by_role("button", name="Close").click())


def test_what_is_typed_while_the_server_is_stopped_is_there_after_a_reload_and_nowhere_else(
    lab: Lab, browser: Browser
) -> None:
    page = lab.open(browser, "15-questions.ipynb")
    without_dialogs(page)
    rung(page, 0).nth(1).check()
    expect(state(page, RULER.title)).to_have_text(SAVED)
    with lab.stopped():
        for place, number in enumerate(ORDER):
            places(page).nth(place).select_option(number)
        rung(page, 0).nth(3).check()  # the newest counts
        rung(page, 1).nth(2).check()
        writing(page).fill(CANARY)
        for title in (RANKING.title, RULER.title, WRITING):
            expect(state(page, title)).to_have_text(AWAY)
        form(page, RULER.title).get_by_role("button", name="Finish and see my feedback").click()
        expect(state(page, RULER.title)).to_contain_text("Not connected, so that did nothing.")

    page.reload(wait_until="domcontentloaded")
    page.wait_for_selector('.jp-NotebookPanel[data-workshop="ready"]', timeout=120_000)
    for title in (RANKING.title, RULER.title, WRITING):
        expect(state(page, title)).to_have_text(SAVED)
    assert places(page).evaluate_all("all => all.map((select) => select.value)") == ORDER
    expect(rung(page, 0).nth(3)).to_be_checked()
    expect(rung(page, 1).nth(2)).to_be_checked()
    expect(writing(page)).to_have_value(CANARY)
    assert page.evaluate("Object.keys(sessionStorage).filter((name) => name.startsWith('workshop-unsent'))") == []
    assert CANARY in (lab.home / "workbook.json").read_text()
    save(page)
    assert [found for found in sightings_below(CANARY, lab.notebooks.parent) if not found.startswith("home/")] == []


def test_what_is_typed_while_the_kernel_hangs_is_there_when_it_is_restarted_and_very_personal_answers_leave_no_trace(
    lab: Lab, browser: Browser
) -> None:
    page = lab.open(browser, "05-romantic-relationships.ipynb")
    first = group(page, SENSITIVE.items[0].text).get_by_role("radio").first
    expect(first).to_be_visible()
    freeze(lab)
    first.check()
    writing(page).fill(CANARY)
    expect(state(page, SENSITIVE.title)).to_have_text(
        "Not connected. What you typed is kept in this tab until you close or reload it."
    )
    expect(state(page, WRITING)).to_have_text(AWAY)
    kept = page.evaluate("JSON.stringify(sessionStorage)")
    assert CANARY in kept
    assert SENSITIVE.id not in kept
    with made_again(page):
        choose(page, "Kernel", "kernelmenu:restart")
        page.get_by_role("button", name="Confirm Kernel Restart").click()
    expect(first).to_be_checked(timeout=30_000)
    expect(state(page, SENSITIVE.title)).to_have_text("Kept until this page is shut down.")
    expect(writing(page)).to_have_value(CANARY)
    expect(state(page, WRITING)).to_have_text(SAVED)
    assert SENSITIVE.items[0].id not in (lab.home / "workbook.json").read_text()


def test_reconnect_makes_the_page_anew_with_all_that_was_typed_while_the_server_was_stopped(
    lab: Lab, browser: Browser
) -> None:
    page = lab.open(browser, "05-romantic-relationships.ipynb")
    without_dialogs(page)
    first = group(page, SENSITIVE.items[0].text).get_by_role("radio").first
    lists = form(page, GIVING.title).locator("select")
    expect(first).to_be_visible()
    with lab.stopped():
        first.check()
        lists.nth(2).select_option("4")
        writing(page).fill(CANARY)
        expect(state(page, WRITING)).to_have_text(AWAY)
    with made_again(page):
        form(page, WRITING).get_by_role("button", name="Reconnect").click()
        expect(state(page, WRITING)).to_contain_text("Connecting again …")
    expect(state(page, WRITING)).to_have_text(SAVED)
    expect(writing(page)).to_have_value(CANARY)
    expect(lists.nth(2)).to_have_value("4")
    expect(first).to_be_checked()
    expect(state(page, SENSITIVE.title)).to_have_text("Kept until this page is shut down.")
    expect(page.get_by_role("button", name="Reconnect")).to_have_count(0)


def test_feedback_that_was_there_is_there_again_when_the_page_is_opened_anew(lab: Lab, browser: Browser) -> None:
    page = lab.open(browser, "15-questions.ipynb")
    here = form(page, RULER.title)
    for number in range(len(RULER.items)):
        rung(page, number).nth(2).check()
    here.get_by_role("button", name="Finish and see my feedback").click()
    feedback = here.locator(".wh-feedback p").first.inner_text()
    page.context.close()
    lab.shut_down_kernels()

    again = form(lab.open(browser, "15-questions.ipynb"), RULER.title)
    expect(again.locator(".wh-feedback p").first).to_have_text(feedback)
    expect(again.locator(".wh-asking")).to_be_hidden()
    again.get_by_role("button", name="Add nothing").click()
    expect(again).to_contain_text("Nothing is added. That is a good choice too.")
