"""Calls to a collector: nothing is sent to the wrong one, a failing network is tried again, and words are plain."""

import json
import socket
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any

import bad_callers as bad
import pytest
import urllib3
from attacks import bites
from canary import sightings
from small_rooms import CODE, KEY, Memory, agree, given, link_to, one_room, served
from wrong_replies import LINK, WRONG_REPLIES, Wire

from workshop_helpers.errors import STATUS, MalformedReply, TooManyGuesses, Unreachable, WorkshopError
from workshop_helpers.pooling.credential import Credential
from workshop_helpers.room.client.caller import Caller
from workshop_helpers.room.client.facilitator import Facilitator
from workshop_helpers.room.client.participant import Participant
from workshop_helpers.room.protocol.links import Link
from workshop_helpers.room.protocol.replies import NOT_UNDERSTOOD, Accepted, Refusal
from workshop_helpers.room.protocol.requests import AnswerRequest, SeatRequest, StateRequest
from workshop_helpers.room.server.certificate import new_certificate
from workshop_helpers.room.server.rooms import Rooms
from workshop_helpers.room.standing import Stand

CANARY = b"zanzibar-canary-"
ANSWER = AnswerRequest(CODE, "small", "0" * 8, "room", "0" * 8, CANARY, 1, b"\0")


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


def reply(
    status: int, body: bytes = b'{"ok":true}', more: str = "", content_type: str | None = "application/json"
) -> bytes:
    typed = f"Content-Type: {content_type}\r\n" if content_type else ""
    head = f"HTTP/1.1 {status} X\r\nContent-Length: {len(body)}\r\n{typed}{more}Connection: close\r\n\r\n"
    return head.encode() + body


def attack_certificate(tmp_path: Path, make: Callable[[Link], Any]) -> None:
    """Somebody else listens where the room should be."""
    right, wrong = new_certificate(), new_certificate()
    with listening([reply(202)] * 5, wrong.context(tmp_path)) as (port, heard):
        try:
            make(link_to(port, right.fingerprint)).call(ANSWER)
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
    with (
        listening([reply(202)], new_certificate().context(tmp_path)) as (port, heard),
        pytest.raises(Unreachable) as caught,
    ):
        Caller(Link(f"https://127.0.0.1:{port}", CODE)).call(ANSWER)
    assert b"".join(heard) == b""
    assert len(heard) == 1  # what will be the same the next time is not tried again
    assert str(caught.value) == (
        "Nothing shows that the computer at the room's address is the right one, so nothing was sent to it. Ask the "
        "facilitator for the whole join link: on a local network it has a long number at its end."
    )


def test_another_computer_in_the_room_s_place_is_said_to_be_one(tmp_path: Path) -> None:
    right, wrong = new_certificate(), new_certificate()
    with listening([reply(202)], wrong.context(tmp_path)) as (port, heard), pytest.raises(Unreachable) as caught:
        Caller(link_to(port, right.fingerprint)).call(ANSWER)
    assert len(heard) == 1
    assert str(caught.value) == (
        "The computer at the room's address is not the one that the join link names, so nothing was sent to it. Ask "
        "the facilitator for the link as it is now."
    )


def test_the_right_certificate_is_spoken_to(tmp_path: Path) -> None:
    certificate, (rooms, _) = new_certificate(), one_room()
    with served(rooms, certificate.context(tmp_path)) as port:
        assert Caller(link_to(port, certificate.fingerprint)).call(StateRequest(CODE)).seats == 12


@pytest.mark.parametrize("first", [b"", reply(502), reply(503), reply(504)])
def test_a_call_that_fails_on_the_way_is_made_again(first: bytes) -> None:
    with listening([first, first, reply(202)]) as (port, heard):
        assert Caller(link_to(port)).call(ANSWER) == Accepted(ok=True)
    assert len(heard) == 3
    assert len(set(heard)) == 1


