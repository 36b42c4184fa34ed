"""A trade beside a split: bars whose lengths are the values, with what a trade adds told apart."""

from fractions import Fraction

import pytest
from _figure_samples import boxes, rectangles, words

from workshop_helpers.figures import theme
from workshop_helpers.figures.deal import deal_alt_text, draw_deal, in_points, left_in_words

PERSON = ("first person", "second person")


def values(*numbers):
    return tuple(Fraction(number) for number in numbers)


def test_a_bar_is_as_long_as_what_somebody_gets_and_its_part_above_half_is_hatched():
    figure = draw_deal(values(80, 65), 100)
    half, more = boxes(figure, "half"), boxes(figure, "more")
    unit = half["first person"].get_width() / 50

    assert [round(more[person].get_width() / unit, 6) for person in PERSON] == [30, 15]
    assert [more[person].get_hatch() for person in PERSON] == ["////", "////"]
    assert all(round(more[p].get_x() - half[p].get_x() - half[p].get_width(), 6) == 0 for p in PERSON)


def test_who_ends_below_half_has_a_shorter_bar_and_nothing_hatched():
    figure = draw_deal(values(40, 100), 100)
    drawn = [box for box in rectangles(figure) if box.get_gid() == "half:first person"]

    assert round(drawn[1].get_width() / drawn[0].get_width(), 6) == 0.8  # 40 of the 50 above it
    assert list(boxes(figure, "more")) == ["second person"]


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("both", [values(50, 50), values(0, 0), values(100, 100), values("55.5", "44.5")])
def test_nothing_leaves_the_sheet_and_every_bar_says_its_number(both, narrow):
    figure = draw_deal(both, 100, narrow=narrow)
    width, height = (figure.get_size_inches() * 100).tolist()

    assert width == (theme.NARROW if narrow else theme.WIDE)
    for box in rectangles(figure):
        assert box.get_x() >= 0
        assert box.get_x() + box.get_width() <= width
        assert box.get_y() + box.get_height() <= height
    assert [word for word in words(figure) if word[0].isdigit()] == ["50", "50", *map(in_points, both)]


@pytest.mark.parametrize(
    ("both", "sentence"),
    [
        (values(80, 80), "Splitting would leave 60 points on the table."),
        (values(40, 61), "Splitting would leave 1 point on the table."),
        (values(50, 50), "Nothing is left on the table: with these two lists, a trade gives no more than a split."),
    ],
)
def test_what_a_split_leaves_on_the_table_is_a_sentence(both, sentence):
    assert left_in_words(both, 100) == sentence
    assert words(draw_deal(both, 100))[-1] == sentence


def test_the_alternative_text_says_what_the_bars_show():
    said = (
        "Bars out of 9 points. Every issue split in half: 4.5 for each person. Each issue to whom it matters more: "
        "7.5 for the first person, 6 for the second. Splitting would leave 4.5 points on the table."
    )

    assert deal_alt_text(values("7.5", 6), 9) == said
    assert draw_deal(values("7.5", 6), 9).alt_text == said
