"""Rooms in a store stay whole while several collectors, or threads of one, change them at the same moment."""

import pytest
from racing_rooms import RACES, TIMES
from small_rooms import CODE, KEY, new_rooms

from workshop_helpers.room.server.store import MemoryStore


@pytest.mark.parametrize("race", RACES)
def test_what_two_threads_change_at_once_is_kept(race: str) -> None:
    for _ in range(TIMES):
        store = MemoryStore()
        collectors = new_rooms(store), new_rooms(store)
        collectors[0].create(12, CODE, KEY)
        RACES[race](*collectors)
