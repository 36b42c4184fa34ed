"""A participant's way through a room, in their own JupyterLab: from the link to the picture that comes by itself."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from canary import sightings_below
from playwright.sync_api import Browser, Locator, Page, expect
from small_rooms import free_port, room_process, until

from browser.lab import ROOT, Lab, save, settled
from browser.test_console import LISTENING, console, somebody_answers
from browser.test_questionnaire import PAGE, form, group
from workshop_helpers.pooling.policy import POLICIES
from workshop_helpers.room.client.facilitator import Facilitator
from workshop_helpers.room.server.standalone import link_of, read_identity

_RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
_IN_IT = "Your answers are in the room. Until the reveal you can change them or take them back."
FIRST = LISTENING.items[0].text


@dataclass
class Lead:
    """The facilitator's page."""

    page: Page
    people: int

    def __post_init__(self) -> None:
        self.room = console(self.page)
        self.room.get_by_label("How many people are in the room?").fill(str(self.people))
        self.room.get_by_role("button", name="Open a room on this server").click()
        expect(self.room.get_by_text(f"The room is open for {self.people} people.")).to_be_visible()
        self.link = self.room.locator(".wh-link").inner_text()

    @property
    def card(self) -> Locator:
        return self.room.get_by_role("region", name=LISTENING.title)

    def open(self) -> None:
        self.room.get_by_label("Which one?").select_option(LISTENING.id)
        self.room.get_by_role("button", name="Open it").click()
        self.answered(0)

    def answered(self, number: int) -> None:
        expect(self.card.get_by_text(f"{number} of {self.people} have answered")).to_be_visible()

    def reveal(self) -> None:
        self.card.get_by_role("button", name="Reveal", exact=True).click()
        self.card.get_by_role("button", name="Yes, reveal it").click()
        expect(self.card.get_by_role("img")).to_be_visible()


@pytest.fixture
def lead(hub: Lab, browser: Browser) -> Lead:
    return Lead(hub.open(browser, "facilitator-room.ipynb"), 12)


def door(page: Page) -> Locator:
    return page.locator(".wh-form").filter(has=page.get_by_role("heading", name="Your room"))


def join(page: Page, link: str) -> None:
    door(page).get_by_label("Join link or code").fill(link)
    door(page).get_by_role("button", name="Join", exact=True).click()
    expect(door(page).get_by_role("button", name="Leave the room")).to_be_visible()


def discussion(page: Page) -> Locator:
    """What the cell shows that stands for the group's picture."""
    cells = [
        cell for cell in json.loads((ROOT / "notebooks" / PAGE).read_text())["cells"] if cell["cell_type"] == "code"
    ]
    place = next(i for i, cell in enumerate(cells) if f'wh.discuss("{LISTENING.id}")' in "".join(cell["source"]))
    return page.locator(".jp-CodeCell").nth(place).locator(".jp-OutputArea")


def answer_all(page: Page, label: str = "often") -> None:
    for item in LISTENING.items:
        group(page, item.text).get_by_label(label, exact=True).check()


def press(page: Page, name: str) -> None:
    form(page, LISTENING.title).get_by_role("button", name=name).click()


def outcome(page: Page) -> Locator:
    return form(page, LISTENING.title).locator(".wh-outcome")


def axe_finds(page: Page, context: str) -> list[tuple[str, str]]:
    response = Axe().run(page, context=context, options=_RULES).response
    return [(found["id"], node["html"][:120]) for found in response["violations"] for node in found["nodes"]]


def top_of(element: Locator) -> float:
    box = element.bounding_box()
    assert box is not None
    return box["y"]


