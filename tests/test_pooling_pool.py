from collections import Counter
from collections.abc import Callable
from threading import Barrier, Thread

import pytest
from attacks import added, filled, spread, token
from small_assessments import before_and_after, choice, scales, small

from workshop_helpers.answers import Answers
from workshop_helpers.content import Assessment
from workshop_helpers.errors import PolicyError, PoolClosed, PoolError, PoolFull, TooFewPeople
from workshop_helpers.pooling.contribution import Contribution, contribution
from workshop_helpers.pooling.pool import Pool, PoolProgress
from workshop_helpers.pooling.release import Release
from workshop_helpers.pooling.rows import LIFETIME, MemoryRows
from workshop_helpers.pooling.variables import variables

PICK = choice()
LIGHT = choice(policy="light")
REVEALED = "The picture has been revealed. Nothing is added, changed or taken back any more."
DISCARDED = "This pool was closed without a picture, and what was in it is forgotten. Open a new one."


def test_progress_is_all_that_is_known_before_the_reveal() -> None:
    pool = filled(Pool, spread(3))
    assert pool.progress == PoolProgress("open", 3, 40)
    assert repr(pool) == "<Pool: private>"


def test_a_reveal_counts_everybody_once() -> None:
    pool = filled(Pool, ["a", "a", "b", None, "e"], LIGHT)
    table = pool.reveal().table("pick")
    assert dict(zip(table.options, table.low, strict=True)) == {"A": 2, "B": 1, "C": 0, "D": 0, "E": 1, "skipped": 1}
    assert table.low == table.high
    assert pool.progress == PoolProgress("revealed", 5, 40)


def test_a_changed_answer_takes_the_place_of_the_first() -> None:
    pool = filled(Pool, ["a"] * 5, LIGHT)
    pool.submit(token(0), added(LIGHT, "b"), sequence=2)
    assert pool.reveal().table("pick").low == (4, 1, 0, 0, 0, 0)


def test_a_withdrawn_answer_leaves_a_free_seat() -> None:
    pool = Pool(LIGHT, seats=1)
    pool.submit(token(1), added(LIGHT, "a"))
    pool.withdraw(token(1), sequence=2)
    pool.submit(token(2), added(LIGHT, "a"))
    assert pool.progress == PoolProgress("open", 1, 1)


@pytest.mark.parametrize(
    ("answered", "message"),
    [
        (0, "0 people have answered, and this picture needs 8 (bands of at least four people, from eight people). "),
        (1, "1 person has answered, and this picture needs 8 (bands of at least four people, from eight people). "),
        (7, "7 people have answered, and this picture needs 8 (bands of at least four people, from eight people). "),
    ],
)
def test_too_few_people_are_told_how_many_are_needed(answered: int, message: str) -> None:
    pool = filled(Pool, spread(answered))
    with pytest.raises(TooFewPeople) as caught:
        pool.reveal()
    assert str(caught.value) == f"{message}Wait for more, or talk about the questions without a picture."
    assert pool.progress.state == "open"


def revealed() -> Pool:
    pool: Pool = filled(Pool, spread(8))
    pool.reveal()
    return pool


def discarded() -> Pool:
    pool: Pool = filled(Pool, spread(8))
    pool.discard()
    return pool


@pytest.mark.parametrize(("make", "message"), [(revealed, REVEALED), (discarded, DISCARDED)])
@pytest.mark.parametrize(
    "act",
    [
        lambda pool: pool.submit(token(99), added(PICK, "a")),
        lambda pool: pool.submit(token(0), added(PICK, "a"), sequence=9),
        lambda pool: pool.withdraw(token(0), sequence=9),
    ],
)
def test_after_the_end_nothing_is_added_or_taken_back(
    make: Callable[[], Pool], message: str, act: Callable[[Pool], None]
) -> None:
    with pytest.raises(PoolClosed) as caught:
        act(make())
    assert str(caught.value) == message


def test_a_discarded_pool_is_not_drawn() -> None:
    pool = discarded()
    with pytest.raises(PoolClosed) as caught:
        pool.reveal()
    assert str(caught.value) == DISCARDED
    assert pool.progress == PoolProgress("discarded", 0, 40)


def test_a_revealed_pool_cannot_be_discarded() -> None:
    pool = revealed()
    pool.discard()
    assert pool.progress.state == "revealed"


@pytest.mark.parametrize(("later", "state"), [(LIFETIME, "open"), (LIFETIME + 0.001, "discarded")])
def test_after_half_an_hour_everything_is_forgotten(later: float, state: str) -> None:
    now = [100.0]
    pool = filled(Pool, spread(8), rows=MemoryRows(lambda: now[0]))
    now[0] += later
    assert pool.progress.state == state


def test_a_revealed_picture_does_not_grow_old() -> None:
    now = [100.0]
    pool = filled(Pool, spread(8), rows=MemoryRows(lambda: now[0]))
    release = pool.reveal()
    now[0] += 10 * LIFETIME
    assert pool.reveal() is release


