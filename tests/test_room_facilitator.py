"""A facilitator through restarts: what was open is open again under its number, and nothing is opened by itself."""

import pytest
from small_rooms import CODE, KEY, given
from test_room_participant import LINK, Network, facilitator, person

from workshop_helpers.errors import NotOpen, PolicyError, RoomError, TooFewPeople, Unreachable, WrongCode
from workshop_helpers.room.facilitator import Facilitator, Opened


def test_what_a_restarted_collector_lost_is_opened_again_under_its_number() -> None:
    network = Network()
    leader = facilitator(network)
    leader.open("small", policy="room")
    before = leader.keep_up()
    network.restart()
    after = leader.keep_up()
    assert after["pools"] == before["pools"]
    assert after["life"] != before["life"]


def test_a_restarted_kernel_goes_on_with_what_it_remembered() -> None:
    network = Network()
    leader = facilitator(network)
    leader.open("small")
    one = person(network)
    one.add(given("a"), None, keep=True)
    again = Facilitator(LINK, KEY, leader.opened, network)  # type: ignore[arg-type]
    assert again.keep_up()["pools"][0]["answered"] == 1
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
    assert leader.keep_up()["pools"] == []


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


def test_seats_are_for_what_is_opened_from_now_on() -> None:
    network = Network(seats=8)
    leader = facilitator(network)
    leader.open("small")
    leader.seat(20)
    leader.open("light")
    assert [pool["seats"] for pool in leader.keep_up()["pools"]] == [8, 20]


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


def test_the_key_is_not_shown() -> None:
    assert repr(facilitator(Network())) == "<Facilitator: private>"
    assert KEY not in str(vars(Opened("small", None, None, "00000000")))
    assert CODE not in repr(LINK)
