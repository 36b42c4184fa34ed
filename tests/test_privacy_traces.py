"""The pooling engine attacked: nothing that is shown, printed, logged, saved or kept tells who said what, or when."""

import contextlib
import copy
import dataclasses
import gc
import io
import json
import logging
import pickle
import re
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any
from unittest import mock

import bad_engines as bad
import pytest
from attacks import (
    MANY,
    PICK,
    Engine,
    added,
    answer,
    bites,
    outcome,
    spread,
    token,
)
from hypothesis import example, given, settings
from hypothesis import strategies as st

from workshop_helpers.answers import Answers
from workshop_helpers.pooling.contribution import contribution
from workshop_helpers.pooling.credential import Credential
from workshop_helpers.pooling.pool import Pool
from workshop_helpers.pooling.rows import MemoryRows

# --- I7 and I12: two people swap their answers, the clock stands elsewhere, and nothing public changes ---


def everything_public(engine: Engine, values: Sequence[object], clock: float = 1000.0) -> dict[str, object]:
    """Runs a whole session in an empty folder and gathers all that it shows, prints, logs and writes."""
    log, screen = io.StringIO(), io.StringIO()
    seen: list[tuple[str, ...]] = []
    handler = logging.StreamHandler(log)
    logger = logging.getLogger()
    level = logger.level
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder), mock.patch("time.time", return_value=clock):
        logger.addHandler(handler)
        logger.setLevel(logging.DEBUG)
        try:
            with contextlib.redirect_stdout(screen), contextlib.redirect_stderr(screen):
                pool = engine(PICK, seats=len(values), rows=MemoryRows(lambda: clock))
                for person, value in enumerate(values):
                    pool.submit(token(person), added(PICK, value))
                    seen.append((repr(pool), str(pool.progress)))
                release = pool.reveal()
                seen.append((release.to_json(), release.to_csv(), repr(release), release.to_frame().to_json()))
                seen.append((outcome(pool), repr(pool), str(pool.progress)))
        finally:
            logger.removeHandler(handler)
            logger.setLevel(level)
        files = {str(path): path.read_bytes() for path in Path(folder).rglob("*") if path.is_file()}
    return {"seen": seen, "log": log.getvalue(), "screen": screen.getvalue(), "files": list(files.values())}


def attack_i07(engine: Engine) -> None:
    @settings(max_examples=25)
    @given(st.lists(answer, min_size=8, max_size=12), st.randoms())
    @example(spread(8), mock.Mock(sample=lambda *_: (0, 1)))
    def a_swap_changes_nothing(values: list[object], random: Any) -> None:
        one, other = random.sample(range(len(values)), 2)
        swapped = list(values)
        swapped[one], swapped[other] = swapped[other], swapped[one]
        assert everything_public(engine, values) == everything_public(engine, swapped)

    a_swap_changes_nothing()


def test_i07_when_two_people_swap_answers_nothing_public_changes() -> None:
    attack_i07(Pool)


def test_i07_bites() -> None:
    bites(attack_i07, bad.FirstComeFirstShown, bad.LogsAnswers, bad.SavesRows)


def attack_i12(engine: Engine) -> None:
    early, late = (everything_public(engine, spread(8), clock) for clock in (1000.0, 1_700_000_000.0))
    assert early == late
    assert not re.search(r"\b\d{9,}\b|\d{4}-\d\d-\d\d|\d\d:\d\d", str(late))


def test_i12_nothing_tells_the_time() -> None:
    attack_i12(Pool)


def test_i12_bites() -> None:
    bites(attack_i12, bad.StampsReleases)


# --- I10: rows cannot be read, copied or found -----------------------------------------------------


def profiles(engine: Engine, end: str) -> tuple[Any, set[str]]:
    """A pool of eight people whose bytes no other object has by chance, and those bytes in disguise."""
    pool, disguised = engine(MANY, seats=8), set()
    for person in range(8):
        given_answers = {f"q{i + 1}": 1 + (person * 7 + i * i + 3) % 5 for i in range(8)}
        one = contribution(Answers(MANY, given_answers))
        pool.submit(token(person), one)
        disguised.add(bytes(one).hex())
    if end:
        getattr(pool, end)()
    return pool, disguised


def rows_in_memory(disguised: set[str]) -> bool:
    """Whether any object in this process holds one of the byte strings."""
    gc.collect()
    seen: set[int] = set()
    waiting: list[Any] = gc.get_objects()
    while waiting:
        holder = waiting.pop()
        if id(holder) in seen:
            continue
        seen.add(id(holder))
        for part in gc.get_referents(holder):
            if type(part) is bytes and part.hex() in disguised:
                return True
            if isinstance(part, dict | tuple) and not gc.is_tracked(part):
                waiting.append(part)
    return False


def attack_i10(engine: Engine) -> None:
    pool, _ = profiles(engine, end="")
    copies: list[Callable[[Any], object]] = [
        pickle.dumps, copy.copy, copy.deepcopy, vars, iter, len, list, dict, json.dumps, bytes, dataclasses.asdict,
    ]  # fmt: skip
    for way in copies:
        if way is vars and type(pool) is not Pool:
            continue  # a subclass without slots has an empty dict of its own
        try:
            way(pool)
        except TypeError:
            continue
        raise AssertionError(f"{way} gets at the rows")
    assert {repr(pool), str(pool), f"{pool}"} == {f"<{type(pool).__name__}: private>"}


def attack_i10_memory(engine: Engine) -> None:
    """In a process of its own: going through every object while another test's threads change some can crash Python."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
        alone.submit(search_memory, engine).result()


def search_memory(engine: Engine) -> None:
    pool, disguised = profiles(engine, end="")
    assert rows_in_memory(disguised), "the search does not find them while they are there"
    del pool
    for end in ("reveal", "discard"):
        pool, disguised = profiles(engine, end)
        assert not rows_in_memory(disguised), end
        assert pool.progress.state != "open"


def test_i10_rows_cannot_be_copied_listed_or_printed() -> None:
    attack_i10(Pool)


def test_i10_bites() -> None:
    bites(attack_i10, bad.PlainStore)


def test_i10_after_the_end_no_object_holds_a_row() -> None:
    attack_i10_memory(Pool)


def test_i10_memory_bites() -> None:
    bites(attack_i10_memory, bad.KeepsRowsAfterTheEnd)


# --- I15: tokens of different pools cannot be linked -----------------------------------------------


def attack_i15(credential: type[Credential]) -> None:
    @given(st.binary(min_size=32, max_size=32), st.sets(st.tuples(st.text(), st.text()), min_size=2, max_size=6))
    def tokens_share_nothing(secret: bytes, names: set[tuple[str, str]]) -> None:
        one = credential(secret)
        tokens = [one.token(*name, occasion) for name in names for occasion in (None, "before")]
        assert tokens == [credential(secret).token(*name, o) for name in names for o in (None, "before")]
        pieces = [{t[i : i + 4] for i in range(len(t) - 3)} for t in (*tokens, secret)]
        assert sum(map(len, pieces)) == len(set().union(*pieces))

    tokens_share_nothing()


def test_i15_tokens_of_different_pools_share_nothing() -> None:
    attack_i15(Credential)


def test_i15_bites() -> None:
    bites(attack_i15, bad.SharedId, bad.PrefixedId)


@pytest.mark.parametrize("end", ["reveal", "discard"])
def test_i15_after_the_end_no_token_can_be_tried(end: str) -> None:
    pool, _ = profiles(Pool, end)
    assert (pool._rows._pepper, pool._rows._rows) == (b"", {})
