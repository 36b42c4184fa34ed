"""Pages that gather a group's answers without a network: slips from a paper hat, a table from a survey tool.

What is typed or chosen goes to the kernel as messages, never as widget state, and never back. It is forgotten when
the picture is drawn, when the page asks for it, when the cell is run again, and after half an hour.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from workshop_helpers.errors import WorkshopError
from workshop_helpers.forms.form import Form, static

_SHARED = ("elements.js", "countdown.js", "group-picture.js", "gathering.js")


class Keeper(Protocol):
    """Holds answers until the picture is drawn; every method raises ``WorkshopError`` with what to do."""

    gone: Callable[[], None]

    def forget(self) -> None:
        """Forget all answers."""


class Hat(Keeper, Protocol):
    """Takes slips: ``number`` of them are in, and ``needed`` are needed for a picture."""

    def begin(self, pool: str, word: str, small: bool = False) -> Any:
        """Take slips for one self-assessment from now on."""

    def add(self, code: str) -> Any:
        """Put one slip in."""

    def reveal(self) -> Any:
        """Draw the picture, and forget every slip."""


class Sheet(Keeper, Protocol):
    """Takes one table; what it says of it is for the page, as JSON can hold it."""

    def read(self, pool: str, content: bytes) -> dict[str, Any]:
        """Read a file."""

    def check(self, chosen: Mapping[str, Any]) -> dict[str, Any]:
        """Say whether the chosen columns can be read."""

    def reveal(self, chosen: Mapping[str, Any], small: bool = False) -> Any:
        """Draw the picture, and forget the table."""


class Gathering(Form):
    """What both pages have in common.

    Args:
        keeper: Where the answers are.
        spec: What the page asks.
        draw: From a release to its picture with its prompts, as HTML.
    """

    _css = static("form.css", "leading.css", "gathering.css")

    def __init__(self, keeper: Keeper, spec: dict[str, Any], draw: Callable[[Any], str]) -> None:
        self._keeper = keeper
        self._draw = draw
        super().__init__(spec)
        keeper.gone = self._gone

    def close(self) -> None:
        """Forget what was gathered."""
        self._keeper.forget()
        super().close()

    def on_forget(self, _message: Mapping[str, Any]) -> None:
        """Forget what was gathered."""
        self._keeper.forget()
        self.send({"type": "forgotten"})

    def _answer(self, make: Callable[[], dict[str, Any]]) -> None:
        try:
            reply = make()
        except WorkshopError as error:
            reply = {"type": "refused", "words": str(error)}
        self.send(reply)

    def _picture(self, release: Any) -> dict[str, Any]:
        return {"type": "picture", "html": self._draw(release), "release": release.to_json()}

    def _gone(self) -> None:
        self.send({"type": "gone"})


class SlipsForm(Gathering):
    """Type in the slips of a paper hat, one after the other; the page shows how many, and at the end the picture.

    Args:
        hat: Where they go.
        pages: What can have been answered, page by page.
        draw: From a release to its picture with its prompts, as HTML.
    """

    _esm = static(*_SHARED, "slips.js")
    shown_as = "<slips from a paper hat>"
    messages = ("begin", "slip", "reveal", "forget")

    def __init__(self, hat: Hat, pages: Sequence[Mapping[str, Any]], draw: Callable[[Any], str]) -> None:
        self._hat = hat
        super().__init__(hat, {"pages": list(pages)}, draw)

    def on_begin(self, message: Mapping[str, Any]) -> None:
        """Take slips for one self-assessment from now on."""
        pool, word, small = str(message["pool"]), str(message["word"]), message.get("small") is True
        self._answer(lambda: {"type": "begun", **self._hat.begin(pool, word, small)._asdict()})

    def on_slip(self, message: Mapping[str, Any]) -> None:
        """Put one slip in."""
        self._answer(lambda: {"type": "slips", **self._hat.add(str(message["code"]))._asdict()})

    def on_reveal(self, _message: Mapping[str, Any]) -> None:
        """Draw the picture."""
        self._answer(lambda: self._picture(self._hat.reveal()))


class TableForm(Gathering):
    """Choose a CSV file and say which column holds which question; the page shows what can be read, and the picture.

    Args:
        sheet: Where the table goes.
        pages: What can have been answered, page by page.
        largest: How many bytes a file may have.
        draw: From a release to its picture with its prompts, as HTML.
    """

    _esm = static(*_SHARED, "table.js")
    shown_as = "<a table of answers>"
    messages = ("file", "columns", "draw", "forget")

    def __init__(
        self, sheet: Sheet, pages: Sequence[Mapping[str, Any]], largest: int, draw: Callable[[Any], str]
    ) -> None:
        self._sheet = sheet
        super().__init__(sheet, {"pages": list(pages), "largest": largest}, draw)

    def _receive(self, widget: object, message: object, buffers: object) -> None:
        if isinstance(message, dict) and isinstance(buffers, list) and buffers:
            message = {**message, "content": bytes(buffers[0])}
        super()._receive(widget, message, buffers)

    def on_file(self, message: Mapping[str, Any]) -> None:
        """Read a file, which comes beside the message."""
        self._answer(lambda: {"type": "read", **self._sheet.read(str(message["pool"]), message["content"])})

    def on_columns(self, message: Mapping[str, Any]) -> None:
        """Say whether the chosen columns can be read."""
        self._answer(
            lambda: {
                "type": "checks",
                "number": message.get("number"),
                "checks": self._sheet.check(message["columns"]),
            }
        )

    def on_draw(self, message: Mapping[str, Any]) -> None:
        """Draw the picture."""
        small = message.get("small") is True
        self._answer(lambda: self._picture(self._sheet.reveal(message["columns"], small)))
