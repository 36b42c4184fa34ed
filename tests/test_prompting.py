from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import pytest
from _figure_samples import assessment, camps, release, together
from brute_force import any_of
from brute_force import groups_of as spreads_of
from hypothesis import given, settings
from hypothesis import strategies as st

from workshop_helpers import prompting
from workshop_helpers.content import Prompt
from workshop_helpers.pooling.policy import POLICIES, Policy
from workshop_helpers.pooling.release import Table
from workshop_helpers.pooling.variables import Kind
from workshop_helpers.prompting import certainly_leads, certainly_two_camps, prompts


def table(low: tuple[int, ...], high: tuple[int, ...], n: int, kind: Kind = "ordered") -> Table:
    options = (*(f"option {place}" for place in range(len(low) - 1)), "skipped")
    return Table("item", "item", "An item.", "", "", kind, options, low, high, n)


def picture_of(counts: tuple[int, ...], policy: Policy) -> Table:
    bounds = [policy.bounds(count, sum(counts)) for count in counts]
    return table(tuple(low for low, _ in bounds), tuple(high for _, high in bounds), sum(counts))


def groups_of(people: int, options: int) -> Iterator[tuple[int, ...]]:
    for bars in combinations(range(people + options - 1), options - 1):
        edges = (-1, *bars, people + options - 1)
        yield tuple(edges[place + 1] - edges[place] - 1 for place in range(options))


def leads(counts: tuple[int, ...], place: int) -> bool:
    return all(counts[place] > other for at, other in enumerate(counts) if at != place)


def is_in_two_camps(counts: tuple[int, ...]) -> bool:
    answers = counts[:-1]
    third = len(answers) // 3
    between = answers[third : len(answers) - third]
    return sum(answers[:third]) > max(between) and sum(answers[-third:]) > max(between)


@pytest.mark.parametrize(
    ("people", "options", "policy"),
    [(6, 4, "small-circle"), (7, 4, "small-circle"), (8, 4, "room"), (12, 4, "room"), (12, 6, "room"), (8, 6, "light")],
)
def test_what_is_said_of_a_picture_is_true_of_every_group_behind_it(people, options, policy):
    behind = defaultdict(list)
    for counts in groups_of(people, options):
        behind[picture_of(counts, POLICIES[policy])].append(counts)
    said = 0
    for picture, groups in behind.items():
        leader = certainly_leads(picture)
        if leader is not None:
            said += 1
            assert leader < options - 1
            assert all(leads(counts, leader) for counts in groups)
        if certainly_two_camps(picture):
            said += 1
            assert all(is_in_two_camps(counts) for counts in groups)
    assert said


@pytest.mark.parametrize(("people", "policy"), [(7, "small-circle"), (8, "room"), (11, "room"), (12, "room")])
def test_an_option_to_tick_that_is_said_to_lead_leads_in_every_group_behind_the_picture(people, policy):
    rows, said = any_of(2), 0
    bounds = POLICIES[policy].bounds
    behind = defaultdict(list)
    for group in spreads_of(people, len(rows)):
        one, other = (
            tuple(int(group[[row[place] == bar for row in rows]].sum()) for bar in range(3)) for place in (0, 1)
        )
        behind[tuple(bounds(count, people) for count in (*one, *other))].append((one[0], other[0], one[2]))
    for picture, groups in behind.items():
        tables = []
        for part, bars in (("tea", picture[:3]), ("rest", picture[3:])):
            low, high = zip(*bars, strict=True)
            tables.append(replace(table(low, high, people, "yes-no"), item="month", text="What?", part=part))
        drawn = replace(release("choices", people, policy), tables=tuple(tables))
        for question in prompts(drawn, asked("choices", LEADER)):
            said += 1
            place = ["tea", "rest"].index(question.split("“")[2].split("”")[0])
            assert all(leads(counts, place) for counts in groups)
    assert said


@st.composite
def two_groups_with_one_picture(draw):
    policy = POLICIES[draw(st.sampled_from(["room", "light"]))]
    counts = draw(st.lists(st.integers(0, 40), min_size=3, max_size=8).filter(lambda some: sum(some) >= 8))
    picture, other = picture_of(tuple(counts), policy), list(counts)
    places = st.integers(0, len(counts) - 1)
    for giver, taker in draw(st.lists(st.tuples(places, places), max_size=40)):
        if other[giver] > picture.low[giver] and other[taker] < picture.high[taker]:
            other[giver] -= 1
            other[taker] += 1
    return picture, tuple(other)


@given(two_groups_with_one_picture())
@settings(max_examples=200, deadline=None)
def test_moving_people_within_their_bands_never_makes_a_sentence_false(both):
    picture, counts = both
    assert sum(counts) == picture.n
    leader = certainly_leads(picture)
    assert leader is None or leads(counts, leader)
    assert not certainly_two_camps(picture) or is_in_two_camps(counts)


