"""The self-assessment as people meet it: in JupyterLab, in a browser, by mouse and by keyboard."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

import workshop_helpers as wh
from browser.lab import Lab, choose, made_again, run_all

PAGE = "04-communication.ipynb"
LISTENING = wh.load_workshop().assessment("active-listening")
SAYING = wh.load_workshop().assessment("honest-conversations")


def form(page: Page, title: str) -> Locator:
    return page.locator(".wh-form").filter(has=page.get_by_role("heading", name=title, exact=True))


def group(page: Page, text: str) -> Locator:
    return page.get_by_role("group", name=re.compile(re.escape(text)))


@pytest.fixture
def page(lab: Lab, browser: Browser) -> Page:
    page = lab.open(browser, PAGE)
    expect(form(page, LISTENING.title)).to_be_visible()
    return page


def test_the_page_makes_itself_and_shows_no_code_and_no_error(page: Page) -> None:
    expect(page.locator(".wh-form")).not_to_have_count(0)
    expect(page.locator(".jp-CodeCell .jp-Cell-inputWrapper:visible")).to_have_count(0)
    expect(page.locator('[data-mime-type="application/vnd.jupyter.stderr"], [data-mime-type*="error"]')).to_have_count(
        0
    )


def test_every_question_is_a_named_group_and_nothing_is_chosen_at_the_start(page: Page) -> None:
    for assessment in (LISTENING, SAYING):
        for question in assessment.questions():
            asked = group(page, question.item.text)
            expect(asked).to_have_count(1)
            expected = len(question.scale.values) if question.scale else len(question.options)
            expect(asked.get_by_role("radio")).to_have_count(expected)
            expect(asked.get_by_role("radio", checked=True)).to_have_count(0)


def test_answers_given_by_mouse_are_back_when_the_page_is_opened_again_on_a_new_kernel(
    page: Page, lab: Lab, browser: Browser
) -> None:
    first, second, third = (item.text for item in LISTENING.items[:3])
    group(page, first).get_by_label("often", exact=True).check()
    group(page, second).get_by_label("skip this one").check()
    group(page, third).get_by_label("rarely", exact=True).check()
    group(page, third).get_by_label("sometimes", exact=True).check()  # a change of mind
    expect(form(page, LISTENING.title).locator(".wh-progress")).to_have_text("3 of 8")
    expect(form(page, LISTENING.title).locator(".wh-saved")).to_have_text("Saved on this computer, for you alone.")
    page.context.close()
    lab.shut_down_kernels()

    again = lab.open(browser, PAGE)
    expect(group(again, first).get_by_label("often", exact=True)).to_be_checked()
    expect(group(again, second).get_by_label("skip this one")).to_be_checked()
    expect(group(again, third).get_by_label("sometimes", exact=True)).to_be_checked()
    expect(form(again, LISTENING.title).locator(".wh-progress")).to_have_text("3 of 8")


def test_running_the_cell_again_and_restarting_the_kernel_keep_the_answers(page: Page) -> None:
    text = LISTENING.items[0].text
    group(page, text).get_by_label("often", exact=True).check()
    expect(form(page, LISTENING.title).locator(".wh-saved")).to_contain_text("Saved")

    run_all(page)
    expect(group(page, text).get_by_label("often", exact=True)).to_be_checked(timeout=30_000)

    with made_again(page):
        choose(page, "Kernel", "kernelmenu:restart")
        page.get_by_role("button", name="Confirm Kernel Restart").click()
    expect(group(page, text).get_by_label("often", exact=True)).to_be_checked(timeout=60_000)
    expect(form(page, LISTENING.title).locator(".wh-progress")).to_have_text("1 of 8")


def test_the_whole_way_can_be_gone_with_the_keyboard_alone(page: Page) -> None:
    press = page.keyboard.press
    group(page, LISTENING.items[0].text).get_by_role("radio").first.focus()
    for position in range(len(LISTENING.items)):
        if position == 1:  # skip this one: from the radios to the box behind them
            press("Tab")
            press("Space")
            press("Tab")
        else:
            press("Space")
            press("ArrowRight")
            press("Tab")
            press("Tab")
    expect(form(page, LISTENING.title).locator(".wh-progress")).to_have_text("8 of 8")
    expect(page.locator(":focus")).to_have_text("Finish and see my feedback")
    press("Enter")
    told = form(page, LISTENING.title).locator(".wh-feedback")
    expect(told).to_be_focused()
    expect(told).to_contain_text("For your eyes only")
    for _ in range(3):
        press("Tab")
    expect(page.locator(":focus")).to_have_attribute("type", "checkbox")
    page.get_by_role("button", name="Add nothing").focus()
    press("Enter")
    expect(form(page, LISTENING.title)).to_contain_text("Nothing is added now. That is a good choice too.")


def test_links_and_tables_on_the_page_open_with_the_keyboard(page: Page) -> None:
    page.get_by_text("The same as a table").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("table").filter(visible=True).first).to_be_visible()
    page.get_by_role("link", name="Back: Fear and shame").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Fear and shame", level=1)).to_be_visible(timeout=30_000)


def test_letters_typed_into_a_form_are_not_taken_for_shortcuts_of_the_notebook(page: Page) -> None:
    cells = page.locator(".jp-Cell").count()
    group(page, LISTENING.items[0].text).get_by_role("radio").first.focus()
    for key in ("d", "d", "a", "b", "x", "m"):
        page.keyboard.press(key)
    assert page.locator(".jp-Cell").count() == cells


def test_the_preview_shows_each_answer_with_its_own_tick_and_leads_to_a_code_for_the_hat(page: Page) -> None:
    here = form(page, LISTENING.title)
    for item in LISTENING.items[:7]:
        group(page, item.text).get_by_label("often", exact=True).check()
    here.get_by_role("button", name="Finish and see my feedback").click()
    sharing = here.get_by_role("region", name="What you could add to the group's picture")
    ticks = sharing.get_by_role("checkbox")
    expect(ticks).to_have_count(8)
    expect(sharing.get_by_role("listitem").first).to_contain_text(LISTENING.items[0].text)
    expect(sharing.get_by_role("listitem").first).to_contain_text("often")
    expect(sharing.get_by_role("listitem").last).to_contain_text("skipped")
    ticks.nth(1).uncheck()
    sharing.get_by_role("button", name="Add the ticked answers").click()
    here.get_by_label("The word for this hat").fill("harbour")
    here.get_by_role("button", name="Make my code").click()
    code = here.locator(".wh-is-code")
    expect(code).to_be_visible()
    given = wh.decode_slip(code.inner_text(), LISTENING, "harbour")
    options = [line.option for line in given.preview()]
    assert options == ["often", "skipped", *["often"] * 5, "skipped"]


def test_looking_at_the_answers_again_lets_people_change_their_mind(page: Page) -> None:
    here = form(page, LISTENING.title)
    for item in LISTENING.items:
        group(page, item.text).get_by_label("often", exact=True).check()
    here.get_by_role("button", name="Finish and see my feedback").click()
    expect(here.locator(".wh-asking")).to_be_hidden()
    here.get_by_role("button", name="Look at my answers again").click()
    expect(here.locator(".wh-asking")).to_be_visible()
    expect(here.locator("input:focus")).to_have_count(1)


@pytest.mark.parametrize("width", [320, 390])
def test_on_a_phone_nothing_is_wider_than_the_screen(lab: Lab, browser: Browser, width: int) -> None:
    page = lab.open(browser, PAGE, width=width, height=800)
    expect(form(page, LISTENING.title)).to_be_visible()
    too_wide = page.evaluate(
        """() => [...document.querySelectorAll('.wh-form *, .wh-page *')]
            .filter(e => e.getClientRects().length && e.getBoundingClientRect().right > innerWidth + 1
                      && !e.closest('.wh-table'))
            .map(e => e.className || e.tagName)"""
    )
    assert too_wide == []


def test_on_a_phone_seven_points_stand_in_one_row_and_the_ends_of_a_ruler_say_their_numbers(
    lab: Lab, browser: Browser
) -> None:
    assessment = wh.load_workshop().assessment("me-and-someone-else")
    page = lab.open(browser, "01-what-is-vulnerability.ipynb", width=320, height=800)
    asked = group(page, assessment.items[0].text).first
    expect(asked).to_be_visible()
    heights = asked.get_by_role("radio").evaluate_all("all => all.map(e => e.getBoundingClientRect().top)")
    assert (len(heights), len(set(heights))) == (7, 1)
    expect(asked.locator(".wh-ends span")).to_have_text(["1 = weak", "7 = brave"])
