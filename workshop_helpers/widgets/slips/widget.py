"""Type in the slips of a paper hat, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from workshop_helpers.pooling.policy import POLICIES
from workshop_helpers.pooling.release import Release
from workshop_helpers.widgets.shared.offline import GroupRows, LiveRoom, OfflineForm, OfflineSession
from workshop_helpers.widgets.shared.widget import bundle


class Slips(OfflineSession, Protocol):
    """Takes slips: ``number`` of them are in, and ``needed`` are needed for a picture."""

    def begin(self, pool: str, word: str, small: bool = False) -> Any:
        """Take slips for one self-assessment from now on."""

    def add(self, code: str) -> Any:
        """Put one slip in."""

    def gathered(self) -> GroupRows:
        """Every slip."""

    def reveal(self, show: Callable[[Release], object]) -> Release:
        """Draw the picture, show it, and forget every slip."""


class SlipsForm(OfflineForm):
    """Type in the slips of a paper hat, one after the other; the page shows how many, and at the end the picture.

    Args:
        session: Where they go.
        pages: What can have been answered, page by page.
        room: The room that its owner may lead, which can count these people too.
    """

    _esm = bundle("slips.js")
    _css = bundle("slips.css")
    shown_as = "<slips from a paper hat>"
    messages = ("begin", "slip", "reveal", "join", "back", "forget")

    def __init__(self, session: Slips, pages: Sequence[Mapping[str, Any]], room: LiveRoom | None = None) -> None:
        self._slips = session
        super().__init__(session, {"pages": list(pages), "small": POLICIES["small-circle"].words}, room)

    def on_begin(self, message: Mapping[str, Any]) -> None:
        """Take slips for one self-assessment from now on."""
        pool, word, small = str(message["pool"]), str(message["word"]), message.get("small") is True

        def begin() -> dict[str, Any]:
            count = self._slips.begin(pool, word, small)
            self._follow(pool)
            return {"type": "begun", **count._asdict()}

        self._answer(begin)

    def on_slip(self, message: Mapping[str, Any]) -> None:
        """Put one slip in."""
        self._answer(lambda: {"type": "slips", **self._slips.add(str(message["code"]))._asdict()})

    def on_reveal(self, _message: Mapping[str, Any]) -> None:
        """Draw the picture."""

        def reveal() -> dict[str, Any]:
            self._refuse_second_picture(self._slips.gathered())
            return self._picture(self._slips.reveal)

        self._answer(reveal)

    def on_join(self, _message: Mapping[str, Any]) -> None:
        """Have the room count the people whose slips are in."""
        self._join(self._slips.gathered)

    def on_back(self, message: Mapping[str, Any]) -> None:
        """Take them back from the room."""
        self._take_back(str(message["pool"]))
