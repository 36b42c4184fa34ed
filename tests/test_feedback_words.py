"""From answers to private words: whole paragraphs, with the edges of every rule on the page."""

from itertools import pairwise

import pytest
from _content_samples import TEA, TWICE, loaded
from hypothesis import given
from hypothesis import strategies as st

import workshop_helpers as wh
from workshop_helpers.content.rules.before_and_after import FIRST_TIME
from workshop_helpers.feedback.words import NOT_ENOUGH, TRUST_YOURSELF
from workshop_helpers.formats.base import DOES_NOT_APPLY

WARM, FORGET, COUNT, POUR = "warm-the-pot", "forget-the-tea", "count-the-minutes", "pour-for-others"


def paragraph(kind, given_answers):
    """What one kind of rule says about some answers to the tea assessment."""
    tea = loaded()
    rules = tuple(rule for rule in tea.feedback if rule.kind == kind)
    return wh.feedback_for(wh.Answers(tea.model_copy(update={"feedback": rules}), given_answers))[0]


def told(rule, given_answers, text=TEA, occasion=None):
    """What one rule, the lines of its TOML table, says about some answers to an assessment."""
    assessment = loaded(f"{text}[[feedback]]\n{rule}\n")
    alone = assessment.model_copy(update={"feedback": assessment.feedback[-1:]})
    return wh.feedback_for(wh.Answers(alone, given_answers, occasion))[0]


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
        (
            {"budget": {"green": 4, "black": 3, "herbs": 3}},
            "You gave the most points to “Green”. Coins are only coins.",
        ),
        ({}, NOT_ENOUGH),
    ],
)
def test_the_options_with_the_most_points_are_named(given_answers, words):
    assert paragraph("most-points", given_answers) == words


# The tea, with a second list of points and a second ranking.
TWO_LISTS = (
    TEA
    + """
[[items]]
id = "given"
text = "Share out ten coins again, as you would pour for others."
format = "points"
options = "drinks"
total = 10

[[items]]
id = "of-others"
text = "Put them in the order of others."
format = "ranking"
options = "drinks"
"""
)

