"""An error in background work is left out for people, without a word, and raised for developers."""

from __future__ import annotations

import re
import threading
from pathlib import Path
from threading import Thread

import pytest
from small_rooms import everything_logged

import workshop_helpers
from workshop_helpers.guard import guarded

PACKAGE = Path(workshop_helpers.__file__).parent


def goes_wrong(done: list[str]) -> None:
    with guarded(lambda: done.append("instead")):
        raise ValueError("marmalade")


def test_for_people_it_ends_there_and_something_else_is_done_instead(
    for_people: None, capfd: pytest.CaptureFixture[str]
) -> None:
    done: list[str] = []
    with everything_logged() as lines:
        goes_wrong(done)
        thread = Thread(target=goes_wrong, args=(done,))
        thread.start()
        thread.join()
    assert done == ["instead", "instead"]
    assert (lines, *capfd.readouterr()) == ([], "", "")


def test_for_developers_it_is_raised_and_the_same_is_done_instead() -> None:
    done: list[str] = []
    with pytest.raises(ValueError, match="marmalade"):
        goes_wrong(done)
    assert done == ["instead"]


def test_for_developers_an_error_in_a_thread_is_one_that_a_test_run_ends_with(monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[object] = []
    monkeypatch.setattr(threading, "excepthook", lambda how: ended.append(how.exc_type))
    thread = Thread(target=goes_wrong, args=([],))
    thread.start()
    thread.join()
    assert ended == [ValueError]


@pytest.mark.parametrize("setting", ["", "0", "yes"])
def test_only_one_is_the_setting_for_developers(monkeypatch: pytest.MonkeyPatch, setting: str) -> None:
    monkeypatch.setenv("WORKSHOP_DEBUG", setting)
    goes_wrong([])


@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit])
def test_whoever_stops_a_kernel_stops_it(for_people: None, stop: type[BaseException]) -> None:
    with pytest.raises(stop), guarded():
        raise stop


def test_what_goes_well_is_left_alone(for_people: None) -> None:
    done: list[str] = []
    with guarded(lambda: done.append("instead")):
        pass
    assert done == []


def test_nothing_else_in_the_package_lets_every_error_pass() -> None:
    """Ruff refuses ``except Exception`` that does not raise; this is the other way to write it."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py")}
    assert [name for name, text in texts.items() if re.search(r"suppress\((Base)?Exception", text)] == []
