from itertools import pairwise
from pathlib import Path

import pytest
from brute_force import Pictures, any_of, one_table

from workshop_helpers.pooling.bands import band_around, low_ends


@pytest.mark.parametrize(
    ("people", "lows"),
    [
        (8, (5,)), (9, (5,)), (10, (6,)), (11, (4, 8)), (12, (5, 9)), (13, (5, 9)), (14, (5, 10)), (15, (4, 8, 12)),
        (16, (6, 11)), (17, (5, 9, 13)), (18, (5, 10, 14)), (20, (6, 11, 16)), (24, (5, 10, 15, 20)),
    ],
)  # fmt: skip
def test_bands_begin_where_the_specification_found_them(people: int, lows: tuple[int, ...]) -> None:
    assert low_ends(people, 4) == lows


@pytest.mark.parametrize(("people", "lows"), [(6, (4,)), (7, (4,))])
def test_a_small_circle_has_two_bands(people: int, lows: tuple[int, ...]) -> None:
    assert low_ends(people, 3) == lows


def widths(people: int, lows: tuple[int, ...]) -> list[int]:
    return [end - start for start, end in pairwise((0, *lows, people + 1))]


def slack(people: int, lows: tuple[int, ...]) -> int:
    sums = {0}
    for total in range(1, people + 1):
        if any(total - low in sums for low in lows):
            sums.add(total)
    return people - max(sums)


def leave_each_other_room(people: int, lows: tuple[int, ...]) -> bool:
    """Whether two tables that share a bar do: what two bars hold at most, less what one holds at least."""
    tops = {low - 1 for low in lows}
    return all(one + other - low not in (0, 1) for one in tops for other in tops for low in lows)


def all_choices(people: int, narrowest: int, after: int = 0) -> list[tuple[int, ...]]:
    choices: list[tuple[int, ...]] = [()]
    for low in range(after + narrowest, people - narrowest + 2):
        choices += [(low, *rest) for rest in all_choices(people, narrowest, low)]
    return choices


@pytest.mark.parametrize(("narrowest", "sizes"), [(3, range(6, 23)), (4, range(8, 31)), (6, range(12, 37))])
def test_no_other_bands_that_are_as_safe_are_more_or_more_even(narrowest: int, sizes: range) -> None:
    for people in sizes:
        safe = [
            lows
            for lows in all_choices(people, narrowest)
            if slack(people, lows) >= 2 and leave_each_other_room(people, lows)
        ]
        best = min(safe, key=lambda lows: (-len(lows), sum(width**2 for width in widths(people, lows)), lows))
        assert low_ends(people, narrowest) == best


@pytest.mark.parametrize("narrowest", [3, 4, 5, 6, 9])
def test_bands_of_every_size_of_group_are_wide_enough_and_leave_two_people_over(narrowest: int) -> None:
    for people in [*range(2 * narrowest, 110), 240, 420]:
        lows = tuple(low_ends(people, narrowest))
        assert lows
        assert min(widths(people, lows)) >= narrowest
        assert slack(people, lows) >= 2
        assert leave_each_other_room(people, lows)


@pytest.mark.parametrize(("people", "number", "band"), [(8, 4, (0, 4)), (8, 5, (5, 8)), (12, 8, (5, 8))])
def test_a_number_of_people_is_shown_as_the_band_around_it(people: int, number: int, band: tuple[int, int]) -> None:
    assert band_around(number, people, 4) == band


def test_a_million_people_have_bands_at_once() -> None:
    assert band_around(999_999, 1_000_000, 4) == (999_996, 1_000_000)
    assert band_around(400_000, 1_000_000, 4) == (399_996, 400_001)


def test_a_group_that_has_no_room_for_two_bands_has_one() -> None:
    assert [band_around(number, 7, 4) for number in (0, 7)] == [(0, 7), (0, 7)]


PROMISES = (Path(__file__).parent.parent / "PRIVACY.md").read_text(encoding="utf-8")


def by_band(number: int, people: int) -> tuple[int, int]:
    return band_around(number, people, 4)


def test_two_who_compare_notes_can_rule_an_answer_out_in_groups_of_few_sizes_only() -> None:
    found = [people for people in range(8, 25) if Pictures(one_table(5), people, by_band).ruled_out(2)]
    assert found == [12, 17, 20, 22]
    assert "Up to 24 people, the others are\n12, 17, 20 and 22," in PROMISES


def test_where_several_options_can_be_ticked_there_are_a_few_such_sizes_more() -> None:
    found = [people for people in range(8, 25) if Pictures(any_of(2), people, by_band).ruled_out(2)]
    assert found == [11, 12, 15, 19, 22, 23]
    assert "for a question with several boxes to tick also 11, 15, 19 and 23." in PROMISES


@pytest.mark.parametrize("people", [36, 41])
def test_tables_that_share_their_skips_are_safe_where_slack_alone_would_not_do(people: int) -> None:
    assert not Pictures(any_of(2), people, by_band).ruled_out(1)
    more = {36: (8, 13, 17, 21, 25, 29, 33), 41: (7, 14, 18, 24, 28, 32, 37)}[people]
    assert len(more) >= len(low_ends(people, 4))
    assert slack(people, more) == 2

    def slack_alone(number: int, of: int) -> tuple[int, int]:
        return max(low for low in (0, *more) if low <= number), of

    assert Pictures(any_of(2), people, slack_alone).ruled_out(1)
