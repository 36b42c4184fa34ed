"""One person's own report: everything of theirs in one place, from their workbook alone, for them alone.

``gather_report`` puts it together, ``document`` makes one file of it to keep or print, ``contents`` a part of a page.
"""

from workshop_helpers.reporting.chapters import Chapter, Report, ReportPart, Row, gather_report
from workshop_helpers.reporting.document import REPORT_TITLE, contents, document

__all__ = ["REPORT_TITLE", "Chapter", "Report", "ReportPart", "Row", "contents", "document", "gather_report"]
