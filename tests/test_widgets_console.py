"""The facilitator's console: messages in, messages out, and nothing of them in what a notebook saves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import pytest
from _figure_samples import release
from listening import said_by

from workshop_helpers.errors import LinkError, MalformedReply, RoomError, TooFewPeople, Unreachable
from workshop_helpers.pictures import picture_html
from workshop_helpers.pooling.release import Release
from workshop_helpers.room.news import News
from workshop_helpers.widgets.console.widget import Console

KEY = "5ec2e7" * 10 + "abcd"
CODE = "7K3M-Q0ZD"
PICTURE = release("one-choice", 12)
HERE = "https://hub.example.org/user/one"
AGENDAS = [{"id": "short", "title": "A short evening", "sessions": []}]
PAGES = [
    {
        "title": "04 Communication",
        "notebook": "04-communication.ipynb",
        "parts": [{"pool": "listening", "title": "Listening"}],
    }
]


class Link(SimpleNamespace):
    def __str__(self) -> str:
        return f"{self.address}/workshop/#{self.code}"


def room(address: str = HERE, *, own: bool = True) -> SimpleNamespace:
    link = Link(address=address, code=CODE)
    return SimpleNamespace(
        link=link, key=KEY, seats=12, own=own, small=False, only_here=False, code_is_enough=False, qr_code="data:qr"
    )


@dataclass
class Pool:
    pool: str = "listening"
    state: str = "open"
    answered: int = 3
    seats: int = 12
    needed: int = 8
    rehearsal: bool = False


class Controls:
    """A facilitator's desk that does what it is told, or raises ``trouble``."""

    def __init__(self, led: Any = None) -> None:
        self.room = led
        self.trouble: Exception | None = None
        self.done: list[tuple[Any, ...]] = []
        self.watching: Callable[[News[Any]], object] | None = None

    def _do(self, *what: Any) -> None:
        self.done.append(what)
        if self.trouble:
            raise self.trouble

    def take(self, address: str, code: str, key: str, seats: int) -> None:
        self._do("take", address, code, key, seats)
        self.room = room(address)

    def take_line(self, line: str) -> None:
        self._do("take_line", line)
        self.room = room("https://192.168.1.20:8765", own=False)

    def seat(self, seats: int) -> None:
        self._do("seat", seats)

    def be_small(self, small: bool) -> None:
        self._do("be_small", small)

    def open(self, pool: str) -> None:
        self._do("open", pool)

    def close(self, pool: str) -> None:
        self._do("close", pool)

    def rehearse(self, pool: str) -> None:
        self._do("rehearse", pool)

    def stop_rehearsing(self, pool: str) -> None:
        self._do("stop", pool)

    def reveal(self, pool: str) -> Release:
        self._do("reveal", pool)
        return PICTURE

    def end(self, anyway: bool = False) -> bool:
        if anyway:
            self.trouble = None
        self._do("end", anyway)
        self.room = None
        return not anyway

    def watch(self, hear: Callable[[News[Any]], object]) -> None:
        self.watching = hear

    def unwatch(self, hear: Callable[..., object]) -> None:
        if self.watching == hear:
            self.watching = None


def console(
    controls: Controls, fit: Callable[[str], object] = lambda _address: None
) -> tuple[Console, list[dict[str, Any]]]:
    made = Console(controls, PAGES, AGENDAS, fit)
    return made, said_by(made)


def say(controls: Controls, **message: Any) -> list[dict[str, Any]]:
    """What the page hears after one message, without the last word that it was dealt with."""
    made, heard = console(controls)
    made._handle_custom_msg(message, [])
    assert heard[-1] == {"type": "done", "of": message["type"], "pool": message.get("pool")}
    assert KEY not in f"{made.get_state()}{made!r}{made._repr_mimebundle_()}"
    assert CODE not in f"{made.get_state()}{made!r}{made._repr_mimebundle_()}"
    return heard[:-1]


