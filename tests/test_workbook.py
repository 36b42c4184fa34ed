"""The private workbook keeps what people write, whatever happens to the file."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from workshop_helpers.errors import WorkbookError
from workshop_helpers.workbook import Workbook
from workshop_helpers.workbook_file import Book, WorkbookFile

STAYS = "What you write stays on this page until you close it"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "mine" / "workbook.json"


@pytest.fixture
def workbook(path: Path) -> Workbook:
    return Workbook(path)


def test_what_is_put_is_there_for_the_next_process(workbook: Workbook, path: Path) -> None:
    workbook.put("answers", "listening", "reply", 4)
    workbook.put("reflections", "communication", "1", "Zuhören – später")
    assert Workbook(path).get("answers", "listening") == {"reply": 4}
    assert Workbook(path).get("reflections", "communication") == {"1": "Zuhören – später"}
    assert workbook.trouble is None


def test_nothing_is_written_before_something_is_put(workbook: Workbook, path: Path) -> None:
    assert workbook.get("answers", "listening") == {}
    assert not path.parent.exists()


def test_whatever_can_be_typed_can_be_saved(workbook: Workbook, path: Path) -> None:
    for key, text in enumerate(["Zuhören – später", "🙂", "half an emoji: \ud83d", '\x00 \u2028 "quoted"\n']):
        workbook.put("reflections", "communication", str(key), text)
        assert workbook.trouble is None
        assert Workbook(path).get("reflections", "communication")[str(key)] == text


def test_none_takes_a_value_out(workbook: Workbook) -> None:
    workbook.put("answers", "listening", "reply", 4)
    workbook.put("answers", "listening", "reply", None)
    assert workbook.get("answers", "listening") == {}


def test_two_notebooks_do_not_overwrite_each_other(path: Path) -> None:
    one, other = Workbook(path), Workbook(path)
    one.put("answers", "listening", "reply", 4)
    other.put("answers", "saying", "jokes", "ask")
    one.put("answers", "listening", "ask", 2)
    assert Workbook(path).get("answers", "listening") == {"reply": 4, "ask": 2}
    assert Workbook(path).get("answers", "saying") == {"jokes": "ask"}


def test_eight_processes_writing_at_once_lose_nothing(path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from workshop_helpers.workbook import Workbook\n"
        "book = Workbook(Path(sys.argv[1]))\n"
        "for i in range(10): book.put('answers', 'listening', f'{sys.argv[2]}-{i}', i)\n"
        "assert book.trouble is None"
    )
    running = [subprocess.Popen([sys.executable, "-c", program, str(path), str(n)]) for n in range(8)]
    assert [process.wait() for process in running] == [0] * 8
    assert len(Workbook(path).get("answers", "listening")) == 80


def test_what_is_sensitive_stays_in_memory_until_it_is_to_be_kept(workbook: Workbook, path: Path) -> None:
    workbook.put("answers", "guard", "one", 3, keep=False)
    assert workbook.get("answers", "guard") == {"one": 3}
    assert not path.exists()
    workbook.keep_too("answers", "guard")
    assert Workbook(path).get("answers", "guard") == {"one": 3}


def test_the_file_can_be_read_by_its_owner_alone(workbook: Workbook, path: Path) -> None:
    workbook.put("answers", "listening", "reply", 4)
    assert path.stat().st_mode & 0o077 == 0


def test_it_says_nothing_about_what_it_holds(workbook: Workbook) -> None:
    workbook.put("answers", "listening", "reply", "canary")
    assert repr(workbook) == "<Workbook: private>"


def test_of_a_file_cut_in_half_the_copy_before_the_last_change_comes_back_and_the_half_is_kept(path: Path) -> None:
    before = Workbook(path)
    before.put("answers", "listening", "reply", 4)
    before.put("answers", "listening", "ask", 2)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])

    after = Workbook(path)
    assert after.get("answers", "listening") == {"reply": 4}
    assert after.trouble is None
    assert [p.read_bytes() for p in path.parent.glob("workbook.aside-*.json")] == [whole[: len(whole) // 2]]
    after.put("answers", "listening", "ask", 3)
    assert Workbook(path).get("answers", "listening") == {"reply": 4, "ask": 3}


def test_a_damaged_file_that_cannot_be_put_aside_is_not_written_over(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(b'{"this-is": "the art')

    def full(*_paths: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(shutil, "copy2", full)
    workbook = Workbook(path)
    workbook.put("answers", "listening", "reply", 4)
    assert workbook.trouble == f"Not saved: the disk is full. {STAYS}; it is tried again each time."
    assert workbook.get("answers", "listening") == {"reply": 4}
    assert path.read_bytes() == b'{"this-is": "the art'


@pytest.mark.parametrize("rest", [b"", b"\xff\xfe\x00", b"[" * 100_000], ids=["empty", "no text", "deep"])
def test_a_file_that_is_no_longer_text_or_json_is_put_aside_whole(path: Path, rest: bytes) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(rest)
    workbook = Workbook(path)
    workbook.put("answers", "listening", "reply", 4)
    assert workbook.get("answers", "listening") == {"reply": 4}
    assert [p.read_bytes() for p in path.parent.glob("workbook.aside-*.json")] == [rest]


@pytest.mark.parametrize(
    ("content", "trouble"),
    [
        (
            {"this-is": "the art of compromise: a private workbook", "format": 2, "answers": {"new": {"a": 1}}},
            "Your workbook was written by a newer version of the workshop, and was left alone. Update the workshop. "
            f"Until then, {STAYS[0].lower()}{STAYS[1:]}.",
        ),
        (
            {"recipes": ["soup"]},
            f"A file that is not a workbook lies in its place, and was left alone. {STAYS}.",
        ),
    ],
    ids=["newer", "not ours"],
)
def test_a_file_that_is_newer_or_not_ours_is_left_alone(path: Path, content: object, trouble: str) -> None:
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(content))
    workbook = Workbook(path)
    workbook.put("answers", "listening", "reply", 4)
    assert workbook.trouble == trouble
    assert workbook.get("answers", "listening") == {"reply": 4}
    assert json.loads(path.read_text()) == content


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (OSError(errno.ENOSPC, "full"), "the disk is full"),
        (PermissionError(errno.EACCES, "no"), "the folder may not be written to"),
        (OSError(errno.EIO, "broken"), "the disk refused"),
    ],
)
def test_when_it_cannot_be_saved_nothing_is_lost_and_it_is_tried_again(
    workbook: Workbook, path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, reason: str
) -> None:
    workbook.put("answers", "listening", "reply", 4)
    before = path.read_bytes()

    def refuse(_file: int) -> None:
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", refuse)
        workbook.put("answers", "listening", "ask", 2)
        assert workbook.trouble == f"Not saved: {reason}. {STAYS}; it is tried again each time."
        assert workbook.get("answers", "listening") == {"reply": 4, "ask": 2}
        assert path.read_bytes() == before
        assert list(path.parent.glob("workbook.tmp-*")) == []
    workbook.put("answers", "listening", "more", 1)
    assert workbook.trouble is None
    assert Workbook(path).get("answers", "listening") == {"reply": 4, "ask": 2, "more": 1}


def test_a_folder_that_cannot_be_made_is_said_and_nothing_is_lost(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("a file stands where the folder should be")
    workbook = Workbook(tmp_path / "mine" / "workbook.json")
    workbook.put("answers", "listening", "reply", 4)
    assert workbook.trouble is not None
    assert workbook.trouble.endswith(f"{STAYS}; it is tried again each time.")
    assert workbook.get("answers", "listening") == {"reply": 4}


def test_a_crash_while_writing_leaves_the_old_file_whole(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workbook = Workbook(path)
    workbook.put("answers", "listening", "reply", 4)

    def crash(*_paths: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", crash)
        with pytest.raises(KeyboardInterrupt):
            workbook.put("answers", "listening", "reply", 5)
    assert Workbook(path).get("answers", "listening") == {"reply": 4}


def test_a_workbook_can_be_carried_away_and_brought_back(workbook: Workbook, tmp_path: Path) -> None:
    workbook.put("answers", "listening", "reply", 4)
    elsewhere = Workbook(tmp_path / "elsewhere" / "workbook.json")
    elsewhere.bring_back(workbook.carry_away())
    assert elsewhere.get("answers", "listening") == {"reply": 4}


@pytest.mark.parametrize("text", ["holiday photos", '{"recipes": []}', "[]", ""])
def test_a_strange_file_is_not_brought_back(workbook: Workbook, text: str) -> None:
    workbook.put("answers", "listening", "reply", 4)
    with pytest.raises(WorkbookError) as caught:
        workbook.bring_back(text)
    assert str(caught.value) == "This is not a workbook. Choose the file that was saved as a copy."
    assert workbook.get("answers", "listening") == {"reply": 4}


def test_the_workbook_that_makes_room_for_another_is_put_aside(workbook: Workbook, path: Path) -> None:
    workbook.put("answers", "listening", "reply", 4)
    before = path.read_text()
    workbook.bring_back(before.replace("4", "5"))
    assert workbook.get("answers", "listening") == {"reply": 5}
    assert [p.read_text() for p in path.parent.glob("workbook.aside-*.json")] == [before]


def test_forgetting_leaves_one_random_word_and_nothing_in_memory(workbook: Workbook, path: Path) -> None:
    workbook.put("answers", "listening", "reply", 4)
    workbook.put("answers", "listening", "reply", 5)
    workbook.put("answers", "guard", "one", 3, keep=False)
    path.with_name("workbook.aside-abcdef.json").write_text("half")
    workbook.forget()
    assert workbook.get("answers", "listening") == {}
    assert workbook.get("answers", "guard") == {}
    assert [p.name for p in path.parent.iterdir() if p.suffix == ".json"] == ["workbook.json"]
    assert json.loads(path.read_text()) == {
        "this-is": "the art of compromise: a private workbook",
        "format": 1,
        "generation": workbook.generation,
    }


def test_forgetting_takes_what_a_crash_left_behind_and_saving_does_too(workbook: Workbook, path: Path) -> None:
    program = (
        "import os, sys; from pathlib import Path; from workshop_helpers import workbook\n"
        "os.replace = lambda *paths: os._exit(9)\n"
        "workbook.Workbook(Path(sys.argv[1])).put('answers', 'listening', 'reply', 'secret')"
    )
    for _ in range(2):
        subprocess.run([sys.executable, "-c", program, str(path)], check=False)
    assert len(list(path.parent.glob("workbook.tmp-*"))) == 1
    workbook.forget()
    assert {p.name for p in path.parent.iterdir()} == {"workbook.json", "workbook.lock"}


def test_what_is_to_be_kept_no_longer_is_in_no_file_and_still_in_memory(workbook: Workbook, path: Path) -> None:
    for number, key in enumerate("abcdefgh"):
        workbook.put("answers", "guard", key, f"secret {number}")
    workbook.put("answers", "listening", "reply", 4)
    workbook.keep_no_longer("answers", "guard")
    assert [p.name for p in path.parent.iterdir() if b"secret" in p.read_bytes()] == []
    assert workbook.get("answers", "guard")["h"] == "secret 7"
    assert Workbook(path).get("answers", "listening") == {"reply": 4}


def test_two_notebooks_that_meet_a_damaged_file_lose_nothing_of_each_other(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow, quick = Workbook(path), Workbook(path)
    slow.put("answers", "listening", "reply", 4)
    path.write_text("{")
    rescue = WorkbookFile._rescue

    def later(self: WorkbookFile, damaged: str) -> Book:
        monkeypatch.setattr(WorkbookFile, "_rescue", rescue)
        quick.put("answers", "listening", "new", 1)
        return rescue(self, damaged)

    monkeypatch.setattr(WorkbookFile, "_rescue", later)
    assert slow.get("answers", "listening")["new"] == 1
    assert Workbook(path).get("answers", "listening")["new"] == 1


def test_a_copy_holds_what_could_not_be_saved(workbook: Workbook, path: Path, tmp_path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_text('{"recipes": []}')
    workbook.put("answers", "listening", "reply", 4)
    elsewhere = Workbook(tmp_path / "elsewhere" / "workbook.json")
    elsewhere.bring_back(workbook.carry_away())
    assert elsewhere.get("answers", "listening") == {"reply": 4}


def test_a_copy_of_a_newer_version_is_not_brought_back(workbook: Workbook) -> None:
    newer = '{"this-is": "the art of compromise: a private workbook", "format": 2}'
    with pytest.raises(WorkbookError) as caught:
        workbook.bring_back(newer)
    assert str(caught.value) == (
        "This copy was saved by a newer version of the workshop. Update the workshop, then bring it back."
    )


def test_what_cannot_be_taken_out_of_the_file_stays_there_and_is_kept_as_before(
    workbook: Workbook, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workbook.put("answers", "guard", "one", 3)

    def full(_file: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(WorkbookError):
            workbook.keep_no_longer("answers", "guard")
    workbook.put("answers", "guard", "two", 4)
    assert Workbook(path).get("answers", "guard") == {"one": 3, "two": 4}


def test_bringing_back_a_copy_leaves_what_is_in_memory_only(workbook: Workbook) -> None:
    workbook.put("answers", "listening", "reply", 4)
    workbook.put("answers", "guard", "one", 3, keep=False)
    workbook.bring_back(workbook.carry_away())
    assert workbook.get("answers", "guard") == {"one": 3}


def test_watchers_hear_of_what_is_finished_but_not_of_single_answers(workbook: Workbook) -> None:
    heard: list[str] = []
    workbook.watch(lambda: heard.append("changed"))
    workbook.put("answers", "listening", "reply", 4)
    assert heard == []
    workbook.put("finished", "listening", "once", True)
    workbook.forget()
    assert heard == ["changed", "changed"]


@pytest.mark.usefixtures("for_people")
def test_a_watcher_that_fails_does_not_keep_the_news_from_others_and_is_told_no_more(workbook: Workbook) -> None:
    heard: list[str] = []

    def closed() -> None:
        heard.append("closed")
        raise RuntimeError

    workbook.watch(closed)
    workbook.watch(lambda: heard.append("changed"))
    for _ in range(2):
        workbook.put("finished", "listening", "once", True)
    assert heard == ["closed", "changed", "changed"]


def test_a_watcher_that_fails_is_an_error_for_developers(workbook: Workbook) -> None:
    workbook.watch(lambda: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        workbook.put("finished", "listening", "once", True)
    assert Workbook(workbook.path).get("finished", "listening") == {"once": True}