KINDS = [
    # a rule, answers, the whole paragraph
    ("means", {WARM: 4, COUNT: 5, POUR: 2}, "Today, from 1 to 5: “Care” 4.5, “Company” 2.0. So."),
    ("means", {WARM: 4, COUNT: 5}, "Today, from 1 to 5: “Care” 4.5. So."),  # a part with too few answers is left out
    ("means", {WARM: 4, FORGET: 1, COUNT: 5}, "Today, from 1 to 5: “Care” 4.7. So."),  # turned round: 1 counts as 5
    ("means", {}, NOT_ENOUGH),
    ("spread", {WARM: 5, FORGET: 5, COUNT: 3}, "Your highest and your lowest answer on “Care” are 4 points apart. So."),
    ("spread", {WARM: 5, COUNT: 4}, "Your highest and your lowest answer on “Care” are 1 point apart. So."),
    ("spread", {WARM: 5, FORGET: 1}, "All your answers on “Care” were the same. So."),
    ("spread", {WARM: 5}, NOT_ENOUGH),
    ("spread", {WARM: 5, FORGET: DOES_NOT_APPLY}, NOT_ENOUGH),
    ("corner", {WARM: 3, COUNT: 4, POUR: 3}, "Both low."),
    ("corner", {WARM: 4, COUNT: 4, POUR: 3}, "Only the first."),  # a mean of just the split is high
    ("corner", {WARM: 3, COUNT: 3, POUR: 4}, "Only the second."),
    ("corner", {WARM: 5, COUNT: 5, POUR: 5}, "Both high."),
    ("corner", {WARM: 5, COUNT: 5}, NOT_ENOUGH),
    ("tally", {"today": "green", "tomorrow": "green"}, "You chose “Green” for 2 of the 2 that you answered. So."),
    ("tally", {"today": "black", "tomorrow": "green"}, "You chose “Green” for 1 of the 2 that you answered. So."),
    ("tally", {"today": "black", "tomorrow": "herbs"}, "You chose “Green” for none of the 2 that you answered. So."),
    (
        "tally",
        {"today": DOES_NOT_APPLY, "tomorrow": "green"},
        "You chose “Green” for the one that you answered. So.",
    ),
    ("tally", {"today": "black"}, "You did not choose “Green” for the one that you answered. So."),
    ("tally", {"today": DOES_NOT_APPLY}, NOT_ENOUGH),
    ("tally", {}, NOT_ENOUGH),
    (
        "share",
        {"budget": {"green": 4, "black": 1, "herbs": 5}},
        "Of the 5 points you gave to “Green” and “Black”, 4 went to “Green”. So.",
    ),
    (
        "share",
        {"budget": {"black": 1, "herbs": 9}},
        "Of the 1 point you gave to “Green” and “Black”, none went to “Green”. So.",
    ),
    ("share", {"budget": {"herbs": 10}}, "You gave no points to “Green” and “Black”. So."),
    ("share", {}, NOT_ENOUGH),
    (
        "share of all",
        {"budget": {"green": 7, "black": 2, "herbs": 1}},
        "You gave 7 of the 10 points to “Green”. So.",
    ),
    ("places", {"budget": {"green": 6, "black": 4}}, "You gave 4 points or more in 2 places. So."),
    ("places", {"budget": {"green": 10}}, "You gave 4 points or more in 1 place. So."),
    ("places of 5", {"budget": {"green": 4, "black": 3, "herbs": 3}}, "You gave 5 points or more in no place. So."),
    ("places", {}, NOT_ENOUGH),
    (
        "overlap",
        {"budget": {"green": 4, "black": 6}, "given": {"green": 1, "black": 5, "herbs": 4}},
        "Your two lists have 6 of 10 points in common. The largest difference is on “Herbs”: 0 in the first, 4 in the "
        "second. So.",
    ),
    (
        "overlap",
        {"budget": {"green": 10}, "given": {"herbs": 10}},
        "Your two lists have 0 of 10 points in common. The largest difference is on “Green”: 10 in the first, 0 in the "
        "second. So.",
    ),
    ("overlap", {"budget": {"green": 10}, "given": {"green": 10}}, "Your two lists are the same. So."),
    ("overlap", {"budget": {"green": 10}}, NOT_ENOUGH),
    ("overlap", {"given": {"green": 10}}, NOT_ENOUGH),
    (
        "two-rankings",
        {"favourites": ["green", "black", "herbs"], "of-others": ["black", "herbs", "green"]},
        "Your two lists differ most on “Green”: place 1 in the first, place 3 in the second. So.",
    ),
    (
        "two-rankings",
        {"favourites": ["green", "black", "herbs"], "of-others": ["green", "black", "herbs"]},
        "Your two lists are the same. So.",
    ),
    ("two-rankings", {"favourites": ["green", "black", "herbs"]}, NOT_ENOUGH),
    (
        "top-of-ranking",
        {"favourites": ["herbs", "green", "black"]},
        "At the top of your list: “Herbs” and “Green”. So.",
    ),
    ("top-of-ranking", {}, NOT_ENOUGH),
    (
        "highest-and-lowest",
        {WARM: 4, COUNT: 5, POUR: 2},
        "Today your answers were highest on “Care” (4.5) and lowest on “Company” (2.0). Care serves the taste. It can "
        "cost time. If you want an experiment: pour for somebody.",
    ),
]
RULES = {
    "means": 'kind = "means"\nsubscales = ["care", "company"]\ntext = "So."',
    "spread": 'kind = "spread"\nsubscale = "care"\ntext = "So."',
    "corner": 'kind = "corner"\nsubscales = ["care", "company"]\nsplit = 4\n'
    'texts = ["Both low.", "Only the first.", "Only the second.", "Both high."]',
    "tally": 'kind = "tally"\noptions = "drinks"\noption = "green"\ntext = "So."',
    "share": 'kind = "share"\nitem = "budget"\noption = "green"\namong = ["green", "black"]\ntext = "So."',
    "share of all": 'kind = "share"\nitem = "budget"\noption = "green"\namong = ["green", "black", "herbs"]\n'
    'text = "So."',
    "places": 'kind = "places"\nitem = "budget"\nat-least = 4\ntext = "So."',
    "places of 5": 'kind = "places"\nitem = "budget"\nat-least = 5\ntext = "So."',
    "overlap": 'kind = "overlap"\nitems = ["budget", "given"]\ntext = "So."',
    "two-rankings": 'kind = "two-rankings"\nitems = ["favourites", "of-others"]\ntext = "So."',
    "top-of-ranking": 'kind = "top-of-ranking"\nitem = "favourites"\nplaces = 2\ntext = "So."',
    "highest-and-lowest": 'kind = "highest-and-lowest"\namong = ["care", "company"]',
}


