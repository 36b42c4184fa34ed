"""A facilitator's room in their notebook: remembered, looked at, rehearsed, revealed once, forgotten."""

from __future__ import annotations

import secrets
from pathlib import Path
from threading import Event
from typing import Any

import pytest

import workshop_helpers as wh
from workshop_helpers.errors import LinkError, RoomError, TooFewPeople, Unreachable, WrongCode
from workshop_helpers.made_up import invented_person
from workshop_helpers.pooling.catalogue import Catalogue
from workshop_helpers.pooling.contribution import contribution
from workshop_helpers.room.client.leadership import Leadership, LedPool, own_link
from workshop_helpers.room.client.led_room import LedRoomEntry
from workshop_helpers.room.news import News
from workshop_helpers.room.protocol.replies import AnyReply
from workshop_helpers.room.protocol.requests import AnswerRequest, Request, content_version
from workshop_helpers.room.server.handlers import respond
from workshop_helpers.room.server.rooms import Rooms
from workshop_helpers.room.server.store import MemoryStore
from workshop_helpers.watcher import FACILITATORS_PAUSE, Watcher
from workshop_helpers.workbook import Workbook

WORKSHOP = wh.load_workshop()
MENU = Catalogue(WORKSHOP)
ADDRESS = "https://hub.example.org/user/one"
POOL = "active-listening"


class Network:
    """Calls that reach a collector in this process, or nobody."""

    def __init__(self) -> None:
        self.up = True
        self.before_a_call: Any = lambda kind: None
        self.restart()

    def restart(self) -> None:
        """A collector that has forgotten everything."""
        self.rooms = Rooms(MemoryStore(), assessment=WORKSHOP.assessment)

    def call(self, request: Request[AnyReply]) -> AnyReply:
        if not self.up:
            raise Unreachable("Nobody answers.")
        self.before_a_call(request.kind)
        return respond(self.rooms, request)

    def somebody_answers(self, code: str, people: int = 1) -> None:
        about = WORKSHOP.assessment(POOL)
        for _ in range(people):
            given = contribution(invented_person("somebody", about))
            token, content = secrets.token_bytes(16), content_version(given.variables)
            opening = self.rooms.state(code).pool(POOL)
            assert opening is not None
            self.call(AnswerRequest(code, POOL, opening.number, opening.policy, content, token, 1, bytes(given)))


@pytest.fixture
def network() -> Network:
    return Network()


@pytest.fixture
def workbook(tmp_path: Path) -> Workbook:
    return Workbook(tmp_path / "workbook.json")


def leading(workbook: Workbook, network: Network) -> Leadership:
    return Leadership(LedRoomEntry(workbook), MENU, lambda _link: network)  # type: ignore[arg-type, return-value]


@pytest.fixture
def led(workbook: Workbook, network: Network) -> Leadership:
    """A room for ten people, in the server of the page."""
    made = leading(workbook, network)
    keys = network.rooms.create(10)
    made.take(ADDRESS, keys.code, keys.key, 10)
    return made


def code_of(led: Leadership) -> str:
    assert led.room is not None
    return led.room.link.code


# --- the menu ---------------------------------------------------------------------------------------------


def test_everything_that_may_be_put_together_can_be_opened_and_nothing_private() -> None:
    offered = [part["pool"] for page in MENU.pages() for part in page["parts"]]
    assert {name.partition(".")[0] for name in offered} == {
        name for page in WORKSHOP.sections for name in page.assessments if WORKSHOP.assessment(name).policy != "private"
    }
    assert all(pool in MENU for pool in offered)


def test_what_is_asked_twice_is_offered_on_each_page_for_its_occasion() -> None:
    offered = {part["pool"]: page["title"] for page in MENU.pages() for part in page["parts"]}
    assert offered["starting-point.before"].startswith("00")
    assert offered["starting-point.after"].startswith("14")


def test_what_is_not_on_the_menu_is_refused(led: Leadership) -> None:
    with pytest.raises(RoomError) as caught:
        led.open("ledger")
    assert str(caught.value) == "There is no such self-assessment to open. Choose one from the list."


# --- a room, and the same room again ----------------------------------------------------------------------


def test_a_room_is_remembered_with_its_key_until_it_is_ended(led: Leadership, workbook: Workbook) -> None:
    assert led.room is not None
    key = led.room.key
    assert key in workbook.path.read_text()
    led.end()
    assert led.room is None
    assert key not in workbook.path.read_text()


