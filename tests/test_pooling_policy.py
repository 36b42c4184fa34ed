import pytest

from workshop_helpers.errors import PolicyError
from workshop_helpers.pooling.policy import POLICIES, Policy, choose_policy

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
