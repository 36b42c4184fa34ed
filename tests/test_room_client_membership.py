"""A person's place in a room is remembered in their workbook, and what they agreed to stays in the room."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_assessments import choice

from workshop_helpers.answers import Answers
from workshop_helpers.errors import LinkError, Unreachable, WrongCode
from workshop_helpers.pooling.contribution import Contribution, contribution
from workshop_helpers.room.client import participant
from workshop_helpers.room.client.membership import SECONDS, Membership, News
from workshop_helpers.room.client.participant import JoinedPool
from workshop_helpers.room.protocol.replies import AnyReply
from workshop_helpers.room.protocol.requests import Request
from workshop_helpers.room.server.handlers import respond
from workshop_helpers.room.server.rooms import Rooms
from workshop_helpers.room.server.store import MemoryStore
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
        self.rooms = Rooms(MemoryStore(), assessment=lambda _name: ASKED)
        self.rooms.create(10, CODE, KEY)

    def open(self, number: str | None = None) -> str:
        return self.rooms.open(CODE, KEY, ASKED.id, None, None, number).number

    def call(self, request: Request[AnyReply]) -> AnyReply:
        if not self.up:
            raise Unreachable("The room cannot be reached just now.")
        return respond(self.rooms, request)

    @property
    def answered(self) -> int:
        (pool,) = self.rooms.state(CODE).pools
        return pool.answered


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch) -> Network:
    made = Network()
    monkeypatch.setattr(participant, "Caller", lambda _link: made)
    monkeypatch.setattr(Membership, "look_after", lambda _place: None)  # looks are taken by hand here
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


def unheard(_words: list[str]) -> None:
    """For whoever does not ask what came of it later."""


def test_joining_says_how_many_seats_there_are_and_is_remembered(network: Network, workbook: Workbook) -> None:
    assert Membership(workbook).join(LINK) == 10
    again = Membership(Workbook(workbook.path)).participant
    assert again is not None
    assert str(again.link) == LINK


def test_a_link_that_leads_nowhere_is_not_remembered(network: Network, workbook: Workbook) -> None:
    place = Membership(workbook)
    for typed, kind in [("hello", LinkError), (LINK.replace(CODE, "AAAA-AAAA"), WrongCode)]:
        with pytest.raises(kind):
            place.join(typed)
    assert place.participant is None


def test_a_code_is_enough_on_the_page_s_own_server_or_on_the_one_that_is_set(
    network: Network, workbook: Workbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, here = Membership(workbook), LINK.partition("/workshop/")[0]
    assert place.join(CODE.lower(), here) == 10
    assert place.participant is not None
    assert str(place.participant.link) == LINK
    with pytest.raises(LinkError):
        Membership(workbook).join(CODE)
    with pytest.raises(WrongCode) as caught:
        Membership(workbook).join("AAAA-AAAA", here)
    assert str(caught.value) == (
        "No room on this server has this code. Look at it once more, or paste the whole join link."
    )
    monkeypatch.setenv("WORKSHOP_ROOMS", "https://rooms.example.org/user/lead")
    place.join(CODE, here)
    assert str(place.participant.link) == f"https://rooms.example.org/user/lead/workshop/#{CODE}"


def test_what_is_added_before_it_is_open_is_sent_when_it_opens(network: Network, workbook: Workbook) -> None:
    place = Membership(workbook)
    place.join(LINK)
    said = place.add(given(first_option()), None, keep=True, later=unheard)
    assert said == ["The room does not collect this yet. Your answers are sent when the facilitator opens it."]
    network.open()
    assert place.participant is not None
    assert place.participant.keep_up()[ASKED.id] == JoinedPool("open", 0, 10, "room", True)
    assert network.answered == 1


def test_what_cannot_be_sent_is_kept_and_sent_later(network: Network, workbook: Workbook) -> None:
    place = Membership(workbook)
    place.join(LINK)
    network.open()
    network.up = False
    assert place.add(given(first_option()), None, keep=True, later=unheard) == ["The room cannot be reached just now."]
    network.up = True
    again = Membership(Workbook(workbook.path)).participant  # another page, after a restart of the kernel
    assert again is not None
    again.keep_up()
    assert network.answered == 1


def test_whoever_added_too_early_hears_of_it_when_it_is_in_the_room(network: Network, workbook: Workbook) -> None:
    place = Membership(workbook)
    place.join(LINK)
    heard: list[list[str]] = []
    place.add(given(first_option()), None, keep=True, later=heard.append)
    place.look()
    assert heard == []
    network.open()
    place.look()
    place.look()
    assert heard == [["Your answers are in the room. Until the reveal you can change them or take them back."]]


def test_whoever_added_too_early_hears_of_a_refusal_too(network: Network, workbook: Workbook) -> None:
    place = Membership(workbook)
    place.join(LINK)
    heard: list[list[str]] = []
    place.add(given(first_option()), None, keep=True, later=heard.append)
    network.open()
    for number in range(10):
        other = Membership(Workbook(workbook.path.with_name(f"{number}.json")))
        other.join(LINK)
        other.add(given(first_option()), None, keep=True, later=unheard)
    place.look()
    place.look()
    assert heard == [["All 10 seats are taken. Ask the facilitator whether the number is right."]]


def test_nobody_hears_of_what_they_took_back(network: Network, workbook: Workbook) -> None:
    place = Membership(workbook)
    place.join(LINK)
    heard: list[list[str]] = []
    place.add(given(first_option()), None, keep=True, later=heard.append)
    place.take_back(ASKED, None, keep=True)
    network.open()
    place.look()
    assert heard == []
    assert network.answered == 0


def test_a_restarted_collector_gets_it_again_and_counts_it_once(network: Network, workbook: Workbook) -> None:
    place = Membership(workbook)
    place.join(LINK)
    number = network.open()
    assert place.add(given(first_option()), None, keep=True, later=unheard) == [
        "Your answers are in the room. Until the reveal you can change them or take them back."
    ]
    for _ in range(3):
        network.start()
        network.open(number)
        assert place.participant is not None
        place.participant.keep_up()
        place.participant.keep_up()
        assert network.answered == 1


def test_a_new_opening_asks_anew(network: Network, workbook: Workbook) -> None:
    place = Membership(workbook)
    place.join(LINK)
    network.open()
    place.add(given(first_option()), None, keep=True, later=unheard)
    network.rooms.close(CODE, KEY, ASKED.id)
    network.open()
    assert place.participant is not None
    place.participant.keep_up()
    assert network.answered == 0


def test_what_is_taken_back_is_gone_and_stays_gone(network: Network, workbook: Workbook) -> None:
    place = Membership(workbook)
    place.join(LINK)
    number = network.open()
    place.add(given(first_option()), None, keep=True, later=unheard)
    assert place.take_back(ASKED, None, keep=True) == [
        "They are taken back, as if they had never been there. Until the reveal you can add them again."
    ]
    network.start()
    network.open(number)
    assert place.participant is not None
    place.participant.keep_up()
    assert network.answered == 0


def test_answers_that_are_kept_in_memory_only_are_not_written_down_when_they_are_sent(
    network: Network, workbook: Workbook
) -> None:
    place = Membership(workbook)
    place.join(LINK)
    network.open()
    place.add(given(first_option()), None, keep=False, later=unheard)
    assert network.answered == 1
    assert '"places"' not in workbook.path.read_text(encoding="utf-8")


def test_leaving_forgets_the_room(network: Network, workbook: Workbook) -> None:
    place = Membership(workbook)
    place.join(LINK)
    place.leave()
    assert place.participant is None
    assert CODE not in workbook.path.read_text(encoding="utf-8")
    assert place.add(given(first_option()), None, keep=True, later=unheard) == [
        "You are not in a room, so nothing was sent."
    ]


def test_whoever_leaves_and_joins_again_is_counted_once_and_can_still_take_back(
    network: Network, workbook: Workbook
) -> None:
    place = Membership(workbook)
    place.join(LINK)
    network.open()
    place.add(given(first_option()), None, keep=True, later=unheard)
    place.leave()
    place.join(LINK)
    place.add(given(first_option()), None, keep=True, later=unheard)
    assert network.answered == 1
    place.take_back(ASKED, None, keep=True)
    assert network.answered == 0


def test_a_membership_says_nothing_when_printed(network: Network, workbook: Workbook) -> None:
    place = Membership(workbook)
    place.join(LINK)
    assert repr(place) == "<Membership: private>"
    assert repr(place.participant) == "<Participant: private>"


def test_a_full_room_refuses_in_a_sentence(network: Network, workbook: Workbook) -> None:
    place = Membership(workbook)
    place.join(LINK)
    network.open()
    for number in range(10):
        other = Membership(Workbook(workbook.path.with_name(f"{number}.json")))
        other.join(LINK)
        other.add(given(first_option()), None, keep=True, later=unheard)
    assert place.add(given(first_option()), None, keep=True, later=unheard) == [
        "All 10 seats are taken. Ask the facilitator whether the number is right."
    ]


def test_it_is_known_whether_something_of_ones_own_is_in_the_room(network: Network, workbook: Workbook) -> None:
    place = Membership(workbook)
    assert not place.added(ASKED, None)
    place.join(LINK)
    network.open()
    assert not place.added(ASKED, None)
    place.add(given(first_option()), None, keep=True, later=unheard)
    assert place.added(ASKED, None)
    place.take_back(ASKED, None, keep=True)
    assert not place.added(ASKED, None)


def test_what_waits_to_be_sent_counts_as_added_and_what_is_refused_does_not(
    network: Network, workbook: Workbook
) -> None:
    place = Membership(workbook)
    place.join(LINK)
    network.open()
    network.up = False
    place.add(given(first_option()), None, keep=True, later=unheard)
    assert place.added(ASKED, None)
    network.up = True
    network.rooms.close(CODE, KEY, ASKED.id)
    assert place.add(given(first_option()), None, keep=True, later=unheard) == [
        "This pool was closed without a picture, and what was in it is forgotten. Open a new one."
    ]
    assert not place.added(ASKED, None)


def test_a_page_that_is_open_notices_joining_and_leaving_on_another_page(network: Network, workbook: Workbook) -> None:
    here, elsewhere = Membership(Workbook(workbook.path)), Membership(workbook)
    noticed: list[bool] = []
    here.follow("tea", lambda: noticed.append(here.joined))
    here.look()
    elsewhere.join(LINK)
    here.look()
    here.look()
    elsewhere.leave()
    here.look()
    assert noticed == [True, False]


def test_of_a_page_that_was_made_anew_only_the_last_one_is_told(network: Network, workbook: Workbook) -> None:
    place = Membership(workbook)
    place.join(LINK)
    heard: list[str] = []

    def told(page: str) -> News:
        return lambda _pools, _trouble: heard.append(page)

    for page in ("first", "second"):
        place.watch("tea", told(page))
    place.look()
    assert heard == ["second"]


def test_a_page_that_fails_does_not_keep_the_news_from_others(network: Network, workbook: Workbook) -> None:
    place = Membership(workbook)
    heard: list[str | None] = []

    def closed(*_news: object) -> None:
        raise RuntimeError("closed")

    place.follow("tea", closed)
    place.join(LINK)
    place.watch("coffee", closed)
    place.watch("tea", lambda _pools, trouble: heard.append(trouble))
    place.look()
    place.look()
    assert heard == [None, None]


def test_a_room_that_has_ended_is_told_as_such_to_somebody_who_is_in_it(network: Network, workbook: Workbook) -> None:
    place = Membership(workbook)
    place.join(LINK)
    heard: list[str | None] = []
    place.watch("tea", lambda _pools, trouble: heard.append(trouble))
    network.rooms.end(CODE, KEY)
    assert place.look() > SECONDS  # not so often now
    gone = (
        "Your room is not there just now. It has ended, or its computer was restarted; it is tried again by itself. "
        "Ask the facilitator. A new room has a new link, and you join it on the page 'Welcome'."
    )
    assert heard == [gone]
    assert place.add(given(first_option()), None, keep=True, later=unheard) == [gone]
