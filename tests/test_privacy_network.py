"""The promises about answers once more, with a network in between: whole sessions go over the wire, and are attacked.

That every answer gets one response (I16) and no log holds anything (I26) is in ``test_room_server_handlers``, that
every message has one size (I17) in ``test_room_protocol_messages``, guesses (I19) there and in
``test_room_server_rooms``, the surroundings (I11) in ``test_room_client_caller``, and what a killed process leaves on
the disk (I27) in ``test_room_server_standalone``.
"""

import contextlib
import copy
import dataclasses
import io
import json
import pickle
import re
import secrets
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple
from unittest import mock

import bad_collectors as bad
import bad_engines
import bad_participants
import pytest
from attacks import MANY, OPTIONS, bites, spread
from small_rooms import (
    CODE,
    KEY,
    NUMBER,
    ROOT,
    Memory,
    agree,
    answer_of,
    asked,
    chosen,
    everything_logged,
    exchange,
    given,
    new_rooms,
    one_room,
    packed,
    post,
    request,
    served,
    status,
    told,
)
from test_room_client_participant import LINK, Network, facilitator

from workshop_helpers.pooling.credential import Credential
from workshop_helpers.room.client.participant import Participant
from workshop_helpers.room.protocol.messages import in_letters
from workshop_helpers.room.protocol.requests import content_version
from workshop_helpers.room.server.handlers import routes
from workshop_helpers.room.server.rooms import Rooms
from workshop_helpers.room.server.store import MemoryStore

OPEN = {"code": CODE, "key": KEY, "assessment": "small", "occasion": None, "policy": None, "call": None}
LEAD = {"code": CODE, "key": KEY, "pool": "small", "number": NUMBER}


class Served(NamedTuple):
    """What a collector is made of, the good parts or a bad one."""

    handlers: Any = routes
    store: Callable[[], MemoryStore] = MemoryStore
    rooms: Callable[..., Rooms] = Rooms


def token(person: int) -> bytes:
    return person.to_bytes(16, "big")


# --- I7 and I12: two people swap their answers, the clock stands elsewhere, and nothing public changes ---


def everything_public(collector: Served, values: Sequence[object], clock: float = 1000.0) -> dict[str, object]:
    """A whole session over the wire, and every byte that anybody gets, reads in a log or finds on the disk."""
    store, screen = collector.store(), io.StringIO()
    store.life = "one life"
    rooms, _ = one_room(rooms=collector.rooms(store, assessment=asked, number=lambda: NUMBER))
    with (
        tempfile.TemporaryDirectory() as folder,
        contextlib.chdir(folder),
        mock.patch("time.time", return_value=clock),
        contextlib.redirect_stdout(screen),
        contextlib.redirect_stderr(screen),
        everything_logged() as lines,
    ):
        with served(rooms, handlers=collector.handlers) as port:
            said = [post(port, "open", **OPEN)]
            for person, value in enumerate(values):
                said.append(post(port, "answer", **answer_of(token(person), "c")))
                said.append(post(port, "answer", **answer_of(token(person), value, 2)))
                said.append(post(port, "state", code=CODE))
            said.append(post(port, "picture", code=CODE, pool="small"))  # too early
            said.append(post(port, "reveal", **LEAD))
            said.append(post(port, "picture", code=CODE, pool="small"))
            said.append(post(port, "answer", **answer_of(token(0), values[0], 3)))  # too late
            said.append(post(port, "state", code=CODE))
        files = {str(path): path.read_bytes() for path in Path(folder).rglob("*") if path.is_file()}
    assert [status(one) for one in said[-5:]] == [404, 200, 200, 409, 200]
    return {"said": [re.sub(rb"Date: [^\r]*\r\n", b"", one) for one in said], "log": lines, "screen": screen.getvalue(),
            "files": list(files.values())}  # fmt: skip


def attack_i07(collector: Served) -> None:
    values = spread(9)
    seen = everything_public(collector, values)
    for one, other in [(0, 1), (3, 5), (8, 2)]:  # the sixth skips everything
        swapped = list(values)
        swapped[one], swapped[other] = swapped[other], swapped[one]
        assert everything_public(collector, swapped) == seen


def test_i07_when_two_people_swap_answers_no_byte_on_the_wire_changes() -> None:
    attack_i07(Served())


def test_i07_bites() -> None:
    bites(
        attack_i07,
        Served(bad.tells_a_fingerprint),
        Served(bad.saves_requests),
        Served(rooms=bad.rooms_of(bad_engines.FirstComeFirstShown)),
        Served(rooms=bad.rooms_of(bad_engines.LogsAnswers)),
    )


