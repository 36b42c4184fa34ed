"""What the pooling engine promises about answers, each promise attacked, and each attack tried on a bad engine.

An attack is a function that raises ``AssertionError`` if it finds anything. It must find nothing in the real
engine, and something in each of its deliberately bad ones (``bad_engines``). "Pub" is everything that anybody
but the memory of the pool's own process can see.

The promises are numbered I1 to I34. Here is what is drawn, and when; ``test_privacy_sessions`` attacks the order
of things (I3, I6, I8, I13, I14, I28), ``_traces`` what tells who said what (I7, I10, I12, I15), ``_refusals`` what
goes wrong (I18, I27), ``_exports`` what is carried out (I22, I23), ``_forms`` what a notebook saves (I25),
``_states`` what people are told (I34), and ``_network`` what can be seen where there is a network (with
``test_room_*``: I11, I16, I17, I19, I26, I31, I33, others
once more). The last test here looks for all of them.
"""

import contextlib
import pickle
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations_with_replacement, product
from pathlib import Path
from typing import Any

import bad_engines as bad
import pytest
from attacks import LIGHT, OPTIONS, PICK, Engine, added, answer, bites, filled, outcome, shape, spread, token
from brute_force import Pictures, Row, any_of, one_table
from hypothesis import example, given
from hypothesis import strategies as st

from workshop_helpers.answers import Answers
from workshop_helpers.errors import NotAgreed, PoolError, SlipError
from workshop_helpers.pooling.contribution import agreed_policy, contribution
from workshop_helpers.pooling.policy import POLICIES, Policy
from workshop_helpers.pooling.pool import Pool
from workshop_helpers.pooling.release import Release

# --- I1: nothing is drawn below the smallest group -------------------------------------------------


def attack_i01(engine: Engine) -> None:
    for people in range(13):
        pool = filled(engine, spread(people))
        assert outcome(pool).startswith("TooFewPeople") == (people < 8), people
    pool = filled(engine, spread(8))
    pool.withdraw(token(3), sequence=2)
    assert outcome(pool).startswith("TooFewPeople")
    pool = filled(engine, spread(7))
    for sequence in range(2, 5):  # one person alone cannot make up the number
        pool.submit(token(0), added(PICK, "a"), sequence)
    assert outcome(pool).startswith("TooFewPeople")


def test_i01_nothing_is_drawn_below_the_smallest_group() -> None:
    attack_i01(Pool)


def test_i01_bites() -> None:
    bites(attack_i01, bad.DrawsTooEarly)


# --- I2: whether something is drawn depends on how many people there are, never on what they say ---


def attack_i02(engine: Engine) -> None:
    groups = st.integers(1, 12).flatmap(lambda n: st.tuples(*[st.lists(answer, min_size=n, max_size=n)] * 2))

    @given(groups)
    @example((["a"] * 8, spread(8)))
    @example(([None] * 12, spread(12)))
    def two_groups_of_one_size_look_alike(groups: tuple[list[object], list[object]]) -> None:
        one, other = (shape(outcome(filled(engine, values))) for values in groups)
        assert one == other

    two_groups_of_one_size_look_alike()


def test_i02_the_decision_is_free_of_data() -> None:
    attack_i02(Pool)


def test_i02_bites() -> None:
    bites(attack_i02, bad.WithholdsUnanimity, bad.CoarsensUnanimity)


# --- I4: nobody can be certain of anyone else's answer ---------------------------------------------

Counts = tuple[int, ...]


def groups_of(people: int, options: int) -> Iterator[Counts]:
    """Every way in which so many people can choose among so many options."""
    if options == 1:
        yield (people,)
        return
    for first in range(people + 1):
        for rest in groups_of(people - first, options - 1):
            yield (first, *rest)