def words(text: str, trouble: bool = False) -> dict[str, Any]:
    return {"type": "words", "words": text, "trouble": trouble}


def shown(led: Any, new: bool = False, **more: Any) -> dict[str, Any]:
    return {
        "type": "room",
        "inside": True,
        "new": new,
        "link": str(led.link),
        "code": CODE,
        "qr": "data:qr",
        "seats": 12,
        "small": False,
        "codeIsEnough": led.code_is_enough,
        "onlyHere": False,
        **more,
    }


def test_printed_it_is_one_word() -> None:
    made, _ = console(Controls(room()))
    assert repr(made) == "<room>"
    assert made.get_state(["spec"]) == {"spec": {"pages": PAGES, "agendas": AGENDAS}}


def test_without_a_room_the_page_may_make_one() -> None:
    assert say(Controls(), type="ready", here=HERE) == [{"type": "room", "inside": False, "new": False, "unfit": ""}]


def test_where_answers_would_be_unprotected_the_page_says_what_to_do() -> None:
    def unfit(_address: str) -> None:
        raise LinkError("Unprotected. Use a terminal.")

    made, heard = console(Controls(), unfit)
    made._handle_custom_msg({"type": "ready", "here": "http://192.168.1.20:8888"}, [])
    assert heard[0]["unfit"] == "Unprotected. Use a terminal."


def test_a_page_outside_jupyterlab_says_so() -> None:
    assert say(Controls(), type="ready", here=None)[0]["unfit"] == (
        "This page does not know its server. Use 'workshop room' instead."
    )


def test_a_room_that_is_led_is_shown_again_without_its_key() -> None:
    heard = say(Controls(room()), type="ready", here=HERE)
    assert heard == [shown(room(), unfit="")]
    assert KEY not in str(heard)


def test_a_room_that_the_page_s_server_made_is_led() -> None:
    controls = Controls()
    heard = say(controls, type="made", address=HERE, code=CODE, key=KEY, seats=12)
    assert controls.done == [("take", HERE, CODE, KEY, 12)]
    assert heard == [shown(room(), new=True)]


def test_a_server_that_has_moved_makes_the_same_room_and_the_new_link_is_pointed_out() -> None:
    controls = Controls(room("http://localhost:8888"))
    assert say(controls, type="ready", here=HERE)[1] == {"type": "again", "code": CODE, "key": KEY, "seats": 12}
    heard = say(controls, type="made", address=HERE, code=CODE, key=KEY, seats=12)
    assert heard == [shown(room()), words("The address of the room has changed. Give people the new link.")]


def test_a_room_that_the_server_forgot_is_made_again() -> None:
    made, heard = console(Controls(room()))
    made.hear(News("a room", {}, "The server was restarted.", lost=True))
    assert heard == [
        {"type": "again", "code": CODE, "key": KEY, "seats": 12},
        {"type": "pools", "pools": [], "trouble": "The server was restarted."},
    ]


def test_a_line_from_a_terminal_is_taken() -> None:
    controls = Controls()
    heard = say(controls, type="line", line="a line")
    assert controls.done == [("take_line", "a line")]
    assert heard == [shown(room("https://192.168.1.20:8765", own=False), new=True)]


@pytest.mark.parametrize(
    "message",
    [
        {"type": "line", "line": f"https://x/workshop/#{CODE}.{KEY}"},
        {"type": "made", "address": HERE, "code": CODE, "key": KEY, "seats": 12},
        {"type": "seats", "seats": 9},
        {"type": "small", "on": True},
        {"type": "open", "pool": "listening"},
        {"type": "close", "pool": "listening"},
        {"type": "rehearse", "pool": "listening"},
        {"type": "stop", "pool": "listening"},
        {"type": "end"},
    ],
    ids=lambda message: message["type"],
)
def test_what_the_room_refuses_is_said_in_its_own_words(message: dict[str, Any]) -> None:
    controls = Controls()
    controls.trouble = RoomError("Not like this. Do that.")
    assert say(controls, **message) == [words("Not like this. Do that.", trouble=True)]


