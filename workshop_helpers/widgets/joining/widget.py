"""The way into a room: a field for the join link or its code, and a way out again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from workshop_helpers.errors import WorkshopError
from workshop_helpers.widgets.shared.widget import MessageWidget, bundle


class JoinForm(MessageWidget):
    """Lets a person into a room and out of it. The link travels as a message, never as widget state.

    Args:
        join: From what was typed, and the address of the page's own server if it has one, to the number of seats;
            raises ``WorkshopError`` with what to do.
        leave: Forgets the room.
        inside: Whether the person is in a room now.
    """

    _esm = bundle("joining.js")
    _css = bundle("joining.css")
    shown_as = "<the way into a room>"
    messages = ("ready", "join", "leave")

    def __init__(
        self, join: Callable[[str, str | None], int], leave: Callable[[], None], inside: Callable[[], bool]
    ) -> None:
        self._join = join
        self._leave = leave
        self._inside = inside
        self._trouble: str | None = None
        super().__init__({})

    def on_ready(self, _message: Mapping[str, Any]) -> None:
        """Say whether the person is in a room."""
        self._say("You are in a room." if self._inside() else "")

    def on_join(self, message: Mapping[str, Any]) -> None:
        """Join the room that a link or a code leads to."""
        here = message.get("here")
        try:
            seats = self._join(str(message.get("typed") or ""), here if isinstance(here, str) else None)
        except WorkshopError as error:
            self._say(str(error))
            return
        self._say(
            f"You are in the room. It is set for {seats} people: does that match? On the next pages you choose what to "
            "add to it. Pages that are open already know it in a moment."
        )

    def on_leave(self, _message: Mapping[str, Any]) -> None:
        """Leave the room."""
        self._leave()
        self._say("You have left the room. What you added stays in it until its picture, or until it ends.")

    def news(self, _pools: object, trouble: str | None) -> None:
        """Say when the room cannot be reached or has ended, and when it is there again."""
        if trouble != self._trouble:
            self._trouble = trouble
            self._say(trouble or "You are in the room again.")

    def _say(self, words: str) -> None:
        self.send({"type": "membership", "inside": self._inside(), "words": words})
