"""The facilitator's console: open a room, open and reveal its self-assessments, end it. Never what anybody answered.

The room's link and key travel as messages between kernel and page, never as widget state.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from typing import Any, Protocol

from workshop_helpers.errors import LinkError, MalformedReply, Unreachable, WorkshopError
from workshop_helpers.pictures import picture_html
from workshop_helpers.pooling.release import Release
from workshop_helpers.room.news import News
from workshop_helpers.widgets.shared.watching import WatchedRoom, WatchingWidget
from workshop_helpers.widgets.shared.widget import bundle

_ENDED = "The room has ended. Its code, its key and all that was in it are forgotten."
_FORGOTTEN_HERE = (
    "The room is forgotten here, with its code and its key. It could not be reached: if it still runs, it ends when "
    "its server does, or after twelve hours."
)


class LeadControls(WatchedRoom, Protocol):
    """What a facilitator can do; every method raises ``WorkshopError`` with what went wrong and what to do."""

    @property
    def room(self) -> Any:
        """The room that is led, as ``room.client.led_room.LedRoom`` has it, or ``None``."""

    def take(self, address: str, code: str, key: str, seats: int) -> None:
        """Lead a room that the page's own server has made."""

    def take_line(self, line: str) -> None:
        """Lead a room that another process serves."""

    def seat(self, seats: int) -> None:
        """Change the number of people."""

    def be_small(self, small: bool) -> None:
        """Choose to be a small circle, or not."""

    def open(self, pool: str) -> None:
        """Begin to collect."""

    def close(self, pool: str) -> None:
        """Forget what was collected."""

    def rehearse(self, pool: str) -> None:
        """Have invented people answer, here alone."""

    def stop_rehearsing(self, pool: str) -> None:
        """Forget the invented people."""

    def reveal(self, pool: str) -> Release:
        """Draw the one picture."""

    def end(self, anyway: bool = False) -> bool:
        """End the room and forget its key; says whether the room is known to have ended."""


