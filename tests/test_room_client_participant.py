"""A participant through restarts and silences of everything: sent again, counted once, and never without asking."""

import contextlib
from collections.abc import Callable
from functools import partial
from typing import Any
from unittest.mock import ANY

import bad_participants as bad
import pytest
from attacks import bites
from small_rooms import ASKED, CODE, KEY, Memory, again, agree, given, how, new_rooms

from workshop_helpers.errors import (
    Malformed,
    NotOpen,
    PoolClosed,
    PoolFull,
    RoomError,
    TooFewPeople,
    TooManyGuesses,
    Unreachable,
    WorkshopError,
    WrongCode,
)
from workshop_helpers.pooling.credential import Credential
from workshop_helpers.pooling.release import Release
from workshop_helpers.room.client.facilitator import Facilitator
from workshop_helpers.room.client.participant import JoinedPool, Participant
from workshop_helpers.room.protocol.codes import new_number
from workshop_helpers.room.protocol.links import Link
from workshop_helpers.room.protocol.messages import from_letters
from workshop_helpers.room.protocol.replies import AnyReply, read_reply
from workshop_helpers.room.protocol.requests import Request, pack, reply_to, unpack
from workshop_helpers.room.server.handlers import respond
from workshop_helpers.room.server.store import MemoryStore
from workshop_helpers.room.standing import ASKS_AGAIN, Stand

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
        self.rooms = new_rooms(MemoryStore(), number=new_number)
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
    assert one.state() == {"small": JoinedPool("open", False, "room", False, ANY)}
    assert agree(one, given("a")) is Stand.COUNTED
    assert one.state() == {"small": JoinedPool("open", False, "room", True, ANY)}
    assert agree(one, given("b")) is Stand.COUNTED
    assert network.answered() == 1
    one.take_back(SMALL, None)
    assert how(one) is Stand.TAKEN_BACK
    assert one.state() == {"small": JoinedPool("open", False, "room", False, ANY)}


def test_what_is_added_before_the_opening_is_sent_at_an_opening_under_that_rule(network: Network) -> None:
    one = person(network)
    assert agree(one, given("a")) is Stand.WAITING
    facilitator(network).open("small")
    assert one.keep_up()["small"].added
    assert network.answered() == 1


def test_what_is_taken_back_before_the_opening_is_never_sent(network: Network) -> None:
    one = person(network)
    agree(one, given("a"))
    one.take_back(SMALL, None)
    facilitator(network).open("small")
    network.calls.clear()
    one.keep_up()
    assert network.calls == ["state"]


# --- I30: nothing is counted under another rule, or in another opening, than the person agreed to ----------


def attack_i30(side: Side) -> None:
    """Whatever the facilitator does between a person's word and the picture, nothing of theirs is in it unasked."""
    for happens in HAPPENINGS.values():
        for early in (True, False):
            network = Network(seats=6)
            leader, one = facilitator(network), person(network, side=side)
            if not early:
                leader.open("small")
            one.state()
            rule = one.standing(SMALL, None).terms
            assert (rule.policy, rule.number is None) == ("room", early)
            happens(network, leader, partial(one.add, given("a"), None, rule.number, keep=True))
            with contextlib.suppress(WorkshopError):
                leader.keep_up()
            for _ in range(2):
                one.keep_up()
            (pool,) = network.rooms.count(CODE, KEY).pools
            agreed = early and pool.policy == "room"
            assert pool.answered == int(agreed)
            if not agreed:
                assert how(one) in ASKS_AGAIN
                again(one)
                assert network.answered() == 1


def _smaller_before(_network: Network, leader: Facilitator, word: Callable[[], object]) -> None:
    with contextlib.suppress(RoomError):
        leader.close("small")
    leader.open("small", policy="small-circle")
    word()


def _smaller_after(_network: Network, leader: Facilitator, word: Callable[[], object]) -> None:
    word()
    with contextlib.suppress(RoomError):
        leader.close("small")
    leader.open("small", policy="small-circle")


def _anew(_network: Network, leader: Facilitator, word: Callable[[], object]) -> None:
    word()
    with contextlib.suppress(RoomError):
        leader.close("small")
    leader.open("small")


def _restarted_and_smaller(network: Network, leader: Facilitator, word: Callable[[], object]) -> None:
    word()
    network.restart()
    with contextlib.suppress(RoomError):
        leader.open("small", policy="small-circle")


