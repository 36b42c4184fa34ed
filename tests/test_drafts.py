"""Drafts hold what a form holds, finished or not, and become answers by the one definition of an answer."""

from __future__ import annotations

from typing import Any

import pytest
from small_assessments import before_and_after

from workshop_helpers.answers import Answers
from workshop_helpers.content.loading import DATA_FOLDER, load_assessment
from workshop_helpers.drafts import answer_of, answers_of, answers_up_to, has_answers, problems
from workshop_helpers.formats.base import DOES_NOT_APPLY
from workshop_helpers.formats.points import with_points

ONE_OF_EACH = load_assessment(DATA_FOLDER / "assessments" / "_template.toml")
NOT_EACH_ITS_PLACE = "Not every line has its own place yet. Give each a different number, or skip this one."
QUESTIONS = {question.item.format: question for question in ONE_OF_EACH.questions()}


def options(kind: str) -> list[str]:
    return list(QUESTIONS[kind].options)


@pytest.mark.parametrize(
    ("kind", "draft", "answer"),
    [
        ("scale", 4, 4),
        ("choice", options("choice")[1], options("choice")[1]),
        ("choices", options("choices")[:1], options("choices")[:1]),
        ("text", "my words", "my words"),
        *[(kind, {"skip": True}, None) for kind in ("scale", "choice", "choices", "ranking", "points", "text")],
        *[(kind, None, None) for kind in ("scale", "choice", "choices", "ranking", "points", "text")],
        ("scale", {"does-not-apply": True}, DOES_NOT_APPLY),
    ],
)
def test_a_draft_means_an_answer(kind: str, draft: Any, answer: object) -> None:
    assert answer_of(QUESTIONS[kind], draft) == answer


def test_finished_drafts_become_the_answers_that_a_program_would_give() -> None:
    (points,) = with_points(ONE_OF_EACH.questions())
    total = points.item.total
    drafts = {QUESTIONS["scale"].key: 2, points.key: {options("points")[0]: total}}
    answers = answers_of(ONE_OF_EACH, drafts)
    assert answers[QUESTIONS["scale"].key] == 2
    assert answers[points.key] == Answers(ONE_OF_EACH, {points.key: {options("points")[0]: total}})[points.key]


def test_points_that_do_not_add_up_yet_are_pointed_out_kindly() -> None:
    (question,) = with_points(ONE_OF_EACH.questions())
    total = question.item.total
    assert problems(ONE_OF_EACH, {question.key: {options("points")[0]: 1}}) == {
        question.key: f"The points do not add up to {total} yet. Share out the rest, or skip this one."
    }


def test_an_order_with_two_lines_on_one_place_is_pointed_out_kindly() -> None:
    question = QUESTIONS["ranking"]
    unfinished = {option: 1 for option in options("ranking")[:-1]}
    assert problems(ONE_OF_EACH, {question.key: unfinished}) == {question.key: NOT_EACH_ITS_PLACE}


@pytest.mark.parametrize("strange", [True, 99, 10**400, "nonsense", [1, 2], {"a": {"b": 1}}, {"skip": False}, 4.5])
def test_a_draft_that_was_tampered_with_is_a_kind_sentence_and_never_an_exception(strange: Any) -> None:
    for question in ONE_OF_EACH.questions():
        if question.item.format == "text":
            continue
        words = problems(ONE_OF_EACH, {question.key: strange})
        assert set(words) <= {question.key}
        assert all("skip this one" in sentence for sentence in words.values())


def test_nothing_answered_is_nothing_wrong() -> None:
    assert problems(ONE_OF_EACH, {}) == {}


@pytest.mark.parametrize(
    ("draft", "answered"), [(4, True), (None, False), ({"skip": True}, False), ({"does-not-apply": True}, True)]
)
def test_a_skip_is_no_answer(draft: Any, answered: bool) -> None:
    assert has_answers(ONE_OF_EACH, {QUESTIONS["scale"].key: draft}) is answered


@pytest.mark.parametrize(
    ("drafts", "occasion", "keys"),
    [
        ({"calm.before": 2}, "before", ["calm.before"]),
        ({"calm.before": 2, "calm.after": 4}, "before", ["calm.before"]),
        ({"calm.before": 2, "calm.after": 4}, "after", ["calm.before", "calm.after"]),
        ({"calm.before": "torn", "calm.after": 4}, "after", ["calm.after"]),
        ({"calm.before": {"skip": True}, "calm.after": 4}, "after", ["calm.after"]),
        ({"calm.after": 4}, "after", ["calm.after"]),
    ],
    ids=["the first alone", "the first again", "both", "an unfinished first", "a skipped first", "the second alone"],
)
def test_a_second_occasion_takes_the_first_along_and_a_first_stands_alone(
    drafts: dict[str, Any], occasion: str, keys: list[str]
) -> None:
    answers = answers_up_to(before_and_after(), drafts, occasion)
    assert [question.key for question in answers.questions] == keys
