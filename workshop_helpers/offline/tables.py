"""A table from any survey tool, from the file that somebody chose to the picture; then it is forgotten."""

from __future__ import annotations

import hashlib
import warnings
from collections.abc import Callable, Mapping
from threading import RLock
from typing import Any

from workshop_helpers.content import Assessment, Question
from workshop_helpers.errors import ImportingError
from workshop_helpers.importing.cells import explain, ways
from workshop_helpers.importing.columns import (
    Columns,
    Frame,
    asked,
    faults_of,
    gather,
    own_words_of,
    parts,
    rows_filled,
)
from workshop_helpers.importing.files import empty_rows, read_table
from workshop_helpers.importing.frames import MissingColumns, contributions, in_rows, pool_frame, refuse_faults
from workshop_helpers.importing.proposing import propose, without_headings
from workshop_helpers.offline.expiry import ExpiryTimer
from workshop_helpers.offline.gathered import GatheredRows
from workshop_helpers.pooling.catalogue import Asked, Catalogue
from workshop_helpers.pooling.policy import POLICIES
from workshop_helpers.pooling.release import Release
from workshop_helpers.private import Private, hushed

LARGEST_FILE = 5 * 2**20
MOST_COLUMNS = 500

_GONE = "Half an hour is over, or the table was forgotten. Choose the file again."


