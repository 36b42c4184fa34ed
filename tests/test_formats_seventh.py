"""A seventh format, made of one Python file and one view, goes the whole way, and nothing else has to know it.

``seventh_format.py`` is the file. ``js/span/span.js`` is the view, which ``browser/test_formats_seventh_alone.py``
answers.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from _content_samples import write_workshop
from listening import said_by
from seventh_format import SpanQuestion
from small_assessments import small

import workshop_helpers as wh
from workshop_helpers import made_up
from workshop_helpers.content import Assessment
from workshop_helpers.errors import AnswerError, ContentError
from workshop_helpers.figures.tables import table_text
from workshop_helpers.importing.cells import from_cell
from workshop_helpers.made_up import PEOPLE, invented_person, made_up_group, read_made_up, write_made_up
from workshop_helpers.pooling.variables import variables
from workshop_helpers.reporting.in_words import answer_in_words
from workshop_helpers.widgets.questionnaire.widget import Questionnaire
from workshop_helpers.workbook import Workbook

pytestmark = pytest.mark.usefixtures("with_seventh_format")

SPAN = 'id = "noise"\nformat = "span"\nscale = "often"'
OFTEN = ["never", "rarely", "sometimes", "often", "always"]
NOT_A_SPAN = "the answer must go 'from' one whole number 'to' another, between 1 and 5."


@pytest.fixture
def noise(with_seventh_format: None) -> Assessment:
    return small(SPAN, policy="light", name="noise")


def form_of(assessment: Assessment, folder: Path) -> tuple[Questionnaire, list[dict[str, Any]]]:
    """A form, and what it says from now on."""
    form = Questionnaire(assessment, Workbook(folder / "workbook.json"))
    return form, said_by(form)


def say(form: Questionnaire, **message: Any) -> None:
    form._handle_custom_msg(message, [])


def test_a_file_may_have_it_and_its_mistakes_are_located(noise: Assessment) -> None:
    (question,) = noise.questions()
    assert isinstance(question, SpanQuestion)
    with pytest.raises(ContentError) as caught:
        small('id = "noise"\nformat = "span"\nscales = "often"')
    assert str(caught.value) == (
        "2 mistakes in the workshop's content:\n"
        "  - small.toml, items 1 ('noise') scale: missing; add it.\n"
        "  - small.toml, items 1 ('noise') scales: unknown key; did you mean 'scale'?"
    )


def test_a_form_asks_it_points_out_a_half_of_it_and_gives_feedback(noise: Assessment, tmp_path: Path) -> None:
    form, heard = form_of(noise, tmp_path)
    assert form.spec["questions"] == [
        {
            "key": "noise",
            "format": "span",
            "text": "How is it?",
            "side": "",
            "skippable": True,
            "doesNotApply": False,
            "private": False,
            "values": [1, 2, 3, 4, 5],
            "labels": OFTEN,
        }
    ]

    say(form, type="answer", key="noise", value={"from": 2}, number=1)
    say(form, type="finish")
    assert heard[-1] == {
        "type": "unfinished",
        "problems": {"noise": "This span has one end only. Choose the other, or skip this one."},
    }

    say(form, type="answer", key="noise", value={"from": 2, "to": 4}, number=2)
    say(form, type="finish")
    assert heard[-1]["type"] == "feedback"
    assert heard[-1]["paragraphs"][0] == "Thank you."
    assert heard[-1]["preview"] == [
        {"item": "noise", "question": "How is it?", "lines": ["at least: rarely", "at most: often"]}
    ]
    assert answer_in_words(noise.questions()[0], {"from": 2, "to": 4}) == "from rarely to often"


@pytest.mark.parametrize("raw", [4, "2 to 4", {"from": 2}, {"from": 4, "to": 2}, {"from": 0, "to": 9}])
def test_what_is_no_answer_is_refused(noise: Assessment, raw: object) -> None:
    with pytest.raises(AnswerError) as caught:
        wh.Answers(noise, {"noise": raw})
    assert str(caught.value) == f"Item 'noise': {NOT_A_SPAN} To skip the item, leave it out."


def test_contributions_are_pooled_released_drawn_and_put_in_a_table(noise: Assessment) -> None:
    pool = wh.Pool(noise, seats=8)
    for credential in range(8):
        given = wh.contribution(wh.Answers(noise, {"noise": {"from": 2, "to": 4}} if credential else {}))
        pool.submit(credential.to_bytes(16), given)
    release = wh.Release.from_json(pool.reveal().to_json())

    assert [(table.variable, table.part, table.options) for table in release.tables] == [
        ("noise.from", "at least", (*OFTEN, "skipped")),
        ("noise.to", "at most", (*OFTEN, "skipped")),
    ]
    assert [(table.low[1], table.high[1], table.low[3], table.high[3]) for table in release.tables] == [
        (7, 7, 0, 0),
        (0, 0, 7, 7),
    ]
    assert wh.figure(release).alt_text.endswith(
        "How is it? at least The most answers: “rarely”. How is it? at most The most answers: “often”. "
        "The table has every number."
    )
    assert table_text(release).endswith(
        "How is it? (at most)\n  never     0\n  rarely    0\n  sometimes 0\n  often     7\n  always    0\n  skipped   1"
    )
    assert wh.prompts(release, noise) == ["What surprised you?", "What did not?"]


def test_a_code_for_the_hat_holds_it(noise: Assessment) -> None:
    given = wh.contribution(wh.Answers(noise, {"noise": {"from": 1, "to": 5}}))
    assert bytes(wh.decode_slip(wh.encode_slip(given, "willow"), noise, "willow")) == bytes(given)


@pytest.mark.parametrize("cell", ["2 to 4", "Rarely to OFTEN", "2-4", " rarely - 4 "])
def test_a_cell_of_a_table_holds_it(noise: Assessment, cell: str) -> None:
    assert from_cell(noise.questions()[0], cell) == {"from": 2, "to": 4}


def test_a_table_of_it_becomes_a_picture(noise: Assessment, tmp_path: Path) -> None:
    path = tmp_path / "noise.csv"
    path.write_text("noise\n" + "2 to 4\n" * 4 + "3\n" * 4 + "\n", encoding="utf-8")
    release = wh.pool_frame(path, noise)
    assert release.n == 8
    frame = pd.DataFrame({"noise": ["2 to 4"] * 7 + ["4 to 2", "loud"]})
    with pytest.raises(wh.WorkshopError) as caught:
        wh.pool_frame(frame, noise)
    assert str(caught.value) == (
        "Some values cannot be used:\n"
        f"  - column 'noise', 2 values, in rows 8 and 9 (headings not counted): {NOT_A_SPAN} To skip the item, leave "
        "it out."
    )


def test_the_made_up_group_answers_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    group = tmp_path / "group.csv"
    monkeypatch.setattr(made_up, "MADE_UP_GROUP", group)
    folder = write_workshop(tmp_path / "data")
    tea = folder / "assessments" / "tea.toml"
    item = '[[items]]\nid = "strength"\ntext = "How strong?"\nformat = "span"\nscale = "how-often"\n\n[[subscales]]\n'
    tea.write_text(
        tea.read_text(encoding="utf-8")
        .replace("[[subscales]]\n", item, 1)
        .replace('policy = "room"', 'policy = "light"'),
        encoding="utf-8",
    )
    workshop = wh.load_workshop(folder)
    write_made_up(workshop, group)

    with group.open(encoding="utf-8", newline="") as file:
        cells = {row["tea/strength"] for row in csv.DictReader(file)}
    assert "1 to 2" in cells
    asked = workshop.assessment("tea")
    release = wh.pool_frame(read_made_up(asked), asked, made_up=True)
    assert release.n == PEOPLE
    assert {variable.id for variable in variables(asked)} >= {"strength.from", "strength.to"}
    assert made_up_group(workshop) == made_up_group(workshop)
    assert invented_person("somebody", asked)["strength"] == invented_person("somebody", asked)["strength"]
