"""Leading a room from a notebook: everything that the facilitator's page can do, and a look now and then."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from threading import RLock

from workshop_helpers.content import Assessment
from workshop_helpers.content.loading import own_workshop
from workshop_helpers.errors import LinkError, MalformedReply, RoomError, Unreachable, WorkshopError, WrongCode
from workshop_helpers.home import FACILITATORS_LINE, own_folder
from workshop_helpers.pooling.catalogue import Catalogue
from workshop_helpers.pooling.policy import POLICIES, SMALL_CIRCLE, choose_policy
from workshop_helpers.pooling.release import Release
from workshop_helpers.private import Private
from workshop_helpers.room.client.caller import Caller
from workshop_helpers.room.client.facilitator import Facilitator, LedOpening
from workshop_helpers.room.client.led_room import LedRoom, LedRoomEntry, Rehearsal
from workshop_helpers.room.client.rehearsal import MOST_INVENTED, invented_picture
from workshop_helpers.room.news import News
from workshop_helpers.room.protocol.codes import fingerprint
from workshop_helpers.room.protocol.links import Link, read_facilitators_line, read_link
from workshop_helpers.room.protocol.replies import PoolCount
from workshop_helpers.room.protocol.requests import StateRequest
from workshop_helpers.watcher import FACILITATORS_PAUSE, LONGEST_PAUSE, Watcher, longer
from workshop_helpers.workbook import Workbook, own_workbook

_AGAIN = "It is tried again by itself."
_FORGOTTEN = "The server was restarted and has forgotten this room. This page makes the same room again."
_ANOTHER = "The room has ended, or was started anew with another code. End it here as well, and paste the new line."


@dataclass(frozen=True)
class LedPool:
    """One pool as a facilitator may know it: how many people answered, and how many a picture needs.

    Its ``state`` is ``open``, ``revealed``, ``discarded``, or ``in-doubt``: the room lost it after its picture was
    asked for, so that somebody may have seen one. In a ``rehearsal`` the people are invented, and nothing of it is in
    the room.
    """

    pool: str
    state: str
    answered: int
    seats: int
    needed: int
    rehearsal: bool


class Leadership(Private):
    """The room that somebody leads, or none. Holds its key, which goes to that room's own server alone.

    Safe to use from threads: whatever is done to the room is done after what was begun before.

    Args:
        entry: Where the room is remembered.
        catalogue: What can be opened.
        caller: From a link to how it is called; for tests.
    """

    def __init__(self, entry: LedRoomEntry, catalogue: Catalogue, caller: Callable[[Link], Caller] = Caller) -> None:
        self._entry = entry
        self._catalogue = catalogue
        self._caller = caller
        self._facilitator: Facilitator | None = None
        self._releases: dict[str, Release] = {}  # by the opening's number; of a rehearsal, by the pool's name
        self._numbers: dict[str, str] = {}  # of each pool's opening, as it was seen here last
        self._lock = RLock()
        self._watcher: Watcher[News[LedPool]] = Watcher("workshop room, led", self.look, FACILITATORS_PAUSE)

    # --- the room ------------------------------------------------------------------------------------

    @property
    def room(self) -> LedRoom | None:
        """The room that is led, if any."""
        return self._entry.room

    def take(self, address: str, code: str, key: str, seats: int) -> None:
        """Lead a room that the server at an address has just made.

        Raises:
            LinkError: if answers would travel there unprotected.
            RoomError: if this notebook cannot reach it.
        """
        room = LedRoom(own_link(address, code), key, seats, own=True)
        with self._lock:
            before = self._entry.room
            try:
                self._caller(room.link).call(StateRequest(room.link.code))
            except Unreachable:
                raise RoomError(
                    "The room is made, but notebooks cannot reach it under the address in your browser. Start "
                    "'workshop room' in a terminal instead, and paste its line here."
                ) from None
            self._entry.begin(replace(room, small=before.small) if before and before.key == key else room)
        self._watcher.wake()

    def take_line(self, line: str) -> None:
        """Lead a room that ``workshop room`` serves; without a line, the one that this account runs on this computer.

        Raises:
            LinkError, WrongCode, Unreachable: if there is none, or it cannot be led.
        """
        link, key = read_facilitators_line(line.strip() or _line_of_this_computer())
        facilitator = Facilitator(link, key, caller=self._caller(link))
        with self._lock:
            try:
                seats = facilitator.keep_up().seats
            except Unreachable:
                raise Unreachable(
                    "Nobody answers there. Is 'workshop room' still running? Then copy its line once more."
                ) from None
            self._entry.begin(LedRoom(link, key, seats, own=False))
        self._watcher.wake()

    def seat(self, seats: int) -> None:
        """Change the number of people. Raises as the room does, if more have been counted already."""
        with self._undisturbed() as facilitator:
            facilitator.seat(seats)
            self._entry.change(seats=seats)

    def be_small(self, small: bool) -> None:
        """Choose pictures for a small circle, or not, for what is opened from now on in a room of six or seven."""
        self._entry.change(small=small)

    def end(self, anyway: bool = False) -> bool:
        """End the room and forget its key; if ``anyway``, also when the room cannot be reached.

        Returns:
            Whether it is known to have ended.

        Raises:
            Unreachable, MalformedReply: if it cannot be reached or understood; then nothing is forgotten.
        """
        ended = True
        with self._lock:
            try:
                with self._undisturbed() as facilitator:
                    facilitator.end()
            except WrongCode:
                pass  # it has ended already
            except (Unreachable, MalformedReply):
                if not anyway:
                    raise
                ended = False
            self._entry.forget()
            self._facilitator = None
            self._releases.clear()
            self._numbers.clear()
        self._watcher.wake()
        return ended

    # --- its pools -----------------------------------------------------------------------------------

    def open(self, pool: str) -> None:
        """Begin to collect for one self-assessment. Raises as the room does."""
        about, occasion = self._catalogue[pool]
        with self._undisturbed() as facilitator:
            found = facilitator.keep_up().pool(pool)
            ours = {opened.number for opened in facilitator.opened}
            if found is not None and found.state == "open" and found.number in ours:  # it was pressed twice
                self._numbers[pool] = found.number
            else:
                self._numbers[pool] = facilitator.open(about.id, occasion, self._policy_for(about))
            self._entry.mark(pool, None)

    def close(self, pool: str) -> None:
        """Forget what was collected, without a picture."""
        about, occasion = self._catalogue[pool]
        with self._undisturbed() as facilitator:
            facilitator.close(about.id, occasion, self._numbers.get(pool))

    def reveal(self, pool: str) -> Release:
        """Draw the one picture, for everybody at once; of a rehearsal, here alone. Called again, it is the same.

        It is that of the opening that was seen here last.

        Raises:
            TooFewPeople: as the room does.
            RoomError: if another page has opened it again since.
        """
        about, occasion = self._catalogue[pool]
        with self._undisturbed() as facilitator:
            if invented := self._entry.rehearsals.get(pool):
                if pool not in self._releases:
                    self._releases[pool] = invented_picture(about, occasion, invented.policy, invented.people)
                    self._entry.mark(pool, replace(invented, revealed=True))
                return self._releases[pool]
            if pool not in self._numbers:
                self.pools()
            number = self._numbers.get(pool, "")
            if number not in self._releases:
                self._releases[number] = facilitator.reveal(about.id, occasion, number or None)
            return self._releases[number]

    def rehearse(self, pool: str) -> None:
        """Have invented people answer in this notebook alone. Nothing of it goes to the room.

        Raises:
            RoomError: if the group itself is asked this, or has its picture.
        """
        about, _ = self._catalogue[pool]
        with self._undisturbed() as facilitator:
            state = facilitator.keep_up()
            found = state.pool(pool)
            if found is not None and found.state != "discarded":
                raise RoomError("Your group is asked this, or has its picture already. Rehearse another one.")
            policy = choose_policy(about.policy, self._policy_for(about), state.seats)
            self._releases.pop(pool, None)
            self._entry.mark(pool, Rehearsal(policy.name, min(state.seats, MOST_INVENTED)))

    def stop_rehearsing(self, pool: str) -> None:
        """Forget the invented people. Nothing of the room changes."""
        with self._lock:
            if self._entry.rehearsals.get(pool):
                self._entry.mark(pool, None)
                self._releases.pop(pool, None)
        self._watcher.wake()

    # --- looking after it ----------------------------------------------------------------------------

    def watch(self, hear: Callable[[News[LedPool]], object]) -> None:
        """Call ``hear`` every few seconds, from a thread, while there is a room, until ``unwatch``."""
        self._watcher.subscribe(hear, hear)

    def unwatch(self, hear: Callable[..., object]) -> None:
        """Stop calling it; and looking, if nobody else watches."""
        self._watcher.unsubscribe(hear)

    def look(self, pause: float = FACILITATORS_PAUSE) -> float | None:
        """Look at the room once, and tell whoever watches.

        Returns the seconds until the next look; ``None`` if there is no room, or nobody watches.
        """
        room = self.room
        if room is None or not self._watcher.watched:
            return None
        name = fingerprint(str(room.link))
        try:
            news, pause = News(name, self.pools()), FACILITATORS_PAUSE
        except Unreachable as error:
            news, pause = News(name, trouble=f"{error} {_AGAIN}"), longer(pause)
        except WrongCode:
            news = News(name, trouble=_FORGOTTEN if room.own else _ANOTHER, lost=room.own)
            pause = LONGEST_PAUSE
        except WorkshopError as error:
            news, pause = News(name, trouble=f"{error} {_AGAIN}"), LONGEST_PAUSE
        self._watcher.tell(news)
        return pause

    def pools(self) -> dict[str, LedPool]:
        """How every pool stands, by name; what a restarted collector has lost is opened again.

        Raises like ``Caller.call``.
        """
        with self._lock:
            facilitator = self._own_facilitator()
            state = facilitator.keep_up()
            self._numbers = {found.pool: found.number for found in state.pools}
            in_doubt = [_in_doubt(opened, state.seats) for opened in facilitator.in_doubt]
            for found in state.pools:
                if found.state != "discarded":  # another notebook opened it
                    self._entry.mark(found.pool, None)
            rehearsed = [_rehearsed(pool, about) for pool, about in self._entry.rehearsals.items()]
        there = [_seen(found) for found in state.pools if found.pool in self._catalogue]
        return {pool.pool: pool for pool in (*there, *in_doubt, *rehearsed)}

    # --- behind it -----------------------------------------------------------------------------------

    @contextmanager
    def _undisturbed(self) -> Iterator[Facilitator]:
        """The facilitator, undisturbed; afterwards the room is looked at."""
        with self._lock:
            try:
                yield self._own_facilitator()
            except Unreachable as error:
                raise Unreachable(f"{error} Try again in a moment.") from None
        self._watcher.wake()

    def _policy_for(self, about: Assessment) -> str | None:
        """The stricter policy that the group chose, where it is one for this."""
        room = self._entry.room
        small = room is not None and room.small and room.seats in SMALL_CIRCLE and about.policy == "room"
        return "small-circle" if small else None

    def _own_facilitator(self) -> Facilitator:
        room = self._entry.room
        if room is None:
            raise RoomError("There is no room yet. Open one first.")
        if self._facilitator is None or str(self._facilitator.link) != str(room.link):
            self._facilitator = Facilitator(room.link, room.key, self._entry.openings, self._caller(room.link))
        return self._facilitator


def _line_of_this_computer() -> str:
    try:
        return (own_folder() / FACILITATORS_LINE).read_text(encoding="utf-8")
    except OSError:
        raise LinkError(
            "No room runs on this computer. Start 'workshop room' in a terminal. If it runs on another computer, paste "
            "the line from its file here."
        ) from None


def own_link(address: str, code: str) -> Link:
    """The join link of a room in the server at an address. Raises ``LinkError`` if it would be unprotected."""
    try:
        return read_link(f"{address}/workshop/#{code}")
    except LinkError:
        raise LinkError(
            "The address of this page begins with http, so answers would travel to it unprotected. Start "
            "'workshop room' in a terminal instead, and paste its line here."
        ) from None


def _seen(found: PoolCount) -> LedPool:
    needed = POLICIES[found.policy].smallest_group
    return LedPool(found.pool, found.state, found.answered, found.seats, needed, False)


def _rehearsed(pool: str, about: Rehearsal) -> LedPool:
    state = "revealed" if about.revealed else "open"
    return LedPool(pool, state, about.people, about.people, POLICIES[about.policy].smallest_group, True)


def _in_doubt(opened: LedOpening, seats: int) -> LedPool:
    return LedPool(opened.pool, "in-doubt", 0, seats, 0, False)


@cache
def _leadership_in(workbook: Workbook) -> Leadership:
    return Leadership(LedRoomEntry(workbook), Catalogue(own_workshop()))


def own_leadership() -> Leadership:
    """What this person leads, the same object for the whole process."""
    return _leadership_in(own_workbook())
