"""People of a hat and of a table join an open pool: each once, in no order, and back again until the reveal."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Event
from typing import Any

import bad_hand_ins as bad
import pytest
from test_room_client_leadership import MENU, POOL, WORKSHOP, Network, leading

from workshop_helpers.errors import RoomError, Unreachable, WorkshopError
from workshop_helpers.made_up import invented_person
from workshop_helpers.offline.slips import SlipsSession
from workshop_helpers.offline.tables import TableSession
from workshop_helpers.pooling.contribution import Contribution, contribution
from workshop_helpers.pooling.slips import encode_slip
from workshop_helpers.room.client.hand_in import HandedIn, HandIn
from workshop_helpers.room.client.leadership import Leadership
from workshop_helpers.room.protocol.requests import AnswerRequest
from workshop_helpers.workbook import Workbook

ABOUT = WORKSHOP.assessment(POOL)
ADDRESS = "https://hub.example.org/user/one"
CLOSED = "The room does not collect answers for this just now. Open it in the console first."


class Room:
    """A room with one opening, some people with laptops, and whoever hands in the others."""

    def __init__(
        self, network: Network, workbook: Workbook, seats: int = 8, small: bool = False, kind: type[HandIn] = HandIn
    ) -> None:
        self.network = network
        self.leader: Leadership = leading(workbook, network)
        created = network.rooms.create(seats)
        self.code = created.code
        self.leader.take(ADDRESS, created.code, created.key, seats)
        if small:
            self.leader.be_small(True)
        self.leader.open(POOL)
        self.hand_in = kind(self.leader, lambda _link: network)  # type: ignore[arg-type, return-value]

    def laptops(self, people: int) -> None:
        self.network.somebody_answers(self.code, people)

    def answered(self) -> int:
        return self.leader.pools()[POOL].answered

    def add(self, rows: Mapping[bytes, Contribution], policy: str = "room") -> HandedIn:
        return self.hand_in.add(POOL, policy, rows)


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room(Network(), Workbook(tmp_path / "workbook.json"))


def rows(people: int, first: int = 0, policy: str | None = None) -> dict[bytes, Contribution]:
    return {
        b"row %d" % number: contribution(invented_person(f"somebody-{number}", ABOUT), (), policy)
        for number in range(first, first + people)
    }


def hat(people: int) -> SlipsSession:
    session = SlipsSession(MENU)
    session.begin(POOL, "willow")
    for given in rows(people).values():
        session.add(encode_slip(given, "willow"))
    return session


def table(people: int) -> tuple[TableSession, dict[str, Any]]:
    lines = [",".join(f'"{item.text}"' for item in ABOUT.items), *[",".join(["often"] * len(ABOUT.items))] * people]
    session = TableSession(MENU)
    return session, session.read(POOL, "\n".join(lines).encode())


# --- together they are enough ------------------------------------------------------------------------------


def test_four_laptops_and_a_hat_of_four_reach_eight(room: Room) -> None:
    room.laptops(4)
    found = hat(4).gathered()
    assert room.hand_in.add(*found) == HandedIn("open", "room", rule_of(room), people=4, answered=8, seats=8)
    assert room.leader.reveal(POOL).n == 8


def test_a_table_is_one_pool_with_a_hat_and_laptops(room: Room) -> None:
    room.laptops(2)
    session, found = table(3)
    hands = HandIn(room.leader, lambda _link: room.network)  # type: ignore[arg-type, return-value]
    assert room.hand_in.add(*session.gathered(found["columns"])).people == 3
    assert hands.add(*hat(3).gathered()).people == 3
    release = room.leader.reveal(POOL)
    assert release.n == 8


def test_seats_rise_if_there_are_too_few(room: Room) -> None:
    room.laptops(6)
    standing = room.add(rows(4))
    assert (standing.answered, standing.seats) == (10, 10)
    room.add(rows(1, first=4))
    assert (room.answered(), room.leader.room and room.leader.room.seats) == (11, 11)


def test_a_small_circle_stays_one(tmp_path: Path) -> None:
    room = Room(Network(), Workbook(tmp_path / "workbook.json"), seats=6, small=True)
    room.laptops(4)
    with pytest.raises(RoomError, match="A small circle of six or seven people is open"):
        room.add(rows(4, policy="small-circle"), "small-circle")
    assert room.answered() == 4
    assert room.add(rows(3, policy="small-circle"), "small-circle").answered == 7


# --- each once ------------------------------------------------------------------------------------------


def test_nobody_is_counted_twice_when_it_is_pressed_twice(room: Room) -> None:
    session = hat(4)
    for _ in range(2):
        assert room.hand_in.add(*session.gathered()).people == 4
    assert room.answered() == 4
    again, found = table(3)
    for _ in range(2):
        room.hand_in.add(*again.gathered(found["columns"]))
        again, found = table(3)  # the same file, chosen anew
    assert room.answered() == 7


def test_two_people_with_the_same_answers_are_two(room: Room) -> None:
    session, found = table(4)
    assert room.hand_in.add(*session.gathered(found["columns"])).people == 4


def test_who_comes_later_is_added_to_those_who_are_in(room: Room) -> None:
    room.add(rows(3))
    assert room.add(rows(5)).people == 5
    assert room.answered() == 5


def test_a_network_that_goes_away_in_between_leaves_nobody_out_and_nobody_in_twice(room: Room) -> None:
    calls: list[str] = []

    def cut(kind: str) -> None:
        calls.append(kind)
        if calls.count("answer") == 3:
            room.network.before_a_call = lambda _kind: None
            raise Unreachable("Nobody answers.")

    room.network.before_a_call = cut
    with pytest.raises(Unreachable):
        room.add(rows(5))
    assert room.hand_in.look(POOL).people == room.answered() == 2
    assert room.add(rows(5)).people == room.answered() == 5


def test_a_reply_that_is_lost_counts_nobody_twice(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    call = room.network.call

    def lose(request: Any) -> Any:
        reply = call(request)
        if request.kind == "answer":
            raise Unreachable("Nobody answers.")
        return reply

    monkeypatch.setattr(room.network, "call", lose)
    with pytest.raises(Unreachable):
        room.add(rows(4))
    monkeypatch.setattr(room.network, "call", call)
    room.add(rows(4))
    assert room.answered() == 4


# --- each by itself, and in no order -----------------------------------------------------------------------


Kind = Callable[[], Room]


def attack_order_and_secrets(make: Kind) -> None:
    room, sent = make(), []
    call = room.network.call

    def note(request: Any) -> Any:
        if isinstance(request, AnswerRequest):
            sent.append(request)
        return call(request)

    room.network.call = note  # type: ignore[method-assign]
    people = rows(40)
    room.add(people)
    assert room.answered() == len({request.token for request in sent}) == 40
    assert not any(row in request.token for row in people for request in sent)
    assert [request.places for request in sent] != [bytes(given) for given in people.values()]
    sent.clear()
    room.hand_in.take_back(POOL)
    assert {request.places for request in sent} == {None}


def attack_twice(make: Kind) -> None:
    room = make()
    for _ in range(2):
        room.add(rows(4))
    assert room.answered() == 4


def attack_rule(make: Kind) -> None:
    """I30: nobody is counted under a rule that they were not told."""
    room = make()
    for read_by in ("light", "small-circle"):
        with contextlib.suppress(WorkshopError):
            room.add(rows(4), read_by)
        assert room.answered() == 0


def attack_restart(make: Kind) -> None:
    """I31: what a restarted collector has lost is not added again by itself."""
    room = make()
    people = rows(4)
    room.add(people)
    lost = room.leader.room
    assert lost is not None
    room.network.restart()
    room.network.rooms.create(8, room.code, lost.key)
    room.leader.pools()  # which opens again what was lost
    for _ in range(3):
        assert room.hand_in.look(POOL).people == 0
    assert room.answered() == 0
    assert room.hand_in.holds(people) is False
    assert room.add(people).people == 4  # somebody pressed
    assert room.answered() == 4


ATTACKS = {
    attack_order_and_secrets: (bad.OneSecretForAll, bad.NamedByTheRow, bad.InTheOrderOfTheFile),
    attack_twice: (bad.FreshEachTime,),
    attack_rule: (bad.UnderAnyRule,),
    attack_restart: (bad.SendsAgainByItself,),
}


def making(folder: Path, kind: type[HandIn]) -> Kind:
    return lambda: Room(Network(), Workbook(folder / "workbook.json"), kind=kind)


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.__name__)
def test_no_attack_on_what_is_handed_in_finds_anything(attack: Callable[[Kind], None], tmp_path: Path) -> None:
    attack(making(tmp_path, HandIn))


@pytest.mark.parametrize(
    ("attack", "kind"),
    [(attack, kind) for attack, kinds in ATTACKS.items() for kind in kinds],
    ids=lambda x: x.__name__,
)
def test_each_attack_catches_what_is_bad(attack: Callable[[Kind], None], kind: type[HandIn], tmp_path: Path) -> None:
    with pytest.raises(AssertionError):
        attack(making(tmp_path, kind))


# --- the rule --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("read_by", "small"), [("small-circle", False), ("room", True), ("light", False)])
def test_rows_that_were_read_by_another_rule_are_refused(tmp_path: Path, read_by: str, small: bool) -> None:
    room = Room(Network(), Workbook(tmp_path / "workbook.json"), seats=7, small=small)
    with pytest.raises(RoomError, match=r"^The rule of the room's picture is: .* so nothing was added\.$"):
        room.add(rows(3), read_by)
    assert room.answered() == 0


def test_nothing_is_added_where_nothing_is_open(room: Room) -> None:
    room.leader.close(POOL)
    for act in (lambda: room.add(rows(3)), lambda: room.hand_in.take_back(POOL)):
        with pytest.raises(RoomError) as caught:
            act()
        assert str(caught.value) == CLOSED
    assert room.hand_in.look(POOL) == HandedIn("closed")


def test_a_table_of_a_town_is_no_group_in_a_room(room: Room) -> None:
    with pytest.raises(RoomError) as caught:
        room.add({b"%d" % number: given for number, given in enumerate([*rows(1).values()] * 201)})
    assert str(caught.value) == "No more than 200 people can be added at once. Draw their picture by itself."


# --- back again, and lost ----------------------------------------------------------------------------------


def test_they_are_taken_back_together_until_the_reveal(room: Room) -> None:
    room.laptops(5)
    room.add(rows(4))
    assert room.hand_in.take_back(POOL).people == 0
    assert room.answered() == 5
    assert room.add(rows(4)).people == 4  # and in again, if they like
    assert room.answered() == 9
    room.leader.reveal(POOL)
    with pytest.raises(WorkshopError):
        room.hand_in.take_back(POOL)
    assert room.hand_in.look(POOL).room == "revealed"


def test_an_opening_that_is_opened_anew_has_none_of_them(room: Room) -> None:
    room.add(rows(4))
    room.leader.close(POOL)
    room.leader.open(POOL)
    assert room.hand_in.look(POOL).people == 0
    assert room.add(rows(4)).people == 4


# --- one picture of the same people ---------------------------------------------------------------------------


def test_who_is_in_the_rooms_picture_is_in_no_other(room: Room) -> None:
    people = rows(8)
    assert room.hand_in.holds(people) is False
    room.add(people)
    assert room.hand_in.holds(people) is True
    assert room.hand_in.holds(rows(8, first=8)) is False
    room.hand_in.take_back(POOL)
    assert room.hand_in.holds(people) is False
    room.add(people)
    room.leader.reveal(POOL)
    room.hand_in.look(POOL)
    room.leader.end()
    assert room.hand_in.holds(people) is True  # the picture was drawn, though the room is gone


def test_while_a_room_cannot_be_asked_they_may_be_in_it(room: Room) -> None:
    room.add(rows(4))
    room.network.up = False
    assert room.hand_in.holds(rows(4)) is True
    assert room.hand_in.look(POOL) == HandedIn("unknown", trouble="Nobody answers.")


def test_without_a_room_there_is_none(tmp_path: Path) -> None:
    leader = leading(Workbook(tmp_path / "workbook.json"), Network())
    hands = HandIn(leader)
    assert hands.look(POOL) == HandedIn("none")
    assert hands.holds(rows(1)) is False
    with pytest.raises(RoomError) as caught:
        hands.add(POOL, "room", rows(1))
    assert str(caught.value) == "There is no room yet. Open one in the console first."


# --- told as it changes --------------------------------------------------------------------------------------


def test_a_page_is_told_how_it_stands_until_it_stops_listening(room: Room) -> None:
    heard: list[HandedIn] = []
    there = Event()

    def hear(standing: HandedIn) -> None:
        heard.append(standing)
        there.set()

    room.hand_in.watch(hear, POOL)
    assert there.wait(10)
    room.hand_in.unwatch(hear)
    assert heard[0] == room.hand_in.look(POOL)


def test_nothing_that_is_printed_tells_anything(room: Room) -> None:
    assert repr(room.hand_in) == "<HandIn: private>"


def rule_of(room: Room) -> str:
    return room.hand_in.look(POOL).rule
