"""Invented people go the whole way: form, feedback, preview, slip, hat, pool, reveal, picture, table, prompts."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

import pytest
from listening import said_by

import workshop_helpers as wh
from workshop_helpers.content import Assessment, Question
from workshop_helpers.content.loading import DATA_FOLDER
from workshop_helpers.drafts import answers_of, problems
from workshop_helpers.errors import TooFewPeople
from workshop_helpers.formats.choice import ChoiceItem
from workshop_helpers.formats.choices import ChoicesItem
from workshop_helpers.formats.points import PointsItem
from workshop_helpers.formats.ranking import RankingItem
from workshop_helpers.formats.scale import ScaleItem
from workshop_helpers.pooling.policy import POLICIES
from workshop_helpers.pooling.variables import SKIPPED, variables
from workshop_helpers.widgets.questionnaire.widget import Questionnaire
from workshop_helpers.workbook import Workbook

ASSESSMENTS = [wh.load_assessment(path) for path in sorted((DATA_FOLDER / "assessments").glob("*.toml"))]
POOLED = [assessment for assessment in ASSESSMENTS if assessment.policy != "private"]
PEOPLE = 12
CROWD = 100


def draft(question: Question, chance: Random) -> Any:
    """What somebody might leave in the form: an answer, a skip or "does not apply"."""
    if chance.random() < 0.1:
        return {"skip": True}
    item, options = question.item, list(question.options)
    if item.does_not_apply and chance.random() < 0.2:
        return {"does-not-apply": True}
    if isinstance(item, ScaleItem):
        assert question.scale is not None
        return chance.choice(list(question.scale.values))
    if isinstance(item, ChoiceItem):
        return chance.choice(options)
    if isinstance(item, ChoicesItem):
        return chance.sample(options, chance.randint(1, item.at_most or len(options)))
    if isinstance(item, RankingItem):
        return {option: place for place, option in enumerate(chance.sample(options, len(options)), start=1)}
    if isinstance(item, PointsItem):
        return dict(Counter(chance.choice(options) for _ in range(item.total)))
    return "my own words"


def go_through_the_form(assessment: Assessment, folder: Path, chance: Random) -> tuple[str, list[str]]:
    """Answer everything and tick everything; the code for the hat, and the options that the preview showed."""
    form = Questionnaire(assessment, Workbook(folder / "workbook.json"))
    heard = said_by(form)
    for number, question in enumerate(assessment.questions()):
        value = draft(question, chance)
        form._handle_custom_msg({"type": "answer", "key": question.key, "value": value, "number": number}, [])
    form._handle_custom_msg({"type": "finish"}, [])
    told = heard[-1]
    assert told["type"] == "feedback"
    assert all(isinstance(paragraph, str) and paragraph for paragraph in told["paragraphs"])
    items = [part["item"] for part in told["preview"]]
    form._handle_custom_msg({"type": "slip", "items": items, "word": "willow", "rule": assessment.policy}, [])
    return heard[-1]["code"], [line for part in told["preview"] for line in part["lines"]]


@pytest.mark.parametrize("assessment", POOLED, ids=lambda assessment: str(assessment.id))
def test_what_people_agreed_to_is_what_the_picture_holds(assessment: Assessment, tmp_path: Path) -> None:
    chance = Random(assessment.id)
    people = [go_through_the_form(assessment, tmp_path / str(number), chance) for number in range(PEOPLE)]
    pool = wh.Pool(assessment, seats=PEOPLE)
    for given in wh.decode_slips([code for code, _ in people], assessment, "Willow"):
        pool.submit(wh.Credential().token("today", assessment.id), given)
    release = pool.reveal()

    assert release.n == PEOPLE
    for place, variable in enumerate(variables(assessment)):
        before = ": " if variable.side or variable.part else ""  # an option may hold a colon of its own
        shown = Counter(lines[place].partition(before)[2] if before else lines[place] for _, lines in people)
        table = release.table(variable.id)
        counted = Counter[str]()
        for position, option in enumerate(variable.options):
            merged = next((label for label, places in variable.merged if position in places), option)
            counted[merged if table.options != variable.options else option] += shown[option]
        assert table.options[-1] == SKIPPED
        for option, low, high in zip(table.options, table.low, table.high, strict=True):
            assert low <= counted[option] <= high

    again = wh.Release.from_json(release.to_json())
    assert again == release
    for narrow in (False, True):
        assert wh.figure(again, narrow=narrow).alt_text
    assert wh.prompts(again, assessment)


@pytest.mark.parametrize("assessment", ASSESSMENTS, ids=lambda assessment: str(assessment.id))
def test_a_hundred_people_leave_no_impossible_score_and_no_picture_that_is_too_small(assessment: Assessment) -> None:
    chance = Random(f"{assessment.id}: a hundred")
    scales = {
        item.subscale: assessment.scales[item.scale].values
        for item in assessment.items
        if isinstance(item, ScaleItem) and item.subscale
    }
    contributions = []
    for _ in range(CROWD):
        drafts = {question.key: draft(question, chance) for question in assessment.questions()}
        assert problems(assessment, drafts) == {}
        answers = answers_of(assessment, drafts)
        scores = wh.score(answers)
        for subscale, values in scales.items():
            for side in {question.side for question in answers.questions}:
                mean = scores[(subscale, side.id) if side else subscale].mean
                assert mean is None or values[0] <= mean <= values[-1]
        assert all(wh.feedback_for(answers))
        contributions.append(wh.contribution(answers))
    if assessment.policy == "private":
        assert all(given.variables == () for given in contributions)
        return

    pool = wh.Pool(assessment, seats=CROWD)
    smallest = POLICIES[assessment.policy].smallest_group
    for number, given in enumerate(contributions, start=1):
        pool.submit(wh.Credential().token("today", assessment.id), given)
        if number < smallest and number in (1, smallest - 1):
            with pytest.raises(TooFewPeople):
                pool.reveal()
    release = pool.reveal()
    assert release.n == CROWD
    for table in release.tables:
        assert sum(table.low) <= CROWD <= sum(table.high)
    assert wh.figure(release).alt_text
