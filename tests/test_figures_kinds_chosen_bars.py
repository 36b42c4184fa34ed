from dataclasses import replace

import pytest
from _figure_samples import boxes, rectangles, release, words

from workshop_helpers.figures import figure


def test_of_yes_and_no_only_those_who_chose_have_a_bar_and_skipped_has_one():
    picture = release("choices", 24)
    drawn = figure(picture)
    assert list(boxes(drawn, "track")) == [*(f"month.move-{place}:0" for place in range(6)), "month.move-0:2"]
    written = words(drawn)
    assert written.count("Which of these could you do this month?") == 1
    assert "not chosen" not in written
    assert any("People could choose more than one option." in line for line in written)


def test_two_sides_of_an_option_are_two_bars():
    drawn = figure(release("choices-views", 24))
    tracks = boxes(drawn, "track")
    one, other = tracks["ask.me.move-0:0"], tracks["ask.other.move-0:0"]
    assert one.get_x() == other.get_x()
    assert 0 < other.get_y() - one.get_y() < 30
    assert words(drawn).count("say it plainly now") == 1


def test_groups_of_two_sizes_share_one_unit():
    drawn = figure(release("choices", 24), release("choices", 12))
    tracks = [box for box in rectangles(drawn) if box.get_gid() == "track:month.move-0:0"]
    before, now = (track.get_width() for track in tracks)
    assert now == pytest.approx(2 * before)


def test_alt_text_of_several_choices_compares_the_options():
    picture = release("choices", 24)
    more = replace(picture.tables[2], low=(16, 4, 0), high=(19, 7, 3))
    text = figure(replace(picture, tables=(*picture.tables[:2], more, *picture.tables[3:]))).alt_text
    assert "Which of these could you do this month? The most answers: “ask a question first”." in text
