"""What a collector allows, without a network: codes, keys, seats, policies, openings and their numbers."""

from collections.abc import Callable
from unittest.mock import ANY

import bad_collectors as bad
import pytest
from attacks import bites, token
from small_rooms import CODE, KEY, NUMBER, answer_of, given, new_rooms, one_room

from workshop_helpers.errors import (
    Malformed,
    NotAgreed,
    NotOpen,
    PolicyError,
    PoolClosed,
    PoolError,
    PoolFull,
    RoomError,
    TooManyGuesses,
    WrongCode,
)
from workshop_helpers.pooling.policy import POLICIES
from workshop_helpers.pooling.rows import LIFETIME
from workshop_helpers.room.protocol.codes import new_number
from workshop_helpers.room.protocol.replies import PoolCount, PoolState, RoomCount, RoomState
from workshop_helpers.room.server.rooms import Guesses, Rooms
from workshop_helpers.room.server.store import LONGEST_ROOM, MOST_ROOMS, MemoryStore

NO_ROOM = "No room has this code. Look at it once more, or ask the facilitator whether it has ended."
NO_KEY = "This is not the key of this room. Only the page that opened the room can run it."
WAIT = "Too many wrong codes came in. Look at yours once more, and wait a few seconds."
NOT_OPEN = "Nothing is collected for this self-assessment just now. Wait for the facilitator."
PROTOCOL_VERSION = str(answer_of(token(1), "a")["content"])


def opened(rooms: Rooms, name: str = "small", policy: str | None = None, call: str | None = None) -> str:
    return rooms.open(CODE, KEY, name, None, policy, call).number


def put(
    rooms: Rooms,
    person: int,
    value: object = "a",
    sequence: int = 1,
    pool: str = "small",
    number: str | None = None,
    policy: str | None = None,
) -> None:
    """Somebody who agrees to what is there, or to another opening or policy."""
    there = rooms.state(CODE).pool(pool)
    agreed = (number or (there.number if there else ""), policy or (there.policy if there else ""))
    places = None if value == "gone" else bytes(given(value))
    rooms.answer(CODE, pool, *agreed, PROTOCOL_VERSION, token(person), sequence, places)


# --- I19: guesses ------------------------------------------------------------------------------------------


def attack_i19(make: Callable[..., Rooms]) -> None:
    now = [0.0]
    rooms, _ = one_room(rooms=make(clock=lambda: now[0]))

    def tried(code: str) -> str:
        try:
            rooms.state(code)
        except RoomError as error:
            return str(error)
        return "in"

    assert [tried("AAAA-AAAA") for _ in range(12)] == [NO_ROOM] * 10 + [WAIT] * 2
    assert [tried(CODE), tried("nonsense")] == ["in", WAIT]
    for _ in range(5):
        now[0] += 1
        assert [tried(CODE), tried("AAAA-AAAA"), tried(CODE), tried("AAAA-AAAA")] == ["in", NO_ROOM, "in", WAIT]
    now[0] += 1000
    assert [tried("AAAA-AAAA") for _ in range(11)] == [NO_ROOM] * 10 + [WAIT]


def test_i19_guesses_are_counted_for_all_and_no_stranger_keeps_a_right_code_out() -> None:
    attack_i19(new_rooms)


def test_i19_bites() -> None:
    bites(attack_i19, bad.rooms_without_guesses, bad.rooms_that_strangers_can_stop)


def test_wrong_keys_are_guesses_too() -> None:
    rooms, _ = one_room(rooms=new_rooms(clock=lambda: 0.0))
    for _ in range(10):
        with pytest.raises(WrongCode) as caught:
            rooms.end(CODE, "0" * 64)
        assert str(caught.value) == NO_KEY
    with pytest.raises(TooManyGuesses):
        rooms.end(CODE, "0" * 64)
    rooms.end(CODE, KEY)


def test_right_codes_cost_nothing() -> None:
    rooms, _ = one_room(rooms=new_rooms(clock=lambda: 0.0))
    assert {rooms.state(CODE).seats for _ in range(1000)} == {12}


def test_guesses_do_not_gather_beyond_a_few() -> None:
    now = [0.0]
    guesses = Guesses(lambda: now[0])
    now[0] = 1e9
    for _ in range(10):
        guesses.spend()
    with pytest.raises(TooManyGuesses):
        guesses.spend()


