"""A table from a survey tool, from the file to the picture."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from workshop_helpers.pooling.release import Release
from workshop_helpers.widgets.shared.offline import GroupRows, LiveRoom, OfflineForm, OfflineSession
from workshop_helpers.widgets.shared.widget import bundle


class TableControls(OfflineSession, Protocol):
    """Takes one table; what it says of it is for the page, as JSON can hold it."""

    def read(self, pool: str, content: bytes, headings: int | None = None) -> dict[str, Any]:
        """Read a file."""

    def check(self, chosen: Mapping[str, Any]) -> dict[str, Any]:
        """Say whether the chosen columns can be read."""

    def silent(self, chosen: Mapping[str, Any]) -> int:
        """How many rows hold something, but no answer."""

    def gathered(
        self, chosen: Mapping[str, Any], small: bool = False, *, empty: bool = False, silent: bool = True
    ) -> GroupRows:
        """Everybody in the table."""

    def reveal(
        self,
        chosen: Mapping[str, Any],
        small: bool = False,
        *,
        empty: bool = False,
        silent: bool = True,
        show: Callable[[Release], object],
    ) -> Release:
        """Draw the picture, show it, and forget the table."""


class TableForm(OfflineForm):
    """Choose a CSV file and say which column holds which question; the page shows what can be read, and the picture.

    Args:
        session: Where the table goes.
        pages: What can have been answered, page by page.
        largest: How many bytes a file may have.
        room: The room that its owner may lead, which can count these people too.
    """

    _esm = bundle("table.js")
    _css = bundle("table.css")
    shown_as = "<a table of answers>"
    messages = ("file", "columns", "draw", "join", "back", "forget")

    def __init__(
        self,
        session: TableControls,
        pages: Sequence[Mapping[str, Any]],
        largest: int,
        room: LiveRoom | None = None,
    ) -> None:
        self._table = session
        super().__init__(session, {"pages": list(pages), "largest": largest}, room)

    def _receive(self, widget: object, message: object, buffers: object) -> None:
        if isinstance(message, dict) and isinstance(buffers, list) and buffers:
            message = {**message, "content": bytes(buffers[0])}
        super()._receive(widget, message, buffers)

    def on_file(self, message: Mapping[str, Any]) -> None:
        """Read a file, which comes beside the message."""
        headings = message.get("headings")
        rows = headings if type(headings) is int and headings > 0 else None
        pool = str(message["pool"])

        def read() -> dict[str, Any]:
            found = self._table.read(pool, message["content"], rows)
            self._follow(pool)
            return {"type": "read", **found}

        self._answer(read)

    def on_columns(self, message: Mapping[str, Any]) -> None:
        """Say whether the chosen columns can be read."""
        self._answer(
            lambda: {
                "type": "checks",
                "number": message.get("number"),
                "checks": self._table.check(message["columns"]),
                "silent": self._table.silent(message["columns"]),
            }
        )

    def on_draw(self, message: Mapping[str, Any]) -> None:
        """Draw the picture."""

        def draw() -> dict[str, Any]:
            columns, how = _chosen(message)
            self._refuse_second_picture(self._table.gathered(columns, **how))
            return self._picture(lambda show: self._table.reveal(columns, **how, show=show))

        self._answer(draw)

    def on_join(self, message: Mapping[str, Any]) -> None:
        """Have the room count the people in the table."""
        columns, how = _chosen(message)
        self._join(lambda: self._table.gathered(columns, **how))

    def on_back(self, message: Mapping[str, Any]) -> None:
        """Take them back from the room."""
        self._take_back(str(message["pool"]))


def _chosen(message: Mapping[str, Any]) -> tuple[Any, dict[str, bool]]:
    """What the page chose: columns, and the rule and the rows that are people."""
    small, empty = message.get("small") is True, message.get("empty") is True
    return message["columns"], {"small": small, "empty": empty, "silent": message.get("silent") is not False}
