"""Pages that gather a group's answers without a network: slips from a paper hat, a table from a survey tool.

What is typed or chosen goes to the kernel as messages, never as widget state, and never back. It is forgotten when
the picture is drawn, when the page asks for it, when the cell is run again, and after half an hour.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from typing import Any, Protocol

from workshop_helpers.errors import RoomError, WorkshopError
from workshop_helpers.pictures import picture_html
from workshop_helpers.pooling.contribution import Contribution
from workshop_helpers.pooling.release import Release
from workshop_helpers.widgets.shared.widget import MessageWidget

_IN_THE_ROOM = (
    "These people are in the room's picture, so there is no other picture of them: two together would say more about "
    "each than one. Take them back first."
)


class OfflineSession(Protocol):
    """Holds answers until the picture is drawn; every method raises ``WorkshopError`` with what to do."""

    gone: Callable[[], None]

    def forget(self) -> None:
        """Forget all answers."""


class GroupRows(Protocol):
    """The people of a hat or a table: ``offline.gathered.GatheredRows``."""

    @property
    def pool(self) -> str:
        """What they were asked."""

    @property
    def policy(self) -> str:
        """By which rule."""

    @property
    def rows(self) -> Mapping[bytes, Contribution]:
        """What each adds, by name."""


class LiveRoom(Protocol):
    """Counts people in the room that somebody leads: ``room.client.hand_in.HandIn``."""

    def look(self, pool: str) -> Any:
        """How it stands with those of one pool."""

    def add(self, pool: str, policy: str, rows: Mapping[bytes, Contribution]) -> Any:
        """Add them, each once."""

    def take_back(self, pool: str) -> Any:
        """Take them all back."""

    def holds(self, rows: Iterable[bytes]) -> bool:
        """Whether any may be in the room's picture."""

    def watch(self, hear: Callable[[Any], object], pool: str) -> None:
        """Call ``hear`` with how it stands, now and then."""

    def unwatch(self, hear: Callable[[Any], object]) -> None:
        """Stop calling it."""


class OfflineForm(MessageWidget):
    """What both pages have in common.

    Args:
        session: Where the answers are.
        spec: What the page asks.
        room: The room that its owner may lead, which can count these people too.
    """

    def __init__(self, session: OfflineSession, spec: dict[str, Any], room: LiveRoom | None = None) -> None:
        self._session = session
        self._room = room
        super().__init__(spec)
        session.gone = self._gone

    def close(self) -> None:
        """Forget what was gathered."""
        self._forget()
        super().close()

    def on_forget(self, _message: Mapping[str, Any]) -> None:
        """Forget what was gathered."""
        self._forget()
        self.send({"type": "forgotten"})

    def _answer(self, make: Callable[[], dict[str, Any]]) -> None:
        try:
            reply = make()
        except WorkshopError as error:
            reply = {"type": "refused", "words": str(error)}
        self.send(reply)

    def _picture(self, reveal: Callable[[Callable[[Release], object]], object]) -> dict[str, Any]:
        """The picture that ``reveal`` shows before it forgets what it was drawn of."""
        drawn: list[dict[str, Any]] = []
        reveal(lambda release: drawn.append({"html": picture_html(release), "release": release.to_json()}))
        return {"type": "picture", **drawn[0]}

    def _gone(self) -> None:
        self._forget()
        self.send({"type": "gone"})

    def _forget(self) -> None:
        if self._room:
            self._room.unwatch(self._hear)
        self._session.forget()

    # --- a room that is open at the same time

    def _follow(self, pool: str) -> None:
        """Tell the page from now on how it stands with these people in the room."""
        if self._room:
            self._room.watch(self._hear, pool)

    def _join(self, gathered: Callable[[], GroupRows]) -> None:
        """Have the room count these people, each once."""

        def join(room: LiveRoom) -> Any:
            found = gathered()
            return room.add(found.pool, found.policy, found.rows)

        self._in_room(join, lambda: gathered().pool)

    def _take_back(self, pool: str) -> None:
        """Take them back from the room."""
        self._in_room(lambda room: room.take_back(pool), lambda: pool)

    def _refuse_second_picture(self, gathered: GroupRows) -> None:
        if self._room and self._room.holds(gathered.rows):
            raise RoomError(_IN_THE_ROOM)

    def _in_room(self, act: Callable[[LiveRoom], Any], pool: Callable[[], str]) -> None:
        room = self._room
        if room is None:
            raise RoomError("There is no room here.")
        try:
            standing = act(room)
        except WorkshopError as error:
            self.send({"type": "refused", "words": str(error)})
            standing = room.look(pool())  # some may have come through
        self._hear(standing)

    def _hear(self, standing: Any) -> None:
        """Tell the page how it stands; when the room's picture is drawn, forget what it was drawn of."""
        if standing.room == "revealed" and standing.people:
            self._forget()
        self.send({"type": "room", **asdict(standing)})
