"""What the cells of a table mean, still unchecked: numbers written as text, labels, several options in one cell.

Tools write the same answer in many ways. Options that were ticked stand in one cell, with ``;`` between them
(Microsoft Forms, Google's own CSV) or ``, `` (Google's sheets, formr), or each has a column of its own with "Yes" or
"1" in it (LimeSurvey). An order stands in one cell, in a column for each option with its place in it, or in a column
for each place with its option in it (LimeSurvey). Labels are taken without regard to capitals and to spaces.

``answers.read_answer`` then says whether what a cell means is an answer.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import Any, Literal

from workshop_helpers.answers import DOES_NOT_APPLY
from workshop_helpers.content import ChoicesItem, PointsItem, Question, RankingItem, ScaleItem
from workshop_helpers.pooling.variables import DOES_NOT_APPLY_LABEL, SKIPPED

# How a question stands in a table: in one column, in a column for each option, in a column for each place of an order.
Way = Literal["one", "options", "places"]

NO_NUMBER = ("", "NA", "NaN", "nan")  # what other programs write where a number is missing
_NOTHING = ("", "n/a", SKIPPED)
_TICKED = ("y", "yes", "1", "true", "x", "on", "ticked", "checked", "selected", "chosen", "✓", "✔", "☑")
_NOT_TICKED = ("n", "no", "0", "false", "off", "not ticked", "not checked", "unchecked", "not selected", "not chosen")
_NO_ANSWER = "?"  # is no answer to a question that takes several options
_ID_BELOW = 10**6  # a number that may be the id of an option; longer ones take Python long to write
_WHOLE = re.compile(r"[+-]?[0-9]{1,6}(\.0*)?")
_PLACE = re.compile(r"(?:rank |place )?([0-9]{1,2})(?:[snrt][tdh]|\.0*)?(?: place| choice)?")


def folded(text: str) -> str:
    """A text without what does not count: capitals, spaces around it and more than one between words."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def ways(question: Question) -> tuple[Way, ...]:
    """How this question can stand in a table; the first is the plainest."""
    if isinstance(question.item, RankingItem):
        return "one", "options", "places"
    return ("one", "options") if isinstance(question.item, ChoicesItem | PointsItem) else ("one",)


def from_cell(question: Question, cell: Any) -> object:
    """What one cell means; ``None`` is an empty one, and a skip."""
    cell = _plain(cell)
    if type(cell) is int and not isinstance(question.item, ScaleItem) and abs(cell) < _ID_BELOW:
        cell = str(cell)
    if not isinstance(cell, str):
        return cell
    text = cell.strip()
    if not text or folded(text) == SKIPPED:
        return None
    if folded(text) in (DOES_NOT_APPLY_LABEL, DOES_NOT_APPLY):
        return DOES_NOT_APPLY
    item = question.item
    if isinstance(item, ScaleItem):
        return _point(question, text)
    if isinstance(item, ChoicesItem | RankingItem):
        return _several(question, text)
    if isinstance(item, PointsItem):
        pairs = [part.partition("=") for part in _parts(text)]
        return {_option(question, name): _whole(points) for name, _, points in pairs}
    return _option(question, text)


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
    if not any(given):
        return None
    if way == "places":
        return [_option(question, text) for text in given if text]
    if isinstance(question.item, ChoicesItem):
        return _ticked(question, given)
    if isinstance(question.item, PointsItem):
        return {option: _whole(text or "0") for option, text in zip(question.options, given, strict=True)}
    return _order(question, given)


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
    return str(cell) if type(cell) is int and abs(cell) < _ID_BELOW else _NO_ANSWER


def _ticked(question: Question, given: Sequence[str]) -> object:
    chosen = []
    for option, text in zip(question.options, given, strict=True):
        number = _whole(text)
        plain = str(number) if isinstance(number, int) else folded(text)
        if plain in _TICKED or (text and _option(question, text) == option):
            chosen.append(option)
        elif text and plain not in _NOT_TICKED:
            return _NO_ANSWER
    return chosen


def _order(question: Question, given: Sequence[str]) -> object:
    by_place: dict[int, str] = {}
    for option, text in zip(question.options, given, strict=True):
        place = _PLACE.fullmatch(folded(text))
        if place is None or int(place[1]) in by_place:
            return _NO_ANSWER
        by_place[int(place[1])] = option
    places = sorted(by_place)
    return [by_place[place] for place in places] if places == list(range(1, len(places) + 1)) else _NO_ANSWER


def _several(question: Question, text: str) -> list[str]:
    """The options that a text names one after the other. A comma may stand between them, and inside a label."""
    parts = _parts(text)
    names = _names(question)
    if all(part in names for part in parts):
        return [names[part] for part in parts]
    whole, names = folded(text), _names(question, folded)
    begun: list[tuple[int, tuple[str, ...]]] = [(0, ())]
    tried = set()
    while begun:
        start, found = begun.pop()
        start = len(whole) - len(whole[start:].lstrip(" ;"))
        if start == len(whole):
            return list(found)
        if start in tried:
            continue
        tried.add(start)
        # The longest last, which is tried first: of "tea" and "tea, cold" the second is meant where it can be.
        for name in sorted(names, key=len):
            after = re.compile(" ?(?:[;,]|$)").match(whole, start + len(name))
            if whole.startswith(name, start) and after:
                begun.append((after.end(), (*found, names[name])))
    return [_option(question, part) for part in parts]


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


def _option(question: Question, name: str) -> str:
    """The id of the option that is called this; the name itself if none is."""
    name = name.strip()
    return _names(question).get(name) or _names(question, folded).get(folded(name), name)


def _names(question: Question, form: Callable[[str], str] = str) -> dict[str, str]:
    """The options by what each may be called: its id, or its label, which counts more."""
    ids = {form(option): option for option in question.options}
    return ids | {form(label): option for option, label in question.options.items()}


def _point(question: Question, text: str) -> object:
    assert question.scale is not None
    by_label = {folded(question.scale.label(value)): value for value in question.scale.values}
    missing = None if text in NO_NUMBER else _whole(text)
    return by_label.get(folded(text), missing)


def _whole(text: str) -> object:
    text = text.strip()
    return int(float(text)) if _WHOLE.fullmatch(text) else text
