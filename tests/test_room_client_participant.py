"""A participant through restarts and silences of everything: sent again, counted once, and never without asking."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import bad_participants as bad
import pytest
from attacks import bites
from small_rooms import ASKED, CODE, KEY, Memory, given, new_rooms

from workshop_helpers.errors import (
    Malformed,
    NotOpen,
    PoolClosed,
    PoolFull,
    RoomError,
    TooManyGuesses,
    Unreachable,
    WorkshopError,
    WrongCode,
)
from workshop_helpers.pooling.credential import Credential
from workshop_helpers.room.client.facilitator import Facilitator, OpeningsInMemory
from workshop_helpers.room.client.participant import JoinedPool, Participant
from workshop_helpers.room.protocol.links import Link
from workshop_helpers.room.protocol.messages import from_letters
from workshop_helpers.room.protocol.replies import AnyReply, read_reply
from workshop_helpers.room.protocol.requests import Request, pack, reply_to, unpack
from workshop_helpers.room.server.handlers import respond
from workshop_helpers.room.server.store import MemoryStore

SMALL, LIGHT = ASKED["small"], ASKED["light"]
LINK = Link("http://127.0.0.1:1", CODE)
Side = Any  # Participant, or something bad with its interface


class Network:
    """A collector without sockets, which can be restarted, cut off, and made to refuse."""

    def __init__(self, seats: int = 12) -> None:
        self.seats = seats
        self.cut = False
        self.refuse: list[WorkshopError] = []
        self.refuse_reveal: WorkshopError | None = None
        self.lose_reply = False
        self.restart_before: str | None = None
        self.after_state: Callable[[], object] | None = None
        self.calls: list[str] = []
        self.restart()

    def restart(self) -> None:
        self.rooms = new_rooms(MemoryStore())
        self.rooms.create(self.seats, CODE, KEY)

    def call(self, asked: Request[AnyReply]) -> AnyReply:
        kind, request = asked.kind, unpack(asked.kind, pack(asked))
        if self.restart_before == kind:
            self.restart_before = None
            self.restart()
        if self.cut:
            raise Unreachable("The room cannot be reached just now.")
        self.calls.append(kind)
        if kind == "reveal" and self.refuse_reveal:
            raise self.refuse_reveal
        if kind == "answer" and self.refuse:
            raise self.refuse.pop()
        reply = read_reply(reply_to(type(asked)), respond(self.rooms, request).to_json().encode())
        if kind in ("state", "count") and self.after_state:
            act, self.after_state = self.after_state, None
            act()
        if self.lose_reply:
            self.lose_reply = False
            raise Unreachable("The room cannot be reached just now.")
        return reply

    def answered(self, pool: str = "small") -> int:
        return next(one.answered for one in self.rooms.count(CODE, KEY).pools if one.pool == pool)


@pytest.fixture
def network() -> Network:
    return Network()


def person(network: Network, outbox: Memory | None = None, side: Side = Participant, secret: bytes = b"s" * 32) -> Any:
    return side(LINK, Credential(secret), outbox or Memory(), network)


def facilitator(network: Network) -> Facilitator:
    return Facilitator(LINK, KEY, None, network)  # type: ignore[arg-type]


def test_what_is_added_changed_and_taken_back_is_counted_so(network: Network) -> None:
    leader, one = facilitator(network), person(network)
    assert one.seats() == 12
    leader.open("small")
    assert one.state() == {"small": JoinedPool("open", False, "room", False)}
    assert one.add(given("a"), None, keep=True) is True
    assert one.state() == {"small": JoinedPool("open", False, "room", True)}
    one.add(given("b"), None, keep=True)
    assert one.state() == {"small": JoinedPool("open", False, "room", True)}
    one.take_back(SMALL, None, keep=True)
    assert one.state() == {"small": JoinedPool("open", False, "room", False)}


def test_what_is_added_before_the_opening_is_sent_at_the_opening(network: Network) -> None:
    one = person(network)
    assert one.add(given("a"), None, keep=True) is False
    facilitator(network).open("small")
    assert one.keep_up()["small"].added
    assert network.answered() == 1


# --- a collector that was restarted ---------------------------------------------------------------------


def attack_restarts(side: Side) -> None:
    network = Network()
    leader = facilitator(network)
    leader.open("light")
    people = [person(network, side=side, secret=bytes([i]) * 32) for i in range(6)]
    for i, one in enumerate(people):
        one.add(given("ab"[i % 2], LIGHT), None, keep=True)
    for _ in range(3):
        network.restart()
        for one in people[:3]:
            one.keep_up()  # too early: the facilitator's notebook has not noticed yet
        leader.keep_up()
        for one in people:
            one.keep_up()
            one.keep_up()
        assert network.answered("light") == 6
        people[0].add(given("a", LIGHT), None, keep=True)
    release = leader.reveal("light")
    assert release.table("pick").low[:2] == (3, 3)


def test_what_a_restarted_collector_lost_is_sent_again_and_counted_once() -> None:
    attack_restarts(Participant)


def test_restarts_bite() -> None:
    bites(attack_restarts, bad.NeverSendsAgain, bad.NewTokenEachTime)


def attack_restart_in_the_middle(side: Side) -> None:
    """The collector is restarted between the look at it and the answer, when nothing is open in it."""
    network = Network()
    leader, one = facilitator(network), person(network, side=side)
    leader.open("small")
    network.restart_before = "answer"
    try:
        assert one.add(given("a"), None, keep=True) is False
    except NotOpen as error:
        raise AssertionError from error
    leader.keep_up()
    one.keep_up()
    assert network.answered() == 1
    network.restart_before = "answer"
    one.add(given("b"), None, keep=True)
    leader.keep_up()
    one.keep_up()
    assert network.answered() == 1


def test_a_restart_in_the_middle_of_a_call_loses_nothing() -> None:
    attack_restart_in_the_middle(Participant)


def test_a_restart_in_the_middle_bites() -> None:
    bites(attack_restart_in_the_middle, bad.ForgetsWhenRefused, bad.NeverSendsAgain)


def test_what_was_taken_back_stays_so_after_a_restart(network: Network) -> None:
    leader, one = facilitator(network), person(network)
    leader.open("small")
    one.add(given("a"), None, keep=True)
    network.restart()
    one.take_back(SMALL, None, keep=True)  # while nothing is open
    leader.keep_up()
    one.keep_up()
    assert network.answered() == 0


def test_a_lost_reply_does_not_count_anybody_twice(network: Network) -> None:
    facilitator(network).open("small")
    one = person(network)
    one.add(given("a"), None, keep=True)
    network.lose_reply = True
    with pytest.raises(Unreachable):
        one.keep_up()
    network.cut = True
    for value in ("b", "c"):
        with pytest.raises(Unreachable):
            one.add(given(value), None, keep=True)
    network.cut = False
    one.keep_up()
    assert network.answered() == 1


# --- a new opening --------------------------------------------------------------------------------------


def attack_new_opening(side: Side) -> None:
    network = Network()
    leader, one, asleep = facilitator(network), person(network, side=side), person(network, side=side, secret=b"z" * 32)
    leader.open("small")
    one.add(given("a"), None, keep=True)
    asleep.state()
    network.cut = True
    with pytest.raises(Unreachable):
        asleep.add(given("a"), None, keep=True)
    network.cut = False
    leader.close("small")
    leader.open("small")
    for each in (one, asleep):
        assert each.keep_up() == {"small": JoinedPool("open", False, "room", False)}
    network.restart()
    leader.keep_up()
    assert one.keep_up() == {"small": JoinedPool("open", False, "room", False)}
    one.add(given("a"), None, keep=True)
    assert network.answered() == 1


def test_nothing_is_sent_to_a_new_opening_without_asking() -> None:
    attack_new_opening(Participant)


def test_a_new_opening_bites() -> None:
    bites(attack_new_opening, bad.SendsToAnyOpening)


def attack_drawn_already(side: Side) -> None:
    """The picture is drawn; the room is lost, and a facilitator who means no good opens it under its old number."""
    network = Network()
    leader, people = facilitator(network), [person(network, side=side, secret=bytes([i]) * 32) for i in range(8)]
    leader.open("small")
    opened = leader.opened[0]
    for one in people:
        one.add(given("a"), None, keep=True)
    leader.reveal("small")
    for one in people:
        one.keep_up()
    network.restart()
    Facilitator(LINK, KEY, OpeningsInMemory([opened]), network).keep_up()  # type: ignore[arg-type]
    for one in people:
        one.keep_up()
    assert network.answered() == 0


def test_what_was_drawn_is_not_sent_for_a_second_picture() -> None:
    attack_drawn_already(Participant)


def test_what_was_drawn_bites() -> None:
    bites(attack_drawn_already, bad.NeverForgets)


def attack_looser_after_a_restart(side: Side) -> None:
    """People agreed to steps; the room is restarted, and opened under the same number with exact counts."""
    network = Network()
    leader, one = facilitator(network), person(network, side=side)
    leader.open("light", policy="room")
    one.add(given("a", LIGHT), None, keep=True)
    network.restart()
    opened = replace(leader.opened[0], policy=None)
    Facilitator(LINK, KEY, OpeningsInMemory([opened]), network).keep_up()  # type: ignore[arg-type]
    assert one.keep_up() == {"light": JoinedPool("open", False, "light", False)}
    assert network.answered("light") == 0


def test_i20_nothing_is_sent_again_under_another_policy_than_was_agreed_to() -> None:
    attack_looser_after_a_restart(Participant)


def test_i20_bites() -> None:
    bites(attack_looser_after_a_restart, bad.LooksAtTheNumberOnly, bad.SendsToAnyOpening)


# --- a network that was cut, a kernel that was restarted, a laptop asleep --------------------------------


def test_what_could_not_be_sent_is_sent_when_the_room_is_back(network: Network) -> None:
    facilitator(network).open("small")
    one = person(network)
    network.cut = True
    with pytest.raises(Unreachable):
        one.add(given("a"), None, keep=True)
    with pytest.raises(Unreachable):
        one.keep_up()
    network.cut = False
    assert one.keep_up()["small"].added
    assert network.answered() == 1


def test_a_restarted_kernel_sends_what_was_kept_and_only_that(network: Network) -> None:
    leader, outbox = facilitator(network), Memory()
    leader.open("small")
    leader.open("light")
    one = person(network, outbox)
    network.cut = True
    for assessment, keep in [(SMALL, True), (LIGHT, False)]:
        with pytest.raises(Unreachable):
            one.add(given("a", assessment), None, keep=keep)
    network.cut = False
    found = person(network, outbox.restarted()).keep_up()
    assert (found["small"].added, found["light"].added) == (True, False)
    assert (network.answered("small"), network.answered("light")) == (1, 0)


def attack_kernel_restart(side: Side) -> None:
    network = Network()
    facilitator(network).open("small")
    outbox = Memory()
    one = person(network, outbox, side)
    one.add(given("a"), None, keep=False)
    one.add(given("b"), None, keep=False)
    again = person(network, outbox.restarted(), side)
    again.take_back(SMALL, None, keep=False)
    assert network.answered() == 0


def test_a_restarted_kernel_can_take_back_what_it_no_longer_knows() -> None:
    attack_kernel_restart(Participant)


def test_a_kernel_restart_bites() -> None:
    bites(attack_kernel_restart, bad.CountsFromOneAgain)


def test_nothing_of_an_answer_is_kept_that_should_not_be(network: Network) -> None:
    facilitator(network).open("small")
    outbox = Memory()
    person(network, outbox).add(given("a"), None, keep=False)
    assert outbox.kept == {"small changes": {"sequence": 1}}


# --- refusals -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("refusal", [TooManyGuesses("Wait."), WrongCode("No."), Unreachable("No.")])
def test_what_may_be_taken_later_is_sent_later(network: Network, refusal: WorkshopError) -> None:
    facilitator(network).open("small")
    one = person(network)
    network.refuse = [refusal]
    with pytest.raises(type(refusal)):
        one.add(given("a"), None, keep=True)
    assert one.keep_up()["small"].added
    assert network.answered() == 1


@pytest.mark.parametrize("refusal", [PoolFull("Full."), PoolClosed("Over."), Malformed("What?"), RoomError("No.")])
def test_what_is_refused_for_good_is_not_sent_again(network: Network, refusal: WorkshopError) -> None:
    facilitator(network).open("small")
    one = person(network)
    network.refuse = [refusal]
    with pytest.raises(type(refusal)):
        one.add(given("a"), None, keep=True)
    network.calls.clear()
    assert one.keep_up() == {"small": JoinedPool("open", False, "room", False)}
    assert network.calls == ["state"]
    one.add(given("a"), None, keep=True)
    assert network.answered() == 1


def test_a_change_after_a_refusal_is_a_change(network: Network) -> None:
    leader, people = facilitator(network), [person(network, secret=bytes([i]) * 32) for i in range(5)]
    leader.open("light")
    for one in people:
        one.add(given("a", LIGHT), None, keep=True)
    network.refuse = [RoomError("No.")]
    with pytest.raises(RoomError):
        people[0].add(given("c", LIGHT), None, keep=True)
    people[0].add(given("b", LIGHT), None, keep=True)
    assert leader.reveal("light").table("pick").low[:3] == (4, 1, 0)


def test_after_the_reveal_everybody_gets_the_same_picture(network: Network) -> None:
    leader, people = facilitator(network), [person(network, secret=bytes([i]) * 32) for i in range(8)]
    leader.open("small")
    with pytest.raises(NotOpen) as caught:
        people[0].picture("small", None)
    assert str(caught.value) == "This picture is not revealed yet. Wait for the facilitator."
    for one in people:
        one.add(given("a"), None, keep=True)
    release = leader.reveal("small")
    assert [one.picture("small", None) for one in people] == [release] * 8
    with pytest.raises(PoolClosed):
        people[0].add(given("b"), None, keep=True)
    assert leader.reveal("small") == release


def test_a_persons_place_says_nothing_about_them(network: Network) -> None:
    one = person(network)
    assert repr(one) == "<Participant: private>"
    with pytest.raises(TypeError):
        __import__("pickle").dumps(one)


def test_tokens_of_two_pools_have_nothing_in_common(network: Network) -> None:
    outbox = Memory()
    leader, one = facilitator(network), person(network, outbox)
    leader.open("small")
    leader.open("light")
    for assessment in (SMALL, LIGHT):
        one.add(given("a", assessment), None, keep=True)
    sent = [outbox.kept[name] for name in ("small", "light")]
    tokens = [from_letters(each["token"]) for each in sent]
    pieces = [{token[i : i + 4] for i in range(13)} for token in tokens]
    assert not pieces[0] & pieces[1]


def test_when_it_is_over_it_is_known_that_somebody_had_added_and_no_longer_what(network: Network) -> None:
    leader, people = facilitator(network), [person(network, secret=bytes([i]) * 32) for i in range(8)]
    leader.open("small")
    for one in people:
        one.add(given("a"), None, keep=True)
    leader.reveal("small")
    for _ in range(2):
        assert people[0].keep_up()["small"].added
    assert people[0].added("small")
    assert set(people[0]._outbox.get("small")) == {"over", "opening", "keep"}
    leader.open("small")
    assert not people[0].keep_up()["small"].added
    assert not people[0].added("small")
