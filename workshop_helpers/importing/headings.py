"""From the first rows of a file to one heading for each column: tools write one row of headings, two or three.

Qualtrics writes a code, the question, and an id in braces. SurveyMonkey writes the question, and below it "Response"
or the option that a column is for; the columns of one question share a heading, and stand blank after the first.
A row is a heading only where something speaks for it: what looks like an answer is somebody's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from workshop_helpers.content import Question
from workshop_helpers.formats.written import folded

MOST_HEADING_ROWS = 4

_IMPORT_ID = re.compile(r'\{\s*"ImportId"\s*:')
_SAYS_NOTHING = ("", "response", "open-ended response", "antwort", "réponse", "respuesta", "risposta", "resposta")


def heading_rows(rows: Sequence[Sequence[str]], questions: Sequence[Question]) -> int:
    """How many of a file's first rows are headings.

    Args:
        rows: The first few, their cells without spaces around them.
        questions: What can have been asked.
    """
    texts = {folded(question.item.text) for question in questions}
    for place, row in enumerate(rows[1:MOST_HEADING_ROWS], start=2):
        if any(_IMPORT_ID.match(cell) for cell in row):
            return place
    if len(rows) < 2:
        return min(len(rows), 1)
    # An answer is never the whole text of a question, and "Response" alone is none.
    asked = any(folded(cell) in texts for cell in rows[1])
    nothing = any(rows[1]) and all(folded(cell) in _SAYS_NOTHING for cell in rows[1])
    return 2 if asked or nothing or _parts_below(rows[0], rows[1], questions) else 1


def merged(rows: Sequence[Sequence[str]]) -> list[str]:
    """One heading for each column; a blank one where the column has none.

    Args:
        rows: The rows of headings, all of one length.
    """
    rows = [row for row in rows if not any(_IMPORT_ID.match(cell) for cell in row)]
    headings = [*rows[0]] if rows else []
    for below in rows[1:]:
        shared = _shared(headings, below)
        headings = [_together(*pair) for pair in zip(headings, below, shared, strict=True)]
    return headings


def carried_on(headings: Sequence[str]) -> list[str]:
    """Headings with each blank one called like the one before: the columns of one question."""
    found: list[str] = []
    for heading in headings:
        found.append(heading or (found[-1] if found else ""))
    return found


def _shared(headings: Sequence[str], below: Sequence[str]) -> list[str]:
    """For each column, the heading that it shares with its neighbours; empty where it has one of its own."""
    blank = [*(not heading and bool(part) for heading, part in zip(headings, below, strict=True)), False]
    whole = carried_on(headings)
    return [whole[place] if blank[place] or blank[place + 1] else "" for place in range(len(headings))]


def _together(heading: str, below: str, shared: str) -> str:
    if folded(below) in _SAYS_NOTHING or folded(below) == folded(heading):
        return heading or shared
    if shared:
        return f"{shared} [{below}]"
    return f"{heading}: {below}" if heading else below


def _parts_below(first: Sequence[str], second: Sequence[str], questions: Sequence[Question]) -> bool:
    """Whether the second row says what each column of a question is for, as SurveyMonkey writes it."""
    groups: list[list[str]] = []
    for heading, part in zip(first, second, strict=True):
        if heading or not groups:
            groups.append([])
        groups[-1].append(part)
    alone = [cell for group in groups for cell in group if len(group) == 1]
    shared = [group for group in groups if len(group) > 1]
    if not shared or any(not all(group) or len({*group}) < len(group) for group in shared):
        return False
    if alone:
        return all(folded(cell) in _SAYS_NOTHING for cell in alone)
    # Nothing but parts: somebody who ticked all of them would look the same, and is far rarer.
    named = {folded(cell) for group in shared for cell in group}
    return any({folded(label) for label in question.options.values()} <= named for question in questions)
