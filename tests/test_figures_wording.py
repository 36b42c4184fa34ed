import re

import pytest
from _figure_samples import camps, release, together
from brute_force import groups_of

from workshop_helpers.figures import figure
from workshop_helpers.figures.wording import about, most_answers
from workshop_helpers.pooling.policy import POLICIES


@pytest.mark.parametrize(
    ("people", "policy", "sentence"),
    [
        (6, "small-circle", "6 people, in bands of three or four people: 4–6 means somewhere from 4 to 6."),
        (8, "room", "8 people, in bands of at least four people: 5–8 means somewhere from 5 to 8."),
        (24, "room", "24 people, in bands of at least four people: 5–9 means somewhere from 5 to 9."),
        (12, "light", "12 people, in exact counts."),
    ],
)
def test_the_policy_is_said_in_words_with_a_band_from_the_picture(people, policy, sentence):
    assert about(release("listening", people, policy)) == sentence


def test_a_picture_of_lowest_bands_only_explains_the_lowest():
    picture = release("one-choice", 8, shape=lambda n, p, _: [2, 2, 2, 2, 0, 0, 0])
    assert about(picture) == "8 people, in bands of at least four people: 0–4 means somewhere from 0 to 4."


def test_alt_text_says_what_the_picture_shows():
    picture = release("one-choice", 24, shape=together)
    assert figure(picture).alt_text == (
        "“How would you say it?”, drawn as a bar for each option. "
        "24 people, in bands of at least four people: 20–24 means somewhere from 20 to 24. "
        "What would you do first? The most answers: “say it gently now”. The table has every number."
    )


def test_alt_text_says_only_what_is_certain():
    text = figure(release("twice", 24, shape=camps, occasion="after")).alt_text
    assert (
        "I notice when I have started composing my reply. (After) The most answers: “almost never” or “almost always”."
        in text
    )
    even = release("one-choice", 24, shape=lambda n, p, _: [4, 4, 4, 4, 4, 4, 0])
    assert "What would you do first? No option certainly has the most answers." in figure(even).alt_text


def test_alt_text_says_when_people_are_invented():
    assert figure(release("one-choice", 24, made_up=True)).alt_text.startswith(
        "Made-up group: these people are invented. “How would you say it?”, drawn as a bar"
    )


@pytest.mark.parametrize("name", ["listening", "long", "views", "points"])
def test_alt_text_has_a_length_that_can_be_listened_to(name):
    text = figure(release(name, 24)).alt_text
    assert 80 < len(text) <= 1000
    assert text.endswith(("The table has every number.", "are in the table, which has every number."))


@pytest.mark.parametrize(
    ("people", "policy"),
    [(6, "small-circle"), (7, "small-circle"), (8, "room"), (11, "room"), (12, "room"), (14, "room")],
)
def test_the_options_that_are_said_to_have_the_most_answers_have_them_in_every_group_behind_the_picture(people, policy):
    said = set()
    for *answers, skipped in groups_of(people, 4).tolist():
        bounds = [POLICIES[policy].bounds(count, people) for count in (*answers, skipped)]
        low, high = zip(*bounds, strict=True)
        sentence = most_answers("Asked.", ("a", "b", "c"), low, high)
        leading = {option for option, count in zip("abc", answers, strict=True) if count == max(answers)}
        named = set(re.findall("“(.)”", sentence))
        assert leading <= named or sentence == "Asked. No option certainly has the most answers."
        said.add(len(named))
    assert said >= {0, 1}
