"""A paper hat that is typed in: one slip after another goes into a pool, and none can be read again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from threading import RLock
from typing import NamedTuple

from workshop_helpers.errors import PoolClosed, PoolFull, SlipError
from workshop_helpers.offline.expiry import ExpiryTimer
from workshop_helpers.offline.gathered import GatheredRows
from workshop_helpers.pooling.catalogue import Asked, Catalogue
from workshop_helpers.pooling.contribution import Contribution
from workshop_helpers.pooling.pool import Pool
from workshop_helpers.pooling.release import Release
from workshop_helpers.pooling.rows import MemoryRows
from workshop_helpers.pooling.slips import decode_slip, plain_slip
from workshop_helpers.private import Private, hushed

MOST_SLIPS = 10_000
_SMALL_CIRCLE = 7

_GONE = "Half an hour is over, or the slips were forgotten. Begin again, and type all slips once more."


class SlipsCount(NamedTuple):
    """What is known of a hat: how many slips are in it, and how many a picture needs."""

    number: int
    needed: int


class SlipsSession(Private):
    """The slips of one group for one self-assessment, in memory, for half an hour at most.

    Args:
        menu: What can be asked.

    Attributes:
        gone: Called, from a thread, when the half hour is over and slips were forgotten.
    """

    __slots__ = ("_asked", "_catalogue", "_given", "_half_hour", "_lock", "_name", "_pool", "_word", "gone")

    def __init__(self, catalogue: Catalogue) -> None:
        self.gone: Callable[[], None] = lambda: None
        self._catalogue = catalogue
        self._lock = RLock()
        self._half_hour = ExpiryTimer(self._expire)
        self._pool: Pool | None = None
        self._asked: Asked | None = None
        self._given: dict[bytes, Contribution] = {}
        self._word = self._name = ""

    def begin(self, pool: str, word: str, small: bool = False) -> SlipsCount:
        """Take slips for one self-assessment from now on; what was typed before is forgotten.

        Args:
            pool: Its name in the menu.
            word: The word of the day, with which the codes were made.
            small: Whether a group of six or seven agreed to be a small circle; only where its author
                asked for a room.

        Raises:
            RoomError: if there is no such self-assessment.
            SlipError: if there is no word.
        """
        about, occasion = self._catalogue[pool]
        if not word.strip():
            raise SlipError("Type the word of the day first: the one that people made their codes with.")
        small = small and about.policy == "room"
        seats = _SMALL_CIRCLE if small else MOST_SLIPS
        with self._lock:
            self.forget()
            policy = "small-circle" if small else None
            self._pool = Pool(about, policy, seats=seats, occasion=occasion, rows=MemoryRows())
            self._asked, self._word, self._name = (about, occasion), word, pool
            self._half_hour.start()
            return self._slips()

    @hushed
    def add(self, code: str) -> SlipsCount:
        """Put one slip in.

        Raises:
            SlipError: if the code was mistyped, was made under another rule, or is in the hat already, or there are
                too many.
            PoolClosed: if nothing was begun, or half an hour is over.
        """
        with self._lock:
            pool, (about, occasion) = self._open()
            given = decode_slip(code, about, self._word, occasion, pool.policy)
            before = pool.progress.answered
            try:
                # The code names its slip, so that a slip cannot count twice; the pool keeps a fingerprint only.
                slip = hashlib.sha256(plain_slip(code).encode()).digest()
                pool.submit(slip, given)
            except PoolFull:
                raise SlipError(
                    f"There are {before} slips already. If your group is larger than that, begin again without the "
                    "small circle."
                ) from None
            if pool.progress.answered == before:
                raise SlipError("This slip is in the hat already. Put it aside, and take the next one.")
            self._given[slip] = given
            return self._slips()

    def gathered(self) -> GatheredRows:
        """Every slip, for a live room to count.

        Raises:
            PoolClosed: if nothing was begun, or half an hour is over.
        """
        with self._lock:
            pool, _ = self._open()
            return GatheredRows(self._name, pool.policy.name, dict(self._given))

    def reveal(self, show: Callable[[Release], object] = lambda _release: None) -> Release:
        """Draw the one picture, and forget every slip.

        Args:
            show: Called with the picture first: where it fails, nothing is forgotten, and the same picture can be
                drawn again.

        Raises:
            TooFewPeople: if there are fewer slips than the picture needs.
            PoolClosed: if nothing was begun, or half an hour is over.
        """
        with self._lock:
            pool, _ = self._open()
            release = pool.reveal()
            show(release)
            self.forget()
            return release

    def forget(self) -> None:
        """Forget every slip, and the word."""
        with self._lock:
            self._half_hour.stop()
            if self._pool is not None:
                self._pool.discard()
            self._pool, self._asked, self._given, self._word, self._name = None, None, {}, "", ""

    def _open(self) -> tuple[Pool, Asked]:
        if self._pool is None or self._asked is None or self._pool.progress.state == "discarded":
            self.forget()
            raise PoolClosed(_GONE)
        return self._pool, self._asked

    def _slips(self) -> SlipsCount:
        assert self._pool is not None
        return SlipsCount(self._pool.progress.answered, self._pool.policy.smallest_group)

    def _expire(self) -> None:
        self.forget()
        self.gone()