def test_a_mistake_of_ours_says_no_more_than_that_it_did_not_work() -> None:
    controls = Controls(room())
    controls.trouble = ValueError(KEY)
    assert say(controls, type="open", pool="listening") == [{"type": "failed"}]


def test_the_number_of_people_and_the_small_circle_can_be_changed() -> None:
    controls = Controls(room())
    heard = say(controls, type="seats", seats=9)
    assert heard[-1] == words("The room is set for 9 people.")
    say(controls, type="small", on=True)
    assert controls.done == [("seat", 9), ("be_small", True)]


@pytest.mark.parametrize(
    ("verb", "reply"),
    [
        ("open", "It is open. People can add their answers now."),
        ("close", "It is closed without a picture, and what was in it is forgotten."),
        ("stop", "The rehearsal is over."),
        (
            "rehearse",
            "A rehearsal: invented people have answered, on this page alone. Reveal their picture when you like.",
        ),
    ],
)
def test_each_verb_does_what_it_says(verb: str, reply: str) -> None:
    controls = Controls(room())
    assert say(controls, type=verb, pool="listening") == [words(reply)]
    assert controls.done == [(verb, "listening")]


def test_the_reveal_brings_the_picture_and_what_can_be_saved_of_it() -> None:
    assert say(Controls(room()), type="reveal", pool="listening") == [
        {
            "type": "picture",
            "pool": "listening",
            "html": picture_html(PICTURE),
            "release": PICTURE.to_json(),
            "rehearsal": False,
        }
    ]


def test_too_few_answers_are_no_picture() -> None:
    controls = Controls(room())
    controls.trouble = TooFewPeople("Eight must have answered.")
    assert say(controls, type="reveal", pool="listening") == [words("Eight must have answered.", trouble=True)]


def test_progress_is_told_when_it_is_new_and_only_then() -> None:
    made, heard = console(Controls(room()))
    for answered in (3, 3, 4, 4):
        made.hear(News("a room", {"listening": Pool(answered=answered)}))
    assert [pool["answered"] for message in heard for pool in message["pools"]] == [3, 4]


def test_a_page_that_comes_back_is_told_everything_again() -> None:
    controls = Controls(room())
    made, heard = console(controls)
    made.hear(News("a room", {"listening": Pool()}))
    made._handle_custom_msg({"type": "ready", "here": HERE}, [])
    assert controls.watching is not None
    controls.watching(News("a room", {"listening": Pool()}))
    assert [message["type"] for message in heard] == ["pools", "room", "done", "pools"]


def test_ending_forgets_and_says_so() -> None:
    controls = Controls(room())
    assert say(controls, type="end") == [
        {"type": "room", "inside": False, "new": False},
        words("The room has ended. Its code, its key and all that was in it are forgotten."),
    ]


@pytest.mark.parametrize("trouble", [Unreachable("Nobody answers."), MalformedReply("Somebody else answers.")])
def test_a_room_that_cannot_be_reached_is_forgotten_only_when_asked_again(trouble: RoomError) -> None:
    controls = Controls(room())
    controls.trouble = trouble
    assert say(controls, type="end") == [
        {
            "type": "not-ended",
            "words": "The room cannot be reached, so it is not known whether it has ended. Try again. Or forget it "
            "here: it then ends when its server does, or after twelve hours.",
        }
    ]
    assert controls.room is not None
    heard = say(controls, type="end", anyway=True)
    assert heard[-1] == words(
        "The room is forgotten here, with its code and its key. It could not be reached: if it still runs, it ends "
        "when its server does, or after twelve hours."
    )
    assert controls.room is None


def test_a_page_that_is_closed_looks_no_longer() -> None:
    controls = Controls(room())
    made, _ = console(controls)
    made._handle_custom_msg({"type": "ready", "here": HERE}, [])
    made.close()
    assert controls.watching is None
