"""Where contributions wait for the reveal: in memory only, once, with no way to look at them.

    open ── reveal ──> revealed          open ── discard, or half an hour ──> discarded

Every decision depends on numbers of people, never on what they answered. Names of methods follow what
a person does: submit, change (submit again), withdraw.

A pool has no clock of its own that ticks: it looks at the time whenever it is used, so whoever keeps one
asks for its ``progress`` now and then, and the contributions of a room that went home are forgotten.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import RLock
from typing import Literal, NoReturn

from workshop_helpers.content import Assessment
from workshop_helpers.errors import PoolClosed, PoolError, PoolFull, TooFewPeople
from workshop_helpers.pooling.contribution import Contribution
from workshop_helpers.pooling.policy import Policy, choose_policy
from workshop_helpers.pooling.release import Release, make_release
from workshop_helpers.pooling.variables import Variable, variables
from workshop_helpers.private import Private, hushed

LIFETIME = 30 * 60.0
KEYS_PER_SEAT = 4  # room for people who take back and come again with a new secret, and no more


def pool_name(assessment: str, occasion: str | None) -> str:
    """What a pool is called within its room."""
    return f"{assessment}.{occasion}" if occasion else assessment


@dataclass(frozen=True)
class PoolProgress:
    """All that is known before the reveal: how many of how many seats have answered."""

    state: Literal["open", "revealed", "discarded"]
    answered: int
    seats: int


class Pool(Private):
    """The contributions of one group to one assessment, until the one reveal. Safe to use from threads.

    Args:
        assessment: What is asked.
        policy: A policy's name, or a ``Policy``, at least as strict as the author's; the author's if left out.
        seats: The number of people in the room. No more than that are ever counted.
        occasion: One of the assessment's occasions (before, after), if it has them.
        clock: Seconds that only rise; for tests.

    Raises:
        PolicyError: if the assessment is private or the policy is looser than the author's.
        PoolError: if there is nothing to pool or ``seats`` is no whole number from 1 up.
    """

    __slots__ = (
        "_assessment", "_clock", "_live", "_lock", "_opened", "_pepper", "_policy", "_release", "_rows", "_seats",
        "_state", "_variables",
    )  # fmt: skip

    def __init__(
        self,
        assessment: Assessment,
        policy: str | Policy | None = None,
        *,
        seats: int,
        occasion: str | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        if isinstance(seats, bool) or not isinstance(seats, int) or seats < 1:
            raise PoolError("'seats' must be a whole number from 1 up: the number of people in the room.")
        self._assessment = assessment
        self._policy = choose_policy(assessment.policy, policy, seats)
        self._variables = variables(assessment, occasion)
        if not self._variables:
            raise PoolError(f"'{assessment.id}' has no item that may be pooled. Talk about it instead.")
        self._seats = seats
        self._clock = clock
        self._opened = clock()
        self._lock = RLock()
        self._pepper = secrets.token_bytes(32)
        # Keyed token -> highest sequence number seen, and the contribution or None once taken back.
        self._rows: dict[bytes, tuple[int, bytes | None]] = {}
        self._live = 0  # how many of the rows hold a contribution
        self._state: Literal["open", "revealed", "discarded"] = "open"
        self._release: Release | None = None

    @property
    def assessment(self) -> Assessment:
        """What is asked; it was fixed when the pool was opened."""
        return self._assessment

    @property
    def variables(self) -> tuple[Variable, ...]:
        """What is counted."""
        return self._variables

    @property
    def policy(self) -> Policy:
        """The policy in force; it was fixed when the pool was opened."""
        return self._policy

    @property
    def progress(self) -> PoolProgress:
        """How many people have answered, and the pool's state."""
        with self._lock:
            self._expire()
            return PoolProgress(self._state, self._answered(), self._seats)

    @hushed
    def submit(self, token: bytes, contribution: Contribution, sequence: int = 1) -> None:
        """Add a person's contribution, or put it in the place of an earlier one.

        Args:
            token: 16 bytes or more that only this person can know (``Credential.token``).
            contribution: What they agreed to add, for this pool's assessment.
            sequence: Rises with each change; a call with a number already seen, or lower, changes nothing,
                so a message that arrives late or twice does no harm.

        Raises:
            PoolClosed: after the reveal, a discard or half an hour.
            PoolFull: if every seat is taken and this person has none.
            PoolError: if the contribution is not for this pool.
        """
        if not isinstance(contribution, Contribution) or contribution.variables != self._variables:
            raise PoolError(f"This contribution is not for the pool of '{self._assessment.id}'. Nothing was added.")
        # Checked once more here, so that no object made by hand can spoil the reveal for everybody.
        checked = Contribution(self._assessment, self._variables, bytes(contribution))
        _check(token, sequence)
        self._put(token, sequence, bytes(checked))

    @hushed
    def withdraw(self, token: bytes, sequence: int) -> None:
        """Take a person's contribution back, as if it had never been added.

        ``sequence`` must be higher than that of the submission. Raises like ``submit``.
        """
        _check(token, sequence)
        self._put(token, sequence, None)

    def reveal(self) -> Release:
        """Draw the one picture, and forget every contribution. Called again, it returns the same release.

        Raises:
            TooFewPeople: if fewer have answered than the policy needs; the pool stays open.
            PoolClosed: after a discard or half an hour.
        """
        with self._lock:
            self._expire()
            if self._release is not None:
                return self._release
            if self._state == "discarded":
                self._refuse_closed(self._state)
            answered = sum(places is not None for _, places in self._rows.values())
            if answered < self._policy.smallest_group:
                self._refuse_too_few(answered)
            counts = {variable.id: [0] * len(variable.options) for variable in self._variables}
            for _, places in self._rows.values():
                for variable, place in zip(self._variables, places or b"", strict=False):
                    counts[variable.id][place] += 1
            about = self._assessment
            self._release = make_release(about.id, about.title, self._variables, counts, answered, self._policy)
            self._forget("revealed")
            return self._release

    def discard(self) -> None:
        """Forget every contribution without drawing anything. Does nothing after the reveal."""
        with self._lock:
            self._expire()
            if self._state == "open":
                self._forget("discarded")

    def _put(self, token: bytes, sequence: int, places: bytes | None) -> None:
        with self._lock:
            self._expire()
            if self._state != "open":
                self._refuse_closed(self._state)
            key = hmac.digest(self._pepper, token, hashlib.sha256)
            seen, before = self._rows.get(key, (0, None))
            if sequence <= seen:
                return
            answered = self._answered() + (places is not None) - (before is not None)
            if answered > self._seats or (key not in self._rows and len(self._rows) >= self._seats * KEYS_PER_SEAT):
                self._refuse_full()
            self._rows[key], self._live = (sequence, places), answered

    def _answered(self) -> int:
        return self._release.n if self._release else self._live

    def _expire(self) -> None:
        if self._release is not None:
            self._forget("revealed")  # once more, should something have interrupted the reveal at its end
        elif self._state == "open" and self._clock() - self._opened > LIFETIME:
            self._forget("discarded")

    def _forget(self, state: Literal["revealed", "discarded"]) -> None:
        self._rows, self._live = {}, 0
        self._pepper = b""
        self._state = state

    def _refuse_closed(self, state: str) -> NoReturn:
        if state == "revealed":
            raise PoolClosed("The picture has been revealed. Nothing is added, changed or taken back any more.")
        raise PoolClosed("This pool was closed without a picture, and what was in it is forgotten. Open a new one.")

    def _refuse_full(self) -> NoReturn:
        raise PoolFull(f"All {self._seats} seats are taken. Ask the facilitator whether the number is right.")

    def _refuse_too_few(self, answered: int) -> NoReturn:
        people = "person has" if answered == 1 else "people have"
        raise TooFewPeople(
            f"{answered} {people} answered, and this picture needs {self._policy.smallest_group} "
            f"({self._policy.words}). Wait for more, or talk about the questions without a picture."
        )


def _check(token: object, sequence: object) -> None:
    if not isinstance(token, bytes) or len(token) < 16:
        raise PoolError("A token must be 16 bytes or more; make it with Credential.token.")
    if type(sequence) is not int or sequence < 1:
        raise PoolError("'sequence' must be a whole number from 1 up.")
