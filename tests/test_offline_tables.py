"""A table from a survey tool: what the page hears of it, and that it is forgotten with the picture."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from half_hours import Stopped, half_an_hour_passes, stop_time

from workshop_helpers.content.loading import load_workshop
from workshop_helpers.errors import ImportingError, RoomError, TooFewPeople, WorkshopError
from workshop_helpers.offline.tables import TableSession
from workshop_helpers.pooling.catalogue import Catalogue

WORKSHOP = load_workshop()
MENU = Catalogue(WORKSHOP)
LISTENING = WORKSHOP.assessment("active-listening")
LABELS = ["almost never", "rarely", "sometimes", "often", "almost always"]
TEXTS = [item.text for item in LISTENING.items]
CANARY = "marmalade-otter-seventeen"
GONE = "Half an hour is over, or the table was forgotten. Choose the file again."


TOO_LARGE = (
    "The file is larger than 5 MB. Take out the columns that are not needed. For a very long table, use "
    "'workshop picture' in a terminal."
)
NO_HEADINGS = (
    "The first row seems to hold answers. Put a row above it that says what each column asks, and choose the file "
    "again."
)
TOO_WIDE = "The table has more than 500 columns. Take out what is not needed."
UNEVEN = "The file is not a table with the same number of columns in every row. Save it as CSV again."


@pytest.fixture(autouse=True)
def timers(monkeypatch: pytest.MonkeyPatch) -> list[Stopped]:
    return stop_time(monkeypatch)


def csv(
    rows: int = 8, headings: list[str] | None = None, cell: Callable[[int, int], str] = lambda _r, _c: "often"
) -> bytes:
    lines = [",".join(f'"{heading}"' for heading in headings or TEXTS)]
    lines += [",".join(cell(row, column) for column in range(len(headings or TEXTS))) for row in range(1, rows + 1)]
    return "\n".join(lines).encode()


def read(content: bytes) -> tuple[TableSession, dict[str, Any]]:
    session = TableSession(MENU)
    return session, session.read(LISTENING.id, content)


def test_a_table_is_read_mapped_checked_and_drawn() -> None:
    session, found = read(csv(9, ["Timestamp", *TEXTS]))
    assert found["headings"] == ["Timestamp", *TEXTS]
    assert (found["identifying"], found["rows"], found["needed"], found["small"]) == ([0], 9, 8, True)
    assert found["questions"][0] == {
        "key": "put-aside", "text": TEXTS[0], "side": "", "ways": {"one": [""]},
        "meanings": {"one": {str(n): label for n, label in enumerate(LABELS, start=1)}}, "ownWords": False,
    }  # fmt: skip
    assert found["columns"]["put-aside"] == {"way": "one", "places": (1,), "ownWords": None, "alike": False}
    checks = session.check(found["columns"])
    assert set(map(str, checks.values())) == {"{'fine': True, 'words': '9 of 9 can be read.'}"}
    release = session.reveal(found["columns"])
    assert release.n == 9
    assert release.table("put-aside").band(1) == "0–4"
    with pytest.raises(ImportingError) as caught:
        session.check(found["columns"])
    assert str(caught.value) == GONE


def test_rows_that_cannot_be_read_are_named_by_their_place_and_never_by_what_they_hold() -> None:
    content = csv(8, None, lambda row, column: CANARY if column == 0 and row in (3, 5) else "often")
    session, found = read(content)
    check = session.check(found["columns"])["put-aside"]
    assert check == {
        "fine": False,
        "words": "Rows 3 and 5 cannot be read (headings not counted). Allowed: a whole number from 1 to 5, or almost "
        "never · rarely · sometimes · often · almost always. Empty is a skip.",
    }
    with pytest.raises(ImportingError) as caught:
        session.reveal(found["columns"])
    assert CANARY not in str(caught.value)
    assert "in rows 3 and 5 (headings not counted)" in str(caught.value)
    assert CANARY not in f"{found}{session!r}"


def test_a_column_that_is_used_twice_is_said_of_both() -> None:
    session, found = read(csv())
    columns = {**found["columns"], "main-point": found["columns"]["put-aside"]}
    checks = session.check(columns)
    twice = {"fine": False, "words": "This column is used twice. Choose another one for one of the two."}
    assert checks["put-aside"] == checks["main-point"] == twice


def test_what_was_not_asked_is_skipped_by_everybody() -> None:
    session, found = read(csv(8, TEXTS[:1]))
    assert list(found["columns"]) == ["put-aside"]
    release = session.reveal(found["columns"])
    assert release.table("main-point").low[-1] == 5


def test_with_too_few_rows_there_is_no_picture_and_a_small_circle_needs_to_be_chosen() -> None:
    session, found = read(csv(6))
    with pytest.raises(TooFewPeople):
        session.reveal(found["columns"])
    assert session.reveal(found["columns"], small=True).policy == "small-circle"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (csv(3, ["4", "often", "5"]), NO_HEADINGS),
        (csv(1, [f"c{number}" for number in range(501)]), TOO_WIDE),
        (b"\0" * (5 * 2**20 + 1), TOO_LARGE),
        (b"", UNEVEN),
    ],
    ids=["no headings", "too wide", "too large", "empty"],
)
def test_a_file_that_cannot_be_used_is_refused_in_words(content: bytes, message: str) -> None:
    with pytest.raises(ImportingError) as caught:
        read(content)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    "columns",
    [
        {"put-aside": {"way": "one", "places": [99]}},
        {"put-aside": {"way": "one", "places": [-1]}},
        {"put-aside": {"way": "one", "places": [0, 1]}},
        {"put-aside": {"way": "options", "places": [0]}},
        {"put-aside": {"way": "sideways", "places": [0]}},
        {"put-aside": {"way": "one", "places": [0], "ownWords": 1}},
    ],
)
def test_columns_that_the_table_does_not_have_are_refused(columns: dict[str, Any]) -> None:
    session, _ = read(csv())
    for call in (session.check, session.reveal):
        with pytest.raises(ImportingError) as caught:
            call(columns)
        assert str(caught.value) == "The table has no such columns. Choose the file again."


def test_what_is_private_cannot_be_chosen() -> None:
    with pytest.raises(RoomError):
        TableSession(MENU).read("ledger", csv())


@pytest.mark.parametrize("end", ["forget", "another file", "timer", "clock"])
def test_every_end_forgets_the_table(end: str, timers: list[Stopped]) -> None:
    session, found = read(csv())
    told: list[str] = []
    session.gone = lambda: told.append("gone")
    if end == "forget":
        session.forget()
    elif end == "timer":
        half_an_hour_passes()
    elif end == "clock":
        Stopped.slept += 30 * 60
    else:
        with pytest.raises(WorkshopError):
            session.read(LISTENING.id, b"")
    with pytest.raises(ImportingError) as caught:
        session.reveal(found["columns"])
    assert str(caught.value) == GONE
    assert told == (["gone"] if end == "timer" else [])
    assert timers == []


# --- what somebody says of rows and cells -----------------------------------------------------------------


def test_rows_that_hold_a_time_and_no_answer_are_people_unless_somebody_says_that_they_are_not() -> None:
    headings = ["Timestamp", *TEXTS]
    content = csv(10, headings, lambda row, column: "10:00" if column == 0 else "often" if row < 9 else "")
    session, found = read(content)
    assert (found["rows"], found["empty"], session.silent(found["columns"])) == (10, 0, 2)
    assert session.reveal(found["columns"], silent=False).n == 8
    session, found = read(content)
    assert session.reveal(found["columns"]).n == 10


def test_a_row_that_cannot_be_read_is_counted_with_the_empty_ones_before_it() -> None:
    def cell(row: int, column: int) -> str:
        return "" if row == 1 else CANARY if (row, column) == (3, 0) else "often"

    session, found = read(csv(10, None, cell))
    assert (found["rows"], found["empty"]) == (9, 1)
    assert session.check(found["columns"])["put-aside"]["words"].startswith("Row 3 cannot be read")
    with pytest.raises(ImportingError, match=r"in row 3 \(headings not counted\)"):
        session.reveal(found["columns"])


def test_a_word_means_what_somebody_says_that_it_means() -> None:
    session, found = read(
        csv(9, None, lambda row, _: "Frequently\u00a0" if row < 3 else "no idea" if row < 4 else "often")
    )
    words = [["frequently", "4"], ["No idea", ""]]
    chosen = {key: {**columns, "words": words} for key, columns in found["columns"].items()}
    assert session.check(chosen)["put-aside"] == {"fine": True, "words": "9 of 9 can be read."}
    table = session.reveal(chosen).table("put-aside")
    assert [band for band, low in zip(table.options, table.low, strict=True) if low] == ["often or always"]


@pytest.mark.parametrize("meaning", ["9", "often", ";", CANARY])
def test_a_word_can_mean_only_what_the_question_allows(meaning: str) -> None:
    session, found = read(csv())
    chosen = {"put-aside": {**found["columns"]["put-aside"], "words": [["x", meaning]]}}
    with pytest.raises(ImportingError) as caught:
        session.check(chosen)
    assert str(caught.value) == "Choose what these words mean from the list."


def test_how_many_rows_are_headings_can_be_said() -> None:
    session = TableSession(MENU)
    content = csv(10, None, lambda row, _: "a note" if row == 1 else "often")
    assert session.read(LISTENING.id, content)["headingRows"] == 1
    found = session.read(LISTENING.id, content, 2)
    assert (found["headingRows"], found["rows"], found["headings"][0]) == (2, 9, f"{TEXTS[0]}: a note")
    assert {check["fine"] for check in session.check(found["columns"]).values()} == {True}
