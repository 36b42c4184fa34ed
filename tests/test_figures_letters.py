"""Whatever letters words are made of, they can be drawn: warnings are errors here."""

from __future__ import annotations

from dataclasses import replace

import pytest
from _figure_samples import NAMES, release
from hypothesis import given
from hypothesis import strategies as st

from workshop_helpers.figures import figure, table_text, text_tables
from workshop_helpers.figures.canvas import Canvas
from workshop_helpers.figures.image import png
from workshop_helpers.figures.letters import MISSING, advance, drawable, letters, undrawable
from workshop_helpers.pooling.release import Release, Table

LABELS = [
    "🙂 good",
    "いつも",
    "हमेशा",
    "เสมอ",
    "دائمًا",
    "a　b",
    "👩‍👩‍👧 and ❤️",
    "e\u0301 n\u0303o",
    "half of an emoji: \ud83d",
    "\ufeffinvisible\u200b \u202ereversed\u202c",
    "control\x00 \x1b[0m \t \x7f",
    "$a_b$ $ \\frac{1}{0} {",
    "one\ntwo\r\nthree\u2028four\u2029five\x85six\x0bseven",
    "\U0010ffff \ue000 \ufffe",
    "𝒞𝒪 and 𝔄",
    "   ",
    "",
]
SCRIPTS = st.text(
    st.one_of(
        st.characters(),
        *(
            st.characters(min_codepoint=low, max_codepoint=high)
            for low, high in [
                (0x0370, 0x03FF),
                (0x0590, 0x06FF),
                (0x0900, 0x0D7F),
                (0x0E00, 0x0EFF),
                (0x1780, 0x17FF),
                (0x2000, 0x206F),
                (0x3000, 0x30FF),
                (0x4E00, 0x9FFF),
                (0xAC00, 0xD7AF),
                (0xD800, 0xDFFF),
                (0xFE00, 0xFE0F),
                (0x1D400, 0x1D7FF),
                (0x1F300, 0x1FAFF),
                (0xE0000, 0xE01EF),
            ]
        ),
    ),
    max_size=30,
)


def drawn(words: str) -> bytes:
    """A sheet on which words stand in every way that there is."""
    canvas = Canvas(narrow=True)
    canvas.paragraph(words)
    canvas.paragraph(words, size=17, bold=True)
    canvas.label(words, column=100, height=30)
    canvas.words(50, 50, words, across="center", down="center")
    return png(canvas.picture(words))


@pytest.mark.parametrize("words", LABELS, ids=ascii)
def test_labels_of_any_script_are_drawn_without_a_word_of_warning(words: str, caplog: pytest.LogCaptureFixture) -> None:
    assert drawn(words).startswith(b"\x89PNG")
    assert caplog.messages == []


@given(SCRIPTS)
def test_any_text_is_drawn(words: str) -> None:
    assert drawn(words).startswith(b"\x89PNG")


@given(SCRIPTS)
def test_whatever_is_drawn_was_measured_and_stays_the_same_when_it_is_drawn_again(words: str) -> None:
    shown = drawable(words)
    assert drawable(shown) == shown
    assert all(advance(letter, bold) >= 0 for letter in shown.replace("\n", "") for bold in (False, True))


def test_a_letter_that_no_font_has_is_a_box_and_what_only_changes_another_letter_is_left_out() -> None:
    assert drawable("\ue000 b\U000e0101c\ud83d\x00") == f"{MISSING} bc{MISSING}"
    assert drawable("a　b\tc") == "a b c"
    assert drawable("plain – words “as they are”") == "plain – words “as they are”"


def test_another_font_of_the_computer_stands_in_where_it_has_the_letter() -> None:
    script = "𝒞"  # in a font for formulas that comes with matplotlib, and not in the figures' own
    assert drawable(script) == script
    assert letters(13, False, f"a {script}").get_family()[0] == "DejaVu Sans"
    assert len(letters(13, False, f"a {script}").get_family()) == 2
    assert letters(13, True, f"a {script}").get_family() == letters(13, False, f"a {script}").get_family()
    assert letters(13, False, "plain – words").get_family() == ["DejaVu Sans"]


def test_where_a_letter_comes_in_one_weight_only_all_of_the_words_are_drawn_in_that() -> None:
    assert letters(13, True, "in bold: é").get_weight() == "bold"
    assert letters(13, True, "not in bold: 𝟢").get_weight() == "normal"


def test_what_the_figures_own_font_does_not_have_is_named_once_each() -> None:
    assert undrawable("🙂 good 🙂, いつ – “a　b”\ufe0f") == ["🙂", "い", "つ"]
    assert undrawable("Plain – words: “ça va”, Ελληνικά, по-русски, 2⁠+⁠2") == []


def renamed(picture: Release, words: str) -> Release:
    """The same picture with other words wherever its words come from somebody."""

    def other(table: Table) -> Table:
        options = tuple(f"{words}{place}" for place in range(len(table.options)))
        return replace(table, text=words, options=options, side=table.side and words, part=table.part and words)

    return replace(picture, title=words, tables=tuple(other(table) for table in picture.tables))


@pytest.mark.parametrize("policy", ["room", "light"])
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("words", ["🙂 いつも\n$हमेशा$\ud83d", "\x00"], ids=ascii)
def test_every_kind_of_figure_can_be_drawn_in_any_words_and_is_told_in_the_words_themselves(
    name: str, policy: str, words: str
) -> None:
    picture = renamed(release(name, 24, policy), words)
    for narrow in (False, True):
        drawing = figure(picture, narrow=narrow)
        assert png(drawing).startswith(b"\x89PNG")
        assert isinstance(drawing.alt_text, str)
    said = [caption for table in text_tables(picture).each for caption in (*table.options, table.rows[0][0])]
    assert all(words in caption for caption in said)
    assert words in table_text(picture)
