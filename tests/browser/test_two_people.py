"""Two people at one computer: what one of them put in is nowhere to be found when the other one looks."""

from __future__ import annotations

import re
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from listening import said_by
from playwright.sync_api import Browser, Locator, Page, expect

from browser.lab import Lab, save
from workshop_helpers.content.loading import load_workshop
from workshop_helpers.formats.points import with_points
from workshop_helpers.widgets.overlap.widget import OverlapForm
from workshop_helpers.widgets.trade.widget import TradeForm

PAGE = "13-compromise.ipynb"
(QUESTION,) = with_points(load_workshop().assessment("points-on-the-table").questions())
FIRST, SECOND = ("53", "17", "11", "19"), ("13", "17", "47", "23")  # numbers that nothing else on the page has
IDEAS = ("Cook together on Sundays", "marmalade-otter", "Each cooks on two days, and then we look again")

_START = """async ([code, style, spec]) => {
    const { default: part } = await import(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
    window.sent = [];
    const model = {
        get: () => spec,
        send: (message) => window.sent.push(structuredClone(message)),
        on: (_, listen) => { window.say = listen; },
        off: () => { window.deaf = true; },
    };
    document.documentElement.lang = "en";
    document.title = "A page";
    document.head.append(Object.assign(document.createElement("style"), { textContent: style }));
    document.body.innerHTML = "<main><h1>A page</h1><h2>A part</h2><div></div></main>";
    window.close_part = part.render({ model, el: document.querySelector("main div") });
}"""
# Everything that a page holds: its HTML, and what stands in its fields, which HTML does not show.
_EVERYTHING = """() => document.documentElement.outerHTML
    + [...document.querySelectorAll("input, select, textarea")].map((field) => field.value + field.checked).join(" ")"""


def opened(browser: Browser, code: str, style: str, spec: dict[str, Any], width: int = 1000) -> Page:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.evaluate(_START, [code, style, spec])
    return page


@pytest.fixture
def trading(browser: Browser) -> Page:
    return a_trade(browser)


def a_trade(browser: Browser, width: int = 1000) -> Page:
    spec = {"issues": dict(QUESTION.options), "total": 100}
    return opened(browser, TradeForm._esm, TradeForm._css, spec, width)


@pytest.fixture
def overlap(browser: Browser) -> Page:
    return opened(browser, OverlapForm._esm, OverlapForm._css, {})


def kernel(page: Page) -> dict[str, Any]:
    """What the real kernel side says to the last message."""
    form = TradeForm(QUESTION, dict.fromkeys(QUESTION.options, 25))
    heard = said_by(form)
    form._handle_custom_msg(page.evaluate("window.sent.at(-1)"), [])
    page.evaluate("(message) => window.say(message)", heard[-1])
    return heard[-1]


