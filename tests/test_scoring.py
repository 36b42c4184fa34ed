"""From answers to means and private words: by whole rules, with the edges of every rule on the page."""

from fractions import Fraction

import pytest
from _content_samples import TEA, TWICE, loaded
from hypothesis import given
from hypothesis import strategies as st

import workshop_helpers as wh
from workshop_helpers.answers import DOES_NOT_APPLY
from workshop_helpers.scoring import NOT_ENOUGH, TRUST_YOURSELF

WARM, FORGET, COUNT, POUR = "warm-the-pot", "forget-the-tea", "count-the-minutes", "pour-for-others"
KINDS = ("lean", "highest-and-lowest", "variety", "most-points", "note")


def care(given_answers):
    return wh.score(wh.Answers(loaded(), given_answers))["care"]


def paragraph(kind, given_answers):
    """What one kind of rule says about some answers to the tea assessment."""
    return wh.feedback(wh.Answers(loaded(), given_answers))[KINDS.index(kind)]


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

    assert (scores["joy"].mean, scores["joy"].span) == (7, 10)


def test_each_view_is_scored_by_itself():
    scores = wh.score(wh.Answers(loaded(TWICE), {"quiet.me": 5, "noise.me": 1, "quiet.others": 2, "noise.others": 2}))

    assert (scores["room", "me"].mean, scores["room", "others"].mean) == (5, 3)


LEAN = [
    # care's answers, company's answer, the whole paragraph
    (
        {WARM: 4, FORGET: 2, COUNT: 5, POUR: 4},  # a third of a point apart
        "Today your answers were about even between “Care” and “Company”. Care serves the taste. Company serves the "
        "mood. If you want an experiment: warm the pot once.",
    ),
    (
        {WARM: 4, COUNT: 5, POUR: 4},  # exactly half a point
        "Today your answers leaned toward “Care” rather than “Company”. Care serves the taste. It can cost time. "
        "If you want an experiment: pour for somebody.",
    ),
    (
        {WARM: 5, COUNT: 5, POUR: 4},  # exactly one point
        "Today your answers leaned toward “Care” rather than “Company”. Care serves the taste. It can cost time. "
        "If you want an experiment: pour for somebody.",
    ),
    (
        {WARM: 4, COUNT: 5, POUR: 3},  # one and a half
        "Today your answers leaned clearly toward “Care” rather than “Company”. Care serves the taste. It can cost "
        "time. If you want an experiment: pour for somebody.",
    ),
    (
        {WARM: 4, COUNT: 3, POUR: 4},  # exactly half a point the other way
        "Today your answers leaned toward “Company” rather than “Care”. Company serves the mood. It can cost quiet. "
        "If you want an experiment: warm the pot once.",
    ),
    (
        {WARM: 1, COUNT: 1, POUR: 5},
        "Today your answers leaned clearly toward “Company” rather than “Care”. Company serves the mood. It can cost "
        "quiet. If you want an experiment: warm the pot once.",
    ),
    ({WARM: 1, COUNT: 1}, NOT_ENOUGH),
    ({POUR: 5}, NOT_ENOUGH),
    ({}, NOT_ENOUGH),
]


@pytest.mark.parametrize(("given_answers", "words"), LEAN)
def test_a_lean_is_worded_in_three_bands(given_answers, words):
    assert paragraph("lean", given_answers) == words


@pytest.mark.parametrize(
    ("given_answers", "words"),
    [
        (
            {WARM: 4, COUNT: 5, POUR: 2},
            "Today your answers were highest on “Care” (4.5) and lowest on “Company” (2.0). Care serves the taste. "
            "It can cost time. If you want an experiment: pour for somebody.",
        ),
        (
            {WARM: 4, COUNT: 4, POUR: 4},
            "Today your answers were about even across all parts. If one of them matters to you now, start there.",
        ),
        ({POUR: 4}, NOT_ENOUGH),
    ],
)
def test_only_the_highest_and_the_lowest_part_are_named(given_answers, words):
    assert paragraph("highest-and-lowest", given_answers) == words