@pytest.mark.parametrize(("kind", "given_answers", "words"), KINDS, ids=[f"{k}: {w[:50]}" for k, _, w in KINDS])
def test_each_kind_of_rule_has_its_sentence_and_its_edges(kind, given_answers, words):
    assert told(RULES[kind], given_answers, TWO_LISTS) == words


def test_among_leaves_the_other_parts_out():
    third = '[[subscales]]\nid = "calm"\ntitle = "Calm"\nserves = "a."\ncosts = "b."\nexperiment = "c."\n'
    third += '[[items]]\nid = "sit"\ntext = "I sit."\nformat = "scale"\nscale = "how-often"\nsubscale = "calm"\n'
    given_answers = {WARM: 3, COUNT: 3, POUR: 2, "sit": 5}

    assert told(RULES["highest-and-lowest"], given_answers, TEA + third).startswith(
        "Today your answers were highest on “Care” (3.0) and lowest on “Company” (2.0)."
    )


OCCASIONS = '[[occasions]]\nid = "before"\ntitle = "Before"\n[[occasions]]\nid = "after"\ntitle = "After"\n'
COMPARED = 'kind = "before-and-after"\ntext = "So."'


def twice_given(before, after):
    return {f"{name}.before": value for name, value in before.items()} | {
        f"{name}.after": value for name, value in after.items()
    }


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (
            {WARM: 1, FORGET: 2, COUNT: 5, POUR: 3, "enjoyment": 7},
            {WARM: 2, FORGET: 4, COUNT: 4, POUR: 3, "enjoyment": 7},
            "Since the first time, your answers are higher on 2 questions, lower on 1 question and the same on 2 "
            "questions. So.",
        ),
        ({WARM: 1}, {WARM: 1}, "Since the first time, your answers are the same on 1 question. So."),
        (
            {"today": "green", "tomorrow": "black"},
            {"today": "green", "tomorrow": "green"},
            "You changed 1 of 2 choices. So.",
        ),
        (
            {"today": "green", "tomorrow": "black"},
            {"today": "green", "tomorrow": "black"},
            "You changed none of 2 choices. So.",
        ),
        ({"today": "green"}, {"today": "green"}, "You stayed with your choice. So."),
        (
            {"today": "green", WARM: 5},
            {"today": "black", WARM: 4},
            "You changed your choice. Since the first time, your answers are lower on 1 question. So.",
        ),
        ({FORGET: DOES_NOT_APPLY}, {FORGET: 4}, NOT_ENOUGH),
        ({WARM: 1}, {COUNT: 1}, NOT_ENOUGH),
        ({"memory": "a cup"}, {"memory": "another cup"}, NOT_ENOUGH),  # own words are not compared
        ({}, {WARM: 1}, NOT_ENOUGH),
    ],
)
def test_what_changed_between_two_occasions_is_counted(before, after, words):
    assert told(COMPARED, twice_given(before, after), TEA + OCCASIONS) == words


def test_on_the_first_occasion_there_is_nothing_to_compare_yet():
    assert told(COMPARED, {f"{WARM}.before": 3}, TEA + OCCASIONS, "before") == FIRST_TIME


def test_on_the_second_occasion_alone_there_is_nothing_to_compare_with():
    assert told(COMPARED, {f"{WARM}.after": 3}, TEA + OCCASIONS, "after") == NOT_ENOUGH


def test_nothing_is_said_twice():
    assert wh.feedback_for(wh.Answers(loaded(), {})) == (NOT_ENOUGH, "Tea is only tea.", TRUST_YOURSELF)


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

    assert wh.feedback_for(wh.Answers(loaded(TWICE), given_answers)) == (words, TRUST_YOURSELF)


@pytest.mark.parametrize(("difference", "words"), [(1, "You allow others more."), (0, "About the same for both.")])
def test_half_a_point_between_views_is_worded_and_less_is_not(difference, words):
    given_answers = {"quiet.me": 3, "noise.me": 3, "quiet.others": 3 + difference, "noise.others": 3}

    assert wh.feedback_for(wh.Answers(loaded(TWICE), given_answers))[0] == words


