from dataclasses import replace

from _figure_samples import boxes, release, words

from workshop_helpers.figures import figure


def test_the_halves_stand_as_on_a_map_the_second_upward():
    cells = boxes(figure(release("quadrant", 24)), "cell")
    low, first, second, both = (cells[f"two-needs:{option}"] for option in range(4))
    assert low.get_x() == second.get_x() < first.get_x() == both.get_x()
    assert second.get_y() == both.get_y() < low.get_y() == first.get_y()


def test_skipped_stands_apart_below_and_is_hatched():
    cells = boxes(figure(release("quadrant", 24)), "cell")
    assert cells["two-needs:4"].get_y() > cells["two-needs:0"].get_y() + cells["two-needs:0"].get_height() + 8
    assert cells["two-needs:4"].get_hatch() == "////"


def test_every_cell_names_its_option_and_its_band():
    picture = release("quadrant", 24)
    written, table = words(figure(picture)), picture.tables[0]
    for option, label in enumerate(table.options):
        assert written[written.index(label) + 1] == table.band(option)


def test_before_and_now_are_drawn_one_below_the_other():
    drawn = figure(release("quadrant", 24), replace(release("quadrant", 20)))
    assert [word for word in words(drawn) if word in ("before", "now")] == ["before", "now"]
    assert len([box for box in drawn.axes[0].patches if str(box.get_gid()).startswith("cell:")]) == 10
