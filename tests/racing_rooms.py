"""Two collectors change one room at the same moment: nothing that either accepted may be forgotten."""

from collections.abc import Callable, Mapping

from attacks import at_once, token
from small_rooms import ASKED, CODE, KEY, given

from workshop_helpers.errors import PoolClosed, RoomError, WrongCode
from workshop_helpers.pooling.policy import choose_policy
from workshop_helpers.pooling.variables import variables
from workshop_helpers.room.protocol.requests import content_version
from workshop_helpers.room.server.rooms import Rooms

TIMES = 40
Race = Callable[[Rooms, Rooms], None]


def names(rooms: Rooms) -> list[str]:
    return sorted(pool.pool for pool in rooms.state(CODE).pools)


def opens(rooms: Rooms, name: str, call: str | None = None) -> Callable[[], str]:
    return lambda: rooms.open(CODE, KEY, name, None, None, call).number


def number_of(rooms: Rooms, name: str) -> str:
    found = rooms.state(CODE).pool(name)
    assert found is not None
    return found.number


def adds(rooms: Rooms, name: str, person: int) -> None:
    content = content_version(variables(ASKED[name]))
    agreed = (number_of(rooms, name), choose_policy(ASKED[name].policy, None, None).name)
    rooms.answer(CODE, name, *agreed, content, token(person), 1, bytes(given("a", ASKED[name])))


def two_openings(one: Rooms, other: Rooms) -> None:
    """Of two self-assessments: both are open."""
    numbers = at_once(opens(one, "small"), opens(other, "light"))
    assert names(one) == names(other) == ["light", "small"]
    assert {pool.number for pool in one.state(CODE).pools} == {*numbers}


def one_opened_twice(one: Rooms, other: Rooms) -> None:
    """Of one self-assessment, twice, before anybody knows of the other: the second is refused."""
    came_of = at_once(opens(one, "light", "11111111"), opens(other, "light", "22222222"))
    (pool,) = one.state(CODE).pools
    assert sorted(came_of, key=str) == sorted([pool.number, RoomError], key=str)


def one_opened_again_by_two(one: Rooms, other: Rooms) -> None:
    """Two notebooks of one facilitator notice a restart: it is opened once, and whoever has answered is counted."""

    def opens_and_adds(rooms: Rooms, person: int) -> Callable[[], object]:
        def act() -> None:
            opens(rooms, "light", "11111111")()
            adds(rooms, "light", person)

        return act

    at_once(opens_and_adds(one, 1), opens_and_adds(other, 2))
    (pool,) = one.count(CODE, KEY).pools
    assert pool.answered == 2


def an_opening_and_other_seats(one: Rooms, other: Rooms) -> None:
    """The number of people is changed while something is opened: both are so."""
    at_once(opens(one, "small"), lambda: other.seat(CODE, KEY, 20))
    assert names(one) == ["small"]
    assert one.state(CODE).seats == 20


def an_opening_and_the_same_room_again(one: Rooms, other: Rooms) -> None:
    """A collector that starts later makes the room that is there while something is opened in it."""
    at_once(opens(one, "small"), lambda: other.create(12, CODE, KEY))
    assert names(one) == ["small"]


def an_opening_and_a_close(one: Rooms, other: Rooms) -> None:
    """One is opened while another is closed."""
    number = opens(one, "small")()
    at_once(opens(one, "light"), lambda: other.close(CODE, KEY, "small", number))
    assert {pool.pool: pool.state for pool in one.state(CODE).pools} == {"light": "open", "small": "discarded"}


def an_opening_and_a_reveal(one: Rooms, other: Rooms) -> None:
    """One is opened while another is revealed."""
    number = opens(one, "light")()
    for person in range(5):
        adds(one, "light", person)
    at_once(opens(one, "small"), lambda: other.reveal(CODE, KEY, "light", number))
    assert {pool.pool: pool.state for pool in one.state(CODE).pools} == {"light": "revealed", "small": "open"}
    assert other.picture(CODE, "light") == one.picture(CODE, "light")


def an_opening_and_the_end(one: Rooms, other: Rooms) -> None:
    """The room ends while something is opened in it: it does not come back."""
    at_once(opens(one, "small"), lambda: other.end(CODE, KEY))
    for rooms in (one, other):
        try:
            rooms.state(CODE)
        except WrongCode:
            continue
        raise AssertionError("it is there again")


def a_reveal_and_a_close(one: Rooms, other: Rooms) -> None:
    """Whichever is first: a picture for everybody, or none for anybody."""
    number = opens(one, "light")()
    for person in range(5):
        adds(one, "light", person)
    revealed, _ = at_once(
        lambda: one.reveal(CODE, KEY, "light", number), lambda: other.close(CODE, KEY, "light", number)
    )
    (pool,) = one.state(CODE).pools
    if pool.state == "revealed":
        assert revealed == other.picture(CODE, "light")
    else:
        assert (pool.state, revealed) == ("discarded", PoolClosed)


RACES: Mapping[str, Race] = {
    race.__name__.replace("_", " "): race
    for race in (
        two_openings, one_opened_twice, one_opened_again_by_two, an_opening_and_other_seats,
        an_opening_and_the_same_room_again, an_opening_and_a_close, an_opening_and_a_reveal, an_opening_and_the_end,
        a_reveal_and_a_close,
    )
}  # fmt: skip
