"""From answers to means: turned round, with the edges of "enough" on the page."""

from fractions import Fraction

import pytest
from _content_samples import TEA, TWICE, loaded
from hypothesis import given
from hypothesis import strategies as st

import workshop_helpers as wh
from workshop_helpers.formats.base import DOES_NOT_APPLY

WARM, FORGET, COUNT = "warm-the-pot", "forget-the-tea", "count-the-minutes"


def care(given_answers):
    return wh.score(wh.Answers(loaded(), given_answers))["care"]


@pytest.mark.parametrize(
    ("given_answers", "mean"),
    [
        # FORGET is reversed: 1 counts as 5, 2 as 4
        ({WARM: 1, FORGET: 5, COUNT: 1}, 1),
        ({WARM: 5, FORGET: 1, COUNT: 5}, 5),
        ({WARM: 3, FORGET: 3, COUNT: 3}, 3),
        ({WARM: 4, FORGET: 2, COUNT: 5}, Fraction(13, 3)),
        # two of three are two thirds, one of three is not
        ({WARM: 4, COUNT: 5}, Fraction(9, 2)),
        ({FORGET: 2, COUNT: 5}, Fraction(9, 2)),
        ({WARM: 4}, None),
        ({}, None),
        # what does not apply was not asked: one of two is too few, two of two are all
        ({WARM: 4, COUNT: 5, FORGET: DOES_NOT_APPLY}, Fraction(9, 2)),
        ({WARM: 4, FORGET: DOES_NOT_APPLY}, None),
    ],
)
def test_a_mean_needs_two_thirds_of_what_applies(given_answers, mean):
    assert care(given_answers).mean == mean


def test_a_score_says_how_much_of_it_was_answered():
    score = care({WARM: 4, FORGET: DOES_NOT_APPLY})

    assert (score.answered, score.of, score.span) == (1, 2, 4)


def test_a_scale_from_nought_is_turned_round_within_itself():
    reversed_ten = TEA.replace('scale = "zero-to-ten"', 'scale = "zero-to-ten"\nsubscale = "joy"\nreversed = true')
    joy = '[[subscales]]\nid = "joy"\ntitle = "Joy"\nserves = "a"\ncosts = "b"\nexperiment = "c"\n'
    assessment = loaded(reversed_ten.replace('kind = "highest-and-lowest"', 'kind = "note"\ntext = "x"') + joy)

    scores = wh.score(wh.Answers(assessment, {"enjoyment": 3}))

    assert (scores["joy"].mean, scores["joy"].span) == (Fraction(7), 10)


def test_each_view_is_scored_by_itself():
    scores = wh.score(wh.Answers(loaded(TWICE), {"quiet.me": 5, "noise.me": 1, "quiet.others": 2, "noise.others": 2}))

    assert (scores["room", "me"].mean, scores["room", "others"].mean) == (Fraction(5), Fraction(3))


points = st.integers(1, 5)
sheets = st.fixed_dictionaries({}, optional={WARM: points, FORGET: points | st.just(DOES_NOT_APPLY), COUNT: points})


@given(sheet=sheets)
def test_a_mean_lies_within_the_scale_and_is_the_same_each_time(sheet):
    before = dict(sheet)

    score = care(sheet)

    assert score.mean is None or 1 <= score.mean <= 5
    assert score.mean == care(sheet).mean
    assert sheet == before


@given(sheet=sheets)
def test_turning_every_answer_and_every_item_round_changes_nothing(sheet):
    turned_items = (
        TEA.replace("reversed = true\n", "")
        .replace(f'id = "{WARM}"', f'id = "{WARM}"\nreversed = true')
        .replace(f'id = "{COUNT}"', f'id = "{COUNT}"\nreversed = true')
    )
    turned = {key: 6 - value if isinstance(value, int) else value for key, value in sheet.items()}

    assert wh.score(wh.Answers(loaded(turned_items), turned))["care"].mean == care(sheet).mean


@given(sheet=sheets)
def test_scores_print_nothing(sheet):
    answers = wh.Answers(loaded(), sheet)

    assert repr(wh.score(answers)) == "<Scores: private>"
    assert repr(wh.score(answers)["care"]) == "<Score: private>"