@pytest.mark.parametrize(
    ("given_answers", "words"),
    [
        ({"today": "green", "tomorrow": "green"}, "You used one drink. Both are fine."),
        ({"today": "green", "tomorrow": "black"}, "You used 2 different drinks. Both are fine."),
        ({"today": DOES_NOT_APPLY, "tomorrow": "black"}, "You used one drink. Both are fine."),
        ({"today": DOES_NOT_APPLY}, NOT_ENOUGH),
        ({}, NOT_ENOUGH),
    ],
)
def test_different_options_are_counted(given_answers, words):
    assert paragraph("variety", given_answers) == words


@pytest.mark.parametrize(
    ("given_answers", "words"),
    [
        ({"budget": {"green": 10}}, "You gave the most points to “Green”. Coins are only coins."),
        (
            {"budget": {"green": 5, "herbs": 5}},
            "You gave the most points to “Green” and “Herbs”. Coins are only coins.",
        ),
        ({}, NOT_ENOUGH),
    ],
)
def test_the_options_with_the_most_points_are_named(given_answers, words):
    assert paragraph("most-points", given_answers) == words


@pytest.mark.parametrize(
    ("me", "others", "words"),
    [
        (2, 4, "You allow others more."),
        (4, 2, "You allow yourself more."),
        (3, 3, "About the same for both."),
        (None, 3, NOT_ENOUGH),
    ],
)
def test_two_views_are_compared_with_each_other(me, others, words):
    given_answers = {"quiet.me": me, "noise.me": me and 6 - me, "quiet.others": others, "noise.others": 6 - others}

    assert wh.feedback(wh.Answers(loaded(TWICE), given_answers)) == (words, TRUST_YOURSELF)


@pytest.mark.parametrize(("difference", "words"), [(1, "You allow others more."), (0, "About the same for both.")])
def test_half_a_point_between_views_is_worded_and_less_is_not(difference, words):
    given_answers = {"quiet.me": 3, "noise.me": 3, "quiet.others": 3 + difference, "noise.others": 3}

    assert wh.feedback(wh.Answers(loaded(TWICE), given_answers))[0] == words


def test_of_two_occasions_the_feedback_is_about_the_later_one():
    twice_asked = TEA + '[[occasions]]\nid = "before"\ntitle = "Before"\n[[occasions]]\nid = "after"\ntitle = "After"\n'
    assessment = loaded(twice_asked)
    before = {f"{WARM}.before": 1, f"{COUNT}.before": 1, f"{POUR}.before": 5, "budget.before": {"green": 10}}
    after = {f"{WARM}.after": 5, f"{COUNT}.after": 5, f"{POUR}.after": 1, "budget.after": {"black": 10}}

    both = wh.feedback(wh.Answers(assessment, before | after))
    later = wh.feedback(wh.Answers(assessment, after, occasion="after"))

    assert both[0] == (
        "Today your answers leaned clearly toward “Care” rather than “Company”. Care serves the taste. It can cost "
        "time. If you want an experiment: pour for somebody."
    )
    assert both[3] == "You gave the most points to “Black”. Coins are only coins."
    assert (both[0], both[1], both[3]) == (later[0], later[1], later[3])


def test_the_last_word_belongs_to_the_person():
    assert wh.feedback(wh.Answers(loaded(), {}))[-2:] == ("Tea is only tea.", TRUST_YOURSELF)


points = st.integers(1, 5)
sheets = st.fixed_dictionaries({}, optional={WARM: points, FORGET: points | st.just(DOES_NOT_APPLY), COUNT: points})


@given(sheet=sheets)
def test_a_mean_lies_within_the_scale_and_says_the_same_each_time(sheet):
    before = dict(sheet)

    score = care(sheet)

    assert score.mean is None or 1 <= score.mean <= 5
    assert score.mean == care(sheet).mean
    assert sheet == before
    assert wh.feedback(wh.Answers(loaded(), sheet)) == wh.feedback(wh.Answers(loaded(), sheet))


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
def test_scores_and_feedback_print_nothing(sheet):
    answers = wh.Answers(loaded(), sheet)

    assert repr(answers) == "<Answers: private>"
    assert repr(wh.score(answers)) == "<Scores: private>"
    assert repr(wh.score(answers)["care"]) == "<Score: private>"
