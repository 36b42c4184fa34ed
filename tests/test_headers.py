"""The top and the foot of a section say where one is, where to find support, and the ways back and on."""

from __future__ import annotations

from _content_samples import with_parts
from parsed_html import Parsed

from workshop_helpers.content.loading import load_workshop
from workshop_helpers.headers import footer, header

WORKSHOP = load_workshop()
FIRST, SECOND, THIRD = WORKSHOP.sections[:3]


def ways(html: str) -> list[tuple[str | None, str]]:
    """Where each link leads, and its words."""
    parsed = Parsed(html[html.index("<nav") :].removesuffix("</div>\n"))
    return [(link["href"], words) for link, words in zip(parsed.attributes_of("a"), parsed.texts_of("a"), strict=True)]


def test_a_header_names_the_aims_the_minutes_and_the_note() -> None:
    parsed = Parsed(header(WORKSHOP, FIRST))
    assert parsed.texts_of("li") == list(FIRST.aims)
    assert parsed.texts_of("p") == [
        f"What you will do (about {FIRST.minutes} minutes)",
        f"Good to know. {FIRST.content_note}",
    ]


def test_header_and_footer_lead_to_the_neighbours_there_are() -> None:
    last, before_last = WORKSHOP.sections[-1], WORKSHOP.sections[-2]
    for make in (header, footer):
        assert ways(make(WORKSHOP, FIRST)) == [(SECOND.notebook, f"Next: {SECOND.title}")]
        assert ways(make(WORKSHOP, SECOND)) == [
            (FIRST.notebook, f"Back: {FIRST.title}"),
            (THIRD.notebook, f"Next: {THIRD.title}"),
        ]
        assert ways(make(WORKSHOP, last)) == [(before_last.notebook, f"Back: {before_last.title}")]


def test_a_section_without_neighbours_has_no_ways() -> None:
    alone = with_parts(WORKSHOP, sections=(FIRST,))
    assert "<nav" not in header(alone, FIRST) + footer(alone, FIRST)


def test_every_footer_says_where_to_find_support_and_gives_no_phone_number() -> None:
    for section in WORKSHOP.sections:
        html = footer(WORKSHOP, section)
        for place in WORKSHOP.support.places:
            assert f'<a href="{place.url}" target="_blank" rel="noopener noreferrer">' in html
        assert not any(part.isdigit() and len(part) > 4 for part in html.split())


def test_a_guide_leads_to_the_workshop_and_has_no_neighbours() -> None:
    guide = FIRST.model_copy(update={"id": "guide", "notebook": "facilitator-guide.ipynb"})
    workshop = with_parts(WORKSHOP, guides=(guide,))
    for html in (header(workshop, guide), footer(workshop, guide)):
        assert ways(html) == [(FIRST.notebook, f"To the workshop: {FIRST.title}")]
