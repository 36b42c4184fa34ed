"""One workbook, several notebooks: each hears of what the others change, and what was forgotten stays forgotten."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from pathlib import Path
from threading import Event

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_helpers.errors import WorkbookError
from workshop_helpers.workbook import Workbook
from workshop_helpers.workbook_lock import FileGate


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "mine" / "workbook.json"


def told(workbook: Workbook) -> list[str]:
    """A line for each time that a watcher is told."""
    heard: list[str] = []
    workbook.watch(lambda: heard.append("changed"))
    workbook.look()
    workbook.look()
    heard.clear()
    return heard


# --- what others change ------------------------------------------------------------------------------


def test_a_change_by_another_notebook_is_noticed_at_the_next_look_and_read_once_more_and_then_no_more(
    path: Path,
) -> None:
    here, elsewhere = Workbook(path), Workbook(path)
    heard = told(here)
    elsewhere.put("answers", "listening", "reply", 4)
    assert heard == []
    here.look()
    assert heard == ["changed"]
    here.look()  # a second change within one tick of the disk's clock would look like none
    here.look()
    here.look()
    assert heard == ["changed", "changed"]
    assert here.get("answers", "listening") == {"reply": 4}


def test_a_look_at_a_file_that_did_not_change_does_not_read_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = Workbook(path)
    here.put("answers", "listening", "reply", 4)
    told(here)
    monkeypatch.setattr(Path, "read_text", lambda *_args, **_names: pytest.fail("it was read"))
    here.look()


def test_nobody_looks_where_nobody_watches(path: Path) -> None:
    here = Workbook(path)
    assert here.look() is None
    here.watch(print)
    assert here.look(7.5) == 7.5


def test_a_notebook_that_watches_looks_by_itself(path: Path) -> None:
    here, elsewhere, heard = Workbook(path, pause=0.01), Workbook(path), Event()
    changed = heard.set
    here.watch(changed)
    elsewhere.put("answers", "listening", "reply", 4)
    assert heard.wait(20)
    here.unwatch(changed)


def test_a_clock_that_goes_back_hides_no_change(path: Path) -> None:
    here, elsewhere = Workbook(path), Workbook(path)
    elsewhere.put("answers", "listening", "reply", 4)
    heard = told(here)
    elsewhere.put("answers", "listening", "reply", 5)
    os.utime(path, (0, 0))
    here.look()
    assert heard == ["changed"]
    assert here.get("answers", "listening") == {"reply": 5}


def test_what_could_not_be_saved_is_saved_at_a_later_look_and_that_is_told(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = Workbook(path)
    heard = told(here)

    def full(_file: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        here.put("answers", "listening", "reply", 4)
        here.look()
    heard.clear()
    here.look()
    assert heard == ["changed"]
    assert Workbook(path).get("answers", "listening") == {"reply": 4}


def test_a_file_that_cannot_be_read_for_a_moment_empties_no_page(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = Workbook(path)
    here.put("answers", "listening", "reply", 4)

    def unreadable(*_args: object, **_names: object) -> str:
        raise PermissionError(errno.EACCES, "no")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_text", unreadable)
        assert here.get("answers", "listening") == {"reply": 4}
        assert here.trouble == (
            "Your workbook cannot be opened just now. What you write stays on this page until you close it."
        )
    assert here.get("answers", "listening") == {"reply": 4}
    assert here.trouble is None


KEYS = ("reply", "ask", "more")
CHANGES = st.lists(
    st.tuples(st.integers(0, 1), st.sampled_from([*KEYS, "forget", "look"]), st.integers(0, 3)), max_size=25
)

TWO_PROCESSES = """
import sys
from pathlib import Path
from workshop_helpers.workbook import Workbook

book, seen = Workbook(Path(sys.argv[1])), {}
book.watch(lambda: seen.update(now=book.get("answers", "listening")))
for line in sys.stdin:
    act, value = line.split()
    if act == "forget":
        book.forget()
    elif act == "look":
        book.look()
    elif act != "show":
        book.put("answers", "listening", act, int(value))
    print(sorted(book.get("answers", "listening").items()), sorted(seen.get("now", {}).items()), flush=True)
