"""The way into a room, and the picture that comes by itself."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from workshop_helpers.errors import LinkError, NotOpen
from workshop_helpers.forms.door import Door
from workshop_helpers.forms.room_picture import RoomPicture

SECRET_LINK = "https://example.org/workshop/#7K3M-Q0ZD"


def heard_from(join: Callable[[str, str | None], int], **message: Any) -> dict[str, Any]:
    inside = [False]

    def joined(typed: str, here: str | None) -> int:
        seats = join(typed, here)
        inside[0] = True
        return seats

    door = Door(joined, lambda: None, lambda: inside[0])
    heard: list[dict[str, Any]] = []
    door.send = lambda reply, buffers=None: heard.append(reply)
    door._handle_custom_msg(message, [])
    assert "7K3M" not in str(door.get_state()) + repr(door) + str(heard)
    return heard[-1]


def test_joining_asks_whether_the_number_of_people_matches() -> None:
    assert heard_from(lambda _typed, _here: 12, type="join", typed=SECRET_LINK) == {
        "type": "door",
        "inside": True,
        "words": "You are in the room, which is set for 12 people. Does that match? What you agree to add on the next "
        "pages goes there. Pages that are open already: in the menu Run, choose Run All Cells.",
    }


def test_a_wrong_link_is_a_sentence_and_nobody_is_inside() -> None:
    def refuse(_typed: str, _here: str | None) -> int:
        raise LinkError("This is not a join link.")

    assert heard_from(refuse, type="join", typed="x") == {
        "type": "door",
        "inside": False,
        "words": "This is not a join link.",
    }


def test_a_code_is_joined_on_the_page_s_own_server() -> None:
    told: list[tuple[str, str | None]] = []

    def join(typed: str, here: str | None) -> int:
        told.append((typed, here))
        return 12

    heard_from(join, type="join", typed="7K3M-Q0ZD", here="https://hub.example.org/user/one")
    heard_from(join, type="join", typed="7K3M-Q0ZD", here=None)
    assert told == [("7K3M-Q0ZD", "https://hub.example.org/user/one"), ("7K3M-Q0ZD", None)]


def pool(state: str, answered: int = 9) -> dict[str, Any]:
    return {"tea": SimpleNamespace(state=state, answered=answered, seats=12)}


@pytest.fixture
def waiting() -> tuple[RoomPicture, list[str]]:
    pictures: list[str] = []

    def picture() -> str:
        if not pictures:
            raise NotOpen("Not yet.")
        return pictures[0]

    shown = RoomPicture("tea", lambda news: None, lambda news: pictures.append("unwatched"), picture, str)
    return shown, pictures


def test_a_page_says_how_many_have_answered_and_never_what(waiting: tuple[RoomPicture, list[str]]) -> None:
    shown, _ = waiting
    assert shown.value == "Looking for the room."
    shown.news({}, None)
    assert shown.value == "The facilitator has not opened this yet."
    shown.news(pool("open"), None)
    assert shown.value == "9 of 12 have answered. The picture comes here when the facilitator reveals it."
    shown.news({}, "The room cannot be reached just now.")
    assert shown.value == "The room cannot be reached just now."
    shown.news(pool("discarded"), None)
    assert shown.value == "This was closed without a picture, and what was in it is forgotten."
    assert repr(shown) == "<the room's picture>"


def test_the_picture_comes_by_itself_once_and_then_the_page_stops_asking(
    waiting: tuple[RoomPicture, list[str]],
) -> None:
    shown, pictures = waiting
    shown.news(pool("revealed"), None)
    assert shown.value == "Not yet."
    pictures.append("<figure>")
    shown.news(pool("revealed"), None)
    assert shown.value == "<figure>"
    assert pictures == ["<figure>", "unwatched"]
