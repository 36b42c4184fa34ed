"""Slips and tables on a page: messages in, messages out, and nothing of them in what a notebook saves."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from unittest import mock

import comm
import pytest
import traitlets
from listening import said_by
from test_room_client_hand_in import Room
from test_room_client_leadership import Network

import workshop_helpers as wh
from workshop_helpers import displays
from workshop_helpers.made_up import invented_person
from workshop_helpers.offline.slips import SlipsSession
from workshop_helpers.offline.tables import LARGEST_FILE, TableSession
from workshop_helpers.pictures import picture_html
from workshop_helpers.pooling.catalogue import Catalogue
from workshop_helpers.widgets.slips.widget import SlipsForm
from workshop_helpers.widgets.table.widget import TableForm
from workshop_helpers.workbook import Workbook

WORKSHOP = wh.load_workshop()
LISTENING = WORKSHOP.assessment("active-listening")
MENU = Catalogue(WORKSHOP)
SLIPS = [wh.encode_slip(wh.contribution(invented_person(f"person-{n}", LISTENING)), "willow") for n in range(9)]
CANARY = "marmalade-otter-seventeen"
TEXTS = [item.text for item in LISTENING.items]
HEADINGS = ",".join(f'"{text}"' for text in TEXTS)
TABLE = "\n".join([HEADINGS, *[",".join(["often"] * len(TEXTS))] * 8]).encode()
BAD_TABLE = "\n".join([HEADINGS, *[",".join([CANARY, *["often"] * (len(TEXTS) - 1)])] * 8]).encode()


def picture(said: Mapping[str, Any], people: int) -> bool:
    """Whether it is the picture of so many people, drawn as pictures are, with what can be saved of it."""
    release = wh.Release.from_json(said["release"])
    return release.n == people and said == {
        "type": "picture",
        "html": picture_html(release),
        "release": said["release"],
    }


def slips_form(kind: type[SlipsForm] = SlipsForm) -> tuple[SlipsForm, list[dict[str, Any]]]:
    return heard(kind(SlipsSession(MENU), MENU.pages()))


def table_form(kind: type[TableForm] = TableForm) -> tuple[TableForm, list[dict[str, Any]]]:
    return heard(kind(TableSession(MENU), MENU.pages(), LARGEST_FILE))


def heard(form: Any) -> tuple[Any, list[dict[str, Any]]]:
    return form, said_by(form)


def say(form: Any, type: str, content: bytes | None = None, **more: Any) -> None:
    form._handle_custom_msg({"type": type, **more}, [] if content is None else [memoryview(content)])


def begin(form: SlipsForm, small: bool = False) -> None:
    say(form, "begin", pool=LISTENING.id, word="willow", small=small)


def test_slips_are_counted_and_refused_and_become_a_picture() -> None:
    form, said = slips_form()
    begin(form)
    for code in SLIPS:
        say(form, "slip", code=code)
    say(form, "slip", code=SLIPS[0])
    say(form, "slip", code="ABC")
    say(form, "reveal")
    say(form, "reveal")
    assert said[0] == {"type": "begun", "number": 0, "needed": 8}
    assert said[1:10] == [{"type": "slips", "number": number, "needed": 8} for number in range(1, 10)]
    again, mistyped, drawn, gone = said[10:]
    assert again == {
        "type": "refused",
        "words": "This slip is in the hat already. Put it aside, and take the next one.",
    }
    assert mistyped["words"] == "It has 3 characters and should have 14: check it against the slip."
    assert picture(drawn, people=9)
    assert gone["type"] == "refused"


@pytest.mark.usefixtures("for_people")
def test_a_picture_that_cannot_be_drawn_loses_nothing_and_can_be_drawn_later(monkeypatch: pytest.MonkeyPatch) -> None:
    hat, said_of_hat = slips_form()
    begin(hat)
    for code in SLIPS:
        say(hat, "slip", code=code)
    table, said_of_table = table_form()
    say(table, "file", TABLE, pool=LISTENING.id)
    columns = said_of_table[0]["columns"]

    def broken(_release: wh.Release) -> str:
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr("workshop_helpers.widgets.shared.offline.picture_html", broken)
        say(hat, "reveal")
        say(table, "draw", columns=columns)
        assert said_of_hat[-1] == said_of_table[-1] == {"type": "failed"}
    say(hat, "reveal")
    say(table, "draw", columns=columns)
    assert picture(said_of_hat[-1], people=9)
    assert picture(said_of_table[-1], people=8)


def test_a_small_circle_is_chosen_before_the_first_slip() -> None:
    form, said = slips_form()
    begin(form, small=True)
    assert said == [{"type": "begun", "number": 0, "needed": 6}]


def test_a_table_is_read_checked_and_becomes_a_picture() -> None:
    form, said = table_form()
    say(form, "file", TABLE, pool=LISTENING.id)
    columns = said[0]["columns"]
    say(form, "columns", columns=columns, number=7)
    say(form, "draw", columns=columns)
    say(form, "draw", columns=columns)
    read, checks, drawn, gone = said
    assert (read["type"], read["rows"], read["needed"]) == ("read", 8, 8)
    assert (checks["type"], checks["number"]) == ("checks", 7)
    assert checks["checks"]["put-aside"] == {"fine": True, "words": "8 of 8 can be read."}
    assert picture(drawn, people=8)
    assert gone["type"] == "refused"


@pytest.mark.parametrize("end", ["forget", "close"])
def test_what_was_gathered_is_forgotten_when_the_page_asks_and_when_the_form_is_closed(end: str) -> None:
    slips, _ = slips_form()
    begin(slips)
    say(slips, "slip", code=SLIPS[0])
    table, _ = table_form()
    say(table, "file", TABLE, pool=LISTENING.id)
    typed, chosen = slips._session, table._session
    for form in (slips, table):
        say(form, "forget") if end == "forget" else form.close()
    assert (typed._pool, chosen._table) == (None, None)  # type: ignore[attr-defined]


# --- a room that is open at the same time ------------------------------------------------------------------


@pytest.fixture
def room(tmp_path: Path) -> Room:
    room = Room(Network(), Workbook(tmp_path / "workbook.json"))
    room.laptops(4)
    return room


def in_room(said: list[dict[str, Any]]) -> dict[str, Any]:
    """What the page was told last of the people in the room; a thread may tell it the same again."""
    return [message for message in said if message["type"] == "room"][-1]


def test_four_slips_join_four_laptops_and_can_be_taken_back(room: Room) -> None:
    form, said = heard(SlipsForm(SlipsSession(MENU), MENU.pages(), room.hand_in))
    begin(form)
    for code in SLIPS[:4]:
        say(form, "slip", code=code)
    say(form, "join")
    say(form, "join")
    assert (in_room(said)["people"], in_room(said)["answered"]) == (4, 8)
    say(form, "reveal")
    assert said[-1]["words"].startswith("These people are in the room's picture, so there is no other picture of them")
    say(form, "back", pool=LISTENING.id)
    assert (in_room(said)["people"], in_room(said)["answered"]) == (0, 4)
    form.close()


def test_when_the_rooms_picture_is_drawn_what_was_gathered_is_forgotten(room: Room) -> None:
    form, said = heard(TableForm(TableSession(MENU), MENU.pages(), LARGEST_FILE, room.hand_in))
    say(form, "file", TABLE, pool=LISTENING.id)
    columns = next(message for message in said if message["type"] == "read")["columns"]
    say(form, "join", columns=columns)
    assert (in_room(said)["people"], in_room(said)["answered"], in_room(said)["seats"]) == (8, 12, 12)
    room.leader.reveal(LISTENING.id)
    form._hear(room.hand_in.look(LISTENING.id))
    assert in_room(said)["room"] == "revealed"
    say(form, "draw", columns=columns)
    assert said[-1]["words"].startswith("Half an hour is over, or the table was forgotten.")
    form.close()


def test_what_the_room_refuses_is_told_with_how_it_stands(room: Room) -> None:
    room.leader.close(LISTENING.id)
    form, said = heard(SlipsForm(SlipsSession(MENU), MENU.pages(), room.hand_in))
    begin(form)
    say(form, "slip", code=SLIPS[0])
    say(form, "join")
    refused = [message for message in said if message["type"] == "refused"]
    assert refused == [{
        "type": "refused",
        "words": "The room does not collect answers for this just now. Open it in the console first.",
    }]  # fmt: skip
    assert in_room(said)["room"] == "closed"
    form.close()


def test_the_page_hears_when_half_an_hour_is_over() -> None:
    form, said = slips_form()
    form._session.gone()
    assert said == [{"type": "gone"}]


def test_a_cell_that_runs_again_forgets_what_was_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[Any] = []
    monkeypatch.setattr(displays, "display", shown.append)
    for call in (wh.slips, wh.table):
        call()
        call()
    first_slips, second_slips, first_table, second_table = shown
    assert (first_slips.comm, first_table.comm) == (None, None)  # closed, and so forgotten
    assert second_slips.comm is not None
    assert second_table.comm is not None
    assert [repr(form) for form in shown] == ["<slips from a paper hat>"] * 2 + ["<a table of answers>"] * 2


@pytest.mark.usefixtures("for_people")
@pytest.mark.parametrize(
    "message",
    [
        {"type": "slip"},
        {"type": "begin", "pool": []},
        {"type": "file", "pool": LISTENING.id},
        {"type": "columns", "columns": {"put-aside": 5}},
        {"type": "draw", "columns": None},
    ],
    ids=lambda message: message["type"],
)
def test_a_message_that_no_page_sends_is_answered_and_not_logged(
    message: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    for form, said in (slips_form(), table_form()):
        if message["type"] in form.messages:
            if message["type"] in ("columns", "draw"):
                say(form, "file", TABLE, pool=LISTENING.id)
                said.clear()
            form._handle_custom_msg(message, [])
            assert said == [{"type": "failed"}]
    assert caplog.text == ""


# --- I25: what a notebook saves holds no code and no cell ------------------------------------------------


class CodesInTheState(SlipsForm):
    """A bad form: what is typed is a synced trait, as text fields have it."""

    code = traitlets.Unicode().tag(sync=True)

    def on_slip(self, message: Mapping[str, Any]) -> None:
        self.code = message["code"]


class CodesInPrint(SlipsForm):
    """A bad form: printed, it shows the last slip."""

    def on_slip(self, message: Mapping[str, Any]) -> None:
        self.shown_as = f"<slip {message['code']}>"


class CodesInTheReply(SlipsForm):
    """A bad form: it says which slip it refused."""

    def on_slip(self, message: Mapping[str, Any]) -> None:
        self.send({"type": "refused", "words": f"{message['code']} was mistyped."})


class TableInTheState(TableForm):
    """A bad form: the file is a synced trait, as ipywidgets' own upload has it."""

    content = traitlets.Bytes().tag(sync=True)

    def on_file(self, message: Mapping[str, Any]) -> None:
        self.content = message["content"]


