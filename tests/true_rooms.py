"""Rooms of twelve people, and beside them the truth about each in plain dicts, which knows nothing of our code.

A session is a list of what happens, chosen by a seed. After each happening, what is true is compared with what every
person is told, with how many are counted, and with the picture. Nothing here waits, and no clock but the session's own
goes on.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from small_rooms import ASKED, given, new_rooms

from workshop_helpers.pooling.policy import POLICIES
from workshop_helpers.pooling.release import Release
from workshop_helpers.room.client import participant
from workshop_helpers.room.client.facilitator import Facilitator, OpeningsInMemory
from workshop_helpers.room.client.membership import Membership
from workshop_helpers.room.protocol.codes import new_number
from workshop_helpers.room.protocol.links import Link
from workshop_helpers.room.protocol.replies import AnyReply, RoomCount
from workshop_helpers.room.protocol.requests import Request
from workshop_helpers.room.server.handlers import respond
from workshop_helpers.room.server.store import MemoryStore
from workshop_helpers.watcher import Watcher

PEOPLE = 12
OPTIONS = ("a", "b", "c", "d", "e", None)
POOL = "light"  # exact counts, so that a picture that is wrong by one person is seen
RULES = ("light", "room")
KEYS = {"one": ("7K3M-Q0ZD", "1" * 64), "other": ("AAAA-2222", "2" * 64)}


class Notes:
    """A workbook that lies in a dict."""

    generation = ""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], dict[str, Any]] = {}
        self._in_memory: dict[tuple[str, str], dict[str, Any]] = {}

    def get(self, part: str, name: str) -> dict[str, Any]:
        known = {**self._kept.get((part, name), {}), **self._in_memory.get((part, name), {})}
        return {key: value for key, value in known.items() if value is not None}

    def put(self, part: str, name: str, key: str, value: Any, *, keep: bool = True, generation: str = "") -> bool:
        where = self._kept if keep else self._in_memory
        if keep:
            self._in_memory.get((part, name), {}).pop(key, None)
        where.setdefault((part, name), {})[key] = value
        return True

    def is_past(self, _generation: str | None) -> bool:
        return False

    def restarted(self) -> Notes:
        """What is left of it when the kernel is another one."""
        left = Notes()
        left._kept = {where: json.loads(json.dumps(what)) for where, what in self._kept.items()}
        return left


@dataclass
class Truth:
    """What is true of the latest opening of one room; of none yet, if its ``state`` is empty."""

    state: str = ""
    number: str = ""
    policy: str = ""
    answers: dict[int, object] = field(default_factory=dict)  # by person
    picture: Release | None = None

    def enough(self) -> bool:
        return len(self.answers) >= {"light": 5, "room": 8}[self.policy]


class Collector:
    """A room's real collector, its facilitator, and the truth.

    Args:
        name: A key of ``KEYS``.
        clock: The session's.
    """

    def __init__(self, name: str, clock: Callable[[], float]) -> None:
        self.code, self.key = KEYS[name]
        self.link = Link(f"https://{name}.example", self.code)
        self.clock = clock
        self.truth = Truth()
        self.releases: dict[str, set[str]] = {}  # every picture that was ever drawn, by the opening's number
        self.openings = OpeningsInMemory()
        self.calls: Any = self  # by which the facilitator calls
        self.new_number: Callable[[], str] = new_number
        self.life = 0
        self.lives: dict[str, int] = {}  # of each opening
        self.start()

    def start(self) -> None:
        """A process that has the room's code and key, and knows nothing else."""
        self.kill()
        self.make()

    def kill(self) -> None:
        """A process that knows nothing."""
        self.life += 1
        self.rooms = new_rooms(MemoryStore(self.clock), clock=self.clock, number=self.new_number)

    def make(self) -> None:
        """Make the room."""
        self.rooms.create(PEOPLE, self.code, self.key)

    def call(self, request: Request[AnyReply]) -> AnyReply:
        reply = respond(self.rooms, request)
        if isinstance(reply, Release):
            self.releases.setdefault(self.number(), set()).add(reply.to_json())
        return reply

    @property
    def leader(self) -> Facilitator:
        """The facilitator, in a notebook that was just started."""
        return Facilitator(self.link, self.key, self.openings, self.calls)

    def count(self) -> RoomCount:
        return self.rooms.count(self.code, self.key)

    # --- what a facilitator does -------------------------------------------------------------------

    def open(self, policy: str) -> None:
        self.leader.open(POOL, None, policy)
        self.truth = Truth("open", self.number(), policy)

    def number(self) -> str:
        found = self.count().pool(POOL)
        assert found is not None
        self.lives[found.number] = self.life
        return found.number

    def close(self) -> None:
        self.leader.close(POOL)
        self.truth.state = "discarded"

    def reveal(self) -> None:
        self.truth.picture = self.leader.reveal(POOL)
        self.truth.state = "revealed"

    def restart(self) -> None:
        before = self.truth
        self.start()
        self.leader.keep_up()
        self.truth = Truth("open", self.number(), before.policy) if before.state == "open" else Truth()

    def check(self) -> None:
        """Compare what is collected with what is true."""
        found, truth = self.count().pool(POOL), self.truth
        assert (found is not None) == bool(truth.state)
        if found is None:
            return
        answered = 0 if truth.state == "discarded" else len(truth.answers)
        assert (found.state, found.number, found.policy) == (truth.state, truth.number, truth.policy)
        assert (found.answered, found.enough) == (answered, truth.state != "discarded" and truth.enough())
        assert all(len(drawn) == 1 for drawn in self.releases.values())  # one number, one picture
        if truth.picture:
            assert shown_by(truth.picture) == bars_of(truth)
            assert self.rooms.picture(self.code, POOL) == truth.picture


