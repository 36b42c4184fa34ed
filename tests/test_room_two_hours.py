"""Two hours of a room in which computers are killed and lines are cut: nobody is lost or counted twice, and nothing is
drawn twice. The hours are a clock's of the test's own, and the network is a list of what came when.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import bad_memberships as bad
import pytest
from attacks import bites
from small_rooms import ASKED, given
from true_rooms import OPTIONS, PEOPLE, POOL, RULES, Collector, Person, Session, Word, by_hand, shown_by  # noqa: F401

from workshop_helpers.errors import Unreachable, WorkshopError
from workshop_helpers.pooling.policy import POLICIES
from workshop_helpers.room.client.membership import Membership
from workshop_helpers.room.protocol.codes import new_number
from workshop_helpers.room.protocol.links import Link
from workshop_helpers.room.protocol.replies import AnyReply
from workshop_helpers.room.protocol.requests import AnswerRequest, Request

TICK = 10  # seconds
TICKS = 2 * 3600 // TICK
EVENINGS = range(6)
Row = tuple[int, object]  # the highest sequence that came, and what it said


class Line:
    """One person's line to the room: it loses requests and replies, brings some twice, and some much later."""

    def __init__(self, room: TroubledRoom, person: int | None) -> None:
        self.room = room
        self.person = person

    def call(self, request: Request[AnyReply]) -> AnyReply:
        room = self.room
        trouble = room.chance.random() if room.troubled else 1.0
        if room.is_down or trouble < 0.1:
            raise Unreachable("Cut.")
        if trouble < 0.15:
            room.late.append((self.person, request))
            raise Unreachable("Slow.")
        reply = room.deliver(self.person, request)
        if trouble < 0.2:
            raise Unreachable("The reply was lost.")
        if trouble < 0.3:
            with suppress(WorkshopError):
                room.deliver(self.person, request)
        return reply


