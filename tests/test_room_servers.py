"""Two Jupyter servers under different prefixes, a facilitator and twelve people in kernels, and one picture."""

import contextlib
import json
import re
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

import pytest
import urllib3
from canary import sightings
from jupyter_client.blocking.client import BlockingKernelClient
from process_memory import found_in, twelve_people
from small_rooms import (
    CODE,
    KEY,
    ROOT,
    exchange,
    free_port,
    has_no_core_dumps,
    packed,
    process,
    request,
    status,
    told,
    until,
)

import workshop_helpers as wh
from workshop_helpers.content.loading import load_workshop
from workshop_helpers.pooling.contribution import contribution
from workshop_helpers.room.client.facilitator import Facilitator
from workshop_helpers.room.protocol.links import read_link
from workshop_helpers.room.protocol.messages import in_letters
from workshop_helpers.room.protocol.requests import SIZE, content_version
from workshop_helpers.room.server import extension

TOKEN_OF_SOMEBODY = b"zanzibar-canary-"
TOKEN = "a-token-of-the-server"
EXTENSIONS = repr({"workshop_helpers.room.server.extension": True, "loaded_modules": True})
HTTP = urllib3.PoolManager(retries=False, timeout=60)
ASKED = "active-listening"


class Server(NamedTuple):
    """A Jupyter server that runs."""

    port: int
    prefix: str
    folder: Path
    process: int

    @property
    def log(self) -> str:
        return (self.folder / "log").read_text(encoding="utf-8")

    def log_when_quiet(self) -> str:
        """What is in the log once a request that Jupyter logs has its line; without that, and kernels'."""
        known = len(self.log)
        self.call("GET", "/api?quiet", login=False)
        until(lambda: "/api?quiet" in self.log[known:])
        lines = self.log.splitlines()
        return "\n".join(line for line in lines if not re.search(r"/api\?quiet|[Kk]ernel|activity on", line))

    def call(self, method: str, path: str, asked: object = None, *, login: bool = True) -> Any:
        body = None if asked is None else json.dumps(asked)
        headers = {"Authorization": f"token {TOKEN}"} if login else {}
        reply = HTTP.request(
            method, f"http://127.0.0.1:{self.port}{self.prefix}{path}", body=body, headers=headers, redirect=False
        )
        return reply.status, json.loads(reply.data or "null")


def together(act: Callable[[Any], Any], what: Iterable[Any]) -> list[Any]:
    """What an act returns for each, done at the same time."""
    with ThreadPoolExecutor(4) as threads:
        return list(threads.map(act, what))


@contextlib.contextmanager
def running(prefix: str, folder: Path) -> Iterator[Server]:
    folder.mkdir()
    port = free_port()
    arguments = [
        "--no-browser", "--allow-root", "--debug", "--ip=127.0.0.1", f"--port={port}", "--ServerApp.port_retries=0",
        f"--ServerApp.base_url={prefix}/", f"--IdentityProvider.token={TOKEN}",
        f"--ServerApp.jpserver_extensions={EXTENSIONS}", f"--ServerApp.root_dir={folder}",
    ]  # fmt: skip
    homes = {
        "PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}",
        "HOME": str(folder),
        "WORKSHOP_HOME": str(folder / "workshop"),
        "IPYTHONDIR": str(folder / "ipython"),
        **{f"JUPYTER_{name}_DIR": str(folder / name.lower()) for name in ("CONFIG", "DATA", "RUNTIME")},
    }
    with process("-m", "jupyter", "server", *arguments, env=homes, log=folder / "log", cwd=folder) as started:
        server = Server(port, prefix, folder, started.pid)
        until(lambda: server.call("GET", "/api")[0] == 200)
        yield server
        kernels = [kernel["id"] for kernel in server.call("GET", "/api/kernels")[1]]
        together(lambda kernel: server.call("DELETE", f"/api/kernels/{kernel}"), kernels)


@pytest.fixture(scope="module")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Server]]:
    folder = tmp_path_factory.mktemp("servers")
    with contextlib.ExitStack() as stack:
        asked = [("/user/one", folder / "one"), ("/hub/user/two", folder / "two")]
        one, two = together(lambda of: stack.enter_context(running(*of)), asked)
        yield one, two


