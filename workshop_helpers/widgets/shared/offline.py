"""Pages that gather a group's answers without a network: slips from a paper hat, a table from a survey tool.

What is typed or chosen goes to the kernel as messages, never as widget state, and never back. It is forgotten when
the picture is drawn, when the page asks for it, when the cell is run again, and after half an hour.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from workshop_helpers.errors import WorkshopError
from workshop_helpers.pictures import picture_html
from workshop_helpers.pooling.release import Release
from workshop_helpers.widgets.shared.widget import MessageWidget


class OfflineSession(Protocol):
    """Holds answers until the picture is drawn; every method raises ``WorkshopError`` with what to do."""

    gone: Callable[[], None]

    def forget(self) -> None:
        """Forget all answers."""


class OfflineForm(MessageWidget):
    """What both pages have in common.

    Args:
        session: Where the answers are.
        spec: What the page asks.
    """

    def __init__(self, session: OfflineSession, spec: dict[str, Any]) -> None:
        self._session = session
        super().__init__(spec)
        session.gone = self._gone

    def close(self) -> None:
        """Forget what was gathered."""
        self._session.forget()
        super().close()

    def on_forget(self, _message: Mapping[str, Any]) -> None:
        """Forget what was gathered."""
        self._session.forget()
        self.send({"type": "forgotten"})

    def _answer(self, make: Callable[[], dict[str, Any]]) -> None:
        try:
            reply = make()
        except WorkshopError as error:
            reply = {"type": "refused", "words": str(error)}
        self.send(reply)

    def _picture(self, release: Release) -> dict[str, Any]:
        return {"type": "picture", "html": picture_html(release), "release": release.to_json()}

    def _gone(self) -> None:
        self.send({"type": "gone"})
