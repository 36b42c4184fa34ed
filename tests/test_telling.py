"""From answers to private words: whole paragraphs, with the edges of every rule on the page."""

import pytest
from _content_samples import TEA, TWICE, loaded
from hypothesis import given
from hypothesis import strategies as st

import workshop_helpers as wh
from workshop_helpers.answers import DOES_NOT_APPLY
from workshop_helpers.content import Share
from workshop_helpers.telling import NOT_ENOUGH, TRUST_YOURSELF

WARM, FORGET, COUNT, POUR = "warm-the-pot", "forget-the-tea", "count-the-minutes", "pour-for-others"


def paragraph(kind, given_answers):
    """What one kind of rule says about some answers to the tea assessment."""
    tea = loaded()
    rules = tuple(rule for rule in tea.feedback if rule.kind == kind)
    return wh.feedback(wh.Answers(tea.model_copy(update={"feedback": rules}), given_answers))[0]


def told(assessment, rule, given_answers, occasion=None):
    """What one rule says about some answers to an assessment of which it is the only rule."""
    alone = assessment.model_copy(update={"feedback": (rule,)})
    return wh.feedback(wh.Answers(alone, given_answers, occasion))[0]


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


def test_where_every_option_got_the_same_none_is_said_to_have_the_most():
    nine_coins = loaded(TEA.replace("total = 10", "total = 9").replace('6 to 10", up-to = 10', '6 to 9", up-to = 9'))
    rule = next(rule for rule in nine_coins.feedback if rule.kind == "most-points")

    words = told(nine_coins, rule, {"budget": {"green": 3, "black": 3, "herbs": 3}})

    assert words == "You gave the same number of points to each."


@pytest.mark.parametrize(
    ("among", "words"),
    [
        (("green", "black"), "Of the 9 points you gave to “Green” and “Black”, 7 went to “Green”. So much for tea."),
        (("green", "black", "herbs"), "You gave 7 of the 10 points to “Green”. So much for tea."),
    ],
)
def test_a_share_names_what_it_is_a_share_of_unless_that_is_everything(among, words):
    rule = Share(kind="share", item="budget", option="green", among=among, text="So much for tea.")

    assert told(loaded(), rule, {"budget": {"green": 7, "black": 2, "herbs": 1}}) == words


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
def test_the_same_answers_give_the_same_words(sheet):
    assert wh.feedback(wh.Answers(loaded(), sheet)) == wh.feedback(wh.Answers(loaded(), sheet))
