"""Calls to a collector: nothing is sent to the wrong one, a failing network is tried again, and words are plain."""

import json
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any

import bad_callers as bad
import pytest
from attacks import bites
from canary import sightings
from small_rooms import CODE, KEY, answer_of, link_to, one_room, served

from workshop_helpers.errors import Malformed, NotOpen, RoomError, Unreachable, WorkshopError, WrongCode
from workshop_helpers.room.client.caller import Caller
from workshop_helpers.room.protocol.links import Link
from workshop_helpers.room.server.certificate import new_certificate

UNREACHABLE = "The room cannot be reached just now. Your answers are kept here; it is tried again by itself."
CANARY = b"zanzibar-canary-"


@contextmanager
def listening(replies: list[bytes], context: ssl.SSLContext | None = None) -> Iterator[tuple[int, list[bytes]]]:
    """Something that listens, keeps what it hears, and says the replies one after the other, then hangs up."""
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            while True:
                try:
                    line, _ = server.accept()
                except OSError:
                    return
                with line:
                    try:
                        talk(line)
                    except OSError:
                        heard.append(b"")

        def talk(line: socket.socket) -> None:
            line.settimeout(10)
            if context:
                line = context.wrap_socket(line, server_side=True)
            words = b""
            while b"\r\n\r\n" not in words or len(words.partition(b"\r\n\r\n")[2]) < 1024:
                part = line.recv(65536)
                if not part:
                    break
                words += part
            heard.append(words)
            if words and replies:
                line.sendall(replies.pop(0))
            if context:
                line.close()

        thread = Thread(target=serve, daemon=True)
        thread.start()
        try:
            yield server.getsockname()[1], heard
        finally:
            server.shutdown(socket.SHUT_RDWR)
            thread.join(10)


def reply(status: int, body: bytes = b'{"ok":true}', more: str = "") -> bytes:
    return f"HTTP/1.1 {status} X\r\nContent-Length: {len(body)}\r\n{more}Connection: close\r\n\r\n".encode() + body


def attack_certificate(tmp_path: Path, make: Callable[[Link], Any]) -> None:
    """Somebody else listens where the room should be."""
    right, wrong = new_certificate(), new_certificate()
    with listening([reply(202)] * 5, wrong.context(tmp_path)) as (port, heard):
        try:
            make(link_to(port, right.fingerprint)).call("answer", **answer_of(CANARY, "a"))
        except WorkshopError as error:
            refusal: object = type(error)
        else:
            refusal = None
    assert b"".join(heard) == b""
    assert refusal is Unreachable


def test_nothing_is_sent_before_the_right_certificate_was_shown(tmp_path: Path) -> None:
    attack_certificate(tmp_path, lambda link: Caller(link, tries=1))


def test_a_wrong_certificate_bites(tmp_path: Path) -> None:
    bites(lambda make: attack_certificate(tmp_path, make), bad.trusts_anybody, bad.looks_afterwards)


def test_without_a_certificate_in_the_link_a_known_authority_has_to_vouch(tmp_path: Path) -> None:
    with listening([reply(202)], new_certificate().context(tmp_path)) as (port, heard), pytest.raises(Unreachable):
        Caller(Link(f"https://127.0.0.1:{port}", CODE), tries=0).call("answer", **answer_of(CANARY, "a"))
    assert b"".join(heard) == b""


def test_the_right_certificate_is_spoken_to(tmp_path: Path) -> None:
    certificate, (rooms, _) = new_certificate(), one_room()
    with served(rooms, certificate.context(tmp_path)) as port:
        assert Caller(link_to(port, certificate.fingerprint)).call("state", code=CODE)["seats"] == 12


@pytest.mark.parametrize("first", [b"", reply(502), reply(503), reply(504)])
def test_a_call_that_fails_on_the_way_is_made_again(first: bytes) -> None:
    with listening([first, first, reply(202)]) as (port, heard):
        assert Caller(link_to(port)).call("answer", **answer_of(CANARY, "a")) == {"ok": True}
    assert len(heard) == 3
    assert len(set(heard)) == 1