def attack_i12(collector: Served) -> None:
    early, late = (everything_public(collector, spread(8), clock) for clock in (1000.0, 1_700_000_000.0))
    assert early == late
    assert not re.search(r"\b\d{9,}\b|\d{4}-\d\d-\d\d|\d\d:\d\d", str(late))


def test_i12_nothing_on_the_wire_tells_the_time() -> None:
    attack_i12(Served())


def test_i12_bites() -> None:
    bites(attack_i12, Served(bad.tells_the_time))


# --- I10: rows cannot be read, copied or found ------------------------------------------------------------


def attack_i10(store: Any) -> None:
    ways: list[Callable[[Any], object]] = [
        pickle.dumps, copy.copy, copy.deepcopy, iter, len, list, dict, json.dumps, bytes, dataclasses.asdict,
    ]  # fmt: skip
    for thing in (store, new_rooms(store)):
        for way in ways:
            try:
                way(thing)
            except TypeError:
                continue
            raise AssertionError(f"{way} gets at the rows")
        assert repr(thing) == str(thing) == f"<{type(thing).__name__}: private>"


def test_i10_rooms_and_their_store_cannot_be_copied_listed_or_printed() -> None:
    attack_i10(MemoryStore())


def test_i10_bites() -> None:
    bites(attack_i10, bad.PlainKeeper())


COLLECTOR = """
import contextlib, gc, json, sys
import test_privacy_network as here

def holds(thing, backwards):
    text = thing[::-1] if isinstance(thing, str) else bytes(thing)[::-1].decode("latin-1")
    return any(part in text for part in backwards)

def found(backwards):
    gc.collect()
    # Asked for what it refers to, asyncio's module hands out freed memory before Python 3.12.6: the search never ends.
    seen, waiting = {id(sys.modules["_asyncio"])}, gc.get_objects()
    while waiting:
        holder = waiting.pop()
        if id(holder) in seen:
            continue
        seen.add(id(holder))
        for part in gc.get_referents(holder):
            if isinstance(part, (bytes, bytearray, str)):
                if len(part) >= 8 and holds(part, backwards):
                    return True
            elif isinstance(part, (dict, tuple, list)) and not gc.is_tracked(part):
                waiting.append(part)
    return False

with contextlib.ExitStack() as stack:
    for line in sys.stdin:
        kind, about = json.loads(line)
        print(json.dumps(here.collect(stack, about) if kind == "collect" else found(about)), flush=True)
"""
COLLECTORS = {
    "good": Served(),
    "keeps requests": Served(bad.keeps_requests),
    "keeps rows": Served(rooms=bad.rooms_of(bad_engines.KeepsRowsAfterTheEnd)),
    "keeps ended pools": Served(store=bad.KeepsEndedPools),
}


def collect(stack: contextlib.ExitStack, name: str) -> int:
    """Serve a room in the collector's process; returns the port."""
    collector = COLLECTORS[name]
    rooms = collector.rooms(collector.store(), assessment=lambda _: MANY)
    rooms.create(12, CODE, KEY)
    return stack.enter_context(served(rooms, handlers=collector.handlers))


class Process:
    """A process that collects, and says whether any object in it holds one of some texts."""

    def __init__(self, running: Any) -> None:
        self._running = running

    def ask(self, *what: object) -> Any:
        self._running.stdin.write(json.dumps(what) + "\n")
        self._running.stdin.flush()
        return json.loads(self._running.stdout.readline())


@pytest.fixture(scope="module")
def collecting() -> Iterator[Process]:
    environment = {"PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}", "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-c", COLLECTOR]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, env=environment, text=True, **pipes) as running:  # type: ignore[call-overload]
        yield Process(running)
        running.stdin.close()


def attack_i10_memory(collecting: Process, name: str) -> None:
    port = collecting.ask("collect", name)
    for kind in ("reveal", "close", "end"):
        number = told(post(port, "open", **OPEN))["number"]
        secret: list[str] = []  # backwards, so that the question is not found where it is looked for
        for _ in range(8):
            one, own = chosen(secrets.randbits(30), MANY), secrets.token_bytes(16)
            letters, content = (in_letters(bytes(one)), in_letters(own)), content_version(one.variables)
            secret += [text[::-1] for text in (*letters, bytes(one).decode("latin-1"), own.decode("latin-1"))]
            content = content_version(one.variables)
            said = post(
                port,
                "answer",
                code=CODE,
                pool="small",
                number=number,
                policy="room",
                content=content,
                token=letters[1],
                sequence=1,
                places=letters[0],
            )
            assert status(said) == 202
        if name == "good":
            assert collecting.ask("look", secret)  # the search finds them while they are there
        more = {} if kind == "end" else {"pool": "small", "number": number}
        assert status(post(port, kind, code=CODE, key=KEY, **more)) == 200
        assert not collecting.ask("look", secret), kind


