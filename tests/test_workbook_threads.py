"""Several threads of one notebook share its workbook, and none loses what another one puts in."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from threading import Barrier, Semaphore

import pytest
from several_threads import at_once

from workshop_helpers.errors import WorkbookError
from workshop_helpers.workbook import Workbook

THREADS = 4
ROUNDS = 200
pytestmark = pytest.mark.usefixtures("impatient_threads")


@pytest.fixture
def workbook(tmp_path: Path) -> Workbook:
    return Workbook(tmp_path / "workbook.json")


def saved(workbook: Workbook, name: str) -> dict[str, int]:
    """What the next process finds under a name."""
    return Workbook(workbook.path).get("answers", name)


def test_of_a_thousand_answers_from_four_threads_none_is_lost(workbook: Workbook) -> None:
    lost: list[str] = []

    def answer(thread: int) -> None:
        for number in range(250):
            workbook.put("answers", f"page-{thread}", str(number), number)
            if str(number) not in workbook.get("answers", f"page-{thread}"):
                lost.append(f"{thread}: {number}")

    at_once(answer, THREADS)
    assert workbook.trouble is None
    assert lost == []
    assert [len(saved(workbook, f"page-{thread}")) for thread in range(THREADS)] == [250] * THREADS


@pytest.mark.parametrize(
    "refuses", [lambda _: False, lambda write: write % 3 == 0], ids=["a slow disk", "a disk that fails at times"]
)
def test_what_is_put_while_something_else_is_written_is_not_lost(
    workbook: Workbook, monkeypatch: pytest.MonkeyPatch, refuses: Callable[[int], bool]
) -> None:
    writes, written, both_done = Semaphore(0), count(), Barrier(2)

    def slow(_file: int) -> None:
        writes.release()
        for _ in range(50):
            os.sched_yield()  # so that the other thread comes to its put
        if refuses(next(written)):
            raise OSError(errno.EIO, "broken")

    def answer(thread: int) -> None:
        for number in range(ROUNDS):
            if thread == 1:  # puts something in while the other thread writes
                writes.acquire()
            workbook.put("answers", "listening", f"{thread}-{number}", number)
            both_done.wait()
            if thread == 1:
                writes.acquire()  # its own
            both_done.wait()

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", slow)
        at_once(answer, 2)
    workbook.put("choices", "the disk", "is", "whole again")
    assert workbook.trouble is None
    assert saved(workbook, "listening") == {
        f"{thread}-{number}": number for number in range(ROUNDS) for thread in (0, 1)
    }


def test_the_last_value_of_an_answer_is_the_one_that_is_kept(workbook: Workbook) -> None:
    def change(thread: int) -> None:
        for number in range(100):
            workbook.put("answers", "listening", str(thread), number)

    at_once(change, THREADS)
    assert saved(workbook, "listening") == {str(thread): 99 for thread in range(THREADS)}


def test_threads_of_several_processes_lose_nothing_of_each_other(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from threading import Thread\n"
        "from workshop_helpers.workbook import Workbook\n"
        "book = Workbook(Path(sys.argv[1]))\n"
        "def answer(thread):\n"
        "    for i in range(10): book.put('answers', 'listening', f'{sys.argv[2]}-{thread}-{i}', i)\n"
        "threads = [Thread(target=answer, args=(n,)) for n in range(4)]\n"
        "[thread.start() for thread in threads]; [thread.join() for thread in threads]\n"
        "assert book.trouble is None"
    )
    path = tmp_path / "workbook.json"
    running = [subprocess.Popen([sys.executable, "-c", program, str(path), str(n)]) for n in range(4)]
    assert [process.wait() for process in running] == [0] * 4
    assert len(Workbook(path).get("answers", "listening")) == 4 * 4 * 10


def test_what_is_to_be_kept_no_longer_is_in_no_file_though_others_write_meanwhile(workbook: Workbook) -> None:
    def write(thread: int) -> None:
        for number in range(50):
            if thread:
                workbook.put("answers", "listening", f"{thread}-{number}", number)
                continue
            workbook.put("answers", "guard", "one", f"secret {number}")
            workbook.keep_no_longer("answers", "guard")
            assert b"secret" not in workbook.path.read_bytes()

    at_once(write, THREADS)
    assert workbook.get("answers", "guard") == {"one": "secret 49"}
    assert len(Workbook(workbook.path).get("answers", "listening")) == 3 * 50


def test_a_watcher_may_read_and_write_the_workbook_and_so_may_others_meanwhile(workbook: Workbook) -> None:
    heard: list[int] = []

    def changed() -> None:
        def elsewhere(_thread: int) -> None:
            workbook.put("choices", "somebody", "else", len(workbook.get("finished", "listening")))

        at_once(elsewhere, 1)  # which would wait for ever, were the watcher called with the workbook locked
        heard.append(len(workbook.get("choices", "somebody")))

    workbook.watch(changed)
    workbook.put("finished", "listening", "once", True)
    workbook.forget()
    with pytest.raises(WorkbookError):
        workbook.bring_back("")
    assert heard == [1, 1]


def test_watchers_come_and_go_while_others_are_told(workbook: Workbook) -> None:
    def come_and_go(thread: int) -> None:
        for _ in range(50):
            if thread == 0:
                workbook.put("finished", "listening", "once", True)
                continue
            heard: list[str] = []
            tell = heard.append

            def changed(tell: Callable[[str], None] = tell) -> None:
                tell("changed")

            workbook.watch(changed)
            workbook.unwatch(changed)
            workbook.unwatch(changed)  # twice is no mistake

    at_once(come_and_go, THREADS)
    assert workbook._watchers == []
