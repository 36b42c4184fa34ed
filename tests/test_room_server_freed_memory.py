"""I33: after the reveal no copy of a request is in the memory of the process that collected."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from process_memory import found_in, twelve_people
from small_rooms import ROOT, free_port, process, room_process, until
from test_room_server_standalone import own_address

from workshop_helpers.content.loading import load_workshop
from workshop_helpers.room.client.facilitator import Facilitator
from workshop_helpers.room.server.freed_memory import OVERWRITING, begin_again_overwriting, overwrite_what_is_large
from workshop_helpers.room.server.standalone import link_of, read_identity

ASKED = load_workshop().assessment("what-counts")
KEEPING = """
import sys
from workshop_helpers.room.server import handlers
unpack, kept = handlers.unpack, []
def keeping(kind, body):
    kept.append(body)
    return unpack(kind, body)
handlers.unpack = keeping
from workshop_helpers.cli import main
main()
"""


def left_in(started: int, home: Path, host: str, port: int) -> tuple[list[str], list[str]]:
    """What is in a room's memory of what it need not keep, before the reveal; and of anything, after it."""
    identity = read_identity(home / "room.json")
    leader = Facilitator(link_of(host, port, identity), identity.key)
    until(leader.keep_up)
    leader.open(ASKED.id)
    rows, requests = twelve_people(leader, ASKED)
    assert found_in(started, rows) == sorted(rows)  # the search finds what is there
    before = found_in(started, requests)
    leader.reveal(ASKED.id)
    return before, found_in(started, rows | requests)


@pytest.mark.parametrize("tls", [False, True])
def test_i33_after_the_reveal_nothing_of_a_request_is_in_the_room_s_memory(tmp_path: Path, tls: bool) -> None:
    host = own_address() if tls else "127.0.0.1"
    if host is None:
        pytest.skip("this machine has no address but the loopback's")
    read_identity(tmp_path / "room.json")
    port = free_port()
    with room_process(tmp_path, host, port, tmp_path / "log") as started:
        assert left_in(started.pid, tmp_path, host, port) == ([], [])


def test_i33_bites_on_a_room_that_keeps_requests(tmp_path: Path) -> None:
    read_identity(tmp_path / "room.json")
    port = free_port()
    command = ["-c", KEEPING, "room", "--host", "127.0.0.1", "--port", str(port), "--seats", "60"]
    with process(*command, env={"WORKSHOP_HOME": str(tmp_path)}, log=tmp_path / "log", cwd=tmp_path) as started:
        before, after = left_in(started.pid, tmp_path, "127.0.0.1", port)
    assert len(before) == len(after) == 24  # answers and tokens of twelve people, in letters


HOLDING = """
from workshop_helpers.room.server.freed_memory import begin_again_overwriting, overwrite_what_is_large
{way}
def mark(number):
    return bytes(65 + (number * 7 + place * place + number * place) % 26 for place in range(32))
def hold():
    small = [mark(number) * 3 for number in range(8)]
    large = [mark(number) * 64 for number in range(8, 16)]
    grown = bytearray()
    for number in range(16, 24):
        grown += mark(number) * 64
hold()
input("freed")
"""


def mark(number: int) -> bytes:
    return bytes(65 + (number * 7 + place * place + number * place) % 26 for place in range(32))


def left_of_what_was_freed(way: str, **settings: str) -> set[int]:
    """Of 24 pieces that a process has freed, small ones, large ones, and ones in what grew: which are still there."""
    started = subprocess.Popen(
        [sys.executable, "-c", HOLDING.format(way=way)],
        env={**os.environ, "PYTHONPATH": str(ROOT), **settings},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with started:
        assert started.stdout
        assert started.stdout.read(5) == b"freed"
        found = found_in(started.pid, {str(number): mark(number) * 2 for number in range(24)}, stack=False)
        started.kill()
    return {int(number) for number in found}


def test_i33_a_process_that_begins_again_overwrites_all_that_it_frees() -> None:
    assert left_of_what_was_freed("begin_again_overwriting()") == set()
    assert left_of_what_was_freed("begin_again_overwriting()", **OVERWRITING) == set()


def test_i33_freed_memory_bites_on_a_process_that_leaves_it_as_it_is() -> None:
    left = left_of_what_was_freed("")
    assert left & {*range(8)}
    assert left & {*range(8, 24)}


@pytest.mark.skipif(sys.platform != "linux", reason="only glibc can be told while it runs")
def test_i33_a_server_that_runs_already_overwrites_what_is_large() -> None:
    assert left_of_what_was_freed("overwrite_what_is_large()") & {*range(8, 24)} == set()


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_where_the_c_library_is_another_one_it_is_left_alone(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.setattr("ctypes.CDLL", lambda _name: 1 / 0)
    overwrite_what_is_large()


def test_on_windows_the_first_process_waits_for_the_second_and_ends_as_it_does(monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[dict[str, str]] = []

    def call(_command: list[str], env: dict[str, str]) -> int:
        called.append(env)
        return 2

    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setattr("subprocess.call", call)
    with pytest.raises(SystemExit) as caught:
        begin_again_overwriting()
    assert (caught.value.code, len(called)) == (2, 1)
    assert called[0].items() >= OVERWRITING.items()