def press(page: Page | Locator, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def fill(page: Page | Locator, points: tuple[str, ...]) -> None:
    for label, number in zip(QUESTION.options.values(), points, strict=True):
        page.get_by_label(label).fill(number)


def mark(page: Page | Locator, marks: tuple[str, ...]) -> None:
    for idea, label in zip(IDEAS, marks, strict=True):
        page.get_by_role("group", name=idea).get_by_label(label, exact=True).check()


def heading(page: Page, words: str) -> None:
    """The stage has this heading, and keyboard and screen reader are at it."""
    expect(page.get_by_role("heading", name=words, exact=True)).to_be_focused()


def holds(page: Page, words: tuple[str, ...]) -> list[str]:
    everything: str = page.evaluate(_EVERYTHING)
    return [
        word
        for word in words
        if re.search(
            rf"(?<![\\w.#-]){word}(?![\\w%])",
            re.sub(r"base64,[^\" ]*|<style.*?</style>", "", everything, flags=re.DOTALL),
        )
    ]


def accessible(page: Page) -> None:
    found = Axe().run(page).response["violations"]
    assert [(v["id"], node["html"][:120]) for v in found for node in v["nodes"]] == []


def test_each_list_is_out_of_the_page_as_soon_as_it_is_done(trading: Page) -> None:
    fill(trading, FIRST)
    assert holds(trading, FIRST) == list(FIRST)  # so that we would find them
    press(trading, "Done, hide my list")
    heading(trading, "The first list is hidden")
    assert holds(trading, FIRST) == []
    press(trading, "I am the second person")
    heading(trading, "Second person: what matters how much?")
    assert [field.input_value() for field in trading.get_by_role("spinbutton").all()] == [""] * 4
    fill(trading, SECOND)
    press(trading, "Done, hide my list")
    heading(trading, "Both lists are hidden")
    assert holds(trading, (*FIRST, *SECOND)) == []
    assert trading.evaluate("window.sent") == []


def traded(page: Page) -> None:
    fill(page, FIRST)
    press(page, "Done, hide my list")
    press(page, "I am the second person")
    fill(page, SECOND)
    press(page, "Done, hide my list")
    press(page, "Show the trade")


def test_both_lists_go_to_the_kernel_in_one_message_and_no_list_comes_back(trading: Page) -> None:
    traded(trading)
    heading(trading, "One moment")
    issues = list(QUESTION.options)
    assert trading.evaluate("window.sent") == [
        {
            "type": "settle",
            "first": dict(zip(issues, map(int, FIRST), strict=True)),
            "second": dict(zip(issues, map(int, SECOND), strict=True)),
        }
    ]
    trading.evaluate("window.sent.length = 0")
    trading.evaluate("(message) => window.say(message)", {"type": "problem", "words": "Look through the lists again."})
    expect(trading.get_by_role("alert")).to_have_text("Look through the lists again.")
    assert holds(trading, (*FIRST, *SECOND)) == []


def test_the_trade_is_a_table_and_a_picture_that_can_be_told(trading: Page) -> None:
    traded(trading)
    reply = kernel(trading)
    heading(trading, "Who would get what")
    rows = trading.get_by_role("table", name="Who would get what").get_by_role("row")
    assert [
        [*row.get_by_role("rowheader").all_inner_texts(), *row.get_by_role("cell").all_inner_texts()]
        for row in rows.all()
    ] == reply["rows"]
    expect(trading.get_by_role("img")).to_have_attribute("alt", reply["alt"])
    assert holds(trading, (*FIRST, *SECOND)) == []
    accessible(trading)


def test_who_starts_again_sees_no_trade_of_before(trading: Page) -> None:
    traded(trading)
    press(trading, "Start again")
    kernel(trading)
    heading(trading, "First person: what matters how much?")
    expect(trading.get_by_role("table")).to_have_count(0)


def test_a_trade_that_does_not_come_says_what_to_do(trading: Page) -> None:
    trading.clock.install()
    traded(trading)
    trading.clock.fast_forward(6500)
    expect(trading.get_by_role("alert")).to_have_text(
        "This page is not connected. Try again in a moment. If that does not help, press Reconnect. "
        "This part of the page then begins anew."
    )
    kernel(trading)  # late, and still welcome
    heading(trading, "Who would get what")


@pytest.mark.parametrize(
    ("points", "left"),
    [
        (("50", "30", "10", "9"), "1 point left."),
        (("50", "30", "10", "12"), "2 points too many."),
        (("50.5", "30", "10", "9.5"), "All 100 points are shared out."),
        (("1e2", "", "", ""), "All 100 points are shared out."),
        (("110", "-10", "", ""), "All 100 points are shared out."),
    ],
)
def test_only_whole_points_that_add_up_are_taken(trading: Page, points: tuple[str, ...], left: str) -> None:
    fill(trading, points)
    expect(trading.get_by_role("status")).to_have_text(left)
    press(trading, "Done, hide my list")
    expect(trading.get_by_role("alert")).to_have_text("Share out exactly 100 points, in whole numbers.")


def test_fields_left_empty_count_as_no_points(trading: Page) -> None:
    fill(trading, ("100", "", "", ""))
    press(trading, "Done, hide my list")
    press(trading, "Use the invented person")
    press(trading, "Show the trade")
    assert trading.evaluate("window.sent") == [
        {"type": "settle", "first": dict(zip(QUESTION.options, (100, 0, 0, 0), strict=True))}
    ]


def test_a_closed_form_listens_no_more(trading: Page) -> None:
    traded(trading)
    trading.evaluate("window.close_part()")
    assert trading.evaluate("window.deaf")


def typed(page: Page) -> None:
    for place, idea in enumerate(IDEAS, start=1):
        page.get_by_label(f"Idea {place}").fill(idea)
    press(page, "Next: the first person marks them")


FIRST_MARKS, SECOND_MARKS = ("ideal", "acceptable", "acceptable"), ("acceptable", "not for me", "ideal")


def both_marked(page: Page) -> None:
    typed(page)
    mark(page, FIRST_MARKS)
    press(page, "Done, hide my marks")
    press(page, "I am the second person")
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)
    mark(page, SECOND_MARKS)
    press(page, "Done, hide my marks")


