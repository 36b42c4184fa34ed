"""A room through what happens to computers: cut networks, restarted kernels, closed laptops. All processes are real.

Afterwards everybody is counted once, with their last word, and nobody had to do anything about it.
"""

import contextlib
import json
import os
import signal
import socket
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from threading import Event, Thread
from typing import Any, Literal

import pytest
from small_kernels import Kernel
from small_rooms import chosen, free_port, room_process, until

from workshop_helpers.content.loading import load_workshop
from workshop_helpers.pooling.catalogue import Catalogue
from workshop_helpers.pooling.release import Release
from workshop_helpers.room.client.caller import Caller
from workshop_helpers.room.client.leadership import Leadership
from workshop_helpers.room.client.led_room import LedRoomEntry
from workshop_helpers.room.client.membership import Membership
from workshop_helpers.room.protocol.links import Link
from workshop_helpers.room.protocol.replies import PoolCount, RoomCount
from workshop_helpers.room.protocol.requests import CountRequest
from workshop_helpers.room.server.standalone import Identity, link_of, read_identity
from workshop_helpers.workbook import Workbook

WORKSHOP = load_workshop()
ASKED = WORKSHOP.assessment("what-counts")  # exact counts, so that every last word shows
CUT = 10.0  # seconds
ASLEEP = 8.0  # seconds; longer than a caller waits for a reply
pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="processes cannot be put to sleep here")


