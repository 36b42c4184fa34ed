import pytest
from _figure_samples import boxes, release, words

from workshop_helpers.figures import figure


def test_segments_are_as_long_as_their_counts_and_follow_each_other():
    picture = release("listening", 12, "light")
    segments = boxes(figure(picture), "segment")
    unit = segments["item-0:1"].get_width() / picture.table("item-0").low[1]
    for table in picture.tables:
        ends = [(s.get_x(), s.get_width()) for s in (segments[f"{table.variable}:{option}"] for option in range(5))]
        assert [width for _, width in ends] == pytest.approx([count * unit for count in table.low[:5]])
        assert [x + width for x, width in ends[:4]] == pytest.approx([x for x, _ in ends[1:]])


def test_the_middle_option_straddles_one_line_in_every_row():
    segments = boxes(figure(release("listening", 12, "light")), "segment")
    middles = [segments[f"item-{place}:2"] for place in range(8)]
    assert len({round(box.get_x() + box.get_width() / 2, 6) for box in middles}) == 1


def test_skipped_stands_apart_on_the_right():
    segments = boxes(figure(release("listening", 12, "light")), "segment")
    skipped = [segments[f"item-{place}:5"] for place in range(8)]
    assert len({box.get_x() for box in skipped}) == 1
    assert skipped[0].get_x() > max(box.get_x() + box.get_width() for key, box in segments.items() if key[-1] != "5")
    assert {box.get_hatch() for box in skipped} == {"////"}


def test_skipped_looks_the_same_beside_does_not_apply():
    hatches = [boxes(figure(release("short-ruler", 12, "light")), "segment")["comfort:6"].get_hatch()]
    assert hatches == [boxes(figure(release("listening", 12, "light")), "segment")["item-0:5"].get_hatch()]


def test_the_start_of_the_scale_is_patterned_and_its_end_is_not():
    segments = boxes(figure(release("listening", 12, "light")), "segment")
    assert [bool(segments[f"item-0:{option}"].get_hatch()) for option in range(5)] == [True, True, False, False, False]


def test_counts_are_written_in_their_segments():
    picture = release("listening", 12, "light")
    written, table = words(figure(picture)), picture.tables[0]
    start = written.index(table.text) + 1
    assert written[start : start + 6] == [str(count) for count in table.low]


def test_a_count_without_room_is_left_to_the_table():
    picture = release("listening", 400, "light")
    drawn = figure(picture, narrow=True)
    segments = boxes(drawn, "segment")
    texts = drawn.axes[0].texts
    numbers = [text for text in texts if text.get_text().isdigit()]
    assert len(numbers) < len(segments)
    widest = max(box.get_width() for box in segments.values())
    assert all(number.get_window_extent().width <= widest for number in numbers)


def test_nobody_is_no_segment():
    assert "item-0:4" not in boxes(figure(release("listening", 12, "light", lambda n, p, _: [p, *[0] * n])), "segment")


def test_what_the_colours_mean_is_written_once_in_order():
    written = words(figure(release("listening", 12, "light")))
    start = written.index("almost never")
    assert written[start : start + 6] == ["almost never", "rarely", "sometimes", "often", "almost always", "skipped"]
    assert written.count("rarely") == 1
