"""Rooms in a store stay whole while several collectors, or threads of one, change them at the same moment."""

import pytest
from racing_rooms import RACES, TIMES
from small_rooms import CODE, KEY, new_rooms, one_room

from workshop_helpers.room.server.rooms import Rooms
from workshop_helpers.room.server.store import MemoryStore


@pytest.mark.parametrize("race", RACES)
def test_what_two_threads_change_at_once_is_kept(race: str) -> None:
    for _ in range(TIMES):
        store = MemoryStore()
        collectors = new_rooms(store), new_rooms(store)
        collectors[0].create(12, CODE, KEY)
        RACES[race](*collectors)


def check_order(rooms: Rooms) -> None:
    """What was opened last is last, also when it was open before: the console shows it on top."""
    for name in ("small", "light", "small"):
        opened = rooms.open(CODE, KEY, name, None, None, None)
        rooms.close(CODE, KEY, name, opened.number)
    assert [pool.pool for pool in rooms.state(CODE).pools] == ["light", "small"]


def test_openings_are_in_their_order() -> None:
    check_order(one_room()[0])
