"""What a person can do with their workbook: save a copy, bring one back, forget everything."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workshop_helpers.errors import WorkbookError
from workshop_helpers.home import doubt_about_folder
from workshop_helpers.widgets.shared.widget import MessageWidget, bundle
from workshop_helpers.workbook import Workbook


class WorkbookForm(MessageWidget):
    """Buttons for the workbook as a whole. What it holds travels as a message to the person's own browser."""

    _esm = bundle("own_workbook.js")
    _css = bundle("own_workbook.css")
    shown_as = "<your workbook>"
    messages = ("ready", "carry", "bring", "forget")

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        super().__init__({"title": "Your workbook"})

    def on_ready(self, _message: Mapping[str, Any]) -> None:
        """Say what may be wrong with the folder."""
        if doubt := doubt_about_folder():
            self._say(doubt)

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
            self._say("Your workbook is back. Pages that are open show it within a few seconds.")
        except WorkbookError as error:
            self._say(str(error))

    def on_forget(self, _message: Mapping[str, Any]) -> None:
        """Delete everything."""
        try:
            self._say(_forgotten(self._workbook.forget()))
        except WorkbookError as error:
            self._say(str(error))

    def _say(self, words: str) -> None:
        self.send({"type": "words", "words": words})


def _forgotten(copies: list[str]) -> str:
    words = (
        "Everything is forgotten on this computer. Pages that are open begin anew within a few seconds; one that is "
        "not connected shows what was typed until you close it. A notebook that you saved holds none of it."
    )
    if not copies:
        return words
    return (
        f"{words} Beside your workbook lie files that look like copies of it, perhaps made by a program that keeps "
        f"folders in step. They were left alone; delete them yourself: {', '.join(copies)}."
    )
