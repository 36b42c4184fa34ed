"""A report as HTML: one file to keep or print, or a part of a page."""

from __future__ import annotations

from workshop_helpers.feedback.words import TRUST_YOURSELF
from workshop_helpers.reporting.chapters import Report
from workshop_helpers.templating import render

REPORT_TITLE = "Your report"


def document(report: Report) -> str:
    """The report as one file: no script, nothing fetched, light and dark, fit to print. Holds answers."""
    return _rendered("report-file.html", report, level=2)


def contents(report: Report, level: int) -> str:
    """The report without its title, with headings from this level down, to stand on a page. Holds answers."""
    return _rendered("report.html", report, level)


def _rendered(template: str, report: Report, level: int) -> str:
    return render(
        template, title=REPORT_TITLE, report=report, about=_about(report), support=report.support, level=level
    )


def _about(report: Report) -> list[str]:
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
    return words