class TroubledRoom(Session):
    """A room for one evening.

    Args:
        seed: Decides what happens.
        make: From a workbook to a person's membership.
        number: Makes the number of an opening.
    """

    def __init__(
        self, seed: int, make: Callable[[Any], Any] = Membership, number: Callable[[], str] = new_number
    ) -> None:
        super().__init__(seed, make)
        self.room: Collector = self.places["one"]
        self.room.new_number = number
        self.room.start()
        self.is_down = self.troubled = False
        self.late: list[tuple[int | None, Request[Any]]] = []
        self.rows: dict[str, dict[int, Row]] = {}  # what came in time for each opening
        self.room.calls = Line(self, None)

    def caller(self, _link: Link) -> Any:
        assert self.acting
        return Line(self, self.acting.number)

    # --- the network, and the truth behind it ------------------------------------------------------------

    def deliver(self, person: int | None, request: Request[AnyReply]) -> AnyReply:
        reply = self.room.call(request)
        if isinstance(request, AnswerRequest):
            assert person is not None
            came = self.rows.setdefault(request.number, {})
            if request.sequence > came.get(person, (0, None))[0]:
                came[person] = request.sequence, request.places
        return reply

    def counted(self) -> dict[int, bytes]:
        """Who is in what is open now, and with what, by all that came."""
        found = self.room.count().pool(POOL)
        came = self.rows.get(found.number, {}) if found else {}
        return {person: places for person, (_, places) in came.items() if isinstance(places, bytes)}

    def state(self) -> str:
        with suppress(WorkshopError):
            found = self.room.count().pool(POOL)
            return found.state if found else ""
        return "gone"

    # --- ten seconds --------------------------------------------------------------------------------------

    def tick(self) -> None:
        chance = self.chance
        self.now += TICK
        self.troubled = True
        chance.shuffle(self.late)
        while self.late and chance.random() < 0.5 and not self.is_down:
            with suppress(WorkshopError):
                self.deliver(*self.late.pop())
        if chance.random() < 0.02:
            self.room.kill()
            self.is_down = True
        elif self.is_down and chance.random() < 0.4:
            self.is_down = False
        with suppress(WorkshopError):
            self.lead()
        for person in self.people:
            self.live(person)

    def lead(self) -> None:
        """The facilitator's page: it makes a room again that was forgotten, and opens again what was lost."""
        if self.is_down:
            return
        if self.state() == "gone":
            self.room.make()
        self.room.leader.keep_up()
        state = self.state()
        if state == "open":
            found = self.room.count().pool(POOL)
            if found and found.enough and self.chance.random() < 0.05:
                self.reveal()
        elif self.chance.random() < 0.1:
            self.room.leader.open(POOL, None, self.chance.choice(RULES))

    def live(self, person: Person) -> None:
        chance = self.chance
        if person.place is None:
            with suppress(Unreachable, WorkshopError):
                person.membership.join(str(self.room.link))
                person.place = "one"
            return
        if chance.random() < 0.01:
            self.restart_kernel(person)
        person.membership.look()
        standing = person.standing
        if standing.can_add_again and chance.random() < 0.3:
            person.word.number = standing.terms.number
            person.membership.add_again(ASKED[POOL], None, standing.terms.policy, standing.terms.number)
        elif standing.terms and standing.terms.number and chance.random() < 0.05:
            value, keep = chance.choice(OPTIONS), chance.random() < 0.8
            person.words["one"] = Word(True, standing.terms.number, "", value, at_hand=True, kept=keep)
            contribution = given(value, ASKED[POOL], standing.terms.policy)
            person.membership.add(contribution, None, standing.terms.number, keep=keep)
        elif standing.can_take_back and chance.random() < 0.01:
            person.word.wants = False
            person.membership.take_back(ASKED[POOL], None)

    def arrives(self, person: Person) -> None:
        """What came is known by the network itself here."""

    def reveal(self) -> None:
        """When every line has been whole for a moment, nobody is missing; then the picture is drawn."""
        self.troubled = False
        for person in self.people:
            person.membership.look()
        found, counted = self.room.count().pool(POOL), self.counted()
        assert found is not None
        for person in self.people:
            word = person.words["one"]
            if word.number != found.number:
                assert person.number not in counted
            elif word.wants and word.at_hand:
                assert counted.get(person.number) == bytes(given(word.value, ASKED[POOL]))
            elif word.wants is False:
                assert person.number not in counted
        if not found.enough:
            return  # somebody took back what they added, while their line was cut
        self.troubled = True
        drawn = None
        while drawn is None:
            with suppress(Unreachable):
                drawn = self.room.leader.reveal(POOL)
        counts = [0] * len(OPTIONS)
        for places in counted.values():
            counts[places[0]] += 1
        bounds = POLICIES[found.policy].bounds
        assert shown_by(drawn) == [bounds(count, len(counted)) for count in counts]


def attack_evenings(make: Callable[..., TroubledRoom], use: Callable[[Session], None]) -> int:
    """Have evenings happen; return how many pictures were drawn."""
    pictures = 0
    for seed in EVENINGS:
        evening = make(seed)
        use(evening)
        for tick in range(TICKS):
            evening.tick()
            if evening.state() == "open":
                found = evening.room.count().pool(POOL)
                assert found is not None
                assert found.answered == len(evening.counted()) <= PEOPLE, (seed, tick)
        assert all(len(drawn) == 1 for drawn in evening.room.releases.values())
        pictures += len(evening.room.releases)
    return pictures


def test_in_two_hours_of_kills_and_cuts_nobody_is_lost_or_counted_twice_and_nothing_is_drawn_twice(
    by_hand: Callable[[Session], None],  # noqa: F811
) -> None:
    assert attack_evenings(TroubledRoom, by_hand) >= 5 * len(EVENINGS)


@pytest.mark.parametrize(
    "make",
    [
        lambda seed: TroubledRoom(seed, bad.NeverSendsAgainItself),
        lambda seed: TroubledRoom(seed, bad.IsSomebodyElseAfterARestart),
        lambda seed: TroubledRoom(seed, number=lambda: "12345678"),
    ],
    ids=["never sends again", "another person after a restart", "the same number again"],
)
def test_an_evening_bites(make: Callable[..., TroubledRoom], by_hand: Callable[[Session], None]) -> None:  # noqa: F811
    bites(lambda made: attack_evenings(made, by_hand), make)