class TableInTheLog(TableForm):
    """A bad form: it logs what it reads."""

    def on_file(self, message: Mapping[str, Any]) -> None:
        logging.getLogger("workshop").debug("read %s", message["content"])


def attack_i25(make: Any, log: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]) -> None:
    """Type slips, choose a table with the canary in it, and look for both in all that leaves the kernel."""
    seen: list[str] = []

    def publish(_comm: object, msg_type: str, data: Mapping[str, Any], **_more: object) -> None:
        seen.append(f"{msg_type} {data}")

    with log.at_level(logging.DEBUG), mock.patch.object(comm.DummyComm, "publish_msg", publish):
        form = make()
        if isinstance(form, SlipsForm):
            begin(form)
            for code in (*SLIPS, SLIPS[0], SLIPS[0][:-1] + "!"):
                say(form, "slip", code=code)
            say(form, "reveal")
        else:
            for content in (BAD_TABLE, BAD_TABLE[:-30] + b'"' + CANARY.encode()):
                say(form, "file", content, pool=LISTENING.id)
                for words in ([], [[CANARY, ""]], [[CANARY, CANARY]]):  # what somebody types of a cell, neither
                    columns = {"put-aside": {"way": "one", "places": [0], "words": words}}
                    say(form, "columns", columns=columns, number=1)
                say(form, "draw", columns=columns)
        seen.append(f"{form.get_state()}{form!r}{form._repr_mimebundle_()}{log.text}{''.join(capsys.readouterr())}")
    everything = "".join(seen)
    assert len(seen) > 3
    assert not [secret for secret in (CANARY, *(code[:-1] for code in SLIPS)) if secret in everything]


@pytest.mark.parametrize(
    "make",
    [
        lambda: SlipsForm(SlipsSession(MENU), MENU.pages()),
        lambda: TableForm(TableSession(MENU), MENU.pages(), LARGEST_FILE),
    ],
    ids=["slips", "table"],
)
def test_i25_no_code_and_no_cell_leaves_the_kernel(
    make: Any, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    attack_i25(make, caplog, capsys)


@pytest.mark.parametrize(
    "bad",
    [CodesInTheState, CodesInPrint, CodesInTheReply, TableInTheState, TableInTheLog],
    ids=lambda bad: bad.__name__,
)
def test_i25_bites(bad: Any, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]) -> None:
    def make() -> Any:
        if issubclass(bad, SlipsForm):
            return bad(SlipsSession(MENU), MENU.pages())
        return bad(TableSession(MENU), MENU.pages(), LARGEST_FILE)

    with pytest.raises(AssertionError):
        attack_i25(make, caplog, capsys)