def test_from_the_link_to_the_picture_that_comes_by_itself(lab: Lab, lead: Lead, browser: Browser) -> None:
    page = lab.open(browser, PAGE)  # before joining: with the made-up group
    here, picture = form(page, LISTENING.title), discussion(page)
    expect(picture.get_by_role("img")).to_have_attribute("alt", re.compile("Made-up group"))
    welcome = lab.open(browser, "00-welcome.ipynb")
    join(welcome, lead.link)
    expect(door(welcome).get_by_role("status")).to_contain_text("It is set for 12 people: does that match?")
    assert axe_finds(welcome, ".wh-form") == []
    expect(picture.get_by_role("status")).to_have_text(  # the page that was open has noticed
        "The facilitator has not opened this yet. You can answer it already."
    )
    expect(picture.get_by_role("img")).to_have_count(0)

    lead.open()
    answer_all(page)
    press(page, "Finish and see my feedback")
    press(page, "Add the ticked answers")
    expect(outcome(page)).to_have_text(_IN_IT)
    expect(outcome(page)).to_be_focused()
    expect(here.get_by_text("often", exact=True).locator("visible=true")).to_have_count(0)  # for whoever looks over
    assert axe_finds(page, ".wh-form") == []
    lead.answered(1)
    expect(picture.get_by_text("Not yet enough for a picture.")).to_be_visible()

    press(page, "Show my answers")
    press(page, "Look at my answers again")
    group(page, FIRST).get_by_label("rarely", exact=True).check()
    press(page, "Finish and see my feedback")
    expect(here.get_by_text("You have added to this picture before: adding again takes its place.")).to_be_visible()
    press(page, "Add the ticked answers")
    expect(outcome(page)).to_have_text(_IN_IT)
    lead.answered(1)
    press(page, "Take them back")
    expect(outcome(page)).to_have_text(
        "They are taken back, as if they had never been there. Until the reveal you can add them again."
    )
    lead.answered(0)
    press(page, "Show my answers")
    press(page, "Add the ticked answers")
    expect(outcome(page)).to_have_text(_IN_IT)

    somebody_answers(lead.room, 8)
    expect(picture.get_by_text("Enough people have answered for a picture.")).to_be_visible()
    status = picture.get_by_role("status")
    expect(status).to_have_text("The picture comes here by itself when the facilitator reveals it.")
    reading = page.get_by_role("heading", name="One thing to keep")  # below the picture
    reading.scroll_into_view_if_needed()
    page.keyboard.press("Escape")
    below = page.get_by_role("textbox").filter(visible=True).last
    below.focus()
    height = top_of(below)
    lead.reveal()
    expect(picture.get_by_role("img")).to_be_visible()
    expect(status).to_have_text("Your room's picture is here.")
    assert picture.get_by_role("status").count() == 1  # the picture and its table are not read out
    expect(below).to_be_focused()
    settled(page)
    assert top_of(below) == pytest.approx(height, abs=2)  # what somebody reads below does not move
    assert axe_finds(page, ".jp-OutputArea-output .wh-page") == []
    assert (
        picture.get_by_role("table", include_hidden=True).inner_text()
        == lead.card.get_by_role("table", include_hidden=True).inner_text()
    )
    assert picture.get_by_role("img").get_attribute("alt") == lead.card.get_by_role("img").get_attribute("alt")

    press(page, "Show my answers")
    press(page, "Look at my answers again")
    group(page, FIRST).get_by_label("often", exact=True).check()
    press(page, "Finish and see my feedback")
    expect(here.get_by_text("Nothing can be added to the room's picture just now.")).to_be_visible()
    expect(here.get_by_role("button", name="Add the ticked answers")).to_be_hidden()
    expect(outcome(page)).to_have_text(
        "The picture is drawn, and your answers are in it. They can no longer be changed or taken back."
    )

    save(page)
    saved = (lab.notebooks / PAGE).read_text()
    assert "widget-state" in saved  # saved under the worst conditions
    assert "Enough people have answered for a picture" not in saved
    assert "Your room's picture is here." not in saved
    code = lead.link.rpartition("#")[2]
    for secret in (code, "/user/one/workshop"):
        found = [place for place in sightings_below(secret, lab.notebooks.parent) if not place.startswith("home/")]
        assert found == []


