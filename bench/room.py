"""What a room can bear, with collectors and the people who answer on the same machine, each answer a new connection."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import os
import random
import secrets
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Iterator
from itertools import cycle
from statistics import median

import urllib3

from bench.collector import CODE, KEY, SEATS
from bench.measuring import Ratio, ratio
from workshop_helpers.content.loading import load_workshop
from workshop_helpers.errors import WorkshopError
from workshop_helpers.pooling.contribution import Contribution, agreed_policy
from workshop_helpers.pooling.pool import Pool
from workshop_helpers.pooling.variables import variables
from workshop_helpers.room.client.caller import Caller
from workshop_helpers.room.protocol.links import Link
from workshop_helpers.room.protocol.requests import AnswerRequest, OpenRequest, RevealRequest, content_version, pack

ASKED = "active-listening"
AT_ONCE, MANY = 600, 5_000
LINES = 50  # connections at a time, where people come as fast as they can
OPEN = OpenRequest(CODE, KEY, ASKED, occasion=None, policy=None, call=None)


def ratios() -> list[Ratio]:
    """Delay and losses at 600 in a second, losses at 5,000 through Redis, throughput, memory."""
    return [
        *_within_a_second("memory"),
        *_within_a_second("tls"),
        *_through_redis(),
        _throughput(),
        _beside_a_notebook_server(),
        _memory(),
    ]


def _within_a_second(kind: str) -> list[Ratio]:
    tls = kind == "tls"
    with collectors(kind, 1) as (port,):
        number = _caller(port, tls).call(OPEN).number
        delays = sorted(asyncio.run(_come([port], number, AT_ONCE, seconds=1.0, tls=tls)))
        counted = _counted(port, number, tls)
    late = delays[int(len(delays) * 0.95)] * 1000
    way = "over TLS" if tls else "without it"
    return [
        Ratio(f"{AT_ONCE} people within one second, {way}: lost or counted twice", abs(AT_ONCE - counted), 0),
        Ratio("their delay in milliseconds, 95th percentile", late, 200),
    ]


def _through_redis() -> list[Ratio]:
    program = shutil.which("redis-server") or shutil.which("valkey-server")
    if program is None:
        print("Nothing is measured with Redis, as there is no redis-server or valkey-server here.")
        return []
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/socket"
        keep_nothing = ["--port", "0", "--unixsocket", path, "--save", "", "--appendonly", "no", "--dir", folder]
        keep_nothing += ["--slowlog-log-slower-than", "-1"]
        server = subprocess.Popen([program, *keep_nothing], stdout=subprocess.DEVNULL)
        try:
            _until_it_listens(socket.AF_UNIX, path)
            with collectors(f"unix://{path}", 2) as ports:
                number = _caller(ports[0]).call(OPEN).number
                start = time.perf_counter()
                asyncio.run(_come(ports, number, MANY))
                took = time.perf_counter() - start
                counted = _counted(ports[1], number)
        finally:
            server.kill()
            server.wait()
    what = f"{MANY:,} people through Redis and two collectors ({MANY / took:,.0f} a second)"
    return [Ratio(f"{what}: lost or counted twice", abs(MANY - counted), 0)]


def _throughput() -> Ratio:
    with collectors("memory", 1) as (ours,), collectors("bare", 1) as (bare,):
        number = _caller(ours).call(OPEN).number

        def seconds(port: int) -> float:
            start = time.perf_counter()
            asyncio.run(_come([port], number, 1500))
            return time.perf_counter() - start

        seconds(ours), seconds(bare)
        return ratio(
            "an answer, to a bare tornado handler that reads the same body",
            lambda: seconds(ours),
            lambda: seconds(bare),
            target=2,
            rounds=3,
        )


def _beside_a_notebook_server() -> Ratio:
    """How much longer a page's call to its Jupyter server takes while people answer in the room that it holds."""
    with notebook_server() as (port, token):
        pages = urllib3.HTTPConnectionPool("127.0.0.1", port, headers={"Authorization": f"token {token}"})
        made = {"seats": SEATS, "code": CODE, "key": KEY}
        pages.request("POST", "/workshop/v1/create", json=made)
        number = _caller(port).call(OPEN).number
        people = 100  # in two seconds: more than any group

        async def while_they_answer() -> float:
            coming = asyncio.create_task(_come([port], number, people, seconds=2.0))
            took = await asyncio.to_thread(_a_page_waits, pages)
            await coming
            return took

        _a_page_waits(pages)
        return ratio(
            "a page's call to the Jupyter server while 50 people a second answer, to one while nobody does",
            lambda: asyncio.run(while_they_answer()),
            lambda: _a_page_waits(pages),
            target=2,
            rounds=3,
        )


def _a_page_waits(pages: urllib3.HTTPConnectionPool) -> float:
    """The median of some calls, over two seconds."""
    waits = []
    for _ in range(100):
        start = time.perf_counter()
        pages.request("GET", "/api/kernelspecs")
        waits.append(time.perf_counter() - start)
        time.sleep(max(0.02 - waits[-1], 0))
    return median(waits)


