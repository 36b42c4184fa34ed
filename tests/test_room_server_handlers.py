"""Every route of a collector with everything that could be wrong: refused, not counted, not logged, still serving."""

import base64
import json
import socket
from collections.abc import Callable, Iterator
from typing import Any

import bad_collectors as bad
import pytest
from attacks import bites
from canary import sightings
from small_rooms import (
    CODE,
    KEY,
    NUMBER,
    answer_of,
    everything_logged,
    exchange,
    new_rooms,
    one_room,
    packed,
    post,
    request,
    served,
    status,
    told,
)

from workshop_helpers.room.protocol.replies import RoomState
from workshop_helpers.room.protocol.requests import REQUESTS, SIZE
from workshop_helpers.room.server import handlers
from workshop_helpers.room.server.handlers import own_hosts, routes
from workshop_helpers.room.server.rooms import Rooms

TOKEN = b"zanzibar-canary-"
KINDS = tuple(REQUESTS)
FACILITATORS = ("count", "seat", "open", "reveal", "close", "end")
VALUES: dict[str, dict[str, Any]] = {
    "answer": answer_of(TOKEN, "a"),
    "state": {"code": CODE},
    "count": {"code": CODE, "key": KEY},
    "picture": {"code": CODE, "pool": "small"},
    "seat": {"code": CODE, "key": KEY, "seats": 3},
    "open": {"code": CODE, "key": KEY, "assessment": "small", "occasion": None, "policy": None, "call": None},
    "reveal": {"code": CODE, "key": KEY, "pool": "small", "number": NUMBER},
    "close": {"code": CODE, "key": KEY, "pool": "small", "number": NUMBER},
    "end": {"code": CODE, "key": KEY},
}


def opened() -> Rooms:
    rooms, _ = one_room()
    rooms.open(CODE, KEY, "small", None, None, None)
    return rooms


def body(kind: str, **other: object) -> bytes:
    return packed(kind, **{**VALUES[kind], **other})


def raw(kind: str, **other: object) -> bytes:
    """A body as a careless or hostile program would make it."""
    return json.dumps({"version": 1, **VALUES[kind], **other}).encode().ljust(SIZE)


def too_long(kind: str) -> bytes:
    return body(kind).ljust(5000)


def _by(method: str) -> Callable[[int, str], bytes]:
    return lambda port, kind: request(port, kind, body(kind), method=method)


IN_PIECES = {"Content-Length": None, "Transfer-Encoding": "chunked"}
WRONG: dict[str, tuple[int, Callable[[int, str], bytes]]] = {
    "no code": (400, lambda port, kind: request(port, kind, _without(kind, "code"))),
    "a wrong code": (403, lambda port, kind: request(port, kind, body(kind, code="AAAA-AAAA"))),
    "no code at all": (403, lambda port, kind: request(port, kind, body(kind, code=""))),
    "a code of another type": (400, lambda port, kind: request(port, kind, raw(kind, code=12345678))),
    "a code of strange letters": (400, lambda port, kind: request(port, kind, raw(kind, code="\ud800"))),
    "something more": (400, lambda port, kind: request(port, kind, raw(kind, admin=True))),
    "another version": (400, lambda port, kind: request(port, kind, raw(kind, version=2))),
    "a version that is true": (400, lambda port, kind: request(port, kind, raw(kind, version=True))),
    "an empty body": (400, lambda port, kind: request(port, kind, b"")),
    "a body that is too short": (400, lambda port, kind: request(port, kind, body(kind)[:-1])),
    "zeroes": (400, lambda port, kind: request(port, kind, bytes(SIZE))),
    "another type": (415, lambda port, kind: request(port, kind, body(kind), {"Content-Type": "text/plain"})),
    "5 KB": (413, lambda port, kind: request(port, kind, too_long(kind))),
    "50 MB announced": (413, lambda port, kind: request(port, kind, b"", {"Content-Length": "50000000"})),
    "no length": (413, lambda port, kind: request(port, kind, b"", {"Content-Length": None})),
    "a length of strange digits": (413, lambda port, kind: request(port, kind, b"", {"Content-Length": "\xb2"})),
    "a length below nothing": (413, lambda port, kind: request(port, kind, b"", {"Content-Length": "-1"})),
    "pieces": (
        413,
        lambda port, kind: request(port, kind, b"400\r\n" + body(kind) + b"\r\n0\r\n\r\n", IN_PIECES),
    ),
    "a foreign Origin": (403, lambda port, kind: request(port, kind, body(kind), {"Origin": "https://elsewhere.example"})),
    "its own Origin": (403, lambda port, kind: request(port, kind, body(kind), {"Origin": f"http://127.0.0.1:{port}"})),
    "a cookie": (403, lambda port, kind: request(port, kind, body(kind), {"Cookie": "a=b"})),
    "a page's request": (403, lambda port, kind: request(port, kind, body(kind), {"Sec-Fetch-Site": "none"})),
    "a bad Host": (403, lambda port, kind: request(port, kind, body(kind), {"Host": "elsewhere.example"})),
    **{
        f"the method {method}": (405, _by(method))
        for method in ("GET", "PUT", "DELETE", "PATCH", "OPTIONS")
    },
}  # fmt: skip