def _in_the_middle(network: Network, leader: Facilitator, word: Callable[[], object]) -> None:
    network.after_state = lambda: _smaller_before(network, leader, lambda: None)
    word()


HAPPENINGS = {
    "a small circle, before the word": _smaller_before,
    "a small circle, after it": _smaller_after,
    "the same rule, opened anew": _anew,
    "a restart and a small circle": _restarted_and_smaller,
    "a small circle between the look and the word": _in_the_middle,
}


def test_i30_nothing_is_counted_but_what_was_agreed_to() -> None:
    attack_i30(Participant)


def test_i30_bites() -> None:
    bites(attack_i30, bad.AgreesToAnything, bad.AgreesByItself)


# --- a collector that was restarted ---------------------------------------------------------------------


def attack_restarts(side: Side) -> None:
    network = Network()
    leader = facilitator(network)
    leader.open("light")
    people = [person(network, side=side, secret=bytes([i]) * 32) for i in range(6)]
    for i, one in enumerate(people):
        agree(one, given("ab"[i % 2], LIGHT))
    for _ in range(3):
        network.restart()
        for one in people[:3]:
            one.keep_up()  # too early: the facilitator's notebook has not noticed yet
            assert how(one, LIGHT) is Stand.LOST
        leader.keep_up()
        for one in people:
            one.keep_up()
            one.keep_up()
            assert how(one, LIGHT) is Stand.RESTARTED
        assert network.answered("light") == 0
        for one in people:
            again(one, LIGHT)
            assert how(one, LIGHT) is Stand.COUNTED
        assert network.answered("light") == 6
        agree(people[0], given("a", LIGHT))
    release = leader.reveal("light")
    assert release.table("pick").low[:2] == (3, 3)


def test_what_a_restarted_collector_lost_is_added_again_with_one_press_and_counted_once() -> None:
    attack_restarts(Participant)


def test_restarts_bite() -> None:
    bites(attack_restarts, bad.BelievesItIsThere, bad.NewTokenEachTime, bad.AgreesByItself)


def attack_i31(side: Side) -> None:
    """A facilitator draws, kills the collector before any notebook has noticed, and opens again, as often as they like.

    Every notebook does what it does by itself, and one person comes late.
    """
    network = Network()
    people = [person(network, side=side, secret=bytes([i]) * 32) for i in range(8)]
    pictures: list[Release] = []
    for _ in range(3):
        leader = facilitator(network)
        leader.open("small")
        for one in people:
            one.keep_up()
        if not pictures:
            for one in people:
                agree(one, given("a"))
        with contextlib.suppress(TooFewPeople):
            pictures.append(leader.reveal("small"))
        network.restart()
    assert len(pictures) == 1


def test_i31_one_picture_whatever_is_killed_and_restarted() -> None:
    attack_i31(Participant)


def test_i31_bites() -> None:
    bites(attack_i31, bad.AgreesByItself, bad.SendsToAnyOpening)


def attack_restart_in_the_middle(side: Side) -> None:
    """The collector is restarted between the look at it and the answer, when nothing is open in it."""
    network = Network()
    leader, one = facilitator(network), person(network, side=side)
    leader.open("small")
    for value in ("a", "b"):
        network.restart_before = "answer"
        agree(one, given(value))
        leader.keep_up()
        one.keep_up()
        assert network.answered() == 0
        assert how(one) is Stand.RESTARTED
        again(one)
        assert network.answered() == 1


def test_a_restart_in_the_middle_of_a_call_loses_nothing() -> None:
    attack_restart_in_the_middle(Participant)


def test_a_restart_in_the_middle_bites() -> None:
    bites(attack_restart_in_the_middle, bad.ForgetsWhenRefused, bad.AgreesByItself)


def test_what_was_taken_back_stays_so_after_a_restart(network: Network) -> None:
    leader, one = facilitator(network), person(network)
    leader.open("small")
    agree(one, given("a"))
    network.restart()
    one.take_back(SMALL, None)  # while nothing is open
    leader.keep_up()
    one.keep_up()
    assert network.answered() == 0
    assert how(one) is Stand.NOTHING


