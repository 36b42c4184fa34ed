"""The facilitator's console in a real browser, in a JupyterLab under a prefix as on a hub."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from canary import sightings_below
from playwright.sync_api import Browser, Locator, Page, expect
from small_rooms import agree, free_port, room_process, until

from browser.lab import Lab, save
from workshop_helpers.content.loading import load_workshop
from workshop_helpers.made_up import invented_person
from workshop_helpers.pooling.contribution import contribution
from workshop_helpers.pooling.credential import Credential
from workshop_helpers.room.client.facilitator import Facilitator
from workshop_helpers.room.client.led_room import WorkbookOpenings
from workshop_helpers.room.client.outbox import OutboxInMemory
from workshop_helpers.room.client.participant import Participant
from workshop_helpers.room.protocol.links import read_link
from workshop_helpers.room.standing import Stand
from workshop_helpers.workbook import Workbook

PAGE = "facilitator-room.ipynb"
LISTENING = load_workshop().assessment("active-listening")
_RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


@pytest.fixture(scope="module")
def lab(hub: Lab) -> Lab:
    return hub


@pytest.fixture
def page(lab: Lab, browser: Browser) -> Page:
    return lab.open(browser, PAGE)


def console(page: Page) -> Locator:
    found = page.locator(".wh-console")
    expect(found).to_be_visible()
    return found


def open_room(page: Page, people: int = 8) -> Locator:
    room = console(page)
    room.get_by_label("How many people are in the room?").fill(str(people))
    room.get_by_role("button", name="Open a room on this server").click()
    expect(room.get_by_text(f"The room is open for {people} people.")).to_be_visible()
    return room


def open_listening(room: Locator) -> Locator:
    room.get_by_label("Which one?").select_option(LISTENING.id)
    room.get_by_role("button", name="Open it").click()
    card = room.get_by_role("region", name=LISTENING.title)
    expect(card.get_by_text("0 of 8 have answered")).to_be_visible()
    return card


def rehearse_listening(room: Locator) -> Locator:
    room.get_by_label("Which one?").select_option(LISTENING.id)
    room.get_by_role("button", name="Rehearse it").click()
    expect(room.get_by_text("Is your group here, and can it see this screen?")).to_be_visible()
    room.get_by_role("button", name="Yes, rehearse").click()
    card = room.get_by_role("region", name=LISTENING.title)
    expect(card.get_by_text("A rehearsal: 8 invented people have answered")).to_be_visible()
    return card


def somebody_answers(room: Locator, people: int) -> None:
    link = read_link(room.locator(".wh-link").inner_text())
    for number in range(people):
        given = contribution(invented_person(f"somebody-{number}", LISTENING))
        assert agree(Participant(link, Credential(), OutboxInMemory()), given) is Stand.COUNTED


def key_of(lab: Lab) -> str:
    kept = json.loads((lab.home / "workbook.json").read_text())["room"]["led"]["room"]
    key: str = kept["key"]
    return key


def axe_finds(page: Page) -> list[tuple[str, str]]:
    response = Axe().run(page, context=".wh-console", options=_RULES).response
    return [(found["id"], node["html"][:120]) for found in response["violations"] for node in found["nodes"]]


def test_a_room_is_opened_rehearsed_revealed_and_ended(page: Page, lab: Lab, tmp_path: Path) -> None:
    room = open_room(page)
    expect(room.get_by_role("img", name="QR code of the join link")).to_be_visible()
    expect(room.get_by_text("Only this computer can reach this room.")).to_be_visible()
    expect(room.locator(".wh-link")).to_contain_text("/user/one/workshop/#")
    card = rehearse_listening(room)
    assert axe_finds(page) == []

    card.get_by_role("button", name="Reveal", exact=True).click()
    card.get_by_role("button", name="Yes, reveal it").click()
    expect(card.get_by_text("This is a rehearsal.")).to_be_visible()
    assert "Made-up group" in (card.get_by_role("img").get_attribute("alt") or "")
    expect(card.get_by_role("heading", name="To talk about")).to_be_visible()
    with page.expect_download() as saved:
        card.get_by_role("button", name="Save the picture").click()
    assert saved.value.suggested_filename == "active-listening-rehearsal.json"
    assert axe_finds(page) == []

    card.get_by_role("button", name="Next").click()
    expect(room.get_by_label("Which one?")).to_be_focused()
    expect(room.get_by_label("Which one?")).not_to_have_value(LISTENING.id)
    card.get_by_role("button", name="End the rehearsal").click()
    expect(card).to_have_count(0)
    room.get_by_role("button", name="End the room").click()
    room.get_by_role("button", name="Yes, end it and forget it").click()
    expect(room.get_by_text("The room has ended.")).to_be_visible()
    expect(room.get_by_label("How many people are in the room?")).to_be_visible()
    assert "key" not in (lab.home / "workbook.json").read_text()


def test_real_answers_are_counted_without_taking_the_focus_and_revealed_once(page: Page) -> None:
    room = open_room(page)
    card = open_listening(room)
    people = room.get_by_label("People in the room")
    people.focus()
    somebody_answers(room, 7)
    expect(card.get_by_text("7 of 8 have answered")).to_be_visible()
    expect(card.get_by_role("button", name="Reveal", exact=True)).to_be_disabled()
    expect(card.get_by_text("A picture needs 8 answers.")).to_be_visible()
    expect(room.get_by_role("button", name="Rehearse it")).to_be_disabled()
    somebody_answers(room, 1)
    expect(card.get_by_text("8 of 8 have answered")).to_be_visible()
    expect(room.get_by_role("status")).to_have_text(f"{LISTENING.title}: everybody has answered.")
    expect(people).to_be_focused()

    card.get_by_role("button", name="Reveal", exact=True).click()
    expect(card.get_by_text("8 answered, 8 in the room: does that match?")).to_be_visible()
    card.get_by_role("button", name="Not yet").click()
    expect(card.get_by_role("button", name="Reveal", exact=True)).to_be_focused()
    for _ in range(2):  # which is no yes
        page.keyboard.press("Enter")
    expect(card.get_by_text("8 answered, 8 in the room: does that match?")).to_be_focused()
    card.get_by_role("button", name="Reveal", exact=True).dblclick()
    expect(card.get_by_role("button", name="Yes, reveal it")).to_be_enabled()
    expect(card.get_by_role("img")).to_have_count(0)
    page.keyboard.press("Tab")
    expect(card.get_by_role("button", name="Yes, reveal it")).to_be_focused()
    page.keyboard.press("Enter")
    expect(card.get_by_role("img")).to_be_visible()
    expect(card.get_by_text("People's notebooks show it by themselves.")).to_be_visible()
    expect(card.get_by_text("This is a rehearsal.")).to_have_count(0)


def test_closing_asks_once_more(page: Page) -> None:
    card = open_listening(open_room(page))
    card.get_by_role("button", name="Close without a picture").click()
    card.get_by_role("button", name="No, leave it open").click()
    expect(card.get_by_text("0 of 8 have answered")).to_be_visible()
    card.get_by_role("button", name="Close without a picture").click()
    card.get_by_role("button", name="Yes, close it").click()
    expect(card.get_by_text("Closed without a picture.")).to_be_visible()


def test_a_restarted_kernel_leads_the_same_room(page: Page, lab: Lab, browser: Browser) -> None:
    room = open_room(page)
    open_listening(room)
    somebody_answers(room, 2)
    link = room.locator(".wh-link").inner_text()
    page.context.close()
    lab.shut_down_kernels()
    room = console(lab.open(browser, PAGE))
    expect(room.locator(".wh-link")).to_have_text(link)
    expect(room.get_by_text("2 of 8 have answered")).to_be_visible()


def test_a_room_that_the_server_has_forgotten_is_made_again_by_the_page(page: Page, lab: Lab) -> None:
    room = open_room(page)
    card = open_listening(room)
    somebody_answers(room, 2)
    expect(card.get_by_text("2 of 8 have answered")).to_be_visible()
    link = room.locator(".wh-link").inner_text()
    Facilitator(read_link(link), key_of(lab)).end()  # what a restart of the server does to it
    expect(card.get_by_text("0 of 8 have answered")).to_be_visible()
    expect(room.locator(".wh-link")).to_have_text(link)
    somebody_answers(room, 1)
    expect(card.get_by_text("1 of 8 have answered")).to_be_visible()


def test_a_picture_that_may_have_been_seen_is_asked_for_again_only_knowingly(page: Page, lab: Lab) -> None:
    room = open_room(page)
    card = open_listening(room)
    link, key = room.locator(".wh-link").inner_text(), key_of(lab)
    openings = WorkbookOpenings(Workbook(lab.home / "workbook.json"), key, "")
    (opened,) = openings.get()
    openings.put(replace(opened, asked=True))  # what a server does to it that dies as it draws
    Facilitator(read_link(link), key).end()
    expect(card.get_by_text("Some people may have seen it already.")).to_be_visible()
    expect(card.get_by_text("It is not opened again by itself")).to_be_visible()
    assert axe_finds(page) == []
    room.get_by_label("Which one?").select_option(LISTENING.id)
    room.get_by_role("button", name="Open it").click()
    expect(room.get_by_text("There may have been a picture of this already.")).to_be_visible()
    room.get_by_role("button", name="Yes, ask again").click()
    expect(card.get_by_text("0 of 8 have answered")).to_be_visible()


def test_a_room_of_six_may_choose_to_be_a_small_circle(page: Page) -> None:
    room = open_room(page, 6)
    room.get_by_label("Which one?").select_option(LISTENING.id)
    expect(room.get_by_role("button", name="Open it")).to_be_disabled()
    expect(room.get_by_text("Your room is set for 6, so there would be no picture.")).to_be_visible()
    room.get_by_label("We are a small circle.").check()
    room.get_by_role("button", name="Open it").click()
    expect(room.get_by_text("A picture needs 6 answers.")).to_be_visible()


def test_a_line_that_is_not_whole_is_refused_kindly_and_not_shown(page: Page) -> None:
    room = console(page)
    room.get_by_text("I run the room with").click()
    field = room.get_by_label("The line for the facilitator")
    expect(field).to_have_attribute("type", "password")
    field.fill("https://192.168.1.20:8765/workshop/#7K3M-Q0ZD")
    page.keyboard.press("Enter")
    expect(room.get_by_role("alert")).to_have_text(
        "This line is not whole. Copy all of what 'workshop room' wrote for you."
    )
    expect(field).to_have_value("")


def test_the_room_of_this_computer_is_led_without_a_line(page: Page, lab: Lab, tmp_path: Path) -> None:
    room = console(page)
    room.get_by_text("I run the room with").click()
    lab.home.mkdir(exist_ok=True)
    with room_process(lab.home, "127.0.0.1", free_port(), tmp_path / "log", 12):
        until(lambda: b"Press Ctrl-C" in (tmp_path / "log").read_bytes())
        room.get_by_role("button", name="Run the room of this computer").click()
        expect(room.get_by_text("Only this computer can reach this room.")).to_be_visible()
        assert room.locator(".wh-link").inner_text() in (tmp_path / "log").read_text(encoding="utf-8")


def test_the_key_is_in_no_file_but_the_workbook(page: Page, lab: Lab) -> None:
    room = open_room(page)
    rehearse_listening(room)
    key, code = key_of(lab), room.locator(".wh-letters").inner_text()
    save(page)
    assert "widget-state" in (lab.notebooks / PAGE).read_text()  # saved under the worst conditions
    assert key not in page.content()
    for secret in (key, code):
        found = [place for place in sightings_below(secret, lab.notebooks.parent) if not place.startswith("home/")]
        assert found == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_on_a_phone_nothing_is_cut_off(lab: Lab, browser: Browser, dark: bool) -> None:
    page = lab.open(browser, PAGE, width=390, dark=dark)
    room = open_room(page)
    open_listening(room)
    too_wide = page.evaluate(
        """() => [...document.querySelectorAll('.wh-console *')]
            .filter((e) => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline'
                && getComputedStyle(e).position !== 'absolute' && e.tagName !== 'SELECT' && e.clientWidth)
            .map((e) => e.className || e.tagName)"""
    )
    assert too_wide == []
    assert axe_finds(page) == []
