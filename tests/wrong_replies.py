"""Replies to a look at a room that are none, each wrong in one way, and a wire on which they come back."""

import json
from io import BytesIO
from typing import Any

import urllib3
from small_rooms import CODE

from workshop_helpers.errors import WorkshopError
from workshop_helpers.room.client.caller import Caller
from workshop_helpers.room.protocol.links import Link
from workshop_helpers.room.protocol.replies import Refusal
from workshop_helpers.room.protocol.requests import unpack
from workshop_helpers.room.server.handlers import respond
from workshop_helpers.room.server.rooms import Rooms

LINK = Link("http://127.0.0.1:1", CODE)

POOL: dict[str, Any] = {
    "pool": "small", "policy": "room", "number": "12345678", "state": "open", "enough": False,
}  # fmt: skip
ROOM: dict[str, Any] = {"life": "12345678", "seats": 12, "pools": [POOL]}
COUNT: dict[str, Any] = {**ROOM, "pools": [{**POOL, "answered": 7, "seats": 12}]}


def room(**other: Any) -> bytes:
    return json.dumps({**ROOM, **other}).encode()


def pool(**other: Any) -> bytes:
    return room(pools=[{**POOL, **other}])


def without(key: str) -> bytes:
    return json.dumps({name: value for name, value in ROOM.items() if name != key}).encode()


WRONG_REPLIES = {
    "other JSON": b'{"message":"Not Found","status":404}',
    "a list": b"[]",
    "null": b"null",
    "text": b'"open"',
    "a number": b"7",
    "an empty object": b"{}",
    "parts of other replies": b'{"ok":true,"number":"12345678"}',
    "nothing": b"",
    "no JSON": b"<html>A hub's page</html>",
    "half of it": room()[:-1],
    "two of them": room() * 2,
    "other letters": b"\xff\xfe" + room().decode().encode("utf-16-le"),
    "bytes that are no text": b"\xff" + room(),
    "a deep nest": b"[" * 100_000 + b"]" * 100_000,
    "a deep nest in a value": room().replace(b'"12345678"', b"[" * 100_000 + b"]" * 100_000, 1),
    "more than is read": b'"' + b"a" * 2_000_000 + b'"',
    **{f"no {key}": without(key) for key in ROOM},
    "something more": room(admin=True),
    "a key twice": room()[:-1] + b',"seats":12}',
    "a life that is a number": room(life=12345678),
    "a life of other letters": room(life="life\u00e9"),
    "a life that is half a letter": room(life="\ud800"),
    "seats that are text": room(seats="12"),
    "seats that are true": room(seats=True),
    "seats with a fraction": room(seats=12.0),
    "seats below nothing": room(seats=-1),
    "seats beyond all people": room(seats=10**9),
    "seats of four hundred digits": room(seats=10**399),
    "endless seats": room(seats=float("inf")),
    "seats that are no number": room(seats=float("nan")),
    "pools in an object": room(pools={"small": POOL}),
    "pools that are none": room(pools=None),
    "a pool that is text": room(pools=["small"]),
    "a pool that is a list": room(pools=[list(POOL.values())]),
    "a pool twice": room(pools=[POOL, POOL]),
    "a pool without its policy": room(pools=[{key: value for key, value in POOL.items() if key != "policy"}]),
    "a pool with something more": pool(answers=[1, 2, 3]),
    "a pool whose name is nothing": pool(pool=None),
    "a policy that nobody knows": pool(policy="exact"),
    "a state of other words": pool(state="in-doubt"),
    "a state that is true": pool(state=True),
    "enough that is a number": pool(enough=1),
    "enough that nobody knows": pool(enough=None),
}


def count(**other: Any) -> bytes:
    return room(pools=[{**COUNT["pools"][0], **other}])


WRONG_COUNTS = {
    "no numbers": room(),
    "fewer than nobody answered": count(answered=-1),
    "more answered than there are seats": count(answered=13),
    "half a person answered": count(answered=7.5),
    "answered that is true": count(answered=True),
    "a pool twice": room(pools=COUNT["pools"] * 2),
}


class Wire:
    """What a caller sends through: a collector in this process, whose replies can be changed on their way.

    Args:
        rooms: What answers.
    """

    def __init__(self, rooms: Rooms) -> None:
        self.rooms = rooms
        self.instead: dict[str, bytes] = {}  # by kind of request, what comes back in the place of the reply

    def request(self, _method: str, url: str, *, body: bytes, **_: object) -> urllib3.BaseHTTPResponse:
        kind = url.rpartition("/")[2]
        try:
            status, said = 200, respond(self.rooms, unpack(kind, body)).to_json()
        except WorkshopError as error:
            refusal = Refusal.of(error)
            status, said = refusal.status, refusal.to_json()
        reply = self.instead.get(kind, said.encode())
        typed = {"Content-Type": "application/json"}
        return urllib3.HTTPResponse(BytesIO(reply), typed, status, preload_content=False)

    def caller(self, link: Link = LINK) -> Caller:
        caller = Caller(link)
        caller._pool = self  # type: ignore[assignment]
        return caller