def test_a_room_s_secrets_are_in_no_printed_form(led: Leadership) -> None:
    assert led.room is not None
    assert [led.room.key in text for text in (repr(led), repr(led.room), str(vars(led)))] == [False] * 3


def test_an_unprotected_address_is_refused_before_a_room_is_made() -> None:
    with pytest.raises(LinkError) as caught:
        own_link("http://192.168.1.20:8888", "7K3M-Q0ZD")
    assert str(caught.value) == (
        "The address of this page begins with http, so answers would travel to it unprotected. Start 'workshop room' "
        "in a terminal instead, and paste its line here."
    )


def test_a_room_that_notebooks_cannot_reach_is_not_led(workbook: Workbook, network: Network) -> None:
    network.up = False
    made = leading(workbook, network)
    with pytest.raises(RoomError, match="notebooks cannot reach it under the address in your browser"):
        made.take(ADDRESS, "7K3M-Q0ZD", "0" * 64, 10)
    assert made.room is None


def test_a_code_is_enough_where_the_hub_names_the_room_s_own_server(
    led: Leadership, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert led.room is not None
    assert not led.room.code_is_enough
    monkeypatch.setenv("WORKSHOP_ROOMS", f"{ADDRESS}/")
    assert led.room.code_is_enough


def test_whether_only_this_computer_can_reach_it_is_known(led: Leadership, network: Network) -> None:
    assert led.room is not None
    assert not led.room.only_here
    led.take("http://localhost:8888", led.room.link.code, led.room.key, 10)
    assert led.room.only_here


def test_a_line_from_a_terminal_is_led_with_the_seats_that_it_has(workbook: Workbook, network: Network) -> None:
    keys = network.rooms.create(14)
    made = leading(workbook, network)
    made.take_line(f"https://192.168.1.20:8765/workshop/#{keys.code}.{'a' * 64}.{keys.key}")
    assert made.room is not None
    assert (made.room.seats, made.room.own) == (14, False)


def test_without_a_line_the_room_that_this_account_runs_here_is_led(
    workbook: Workbook, network: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WORKSHOP_HOME", str(tmp_path))
    keys = network.rooms.create(14)
    made = leading(workbook, network)
    with pytest.raises(LinkError) as caught:
        made.take_line(" ")
    assert str(caught.value) == (
        "No room runs on this computer. Start 'workshop room' in a terminal. If it runs on another computer, paste the "
        "line from its file here."
    )
    line = f"https://192.168.1.20:8765/workshop/#{keys.code}.{'a' * 64}.{keys.key}\n"
    (tmp_path / "facilitators-line.txt").write_text(line, encoding="utf-8")
    made.take_line("")
    assert made.room is not None
    assert (made.room.seats, made.room.own) == (14, False)


def test_a_line_with_another_room_s_key_is_refused(workbook: Workbook, network: Network) -> None:
    keys = network.rooms.create(14)
    made = leading(workbook, network)
    with pytest.raises(WrongCode):
        made.take_line(f"https://192.168.1.20:8765/workshop/#{keys.code}.{'a' * 64}.{'b' * 64}")
    assert made.room is None


def test_a_restarted_kernel_leads_the_same_room_with_what_was_open(
    led: Leadership, workbook: Workbook, network: Network
) -> None:
    led.open(POOL)
    network.somebody_answers(code_of(led), 3)
    again = leading(Workbook(workbook.path), network)
    assert list(again.pools().values()) == [LedPool(POOL, "open", 3, 10, 8, False)]


def test_after_a_restart_of_the_server_the_room_made_again_has_the_same_things_open(
    led: Leadership, workbook: Workbook, network: Network
) -> None:
    led.open(POOL)
    number = led._entry.openings.get()[0].number
    assert led.room is not None
    code, key = led.room.link.code, led.room.key
    network.restart()
    with pytest.raises(WrongCode):
        led.pools()
    network.rooms.create(10, code, key)
    led.take(ADDRESS, code, key, 10)
    assert list(led.pools().values()) == [LedPool(POOL, "open", 0, 10, 8, False)]
    assert led._entry.openings.get()[0].number != number  # so that nothing is sent again without asking


def test_what_a_second_notebook_opened_again_is_revealed_by_the_first_and_not_the_earlier_picture(
    led: Leadership, workbook: Workbook, network: Network
) -> None:
    other = leading(workbook, network)
    led.open(POOL)
    network.somebody_answers(code_of(led), 8)
    earlier = led.reveal(POOL)
    other.open(POOL)
    network.somebody_answers(code_of(led), 9)
    assert led.reveal(POOL) == earlier  # what this page shows, until it has looked
    led.pools()
    assert led.reveal(POOL).n == 9
    assert led.reveal(POOL) == other.reveal(POOL)


def test_a_notebook_that_has_not_looked_reveals_nothing_that_it_does_not_show(
    led: Leadership, workbook: Workbook, network: Network
) -> None:
    other = leading(workbook, network)
    led.open(POOL)
    other.pools()
    other.close(POOL)
    other.open(POOL)
    network.somebody_answers(code_of(led), 8)
    with pytest.raises(RoomError) as caught:
        led.reveal(POOL)
    assert str(caught.value).startswith("This was opened again since you looked, here or on another page.")
    led.pools()
    assert led.reveal(POOL).n == 8


def test_a_room_that_cannot_be_reached_is_forgotten_only_when_that_is_wanted(led: Leadership, network: Network) -> None:
    network.up = False
    with pytest.raises(Unreachable) as caught:
        led.end()
    assert str(caught.value) == "Nobody answers. Try again in a moment."
    assert led.room is not None
    led.end(anyway=True)
    assert led.room is None


def test_a_room_that_has_ended_already_can_be_ended(led: Leadership, network: Network) -> None:
    network.restart()
    led.end()
    assert led.room is None


def test_a_small_circle_is_chosen_before_opening_and_only_for_answers_about_oneself(
    led: Leadership, network: Network
) -> None:
    led.seat(6)
    led.be_small(True)
    light = next(part["pool"] for page in MENU.pages() for part in page["parts"] if part["policy"] == "light")
    led.open(POOL)
    led.open(light)
    policies = {pool.pool: pool.policy for pool in network.rooms.state(code_of(led)).pools}
    assert policies == {POOL: "small-circle", light: "light"}


def test_nobody_becomes_a_small_circle_with_eight_people(led: Leadership, network: Network) -> None:
    led.be_small(True)
    led.open(POOL)
    assert network.rooms.state(code_of(led)).pools[0].policy == "room"


# --- the reveal -------------------------------------------------------------------------------------------


def test_there_is_no_picture_below_eight_and_one_picture_from_eight(led: Leadership, network: Network) -> None:
    led.open(POOL)
    network.somebody_answers(code_of(led), 7)
    with pytest.raises(TooFewPeople):
        led.reveal(POOL)
    network.somebody_answers(code_of(led))
    first = led.reveal(POOL)
    assert (first.n, first.source) == (8, "a room")
    assert led.reveal(POOL) == first
    assert list(led.pools().values()) == [LedPool(POOL, "revealed", 8, 10, 8, False)]


def test_a_restarted_kernel_can_show_the_picture_again(led: Leadership, workbook: Workbook, network: Network) -> None:
    led.open(POOL)
    network.somebody_answers(code_of(led), 8)
    assert leading(workbook, network).reveal(POOL) == led.reveal(POOL)


def test_what_was_closed_is_not_opened_again_by_a_restart(led: Leadership, network: Network) -> None:
    led.open(POOL)
    led.close(POOL)
    assert list(led.pools().values()) == [LedPool(POOL, "discarded", 0, 10, 8, False)]
    assert led._entry.openings.get() == []


def test_what_was_lost_while_its_picture_was_asked_for_is_said_and_opened_only_knowingly(
    led: Leadership, workbook: Workbook, network: Network
) -> None:
    led.open(POOL)
    network.somebody_answers(code_of(led), 8)
    assert led.room is not None
    code, key = led.room.link.code, led.room.key

    def dies_after_the_draw(kind: str) -> None:
        if kind == "reveal":
            network.before_a_call = lambda kind: None
            network.rooms.reveal(code, key, POOL, network.rooms.state(code).pools[0].number)
            network.restart()
            network.rooms.create(10, code, key)
            raise Unreachable("Nobody answers.")

    network.before_a_call = dies_after_the_draw
    with pytest.raises(Unreachable):
        led.reveal(POOL)
    again = leading(Workbook(workbook.path), network)  # with a new kernel
    for each in (led, again, led):
        assert list(each.pools().values()) == [LedPool(POOL, "in-doubt", 0, 10, 0, False)]
    again.open(POOL)
    assert list(led.pools().values()) == list(again.pools().values()) == [LedPool(POOL, "open", 0, 10, 8, False)]


def test_two_kernels_that_lead_one_room_lose_nothing_of_each_other(
    led: Leadership, workbook: Workbook, network: Network
) -> None:
    other = leading(Workbook(workbook.path), network)
    led.open(POOL)
    other.pools()
    other.open("what-counts")
    led.pools()
    network.restart()
    assert led.room is not None
    network.rooms.create(10, led.room.link.code, led.room.key)
    assert set(led.pools()) == set(other.pools()) == {POOL, "what-counts"}


def test_another_room_has_nothing_open_and_leaves_nothing_of_the_first(led: Leadership, network: Network) -> None:
    led.open(POOL)
    before = led._entry.openings
    keys = network.rooms.create(10)
    led.take(ADDRESS, keys.code, keys.key, 10)
    assert (led.pools(), before.get()) == ({}, [])


# --- the rehearsal ----------------------------------------------------------------------------------------


def test_invented_people_are_as_many_as_there_are_seats_and_their_picture_says_that_they_are_invented(
    led: Leadership,
) -> None:
    led.rehearse(POOL)
    assert list(led.pools().values()) == [LedPool(POOL, "open", 10, 10, 8, True)]
    release = led.reveal(POOL)
    assert (release.n, release.source) == (10, "a made-up group")
    assert list(led.pools().values()) == [LedPool(POOL, "revealed", 10, 10, 8, True)]
    led.stop_rehearsing(POOL)
    assert led.pools() == {}


def test_nothing_of_a_rehearsal_reaches_the_room(led: Leadership, network: Network) -> None:
    before = network.rooms.state(code_of(led))
    calls: list[str] = []
    network.before_a_call = calls.append
    led.rehearse(POOL)
    led.reveal(POOL)
    led.stop_rehearsing(POOL)
    assert {*calls} == {"count"}
    assert network.rooms.state(code_of(led)) == before


def test_what_a_group_is_asked_or_has_a_picture_of_is_not_rehearsed(led: Leadership, network: Network) -> None:
    led.open(POOL)
    network.somebody_answers(code_of(led), 8)
    for step in (lambda: None, lambda: led.reveal(POOL)):
        step()
        with pytest.raises(RoomError) as caught:
            led.rehearse(POOL)
        assert str(caught.value) == "Your group is asked this, or has its picture already. Rehearse another one."
    led.stop_rehearsing(POOL)  # which is none
    assert list(led.pools().values()) == [LedPool(POOL, "revealed", 8, 10, 8, False)]


def test_a_restarted_kernel_goes_on_with_the_rehearsal(led: Leadership, workbook: Workbook, network: Network) -> None:
    led.rehearse(POOL)
    picture = led.reveal(POOL)
    again = leading(Workbook(workbook.path), network)
    assert list(again.pools().values()) == [LedPool(POOL, "revealed", 10, 10, 8, True)]
    assert again.reveal(POOL) == picture


def test_what_another_notebook_opened_for_the_group_is_no_rehearsal_any_more(
    led: Leadership, workbook: Workbook, network: Network
) -> None:
    led.rehearse(POOL)
    leading(Workbook(workbook.path), network).open(POOL)
    assert list(led.pools().values()) == [LedPool(POOL, "open", 0, 10, 8, False)]


def test_a_real_picture_after_a_rehearsal_is_the_room_s(led: Leadership, network: Network) -> None:
    led.rehearse(POOL)
    led.reveal(POOL)
    led.open(POOL)
    network.somebody_answers(code_of(led), 8)
    assert (led.reveal(POOL).n, led.reveal(POOL).source) == (8, "a room")


@pytest.mark.parametrize("pool", [part["pool"] for page in MENU.pages() for part in page["parts"]])
def test_everything_can_be_rehearsed(led: Leadership, pool: str) -> None:
    led.rehearse(pool)
    assert led.reveal(pool).source == "a made-up group"


# --- pressed twice, and people who come late ----------------------------------------------------------------


def test_two_presses_on_open_open_once_and_alarm_nobody(led: Leadership, network: Network) -> None:
    led.open(POOL)
    network.somebody_answers(code_of(led))
    number = led._entry.openings.get()[0].number
    led.open(POOL)
    assert list(led.pools().values()) == [LedPool(POOL, "open", 1, 10, 8, False)]
    assert [opened.number for opened in led._entry.openings.get()] == [number]


def test_a_late_comer_gets_a_seat(led: Leadership, network: Network) -> None:
    led.open(POOL)
    network.somebody_answers(code_of(led), 10)
    led.seat(11)
    network.somebody_answers(code_of(led))
    assert list(led.pools().values()) == [LedPool(POOL, "open", 11, 11, 8, False)]
    with pytest.raises(wh.WorkshopError) as caught:
        led.seat(10)
    assert str(caught.value) == "11 people have been counted already. Give that number or a higher one."
    assert led.room is not None
    assert led.room.seats == 11


# --- looking after it -------------------------------------------------------------------------------------


def news_of(led: Leadership, pause: float = FACILITATORS_PAUSE) -> tuple[News[LedPool], float | None]:
    """What a page is told by one look, and when the next one is."""
    told: list[News[LedPool]] = []
    led.watch(told.append)
    pause_after = led.look(pause)
    led.unwatch(told.append)
    return told[-1], pause_after


@pytest.fixture
def by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Looks are taken by hand."""
    monkeypatch.setattr(Watcher, "wake", lambda _watcher: None)


@pytest.mark.usefixtures("by_hand")
def test_looks_become_rarer_while_the_room_cannot_be_reached(led: Leadership, network: Network) -> None:
    network.up = False
    pauses = [FACILITATORS_PAUSE]
    for _ in range(6):
        news, pause = news_of(led, pauses[-1])
        pauses.append(pause or 0.0)
        assert (news.pools, news.trouble, news.lost) == (
            {},
            "Nobody answers. It is tried again by itself.",
            False,
        )
    assert [round(pause, 2) for pause in pauses] == [2.0, 3.2, 5.12, 8.19, 13.11, 20.0, 20.0]
    network.up = True
    news, pause = news_of(led, 20.0)
    assert (news.pools, news.trouble, news.lost, pause) == ({}, None, False, FACILITATORS_PAUSE)


@pytest.mark.usefixtures("by_hand")
def test_a_room_that_its_own_server_forgot_is_said_to_be_lost(led: Leadership, network: Network) -> None:
    network.restart()
    news, pause = news_of(led)
    assert (news.trouble, news.lost, pause) == (
        "The server was restarted and has forgotten this room. This page makes the same room again.",
        True,
        20.0,
    )


@pytest.mark.usefixtures("by_hand")
def test_a_room_in_a_terminal_that_is_gone_is_not_made_again_here(workbook: Workbook, network: Network) -> None:
    keys = network.rooms.create(14)
    made = leading(workbook, network)
    made.take_line(f"https://192.168.1.20:8765/workshop/#{keys.code}.{'a' * 64}.{keys.key}")
    network.restart()
    news, pause = news_of(made)
    assert (news.trouble, news.lost, pause) == (
        "The room has ended, or was started anew with another code. End it here as well, and paste the new line.",
        False,
        20.0,
    )


@pytest.mark.usefixtures("by_hand")
def test_nothing_is_looked_at_when_nobody_watches_or_there_is_no_room(led: Leadership) -> None:
    assert led.look() is None
    heard: list[News[LedPool]] = []
    led.watch(heard.append)
    assert led.look() == FACILITATORS_PAUSE
    led.end()
    assert led.look() is None
    assert len(heard) == 1


@pytest.mark.usefixtures("by_hand")
def test_two_consoles_are_both_told(led: Leadership) -> None:
    led.open(POOL)
    first, second = list[News[LedPool]](), list[News[LedPool]]()
    led.watch(first.append)
    led.watch(second.append)
    led.look()
    assert first == second
    assert first[0].pools == {POOL: LedPool(POOL, "open", 0, 10, 8, False)}


def test_the_thread_ends_when_nobody_watches_and_survives_a_room_that_does_not_answer(
    led: Leadership, network: Network
) -> None:
    heard = Event()

    def hear(_news: object) -> None:
        heard.set()

    network.up = False
    for _ in range(2):  # and another one begins when somebody watches again
        heard.clear()
        led.watch(hear)
        assert heard.wait(10)
        looking = led._watcher._thread
        assert looking is not None
        assert looking.daemon
        led.unwatch(hear)
        looking.join(10)
        assert not looking.is_alive()


@pytest.mark.usefixtures("for_people")
def test_a_console_that_fails_is_told_nothing_more(led: Leadership) -> None:
    asked = Event()

    def gone(_news: object) -> None:
        asked.set()
        raise RuntimeError

    led.watch(gone)
    assert asked.wait(10)
    looking = led._watcher._thread
    if looking is not None:
        looking.join(10)
    assert not led._watcher.watched
    assert led._watcher._thread is None