def test_only_what_both_accept_is_left_of_ideas_and_marks(overlap: Page) -> None:
    both_marked(overlap)
    heading(overlap, "Both have marked")
    assert holds(overlap, IDEAS) == []
    press(overlap, "Show what both can live with")
    heading(overlap, "Both of you can live with")
    assert overlap.get_by_role("list", name="Both of you can live with").get_by_role("listitem").all_inner_texts() == [
        IDEAS[0],
        IDEAS[2],
    ]
    assert holds(overlap, (IDEAS[1], "ideal", "acceptable", "not for me")) == []
    expect(overlap.get_by_role("radio")).to_have_count(0)
    assert overlap.evaluate("window.sent") == []
    accessible(overlap)


def test_where_nothing_is_left_nobody_is_named(overlap: Page) -> None:
    typed(overlap)
    mark(overlap, ("ideal", "not for me", "not for me"))
    press(overlap, "Done, hide my marks")
    press(overlap, "I am the second person")
    mark(overlap, ("not for me", "ideal", "ideal"))
    press(overlap, "Done, hide my marks")
    press(overlap, "Show what both can live with")
    heading(overlap, "Nothing yet: try another issue")
    assert holds(overlap, IDEAS) == []


def test_a_mark_that_is_missing_gets_a_word_and_the_focus(overlap: Page) -> None:
    typed(overlap)
    overlap.get_by_role("group", name=IDEAS[0]).get_by_label("ideal").check()
    press(overlap, "Done, hide my marks")
    expect(overlap.get_by_role("alert")).to_have_text("Give each idea a mark. The other person does not see it.")
    expect(overlap.get_by_role("group", name=IDEAS[1]).get_by_label("ideal")).to_be_focused()


def test_without_an_idea_there_is_nothing_to_mark_and_the_same_idea_counts_once(overlap: Page) -> None:
    overlap.get_by_label("Idea 1").fill("   ")
    press(overlap, "Next: the first person marks them")
    expect(overlap.get_by_role("alert")).to_have_text("Write down one idea or more.")
    overlap.get_by_label("Idea 2").fill("Order in")
    overlap.get_by_label("Idea 5").fill(" Order in ")
    press(overlap, "Next: the first person marks them")
    expect(overlap.get_by_role("group")).to_have_count(1)


def test_ideas_are_text_and_never_markup(overlap: Page) -> None:
    overlap.get_by_label("Idea 1").fill("<img src=x onerror='window.broken = true'>")
    press(overlap, "Next: the first person marks them")
    expect(overlap.get_by_text("<img src=x")).to_be_visible()
    assert overlap.locator("img").count() == 0


