"""The page at a join link's address: the same for everybody, told nothing, and writing nothing down."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator

import pytest
from small_rooms import CODE, everything_logged, exchange, one_room, served, status

from workshop_helpers.room.server.landing import landing_route


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    rooms, _ = one_room()
    with served(rooms, handlers=lambda _rooms, is_host: [landing_route(is_host)]) as port:
        yield port


def get(port: int, path: str = "/workshop/", host: str = "127.0.0.1", method: str = "GET", more: str = "") -> bytes:
    return exchange(port, f"{method} {path} HTTP/1.1\r\nHost: {host}:{port}\r\n{more}\r\n".encode())


@pytest.mark.parametrize("path", ["/workshop/", "/workshop"])
def test_the_page_says_where_the_link_belongs(port: int, path: str) -> None:
    said = get(port, path)
    assert status(said) == 200
    assert "You are invited to a room" in said.decode()
    assert "Under “Your room”, paste this link:" in said.decode()


def test_what_a_browser_sends_by_itself_changes_nothing(port: int) -> None:
    plain = get(port)
    own = f"Cookie: a=b\r\nOrigin: http://127.0.0.1\r\nUser-Agent: X\r\nReferer: http://127.0.0.1/workshop/#{CODE}\r\n"
    headed = get(port, more=own)
    without_date = re.compile(rb"Date: [^\r]*\r\n")
    assert without_date.sub(b"", plain) == without_date.sub(b"", headed)


def test_the_page_may_run_its_own_script_and_load_nothing(port: int) -> None:
    head, _, page = get(port).decode().partition("\r\n\r\n")
    hashes = {
        kind: base64.b64encode(hashlib.sha256(re.findall(f"<{kind}>(.*?)</{kind}>", page, re.S)[0].encode()).digest())
        for kind in ("script", "style")
    }
    assert head.splitlines()[0] == "HTTP/1.1 200 OK"
    assert sorted(line for line in head.splitlines()[1:] if not line.startswith(("Date", "Content-Length"))) == [
        "Cache-Control: no-store",
        "Connection: close",
        f"Content-Security-Policy: default-src 'none'; script-src 'sha256-{hashes['script'].decode()}'; "
        f"style-src 'sha256-{hashes['style'].decode()}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        "Content-Type: text/html; charset=utf-8",
        "Referrer-Policy: no-referrer",
        "X-Content-Type-Options: nosniff",
    ]


@pytest.mark.parametrize(
    ("host", "method", "expected"),
    [("elsewhere.example", "GET", 403), *(("127.0.0.1", method, 405) for method in ("POST", "PUT", "DELETE", "HEAD"))],
)
def test_whoever_asks_otherwise_gets_no_page(port: int, host: str, method: str, expected: int) -> None:
    said = get(port, host=host, method=method)
    assert status(said) == expected
    assert b"invited" not in said


def test_a_long_body_is_not_read(port: int) -> None:
    said = get(port, more="Content-Length: 50000000\r\n")
    assert said == b"" or status(said) in (400, 413)


def test_no_visit_is_written_down(port: int) -> None:
    with everything_logged() as lines:
        get(port, f"/workshop/?code={CODE}")
        get(port, host="elsewhere.example")
        get(port, method="POST")
        get(port, more="Content-Length: 50000000\r\n")
    assert [line for line in lines if "127.0.0.1" in line or CODE in line or "workshop" in line] == []
