"""The pages for slips and tables against a stand-in for the kernel: what comes late, twice or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect

from browser.alone import draw_alone
from workshop_helpers.content.loading import load_workshop
from workshop_helpers.pooling.catalogue import Catalogue
from workshop_helpers.widgets.slips.widget import SlipsForm
from workshop_helpers.widgets.table.widget import TableForm

SPEC: dict[str, Any] = {"pages": Catalogue(load_workshop()).pages(), "largest": 5}
READ: dict[str, Any] = {
    "type": "read",
    "headings": ["Do you like tea", "Name", "Other"],
    "identifying": [1, 2],
    "headingRows": 1,
    "rows": 8,
    "empty": 2,
    "needed": 8,
    "small": True,
    "questions": [
        {
            "key": "tea",
            "text": "Do you like tea?",
            "side": "",
            "ways": {"one": [""], "options": ["a", "b"]},
            "meanings": {"one": {"a": "A", "b": "B"}, "options": {"yes": "chosen"}},
            "ownWords": True,
        }
    ],
    "columns": {"tea": {"way": "one", "places": [0], "ownWords": None, "alike": True}},
}
FINE: dict[str, Any] = {"fine": True, "words": "8 of 8 can be read."}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.clock.install()
    yield page
    page.close()


def say(page: Page, **message: Any) -> None:
    page.evaluate("message => window.say(message)", message)


def sent(page: Page) -> list[dict[str, Any]]:
    messages: list[dict[str, Any]] = page.evaluate("window.sent")
    return messages


def typing(page: Page) -> Page:
    draw_alone(page, str(SlipsForm._esm), SPEC)
    page.get_by_label("The word of the day").fill("willow")
    page.keyboard.press("Enter")
    say(page, type="begun", number=0, needed=8)
    return page


def test_one_slip_is_on_its_way_at_a_time(page: Page) -> None:
    typing(page)
    page.keyboard.type("0000")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.keyboard.type("1")  # the field waits, so that nothing of the next slip is lost in this one
    assert [message["type"] for message in sent(page)] == ["begin", "slip"]
    expect(page.get_by_label("Code on the slip")).to_have_value("0000")
    say(page, type="slips", number=1, needed=8)
    expect(page.get_by_label("Code on the slip")).to_have_value("")
    expect(page.get_by_text("1 slip in the hat")).to_be_visible()


def test_a_slip_stays_in_the_field_when_nobody_answers(page: Page) -> None:
    typing(page)
    page.keyboard.type("0000")
    page.keyboard.press("Enter")
    page.clock.run_for(31_000)
    expect(page.get_by_role("alert").filter(has_text="This page is not connected.")).to_be_visible()
    expect(page.get_by_label("Code on the slip")).to_have_value("0000")
    expect(page.get_by_label("Code on the slip")).to_be_editable()


def test_after_half_an_hour_the_page_begins_again(page: Page) -> None:
    typing(page)
    say(page, type="gone")
    expect(page.get_by_role("heading", name="Before the first slip")).to_be_focused()
    expect(page.get_by_role("alert")).to_have_text("Half an hour is over, so everything was forgotten. Begin again.")


@pytest.mark.parametrize("leaving", ["window.close_form()", "dispatchEvent(new PageTransitionEvent('pagehide'))"])
def test_whoever_leaves_the_page_has_it_forgotten(page: Page, leaving: str) -> None:
    typing(page)
    page.evaluate(leaving)
    assert sent(page)[-1] == {"type": "forget"}


def mapping(page: Page) -> Page:
    draw_alone(page, str(TableForm._esm), SPEC)
    say(page, **READ)
    return page


def test_what_is_only_alike_is_to_be_looked_at(page: Page) -> None:
    mapping(page)
    hint = page.get_by_text("Little speaks for this. Look whether it is the same question.")
    expect(hint).to_be_visible()
    page.get_by_label("Column").select_option("not asked")
    expect(hint).to_have_count(0)


def test_every_column_that_holds_no_question_is_named(page: Page) -> None:
    mapping(page)
    named = page.get_by_text("These columns are not used:")
    expect(named).to_contain_text("“Name”, “Other”. Each may tell who somebody is, or when they answered.")
    page.get_by_label("Column").select_option("not asked")
    expect(named).to_contain_text("“Do you like tea”, “Name”, “Other”.")
    page.get_by_label("It stands in the table").select_option("in a column for each option")
    for part, column in (("a", "1: Do you like tea"), ("b", "2: Name"), ("In their own words", "3: Other")):
        page.get_by_label(part, exact=True).select_option(column)
    expect(named).to_be_hidden()
    assert sent(page)[-1]["columns"]["tea"] == {
        "way": "options", "places": [0, 1], "ownWords": 2, "words": [], "noAnswer": False,
    }  # fmt: skip


def test_somebody_says_which_rows_are_people(page: Page) -> None:
    mapping(page)
    say(page, type="checks", number=1, checks={"tea": FINE}, silent=0)
    expect(page.get_by_text("8 people in the table")).to_be_visible()
    page.get_by_label("2 rows of the table are empty.").check()
    expect(page.get_by_text("10 people in the table")).to_be_visible()
    page.get_by_label("Column").select_option("3: Other")
    say(page, type="checks", number=2, checks={"tea": FINE}, silent=3)
    page.get_by_label("3 rows of the table hold no answer, but something else").uncheck()
    expect(page.get_by_text("7 people in the table")).to_be_visible()
    page.get_by_label("We are a small circle.").check()
    page.get_by_role("button", name="Draw the picture").click()
    page.get_by_role("button", name="Yes, draw it").click()
    drawn = sent(page)[-1]
    assert (drawn["type"], drawn["small"], drawn["empty"], drawn["silent"]) == ("draw", True, True, False)


def test_somebody_says_what_a_word_means_and_nothing_of_a_cell_is_shown(page: Page) -> None:
    mapping(page)
    page.get_by_text("Say what a word in these cells means").click()
    page.get_by_label("Words for no answer").check()
    assert sent(page)[-1]["columns"]["tea"]["noAnswer"] is True
    page.get_by_role("button", name="Say what another word means").click()
    page.keyboard.type("Aye")
    assert sent(page)[-1]["columns"]["tea"]["words"] == [["Aye", ""]]  # a skip, until something else is chosen
    page.get_by_label("it means").select_option("A")
    assert sent(page)[-1]["columns"]["tea"]["words"] == [["Aye", "a"]]
    page.get_by_label("It stands in the table").select_option("in a column for each option")
    assert page.get_by_label("it means").count() == 0  # the words meant something else there


def test_how_many_rows_are_headings_is_said_by_reading_the_file_again(page: Page) -> None:
    draw_alone(page, str(TableForm._esm), SPEC | {"largest": 10})
    page.get_by_label("The table, a CSV file").set_input_files(
        [FilePayload(name="a", mimeType="text/csv", buffer=b"1")]
    )
    page.get_by_role("button", name="Read the file").click()
    say(page, **READ)
    page.get_by_label("Headings at the top of the file").select_option("3 rows")
    page.wait_for_function("window.sent.filter(({ type }) => type === 'file').length === 2")
    assert [message["headings"] for message in sent(page) if message["type"] == "file"] == [None, 3]


def test_only_the_last_word_on_the_columns_counts(page: Page) -> None:
    mapping(page)
    page.get_by_label("Column").select_option("3: Other")
    assert [message["number"] for message in sent(page)] == [1, 2]
    wrong = {"fine": False, "words": "Row 3 cannot be read."}
    say(page, type="checks", number=2, checks={"tea": wrong}, silent=0)
    say(page, type="checks", number=1, checks={"tea": FINE}, silent=0)  # of the column before
    expect(page.get_by_text("Row 3 cannot be read.")).to_be_visible()
    words = "1 question cannot be read yet. Say what its words mean, mend the file, or choose “not asked”."
    expect(page.get_by_text(words)).to_be_visible()
    expect(page.get_by_role("button", name="Draw the picture")).to_be_disabled()


def test_a_question_may_stand_in_a_column_for_each_option(page: Page) -> None:
    mapping(page)
    page.get_by_label("It stands in the table").select_option("in a column for each option")
    page.get_by_label("b", exact=True).select_option("3: Other")
    assert sent(page)[-1]["columns"]["tea"]["places"] == [None, 2]


def test_a_file_that_is_too_large_is_not_even_sent(page: Page) -> None:
    draw_alone(page, str(TableForm._esm), SPEC)
    too_large = FilePayload(name="a.csv", mimeType="text/csv", buffer=b"123456")
    page.get_by_label("The table, a CSV file").set_input_files([too_large])
    page.get_by_role("button", name="Read the file").click()
    expect(page.get_by_role("alert").filter(has_text="The file is larger than")).to_be_visible()
    assert sent(page) == []


# --- a room that is open at the same time ------------------------------------------------------------------


OPEN: dict[str, Any] = {
    "type": "room", "room": "open", "policy": "room", "rule": "in bands, from eight people", "people": 0,
    "answered": 4, "seats": 8, "trouble": "",
}  # fmt: skip
JOINED = OPEN | {"people": 8, "answered": 12, "seats": 12}


def ready(page: Page) -> Page:
    mapping(page)
    page.get_by_label("What did people answer?")
    say(page, type="checks", number=1, checks={"tea": FINE}, silent=0)
    return page


def test_without_a_room_nothing_is_said_of_one(page: Page) -> None:
    ready(page)
    expect(page.get_by_role("region", name="The room’s picture")).to_have_count(0)
    say(page, **OPEN | {"room": "none"})
    expect(page.get_by_role("region", name="The room’s picture")).to_have_count(0)


def test_people_of_a_table_join_the_rooms_picture_and_come_back(page: Page) -> None:
    ready(page)
    say(page, **OPEN | {"policy": sent_policy(page)})
    page.get_by_role("button", name="Add these 8 people to the room’s picture").click()
    expect(page.get_by_text("They would count twice. The room then has seats for 12.")).to_be_visible()
    say(page, **OPEN | {"policy": sent_policy(page)})  # as every few seconds
    page.get_by_role("button", name="Yes, add them").click()
    assert sent(page)[-1] | {"columns": None} == {
        "type": "join", "columns": None, "small": False, "empty": False, "silent": True,
    }  # fmt: skip
    say(page, **JOINED | {"policy": sent_policy(page)})
    expect(
        page.get_by_text("8 people from here are in it, of 12 in all. Forgetting them here changes nothing there.")
    ).to_be_visible()
    expect(page.get_by_role("button", name="Draw the picture")).to_be_disabled()
    expect(
        page.get_by_text("These people are in the room’s picture, so there is no other one of them.")
    ).to_be_visible()
    page.get_by_role("button", name="Take them back from the room").click()
    assert sent(page)[-1]["type"] == "back"
    say(page, **OPEN | {"policy": sent_policy(page)})
    expect(page.get_by_text("Your room is asked this just now: 4 people answered there so far.")).to_be_visible()
    expect(page.get_by_role("button", name="Draw the picture")).to_be_enabled()


def test_what_a_restart_has_lost_is_said_and_not_sent_again(page: Page) -> None:
    ready(page)
    say(page, **JOINED | {"policy": sent_policy(page)})
    before = len(sent(page))
    say(page, **OPEN | {"policy": sent_policy(page), "answered": 0})
    gone = "They are not in the room’s picture any more: it was restarted, or closed."
    expect(page.get_by_text(gone)).to_be_visible()
    expect(page.get_by_role("button", name="Add these 8 people to the room’s picture")).to_be_enabled()
    assert len(sent(page)) == before


@pytest.mark.parametrize(
    ("standing", "words"),
    [
        ({"room": "closed"}, "Your room is not asked this just now. Open it in the console to add them there."),
        ({"policy": "another"}, "The rule of the room’s picture is: in bands, from eight people. These people were"),
        ({"room": "unknown", "trouble": "The room cannot be reached."}, "The room cannot be reached."),
        ({"room": "revealed"}, "The room’s picture of this is drawn. Nobody can be added any more."),
    ],
    ids=["closed", "another rule", "unknown", "revealed"],
)
def test_where_nobody_can_be_added_it_is_said_why(page: Page, standing: dict[str, Any], words: str) -> None:
    ready(page)
    say(page, **OPEN | standing)
    expect(page.get_by_text(words)).to_be_visible()
    expect(page.get_by_role("button", name="to the room’s picture")).to_have_count(0)


def test_when_the_rooms_picture_is_drawn_the_page_begins_again(page: Page) -> None:
    ready(page)
    say(page, **JOINED | {"room": "revealed"})
    expect(page.get_by_role("heading", name="Choose the file")).to_be_focused()
    expect(page.get_by_text("The room’s picture is drawn, with these people in it.")).to_be_visible()


def test_slips_that_come_later_join_those_that_are_in(page: Page) -> None:
    typing(page)
    policy = sent_policy(page)
    say(page, **OPEN | {"policy": policy, "people": 2, "answered": 6})
    say(page, type="slips", number=3, needed=8)
    page.get_by_role("button", name="Add the other person to the room’s picture").click()
    page.get_by_role("button", name="Yes, add them").click()
    assert sent(page)[-1] == {"type": "join"}
    say(page, **OPEN | {"policy": policy, "people": 3, "answered": 7})
    expect(page.get_by_text("3 people from here are in it, of 7 in all.")).to_be_visible()
    expect(page.get_by_role("button", name="Show the picture")).to_be_disabled()


def sent_policy(page: Page) -> str:
    """The rule of what the page shows first: the first part of its list."""
    return str(SPEC["pages"][0]["parts"][0]["policy"])
