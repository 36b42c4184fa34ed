import pytest
from _figure_samples import boxes, camps, release, together, words
from matplotlib.colors import to_hex

from workshop_helpers.figures import figure, theme
from workshop_helpers.figures.canvas import Canvas
from workshop_helpers.figures.kinds.band_grid import BandGrid
from workshop_helpers.figures.panels import panels


def test_every_cell_has_its_band_printed_in_the_order_of_the_options():
    picture = release("listening", 24)
    written = words(figure(picture))
    for table in picture.tables:
        start = written.index(table.text) + 1
        assert written[start : start + 6] == [table.band(option) for option in range(6)]


def test_options_stand_over_the_columns_in_order():
    written = words(figure(release("listening", 24)))
    start = written.index("almost never")
    assert written[start : start + 6] == ["almost never", "rarely", "sometimes", "often", "almost always", "skipped"]


def test_shade_is_what_is_certain_whatever_the_item():
    picture = release("listening", 24)
    cells = boxes(figure(picture), "cell")
    for table in picture.tables:
        for option in range(5):
            cell = cells[f"{table.variable}:{option}"]
            assert to_hex(cell.get_facecolor()) == theme.shade(table.low[option], 24)


def test_skipped_stands_apart_and_is_hatched():
    cells = boxes(figure(release("listening", 24)), "cell")
    x = [cells[f"item-0:{option}"].get_x() for option in range(6)]
    step = x[1] - x[0]
    assert x[:5] == pytest.approx([x[0] + option * step for option in range(5)])
    assert x[5] - x[4] > step + 5
    assert [cells[f"item-0:{option}"].get_hatch() for option in range(6)] == [None] * 5 + ["////"]


def test_a_small_group_gets_three_columns():
    cells = boxes(figure(release("listening", 12)), "cell")
    assert len(cells) == 8 * 4


def test_two_sides_are_two_rows_under_the_words_of_the_item_written_once():
    picture = figure(release("views", 24))
    written, cells = words(picture), boxes(picture, "cell")
    assert written.count("I can bear a pause.") == 0
    assert written.count("I ask what kind of response the person wants.") == 1
    assert written.count("for me") == written.count("for someone else") == 4
    assert cells["item-0.me:0"].get_y() < cells["item-0.other:0"].get_y() < cells["item-1.me:0"].get_y()
    assert cells["item-0.me:3"].get_x() == cells["item-0.other:3"].get_x()


def test_before_stands_above_after():
    before = release("twice", 13, "light", camps, occasion="before")
    written = words(figure(release("twice", 24, occasion="after"), release("twice", 25, occasion="before")))
    assert written.index("Before") < written.index("After")
    assert "Before: 13 people, in exact counts." in words(
        figure(release("twice", 12, "light", occasion="after"), before)
    )


def test_columns_too_narrow_for_their_words_get_letters():
    written = words(figure(release("honest", 24), narrow=True))
    assert written[written.index("A") :][:4] == ["A", "say it plainly now", "B", "say it gently now"]
    assert written.count("F") == written.count("G") == 2


def test_only_columns_without_room_get_letters():
    written = words(figure(release("short-ruler", 24), narrow=True))
    start = written.index("does not apply") - 1
    assert written[start : start + 11] == [
        "A",
        "does not apply",
        "B",
        "skipped",
        "0–2",
        "3–4",
        "5",
        "6–7",
        "8–10",
        "A",
        "B",
    ]


@pytest.mark.parametrize(("people", "narrow", "roomy"), [(24, True, True), (400, False, True), (400, True, False)])
def test_numbers_without_room_make_bars_of_a_grid(people, narrow, roomy):
    picture = release("honest", people)
    assert BandGrid().suits(panels(picture)[0], Canvas(narrow=narrow)) is roomy
    drawn = figure(picture, narrow=narrow)
    assert bool(boxes(drawn, "cell")) is roomy
    assert bool(boxes(drawn, "track").get("scene-0:0")) is not roomy


def test_seven_points_have_room_on_a_phone():
    assert BandGrid().suits(panels(release("seven-points", 24))[0], Canvas(narrow=True))


def test_all_on_one_option_looks_alike_in_every_row():
    cells = boxes(figure(release("listening", 24, shape=together)), "cell")
    assert len({cells[f"item-{place}:1"].get_facecolor() for place in range(8)}) == 1
