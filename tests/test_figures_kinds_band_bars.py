from itertools import pairwise

import pytest
from _figure_samples import boxes, release, spread, together, words

from workshop_helpers.figures import figure


def test_bars_are_solid_to_the_low_end_and_faded_to_the_high_end():
    picture = release("one-choice", 24)
    drawn, table = figure(picture), picture.tables[0]
    tracks, certain, possible = (boxes(drawn, kind) for kind in ("track", "certain", "possible"))
    for option in range(len(table.options)):
        unit = tracks[f"first:{option}"].get_width() / 24
        assert possible[f"first:{option}"].get_width() == pytest.approx(table.high[option] * unit)
        if table.low[option]:
            assert certain[f"first:{option}"].get_width() == pytest.approx(table.low[option] * unit)
    assert set(certain) == {f"first:{option}" for option, low in enumerate(table.low) if low}


def test_exact_bars_have_no_faded_end():
    drawn = figure(release("one-choice", 12, "light"))
    assert boxes(drawn, "possible") == {}
    assert "The solid part of a bar is certain, the faded part possible." not in words(drawn)


def test_labels_and_bands_are_written_in_order():
    picture = release("one-choice", 24)
    written, table = words(figure(picture)), picture.tables[0]
    start = written.index("say it plainly now")
    pairs = [word for option, label in enumerate(table.options) for word in (label, table.band(option))]
    assert written[start : start + len(pairs)] == pairs
    assert written[-2:] == ["0", "24 people"]


@pytest.mark.parametrize("shape", [spread, together])
def test_the_axis_is_the_whole_group_whatever_was_answered(shape):
    tracks = boxes(figure(release("one-choice", 24, shape=shape)), "track")
    assert {round(track.get_width(), 6) for track in tracks.values()} == {
        round(boxes(figure(release("one-choice", 24)), "track")["first:0"].get_width(), 6)
    }


def test_skipped_and_does_not_apply_stand_apart_and_are_hatched():
    drawn = boxes(figure(release("honest", 24)), "track")
    y = [drawn[f"usefulness:{option}"].get_y() for option in range(7)]
    gaps = [later - earlier for earlier, later in pairwise(y)]
    assert gaps[4] > gaps[0] + 5
    assert gaps[5] == pytest.approx(gaps[0])
    faded = boxes(figure(release("honest", 24)), "possible")
    assert [faded[f"usefulness:{option}"].get_hatch() for option in range(7)] == [None] * 5 + ["....", "////"]