def _without(kind: str, key: str) -> bytes:
    values = {name: value for name, value in VALUES[kind].items() if name != key}
    return json.dumps({"version": 1, **values}).encode().ljust(SIZE)


@pytest.fixture(scope="module")
def collector() -> Iterator[tuple[Rooms, int]]:
    clock = [0.0]

    def later() -> float:  # so that wrong codes are never used up here
        clock[0] += 100
        return clock[0]

    rooms, _ = one_room(rooms=new_rooms(clock=later))
    rooms.open(CODE, KEY, "small", None, None, None)
    with served(rooms) as port:
        yield rooms, port


@pytest.mark.parametrize("wrong", WRONG)
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_wrong_is_refused_and_changes_nothing(collector: tuple[Rooms, int], kind: str, wrong: str) -> None:
    rooms, port = collector
    before = rooms.state(CODE)
    expected, make = WRONG[wrong]
    with everything_logged() as lines:
        said = exchange(port, make(port, kind))
    assert status(said) == expected, said
    assert list(told(said[: said.find(b"}") + 1])) == ["error", "sorry"]
    assert rooms.state(CODE) == before
    assert trouble(lines) == []
    assert status(post(port, "state", code=CODE)) == 200


def trouble(lines: list[str]) -> list[str]:
    """Lines of a log that say anything about anybody."""
    secrets = [CODE, KEY, TOKEN.decode(), base64.b64encode(TOKEN).decode(), "127.0.0.1", "CANARY-UA", "zanzibar"]
    return [line for line in lines if any(sightings(secret, line) for secret in secrets)]


@pytest.mark.parametrize("kind", FACILITATORS)
@pytest.mark.parametrize("key", ["", "0" * 64, CODE, KEY[:-1], KEY.upper() + " "])
def test_a_wrong_key_runs_nothing(collector: tuple[Rooms, int], kind: str, key: str) -> None:
    rooms, port = collector
    before = rooms.state(CODE)
    said = exchange(port, request(port, kind, body(kind, key=key)))
    assert (status(said), told(said)) == (
        403,
        {
            "error": "WrongCode",
            "sorry": "This is not the key of this room. Only the page that opened the room can run it.",
        },
    )
    assert rooms.state(CODE) == before


BAD_ANSWERS: dict[str, tuple[int, dict[str, object]]] = {
    "another pool": (404, {"pool": "light"}),
    "a pool that is a number": (400, {"pool": 5}),
    "another version of the questions": (400, {"content": "00000000"}),
    "too many places": (409, {"places": base64.b64encode(b"\0\0").decode()}),
    "no places": (409, {"places": ""}),
    "a place that is no option": (409, {"places": base64.b64encode(b"\xff").decode()}),
    "places that are no letters": (400, {"places": "?"}),
    "places in a list": (400, {"places": [0]}),
    "a short token": (409, {"token": base64.b64encode(b"short").decode()}),
    "a token that is no letters": (400, {"token": "?"}),
    "a sequence of nothing": (409, {"sequence": 0}),
    "a sequence below nothing": (409, {"sequence": -1}),
    "a sequence that is true": (400, {"sequence": True}),
    "half a sequence": (400, {"sequence": 1.5}),
    "an endless sequence": (400, {"sequence": 10**400}),
    "a sequence that is no number": (400, {"sequence": float("nan")}),
}


@pytest.mark.parametrize("wrong", BAD_ANSWERS)
def test_an_answer_that_is_none_is_not_counted(collector: tuple[Rooms, int], wrong: str) -> None:
    rooms, port = collector
    expected, other = BAD_ANSWERS[wrong]
    with everything_logged() as lines:
        said = exchange(port, request(port, "answer", raw("answer", **other)))
    assert status(said) == expected, said
    assert rooms.count(CODE, KEY).pools[0].answered == 0
    assert trouble(lines) == []


def test_half_a_request_and_a_slow_one_count_nothing_and_hold_nobody_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handlers, "SECONDS_FOR_A_BODY", 1.0)
    rooms = opened()
    whole = b""
    with everything_logged() as lines, served(rooms) as port:
        whole = request(port, "answer", body("answer"))
        for length in (1, 40, len(whole) - SIZE, len(whole) - 1):
            exchange(port, whole[:length], hang_up=True)
        with socket.create_connection(("127.0.0.1", port), timeout=20) as slow:
            slow.sendall(whole[:-1])
            assert status(post(port, "state", code=CODE)) == 200
            assert slow.recv(100) == b""  # it is given up after a while
        with socket.create_connection(("127.0.0.1", port), timeout=20) as slow:
            slow.sendall(whole[:20])
            assert slow.recv(100) == b""
        assert rooms.count(CODE, KEY).pools[0].answered == 0
    assert trouble(lines) == []