def test_joining_and_adding_need_nothing_but_a_keyboard_and_skipping_everything_looks_the_same(
    lab: Lab, lead: Lead, browser: Browser
) -> None:
    lead.open()
    welcome = lab.open(browser, "00-welcome.ipynb", width=390)
    door(welcome).get_by_label("Join link or code").focus()
    welcome.keyboard.insert_text(lead.link[:-1] + "#")
    welcome.keyboard.press("Enter")
    expect(door(welcome).get_by_role("status")).not_to_be_empty()
    expect(door(welcome).get_by_label("Join link or code")).to_be_focused()
    welcome.keyboard.insert_text(lead.link)
    welcome.keyboard.press("Tab")
    welcome.keyboard.press("Enter")
    expect(door(welcome).get_by_role("button", name="Leave the room")).to_be_visible()
    welcome.context.close()

    page = lab.open(browser, PAGE, width=390)
    press_key = page.keyboard.press
    group(page, FIRST).get_by_role("radio").first.focus()
    for _ in LISTENING.items:
        press_key("Tab")
        press_key("Space")
        press_key("Tab")
    expect(page.locator(":focus")).to_have_text("Finish and see my feedback")
    press_key("Enter")
    expect(form(page, LISTENING.title).locator(".wh-feedback")).to_be_focused()
    for _ in range(len(LISTENING.items) + 2):  # "Look at my answers again", a tick for each
        press_key("Tab")
    expect(page.locator(":focus")).to_have_text("Add the ticked answers")
    press_key("Enter")
    expect(outcome(page)).to_have_text(_IN_IT)
    expect(outcome(page)).to_be_focused()
    lead.answered(1)
    assert not page.evaluate(
        "() => [...document.querySelectorAll('.wh-room, .wh-form')].some((e) => e.scrollWidth > e.clientWidth + 1)"
    )
    press_key("Tab")
    press_key("Tab")
    press_key("Enter")
    expect(outcome(page)).to_contain_text("They are taken back")
    lead.answered(0)

    somebody_answers(lead.room, 12)
    lead.answered(12)
    press_key("Tab")
    press_key("Enter")
    press(page, "Add the ticked answers")
    expect(outcome(page)).to_have_text(
        "The room did not take your last change. It said: “All 12 seats are taken. Ask the facilitator whether the "
        "number is right.”"
    )
    expect(form(page, LISTENING.title).get_by_role("button", name="Take them back")).to_be_hidden()


def test_i30_the_room_s_rule_is_shown_before_anybody_agrees_and_a_restarted_room_asks_each_person_again(
    lab: Lab, browser: Browser, tmp_path: Path
) -> None:
    identity, port, log = read_identity(tmp_path / "room.json"), free_port(), tmp_path / "log"
    link = link_of("127.0.0.1", port, identity)
    leader = Facilitator(link, identity.key)
    small, usual = (POLICIES[name].words for name in ("small-circle", "room"))
    with room_process(tmp_path, "127.0.0.1", port, log, 6):
        until(leader.keep_up)
        welcome = lab.open(browser, "00-welcome.ipynb")
        join(welcome, str(link))
        page = lab.open(browser, PAGE)
        here = form(page, LISTENING.title)
        answer_all(page)
        press(page, "Finish and see my feedback")
        expect(here.get_by_text(f"Bars are drawn once, in {usual}. The room has not opened this yet.")).to_be_visible()
        leader.open(LISTENING.id, policy="small-circle")
        expect(here.get_by_text(f"Bars are drawn once, in {small}. This is your room's rule.")).to_be_visible()
        press(page, "Add the ticked answers")
        expect(outcome(page)).to_have_text(_IN_IT)
        assert leader.keep_up().pools[0].answered == 1
    with room_process(tmp_path, "127.0.0.1", port, log, 6):
        until(leader.keep_up)
        expect(outcome(page)).to_have_text(
            "The room was restarted, and what people had added is lost. Nothing of yours is in it now. The rule now: "
            f"{small}.Add your answers again?",
            timeout=60_000,
        )
        assert leader.keep_up().pools[0].answered == 0
        assert axe_finds(page, ".wh-form") == []
        press(page, "Add my answers again")
        expect(outcome(page)).to_have_text(_IN_IT)
        assert leader.keep_up().pools[0].answered == 1
        press(page, "Take them back")
        expect(outcome(page)).to_contain_text("They are taken back")
        assert leader.keep_up().pools[0].answered == 0
