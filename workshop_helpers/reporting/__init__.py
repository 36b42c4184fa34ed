"""One person's own report: everything of theirs in one place, from their workbook alone, for them alone.

``gather`` puts it together, ``document`` makes one file of it to keep or print, ``contents`` a part of a page.
"""

from workshop_helpers.reporting.chapters import Chapter, Part, Report, Row, gather
from workshop_helpers.reporting.document import LOOK, TITLE, contents, document

__all__ = ["LOOK", "TITLE", "Chapter", "Part", "Report", "Row", "contents", "document", "gather"]
