"""The workshop's own content: whole, cited, kindly worded, and safe to answer with somebody looking on."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
import textstat
from hypothesis import given, settings
from hypothesis import strategies as st

import workshop_helpers as wh
from workshop_helpers.content import Agenda, Assessment, Exercise, Question
from workshop_helpers.content.loading import DATA_FOLDER
from workshop_helpers.formats.base import DOES_NOT_APPLY
from workshop_helpers.formats.choice import ChoiceItem
from workshop_helpers.formats.choices import ChoicesItem
from workshop_helpers.formats.points import PointsItem
from workshop_helpers.formats.ranking import RankingItem
from workshop_helpers.formats.scale import ScaleItem
from workshop_helpers.formats.text import TextItem

NOTEBOOKS = DATA_FOLDER.parent / "notebooks"
WORKSHOP = wh.load_workshop()
ASSESSMENTS = list(WORKSHOP.assessments.values())
TEMPLATE = wh.load_assessment(DATA_FOLDER / "assessments" / "_template.toml")
REFERENCES = list(WORKSHOP.references.values())

each_assessment = pytest.mark.parametrize("assessment", ASSESSMENTS, ids=lambda assessment: assessment.id)
each_agenda = pytest.mark.parametrize("agenda", WORKSHOP.agendas.values(), ids=lambda agenda: agenda.id)
each_assessment_and_template = pytest.mark.parametrize(
    "assessment", [*ASSESSMENTS, TEMPLATE], ids=lambda assessment: assessment.id
)

# What not everybody has, cannot be, or may not safely say.
PRESUMED = re.compile(
    r"\b(always|never)\b"
    r"|\b(my|your|his|her|their) (partner|spouse|husband|wife|girlfriend|boyfriend|ex)\b"
    r"|\b(my|your) (mother|father|mum|mom|dad|parents?|family|brother|sister|son|daughter|child|children|kids?)\b"
    r"|\b(my|your) (boss|manager|job|employer|colleagues?|co-?workers?|office|team|staff)\b"
    r"|\b(my|your) (home|house|flat|church|religion|faith|god|country|doctor|therapist|body|weight)\b"
    r"|\b(saw|heard|looked at|eye contact|watched|tone of voice|walked)\b",
    re.IGNORECASE,
)

# Words for what somebody is. Feedback speaks of answers and of what people do.
LABELS = re.compile(
    r"\b(avoidant|anxious|insecure|needy|selfish|cold|closed|open|shy|weak|brave|toxic|difficult|healthy|unhealthy"
    r"|normal|abnormal|introvert\w*|extra?overt\w*|people-pleas\w+|narcissis\w+|empath|personality|score[sd]?)\b"
    r"|\b(good|bad|better|poor|great) (listener|speaker|partner|friend)\b"
    r"|\b(type|kind|sort) of person\b",
    re.IGNORECASE,
)

# "Who can afford it?" is a question about the world; "who said it?" is one about this room.
ASKS_WHO = re.compile(
    r"\bwho (here|said|says|chose|chooses|answered|answers|picked|put|skipped|was|is|are|among|of (us|you))\b"
    r"|\bwhose\b|\bwhich of (us|you)\b|\bwhy did you\b|\b(your|their) (own )?(answer|dot|bar)s?\b",
    re.IGNORECASE,
)

# Seven digits or more in a row, spaces and hyphens apart, and the short numbers that people know by heart.
PHONE_NUMBER = re.compile(r"(?<![\d.])\+?\d(?:[ ()/-]{0,2}\d){6,}|\b(?:112|116|911|988|999|741741)\b")


# --- the parts belong together ------------------------------------------------------------------------


def test_every_assessment_file_is_part_of_the_workshop() -> None:
    files = {path.stem for path in (DATA_FOLDER / "assessments").glob("[!_]*.toml")}
    assert files == set(WORKSHOP.assessments)


def test_everything_belongs_to_exactly_one_page_and_the_starting_point_to_two() -> None:
    exercises = Counter(name for section in WORKSHOP.sections for name in section.exercises)
    assert exercises == dict.fromkeys(WORKSHOP.exercises, 1)
    asked = Counter(name for section in WORKSHOP.sections for name in section.assessments)
    assert asked == dict.fromkeys(WORKSHOP.assessments, 1) | {"starting-point": 2}


def test_every_section_has_its_notebook_and_no_two_share_one() -> None:
    notebooks = [section.notebook for section in WORKSHOP.sections]
    assert notebooks == sorted(set(notebooks))
    assert [name for name in notebooks if not (NOTEBOOKS / name).is_file()] == []


@pytest.mark.parametrize("reference", REFERENCES, ids=lambda reference: reference["id"])
def test_every_reference_is_cited_by_an_assessment_or_listed_in_a_notebook(reference: Mapping[str, Any]) -> None:
    in_assessments = {name for assessment in ASSESSMENTS for name in assessment.sources}
    listed = [path.name for path in NOTEBOOKS.glob("*.ipynb") if str(reference["title"]) in _prose(path)]
    assert reference["id"] in in_assessments or listed


@pytest.mark.parametrize("reference", REFERENCES, ids=lambda reference: reference["id"])
def test_every_reference_says_what_of_it_was_seen(reference: Mapping[str, Any]) -> None:
    assert reference["note"].startswith("Seen: ")


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


# --- wording --------------------------------------------------------------------------------------------


@each_assessment_and_template
def test_no_item_takes_a_life_for_granted(assessment: Assessment) -> None:
    assert [item.id for item in assessment.items if PRESUMED.search(item.text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "I tell your partner about it.",
        "My boss interrupts me.",
        "I never ask.",
        "I heard the sadness in it.",
        "I rang my mother.",
    ],
)
def test_the_list_of_presumptions_bites(text: str) -> None:
    assert PRESUMED.search(text)


@each_assessment_and_template
def test_at_most_about_a_third_of_the_scale_items_are_reversed(assessment: Assessment) -> None:
    items = [item for item in assessment.items if isinstance(item, ScaleItem)]
    # Three of eight is as near to a third as eight items allow with one in each of three pairs.
    assert 8 * sum(item.reversed for item in items) <= 3 * len(items)


@each_assessment_and_template
def test_reversed_items_state_the_opposite_without_a_not(assessment: Assessment) -> None:
    turned = [item for item in assessment.items if isinstance(item, ScaleItem) and item.reversed]
    assert [item.id for item in turned if re.search(r"\b(not|no|n't|without)\b|n’t", item.text)] == []


@each_assessment_and_template
def test_sensitive_answers_are_never_counted_exactly(assessment: Assessment) -> None:
    assert assessment.sensitivity == "low" or assessment.policy != "light"


@each_assessment_and_template
def test_answers_about_oneself_over_time_are_never_counted_exactly(assessment: Assessment) -> None:
    about_oneself = any(re.match(r"I\b", item.text) for item in assessment.items)
    assert not about_oneself or assessment.policy != "light"


@each_assessment_and_template
def test_no_prompt_asks_who_answered_what(assessment: Assessment) -> None:
    assert [prompt.text for prompt in assessment.prompts if ASKS_WHO.search(prompt.text)] == []


@pytest.mark.parametrize("text", ["Who chose “leave it”?", "Which of you skipped?", "Why did you answer like this?"])
def test_the_list_of_who_questions_bites(text: str) -> None:
    assert ASKS_WHO.search(text)


@each_assessment_and_template
def test_two_prompts_at_least_are_asked_whatever_the_picture(assessment: Assessment) -> None:
    assert sum(prompt.when == "always" for prompt in assessment.prompts) >= 2


@each_assessment_and_template
def test_only_prompts_about_a_leader_have_words_to_fill_in(assessment: Assessment) -> None:
    for prompt in assessment.prompts:
        wanted = {"item", "option"} if prompt.when == "leader" else set()
        assert {name for _, name, _, _ in Formatter().parse(prompt.text) if name is not None} == wanted


@pytest.mark.parametrize("path", sorted(DATA_FOLDER.rglob("*.toml")), ids=lambda path: path.stem)
def test_no_phone_number_is_in_the_content(path: Path) -> None:
    assert PHONE_NUMBER.findall(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", sorted(NOTEBOOKS.glob("*.ipynb")), ids=lambda path: path.stem)
def test_no_phone_number_is_in_a_notebook(path: Path) -> None:
    addresses_and_pages = r"\[?https?://\S+|\[doi:\S+|\d+\(\d+\)|\d+–\d+"
    assert PHONE_NUMBER.findall(re.sub(addresses_and_pages, "", _prose(path))) == []


@pytest.mark.parametrize("text", ["Ring 911.", "+1 800 799 7233", "0800-555-1234", "(020) 7946 0018"])
def test_the_pattern_for_phone_numbers_bites(text: str) -> None:
    assert PHONE_NUMBER.search(text)


@pytest.mark.parametrize("exercise", WORKSHOP.exercises.values(), ids=lambda exercise: exercise.id)
def test_an_exercise_says_that_passing_is_participating_and_fits_a_quarter_of_an_hour(exercise: Exercise) -> None:
    assert "Passing is participating" in exercise.introduction
    assert exercise.minutes <= 15


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


@each_agenda
def test_exercises_in_a_run_sheet_exist_and_take_as_long_as_it_says(agenda: Agenda) -> None:
    minutes = {exercise.title: exercise.minutes for exercise in WORKSHOP.exercises.values()}
    for session in agenda.sessions:
        for part in session.parts:
            for title, said in re.findall(r"(?:do|before) “([^”]+)”(?:[^.(]*\((\d+) minutes)?", part.text):
                assert title in minutes
                assert not said or int(said) == minutes[title]


# --- feedback ---------------------------------------------------------------------------------------------


@each_assessment_and_template
def test_no_words_for_feedback_say_what_somebody_is(assessment: Assessment) -> None:
    parts = [*assessment.subscales, *assessment.feedback]
    words = [text for part in parts for text in part.model_dump().values() if isinstance(text, str)]
    assert [text for text in words if LABELS.search(text)] == []


@each_assessment_and_template
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_feedback_reads_as_sentences_whatever_was_answered(assessment: Assessment, data: st.DataObject) -> None:
    given_answers = {question.key: data.draw(_answer(question)) for question in assessment.questions()}
    for paragraph in wh.feedback_for(wh.Answers(assessment, given_answers)):
        assert LABELS.findall(paragraph) == []  # the words that scoring adds included
        assert re.findall(r"  |\.\.|[{}]|\bNone\b|[a-z]\.[A-Z]", paragraph) == []
        assert re.match(r"[A-Z]", paragraph)
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


def _prose(notebook: Path) -> str:
    return "\n".join(_markdown(json.loads(notebook.read_text(encoding="utf-8"))))


def _markdown(notebook: Mapping[str, Any]) -> Iterator[str]:
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown":
            source = cell["source"]
            yield source if isinstance(source, str) else "".join(source)