def test_a_hub_that_asks_for_patience_is_not_waited_for() -> None:
    later = "Retry-After: 3600\r\n"
    replies = [reply(503, more=later), reply(429, b'{"sorry":"Wait."}', later)]
    with listening(replies) as (port, _), pytest.raises(RoomError) as caught:
        Caller(link_to(port)).call("state", code=CODE)
    assert str(caught.value) == "Wait."


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"nonsense\r\n\r\n",
        reply(500),
        reply(503),
        reply(200, b"<html>A hub's page</html>"),
        reply(302, b"", "Location: https://elsewhere.example/\r\n"),
        reply(404, b"<html>No such server</html>"),
        reply(200, b"[" * 100_000),
        reply(200, b'"' + b"a" * 2_000_000 + b'"'),
    ],
)
def test_where_no_room_answers_that_is_said_in_plain_words(said: bytes) -> None:
    with listening([said]) as (port, heard), pytest.raises(Unreachable) as caught:
        Caller(link_to(port), tries=0).call("answer", **answer_of(CANARY, "a"))
    assert str(caught.value) == UNREACHABLE
    assert caught.value.__context__ is None
    assert len(heard) == 1  # and nobody is sent on to anywhere else


def test_where_nobody_listens_that_is_said_in_plain_words() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        with pytest.raises(Unreachable) as caught:
            Caller(link_to(taken.getsockname()[1]), tries=0).call("state", code=CODE)
    assert str(caught.value) == UNREACHABLE


@pytest.mark.parametrize(
    ("status", "kind"), [(400, Malformed), (403, WrongCode), (404, NotOpen), (415, RoomError), (418, RoomError)]
)
def test_a_refusal_is_said_in_the_rooms_own_words(status: int, kind: type[WorkshopError]) -> None:
    with listening([reply(status, b'{"sorry":"In a plain sentence."}'), reply(status, b"[]")]) as (port, _):
        for words in ("In a plain sentence.", "The room did not take this. Ask the facilitator."):
            with pytest.raises(kind) as caught:
                Caller(link_to(port), tries=0).call("state", code=CODE)
            assert str(caught.value) == words


def test_what_goes_over_the_wire_names_neither_person_nor_machine() -> None:
    with listening([reply(202)]) as (port, heard):
        Caller(link_to(port)).call("answer", **answer_of(CANARY, "a"))
    head, _, body = heard[0].partition(b"\r\n\r\n")
    assert head.decode().split("\r\n") == [
        "POST /workshop/v1/answer HTTP/1.1",
        f"Host: 127.0.0.1:{port}",
        "Accept-Encoding: identity",
        "Content-Length: 1024",
        "Content-Type: application/json",
        "Connection: close",
        "User-Agent: workshop",
    ]
    assert set(json.loads(body)) == {"version", "code", "pool", "content", "token", "sequence", "places"}


# --- I11: nothing of the surroundings is sent ---------------------------------------------------------------


def attack_i11(make: Callable[[Link], Any], monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("BINDER_CLIENT_IP", "USER", "HOSTNAME", "JUPYTERHUB_USER", "http_proxy_note"):
        monkeypatch.setenv(name, "canary-of-the-environment")
    with listening([reply(202)] * 4) as (port, heard):
        caller = make(link_to(port))
        caller.call("answer", **answer_of(CANARY, "a"))
        caller.call("open", code=CODE, key=KEY, assessment="small", occasion=None, policy=None, number=None)
    assert sightings("canary-of-the-environment", b"".join(heard)) == []


def test_i11_nothing_of_the_surroundings_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    attack_i11(Caller, monkeypatch)


def test_i11_bites(monkeypatch: pytest.MonkeyPatch) -> None:
    bites(lambda make: attack_i11(make, monkeypatch), bad.sends_the_environment)


def test_a_caller_says_nothing_about_its_room() -> None:
    assert repr(Caller(Link("http://127.0.0.1:1", CODE))) == "<Caller: private>"
