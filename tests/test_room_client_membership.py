"""A person's membership of a room is remembered in their workbook, and what they agreed to stays in the room."""

from __future__ import annotations

import json
from pathlib import Path
from unittest.mock import ANY

import pytest
from several_threads import at_once
from small_assessments import choice

from workshop_helpers.answers import Answers
from workshop_helpers.errors import LinkError, Unreachable, WrongCode
from workshop_helpers.pooling.contribution import Contribution, contribution
from workshop_helpers.pooling.policy import POLICIES
from workshop_helpers.room.client import participant
from workshop_helpers.room.client.membership import Membership
from workshop_helpers.room.client.participant import JoinedPool
from workshop_helpers.room.news import News
from workshop_helpers.room.protocol.replies import AnyReply
from workshop_helpers.room.protocol.requests import Request
from workshop_helpers.room.server.handlers import respond
from workshop_helpers.room.server.rooms import Rooms
from workshop_helpers.room.server.store import MemoryStore
from workshop_helpers.room.standing import Stand, Standing
from workshop_helpers.watcher import PARTICIPANTS_PAUSE, Watcher
from workshop_helpers.workbook import Workbook

CODE, KEY = "7K3M-Q0ZD", "0" * 64
LINK = f"http://127.0.0.1:8888/workshop/#{CODE}"
ASKED = choice()
FULL = (
    "The room did not take your last change. It said: “All 10 seats are taken. Ask the facilitator whether the number "
    "is right.”"
)


class Network:
    """Calls that reach a collector in this process, or nobody."""

    def __init__(self) -> None:
        self.up = True
        self.start()

    def start(self) -> None:
        """A collector with an empty memory and the same room."""
        self.rooms = Rooms(MemoryStore(), assessment=lambda _name: ASKED)
        self.rooms.create(10, CODE, KEY)

    def open(self) -> None:
        self.rooms.open(CODE, KEY, ASKED.id, None, None, None)

    def close(self) -> None:
        (pool,) = self.rooms.state(CODE).pools
        self.rooms.close(CODE, KEY, ASKED.id, pool.number)

    def call(self, request: Request[AnyReply]) -> AnyReply:
        if not self.up:
            raise Unreachable("The room cannot be reached just now.")
        return respond(self.rooms, request)

    @property
    def answered(self) -> int:
        (pool,) = self.rooms.count(CODE, KEY).pools
        return pool.answered


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch) -> Network:
    made = Network()
    monkeypatch.setattr(participant, "Caller", lambda _link: made)
    monkeypatch.setattr(Watcher, "wake", lambda _watcher: None)  # looks are taken by hand here
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


def standing(membership: Membership) -> Standing:
    return membership.standing(ASKED, None)


def add(membership: Membership, *, keep: bool = True) -> Standing:
    """Somebody looks at the room, agrees to what they see, and adds something."""
    membership.look()
    rule = standing(membership).terms
    number = rule.number if rule else None
    membership.add(given(first_option()), None, number, keep=keep)
    return standing(membership)


def test_joining_says_how_many_seats_there_are_and_is_remembered(network: Network, workbook: Workbook) -> None:
    assert Membership(workbook).join(LINK) == 10
    again = Membership(Workbook(workbook.path)).participant
    assert again is not None
    assert str(again.link) == LINK


def test_a_link_that_leads_nowhere_is_not_remembered(network: Network, workbook: Workbook) -> None:
    membership = Membership(workbook)
    for typed, kind in [("hello", LinkError), (LINK.replace(CODE, "AAAA-AAAA"), WrongCode)]:
        with pytest.raises(kind):
            membership.join(typed)
    assert membership.participant is None


