"""From a table of answers, gathered anywhere, to a release: a row a person, a column a question.

Each column is tallied by pandas and every distinct value is read once, by the same rules as the form's,
so a million rows cost little more than the tally. Values that cannot be used are named by place, never
by what they are; so are columns, because in a file without headings the first person's answers stand
where the headings should.
"""

from __future__ import annotations

import csv
import warnings
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, cast

import pandas as pd

from workshop_helpers.answers import DOES_NOT_APPLY, Answers, read_answer
from workshop_helpers.content import Assessment, ChoicesItem, PointsItem, Question, RankingItem, ScaleItem
from workshop_helpers.errors import AnswerError, ImportingError, TooFewPeople
from workshop_helpers.pooling.policy import Policy, choose_policy
from workshop_helpers.pooling.release import Release, make_release
from workshop_helpers.pooling.variables import NOT_FOR_ME, SKIPPED, Variable, variables

LARGEST = 10_000_000
_PLACES_NAMED = 5


class UnusedColumns(UserWarning):
    """Some columns of a table are no questions of the assessment, and were passed over."""


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
        source: A pandas frame or the path of a CSV file (UTF-8; comma, semicolon or tab), with a row
            for each person and a column for each question, named by its key (``item`` or
            ``item.side``). A value is a number or label of the scale, or the id or label of an option;
            several options are separated by ``;``, points are written ``option=5;other=15``. Empty
            is a skip. Columns that are no questions are passed over with an ``UnusedColumns`` warning.
        assessment: What was asked.
        policy: At least as strict as the author's; the author's if left out.
        occasion: One of the assessment's occasions, to use its columns only.
        made_up: Whether the people are invented; the release then says so.

    Raises:
        ImportingError: if the file cannot be read, no column fits, or values cannot be used.
        TooFewPeople: if there are fewer rows than the policy needs.
        PolicyError: if the assessment is private or the policy is looser than the author's.
    """
    frame = source if isinstance(source, pd.DataFrame) else _read_csv(Path(source))
    people = len(frame)
    chosen = choose_policy(assessment.policy, policy, people)
    of = variables(assessment, occasion)
    questions = {question.key: question for question in assessment.questions(occasion)}
    _check_columns(frame, questions, assessment)
    if people < chosen.smallest_group:
        raise TooFewPeople(
            f"The table has {people} rows, one a person, and this picture needs {chosen.smallest_group} "
            f"({chosen.words}). Gather more answers, or talk about the questions without a picture."
        )
    counts = {variable.id: [0] * len(variable.options) for variable in of}
    problems: list[str] = []
    for keys, together in _by_keys(of).items():
        present = [key for key in keys if key in frame.columns]
        for cells, number in _tally(frame, present):
            try:
                answers = _answers(assessment, occasion, questions, dict(zip(present, cells, strict=True)))
            except AnswerError:
                problems += [_where(frame, questions[key]) for key in present]
                break
            for variable in together:
                counts[variable.id][variable.place(answers)] += number
    if problems:
        raise ImportingError("\n".join(["Some values cannot be used:", *filter(None, dict.fromkeys(problems))]))
    source_words = "a made-up group" if made_up else "a room"
    return make_release(assessment.id, assessment.title, of, counts, people, chosen, source_words)


def _read_csv(path: Path) -> pd.DataFrame:
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            heading = lines.readline()
            separator = max(",;\t", key=heading.count)
            lines.seek(0)
            return pd.read_csv(lines, sep=separator, keep_default_na=False, na_values=["", "NA", "NaN", "nan"])
    except FileNotFoundError:
        raise ImportingError(f"There is no file '{path.name}' there. Check the folder and the name.") from None
    except (IsADirectoryError, PermissionError):
        raise ImportingError(f"'{path.name}' cannot be opened. Check that it is a file that you may read.") from None
    except UnicodeError:
        raise ImportingError(
            f"'{path.name}' is not UTF-8 text. Save it as 'CSV UTF-8', or read it with "
            "pandas.read_csv(..., encoding=...) and hand over the frame."
        ) from None
    except (pd.errors.ParserError, pd.errors.EmptyDataError, csv.Error, ValueError):
        raise ImportingError(
            f"'{path.name}' is not a table with the same number of columns in every row. Save it as CSV again."
        ) from None


def _check_columns(frame: pd.DataFrame, questions: dict[str, Question], assessment: Assessment) -> None:
    if len(frame) > LARGEST:
        raise ImportingError(f"The table has more than {LARGEST:,} rows. Split it or draw a sample.")
    known = [column for column in frame.columns if isinstance(column, str) and column in questions]
    if len(set(known)) < len(known):
        raise ImportingError("Two columns have the name of the same question. Take one of them out.")
    if not known:
        raise ImportingError(
            f"No column is named after a question of '{assessment.id}'. Name them: {', '.join(questions)}."
        )
    unused = [place for place, column in enumerate(frame.columns, start=1) if column not in known]
    if unused:
        noun = "Column" if len(unused) == 1 else "Columns"
        warnings.warn(
            f"{noun} {_listed(unused)} of the table: no question of '{assessment.id}', so not used.",
            UnusedColumns,
            stacklevel=3,
        )


def _by_keys(of: Sequence[Variable]) -> dict[tuple[str, ...], list[Variable]]:
    together: dict[tuple[str, ...], list[Variable]] = {}
    for variable in of:
        together.setdefault(variable.keys, []).append(variable)
    return together


def _tally(frame: pd.DataFrame, keys: Sequence[str]) -> Iterable[tuple[tuple[Any, ...], int]]:
    """Every distinct combination of some columns' values, and how many rows have it."""
    if not keys:
        return [((), len(frame))]
    try:
        if len(keys) == 1:
            counted = frame[keys[0]].value_counts(dropna=False, sort=False)
            return [((cell,), int(number)) for cell, number in counted.items()]
        counted = frame[list(keys)].value_counts(dropna=False, sort=False)
        return [(cast("tuple[Any, ...]", cells), int(number)) for cells, number in counted.items()]
    except TypeError:  # lists, dicts: nothing that could be counted, so go row by row
        rows = frame[list(keys)].itertuples(index=False, name=None)
        return [(cells, 1) for cells in rows]


