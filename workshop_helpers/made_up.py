"""The made-up group: invented people whose answers let anybody rehearse a discussion. Always labelled made up.

Each invented person has one mood for the whole workshop and one for every subscale, so that their answers
hang together as people's answers do. Each question has a lean of its own, so that some pictures have a
leader, some have two camps and some are spread out. Everything is drawn from seeds named after person,
assessment and question: a new assessment adds columns and changes none of the others.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from io import StringIO
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from workshop_helpers.answers import Answers
from workshop_helpers.content import Assessment, Question, Workshop
from workshop_helpers.content.loading import MADE_UP_GROUP
from workshop_helpers.errors import WorkshopError
from workshop_helpers.formats.base import DOES_NOT_APPLY, Value
from workshop_helpers.formats.inventing import Invented
from workshop_helpers.formats.points import PointsQuestion

if TYPE_CHECKING:
    import pandas as pd

    from workshop_helpers.pooling.release import Release

PERSON = "made-up-person"
PEOPLE = 24
_SKIPS = 0.05
_DOES_NOT_APPLY = 0.08


def made_up_group(workshop: Workshop) -> list[dict[str, str]]:
    """Invent the group's answers to every assessment that may be pooled; the same each time.

    Returns:
        A row a person: ``made-up-person``, then ``assessment/question`` columns, written as
        ``pool_frame`` reads them. Empty is a skip. There is no column for a person's own words.
    """
    rows = [{PERSON: f"invented-{number:02}"} for number in range(1, PEOPLE + 1)]
    for assessment in workshop.assessments.values():
        if assessment.policy == "private":
            continue
        for question in assessment.questions():
            if question.own_words:
                continue
            for row in rows:
                row[f"{assessment.id}/{question.key}"] = _as_cell(question, _answer(row[PERSON], assessment, question))
    return rows


def made_up_table(workshop: Workshop) -> str:
    """The made-up group as the text of a CSV file."""
    rows = made_up_group(workshop)
    file = StringIO(newline="")
    writer = csv.DictWriter(file, rows[0], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue()


def write_made_up(workshop: Workshop, path: Path = MADE_UP_GROUP) -> None:
    """Write the made-up group as a CSV file, in place of the one that is there."""
    path.write_text(made_up_table(workshop), encoding="utf-8", newline="")


def made_up_release(assessment: Assessment, occasion: str | None = None, path: Path | None = None) -> Release:
    """The made-up group's picture of an assessment, on one of its occasions or on both.

    Args:
        assessment: One that may be pooled.
        occasion: One of its occasions; both side by side if left out.
        path: The file with the group's answers; the workshop's own if left out.

    Raises:
        WorkshopError: if the file has no answers to this assessment, or it has no such occasion.
    """
    from workshop_helpers.importing.frames import pool_frame

    keys = {question.key for question in assessment.questions(occasion)}
    answers = read_made_up(assessment, path)
    answers = answers[[column for column in answers.columns if column in keys]]
    return pool_frame(answers, assessment, occasion=occasion, made_up=True)


def read_made_up(assessment: Assessment, path: Path | None = None) -> pd.DataFrame:
    """The made-up group's answers to one assessment, as ``pool_frame`` takes them: a column a question.

    Args:
        assessment: One that may be pooled.
        path: The file with the group's answers; the workshop's own if left out.

    Raises:
        WorkshopError: if the file has no answers to this assessment.
    """
    import pandas as pd

    prefix = f"{assessment.id}/"
    try:
        table = pd.read_csv(path or MADE_UP_GROUP, dtype=str, keep_default_na=False)
    except FileNotFoundError:
        table = pd.DataFrame()
    columns = {column: column.removeprefix(prefix) for column in table.columns if column.startswith(prefix)}
    if not columns:
        raise WorkshopError(
            f"The made-up group has no answers to '{assessment.id}'. If it may be pooled, invent them with: "
            "workshop made-up-group"
        )
    return table[list(columns)].rename(columns=columns)


def invented_points(assessment: Assessment, question: PointsQuestion) -> Mapping[str, int]:
    """How one invented person shares out the points of a question."""
    return question.invent(_person(PERSON, assessment, question, Random(f"{assessment.id}/{question.key}")))


def invented_person(person: str, assessment: Assessment, occasion: str | None = None) -> Answers:
    """The answers of one more invented person, who belongs to no group; the same name always gives the same."""
    questions = [q for q in assessment.questions(occasion) if not q.own_words]
    return Answers(assessment, {q.key: _answer(person, assessment, q) for q in questions}, occasion)


def _answer(name: str, assessment: Assessment, question: Question) -> Value | None:
    chance = Random(f"{name}/{assessment.id}/{question.key}")
    if chance.random() < _SKIPS:
        return None
    if question.item.does_not_apply and chance.random() < _DOES_NOT_APPLY:
        return DOES_NOT_APPLY
    return question.invent(_person(name, assessment, question, chance))


def _person(name: str, assessment: Assessment, question: Question, chance: Random) -> Invented:
    view = question.side.id if question.side in assessment.views else None
    return Invented(name, assessment.id, question.item.id, view, chance)


def _as_cell(question: Question, answer: Value | None) -> str:
    """An answer as a cell of a table, in the way that ``pool_frame`` reads it."""
    if answer is None:
        return ""
    return DOES_NOT_APPLY if answer == DOES_NOT_APPLY else question.as_text(answer)
