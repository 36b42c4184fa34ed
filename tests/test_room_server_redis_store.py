"""Pools in a real Redis server keep every promise that pools in memory do, and several collectors share them."""

import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from threading import Barrier, Thread
from typing import Any

import bad_engines
import pytest
import test_privacy as drawn
import test_privacy_refusals as refusals
import test_privacy_sessions as sessions
import test_privacy_traces as traces
from attacks import LIGHT, PICK, Engine, added, bites, filled, outcome, spread, token
from attacks_on_rows import ROWS, bad_rows
from bad_collectors import rooms_that
from racing_rooms import RACES, TIMES
from redis import Redis
from small_redis import IN_MEMORY_ONLY, redis_server
from small_rooms import (
    CODE,
    KEY,
    NUMBER,
    Memory,
    agree,
    answer_of,
    free_port,
    link_to,
    new_rooms,
    one_room,
    post,
    process,
    served,
    status,
    told,
    until,
)
from test_privacy_network import attack_i20
from test_room_server_store import check_order

from workshop_helpers.answers import Answers
from workshop_helpers.content import Assessment
from workshop_helpers.content.loading import load_workshop
from workshop_helpers.errors import PoolClosed, PoolFull, TooFewPeople, Unreachable
from workshop_helpers.pooling.contribution import contribution
from workshop_helpers.pooling.credential import Credential
from workshop_helpers.pooling.pool import Pool
from workshop_helpers.pooling.release import Release
from workshop_helpers.pooling.rows import LIFETIME
from workshop_helpers.room.client.caller import Caller
from workshop_helpers.room.client.facilitator import Facilitator
from workshop_helpers.room.client.participant import Participant
from workshop_helpers.room.protocol.codes import fingerprint
from workshop_helpers.room.protocol.links import read_facilitators_line
from workshop_helpers.room.protocol.requests import StateRequest
from workshop_helpers.room.server.redis_store import RedisRows, RedisStore
from workshop_helpers.room.server.rooms import Rooms
from workshop_helpers.room.server.store import LONGEST_ROOM, Opening, Record
from workshop_helpers.room.standing import Stand


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """A Redis server that keeps nothing on disk; the address of its socket."""
    with redis_server(*IN_MEMORY_ONLY) as folder:
        yield f"unix://{folder}/s"
        assert sorted(path.name for path in folder.iterdir()) == ["s"]  # and nothing was written


@pytest.fixture
def keepers(server: str) -> Iterator[tuple[RedisStore, RedisStore]]:
    """Two collectors' keepers of one empty server."""
    with Redis.from_url(server) as redis:
        redis.flushall()
    with ExitStack() as stack:
        two = RedisStore(server), RedisStore(server)
        for store in two:
            stack.callback(store._redis.close)
        yield two


def new_rows(store: RedisStore, seats: int = 40) -> RedisRows:
    """The rows of an opening in a room of its own."""
    code, opening = secrets.token_hex(8), Opening("small", None, "room", "12345678")
    store.create(Record(code, "key", seats))
    assert store.open(code, opening, None)
    return store.rows(code, opening)


class Expiring(RedisRows):
    """Rows in Redis with a clock for tests: what the server would let expire is deleted at that time."""

    @classmethod
    def by(cls, store: RedisStore, clock: Callable[[], float]) -> "Expiring":
        rows = cls(*astuple_of(new_rows(store)))
        object.__setattr__(rows, "clock", clock)
        object.__setattr__(rows, "since", clock())
        return rows

    def _run(self, script: str, *arguments: str | int) -> Any:
        kept: Any = self
        if kept.clock() - kept.since > LIFETIME and self.release() is None:
            self.redis.delete(self.facts, self.of_people)
        return super()._run(script, *arguments)

    def contributions(self) -> list[bytes]:
        self.look()
        return super().contributions()


def astuple_of(rows: RedisRows) -> tuple[Redis, str, str]:
    return rows.redis, rows.facts, rows.of_people


