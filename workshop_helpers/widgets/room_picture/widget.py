"""The room's picture on a page: whether enough have answered, and at the reveal the picture itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from workshop_helpers.errors import WorkshopError
from workshop_helpers.pictures import picture_html
from workshop_helpers.pooling.release import Release
from workshop_helpers.room.news import News
from workshop_helpers.widgets.shared.watching import WatchedRoom, WatchingWidget
from workshop_helpers.widgets.shared.widget import bundle


class RoomPicture(WatchingWidget):
    """Waits for one picture of the room, and shows it without the cell being run again.

    The picture travels as a message, so that no notebook saves it: how long it is kept is the group's to say.

    Args:
        pool: The pool's name.
        room: What tells how it stands: its ``state``, and whether ``enough`` people have answered.
        release: What is drawn; raises ``WorkshopError`` until it is revealed.
    """

    _esm = bundle("room_picture.js")
    _css = bundle("room_picture.css")
    shown_as = "<the room's picture>"
    messages = ("ready",)

    def __init__(self, pool: str, room: WatchedRoom, release: Callable[[], Release]) -> None:
        super().__init__(room, {})
        self._pool = pool
        self._release = release
        self._told: Mapping[str, str] = {}
        self._shown: tuple[str, str] | None = None  # the room, and its opening, whose picture is here
        self._tell("Looking for the room.")
        self.watch()

    def on_ready(self, _message: Mapping[str, Any]) -> None:
        """Tell a page that was just opened how things stand."""
        self.send(self._told)

    def hear(self, news: News[Any]) -> None:
        """Show how things stand in the room."""
        seen = news.pools.get(self._pool)
        if news.room is None:
            return  # the page shows something else in a moment
        if self._shown and self._shown[0] == news.room and (seen is None or seen.number == self._shown[1]):
            return  # it is here, whether or not the room can be reached, and never changes
        if news.trouble:
            self._tell(news.trouble)
        elif seen is None:
            self._tell("The facilitator has not opened this yet. You can answer it already.")
        elif seen.state == "open":
            count = "Enough people have answered for a picture." if seen.enough else "Not yet enough for a picture."
            self._tell("The picture comes here by itself when the facilitator reveals it.", count=count)
        elif seen.state == "discarded":
            self._tell("This was closed without a picture, and what was in it is forgotten.")
        else:
            self._show((news.room, seen.number))

    def _show(self, opening: tuple[str, str]) -> None:
        try:
            drawn = picture_html(self._release())
        except WorkshopError as error:
            self._tell(str(error))
        else:
            self._tell("Your room's picture is here.", html=drawn)
            self._shown = opening

    def _tell(self, words: str, *, count: str = "", html: str = "") -> None:
        self._shown = None
        told = {"type": "room", "words": words, "count": count, "html": html}
        if told != self._told:
            self._told = told
            self.send(told)