def test_a_code_is_enough_on_the_page_s_own_server_or_on_the_one_that_is_set(
    network: Network, workbook: Workbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    membership, here = Membership(workbook), LINK.partition("/workshop/")[0]
    assert membership.join(CODE.lower(), here) == 10
    assert membership.participant is not None
    assert str(membership.participant.link) == LINK
    with pytest.raises(LinkError):
        Membership(workbook).join(CODE)
    with pytest.raises(WrongCode) as caught:
        Membership(workbook).join("AAAA-AAAA", here)
    assert str(caught.value) == (
        "No room on this server has this code. Look at it once more, or paste the whole join link."
    )
    monkeypatch.setenv("WORKSHOP_ROOMS", "https://rooms.example.org/user/lead")
    membership.join(CODE, here)
    assert str(membership.participant.link) == f"https://rooms.example.org/user/lead/workshop/#{CODE}"


def test_what_is_added_before_it_is_open_is_sent_when_it_opens(network: Network, workbook: Workbook) -> None:
    membership = Membership(workbook)
    membership.join(LINK)
    assert add(membership).kind is Stand.WAITING
    network.open()
    assert membership.participant is not None
    assert membership.participant.keep_up()[ASKED.id] == JoinedPool("open", False, "room", True, ANY)
    assert network.answered == 1


def test_what_cannot_be_sent_is_kept_and_sent_later(network: Network, workbook: Workbook) -> None:
    membership = Membership(workbook)
    membership.join(LINK)
    network.open()
    membership.look()
    network.up = False
    assert add(membership).words == [
        "The room cannot be reached just now. Your answers are kept here; it is tried again by itself.",
        "Your answers are on their way. The room has not said yet that it has them.",
    ]
    network.up = True
    again = Membership(Workbook(workbook.path)).participant  # another page, after a restart of the kernel
    assert again is not None
    again.keep_up()
    assert network.answered == 1


def test_whoever_added_too_early_stands_in_the_room_when_it_is_open(network: Network, workbook: Workbook) -> None:
    membership = Membership(workbook)
    membership.join(LINK)
    add(membership)
    membership.look()
    assert standing(membership).kind is Stand.WAITING
    network.open()
    membership.look()
    assert standing(membership).kind is Stand.COUNTED


def test_whoever_added_too_early_hears_of_a_refusal_too(network: Network, workbook: Workbook) -> None:
    membership = Membership(workbook)
    membership.join(LINK)
    add(membership)
    network.open()
    for number in range(10):
        other = Membership(Workbook(workbook.path.with_name(f"{number}.json")))
        other.join(LINK)
        add(other)
    membership.look()
    membership.look()
    assert standing(membership).words == [FULL]


def test_nobody_is_counted_who_took_back_before_it_was_open(network: Network, workbook: Workbook) -> None:
    membership = Membership(workbook)
    membership.join(LINK)
    add(membership)
    membership.take_back(ASKED, None)
    network.open()
    membership.look()
    assert standing(membership).words == []
    assert network.answered == 0


def test_a_restarted_collector_gets_it_again_with_one_press_and_counts_it_once(
    network: Network, workbook: Workbook
) -> None:
    membership = Membership(workbook)
    membership.join(LINK)
    network.open()
    assert add(membership).words == [
        "Your answers are in the room. Until the reveal you can change them or take them back."
    ]
    for _ in range(3):
        network.start()
        membership.look()
        assert standing(membership).words == [
            "The room was restarted, and what people had added is lost. When this is opened again, you are asked "
            "whether to add your answers again."
        ]
        network.open()
        for _ in range(2):
            membership.look()
        assert network.answered == 0
        stands = standing(membership)
        assert stands.words == [
            "The room was restarted, and what people had added is lost. Nothing of yours is in it now. The rule now: "
            f"{POLICIES['room'].words}.",
            "Add your answers again?",
        ]
        assert stands.terms is not None
        membership.add_again(ASKED, None, stands.terms.policy, stands.terms.number)
        assert standing(membership).kind is Stand.COUNTED
        assert network.answered == 1


def test_a_new_opening_asks_anew(network: Network, workbook: Workbook) -> None:
    membership = Membership(workbook)
    membership.join(LINK)
    network.open()
    add(membership)
    network.close()
    network.open()
    membership.look()
    assert network.answered == 0
    assert standing(membership).words == [
        "This was opened anew after you agreed. Nothing of yours is in it now. The rule now: "
        f"{POLICIES['room'].words}.",
        "Add your answers again?",
    ]


def test_what_is_taken_back_is_gone_and_stays_gone(network: Network, workbook: Workbook) -> None:
    membership = Membership(workbook)
    membership.join(LINK)
    network.open()
    add(membership)
    membership.take_back(ASKED, None)
    assert standing(membership).words == [
        "They are taken back, as if they had never been there. Until the reveal you can add them again."
    ]
    network.start()
    network.open()
    membership.look()
    assert standing(membership).words == []
    assert network.answered == 0


def test_answers_that_are_kept_in_memory_only_are_not_written_down_when_they_are_sent(
    network: Network, workbook: Workbook
) -> None:
    membership = Membership(workbook)
    membership.join(LINK)
    network.open()
    add(membership, keep=False)
    assert network.answered == 1
    assert '"places"' not in workbook.path.read_text(encoding="utf-8")


def test_leaving_forgets_the_room(network: Network, workbook: Workbook) -> None:
    membership = Membership(workbook)
    membership.join(LINK)
    membership.leave()
    assert membership.participant is None
    assert CODE not in workbook.path.read_text(encoding="utf-8")
    assert add(membership) == Standing(Stand.OUTSIDE)


def test_whoever_leaves_is_told_that_what_they_added_stays(network: Network, workbook: Workbook) -> None:
    membership = Membership(workbook)
    membership.join(LINK)
    network.open()
    add(membership)
    membership.leave()
    assert standing(membership).words == [
        "You have left the room. What you added was in it when you left, and counts if a picture is drawn. To take it "
        "back before that, join the room again with the same link."
    ]
    membership.join(LINK)
    assert standing(membership).kind is Stand.COUNTED
    assert network.answered == 1


def test_whoever_was_in_another_room_meanwhile_is_counted_once(network: Network, workbook: Workbook) -> None:
    membership = Membership(workbook)
    membership.join(LINK)
    network.open()
    add(membership)
    membership.leave()
    membership.join(LINK.replace("8888", "8889"))  # another address is another room
    membership.join(LINK)
    add(membership)
    assert network.answered == 1
    membership.take_back(ASKED, None)
    assert network.answered == 0


def test_a_notebook_that_was_just_started_says_only_what_it_knows(network: Network, workbook: Workbook) -> None:
    membership = Membership(workbook)
    membership.join(LINK)
    network.open()
    add(membership)
    again = Membership(Workbook(workbook.path))
    assert standing(again).words == ["When the room was last reached, your answers were in it."]
    again.look()
    assert standing(again).kind is Stand.COUNTED
    assert standing(again).words != ["When the room was last reached, your answers were in it."]


def test_what_was_added_can_be_taken_back_as_one_leaves(network: Network, workbook: Workbook) -> None:
    membership = Membership(workbook)
    membership.join(LINK)
    network.open()
    assert not membership.holds
    add(membership)
    assert membership.holds
    network.up = False
    with pytest.raises(Unreachable) as caught:
        membership.leave(take_back=True)
    assert str(caught.value) == (
        "The room cannot be reached just now. It is not known whether anything was taken back. You are still in the "
        "room."
    )
    assert membership.joined
    network.up = True
    membership.leave(take_back=True)
    assert (membership.joined, membership.holds, network.answered) == (False, False, 0)
    assert standing(membership).words == []


def test_whoever_leaves_and_joins_again_is_counted_once_and_can_still_take_back(
    network: Network, workbook: Workbook
) -> None:
    membership = Membership(workbook)
    membership.join(LINK)
    network.open()
    add(membership)
    membership.leave()
    membership.join(LINK)
    add(membership)
    assert network.answered == 1
    membership.take_back(ASKED, None)
    assert network.answered == 0


@pytest.mark.parametrize("where", ["here", "elsewhere"])
def test_what_is_on_its_way_while_everything_is_forgotten_is_not_written_back(
    network: Network, workbook: Workbook, where: str
) -> None:
    one = Membership(workbook)
    one.join(LINK)
    forgotten = workbook if where == "here" else Workbook(workbook.path)
    call = network.call

    def forget_meanwhile(request: Request[AnyReply]) -> AnyReply:
        forgotten.forget()
        return call(request)

    network.call = forget_meanwhile  # type: ignore[method-assign]
    network.open()
    one.add(given("a"), None, None, keep=True)
    assert not one.joined
    assert json.loads(workbook.path.read_text()).keys() == {"this-is", "format", "generation"}


def test_nobody_joins_a_room_by_a_link_that_was_typed_before_everything_was_forgotten(
    network: Network, workbook: Workbook
) -> None:
    call = network.call

    def forget_meanwhile(request: Request[AnyReply]) -> AnyReply:
        Workbook(workbook.path).forget()
        return call(request)

    network.call = forget_meanwhile  # type: ignore[method-assign]
    one = Membership(workbook)
    one.join(LINK)
    assert not one.joined


def test_a_membership_says_nothing_when_printed(network: Network, workbook: Workbook) -> None:
    membership = Membership(workbook)
    membership.join(LINK)
    assert repr(membership) == "<Membership: private>"
    assert repr(membership.participant) == "<Participant: private>"


def test_a_full_room_refuses_in_a_sentence(network: Network, workbook: Workbook) -> None:
    membership = Membership(workbook)
    membership.join(LINK)
    network.open()
    for number in range(10):
        other = Membership(Workbook(workbook.path.with_name(f"{number}.json")))
        other.join(LINK)
        add(other)
    assert add(membership).words == [FULL]


def test_it_is_known_whether_something_of_ones_own_is_in_the_room(network: Network, workbook: Workbook) -> None:
    membership = Membership(workbook)
    assert standing(membership) == Standing(Stand.OUTSIDE)
    membership.join(LINK)
    network.open()
    assert add(membership).mine
    membership.take_back(ASKED, None)
    assert not standing(membership).mine


def test_what_waits_to_be_sent_is_ones_own_and_what_came_too_late_is_not(network: Network, workbook: Workbook) -> None:
    membership = Membership(workbook)
    membership.join(LINK)
    network.open()
    membership.look()
    network.up = False
    assert add(membership).mine
    network.up = True
    network.close()
    membership.look()
    assert standing(membership).words == [
        "This was closed without a picture. It is not known whether your answers were in it; they are forgotten there."
    ]


def test_a_page_that_is_open_notices_joining_and_leaving_on_another_page(network: Network, workbook: Workbook) -> None:
    here, elsewhere = Membership(Workbook(workbook.path)), Membership(workbook)
    noticed: list[News[JoinedPool]] = []
    here.watch(noticed.append)
    here.look()
    elsewhere.join(LINK)
    room = elsewhere.room
    assert room is not None
    here.look()
    elsewhere.leave()
    here.look()
    assert noticed == [News(None), News(room), News(None)]


def test_looks_go_on_while_there_is_a_room_or_a_page_that_waits_for_one(network: Network, workbook: Workbook) -> None:
    membership = Membership(workbook)
    assert membership.look() is None
    heard: list[News[JoinedPool]] = []
    membership.watch(heard.append)
    assert membership.look() == PARTICIPANTS_PAUSE
    membership.unwatch(heard.append)
    assert membership.look() is None
    membership.join(LINK)
    assert membership.look() == PARTICIPANTS_PAUSE
    membership.leave()
    assert membership.look() is None


def test_two_pages_that_show_one_pool_are_both_told(network: Network, workbook: Workbook) -> None:
    membership = Membership(workbook)
    membership.join(LINK)
    network.open()
    first, second = list[News[JoinedPool]](), list[News[JoinedPool]]()
    membership.watch(first.append)
    membership.watch(second.append)
    membership.look()
    assert first == second == [News(membership.room, {ASKED.id: JoinedPool("open", False, "room", False, ANY)})]


@pytest.mark.usefixtures("for_people")
def test_a_page_that_fails_does_not_keep_the_news_from_others(network: Network, workbook: Workbook) -> None:
    membership = Membership(workbook)
    membership.join(LINK)
    heard: list[str | None] = []

    def closed(_news: object) -> None:
        heard.append("closed")
        raise RuntimeError

    membership.watch(closed)
    membership.watch(lambda news: heard.append(news.trouble))
    membership.look()
    membership.look()
    assert heard == ["closed", None, None]


def test_looks_become_rarer_while_the_room_cannot_be_reached(network: Network, workbook: Workbook) -> None:
    membership = Membership(workbook)
    membership.join(LINK)
    network.up = False
    pauses = [PARTICIPANTS_PAUSE]
    for _ in range(6):
        pauses.append(membership.look(pauses[-1]) or 0.0)
    assert [round(pause, 2) for pause in pauses] == [2.5, 4.0, 6.4, 10.24, 16.38, 20.0, 20.0]
    network.up = True
    assert membership.look(20.0) == PARTICIPANTS_PAUSE


def test_two_threads_that_ask_for_the_participant_get_the_same_one(network: Network, workbook: Workbook) -> None:
    for _ in range(100):
        membership = Membership(workbook)
        membership.join(LINK)
        membership._participant = None
        found: list[object] = []
        at_once(lambda _, found=found, membership=membership: found.append(membership.participant), 4)  # type: ignore[misc]
        assert len({id(one) for one in found}) == 1


def test_a_room_that_has_ended_is_told_as_such_to_somebody_who_is_in_it(network: Network, workbook: Workbook) -> None:
    membership = Membership(workbook)
    membership.join(LINK)
    heard: list[str | None] = []
    membership.watch(lambda news: heard.append(news.trouble))
    network.rooms.end(CODE, KEY)
    assert membership.look() == 20.0  # not so often now
    gone = (
        "Your room is not there just now. It has ended, or its computer was restarted; it is tried again by itself. "
        "Ask the facilitator. A new room has a new link, and you join it on the page 'Welcome'."
    )
    assert heard == [gone]
    assert standing(membership).words == []
    assert add(membership).words[0] == gone
