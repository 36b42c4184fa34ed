"""A report as one file: complete, readable, sealed, and text stays text whatever somebody wrote."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workshop_helpers.content.loading import load_workshop
from workshop_helpers.feedback.words import TRUST_YOURSELF
from workshop_helpers.reporting import Chapter, Report, ReportPart, Row, contents, document, gather_report
from workshop_helpers.workbook import Workbook

WORKSHOP = load_workshop()
VOID = {"meta", "br", "hr", "img", "input", "link"}
EMPTY = gather_report(WORKSHOP, Workbook(Path("there-is-no-such-folder") / "workbook.json"), date(2026, 5, 3))


class Outline(HTMLParser):
    """What a browser makes of a document: its elements with their attributes, its texts, its headings."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, tuple[tuple[str, str | None], ...]]] = []
        self.texts: list[str] = []
        self.headings: list[tuple[int, str]] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, tuple(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)
        if self._open and re.fullmatch(r"h\d", self._open[-1]):
            self.headings.append((int(self._open[-1][1]), data))

    def handle_comment(self, data: str) -> None:
        raise AssertionError("nothing here is a comment")


def with_words(words: str) -> Report:
    """A report with some words in every place where a person's words, or the content's, can stand."""
    row, pair = Row(words, (words,)), Row(words, (words, ""))
    told = ReportPart(words, (row,), ruler=words, notes=(words,), feedback=(words, words))
    table = ReportPart(words, (pair,), columns=(words, words))
    own = ReportPart(words, (row,), own_words=True)
    return replace(EMPTY, chapters=(Chapter(words, (told, table, own)),), done=(words,), trouble=words)


ORDINARY = Outline(document(with_words("ordinary")))


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
    sealed = Outline(document(with_words(words)))
    assert sealed.elements == ORDINARY.elements
    assert sealed.texts.count(words.encode("utf-8", "replace").decode("utf-8")) == ORDINARY.texts.count("ordinary")


@given(st.text())
def test_what_is_written_comes_back_word_for_word(words: str) -> None:
    whole = words.encode("utf-8", "replace").decode("utf-8")
    part = ReportPart("Own", (Row("Question", (words,)),), own_words=True)
    html = contents(replace(EMPTY, chapters=(Chapter("One", (part,)),)), level=4)
    assert "".join(Outline(html).texts).count(f"Question{whole}") == 1


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
    levels = [level - 1] + [found for found, _ in Outline(contents(with_words("ordinary"), level)).headings]
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
    outline = Outline(document(EMPTY))
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
