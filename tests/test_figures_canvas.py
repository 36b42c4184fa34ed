from itertools import pairwise

import numpy as np
import pytest
from _figure_samples import LONG, STATEMENTS, words

from workshop_helpers.figures import theme
from workshop_helpers.figures.canvas import Canvas, height_of, width_of, wrap

_ZOOM = 4


def test_words_are_wrapped_between_words():
    lines = wrap(LONG[0], 200, theme.LABEL_SIZE)
    assert " ".join(lines) == LONG[0]
    assert len(lines) > 2
    assert max(width_of(line, theme.LABEL_SIZE) for line in lines) <= 200


def test_a_word_that_is_wider_than_the_line_is_broken():
    lines = wrap("a " + "m" * 60 + " b", 100, theme.LABEL_SIZE)
    assert "".join(lines).replace(" ", "") == "a" + "m" * 60 + "b"
    assert max(width_of(line, theme.LABEL_SIZE) for line in lines) <= 100


@pytest.mark.parametrize("text", ["", "   "])
def test_no_words_are_one_empty_line(text):
    assert wrap(text, 100, theme.LABEL_SIZE) == [""]


@pytest.mark.parametrize("dpi", [100, 150, 200])
@pytest.mark.parametrize("size", [theme.SMALL_SIZE, theme.LABEL_SIZE, theme.HEADING_SIZE, theme.TITLE_SIZE])
def test_words_are_drawn_no_wider_than_measured(dpi, size):
    canvas = Canvas(narrow=False)
    for statement in (*STATEMENTS, "100–103"):
        canvas.paragraph(statement, size=size)
    figure = canvas.picture("")
    figure.set_dpi(dpi)
    for text in figure.axes[0].texts:
        drawn = text.get_window_extent().width * 100 / dpi
        measured = width_of(text.get_text(), size)
        assert 0.85 * measured <= drawn <= measured + 1


def test_paragraphs_move_down_and_the_figure_is_as_high_as_what_it_holds():
    canvas = Canvas(narrow=True)
    top = canvas.y
    canvas.paragraph("one")
    assert canvas.y == top + height_of(["one"], theme.LABEL_SIZE)
    figure = canvas.picture("Says what it shows.")
    assert figure.alt_text == "Says what it shows."
    assert figure.get_size_inches() * 100 == pytest.approx([360, round(canvas.y + theme.MARGIN)])
    assert words(figure) == ["one"]


def test_a_label_stands_in_its_column_or_above_its_row():
    beside, above = Canvas(narrow=False), Canvas(narrow=True)
    start = beside.y
    assert beside.label("short", column=200, height=30) == start
    assert beside.y == start + 30
    top = above.label("short", column=0, height=30)
    assert top > start + theme.LABEL_SIZE
    assert above.y == top + 30


def test_a_dollar_sign_is_no_formula():
    canvas = Canvas(narrow=False)
    canvas.paragraph("a$b and c$d")
    (text,) = canvas.picture("").axes[0].texts
    assert text.get_parse_math() is False


@pytest.mark.parametrize("letters", [("A", "x", "A"), ("x", "A", "x")])
def test_lines_stand_equally_far_apart_whatever_letters_they_are_made_of(letters):
    canvas = Canvas(narrow=False)
    canvas.words(100, 100, "\n".join(letters))
    canvas.y = 200
    rows, _ = _ink(canvas)
    feet = [row for row in rows if row + 1 not in rows]
    assert [round(below - above) for above, below in pairwise(feet)] == [
        round(_ZOOM * theme.LABEL_SIZE * theme.LINE)
    ] * 2


@pytest.mark.parametrize("lines", ["mmmm", "m\nmmmm"])
@pytest.mark.parametrize(("across", "share"), [("left", 0), ("center", 0.5), ("right", 1)])
def test_words_begin_at_their_place_stand_around_it_or_end_there(lines, across, share):
    canvas = Canvas(narrow=False)
    canvas.words(300, 100, lines, across=across)
    canvas.y = 200
    _, columns = _ink(canvas)
    place = columns[0] + share * (columns[-1] - columns[0])
    assert place / _ZOOM == pytest.approx(300, abs=1.5)  # a letter has a little white around it


def _ink(canvas):
    """The rows and columns of pixels in which something is drawn, on paper enlarged ``_ZOOM`` times."""
    figure = canvas.picture("")
    figure.set_dpi(figure.get_dpi() * _ZOOM)
    figure.canvas.draw()
    dark = np.asarray(figure.canvas.buffer_rgba())[..., 0] < 128
    return [list(np.flatnonzero(dark.any(axis=axis))) for axis in (1, 0)]