# --- rooms -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seats", [0, -1, 10_001, True, 2.0, "8", None, [8]])
def test_seats_are_a_number_of_people(seats: object) -> None:
    rooms, _ = one_room()
    for make in (lambda: new_rooms().create(seats), lambda: rooms.seat(CODE, KEY, seats)):  # type: ignore[arg-type]
        with pytest.raises(PoolError) as caught:
            make()
        assert str(caught.value) == "The number of people must be a whole number from 1 to 10,000."
    assert rooms.state(CODE).seats == 12


def test_a_room_made_again_keeps_what_is_open() -> None:
    rooms, _ = one_room()
    opened(rooms)
    put(rooms, 1)
    rooms.create(20, CODE, KEY)
    count = rooms.count(CODE, KEY)
    assert (count.seats, count.pools[0].answered, count.pools[0].seats) == (20, 1, 20)


def test_a_code_that_is_taken_is_not_given_to_another_key() -> None:
    rooms, _ = one_room()
    with pytest.raises(WrongCode) as caught:
        rooms.create(12, CODE, "0" * 64)
    assert str(caught.value) == "This code is another room's. Make a room with a new code."
    rooms.end(CODE, KEY)


def test_a_room_that_ended_is_forgotten() -> None:
    rooms, _ = one_room()
    opened(rooms)
    put(rooms, 1)
    rooms.end(CODE, KEY)
    with pytest.raises(WrongCode) as caught:
        put(rooms, 1)
    assert str(caught.value) == NO_ROOM


def test_a_room_whose_files_cannot_be_deleted_has_not_ended() -> None:
    def fail() -> None:
        raise RoomError("Delete it by hand.")

    rooms, _ = one_room(rooms=new_rooms(on_end=fail))
    with pytest.raises(RoomError) as caught:
        rooms.end(CODE, KEY)
    assert str(caught.value) == "Delete it by hand."
    assert rooms.state(CODE).seats == 12


def test_old_rooms_and_too_many_are_forgotten() -> None:
    now = [0.0]
    store = MemoryStore(lambda: now[0])
    rooms, _ = one_room(rooms=new_rooms(store))
    opened(rooms)
    now[0] += LONGEST_ROOM + 1
    with pytest.raises(WrongCode):
        rooms.state(CODE)
    assert store._rooms == {}
    codes = [rooms.create(8).code for _ in range(MOST_ROOMS + 1)]
    with pytest.raises(WrongCode):
        rooms.state(codes[0])
    assert rooms.state(codes[1]).seats == 8


def test_secrets_are_not_kept_and_not_shown() -> None:
    store = MemoryStore()
    rooms, keys = one_room(rooms=new_rooms(store))
    kept = str(store._rooms)
    assert CODE not in kept
    assert KEY not in kept
    assert [repr(thing) for thing in (rooms, keys, store)] == [
        "<Rooms: private>",
        "<CreatedRoom: private>",
        "<MemoryStore: private>",
    ]


# --- openings -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "policy"), [("private", None), ("private", "room"), ("small", "light"), ("small", "none"), ("small", "")]
)
def test_a_policy_is_only_made_stricter(name: str, policy: str | None) -> None:
    rooms, _ = one_room()
    with pytest.raises(PolicyError):
        opened(rooms, name, policy)
    assert rooms.state(CODE).pools == ()


def test_a_stricter_policy_is_taken_and_stays() -> None:
    rooms, _ = one_room()
    opened(rooms, "light", "room")
    assert rooms.state(CODE).pools[0].policy == "room"
    with pytest.raises(RoomError) as caught:
        opened(rooms, "light", "light")
    assert str(caught.value) == "'A small one' is open already. Reveal it or close it first."
    assert rooms.state(CODE).pools[0].policy == "room"


# --- I30 and I31: a number is one opening's, and what is agreed to for one is not taken by another -----------


def attack_i31(make: Callable[..., Rooms]) -> None:
    """Whatever a facilitator asks for, and however often their collector is restarted, no number comes twice."""
    numbers: list[str] = []
    for _ in range(3):
        rooms, _ = one_room(rooms=make(number=new_number))
        for call in ("11111111", None, "11111111", *numbers):
            numbers.append(opened(rooms, call=call))
            rooms.close(CODE, KEY, "small", numbers[-1])
    assert len(set(numbers)) == len(numbers)


def test_i31_no_number_comes_twice_whatever_is_asked_for() -> None:
    attack_i31(new_rooms)


def test_i31_bites() -> None:
    bites(attack_i31, bad.rooms_that_take_any_number)