def engine_in(store: RedisStore, engine: Any = Pool) -> Engine:
    """An engine, good or bad, whose rows lie in Redis."""

    class InRedis(engine):  # type: ignore[misc]
        __slots__ = ()

        def __init__(self, assessment: Assessment, policy: Any = None, *, rows: Any = None, **rest: Any) -> None:
            clock = rows._begun.clocks[0] if rows else time.monotonic
            super().__init__(assessment, policy, rows=Expiring.by(store, clock), **rest)

    return InRedis


ATTACKS = {
    "I1": drawn.attack_i01,
    "I2": drawn.attack_i02,
    "I3, I8, I14": sessions.attack_i03_i08_i14,
    "I6": sessions.attack_i06,
    "I7": traces.attack_i07,
    "I12": traces.attack_i12,
    "I13": sessions.attack_i13,
    "I18": refusals.attack_i18,
    "I21": drawn.attack_i21,
    "I27": refusals.attack_i27,
    "I28": sessions.attack_i28,
}


@pytest.mark.parametrize("promise", ATTACKS)
def test_pools_in_redis_keep_the_promises_of_pools(keepers: tuple[RedisStore, RedisStore], promise: str) -> None:
    ATTACKS[promise](engine_in(keepers[0]))


@pytest.mark.parametrize(
    ("promise", "engine"),
    [
        ("I1", bad_engines.DrawsTooEarly),
        ("I2", bad_engines.WithholdsUnanimity),
        ("I3, I8, I14", bad_engines.LiveExactCounts),
        ("I3, I8, I14", bad_engines.DrawsAgain),
        ("I3, I8, I14", bad_engines.LastMessageWins),
        ("I3, I8, I14", bad_engines.NoSeatCap),
        ("I6", bad_engines.LastMessageWins),
        ("I7", bad_engines.LogsAnswers),
        ("I12", bad_engines.StampsReleases),
        ("I13", bad_engines.WithdrawsByGuess),
        ("I13", bad_engines.WithdrawalLeavesASkip),
        ("I18", bad_engines.CountsGarbage),
        ("I21", bad_engines.ExactCounts),
        ("I27", bad_engines.RefusesWithValues),
        ("I28", bad_engines.IgnoresSkippers),
    ],
)
def test_the_attacks_bite_in_redis_too(keepers: tuple[RedisStore, RedisStore], promise: str, engine: Any) -> None:
    bites(ATTACKS[promise], engine_in(keepers[0], engine))


@pytest.mark.parametrize("what", ROWS)
def test_rows_in_redis_do_what_rows_do(keepers: tuple[RedisStore, RedisStore], what: str) -> None:
    ROWS[what](partial(Expiring.by, keepers[0]))


@pytest.mark.parametrize("what", ROWS)
def test_the_attacks_on_rows_bite_in_redis_too(keepers: tuple[RedisStore, RedisStore], what: str) -> None:
    bites(ROWS[what], *(partial(kind.by, keepers[0]) for kind in bad_rows(Expiring)[what]))


def test_i20_no_request_makes_a_policy_looser_in_redis_either(keepers: tuple[RedisStore, RedisStore]) -> None:
    attack_i20(lambda: new_rooms(keepers[0]))


def test_i20_bites_in_redis_too(keepers: tuple[RedisStore, RedisStore]) -> None:
    def bad_rooms(kind: str) -> Rooms:
        keepers[0]._redis.flushall()
        return rooms_that(kind, keepers[0])

    bites(attack_i20, *(lambda kind=kind: bad_rooms(kind) for kind in ("reopen anyhow", "trust the policy")))


# --- what lies in the server ----------------------------------------------------------------------------


def everything_in(store: RedisStore) -> dict[str, tuple[Any, int]]:
    """Every key with what it holds and the seconds that it still has."""
    redis, found = store._redis, {}
    for key in redis.scan_iter():
        value = redis.hgetall(key) if redis.type(key) == "hash" else redis.get(key)
        found[key] = value, redis.ttl(key)
    return found


