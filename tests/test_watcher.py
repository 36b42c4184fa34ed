"""One loop looks at a room: whoever asks is looked for, one thread does it, and it ends when nobody is left."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable, Iterator
from itertools import count, cycle
from threading import Condition, Event
from typing import Any
from unittest.mock import Mock, call

import bad_watchers as bad
import pytest
from several_threads import at_once

from workshop_helpers import watcher
from workshop_helpers.watcher import LONGEST_PAUSE, Watcher, longer

Kind = type[Watcher[Any]]
NEVER = 3600.0  # seconds until the next look: if nobody asks, none comes
LONG = 20.0  # seconds to wait for what comes at once
SHORT = 1.0  # and those after which a bad watcher is taken not to do it
NUMBERS = count()
pytestmark = pytest.mark.usefixtures("impatient_threads")


class Room:
    """Something that is looked at: it counts how often, and says in turn when to look again, or that it is over."""

    def __init__(self, kind: Kind, *pauses: float | None) -> None:
        self.begun = 0
        self.during_a_look: Callable[[], object] = lambda: None
        self._pauses: Iterator[float | None] = cycle(pauses)
        self._changed = Condition()
        self.watcher = kind(f"room {next(NUMBERS)}", self._look, NEVER)

    def _look(self, _pause: float) -> float | None:
        with self._changed:
            self.begun += 1
            self._changed.notify_all()
        self.during_a_look()
        self.watcher.tell(self.begun)
        return next(self._pauses)

    @property
    def threads(self) -> list[threading.Thread]:
        """Those that look at it."""
        return [thread for thread in threading.enumerate() if thread.name == self.watcher._name]

    def looked(self, before: int, seconds: float = LONG) -> bool:
        """Whether it is looked at once more than it was before."""
        with self._changed:
            return self._changed.wait_for(lambda: self.begun > before, seconds)

    def end(self) -> None:
        """Look once more, and have its threads end."""
        self._pauses = cycle([None])
        self.during_a_look = lambda: None
        self.watcher.wake()
        for thread in self.threads:
            while thread.is_alive():  # a bad watcher has one too many, and each takes what is meant for the other
                with self.watcher._changed:
                    self.watcher._due = True
                    self.watcher._changed.notify_all()
                thread.join(0.01)

    def join(self) -> None:
        """Wait until its threads have ended."""
        for thread in self.threads:
            thread.join(LONG)
            assert not thread.is_alive()


# --- a lost wake-up, and a thread that is about to end -------------------------------------------------------


def attack_asking_during_a_look(kind: Kind, seconds: float = LONG) -> None:
    """Somebody asks while the room is looked at: they may have changed what that look has seen already."""
    room = Room(kind, NEVER)
    asked = Event()

    def ask_once() -> None:
        if not asked.is_set():
            asked.set()
            room.watcher.wake()

    room.during_a_look = ask_once
    room.watcher.wake()
    again = room.looked(1, seconds)
    room.end()
    assert again


def ask_again_and_again(*pauses: float | None) -> None:
    """Two ask, look after look: each time a look begins afterwards, whether the thread waits or ends."""
    room = Room(Watcher, *pauses)

    def ask(_thread: int) -> None:
        for _ in range(1500):
            before = room.begun
            room.watcher.wake()
            assert room.looked(before)

    try:
        at_once(ask, 2)
    finally:
        room.end()


class LateThread(threading.Thread):
    """A thread that has nothing more to do and still lives, as each does for a moment, until it is let go."""

    over, let_go = Event(), Event()

    def run(self) -> None:
        super().run()
        self.over.set()
        self.let_go.wait(LONG)


def attack_asking_while_a_thread_ends(kind: Kind, monkeypatch: pytest.MonkeyPatch, seconds: float = LONG) -> None:
    """Somebody asks when the thread has looked for the last time, and lives."""
    for module in (watcher, bad):
        monkeypatch.setattr(module, "Thread", LateThread)
    for event in (LateThread.over, LateThread.let_go):
        event.clear()
    room = Room(kind, None)
    room.watcher.wake()
    assert LateThread.over.wait(LONG)
    before = room.begun
    room.watcher.wake()
    again = room.looked(before, seconds)
    LateThread.let_go.set()
    room.join()
    assert again


def test_whoever_asks_while_a_thread_ends_is_looked_for_by_another(monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(300):
        attack_asking_while_a_thread_ends(Watcher, monkeypatch)


def test_whoever_asks_during_a_look_is_looked_for_afterwards() -> None:
    for _ in range(500):
        attack_asking_during_a_look(Watcher)


@pytest.mark.parametrize("pauses", [(NEVER,), (None,), (NEVER, None), (None, None, NEVER)], ids=str)
def test_no_wake_up_is_lost_whether_the_thread_waits_or_is_about_to_end(pauses: tuple[float | None, ...]) -> None:
    ask_again_and_again(*pauses)


def test_a_watcher_that_forgets_who_asks_meanwhile_is_caught() -> None:
    with pytest.raises(AssertionError):
        attack_asking_during_a_look(bad.ForgetsWhoAsksMeanwhile, SHORT)


def test_a_watcher_that_counts_on_a_thread_that_ends_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(AssertionError):
        attack_asking_while_a_thread_ends(bad.CountsOnAThreadThatEnds, monkeypatch, SHORT)


# --- two watchers ------------------------------------------------------------------------------------------


def attack_beginning_at_once(kind: Kind) -> None:
    """Several begin at the same moment: one thread looks for all of them."""
    for room in [Room(kind, NEVER) for _ in range(300)]:
        at_once(lambda _, room=room: room.watcher.wake(), 4)  # type: ignore[misc]
        threads = len(room.threads)
        room.end()
        assert threads == 1


def test_there_is_one_thread_however_many_begin_at_once() -> None:
    attack_beginning_at_once(Watcher)


def test_a_watcher_that_starts_two_is_caught() -> None:
    with pytest.raises(AssertionError):
        attack_beginning_at_once(bad.LooksBeforeItLocks)


# --- a dying thread ----------------------------------------------------------------------------------------


def attack_a_page_that_is_gone(kind: Kind) -> None:
    """One page of three fails: the others are told, then and later, and the one is not asked again."""
    room = Room(kind, NEVER)
    heard: list[tuple[str, int]] = []

    def gone(look: int) -> None:
        heard.append(("gone", look))
        raise RuntimeError

    room.watcher.subscribe("first", lambda look: heard.append(("first", look)))
    assert room.looked(0)
    room.watcher.subscribe("gone", gone)
    room.watcher.subscribe("last", lambda look: heard.append(("last", look)))
    before = room.begun
    room.watcher.wake()
    looked = room.looked(before)
    room.end()
    assert looked
    last = room.begun
    assert heard[-2:] == [("first", last), ("last", last)]
    assert [name for name, _ in heard].count("gone") == 1


@pytest.mark.usefixtures("for_people")
def test_a_page_that_is_gone_does_not_keep_the_news_from_others() -> None:
    for _ in range(100):
        attack_a_page_that_is_gone(Watcher)


@pytest.mark.usefixtures("for_people")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_watcher_that_dies_of_a_page_is_caught() -> None:
    with pytest.raises(AssertionError):
        attack_a_page_that_is_gone(bad.DiesOfASubscriber)


@pytest.mark.usefixtures("for_people")
def test_a_look_that_fails_is_followed_by_others_and_they_become_rarer() -> None:
    pauses: list[float] = []
    enough = Event()

    def look(pause: float) -> float | None:
        pauses.append(pause)
        if len(pauses) == 4:
            enough.set()
            return None
        raise ValueError

    Watcher[Any]("test", look, 0.001).wake()
    assert enough.wait(LONG)
    assert pauses == [0.001, longer(0.001), longer(longer(0.001)), longer(longer(longer(0.001)))]


def test_for_developers_a_look_that_fails_ends_loudly_and_the_next_one_begins_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ended: list[object] = []
    monkeypatch.setattr(threading, "excepthook", lambda how: ended.append(how.exc_type))
    room = Room(Watcher, None)
    for number in range(50):
        room.during_a_look = lambda: 1 / 0
        room.watcher.wake()
        assert room.looked(2 * number)
        room.join()
        room.during_a_look = lambda: None
        room.watcher.wake()
        assert room.looked(2 * number + 1)
        room.join()
    assert ended == [ZeroDivisionError] * 50


# --- who is told -------------------------------------------------------------------------------------------


@pytest.fixture
def by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """No thread looks; tests tell what there is to tell."""
    monkeypatch.setattr(Watcher, "wake", lambda _watcher: None)


def attack_two_pages_of_one_pool(kind: Kind) -> None:
    looking = kind("test", lambda _: None, NEVER)
    first, second = list[int](), list[int]()
    looking.subscribe("first", first.append)
    looking.subscribe("second", second.append)
    looking.tell(1)
    assert (first, second) == ([1], [1])


@pytest.mark.usefixtures("by_hand")
def test_two_pages_that_want_the_same_are_both_told() -> None:
    attack_two_pages_of_one_pool(Watcher)


@pytest.mark.usefixtures("by_hand")
def test_a_watcher_that_takes_all_pages_for_one_is_caught() -> None:
    with pytest.raises(AssertionError):
        attack_two_pages_of_one_pool(bad.HasOneName)


@pytest.mark.usefixtures("by_hand")
def test_of_a_page_that_subscribes_again_the_last_is_told_once() -> None:
    looking = Watcher[int]("test", lambda _: None, NEVER)
    first, second = list[int](), list[int]()
    looking.subscribe("the page", first.append)
    looking.tell(1)
    looking.subscribe("the page", second.append)
    looking.tell(2)
    assert (first, second) == ([1], [2])


@pytest.mark.usefixtures("by_hand")
def test_whoever_is_ended_is_told_no_more_not_even_in_the_same_round() -> None:
    looking = Watcher[int]("test", lambda _: None, NEVER)
    heard: list[tuple[str, int]] = []

    def first(look: int) -> None:
        heard.append(("first", look))
        looking.unsubscribe("second")
        looking.unsubscribe("first")

    looking.subscribe("first", first)
    looking.subscribe("second", lambda look: heard.append(("second", look)))
    looking.tell(1)
    looking.tell(2)
    assert heard == [("first", 1)]


def test_a_thread_ends_when_the_last_page_has_gone_and_another_comes_with_the_next_page() -> None:
    looking = Watcher[Any]("room that ends", lambda _: NEVER if looking.watched else None, NEVER)
    for _ in range(300):
        looking.subscribe("page", lambda _: None)
        (thread,) = (thread for thread in threading.enumerate() if thread.name == "room that ends")
        looking.unsubscribe("page")
        thread.join(LONG)
        assert not thread.is_alive()
        assert not looking.watched


# --- how often ---------------------------------------------------------------------------------------------


class Clock(Condition):
    """A condition that says for how long it was asked to wait, and waits no longer than until it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.waited: list[float | None] = []

    def wait_for(self, predicate: Callable[[], Any], timeout: float | None = None) -> Any:
        self.waited.append(timeout)
        return True


