"""A cell that is run again closes what it showed before; what other cells show stays."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from several_threads import at_once
from small_kernels import Kernel
from small_rooms import until

from workshop_helpers import displays
from workshop_helpers.displays import Replaceable, on_close, running, show


class Part:
    """Something that is shown, and knows whether it was closed."""

    def __init__(self) -> None:
        self.closed = 0

    def close(self) -> None:
        self.closed += 1


class Page:
    """Asks for cells to be run, as a page does."""

    def __init__(self, *, says_which: bool = True) -> None:
        self._says_which = says_which
        self._runs = 0
        self._asked: dict[str, Any] = {}

    def get_parent(self) -> dict[str, Any]:
        return self._asked

    def run(self, cell: str, *calls: str, tab: str = "one") -> list[Part]:
        """What the calls in a cell show."""
        self._runs += 1
        metadata = {"cellId": cell} if self._says_which else {}
        self._asked = {"header": {"msg_id": f"run {self._runs}", "session": tab}, "metadata": metadata}
        parts = [Part() for _ in calls]
        for call, part in zip(calls, parts, strict=True):
            with running(call):
                show(part)
        return parts


@pytest.fixture(autouse=True)
def shown(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Everything that is displayed; each cell is a new one for each test."""
    seen: list[Any] = []
    monkeypatch.setattr(displays, "display", lambda part, **_how: seen.append(part))
    monkeypatch.setattr(displays, "_last_runs", {})
    return seen


def page(monkeypatch: pytest.MonkeyPatch, **options: bool) -> Page:
    made = Page(**options)
    monkeypatch.setattr(displays, "get_ipython", lambda: made)
    return made


def test_a_cell_that_runs_again_closes_what_it_showed_before_once(monkeypatch: pytest.MonkeyPatch) -> None:
    notebook = page(monkeypatch)
    first = notebook.run("a", "begin", "assess", "assess")
    second = notebook.run("a", "begin", "assess", "assess")
    assert [part.closed for part in (*first, *second)] == [1, 1, 1, 0, 0, 0]
    notebook.run("a", "finish")  # somebody has written something else into it
    assert [part.closed for part in (*first, *second)] == [1, 1, 1, 1, 1, 1]


def test_a_page_that_is_open_in_another_tab_too_lives_in_both(monkeypatch: pytest.MonkeyPatch) -> None:
    notebook = page(monkeypatch)
    here, elsewhere = notebook.run("a", "assess"), notebook.run("a", "assess", tab="other")
    again = notebook.run("a", "assess")
    assert [part.closed for part in (*here, *elsewhere, *again)] == [1, 0, 0]


def test_of_a_tab_that_is_loaded_again_and_again_only_the_latest_pages_live(monkeypatch: pytest.MonkeyPatch) -> None:
    notebook = page(monkeypatch)
    loaded = [notebook.run("a", "assess", tab=f"load {number}")[0] for number in range(10)]
    assert [part.closed for part in loaded] == [1] * 6 + [0] * 4


def test_two_cells_with_the_same_call_both_live(monkeypatch: pytest.MonkeyPatch) -> None:
    notebook = page(monkeypatch)
    one, other = notebook.run("a", "discuss"), notebook.run("b", "discuss")
    again = notebook.run("a", "discuss")
    assert [part.closed for part in (*one, *other, *again)] == [1, 0, 0]


def test_where_the_page_does_not_say_which_cell_runs_the_same_call_takes_its_own_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    notebook = page(monkeypatch, says_which=False)
    first = notebook.run("a", "begin", "assess")
    other = notebook.run("b", "discuss")
    again = notebook.run("a", "begin", "assess")
    twice = notebook.run("c", "exercise", "exercise")
    assert [part.closed for part in (*first, *other, *again, *twice)] == [1, 1, 0, 0, 0, 0, 0]


@pytest.mark.parametrize("shell", [None, object()], ids=["a script", "a terminal"])
def test_where_nobody_asks_each_call_takes_its_own_place(monkeypatch: pytest.MonkeyPatch, shell: object) -> None:
    monkeypatch.setattr(displays, "get_ipython", lambda: shell)
    first, other, again = Part(), Part(), Part()
    for call, part in [("slips", first), ("table", other), ("slips", again)]:
        with running(call):
            show(part)
    assert [part.closed for part in (first, other, again)] == [1, 0, 0]


def test_what_cannot_be_closed_is_just_shown(monkeypatch: pytest.MonkeyPatch, shown: list[Any]) -> None:
    notebook = page(monkeypatch)
    for _ in range(2):
        notebook.run("a")
        with running("text"):
            show("words")
    assert shown == ["words", "words"]


@pytest.mark.usefixtures("for_people")
def test_what_fails_to_close_keeps_nothing_else_open(monkeypatch: pytest.MonkeyPatch) -> None:
    notebook = page(monkeypatch)
    first, last = notebook.run("a", "begin", "finish")
    with running("between"):
        on_close(lambda: 1 / 0)
    notebook.run("a", "begin")
    assert (first.closed, last.closed) == (1, 1)


# --- one place where something else is shown later -----------------------------------------------------------


class Handle:
    """Where a page shows something else."""

    def __init__(self) -> None:
        self.updates: list[Part] = []

    def update(self, part: Part) -> None:
        self.updates.append(part)


@pytest.fixture
def handle(monkeypatch: pytest.MonkeyPatch) -> Handle:
    made = Handle()
    monkeypatch.setattr(displays, "display", lambda _part, **_how: made)
    return made


