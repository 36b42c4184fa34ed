"""Widgets that are told how their room stands, from a thread, until they are closed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from workshop_helpers.room.news import News
from workshop_helpers.widgets.shared.widget import MessageWidget


class WatchedRoom(Protocol):
    """Tells how a room stands, now and then."""

    def watch(self, hear: Callable[[News[Any]], object]) -> None:
        """Call ``hear`` with news from now on, and soon for the first time."""

    def unwatch(self, hear: Callable[..., object]) -> None:
        """Stop calling it."""


class WatchingWidget(MessageWidget):
    """A widget that is told how a room stands.

    Args:
        room: What tells it.
        spec: What the page needs to know.
    """

    def __init__(self, room: WatchedRoom, spec: dict[str, Any]) -> None:
        self._watched = room
        super().__init__(spec)

    def watch(self) -> None:
        """Begin to listen."""
        self._watched.watch(self.hear)

    def hear(self, news: News[Any]) -> None:
        """Take news. Called from a thread."""
        raise NotImplementedError

    def close(self) -> None:
        """Stop listening."""
        self._watched.unwatch(self.hear)
        super().close()
