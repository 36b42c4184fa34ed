"""What everything that keeps rows has to do, attacked: the same for a process's memory as for a server."""

from collections.abc import Callable
from functools import partial
from threading import Barrier
from typing import Any, Literal, cast

from attacks import at_once, filled, spread, token

from workshop_helpers.pooling.pool import Pool
from workshop_helpers.pooling.release import Release
from workshop_helpers.pooling.rows import LIFETIME, NO_ROW, PoolRow, PoolRows, Snapshot

Make = Callable[[Callable[[], float]], Any]  # from a clock to rows, or to something bad with their interface
ENDS: tuple[Literal["revealed", "discarded"], ...] = ("revealed", "discarded")
A, B = PoolRow(1, b"\0"), PoolRow(2, b"\1")
PICTURE: Release = filled(Pool, spread(8)).reveal()
OTHER: Release = filled(Pool, spread(9)).reveal()


def new(make: Make) -> PoolRows:
    return cast(PoolRows, make(lambda: 0.0))


def with_rows(make: Make, people: int) -> Any:
    rows = new(make)
    for person in range(people):
        seen = rows.look(token(person))
        assert rows.put(token(person), A, seen.answered + 1, seen)
    return rows


def attack_what_is_kept(make: Make) -> None:
    """Each person's row is their own, the last one that was put, and there is one of each."""
    rows = new(make)
    assert rows.look(token(1)) == rows.look() == Snapshot("open", 0)
    assert rows.put(token(1), A, 1, rows.look(token(1)))
    assert rows.look(token(1)) == Snapshot("open", 1, 1, A)
    assert rows.look(token(2)) == rows.look() == Snapshot("open", 1, 1, NO_ROW)
    assert rows.put(token(2), B, 2, rows.look(token(2)))
    assert rows.put(token(1), PoolRow(3, None), 1, rows.look(token(1)))
    assert rows.look(token(1)) == Snapshot("open", 1, 2, PoolRow(3, None))
    assert rows.contributions() == [b"\1"]
    assert rows.release() is None


def attack_stale(make: Make) -> None:
    """Nothing is written on what is no longer so."""
    meanwhile: list[Callable[[PoolRows], object]] = [
        lambda rows: rows.put(token(0), B, 3, rows.look(token(0))),  # the same person's other notebook
        lambda rows: rows.put(token(0), PoolRow(2, None), 2, rows.look(token(0))),
        lambda rows: rows.put(token(9), A, 4, rows.look(token(9))),  # somebody else takes a seat
        lambda rows: rows.put(token(9), PoolRow(1, None), 3, rows.look(token(9))),
        lambda rows: rows.end("revealed", rows.look()),
        lambda rows: rows.end("discarded", rows.look()),
    ]
    for change in meanwhile:
        rows = with_rows(make, 3)
        seen = rows.look(token(0))
        assert change(rows)
        then = rows.look(token(0))
        assert not rows.put(token(0), PoolRow(7, b"\3"), 3, seen)
        assert rows.look(token(0)) == then
    for change in meanwhile[1:3] + meanwhile[4:]:
        for state in ENDS:
            rows = with_rows(make, 3)
            seen = rows.look()
            assert change(rows)
            then = rows.look()
            assert not rows.end(state, seen)
            assert rows.look() == then


def attack_the_end(make: Make) -> None:
    """What is revealed waits for its one picture; then, and when it is discarded, every row is forgotten."""
    rows = with_rows(make, 8)
    assert rows.end("revealed", rows.look())
    assert (rows.look().state, rows.look().answered, rows.look().row) == ("revealed", 8, NO_ROW)
    assert rows.contributions() == [b"\0"] * 8
    for release in (PICTURE, OTHER):
        rows.keep(release)
        assert rows.release() == PICTURE
        assert rows.contributions() == []
        assert (rows.look(token(1)).state, rows.look().answered, rows.look(token(1)).row) == ("revealed", 8, NO_ROW)
    assert not rows.end("discarded", rows.look())

    rows = with_rows(make, 8)
    assert rows.end("discarded", rows.look())
    assert rows.look(token(1)) == Snapshot("discarded", 0)
    assert rows.contributions() == []
    assert rows.release() is None


