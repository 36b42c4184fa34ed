"""The way into a room, and the picture that comes by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import SimpleNamespace
from typing import Any

import pytest
from _figure_samples import release
from listening import said_by
from several_threads import at_once

from workshop_helpers.errors import LinkError, NotOpen, Unreachable
from workshop_helpers.pictures import picture_html
from workshop_helpers.pooling.release import Release
from workshop_helpers.room.news import News
from workshop_helpers.widgets.joining.widget import JoinForm
from workshop_helpers.widgets.room_picture.widget import RoomPicture
from workshop_helpers.widgets.shared.watching import WatchingWidget

PICTURE, ANOTHER = release("one-choice", 12), release("one-choice", 9)
SECRET_LINK = "https://example.org/workshop/#7K3M-Q0ZD"


class Room:
    """A membership that tells news when a test has some."""

    def __init__(self, join: Callable[[str, str | None], int] = lambda _typed, _here: 12) -> None:
        self.joined = False
        self.holds = False
        self.trouble: Exception | None = None
        self.left_with: list[bool] = []
        self.heard_by: list[Callable[..., object]] = []
        self._join = join

    def join(self, typed: str, here: str | None = None) -> int:
        seats = self._join(typed, here)
        self.joined = True
        return seats

    def leave(self, *, take_back: bool = False) -> None:
        if self.trouble:
            raise self.trouble
        self.left_with.append(not take_back)
        self.joined = False

    def watch(self, hear: Callable[[News[Any]], object]) -> None:
        self.heard_by.append(hear)

    def unwatch(self, hear: Callable[..., object]) -> None:
        if hear in self.heard_by:
            self.heard_by.remove(hear)

    def tell(self, pools: Mapping[str, Any], trouble: str | None = None, room: str | None = "a room") -> None:
        for hear in list(self.heard_by):
            hear(News(room, pools, trouble))


def heard_from(join: Callable[[str, str | None], int], **message: Any) -> dict[str, Any]:
    join_form = JoinForm(Room(join))
    heard = said_by(join_form)
    join_form._handle_custom_msg(message, [])
    assert "7K3M" not in str(join_form.get_state()) + repr(join_form) + str(heard)
    return heard[-1]


def test_joining_asks_whether_the_number_of_people_matches() -> None:
    assert heard_from(lambda _typed, _here: 12, type="join", typed=SECRET_LINK) == {
        "type": "membership",
        "inside": True,
        "words": "You are in the room. It is set for 12 people: does that match? On the next pages you choose what to "
        "add to it. Pages that are open already know it in a moment.",
    }


def test_a_wrong_link_is_a_sentence_and_nobody_is_inside() -> None:
    def refuse(_typed: str, _here: str | None) -> int:
        raise LinkError("This is not a join link.")

    assert heard_from(refuse, type="join", typed="x") == {
        "type": "membership",
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


def test_it_is_said_once_that_the_room_is_gone_and_once_that_it_is_back() -> None:
    room = Room()
    join_form = JoinForm(room)
    heard = said_by(join_form)
    for trouble in (None, "The room cannot be reached.", "The room cannot be reached.", None, None):
        room.tell({}, trouble)
    assert [reply["words"] for reply in heard] == ["The room cannot be reached.", "You are in the room again."]


def test_whoever_leaves_a_room_that_is_gone_is_not_told_that_they_are_back() -> None:
    room = Room()
    join_form = JoinForm(room)
    heard = said_by(join_form)
    room.tell({}, "The room cannot be reached.")
    room.tell({}, None, room=None)
    room.tell({}, None)  # they join another one
    assert [reply["words"] for reply in heard] == ["The room cannot be reached."]


@pytest.mark.parametrize(
    "make", [JoinForm, lambda room: RoomPicture("tea", room, lambda: PICTURE)], ids=["the way in", "the picture"]
)
def test_what_is_closed_hears_nothing_more(make: Callable[[Room], WatchingWidget]) -> None:
    room = Room()
    closed, there = make(room), make(room)
    closed.close()
    assert room.heard_by == [there.hear]
    closed.close()  # as when it is thrown away
    assert room.heard_by == [there.hear]


def leaving(room: Room, added: str = "ask") -> dict[str, Any]:
    """What a page hears when somebody presses Leave."""
    room.joined = True
    join_form = JoinForm(room)
    heard = said_by(join_form)
    join_form._handle_custom_msg({"type": "leave", "added": added}, [])
    return heard[-1]


def test_who_has_nothing_in_the_room_leaves_at_once() -> None:
    room = Room()
    assert leaving(room) == {"type": "membership", "inside": False, "words": "You have left the room."}


def test_who_has_something_in_the_room_is_asked_before_they_leave() -> None:
    room = Room()
    room.holds = True
    assert leaving(room) == {
        "type": "ask",
        "words": "Something that you added is in this room. If you leave, it stays there, and counts if a picture is "
        "drawn. You can take it back first.",
    }
    assert room.left_with == []


@pytest.mark.parametrize(
    ("added", "stays", "words"),
    [
        (
            "stays", True,
            "You have left the room. What you added was in it when you left, and counts if a picture is drawn. To take "
            "it back before that, join the room again with the same link.",
        ),
        ("back", False, "You have left the room. What you had added is taken back, where no picture was drawn yet."),
    ],
)  # fmt: skip
def test_what_was_added_stays_or_is_taken_back_as_they_choose(added: str, stays: bool, words: str) -> None:
    room = Room()
    room.holds = True
    assert leaving(room, added) == {"type": "membership", "inside": False, "words": words}
    assert room.left_with == [stays]


def test_who_cannot_take_back_is_still_in_the_room() -> None:
    room = Room()
    room.holds, room.trouble = True, Unreachable("Nobody answers. You are still in the room.")
    assert leaving(room, "back") == {
        "type": "membership",
        "inside": True,
        "words": "Nobody answers. You are still in the room.",
    }


def pool(state: str, enough: bool = False, number: str = "1") -> dict[str, Any]:
    return {"tea": SimpleNamespace(state=state, enough=enough, number=number)}


class Page:
    """Stands for the browser: keeps what it is told."""

    def __init__(self) -> None:
        self.releases: list[Release] = []
        self.room = Room()
        self.shown = RoomPicture("tea", self.room, self.release)
        self.heard = said_by(self.shown)

    def release(self) -> Release:
        if not self.releases:
            raise NotOpen("Not yet.")
        return self.releases[0]

    def news(self, pools: dict[str, Any], trouble: str | None = None) -> dict[str, Any]:
        """What the page shows after some news."""
        self.room.tell(pools, trouble)
        return self.heard[-1]

    def ready(self) -> dict[str, Any]:
        """What a page shows that was just opened."""
        self.shown._handle_custom_msg({"type": "ready"}, [])
        return self.heard[-1]


@pytest.fixture
def page() -> Page:
    return Page()


def told(words: str, count: str = "", html: str = "") -> dict[str, Any]:
    return {"type": "room", "words": words, "count": count, "html": html}


def test_a_page_says_whether_enough_have_answered_and_never_how_many(page: Page) -> None:
    assert page.ready() == told("Looking for the room.")
    assert page.news({}) == told("The facilitator has not opened this yet. You can answer it already.")
    waits = "The picture comes here by itself when the facilitator reveals it."
    assert page.news(pool("open")) == told(waits, count="Not yet enough for a picture.")
    assert page.news(pool("open", enough=True)) == told(waits, count="Enough people have answered for a picture.")
    gone = "The room cannot be reached just now."
    assert page.news({}, gone) == told(gone)
    assert page.news(pool("discarded")) == told("This was closed without a picture, and what was in it is forgotten.")
    assert repr(page.shown) == "<the room's picture>"


def test_what_is_not_new_is_not_said_again(page: Page) -> None:
    for _ in range(3):
        page.news(pool("open"))
    assert len(page.heard) == 1


def test_the_picture_comes_by_itself_once_and_stays(page: Page) -> None:
    assert page.news(pool("revealed")) == told("Not yet.")
    page.releases.append(PICTURE)
    here = told("Your room's picture is here.", html=picture_html(PICTURE))
    assert page.news(pool("revealed")) == here
    for later in (pool("revealed"), {}):
        assert page.news(later) == here
    assert page.news({}, "The room cannot be reached just now.") == here
    assert page.ready() == here  # and a page that is reloaded has it


def test_when_a_group_is_asked_again_the_old_picture_goes_and_the_new_one_comes(page: Page) -> None:
    page.releases.append(PICTURE)
    page.news(pool("revealed"))
    waits = "The picture comes here by itself when the facilitator reveals it."
    assert page.news(pool("open", number="2")) == told(waits, count="Not yet enough for a picture.")
    assert page.news({}) == told("The facilitator has not opened this yet. You can answer it already.")
    page.releases[0] = ANOTHER
    assert page.news(pool("revealed", number="2")) == told("Your room's picture is here.", html=picture_html(ANOTHER))


def test_the_picture_of_one_room_does_not_stay_in_another(page: Page) -> None:
    page.releases.append(PICTURE)
    page.news(pool("revealed"))
    page.room.tell({}, None, room="another room")
    assert page.heard[-1] == told("The facilitator has not opened this yet. You can answer it already.")


def test_the_picture_is_in_nothing_that_a_notebook_saves(page: Page) -> None:
    page.releases.append(PICTURE)
    assert "figure" in page.news(pool("revealed"))["html"]
    assert "figure" not in f"{page.shown.get_state()}{page.shown!r}{page.shown._repr_mimebundle_()}"


@pytest.mark.usefixtures("impatient_threads")
def test_a_form_can_be_closed_while_news_come_from_a_thread() -> None:
    for _ in range(200):
        room = Room()
        join_form = JoinForm(room)

        def tell(thread: int, room: Room = room, join_form: JoinForm = join_form) -> None:
            if thread == 0:
                join_form.close()
                return
            for number in range(20):
                join_form.hear(News("a room", {}, f"Trouble {number}."))

        at_once(tell, 2)
        assert join_form.comm is None