@pytest.mark.parametrize(
    ("low", "high", "leader"),
    [
        ((0, 8, 4, 0, 0), (3, 11, 7, 3, 3), 1),
        ((0, 8, 8, 0, 0), (3, 11, 11, 3, 3), None),
        ((0, 4, 0, 0, 0), (3, 7, 4, 3, 3), None),
        ((0, 4, 0, 0, 4), (3, 7, 3, 3, 7), None),  # as many may have skipped
        ((0, 0, 0, 0, 20), (3, 3, 3, 3, 24), None),  # skipping never leads
        ((3, 2, 1, 0, 2), (3, 2, 1, 0, 2), 0),
        ((3, 3, 1, 0, 2), (3, 3, 1, 0, 2), None),
    ],
)
def test_an_answer_leads_only_when_its_fewest_are_more_than_any_others_most(low, high, leader):
    assert certainly_leads(table(low, high, 24)) == leader


@pytest.mark.parametrize(
    ("low", "high", "kind", "camps"),
    [
        ((8, 0, 0, 0, 8, 0), (11, 3, 3, 3, 11, 3), "ordered", True),
        ((8, 0, 8, 0, 8, 0), (11, 3, 11, 3, 11, 3), "ordered", False),
        ((8, 0, 0, 0, 0, 0), (11, 3, 3, 3, 3, 3), "ordered", False),
        ((4, 0, 4, 8), (7, 3, 7, 11), "ordered", True),
        ((8, 0, 0, 0, 8, 0), (11, 3, 3, 3, 11, 3), "nominal", False),
        ((8, 8, 0), (11, 11, 3), "ordered", False),
    ],
)
def test_two_camps_need_both_ends_of_a_scale_above_every_point_between(low, high, kind, camps):
    assert certainly_two_camps(table(low, high, 24, kind)) is camps


def asked(name: str, *own: Prompt):
    return assessment(name).model_copy(update={"prompts": own})


LEADER = Prompt(text="On “{item}” most at “{option}”?", when="leader")
CAMPS = Prompt(text="Two ends of “{item}”?", when="two-camps")
ALWAYS = Prompt(text="What fits?")


def test_questions_come_in_the_authors_order_with_the_words_of_the_first_item_they_are_true_of():
    picture = release("listening", 24)
    assert prompts(picture, asked("listening", LEADER, ALWAYS, CAMPS)) == [
        "On “I notice when I have started composing my reply.” most at “rarely”?",
        "What fits?",
    ]


def test_a_question_about_two_camps_is_asked_when_there_are_two():
    picture = release("twice", 24, shape=camps, occasion="after")
    assert prompts(picture, asked("twice", LEADER, CAMPS)) == [
        "Two ends of “I notice when I have started composing my reply. (After)”?"
    ]


def test_of_several_choices_the_leader_is_an_option_and_not_the_lack_of_one():
    picture = release("choices", 24)
    assert prompts(picture, asked("choices", LEADER)) == []
    more = replace(picture.tables[2], low=(16, 4, 0), high=(19, 7, 3))
    ahead = replace(picture, tables=(*picture.tables[:2], more, *picture.tables[3:]))
    assert prompts(ahead, asked("choices", LEADER)) == [
        "On “Which of these could you do this month?” most at “ask a question first”?"
    ]


def test_points_have_no_leader():
    assert prompts(release("points", 24, shape=together), asked("points", LEADER, CAMPS)) == []


def test_braces_in_the_words_of_an_item_stay_as_they_are():
    picture = release("one-choice", 24, shape=together)
    odd = replace(picture, tables=(replace(picture.tables[0], text="{option} or {item}?"),))
    assert prompts(odd, asked("one-choice", LEADER)) == ["On “{option} or {item}?” most at “say it gently now”?"]


def test_there_are_never_more_than_five_questions():
    assert prompts(release("listening", 24), asked("listening", *[ALWAYS] * 9)) == ["What fits?"] * 5


@pytest.mark.parametrize("shape", [camps, together])
@pytest.mark.parametrize(("people", "policy"), [(8, "room"), (24, "room"), (12, "light")])
def test_general_questions_have_no_numbers_and_single_nobody_out(monkeypatch, people, policy, shape):
    monkeypatch.setattr(prompting, "_own_assessment", lambda name: None)
    questions = prompts(release("listening", people, policy, shape))
    assert 3 <= len(questions) <= 5
    for question in questions:
        assert not any(letter.isdigit() for letter in question)
        assert not {"one", "only", "nobody", "everyone", "everybody", "few", "all"} & set(question.lower().split())


def test_the_workshops_own_questions_are_found_by_id(monkeypatch):
    known = {"listening": asked("listening", ALWAYS)}
    monkeypatch.setattr(prompting, "_own_assessment", known.get)
    assert prompts(release("listening", 24)) == ["What fits?"]
    assert prompts(release("one-choice", 24))[0] == "What in this picture is as you expected, and what is not?"


def test_the_same_picture_gives_the_same_questions():
    own = assessment("honest")
    assert prompts(release("honest", 24), own) == prompts(release("honest", 24), own)
