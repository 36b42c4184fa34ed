"""What a collector does: who may join, answer, open, reveal and end. No network here, and no answer ever leaves."""

from __future__ import annotations

import hmac
import time
from collections.abc import Callable
from functools import lru_cache
from threading import Lock

from workshop_helpers.content import Assessment
from workshop_helpers.content.loading import own_workshop
from workshop_helpers.errors import (
    Malformed,
    NotAgreed,
    NotOpen,
    PoolError,
    RoomError,
    TooManyGuesses,
    WorkshopError,
    WrongCode,
)
from workshop_helpers.pooling.contribution import Contribution
from workshop_helpers.pooling.policy import POLICIES, SMALL_CIRCLE, choose_policy
from workshop_helpers.pooling.pool import Pool
from workshop_helpers.pooling.release import Release
from workshop_helpers.pooling.rows import PoolRows
from workshop_helpers.pooling.variables import variables
from workshop_helpers.private import Private
from workshop_helpers.room.protocol.codes import fingerprint, new_code, new_key, new_number, read_code
from workshop_helpers.room.protocol.replies import CreatedRoom, OpeningNumber, PoolCount, RoomCount, RoomState
from workshop_helpers.room.protocol.requests import LONGEST_PLACES, content_version
from workshop_helpers.room.server.store import Opening, Record, Store

MOST_SEATS = 10_000
_MOST_POOLS = 1000  # that are not made anew for each call
_GUESSES = 10  # wrong codes in a row before the next ones wait; one more is told each second


