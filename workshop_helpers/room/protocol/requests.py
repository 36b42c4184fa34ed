"""What a notebook asks of a room: one frozen message for each kind of request, which names the reply that it gets.

On the wire a request is JSON of one size, whatever was answered: filled up with spaces, so that its length says
nothing. Anything that is not exactly a request is refused with a sentence and not counted.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, ClassVar, Generic, get_args

from workshop_helpers.errors import Malformed
from workshop_helpers.pooling.release import Release
from workshop_helpers.pooling.variables import Variable
from workshop_helpers.private import Private
from workshop_helpers.room.protocol.messages import (
    NO_MESSAGE,
    Data,
    Message,
    Whole,
    Word,
    as_json,
    json_of,
)
from workshop_helpers.room.protocol.replies import Accepted, AnyReply, CreatedRoom, OpeningNumber, RoomCount, RoomState

PROTOCOL_VERSION = 1
SIZE = 1024  # bytes of every request
LARGEST_BODY = 4096  # bytes; what is longer is not read
LONGEST_PLACES = 480  # variables; in base64 they fit into SIZE with everything else
LONGEST_SEQUENCE = 10**9


class Request(Private, Message, Generic[AnyReply]):
    """Something that is asked of a room. Private: it holds codes, keys or answers."""

    kind: ClassVar[str]  # the last part of its address


@dataclass(frozen=True, repr=False)
class AnswerRequest(Request[Accepted]):
    """Count what somebody agreed to, in place of what they sent before; ``places`` of ``None`` takes it back.

    ``number`` is the opening that they agreed to be counted in, and ``policy`` the rule that they were shown for it.
    """

    kind: ClassVar[str] = "answer"
    code: Word
    pool: Word
    number: Word
    policy: Word
    content: Word  # ``content_version`` of what was asked
    token: Data
    sequence: Whole
    places: Data | None


@dataclass(frozen=True, repr=False)
class StateRequest(Request[RoomState]):
    """Say how the room stands."""

    kind: ClassVar[str] = "state"
    code: Word


@dataclass(frozen=True, repr=False)
class CountRequest(Request[RoomCount]):
    """Say how the room stands, and how many have answered."""

    kind: ClassVar[str] = "count"
    code: Word
    key: Word


@dataclass(frozen=True, repr=False)
class PictureRequest(Request[Release]):
    """Show the picture of a pool."""

    kind: ClassVar[str] = "picture"
    code: Word
    pool: Word


@dataclass(frozen=True, repr=False)
class SeatRequest(Request[Accepted]):
    """Change the number of people."""

    kind: ClassVar[str] = "seat"
    code: Word
    key: Word
    seats: Whole


@dataclass(frozen=True, repr=False)
class OpenRequest(Request[OpeningNumber]):
    """Begin to collect for one self-assessment; ``call`` is a word by which the same call, made again, is known."""

    kind: ClassVar[str] = "open"
    code: Word
    key: Word
    assessment: Word
    occasion: Word | None
    policy: Word | None
    call: Word | None


@dataclass(frozen=True, repr=False)
class RevealRequest(Request[Release]):
    """Draw the one picture of a pool, if it is still the opening of this number."""

    kind: ClassVar[str] = "reveal"
    code: Word
    key: Word
    pool: Word
    number: Word


@dataclass(frozen=True, repr=False)
class CloseRequest(Request[Accepted]):
    """Forget what was collected in a pool, without a picture, if it is still the opening of this number."""

    kind: ClassVar[str] = "close"
    code: Word
    key: Word
    pool: Word
    number: Word


@dataclass(frozen=True, repr=False)
class EndRequest(Request[Accepted]):
    """Forget the room and everything in it."""

    kind: ClassVar[str] = "end"
    code: Word
    key: Word


@dataclass(frozen=True, repr=False)
class CreateRequest(Request[CreatedRoom]):
    """Make a room, or make it again with the code and key that it had.

    It comes from a browser, with Jupyter's own protection, and not in the one size of the others.
    """

    kind: ClassVar[str] = "create"
    seats: object = None  # a number of people, as the room checks
    code: Word | None = None
    key: Word | None = None


_ALL: tuple[type[Request[Any]], ...] = (
    AnswerRequest,
    StateRequest,
    CountRequest,
    PictureRequest,
    SeatRequest,
    OpenRequest,
    RevealRequest,
    CloseRequest,
    EndRequest,
)
REQUESTS = {request.kind: request for request in _ALL}


def reply_to(request: type[Request[AnyReply]]) -> type[AnyReply]:
    """What a kind of request is replied to with, as its class says: ``Request[RoomState]``."""
    (base,) = request.__orig_bases__  # type: ignore[attr-defined]
    (reply,) = get_args(base)
    return reply  # type: ignore[no-any-return]


def pack(request: Request[Any]) -> bytes:
    """A request as bytes, ``SIZE`` of them.

    Raises:
        Malformed: if no room would take it, or it does not fit into the size.
    """
    body = as_json({"version": PROTOCOL_VERSION, **request.values()}).ljust(SIZE).encode("ascii")
    if len(body) > SIZE:
        raise Malformed("This is too much for one message. Nothing was sent.")
    unpack(request.kind, body)
    return body


def unpack(kind: str, body: bytes) -> Request[Any]:
    """The request of a kind that a body holds.

    Raises:
        Malformed: if the body is anything but a request of this kind.
    """
    if len(body) != SIZE:
        raise Malformed(NO_MESSAGE)
    try:
        values = json_of(body.decode())
        version = values.pop("version")
        if type(version) is not int or version != PROTOCOL_VERSION:
            raise ValueError
        return REQUESTS[kind].from_values(values)
    except (AttributeError, KeyError, TypeError, ValueError):
        raise Malformed(NO_MESSAGE) from None


@lru_cache(maxsize=256)
def content_version(variables: tuple[Variable, ...]) -> str:
    """Eight letters that stand for what is asked; they differ where two notebooks ask different things."""
    asked = json.dumps([[variable.id, *variable.options] for variable in variables])
    return hashlib.sha256(asked.encode()).hexdigest()[:8]
