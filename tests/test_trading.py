"""Two lists of points in, the best trade out: by a table of cases, and by what must hold for all lists."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_helpers.errors import WorkshopError
from workshop_helpers.trading import Deal, best_trade

HALF = Fraction(1, 2)


@pytest.mark.parametrize(
    ("first", "second", "takers", "values", "left"),
    [
        # each list by issue a, b, c ...; who gets them; what the two get; what a split leaves on the table
        ((50, 10, 30, 10), (10, 40, 10, 40), "first second first second", (80, 80), 60),
        ((25, 25, 25, 25), (25, 25, 25, 25), "both both both both", (50, 50), 0),
        ((100, 0), (0, 100), "first second", (100, 100), 100),
        ((60, 40), (61, 39), "second first", (40, 61), 1),
        ((60, 40), (60, 40), "both both", (50, 50), 0),
        ((50, 30, 20), (50, 20, 30), "both first second", (55, 55), 10),
        ((5, 1, 4), (5, 4, 1), "both second first", (Fraction(13, 2), Fraction(13, 2)), 3),
        ((0, 10), (0, 10), "both both", (5, 5), 0),  # an issue that matters to neither is split
        ((40, 30, 30), (0, 50, 50), "first second second", (40, 100), 40),  # best together, below half for one
    ],
)
def test_each_issue_goes_to_whom_it_matters_more(first, second, takers, values, left):
    deal = best_trade(dict(zip("abcd", first, strict=False)), dict(zip("abcd", second, strict=False)))

    assert list(deal.takers) == list("abcd"[: len(first)])
    assert " ".join(deal.takers.values()) == takers
    assert deal.values == values
    assert deal.left_on_the_table == left


WHOLE = "Points are whole numbers from 0 up. Look through the list again."
SAME = "Both lists need the same issues and the same number of points. Look through them again."


@pytest.mark.parametrize(
    ("first", "second", "message"),
    [
        ({"a": 10, "b": 0}, {"a": 5, "b": 4}, SAME),
        ({"a": 10, "b": 0}, {"a": 10}, SAME),
        ({"a": 10}, {"b": 10}, SAME),
        ({"a": 11, "b": -1}, {"a": 5, "b": 5}, WHOLE),
        ({"a": 5, "b": 5}, {"a": 5.0, "b": 5}, WHOLE),
        ({"a": 5, "b": 5}, {"a": "5", "b": 5}, WHOLE),
        ({"a": True, "b": 0}, {"a": 1, "b": 0}, WHOLE),
        ({"a": None}, {"a": 0}, WHOLE),
    ],
)
def test_lists_that_cannot_be_compared_are_refused_without_a_number(first, second, message):
    with pytest.raises(WorkshopError) as caught:
        best_trade(first, second)

    assert str(caught.value) == message


def test_a_deal_says_nothing_when_it_is_printed_and_cannot_be_copied():
    deal = best_trade({"a": 7, "b": 3}, {"a": 2, "b": 8})

    assert repr(deal) == "<Deal: private>"
    with pytest.raises(TypeError):
        deal.__reduce_ex__(4)


@st.composite
def two_lists(draw):
    """Two ways to share out the same points over the same issues."""
    issues, total = draw(st.integers(2, 12)), draw(st.integers(0, 200))
    cuts = st.lists(st.integers(0, total), min_size=issues - 1, max_size=issues - 1).map(sorted)
    return tuple(
        {f"issue-{place}": end - start for place, (start, end) in enumerate(zip([0, *at], [*at, total], strict=True))}
        for at in (draw(cuts), draw(cuts))
    )


@given(lists=two_lists())
def test_a_trade_never_gives_the_two_together_less_than_a_split(lists):
    deal = best_trade(*lists)

    assert sum(deal.values) >= deal.total
    assert deal.left_on_the_table == sum(deal.values) - deal.total


@given(lists=two_lists())
def test_swapping_the_two_people_swaps_what_they_get(lists):
    first, second = lists
    one, other = best_trade(first, second), best_trade(second, first)
    swapped = {"first": "second", "second": "first", "both": "both"}

    assert one.values == other.values[::-1]
    assert {issue: swapped[taker] for issue, taker in one.takers.items()} == other.takers


@given(lists=two_lists())
def test_equal_lists_and_only_they_leave_nothing_on_the_table(lists):
    first, second = lists

    assert best_trade(first, first).left_on_the_table == 0
    assert best_trade(first, first).values == (HALF * sum(first.values()),) * 2
    assert (best_trade(first, second).left_on_the_table == 0) == (first == second)


@given(lists=two_lists())
def test_what_they_get_is_the_sum_of_the_shares_that_go_to_them(lists):
    first, second = lists
    deal = best_trade(first, second)
    shares = {"first": (1, 0), "second": (0, 1), "both": (HALF, HALF)}

    for person, points in enumerate(lists):
        assert deal.values[person] == sum(points[issue] * shares[taker][person] for issue, taker in deal.takers.items())


@given(lists=two_lists(), data=st.data())
def test_no_other_way_to_give_out_the_issues_is_worth_more_to_both_together(lists, data):
    first, second = lists
    other_way = {issue: data.draw(st.sampled_from([first, second])) for issue in first}

    assert sum(points[issue] for issue, points in other_way.items()) <= sum(best_trade(first, second).values)


def test_a_deal_is_a_value_that_stays():
    deal = best_trade({"a": 7, "b": 3}, {"a": 2, "b": 8})

    assert isinstance(deal, Deal)
    with pytest.raises(AttributeError):
        deal.total = 20  # type: ignore[misc]  # what nobody may do: the checker refuses it too
