"""The room's picture on a page: how many have answered, and at the reveal the picture itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import ipywidgets

from workshop_helpers.errors import WorkshopError

# Pools by name; each has a ``state``, and how many have ``answered`` of how many ``seats``.
News = Callable[[Mapping[str, Any], str | None], None]


class RoomPicture(ipywidgets.HTML):  # type: ignore[misc]  # ipywidgets is untyped
    """Waits for one picture of the room, and shows it without the cell being run again.

    Args:
        pool: The pool's name.
        watch: Calls back with the room's pools every few seconds; ``unwatch`` stops that.
        picture: The picture as HTML; raises ``WorkshopError`` until it is revealed.
        waiting: From a sentence to HTML.
    """

    def __init__(
        self,
        pool: str,
        watch: Callable[[News], None],
        unwatch: Callable[[News], None],
        picture: Callable[[], str],
        waiting: Callable[[str], str],
    ) -> None:
        super().__init__()
        self._pool = pool
        self._unwatch = unwatch
        self._picture = picture
        self._waiting = waiting
        self._say("Looking for the room.")
        watch(self.news)

    def __repr__(self) -> str:
        return "<the room's picture>"

    def news(self, pools: Mapping[str, Any], trouble: str | None) -> None:
        """Show how things stand in the room."""
        seen = pools.get(self._pool)
        if trouble:
            self._say(trouble)
        elif seen is None:
            self._say("The facilitator has not opened this yet.")
        elif seen.state == "open":
            answered = f"{seen.answered} of {seen.seats} have answered."
            self._say(f"{answered} The picture comes here when the facilitator reveals it.")
        elif seen.state == "discarded":
            self._say("This was closed without a picture, and what was in it is forgotten.")
        else:
            self._show()

    def _show(self) -> None:
        try:
            self.value = self._picture()
        except WorkshopError as error:
            self._say(str(error))
        else:
            self._unwatch(self.news)

    def _say(self, sentence: str) -> None:
        words = self._waiting(sentence)
        if self.value != words:  # said once, so that a screen reader is not made to say it over and over
            self.value = words