def certainties(pictures: dict[Any, list[Counts]], coalition: int, answers: Sequence[Any]) -> Iterator[Any]:
    """Every answer that some coalition, with one of the pictures, knows everybody else to have given.

    ``pictures`` are the groups that look alike; ``answers`` is what each position of a group's counts means.
    """
    for members in combinations_with_replacement(range(len(answers)), coalition):
        own = Counter(members)
        for groups in pictures.values():
            left: set[Any] = set()
            for group in groups:
                if all(group[i] >= number for i, number in own.items()):
                    left |= {answers[i] for i, number in enumerate(group) if number > own[i]}
                    if len(left) > 1:
                        break
            if len(left) == 1:
                yield left.pop()


def pictures_by(engine: Engine, people: int, options: int, policy: str) -> dict[str, list[Counts]]:
    pictures = defaultdict(list)
    for group in groups_of(people, options):
        values = [option for option, number in zip(OPTIONS[-options:], group, strict=True) for _ in range(number)]
        pool = engine(PICK, policy, seats=people)
        for person, value in enumerate(values):
            pool.submit(token(person), added(PICK, value, policy))
        pictures[outcome(pool)].append(group)
    return pictures


def attack_i04(engine: Engine) -> None:
    for people, options, policy, coalition in [
        (8, 4, "room", 2),
        (9, 3, "room", 2),
        (12, 3, "room", 2),
        (6, 4, "small-circle", 1),
        (7, 4, "small-circle", 1),
    ]:
        pictures = pictures_by(engine, people, options, policy)
        for size in range(1, coalition + 1):
            assert not list(certainties(pictures, size, range(options))), (people, size)


def test_i04_no_coalition_is_certain_of_anyone() -> None:
    attack_i04(Pool)


def test_i04_bites() -> None:
    bites(attack_i04, bad.ExactCounts, bad.CoarsensUnanimity)


def attack_i04_bands(policy: type[Policy]) -> None:
    """All groups over five options and "skipped", and over options that can be ticked, by the arithmetic alone."""
    for name, sizes, coalition in [("room", range(8, 15), 2), ("small-circle", (6,), 1), ("small-circle", (7,), 2)]:
        for people, rows in product(sizes, (one_table(6), any_of(2))):
            pictures = Pictures(rows, people, policy(**vars(POLICIES[name])).bounds)
            for size in range(1, coalition + 1):
                assert not pictures.settled(size), (name, people, size)


def test_i04_holds_for_every_group_of_eight_to_fourteen() -> None:
    attack_i04_bands(Policy)


def test_i04_bands_bites() -> None:
    bites(attack_i04_bands, bad.UnwidenedBands, bad.BandsByTheAnswers)


# --- I29: nobody can be certain of what nobody else answered ---------------------------------------

# All tables that one answer can be counted in, and tables of two answers together.
TABLES = {
    "five options": (one_table(6), range(8, 15)),
    "three of five options merged": (one_table(4), range(8, 15)),
    "two options to tick": (any_of(2), range(8, 15)),
    "two options to tick, or neither applies": ([*any_of(2), (3, 3)], range(8, 15)),
    "three options to tick": (any_of(3), range(8, 15)),
    "two questions": (list(product(range(3), repeat=2)), range(8, 15)),
}


def attack_i29(policy: type[Policy]) -> None:
    room, circle = (policy(**vars(POLICIES[name])).bounds for name in ("room", "small-circle"))
    for kind, (rows, sizes) in TABLES.items():
        for people in sizes:
            assert not Pictures(rows, people, room).ruled_out(1), (kind, people)
        for people in (6, 7):
            assert not Pictures(rows, people, circle).ruled_out(1), (kind, people)
    for people in {*range(8, 15)} - {12}:  # PRIVACY.md says so of 12
        assert not Pictures(one_table(6), people, room).ruled_out(2), people


def test_i29_nobody_is_certain_of_what_nobody_else_answered() -> None:
    attack_i29(Policy)


def test_i29_bites() -> None:
    bites(attack_i29, bad.StepsOfFour, bad.UnwidenedBands, bad.BandsByTheAnswers)


