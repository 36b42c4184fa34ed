"""A facilitator through restarts: what was open is open again under its number, and nothing is opened by itself."""

from dataclasses import replace
from typing import Any

import bad_facilitators as bad
import pytest
from attacks import bites
from small_rooms import CODE, KEY, given
from test_room_client_participant import LINK, Network, facilitator, person

from workshop_helpers.errors import (
    NotOpen,
    PolicyError,
    PoolClosed,
    RoomError,
    TooFewPeople,
    Unreachable,
    WorkshopError,
    WrongCode,
)
from workshop_helpers.room.client.facilitator import Facilitator, LedOpening, OpeningsInMemory
from workshop_helpers.room.protocol.replies import OpeningNumber
from workshop_helpers.room.protocol.requests import OpenRequest


def test_what_a_restarted_collector_lost_is_opened_again_under_its_number() -> None:
    network = Network()
    leader = facilitator(network)
    leader.open("small", policy="room")
    before = leader.keep_up()
    network.restart()
    after = leader.keep_up()
    assert after.pools == before.pools
    assert after.life != before.life


def test_a_restarted_kernel_goes_on_with_what_it_remembered() -> None:
    network = Network()
    leader = facilitator(network)
    leader.open("small")
    one = person(network)
    one.add(given("a"), None, keep=True)
    again = Facilitator(LINK, KEY, OpeningsInMemory(leader.opened), network)  # type: ignore[arg-type]
    assert again.keep_up().pools[0].answered == 1
    network.restart()
    again.keep_up()
    one.keep_up()
    assert network.answered() == 1


def test_what_was_revealed_or_closed_is_not_opened_again() -> None:
    network = Network()
    leader = facilitator(network)
    leader.open("small")
    leader.open("light")
    for i in range(8):
        person(network, secret=bytes([i]) * 32).add(given("a"), None, keep=True)
    leader.reveal("small")
    leader.close("light")
    assert leader.opened == []
    network.restart()
    assert leader.keep_up().pools == ()


def test_the_end_forgets_everything() -> None:
    network = Network()
    leader = facilitator(network)
    leader.open("small")
    leader.end()
    assert leader.opened == []
    with pytest.raises(WrongCode) as caught:
        leader.keep_up()
    assert str(caught.value) == (
        "No room has this code. Look at it once more, or ask the facilitator whether it has ended."
    )


def test_seats_are_for_what_is_open_too() -> None:
    network = Network(seats=8)
    leader = facilitator(network)
    leader.open("small")
    leader.seat(20)
    leader.open("light")
    assert [pool.seats for pool in leader.keep_up().pools] == [20, 20]


def test_refusals_are_the_rooms_own() -> None:
    leader = facilitator(Network())
    with pytest.raises(PolicyError):
        leader.open("private")
    with pytest.raises(PolicyError):
        leader.open("small", policy="light")
    with pytest.raises(NotOpen):
        leader.reveal("small")
    leader.open("small")
    with pytest.raises(TooFewPeople):
        leader.reveal("small")
    with pytest.raises(RoomError) as caught:
        leader.open("small")
    assert str(caught.value) == "'A small one' is open already. Reveal it or close it first."


def test_a_reveal_whose_reply_was_lost_can_be_asked_for_again() -> None:
    network = Network()
    leader = facilitator(network)
    leader.open("small")
    for i in range(8):
        person(network, secret=bytes([i]) * 32).add(given("a"), None, keep=True)
    network.lose_reply = True
    with pytest.raises(Unreachable):
        leader.reveal("small")
    assert leader.reveal("small") == person(network).picture("small", None)


# --- a collector that dies between the reveal and its reply ------------------------------------------------


def asked_and_lost(network: Network, leader: Facilitator) -> list[Any]:
    """Eight people; the picture is drawn, one of them sees it, and the collector dies before it can reply."""
    people = [person(network, secret=bytes([i]) * 32) for i in range(8)]
    leader.open("small")
    for one in people:
        one.add(given("a"), None, keep=True)
    network.lose_reply = True
    with pytest.raises(Unreachable):
        leader.reveal("small")
    assert people[0].picture("small", None).n == 8
    network.restart()
    return people


def attack_second_picture(side: Any) -> None:
    """Afterwards everybody's notebook does what it does by itself, and one person's does not."""
    network = Network()
    openings = OpeningsInMemory()
    people = asked_and_lost(network, side(LINK, KEY, openings, network))
    again = side(LINK, KEY, openings, network)  # the facilitator's kernel is restarted too
    for _ in range(2):
        again.keep_up()
        for one in people[:7]:
            one.keep_up()
    assert network.rooms.state(CODE).pools == ()