@pytest.mark.parametrize("reply_lost", [True, False])
def test_what_was_taken_back_while_the_room_was_lost_stays_so(network: Network, reply_lost: bool) -> None:
    leader, one = facilitator(network), person(network)
    leader.open("small")
    agree(one, given("a"))
    network.lose_reply, network.cut = reply_lost, not reply_lost
    with pytest.raises(Unreachable):
        one.take_back(SMALL, None)
    assert how(one) is Stand.TAKING_BACK
    network.cut = False
    network.restart()
    leader.keep_up()
    one.keep_up()
    assert network.answered() == 0
    assert how(one) is Stand.NOTHING
    network.calls.clear()
    again(one)
    assert network.calls == []


def test_a_lost_reply_does_not_count_anybody_twice(network: Network) -> None:
    facilitator(network).open("small")
    one = person(network)
    agree(one, given("a"))
    network.lose_reply = True
    with pytest.raises(Unreachable):
        one.keep_up()
    network.cut = True
    for value in ("b", "c"):
        with pytest.raises(Unreachable):
            agree(one, given(value))
        assert how(one) is Stand.CHANGING
    network.cut = False
    one.keep_up()
    assert how(one) is Stand.COUNTED
    assert network.answered() == 1


# --- a new opening --------------------------------------------------------------------------------------


def attack_new_opening(side: Side) -> None:
    network = Network()
    leader, one, asleep = facilitator(network), person(network, side=side), person(network, side=side, secret=b"z" * 32)
    leader.open("small")
    agree(one, given("a"))
    asleep.state()
    network.cut = True
    with pytest.raises(Unreachable):
        agree(asleep, given("a"))
    network.cut = False
    leader.close("small")
    leader.open("small")
    for each in (one, asleep):
        each.keep_up()
        assert how(each) is Stand.REOPENED
    network.restart()
    leader.keep_up()
    for each in (one, asleep):
        each.keep_up()
        assert how(each) is Stand.RESTARTED
    assert network.answered() == 0
    agree(one, given("a"))
    assert network.answered() == 1


def test_nothing_is_sent_to_a_new_opening_without_asking() -> None:
    attack_new_opening(Participant)


def test_a_new_opening_bites() -> None:
    bites(attack_new_opening, bad.SendsToAnyOpening)


def test_what_the_notebook_saw_drawn_or_closed_is_not_at_hand_any_more(network: Network) -> None:
    leader, one = facilitator(network), person(network)
    leader.open("small")
    agree(one, given("a"))
    leader.close("small")
    one.keep_up()
    assert how(one) is Stand.CLOSED
    leader.open("small")
    one.keep_up()
    standing = one.standing(SMALL, None)
    assert (standing.kind, standing.can_add_again) == (Stand.REOPENED, False)


# --- a network that was cut, a kernel that was restarted, a laptop asleep --------------------------------


def attack_a_cut(side: Side) -> None:
    network = Network()
    facilitator(network).open("small")
    one = person(network, side=side)
    one.state()
    network.cut = True
    with pytest.raises(Unreachable):
        agree(one, given("a"))
    assert how(one) is Stand.SENDING
    with pytest.raises(Unreachable):
        one.keep_up()
    network.cut = False
    assert one.keep_up()["small"].added
    assert how(one) is Stand.COUNTED
    assert network.answered() == 1


def test_what_could_not_be_sent_is_sent_when_the_room_is_back() -> None:
    attack_a_cut(Participant)


def test_a_cut_bites() -> None:
    bites(attack_a_cut, bad.NeverSendsAgain)


def test_a_restarted_kernel_sends_what_was_kept_and_only_that(network: Network) -> None:
    leader, outbox = facilitator(network), Memory()
    leader.open("small")
    leader.open("light")
    one = person(network, outbox)
    one.state()
    network.cut = True
    for assessment, keep in [(SMALL, True), (LIGHT, False)]:
        with pytest.raises(Unreachable):
            agree(one, given("a", assessment), keep=keep)
    network.cut = False
    later = person(network, outbox.restarted())
    later.keep_up()
    assert (how(later), how(later, LIGHT)) == (Stand.COUNTED, Stand.UNSURE)
    assert (network.answered("small"), network.answered("light")) == (1, 0)


def attack_kernel_restart(side: Side) -> None:
    network = Network()
    facilitator(network).open("small")
    outbox = Memory()
    one = person(network, outbox, side)
    agree(one, given("a"), keep=False)
    agree(one, given("b"), keep=False)
    later = person(network, outbox.restarted(), side)
    assert how(later) is Stand.COUNTED
    later.take_back(SMALL, None)
    assert network.answered() == 0


