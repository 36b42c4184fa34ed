"""The way into a room: a field for the join link or its code, and a way out again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from workshop_helpers.errors import WorkshopError
from workshop_helpers.room.news import News
from workshop_helpers.widgets.shared.watching import WatchedRoom, WatchingWidget
from workshop_helpers.widgets.shared.widget import bundle

_BEFORE_LEAVING = (
    "Something that you added is in this room. If you leave, it stays there, and counts if a picture is drawn. You can "
    "take it back first."
)
_LEFT = "You have left the room."
_LEFT_WITHOUT = "You have left the room. What you had added is taken back, where no picture was drawn yet."
_LEFT_WITH = (
    "You have left the room. What you added was in it when you left, and counts if a picture is drawn. To take it back "
    "before that, join the room again with the same link."
)


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

    @property
    def holds(self) -> bool:
        """Whether something that is open may have something of theirs."""

    def leave(self, *, take_back: bool = False) -> None:
        """Forget the room; what is open there and has something of theirs gives it back first, if they want that.

        Raises:
            WorkshopError: why that could not be; then they are still in the room.
        """


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

    def on_leave(self, message: Mapping[str, Any]) -> None:
        """Leave the room, or ask first what is to become of that which was added to it."""
        holds, added = self._membership.holds, message.get("added")
        if holds and added not in ("stays", "back"):
            self.send({"type": "ask", "words": _BEFORE_LEAVING})
            return
        try:
            self._membership.leave(take_back=added == "back")
        except WorkshopError as error:
            self._say(str(error))
            return
        self._say(_LEFT if not holds else _LEFT_WITHOUT if added == "back" else _LEFT_WITH)

    def hear(self, news: News[Any]) -> None:
        """Say when the room cannot be reached or has ended, and when it is there again."""
        before, self._trouble = self._trouble, news.trouble
        if news.room is not None and news.trouble != before:
            self._say(news.trouble or "You are in the room again.")

    def _say(self, words: str) -> None:
        self.send({"type": "membership", "inside": self._membership.joined, "words": words})
