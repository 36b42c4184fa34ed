"""What travels between a notebook and a collector: JSON of one size, whatever was answered.

A request is exactly ``SIZE`` bytes long, filled up with spaces, so that its length on the wire says nothing.
Each kind of request has a fixed set of keys; anything else is refused with a sentence and not counted.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from workshop_helpers.errors import Malformed
from workshop_helpers.pooling.variables import Variable

PROTOCOL_VERSION = 1
SIZE = 1024  # bytes of every request
LARGEST_BODY = 4096  # bytes; what is longer is not read
LONGEST_PLACES = 480  # variables; in base64 they fit into SIZE with everything else
LONGEST_SEQUENCE = 10**9

# The keys of each kind of request, besides the version, and the type of each.
_TEXT, _NUMBER, _MAYBE_TEXT = (str,), (int,), (str, type(None))
KINDS: Mapping[str, Mapping[str, tuple[type, ...]]] = {
    "answer": {
        "code": _TEXT,
        "pool": _TEXT,
        "content": _TEXT,
        "token": _TEXT,
        "sequence": _NUMBER,
        "places": _MAYBE_TEXT,
    },
    "state": {"code": _TEXT},
    "picture": {"code": _TEXT, "pool": _TEXT},
    "seat": {"code": _TEXT, "key": _TEXT, "seats": _NUMBER},
    "open": {
        "code": _TEXT,
        "key": _TEXT,
        "assessment": _TEXT,
        "occasion": _MAYBE_TEXT,
        "policy": _MAYBE_TEXT,
        "number": _MAYBE_TEXT,
    },
    "reveal": {"code": _TEXT, "key": _TEXT, "pool": _TEXT},
    "close": {"code": _TEXT, "key": _TEXT, "pool": _TEXT},
    "end": {"code": _TEXT, "key": _TEXT},
}


def pack(kind: str, **values: object) -> bytes:
    """A request as bytes, ``SIZE`` of them.

    Raises:
        Malformed: if the values do not fit the kind, or into the size.
    """
    _check(kind, values)
    text = json.dumps({"version": PROTOCOL_VERSION, **values}, separators=(",", ":"))
    if len(text) > SIZE:
        raise Malformed("This is too much for one message. Nothing was sent.")
    return text.ljust(SIZE).encode("ascii")


def unpack(kind: str, body: bytes) -> dict[str, Any]:
    """The values of a request.

    Raises:
        Malformed: if the body is anything but a request of this kind.
    """
    if len(body) != SIZE:
        raise _malformed()
    try:
        values = json.loads(body, object_pairs_hook=_each_key_once, parse_constant=_refuse, parse_int=_small)
    except (ValueError, RecursionError):
        raise _malformed() from None
    if not isinstance(values, dict):
        raise _malformed()
    version = values.pop("version", None)
    if type(version) is not int or version != PROTOCOL_VERSION:
        raise _malformed()
    _check(kind, values)
    return values


def _check(kind: str, values: Mapping[str, object]) -> None:
    wanted = KINDS[kind]
    if values.keys() != wanted.keys() or any(type(values[key]) not in types for key, types in wanted.items()):
        raise _malformed()
    if not all(value.isascii() for value in values.values() if isinstance(value, str)):
        raise _malformed()  # no text that a room takes has other letters


def _each_key_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    values = dict(pairs)
    if len(values) != len(pairs):
        raise ValueError
    return values


def _refuse(_name: str) -> None:
    raise ValueError


def _small(digits: str) -> int:
    if len(digits) > len(str(LONGEST_SEQUENCE)):
        raise ValueError
    return int(digits)


def _malformed() -> Malformed:
    return Malformed("This is not a message that a room takes. Nothing was counted. Update the workshop.")


def in_letters(data: bytes) -> str:
    """Bytes as text that JSON can carry."""
    return base64.b64encode(data).decode("ascii")


def from_letters(text: str) -> bytes:
    """The bytes that ``in_letters`` wrote; raises ``Malformed`` for anything else."""
    try:
        return base64.b64decode(text, validate=True)
    except ValueError:
        raise _malformed() from None


@lru_cache(maxsize=256)
def version_of(variables: tuple[Variable, ...]) -> str:
    """Eight letters that stand for what is asked; they differ where two notebooks ask different things."""
    asked = json.dumps([[variable.id, *variable.options] for variable in variables])
    return hashlib.sha256(asked.encode()).hexdigest()[:8]