def attack_half_an_hour(make: Make) -> None:
    """Everything is forgotten after half an hour, apart from a picture."""
    for end in ("open", "revealed", "picture"):
        now = [0.0]
        rows: PoolRows = make(lambda now=now: now[0])  # type: ignore[misc]
        assert rows.put(token(1), A, 1, rows.look(token(1)))
        if end != "open":
            assert rows.end("revealed", rows.look())
        if end == "picture":
            rows.keep(PICTURE)
        now[0] = LIFETIME
        assert rows.look().state == ("open" if end == "open" else "revealed")
        now[0] += 0.001
        assert rows.look().state == ("revealed" if end == "picture" else "discarded")
        assert rows.release() == (PICTURE if end == "picture" else None)
        assert rows.contributions() == []


def attack_at_once(make: Make) -> None:
    """Whoever decides on a number of people has decided on the number that there was."""
    rows, lines = new(make), 4
    all_have_looked = Barrier(lines)

    def come(first: int) -> None:
        for person in range(first, first + 10):
            done = False
            while not done:
                seen = rows.look(token(person))
                if seen.answered == 0:
                    all_have_looked.wait(10)  # so that at least the first of each line come between each other
                done = rows.put(token(person), A, seen.answered + 1, seen)

    at_once(*(partial(come, 100 * line) for line in range(lines)))
    assert rows.look().answered == rows.look().rows == len(rows.contributions()) == 10 * lines


ROWS = {
    "what is kept": attack_what_is_kept,
    "stale": attack_stale,
    "the end": attack_the_end,
    "half an hour": attack_half_an_hour,
    "at once": attack_at_once,
}


def bad_rows(good: Any) -> dict[str, list[Any]]:
    """By what it is that catches them: kinds of rows that do one thing wrong, made of good ones."""

    class BelievesWhatItIsTold(good):  # type: ignore[misc]
        def put(self, token: bytes, row: PoolRow, answered: int, seen: Snapshot) -> bool:
            done = False
            while not done and (now := self.look(token)).state == "open":
                done = super().put(token, row, answered, now)
            return done

    class EndsAnyhow(good):  # type: ignore[misc]
        def end(self, state: Any, seen: Snapshot) -> bool:
            return bool(super().end(state, self.look()))

    class LooksAtTheRowOnly(good):  # type: ignore[misc]
        def put(self, token: bytes, row: PoolRow, answered: int, seen: Snapshot) -> bool:
            done = False
            while not done and (now := self.look(token)).state == "open" and now.row == seen.row:
                done = super().put(token, row, answered, now)
            return done

    class LooksAtTheNumbersOnly(good):  # type: ignore[misc]
        def put(self, token: bytes, row: PoolRow, answered: int, seen: Snapshot) -> bool:
            now = self.look(token)
            same = (now.answered, now.rows) == (seen.answered, seen.rows)
            return same and bool(super().put(token, row, answered, now))

    class OneRowForAll(good):  # type: ignore[misc]
        def look(self, token: bytes = b"") -> Snapshot:
            return cast(Snapshot, super().look(b"all"))

        def put(self, token: bytes, row: PoolRow, answered: int, seen: Snapshot) -> bool:
            return bool(super().put(b"all", row, answered, seen))

    class ForgetsAtTheReveal(good):  # type: ignore[misc]
        def end(self, state: Any, seen: Snapshot) -> bool:
            done = super().end(state, seen)
            if done and state == "revealed":
                self.keep(PICTURE)
            return bool(done)

    class DrawsTwice(good):  # type: ignore[misc]
        def release(self) -> Release | None:
            return OTHER if super().release() else None

    class TakesAnswersAfterTheReveal(good):  # type: ignore[misc]
        def end(self, state: Any, seen: Snapshot) -> bool:
            return state == "revealed" or bool(super().end(state, seen))

    return {
        "what is kept": [OneRowForAll],
        "stale": [
            BelievesWhatItIsTold, EndsAnyhow, LooksAtTheRowOnly, LooksAtTheNumbersOnly, TakesAnswersAfterTheReveal,
        ],
        "the end": [ForgetsAtTheReveal, DrawsTwice, TakesAnswersAfterTheReveal],
        "half an hour": [ForgetsAtTheReveal],
        "at once": [BelievesWhatItIsTold, LooksAtTheRowOnly],
    }  # fmt: skip
