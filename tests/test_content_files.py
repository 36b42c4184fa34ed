"""The workshop's own content: whole, cited, kindly worded, and safe to answer with somebody looking on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import textstat
from hypothesis import given, settings
from hypothesis import strategies as st

import workshop_helpers as wh
from workshop_helpers.authoring.check_pages import check_pages
from workshop_helpers.authoring.check_pictures import check_pictures
from workshop_helpers.authoring.check_places import check_places
from workshop_helpers.authoring.check_sources import check_sources
from workshop_helpers.authoring.check_wording import (
    LABELS,
    PHONE_NUMBER,
    check_assessment,
    check_exercise,
    check_wording,
)
from workshop_helpers.authoring.checkout import Checkout
from workshop_helpers.content import Agenda, Assessment, Exercise, Question
from workshop_helpers.content.loading import DATA_FOLDER
from workshop_helpers.content.reading import read_toml
from workshop_helpers.errors import ContentError, Mistake
from workshop_helpers.formats.base import DOES_NOT_APPLY
from workshop_helpers.formats.choice import ChoiceItem
from workshop_helpers.formats.choices import ChoicesItem
from workshop_helpers.formats.points import PointsItem
from workshop_helpers.formats.ranking import RankingItem
from workshop_helpers.formats.scale import ScaleItem
from workshop_helpers.formats.text import TextItem

CHECKOUT = Checkout(DATA_FOLDER)
WORKSHOP = wh.load_workshop()
ASSESSMENTS = list(WORKSHOP.assessments.values())
TEMPLATE = wh.load_assessment(DATA_FOLDER / "assessments" / "_template.toml")

each_agenda = pytest.mark.parametrize("agenda", WORKSHOP.agendas.values(), ids=lambda agenda: agenda.id)
each_assessment_and_template = pytest.mark.parametrize(
    "assessment", [*ASSESSMENTS, TEMPLATE], ids=lambda assessment: assessment.id
)

# --- what a command says of it ------------------------------------------------------------------------


@pytest.mark.parametrize("part", [check_wording, check_places, check_pages, check_sources, check_pictures])
def test_the_command_finds_no_mistake(part: Callable[[Checkout], Iterator[Mistake]]) -> None:
    mistakes = tuple(part(CHECKOUT))
    assert not mistakes, ContentError(mistakes)


def test_the_template_and_the_exercise_to_copy_have_no_mistake_either() -> None:
    exercise = read_toml(DATA_FOLDER / "exercises" / "_template.toml", DATA_FOLDER, Exercise).faultless()
    mistakes = (*check_assessment(TEMPLATE), *check_exercise(exercise))
    assert not mistakes, ContentError(mistakes)


@pytest.mark.parametrize("path", sorted(DATA_FOLDER.rglob("_*.toml")), ids=lambda path: path.stem)
def test_no_phone_number_is_in_a_file_to_copy(path: Path) -> None:
    assert PHONE_NUMBER.findall(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("kind", ["assessments", "exercises"])
def test_a_copy_of_the_template_is_at_once_part_of_the_workshop(kind: str, tmp_path: Path) -> None:
    for file in DATA_FOLDER.rglob("*.*"):
        copy = tmp_path / file.relative_to(DATA_FOLDER)
        copy.parent.mkdir(exist_ok=True)
        copy.write_bytes(file.read_bytes())
    name = {"assessments": "my-assessment", "exercises": "my-exercise"}[kind]
    (tmp_path / kind / "_template.toml").rename(tmp_path / kind / f"{name}.toml")
    assert set(getattr(wh.load_workshop(tmp_path), kind)) == {*getattr(WORKSHOP, kind), name}


def test_the_template_shows_every_way_of_answering() -> None:
    shown = {item.format for item in TEMPLATE.items}
    assert shown == {"scale", "choice", "choices", "ranking", "points", "text"}


# --- agendas ----------------------------------------------------------------------------------------------


@each_agenda
def test_a_run_sheet_can_be_read_at_a_glance(agenda: Agenda) -> None:
    texts = [part.text for session in agenda.sessions for part in session.parts]
    assert [text for text in texts if len(text.split()) > 100] == []
    assert textstat.flesch_kincaid_grade(" ".join(texts)) <= 6


@each_agenda
def test_who_may_see_what_is_said_before_the_first_picture(agenda: Agenda) -> None:
    texts = [part.text for session in agenda.sessions for part in session.parts]
    first = next(text for text in texts if "picture" in text and "before you show" in text)
    assert re.search(r"“.*never (guess aloud who|who here did).*”", first)
    assert not any("the picture" in text for text in texts[: texts.index(first)])


@each_agenda
def test_words_on_safety_come_before_what_takes_a_safe_place_for_granted(agenda: Agenda) -> None:
    gated = {section.id for section in WORKSHOP.sections if section.safety_gate}
    for session in agenda.sessions:
        first = next((part for part in session.parts if part.page in gated), None)
        assert first is None or "at the top of" in first.text


def test_each_later_week_begins_with_what_became_of_the_plan() -> None:
    first_parts = [session.parts[0].title for session in WORKSHOP.agenda("six-weeks").sessions]
    assert first_parts[1:] == ["What happened with your if-then?"] * 5


# --- feedback ---------------------------------------------------------------------------------------------


@each_assessment_and_template
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_feedback_reads_as_sentences_whatever_was_answered(assessment: Assessment, data: st.DataObject) -> None:
    given_answers = {question.key: data.draw(_answer(question)) for question in assessment.questions()}
    for paragraph in wh.feedback_for(wh.Answers(assessment, given_answers)):
        assert LABELS.findall(paragraph) == []  # the words that scoring adds included
        assert re.findall(r"  |\.\.|[{}]|\bNone\b|[a-z]\.[A-Z]", paragraph) == []
        assert re.match(r"“?[A-Z]", paragraph)
        assert paragraph.endswith((".", "?"))  # five-moves asks back


def _answer(question: Question) -> st.SearchStrategy[object]:
    item, options = question.item, list(question.options)
    answers: st.SearchStrategy[object]
    if isinstance(item, ScaleItem):
        assert question.scale is not None
        answers = st.sampled_from(question.scale.values)
    elif isinstance(item, ChoiceItem):
        answers = st.sampled_from(options)
    elif isinstance(item, ChoicesItem):
        answers = st.lists(st.sampled_from(options), unique=True, max_size=item.at_most or len(options))
    elif isinstance(item, RankingItem):
        answers = st.permutations(options)
    elif isinstance(item, PointsItem):
        answers = _shares(options, item.total)
    else:
        assert isinstance(item, TextItem)
        answers = st.text(max_size=20)
    others: list[object] = [None, DOES_NOT_APPLY] if item.does_not_apply else [None]
    return st.one_of(answers, answers, answers, st.sampled_from(others))


def _shares(options: list[str], total: int) -> st.SearchStrategy[object]:
    cuts = st.lists(st.integers(0, total), min_size=len(options) - 1, max_size=len(options) - 1).map(sorted)
    return cuts.map(
        lambda at: {option: end - start for option, start, end in zip(options, [0, *at], [*at, total], strict=True)}
    )