def opened(store: RedisStore, seats: int = 40, assessment: Assessment = PICK) -> tuple[Opening, Pool]:
    opening = Opening(assessment.id, None, assessment.policy, "12345678")
    store.create(Record("test", "key", seats))
    record = store.find("test")
    assert record is not None
    assert store.open("test", opening, record.opening(opening.name))
    return opening, pool_of(store, opening, assessment)


def pool_of(store: RedisStore, opening: Opening, assessment: Assessment = PICK) -> Pool:
    record = store.find("test")
    assert record is not None
    return Pool(assessment, opening.policy, seats=record.seats, rows=store.rows("test", opening))


def test_everything_of_a_pool_expires_within_half_an_hour(keepers: tuple[RedisStore, RedisStore]) -> None:
    _, pool = opened(keepers[0])
    for person in range(8):
        pool.submit(token(person), added(PICK, "a"))
    pools = {key: left for key, (_, left) in everything_in(keepers[0]).items() if "pool" in key}
    assert len(pools) == 2
    assert all(0 < left <= LIFETIME for left in pools.values())


def test_what_expired_is_a_pool_that_was_closed(keepers: tuple[RedisStore, RedisStore]) -> None:
    _, pool = opened(keepers[0])
    pool.submit(token(1), added(PICK, "a"))
    for key in keepers[0]._redis.scan_iter("*pool*"):
        keepers[0]._redis.pexpire(key, 1)
    until(lambda: pool.progress.state == "discarded")
    for act in (pool.reveal, lambda: pool.submit(token(2), added(PICK, "a"))):
        with pytest.raises(PoolClosed) as caught:
            act()
        assert str(caught.value) == (
            "This pool was closed without a picture, and what was in it is forgotten. Open a new one."
        )


def test_after_the_reveal_only_the_picture_is_left(keepers: tuple[RedisStore, RedisStore]) -> None:
    _, pool = opened(keepers[0])
    for person in range(9):
        pool.submit(token(person), added(PICK, "a"))
    release = pool.reveal()
    left = {key: value for key, value in everything_in(keepers[0]).items() if "pool" in key}
    ((held, seconds),) = left.values()
    assert held == {"state": "revealed", "answered": "9", "release": release.to_json()}
    assert 0 < seconds <= LONGEST_ROOM


@pytest.mark.parametrize("end", ["discard", "forget", "open"])
def test_after_an_end_without_a_picture_nothing_is_left(keepers: tuple[RedisStore, RedisStore], end: str) -> None:
    store = keepers[0]
    rooms = new_rooms(store)
    rooms.create(12, CODE, KEY)
    rooms.open(CODE, KEY, "small", None, None, None)
    number = str(rooms.state(CODE).pools[0].number)
    rooms.answer(CODE, "small", number, "room", answer_of(token(1), "a")["content"], token(1), 1, bytes([0]))
    if end == "forget":
        rooms.end(CODE, KEY)
    else:
        rooms.close(CODE, KEY, "small", number)
    if end == "open":
        rooms.open(CODE, KEY, "small", None, None, None)
    assert [key for key in everything_in(store) if number in key] == []
    assert all(CODE not in key and KEY not in str(value) for key, value in everything_in(store).items())


def test_a_room_that_ends_takes_its_pictures_with_it(keepers: tuple[RedisStore, RedisStore]) -> None:
    rooms = new_rooms(keepers[0])
    rooms.create(12, CODE, KEY)
    for _ in range(2):
        number = rooms.open(CODE, KEY, "light", None, None, None).number
        content = answer_of(token(1), "a")["content"]
        for person in range(5):
            rooms.answer(CODE, "light", number, "light", content, token(person), 1, bytes([0]))
        rooms.reveal(CODE, KEY, "light", number)
    rooms.end(CODE, KEY)
    assert list(everything_in(keepers[0])) == ["workshop:life"]