def test_every_stage_of_both_is_accessible(trading: Page, overlap: Page) -> None:
    accessible(trading)
    fill(trading, FIRST)
    press(trading, "Done, hide my list")
    accessible(trading)
    accessible(overlap)
    typed(overlap)
    accessible(overlap)


def test_a_trade_needs_nothing_but_a_keyboard(trading: Page) -> None:
    trading.keyboard.press("Tab")
    for person, points in enumerate((FIRST, SECOND)):
        for number in points:
            trading.keyboard.type(number)
            trading.keyboard.press("Tab")
        trading.keyboard.press("Enter")  # Done
        trading.keyboard.press("Tab")
        trading.keyboard.press("Enter")  # I am the second person; Show the trade
        if person == 0:
            trading.keyboard.press("Tab")
    kernel(trading)
    heading(trading, "Who would get what")


def test_marking_needs_nothing_but_a_keyboard(overlap: Page) -> None:
    overlap.keyboard.press("Tab")
    overlap.keyboard.type("Order in")
    for _ in range(6):
        overlap.keyboard.press("Tab")
    overlap.keyboard.press("Enter")
    for _ in range(2):
        overlap.keyboard.press("Tab")
        overlap.keyboard.press("Space")
        overlap.keyboard.press("ArrowDown")
        overlap.keyboard.press("Tab")
        overlap.keyboard.press("Enter")  # Done
        overlap.keyboard.press("Tab")
        overlap.keyboard.press("Enter")  # I am the second person; Show
    heading(overlap, "Both of you can live with")


@pytest.mark.parametrize("width", [320, 390])
def test_on_a_phone_nothing_is_wider_than_the_screen(browser: Browser, width: int) -> None:
    wide = "() => document.documentElement.scrollWidth > window.innerWidth"
    page = a_trade(browser, width)
    assert not page.evaluate(wide)
    traded(page)
    kernel(page)
    expect(page.get_by_role("img")).to_be_visible()
    assert not page.evaluate(wide)
    page = opened(browser, OverlapForm._esm, OverlapForm._css, {}, width)
    page.get_by_label("Idea 1").fill("x" * 120)
    assert not page.evaluate(wide)
    press(page, "Next: the first person marks them")
    assert not page.evaluate(wide)


def test_in_the_notebook_no_idea_leaves_the_page_and_none_is_saved(lab: Lab, browser: Browser) -> None:
    page = lab.open(browser, PAGE)
    said: list[str] = []
    page.on("request", lambda request: said.append(request.post_data or ""))
    page.evaluate(
        """() => {
            window.said = [];
            const { send } = WebSocket.prototype;
            WebSocket.prototype.send = function (data) { window.said.push(data); send.call(this, data); };
        }"""
    )
    overlap = page.locator(".wh-overlap")
    both_marked(overlap)  # type: ignore[arg-type]
    press(overlap, "Show what both can live with")
    trading = page.locator(".wh-trading")
    fill(trading, FIRST)
    press(trading, "Done, hide my list")
    press(trading, "Use the invented person")
    press(trading, "Show the trade")
    expect(trading.get_by_role("table")).to_be_visible()
    save(page)

    frames: list[str] = page.evaluate(
        "() => window.said.map((data) => typeof data === 'string' ? data : new TextDecoder().decode(data))"
    )
    asked = [frame for frame in frames if "settle" in frame]
    assert len(asked) == 1  # we do hear what is sent ...
    assert [frame for frame in [*frames, *said] if "marmalade-otter" in frame] == []  # ... and ideas are not
    assert not any(idea in (lab.notebooks / PAGE).read_text() for idea in IDEAS)
    assert '"settle"' not in (lab.notebooks / PAGE).read_text()
    assert not [
        path for path in lab.notebooks.parent.rglob("*") if path.is_file() and b"marmalade-otter" in path.read_bytes()
    ]
    assert "marmalade-otter" not in page.content()
