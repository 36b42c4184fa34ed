"""The pooling engine attacked: garbage never counts, and what goes wrong tells nothing."""

import contextlib
import os
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import bad_engines as bad
import pandas as pd
import pytest
from attacks import CANARY, EVERY, MANY, PICK, Engine, added, bites, filled, outcome, spread, token
from canary import sightings
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from workshop_helpers.answers import Answers, read_answer
from workshop_helpers.errors import AnswerError, PoolError, WorkshopError
from workshop_helpers.importing.frames import pool_frame
from workshop_helpers.pooling.contribution import Contribution, contribution
from workshop_helpers.pooling.credential import Credential
from workshop_helpers.pooling.pool import Pool
from workshop_helpers.pooling.slips import decode_slip, decode_slips
from workshop_helpers.pooling.variables import variables

# --- I18: garbage never counts ---------------------------------------------------------------------

scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.binary(max_size=5)
garbage = st.recursive(
    scalars | st.sampled_from([10**400, -(10**400), "tea", "does-not-apply"]),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3) | st.just("tea"), inner, max_size=3)
    ),
    max_leaves=8,
)


@settings(max_examples=200)
@given(st.dictionaries(st.sampled_from([q.key for q in EVERY.questions()]) | st.text(max_size=3), garbage, max_size=4))
def test_i18_garbage_is_refused_or_read_and_never_an_accident(given_answers: dict[str, object]) -> None:
    with contextlib.suppress(AnswerError):
        read = bytes(contribution(Answers(EVERY, given_answers)))
        assert [v.id for v, place in zip(variables(EVERY), read, strict=True) if place >= len(v.options)] == []


def attack_i18(engine: Engine) -> None:
    @given(garbage, garbage, st.one_of(garbage, st.just(contribution(Answers(MANY, {})))))
    def garbage_changes_nothing(bad_token: Any, bad_sequence: Any, bad_contribution: Any) -> None:
        pool = filled(engine, spread(8))
        good = added(PICK, "a")
        forged = added(PICK, "b")
        forged._places = b"\xff"
        assume(type(bad_sequence) is not int or bad_sequence < 1)
        for arguments in [
            (bad_token, good, 1),
            (token(50), bad_contribution, 1),
            (token(50), forged, 1),
            (token(50), good, bad_sequence),
        ]:
            with contextlib.suppress(PoolError):
                pool.submit(*arguments)
                raise AssertionError("taken")
        assert pool.progress.answered == 8
        assert outcome(pool) == outcome(filled(engine, spread(8)))

    garbage_changes_nothing()


def test_i18_garbage_never_counts() -> None:
    attack_i18(Pool)


def test_i18_bites() -> None:
    bites(attack_i18, bad.CountsGarbage)


# --- I27: what goes wrong says nothing, and loses rather than shows --------------------------------


def told_by(error: BaseException) -> str:
    """Everything that an error carries: its words, its attributes, its causes, and the frames it came through."""
    told = [repr(error), str(error), repr(error.args), repr(vars(error))]
    for frame, _ in traceback.walk_tb(error.__traceback__):
        if frame.f_code.co_filename != __file__:
            told.append(repr(frame.f_locals))
    for other in (error.__cause__, error.__context__):
        if other is not None:
            told.append(told_by(other))
    return "\n".join(told)


PROFILE = contribution(Answers(MANY, {f"q{i}": 1 + i * i % 5 for i in range(1, 9)}))
IN_MEMORY = repr(bytes(PROFILE))[2:-1]


def full(engine: Engine) -> Any:
    pool = engine(MANY, seats=1)
    pool.submit(token(1), contribution(Answers(MANY, {})))
    return pool


def closed(engine: Engine) -> Any:
    pool = engine(MANY, seats=1)
    pool.discard()
    return pool


def attack_i27(engine: Engine) -> None:
    for submit in [
        lambda: full(engine).submit(token(2), PROFILE),
        lambda: closed(engine).submit(token(2), PROFILE),
        lambda: engine(MANY, seats=1).submit(b"short", PROFILE),
        lambda: engine(MANY, seats=1).submit(token(2), PROFILE, sequence=0),
        lambda: engine(PICK, seats=1).submit(token(2), PROFILE),
    ]:
        with pytest.raises(PoolError) as caught:
            submit()
        assert IN_MEMORY not in told_by(caught.value)


def test_i27_a_refusal_of_the_pool_tells_no_answer() -> None:
    attack_i27(Pool)


def test_i27_bites() -> None:
    bites(attack_i27, bad.RefusesWithValues, bad.LeavesFrames)


def frame_with(value: object) -> pd.DataFrame:
    return pd.DataFrame({"pick": pd.Series(["a"] * 9 + [value], dtype=object)})


