import subprocess
import sys
from itertools import combinations

import matplotlib
import pytest
from _figure_samples import NAMES, boxes, camps, rectangles, release, together, words
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure

from workshop_helpers.figures import figure

GROUPS = ((6, "small-circle"), (8, "room"), (12, "light"), (24, "room"), (400, "room"))


@pytest.mark.parametrize("narrow", [False, True], ids=["wide", "narrow"])
@pytest.mark.parametrize(("people", "policy"), GROUPS)
@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_cropped_and_no_words_overlap(name, people, policy, narrow):
    occasion = "after" if name == "twice" else None
    earlier = release(name, people + 1, policy, camps, occasion="before") if occasion and people != 6 else None
    _stands_well(figure(release(name, people, policy, made_up=True, occasion=occasion), earlier, narrow=narrow))


@pytest.mark.parametrize("narrow", [False, True], ids=["wide", "narrow"])
@pytest.mark.parametrize("name", ["listening", "honest", "long"])
@pytest.mark.parametrize(("people", "policy"), [(12, "light"), (400, "room")])
def test_nothing_is_cropped_when_all_are_on_one_option(name, people, policy, narrow):
    _stands_well(figure(release(name, people, policy, together), narrow=narrow))


@pytest.mark.parametrize("dpi", [72, 150, 200])
def test_nothing_is_cropped_when_zoomed(dpi):
    drawn = figure(release("long", 24, made_up=True), narrow=True)
    drawn.set_dpi(dpi)
    _stands_well(drawn)


def _stands_well(drawn):
    renderer = drawn.canvas.get_renderer()
    texts = [(text.get_text(), text.get_window_extent(renderer)) for text in drawn.axes[0].texts]
    width, height = drawn.bbox.size
    for text, place in texts:
        assert place.x0 >= 0, text
        assert place.y0 >= 0, text
        assert place.x1 <= width, text
        assert place.y1 <= height, text
    for (one, here), (other, there) in combinations(texts, 2):
        shared_width = min(here.x1, there.x1) - max(here.x0, there.x0)
        shared_height = min(here.y1, there.y1) - max(here.y0, there.y0)
        # Lines are as high as their tallest letters could be: a hair of that may be shared, ink is not.
        assert shared_width <= 1 or shared_height <= drawn.get_dpi() / 50, (one, other)
    for box in drawn.axes[0].patches:
        assert box.get_x() >= 0
        assert box.get_y() >= 0
        assert box.get_x() + box.get_width() <= drawn.axes[0].get_xlim()[1]
        assert box.get_y() + box.get_height() <= drawn.axes[0].get_ylim()[0]


def test_the_figure_says_how_many_people_and_how_coarse():
    written = words(figure(release("listening", 24)))
    assert written[0] == "How would you say it?"
    assert written[1] == "24 people, in bands of at least four people: 5–9 means somewhere from 5 to 9."
    assert words(figure(release("listening", 12, "light")))[1] == "12 people, in exact counts."


def test_a_made_up_group_is_labelled_and_a_room_is_not():
    label = "Made-up group: these people are invented"
    assert label in words(figure(release("listening", 24, made_up=True)))
    assert label not in words(figure(release("listening", 24)))
    assert label in words(figure(release("listening", 24), release("listening", 20, made_up=True)))


def test_height_grows_with_rows_and_not_with_people():
    few, many = (figure(release(name, 24)).get_size_inches()[1] for name in ("twice", "listening"))
    assert few < many
    assert figure(release("listening", 400)).get_size_inches()[1] == many


def test_as_many_shapes_are_drawn_for_four_hundred_people_as_for_twenty_four():
    few, many = (figure(release("listening", people)).axes[0] for people in (24, 400))
    assert len(few.patches) == len(many.patches)
    assert len(few.texts) == len(many.texts)


@pytest.mark.parametrize(("narrow", "width"), [(False, 760), (True, 360)])
def test_the_figure_is_as_wide_as_a_page_or_a_phone_on_paper_of_its_own(narrow, width):
    drawn = figure(release("listening", 24), narrow=narrow)
    assert isinstance(drawn, Figure)
    assert drawn.get_size_inches()[0] * drawn.get_dpi() == pytest.approx(width)
    assert to_rgba(drawn.get_facecolor())[3] == 1


def test_the_same_release_gives_the_same_figure():
    one, other = figure(release("honest", 24)), figure(release("honest", 24))
    assert words(one) == words(other)
    assert [box.get_bbox().bounds for box in rectangles(one)] == [box.get_bbox().bounds for box in rectangles(other)]


def test_drawing_leaves_matplotlib_as_it_was():
    before = dict(matplotlib.rcParams)
    figure(release("honest", 24))
    assert dict(matplotlib.rcParams) == before
    assert "matplotlib.pyplot" not in sys.modules or not sys.modules["matplotlib.pyplot"].get_fignums()


def test_tables_need_no_matplotlib():
    code = "import sys, workshop_helpers.figures as f; f.table_text; sys.exit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_every_cell_of_the_grid_is_named_after_its_variable_and_option():
    assert set(boxes(figure(release("listening", 24)), "cell")) == {f"item-{i}:{j}" for i in range(8) for j in range(6)}