def test_of_two_occasions_the_feedback_is_about_the_later_one():
    twice_asked = TEA + '[[occasions]]\nid = "before"\ntitle = "Before"\n[[occasions]]\nid = "after"\ntitle = "After"\n'
    assessment = loaded(twice_asked)
    before = {f"{WARM}.before": 1, f"{COUNT}.before": 1, f"{POUR}.before": 5, "budget.before": {"green": 10}}
    after = {f"{WARM}.after": 5, f"{COUNT}.after": 5, f"{POUR}.after": 1, "budget.after": {"black": 10}}

    both = wh.feedback_for(wh.Answers(assessment, before | after))
    later = wh.feedback_for(wh.Answers(assessment, after, occasion="after"))

    assert both[0] == (
        "Today your answers leaned clearly toward “Care” rather than “Company”. Care serves the taste. It can cost "
        "time. If you want an experiment: pour for somebody."
    )
    assert both[3] == "You gave the most points to “Black”. Coins are only coins."
    assert (both[0], both[1], both[3]) == (later[0], later[1], later[3])


def test_the_last_word_belongs_to_the_person():
    assert wh.feedback_for(wh.Answers(loaded(), {}))[-2:] == ("Tea is only tea.", TRUST_YOURSELF)


points = st.integers(1, 5)
sheets = st.fixed_dictionaries({}, optional={WARM: points, FORGET: points | st.just(DOES_NOT_APPLY), COUNT: points})


def test_the_same_number_everywhere_is_said_in_short():
    even = TEA.replace("total = 10", "total = 9").replace(
        "up-to = 10 }]\nprivate = true", "up-to = 9 }]\nprivate = true"
    )
    rule = 'kind = "most-points"\nitem = "budget"\ntext = "So."'

    said = told(rule, {"budget": {"green": 3, "black": 3, "herbs": 3}}, even)

    assert said == "You gave each of them the same number of points."


OWN = wh.load_workshop().assessments.values()


@given(data=st.data())
def test_whatever_is_answered_there_are_whole_sentences_and_none_twice(data):
    assessment = data.draw(
        st.sampled_from([*OWN, loaded(TWO_LISTS + "".join(f"[[feedback]]\n{r}\n" for r in RULES.values()))])
    )
    occasion = data.draw(st.sampled_from([None, *(side.id for side in assessment.occasions)]))
    sheet = {q.key: value for q in assessment.questions(occasion) if (value := data.draw(an_answer(q))) is not None}

    said = wh.feedback_for(wh.Answers(assessment, sheet, occasion))

    assert len(set(said)) == len(said)
    assert said[-1] == TRUST_YOURSELF
    assert all(words[0].isupper() and words[-1] in ".?”" and "None" not in words for words in said)


def an_answer(question):
    """A way to answer a question, skipping and "does not apply" among them."""
    item, options = question.item, list(question.options)
    match item.format:
        case "scale":
            answer = st.sampled_from(question.scale.values)
        case "choice":
            answer = st.sampled_from(options)
        case "choices":
            answer = st.lists(st.sampled_from(options), unique=True, max_size=item.at_most or len(options))
        case "ranking":
            answer = st.permutations(options)
        case "points":
            cuts = st.lists(st.integers(0, item.total), min_size=len(options) - 1, max_size=len(options) - 1).map(
                sorted
            )
            answer = cuts.map(
                lambda at: dict(zip(options, (b - a for a, b in pairwise([0, *at, item.total])), strict=True))
            )
        case "text":
            answer = st.text(max_size=20)
    return st.none() | answer | st.just(DOES_NOT_APPLY) if item.does_not_apply else st.none() | answer


@given(sheet=sheets)
def test_the_same_answers_give_the_same_words(sheet):
    assert wh.feedback_for(wh.Answers(loaded(), sheet)) == wh.feedback_for(wh.Answers(loaded(), sheet))


def test_of_points_that_went_elsewhere_none_went_to_the_option():
    asked = wh.load_workshop().assessment("where-the-time-goes")
    time = dict.fromkeys(asked.options["uses"], 0) | {"hard": 3, "laughing": 7}
    assert wh.feedback_for(wh.Answers(asked, {"time": time}))[0].startswith(
        "Of the 3 points you gave to “telling something hard”, “going over it again” and “working out what to do”, "
        "none went to “going over it again”."
    )