def test_the_call_of_the_latest_opening_made_again_changes_nothing() -> None:
    rooms, _ = one_room()
    number = opened(rooms, call="11111111")
    put(rooms, 1)
    assert opened(rooms, call="11111111") == number
    assert rooms.count(CODE, KEY).pools[0].answered == 1
    rooms.close(CODE, KEY, "small", number)
    assert opened(rooms, call="11111111") == number
    assert rooms.state(CODE).pools[0].state == "discarded"


def attack_i30(make: Callable[..., Rooms]) -> None:
    """Words that come late, early, or from another room, about other openings and rules."""
    rooms, _ = one_room(rooms=make(), seats=6)
    said = []

    def try_to(**agreed: str) -> None:
        try:
            put(rooms, 1, **agreed)  # type: ignore[arg-type]
        except NotAgreed as error:
            said.append(str(error))

    before = opened(rooms)
    rooms.close(CODE, KEY, "small", before)
    now = opened(rooms, policy="small-circle")
    for agreed in ({"number": before}, {"number": "00000000"}, {"number": before, "policy": "room"}):
        try_to(**agreed)
    for policy in ("room", "light", "private", "ROOM", "none"):
        try_to(policy=policy)
    rooms.close(CODE, KEY, "small", now)
    opened(rooms)
    for policy in ("small-circle", "light"):
        try_to(policy=policy)
    assert rooms.count(CODE, KEY).pools[0].answered == 0
    assert set(said[:3]) == {
        "This was opened anew after you agreed. Nothing was added. Look at it, and agree once more."
    }
    small, room = (POLICIES[name].words for name in ("small-circle", "room"))
    assert said[3:] == [
        f"The rule here is now: {words}. You agreed to another one, so nothing was added. Look at it, and agree once "
        "more."
        for words in [small] * 5 + [room] * 2
    ]
    put(rooms, 1)
    assert rooms.count(CODE, KEY).pools[0].answered == 1


def test_i30_a_collector_takes_only_what_was_agreed_to_for_this_opening_and_its_rule() -> None:
    attack_i30(new_rooms)


def test_i30_bites() -> None:
    bites(attack_i30, bad.rooms_that_ask_for_no_opening, bad.rooms_that_ask_for_no_rule)


def test_what_is_taken_back_late_changes_nothing_in_a_later_opening() -> None:
    rooms, _ = one_room()
    before = opened(rooms)
    rooms.close(CODE, KEY, "small", before)
    opened(rooms)
    put(rooms, 1)
    with pytest.raises(NotAgreed):
        put(rooms, 1, "gone", 2, number=before)
    assert rooms.count(CODE, KEY).pools[0].answered == 1


def test_what_was_closed_takes_nothing_and_what_is_opened_anew_is_empty() -> None:
    rooms, _ = one_room()
    opened(rooms)
    put(rooms, 1)
    rooms.close(CODE, KEY, "small", NUMBER)
    with pytest.raises(PoolClosed):
        put(rooms, 2)
    opened(rooms)
    assert rooms.count(CODE, KEY).pools[0].answered == 0


def test_after_half_an_hour_a_pool_is_forgotten_though_nobody_asks_and_the_computer_slept() -> None:
    now = [0.0]
    store = MemoryStore(lambda: 0.0, lambda: now[0])
    rooms, _ = one_room(rooms=new_rooms(store))
    opened(rooms)
    put(rooms, 1)
    now[0] += LIFETIME + 1
    store.tick()
    (room,) = store._rooms.values()
    ((_, rows),) = room.openings.values()
    assert rows._rows == {}


def test_an_unknown_self_assessment_or_occasion_is_refused() -> None:
    rooms, _ = one_room()
    for arguments in [("nothing", None), ("\x00", None)]:
        with pytest.raises(RoomError):
            rooms.open(CODE, KEY, *arguments, None, None)
    assert rooms.state(CODE).pools == ()


# --- answers ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pool", "version", "places", "error", "words"),
    [
        ("light", PROTOCOL_VERSION, b"\0", NotOpen, NOT_OPEN),
        ("", PROTOCOL_VERSION, b"\0", NotOpen, NOT_OPEN),
        (
            "small", "0" * 8, b"\0", Malformed,
            "The room asks this in another version. Open the page again, or update the workshop.",
        ),
        ("small", PROTOCOL_VERSION, b"", PoolError, "This does not fit the questions of 'small'. Nothing was added."),
        (
            "small", PROTOCOL_VERSION, b"\xff", PoolError,
            "This does not fit the questions of 'small'. Nothing was added.",
        ),
    ],
)  # fmt: skip
def test_an_answer_that_does_not_fit_is_refused(
    pool: str, version: str, places: bytes, error: type[Exception], words: str
) -> None:
    rooms, _ = one_room()
    opened(rooms)
    with pytest.raises(error) as caught:
        rooms.answer(CODE, pool, NUMBER, "room", version, token(1), 1, places)
    assert str(caught.value) == words
    assert rooms.count(CODE, KEY).pools[0].answered == 0