def test_what_was_lost_after_its_picture_was_asked_for_is_not_collected_again_by_itself() -> None:
    attack_second_picture(Facilitator)


def test_a_second_picture_bites() -> None:
    bites(attack_second_picture, bad.ForgetsThatItAsked, bad.RemembersTooLate)


def test_what_is_in_doubt_can_be_opened_knowingly_and_people_are_then_asked_anew() -> None:
    network = Network()
    leader = facilitator(network)
    people = asked_and_lost(network, leader)
    leader.keep_up()
    assert [(one.pool, one.asked) for one in leader.in_doubt] == [("small", True)]
    leader.open("small")
    leader.keep_up()
    assert leader.in_doubt == []
    for one in people:
        assert not one.keep_up()["small"].added
    assert network.answered() == 0
    people[1].add(given("a"), None, keep=True)
    assert network.answered() == 1


@pytest.mark.parametrize("trouble", [TooFewPeople("Too few."), PoolClosed("Too few, as it comes over the wire.")])
def test_what_was_plainly_refused_a_picture_is_opened_again_as_before(trouble: WorkshopError) -> None:
    network = Network()
    leader = facilitator(network)
    leader.open("small")
    network.refuse_reveal = trouble
    with pytest.raises(type(trouble)):
        leader.reveal("small")
    network.restart()
    assert [pool.state for pool in leader.keep_up().pools] == ["open"]
    assert leader.in_doubt == []


def test_what_is_still_open_after_a_reveal_that_did_not_come_through_is_opened_again_as_before() -> None:
    network = Network()
    leader = facilitator(network)
    leader.open("small")
    network.cut = True
    with pytest.raises(Unreachable):
        leader.reveal("small")
    network.cut = False
    leader.keep_up()
    assert leader.in_doubt == []
    network.restart()
    assert [pool.state for pool in leader.keep_up().pools] == ["open"]


def test_an_opening_whose_reply_was_lost_can_be_made_again() -> None:
    network = Network()
    opened = OpenRequest(CODE, KEY, "small", occasion=None, policy=None, number="12345678")
    for _ in range(2):
        assert network.call(opened) == OpeningNumber("12345678")
    with pytest.raises(RoomError):
        network.call(replace(opened, number="87654321"))


# --- two notebooks of one facilitator -------------------------------------------------------------------------


def attack_two_notebooks(side: Any) -> None:
    network, openings = Network(), OpeningsInMemory()
    one, other = (side(LINK, KEY, openings, network) for _ in range(2))
    one.open("small")
    other.keep_up()
    other.open("light")
    for leader in (one, other, one):
        leader.keep_up()
    network.restart()
    one.keep_up()
    assert {pool.pool for pool in network.rooms.state(CODE).pools} == {"small", "light"}
    other.close("small")
    network.restart()
    one.keep_up()
    assert {pool.pool for pool in network.rooms.state(CODE).pools} == {"light"}


def test_two_notebooks_that_lead_one_room_lose_nothing_of_each_other() -> None:
    attack_two_notebooks(Facilitator)


def test_two_notebooks_bite() -> None:
    bites(attack_two_notebooks, bad.RemembersInItsOwnMemory)


def test_what_another_notebook_opens_during_a_look_is_not_taken_for_lost() -> None:
    network, openings = Network(), OpeningsInMemory()
    one, other = (Facilitator(LINK, KEY, openings, network) for _ in range(2))  # type: ignore[arg-type]
    network.after_state = lambda: other.open("small")
    one.keep_up()
    person(network).add(given("a"), None, keep=True)
    assert one.keep_up().pools[0].answered == 1


def test_two_notebooks_that_notice_a_restart_together_open_again_once() -> None:
    network, openings = Network(), OpeningsInMemory()
    one, other = (Facilitator(LINK, KEY, openings, network) for _ in range(2))  # type: ignore[arg-type]
    one.open("small")
    somebody = person(network)
    somebody.add(given("a"), None, keep=True)
    network.restart()

    def the_other_is_quicker() -> None:
        other.keep_up()
        somebody.keep_up()

    network.after_state = the_other_is_quicker
    assert one.keep_up().pools[0].answered == 1


def test_the_key_is_not_shown() -> None:
    assert repr(facilitator(Network())) == "<Facilitator: private>"
    assert KEY not in str(vars(LedOpening("small", None, None, "00000000")))
    assert CODE not in repr(LINK)
