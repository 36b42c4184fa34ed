"""A report as HTML: one file to keep or print, or a part of a page. Whatever came from outside is escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from pathlib import Path

from workshop_helpers.colours import COLOURS
from workshop_helpers.feedback.words import TRUST_YOURSELF
from workshop_helpers.reporting.chapters import Chapter, Report, ReportPart, Row

TITLE = "Your report"
_HERE = Path(__file__).parent
_LOOK = (_HERE / "report.css").read_text(encoding="utf-8")
_PAGE = (_HERE / "page.css").read_text(encoding="utf-8")

# Even if something went wrong with the text: whoever opens the file runs no script and fetches nothing.
_FENCE = (
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
    '<meta name="referrer" content="no-referrer">'
)


def document(report: Report) -> str:
    """The report as one file: no script, nothing fetched, light and dark, fit to print. Holds answers."""
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n{_FENCE}\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{TITLE}</title>\n<style>\n{COLOURS}{_PAGE}{_LOOK}</style>\n</head>\n"
        f'<body>\n<main class="wh-report">\n<h1>{TITLE}</h1>\n{contents(report, level=2)}</main>\n</body>\n</html>\n'
    )


def contents(report: Report, level: int) -> str:
    """The report without its title, with headings from this level down, to stand on a page. Holds answers."""
    return "".join(
        [
            _about(report),
            *(_chapter(chapter, level) for chapter in report.chapters),
            _done(report, level),
            _support(report, level),
        ]
    )


def _about(report: Report) -> str:
    """When and from what it was made, and what it is not; for somebody who has not begun, where to start."""
    day = f"{report.made.day} {report.made:%B %Y}"
    words = [f"Made on {day} from your workbook on this computer, and from nothing else. Nothing was sent anywhere."]
    if report.chapters:
        words += [
            "This is not a test result. It gives back what you chose and what you wrote; the feedback speaks of those "
            f"answers alone. {TRUST_YOURSELF}",
            "Answers to very personal questions are in it only if you kept them on this computer, or gave them on the "
            "page that made this report.",
            "Anyone who has it, as a file or on paper, can read it. At its end are places to turn to.",
        ]
    elif report.trouble is None:
        words.append(
            "You have not answered or written anything so far, and that is fine: nothing here has to be filled. "
            f"A good place to start is the page “{report.start.title}”, in the file {report.start.notebook}."
        )
    trouble = f'<p class="wh-trouble">{_text(report.trouble)}</p>\n' if report.trouble else ""
    return f'{trouble}<div class="wh-about">\n{_paragraphs(words)}</div>\n'


def _chapter(chapter: Chapter, level: int) -> str:
    parts = "".join(_part(part, level + 1) for part in chapter.parts)
    return f"<section>\n{_heading(level, chapter.title)}{parts}</section>\n"


def _part(part: ReportPart, level: int) -> str:
    ruler = f'<p class="wh-note">Numbers: {_text(part.ruler)}.</p>\n' if part.ruler else ""
    rows = _table(part) if part.columns else _lines(part)
    notes = "".join(f'<p class="wh-note">{_text(words)}</p>\n' for words in part.notes)
    told = (
        f'<div class="wh-told">\n{_heading(level + 1, "Feedback")}{_paragraphs(part.feedback)}</div>\n'
        if part.feedback
        else ""
    )
    return f'<div class="wh-part">\n{_heading(level, part.title)}{ruler}{rows}{notes}{told}</div>\n'


def _lines(part: ReportPart) -> str:
    lines = "".join(
        f'<div><dt>{_text(row.question)}</dt><dd dir="auto">{_text(answer)}</dd></div>\n'
        for row in part.rows
        for answer in row.answers
    )
    kind = "wh-own" if part.own_words else "wh-chosen"
    return f'<dl class="{kind}">\n{lines}</dl>\n' if part.rows else ""


def _table(part: ReportPart) -> str:
    titles = "".join(f'<th scope="col">{_text(title)}</th>' for title in part.columns)
    rows = "".join(f'<tr><th scope="row">{_text(row.question)}</th>{_cells(row)}</tr>\n' for row in part.rows)
    return (
        f'<table>\n<thead><tr><th scope="col">Question</th>{titles}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n'
    )


def _cells(row: Row) -> str:
    return "".join(
        f'<td dir="auto">{_text(answer)}</td>' if answer else '<td class="wh-note">no answer</td>'
        for answer in row.answers
    )


def _done(report: Report, level: int) -> str:
    words = "You have not ticked any page as done. There is no hurry."
    if report.done:
        words = f"You have ticked {len(report.done)} of {report.pages} pages as done:"
    titles = "".join(f"<li>{_text(title)}</li>\n" for title in report.done)
    pages = f"<ul>\n{titles}</ul>\n" if titles else ""
    return f"<section>\n{_heading(level, 'Pages you have done')}{_paragraphs([words])}{pages}</section>\n"


def _support(report: Report, level: int) -> str:
    places = "".join(
        f'<li><a href="{_text(place.url)}" target="_blank" rel="noopener noreferrer">{_text(place.name)}</a>: '
        f"{_text(place.text)}</li>\n"
        for place in report.support.places
    )
    return (
        f"<section>\n{_heading(level, 'If you want to talk to someone')}{_paragraphs([report.support.text])}"
        f"<ul>\n{places}</ul>\n</section>\n"
    )


def _heading(level: int, words: str) -> str:
    return f"<h{level}>{_text(words)}</h{level}>\n"


def _paragraphs(words: Iterable[str]) -> str:
    return "".join(f"<p>{_text(paragraph)}</p>\n" for paragraph in words)


def _text(words: str) -> str:
    """Text that stays text inside HTML; half an emoji, which no file can hold, becomes a question mark."""
    return escape(words.encode("utf-8", "replace").decode("utf-8"))