def test_no_more_people_are_counted_than_there_are_seats() -> None:
    pool = Pool(LIGHT, seats=2)
    pool.submit(token(1), added(LIGHT, "a"))
    pool.submit(token(2), added(LIGHT, "a"))
    with pytest.raises(PoolFull) as caught:
        pool.submit(token(3), added(LIGHT, "a"))
    assert str(caught.value) == "All 2 seats are taken. Ask the facilitator whether the number is right."
    pool.submit(token(2), added(LIGHT, "b"), sequence=2)


def test_a_pool_does_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workshop_helpers.pooling.pool.MOST_TAKEN_BACK", 6)
    pool = Pool(LIGHT, seats=2)
    for person in range(8):
        pool.withdraw(token(person), sequence=1)
    with pytest.raises(PoolFull):
        pool.withdraw(token(8), sequence=1)


NOT_FOR_THIS = "This contribution is not for the pool of 'small'. Nothing was added."
FORGED = contribution(Answers(PICK, {"pick": "a"}))
FORGED._places = b"\xff"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((b"short", added(PICK, "a"), 1), "A token must be 16 bytes or more; make it with Credential.token."),
        (("0" * 16, added(PICK, "a"), 1), "A token must be 16 bytes or more; make it with Credential.token."),
        ((token(1), added(PICK, "a"), 0), "'sequence' must be a whole number from 1 up."),
        ((token(1), added(PICK, "a"), True), "'sequence' must be a whole number from 1 up."),
        ((token(1), added(PICK, "a"), 1.5), "'sequence' must be a whole number from 1 up."),
        ((token(1), b"\x00", 1), NOT_FOR_THIS),
        ((token(1), None, 1), NOT_FOR_THIS),
        (
            (token(1), contribution(Answers(scales(1), {})), 1),
            NOT_FOR_THIS,
        ),
        ((token(1), Contribution(PICK, (), b""), 1), NOT_FOR_THIS),
        ((token(1), FORGED, 1), "This does not fit the questions of 'small'. Nothing was added."),
    ],
)
def test_what_is_not_for_this_pool_is_refused(arguments: tuple[bytes, Contribution, int], message: str) -> None:
    pool = Pool(PICK, seats=9)
    with pytest.raises(PoolError) as caught:
        pool.submit(*arguments)
    assert str(caught.value) == message
    assert pool.progress.answered == 0


def test_an_answer_of_one_occasion_is_not_counted_on_another() -> None:
    assessment = before_and_after()
    before = contribution(Answers(assessment, {"calm.before": 3}, "before"))
    with pytest.raises(PoolError) as caught:
        Pool(assessment, seats=9, occasion="after").submit(token(1), before)
    assert str(caught.value) == NOT_FOR_THIS
    assert [v.id for v in variables(assessment, "before")] == ["calm.before"]


@pytest.mark.parametrize("seats", [0, -1, True, 2.0, "9", None])
def test_seats_are_people(seats: int) -> None:
    with pytest.raises(PoolError) as caught:
        Pool(PICK, seats=seats)
    assert str(caught.value) == "'seats' must be a whole number from 1 up: the number of people in the room."


def test_a_private_assessment_has_no_pool(private_one: Assessment) -> None:
    with pytest.raises(PolicyError) as caught:
        Pool(private_one, seats=9)
    assert str(caught.value) == (
        "This self-assessment is private: its answers are never put together. Talk about it instead."
    )


def test_an_assessment_of_private_items_has_no_pool() -> None:
    assessment = small('id = "pick"\nformat = "choice"\noptions = "five"\nprivate = true')
    with pytest.raises(PoolError) as caught:
        Pool(assessment, seats=9)
    assert str(caught.value) == "'small' has no item that may be pooled. Talk about it instead."


def test_whoever_is_accepted_is_counted_and_nobody_else_however_many_come_at_once() -> None:
    for _ in range(10):
        pool = Pool(LIGHT, seats=60)
        barrier, taken = Barrier(9), Counter[int]()
        drawn: list[Release] = []

        def come(pool: Pool = pool, barrier: Barrier = barrier, taken: Counter[int] = taken, first: int = 0) -> None:
            barrier.wait()
            for person in range(first, first + 6):
                try:
                    pool.submit(token(person), added(LIGHT, "a"))
                except PoolClosed:
                    return
                taken[person] += 1

        def reveal(pool: Pool = pool, barrier: Barrier = barrier, drawn: list[Release] = drawn) -> None:
            barrier.wait()
            while not drawn:
                try:
                    drawn.append(pool.reveal())
                except TooFewPeople:
                    continue

        threads = [Thread(target=come, kwargs={"first": 100 * i}) for i in range(8)] + [Thread(target=reveal)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        release = pool.reveal()
        assert drawn == [release]
        assert release.n == len(taken) == release.table("pick").low[0]
