"""An agenda's clock on a bare page, with a time of its own that the test moves."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from workshop_helpers.content import Agenda
from workshop_helpers.content.loading import load_workshop
from workshop_helpers.widgets.agenda.widget import AgendaClock

SHORT = Agenda.model_validate(
    {
        "id": "short",
        "title": "A short evening",
        "people": "For 8 to 12 people.",
        "introduction": "Two parts of work.",
        "sessions": (
            {
                "title": "First evening",
                "minutes": 40,
                "parts": (
                    {"title": "Arrive", "minutes": 10, "text": "Say hello to everybody."},
                    {"title": "Listen", "minutes": 15, "text": "Pairs by chance.", "page": "communication"},
                    {"title": "Rest", "minutes": 5, "kind": "break", "text": "Open a window."},
                    {"title": "Time to spare", "minutes": 5, "kind": "spare", "text": "Use it up."},
                    {"title": "Close", "minutes": 5, "text": "One word each."},
                ),
            },
            {
                "title": "Second evening",
                "minutes": 30,
                "parts": (
                    {"title": "Talk", "minutes": 20, "text": "In threes.", "demanding": True},
                    {"title": "Land", "minutes": 10, "text": "Feet on the floor."},
                ),
            },
        ),
    }
)
_START = """async ([code, spec]) => {
    const { default: clock } = await import(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
    document.body.innerHTML = "<div></div>";
    window.close_clock = clock.render({ model: { get: () => spec }, el: document.body.firstChild });
}"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="en-GB", timezone_id="UTC")
    page = context.new_page()
    page.clock.install(time="2026-03-02T08:40:00Z")
    page.evaluate(
        _START,
        [
            str(AgendaClock._esm),
            AgendaClock(SHORT, load_workshop()).spec,
        ],
    )
    yield page
    context.close()


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def wait(page: Page, minutes: float) -> None:
    """Let time pass, as for a page in the background: what would have ticked ticks once."""
    page.clock.fast_forward(int(minutes * 60_000))
    page.clock.run_for(1000)


def begin(page: Page) -> None:
    press(page, "Start now")
    wait(page, 1)


def face(page: Page) -> Locator:
    return page.get_by_role("timer")


def times(page: Page) -> list[str]:
    return page.locator(".wh-when").all_inner_texts()


def test_before_the_start_the_parts_stand_at_the_times_at_which_they_would_be(page: Page) -> None:
    expect(page.get_by_text("5 parts, 40 minutes: from 09:00 to 09:40.")).to_be_visible()
    assert times(page) == ["09:00", "09:10", "09:25", "09:30", "09:35"]
    page.get_by_label("If we begin at").fill("19:30")
    page.get_by_label("If we begin at").press("Tab")
    assert times(page) == ["19:30", "19:40", "19:55", "20:00", "20:05"]
    expect(page.locator("summary").nth(2)).to_contain_text("Rest 5 minutes · break")
    expect(page.locator("summary").nth(3)).to_have_text("20:00Time to spare 5 minutes")


def test_another_session_has_its_own_parts(page: Page) -> None:
    page.get_by_label("Session").select_option("Second evening")
    expect(page.locator("summary").first).to_contain_text("Talk 20 minutes · asks a lot")
    assert times(page) == ["09:00", "09:20"]


def test_the_clock_says_what_is_on_how_long_and_what_comes_next(page: Page) -> None:
    begin(page)
    expect(page.get_by_text("Part 1 of 5: Arrive")).to_be_visible()
    expect(face(page)).to_have_text("9 minutes left")
    expect(page.get_by_text("Next, at 08:50: Listen")).to_be_visible()
    expect(page.get_by_text("We are on time.")).to_be_visible()
    expect(page.locator(".wh-notes")).to_have_text("Say hello to everybody.")
    expect(page.locator("[aria-current]")).to_contain_text("Arrive")
    assert times(page) == ["08:40", "08:50", "09:05", "09:10", "09:15"]


def test_a_part_that_takes_longer_puts_everything_back_and_time_to_spare_is_named(page: Page) -> None:
    begin(page)
    wait(page, 12)
    expect(face(page)).to_have_text("3 minutes over")
    words = "behind, and end at 09:23 instead of 09:20. Of what is still to come, 5 minutes are to spare."
    expect(page.locator(".wh-pace")).to_have_text(f"We are 3 minutes {words}")
    press(page, "Next part")
    expect(face(page)).to_have_text("15 minutes left")
    expect(page.locator(".wh-pace")).to_have_text(f"We are 3 minutes {words}")
    expect(page.get_by_text("Next, at 09:08: Rest")).to_be_visible()


def test_a_part_that_ends_early_brings_everything_forward(page: Page) -> None:
    begin(page)
    wait(page, 5)
    press(page, "Next part")
    expect(page.locator(".wh-pace")).to_have_text("We are 4 minutes ahead, and end at 09:16 instead of 09:20.")


def test_a_pause_stops_the_minutes_and_makes_everything_later(page: Page) -> None:
    begin(page)
    press(page, "Pause")
    wait(page, 4)
    expect(face(page)).to_have_text("9 minutes left, paused")
    expect(page.locator(".wh-pace")).to_contain_text("We are 4 minutes behind")
    press(page, "Go on")
    wait(page, 2)
    expect(face(page)).to_have_text("7 minutes left")
    expect(page.locator(".wh-pace")).to_contain_text("We are 4 minutes behind")


def test_a_part_that_was_ended_too_soon_comes_back_with_its_time(page: Page) -> None:
    begin(page)
    press(page, "Next part")
    wait(page, 1)
    press(page, "Back one part")
    expect(page.get_by_text("Part 1 of 5: Arrive")).to_be_visible()
    expect(face(page)).to_have_text("8 minutes left")


def test_a_double_click_goes_one_part_on_and_not_two(page: Page) -> None:
    begin(page)
    page.get_by_role("button", name="Next part").dblclick()
    expect(page.get_by_text("Part 2 of 5: Listen")).to_be_visible()


def test_after_the_last_part_the_clock_says_how_long_it_took(page: Page) -> None:
    begin(page)
    for _ in range(4):
        press(page, "Next part")
        wait(page, 10)
    press(page, "End")
    expect(page.locator(".wh-now")).to_have_text("Done")
    expect(page.locator(".wh-now")).to_be_focused()
    expect(page.locator(".wh-pace")).to_have_text("Planned were 40 minutes; it took 41 minutes.")
    wait(page, 30)
    expect(page.locator(".wh-pace")).to_have_text("Planned were 40 minutes; it took 41 minutes.")
    press(page, "Begin again")
    expect(page.get_by_role("button", name="Start now")).to_be_focused()


def test_who_stops_the_clock_by_mistake_can_go_on(page: Page) -> None:
    begin(page)
    press(page, "Stop")
    wait(page, 2)
    press(page, "Go on where we were")
    expect(face(page)).to_have_text("7 minutes left")


def test_only_a_change_is_said_aloud_and_not_each_second(page: Page) -> None:
    page.evaluate(
        """() => {
            window.said = [];
            const status = document.querySelector("[role=status]");
            new MutationObserver(() => window.said.push(status.textContent)).observe(status, { childList: true });
        }"""
    )
    begin(page)
    page.clock.run_for(12 * 60_000)
    press(page, "Next part")
    assert page.evaluate("window.said") == [
        "Now, for 10 minutes: Arrive",
        "Time is up for: Arrive",
        "Now, for 15 minutes: Listen",
    ]


def test_everything_works_from_the_keyboard(page: Page) -> None:
    page.get_by_role("button", name="Start now").press("Enter")
    expect(page.get_by_role("button", name="Next part")).to_be_focused()
    page.clock.run_for(1000)
    page.keyboard.press("Space")
    expect(page.get_by_text("Part 2 of 5: Listen")).to_be_visible()
    page.get_by_role("button", name="Unfold all parts").press("Enter")
    expect(page.get_by_text("Open a window.")).to_be_visible()
    page.locator("summary").nth(2).press("Enter")
    expect(page.get_by_text("Open a window.")).to_be_hidden()


def test_a_part_leads_to_its_page(page: Page) -> None:
    begin(page)
    press(page, "Next part")
    shown = page.locator(".wh-notes").get_by_role("link", name="Talking and listening")
    assert shown.get_attribute("href") == "04-communication.ipynb"


def test_nothing_ticks_on_when_the_page_is_closed(page: Page) -> None:
    begin(page)
    page.evaluate("window.close_clock()")
    wait(page, 5)
    assert face(page).inner_text() == "9 minutes left"
