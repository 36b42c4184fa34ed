"""A person's own report on a page: not before they ask for it, and never in what a notebook saves."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from workshop_helpers.content import Workshop
from workshop_helpers.reporting import REPORT_TITLE, contents, document, gather_report
from workshop_helpers.widgets.shared.widget import MessageWidget, bundle
from workshop_helpers.workbook import Workbook


class ReportForm(MessageWidget):
    """A button that shows the report, and then buttons to save it as a file, print it and hide it again.

    It is made from the workbook each time the page asks, and travels as a message to the page that asked.
    This object holds no word of it.
    """

    _esm = bundle("report.js")
    _css = bundle("report.css")
    shown_as = "<your report>"
    messages = ("show",)

    def __init__(self, workshop: Workshop, workbook: Workbook) -> None:
        self._workshop = workshop
        self._workbook = workbook
        super().__init__({"title": REPORT_TITLE})

    def on_show(self, message: Mapping[str, Any]) -> None:
        """Make the report, with or without the answers to very personal questions, and hand it to the page."""
        with_them = message.get("without") is not True
        report = gather_report(self._workshop, self._workbook, date.today(), very_personal=with_them)
        self.send(
            {
                "type": "report",
                "number": message.get("number"),
                "contents": contents(report, level=4),  # under the title of the form, which is of level 3
                "document": document(report),
                "personal": report.very_personal,
            }
        )