def test_pauses_are_those_that_looks_ask_for_and_spread_by_a_fifth(monkeypatch: pytest.MonkeyPatch) -> None:
    uniform = Mock(side_effect=lambda _low, high: high)
    monkeypatch.setattr(watcher, "_CHANCE", Mock(uniform=uniform))
    look = Mock(side_effect=[2.5, 4.0, None])
    looking = Watcher[Any]("test", look, 2.5, spread=0.2)
    looking._changed = clock = Clock()
    looking._keep_looking()
    assert look.mock_calls == [call(2.5), call(2.5), call(4.0)]
    assert uniform.mock_calls == [call(0.8, 1.2)] * 3
    assert clock.waited == [2.5 * 1.2, 2.5 * 1.2, 4.0 * 1.2]


def test_what_somebody_seeded_in_python_is_not_drawn_from() -> None:
    looking = Watcher[Any]("test", Mock(return_value=None), 2.5, spread=0.2)
    looking._changed = Clock()
    before = random.getstate()
    looking._keep_looking()
    assert random.getstate() == before


def test_pauses_grow_and_not_for_ever() -> None:
    assert [round(longer(2.5), 2), round(longer(longer(2.5)), 2), longer(15.0), longer(LONGEST_PAUSE)] == [
        4.0, 6.4, 20.0, 20.0,
    ]  # fmt: skip