"""


class Process:
    """A notebook of its own, told what to do line by line."""

    def __init__(self, path: Path) -> None:
        self._running = subprocess.Popen(
            [sys.executable, "-c", TWO_PROCESSES, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def do(self, act: str, value: int = 0) -> str:
        assert self._running.stdin
        assert self._running.stdout
        self._running.stdin.write(f"{act} {value}\n")
        self._running.stdin.flush()
        return self._running.stdout.readline().strip()

    def end(self) -> None:
        self._running.communicate()


def test_two_processes_that_write_and_forget_in_turn_both_show_what_is_kept(tmp_path: Path) -> None:
    one, other = Process(tmp_path / "workbook.json"), Process(tmp_path / "workbook.json")

    @given(CHANGES)
    def in_turn(changes: list[tuple[int, str, int]]) -> None:
        one.do("forget")
        other.do("look")
        model: dict[str, int] = {}
        for who, act, value in changes:
            # A put is refused where something was forgotten elsewhere since this notebook looked last.
            (one, other)[who].do("look")
            (one, other)[who].do(act, value)
            if act == "forget":
                model.clear()
            elif act in KEYS:
                model.pop(act, None)
                model[act] = value
        for process in (one, other):
            process.do("look")
            process.do("look")
            assert process.do("show") == f"{sorted(model.items())} {sorted(model.items())}"

    in_turn()
    one.end()
    other.end()


# --- forgotten is forgotten --------------------------------------------------------------------------


def test_an_answer_on_its_way_while_everything_is_forgotten_is_not_taken(path: Path) -> None:
    here = Workbook(path)
    here.put("answers", "listening", "reply", 4)
    typed_in = here.generation
    here.forget()
    assert here.put("answers", "listening", "reply", 5, generation=typed_in) is False
    assert here.put("answers", "guard", "one", 5, keep=False, generation=typed_in) is False
    assert here.get("answers", "listening") == here.get("answers", "guard") == {}
    assert here.put("answers", "listening", "reply", 6, generation=here.generation) is True
    assert Workbook(path).get("answers", "listening") == {"reply": 6}


def test_what_another_notebook_holds_unsaved_or_in_memory_only_is_forgotten_with_the_rest(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, elsewhere = Workbook(path), Workbook(path)
    elsewhere.put("answers", "listening", "reply", 4)

    def full(_file: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        elsewhere.put("answers", "listening", "ask", 5)
    elsewhere.put("answers", "guard", "one", 3, keep=False)
    heard = told(elsewhere)
    here.forget()
    elsewhere.look()
    assert elsewhere.get("answers", "listening") == elsewhere.get("answers", "guard") == {}
    assert Workbook(path).get("answers", "listening") == {}
    assert heard == ["changed"]


def test_a_notebook_that_has_not_heard_yet_writes_nothing_back(path: Path) -> None:
    here, elsewhere = Workbook(path), Workbook(path)
    elsewhere.put("answers", "listening", "reply", 4)
    here.forget()
    assert elsewhere.put("answers", "listening", "ask", 5) is False
    assert Workbook(path).get("answers", "listening") == {}


def test_a_page_that_was_opened_before_there_was_any_workbook_writes_nothing_back(path: Path) -> None:
    here, elsewhere = Workbook(path), Workbook(path)
    typed_in = elsewhere.generation
    here.put("answers", "listening", "reply", 4)
    here.forget()
    assert elsewhere.put("answers", "listening", "ask", 5, generation=typed_in) is False
    assert Workbook(path).get("answers", "listening") == {}


def test_a_workbook_whose_file_was_lost_is_not_forgotten(path: Path) -> None:
    here, elsewhere = Workbook(path), Workbook(path)
    here.forget()
    here.put("answers", "guard", "one", 3, keep=False)
    typed_in = here.generation
    path.unlink()
    assert here.put("answers", "listening", "reply", 4, generation=typed_in) is True
    assert here.get("answers", "guard") == {"one": 3}
    assert elsewhere.generation == typed_in


def test_each_forgetting_begins_a_generation_of_its_own_and_a_copy_brought_back_belongs_to_the_present_one(
    path: Path,
) -> None:
    here = Workbook(path)
    here.put("answers", "listening", "reply", 4)
    here.forget()
    here.put("answers", "listening", "reply", 5)
    copy, first = here.carry_away(), here.generation
    here.forget()
    second = here.generation
    here.bring_back(copy)
    assert "generation" not in json.loads(copy)
    assert len({"", first, second}) == 3
    assert here.generation == second == Workbook(path).generation
    assert here.get("answers", "listening") == {"reply": 5}


def test_forgetting_works_on_a_full_disk_because_what_is_deleted_makes_room(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, elsewhere = Workbook(path), Workbook(path)
    here.put("answers", "listening", "reply", 4)
    assert elsewhere.get("answers", "listening") == {"reply": 4}

    def full(_file: int) -> None:
        if path.exists():
            raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    here.forget()
    monkeypatch.undo()
    assert elsewhere.put("answers", "listening", "ask", 5) is False
    assert Workbook(path).get("answers", "listening") == {}


def test_what_is_not_a_workbook_is_not_forgotten_and_that_is_said(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"recipes": ["soup"]}')
    with pytest.raises(WorkbookError) as caught:
        Workbook(path).forget()
    assert str(caught.value) == "Nothing was deleted: the file in the workbook's place is not a workbook."
    assert path.read_text() == '{"recipes": ["soup"]}'


def test_a_folder_that_refuses_is_named_when_not_everything_could_be_forgotten(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = Workbook(path)
    here.put("answers", "listening", "reply", 4)

    def refuse(*_args: object, **_names: object) -> None:
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(Path, "unlink", refuse)
    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(WorkbookError) as caught:
        here.forget()
    assert str(caught.value) == "Not everything could be deleted. Delete the folder 'mine' yourself."


@pytest.mark.parametrize(
    "name",
    [
        "workbook (conflicted copy 2026-05-01 101112).json",
        "workbook (Ana's conflicted copy 2026-05-01).json",
        "workbook.sync-conflict-20260501-101112-ABCDEFG.json",
        "workbook-LAPTOP.json",
        "workbook 2.json",
        "workbook (1).json",
        "Workbook.json.bak",
        "workbook.json~",
        ".workbook.json.icloud",
        ".syncthing.workbook.json.tmp",
        "my-workbook.json",
        "workbook.previous (conflicted copy 2026-05-01 101112).json",
        "workbook.aside-abcdef.sync-conflict-20260501-101112-ABCDEFG.json",
    ],
)
def test_copies_that_others_made_are_named_and_left_alone(path: Path, name: str) -> None:
    here = Workbook(path)
    for number in range(2):
        here.put("answers", "listening", "reply", number)
    here.bring_back(here.carry_away())  # which puts the one before aside
    (path.parent / "shopping list.txt").write_text("tea")
    (path.parent / name).write_text("somebody's answers")
    assert here.forget() == [name]
    assert (path.parent / name).read_text() == "somebody's answers"
    left = {name, "shopping list.txt", "workbook.json", "workbook.lock"}
    assert {found.name for found in path.parent.iterdir()} == left


# --- without a lock ----------------------------------------------------------------------------------

WITHOUT_FLOCK = """
import errno, fcntl, sys
def flock(file, how):
    if how != fcntl.LOCK_UN: raise OSError(int(sys.argv[3]), "no locks on this disk")
