"""From any survey tool's columns to questions: a proposal by the headings, and the frame that ``pool_frame`` takes.

Tools name columns after the question's words, its code, or both, and a column for one option or place after the
question and that ("Cupboard [Tea]", "cupboard_tea"). Letters and digits are compared, nothing else: codes lose dashes,
and texts their quotation marks, on the way through a tool.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

import pandas as pd

from workshop_helpers.content import Assessment, Question
from workshop_helpers.errors import ImportingError
from workshop_helpers.formats.written import Way, folded
from workshop_helpers.importing.cells import from_cells, ways
from workshop_helpers.importing.frames import Faults, faults_in
from workshop_helpers.pooling.variables import variables
from workshop_helpers.private import hushed

Frame = pd.DataFrame  # for those who hand one on without touching it

LIKE_ENOUGH = 0.85  # of difflib's ratio; less, and "I tell" would pass for "I ask"
_CLEARLY = 0.05  # how much less alike the next best must be

# What tools call the columns that are about a person or a moment, and people the fields in which they ask for a name.
_IDENTIFYING = frozenset(
    re.findall(
        r"\w+",
        """
        name names surname lastname firstname fullname nickname username user email mail mails phone mobile telephone
        address id ip ipaddr ipaddress token session sessionid respondent participant code uuid timestamp date time
        datestamp submitdate startdate enddate submitted started completed created modified ended expired lastpage
        startlanguage seed refurl referrer birthday born signature vorname nachname zeitstempel nom prénom nombre
        """,
    )
)
_SURELY_IDENTIFYING = re.compile(
    r"e[- ]?mail|ip[- ]?address|phone number|your (full |first |last )?name", re.IGNORECASE
)
_A_FEW_WORDS = 4


@dataclass(frozen=True)
class Columns:
    """Where a question stands in a table.

    Attributes:
        way: How it does.
        places: In which columns, counted from 0; ``None`` where there is none.
        alike: Whether nothing but likeness speaks for it, so that somebody should look.
    """

    way: Way
    places: tuple[int | None, ...]
    alike: bool = field(default=False, compare=False)

    @property
    def used(self) -> tuple[int, ...]:
        """The columns that there are."""
        return tuple(place for place in self.places if place is not None)


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


# --- the proposal ------------------------------------------------------------------------------------------


def propose(headings: Sequence[str], questions: Sequence[Question]) -> dict[str, Columns]:
    """Which columns seem to hold which question, by key: no column twice, and none that may tell who or when.

    A key counts more than words, words count more than likeness, and what is alike to two questions is neither's.
    """
    free = {place: heading for place, heading in enumerate(headings) if not identifying(heading, questions)}
    found: dict[str, Columns] = {}

    def take(question: Question, columns: Columns | None) -> None:
        if columns is not None and question.key not in found:
            found[question.key] = columns
            for place in columns.used:
                free.pop(place, None)

    for names in (_codes, _words):
        for question in questions:
            take(question, _whole(free, names(question, questions)))
        for question in questions:
            for way in ways(question)[1:]:
                take(question, _by_part(free, question, way, names(question, questions)))
    for question, place in _alike(free, [question for question in questions if question.key not in found], questions):
        take(question, Columns("one", (place,), alike=True))
    return found


def identifying(heading: str, questions: Sequence[Question]) -> bool:
    """Whether a heading suggests that its column tells who somebody is, or when they answered."""
    if any(_bare(heading) in {*_codes(each, questions), *_words(each, questions)} for each in questions):
        return False
    words = re.findall(r"\w+", heading.casefold())
    short = len(words) <= _A_FEW_WORDS and not _IDENTIFYING.isdisjoint([*words, "".join(words)])
    return short or bool(_SURELY_IDENTIFYING.search(heading))


def without_headings(headings: Sequence[str], questions: Sequence[Question]) -> bool:
    """Whether the first row seems to hold somebody's answers, and not what was asked."""
    labels = {folded(label) for question in questions for label in question.labels()}
    there = [folded(heading) for heading in headings if heading]
    like_answers = sum(heading in labels or bool(re.fullmatch(r"[-+]?\d+([.,]\d+)?", heading)) for heading in there)
    return bool(there) and 2 * like_answers >= len(there)


