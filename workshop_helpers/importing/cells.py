"""What the cells of a table mean, still unchecked: numbers written as text, labels, several options in one cell.

Tools write the same answer in many ways. Options that were ticked stand in one cell, with ``;`` between them
(Microsoft Forms, Google's own CSV) or ``, `` (Google's sheets, formr), or each has a column of its own with "Yes" or
"1" in it (LimeSurvey). An order stands in one cell, in a column for each option with its place in it, or in a column
for each place with its option in it (LimeSurvey). Labels are taken without regard to capitals and to spaces.

Each format says how it reads the text of a cell; ``answers.read_answer`` then says whether what a cell means is an
answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from workshop_helpers.content import Question
from workshop_helpers.formats.base import DOES_NOT_APPLY
from workshop_helpers.formats.written import NO_ANSWER, Way, folded
from workshop_helpers.pooling.variables import DOES_NOT_APPLY_LABEL, SKIPPED

_NOTHING = ("", "n/a", SKIPPED)
_ID_BELOW = 10**6  # a number that may be the id of an option; longer ones take Python long to write


def ways(question: Question) -> tuple[Way, ...]:
    """How this question can stand in a table; the first is the plainest."""
    return ("one", *question.from_columns())


def from_cell(question: Question, cell: Any) -> object:
    """What one cell means; ``None`` is an empty one, and a skip."""
    cell = _plain(cell)
    if type(cell) is int and not question.in_numbers and abs(cell) < _ID_BELOW:
        cell = str(cell)
    if not isinstance(cell, str):
        return cell
    text = cell.strip()
    if not text or folded(text) == SKIPPED:
        return None
    return DOES_NOT_APPLY if folded(text) in (DOES_NOT_APPLY_LABEL, DOES_NOT_APPLY) else question.from_text(text)


def from_cells(question: Question, way: Way, cells: Sequence[Any]) -> object:
    """What the cells of one row mean together.

    Args:
        question: One that can stand in several columns.
        way: How it does, other than ``one``.
        cells: One for each option or place, in order; ``None`` is an empty one, or one that has no column.
    """
    given = [_text(cell) for cell in cells]
    if any(text in (DOES_NOT_APPLY_LABEL, DOES_NOT_APPLY) for text in map(folded, given)):
        return DOES_NOT_APPLY
    given = ["" if folded(text) in _NOTHING else text for text in given]
    return question.from_columns()[way](given) if any(given) else None


def _plain(cell: Any) -> Any:
    """A number as Python's own, and a whole one as a whole one."""
    if hasattr(cell, "item"):  # numpy's scalars
        cell = cell.item()
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell


def _text(cell: Any) -> str:
    cell = _plain(cell)
    if cell is None:
        return ""
    if isinstance(cell, bool | str):
        return str(cell).strip()
    return str(cell) if type(cell) is int and abs(cell) < _ID_BELOW else NO_ANSWER
