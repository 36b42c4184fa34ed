"""From a table of answers, gathered anywhere, to a release: a row a person, a column a question.

Each column is tallied by pandas and every distinct value is read once, by the same rules as the form's,
so a million rows cost little more than the tally. Values that cannot be used are named by place, never
by what they are; so are columns, because in a file without headings the first person's answers stand
where the headings should.
"""

from __future__ import annotations

import warnings
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import pandas as pd

from workshop_helpers.answers import Answers, read_answer
from workshop_helpers.content import Assessment, Question
from workshop_helpers.errors import AnswerError, ImportingError, TooFewPeople
from workshop_helpers.importing.cells import from_cell
from workshop_helpers.importing.files import empty_rows, read_table
from workshop_helpers.pooling.contribution import Contribution, contribution
from workshop_helpers.pooling.policy import Policy, choose_policy
from workshop_helpers.pooling.release import LARGEST_GROUP, Release, make_release
from workshop_helpers.pooling.variables import Variable, variables
from workshop_helpers.private import hushed

_PLACES_NAMED = 5
_FAULTS_READ = 1000  # different values that cannot be used; with that many, it is the wrong column


class UnusedColumns(UserWarning):
    """Some columns of a table are no questions of the assessment, and were passed over."""


class EmptyRows(UserWarning):
    """Some rows of a file hold nothing at all, and are taken for nobody."""


class MissingColumns(UserWarning):
    """Some questions of the assessment have no column, and count as skipped by everybody."""


@hushed
def pool_frame(
    source: pd.DataFrame | str | Path,
    assessment: Assessment,
    policy: str | Policy | None = None,
    *,
    occasion: str | None = None,
    made_up: bool = False,
) -> Release:
    """Turn answers gathered elsewhere into the picture that a pool would have given.

    Args:
        source: A pandas frame or the path of a CSV file (``reading.read_table``), with a row for each
            person and a column for each question, named by its key (``item`` or ``item.side``). A
            value is a number or label of the scale, or the id or label of an option, whatever its
            capitals; several options are separated by ``;`` or a comma (one ``;`` alone chooses none
            of them), points are written ``option=5;other=15``. Empty is a skip, and so are ``NA``, ``N/A``
            and ``skipped``. In a file, rows with nothing in any column are nobody, with an ``EmptyRows`` warning; in
            a frame, each row is a person. Columns that are no questions are passed over with an ``UnusedColumns``
            warning; questions without a column count as skipped, with a ``MissingColumns`` warning.
        assessment: What was asked.
        policy: At least as strict as the author's; the author's if left out.
        occasion: One of the assessment's occasions, to use its columns only.
        made_up: Whether the people are invented; the release then says so.

    Raises:
        ImportingError: if the file cannot be read, no column fits, or values cannot be used.
        TooFewPeople: if there are fewer rows than the policy needs.
        PolicyError: if the assessment is private or the policy is looser than the author's.
    """
    questions = {question.key: question for question in assessment.questions(occasion)}
    of = variables(assessment, occasion)
    if not isinstance(source, pd.DataFrame | str | Path):
        raise ImportingError("Hand over a pandas frame, or the path of a CSV file.")
    frame = source if isinstance(source, pd.DataFrame) else _without_empty_rows(read_table(source, questions))
    people = len(frame)
    chosen = choose_policy(assessment.policy, policy, people, any(variable.tied for variable in of))
    _check_columns(frame, of, questions, assessment)
    if people < chosen.smallest_group:
        raise TooFewPeople(
            f"The table has {people} {'row' if people == 1 else 'rows'}, one a person, and this picture needs "
            f"{chosen.smallest_group} ({chosen.words}). Gather more answers, or talk about the questions without "
            "a picture."
        )
    columns = {key: _comparable(frame[key]) for variable in of for key in variable.keys if key in frame.columns}
    counts = {variable.id: [0] * len(variable.options) for variable in of}
    problems: dict[str, str] = {}
    for keys, together in _by_keys(of).items():
        present = [key for key in keys if key in columns]
        for given, number in _tally({key: columns[key] for key in present}, questions, people):
            try:
                answers = Answers(assessment, given, occasion)
            except AnswerError:
                problems |= {key: _where(columns[key], questions[key]) for key in present}
                break
            for variable in together:
                counts[variable.id][variable.place(answers)] += number
    _refuse(problems.values())
    source_words = "a made-up group" if made_up else "a room"
    return make_release(assessment.id, assessment.title, of, counts, people, chosen, source_words)


@hushed
def contributions(
    frame: pd.DataFrame, assessment: Assessment, policy: str, occasion: str | None = None
) -> list[Contribution]:
    """What each row of a frame adds to a picture, as ``gather`` makes it: a column for each question, of meanings.

    Raises:
        AnswerError: if something in it cannot be read.
    """
    rows = frame.to_dict(orient="records")
    answers = (Answers(assessment, {str(key): cell for key, cell in row.items()}, occasion) for row in rows)
    return [contribution(of_one, (), policy) for of_one in answers]


def _without_empty_rows(frame: pd.DataFrame) -> pd.DataFrame:
    empty = empty_rows(frame)
    number = int(empty.sum())
    if number:
        rows = "1 row is" if number == 1 else f"{number:,} rows are"
        text = f"{rows} empty, and taken for nobody. Write 'skipped' where somebody skipped everything."
        warnings.warn(text, EmptyRows, stacklevel=4)
    return frame[~empty]


