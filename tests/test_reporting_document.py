"""A report as one file: complete, readable, sealed, and text stays text whatever somebody wrote."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from parsed_html import Parsed, as_text
from small_reports import EMPTY, with_words

from workshop_helpers.content.loading import load_workshop
from workshop_helpers.feedback.words import TRUST_YOURSELF
from workshop_helpers.reporting import Chapter, ReportPart, Row, contents, document

WORKSHOP = load_workshop()


ORDINARY = Parsed(document(with_words("ordinary")))


@given(st.text(min_size=1).filter(str.strip))
@example("</dd></dl><script>alert(1)</script>")
@example('" onmouseover="alert(1)')
@example("' style='position:fixed")
@example("<!-- --><![CDATA[ ]]>")
@example("]]></style></title></textarea>")
@example("&lt;img src=x&gt; &amp;lt; &#60;script&#62; &copy;")
@example("half an emoji \ud83d and a nought \x00")
@example("\u202eright to left\u2028\r\n\x0b")
def test_no_words_break_out_of_their_place(words: str) -> None:
    sealed = Parsed(document(with_words(words)))
    assert sealed.elements == ORDINARY.elements
    assert sealed.texts.count(as_text(words)) == ORDINARY.texts.count("ordinary")


@given(st.text())
def test_what_is_written_comes_back_word_for_word(words: str) -> None:
    whole = as_text(words)
    part = ReportPart("Own", (Row("Question", (words,)),), own_words=True)
    html = contents(replace(EMPTY, chapters=(Chapter("One", (part,)),)), level=4)
    assert "".join(Parsed(html).texts).count(f"Question{whole}") == 1


def test_the_file_can_be_written_whatever_it_holds(tmp_path: Path) -> None:
    (tmp_path / "my-report.html").write_text(document(with_words("\ud83d")), encoding="utf-8")


def test_nothing_in_the_file_runs_and_nothing_is_fetched() -> None:
    html = document(with_words("ordinary"))
    tags = {tag for tag, _ in ORDINARY.elements}
    names = {name for _, attributes in ORDINARY.elements for name, _ in attributes}
    assert tags.isdisjoint({"script", "img", "link", "iframe", "object", "embed", "form", "base", "svg"})
    assert not [name for name in names if name.startswith("on") or name in ("src", "srcset", "style", "background")]
    assert not re.search(r"url\(|@import|@font-face", html)
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    assert ("meta", (("http-equiv", "Content-Security-Policy"), ("content", policy))) in ORDINARY.elements


def test_the_only_addresses_are_those_of_places_to_turn_to() -> None:
    linked = {dict(attributes)["href"] for tag, attributes in ORDINARY.elements if tag == "a"}
    assert linked == {place.url for place in WORKSHOP.support.places}
    addresses = re.findall(r"https?://[^\s\"'<>)]+", document(with_words("ordinary")))
    assert set(addresses) <= linked


def test_the_file_has_a_language_a_neutral_title_and_one_first_heading() -> None:
    assert ("html", (("lang", "en"),)) in ORDINARY.elements
    assert "<title>Your report</title>" in document(EMPTY)
    assert [text for level, text in ORDINARY.headings if level == 1] == ["Your report"]


@pytest.mark.parametrize("level", [2, 4])
def test_headings_go_down_one_step_at_a_time(level: int) -> None:
    levels = [level - 1] + [found for found, _ in Parsed(contents(with_words("ordinary"), level)).headings]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert set(levels) == {level - 1, level, level + 1, level + 2}


def test_tables_name_their_columns_and_rows_and_say_where_there_is_no_answer() -> None:
    part = ReportPart("Calm", (Row("How calm?", ("3", "")),), columns=("Before", "After"))
    html = contents(replace(EMPTY, chapters=(Chapter("One", (part,)),)), level=2)
    for cell in (
        '<th scope="col">Question</th>',
        '<th scope="col">Before</th>',
        '<th scope="row">How calm?</th>',
        '<td dir="auto">3</td>',
        '<td class="wh-note">no answer</td>',
    ):
        assert cell in html


def test_it_says_when_and_from_what_it_was_made_and_what_it_is_not() -> None:
    text = " ".join("".join(ORDINARY.texts).split())
    for words in (
        "Made on 3 May 2026 from your workbook on this computer, and from nothing else. Nothing was sent anywhere.",
        "This is not a test result.",
        "Answers to very personal questions are in it only if you kept them on this computer, or gave them on the page "
        "that made this report.",
        "Anyone who has it, as a file or on paper, can read it.",
        TRUST_YOURSELF,
        WORKSHOP.support.text,
        f"You have ticked 1 of {len(WORKSHOP.sections)} pages as done: ordinary",
    ):
        assert words in text


def test_of_an_empty_workbook_it_says_kindly_where_to_start_and_nothing_more() -> None:
    outline = Parsed(document(EMPTY))
    assert [text for _, text in outline.headings] == [
        "Your report",
        "Pages you have done",
        "If you want to talk to someone",
    ]
    assert (
        "You have not answered or written anything so far, and that is fine: nothing here has to be filled. "
        "A good place to start is the page “Welcome”, in the file 00-welcome.ipynb."
    ) in outline.texts
    assert "You have not ticked any page as done. There is no hurry." in outline.texts


def test_a_workbook_that_cannot_be_read_is_not_called_empty() -> None:
    text = document(replace(EMPTY, trouble="Your workbook cannot be opened just now."))
    assert "Your workbook cannot be opened just now." in text
    assert "that is fine" not in text