fcntl.flock = flock
from pathlib import Path
from workshop_helpers.workbook import Workbook
book = Workbook(Path(sys.argv[1]))
for i in range(10): book.put("answers", "listening", f"{sys.argv[2]}-{i}", i)
assert book.trouble is None, book.trouble
"""


@pytest.mark.parametrize("code", [errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS])
def test_on_a_disk_without_locks_processes_lose_nothing_of_each_other(path: Path, code: int) -> None:
    command = [sys.executable, "-W", "error", "-c", WITHOUT_FLOCK, str(path)]
    running = [subprocess.Popen([*command, str(number), str(code)]) for number in range(4)]
    assert [process.wait() for process in running] == [0] * 4
    assert len(Workbook(path).get("answers", "listening")) == 40


def test_a_lock_that_fails_for_another_reason_is_not_gone_without(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import fcntl

    def flock(_file: int, _how: int) -> None:
        raise OSError(errno.EIO, "broken")

    monkeypatch.setattr(fcntl, "flock", flock)
    path.parent.mkdir()
    with pytest.raises(OSError, match="broken"), FileGate(path).passed():
        pass


ANSWERING = """
import sys
from pathlib import Path
from workshop_helpers.workbook import Workbook
book = Workbook(Path(sys.argv[1]))
typed_in = book.generation
print("begun", flush=True)
while book.put("answers", "listening", "reply", 4, generation=typed_in): pass
"""


def test_forgetting_wins_over_notebooks_that_answer_all_the_while(path: Path) -> None:
    command = [sys.executable, "-c", ANSWERING, str(path)]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    for process in running:
        assert process.stdout
        assert process.stdout.readline() == "begun\n"
    Workbook(path).forget()
    assert [process.communicate() and process.returncode for process in running] == [0] * 3  # each was refused
    assert Workbook(path).get("answers", "listening") == {}
