"""The console's agenda and its timer on a bare page, with a time of its own that the test moves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from browser.alone import draw_alone
from workshop_helpers.content.loading import load_workshop
from workshop_helpers.pooling.catalogue import Catalogue
from workshop_helpers.widgets.agenda.widget import AgendaClock, agenda_spec
from workshop_helpers.widgets.console.widget import Console

WORKSHOP = load_workshop()
AGENDA = WORKSHOP.agenda("half-day")
PARTS = AGENDA.sessions[0].parts
SPEC: dict[str, Any] = {"pages": Catalogue(WORKSHOP).pages(), "agendas": [agenda_spec(AGENDA, WORKSHOP)]}
ROOM = {
    "type": "room",
    "inside": True,
    "new": False,
    "unfit": "",
    "link": "https://192.168.1.20:8765/workshop/#7K3M-Q0ZD",
    "code": "7K3M-Q0ZD",
    "qr": "data:,",
    "seats": 12,
    "small": False,
    "codeIsEnough": False,
    "onlyHere": False,
}
POOL: dict[str, Any] = {"pool": "active-listening", "answered": 9, "seats": 12, "needed": 8, "rehearsal": False}

IN_TWO = [
    {"title": title, "minutes": 15, "kind": "work", "demanding": False, "text": ["Talk."], "page": None}
    for title in ("One", "Two")
]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that, unlike an empty one, may remember something in its tab."""
    context = browser.new_context(locale="en-GB", timezone_id="UTC")
    context.route("**/*", lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"))
    page = context.new_page()
    page.clock.install(time="2026-03-02T08:40:00Z")
    draw_console(page)
    yield page
    context.close()


def draw_console(page: Page) -> None:
    page.goto("https://workshop.example/")
    draw_alone(page, str(Console._esm), SPEC)
    page.evaluate("message => window.say(message)", ROOM)


def follow(page: Page) -> None:
    page.get_by_label("Agenda to follow").select_option(AGENDA.title)
    page.get_by_role("button", name="Start now").click()


def next_part(page: Page, minutes: float) -> None:
    page.clock.fast_forward(int(minutes * 60_000))
    page.get_by_role("button", name="Next part").click()


def on_now(page: Page) -> Locator:
    return page.locator(".wh-now")


def test_an_agenda_is_followed_beside_the_room(page: Page) -> None:
    expect(page.get_by_role("timer")).to_have_count(0)
    follow(page)
    expect(on_now(page)).to_have_text(f"Part 1 of {len(PARTS)}: {PARTS[0].title}")
    expect(page.get_by_role("timer")).to_have_text(f"{PARTS[0].minutes} minutes left")
    next_part(page, 12)
    expect(on_now(page)).to_have_text(f"Part 2 of {len(PARTS)}: {PARTS[1].title}")
    expect(page.get_by_text(f"Next, at 08:57: {PARTS[2].title}")).to_be_visible()


def test_a_part_offers_what_its_page_has_for_the_room(page: Page) -> None:
    follow(page)
    while "Two kinds of listening" not in on_now(page).inner_text():
        next_part(page, 1)
    page.get_by_role("button", name="The listener's dashboard").click()
    expect(page.get_by_label("Which one?")).to_have_value("active-listening")
    expect(page.get_by_label("Which one?")).to_be_focused()
    assert page.evaluate("window.sent.map(({ type }) => type)") == ["ready"]  # it is brought up, and not opened yet


def test_a_break_offers_nothing_to_open(page: Page) -> None:
    follow(page)
    while "Break" not in on_now(page).inner_text():
        next_part(page, 1)
    expect(page.get_by_text("This page has for the room:")).to_have_count(0)


def test_the_clock_goes_on_when_the_page_is_loaded_again(page: Page) -> None:
    follow(page)
    next_part(page, 10)
    page.clock.fast_forward(2 * 60_000)
    draw_console(page)
    expect(on_now(page)).to_have_text(f"Part 2 of {len(PARTS)}: {PARTS[1].title}")
    expect(page.get_by_role("timer")).to_have_text(f"{PARTS[1].minutes - 2} minutes left")


def test_the_same_agenda_elsewhere_in_the_tab_shows_the_same_clock(page: Page) -> None:
    follow(page)
    next_part(page, 10)
    draw_alone(page, str(AgendaClock._esm), SPEC["agendas"][0])
    expect(on_now(page)).to_have_text(f"Part 2 of {len(PARTS)}: {PARTS[1].title}")
    page.get_by_role("button", name="Stop").click()
    draw_console(page)
    expect(page.get_by_role("button", name="Start now")).to_be_visible()


def test_an_agenda_that_has_become_shorter_begins_anew(page: Page) -> None:
    follow(page)
    next_part(page, 10)
    next_part(page, 10)
    short = {**SPEC["agendas"][0], "sessions": [{"title": "Now", "minutes": 30, "parts": IN_TWO}]}
    page.goto("https://workshop.example/")
    draw_alone(page, str(AgendaClock._esm), short)
    expect(page.get_by_role("button", name="Start now")).to_be_visible()


def revealed(page: Page) -> Locator:
    page.evaluate("pools => window.say({ type: 'pools', pools, trouble: null })", [{**POOL, "state": "revealed"}])
    picture = {"type": "picture", "pool": POOL["pool"], "html": "<p>A picture</p>", "release": "{}"}
    page.evaluate("message => window.say(message)", {**picture, "rehearsal": False})
    return page.get_by_role("group", name="The picture: The listener's dashboard")


def test_beside_a_picture_minutes_to_talk_run_down_and_their_end_is_said(page: Page) -> None:
    stage = revealed(page)
    stage.get_by_label("Minutes to talk").fill("3")
    stage.get_by_role("button", name="Start").click()
    face = stage.get_by_role("timer", name="Time to talk")
    expect(face).to_have_text("3:00")
    expect(stage.get_by_role("status")).to_have_text("The time runs: 3 minutes.")
    page.clock.run_for(61_000)
    expect(face).to_have_text("1:59")
    page.clock.run_for(120_000)
    expect(face).to_have_text("Time is up")
    expect(stage.get_by_role("status")).to_have_text("The time to talk is up.")
    expect(stage.get_by_label("Minutes to talk")).to_be_visible()


def test_minutes_to_talk_can_be_stopped_and_have_to_be_a_number(page: Page) -> None:
    stage = revealed(page)
    stage.get_by_label("Minutes to talk").fill("")
    stage.get_by_role("button", name="Start").click()
    expect(stage.get_by_label("Minutes to talk")).to_be_focused()
    expect(stage.get_by_role("timer")).to_have_count(0)
    stage.get_by_label("Minutes to talk").fill("5")
    stage.get_by_role("button", name="Start").click()
    stage.get_by_role("button", name="Stop").click()
    expect(stage.get_by_role("timer")).to_have_count(0)
    expect(stage.get_by_label("Minutes to talk")).to_have_value("5")
