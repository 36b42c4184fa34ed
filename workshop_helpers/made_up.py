"""The made-up group: invented people whose answers let anybody rehearse a discussion. Always labelled made up.

Each invented person has one mood for the whole workshop and one for every subscale, so that their answers
hang together as people's answers do. Each question has a lean of its own, so that some pictures have a
leader, some have two camps and some are spread out. Everything is drawn from seeds named after person,
assessment and question: a new assessment adds columns and changes none of the others.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path
from random import Random
from statistics import NormalDist
from typing import TYPE_CHECKING

from workshop_helpers.answers import DOES_NOT_APPLY, Answers, Value
from workshop_helpers.content import (
    Assessment,
    ChoiceItem,
    ChoicesItem,
    PointsItem,
    Question,
    RankingItem,
    ScaleItem,
    TextItem,
    Workshop,
)
from workshop_helpers.content.loading import MADE_UP_GROUP
from workshop_helpers.errors import WorkshopError

if TYPE_CHECKING:
    import pandas as pd

PERSON = "made-up-person"
PEOPLE = 24
_SKIPS = 0.05
_DOES_NOT_APPLY = 0.08
_NORMAL = NormalDist()


def made_up_group(workshop: Workshop) -> list[dict[str, str]]:
    """Invent the group's answers to every assessment that may be pooled; the same each time.

    Returns:
        A row a person: ``made-up-person``, then ``assessment/question`` columns, written as
        ``pool_frame`` reads them. Empty is a skip. There is no column for a text item.
    """
    rows = [{PERSON: f"invented-{number:02}"} for number in range(1, PEOPLE + 1)]
    for assessment in workshop.assessments.values():
        if assessment.policy == "private":
            continue
        for question in assessment.questions():
            if isinstance(question.item, TextItem):
                continue
            for row in rows:
                row[f"{assessment.id}/{question.key}"] = _written(_answer(row[PERSON], assessment, question))
    return rows


def write_made_up(workshop: Workshop, path: Path = MADE_UP_GROUP) -> None:
    """Write the made-up group as a CSV file, in place of the one that is there."""
    rows = made_up_group(workshop)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def read_made_up(assessment: Assessment) -> pd.DataFrame:
    """The made-up group's answers to one assessment, as ``pool_frame`` takes them: a column a question.

    Raises:
        WorkshopError: if the file has no answers to this assessment.
    """
    import pandas as pd

    prefix = f"{assessment.id}/"
    try:
        table = pd.read_csv(MADE_UP_GROUP, dtype=str, keep_default_na=False)
    except FileNotFoundError:
        table = pd.DataFrame()
    columns = {column: column.removeprefix(prefix) for column in table.columns if column.startswith(prefix)}
    if not columns:
        raise WorkshopError(
            f"The made-up group has no answers to '{assessment.id}'. If it may be pooled, invent them with: "
            "workshop made-up-group"
        )
    return table[list(columns)].rename(columns=columns)


def invented_points(assessment: Assessment, question: Question) -> dict[str, int]:
    """How one invented person shares out the points of a question."""
    assert isinstance(question.item, PointsItem)
    chance = Random(f"{assessment.id}/{question.key}")
    return _share_out(question.item.total, _liking(PERSON, assessment, question, question.item.options, chance))


def invented_person(person: str, assessment: Assessment, occasion: str | None = None) -> Answers:
    """The answers of one more invented person, who belongs to no group; the same name always gives the same."""
    questions = [q for q in assessment.questions(occasion) if not isinstance(q.item, TextItem)]
    return Answers(assessment, {q.key: _answer(person, assessment, q) for q in questions}, occasion)


def _answer(person: str, assessment: Assessment, question: Question) -> Value | None:
    item = question.item
    chance = Random(f"{person}/{assessment.id}/{question.key}")
    if chance.random() < _SKIPS:
        return None
    if item.does_not_apply and chance.random() < _DOES_NOT_APPLY:
        return DOES_NOT_APPLY
    if isinstance(item, ScaleItem):
        return _point(person, assessment, question, item, chance)
    assert not isinstance(item, TextItem)
    liking = _liking(person, assessment, question, item.options, chance)
    ranked = sorted(liking, key=lambda option: -liking[option])
    if isinstance(item, ChoiceItem):
        return ranked[0]
    if isinstance(item, ChoicesItem):
        chosen = [option for option in ranked if liking[option] > 0] or ranked[:1]
        return tuple(chosen[: item.at_most])
    if isinstance(item, RankingItem):
        return tuple(ranked)
    return _share_out(item.total, liking)


def _written(answer: Value | None) -> str:
    """An answer as a cell of a table, in the way that ``pool_frame`` reads it."""
    if isinstance(answer, tuple):
        return ";".join(answer)
    if isinstance(answer, Mapping):
        return ";".join(f"{option}={points}" for option, points in answer.items())
    return "" if answer is None else str(answer)


def _point(person: str, assessment: Assessment, question: Question, item: ScaleItem, chance: Random) -> int:
    """A point where the person's moods, the question's lean and some chance meet."""
    assert question.scale is not None
    traits = 0.5 * _drawn(person, "mood") + 0.7 * _drawn(person, assessment.id, item.subscale or item.id)
    of_item = Random(f"{assessment.id}/{item.id}")
    lean, two_camps = of_item.uniform(-1, 1), of_item.random() < 0.3
    if two_camps:
        traits, lean = 3 * traits, 0
    # Two views of one thing may differ. Two times may not, beyond chance: the workshop has no effect on anybody here.
    side = 0.5 * _drawn(assessment.id, question.side.id) if question.side in assessment.views else 0.0
    place = _NORMAL.cdf((-traits if item.reversed else traits) + lean + side + 0.5 * chance.gauss(0, 1))
    values = question.scale.values
    return values[min(int(place * len(values)), len(values) - 1)]


def _liking(
    person: str, assessment: Assessment, question: Question, options: str, chance: Random
) -> Mapping[str, float]:
    """How much the person likes each option: partly as everybody does, partly out of a habit of their own."""
    of_item = Random(f"{assessment.id}/{question.item.id}")
    pull = of_item.choice([0.6, 1.8])
    return {
        option: pull * of_item.gauss(0, 1)
        + 0.6 * _drawn(person, assessment.id, options, option)
        + 0.6 * chance.gauss(0, 1)
        for option in question.options
    }


def _share_out(total: int, liking: Mapping[str, float]) -> dict[str, int]:
    """Whole points, in fives where there are many as people give them, that add up to ``total``."""
    unit = 5 if total >= 50 else 1
    weights = {option: _NORMAL.cdf(amount) ** 2 for option, amount in liking.items()}
    of_all = sum(weights.values())
    points = {option: int(total * weight / of_all / unit) * unit for option, weight in weights.items()}
    favourite = max(liking, key=lambda option: liking[option])
    points[favourite] += total - sum(points.values())
    return points


def _drawn(*names: str) -> float:
    """A standard normal number that belongs to these names."""
    return Random("/".join(names)).gauss(0, 1)