LIMITED: dict[str, list[Row]] = {
    "at most one of three options": any_of(3, at_most=1),
    "at most two of three options": any_of(3, at_most=2),
    "at most two of four options": any_of(4, at_most=2),
    "five points over three options, up to one or more": [(0, 0, 0), (1, 0, 0), (0, 1, 0), (0, 0, 1), (2, 2, 2)],
    "a pair of answers, and what they come to together": [
        (one, other, 4 if 2 in (one, other) else one + 2 * other) for one, other in product(range(3), repeat=2)
    ],
}


@pytest.mark.parametrize("kind", LIMITED)
def test_i29_answers_that_limit_each_other_would_become_certain_and_so_are_never_drawn_in_bands(kind: str) -> None:
    # ``test_pooling_policy`` and ``test_content_loading`` have them refused.
    assert Pictures(LIMITED[kind], 8, POLICIES["room"].bounds).ruled_out(1)


def test_i04_of_answers_that_limit_each_other_even_a_yes_would_become_certain() -> None:
    assert Pictures(any_of(4, at_most=2), 8, POLICIES["room"].bounds).settled(1)


# --- I5: the bands are the same for everybody's answers --------------------------------------------


def attack_i05(policy: type[Policy]) -> None:
    for narrowest, people in product((3, 4, 5, 6), range(6, 201)):
        if people < 2 * narrowest:
            continue
        bounds = policy("a test", 2 * narrowest, narrowest, "bands").bounds
        shown = [bounds(number, people) for number in range(people + 1)]
        bands = list(dict.fromkeys(shown))
        assert all(low <= number <= high for number, (low, high) in enumerate(shown))
        assert [bands[0][0], *(high + 1 for _, high in bands)] == [*(low for low, _ in bands), people + 1]
        assert all(high - low + 1 >= narrowest for low, high in bands)


def test_i05_bands_are_contiguous_and_the_last_is_wide_enough() -> None:
    attack_i05(Policy)


def test_i05_bites() -> None:
    bites(attack_i05, bad.UnwidenedBands, bad.BandsByTheAnswers)


# --- I20: a policy can be made stricter, never looser, and not at all once the pool is open --------


class Lies(Policy):
    """Says bands of four and draws exact counts."""

    def bounds(self, count: int, people: int) -> tuple[int, int]:
        return count, count


def attack_i20(engine: Engine) -> None:
    looser: list[Any] = [
        "light", "private", "ROOM", "", 1, object(), ["room"], POLICIES["light"],
        lambda: Policy("mine", 8, 1, "exact"), lambda: Policy("mine", 7, 3, "finer"),
        lambda: Policy("mine", 5, 4, "few"),
        lambda: Policy("mine", float("nan"), 4, "never"),  # type: ignore[arg-type]
        lambda: Policy("mine", 8, 4.5, "half people"),  # type: ignore[arg-type]
        lambda: Policy("mine", True, True, "true"), lambda: Policy("room", 6, 3, "bands of at least four people"),
        lambda: Lies("room", 8, 4, "bands of at least four people, from eight people"),
    ]  # fmt: skip
    for wanted in looser:
        with contextlib.suppress(PoolError):
            pool = engine(PICK, wanted() if callable(wanted) else wanted, seats=12)
            raise AssertionError(f"a pool opened with {pool.policy}")
    pool = filled(engine, spread(8))
    for name, value in [("policy", POLICIES["light"]), ("assessment", LIGHT), ("progress", None)]:
        with contextlib.suppress(AttributeError):
            setattr(pool, name, value)
            raise AssertionError(f"{name} can be set")
    assert pool.policy == POLICIES["room"]


def test_i20_a_policy_is_never_made_looser() -> None:
    attack_i20(Pool)


def test_i20_bites() -> None:
    bites(attack_i20, bad.TrustsAnyPolicy, bad.PolicyCanBeSet)


def test_i20_a_stricter_policy_is_taken() -> None:
    strict = Policy("cautious", 12, 6, "bands of at least six people, from twelve people")
    assert Pool(PICK, strict, seats=12).policy == strict


# --- I30: nothing is drawn under another rule than each person in it agreed to ----------------------


