"""A person's place in a room is remembered in their workbook, and what they agreed to stays in the room."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from small_assessments import choice

from workshop_helpers.answers import Answers
from workshop_helpers.errors import LinkError, Unreachable, WrongCode
from workshop_helpers.joining import Place
from workshop_helpers.pooling.contribution import Contribution, contribution
from workshop_helpers.room import participant
from workshop_helpers.room.keeper import MemoryKeeper
from workshop_helpers.room.messages import from_letters
from workshop_helpers.room.participant import Waiting
from workshop_helpers.room.rooms import Rooms
from workshop_helpers.workbook import Workbook

CODE, KEY = "7K3M-Q0ZD", "0" * 64
LINK = f"http://127.0.0.1:8888/workshop/#{CODE}"
ASKED = choice()


class Network:
    """Calls that reach a collector in this process, or nobody."""

    def __init__(self) -> None:
        self.up = True
        self.start()

    def start(self) -> None:
        """A collector with an empty memory and the same room."""
        self.rooms = Rooms(MemoryKeeper(), assessment=lambda _name: ASKED)
        self.rooms.create(10, CODE, KEY)

    def open(self, number: str | None = None) -> str:
        return str(self.rooms.open(CODE, KEY, ASKED.id, None, None, number)["number"])

    def call(self, kind: str, **values: Any) -> Mapping[str, Any]:
        if not self.up:
            raise Unreachable("The room cannot be reached just now.")
        if kind == "answer":
            places = values["places"]
            self.rooms.answer(
                values["code"],
                values["pool"],
                values["content"],
                from_letters(values["token"]),
                values["sequence"],
                None if places is None else from_letters(places),
            )
            return {"ok": True}
        found: Mapping[str, Any] = getattr(self.rooms, kind)(**values)
        return found

    @property
    def answered(self) -> int:
        (pool,) = self.rooms.state(CODE)["pools"]
        return int(pool["answered"])


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch) -> Network:
    made = Network()
    monkeypatch.setattr(participant, "Caller", lambda _link: made)
    monkeypatch.setattr(Place, "look_after", lambda _place: None)  # looks are taken by hand here
    return made


@pytest.fixture
def workbook(tmp_path: Path) -> Workbook:
    return Workbook(tmp_path / "workbook.json")


def given(drink: str) -> Contribution:
    (question,) = ASKED.questions()
    return contribution(Answers(ASKED, {question.key: drink}))


def first_option() -> str:
    (question,) = ASKED.questions()
    return next(iter(question.options))


def test_joining_says_how_many_seats_there_are_and_is_remembered(network: Network, workbook: Workbook) -> None:
    assert Place(workbook).join(LINK) == 10
    again = Place(Workbook(workbook.path)).participant
    assert again is not None
    assert str(again.link) == LINK


def test_a_link_that_leads_nowhere_is_not_remembered(network: Network, workbook: Workbook) -> None:
    place = Place(workbook)
    for typed, kind in [("hello", LinkError), (LINK.replace(CODE, "AAAA-AAAA"), WrongCode)]:
        with pytest.raises(kind):
            place.join(typed)
    assert place.participant is None


def test_a_code_is_enough_on_the_page_s_own_server_or_on_the_one_that_is_set(
    network: Network, workbook: Workbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, here = Place(workbook), LINK.partition("/workshop/")[0]
    assert place.join(CODE.lower(), here) == 10
    assert place.participant is not None
    assert str(place.participant.link) == LINK
    with pytest.raises(LinkError):
        Place(workbook).join(CODE)
    with pytest.raises(WrongCode) as caught:
        Place(workbook).join("AAAA-AAAA", here)
    assert str(caught.value) == (
        "No room on this server has this code. Look at it once more, or paste the whole join link."
    )
    monkeypatch.setenv("WORKSHOP_ROOMS", "https://rooms.example.org/user/lead")
    place.join(CODE, here)
    assert str(place.participant.link) == f"https://rooms.example.org/user/lead/workshop/#{CODE}"


def test_what_is_added_before_it_is_open_is_sent_when_it_opens(network: Network, workbook: Workbook) -> None:
    place = Place(workbook)
    place.join(LINK)
    said = place.add(given(first_option()), None, keep=True)
    assert said == ["The room does not collect this yet. It is sent by itself when the facilitator opens it."]
    network.open()
    assert place.participant is not None
    assert place.participant.keep_up()[ASKED.id] == Waiting("open", 0, 10, "room", True)
    assert network.answered == 1


def test_what_cannot_be_sent_is_kept_and_sent_later(network: Network, workbook: Workbook) -> None:
    place = Place(workbook)
    place.join(LINK)
    network.open()
    network.up = False
    assert place.add(given(first_option()), None, keep=True) == ["The room cannot be reached just now."]
    network.up = True
    again = Place(Workbook(workbook.path)).participant  # another page, after a restart of the kernel
    assert again is not None
    again.keep_up()
    assert network.answered == 1


def test_a_restarted_collector_gets_it_again_and_counts_it_once(network: Network, workbook: Workbook) -> None:
    place = Place(workbook)
    place.join(LINK)
    number = network.open()
    assert place.add(given(first_option()), None, keep=True) == [
        "It is in the room. Until the reveal you can change it or take it back."
    ]
    for _ in range(3):
        network.start()
        network.open(number)
        assert place.participant is not None
        place.participant.keep_up()
        place.participant.keep_up()
        assert network.answered == 1


def test_a_new_opening_asks_anew(network: Network, workbook: Workbook) -> None:
    place = Place(workbook)
    place.join(LINK)
    network.open()
    place.add(given(first_option()), None, keep=True)
    network.rooms.close(CODE, KEY, ASKED.id)
    network.open()
    assert place.participant is not None
    place.participant.keep_up()
    assert network.answered == 0


def test_what_is_taken_back_is_gone_and_stays_gone(network: Network, workbook: Workbook) -> None:
    place = Place(workbook)
    place.join(LINK)
    number = network.open()
    place.add(given(first_option()), None, keep=True)
    assert place.take_back(ASKED, None, keep=True) == [
        "It is taken back, as if it had never been there. You can add it again until the reveal."
    ]
    network.start()
    network.open(number)
    assert place.participant is not None
    place.participant.keep_up()
    assert network.answered == 0


def test_answers_that_are_kept_in_memory_only_are_not_written_down_when_they_are_sent(
    network: Network, workbook: Workbook
) -> None:
    place = Place(workbook)
    place.join(LINK)
    network.open()
    place.add(given(first_option()), None, keep=False)
    assert network.answered == 1
    assert '"places"' not in workbook.path.read_text(encoding="utf-8")


def test_leaving_forgets_the_room(network: Network, workbook: Workbook) -> None:
    place = Place(workbook)
    place.join(LINK)
    place.leave()
    assert place.participant is None
    assert CODE not in workbook.path.read_text(encoding="utf-8")
    assert place.add(given(first_option()), None, keep=True) == ["You are not in a room, so nothing was sent."]


def test_whoever_leaves_and_joins_again_is_counted_once_and_can_still_take_back(
    network: Network, workbook: Workbook
) -> None:
    place = Place(workbook)
    place.join(LINK)
    network.open()
    place.add(given(first_option()), None, keep=True)
    place.leave()
    place.join(LINK)
    place.add(given(first_option()), None, keep=True)
    assert network.answered == 1
    place.take_back(ASKED, None, keep=True)
    assert network.answered == 0


def test_a_place_says_nothing_when_printed(network: Network, workbook: Workbook) -> None:
    place = Place(workbook)
    place.join(LINK)
    assert repr(place) == "<Place: private>"
    assert repr(place.participant) == "<Participant: private>"


def test_a_full_room_refuses_in_a_sentence(network: Network, workbook: Workbook) -> None:
    place = Place(workbook)
    place.join(LINK)
    network.open()
    for number in range(10):
        other = Place(Workbook(workbook.path.with_name(f"{number}.json")))
        other.join(LINK)
        other.add(given(first_option()), None, keep=True)
    assert place.add(given(first_option()), None, keep=True) == [
        "All 10 seats are taken. Ask the facilitator whether the number is right."
    ]
