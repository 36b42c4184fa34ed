"""Small rooms for tests: a collector served from a thread, raw requests to it, and processes that are killed."""

import asyncio
import contextlib
import json
import logging
import os
import random
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
import urllib3
from small_assessments import choice, small
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application

from workshop_helpers.answers import Answers
from workshop_helpers.content import Assessment
from workshop_helpers.errors import RoomError, WorkshopError
from workshop_helpers.pooling.contribution import Contribution, agreed_policy, contribution
from workshop_helpers.pooling.policy import POLICIES
from workshop_helpers.pooling.variables import variables
from workshop_helpers.room.protocol.codes import new_number
from workshop_helpers.room.protocol.links import Link
from workshop_helpers.room.protocol.messages import in_letters
from workshop_helpers.room.protocol.replies import CreatedRoom
from workshop_helpers.room.protocol.requests import REQUESTS, Request, content_version, pack
from workshop_helpers.room.server.handlers import own_hosts, routes
from workshop_helpers.room.server.rooms import Rooms
from workshop_helpers.room.server.store import MemoryStore, Store
from workshop_helpers.room.standing import Stand

CODE, KEY = "7K3M-Q0ZD", "0123456789abcdef" * 4
NUMBER = "12345678"  # of the first opening in rooms of tests
_ITEM = 'id = "pick"\nformat = "choice"\noptions = "five"'
ASKED = {"small": choice(), **{name: small(_ITEM, name=name, policy=name) for name in ("light", "private")}}
ROOT = Path(__file__).parents[1]


def asked(name: str) -> Assessment:
    """What a room of tests asks, by its id; ``light`` is the same with exact counts."""
    if name not in ASKED:
        raise RoomError("There is no such self-assessment.")
    return ASKED[name]


def new_rooms(store: Store | None = None, **options: Any) -> Rooms:
    """A collector whose first opening has a number that is known, and every other one a fresh one."""
    number = chain([NUMBER], iter(new_number, None)).__next__
    return Rooms(store or MemoryStore(), **{"assessment": asked, "number": number, **options})


def one_room(seats: int = 12, rooms: Rooms | None = None) -> tuple[Rooms, CreatedRoom]:
    """A collector with one room, whose code and key are known."""
    rooms = rooms or new_rooms()
    return rooms, rooms.create(seats, CODE, KEY)


def given(value: object, assessment: Assessment = ASKED["small"], policy: str | None = None) -> Contribution:
    return contribution(Answers(assessment, {"pick": value}), (), policy)


def chosen(number: int, asked: Assessment) -> Contribution:
    """What somebody adds to any self-assessment; ``number`` decides what."""
    chance = random.Random(number)
    of = contribution(Answers(asked, {}, None)).variables
    places = bytes(chance.randrange(len(variable.options)) for variable in of)
    return Contribution(asked, of, places, agreed_policy(asked))


def answer_of(
    token: bytes, value: object, sequence: int = 1, pool: str = "small", code: str = CODE, number: str = NUMBER
) -> dict[str, Any]:
    """The values of an ``answer``; ``gone`` takes it back."""
    places = None if value == "gone" else in_letters(bytes(given(value)))
    content = content_version(variables(ASKED["small"]))
    return {
        "code": code, "pool": pool, "number": number, "policy": "room", "content": content,
        "token": in_letters(token), "sequence": sequence, "places": places,
    }  # fmt: skip


def agree(one: Any, wanted: Contribution, *, keep: bool = True) -> Stand:
    """Somebody looks at what the page says of the room, and adds something under the rule that they see."""
    with contextlib.suppress(RoomError):
        one.state()
    rule = one.standing(wanted.assessment, None).terms
    assert rule is not None, "nothing can be added"
    agreed = Contribution(wanted.assessment, wanted.variables, bytes(wanted), POLICIES[rule.policy])
    one.add(agreed, None, rule.number, keep=keep)
    return how(one, wanted.assessment)


def again(one: Any, about: Assessment = ASKED["small"]) -> None:
    """Somebody presses the button that asks whether to add their answers again."""
    rule = one.standing(about, None).terms
    one.add_again(about, None, rule.policy, rule.number)


def how(one: Any, about: Assessment = ASKED["small"]) -> Stand:
    """How somebody stands."""
    kind: Stand = one.standing(about, None).kind
    return kind


def free_port() -> int:
    with socket.socket() as made:
        made.bind(("127.0.0.1", 0))
        return int(made.getsockname()[1])


@contextlib.contextmanager
def served(
    rooms: Rooms, context: Any = None, handlers: Callable[..., Any] = routes, port: int = 0, **options: Any
) -> Iterator[int]:
    """A collector on a port of this machine, in a thread; yields the port."""
    ready, done, found = Event(), [], []

    async def serve() -> None:
        application = Application(handlers(rooms, own_hosts()))
        server = HTTPServer(application, ssl_options=context, idle_connection_timeout=2, body_timeout=2, **options)
        sockets = bind_sockets(port, "127.0.0.1")
        server.add_sockets(sockets)
        found.append(sockets[0].getsockname()[1])
        stop = asyncio.Event()
        done.append((asyncio.get_running_loop(), stop))
        ready.set()
        await stop.wait()
        server.stop()
        await server.close_all_connections()

    thread = Thread(target=lambda: asyncio.run(serve()), daemon=True)
    thread.start()
    assert ready.wait(10)
    try:
        yield found[0]
    finally:
        loop, stop = done[0]
        loop.call_soon_threadsafe(stop.set)
        thread.join(10)