def test_a_restarted_kernel_can_take_back_what_it_no_longer_knows() -> None:
    attack_kernel_restart(Participant)


def test_a_kernel_restart_bites() -> None:
    bites(attack_kernel_restart, bad.CountsFromOneAgain)


def test_nothing_of_an_answer_is_kept_that_should_not_be(network: Network) -> None:
    facilitator(network).open("small")
    outbox = Memory()
    agree(person(network, outbox), given("a"), keep=False)
    assert set(outbox.kept) == {"small changes"}
    assert "places" not in outbox.kept["small changes"]


# --- refusals -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("refusal", [TooManyGuesses("Wait."), WrongCode("No."), Unreachable("No.")])
def test_what_may_be_taken_later_is_sent_later(network: Network, refusal: WorkshopError) -> None:
    facilitator(network).open("small")
    one = person(network)
    network.refuse = [refusal]
    with pytest.raises(type(refusal)):
        agree(one, given("a"))
    assert one.keep_up()["small"].added
    assert network.answered() == 1


@pytest.mark.parametrize("refusal", [PoolFull("Full."), PoolClosed("Over."), Malformed("What?"), RoomError("No.")])
def test_what_is_refused_for_good_is_not_sent_again(network: Network, refusal: WorkshopError) -> None:
    facilitator(network).open("small")
    one = person(network)
    network.refuse = [refusal]
    agree(one, given("a"))
    standing = one.standing(SMALL, None)
    assert (standing.kind, standing.refused) == (Stand.NOTHING, str(refusal))
    network.calls.clear()
    assert one.keep_up() == {"small": JoinedPool("open", False, "room", False, ANY)}
    assert network.calls == ["state"]
    agree(one, given("a"))
    assert network.answered() == 1


def test_a_change_after_a_refusal_is_a_change(network: Network) -> None:
    leader, people = facilitator(network), [person(network, secret=bytes([i]) * 32) for i in range(5)]
    leader.open("light")
    for one in people:
        agree(one, given("a", LIGHT))
    network.refuse = [RoomError("No.")]
    agree(people[0], given("c", LIGHT))
    standing = people[0].standing(LIGHT, None)
    assert (standing.kind, standing.refused) == (Stand.COUNTED, "No.")
    agree(people[0], given("b", LIGHT))
    assert leader.reveal("light").table("pick").low[:3] == (4, 1, 0)


def test_after_the_reveal_everybody_gets_the_same_picture(network: Network) -> None:
    leader, people = facilitator(network), [person(network, secret=bytes([i]) * 32) for i in range(8)]
    leader.open("small")
    with pytest.raises(NotOpen) as caught:
        people[0].picture("small", None)
    assert str(caught.value) == "This picture is not revealed yet. Wait for the facilitator."
    for one in people:
        agree(one, given("a"))
    rule = people[0].standing(SMALL, None).terms
    late = person(network, secret=b"z" * 32)
    late.state()
    release = leader.reveal("small")
    assert [one.picture("small", None) for one in people] == [release] * 8
    for one, kind in [(people[0], Stand.REVEALED_WITH), (late, Stand.REVEALED_WITHOUT)]:
        one.add(given("b"), None, rule.number, keep=True)
        assert how(one) is kind
    people[1].take_back(SMALL, None)
    assert how(people[1]) is Stand.REVEALED_WITH
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
        agree(one, given("a", assessment))
    sent = [outbox.kept[f"{name} changes"] for name in ("small", "light")]
    tokens = [from_letters(each["token"]) for each in sent]
    pieces = [{token[i : i + 4] for i in range(13)} for token in tokens]
    assert not pieces[0] & pieces[1]


def test_when_it_is_over_it_is_known_that_somebody_had_added_and_no_longer_what(network: Network) -> None:
    outbox = Memory()
    leader, people = facilitator(network), [person(network, outbox)]
    people += [person(network, secret=bytes([i]) * 32) for i in range(7)]
    leader.open("small")
    for one in people:
        agree(one, given("a"))
    leader.reveal("small")
    for _ in range(2):
        assert people[0].keep_up()["small"].added
        assert how(people[0]) is Stand.REVEALED_WITH
    assert outbox.get("small") == {}
    leader.open("small")
    assert people[0].keep_up()["small"].added is False
    assert how(people[0]) is Stand.REOPENED
