"""What the attacks on the pooling engine share: small rooms to fill, and the check that an attack bites."""

import json
import sys
from collections.abc import Callable, Sequence
from threading import Barrier, Thread
from typing import Any

import pytest
from hypothesis import strategies as st
from small_assessments import EVERY_FORMAT, choice, scales, small

from workshop_helpers.answers import Answers
from workshop_helpers.content import Assessment
from workshop_helpers.errors import PoolError, WorkshopError
from workshop_helpers.pooling.contribution import Contribution, contribution

Engine = Any  # Pool, or something bad with its interface
PICK = choice()  # five options and "skipped", bands of at least four from eight people
LIGHT = choice(policy="light")  # the same in exact counts from five people
MANY = scales(8)  # eight items, so that a person's bytes are their own
EVERY = small(*EVERY_FORMAT, policy="light")
OPTIONS = ("a", "b", "c", "d", "e", None)
CANARY = "zanzibar-canary"
answer = st.sampled_from(OPTIONS)


def bites(attack: Callable[[Any], object], *bad_ones: Any) -> None:
    for one in bad_ones:
        try:
            attack(one)
        except AssertionError:
            continue
        pytest.fail(f"{attack.__name__} does not notice {one!r}")


def at_once(*acts: Callable[[], object]) -> list[object]:
    """What each act returns, or the kind of refusal that it raises; all of them begin at one moment."""
    barrier = Barrier(len(acts))
    came_of: list[object] = [None] * len(acts)

    def run(number: int) -> None:
        barrier.wait()
        try:
            came_of[number] = acts[number]()
        except WorkshopError as error:
            came_of[number] = type(error)

    threads = [Thread(target=run, args=(number,)) for number in range(len(acts))]
    patience = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)  # so that they come between each other wherever they can
    try:
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        sys.setswitchinterval(patience)
    return came_of


def added(assessment: Assessment, value: object, policy: str | None = None) -> Contribution:
    return contribution(Answers(assessment, {"pick": value}), (), policy)


def token(person: int) -> bytes:
    return person.to_bytes(16, "big")


def filled(engine: Engine, values: Sequence[object], assessment: Assessment = PICK, **options: Any) -> Any:
    pool = engine(assessment, seats=40, **options)
    for person, value in enumerate(values):
        pool.submit(token(person), added(assessment, value))
    return pool


def outcome(pool: Any) -> str:
    """What everybody sees when Reveal is pressed: the picture, or the words of the refusal."""
    try:
        return str(pool.reveal().to_json())
    except PoolError as error:
        return f"{type(error).__name__}: {error}"


def spread(people: int) -> list[object]:
    return [OPTIONS[i % len(OPTIONS)] for i in range(people)]


def shape(seen: str) -> object:
    """What an outcome shows apart from the bands themselves."""
    if not seen.startswith("{"):
        return seen
    picture = json.loads(seen)
    for table in picture["tables"]:
        assert len(table.pop("low")) == len(table.pop("high"))
    return picture
