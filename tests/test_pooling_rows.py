"""Rows in memory: kept on condition, forgotten at every end, and found by nobody who has no token."""

import pytest
from attacks import bites, token
from attacks_on_rows import ROWS, A, bad_rows, with_rows

from workshop_helpers.pooling.rows import LIFETIME, MemoryRows, PoolRow, Snapshot


@pytest.mark.parametrize("what", ROWS)
def test_rows_in_memory_do_what_rows_do(what: str) -> None:
    ROWS[what](MemoryRows)


class _NeverExpiring(MemoryRows):
    def _expire(self) -> None:
        pass


class _KeepingRows(MemoryRows):
    def forget(self) -> None:
        kept = self._rows
        super().forget()
        self._rows = kept


BAD = bad_rows(MemoryRows)
BAD["half an hour"].append(_NeverExpiring)
BAD["the end"].append(_KeepingRows)


@pytest.mark.parametrize("what", ROWS)
def test_the_attacks_on_rows_bite(what: str) -> None:
    bites(ROWS[what], *BAD[what])


def test_what_was_interrupted_is_forgotten_at_the_next_look() -> None:
    rows = with_rows(MemoryRows, 8)
    rows._state = "discarded"  # as far as a discard came
    assert rows.look(token(1)) == Snapshot("discarded", 0)
    assert (rows._rows, rows._pepper) == ({}, b"")


def test_rows_are_forgotten_after_half_an_hour_though_they_wait_for_their_picture() -> None:
    now = [0.0]
    rows = MemoryRows(lambda: now[0])
    rows.put(token(1), A, 1, rows.look(token(1)))
    rows.end("revealed", rows.look())
    now[0] = LIFETIME + 1
    rows.look()
    assert (rows._rows, rows._pepper) == ({}, b"")


@pytest.mark.parametrize("asleep", [0, 1])
def test_half_an_hour_is_over_when_either_clock_says_so(asleep: int) -> None:
    clocks = [[0.0], [0.0]]
    rows = MemoryRows(lambda: clocks[0][0], lambda: clocks[1][0])
    rows.put(token(1), A, 1, rows.look(token(1)))
    clocks[1 - asleep][0] = LIFETIME + 1
    assert rows.look(token(1)) == Snapshot("discarded", 0)


def test_rows_say_nothing_of_themselves() -> None:
    shown = {repr(MemoryRows()), repr(PoolRow(1, b"\0")), repr(Snapshot("open", 7))}
    assert shown == {"<MemoryRows: private>", "<PoolRow: private>", "<Snapshot: private>"}