def _check_columns(
    frame: pd.DataFrame, of: Sequence[Variable], questions: Mapping[str, Question], assessment: Assessment
) -> None:
    if not of:
        raise ImportingError(f"'{assessment.id}' has no item that may be pooled. Talk about it instead.")
    if len(frame) > LARGEST_GROUP:
        raise ImportingError(f"The table has more than {LARGEST_GROUP:,} rows. Split it or draw a sample.")
    known = [column for column in frame.columns if isinstance(column, str) and column in questions]
    if len(set(known)) < len(known):
        raise ImportingError("Two columns have the name of the same question. Take one of them out.")
    pooled = dict.fromkeys(key for variable in of for key in variable.keys)
    missing = [key for key in pooled if key not in known]
    if len(missing) == len(pooled):
        raise ImportingError(
            f"No column is named after a question of '{assessment.id}'. Name them: {', '.join(pooled)}."
        )
    unused = [place for place, column in enumerate(frame.columns, start=1) if column not in known]
    if unused:
        noun = "Column" if len(unused) == 1 else "Columns"
        text = f"{noun} {_listed(unused)} of the table: no question of '{assessment.id}', so not used."
        warnings.warn(text, UnusedColumns, stacklevel=4)
    if missing:
        text = f"No column for {_listed(missing)} of '{assessment.id}': counted as skipped by everybody."
        warnings.warn(text, MissingColumns, stacklevel=4)


def _comparable(column: pd.Series[Any]) -> pd.Series[Any]:
    """The column with lists and the like written as text, and True too, which would pass for the number 1."""
    if column.dtype != object or pd.api.types.infer_dtype(column) in ("string", "integer", "floating", "empty"):
        return column
    return pd.Series([_as_scalar(cell) for cell in column], dtype=object)


def _as_scalar(cell: object) -> object:
    if isinstance(cell, Mapping):
        return ";".join(f"{name}={points}" for name, points in cell.items())
    if isinstance(cell, list | tuple):
        return "".join(f"{part};" for part in cell) or ";"
    return str(cell) if pd.api.types.is_bool(cell) or not isinstance(cell, Hashable) else cell


def _by_keys(of: Sequence[Variable]) -> dict[tuple[str, ...], list[Variable]]:
    together: dict[tuple[str, ...], list[Variable]] = {}
    for variable in of:
        together.setdefault(variable.keys, []).append(variable)
    return together


def _tally(
    columns: Mapping[str, pd.Series[Any]], questions: Mapping[str, Question], people: int
) -> Iterator[tuple[dict[str, object], int]]:
    """Every different set of answers that some columns hold, still unchecked, and how many rows have it."""
    if not columns:
        yield {}, people
    elif len(columns) == 1:
        [(key, column)] = columns.items()
        for cell, number in column.value_counts(dropna=False, sort=False).items():
            if number:  # a category may be nobody's
                yield {key: _meaning(questions[key], cell)}, int(number)
    else:
        # By code, because pandas would make a row for each combination that categories could have.
        read, codes = {}, {}
        for key, column in columns.items():
            codes[key], cells = pd.factorize(column, use_na_sentinel=False)
            read[key] = [_meaning(questions[key], cell) for cell in cells]
        for combination, number in pd.DataFrame(codes).value_counts(sort=False).items():
            places = zip(columns, cast("tuple[int, ...]", combination), strict=True)
            yield {key: read[key][place] for key, place in places}, int(number)


def _meaning(question: Question, cell: Any) -> object:
    return None if pd.isna(cell) else from_cell(question, cell)


@dataclass(frozen=True)
class Faults:
    """The rows of one column that hold no answer, counted from 1 without the headings, and what is allowed there."""

    rows: tuple[int, ...]
    allowed: str
    many: bool  # the column is of so many different wrong values that it was not read to its end


def faults_in(column: pd.Series[Any], question: Question) -> Faults:
    """Where a column holds what is no answer to a question."""
    column = _comparable(column)
    wrong: list[object] = []
    allowed = ""
    for cell in column.unique():
        try:
            read_answer(question, _meaning(question, cell))
        except AnswerError as error:
            wrong.append(cell)
            allowed = error.allowed
            if len(wrong) == _FAULTS_READ:
                break
    rows = [int(row) + 1 for row in column.isin(wrong).to_numpy().nonzero()[0]] if wrong else []
    return Faults(tuple(rows), allowed, len(wrong) == _FAULTS_READ)


def refuse_faults(frame: pd.DataFrame, questions: Sequence[Question]) -> None:
    """Refuse a frame in whose columns something cannot be read, and say where.

    Raises:
        ImportingError: naming columns and rows, and no value.
    """
    named = {question.key: question for question in questions}
    _refuse(_where(frame[key], named[key]) for key in frame.columns)


def _refuse(problems: Iterable[str]) -> None:
    there = [*filter(None, problems)]
    if there:
        raise ImportingError("\n".join(["Some values cannot be used:", *there]))


def _where(column: pd.Series[Any], question: Question) -> str:
    """A sentence that names the rows of one column that cannot be used; empty if there are none."""
    faults = faults_in(column, question)
    if not faults.rows:
        return ""
    at_least = "at least " if faults.many else ""
    count = "1 value" if len(faults.rows) == 1 else f"{at_least}{len(faults.rows):,} values"
    return f"  - column '{question.key}', {count}, in {in_rows(faults.rows)} (headings not counted): {faults.allowed}"


def in_rows(rows: Sequence[int]) -> str:
    """Some rows in words, the first few by their number."""
    return f"{'row' if len(rows) == 1 else 'rows'} {_listed(rows)}"


def _listed(places: Sequence[object]) -> str:
    named = [str(place) for place in places[:_PLACES_NAMED]]
    if len(places) > _PLACES_NAMED:
        return f"{', '.join(named)} and {len(places) - _PLACES_NAMED:,} more"
    return " and ".join(filter(None, [", ".join(named[:-1]), named[-1]]))