def replaceable(notebook: Page, cell: str) -> tuple[Replaceable, list[Part]]:
    made: list[Part] = []

    def make() -> Part:
        made.append(Part())
        return made[-1]

    notebook.run(cell)
    with running("discuss"):
        return Replaceable(make), made


def test_what_takes_a_place_closes_what_was_there_and_is_closed_with_the_cell(
    monkeypatch: pytest.MonkeyPatch, handle: Handle
) -> None:
    notebook = page(monkeypatch)
    place, made = replaceable(notebook, "a")
    place.replace()
    place.replace()
    assert handle.updates == made[1:]
    assert [part.closed for part in made] == [1, 1, 0]
    replaceable(notebook, "a")
    assert [part.closed for part in made] == [1, 1, 1]
    place.replace()
    assert len(made) == 3


def test_where_there_is_no_notebook_nothing_takes_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    place, made = replaceable(page(monkeypatch), "a")
    place.replace()
    assert not place.can_be_replaced
    assert len(made) == 1


@pytest.mark.usefixtures("impatient_threads")
def test_however_a_thread_comes_between_nothing_stays_open(monkeypatch: pytest.MonkeyPatch, handle: Handle) -> None:
    notebook = page(monkeypatch)
    for _ in range(300):
        place, made = replaceable(notebook, "a")
        acts: list[Callable[[], None]] = [place.replace, place.close, place.replace]
        at_once(lambda thread, acts=acts: acts[thread](), 3)  # type: ignore[misc]
        assert all(part.closed for part in made)


# --- in real kernels -------------------------------------------------------------------------------------------

_BEGINS = """
import ipywidgets, threading
import workshop_helpers as wh
from workshop_helpers.room.client.membership import own_membership
from workshop_helpers.workbook import own_workbook
def forms():
    return [widget for widget in ipywidgets.Widget.widgets.values() if hasattr(widget, "shown_as")]
def listening():
    return [len(own_workbook()._watchers), len(own_membership()._watcher._subscribers), len(forms())]
def threads():
    return sorted(thread.name for thread in threading.enumerate() if thread.name.startswith("workshop"))
link = "http://127.0.0.1:1/workshop/#7K3M-Q0ZD"  # a room that nobody reaches, so that pages wait for its picture
for key, value in {"link": link, "secret": "00" * 32, "name": "ab", "room": "cd"}.items():
    own_workbook().put("room", "joined", key, value)
"""
# A cell, and how many then listen to the workbook and to the room, and how many forms there are.
CELLS = {
    "wh.join()": (1, 1, 3),
    "wh.begin('communication')": (1, 0, 0),
    "wh.assess('active-listening')": (1, 1, 1),
    "wh.discuss('active-listening')": (0, 2, 1),
    "wh.begin('compromise'); wh.discuss('what-counts'); wh.assess('what-counts')": (2, 3, 3),
}


@pytest.fixture
def kernel(tmp_path: Path) -> Iterator[Kernel]:
    made = Kernel(tmp_path, _BEGINS)
    yield made
    made.kill()


@pytest.mark.parametrize("says_which", [True, False], ids=["the page says which cell", "the page does not say"])
def test_however_often_a_page_is_made_again_as_many_listen_as_are_shown(kernel: Kernel, says_which: bool) -> None:
    expected = [sum(counts) for counts in zip(*CELLS.values(), strict=True)]
    for _ in range(4):
        for number, code in enumerate(CELLS):
            kernel.run(code, f"cell {number}" if says_which else None)
        assert kernel.worth("listening()") == expected
        assert kernel.worth("threads()") == ["workshop room, joined", "workshop workbook"]


def test_two_cells_that_show_one_pool_are_both_told_and_one_that_is_made_again_is_told_once(kernel: Kernel) -> None:
    for cell in ("one", "other", "one", "other", "other"):
        kernel.run("wh.discuss('active-listening')", cell)
    assert kernel.worth("listening()") == [0, 4, 2]
    unreachable = "The room cannot be reached just now. Your answers are kept here; it is tried again by itself."
    until(lambda: kernel.worth("[form._told['words'] for form in forms()]") == [unreachable] * 2)


def test_when_the_last_page_is_gone_and_the_room_is_left_no_thread_is_left(kernel: Kernel) -> None:
    kernel.run("wh.discuss('active-listening')", "one")
    kernel.run("own_membership().leave()")
    kernel.run("wh.reflect('communication')", "one")
    until(lambda: kernel.worth("threads()") == ["workshop workbook"])
    kernel.run("wh.exercise('one-honest-minute')", "one")
    until(lambda: kernel.worth("threads()") == [])
    kernel.run("wh.discuss('active-listening')", "one")  # and it begins again: somebody may join on another page
    assert kernel.worth("threads()") == ["workshop room, joined"]


_ENDS = """
from threading import Event, Thread
import workshop_helpers as wh
from workshop_helpers.room.client.membership import own_membership
from workshop_helpers.workbook import own_workbook
wh.join(); wh.begin("communication"); wh.assess("active-listening"); wh.slips()
held = Event()
def hold():
    with own_workbook()._lock, own_membership()._lock, own_membership()._watcher._changed:
        held.set()
        Event().wait()
Thread(target=hold, daemon=True).start()
held.wait()
"""


def test_a_process_ends_though_a_thread_ends_with_every_lock_in_its_hands(tmp_path: Path) -> None:
    environment = {**os.environ, "WORKSHOP_HOME": str(tmp_path)}
    ended = subprocess.run([sys.executable, "-c", _ENDS], env=environment, capture_output=True, text=True, timeout=60)
    assert (ended.returncode, ended.stderr) == (0, "")