def test_i10_after_the_end_no_object_of_the_collectors_process_holds_a_row_or_a_token(collecting: Process) -> None:
    attack_i10_memory(collecting, "good")


def test_i10_memory_bites(collecting: Process) -> None:
    bites(lambda name: attack_i10_memory(collecting, name), *(name for name in COLLECTORS if name != "good"))


# --- I20: what is asked of a room over the wire is never looser than the author's policy -------------------


def attack_i20(make: Callable[[], Rooms]) -> None:
    rooms, _ = one_room(rooms=make())
    with served(rooms) as port:

        def ask(assessment: str, policy: object, call: str | None = None) -> int:
            values = {**OPEN, "version": 1, "assessment": assessment, "policy": policy, "call": call}
            return status(exchange_json(port, "open", values))

        for policy in ("light", "private", "small-circle", "ROOM", "", "none", 1, True, ["light"], {"step": 1}):
            assert ask("small", policy) in (400, 409), policy
        assert [ask("private", policy) for policy in (None, "room", "light", "private")] == [409] * 4
        assert told(post(port, "state", code=CODE))["pools"] == []

        assert ask("light", "room", "11111111") == 200
        for call in ("11111111", NUMBER, None):
            for known in ("light", None):
                ask("light", known, call)
        post(port, "seat", code=CODE, key=KEY, seats=6)
        (pool,) = told(post(port, "state", code=CODE))["pools"]
        assert (pool["policy"], pool["number"]) == ("room", NUMBER)
        for person in range(6):
            assert status(post(port, "answer", **answer_of(token(person), "a", pool="light"))) == 202
        assert status(post(port, "reveal", **{**LEAD, "pool": "light"})) == 409  # six are too few for steps


def exchange_json(port: int, kind: str, values: object) -> bytes:
    """A request whose values are sent as they are, whatever they are."""
    return exchange(port, request(port, kind, json.dumps(values).encode().ljust(1024)))


def test_i20_no_request_makes_a_policy_looser() -> None:
    attack_i20(new_rooms)


def test_i20_bites() -> None:
    bites(attack_i20, *(lambda kind=kind: bad.rooms_that(kind) for kind in ("reopen anyhow", "trust the policy")))


# --- I28: to skip is an answer like any other ---------------------------------------------------------------


def what_happens(rooms: Rooms, values: Sequence[object]) -> list[tuple[object, ...]]:
    """For each answer, all that can be told apart from outside or by a clock.

    That is its size, its response, how many have answered then, and every function of ours that was called.
    """
    calls: list[str] = []

    def note(frame: FrameType, event: str, what: Any) -> None:
        if "workshop_helpers" in frame.f_code.co_filename and event in ("call", "c_call"):
            calls.append(what.__name__ if event == "c_call" else frame.f_code.co_qualname)

    happened: list[tuple[object, ...]] = []
    threading.setprofile(note)
    try:
        with served(rooms) as port:
            post(port, "open", **OPEN)
            post(port, "answer", **answer_of(token(99), "e"))  # what is kept for later is kept now
            for person, value in enumerate(values):
                sent = packed("answer", **answer_of(token(person), value))
                calls.clear()
                said = re.sub(rb"Date: [^\r]*\r\n", b"", post(port, "answer", **answer_of(token(person), value)))
                counted = told(post(port, "count", code=CODE, key=KEY))["pools"][0]["answered"] - person
                first, last = (i for i, name in enumerate(calls) if name == "Collector.initialize")
                done = tuple(calls[first:last])
                happened.append((len(sent), said, counted, done))
    finally:
        threading.setprofile(None)
    assert all(done for *_, done in happened)
    return happened


def attack_i28(make: Callable[[], Rooms]) -> None:
    rooms, _ = one_room(rooms=make())
    assert len(set(what_happens(rooms, OPTIONS))) == 1


def test_i28_a_skip_is_taken_by_the_same_steps_as_any_answer() -> None:
    attack_i28(new_rooms)


def test_i28_bites() -> None:
    bites(attack_i28, *(lambda kind=kind: bad.rooms_that(kind) for kind in ("look at answers only", "look twice")))


def attack_i28_of_the_notebook(side: Any) -> None:
    """What a notebook sends: as many messages for a skip as for any answer, first ones and changes."""
    sent = []
    for value in OPTIONS:
        network = Network()
        facilitator(network).open("small")
        one = side(LINK, Credential(), Memory(), network)
        for _ in range(2):
            agree(one, given(value))
        sent.append((*network.calls, network.answered()))
    assert len(set(sent)) == 1


def test_i28_a_notebook_sends_a_skip_as_it_sends_any_answer() -> None:
    attack_i28_of_the_notebook(Participant)


def test_i28_notebook_bites() -> None:
    bites(attack_i28_of_the_notebook, bad_participants.KeepsSkipsToItself)
