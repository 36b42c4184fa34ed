"""A table from any survey tool, from the file that somebody chose to the picture; then it is forgotten."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping
from dataclasses import asdict
from threading import RLock
from typing import Any

from workshop_helpers.content import Question
from workshop_helpers.errors import ImportingError
from workshop_helpers.importing.cells import ways
from workshop_helpers.importing.columns import (
    Columns,
    Frame,
    asked,
    faults_of,
    gather,
    identifying,
    parts,
    propose,
    without_headings,
)
from workshop_helpers.importing.files import read_table
from workshop_helpers.importing.frames import MissingColumns, in_rows, pool_frame
from workshop_helpers.offline.expiry import ExpiryTimer
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

    __slots__ = ("_asked", "_catalogue", "_half_hour", "_lock", "_questions", "_table", "gone")

    def __init__(self, catalogue: Catalogue) -> None:
        self.gone: Callable[[], None] = lambda: None
        self._catalogue = catalogue
        self._lock = RLock()
        self._half_hour = ExpiryTimer(self._expire)
        self._table: Frame | None = None
        self._asked: Asked | None = None
        self._questions: tuple[Question, ...] = ()

    @hushed
    def read(self, pool: str, content: bytes) -> dict[str, Any]:
        """Read a file, in place of one that was read before.

        Args:
            pool: The name in the menu of what was asked.
            content: All that is in the file.

        Returns:
            What a page needs to map it, as JSON can hold it: the headings, which of them may tell who or when,
            the number of rows, how many a picture needs, the questions, and the columns proposed for each.

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
            table = read_table(content, {question.key: question for question in about.questions(occasion)})
            headings = [str(heading) for heading in table.columns]
            if len(headings) > MOST_COLUMNS:
                raise ImportingError(f"The table has more than {MOST_COLUMNS} columns. Take out what is not needed.")
            if without_headings(headings, questions):
                raise ImportingError(
                    "The first row seems to hold answers. Put a row above it that says what each column asks, and "
                    "choose the file again."
                )
            self._table, self._asked, self._questions = table, (about, occasion), questions
            self._half_hour.start()
            proposal = propose(headings, questions)
            return {
                "headings": headings,
                "identifying": [place for place, heading in enumerate(headings) if identifying(heading, questions)],
                "rows": len(table),
                "needed": POLICIES[about.policy].smallest_group,
                "small": about.policy == "room" and len(table) in (6, 7),
                "questions": [_in_words(question) for question in questions],
                "columns": {key: asdict(found) for key, found in proposal.items()},
            }

    @hushed
    def check(self, chosen: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
        """Say of each question that has columns whether they can be read: ``fine``, and ``words`` without a value.

        Args:
            chosen: By key, ``way`` and ``places``, as ``read`` proposes them.

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
    def reveal(self, chosen: Mapping[str, Any], small: bool = False) -> Release:
        """Draw the picture, and forget the table.

        Args:
            chosen: Where each question that was asked stands; the others count as skipped by everybody.
            small: Whether a group of six or seven agreed to be a small circle.

        Raises:
            ImportingError: if the table is gone, or something in it cannot be read.
            TooFewPeople: if it has fewer rows than the picture needs.
        """
        with self._lock:
            table, (about, occasion) = self._there()
            frame = gather(table, self._questions, self._columns(chosen))
            policy = "small-circle" if small and about.policy == "room" else None
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", MissingColumns)  # the page has said which questions were not asked
                release = pool_frame(frame, about, policy, occasion=occasion)
            self.forget()
            return release

    def forget(self) -> None:
        """Forget the table."""
        with self._lock:
            self._half_hour.stop()
            self._table, self._asked, self._questions = None, None, ()

    def _columns(self, chosen: Mapping[str, Any]) -> dict[str, Columns]:
        """What the page says, checked; questions without any column are left out."""
        assert self._table is not None
        found = {}
        for question in self._questions:
            if question.key in chosen:
                way, places = chosen[question.key]["way"], tuple(chosen[question.key]["places"])
                known = way in ways(question) and len(places) == len(parts(question, way))
                if not known or not all(place in (None, *range(self._table.shape[1])) for place in places):
                    raise ImportingError("The table has no such columns. Choose the file again.")
                found[question.key] = Columns(way, places)
        return {key: columns for key, columns in found.items() if columns.used}

    def _there(self) -> tuple[Frame, Asked]:
        if self._table is None or self._asked is None or self._half_hour.over:
            self.forget()
            raise ImportingError(_GONE)
        return self._table, self._asked

    def _expire(self) -> None:
        self.forget()
        self.gone()


def _in_words(question: Question) -> dict[str, Any]:
    return {
        "key": question.key,
        "text": question.item.text,
        "side": question.side.title if question.side else "",
        "ways": {way: list(parts(question, way)) for way in ways(question)},
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
    return {"fine": True, "words": f"{len(table):,} of {len(table):,} can be read."}