def test_a_hub_that_asks_for_patience_is_not_waited_for() -> None:
    later = "Retry-After: 3600\r\n"
    replies = [reply(503, more=later), reply(429, b'{"error":"TooManyGuesses","sorry":"Wait."}', later)]
    with listening(replies) as (port, _), pytest.raises(TooManyGuesses) as caught:
        Caller(link_to(port)).call(StateRequest(CODE))
    assert str(caught.value) == "Wait."


@pytest.mark.parametrize(
    "said",
    [
        reply(200, b"<html>A hub's page</html>", content_type="text/html"),
        reply(200, b'{"ok":true}', content_type=None),
        reply(302, b"", "Location: https://elsewhere.example/\r\n", content_type=None),
        reply(404, b"<html>No such server</html>", content_type="text/html"),
        reply(424, b"<html>This server is not running</html>", content_type="text/html"),
    ],
)
def test_a_page_in_the_room_s_place_is_said_to_be_one_and_not_asked_again(said: bytes) -> None:
    with listening([said]) as (port, heard), pytest.raises(Unreachable) as caught:
        Caller(link_to(port)).call(ANSWER)
    assert str(caught.value) == (
        "What answers at the room's address is not the room, but a page: one to log in at, perhaps, or one of a server "
        "that is not running. Ask the facilitator whether the join link is right. If your network wants you to log "
        "in, do that in your browser first."
    )
    assert caught.value.__context__ is None
    assert len(heard) == 1  # and nobody is sent on to anywhere else


@pytest.mark.parametrize("said", [b"", b"nonsense\r\n\r\n", reply(500), reply(503)])
def test_where_no_room_answers_that_is_said_in_plain_words(said: bytes) -> None:
    with listening([said]) as (port, heard), pytest.raises(Unreachable) as caught:
        Caller(link_to(port), tries=0).call(ANSWER)
    assert str(caught.value) == "The room cannot be reached just now."
    assert caught.value.__context__ is None
    assert len(heard) == 1


def test_where_nobody_listens_that_is_said_in_plain_words() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        with pytest.raises(Unreachable) as caught:
            Caller(link_to(taken.getsockname()[1]), tries=0).call(StateRequest(CODE))
    assert str(caught.value) == "The room cannot be reached just now."


def test_a_name_that_no_computer_has_is_said_to_be_one_and_not_asked_for_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[object] = []

    def nobody(host: object, *_: object) -> None:
        asked.append(host)
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", nobody)
    with pytest.raises(Unreachable) as caught:
        Caller(Link("https://room.example", CODE)).call(ANSWER)
    assert asked == ["room.example"]
    assert str(caught.value) == (
        "No computer has the name that is in the join link, or this computer has no network just now. Look at both."
    )


# --- slow is not lost ---------------------------------------------------------------------------------------


class SlowWire(Wire):
    """A network on which every request arrives at once, and each reply takes a while.

    Args:
        seconds: How long.
    """

    def __init__(self, rooms: Rooms, seconds: float) -> None:
        super().__init__(rooms)
        self.seconds = seconds
        self.waited: list[float] = []
        self.now = 0.0

    def request(self, _method: str, url: str, *, body: bytes, **how: Any) -> urllib3.BaseHTTPResponse:
        said = super().request(_method, url, body=body)
        patience = how["timeout"].read_timeout
        self.waited.append(patience)
        self.now += min(patience, self.seconds)
        if patience < self.seconds:
            raise urllib3.exceptions.ReadTimeoutError(None, url, "too slow")  # type: ignore[arg-type]
        return said


@pytest.fixture
def no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workshop_helpers.room.client.caller._PAUSE", 0.0)


