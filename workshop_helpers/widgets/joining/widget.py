"""The way into a room: a field for the join link or its code, and a way out again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from workshop_helpers.errors import WorkshopError
from workshop_helpers.room.news import News
from workshop_helpers.widgets.shared.watching import WatchedRoom, WatchingWidget
from workshop_helpers.widgets.shared.widget import bundle


class JoinControls(WatchedRoom, Protocol):
    """A person's membership of a room, as far as they come and go."""

    @property
    def joined(self) -> bool:
        """Whether they are in a room now."""

    def join(self, typed: str, here: str | None = None) -> int:
        """Join the room of a link or code, with the page's own server to look at; returns the number of seats.

        Raises:
            WorkshopError: why not, and what to do.
        """

    def leave(self) -> None:
        """Forget the room."""


class JoinForm(WatchingWidget):
    """Lets a person into a room and out of it. The link travels as a message, never as widget state.

    Args:
        membership: Their membership of a room.
    """

    _esm = bundle("joining.js")
    _css = bundle("joining.css")
    shown_as = "<the way into a room>"
    messages = ("ready", "join", "leave")

    def __init__(self, membership: JoinControls) -> None:
        self._membership = membership
        self._trouble: str | None = None
        super().__init__(membership, {})
        self.watch()

    def on_ready(self, _message: Mapping[str, Any]) -> None:
        """Say whether the person is in a room."""
        self._say("You are in a room." if self._membership.joined else "")

    def on_join(self, message: Mapping[str, Any]) -> None:
        """Join the room that a link or a code leads to."""
        here = message.get("here")
        try:
            seats = self._membership.join(str(message.get("typed") or ""), here if isinstance(here, str) else None)
        except WorkshopError as error:
            self._say(str(error))
            return
        self._say(
            f"You are in the room. It is set for {seats} people: does that match? On the next pages you choose what to "
            "add to it. Pages that are open already know it in a moment."
        )

    def on_leave(self, _message: Mapping[str, Any]) -> None:
        """Leave the room."""
        self._membership.leave()
        self._say("You have left the room. What you added stays in it until its picture, or until it ends.")

    def hear(self, news: News[Any]) -> None:
        """Say when the room cannot be reached or has ended, and when it is there again."""
        before, self._trouble = self._trouble, news.trouble
        if news.room is not None and news.trouble != before:
            self._say(news.trouble or "You are in the room again.")

    def _say(self, words: str) -> None:
        self.send({"type": "membership", "inside": self._membership.joined, "words": words})
