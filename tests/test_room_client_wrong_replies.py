"""Whatever comes back from where a room should be: said in words, nothing lost, and looked at again afterwards."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from small_rooms import ASKED, CODE, KEY, Memory, agree, answer_of, asking, given, one_room
from test_room_client_leadership import MENU, POOL, WORKSHOP
from wrong_replies import LINK, WRONG_REPLIES, Wire

from workshop_helpers.errors import MalformedReply, NotAgreed, PolicyError, TooFewPeople, WorkshopError
from workshop_helpers.pooling.credential import Credential
from workshop_helpers.room.client import participant
from workshop_helpers.room.client.facilitator import Facilitator
from workshop_helpers.room.client.leadership import Leadership, LedPool
from workshop_helpers.room.client.led_room import LedRoom, LedRoomEntry
from workshop_helpers.room.client.membership import Membership
from workshop_helpers.room.client.participant import Participant
from workshop_helpers.room.protocol.replies import NOT_UNDERSTOOD
from workshop_helpers.room.server.rooms import Rooms
from workshop_helpers.room.server.store import MemoryStore
from workshop_helpers.room.standing import Stand
from workshop_helpers.workbook import Workbook

wrong_replies = pytest.mark.parametrize("wrong", WRONG_REPLIES)


@pytest.fixture
def wire() -> Wire:
    rooms, _ = one_room()
    return Wire(rooms)


def leader_of(wire: Wire) -> Facilitator:
    return Facilitator(LINK, KEY, None, wire.caller())


def person_in(wire: Wire, number: int = 1) -> Participant:
    return Participant(LINK, Credential(bytes([number]) * 32), Memory(), wire.caller())


def not_understood(act: Callable[[], object]) -> None:
    with pytest.raises(MalformedReply) as caught:
        act()
    assert str(caught.value) == NOT_UNDERSTOOD


def answered(wire: Wire) -> int:
    (pool,) = wire.rooms.count(CODE, KEY).pools
    return pool.answered


# --- a participant -------------------------------------------------------------------------------------------


@wrong_replies
def test_a_participant_who_cannot_understand_a_look_keeps_what_they_agreed_to_and_sends_it_later(
    wire: Wire, wrong: str
) -> None:
    leader_of(wire).open("small")
    one = person_in(wire)
    (number,) = (pool.number for pool in wire.rooms.state(CODE).pools)
    wire.instead["state"] = WRONG_REPLIES[wrong]
    for look in (one.seats, one.state, one.keep_up, lambda: one.add(given("a"), None, number, keep=True)):
        not_understood(look)
    assert answered(wire) == 0
    wire.instead.clear()
    assert one.keep_up()["small"].added
    assert answered(wire) == 1


@wrong_replies
def test_a_participant_who_cannot_understand_whether_they_were_counted_is_counted_once(wire: Wire, wrong: str) -> None:
    leader_of(wire).open("small")
    one = person_in(wire)
    wire.instead["answer"] = WRONG_REPLIES[wrong]
    not_understood(lambda: agree(one, given("a")))
    not_understood(one.keep_up)
    wire.instead.clear()
    assert one.keep_up()["small"].added
    assert answered(wire) == 1


@wrong_replies
def test_a_picture_that_cannot_be_understood_can_be_asked_for_again(wire: Wire, wrong: str) -> None:
    leader, people = leader_of(wire), [person_in(wire, number) for number in range(8)]
    leader.open("small")
    for one in people:
        agree(one, given("a"))
    wire.instead["picture"] = wire.instead["reveal"] = WRONG_REPLIES[wrong]
    not_understood(lambda: leader.reveal("small"))
    not_understood(lambda: people[0].picture("small", None))
    assert [opened.asked for opened in leader.opened] == [True]  # somebody may have seen it: it is not opened again
    wire.instead.clear()
    assert people[0].picture("small", None) == leader.reveal("small")


# --- a facilitator -------------------------------------------------------------------------------------------


@wrong_replies
def test_a_facilitator_who_cannot_understand_a_look_takes_nothing_for_lost_or_over(wire: Wire, wrong: str) -> None:
    leader = leader_of(wire)
    leader.open("small")
    opened = leader.opened
    wire.instead["count"] = WRONG_REPLIES[wrong]
    not_understood(leader.keep_up)
    assert leader.opened == opened
    wire.instead.clear()
    assert leader.keep_up() == wire.rooms.count(CODE, KEY)


@wrong_replies
def test_what_a_facilitator_does_is_not_done_for_them_where_the_reply_cannot_be_understood(
    wire: Wire, wrong: str
) -> None:
    leader = leader_of(wire)
    leader.open("small")
    for kind in ("open", "seat", "close", "end"):
        wire.instead[kind] = WRONG_REPLIES[wrong]
    acts = (lambda: leader.open("light"), lambda: leader.seat(20), lambda: leader.close("small"), leader.end)
    for act in acts:
        not_understood(act)
        assert [opened.assessment for opened in leader.opened] == ["small"]


# --- threads: both look again after a reply that is none -----------------------------------------------------


class Hearer:
    """What a thread tells, and that it did."""

    def __init__(self) -> None:
        self.told = Event()
        self.last: Any = None

    def __call__(self, told: Any) -> None:
        self.last = told
        self.told.set()

    def next(self) -> Any:
        assert self.told.wait(30), "the thread has ended"
        self.told.clear()
        return self.last


@pytest.fixture
def led(tmp_path: Path) -> Iterator[tuple[Leadership, Wire]]:
    wire = Wire(Rooms(MemoryStore(), assessment=WORKSHOP.assessment))
    wire.rooms.create(10, CODE, KEY)
    entry = LedRoomEntry(Workbook(tmp_path / "workbook.json"))
    entry.begin(LedRoom(LINK, KEY, 10, own=True))
    leadership = Leadership(entry, MENU, wire.caller)
    yield leadership, wire
    if leadership.room:
        leadership.end(anyway=True)  # so that the thread ends


some_wrong_replies = pytest.mark.parametrize("wrong", ["other JSON", "a list", "a pool without its policy"])


@some_wrong_replies
def test_a_facilitators_thread_says_so_and_looks_again(led: tuple[Leadership, Wire], wrong: str) -> None:
    leadership, wire = led
    news = Hearer()
    wire.instead["count"] = WRONG_REPLIES[wrong]
    leadership.watch(news)
    told = news.next()
    assert (told.pools, told.trouble, told.lost) == ({}, f"{NOT_UNDERSTOOD} It is tried again by itself.", False)
    wire.instead.clear()
    news.told.clear()
    leadership.open(POOL)  # which has the thread look at once
    while not (told := news.next()).pools:
        pass
    assert (told.pools, told.trouble) == ({POOL: LedPool(POOL, "open", 0, 10, 8, False)}, None)
    leadership.unwatch(news)


@some_wrong_replies
def test_a_room_whose_end_cannot_be_understood_is_forgotten_only_when_asked_again(
    led: tuple[Leadership, Wire], wrong: str
) -> None:
    leadership, wire = led
    wire.instead["end"] = WRONG_REPLIES[wrong]
    not_understood(leadership.end)
    assert leadership.room is not None
    leadership.end(anyway=True)
    assert leadership.room is None


@some_wrong_replies
def test_a_participants_thread_says_so_and_sends_what_it_has_when_it_is_understood(
    wire: Wire, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wrong: str
) -> None:
    monkeypatch.setattr(participant, "Caller", wire.caller)
    leader_of(wire).open("small")
    membership, news = Membership(Workbook(tmp_path / "workbook.json")), Hearer()
    membership.join(str(LINK))
    membership.watch(news)
    news.next()
    wire.instead["state"] = WRONG_REPLIES[wrong]
    kept = f"{NOT_UNDERSTOOD} Your answers are kept here; it is tried again by itself."
    try:
        membership.add(given("a"), None, wire.rooms.state(CODE).pools[0].number, keep=True)
        standing = membership.standing(ASKED["small"], None)
        assert (standing.kind, standing.trouble) == (Stand.SENDING, kept)
        while (told := news.next()).trouble is None:
            pass
        assert (told.pools, told.trouble) == ({}, kept)
        wire.instead.clear()
        membership.look_after()
        while (told := news.next()).trouble:
            pass
        standing = membership.standing(ASKED["small"], None)
        assert (standing.kind, standing.trouble) == (Stand.COUNTED, None)
        assert answered(wire) == 1
    finally:
        membership.unwatch(news)
        membership.leave()


# --- refusals come out as they went in -----------------------------------------------------------------------


def test_a_refusal_is_the_same_error_here_as_in_the_room() -> None:
    wire = Wire(one_room(seats=8)[0])
    leader, people = leader_of(wire), [person_in(wire, number) for number in range(9)]
    refused: list[tuple[type[WorkshopError], Callable[[], object]]] = [
        (PolicyError, lambda: leader.open("small", policy="light")),
        (TooFewPeople, lambda: leader.reveal("small")),
        (NotAgreed, lambda: wire.caller().call(asking("answer", **answer_of(bytes(16), "a", number="00000000")))),
    ]
    leader.open("light")
    leader.close("light")
    leader.open("small")
    for kind, act in refused:
        with pytest.raises(kind) as caught:
            act()
        assert type(caught.value) is kind
    for one in people[:8]:
        agree(one, given("a"))
    agree(people[8], given("a"))
    assert people[8].standing(ASKED["small"], None).refused == (
        "All 8 seats are taken. Ask the facilitator whether the number is right."
    )