def test_no_more_are_counted_than_there_are_seats() -> None:
    rooms, _ = one_room(seats=2)
    opened(rooms)
    for person in (1, 2):
        put(rooms, person)
    with pytest.raises(PoolFull) as caught:
        put(rooms, 3)
    assert str(caught.value) == "All 2 seats are taken. Ask the facilitator whether the number is right."


def test_a_picture_is_shown_after_the_reveal_and_not_before() -> None:
    rooms, _ = one_room()
    opened(rooms)
    for person in range(8):
        put(rooms, person)
        with pytest.raises(NotOpen) as caught:
            rooms.picture(CODE, "small")
        assert str(caught.value) == "This picture is not revealed yet. Wait for the facilitator."
    picture = rooms.reveal(CODE, KEY, "small", NUMBER)
    assert {picture, rooms.picture(CODE, "small"), rooms.reveal(CODE, KEY, "small", NUMBER)} == {picture}


def test_everybody_is_told_whether_there_are_enough_and_only_the_facilitator_how_many() -> None:
    rooms, _ = one_room()
    number = opened(rooms)
    life = rooms.state(CODE).life
    for answered in range(1, 10):
        put(rooms, answered)
        enough = answered >= 8
        assert rooms.state(CODE) == RoomState(life, 12, (PoolState("small", "room", number, "open", enough),))
        counted = PoolCount("small", "room", number, "open", enough, answered, 12)
        assert rooms.count(CODE, KEY) == RoomCount(life, 12, (counted,))
    with pytest.raises(WrongCode):
        rooms.count(CODE, "0" * 64)


# --- seats while something is open --------------------------------------------------------------------------


def test_a_late_comer_gets_a_seat_while_a_pool_is_open() -> None:
    rooms, _ = one_room(seats=8)
    opened(rooms)
    for person in range(8):
        put(rooms, person)
    with pytest.raises(PoolFull):
        put(rooms, 8)
    rooms.seat(CODE, KEY, 9)
    put(rooms, 8)
    assert rooms.reveal(CODE, KEY, "small", NUMBER).n == 9


def test_seats_never_fall_below_those_who_are_counted() -> None:
    rooms, _ = one_room()
    opened(rooms)
    for person in range(9):
        put(rooms, person)
    for act in (lambda: rooms.seat(CODE, KEY, 8), lambda: rooms.create(8, CODE, KEY)):
        with pytest.raises(PoolError) as caught:
            act()
        assert str(caught.value) == "9 people have been counted already. Give that number or a higher one."
    rooms.seat(CODE, KEY, 9)
    rooms.reveal(CODE, KEY, "small", NUMBER)
    rooms.seat(CODE, KEY, 5)  # some have left
    assert rooms.count(CODE, KEY).pools[0] == PoolCount("small", "room", ANY, "revealed", True, 9, 9)


def test_a_small_circle_stays_small_while_it_is_open() -> None:
    rooms, _ = one_room(seats=6)
    opened(rooms, policy="small-circle")
    rooms.seat(CODE, KEY, 7)
    with pytest.raises(RoomError) as caught:
        rooms.seat(CODE, KEY, 8)
    assert str(caught.value) == (
        "A small circle of six or seven people is open. Reveal it or close it first, and then change the number."
    )
    rooms.close(CODE, KEY, "small", NUMBER)
    rooms.seat(CODE, KEY, 8)


def test_one_person_who_adds_and_takes_back_with_ever_new_secrets_takes_nobody_s_seat() -> None:
    rooms, _ = one_room(seats=8)
    opened(rooms)
    for secret in range(1000, 1100):
        put(rooms, secret)
        put(rooms, secret, "gone", 2)
    for person in range(8):
        put(rooms, person)
    for secret in range(1000, 1100):  # and nothing that they sent before comes back
        put(rooms, secret)
    assert rooms.count(CODE, KEY).pools[0].answered == 8
