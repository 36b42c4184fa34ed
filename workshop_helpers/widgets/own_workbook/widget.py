"""What a person can do with their workbook: save a copy, bring one back, forget everything."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workshop_helpers.errors import WorkbookError
from workshop_helpers.widgets.shared.widget import MessageWidget, bundle
from workshop_helpers.workbook import Workbook


class WorkbookForm(MessageWidget):
    """Buttons for the workbook as a whole. What it holds travels as a message to the person's own browser."""

    _esm = bundle("own_workbook.js")
    _css = bundle("own_workbook.css")
    shown_as = "<your workbook>"
    messages = ("carry", "bring", "forget")

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        super().__init__({"title": "Your workbook"})

    def on_carry(self, _message: Mapping[str, Any]) -> None:
        """Hand the workbook to the browser, to be saved as a file."""
        try:
            self.send({"type": "carry", "text": self._workbook.carry_away()})
        except WorkbookError as error:
            self._say(str(error))

    def on_bring(self, message: Mapping[str, Any]) -> None:
        """Take a workbook that was saved as a file."""
        try:
            self._workbook.bring_back(str(message.get("text", "")))
            self._say("Your workbook is back. In the menu Run, choose Run All Cells to see it.")
        except WorkbookError as error:
            self._say(str(error))

    def on_forget(self, _message: Mapping[str, Any]) -> None:
        """Delete everything."""
        try:
            self._workbook.forget()
            self._say(
                "Everything is forgotten on this computer. Forms that are still open show what was typed until you "
                "close them. A notebook that you saved holds none of it."
            )
        except WorkbookError as error:
            self._say(str(error))

    def _say(self, words: str) -> None:
        self.send({"type": "words", "words": words})
