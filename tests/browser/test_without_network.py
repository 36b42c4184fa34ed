"""Slips and a table in a real page: with the keyboard alone, at desktop and phone width, and nothing of them saved."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from canary import sightings_below
from playwright.sync_api import Browser, Locator, Page, expect

import workshop_helpers as wh
from browser.lab import Lab, save
from browser.test_console import open_listening, open_room, somebody_answers
from workshop_helpers.made_up import invented_person

PAGE = "facilitator-room.ipynb"
LISTENING = wh.load_workshop().assessment("active-listening")
PEOPLE = [invented_person(f"somebody-{number}", LISTENING) for number in range(8)]
SLIPS = [wh.encode_slip(wh.contribution(person), "willow") for person in PEOPLE]
CANARY = "marmalade-otter-seventeen"
_RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
_TOO_WIDE = """form => [...form.querySelectorAll('*')]
    .filter((e) => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline'
        && getComputedStyle(e).position !== 'absolute' && e.tagName !== 'SELECT' && e.clientWidth)
    .map((e) => e.className || e.tagName)"""


def form(page: Page, title: str) -> Locator:
    found = page.locator(".wh-leading").filter(has=page.get_by_role("heading", name=title, exact=True))
    expect(found).to_be_visible()
    return found


def axe_finds(page: Page) -> list[tuple[str, str]]:
    page.evaluate("document.querySelectorAll('.wh-leading').forEach((e, i) => { e.id = `leading-${i}`; })")
    found = []
    for number in range(page.locator(".wh-leading").count()):
        response = Axe().run(page, context=f"#leading-{number}", options=_RULES).response
        found += [(fault["id"], node["html"][:120]) for fault in response["violations"] for node in fault["nodes"]]
    return found


def press(button: Locator) -> None:
    expect(button).to_be_enabled()  # an answer to a question waits for a moment
    button.focus()
    button.page.keyboard.press("Enter")


def write(path: Path, wrong: str = "") -> Path:
    questions = LISTENING.questions()
    rows = [["Timestamp", "E-mail", *(question.item.text for question in questions)]]
    for person in PEOPLE:
        points = [person.point(question.key) for question in questions]
        rows.append(["3/5/2026", "somebody@example.org", *("" if point is None else str(point) for point in points)])
    rows[3][2] = wrong or rows[3][2]
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)
    return path


@pytest.fixture(params=[(1280, False), (390, True)], ids=["desktop, light", "phone, dark"])
def page(request: pytest.FixtureRequest, lab: Lab, browser: Browser) -> Iterator[Page]:
    width, dark = request.param
    page = lab.open(browser, PAGE, width=width, dark=dark)
    yield page
    page.context.close()


def begin(page: Page) -> tuple[Locator, Locator]:
    slips = form(page, "Slips from a paper hat")
    slips.get_by_label("What did people answer?").select_option(LISTENING.id)
    slips.get_by_label("The word of the day").focus()
    page.keyboard.type("willow")
    page.keyboard.press("Enter")
    code = slips.get_by_label("Code on the slip")
    expect(code).to_be_focused()
    return slips, code


def test_slips_are_typed_in_with_the_keyboard_alone_and_become_a_picture(page: Page) -> None:
    slips, code = begin(page)
    for number, slip in enumerate(SLIPS[:7], start=1):
        page.keyboard.type(slip)
        page.keyboard.press("Enter")
        expect(slips.get_by_text(f"{number} slip{'' if number == 1 else 's'} in the hat")).to_be_visible()
        expect(code).to_have_value("")
    reveal = slips.get_by_role("button", name="Show the picture")
    expect(reveal).to_be_disabled()
    expect(slips.get_by_text("A picture needs 8.")).to_be_visible()

    page.keyboard.type(SLIPS[0])
    page.keyboard.press("Enter")
    expect(slips.get_by_role("alert").filter(has_text="This slip is in the hat already.")).to_be_visible()
    expect(code).to_have_value(SLIPS[0])  # it stays to be mended
    code.fill(SLIPS[7][:-1])
    page.keyboard.press("Enter")
    expect(slips.get_by_role("alert").filter(has_text="It has 13 characters and should have 14")).to_be_visible()
    page.keyboard.press("End")
    page.keyboard.type(SLIPS[7][-1])
    page.keyboard.press("Enter")
    expect(slips.get_by_text("8 slips in the hat")).to_be_visible()
    assert axe_finds(page) == []
    assert slips.evaluate(_TOO_WIDE) == []

    press(reveal)
    expect(slips.get_by_text("8 slips: does that match the number of people who put one in?")).to_be_visible()
    press(slips.get_by_role("button", name="Yes, show it"))
    expect(slips.get_by_role("img")).to_be_visible()
    expect(slips.get_by_text("The single answers are gone.")).to_be_visible()
    expect(slips.get_by_role("heading", name="To talk about")).to_be_visible()
    assert "8 people" in (slips.get_by_role("img").get_attribute("alt") or "")
    with page.expect_download() as saved:
        press(slips.get_by_role("button", name="Save the picture"))
    assert saved.value.suggested_filename == "active-listening.json"
    assert axe_finds(page) == []
    press(slips.get_by_role("button", name="Next"))
    expect(slips.get_by_role("heading", name="Before the first slip")).to_be_focused()


def test_a_table_is_mapped_and_drawn_with_the_keyboard_alone(page: Page, tmp_path: Path) -> None:
    table = form(page, "A table from a survey tool")
    table.get_by_label("What did people answer?").select_option(LISTENING.id)
    press(table.get_by_role("button", name="Read the file"))
    expect(table.get_by_text("Choose a file first.")).to_be_visible()
    table.get_by_label("The table, a CSV file").set_input_files(write(tmp_path / "answers.csv", wrong=CANARY))
    press(table.get_by_role("button", name="Read the file"))
    expect(table.get_by_text("Columns were found for 8 of 8 questions")).to_be_visible()
    expect(
        table.get_by_text("“Timestamp”, “E-mail”. Each may tell who somebody is, or when they answered.")
    ).to_be_visible()
    first = table.get_by_role("group", name=LISTENING.items[0].text)
    expect(first.get_by_text("Row 3 cannot be read (headings not counted). Allowed: a whole number")).to_be_visible()
    expect(table.get_by_text("8 of 8 can be read.")).to_have_count(7)
    expect(table.get_by_role("button", name="Draw the picture")).to_be_disabled()
    assert CANARY not in page.content()
    assert axe_finds(page) == []
    assert table.evaluate(_TOO_WIDE) == []

    column = first.get_by_label("Column")
    column.focus()
    page.keyboard.press("Home")  # "not asked"
    expect(table.get_by_text("1 question not asked: the picture counts everybody as skipping there.")).to_be_visible()
    press(table.get_by_role("button", name="Draw the picture"))
    expect(table.get_by_text("8 people answered: does that match?")).to_be_visible()
    press(table.get_by_role("button", name="Yes, draw it"))
    expect(table.get_by_role("img")).to_be_visible()
    expect(table.get_by_text("Whoever holds the file can still read every row, so delete it now.")).to_be_visible()
    assert axe_finds(page) == []


def test_what_was_typed_is_forgotten_on_request_and_when_the_cell_runs_again(lab: Lab, browser: Browser) -> None:
    page = lab.open(browser, PAGE)
    slips, _ = begin(page)
    page.keyboard.type(SLIPS[0])
    page.keyboard.press("Enter")
    expect(slips.get_by_text("1 slip in the hat")).to_be_visible()
    press(slips.get_by_role("button", name="Forget them all"))
    expect(slips.get_by_text("Forget 1 slip? They would have to be typed again.")).to_be_visible()
    press(slips.get_by_role("button", name="Yes, forget them all"))
    expect(slips.get_by_text("All slips are forgotten.")).to_be_visible()
    slips, _ = begin(page)
    expect(slips.get_by_text("0 slips in the hat")).to_be_visible()
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.locator('[data-command="runmenu:run-all"]').click()
    expect(slips.get_by_role("heading", name="Before the first slip")).to_be_visible()


def test_no_file_holds_a_code_or_a_cell(lab: Lab, browser: Browser, tmp_path: Path) -> None:
    page = lab.open(browser, PAGE)
    _, code = begin(page)
    for slip in SLIPS[:3]:
        page.keyboard.type(slip)
        page.keyboard.press("Enter")
        expect(code).to_have_value("")
    table = form(page, "A table from a survey tool")
    table.get_by_label("What did people answer?").select_option(LISTENING.id)
    table.get_by_label("The table, a CSV file").set_input_files(write(tmp_path / "answers.csv", wrong=CANARY))
    press(table.get_by_role("button", name="Read the file"))
    expect(table.get_by_text("8 of 8 can be read.").first).to_be_visible()
    save(page)
    assert "widget-state" in (lab.notebooks / PAGE).read_text()  # saved under the worst conditions
    for secret in (CANARY, *SLIPS[:3]):
        assert [*sightings_below(secret, lab.notebooks.parent)] == []


def test_four_laptops_and_a_hat_of_four_are_one_picture_of_eight(hub: Lab, browser: Browser) -> None:
    page = hub.open(browser, PAGE)
    room = open_room(page)
    card = open_listening(room)
    somebody_answers(room, 4)
    slips, code = begin(page)
    for slip in SLIPS[:4]:
        page.keyboard.type(slip)
        page.keyboard.press("Enter")
        expect(code).to_have_value("")
    expect(slips.get_by_text("Your room is asked this just now: 4 people answered there so far.")).to_be_visible()
    assert axe_finds(page) == []
    for back in (True, False):
        press(slips.get_by_role("button", name="Add these 4 people to the room’s picture"))
        press(slips.get_by_role("button", name="Yes, add them"))
        expect(slips.get_by_text("4 people from here are in it, of 8 in all.")).to_be_visible()
        expect(card.get_by_text("8 of 8 have answered")).to_be_visible()
        expect(slips.get_by_role("button", name="Show the picture")).to_be_disabled()
        if back:
            press(slips.get_by_role("button", name="Take them back from the room"))
            expect(card.get_by_text("4 of 8 have answered")).to_be_visible()
    card.get_by_role("button", name="Reveal", exact=True).click()
    press(card.get_by_role("button", name="Yes, reveal it"))
    expect(card.get_by_role("img")).to_be_visible()
    assert "8 people" in (card.get_by_role("img").get_attribute("alt") or "")
    expect(slips.get_by_text("The room’s picture is drawn, with these people in it.")).to_be_visible()
