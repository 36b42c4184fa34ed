import pandas as pd
import pytest
from small_assessments import EVERY_FORMAT, small

from workshop_helpers.errors import ContentError, PolicyError
from workshop_helpers.importing.frames import pool_frame
from workshop_helpers.pooling.policy import POLICIES, Policy, choose_policy
from workshop_helpers.pooling.pool import Pool

UNDER_THE_FLOOR = (
    "A policy needs whole numbers: 5 people or more, bands of 1 or of 3 or more, and at least two bands' worth of "
    "people. Raise the numbers."
)
UNKNOWN = "There is no such policy. Choose one of: light, small-circle, room, or make a Policy with a name of its own."
LOOSER = (
    "The author of this self-assessment chose 'room' (bands of at least four people, from eight people). "
    "A facilitator can make that stricter, not looser."
)


@pytest.mark.parametrize(
    ("policy", "people", "bands"),
    [
        ("light", 5, ["0", "1", "2", "3", "4", "5"]),
        ("small-circle", 6, ["0-3", "4-6"]),
        ("small-circle", 7, ["0-3", "4-7"]),
        ("room", 8, ["0-4", "5-8"]),
        ("room", 10, ["0-5", "6-10"]),
        ("room", 11, ["0-3", "4-7", "8-11"]),
        ("room", 12, ["0-4", "5-8", "9-12"]),
        ("room", 19, ["0-3", "4-7", "8-11", "12-15", "16-19"]),
    ],
)
def test_a_count_is_shown_as_a_band(policy: str, people: int, bands: list[str]) -> None:
    bounds = dict.fromkeys(POLICIES[policy].bounds(count, people) for count in range(people + 1))
    assert [str(low) if low == high else f"{low}-{high}" for low, high in bounds] == bands


@pytest.mark.parametrize(
    ("smallest_group", "narrowest"),
    [(4, 1), (8, 0), (8, -1), (8, 2), (7, 4), (0, 1), (8.0, 4), (8, 4.0), (float("nan"), 1), (True, True), ("8", "4")],
)
def test_no_policy_goes_under_the_floors(smallest_group: int, narrowest: int) -> None:
    with pytest.raises(PolicyError) as caught:
        Policy("mine", smallest_group, narrowest, "words")
    assert str(caught.value) == UNDER_THE_FLOOR


def test_the_authors_policy_holds_unless_another_is_asked_for() -> None:
    assert choose_policy("room", None, 12) == POLICIES["room"]


@pytest.mark.parametrize(
    ("author", "wanted", "people"),
    [
        ("light", "room", 12),
        ("light", "small-circle", 6),
        ("room", "small-circle", 7),
        ("room", Policy("mine", 8, 4, "words"), 12),
        ("room", Policy("mine", 20, 5, "words"), None),
    ],
)
def test_a_facilitator_can_make_it_stricter(author: str, wanted: str | Policy, people: int | None) -> None:
    chosen = choose_policy(author, wanted, people)
    assert chosen == (POLICIES[wanted] if isinstance(wanted, str) else wanted)


PRIVATE = "This self-assessment is private: its answers are never put together. Talk about it instead."
SIX_OR_SEVEN = "The policy 'small-circle' is for exactly six or seven people. Use 'room' instead."


@pytest.mark.parametrize(
    ("author", "wanted", "people", "message"),
    [
        ("private", None, 12, PRIVATE),
        ("private", "room", 12, PRIVATE),
        ("private", "small-circle", 6, PRIVATE),
        ("room", "light", 12, LOOSER),
        ("room", Policy("mine", 8, 3, "words"), 12, LOOSER),
        ("room", Policy("mine", 6, 3, "words"), 6, LOOSER),
        ("room", "small-circle", 5, SIX_OR_SEVEN),
        ("room", "small-circle", 8, SIX_OR_SEVEN),
        ("room", "small-circle", None, SIX_OR_SEVEN),
        ("room", "open", 12, UNKNOWN),
        ("room", ["room"], 12, UNKNOWN),
        ("room", Policy("room", 20, 5, "a known name for something else"), 20, UNKNOWN),
    ],
)
def test_a_policy_that_does_not_fit_is_refused(author: str, wanted: str, people: int | None, message: str) -> None:
    with pytest.raises(PolicyError) as caught:
        choose_policy(author, wanted, people)
    assert str(caught.value) == message


def test_a_policy_that_could_draw_finer_than_it_says_is_refused() -> None:
    class Finer(Policy):
        def bounds(self, count: int, people: int) -> tuple[int, int]:
            return count, count

    with pytest.raises(PolicyError) as caught:
        choose_policy("room", Finer("mine", 8, 4, "bands of at least four people"), 12)
    assert str(caught.value) == UNKNOWN


WITH_A_LIMIT = (
    "This self-assessment has a question with a limit, such as 'at most two', and bands would not protect its answers. "
    "Open it as its author chose, or talk about it without a picture."
)


@pytest.mark.parametrize("wanted", ["room", "small-circle", Policy("mine", 8, 4, "words")])
def test_answers_that_bands_would_not_protect_are_not_drawn_in_bands(wanted: str | Policy) -> None:
    with pytest.raises(PolicyError) as caught:
        choose_policy("light", wanted, 7, tied=True)
    assert str(caught.value) == WITH_A_LIMIT
    assert choose_policy("light", None, 7, tied=True) == POLICIES["light"]


@pytest.mark.parametrize("item", [EVERY_FORMAT[3], EVERY_FORMAT[5]], ids=["at most two", "points of each option"])
def test_a_question_with_a_limit_is_pooled_in_exact_counts_only(item: str) -> None:
    assessment = small(item, policy="light")
    assert Pool(assessment, seats=12).policy == POLICIES["light"]
    for draw in (
        lambda: Pool(assessment, "room", seats=12),
        lambda: pool_frame(pd.DataFrame({"cupboard": ["tea"] * 8, "budget": ["tea=20"] * 8}), assessment, "room"),
    ):
        with pytest.raises(PolicyError) as caught:
            draw()
        assert str(caught.value) == WITH_A_LIMIT


@pytest.mark.parametrize("item", [EVERY_FORMAT[3], EVERY_FORMAT[5]], ids=["at most two", "points of each option"])
def test_a_file_with_such_a_question_is_refused_under_room_unless_it_is_private(item: str) -> None:
    name = item.split('"')[1]
    with pytest.raises(ContentError) as caught:
        small(item, policy="room")
    assert str(caught.value) == (
        f"One mistake in the workshop's content:\n  - small.toml, items 1 ('{name}') private: its tables "
        "limit each other, and bands do not protect such an answer; set private = true, take out what limits it "
        "('at-most', 'bins'), or choose the policy 'light'."
    )
    assert small(f"{item}\nprivate = true", policy="room").policy == "room"