def bars_of(truth: Truth) -> list[tuple[int, int]]:
    """What the picture says of each option, if it is right."""
    counts = Counter(truth.answers.values())
    bounds = POLICIES[truth.policy].bounds
    return [bounds(counts[option], len(truth.answers)) for option in OPTIONS]


def shown_by(release: Release) -> list[tuple[int, int]]:
    (table,) = release.tables
    return list(zip(table.low, table.high, strict=True))


@dataclass
class Word:
    """What a person said last about a room's picture, as anybody beside them would remember it."""

    wants: bool | None = None
    number: str | None = None  # of the opening that they saw when they agreed
    policy: str = ""
    value: object = None
    over: str = ""  # what became of that opening
    at_hand: bool = False  # whether the answers are in their notebook
    kept: bool = True  # whether they may be on its disk


class Person:
    """Somebody with a notebook, and what they said last in each room."""

    def __init__(self, number: int, session: Session) -> None:
        self.number = number
        self.session = session
        self.notes = Notes()
        self.words: dict[str, Word] = {name: Word() for name in KEYS}
        self.place: str | None = None
        self.left = ""  # how that stood which had something of theirs, when they left the room
        self.start()

    def start(self) -> None:
        self._membership = self.session.make(self.notes)

    @property
    def membership(self) -> Any:
        """Their side of the room; whoever asks for it is about to have them do something."""
        self.session.acting = self
        return self._membership

    @property
    def word(self) -> Word:
        return self.words[self.where]

    @property
    def where(self) -> str:
        assert self.place
        return self.place

    @property
    def standing(self) -> Any:
        """What their page shows of where their answers are, and what can be pressed."""
        return self.membership.standing(ASKED[POOL], None)


class Session:
    """Two rooms and twelve people.

    Args:
        seed: Decides what happens.
        make: From a workbook to a person's membership; something bad, to see that it is caught.
    """

    def __init__(self, seed: int, make: Callable[[Any], Any] = Membership) -> None:
        self.chance = random.Random(seed)
        self.make = make
        self.now = 0.0
        self.acting: Person | None = None
        self.places = {name: Collector(name, lambda: self.now) for name in KEYS}
        self.people = [Person(number, self) for number in range(PEOPLE)]

    def caller(self, link: Link) -> Any:
        """What a person's notebook calls the room of a link by."""
        (found,) = (place for place in self.places.values() if str(place.link) == str(link))
        return found

    # --- what people do, and what is true then -------------------------------------------------------

    def join(self, person: Person, name: str) -> None:
        person.membership.join(str(self.places[name].link))
        person.place = name
        self.look(person)

    def leave(self, person: Person) -> None:
        self.look(person)
        truth = self.places[person.where].truth
        person.left = truth.state if person.number in truth.answers else ""
        person.membership.leave()
        person.place = None

    def add(self, person: Person, value: object, *, keep: bool) -> None:
        terms = person.standing.terms
        if terms is None:
            return  # the page offers nothing
        person.words[person.where] = Word(True, terms.number, terms.policy, value, at_hand=True, kept=keep)
        contribution = given(value, ASKED[POOL], terms.policy)
        person.membership.add(contribution, None, terms.number, keep=keep)
        self.arrives(person)

    def add_again(self, person: Person) -> None:
        standing = person.standing
        if not standing.can_add_again:
            return
        word, terms = person.word, standing.terms
        word.number, word.policy = terms.number, terms.policy
        person.membership.add_again(ASKED[POOL], None, terms.policy, terms.number)
        self.arrives(person)

    def take_back(self, person: Person) -> None:
        if person.standing.can_take_back:
            person.word.wants, person.word.at_hand = False, False
            person.membership.take_back(ASKED[POOL], None)
            self.arrives(person)

    def restart_kernel(self, person: Person) -> None:
        person.notes = person.notes.restarted()
        for word in person.words.values():
            word.at_hand = word.at_hand and word.kept
        person.start()
        self.look(person)

    def look(self, person: Person) -> None:
        person.membership.look()
        if person.place:
            self.arrives(person)

    def arrives(self, person: Person) -> None:
        """What their notebook has to say reaches the room that they are in."""
        place, word = self.places[person.where], person.word
        truth = place.truth
        is_open = truth.state == "open"
        if is_open and word.wants and word.number is None and word.policy == truth.policy and word.at_hand:
            word.number = truth.number
        if word.number != truth.number:
            return
        if not is_open:
            word.at_hand, word.over = False, truth.state  # it is forgotten; what came too late came to nothing
            word.wants = True if person.number in truth.answers else word.wants and None
        elif word.wants is False:
            truth.answers.pop(person.number, None)
        elif word.wants and word.at_hand:
            truth.answers[person.number] = word.value


@pytest.fixture
def by_hand(monkeypatch: pytest.MonkeyPatch) -> Callable[[Session], None]:
    """Looks are taken by hand, and notebooks call the rooms of a session."""
    monkeypatch.setattr(Watcher, "wake", lambda _watcher: None)

    def use(session: Session) -> None:
        monkeypatch.setattr(participant, "Caller", session.caller)

    return use