REFUSED: dict[str, Callable[[Path], object]] = {
    "a wrong option": lambda _: Answers(PICK, {"pick": CANARY}),
    "a wrong type": lambda _: Answers(PICK, {"pick": [CANARY]}),
    "a wrong key": lambda _: Answers(PICK, {CANARY: "a"}),
    "a right answer beside a wrong one": lambda _: Answers(EVERY, {"diary": CANARY, "walk": 9}),
    "too long a text": lambda _: Answers(EVERY, {"diary": CANARY * 1000}),
    "a wrong list": lambda _: Answers(EVERY, {"cupboard": ["tea", CANARY]}),
    "wrong points": lambda _: Answers(EVERY, {"budget": {CANARY: 20}}),
    "an answer read alone": lambda _: read_answer(PICK.questions()[0], CANARY),
    "a contribution made by hand": lambda _: Contribution(PICK, variables(PICK), CANARY.encode()),
    "a share code": lambda _: decode_slip(CANARY, PICK, "river"),
    "a share code of the right length": lambda _: decode_slip("ZANZIBARCANARY"[:12], PICK, "river"),
    "share codes": lambda _: decode_slips([CANARY, CANARY], PICK, "river"),
    "a secret": lambda _: Credential(CANARY.encode()),
    "a frame": lambda _: pool_frame(frame_with(CANARY), PICK),
    "a frame of lists": lambda _: pool_frame(frame_with([CANARY]), PICK),
    "a frame with an answer for a heading": lambda _: pool_frame(pd.DataFrame({CANARY: ["a"] * 9}), PICK),
    "a file in another encoding": lambda folder: pool_frame(file(folder, f"pick\n{CANARY} é\n".encode("cp1252")), PICK),
    "a file in UTF-16": lambda folder: pool_frame(file(folder, f"pick\n{CANARY}\n".encode("utf-16")), PICK),
    "a ragged file": lambda folder: pool_frame(file(folder, f"pick\na\nb,{CANARY}\n".encode()), PICK),
    "a file with a wrong value": lambda folder: pool_frame(file(folder, f"pick\n{CANARY}\n".encode() * 9), PICK),
}


def file(folder: Path, content: bytes) -> Path:
    path = folder / "answers.csv"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("kind", REFUSED)
def test_i27_no_refusal_tells_what_it_refused(kind: str, tmp_path: Path) -> None:
    with pytest.raises(WorkshopError) as caught:
        REFUSED[kind](tmp_path)
    told = told_by(caught.value)
    assert sightings(CANARY, told) == []
    assert "ZANZIBAR" not in told.upper()


def test_i27_the_search_finds_what_from_none_leaves_behind() -> None:
    def careless(value: str) -> None:
        try:
            int(value)
        except ValueError:
            raise PoolError("No number.") from None

    with pytest.raises(PoolError) as caught:
        careless(CANARY)
    assert "plain" in sightings(CANARY, told_by(caught.value))


class Broken(Exception):
    """Something goes wrong that has nothing to do with anybody."""


@contextlib.contextmanager
def fault_at(line: int) -> Iterator[Callable[[], bool]]:
    """Raise ``Broken`` when the pooling engine comes to its so-many-th line; says whether it came so far."""
    reached = 0

    def trace(frame: Any, event: str, _: object) -> Any:
        nonlocal reached
        if "pooling" not in frame.f_code.co_filename and "bad_engines" not in frame.f_code.co_filename:
            return None
        if event == "line":
            reached += 1
            if reached == line:
                raise Broken
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        yield lambda: reached >= line
    finally:
        sys.settrace(before)


def attack_i27_faults(engine: Engine) -> None:
    expected = outcome(filled(engine, spread(8)))
    for line in count(1):
        pool = filled(engine, spread(8))
        with contextlib.suppress(Broken), fault_at(line) as reached:
            pool.reveal()
        assert outcome(pool) == expected, line
        assert (pool.progress.state, pool.progress.answered) == ("revealed", 8)
        assert bad.live_rows(pool) == []
        if not reached():
            break


def test_i27_wherever_a_reveal_is_interrupted_it_can_be_finished() -> None:
    attack_i27_faults(Pool)


def test_i27_faults_bites() -> None:
    bites(attack_i27_faults, bad.LivesHalfAReveal)


SCRIPT = """
import sys, time
import bad_engines
from attacks import PICK, filled, spread
pool = filled(getattr(bad_engines, sys.argv[1]), spread(8))
print("ready", flush=True)
time.sleep(60)
"""


def attack_i27_kill(engine: Engine) -> None:
    with tempfile.TemporaryDirectory() as folder:
        homes = {name: folder for name in ("HOME", "TMPDIR", "TEMP", "TMP", "USERPROFILE")}
        paths = os.pathsep.join([str(Path(__file__).parent), *filter(None, sys.path)])
        environment = {**os.environ, **homes, "PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1"}
        command = [sys.executable, "-c", SCRIPT, engine.__name__]
        with subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            ready = process.stdout.readline()
            process.kill()
        assert ready == "ready\n"
        assert [path.name for path in Path(folder).rglob("*")] == []


def test_i27_a_process_that_dies_leaves_nothing_on_the_disk() -> None:
    attack_i27_kill(Pool)


def test_i27_kill_bites() -> None:
    bites(attack_i27_kill, bad.SavesRows)