class Kernel:
    """A kernel of a server, which runs what it is told and says what an expression is worth."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.id = server.call("POST", "/api/kernels", {})[1]["id"]
        self.client = BlockingKernelClient(
            connection_file=str(until(lambda: next((server.folder / "runtime").glob(f"*{self.id}.json"), None)))
        )
        self.client.load_connection_file()
        self.client.start_channels()

    def run(self, code: str, expression: str = "None") -> Any:
        reply = self.client.execute_interactive(
            code, user_expressions={"it": f"__import__('json').dumps({expression})"}, timeout=120, allow_stdin=False,
            output_hook=lambda _: None,
        )["content"]  # fmt: skip
        assert reply["status"] == "ok", reply
        found = reply["user_expressions"]["it"]
        assert found["status"] == "ok", found
        return json.loads(eval(found["data"]["text/plain"], {"__builtins__": {}}))

    def stop(self) -> None:
        self.client.stop_channels()
        self.server.call("DELETE", f"/api/kernels/{self.id}")


JOIN = """
import workshop_helpers as wh
from small_rooms import Memory, agree
from workshop_helpers.content.loading import load_workshop
from workshop_helpers.pooling.contribution import contribution
from workshop_helpers.pooling.credential import Credential
from workshop_helpers.room.protocol.links import read_link
from workshop_helpers.room.client.participant import Participant
asked = load_workshop().assessment({asked!r})
questions = [question for question in asked.questions() if hasattr(question, "scale")]
outbox, credential = Memory(), Credential()
def join():
    global person
    person = Participant(read_link({link!r}), credential, outbox)
    return person.seats()
def add(value):
    given = {{question.key: list(question.scale.values)[value] for question in questions}}
    return agree(person, contribution(wh.Answers(asked, given))).name
"""
LEAD = """
from workshop_helpers.room.client.facilitator import Facilitator, LedOpening, OpeningsInMemory
from workshop_helpers.room.protocol.links import read_link
leader = Facilitator(read_link({link!r}), {key!r}, OpeningsInMemory([LedOpening(*one) for one in {opened!r}]))
def answered():
    return leader.keep_up().pools[0].answered