def _memory() -> Ratio:
    about = load_workshop().assessment(ASKED)
    of = variables(about)
    people = [(secrets.token_bytes(16), bytes(random.randrange(len(v.options)) for v in of)) for _ in range(MANY)]
    tracemalloc.start()
    pool = Pool(about, seats=MANY)
    for token, places in people:
        pool.submit(token, Contribution(about, of, bytes(bytearray(places)), agreed_policy(about)))
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return Ratio("memory in KB for each person", held / MANY / 1024, 2)


# --- collectors, and people who come to them ----------------------------------------------------------------


@contextlib.contextmanager
def collectors(kind: str, number: int) -> Iterator[list[int]]:
    """Some collectors, each a process; yields their ports."""
    started = []
    try:
        ports = [_free_port() for _ in range(number)]
        for port in ports:
            started.append(subprocess.Popen([sys.executable, "-m", "bench.collector", str(port), kind]))
            _until_it_listens(socket.AF_INET, ("127.0.0.1", port))
        yield ports
    finally:
        for one in started:
            one.kill()
            one.wait()


@contextlib.contextmanager
def notebook_server() -> Iterator[tuple[int, str]]:
    """A Jupyter server with a room in it; yields its port and its token."""
    port, token = _free_port(), secrets.token_hex(8)
    with tempfile.TemporaryDirectory() as folder:
        arguments = ["--no-browser", f"--port={port}", f"--IdentityProvider.token={token}", "--ServerApp.log_level=50"]
        arguments.append('--ServerApp.jpserver_extensions={"workshop_helpers.room.server.extension": True}')
        if getattr(os, "geteuid", lambda: 1)() == 0:
            arguments.append("--allow-root")
        homes = {name: folder for name in ("WORKSHOP_HOME", "JUPYTER_CONFIG_DIR", "JUPYTER_RUNTIME_DIR")}
        command = [sys.executable, "-m", "jupyter", "server", *arguments]
        server = subprocess.Popen(command, cwd=folder, env={**os.environ, **homes})
        try:
            _until_it_listens(socket.AF_INET, ("127.0.0.1", port))
            yield port, token
        finally:
            server.kill()
            server.wait()


async def _come(ports: list[int], opening: str, people: int, seconds: float = 0.0, tls: bool = False) -> list[float]:
    """Let people answer in an opening, spread over some seconds or as fast as they can; how long each had to wait."""
    bodies = _bodies(opening, people)
    context = ssl._create_unverified_context() if tls else None
    lines = asyncio.Semaphore(people if seconds else LINES)
    start = time.perf_counter()

    async def one(number: int, port: int) -> float:
        due = start + seconds * number / people
        await asyncio.sleep(max(due - time.perf_counter(), 0))
        async with lines:
            if not seconds:
                due = time.perf_counter()
            reader, writer = await asyncio.open_connection("127.0.0.1", port, ssl=context)
            head = f"POST /workshop/v1/answer HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n"
            writer.write(f"{head}Content-Length: 1024\r\nConnection: close\r\n\r\n".encode() + bodies[number])
            said = await reader.read()
            writer.close()
            if not said.startswith(b"HTTP/1.1 202"):
                raise WorkshopError("A collector refused an answer. Run `make bench` again.")
        return time.perf_counter() - due

    return list(await asyncio.gather(*(one(number, port) for number, port in zip(range(people), cycle(ports)))))


def _bodies(opening: str, people: int) -> list[bytes]:
    about = load_workshop().assessment(ASKED)
    of, agreed = variables(about), (opening, about.policy)
    content = content_version(of)

    def somebody() -> bytes:
        return bytes(random.randrange(len(v.options)) for v in of)

    return [
        pack(AnswerRequest(CODE, ASKED, *agreed, content, secrets.token_bytes(16), 1, somebody()))
        for _ in range(people)
    ]


def _caller(port: int, tls: bool = False) -> Caller:
    if not tls:
        return Caller(Link(f"http://127.0.0.1:{port}", CODE))
    shown = ssl.PEM_cert_to_DER_cert(ssl.get_server_certificate(("127.0.0.1", port)))
    return Caller(Link(f"https://127.0.0.1:{port}", CODE, hashlib.sha256(shown).hexdigest()))


def _counted(port: int, number: str, tls: bool = False) -> int:
    """How many people the picture is of."""
    return _caller(port, tls).call(RevealRequest(CODE, KEY, ASKED, number)).n


def _free_port() -> int:
    with socket.socket() as made:
        made.bind(("127.0.0.1", 0))
        return int(made.getsockname()[1])


def _until_it_listens(family: int, address: str | tuple[str, int]) -> None:
    end = time.monotonic() + 30
    while time.monotonic() < end:
        with socket.socket(family) as line, contextlib.suppress(OSError):
            line.connect(address)
            return
        time.sleep(0.05)
    raise WorkshopError("A server did not start. Run `make bench` again.")
