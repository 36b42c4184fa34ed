"""What notebooks show as plain HTML: headers, footers, and a picture with its table and prompts.

Pure: from content and releases to text. Everything that is not ours is escaped.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from workshop_helpers.colours import COLOURS
from workshop_helpers.content import Section, Workshop

# Colours come from JupyterLab's theme where it has them, so that dark pages stay dark.
_STYLE = """\
.wh-page { max-width: 46rem; font: 1rem/1.55 var(--jp-content-font-family, system-ui, sans-serif); }
.wh-page p, .wh-page li, .wh-page td, .wh-page th, .wh-page summary { font-size: 1rem; }
.wh-page h2, .wh-page h3 { margin-top: 1rem; }
.wh-page nav { margin: .75rem 0; display: flex; flex-wrap: wrap; justify-content: space-between; gap: .25rem 1.5rem; }
.wh-page .wh-facts { border-left: 4px solid var(--wh-accent); padding: .1rem 0 .1rem 1rem; }
.wh-page .wh-facts p, .wh-page .wh-facts ul { margin: .35rem 0; }
.wh-page figure { margin: 0 0 .75rem; }
.wh-page img { width: 100%; height: auto; border-radius: 8px; }
.wh-page summary { cursor: pointer; padding: .5rem 0; font-weight: 600; }
.wh-page .wh-table { overflow-x: auto; }
"""


def page(body: str) -> str:
    """A fragment of a page with the workshop's look."""
    return f'<style>{COLOURS}{_STYLE}</style><div class="wh-page">{body}</div>'


def header(workshop: Workshop, section: Section) -> str:
    """Where you are: aims, minutes, content note, and the ways back and on."""
    aims = "".join(f"<li>{escape(aim)}</li>" for aim in section.aims)
    return page(
        f'<div class="wh-facts" role="note" aria-label="About this page">'
        f"<p><strong>What you will do</strong> (about {section.minutes} minutes)</p><ul>{aims}</ul>"
        f"<p><strong>Good to know.</strong> {escape(section.content_note)}</p></div>"
        f"{_ways(workshop, section)}"
    )


def footer(workshop: Workshop, section: Section) -> str:
    """Where to find support, and the way on."""
    places = "".join(
        f'<li><a href="{escape(place.url)}" target="_blank" rel="noopener noreferrer">{escape(place.name)}</a>: '
        f"{escape(place.text)}</li>"
        for place in workshop.support.places
    )
    return page(
        f"<h2>If you want to talk to someone</h2><p>{escape(workshop.support.text)}</p><ul>{places}</ul>"
        f"{_ways(workshop, section)}"
    )


def _ways(workshop: Workshop, section: Section) -> str:
    if section in workshop.guides:
        start = workshop.sections[0]
        return _nav([f'<a href="{escape(start.notebook)}">To the workshop: {escape(start.title)}</a>'])
    place = workshop.sections.index(section)
    before = workshop.sections[place - 1] if place > 0 else None
    after = workshop.sections[place + 1] if place + 1 < len(workshop.sections) else None
    links = [
        f'<a href="{escape(other.notebook)}">{word}: {escape(other.title)}</a>'
        for word, other in (("Back", before), ("Next", after))
        if other is not None
    ]
    return _nav(links)


def _nav(links: Sequence[str]) -> str:
    return f'<nav aria-label="Pages of the workshop">{"".join(links)}</nav>' if links else ""


def sorry(message: str) -> str:
    """What went wrong and what to do, in place of a traceback."""
    lines = "<br>".join(escape(line) for line in message.splitlines())
    return page(f'<p role="alert"><strong>That did not work.</strong> {lines}</p>')


def picture(title: str, wide: str, narrow: str, alt_text: str, table: str, prompts: Sequence[str]) -> str:
    """A group's picture with its text table and the prompts for a discussion.

    Args:
        title: The self-assessment's title.
        wide: The picture as base64 PNG, and ``narrow`` the same for a phone.
        alt_text: What the picture shows, in sentences.
        table: The same as an HTML table, already escaped.
        prompts: Questions for the group.
    """
    return page(
        f'<figure><picture><source media="(max-width: 600px)" srcset="data:image/png;base64,{narrow}">'
        f'<img src="data:image/png;base64,{wide}" alt="{escape(alt_text)}"></picture></figure>'
        f'<details><summary>The same as a table</summary><div class="wh-table">{table}</div></details>'
        f"{_to_talk_about(title, prompts)}"
    )


def prompts_alone(title: str, prompts: Sequence[str]) -> str:
    """The prompts for a private self-assessment, and why there is no picture above them."""
    return page(
        '<div class="wh-facts" role="note"><p><strong>There is no picture here.</strong> These answers stay with each '
        "person. Talk about the questions in general, or about invented people; nobody needs to say what they "
        f"answered.</p></div>{_to_talk_about(title, prompts)}"
    )


def _to_talk_about(title: str, prompts: Sequence[str]) -> str:
    questions = "".join(f"<li>{escape(prompt)}</li>" for prompt in prompts)
    return f"<h3>To talk about: {escape(title)}</h3><ul>{questions}</ul>"