"""


def test_twelve_people_in_kernels_of_two_servers_see_one_picture(servers: tuple[Server, Server]) -> None:
    one, two = servers
    code, keys = one.call("POST", "/workshop/v1/create", {"seats": 12})
    assert code == 200
    link = f"http://127.0.0.1:{one.port}{one.prefix}/workshop/#{keys['code']}"
    leader = Kernel(one)
    people = [Kernel(server) for server in (one, two) for _ in range(6)]
    try:
        leader.run(LEAD.format(link=link, key=keys["key"], opened=[]))
        join = JOIN.format(link=link, asked=ASKED)
        for person in people:
            person.client.execute(join)  # all at the same time
        assert [person.run("", "join()") for person in people] == [12] * 12
        leader.run(f"leader.open({ASKED!r})")
        assert [person.run("", f"add({number % 3})") for number, person in enumerate(people)] == ["COUNTED"] * 12
        assert leader.run("", "answered()") == 12
        people[0].run("add(2)")
        people[1].run("person.take_back(asked, None)")
        people[11].run("person.take_back(asked, None); add(0)")
        assert leader.run("", "answered()") == 11
        opened = leader.run("", "[[o.assessment, o.occasion, o.policy, o.number] for o in leader.opened]")
        leader.stop()  # the facilitator's kernel is restarted
        leader = Kernel(one)
        leader.run(LEAD.format(link=link, key=keys["key"], opened=opened))
        assert leader.run("", "answered()") == 11
        picture = leader.run("", f"leader.reveal({ASKED!r}).to_json()")
        seen = [person.run("", f"person.picture({ASKED!r}, None).to_json()") for person in people]
        assert seen == [picture] * 12
        assert json.loads(picture)["n"] == 11
        drawn = [kernel.run("", f"wh.figure(person.picture({ASKED!r}, None)).alt_text") for kernel in people[5:7]]
        assert drawn[0] == drawn[1]
        leader.run("leader.end()")
    finally:
        for kernel in [leader, *people]:
            kernel.client.stop_channels()
    for secret in (keys["code"], keys["key"]):
        assert [found for server in servers for found in sightings(secret, server.log)] == []
    assert "workshop/v1" not in one.log


def test_a_server_loads_nothing_that_draws(servers: tuple[Server, Server]) -> None:
    for server in servers:  # that Jupyter itself loads IPython in some versions is its own affair
        loaded = {name.split(".")[0] for name in server.call("GET", "/loaded-modules")[1]}
        assert "workshop_helpers" in loaded
        assert loaded & {"matplotlib", "ipywidgets", "anywidget", "pandas", "numpy", "redis"} == set()


def test_a_server_leaves_no_core_dump(servers: tuple[Server, Server]) -> None:
    for server in servers:
        assert has_no_core_dumps(server.process)


def test_i33_after_the_reveal_nothing_of_a_request_is_in_the_memory_of_a_server(servers: tuple[Server, Server]) -> None:
    one, _ = servers
    asked = load_workshop().assessment("what-counts")
    _, keys = one.call("POST", "/workshop/v1/create", {"seats": 12})
    leader = Facilitator(read_link(f"http://127.0.0.1:{one.port}{one.prefix}/workshop/#{keys['code']}"), keys["key"])
    leader.open(asked.id)
    rows, requests = twelve_people(leader, asked)
    assert found_in(one.process, rows) == sorted(rows)
    leader.reveal(asked.id)
    assert found_in(one.process, rows | requests) == []


def test_only_who_is_logged_in_makes_a_room(servers: tuple[Server, Server]) -> None:
    for server in servers:
        assert server.call("POST", "/workshop/v1/create", {"seats": 12}, login=False)[0] == 403
        assert server.call("POST", "/workshop/v1/create", {"seats": 12})[0] == 200


NOT_A_ROOM = "A room is made with a number of seats, and to make it again, its code and key."
SEATS = "The number of people must be a whole number from 1 to 10,000."


@pytest.mark.parametrize(
    ("asked", "error", "words"),
    [
        ({}, "PoolError", SEATS),
        ({"seats": 0}, "PoolError", SEATS),
        ({"seats": True}, "PoolError", SEATS),
        ({"seats": 10**400}, "PoolError", SEATS),
        ([1], "Malformed", NOT_A_ROOM),
        ("text", "Malformed", NOT_A_ROOM),
        ({"seats": 8, "code": 7}, "Malformed", NOT_A_ROOM),
        ({"seats": 8, "key": ["a"]}, "Malformed", NOT_A_ROOM),
        ({"seats": 8, "key": "\ud800"}, "Malformed", NOT_A_ROOM),
        (
            {"seats": 8, "code": "??"},
            "RoomError",
            "A join code has eight letters and digits, such as 7K3M-Q0ZD. Look at it once more.",
        ),
    ],
)
def test_a_room_that_cannot_be_made_is_a_plain_sentence(
    servers: tuple[Server, Server], asked: object, error: str, words: str
) -> None:
    assert servers[0].call("POST", "/workshop/v1/create", asked) == (400, {"error": error, "sorry": words})


def test_a_room_is_not_made_by_a_request_that_is_not_the_page_s(servers: tuple[Server, Server]) -> None:
    one, _ = servers
    body, login = b'{"seats": 8}', f"token {TOKEN}"
    wrong: list[tuple[int, dict[str, str | None], bytes, str]] = [
        (403, {}, body, "POST"),
        (403, {"Authorization": "token wrong"}, body, "POST"),
        (403, {"Cookie": "_xsrf=1"}, body, "POST"),
        (404, {"Authorization": None, "Origin": "https://elsewhere.example"}, body, "POST"),
        (403, {"Authorization": login, "Host": "elsewhere.example"}, body, "POST"),
        (400, {"Authorization": login}, b"", "POST"),
        (400, {"Authorization": login}, b'{"seats": ', "POST"),
        (405, {"Authorization": login}, body, "GET"),
        (413, {"Authorization": login}, body.ljust(5000), "POST"),
        (413, {"Authorization": login, "Content-Length": "50000000"}, b"", "POST"),
        (413, {"Authorization": login, "Content-Length": None}, b"", "POST"),
    ]
    before = len(one.log)
    for expected, headers, sent, method in wrong:
        said = exchange(one.port, request(one.port, "create", sent, headers, method, one.prefix))
        assert status(said) == expected, (expected, headers, said)
        assert b'"code"' not in said
    exchange(
        one.port, request(one.port, "create", body, {"Authorization": login}, "POST", one.prefix)[:-3], hang_up=True
    )
    assert one.call("POST", "/workshop/v1/create", {"seats": 8})[0] == 200
    # Jupyter says that it blocked a foreign page: which one, and not who asked.
    foreign = "Blocking Cross Origin API request"
    assert [line for line in one.log[before:].splitlines() if "workshop" in line and foreign not in line] == []


def test_a_room_is_made_again_with_its_code_and_key_and_with_no_other_key(servers: tuple[Server, Server]) -> None:
    _, two = servers
    asked = {"seats": 8, "code": CODE, "key": KEY}
    assert [two.call("POST", "/workshop/v1/create", asked) for _ in range(2)] == [(200, {"code": CODE, "key": KEY})] * 2
    assert two.call("POST", "/workshop/v1/create", {**asked, "key": "0" * 64})[1] == {
        "error": "WrongCode",
        "sorry": "This code is another room's. Make a room with a new code.",
    }
    assert KEY not in two.log


# --- I26: what Jupyter's own server writes down of all this ---------------------------------------------------


def test_i26_jupyter_writes_no_line_about_a_room_whatever_is_asked_of_it(servers: tuple[Server, Server]) -> None:
    one, _ = servers
    assert one.call("POST", "/workshop/v1/create", {"seats": 12, "code": CODE, "key": KEY})[0] == 200
    asked = load_workshop().assessment(ASKED)
    given, own = contribution(wh.Answers(asked, {})), in_letters(TOKEN_OF_SOMEBODY)
    opening = {"code": CODE, "key": KEY, "assessment": ASKED, "occasion": None, "policy": None, "call": None}
    good, whose = packed("state", code=CODE), {"User-Agent": "CANARY-UA", "X-Forwarded-For": "203.0.113.77"}
    before = one.log_when_quiet()
    said = exchange(one.port, request(one.port, "open", packed("open", **opening), whose, "POST", one.prefix))
    agreed = {"code": CODE, "pool": ASKED, "number": told(said)["number"], "policy": "room"}
    answer = {**agreed, "content": content_version(given.variables), "token": own, "sequence": 1,
              "places": in_letters(bytes(given))}  # fmt: skip
    leading = {"code": CODE, "key": KEY, "pool": ASKED, "number": agreed["number"]}
    sent: list[tuple[int, str, bytes, dict[str, str | None], str]] = [
        (202, "answer", packed("answer", **answer), {}, "POST"),
        (200, "state", good, {}, "POST"),
        (404, "picture", packed("picture", code=CODE, pool=ASKED), {}, "POST"),
        (409, "reveal", packed("reveal", **leading), {}, "POST"),
        (403, "reveal", packed("reveal", **{**leading, "key": "0" * 64}), {}, "POST"),
        (400, "state", b" " * SIZE, {}, "POST"),
        (413, "state", good.ljust(5000), {}, "POST"),
        (413, "state", b"", {"Content-Length": "50000000"}, "POST"),
        (413, "state", b"", {"Content-Length": "\xb2"}, "POST"),
        (415, "state", good, {"Content-Type": "text/plain"}, "POST"),
        (403, "state", good, {"Origin": "https://elsewhere.example"}, "POST"),
        (403, "state", good, {"Cookie": "_xsrf=1"}, "POST"),
        (403, "state", good, {"Host": "elsewhere.example"}, "POST"),
        (405, "state", good, {}, "GET"),
        (405, "state", good, {}, "PUT"),
        (400, f"state?code={CODE}", b" " * SIZE, {}, "POST"),
        *[(403, "state", packed("state", code="AAAA-AAAA"), {}, "POST")] * 9,  # with the wrong key above, all there are
        (429, "state", packed("state", code="AAAA-AAAA"), {}, "POST"),
        (200, "state", good, {}, "POST"),
    ]
    for expected, kind, body, headers, method in sent:
        said = exchange(one.port, request(one.port, kind, body, {**whose, **headers}, method, one.prefix))
        assert status(said) == expected, said
        for name in (b"Access-Control-Allow-Origin", b"Server:", b"Set-Cookie"):
            assert name not in said
    whole = request(one.port, "answer", packed("answer", **answer), whose, "POST", one.prefix)
    for length in (1, 40, len(whole) - SIZE, len(whole) - 1):
        exchange(one.port, whole[:length], hang_up=True)
    broken = request(one.port, "state", good, whose, "POST", f"{one.prefix}/broken")
    assert told(exchange(one.port, broken)) == {"error": "RoomError", "sorry": "That did not work."}
    assert one.log_when_quiet() == before


def test_i26_bites_under_jupyter(servers: tuple[Server, Server]) -> None:
    one, _ = servers
    before = one.log_when_quiet()
    exchange(one.port, request(one.port, "state", packed("state", code=CODE), {}, "POST", f"{one.prefix}/talking"))
    assert one.log_when_quiet() != before


def test_the_page_at_a_link_s_address_needs_no_login_and_leaves_no_line(servers: tuple[Server, Server]) -> None:
    for server in servers:
        before = len(server.log)
        for path in ("/workshop/", "/workshop"):
            asked = f"GET {server.prefix}{path} HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nConnection: close\r\n\r\n"
            said = exchange(server.port, asked.encode())
            assert status(said) == 200
            assert "You are invited to a room" in said.decode()
            assert b"Set-Cookie" not in said
        assert "workshop" not in server.log[before:]


def test_without_its_prefix_there_is_no_room(servers: tuple[Server, Server]) -> None:
    one, two = servers
    for prefix in ("", two.prefix):
        said = exchange(one.port, request(one.port, "state", packed("state", code=CODE), prefix=prefix))
        assert status(said) in (403, 404)
        assert b"seats" not in said


@pytest.mark.parametrize("base", ["/", "/user/one/"])
def test_every_route_begins_where_the_server_does(base: str, monkeypatch: pytest.MonkeyPatch) -> None:
    routed: list[str] = []
    application = SimpleNamespace(
        settings={"base_url": base}, add_handlers=lambda _host, routes: routed.extend(route[0] for route in routes)
    )
    monkeypatch.setattr(extension, "PeriodicCallback", lambda *_every: SimpleNamespace(start=lambda: None))
    extension._load_jupyter_server_extension(SimpleNamespace(web_app=application))
    assert f"{base}workshop/v1/create" in routed
    assert [route for route in routed if not route.startswith(base)] == []