class Console(WatchingWidget):
    """One facilitator's page.

    Args:
        controls: What they can do.
        pages: What they can open, page by page.
        agendas: What they can follow, each as ``agenda_spec`` gives it.
        fit: Raises ``LinkError`` if a room in the server at this address would be unprotected.
    """

    _esm = bundle("console.js")
    _css = bundle("console.css")
    shown_as = "<room>"
    messages = (
        "ready", "made", "line", "seats", "small", "open", "close", "rehearse", "stop", "reveal", "end",
    )  # fmt: skip

    def __init__(
        self,
        controls: LeadControls,
        pages: Sequence[Mapping[str, Any]],
        agendas: Sequence[Mapping[str, Any]],
        fit: Callable[[str], object],
    ) -> None:
        self._controls = controls
        self._fit = fit
        self._told: Mapping[str, Any] | None = None
        super().__init__(controls, {"pages": list(pages), "agendas": list(agendas)})

    def _receive(self, widget: object, message: object, buffers: object) -> None:
        try:
            super()._receive(widget, message, buffers)
        finally:
            if isinstance(message, dict):
                self.send({"type": "done", "of": message.get("type"), "pool": message.get("pool")})

    # --- the room ------------------------------------------------------------------------------------

    def on_ready(self, message: Mapping[str, Any]) -> None:
        """Say which room is led; make it again if it lives in this page's server, which may have moved."""
        here = message.get("here")
        unfit = "This page does not know its server. Use 'workshop room' instead."
        if isinstance(here, str):
            try:
                self._fit(here)
                unfit = ""
            except LinkError as error:
                unfit = str(error)
        self._show_room(unfit=unfit)
        room = self._controls.room
        if room and room.own and here and room.link.address != here:
            self._make_again(room)
        self._told = None
        self.watch()

    def on_made(self, message: Mapping[str, Any]) -> None:
        """Lead the room that the server has made for the page."""
        before = self._controls.room
        try:
            address, code, key = (str(message[name]) for name in ("address", "code", "key"))
            self._controls.take(address, code, key, int(message["seats"]))
        except WorkshopError as error:
            self._say(str(error), trouble=True)
            return
        again = before and before.key == key
        moved = before and before.link.address != address
        self._show_room(new=not again)
        self._told = None  # and so the pools are told once more, below the room
        if again:
            self._say("The address of the room has changed. Give people the new link." if moved else "")

    def on_line(self, message: Mapping[str, Any]) -> None:
        """Lead a room that ``workshop room`` serves."""
        self._try(lambda: self._controls.take_line(str(message.get("line") or "")), "", show=True)

    def on_seats(self, message: Mapping[str, Any]) -> None:
        """Change the number of people."""
        seats = message.get("seats")
        words = f"The room is set for {seats} people."
        self._try(lambda: self._controls.seat(int(seats or 0)), words, show=True)

    def on_small(self, message: Mapping[str, Any]) -> None:
        """Choose to be a small circle, or not."""
        self._try(lambda: self._controls.be_small(message.get("on") is True), "", show=True)

    def on_end(self, message: Mapping[str, Any]) -> None:
        """End the room and forget its key."""
        try:
            ended = self._controls.end(anyway=message.get("anyway") is True)
        except (MalformedReply, Unreachable):
            words = (
                "The room cannot be reached, so it is not known whether it has ended. Try again. Or forget it here: it "
                "then ends when its server does, or after twelve hours."
            )
            self.send({"type": "not-ended", "words": words})
            return
        except WorkshopError as error:
            self._say(str(error), trouble=True)
            return
        self._show_room()
        self._say(_ENDED if ended else _FORGOTTEN_HERE)

    # --- its pools -----------------------------------------------------------------------------------

    def on_open(self, message: Mapping[str, Any]) -> None:
        """Begin to collect for one self-assessment."""
        self._try(lambda: self._controls.open(str(message["pool"])), "It is open. People can add their answers now.")

    def on_close(self, message: Mapping[str, Any]) -> None:
        """Forget what was collected, without a picture."""
        words = "It is closed without a picture, and what was in it is forgotten."
        self._try(lambda: self._controls.close(str(message["pool"])), words)

    def on_rehearse(self, message: Mapping[str, Any]) -> None:
        """Have invented people answer, here alone."""
        words = "A rehearsal: invented people have answered, on this page alone. Reveal their picture when you like."
        self._try(lambda: self._controls.rehearse(str(message["pool"])), words)

    def on_stop(self, message: Mapping[str, Any]) -> None:
        """End a rehearsal."""
        self._try(lambda: self._controls.stop_rehearsing(str(message["pool"])), "The rehearsal is over.")

    def on_reveal(self, message: Mapping[str, Any]) -> None:
        """Draw the one picture; asked again, show it again."""
        try:
            release = self._controls.reveal(str(message["pool"]))
        except WorkshopError as error:
            self._say(str(error), trouble=True)
            return
        rehearsal = release.source != "a room"
        self.send(
            {
                "type": "picture",
                "pool": message["pool"],
                "html": picture_html(release),
                "release": release.to_json(),
                "rehearsal": rehearsal,
            }
        )

    # --- to the page ---------------------------------------------------------------------------------

    def hear(self, news: News[Any]) -> None:
        """Tell the page how things stand, if that is new."""
        told = {"type": "pools", "pools": [asdict(pool) for pool in news.pools.values()], "trouble": news.trouble}
        room = self._controls.room
        if news.lost and room:
            self._make_again(room)
        if told != self._told and room:
            self._told = told
            self.send(told)

    def _make_again(self, room: Any) -> None:
        self.send({"type": "again", "code": room.link.code, "key": room.key, "seats": room.seats})

    def _show_room(self, *, unfit: str | None = None, new: bool = False) -> None:
        room = self._controls.room
        shown: dict[str, Any] = {"type": "room", "inside": room is not None, "new": new}
        if unfit is not None:
            shown["unfit"] = unfit
        if room is not None:
            shown |= {
                "link": str(room.link),
                "code": room.link.code,
                "qr": room.qr_code,
                "seats": room.seats,
                "small": room.small,
                "codeIsEnough": room.code_is_enough,
                "onlyHere": room.only_here,
            }
        self.send(shown)

    def _try(self, act: Callable[[], None], words: str, *, show: bool = False) -> None:
        before = self._controls.room is not None
        try:
            act()
        except WorkshopError as error:
            self._say(str(error), trouble=True)
            return
        if show:
            self._show_room(new=not before)
            self._told = None
        if words:
            self._say(words)

    def _say(self, words: str, *, trouble: bool = False) -> None:
        self.send({"type": "words", "words": words, "trouble": trouble})
