"""The vocabulary itself: what a loaded assessment says about its questions, and that nobody can change it."""

import pytest
from _content_samples import TEA, TWICE, loaded
from pydantic import ValidationError

import workshop_helpers as wh
from workshop_helpers.content import TAKEN, Exercise, Step
from workshop_helpers.formats.base import DOES_NOT_APPLY
from workshop_helpers.pooling.variables import DOES_NOT_APPLY_LABEL, SKIPPED

BEFORE_AND_AFTER = TWICE.replace("[[views]]", "[[occasions]]").replace(
    'kind = "gap-between-views"\nhigher = "You allow others more."\nlower = "You allow yourself more."\n'
    'even = "About the same for both."',
    'kind = "note"\ntext = "Thank you."',
)


def test_an_item_asked_once_is_one_question_under_its_own_name():
    keys = [question.key for question in loaded().questions()]

    assert keys == [item.id for item in loaded().items]


def test_an_item_with_two_views_is_two_questions_side_by_side():
    questions = loaded(TWICE).questions()

    assert [question.key for question in questions] == ["quiet.me", "quiet.others", "noise.me", "noise.others"]
    assert [question.side and question.side.title for question in questions] == ["for me", "for others"] * 2


def test_one_occasion_asks_its_own_questions_only():
    assert [question.key for question in loaded(BEFORE_AND_AFTER).questions("others")] == [
        "quiet.others",
        "noise.others",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (TEA, "There is no occasion of 'tea' called 'me'. There is none."),
        (TWICE, "There is no occasion of 'twice' called 'me'. There is none."),
        (BEFORE_AND_AFTER, "There is no occasion of 'twice' called 'today'. There are: 'me', 'others'."),
    ],
)
def test_an_occasion_that_does_not_exist_is_refused(text, message):
    with pytest.raises(wh.WorkshopError) as caught:
        loaded(text).questions("today" if "today" in message else "me")

    assert str(caught.value) == message


def test_a_question_knows_its_scale_or_its_options():
    by_key = {question.key: question for question in loaded().questions()}

    scale = by_key["warm-the-pot"].scale
    assert scale is not None
    assert list(scale.values) == [1, 2, 3, 4, 5]
    assert dict(by_key["today"].options) == {"green": "Green", "black": "Black", "herbs": "Herbs"}
    assert dict(by_key["memory"].options) == {}


@pytest.mark.parametrize(("seconds", "minutes"), [((60,), 1), ((61,), 2), ((90, 45), 3), ((60, 60), 2)])
def test_an_exercise_takes_whole_minutes_rounded_up(seconds, minutes):
    steps = tuple(Step(title="a", seconds=number, text="b") for number in seconds)

    assert Exercise(id="x", title="x", introduction="x", alone="x", observe="x", steps=steps).minutes == minutes


def test_content_cannot_be_changed_once_it_is_read():
    assessment = loaded()

    with pytest.raises(ValidationError, match="frozen"):
        assessment.policy = "light"
    with pytest.raises(TypeError):
        assessment.scales["how-often"] = assessment.scales["zero-to-ten"]
    with pytest.raises(TypeError):
        assessment.options["drinks"]["green"] = "Coffee"


def test_no_option_can_be_called_like_a_skip():
    assert {SKIPPED, DOES_NOT_APPLY_LABEL, DOES_NOT_APPLY} == set(TAKEN)