def attack_i30(engine: Engine) -> None:
    """Each pair of rules, in both directions: what was agreed to under one is in no picture of the other."""
    rules = ("room", "small-circle", Policy("cautious", 12, 6, "six at a time"), None)
    for held, agreed in product(rules, (*rules, "light")):
        pool = engine(PICK, held, seats=7)
        same = pool.policy == agreed_policy(PICK, agreed)
        with contextlib.suppress(NotAgreed):
            pool.submit(token(1), contribution(Answers(PICK, {"pick": "a"}), (), agreed))
            assert same, (held, agreed)
        assert pool.progress.answered == int(same)


def test_i30_what_was_agreed_to_under_another_rule_is_not_counted() -> None:
    attack_i30(Pool)


def test_i30_bites() -> None:
    bites(attack_i30, bad.AsksForNoRule)


def attack_i30_of_slips(of: type[bad.Slips]) -> None:
    """A slip that was made for a room, in a hat whose picture is a small circle's, and the other way round."""
    for held, agreed in [("small-circle", None), (None, "small-circle"), ("room", "small-circle")]:
        code = of.encode(contribution(Answers(PICK, {"pick": "a"}), (), agreed), "river")
        pool = Pool(PICK, held, seats=7)
        with contextlib.suppress(SlipError, NotAgreed):
            pool.submit(token(1), of.decode(code, PICK, "river", None, held))
        assert pool.progress.answered == 0


def test_i30_a_slip_counts_under_its_own_rule_only() -> None:
    attack_i30_of_slips(bad.Slips)


def test_i30_slips_bite() -> None:
    bites(attack_i30_of_slips, bad.SlipsForAnyRule)


# --- I21: what leaves a pool is the picture and nothing behind it ----------------------------------


def attack_i21(engine: Engine) -> None:
    # The same bands, 0 to 4 and 5 to 8, from different counts.
    one, other = (filled(engine, values).reveal() for values in (["a"] * 8, ["a"] * 6 + ["b"] * 2))
    assert pickle.dumps((one, vars(one))) == pickle.dumps((other, vars(other)))
    assert one.to_csv() == other.to_csv()
    assert Release.from_json(one.to_json()) == one


def test_i21_groups_that_look_alike_are_alike_to_the_last_byte() -> None:
    attack_i21(Pool)


def test_i21_bites() -> None:
    bites(attack_i21, bad.ExactCounts, bad.ExactCountsInside)


# --- all of them -----------------------------------------------------------------------------------

NOT_HERE = {
    9: "groups: nothing is ever drawn of a part of the people",
    24: "ring codes, masked codes and two boxes: there are none",
}
TESTS = "\n".join(path.read_text(encoding="utf-8") for path in sorted(Path(__file__).parent.glob("test_*.py")))
IN_ROOMS = "\n".join(
    path.read_text(encoding="utf-8")
    for pattern in ("test_room_*.py", "test_privacy_network.py")
    for path in sorted(Path(__file__).parent.glob(pattern))
)


def attacks_on(promise: int, text: str = TESTS) -> list[str]:
    names = re.findall(r"def (test_i\w+)", text)
    return [name for name in names if f"i{promise:02}" in name.split("_")]


@pytest.mark.parametrize("promise", sorted({*range(1, 35)} - {*NOT_HERE}))
def test_every_promise_is_attacked_and_every_attack_has_something_to_catch(promise: int) -> None:
    names = attacks_on(promise)
    catches = [name for name in names if {"bites", "catches"} & {*name.split("_")}]
    assert catches
    assert len(catches) < len(names)


@pytest.mark.parametrize("promise", [7, 10, 11, 12, 16, 17, 18, 19, 20, 26, 27, 28, 30, 31, 33])
def test_what_a_network_could_break_is_attacked_where_there_is_one(promise: int) -> None:
    assert attacks_on(promise, IN_ROOMS)


def test_what_is_not_here_has_no_test() -> None:
    assert [promise for promise in NOT_HERE if attacks_on(promise)] == []