def link_to(port: int, certificate: str | None = None, prefix: str = "") -> Link:
    return Link(f"http{'s' if certificate else ''}://127.0.0.1:{port}{prefix}", CODE, certificate)


def request(
    port: int, kind: str, body: bytes, headers: Mapping[str, str | None] = {}, method: str = "POST", prefix: str = ""
) -> bytes:
    """A request as it goes over the wire; a header of ``None`` is left out."""
    wanted = {
        "Host": f"127.0.0.1:{port}", "Content-Type": "application/json", "Content-Length": str(len(body)),
        "Connection": "close", **headers,
    }  # fmt: skip
    lines = [
        f"{method} {prefix}/workshop/v1/{kind} HTTP/1.1",
        *(f"{k}: {v}" for k, v in wanted.items() if v is not None),
    ]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


def exchange(port: int, sent: bytes, *, hang_up: bool = False) -> bytes:
    """Everything that a collector says to some bytes, until it closes; or nothing, when the caller hangs up."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as line:
        line.sendall(sent)
        if hang_up:
            return b""
        said = b""
        with contextlib.suppress(ConnectionResetError):
            while part := line.recv(65536):
                said += part
        return said


def status(said: bytes) -> int:
    return int(said.split(b" ", 2)[1])


def told(said: bytes) -> Any:
    """The JSON in a response."""
    return json.loads(said.partition(b"\r\n\r\n")[2])


def asking(kind: str, **values: object) -> Request[Any]:
    """A request of a kind, from values as JSON has them."""
    return REQUESTS[kind].from_values(values)


def packed(kind: str, **values: object) -> bytes:
    return pack(asking(kind, **values))


def post(port: int, kind: str, **values: object) -> bytes:
    return exchange(port, request(port, kind, packed(kind, **values)))


class Memory:
    """An outbox that a test can look into, and keep while a kernel is restarted."""

    def __init__(self) -> None:
        self.kept: dict[str, dict[str, Any]] = {}
        self.unkept: dict[str, dict[str, Any]] = {}

    def get(self, pool: str) -> dict[str, Any]:
        return dict(self.unkept.get(pool) or self.kept.get(pool) or {})

    def put(self, pool: str, sent: Mapping[str, Any], *, keep: bool) -> None:
        self.kept.pop(pool, None)
        self.unkept.pop(pool, None)
        (self.kept if keep else self.unkept)[pool] = dict(sent)

    def restarted(self) -> "Memory":
        """What is left of it in a new kernel."""
        left = Memory()
        left.kept = json.loads(json.dumps(self.kept))
        return left


@contextlib.contextmanager
def process(*arguments: str, env: Mapping[str, str], log: Path, cwd: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A process of this Python, its words in a file, killed at the end."""
    with log.open("ab") as out:
        started = subprocess.Popen(
            [sys.executable, *arguments],
            cwd=cwd,
            env={**os.environ, "PYTHONPATH": str(ROOT), **env},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    try:
        yield started
    finally:
        started.kill()
        started.wait()


def room_process(
    home: Path, host: str, port: int, log: Path, seats: int = 60
) -> contextlib.AbstractContextManager[subprocess.Popen[bytes]]:
    """The command ``workshop room`` in a process, with its home."""
    command = ("-m", "workshop_helpers.cli", "room", "--host", host, "--port", str(port), "--seats", str(seats))
    return process(*command, env={"WORKSHOP_HOME": str(home)}, log=log, cwd=home)


def has_no_core_dumps(number: int) -> bool:
    """Whether a process may leave no core dump; skips the test where a system does not tell."""
    limits = Path(f"/proc/{number}/limits")
    if not limits.exists():
        pytest.skip("this system does not tell the limits of a process")
    (line,) = (line for line in limits.read_text(encoding="ascii").splitlines() if "core file size" in line)
    return line.split()[-3:-1] == ["0", "0"]


def until(true: Callable[[], Any], seconds: float = 60) -> Any:
    """Wait until something is so, and return it; refusals on the way count as not yet."""
    end = time.monotonic() + seconds
    while True:
        try:
            if found := true():
                return found
        except (WorkshopError, OSError, urllib3.exceptions.HTTPError):
            pass
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.05)


@contextlib.contextmanager
def everything_logged() -> Iterator[list[str]]:
    """Every line that any logger of this process writes, at DEBUG."""
    lines: list[str] = []

    class Keep(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(f"{record.name} {record.getMessage()} {record.exc_info}")

    handler, root = Keep(logging.DEBUG), logging.getLogger()
    names = ["", "tornado.access", "tornado.application", "tornado.general", "asyncio", "urllib3"]
    levels = {name: logging.getLogger(name).level for name in names}
    root.addHandler(handler)
    for name in names:
        logging.getLogger(name).setLevel(logging.DEBUG)
    try:
        yield lines
    finally:
        root.removeHandler(handler)
        for name, level in levels.items():
            logging.getLogger(name).setLevel(level)