def _bare(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKC", text).casefold() if letter.isalnum())


def _variants(heading: str) -> Iterator[str]:
    """A heading, and what stands in its last brackets: a row of a grid is named after grid and row."""
    yield heading
    row = re.search(r"\[([^\[\]]+)\]\s*$", heading)
    if row:
        yield row[1]


def _codes(question: Question, among: Sequence[Question]) -> set[str]:
    """What a question may be called by its key; by its item alone where no other side of it is asked."""
    alone = sum(other.item.id == question.item.id for other in among) == 1
    return {_bare(question.key), *([_bare(question.item.id)] if alone else [])}


def _words(question: Question, among: Sequence[Question]) -> set[str]:
    """What a question may be called by its words; with its side where the same is asked of two."""
    text = _bare(question.item.text)
    side = _bare(question.side.title) if question.side else ""
    alone = sum(_bare(other.item.text) == text for other in among) == 1
    return {text + side, side + text, *([text] if alone else [])} - {""}


def _whole(free: Mapping[int, str], names: set[str]) -> Columns | None:
    """The one column of this name; none where there are two, because nobody can say which."""
    places = [place for place, heading in free.items() if not names.isdisjoint(map(_bare, _variants(heading)))]
    return Columns("one", (places[0],)) if len(places) == 1 else None


def _by_part(free: Mapping[int, str], question: Question, way: Way, names: set[str]) -> Columns | None:
    by_name = {_bare(heading): place for place, heading in sorted(free.items(), reverse=True)}
    places = []
    for number, (option, label) in enumerate(question.options.items(), start=1):
        called = (option, label) if way == "options" else (str(number), f"rank {number}", f"place {number}")
        keys = [name + _bare(part) for name in sorted(names) for part in called]
        places.append(next((by_name[key] for key in keys if key in by_name), None))
    there = [place for place in places if place is not None]
    return Columns(way, tuple(places)) if len(set(there)) == len(there) >= 2 else None


def _alike(
    free: Mapping[int, str], wanted: Sequence[Question], among: Sequence[Question]
) -> Iterator[tuple[Question, int]]:
    """Questions and columns that are alike, the most alike first, and none that has a rival close behind."""
    scores = {
        (question.key, place): max(_ratio(name, _bare(form)) for name in _words(question, among) for form in forms)
        for place, forms in ((place, [*_variants(heading)]) for place, heading in free.items())
        for question in wanted
    }
    for (key, place), score in sorted(scores.items(), key=lambda pair: -pair[1]):
        if score < LIKE_ENOUGH:
            return
        # The same question in another column, or another question in this one.
        rivals = [other for pair, other in scores.items() if (pair[0] == key) != (pair[1] == place)]
        if all(other < score - _CLEARLY for other in rivals):
            yield next(question for question in wanted if question.key == key), place


def _ratio(one: str, other: str) -> float:
    match = SequenceMatcher(None, one, other, autojunk=False)
    if match.real_quick_ratio() < LIKE_ENOUGH - _CLEARLY or match.quick_ratio() < LIKE_ENOUGH - _CLEARLY:
        return 0.0  # too far off to be a rival either
    return match.ratio()


# --- the frame ---------------------------------------------------------------------------------------------


@hushed
def gather(table: pd.DataFrame, questions: Sequence[Question], columns: Mapping[str, Columns]) -> pd.DataFrame:
    """The table that ``pool_frame`` takes: a column for each question that was asked, named by its key.

    Raises:
        ImportingError: if nothing is asked, or a column is used twice.
    """
    used = [place for each in columns.values() for place in each.used]
    if not used:
        raise ImportingError("No question has a column yet. Choose one for each question that was asked.")
    if len(set(used)) < len(used):
        raise ImportingError("A column is used twice. Choose another one, or 'not asked', for one of the questions.")
    made = {
        question.key: _column(table, question, columns[question.key])
        for question in questions
        if question.key in columns and columns[question.key].used
    }
    return pd.DataFrame(made, dtype=object)


def faults_of(table: pd.DataFrame, question: Question, columns: Columns) -> Faults:
    """The rows of a table in which a question has no answer that can be read."""
    return faults_in(_column(table, question, columns), question)


def _column(table: pd.DataFrame, question: Question, columns: Columns) -> pd.Series[Any]:
    if columns.way == "one":
        return table.iloc[:, columns.used[0]]
    blank = [None] * len(table)
    cells = [blank if place is None else _cells(table.iloc[:, place]) for place in columns.places]
    rows = [from_cells(question, columns.way, row) for row in zip(*cells, strict=True)]
    return pd.Series(rows, index=table.index, dtype=object)


def _cells(column: pd.Series[Any]) -> list[Any]:
    return [None if missing else cell for cell, missing in zip(column, column.isna(), strict=True)]