def test_a_replayed_request_counts_once_and_brings_nothing_back() -> None:
    rooms = opened()
    with served(rooms) as port:
        first, gone = (
            request(port, "answer", packed("answer", **answer_of(TOKEN, *of))) for of in (("a", 1), ("gone", 2))
        )
        for message, counted in [(first, 1), (first, 1), (gone, 0), (first, 0), (gone, 0), (first, 0)]:
            assert told(exchange(port, message)) == {"ok": True}
            assert rooms.count(CODE, KEY).pools[0].answered == counted


def test_only_some_names_are_the_collectors_own() -> None:
    is_host = own_hosts("Room.local")
    names = ["localhost", "room.local", "127.0.0.1", "10.1.2.3", "::1", "elsewhere.example", "", "localhost.example"]
    assert [name for name in names if is_host(name)] == names[:5]
    assert own_hosts(anywhere=True)("elsewhere.example")


@pytest.mark.parametrize("host", ["LOCALHOST:80", "[::1]:80", "127.0.0.1"])
def test_a_name_is_known_with_its_port_and_in_capitals(collector: tuple[Rooms, int], host: str) -> None:
    _, port = collector
    assert status(exchange(port, request(port, "state", body("state"), {"Host": host}))) == 200


# --- I16: nobody can tell from the response whether somebody answered, changed, skipped or took back ---


def responses(handlers: Any, rooms: Rooms) -> list[bytes]:
    acts = [("a", 1), ("a", 1), ("b", 2), (None, 3), ("gone", 4), ("a", 2), ("gone", 5), ("c", 6)]
    with served(rooms, handlers=handlers) as port:
        said = [post(port, "answer", **answer_of(TOKEN, *act)) for act in acts]
    return [b"\r\n".join(line for line in one.split(b"\r\n") if not line.startswith(b"Date:")) for one in said]


def attack_i16(handlers: Any) -> None:
    assert set(responses(handlers, opened())) == {
        b"HTTP/1.1 202 Accepted\r\nContent-Type: application/json\r\nCache-Control: no-store\r\nConnection: close\r\n"
        b"Content-Length: 11\r\n\r\n" + b'{"ok":true}'
    }


def test_i16_every_answer_gets_one_response() -> None:
    attack_i16(routes)


def test_i16_bites() -> None:
    bites(attack_i16, bad.tells_changes, bad.tells_the_number)


# --- I11 and I26: nothing that a request carries is written down anywhere -------------------------------


def attack_i26(handlers: Any) -> None:
    rooms = opened()
    with everything_logged() as lines, served(rooms, handlers=handlers) as port:
        mark = {"User-Agent": "CANARY-UA", "X-Forwarded-For": "203.0.113.77"}
        for kind in KINDS:
            for _, make in WRONG.values():
                exchange(port, make(port, kind).replace(b"Connection: close", b"User-Agent: CANARY-UA"), hang_up=True)
        for _ in range(30):  # until guesses are used up
            exchange(port, request(port, "answer", body("answer", code="AAAA-AAAA"), mark))
        exchange(port, request(port, "answer", body("answer"), mark))
        exchange(port, request(port, f"state?code={CODE}", body("state"), mark))
    assert trouble(lines) == []


def test_i26_no_log_holds_anything_of_anybody() -> None:
    attack_i26(routes)


def test_i26_bites() -> None:
    bites(attack_i26, bad.logs_requests, bad.logs_mistakes, bad.lets_tornado_log)


def test_a_mistake_of_the_collectors_own_tells_nothing() -> None:
    class Broken(Rooms):
        def state(self, code: str) -> RoomState:
            raise ZeroDivisionError(code)

    with everything_logged() as lines, served(Broken(new_rooms()._store)) as port:
        said = post(port, "state", code=CODE)
    assert (status(said), told(said)) == (500, {"error": "RoomError", "sorry": "That did not work."})
    assert trouble(lines) == []


# --- I19: guesses -----------------------------------------------------------------------------------------


def attack_i19(rooms_of: Any) -> None:
    rooms, _ = one_room(rooms=rooms_of(clock=lambda: 5.0))
    with served(rooms) as port:
        wrong = [status(post(port, "state", code="AAAA-AAAA")) for _ in range(12)]
        right = [status(post(port, kind, **VALUES[kind])) for kind in KINDS]
    assert wrong == [403] * 10 + [429] * 2
    assert 429 not in right


def test_i19_when_guesses_are_used_up_right_codes_get_through() -> None:
    attack_i19(new_rooms)


def test_i19_bites() -> None:
    bites(attack_i19, bad.rooms_without_guesses, bad.rooms_that_strangers_can_stop)