def test_no_token_lies_in_the_server(keepers: tuple[RedisStore, RedisStore]) -> None:
    _, pool = opened(keepers[0])
    mark = b"zanzibar-canary-"
    pool.submit(mark, added(PICK, "a"))
    held = str(everything_in(keepers[0]))
    assert mark.hex() not in held
    assert "zanzibar" not in held


# --- several collectors ----------------------------------------------------------------------------------


def test_two_collectors_race_to_reveal_and_draw_one_picture(keepers: tuple[RedisStore, RedisStore]) -> None:
    for people in range(8, 28):
        opening, pool = opened(keepers[0])
        for person, value in enumerate(spread(people)):
            pool.submit(token(person), added(PICK, value))
        barrier = Barrier(6)
        seen: list[str] = []

        def reveal(number: int, opening: Opening = opening, barrier: Barrier = barrier, seen: list[str] = seen) -> None:
            own = pool_of(keepers[number % 2], opening)
            barrier.wait()
            seen.append(own.reveal().to_json())

        threads = [Thread(target=reveal, args=(number,)) for number in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert seen == [outcome(filled(Pool, spread(people)))] * 6


def test_a_collector_that_dies_in_the_middle_of_a_reveal_leaves_the_picture_to_the_next(
    keepers: tuple[RedisStore, RedisStore], monkeypatch: pytest.MonkeyPatch
) -> None:
    opening, pool = opened(keepers[0])
    for person, value in enumerate(spread(9)):
        pool.submit(token(person), added(PICK, value))
    with monkeypatch.context() as broken:
        broken.setattr("workshop_helpers.pooling.pool.make_release", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            pool.reveal()
    assert pool_of(keepers[1], opening).progress.state == "revealed"
    assert pool_of(keepers[1], opening).reveal().to_json() == outcome(filled(Pool, spread(9)))


def test_whoever_is_accepted_is_counted_while_two_collectors_take_answers(
    keepers: tuple[RedisStore, RedisStore],
) -> None:
    opening, _ = opened(keepers[0], 60, LIGHT)
    barrier, taken, full = Barrier(9), [], []
    drawn_by: list[Release] = []

    def come(first: int) -> None:
        pool = pool_of(keepers[first % 2], opening, LIGHT)
        barrier.wait()
        for person in range(first * 10, first * 10 + 10):
            try:
                pool.submit(token(person), added(LIGHT, "a"))
                taken.append(person)
            except PoolFull:
                full.append(person)
            except PoolClosed:
                return

    def reveal() -> None:
        pool = pool_of(keepers[1], opening, LIGHT)
        barrier.wait()
        while not drawn_by:
            try:
                drawn_by.append(pool.reveal())
            except TooFewPeople:
                continue

    threads = [Thread(target=come, args=(first,)) for first in range(8)] + [Thread(target=reveal)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert drawn_by[0].n == len(taken) == drawn_by[0].table("pick").low[0]


def test_a_discard_does_not_take_a_picture_away(keepers: tuple[RedisStore, RedisStore]) -> None:
    _, pool = opened(keepers[0])
    for person in range(8):
        pool.submit(token(person), added(PICK, "a"))
    release = pool.reveal()
    pool.discard()
    assert pool.reveal() == release


def test_people_may_use_either_collector(keepers: tuple[RedisStore, RedisStore]) -> None:
    first, second = (new_rooms(store) for store in keepers)
    for rooms in (first, second):
        rooms.create(12, CODE, KEY)
    with served(first) as one, served(second) as two:
        assert (
            status(post(one, "open", code=CODE, key=KEY, assessment="small", occasion=None, policy=None, call=None))
            == 200
        )
        second.create(12, CODE, KEY)  # a collector that starts later
        for person in range(8):
            for port in (one, two):
                assert status(post(port, "answer", **answer_of(token(person), "a"))) == 202
        assert told(post(one, "state", code=CODE)) == told(post(two, "state", code=CODE))
        picture = told(post(two, "reveal", code=CODE, key=KEY, pool="small", number=NUMBER))
        assert told(post(one, "picture", code=CODE, pool="small")) == picture
        assert picture["n"] == 8


def test_a_server_that_lost_everything_has_another_life(keepers: tuple[RedisStore, RedisStore]) -> None:
    one, two = keepers
    before = one.life
    assert two.life == before
    one._redis.flushall()
    assert one.life == two.life != before


def test_records_come_back_as_they_were(keepers: tuple[RedisStore, RedisStore]) -> None:
    rooms = new_rooms(keepers[0])
    rooms.create(12, CODE, KEY)
    calls = {"small": "11111111", "light": "22222222"}
    numbers = {name: rooms.open(CODE, KEY, name, None, "room", call).number for name, call in calls.items()}
    record = keepers[1].find(fingerprint(CODE))
    opened = tuple(Opening(name, None, "room", numbers[name], call) for name, call in calls.items())
    assert record == Record(fingerprint(CODE), fingerprint(KEY), 12, opened)


def _is_up(log: Path) -> bool:
    return b"Press Ctrl-C" in log.read_bytes()


def test_when_redis_is_gone_a_participant_is_told_to_wait(server: str) -> None:
    store = RedisStore(server)
    rooms = new_rooms(store)
    rooms.create(12, CODE, KEY)
    store._redis.close()
    store._redis = Redis.from_url("unix:///nowhere", decode_responses=True)
    with served(rooms) as port:
        said = post(port, "state", code=CODE)
    assert (status(said), told(said)) == (500, {"error": "RoomError", "sorry": "That did not work."})
    with served(rooms) as port, pytest.raises(Unreachable):
        Caller(link_to(port), tries=0).call(StateRequest(CODE))


def test_two_rooms_as_programs_share_their_pools_through_redis(server: str, tmp_path: Path) -> None:
    asked = load_workshop().assessment("active-listening")
    given = contribution(Answers(asked, {}))
    ports, logs = [free_port(), free_port()], [tmp_path / "one.log", tmp_path / "two.log"]
    with ExitStack() as stack:
        links = []
        for port, log in zip(ports, logs, strict=True):
            at = ("--host", "127.0.0.1", "--port", str(port))
            command = ("-m", "workshop_helpers.cli", "room", *at, "--seats", "10", "--redis", server)
            stack.enter_context(process(*command, env={"WORKSHOP_HOME": str(tmp_path)}, log=log, cwd=tmp_path))
            until(partial(_is_up, log))
            line = (tmp_path / "facilitators-line.txt").read_text(encoding="utf-8")  # the one that was started last
            links.append(read_facilitators_line(line))
        leader = Facilitator(*links[0])
        until(leader.keep_up)
        leader.open(asked.id)
        people = [Participant(links[number % 2][0], Credential(), Memory()) for number in range(9)]
        assert {agree(person, given) for person in people} == {Stand.COUNTED}
        release = Facilitator(*links[1]).reveal(asked.id)
        assert release.n == 9
        assert {person.picture(asked.id, None).to_json() for person in people} == {release.to_json()}


@pytest.mark.parametrize("race", RACES)
def test_what_two_collectors_change_at_once_is_kept(keepers: tuple[RedisStore, RedisStore], race: str) -> None:
    for _ in range(TIMES):
        keepers[0]._redis.flushall()
        collectors = new_rooms(keepers[0]), new_rooms(keepers[1])
        collectors[0].create(12, CODE, KEY)
        RACES[race](*collectors)


def test_openings_are_in_their_order_in_redis_too(keepers: tuple[RedisStore, RedisStore]) -> None:
    check_order(one_room(rooms=new_rooms(keepers[0]))[0])
