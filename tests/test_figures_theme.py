from itertools import pairwise

import pytest

from workshop_helpers.figures import theme

READABLE = 4.5


@pytest.mark.parametrize("tone", ["answer", "aside"])
def test_more_people_are_darker_in_greyscale_too(tone):
    lights = [theme.luminance(theme.shade(low, 400, tone)) for low in range(0, 401, 4)]
    assert all(lighter > darker for lighter, darker in pairwise(lights[::5]))
    assert lights == sorted(lights, reverse=True)


@pytest.mark.parametrize("tone", ["answer", "aside"])
def test_numbers_can_be_read_on_every_shade(tone):
    fills = [theme.shade(low, 1000, tone) for low in range(1001)]
    assert min(theme.contrast(theme.ink_on(fill), fill) for fill in fills) >= READABLE


def test_black_or_white_can_be_read_on_any_grey():
    greys = [f"#{part:02x}{part:02x}{part:02x}" for part in range(256)]
    assert min(theme.contrast(theme.ink_on(grey), grey) for grey in greys) >= READABLE


@pytest.mark.parametrize("options", range(2, 8))
def test_numbers_can_be_read_on_every_side_of_a_scale_and_over_its_pattern(options):
    fills = theme.diverging(options)
    patterned = [theme.pattern_on(fill) for fill in fills[: options // 2]]
    for fill, under in [*zip(fills, fills, strict=True), *zip(fills[: options // 2], patterned, strict=True)]:
        assert theme.contrast(theme.ink_on(fill), under) >= READABLE


@pytest.mark.parametrize("options", range(2, 8))
def test_a_scale_has_a_colour_of_its_own_for_every_option(options):
    fills = theme.diverging(options)
    assert len(fills) == len(set(fills)) == options


def test_the_two_ends_of_a_scale_differ_in_greyscale():
    fills = theme.diverging(5)
    assert theme.contrast(fills[0], fills[-1]) >= 3
    assert theme.contrast(fills[0], fills[1]) >= 1.5
    assert theme.contrast(fills[-1], fills[-2]) >= 3


@pytest.mark.parametrize("tone", ["answer", "aside"])
def test_certain_and_possible_differ_in_greyscale(tone):
    assert theme.contrast(theme.CERTAIN[tone], theme.POSSIBLE[tone]) >= 1.9
    assert theme.contrast(theme.LINE_OF[tone], theme.PAPER) >= 3


@pytest.mark.parametrize("ink", [theme.INK, theme.MUTED])
@pytest.mark.parametrize("paper", [theme.PAPER, theme.NOTICE, theme.TRACK, theme.POSSIBLE["aside"]])
def test_words_can_be_read_on_paper(ink, paper):
    assert theme.contrast(ink, paper) >= READABLE


def test_contrast_is_the_one_of_the_web_guidelines():
    assert theme.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert theme.contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
