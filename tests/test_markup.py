"""Pages are plain HTML in which nothing from outside is taken for markup."""

from __future__ import annotations

from _content_samples import with_parts

from workshop_helpers import markup
from workshop_helpers.content.loading import load_workshop

WORKSHOP = load_workshop()
FIRST, SECOND = WORKSHOP.sections[:2]


def test_a_header_names_the_aims_the_minutes_the_note_and_the_neighbours() -> None:
    html = markup.header(WORKSHOP, FIRST)
    for words in (*FIRST.aims, FIRST.content_note):
        assert words.replace("'", "&#x27;") in html
    assert f"about {FIRST.minutes} minutes" in html
    assert f'<a href="{SECOND.notebook}">Next: {SECOND.title}</a>' in html
    assert "Back:" not in html


def test_every_footer_says_where_to_find_support_and_gives_no_phone_number() -> None:
    for section in WORKSHOP.sections:
        html = markup.footer(WORKSHOP, section)
        for place in WORKSHOP.support.places:
            assert f'<a href="{place.url}" target="_blank" rel="noopener noreferrer">' in html
        assert not any(part.isdigit() and len(part) > 4 for part in html.split())


def test_a_guide_leads_to_the_workshop_and_has_no_neighbours() -> None:
    guide = FIRST.model_copy(update={"id": "guide", "notebook": "facilitator-guide.ipynb"})
    workshop = with_parts(WORKSHOP, guides=(guide,))
    for html in (markup.header(workshop, guide), markup.footer(workshop, guide)):
        assert f'<a href="{FIRST.notebook}">To the workshop: {FIRST.title}</a>' in html
        assert SECOND.notebook not in html


def test_prompts_alone_say_why_there_is_no_picture() -> None:
    html = markup.prompts_alone("Ledger & list", ["Who counts?", "<b>Why?</b>"])
    assert "<strong>There is no picture here.</strong> These answers stay with each person." in html
    assert (
        "<h3>To talk about: Ledger &amp; list</h3><ul><li>Who counts?</li><li>&lt;b&gt;Why?&lt;/b&gt;</li></ul>" in html
    )
    assert "<img" not in html


def test_titles_prompts_alternative_texts_and_messages_are_escaped() -> None:
    evil = '<script>alert("x")</script>'
    html = markup.picture(evil, "AAAA", "BBBB", evil, "<table></table>", [evil]) + markup.sorry(evil)
    assert "<script>" not in html
    assert html.count("&lt;script&gt;") == 4


def test_a_message_of_several_lines_keeps_its_lines() -> None:
    assert "one<br>two" in markup.sorry("one\ntwo")
