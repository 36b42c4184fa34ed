"""A room as a process of its own: the same room after kill -9, over TLS, with nobody lost and nobody counted twice."""

import json
import logging
import os
import random
import signal
import socket
import stat
import time
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread

import pytest
from canary import sightings_below
from small_rooms import Memory, again, agree, chosen, free_port, has_no_core_dumps, how, process, room_process, until

from workshop_helpers.cli import main
from workshop_helpers.content.loading import load_workshop
from workshop_helpers.errors import RoomError, Unreachable, WrongCode
from workshop_helpers.pooling.credential import Credential
from workshop_helpers.room.client.caller import Caller
from workshop_helpers.room.client.facilitator import Facilitator
from workshop_helpers.room.client.participant import Participant
from workshop_helpers.room.protocol.links import is_this_computer, read_facilitators_line, read_link
from workshop_helpers.room.server.rooms import Rooms
from workshop_helpers.room.server.standalone import forget_identity, link_of, read_identity
from workshop_helpers.room.server.store import MemoryStore
from workshop_helpers.room.standing import Stand

ASKED = "what-counts"


def own_address() -> str | None:
    """A number of this machine that is not the loopback's, if it has one. Sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect(("192.0.2.1", 9))
        except OSError:
            return None
        found = str(asking.getsockname()[0])
    return None if is_this_computer(found) else found


def test_the_command_prints_the_link_alone_and_puts_the_facilitators_line_into_a_file(tmp_path: Path) -> None:
    port, log, file = free_port(), tmp_path / "log", tmp_path / "facilitators-line.txt"
    with room_process(tmp_path, "127.0.0.1", port, log) as started:
        until(lambda: b"Press Ctrl-C" in log.read_bytes())
        identity = read_identity(tmp_path / "room.json")
        assert log.read_text(encoding="utf-8") == (
            f"The room is at:\n\n  http://127.0.0.1:{port}/workshop/#{identity.code}\n\n"
            "Only this computer can reach it. To let others in, start again without --host.\n\n"
            "To run it, open facilitator-room.ipynb on this computer, and press 'Run the room of this computer'. On "
            "another computer, paste the line that is in this file, which only your account can read:\n\n"
            f"  {file}\n\n"
            "Answers lie in memory only, until the picture is shown or for 30 minutes. Press Ctrl-C to end.\n"
        )
        assert identity.key not in log.read_text(encoding="utf-8")
        whose, key = read_facilitators_line(file.read_text(encoding="utf-8"))
        assert until(Facilitator(whose, key).keep_up).seats == 60
        assert has_no_core_dumps(started.pid)
    for secret in (file, tmp_path / "room.json"):
        assert stat.S_IMODE(secret.stat().st_mode) == 0o600


def test_without_a_host_the_room_is_where_others_can_reach_it(tmp_path: Path) -> None:
    host, port, log = own_address(), free_port(), tmp_path / "log"
    if host is None:
        pytest.skip("this machine has no address but the loopback's")
    command = ["-m", "workshop_helpers.cli", "room", "--port", str(port), "--seats", "8"]
    with process(*command, env={"WORKSHOP_HOME": str(tmp_path)}, log=log, cwd=tmp_path):
        until(lambda: b"Press Ctrl-C" in log.read_bytes())
        link = log.read_text(encoding="utf-8").splitlines()[2].strip()
        assert str(read_link(link)) == link
        assert link.startswith(f"https://{host}:{port}/workshop/#")
        identity = read_identity(tmp_path / "room.json")
        assert until(Facilitator(read_link(link), identity.key).keep_up).seats == 8


def test_a_room_that_is_ended_forgets_its_code_and_key_on_disk_too_and_the_program_ends(tmp_path: Path) -> None:
    port, log, file = free_port(), tmp_path / "log", tmp_path / "room.json"
    with room_process(tmp_path, "127.0.0.1", port, log) as started:
        until(lambda: b"Press Ctrl-C" in log.read_bytes())
        last_week = read_identity(file)
        leader = Facilitator(link_of("127.0.0.1", port, last_week), last_week.key)
        until(leader.keep_up)
        leader.end()
        assert [path.name for path in tmp_path.iterdir()] == ["log"]
        assert started.wait(60) == 0
    assert "The room has ended. Its code, its key and all that was in it are forgotten." in log.read_text("utf-8")
    this_week = read_identity(file)
    assert (this_week.code, this_week.key, this_week.certificate) != (
        last_week.code, last_week.key, last_week.certificate,
    )  # fmt: skip
    rooms = Rooms(MemoryStore())
    rooms.create(12, this_week.code, this_week.key)
    with pytest.raises(WrongCode):
        rooms.state(last_week.code)


def test_a_room_that_nobody_ended_is_another_one_after_half_a_day(tmp_path: Path) -> None:
    file = tmp_path / "room.json"
    first = read_identity(file)
    for hours, same in [(11, True), (13, False)]:
        then = time.time() - hours * 3600
        os.utime(file, (then, then))
        assert (read_identity(file).code == first.code) is same


def test_a_file_that_cannot_be_deleted_is_said(tmp_path: Path) -> None:
    (tmp_path / "room.json").mkdir()
    with pytest.raises(RoomError) as caught:
        forget_identity(tmp_path / "room.json")
    assert str(caught.value) == (
        "The file 'room.json' with the room's code and key cannot be deleted, so the room goes on. Delete it on the "
        "computer that runs the room, and end the room again."
    )


def test_over_tls_only_the_certificate_of_the_link_is_spoken_to_and_the_room_stays_the_same(tmp_path: Path) -> None:
    host = own_address()
    if host is None:
        pytest.skip("this machine has no address but the loopback's")
    identity = read_identity(tmp_path / "room.json")
    port, log, asked = free_port(), tmp_path / "log", load_workshop().assessment(ASKED)
    link = link_of(host, port, identity)
    assert str(link).startswith("https://")
    leader, one = Facilitator(link, identity.key), Participant(link, Credential(), Memory())
    with room_process(tmp_path, host, port, log) as first:
        until(leader.keep_up)
        leader.open(ASKED)
        agree(one, chosen(1, asked))
        first.send_signal(signal.SIGKILL)
        first.wait()
    with room_process(tmp_path, host, port, log):
        assert until(leader.keep_up).pools[0].answered == 0
        one.keep_up()
        assert how(one, asked) is Stand.RESTARTED
        assert leader.keep_up().pools[0].answered == 0
        again(one, asked)
        assert leader.keep_up().pools[0].answered == 1
        other = read_identity(tmp_path / "other.json")
        stranger = Participant(
            link_of(host, port, other), Credential(), Memory(), Caller(link_of(host, port, other), 0)
        )
        with pytest.raises(Unreachable):
            stranger.seats()


def test_nobody_is_lost_or_counted_twice_though_the_collector_is_killed_twenty_times(tmp_path: Path) -> None:
    identity, asked = read_identity(tmp_path / "room.json"), load_workshop().assessment(ASKED)
    port, log = free_port(), tmp_path / "log"
    link = link_of("127.0.0.1", port, identity)
    leader = Facilitator(link, identity.key, None, Caller(link, 0))
    over = Event()
    last: dict[int, bytes] = {}
    troubles: list[BaseException] = []

    def look(person: Participant) -> Stand:
        person.keep_up()
        if person.standing(asked, None).can_add_again:
            again(person, asked)
        return how(person, asked)

    def take_part(number: int) -> None:
        """Adds, changes twice, takes back and adds again, and says yes whenever they are asked once more."""
        chance, person = random.Random(number), Participant(link, Credential(), Memory(), Caller(link, 0))
        steps = [number, number + 100, None, number + 200]
        try:
            while not over.is_set() or steps:
                if steps and chance.random() < 0.2:
                    step = steps.pop(0)
                    with suppress(Unreachable):
                        if step is None:
                            person.take_back(asked, None)
                        else:
                            last[number] = bytes(chosen(step, asked))
                            agree(person, chosen(step, asked))
                with suppress(Unreachable):
                    look(person)
                over.wait(0.3 + chance.random() / 3)
            until(lambda: look(person) is Stand.COUNTED)
        except BaseException as trouble:
            troubles.append(trouble)
            raise

    people = [Thread(target=take_part, args=(number,)) for number in range(50)]
    with room_process(tmp_path, "127.0.0.1", port, log):
        until(leader.keep_up)
        leader.open(ASKED)
        for each in people:
            each.start()
        until(lambda: leader.keep_up().pools[0].answered > 5)
    for _ in range(19):  # leaving the block above and this one kills it
        with room_process(tmp_path, "127.0.0.1", port, log):
            until(leader.keep_up)
    with room_process(tmp_path, "127.0.0.1", port, log) as asleep:
        until(leader.keep_up)
        asleep.send_signal(signal.SIGSTOP)  # as a laptop that is closed
        over.wait(1)
        asleep.send_signal(signal.SIGCONT)
        over.set()
        for each in people:
            each.join()
        assert troubles == []
        release = leader.reveal(ASKED)
    assert release.n == 50
    for place, table in enumerate(release.tables):
        exact = [sum(row[place] == option for row in last.values()) for option in range(len(table.options))]
        assert list(table.low) == list(table.high) == exact
    assert log.read_text(encoding="utf-8").count("Traceback") == 0


def test_i27_nothing_of_an_answer_is_on_the_disk_when_it_is_killed(tmp_path: Path) -> None:
    identity, asked = read_identity(tmp_path / "room.json"), load_workshop().assessment(ASKED)
    port = free_port()
    link = link_of("127.0.0.1", port, identity)
    leader, credential = Facilitator(link, identity.key), Credential()
    with room_process(tmp_path, "127.0.0.1", port, tmp_path / "log"):
        until(leader.keep_up)
        leader.open(ASKED)
        agree(Participant(link, credential, Memory()), chosen(1, asked))
    token = credential.token(link.code, ASKED)
    assert list(sightings_below(token.hex(), tmp_path)) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["facilitators-line.txt", "log", "room.json"]
    assert "127.0.0.1 " not in (tmp_path / "log").read_text(encoding="utf-8")


def test_an_identity_is_kept_and_a_fresh_one_takes_its_place(tmp_path: Path) -> None:
    first = read_identity(tmp_path / "deep" / "room.json")
    again = read_identity(tmp_path / "deep" / "room.json")
    fresh = read_identity(tmp_path / "deep" / "room.json", fresh=True)
    assert (first.code, first.key, first.certificate) == (again.code, again.key, again.certificate)
    assert len({first.code, fresh.code}) == len({first.key, fresh.key}) == 2
    assert repr(first) == "<Identity: private>"


@pytest.mark.parametrize("content", ["", "[]", "{}", "null", '"text"', json.dumps({"code": 1})])
def test_an_identity_that_is_spoilt_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "room.json").write_text(content, encoding="utf-8")
    with pytest.raises(RoomError) as caught:
        read_identity(tmp_path / "room.json")
    assert str(caught.value) == (
        "The file 'room.json' with the room's code cannot be used. Delete it, or start with --fresh."
    )


@pytest.mark.parametrize("seats", ["0", "-1", "10001"])
def test_a_room_for_nobody_is_refused_before_anything_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], seats: str
) -> None:
    monkeypatch.setenv("WORKSHOP_HOME", str(tmp_path))
    monkeypatch.setattr("workshop_helpers.room.server.standalone.no_core_dumps", lambda: None)
    command = ["room", "--host", "127.0.0.1", "--port", str(free_port()), "--seats", seats]
    assert main(command) == 2
    assert capsys.readouterr() == ("", "The number of people must be a whole number from 1 to 10,000.\n")
    assert logging.getLogger("somebody else's").isEnabledFor(logging.CRITICAL)