def _answers(
    assessment: Assessment, occasion: str | None, questions: dict[str, Question], cells: dict[str, Any]
) -> Answers:
    return Answers(assessment, {key: _from_cell(questions[key], cell) for key, cell in cells.items()}, occasion)


def _from_cell(question: Question, cell: object) -> object:
    """What a cell of a table means, still unchecked: numbers written as text, labels, lists in one cell."""
    if isinstance(cell, list | tuple | dict):
        return cell
    if pd.isna(cast("Any", cell)):
        return None
    if hasattr(cell, "item"):  # numpy's scalars
        cell = cell.item()
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    if not isinstance(cell, str):
        return cell
    text = cell.strip()
    if not text or text == SKIPPED:
        return None
    if text == NOT_FOR_ME:
        return DOES_NOT_APPLY
    item = question.item
    if isinstance(item, ScaleItem):
        return _point(question, text)
    by_label = {label: option for option, label in question.options.items()}
    if isinstance(item, ChoicesItem | RankingItem):
        return [by_label.get(part.strip(), part.strip()) for part in text.split(";")]
    if isinstance(item, PointsItem):
        pairs = [part.partition("=") for part in text.split(";")]
        return {by_label.get(name.strip(), name.strip()): _whole(points) for name, _, points in pairs}
    return by_label.get(text, text)


def _point(question: Question, text: str) -> object:
    assert question.scale is not None
    by_label = {question.scale.label(value): value for value in question.scale.values}
    return by_label.get(text, _whole(text))


def _whole(text: str) -> object:
    text = text.strip()
    if not text.isascii() or len(text) > 12:  # nothing longer is ever an answer, and int() is slow on long ones
        return text
    try:
        number = float(text)
    except ValueError:
        return text
    return int(number) if number.is_integer() else text


def _where(frame: pd.DataFrame, question: Question) -> str:
    """A sentence that names the rows of one column that cannot be used; empty if there are none."""
    column = frame[question.key]
    allowed, rows = "", []
    readable: dict[object, bool] = {}
    for row, cell in enumerate(column, start=1):
        try:
            good = readable[cell]
        except KeyError:
            good, allowed = _readable(question, cell, allowed)
            readable[cell] = good
        except TypeError:
            good, allowed = _readable(question, cell, allowed)
        if not good:
            rows.append(row)
    if not rows:
        return ""
    count = "1 value" if len(rows) == 1 else f"{len(rows):,} values"
    noun = "row" if len(rows) == 1 else "rows"
    return f"  - column '{question.key}', {count}, in {noun} {_listed(rows)} (headings not counted): {allowed}"


def _readable(question: Question, cell: object, allowed: str) -> tuple[bool, str]:
    try:
        read_answer(question, _from_cell(question, cell))
    except AnswerError as error:
        return False, error.allowed
    return True, allowed


def _listed(places: Sequence[int]) -> str:
    named = [str(place) for place in places[:_PLACES_NAMED]]
    if len(places) > _PLACES_NAMED:
        return f"{', '.join(named)} and {len(places) - _PLACES_NAMED:,} more"
    return " and ".join(filter(None, [", ".join(named[:-1]), named[-1]]))
