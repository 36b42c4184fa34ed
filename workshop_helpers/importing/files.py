"""From a file of answers, as some tool or program wrote it, to a frame of its cells.

One reader for whatever hands over a table: the ``workshop picture`` command, programs, the page for a table. Nothing
is written to disk, and no message repeats what a file holds.
"""

from __future__ import annotations

import csv
import io
import warnings
from collections.abc import Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, TextIO

import pandas as pd

from workshop_helpers.content import Question
from workshop_helpers.errors import ImportingError
from workshop_helpers.formats.written import NO_NUMBER

_ROWS_COMPARED = 20
_NO_TEXT = 65_536  # bytes in which a file that is no text shows a zero
_SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # how .xlsx and .ods begin, and .xls


def read_table(source: str | Path | bytes, questions: Mapping[str, Question]) -> pd.DataFrame:
    """Read a CSV file: comma, semicolon or tab; UTF-8, UTF-16 with its mark, or Windows-1252.

    Args:
        source: The path of a file, or all that is in one.
        questions: By key; a column of that name whose answers are numbers is read as such where it can be.

    Returns:
        A frame with the headings as they stand, some perhaps twice, and empty cells missing.

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
                    return _frame(content, encoding, questions)
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


def _encodings(first: bytes) -> Sequence[str]:
    """What the text may be written in, the likeliest first; Windows-1252 fits nearly everything, so it comes last."""
    if first.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    return ("utf-8-sig",) if b"\0" in first else ("utf-8-sig", "cp1252")


def _frame(content: BinaryIO, encoding: str, questions: Mapping[str, Question]) -> pd.DataFrame:
    content.seek(0)
    lines = io.TextIOWrapper(content, encoding=encoding, newline="")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", pd.errors.ParserWarning)  # a first row longer than the headings
            separator, names = _headings(lines, questions)
            lines.seek(0)
            numbers = [name in questions and questions[name].in_numbers for name in names]
            missing: dict[Any, list[str]] = {i: [*NO_NUMBER] if number else [""] for i, number in enumerate(numbers)}
            # Read as text, the ids "1" and "nan" of options stay what they are. With its own names and no index,
            # pandas neither renames a column that is there twice nor takes the first one for row labels.
            frame = pd.read_csv(
                lines,
                sep=separator,
                header=0,
                names=list(range(len(names))),
                index_col=False,
                dtype={i: str for i, number in enumerate(numbers) if not number},
                keep_default_na=False,
                na_values=missing,
                low_memory=False,
            )
    finally:
        lines.detach()  # what is read again in another encoding must not be closed
    frame.columns = pd.Index(names, dtype=object)
    return frame


def _headings(lines: TextIO, questions: Mapping[str, Question]) -> tuple[str, list[str]]:
    """The separator that fits best, and the headings.

    It makes most headings questions; or else as many cells in the rows as there are headings, and more than one.
    """
    found = []
    for separator in ",;\t":
        lines.seek(0)
        first, *others = [*islice(filter(None, csv.reader(lines, delimiter=separator)), 1 + _ROWS_COMPARED)] or [[]]
        names = [heading.strip() for heading in first]
        even = len(names) > 1 and sum(len(row) == len(names) for row in others)
        found.append((len(questions.keys() & set(names)), even, len(names), separator, names))
    *_, separator, names = max(found, key=lambda fit: fit[:3])
    return separator, names