class TableSession(Private):
    """The rows of one group's answers to one self-assessment, in memory, for half an hour at most.

    Args:
        menu: What can be asked.

    Attributes:
        gone: Called, from a thread, when the half hour is over and a table was forgotten.
    """

    __slots__ = (
        "_asked",
        "_catalogue",
        "_digest",
        "_empty",
        "_half_hour",
        "_lock",
        "_pool",
        "_questions",
        "_table",
        "gone",
    )

    def __init__(self, catalogue: Catalogue) -> None:
        self.gone: Callable[[], None] = lambda: None
        self._catalogue = catalogue
        self._lock = RLock()
        self._half_hour = ExpiryTimer(self._expire)
        self._table: Frame | None = None
        self._empty: list[bool] = []
        self._pool, self._digest = "", b""
        self._asked: Asked | None = None
        self._questions: tuple[Question, ...] = ()

    @hushed
    def read(self, pool: str, content: bytes, headings: int | None = None) -> dict[str, Any]:
        """Read a file, in place of one that was read before.

        Args:
            pool: The name in the menu of what was asked.
            content: All that is in the file.
            headings: How many of its rows are headings; found out if left out.

        Returns:
            What a page needs to map it, as JSON can hold it: the headings, how many rows hold something and how many
            nothing, how many a picture needs, the questions, the columns proposed for each, and those that no
            question stands in. Of these, each may tell who somebody is, or when they answered.

        Raises:
            RoomError: if there is no such self-assessment.
            ImportingError: if it is no table that can be read.
        """
        about, occasion = self._catalogue[pool]
        with self._lock:
            self.forget()
            if len(content) > LARGEST_FILE:
                raise ImportingError(
                    f"The file is larger than {LARGEST_FILE // 2**20} MB. Take out the columns that are not needed. "
                    "For a very long table, use 'workshop picture' in a terminal."
                )
            questions = asked(about, occasion)
            by_key = {question.key: question for question in about.questions(occasion)}
            table = read_table(content, by_key, headings)
            names = [str(heading) for heading in table.columns]
            if len(names) > MOST_COLUMNS:
                raise ImportingError(f"The table has more than {MOST_COLUMNS} columns. Take out what is not needed.")
            proposal = propose(names, questions, table)
            if not proposal and without_headings(names, questions):
                raise ImportingError(
                    "The first row seems to hold answers. Put a row above it that says what each column asks, and "
                    "choose the file again."
                )
            self._table, self._asked, self._questions = table, (about, occasion), questions
            self._empty = [*empty_rows(table)]
            self._pool, self._digest = pool, hashlib.sha256(content).digest()
            self._half_hour.start()
            used = {place for found in proposal.values() for place in found.used}
            return {
                "headings": names,
                "identifying": [place for place in range(len(names)) if place not in used],
                "headingRows": table.attrs["heading_rows"],
                "rows": self._empty.count(False),
                "empty": self._empty.count(True),
                "needed": POLICIES[about.policy].smallest_group,
                "small": about.policy == "room",
                "questions": [_in_words(question) for question in questions],
                "columns": {key: _proposed(found) for key, found in proposal.items()},
            }

    @hushed
    def check(self, chosen: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
        """Say of each question that has columns whether they can be read: ``fine``, and ``words`` without a value.

        Args:
            chosen: By key, ``way``, ``places`` and ``ownWords`` as ``read`` proposes them, and what somebody said of
                the cells: ``words``, pairs of what stands in one and what it means, and ``noAnswer``.

        Raises:
            ImportingError: if the table is gone, or has no such columns.
        """
        with self._lock:
            table, _ = self._there()
            columns = self._columns(chosen)
            return {
                question.key: _check(table, question, columns)
                for question in self._questions
                if question.key in columns
            }

    @hushed
    def silent(self, chosen: Mapping[str, Any]) -> int:
        """How many rows hold something, such as a time, but nothing in the chosen columns."""
        with self._lock:
            table, _ = self._there()
            return self._silent(table, self._columns(chosen)).count(True)

    @hushed
    def reveal(
        self,
        chosen: Mapping[str, Any],
        small: bool = False,
        *,
        empty: bool = False,
        silent: bool = True,
        show: Callable[[Release], object] = lambda _release: None,
    ) -> Release:
        """Draw the picture, and forget the table.

        Args:
            chosen: Where each question that was asked stands; the others count as skipped by everybody.
            small: Whether a group of six or seven agreed to be a small circle.
            empty: Whether rows that hold nothing are people too, who skipped everything.
            silent: Whether rows are people that hold something, but no answer.
            show: Called with the picture first: where it fails, nothing is forgotten.

        Raises:
            ImportingError: if the table is gone, or something in it cannot be read.
            TooFewPeople: if it has fewer rows than the picture needs.
        """
        with self._lock:
            _, (about, occasion) = self._there()
            frame = self._people(chosen, empty, silent)
            policy = _policy(about, small)
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", MissingColumns)  # the page has said which questions were not asked
                release = pool_frame(frame, about, policy, occasion=occasion)
            show(release)
            self.forget()
            return release

    @hushed
    def gathered(
        self, chosen: Mapping[str, Any], small: bool = False, *, empty: bool = False, silent: bool = True
    ) -> GatheredRows:
        """Everybody in the table, for a live room to count. Arguments and errors are those of ``reveal``."""
        with self._lock:
            _, (about, occasion) = self._there()
            frame = self._people(chosen, empty, silent)
            policy = _policy(about, small)
            given = contributions(frame, about, policy, occasion)
            named = zip(frame.index, given, strict=True)
            return GatheredRows(self._pool, policy, {self._digest + b"%d" % row: one for row, one in named})

    def forget(self) -> None:
        """Forget the table."""
        with self._lock:
            self._half_hour.stop()
            self._table, self._asked, self._questions, self._empty = None, None, (), []
            self._pool, self._digest = "", b""

    def _people(self, chosen: Mapping[str, Any], empty: bool, silent: bool) -> Frame:
        """What the people in the table answered, each under the number of their row."""
        table, _ = self._there()
        columns = self._columns(chosen)
        frame = gather(table, self._questions, columns)
        refuse_faults(frame, self._questions)
        out = zip(self._empty, self._silent(table, columns), strict=True)
        return frame[[(empty or not void) and (silent or not mute) for void, mute in out]]

    def _columns(self, chosen: Mapping[str, Any]) -> dict[str, Columns]:
        """What the page says, checked; questions without any column are left out."""
        assert self._table is not None
        there = (None, *range(self._table.shape[1]))
        found = {}
        for question in self._questions:
            if question.key in chosen:
                said = chosen[question.key]
                way, places, own_words = said["way"], tuple(said["places"]), said.get("ownWords")
                known = way in ways(question) and len(places) == len(parts(question, way))
                if not known or not all(place in there for place in (*places, own_words)):
                    raise ImportingError("The table has no such columns. Choose the file again.")
                if own_words is not None and (way != "options" or question.and_others("") is None):
                    raise ImportingError("The table has no such columns. Choose the file again.")
                explained = explain(question, way, said.get("words", ()), said.get("noAnswer") is True)
                found[question.key] = Columns(way, places, own_words, explained=explained)
        return {key: columns for key, columns in found.items() if columns.answered}

    def _silent(self, table: Frame, columns: Mapping[str, Columns]) -> list[bool]:
        answered = zip(*(rows_filled(table, each) for each in columns.values()), strict=True)
        return [not any(row) and not empty for row, empty in zip(answered, self._empty, strict=bool(columns))]

    def _there(self) -> tuple[Frame, Asked]:
        if self._table is None or self._asked is None or self._half_hour.over:
            self.forget()
            raise ImportingError(_GONE)
        return self._table, self._asked

    def _expire(self) -> None:
        self.forget()
        self.gone()


def _policy(about: Assessment, small: bool) -> str:
    return "small-circle" if small and about.policy == "room" else about.policy


def _proposed(found: Columns) -> dict[str, Any]:
    return {"way": found.way, "places": found.places, "ownWords": found.own_words, "alike": found.alike}


def _in_words(question: Question) -> dict[str, Any]:
    several = question.and_others("") is not None
    return {
        "key": question.key,
        "text": question.item.text,
        "side": question.side.title if question.side else "",
        "ways": {way: list(parts(question, way)) for way in ways(question)},
        "meanings": {way: dict(question.meanings(way)) for way in ways(question)},
        "ownWords": several,
    }


def _check(table: Frame, question: Question, columns: Mapping[str, Columns]) -> dict[str, Any]:
    mine = columns[question.key]
    used = [place for each in columns.values() for place in each.used]
    if any(used.count(place) > 1 for place in mine.used):
        return {"fine": False, "words": "This column is used twice. Choose another one for one of the two."}
    faults = faults_of(table, question, mine)
    if faults.rows:
        where = in_rows(faults.rows).capitalize()
        words = f"{where} cannot be read (headings not counted). Allowed: {question.allowed_text()}. Empty is a skip."
        return {"fine": False, "words": words}
    own = own_words_of(table, question, mine)
    beside = f" Words of somebody's own stand in {own:,} of them; they are left out." if own else ""
    return {"fine": True, "words": f"{len(table):,} of {len(table):,} can be read.{beside}"}
