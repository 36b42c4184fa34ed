"""From a file of answers, as some tool or program wrote it, to a frame of its cells.

One reader for whatever hands over a table: the ``workshop picture`` command, programs, the page for a table. Nothing
is written to disk, and no message repeats what a file holds.
"""

from __future__ import annotations

import csv
import io
import re
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import BinaryIO, TextIO

import pandas as pd

from workshop_helpers.content import Question
from workshop_helpers.errors import ImportingError
from workshop_helpers.importing.headings import carried_on, heading_rows, merged

_ROWS_COMPARED = 20
_NO_TEXT = 65_536  # bytes in which a file that is no text shows a zero
_SEPARATOR_SAID = re.compile(r"\ufeff?\"?sep=(.)\"?[;,\t]*\r?\n?", re.IGNORECASE)  # a first line for Excel
_SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # how .xlsx and .ods begin, and .xls


def read_table(
    source: str | Path | bytes, questions: Mapping[str, Question], headings: int | None = None
) -> pd.DataFrame:
    """Read a CSV file: comma, semicolon or tab; UTF-8, UTF-16 with its mark, or Windows-1252.

    Args:
        source: The path of a file, or all that is in one.
        questions: By key; a column of that name whose answers are numbers is read as such where it can be.
        headings: How many of its rows are headings; found out if left out.

    Returns:
        A frame with one heading for each column, some perhaps twice, and empty cells missing. Columns with neither a
        heading nor a cell are left out. Its ``attrs["heading_rows"]`` says how many rows were headings.

    Raises:
        ImportingError: if it is no table, or cannot be read.
    """
    path = None if isinstance(source, bytes) else Path(source)
    name = f"'{path.name}'" if path else "The file"
    try:
        with io.BytesIO(source) if isinstance(source, bytes) else Path(source).open("rb") as content:
            first = content.read(_NO_TEXT)
            if first.startswith(_SPREADSHEETS):
                raise ImportingError(f"{name} is a spreadsheet. Open it, save it as 'CSV UTF-8', and take that.")
            for encoding in _encodings(first):
                try:
                    return _frame(content, encoding, questions, headings)
                except UnicodeError:
                    continue
    except FileNotFoundError:
        raise ImportingError(f"There is no file {name} there. Check the folder and the name.") from None
    except OSError:
        raise ImportingError(f"{name} cannot be opened. Check that it is a file that you may read.") from None
    except (ValueError, csv.Error, pd.errors.ParserWarning):
        raise ImportingError(
            f"{name} is not a table with the same number of columns in every row. Save it as CSV again."
        ) from None
    raise ImportingError(f"{name} is not text that can be read. Save it as 'CSV UTF-8', and take that.")


def empty_rows(table: pd.DataFrame) -> pd.Series[bool]:
    """Which rows of a table hold nothing at all, not even when they were written."""
    empty = pd.Series(True, index=table.index).to_numpy(copy=True)
    for number in range(table.shape[1]):
        column = table.iloc[empty.nonzero()[0], number]  # only the rows that may still be empty
        blank = column.isna().to_numpy(copy=True)
        if not pd.api.types.is_numeric_dtype(column):
            blank |= column.astype(str).str.strip().eq("").to_numpy()
        empty[empty] = blank
    return pd.Series(empty, index=table.index)


def _encodings(first: bytes) -> Sequence[str]:
    """What the text may be written in, the likeliest first; Windows-1252 fits nearly everything, so it comes last."""
    if first.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    return ("utf-8-sig",) if b"\0" in first else ("utf-8-sig", "cp1252")


@dataclass(frozen=True)
class _Shape:
    """How a file is written: what stands between its cells, how many rows are headings, and what they say."""

    separator: str
    heading_rows: int
    names: list[str]


def _frame(content: BinaryIO, encoding: str, questions: Mapping[str, Question], headings: int | None) -> pd.DataFrame:
    content.seek(0)
    lines = io.TextIOWrapper(content, encoding=encoding, newline="")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", pd.errors.ParserWarning)  # a first row longer than the headings
            said = _SEPARATOR_SAID.fullmatch(lines.readline())
            begin = lines.tell() if said else 0
            shape = _shape(lines, begin, said[1] if said else None, questions, headings)
            lines.seek(begin)
            numbers = [name in questions and questions[name].in_numbers for name in shape.names]
            # Read as text, the ids "1" and "nan" of options stay what they are. With its own names and no index,
            # pandas neither renames a column that is there twice nor takes the first one for row labels.
            frame = pd.read_csv(
                lines,
                sep=shape.separator,
                header=0,
                names=list(range(len(shape.names))),
                index_col=False,
                dtype={i: str for i, number in enumerate(numbers) if not number},
                keep_default_na=False,
                na_values=[""],
                low_memory=False,
            )
    finally:
        lines.detach()  # what is read again in another encoding must not be closed
    frame = frame.iloc[shape.heading_rows - 1 :].reset_index(drop=True)
    there = [place for place, name in enumerate(shape.names) if name or frame.iloc[:, place].notna().any()]
    frame = frame.iloc[:, there]
    frame.columns = pd.Index(carried_on([shape.names[place] for place in there]), dtype=object)
    frame.attrs["heading_rows"] = shape.heading_rows
    return frame


def _shape(
    lines: TextIO, begin: int, said: str | None, questions: Mapping[str, Question], headings: int | None
) -> _Shape:
    """How the file is written.

    The separator makes most headings questions; or else as many cells in the rows as there are headings, and more
    than one.
    """
    found = []
    for separator in said or ",;\t":
        lines.seek(begin)
        rows = [*islice(filter(None, csv.reader(lines, delimiter=separator)), 1 + _ROWS_COMPARED)] or [[]]
        rows = [[cell.strip() for cell in row] for row in rows]
        first, *others = rows
        even = len(first) > 1 and sum(len(row) == len(first) for row in others)
        found.append((len(questions.keys() & set(first)), even, len(first), separator, rows))
    *_, separator, rows = max(found, key=lambda fit: fit[:3])
    width = len(rows[0])
    square = [[*row, *[""] * width][:width] for row in rows]
    number = headings or heading_rows(square, [*questions.values()])
    names = merged(square[:number])
    # A code that is a question's own key stays what programs look for.
    names = [top if top in questions else name for top, name in zip(square[0], names, strict=True)]
    return _Shape(separator, number, names)
