"""Replies are what they say they are, or one error; a refusal is the same error at both ends."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_rooms import CODE, KEY
from test_room_protocol_requests import values
from wrong_replies import COUNT, ROOM, WRONG_COUNTS, WRONG_REPLIES

from workshop_helpers import errors
from workshop_helpers.errors import (
    STATUS,
    LinkError,
    MalformedReply,
    PoolError,
    PoolFull,
    ReleaseError,
    RoomError,
    Unreachable,
    WorkshopError,
)
from workshop_helpers.pooling.release import Release
from workshop_helpers.room.protocol.replies import (
    NOT_UNDERSTOOD,
    Accepted,
    CreatedRoom,
    OpeningNumber,
    PoolCount,
    PoolState,
    Refusal,
    RoomCount,
    RoomState,
    read_reply,
)
from workshop_helpers.room.protocol.requests import REQUESTS, reply_to

SIX = ("a", "b", "c", "d", "e", "skipped")
PICTURE = {
    "format": 2, "assessment": "small", "title": "A small one", "policy": "room", "n": 8, "source": "a room",
    "policy_words": "bands of at least four people, from eight people",
    "tables": [
        {
            "variable": "pick", "item": "pick", "text": "One?", "side": "", "part": "", "kind": "nominal",
            "options": list(SIX), "low": [5, 0, 0, 0, 0, 0], "high": [8, 4, 4, 4, 4, 4], "n": 8,
        }
    ],
}  # fmt: skip
RIGHT: dict[Any, dict[str, Any]] = {
    Accepted: {"ok": True},
    OpeningNumber: {"number": "12345678"},
    RoomState: ROOM,
    RoomCount: COUNT,
    CreatedRoom: {"code": CODE, "key": KEY},
    Refusal: {"error": "PoolFull", "sorry": "All 2 seats are taken."},
    Release: PICTURE,
}


def as_body(value: object) -> bytes:
    return json.dumps(value).encode()


@pytest.mark.parametrize("kind", RIGHT)
def test_a_reply_is_read_as_it_was_written(kind: Any) -> None:
    reply = read_reply(kind, as_body(RIGHT[kind]))
    assert type(reply) is kind
    assert json.loads(reply.to_json()) == RIGHT[kind]
    assert read_reply(kind, reply.to_json().encode()) == reply


def test_a_room_is_read_with_its_pools() -> None:
    room = read_reply(RoomState, as_body(ROOM))
    assert room == RoomState("12345678", 12, (PoolState("small", "room", "12345678", "open", False),))
    assert room.pool("small") == room.pools[0]
    assert room.pool("light") is None


def test_numbers_of_people_are_the_facilitators_alone() -> None:
    count = read_reply(RoomCount, as_body(COUNT))
    assert count == RoomCount("12345678", 12, (PoolCount("small", "room", "12345678", "open", False, 7, 12),))
    assert count.pool("small") == count.pools[0]
    assert json.loads(count.for_everybody().to_json()) == ROOM
    with pytest.raises(MalformedReply):
        read_reply(RoomState, as_body(COUNT))


@pytest.mark.parametrize("wrong", WRONG_COUNTS)
def test_what_is_no_count_cannot_be_understood(wrong: str) -> None:
    with pytest.raises(MalformedReply) as caught:
        read_reply(RoomCount, WRONG_COUNTS[wrong])
    assert str(caught.value) == NOT_UNDERSTOOD


def test_each_request_names_a_reply_that_there_is() -> None:
    replies = {reply_to(request) for request in REQUESTS.values()}
    assert replies == {Accepted, OpeningNumber, RoomState, RoomCount, Release}


@pytest.mark.parametrize("wrong", WRONG_REPLIES)
@pytest.mark.parametrize("kind", RIGHT)
def test_what_is_no_reply_cannot_be_understood(kind: Any, wrong: str) -> None:
    with pytest.raises(MalformedReply) as caught:
        read_reply(kind, WRONG_REPLIES[wrong])
    assert str(caught.value) == (
        "The room's reply cannot be understood. If it stays like this, update the workshop here and where the room "
        "runs."
    )


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        (Accepted, b'{"ok":false}'),
        (Accepted, b'{"ok":1}'),
        (Accepted, b'{"ok":true,"answered":7}'),
        (OpeningNumber, b'{"number":12345678}'),
        (OpeningNumber, b'{"number":null}'),
        (CreatedRoom, b'{"code":"7K3M-Q0ZD"}'),
        (CreatedRoom, b'{"code":"7K3M-Q0ZD","key":["a"]}'),
        (Refusal, b'{"sorry":"No."}'),
        (Refusal, b'{"error":"PoolFull","sorry":""}'),
        (Refusal, b'{"error":"PoolFull","sorry":7}'),
        (Refusal, b'{"error":"KeyError","sorry":"No."}'),
        (Refusal, b'{"error":["PoolFull"],"sorry":"No."}'),
        (Refusal, as_body({"error": "PoolFull", "sorry": "a" * 1001})),
        (Release, as_body({**PICTURE, "format": 3})),
        (Release, as_body({**PICTURE, "n": 7})),
        (Release, as_body({**PICTURE, "tables": []})),
        (Release, as_body(PICTURE)[:-1] + b',"n":8}'),
    ],
)
def test_what_is_nearly_a_reply_is_none(kind: Any, body: bytes) -> None:
    with pytest.raises(MalformedReply) as caught:
        read_reply(kind, body)
    assert str(caught.value) == NOT_UNDERSTOOD


def is_understood_or_not(kind: Any, body: bytes) -> None:
    try:
        reply = read_reply(kind, body)
    except MalformedReply:
        return
    assert type(reply) is kind
    assert read_reply(kind, reply.to_json().encode()) == reply


@settings(max_examples=300)
@given(st.sampled_from(sorted(RIGHT, key=str)), values, st.data())
def test_any_json_at_all_is_a_reply_or_that_one_error(kind: Any, value: object, data: Any) -> None:
    is_understood_or_not(kind, as_body(value))
    nearly = json.loads(json.dumps(RIGHT[kind]))
    place = nearly
    for inner in ("pools", "tables"):
        if inner in nearly and data.draw(st.booleans()):
            place = nearly[inner][0]
    place[data.draw(st.sampled_from(sorted(place)) | st.text(max_size=3))] = value
    is_understood_or_not(kind, as_body(nearly))


@given(st.sampled_from(sorted(RIGHT, key=str)), st.binary(max_size=200))
def test_any_bytes_at_all_are_a_reply_or_that_one_error(kind: Any, body: bytes) -> None:
    is_understood_or_not(kind, body)


# --- refusals: one table for both ends -----------------------------------------------------------------------


@pytest.mark.parametrize("kind", STATUS)
def test_an_error_that_has_a_status_is_the_same_at_the_other_end(kind: type[WorkshopError]) -> None:
    refusal = read_reply(Refusal, Refusal.of(kind("In words.")).to_json().encode())
    error = refusal.as_error()
    assert (type(error), str(error), refusal.status) == (kind, "In words.", STATUS[kind])


def test_an_error_without_a_status_is_the_nearest_one_above_it() -> None:
    assert Refusal.of(LinkError("No.")) == Refusal("RoomError", "No.")
    assert Refusal.of(ReleaseError("No.")) == Refusal("WorkshopError", "No.")
    assert type(Refusal.of(LinkError("No.")).as_error()) is RoomError


def test_what_goes_over_the_wire_stays_the_same_for_notebooks_that_are_not_updated() -> None:
    """A new name here is a new word in the protocol: notebooks of before do not understand it."""
    assert {kind.__name__: status for kind, status in STATUS.items()} == {
        "Malformed": 400, "WrongCode": 403, "NotOpen": 404, "PolicyError": 409, "TooFewPeople": 409, "NotAgreed": 409,
        "PoolFull": 409, "PoolClosed": 409, "PoolError": 409, "RoomError": 409, "WorkshopError": 409,
        "TooManyGuesses": 429,
    }  # fmt: skip


def test_every_refusal_of_a_pool_or_a_room_has_a_status_or_is_made_here() -> None:
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type)]
    of_rooms_and_pools = {kind for kind in kinds if issubclass(kind, RoomError | PoolError)}
    assert of_rooms_and_pools - set(STATUS) == {LinkError, MalformedReply, Unreachable}


def test_secrets_are_not_shown() -> None:
    assert repr(CreatedRoom(CODE, KEY)) == "<CreatedRoom: private>"
    assert repr(Refusal.of(PoolFull("Full."))) == "Refusal(error='PoolFull', sorry='Full.')"
