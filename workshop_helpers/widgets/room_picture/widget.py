"""The room's picture on a page: how many have answered, and at the reveal the picture itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from workshop_helpers.errors import WorkshopError
from workshop_helpers.pictures import picture_html
from workshop_helpers.pooling.release import Release
from workshop_helpers.widgets.shared.widget import MessageWidget, bundle

# Pools by name; each has a ``state``, and how many have ``answered`` of how many ``seats``.
News = Callable[[Mapping[str, Any], str | None], None]


class RoomPicture(MessageWidget):
    """Waits for one picture of the room, and shows it without the cell being run again.

    The picture travels as a message, so that no notebook saves it: how long it is kept is the group's to say.

    Args:
        pool: The pool's name.
        watch: Calls back under this name with the room's pools every few seconds; ``unwatch`` stops that.
        release: What is drawn; raises ``WorkshopError`` until it is revealed.
    """

    _esm = bundle("room_picture.js")
    _css = bundle("room_picture.css")
    shown_as = "<the room's picture>"
    messages = ("ready",)

    def __init__(
        self,
        pool: str,
        watch: Callable[[str, News], None],
        unwatch: Callable[[str], None],
        release: Callable[[], Release],
    ) -> None:
        super().__init__({})
        self._pool = pool
        self._unwatch = unwatch
        self._release = release
        self._told: Mapping[str, str] = {}
        self._tell("Looking for the room.")
        watch(pool, self.news)

    def on_ready(self, _message: Mapping[str, Any]) -> None:
        """Tell a page that was just opened how things stand."""
        self.send(self._told)

    def news(self, pools: Mapping[str, Any], trouble: str | None) -> None:
        """Show how things stand in the room."""
        seen = pools.get(self._pool)
        if trouble:
            self._tell(trouble)
        elif seen is None:
            self._tell("The facilitator has not opened this yet. You can answer it already.")
        elif seen.state == "open":
            count = f"{seen.answered} of {seen.seats} have answered."
            self._tell("The picture comes here by itself when the facilitator reveals it.", count=count)
        elif seen.state == "discarded":
            self._tell("This was closed without a picture, and what was in it is forgotten.")
        else:
            self._show()

    def _show(self) -> None:
        try:
            drawn = picture_html(self._release())
        except WorkshopError as error:
            self._tell(str(error))
        else:
            self._unwatch(self._pool)
            self._tell("Your room's picture is here.", html=drawn)

    def _tell(self, words: str, *, count: str = "", html: str = "") -> None:
        told = {"type": "room", "words": words, "count": count, "html": html}
        if told != self._told:
            self._told = told
            self.send(told)
