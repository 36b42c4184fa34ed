"""Requests: one size whatever is said, and garbage refused whatever it is."""

import contextlib
import copy
import json
from dataclasses import fields
from typing import Any

import bad_collectors as bad
import pytest
from attacks import EVERY, MANY, OPTIONS, bites
from hypothesis import given, settings
from hypothesis import strategies as st
from small_rooms import ASKED, CODE, KEY, answer_of, asking, packed

from workshop_helpers.errors import Malformed
from workshop_helpers.pooling.variables import variables
from workshop_helpers.room.protocol.messages import in_letters
from workshop_helpers.room.protocol.requests import (
    LONGEST_PLACES,
    REQUESTS,
    SIZE,
    Request,
    StateRequest,
    content_version,
    pack,
    unpack,
)

MALFORMED = "This is not a message that a room takes. Nothing was counted. Update the workshop."
LONGEST = {
    "code": CODE, "key": KEY, "pool": "p" * 40, "assessment": "p" * 40, "occasion": "o" * 20, "policy": "small-circle",
    "number": "0" * 8, "call": "0" * 8, "seats": 10_000, "content": "0" * 8, "token": in_letters(bytes(16)),
    "sequence": 10**9, "places": in_letters(bytes(LONGEST_PLACES)),
}  # fmt: skip


KEYS = {kind: tuple(field.name for field in fields(request)) for kind, request in REQUESTS.items()}  # type: ignore[arg-type]


# --- I17 and I28: a message is as long as any other ---------------------------------------------------------


def attack_i17(wire: Any) -> None:
    longest = [asking(kind, **{key: LONGEST[key] for key in keys}) for kind, keys in KEYS.items()]
    of = [answer_of(bytes(16), value, sequence) for value in (*OPTIONS, "gone") for sequence in (1, 10**9)]
    assert {len(wire(request)) for request in (*longest, *(asking("answer", **values) for values in of))} == {SIZE}


def test_i17_every_message_has_one_size() -> None:
    attack_i17(pack)


def test_i17_bites() -> None:
    bites(attack_i17, bad.packs_as_long_as_it_is)


def test_what_does_not_fit_is_not_sent() -> None:
    with pytest.raises(Malformed) as caught:
        packed("answer", **{**answer_of(bytes(16), "a"), "places": "A" * 1000})
    assert str(caught.value) == "This is too much for one message. Nothing was sent."


@pytest.mark.parametrize("code", ["é", "\ud800", 7, None])
def test_what_no_room_would_take_is_not_sent(code: object) -> None:
    with pytest.raises(Malformed) as caught:
        pack(StateRequest(code))  # type: ignore[arg-type]
    assert str(caught.value) == MALFORMED


# --- I18: garbage is refused and is no accident -------------------------------------------------------------

scalars = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
    | st.sampled_from([10**400, CODE, KEY, "\ud800", "a" * 900])
)  # fmt: skip
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
)
kinds = st.sampled_from(sorted(REQUESTS))


def in_one_size(data: bytes) -> bytes:
    return data.ljust(SIZE)[:SIZE]


def attack_i18(read: Any) -> None:
    def refused(kind: str, body: bytes) -> None:
        try:
            found = read(kind, body)
        except Malformed:
            pass
        except Exception as error:
            raise AssertionError from error
        else:
            assert type(found) is REQUESTS[kind]
            assert unpack(kind, pack(found)) == found

    @given(kinds, st.binary(max_size=2 * SIZE))
    def bytes_of_any_kind(kind: str, body: bytes) -> None:
        refused(kind, body)
        refused(kind, in_one_size(body))

    @settings(max_examples=200)
    @given(kinds, values, st.data())
    def json_of_any_kind(kind: str, value: object, data: Any) -> None:
        right: dict[str, Any] = {"version": 1, **{key: LONGEST[key] for key in KEYS[kind]}}
        right.pop("places", None)
        if data.draw(st.booleans()):
            right[data.draw(st.sampled_from(sorted(right)) | st.text(max_size=3))] = value
        for one in (value, right):
            with contextlib.suppress(ValueError):
                refused(kind, in_one_size(json.dumps(one).encode()))

    bytes_of_any_kind()
    json_of_any_kind()
    for body in SPECIAL:
        refused("state", in_one_size(body))


SPECIAL = [
    b"[" * SIZE,
    b'{"a":' * 200,
    b'{"version":1,"code":' + b"[" * 900 + b"]" * 900,
    b'{"version":1,"code":"a","code":"b"}',
    b'{"version":1,"version":1,"code":"a"}',
    b'{"version":true,"code":"a"}',
    b'{"version":1.0,"code":"a"}',
    b'{"version":"1","code":"a"}',
    b'{"version":NaN,"code":"a"}',
    b'{"version":Infinity,"code":"a"}',
    b'{"version":1e400,"code":"a"}',
    b'{"version":' + b"1" * 401 + b',"code":"a"}',
    b'{"version":1,"code":"\\ud800"}',
    b'{"version":1,"code":"\xff"}',
    b'{"version":1,"code":null}',
    b'{"code":"a"}',
    b"null",
    b"",
]


def test_i18_garbage_is_refused_with_one_sentence() -> None:
    attack_i18(unpack)


def test_i18_bites() -> None:
    bites(attack_i18, bad.unpacks_anything)


@pytest.mark.parametrize("body", SPECIAL)
def test_each_special_garbage_is_refused(body: bytes) -> None:
    with pytest.raises(Malformed) as caught:
        unpack("state", in_one_size(body))
    assert str(caught.value) == MALFORMED


@pytest.mark.parametrize("kind", REQUESTS)
def test_a_request_is_read_as_it_was_packed(kind: str) -> None:
    said = {key: LONGEST[key] for key in KEYS[kind]}
    if "places" in said:
        said["places"] = in_letters(bytes(range(100)))
    request: Request[Any] = asking(kind, **said)
    assert unpack(kind, pack(request)) == request
    assert request.values() == said


def test_a_request_says_nothing_of_what_it_carries() -> None:
    request = asking("answer", **answer_of(b"zanzibar-canary-", "a"))
    assert repr(request) == "<AnswerRequest: private>"
    with pytest.raises(TypeError):
        copy.copy(request)


def test_a_version_differs_where_what_is_asked_differs() -> None:
    versions = [content_version(variables(asked)) for asked in (ASKED["small"], EVERY, MANY)]
    assert len(set(versions)) == 3
    assert content_version(variables(ASKED["light"])) == versions[0]
