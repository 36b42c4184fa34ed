"""What an answer can be, for every format, and that a refusal says everything except what was given."""

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
from workshop_helpers.formats.text import LONGEST_TEXT
from workshop_helpers.pooling.contribution import contribution

TEA = loaded()
QUESTIONS = {question.key: question for question in TEA.questions()}
CANARY = "zebra-4417"

SKIP = " To skip the item, leave it out."
POINT = f"Item 'warm-the-pot': the answer must be a whole number from 1 to 5.{SKIP}"
OPTION = f"Item 'today': the answer must be one of 'green', 'black', 'herbs'.{SKIP}"
SOME = (
    "Item 'at-home': the answer must be a list of options, at most 2 of them, none twice; they are 'green', 'black', "
    f"'herbs'.{SKIP}"
)
ORDER = (
    "Item 'favourites': the answer must be a list of all options in order, each once; they are 'green', 'black', "
    f"'herbs'.{SKIP}"
)
COINS = f"Item 'budget': whole points from 0 up, 10 in all, shared out over 'green', 'black', 'herbs'.{SKIP}"
WORDS = f"Item 'memory': the answer must be text of at most 5000 characters.{SKIP}"

ACCEPTED = [
    # question, what was given, what it is taken for
    ("warm-the-pot", 1, 1),
    ("warm-the-pot", 5, 5),
    ("warm-the-pot", None, None),
    ("forget-the-tea", DOES_NOT_APPLY, DOES_NOT_APPLY),
    ("enjoyment", 0, 0),
    ("enjoyment", 10, 10),
    ("today", "green", "green"),
    ("today", DOES_NOT_APPLY, DOES_NOT_APPLY),
    ("at-home", [], ()),
    ("at-home", ["herbs", "green"], ("green", "herbs")),
    ("at-home", ("black",), ("black",)),
    ("favourites", ["herbs", "green", "black"], ("herbs", "green", "black")),
    ("budget", {"green": 10}, {"green": 10, "black": 0, "herbs": 0}),
    ("budget", {"herbs": 1, "green": 4, "black": 5}, {"green": 4, "black": 5, "herbs": 1}),
    ("memory", "A cold morning.", "A cold morning."),
    ("memory", "  warm  ", "warm"),
    ("memory", "x" * LONGEST_TEXT, "x" * LONGEST_TEXT),
    ("memory", "   ", None),
    ("memory", "", None),
]

