"""How far somebody is: one quiet line that follows along."""

from __future__ import annotations

import ipywidgets

from workshop_helpers.content import Section, Workshop
from workshop_helpers.workbook import Workbook


class Progress(ipywidgets.HTML):  # type: ignore[misc]  # ipywidgets is untyped
    """Says how many of a section's self-assessments and of the workshop's pages are done; never what was answered."""

    def __init__(self, workshop: Workshop, section: Section, workbook: Workbook) -> None:
        self._workshop = workshop
        self._section = section
        self._workbook = workbook
        super().__init__()
        self.refresh()
        workbook.watch(self.refresh)

    def __repr__(self) -> str:
        return "<progress>"

    def refresh(self) -> None:
        """Read the workbook again."""
        here = self._section.assessments
        finished = sum(bool(self._workbook.get("finished", name)) for name in here)
        done = sum(bool(self._workbook.get("sections", section.id)) for section in self._workshop.sections)
        words = [f"{done} of {len(self._workshop.sections)} pages done"]
        if here:
            words.insert(0, f"Here: {finished} of {len(here)} self-assessments finished")
        self.value = f'<p role="status" style="margin: 0; font-size: 1rem">{". ".join(words)}.</p>'
