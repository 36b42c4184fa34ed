"""The pooling engine attacked: whatever arrives in whatever order, one picture is drawn of what people last said."""

import gc
import json
import secrets
from collections import Counter
from collections.abc import Callable, Sequence

import bad_engines as bad
import pytest
from attacks import LIGHT, MANY, OPTIONS, PICK, Engine, added, answer, bites, filled, outcome, shape, spread, token
from hypothesis import example, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from workshop_helpers.answers import Answers
from workshop_helpers.errors import PoolClosed, PoolError, PoolFull
from workshop_helpers.pooling.contribution import Contribution, contribution
from workshop_helpers.pooling.pool import Pool
from workshop_helpers.pooling.rows import LIFETIME, MemoryRows
from workshop_helpers.pooling.slips import encode_slip
from workshop_helpers.private import Private

# --- I3, I8, I14: one reveal for ever, whatever arrives before or after it, in whatever order ------


class Session(RuleBasedStateMachine):
    """A room in which anything happens in any order; a plain dict knows what should come of it."""

    engine: Engine
    SEATS = 7
    people = st.integers(0, 8)
    sequences = st.integers(1, 4)

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0
        self.pool = self.engine(LIGHT, seats=self.SEATS, rows=MemoryRows(lambda: self.now))
        self.rows: dict[int, tuple[int, object]] = {}  # person -> sequence, and the value or "gone"
        self.state = "open"
        self.seen: list[str] = []
        self.sent: dict[tuple[int, object, int], None] = {}  # each message once, in the order in which they came

    def answered(self) -> list[object]:
        return [value for _, value in self.rows.values() if value != "gone"]

    def send(self, person: int, value: object, sequence: int) -> None:
        self.sent.setdefault((person, value, sequence))
        seen, before = self.rows.get(person, (0, "gone"))
        late = sequence <= seen
        full = len(self.answered()) + (value != "gone") - (before != "gone") > self.SEATS
        full = full or (person not in self.rows and len(self.rows) >= 4 * self.SEATS)
        expected = PoolClosed if self.state != "open" else PoolFull if full and not late else None
        refused = None
        try:
            if value == "gone":
                self.pool.withdraw(token(person), sequence)
            else:
                self.pool.submit(token(person), added(LIGHT, value), sequence)
        except PoolError as error:
            refused = type(error)
        assert refused is expected
        if not refused and not late:
            self.rows[person] = (sequence, value)

    @initialize(values=st.lists(answer, max_size=SEATS))
    def some_answer(self, values: list[object]) -> None:
        for person, value in enumerate(values):
            self.send(person, value, 1)

    @rule(person=people, value=answer, sequence=sequences)
    def submit(self, person: int, value: object, sequence: int) -> None:
        self.send(person, value, sequence)

    @rule(person=people, sequence=sequences)
    def withdraw(self, person: int, sequence: int) -> None:
        self.send(person, "gone", sequence)

    @rule(value=answer)
    def a_crowd_comes(self, value: object) -> None:
        for person in range(self.SEATS + 2):
            self.send(person, value, 1)

    @rule(stranger=st.integers(100, 200))
    def a_stranger_withdraws(self, stranger: int) -> None:
        self.send(stranger, "gone", 1)

    @precondition(lambda self: self.sent)
    @rule(backwards=st.booleans())
    def replay_everything(self, backwards: bool) -> None:
        for message in list(reversed(self.sent) if backwards else self.sent):
            self.send(*message)

    @rule(seconds=st.sampled_from([1.0, LIFETIME / 3]))
    def wait(self, seconds: float) -> None:
        self.now += seconds
        if self.now > LIFETIME and self.state == "open":
            self.state, self.rows = "discarded", {}

    @rule()
    def reveal(self) -> None:
        seen = outcome(self.pool)
        if self.state == "open" and len(self.answered()) >= 5:
            self.state = "revealed"
            exact = Counter(self.answered())
            table = json.loads(seen)["tables"][0]
            assert table["low"] == table["high"] == [exact[option] for option in OPTIONS]
        if self.state == "revealed":
            self.seen.append(seen)
            assert set(self.seen) == {self.seen[0]}  # so no two releases differ by anybody at all
        else:
            assert seen.startswith("TooFewPeople" if self.state == "open" else "PoolClosed")

    @precondition(lambda self: self.sent and len(self.sent) > 12)
    @rule()
    def discard(self) -> None:
        self.pool.discard()
        if self.state == "open":
            self.state, self.rows = "discarded", {}

    @invariant()
    def progress_is_a_number_and_no_more(self) -> None:
        progress = self.pool.progress
        assert (progress.state, progress.answered, progress.seats) == (self.state, len(self.answered()), self.SEATS)


def attack_i03_i08_i14(engine: Engine) -> None:
    machine = type(f"SessionOf{engine.__name__}", (Session,), {"engine": engine})
    run_state_machine_as_test(machine, settings=settings(max_examples=50, stateful_step_count=25))