@pytest.mark.usefixtures("no_pause")
def test_a_reply_that_is_slow_gets_through_and_what_was_asked_is_done_once() -> None:
    rooms, _ = one_room()
    wire = SlowWire(rooms, seconds=20)
    leader = Facilitator(LINK, KEY, caller=wire.caller())
    leader.open("small")
    assert wire.waited == [4.0, 10.0, 30.0]
    person = Participant(LINK, Credential(), Memory(), wire.caller())
    assert agree(person, given("a")) is Stand.COUNTED
    leader.open("light")
    leader.close("light")
    assert [(pool.pool, pool.state, pool.answered) for pool in leader.keep_up().pools] == [
        ("small", "open", 1), ("light", "discarded", 0),
    ]  # fmt: skip


@pytest.mark.usefixtures("no_pause")
def test_a_network_that_is_known_to_be_slow_is_waited_for_at_once_until_it_is_quick_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rooms, _ = one_room()
    wire = SlowWire(rooms, seconds=20)
    caller = wire.caller()
    monkeypatch.setattr(time, "monotonic", lambda: wire.now)
    for _ in range(3):
        caller.call(StateRequest(CODE))
    wire.seconds = 0.5
    for _ in range(4):
        caller.call(StateRequest(CODE))
    assert wire.waited == [4.0, 10.0, 30.0, 30.0, 30.0, 30.0, 10.0, 4.0, 4.0]


@pytest.mark.usefixtures("no_pause")
def test_a_reply_that_never_comes_is_not_waited_for_without_end() -> None:
    wire = SlowWire(one_room()[0], seconds=1000)
    with pytest.raises(Unreachable):
        wire.caller().call(StateRequest(CODE))
    assert wire.waited == [4.0, 10.0, 30.0]


@pytest.mark.parametrize("kind", STATUS)
def test_a_refusal_is_the_error_that_it_was_in_the_room_in_the_rooms_own_words(kind: type[WorkshopError]) -> None:
    refusal = Refusal.of(kind("In a plain sentence."))
    with listening([reply(refusal.status, refusal.to_json().encode())]) as (port, _), pytest.raises(kind) as caught:
        Caller(link_to(port), tries=0).call(StateRequest(CODE))
    assert type(caught.value) is kind
    assert str(caught.value) == "In a plain sentence."
    assert caught.value.__context__ is None


@pytest.mark.parametrize("wrong", WRONG_REPLIES)
@pytest.mark.parametrize("status", [200, 202, 403, 404, 409, 429])
def test_a_reply_that_is_none_cannot_be_understood_whatever_its_status(status: int, wrong: str) -> None:
    with listening([reply(status, WRONG_REPLIES[wrong])]) as (port, _), pytest.raises(MalformedReply) as caught:
        Caller(link_to(port), tries=0).call(StateRequest(CODE))
    assert str(caught.value) == NOT_UNDERSTOOD
    assert caught.value.__context__ is None


def test_what_goes_over_the_wire_names_neither_person_nor_machine() -> None:
    with listening([reply(202)]) as (port, heard):
        Caller(link_to(port)).call(ANSWER)
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
    assert set(json.loads(body)) == {
        "version", "code", "pool", "number", "policy", "content", "token", "sequence", "places",
    }  # fmt: skip


# --- I11: nothing of the surroundings is sent ---------------------------------------------------------------


def attack_i11(make: Callable[[Link], Any], monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("BINDER_CLIENT_IP", "USER", "HOSTNAME", "JUPYTERHUB_USER", "http_proxy_note"):
        monkeypatch.setenv(name, "canary-of-the-environment")
    with listening([reply(202)] * 4) as (port, heard):
        caller = make(link_to(port))
        caller.call(ANSWER)
        caller.call(SeatRequest(CODE, KEY, 12))
    assert sightings("canary-of-the-environment", b"".join(heard)) == []


def test_i11_nothing_of_the_surroundings_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    attack_i11(Caller, monkeypatch)


def test_i11_bites(monkeypatch: pytest.MonkeyPatch) -> None:
    bites(lambda make: attack_i11(make, monkeypatch), bad.sends_the_environment)


def test_a_caller_says_nothing_about_its_room() -> None:
    assert repr(Caller(Link("http://127.0.0.1:1", CODE))) == "<Caller: private>"
