"""One person's answers: skips, what does not apply, and that a refusal says everything except what was given.

What an answer of each format can be is in the tests of the formats.
"""

import json
import secrets
from collections.abc import Mapping

import pytest
from _content_samples import TWICE, loaded
from hypothesis import given, settings
from hypothesis import strategies as st

import workshop_helpers as wh
from workshop_helpers.answers import read_answer
from workshop_helpers.errors import AnswerError, AnswerReason
from workshop_helpers.formats.base import DOES_NOT_APPLY
from workshop_helpers.pooling.contribution import contribution

TEA = loaded()
QUESTIONS = {question.key: question for question in TEA.questions()}
CANARY = "zebra-4417"


@pytest.mark.parametrize("key", QUESTIONS)
def test_any_question_can_be_skipped(key):
    assert wh.Answers(TEA, {key: None})[key] is None
    assert wh.Answers(TEA, {})[key] is None


@pytest.mark.parametrize("key", ["forget-the-tea", "today"])
def test_does_not_apply_is_an_answer_where_it_is_offered(key):
    assert wh.Answers(TEA, {key: DOES_NOT_APPLY})[key] == DOES_NOT_APPLY


@pytest.mark.parametrize("key", [key for key, q in QUESTIONS.items() if not q.item.does_not_apply and not q.own_words])
def test_does_not_apply_is_no_answer_elsewhere(key):
    with pytest.raises(AnswerError) as caught:
        wh.Answers(TEA, {key: DOES_NOT_APPLY})

    assert caught.value.key == key


def test_an_answer_to_no_question_is_refused_without_repeating_its_name():
    with pytest.raises(AnswerError) as caught:
        wh.Answers(loaded(TWICE), {CANARY: 3})

    assert caught.value.reason is AnswerReason.UNKNOWN_ITEM
    assert str(caught.value) == (
        "Item '?': no such item in 'twice'. Its items are: quiet.me, quiet.others, noise.me, noise.others."
    )


def test_only_numbers_count_as_points():
    answers = wh.Answers(TEA, {"warm-the-pot": 4, "forget-the-tea": DOES_NOT_APPLY, "today": "green"})

    assert [answers.point(key) for key in ("warm-the-pot", "forget-the-tea", "today", "enjoyment")] == [
        4,
        None,
        None,
        None,
    ]


SHAPES = [CANARY, [CANARY], {CANARY: 10}, {"green": CANARY}, {CANARY}, (CANARY,), [[CANARY]], CANARY.encode()]


@pytest.mark.parametrize("key", [key for key in QUESTIONS if key != "memory"])
@pytest.mark.parametrize("raw", SHAPES, ids=repr)
def test_a_refusal_never_repeats_what_was_given(key, raw):
    with pytest.raises(AnswerError) as caught:
        wh.Answers(TEA, {key: raw})

    error = caught.value
    assert CANARY not in f"{error} {error!r} {vars(error)} {error.__cause__!r} {error.__context__!r}"


scalars = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.binary(max_size=3)
    | st.sampled_from(["green", "black", "herbs", DOES_NOT_APPLY, 10**400])
)  # fmt: skip
anything = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(st.sampled_from(["green", "black", "herbs"]) | st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=6,
)
options = st.sampled_from(["green", "black", "herbs"])
FITTING = {
    "scale": st.integers(0, 10),
    "choice": options,
    "choices": st.lists(options, max_size=2, unique=True),
    "ranking": st.permutations(["green", "black", "herbs"]),
    "points": st.integers(0, 10).map(lambda points: {"green": points, "herbs": 10 - points}),
    "text": st.text(max_size=20),
}


@st.composite
def sheets(draw):
    """A sheet of answers by somebody who sometimes fits the format and sometimes does not."""
    return {
        key: draw(FITTING[question.item.format] | anything)
        for key, question in QUESTIONS.items()
        if draw(st.booleans())
    }


@given(sheet=sheets())
@settings(max_examples=200)
def test_each_answer_is_refused_in_words_or_taken_as_the_form_would_give_it(sheet):
    for key, raw in sheet.items():
        try:
            taken = read_answer(QUESTIONS[key], raw)
        except AnswerError:
            continue
        sent_again = json.loads(json.dumps(dict(taken) if isinstance(taken, Mapping) else taken))
        assert read_answer(QUESTIONS[key], sent_again) == taken


@given(sheet=sheets())
@settings(max_examples=100)
def test_whatever_is_accepted_scores_contributes_and_pools(sheet):
    accepted = {}
    for key, raw in sheet.items():
        try:
            read_answer(QUESTIONS[key], raw)
        except AnswerError:
            continue
        accepted[key] = raw
    answers = wh.Answers(TEA, accepted)
    pool = wh.Pool(TEA, seats=8)
    for _ in range(8):
        pool.submit(secrets.token_bytes(16), contribution(answers))

    wh.score(answers)

    assert all(isinstance(paragraph, str) for paragraph in wh.feedback_for(answers))
    assert all(sum(table.high) >= 8 >= sum(table.low) for table in pool.reveal().tables)
