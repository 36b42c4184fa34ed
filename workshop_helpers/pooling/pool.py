"""What a pool allows: who is counted, when the one picture is drawn, and when there is none.

    open ── reveal ──> revealed          open ── discard, or half an hour ──> discarded

Every decision depends on numbers of people, never on what they answered. Names of methods follow what
a person does: submit, change (submit again), withdraw. What they said waits in ``rows``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NoReturn

from workshop_helpers.content import Assessment
from workshop_helpers.errors import NotAgreed, PoolClosed, PoolError, PoolFull, TooFewPeople
from workshop_helpers.pooling.contribution import Contribution
from workshop_helpers.pooling.policy import Policy, choose_policy
from workshop_helpers.pooling.release import Release, make_release
from workshop_helpers.pooling.rows import MemoryRows, Phase, PoolRow, PoolRows
from workshop_helpers.pooling.variables import Variable, variables
from workshop_helpers.private import Private, hushed

# Rows beyond the seats: of people who took back, kept so that no message of theirs from before can count after all.
# The bound is one on memory alone. Whoever could send so many could take every seat at once.
MOST_TAKEN_BACK = 100_000


def pool_name(assessment: str, occasion: str | None) -> str:
    """What a pool is called within its room."""
    return f"{assessment}.{occasion}" if occasion else assessment


@dataclass(frozen=True)
class PoolProgress:
    """All that is known before the reveal: how many of how many seats have answered."""

    state: Phase
    answered: int
    seats: int


class Pool(Private):
    """The contributions of one group to one assessment, until the one reveal. Safe to use from threads.

    Args:
        assessment: What is asked.
        policy: A policy's name, or a ``Policy``, at least as strict as the author's; the author's if left out.
        seats: The number of people in the room. No more than that are ever counted.
        occasion: One of the assessment's occasions (before, after), if it has them.
        rows: Where contributions wait; in this process's memory if left out.

    Raises:
        PolicyError: if the assessment is private or the policy is looser than the author's.
        PoolError: if there is nothing to pool or ``seats`` is no whole number from 1 up.
    """

    __slots__ = ("_assessment", "_policy", "_rows", "_seats", "_variables")

    def __init__(
        self,
        assessment: Assessment,
        policy: str | Policy | None = None,
        *,
        seats: int,
        occasion: str | None = None,
        rows: PoolRows | None = None,
    ) -> None:
        if isinstance(seats, bool) or not isinstance(seats, int) or seats < 1:
            raise PoolError("'seats' must be a whole number from 1 up: the number of people in the room.")
        self._assessment = assessment
        self._variables = variables(assessment, occasion)
        self._policy = choose_policy(assessment.policy, policy, seats, any(one.tied for one in self._variables))
        if not self._variables:
            raise PoolError(f"'{assessment.id}' has no item that may be pooled. Talk about it instead.")
        self._seats = seats
        self._rows = rows or MemoryRows()

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
        seen = self._rows.look()
        return PoolProgress(seen.state, seen.answered, self._seats)

    @hushed
    def submit(self, token: bytes, contribution: Contribution, sequence: int = 1) -> None:
        """Add a person's contribution, or put it in the place of an earlier one.

        Args:
            token: 16 bytes or more that only this person can know (``Credential.token``).
            contribution: What they agreed to add, for this pool's assessment and by its policy.
            sequence: Rises with each change; a call with a number already seen, or lower, changes nothing,
                so a message that arrives late or twice does no harm.

        Raises:
            PoolClosed: after the reveal, a discard or half an hour.
            PoolFull: if every seat is taken and this person has none.
            NotAgreed: if the person agreed to another policy than this pool's, be it looser or stricter.
            PoolError: if the contribution is not for this pool.
        """
        if not isinstance(contribution, Contribution) or contribution.variables != self._variables:
            raise PoolError(f"This contribution is not for the pool of '{self._assessment.id}'. Nothing was added.")
        if contribution.policy != self._policy:
            raise NotAgreed(
                f"The rule here is now: {self._policy.words}. You agreed to another one, so nothing was added. Look at "
                "it, and agree once more."
            )
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
        while True:
            seen = self._rows.look()
            if seen.state == "open":
                if seen.answered < self._policy.smallest_group:
                    self._refuse_too_few(seen.answered)
                self._rows.end("revealed", seen)
            elif release := self._rows.release():
                return release
            elif seen.state == "discarded" or not self._draw(seen.answered):
                self._refuse_closed("discarded")

    def discard(self) -> None:
        """Forget every contribution without drawing anything. Does nothing after the reveal."""
        while (seen := self._rows.look()).state == "open":
            self._rows.end("discarded", seen)

    def _put(self, token: bytes, sequence: int, places: bytes | None) -> None:
        changed = False
        while not changed:
            seen = self._rows.look(token)
            if seen.state != "open":
                self._refuse_closed(seen.state)
            if sequence <= seen.row.sequence:
                return
            answered = seen.answered + (places is not None) - (seen.row.places is not None)
            is_new = seen.row.sequence == 0
            if answered > self._seats or (is_new and seen.rows >= self._seats + MOST_TAKEN_BACK):
                self._refuse_full()
            changed = self._rows.put(token, PoolRow(sequence, places), answered, seen)

    def _draw(self, answered: int) -> bool:
        """Draw what waits for its picture; whether there is one then."""
        rows = self._rows.contributions()
        if len(rows) < answered:  # another collector was quicker, or half an hour is over
            return self._rows.release() is not None
        counts = {variable.id: [0] * len(variable.options) for variable in self._variables}
        for places in rows:
            for variable, place in zip(self._variables, places, strict=True):
                counts[variable.id][place] += 1
        about = self._assessment
        self._rows.keep(make_release(about.id, about.title, self._variables, counts, answered, self._policy))
        return True

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