def test_i03_i08_i14_one_picture_for_ever_and_the_highest_sequence_wins() -> None:
    attack_i03_i08_i14(Pool)


@pytest.mark.parametrize(
    "engine",
    [
        bad.LiveExactCounts,
        bad.DrawsAgain,
        bad.LastMessageWins,
        bad.ForgetsTombstones,
        bad.WithdrawsByGuess,
        bad.WithdrawalLeavesASkip,
        bad.NoSeatCap,
        bad.NeverExpires,
    ],
)
def test_i03_i08_i14_bites(engine: Engine) -> None:
    bites(attack_i03_i08_i14, engine)


# --- I6: the order in which answers come leaves no trace -------------------------------------------


def attack_i06(engine: Engine) -> None:
    final = spread(9)
    messages = [(person, 2, value) for person, value in enumerate(final)]
    messages += [(person, 1, "c") for person in range(0, 9, 2)]  # first thoughts, changed later or arriving late

    def drawn(order: Sequence[tuple[int, int, object]]) -> str:
        pool = engine(PICK, seats=9)
        for person, sequence, value in order:
            pool.submit(token(person), added(PICK, value), sequence)
        return outcome(pool)

    @given(st.permutations(messages))
    def every_order_gives_the_same_picture(order: Sequence[tuple[int, int, object]]) -> None:
        assert drawn(order) == drawn(messages)

    every_order_gives_the_same_picture()


def test_i06_order_leaves_no_trace() -> None:
    attack_i06(Pool)


def test_i06_bites() -> None:
    bites(attack_i06, bad.FirstComeFirstShown, bad.LastMessageWins)


# --- I13: a person can take an answer back, nobody else can, and nothing tells who they are --------


def attack_i13(engine: Engine) -> None:
    @settings(max_examples=25)
    @given(st.lists(answer, min_size=8, max_size=11), answer, st.integers(0, 11))
    def a_withdrawn_answer_leaves_no_trace(values: list[object], value: object, place: int) -> None:
        stayed = filled(engine, values)
        left = engine(PICK, seats=40)
        for person, given_value in enumerate([*values[:place], value, *values[place:]]):
            left.submit(token(1000 if person == min(place, len(values)) else person), added(PICK, given_value))
        left.withdraw(token(1000), sequence=2)
        left.withdraw(token(2000), sequence=9)  # somebody else's guess
        assert stayed.progress == left.progress
        assert outcome(stayed) == outcome(left)

    a_withdrawn_answer_leaves_no_trace()
    own = secrets.token_bytes(16)
    pool = engine(PICK, seats=8)
    pool.submit(own, added(PICK, "a"))
    assert not reachable(pool, own)


def reachable(thing: object, secret: bytes) -> bool:
    """Whether one can get from an object, by any number of steps inside data, to a byte string."""
    waiting, seen = [thing], set()
    while waiting:
        here = waiting.pop()
        if type(here) is bytes and secret in here:
            return True
        if id(here) not in seen and isinstance(here, Private | dict | tuple | list | set):
            seen.add(id(here))
            waiting += gc.get_referents(here)
    return False


def test_i13_a_withdrawal_is_the_persons_own_and_leaves_no_trace() -> None:
    attack_i13(Pool)


def test_i13_bites() -> None:
    bites(attack_i13, bad.WithdrawsByGuess, bad.WithdrawalLeavesASkip, bad.StoresTokens)


# --- I28: to skip is an answer like any other ------------------------------------------------------


def attack_i28(engine: Engine) -> None:
    @given(st.lists(answer, min_size=0, max_size=12))
    @example([None] * 8)
    def skippers_count(values: list[object]) -> None:
        pool = filled(engine, values)
        assert pool.progress.answered == len(values)
        assert shape(outcome(pool)) == shape(outcome(filled(engine, ["a"] * len(values))))

    skippers_count()


def attack_i28_size(wire: Callable[[Contribution], object]) -> None:
    rows = [{}, *({"q1": value} for value in range(1, 6)), {f"q{i}": 5 for i in range(1, 9)}]
    sizes = {len(bytes(wire(contribution(Answers(MANY, row))))) for row in rows}  # type: ignore[call-overload]
    assert sizes == {8}
    codes = {len(encode_slip(contribution(Answers(MANY, row)), "river")) for row in rows}
    assert len(codes) == 1


def test_i28_those_who_skip_everything_count() -> None:
    attack_i28(Pool)


def test_i28_bites() -> None:
    bites(attack_i28, bad.IgnoresSkippers)


def test_i28_a_skip_is_as_long_as_any_answer() -> None:
    attack_i28_size(lambda one: one)


def test_i28_size_bites() -> None:
    bites(attack_i28_size, bad.ShorterWhenSkipped)