class Way:
    """A way to a port, which can be cut: the calls then find nobody, or somebody who never says anything."""

    def __init__(self, to: int) -> None:
        self._to = to
        self.port = free_port()
        self._listening: socket.socket | None = None
        self._how: Literal["open", "silent", "one way"] = "open"
        self.open()

    def open(self) -> None:
        self._how = "open"
        self._listen()

    def be_silent(self) -> None:
        """Calls are accepted, and nothing of them comes through."""
        self._how = "silent"

    def lose_replies(self) -> None:
        """Answers come through, and nothing comes back."""
        self._how = "one way"

    def refuse(self) -> None:
        """Nobody is there."""
        if self._listening:
            self._listening.shutdown(socket.SHUT_RDWR)
            self._listening.close()
            self._listening = None

    def _listen(self) -> None:
        if self._listening is None:
            self._listening = socket.create_server(("127.0.0.1", self.port))
            Thread(target=self._accept, args=(self._listening,), daemon=True).start()

    def _accept(self, listening: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while True:
                Thread(target=self._pass_on, args=(listening.accept()[0],), daemon=True).start()

    def _pass_on(self, caller: socket.socket) -> None:
        how = self._how
        with contextlib.suppress(OSError), caller:
            if how == "silent":
                while caller.recv(65536):
                    pass
                return
            with socket.create_connection(("127.0.0.1", self._to)) as room:
                heard = caller.recv(65536)
                Thread(target=self._pump, args=(heard, caller, room), daemon=True).start()
                while part := room.recv(65536):
                    if how == "open" or b"/v1/answer" not in heard:
                        caller.sendall(part)
                while how == "one way" and b"/v1/answer" in heard and caller.recv(1):
                    pass

    @staticmethod
    def _pump(heard: bytes, caller: socket.socket, room: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while heard:
                room.sendall(heard)
                heard = caller.recv(65536)


class Room:
    """A collector in a process of its own, with ways to it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.identity: Identity = read_identity(folder / "room.json")
        self.port = free_port()
        self.process = 0
        self._direct = Caller(self.link(), 0)
        self.last: dict[int, int] = {}  # what each person said last, as ``chosen`` makes it

    def link(self, way: Way | None = None) -> Link:
        return link_of("127.0.0.1", way.port if way else self.port, self.identity)

    def line(self, way: Way | None = None) -> str:
        return f"{self.link(way)}.{self.identity.key}"

    def state(self) -> RoomCount:
        return self._direct.call(CountRequest(self.identity.code, self.identity.key))

    def pool(self) -> PoolCount | None:
        return next(iter(self.state().pools), None)

    def answered(self) -> int:
        (pool,) = self.state().pools
        return pool.answered

    def has_what_was_sent_from(self, home: Path) -> bool:
        """Whether a notebook believes that the room has their last word."""
        return bool(said(home)[f"{ASKED.id} changes"]["done"])

    def check(self, release: Release) -> None:
        """Everybody is in the picture once, with their last word."""
        assert release.n == len(self.last)
        rows = [bytes(chosen(number, ASKED)) for number in self.last.values()]
        for place, table in enumerate(release.tables):
            exact = tuple(sum(row[place] == option for row in rows) for option in range(len(table.options)))
            assert tuple(table.low) == tuple(table.high) == exact


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = Room(tmp_path)
    with room_process(tmp_path, "127.0.0.1", made.port, tmp_path / "log", 12) as started:
        made.process = started.pid
        until(made.state)
        yield made


class Person:
    """A participant in this process, with a workbook and the thread that looks after what was sent."""

    def __init__(self, room: Room, number: int, way: Way | None = None) -> None:
        self._room, self._number = room, number
        self.home = room.folder / f"person-{number}"
        self.membership = Membership(Workbook(self.home / "workbook.json"))
        self.membership.join(str(room.link(way)))

    def add(self, value: int) -> None:
        self._room.last[self._number] = value
        terms = self.membership.standing(ASKED, None).terms
        self.membership.add(chosen(value, ASKED), None, terms.number if terms else None, keep=True)

    def take_back(self) -> None:
        del self._room.last[self._number]
        self.membership.take_back(ASKED, None)


@contextlib.contextmanager
def people(room: Room, number: int, way: Callable[[int], Way | None] = lambda _: None) -> Iterator[list[Person]]:
    made = [Person(room, i, way(i)) for i in range(number)]
    try:
        yield made
    finally:
        for each in made:
            each.membership.leave()  # so that the thread ends


def at_once(*acts: Callable[[], object]) -> list[Thread]:
    threads = [Thread(target=act, daemon=True) for act in acts]
    for thread in threads:
        thread.start()
    return threads


# --- the network --------------------------------------------------------------------------------------------


def test_a_network_that_is_cut_for_ten_seconds_loses_nobody_and_counts_nobody_twice(room: Room) -> None:
    refusing, silent = Way(room.port), Way(room.port)
    leading = Leadership(LedRoomEntry(Workbook(room.folder / "leader.json")), Catalogue(WORKSHOP))
    leading.take_line(room.line(silent))
    heard = Event()
    leading.watch(lambda _news: heard.set())
    leading.open(ASKED.id)
    with people(room, 11, lambda number: (refusing, silent)[number % 2]) as all_of_them:
        for number, one in enumerate(all_of_them[:8]):
            one.add(number)
        before = time.monotonic()
        refusing.refuse()
        silent.be_silent()
        acts = at_once(
            *(lambda one=one, value=value: one.add(value) for value, one in enumerate(all_of_them[:4], 100)),
            *(one.take_back for one in all_of_them[4:6]),
            *(lambda one=one, value=value: one.add(value) for value, one in enumerate(all_of_them[8:], 200)),
        )
        twice = [lambda one=one: (one.take_back(), one.add(300)) for one in all_of_them[6:8]]
        acts += at_once(*twice)
        time.sleep(max(0.0, before + CUT - time.monotonic()))
        assert room.answered() == 8
        refusing.open()
        silent.open()
        for act in acts:
            act.join(60)
        until(lambda: all(room.has_what_was_sent_from(one.home) for one in all_of_them))
        assert room.answered() == len(room.last) == 9
        heard.clear()
        assert heard.wait(60)  # the facilitator's page looks again by itself
        room.check(leading.reveal(ASKED.id))
        leading.end()


# --- kernels ------------------------------------------------------------------------------------------------


SIT = """
from small_rooms import chosen
from workshop_helpers.room.client.membership import own_membership
from workshop_helpers.content.loading import load_workshop
asked, membership = load_workshop().assessment({asked!r}), own_membership()
membership.look_after()  # as a page does when it is opened
def add(value, keep):
    terms = membership.standing(asked, None).terms
    return membership.add(chosen(value, asked), None, terms and terms.number, keep=keep)
def take_back(): return membership.take_back(asked, None)
"""
LEAD = """
from workshop_helpers.room.client.leadership import own_leadership
leading = own_leadership()
leading.watch(lambda _: None)  # as the console does
"""


@contextlib.contextmanager
def kernels(folder: Path, **begins: str) -> Iterator[Mapping[str, Kernel]]:
    started = {name: Kernel(folder / name, code) for name, code in begins.items()}
    try:
        yield started
    finally:
        for kernel in started.values():
            kernel.kill()


def test_kernels_that_are_killed_and_started_anew_lose_nothing_and_count_nobody_twice(room: Room) -> None:
    ways = {"kept": Way(room.port), "memory": Way(room.port)}
    sit = SIT.format(asked=ASKED.id)
    with kernels(room.folder, leader=LEAD, kept=sit, memory=sit) as all_of_them, people(room, 4) as others:
        leader, kept, memory = all_of_them.values()
        leader.begin(f"leading.take_line({room.line()!r}); leading.open({ASKED.id!r})")
        until(room.pool)
        opened = room.pool()
        assert opened is not None
        for number, one in enumerate(others):
            one.add(number)
        for name, kernel in [("kept", kept), ("memory", memory)]:
            kernel.worth(f"membership.join({str(room.link(ways[name]))!r})")

        # killed when everything has been sent
        for number, kernel, keep in [(10, kept, True), (11, memory, False)]:
            kernel.worth(f"add({number}, {keep})")
            room.last[number] = number
        assert room.answered() == 6
        for kernel in (leader, kept, memory):
            kernel.restart()
        assert leader.worth("list(leading.pools())") == [ASKED.id]
        for kernel in (kept, memory):
            assert kernel.worth("membership.participant.keep_up()[asked.id].added") is True
        assert room.answered() == 6

        # killed when they have agreed, and nothing has been sent
        for way in ways.values():
            way.be_silent()
        kept.begin("add(20, True)")
        memory.begin("add(21, False)")
        until(lambda: not room.has_what_was_sent_from(kept.home))
        until(lambda: said(memory.home)[f"{ASKED.id} changes"]["sequence"] == 2)
        for kernel in (kept, memory):
            kernel.restart()
        for way in ways.values():
            way.open()
        room.last[10] = 20  # the other one was in memory only, so what they sent before holds
        kept.worth("None")
        until(lambda: room.has_what_was_sent_from(kept.home))
        assert room.answered() == 6

        # killed when it has been counted, and no notebook knows
        for kernel in (kept, memory):
            kernel.worth("take_back()")
        assert room.answered() == 4
        for way in ways.values():
            way.lose_replies()
        kept.begin("add(30, True)")
        memory.begin("add(31, False)")
        until(lambda: room.answered() == 6)
        assert not room.has_what_was_sent_from(kept.home)
        for kernel in (kept, memory):
            kernel.restart()
        for way in ways.values():
            way.open()
        kept.worth("None")
        until(lambda: room.has_what_was_sent_from(kept.home))
        memory.worth("add(41, False)")  # and whoever adds once more is still one person
        room.last |= {10: 30, 11: 41}

        assert [(pool.number, pool.answered) for pool in room.state().pools] == [(opened.number, 6)]
        room.check(Release.from_json(leader.worth(f"leading.reveal({ASKED.id!r}).to_json()")))


# --- laptops that are closed ----------------------------------------------------------------------------------


def test_laptops_that_sleep_longer_than_anybody_waits_lose_nothing_and_count_nobody_twice(room: Room) -> None:
    with (
        kernels(room.folder, leader=LEAD, one=SIT.format(asked=ASKED.id)) as all_of_them,
        people(room, 6) as others,
    ):
        leader, one = all_of_them.values()
        leader.begin(f"leading.take_line({room.line()!r}); leading.open({ASKED.id!r})")
        one.worth(f"membership.join({str(room.link())!r})")
        until(room.pool)
        for number, person in enumerate(others[:5]):
            person.add(number)
        one.worth("add(10, True)")

        os.kill(room.process, signal.SIGSTOP)
        one.begin("add(20, True)")
        room.last[10] = 20
        acts = at_once(lambda: others[0].add(100), others[1].take_back, lambda: others[5].add(200))
        until(lambda: not room.has_what_was_sent_from(one.home))
        for kernel in (leader, one):
            kernel.sleep()
        time.sleep(ASLEEP)
        os.kill(room.process, signal.SIGCONT)
        for act in acts:
            act.join(60)
        for kernel in (leader, one):
            kernel.wake()
        homes = [one.home, *(person.home for person in others)]
        until(lambda: all(room.has_what_was_sent_from(home) for home in homes))
        assert room.answered() == len(room.last) == 6
        room.check(Release.from_json(leader.worth(f"leading.reveal({ASKED.id!r}).to_json()")))


def said(home: Path) -> dict[str, Any]:
    """What a workbook remembers of what was sent."""
    (sent,) = json.loads((home / "workbook.json").read_text(encoding="utf-8"))["sent"].values()
    return dict(sent)