class Guesses:
    """How many wrong codes are told that they are wrong: a few at once, and one a second; the others are told to wait.

    A right code is never made to wait, or a stranger who sends a few wrong ones a second could keep a whole group's
    answers out. So it is the code's length that keeps strangers out, and not this. A collector forgets a room
    after twelve hours, and answers fewer than 5,000 calls a second: whoever did nothing else all that time, while
    nobody else got an answer, would try fewer than 5,000 * 43,200 of 2**40 codes, a chance of 1 in 5,000. They would
    then know what everybody in the room knows, and could take one seat or all. Keys have 256 bits.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._lock = Lock()
        self._left = float(_GUESSES)
        self._at = clock()

    def spend(self) -> None:
        """Count one wrong code. Raises ``TooManyGuesses`` if there have been too many."""
        with self._lock:
            now = self._clock()
            self._left = min(_GUESSES, self._left + now - self._at)
            self._at = now
            if self._left < 1:
                raise TooManyGuesses("Too many wrong codes came in. Look at yours once more, and wait a few seconds.")
            self._left -= 1


class Rooms(Private):
    """Every room of one collector.

    Args:
        store: Where rooms and pools lie.
        assessment: From an id to what is asked; the workshop's own if left out.
        clock: Seconds that only rise; for tests.
        number: Makes the number of an opening; for tests.
        on_end: Called before a room is forgotten because its facilitator ends it; what it raises is said to them.
    """

    def __init__(
        self,
        store: Store,
        *,
        assessment: Callable[[str], Assessment] | None = None,
        clock: Callable[[], float] = time.monotonic,
        number: Callable[[], str] = new_number,
        on_end: Callable[[], object] = lambda: None,
    ) -> None:
        self._new_number = number
        self._on_end = on_end
        self._store = store
        self._assessment = assessment or (lambda name: own_workshop().assessment(name))
        self._guesses = Guesses(clock)
        self._pool_of = lru_cache(_MOST_POOLS)(self._new_pool)  # a pool knows the rules, and holds no answers

    # --- the facilitator ---------------------------------------------------------------------------

    def create(self, seats: object, code: str | None = None, key: str | None = None) -> CreatedRoom:
        """Make a room, or make it again after a restart, with the code and key that it had.

        Raises:
            PoolError: if ``seats`` is no whole number of people.
            WrongCode: if there is a room with this code and another key.
            RoomError: if there is one, and it cannot have so many seats (see ``seat``).
        """
        created = CreatedRoom(read_code(code) if code else new_code(), key or new_key())
        made = Record(fingerprint(created.code), fingerprint(created.key), _seats(seats))
        self._store.create(made)
        there = self._store.find(made.code) or made
        if not hmac.compare_digest(there.key, made.key):
            raise WrongCode("This code is another room's. Make a room with a new code.")
        self._refuse_seats(there, made.seats)
        self._store.seat(made.code, made.seats)
        return created

    def seat(self, code: str, key: str, seats: int) -> None:
        """Change the number of people, also for what is open.

        Raises:
            PoolError: if it is no number of people, or more have been counted already.
            RoomError: if a small circle is open and it is not one for that.
        """
        record = self._run_by(code, key)
        self._refuse_seats(record, _seats(seats))
        self._store.seat(record.code, seats)

    def open(
        self, code: str, key: str, assessment: str, occasion: str | None, policy: str | None, call: str | None
    ) -> OpeningNumber:
        """Begin to collect for one self-assessment, under a fresh number; what was collected before is forgotten.

        Args:
            code: The room's code, and ``key`` its key.
            assessment: What is asked, and on which ``occasion``, if it has them.
            policy: A stricter one than the author's, by name.
            call: A word of this call's own. Called again with the word of the latest opening, this changes nothing,
                and says its number.

        Raises:
            PolicyError: if the assessment is private or the policy looser than the author's.
            RoomError: if it is open already: close it first, so that nobody's answer is lost by accident.
        """
        record = self._run_by(code, key)
        asked = self._assessment(assessment)
        of = variables(asked, occasion)
        chosen = choose_policy(asked.policy, policy, record.seats, any(variable.tied for variable in of))
        if not of or len(of) > LONGEST_PLACES:
            raise RoomError(f"'{assessment}' has nothing that a room can collect. Talk about it instead.")
        opening = Opening(assessment, occasion, chosen.name, self._new_number(), call or "")
        before = record.opening(opening.name)
        if before and call and before.call == call:
            # The reply to the first call was lost, or another notebook was quicker.
            return OpeningNumber(before.number)
        if before and self._pool(record, before).progress.state == "open":
            raise RoomError(f"'{asked.title}' is open already. Reveal it or close it first.")
        if not self._store.open(record.code, opening, before):
            return self.open(code, key, assessment, occasion, policy, call)  # another collector was quicker
        return OpeningNumber(opening.number)

    def reveal(self, code: str, key: str, pool: str, number: str) -> Release:
        """Draw the one picture. Raises like ``Pool.reveal``; ``RoomError`` if another opening is in that place."""
        return self._meant(self._run_by(code, key), pool, number).reveal()

    def count(self, code: str, key: str) -> RoomCount:
        """How many seats there are, and of every opening how many people have answered."""
        return self._count(self._run_by(code, key))

    def close(self, code: str, key: str, pool: str, number: str) -> None:
        """Forget what was collected for one self-assessment, without a picture. Raises like ``reveal``."""
        self._meant(self._run_by(code, key), pool, number).discard()

    def end(self, code: str, key: str) -> None:
        """Forget the room and everything in it."""
        record = self._run_by(code, key)
        self._on_end()
        self._store.forget(record.code)

    # --- a participant -----------------------------------------------------------------------------

    def answer(
        self,
        code: str,
        pool: str,
        number: str,
        policy: str,
        content: str,
        token: bytes,
        sequence: int,
        places: bytes | None,
    ) -> None:
        """Add a contribution, put it in the place of an earlier one, or take it back (``places`` is ``None``).

        Raises:
            NotOpen: if nothing is collected for that self-assessment.
            NotAgreed: if the person agreed to be in another opening, or to another rule.
            Malformed: if the page asked something else.
            PoolError: as ``Pool.submit`` does.
        """
        record = self._of(code)
        opening = self._opening(record, pool)
        if number != opening.number:
            raise NotAgreed(
                "This was opened anew after you agreed. Nothing was added. Look at it, and agree once more."
            )
        held = self._pool(record, opening)
        if places is None:
            held.withdraw(token, sequence)
            return
        if content != content_version(held.variables):
            raise Malformed("The room asks this in another version. Open the page again, or update the workshop.")
        held.submit(token, Contribution(held.assessment, held.variables, places, POLICIES.get(policy)), sequence)

    def state(self, code: str) -> RoomState:
        """How many seats there are, and of every opening how it stands. Nobody is told how many have answered."""
        return self._count(self._of(code)).for_everybody()

    def picture(self, code: str, pool: str) -> Release:
        """The release.

        Raises:
            NotOpen: if it is not revealed.
        """
        record = self._of(code)
        held = self._pool(record, self._opening(record, pool))
        if held.progress.state != "revealed":
            raise NotOpen("This picture is not revealed yet. Wait for the facilitator.")
        return held.reveal()

    # --- behind it -----------------------------------------------------------------------------------

    def _of(self, code: str) -> Record:
        try:
            record = self._store.find(fingerprint(read_code(code)))
        except WorkshopError:
            record = None
        if record is None:
            self._guesses.spend()
            raise WrongCode("No room has this code. Look at it once more, or ask the facilitator whether it has ended.")
        return record

    def _run_by(self, code: str, key: str) -> Record:
        record = self._of(code)
        if not hmac.compare_digest(record.key, fingerprint(key)):
            self._guesses.spend()
            raise WrongCode("This is not the key of this room. Only the page that opened the room can run it.")
        return record

    @staticmethod
    def _opening(record: Record, pool: str) -> Opening:
        opening = record.opening(pool)
        if opening is None:
            raise NotOpen("Nothing is collected for this self-assessment just now. Wait for the facilitator.")
        return opening

    def _meant(self, record: Record, pool: str, number: str) -> Pool:
        """The pool of the opening that a facilitator's page shows."""
        opening = self._opening(record, pool)
        if number != opening.number:
            raise RoomError(
                "This was opened again since you looked, here or on another page. Nothing was done. Look at how many "
                "have answered, and press once more."
            )
        return self._pool(record, opening)

    def _pool(self, record: Record, opening: Opening) -> Pool:
        return self._pool_of(opening, record.seats, self._store.rows(record.code, opening))

    def _new_pool(self, opening: Opening, seats: int, rows: PoolRows) -> Pool:
        about = self._assessment(opening.assessment)
        return Pool(about, opening.policy, seats=seats, occasion=opening.occasion, rows=rows)

    def _count(self, record: Record) -> RoomCount:
        pools = tuple(self._count_of(record, opening) for opening in record.openings)
        return RoomCount(self._store.life, record.seats, pools)

    def _count_of(self, record: Record, opening: Opening) -> PoolCount:
        pool = self._pool(record, opening)
        known = pool.progress
        enough = known.answered >= pool.policy.smallest_group
        seats = max(known.seats, known.answered)  # fewer people may be in the room now than when it was revealed
        return PoolCount(opening.name, opening.policy, opening.number, known.state, enough, known.answered, seats)

    def _refuse_seats(self, record: Record, seats: int) -> None:
        for pool in self._count(record).pools:
            if pool.state != "open":
                continue
            if seats < pool.answered:
                raise PoolError(f"{pool.answered} people have been counted already. Give that number or a higher one.")
            if pool.policy == "small-circle" and seats not in SMALL_CIRCLE:
                raise RoomError(
                    "A small circle of six or seven people is open. Reveal it or close it first, and then change the "
                    "number."
                )


def _seats(seats: object) -> int:
    if type(seats) is not int or not 1 <= seats <= MOST_SEATS:
        raise PoolError(f"The number of people must be a whole number from 1 to {MOST_SEATS:,}.")
    return seats
