import pytest
from small_assessments import EVERY_FORMAT, choice, small

from workshop_helpers.answers import Answers
from workshop_helpers.errors import PoolError
from workshop_helpers.pooling.contribution import Contribution, contribution
from workshop_helpers.pooling.variables import variables

EVERY = small(*EVERY_FORMAT, policy="light")
PICK = choice()
GIVEN = {
    "walk": 2,
    "favourite": "coffee",
    "cupboard": ["tea"],
    "order": ["water", "tea", "coffee"],
    "budget": {"tea": 20},
    "diary": "Nobody else reads this.",
    "secret": 5,
}


def test_a_contribution_is_one_byte_a_variable_and_nothing_private() -> None:
    assert list(bytes(contribution(Answers(EVERY, GIVEN)))) == [1, 3, 1, 0, 1, 1, 2, 2, 0, 0]


def test_what_is_left_out_is_added_as_skipped() -> None:
    assert list(bytes(contribution(Answers(EVERY, GIVEN), leave_out={"cupboard", "walk"}))) == [
        6, 3, 1, 2, 2, 2, 2, 2, 0, 0,
    ]  # fmt: skip


def test_the_preview_says_in_words_what_would_be_added() -> None:
    lines = contribution(Answers(EVERY, GIVEN)).preview()
    assert [(line.item, line.question, line.option) for line in lines[:4]] == [
        ("walk", "How is it?", "rarely"),
        ("ladder", "How is it?", "skipped"),
        ("favourite", "How is it?", "Coffee"),
        ("cupboard", "How is it? – Tea", "chosen"),
    ]
    assert repr(lines[0]) == "<PreviewLine: private>"
    assert len(lines) == len(variables(EVERY))


@pytest.mark.parametrize(
    "places", [b"", b"\x00\x00", b"\x06", b"\xff", [0], bytearray(1), "a", None, 0], ids=lambda places: repr(places)
)
def test_only_one_place_a_variable_is_taken(places: bytes) -> None:
    with pytest.raises(PoolError) as caught:
        Contribution(PICK, variables(PICK), places)
    assert str(caught.value) == "This does not fit the questions of 'small'. Nothing was added."


def test_a_contribution_says_nothing_about_itself() -> None:
    one = contribution(Answers(PICK, {"pick": "a"}))
    assert (repr(one), str(one), f"{one}") == ("<Contribution: private>",) * 3