REFUSED = [
    # question, what was given, the kind of fault, the whole message
    ("warm-the-pot", 0, AnswerReason.OUT_OF_RANGE, POINT),
    ("warm-the-pot", 6, AnswerReason.OUT_OF_RANGE, POINT),
    ("warm-the-pot", 10**400, AnswerReason.OUT_OF_RANGE, POINT),
    ("warm-the-pot", -(10**400), AnswerReason.OUT_OF_RANGE, POINT),
    ("warm-the-pot", True, AnswerReason.WRONG_TYPE, POINT),
    ("warm-the-pot", 3.0, AnswerReason.WRONG_TYPE, POINT),
    ("warm-the-pot", float("nan"), AnswerReason.WRONG_TYPE, POINT),
    ("warm-the-pot", float("inf"), AnswerReason.WRONG_TYPE, POINT),
    ("warm-the-pot", "3", AnswerReason.WRONG_TYPE, POINT),
    ("warm-the-pot", [3], AnswerReason.WRONG_TYPE, POINT),
    ("warm-the-pot", DOES_NOT_APPLY, AnswerReason.WRONG_TYPE, POINT),
    ("today", "Green", AnswerReason.NOT_AN_OPTION, OPTION),
    ("today", "", AnswerReason.NOT_AN_OPTION, OPTION),
    ("today", 1, AnswerReason.WRONG_TYPE, OPTION),
    ("today", ["green"], AnswerReason.WRONG_TYPE, OPTION),
    ("today", b"green", AnswerReason.WRONG_TYPE, OPTION),
    ("at-home", "green", AnswerReason.WRONG_TYPE, SOME),
    ("at-home", {"green"}, AnswerReason.WRONG_TYPE, SOME),
    ("at-home", [["green"]], AnswerReason.WRONG_TYPE, SOME),
    ("at-home", [None], AnswerReason.WRONG_TYPE, SOME),
    ("at-home", ["coffee"], AnswerReason.NOT_AN_OPTION, SOME),
    ("at-home", ["green", "green"], AnswerReason.TWICE, SOME),
    ("at-home", ["green", "black", "herbs"], AnswerReason.TOO_MANY, SOME),
    ("at-home", DOES_NOT_APPLY, AnswerReason.WRONG_TYPE, SOME),
    ("favourites", ["green", "black"], AnswerReason.INCOMPLETE, ORDER),
    ("favourites", [], AnswerReason.INCOMPLETE, ORDER),
    ("favourites", ["green", "black", "black"], AnswerReason.TWICE, ORDER),
    ("favourites", ["green", "black", "coffee"], AnswerReason.NOT_AN_OPTION, ORDER),
    ("favourites", {"green": 1}, AnswerReason.WRONG_TYPE, ORDER),
    ("budget", {"green": 9}, AnswerReason.INCOMPLETE, COINS),
    ("budget", {}, AnswerReason.INCOMPLETE, COINS),
    ("budget", {"green": 11, "black": -1}, AnswerReason.OUT_OF_RANGE, COINS),
    ("budget", {"green": 10**400}, AnswerReason.OUT_OF_RANGE, COINS),
    ("budget", {"coffee": 10}, AnswerReason.NOT_AN_OPTION, COINS),
    ("budget", {3: 10}, AnswerReason.NOT_AN_OPTION, COINS),
    ("budget", {"green": 10.0}, AnswerReason.WRONG_TYPE, COINS),
    ("budget", {"green": True, "black": 9}, AnswerReason.WRONG_TYPE, COINS),
    ("budget", {"green": float("nan")}, AnswerReason.WRONG_TYPE, COINS),
    ("budget", [("green", 10)], AnswerReason.WRONG_TYPE, COINS),
    ("memory", 3, AnswerReason.WRONG_TYPE, WORDS),
    ("memory", ["warm"], AnswerReason.WRONG_TYPE, WORDS),
    ("memory", "x" * (LONGEST_TEXT + 1), AnswerReason.TOO_LONG, WORDS),
]


@pytest.mark.parametrize(("key", "raw", "taken"), ACCEPTED)
def test_what_the_form_lets_through_is_accepted(key, raw, taken):
    assert wh.Answers(TEA, {key: raw})[key] == taken


@pytest.mark.parametrize(("key", "raw", "reason", "message"), REFUSED)
def test_what_the_form_would_not_let_through_is_refused(key, raw, reason, message):
    with pytest.raises(AnswerError) as caught:
        wh.Answers(TEA, {key: raw})

    assert (caught.value.key, caught.value.reason, str(caught.value)) == (key, reason, message)


def test_an_answer_to_no_question_is_refused_without_repeating_its_name():
    with pytest.raises(AnswerError) as caught:
        wh.Answers(loaded(TWICE), {CANARY: 3})

    assert caught.value.reason is AnswerReason.UNKNOWN_ITEM
    assert str(caught.value) == (
        "Item '?': no such item in 'twice'. Its items are: quiet.me, quiet.others, noise.me, noise.others."
    )


def test_a_question_left_out_was_skipped():
    assert wh.Answers(TEA, {})["today"] is None


def test_only_numbers_count_as_points():
    answers = wh.Answers(TEA, {"warm-the-pot": 4, "forget-the-tea": DOES_NOT_APPLY, "today": "green"})

    assert [answers.point(key) for key in ("warm-the-pot", "forget-the-tea", "today", "enjoyment")] == [
        4,
        None,
        None,
        None,
    ]


def test_points_cannot_be_changed_after_they_were_given():
    given_points = {"green": 10}
    answers = wh.Answers(TEA, {"budget": given_points})
    given_points["green"] = 0

    with pytest.raises(TypeError):
        answers["budget"]["green"] = 3
    assert answers["budget"]["green"] == 10


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
