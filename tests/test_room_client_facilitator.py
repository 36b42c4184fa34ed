"""A facilitator through restarts: what was open is open again under its number, and nothing is opened by itself."""

from dataclasses import replace
from typing import Any

import bad_facilitators as bad
import pytest
from attacks import bites
from small_rooms import CODE, KEY, again, agree, given, how
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
from workshop_helpers.room.protocol.requests import OpenRequest
from workshop_helpers.room.standing import Stand


def test_what_a_restarted_collector_lost_is_opened_again_and_is_another_opening() -> None:
    network = Network()
    leader = facilitator(network)
    leader.open("light", policy="room")
    (before,) = leader.keep_up().pools
    network.restart()
    (after,) = leader.keep_up().pools
    assert after == replace(before, number=after.number)
    assert after.number != before.number
    assert leader.opened == [LedOpening("light", None, "room", after.number)]


def test_a_restarted_kernel_goes_on_with_what_it_remembered() -> None:
    network = Network()
    leader = facilitator(network)
    leader.open("small")
    one = person(network)
    agree(one, given("a"))
    later = Facilitator(LINK, KEY, OpeningsInMemory(leader.opened), network)  # type: ignore[arg-type]
    assert later.keep_up().pools[0].answered == 1
    network.restart()
    later.keep_up()
    one.keep_up()
    again(one)
    assert network.answered() == 1


def test_what_was_revealed_or_closed_is_not_opened_again() -> None:
    network = Network()
    leader = facilitator(network)
    leader.open("small")
    leader.open("light")
    for i in range(8):
        agree(person(network, secret=bytes([i]) * 32), given("a"))
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
        agree(person(network, secret=bytes([i]) * 32), given("a"))
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
        agree(one, given("a"))
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
        one.keep_up()
        assert how(one) is Stand.RESTARTED
    assert network.answered() == 0
    agree(people[1], given("a"))
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
    opened = OpenRequest(CODE, KEY, "small", occasion=None, policy=None, call="12345678")
    assert network.call(opened) == network.call(opened)
    with pytest.raises(RoomError):
        network.call(replace(opened, call="87654321"))
    leader = facilitator(network)
    leader.close("small")
    number = network.call(opened).number  # it comes very late
    assert [(pool.state, pool.number) for pool in network.rooms.state(CODE).pools] == [("discarded", number)]


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
    agree(person(network), given("a"))
    assert one.keep_up().pools[0].answered == 1


def test_two_notebooks_that_notice_a_restart_together_open_again_once() -> None:
    network, openings = Network(), OpeningsInMemory()
    one, other = (Facilitator(LINK, KEY, openings, network) for _ in range(2))  # type: ignore[arg-type]
    one.open("small")
    somebody = person(network)
    agree(somebody, given("a"))
    network.restart()

    def the_other_is_quicker() -> None:
        other.keep_up()
        somebody.keep_up()
        again(somebody)

    network.after_state = the_other_is_quicker
    (pool,) = one.keep_up().pools
    assert pool.answered == 1
    assert [opened.number for opened in openings.get()] == [pool.number]


def attack_the_other_notebook(side: Any) -> None:
    """Two notebooks of one facilitator; what one shows is over, and the other has opened it again."""
    network, openings = Network(), OpeningsInMemory()
    one, other = (side(LINK, KEY, openings, network) for _ in range(2))
    number = one.open("small")
    other.close("small")
    other.open("small")
    people = [person(network, secret=bytes([i]) * 32) for i in range(8)]
    for each in people:
        agree(each, given("a"))
    for act in (one.reveal, one.close):
        said = "done"
        try:
            act("small", None, number)
        except RoomError as error:
            said = str(error)
        assert said == (
            "This was opened again since you looked, here or on another page. Nothing was done. Look at how many have "
            "answered, and press once more."
        )
    assert network.answered() == 8
    network.restart()
    one.keep_up()
    assert [pool.state for pool in network.rooms.state(CODE).pools] == ["open"]  # it was not taken for asked for


def test_a_notebook_reveals_and_closes_what_it_shows_and_nothing_else() -> None:
    attack_the_other_notebook(Facilitator)


def test_the_other_notebook_bites() -> None:
    bites(attack_the_other_notebook, bad.MeansWhateverIsOpen)


def test_the_key_is_not_shown() -> None:
    assert repr(facilitator(Network())) == "<Facilitator: private>"
    assert KEY not in str(vars(LedOpening("small", None, None, "00000000")))
    assert CODE not in repr(LINK)
