"""Where each question stands in a table, and the frame of answers that ``pool_frame`` takes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from workshop_helpers.answers import read_answer
from workshop_helpers.content import Assessment, Question
from workshop_helpers.errors import AnswerError, ImportingError
from workshop_helpers.formats.written import Way
from workshop_helpers.importing.cells import Explained, from_cell, from_cells, is_empty
from workshop_helpers.importing.frames import Faults, faults_in
from workshop_helpers.pooling.variables import variables
from workshop_helpers.private import hushed

Frame = pd.DataFrame  # for those who hand one on without touching it


@dataclass(frozen=True)
class Columns:
    """Where a question stands in a table.

    Attributes:
        way: How it does.
        places: In which columns, counted from 0; ``None`` where there is none.
        own_words: Beside a column for each option, the one for an answer in one's own words, if there is one.
        alike: Whether little speaks for it, so that somebody should look.
        explained: What somebody said about its cells.
    """

    way: Way
    places: tuple[int | None, ...]
    own_words: int | None = None
    alike: bool = field(default=False, compare=False)
    explained: Explained = field(default_factory=Explained, compare=False, repr=False)

    @property
    def used(self) -> tuple[int, ...]:
        """The columns that there are."""
        return tuple(place for place in (*self.places, self.own_words) if place is not None)

    @property
    def answered(self) -> bool:
        """Whether any column holds answers."""
        return any(place is not None for place in self.places)


def asked(assessment: Assessment, occasion: str | None = None) -> tuple[Question, ...]:
    """The questions that a picture is made of, in order."""
    needed = {key for variable in variables(assessment, occasion) for key in variable.keys}
    return tuple(question for question in assessment.questions(occasion) if question.key in needed)


def parts(question: Question, way: Way) -> tuple[str, ...]:
    """What each column of a question is for, in words; one empty word if it stands in one column."""
    if way == "one":
        return ("",)
    if way == "options":
        return tuple(question.options.values())
    return tuple(f"Place {place}" for place in range(1, len(question.options) + 1))


@hushed
def gather(table: pd.DataFrame, questions: Sequence[Question], columns: Mapping[str, Columns]) -> pd.DataFrame:
    """The table that ``pool_frame`` takes: a column for each question that was asked, named by its key.

    Raises:
        ImportingError: if nothing is asked, or a column is used twice.
    """
    used = [place for each in columns.values() for place in each.used]
    if not any(each.answered for each in columns.values()):
        raise ImportingError("No question has a column yet. Choose one for each question that was asked.")
    if len(set(used)) < len(used):
        raise ImportingError("A column is used twice. Choose another one, or 'not asked', for one of the questions.")
    made = {
        question.key: meanings_of(table, question, columns[question.key])
        for question in questions
        if question.key in columns and columns[question.key].answered
    }
    return pd.DataFrame(made, dtype=object)


def faults_of(table: pd.DataFrame, question: Question, columns: Columns) -> Faults:
    """The rows of a table in which a question has no answer that can be read."""
    return faults_in(meanings_of(table, question, columns), question)


def own_words_of(table: pd.DataFrame, question: Question, columns: Columns) -> int:
    """In how many rows words of somebody's own were left out of an answer."""
    if columns.way == "one" and question.and_others("") is not None:
        return len(_with_own_words(_cells(table, columns.places[0]), question, columns.explained))
    if columns.own_words is None:
        return 0
    return sum(not is_empty(cell) for cell in _cells(table, columns.own_words))


def rows_filled(table: pd.DataFrame, columns: Columns) -> list[bool]:
    """For each row, whether anything stands in some columns."""
    rows = zip(*(_cells(table, place) for place in columns.used), strict=True)
    return [any(not is_empty(cell) for cell in row) for row in rows]


def meanings_of(table: pd.DataFrame, question: Question, columns: Columns) -> pd.Series[Any]:
    """What each row of a table means for a question, still unchecked; what cannot be read stays what it is."""
    explained = columns.explained
    if columns.way == "one":
        cells = _cells(table, columns.places[0])
        own = _with_own_words(cells, question, explained)
        read = {kind: from_cell(question, kind[1], explained) for kind in {(type(cell), cell) for cell in cells}}
        meanings = [own[row] if row in own else read[type(cell), cell] for row, cell in enumerate(cells)]
    else:
        own_words = _cells(table, columns.own_words)
        rows = zip(*(_cells(table, place) for place in columns.places), strict=True)
        meanings = [
            from_cells(question, columns.way, row, own, explained) for row, own in zip(rows, own_words, strict=True)
        ]
    return pd.Series(meanings, index=table.index, dtype=object)


def _with_own_words(cells: Sequence[Any], question: Question, explained: Explained) -> dict[int, tuple[str, ...]]:
    """The rows in which somebody wrote words of their own beside the options, and the options that they chose there.

    Words that nobody else wrote are somebody's own where most cells hold options alone; the same words from two are
    more likely an option by another name.
    """
    if question.and_others("") is None:
        return {}
    found: dict[int, tuple[list[str], list[str]]] = {}
    for row, cell in enumerate(cells):
        if isinstance(cell, str) and not _readable(question, from_cell(question, cell, explained)):
            known, others = question.and_others(cell) or ([], [])
            if others and _readable(question, known):
                found[row] = known, others
    said = Counter(other for _, others in found.values() for other in others)
    there = sum(not is_empty(cell) for cell in cells)
    if 2 * len(found) >= there:
        return {}
    return {row: tuple(known) for row, (known, others) in found.items() if all(said[other] == 1 for other in others)}


def _readable(question: Question, meaning: object) -> bool:
    try:
        read_answer(question, meaning)
    except AnswerError:
        return False
    return True


def _cells(table: pd.DataFrame, place: int | None) -> list[Any]:
    if place is None:
        return [None] * len(table)
    column = table.iloc[:, place]
    return [None if missing else cell for cell, missing in zip(column, column.isna(), strict=True)]
