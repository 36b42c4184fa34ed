"""Deliberately bad pooling engines. Each breaks one promise, and ``test_privacy`` has to catch it.

A check that catches nothing proves nothing: these are what shows that the attacks bite.
"""

import csv
import dataclasses
import io
import logging
import secrets
import time
from pathlib import Path
from typing import Any

from workshop_helpers.content import Assessment
from workshop_helpers.errors import PoolError, TooFewPeople
from workshop_helpers.pooling import slips
from workshop_helpers.pooling.contribution import Contribution, agreed_policy
from workshop_helpers.pooling.credential import Credential
from workshop_helpers.pooling.policy import POLICIES, Policy
from workshop_helpers.pooling.pool import Pool
from workshop_helpers.pooling.release import Release, make_release
from workshop_helpers.pooling.rows import MemoryRows, PoolRow, Snapshot
from workshop_helpers.pooling.variables import variables


def draw(pool: Pool, policy: Policy | None = None) -> Release:
    """What a pool's rows give at this moment, and nothing is forgotten."""
    rows = live_rows(pool)
    counts = {
        v.id: [sum(row[i] == place for row in rows) for place in range(len(v.options))]
        for i, v in enumerate(pool._variables)
    }
    about = pool._assessment
    return make_release(about.id, about.title, pool._variables, counts, len(rows), policy or pool._policy)


def live_rows(pool: Pool) -> list[bytes]:
    return pool._rows.contributions()


# --- what is drawn, and when ----------------------------------------------------------------------


class DrawsTooEarly(Pool):
    """Needs one person fewer than the policy says."""

    def reveal(self) -> Release:
        if self.progress.answered == self._policy.smallest_group - 1:
            return draw(self)
        return super().reveal()


class WithholdsUnanimity(Pool):
    """Hides what everybody agrees on, and so tells that everybody agrees."""

    def reveal(self) -> Release:
        if len(set(live_rows(self))) == 1:
            raise TooFewPeople("The answers are too similar to be shown.")
        return super().reveal()


class CoarsensUnanimity(Pool):
    """Draws coarser only when the answers are much alike."""

    def reveal(self) -> Release:
        alike = len(set(live_rows(self))) == 1
        release = super().reveal()
        if not alike:
            return release
        tables = tuple(dataclasses.replace(t, options=("all",), low=(t.n,), high=(t.n,)) for t in release.tables)
        return dataclasses.replace(release, tables=tables)


class LiveExactCounts(Pool):
    """A live chart: every look shows the newest exact counts."""

    def reveal(self) -> Release:
        return draw(self, POLICIES["light"])


class DrawsAgain(Pool):
    """Bands, but counted anew at every reveal; answering goes on."""

    def reveal(self) -> Release:
        if self.progress.answered < self._policy.smallest_group:
            return super().reveal()
        return draw(self)


class ExactCounts(Pool):
    """Exact counts where bands are due."""

    def reveal(self) -> Release:
        release = draw(self, POLICIES["light"])
        super().reveal()
        return release


class ExactCountsInside(Pool):
    """Bands on the outside, and the exact counts handed on within."""

    def reveal(self) -> Release:
        exact = draw(self, POLICIES["light"])
        release = super().reveal()
        object.__setattr__(release, "exact", exact)
        return release


class StepsOfFour(Policy):
    """Bands of one width whatever the number of people, the last one widened: eight people fill "4 to 8" twice."""

    def bounds(self, count: int, people: int) -> tuple[int, int]:
        last = (people + 1) // self.narrowest - 1
        place = min(count // self.narrowest, last)
        low = place * self.narrowest
        return low, people if place == last else low + self.narrowest - 1


class UnwidenedBands(Policy):
    """The last band ends where the people end, so it may hold one single count."""

    def bounds(self, count: int, people: int) -> tuple[int, int]:
        low = count // self.narrowest * self.narrowest
        return low, min(low + self.narrowest - 1, people)


class BandsByTheAnswers(Policy):
    """Finds a unanimous bar worth a band of its own."""

    def bounds(self, count: int, people: int) -> tuple[int, int]:
        return (people, people) if count == people else super().bounds(count, people)


# --- who said what, and when ----------------------------------------------------------------------


class FirstComeFirstShown(Pool):
    """Keeps the rows in the order in which they came."""

    def reveal(self) -> Release:
        rows = live_rows(self)
        release = super().reveal()
        return dataclasses.replace(release, title=" ".join(row.hex() for row in rows))


class LogsAnswers(Pool):
    """Writes each answer to the log, for debugging."""

    def submit(self, token: bytes, contribution: Contribution, sequence: int = 1) -> None:
        logging.getLogger("pool").debug("took %s", bytes(contribution).hex())
        super().submit(token, contribution, sequence)


class SavesRows(Pool):
    """Keeps a safety copy on the disk."""

    def submit(self, token: bytes, contribution: Contribution, sequence: int = 1) -> None:
        super().submit(token, contribution, sequence)
        with Path("rows.txt").open("a", encoding="ascii") as rows:
            rows.write(bytes(contribution).hex() + "\n")


class StampsReleases(Pool):
    """Says when the picture was drawn."""

    def reveal(self) -> Release:
        return dataclasses.replace(super().reveal(), title=f"Drawn at {time.time():.0f}")


class PlainStore(dict[bytes, bytes]):
    """A plain dict in the place of a pool: it prints, copies, pickles and lists its rows."""

    def __init__(self, assessment: Assessment, policy: str | None = None, *, seats: int, **_: Any) -> None:
        super().__init__()
        self.assessment = assessment

    def submit(self, token: bytes, contribution: Contribution, sequence: int = 1) -> None:
        self[token] = bytes(contribution)


class _InBadRows(Pool):
    """A good pool whose rows are kept by something bad."""

    rows: type[MemoryRows]

    def __init__(self, assessment: Assessment, policy: Any = None, *, rows: Any = None, **rest: Any) -> None:
        clocks = rows._begun.clocks if isinstance(rows, MemoryRows) else ()
        super().__init__(assessment, policy, rows=self.rows(*clocks), **rest)


class _NeverForgetting(MemoryRows):
    def forget(self) -> None:
        if self._release is None:
            self._state = "discarded"


class KeepsRowsAfterTheEnd(_InBadRows):
    """Closes, and forgets to forget."""

    rows = _NeverForgetting


class _KnowingTokens(MemoryRows):
    def _key(self, token: bytes) -> bytes:
        return token


class StoresTokens(_InBadRows):
    """Keeps the tokens themselves, so that whoever sees the memory can act for everybody."""

    rows = _KnowingTokens


class SharedId(Credential):
    """The same id in every pool, so that rows of different pools can be joined."""

    def token(self, session: str, assessment: str, occasion: str | None = None) -> bytes:
        return self._secret[:16]


class PrefixedId(Credential):
    """Tokens that differ, behind a beginning that does not."""

    def token(self, session: str, assessment: str, occasion: str | None = None) -> bytes:
        return self._secret[:4] + super().token(session, assessment, occasion)[4:]


# --- change, withdrawal, replay -------------------------------------------------------------------


class WithdrawsByGuess(Pool):
    """Takes the last answer back, whoever asks."""

    def submit(self, token: bytes, contribution: Contribution, sequence: int = 1) -> None:
        super().submit(token, contribution, sequence)
        self._last = token

    def withdraw(self, token: bytes, sequence: int) -> None:
        super().withdraw(getattr(self, "_last", token), sequence)


class WithdrawalLeavesASkip(Pool):
    """Turns a withdrawn answer into a skip, so the person is still counted."""

    def withdraw(self, token: bytes, sequence: int) -> None:
        self._put(token, sequence, bytes(len(v.options) - 1 for v in self._variables))


class LastMessageWins(Pool):
    """Believes whatever arrives last, replayed or late."""

    came = 0

    def _put(self, token: bytes, sequence: int, places: bytes | None) -> None:
        self.came += 10
        super()._put(token, self.came + sequence, places)


class _WithoutTombstones(MemoryRows):
    def put(self, token: bytes, row: PoolRow, answered: int, seen: Snapshot) -> bool:
        done = super().put(token, row, answered, seen)
        self._rows = {key: row for key, row in self._rows.items() if row.places is not None}
        return done


class ForgetsTombstones(_InBadRows):
    """Deletes a withdrawn row, so that an old message brings the answer back."""

    rows = _WithoutTombstones


class NoSeatCap(Pool):
    """Counts whoever comes."""

    def _put(self, token: bytes, sequence: int, places: bytes | None) -> None:
        self._seats, seats = 1000, self._seats
        try:
            super()._put(token, sequence, places)
        finally:
            self._seats = seats


class _Waiting(MemoryRows):
    def __init__(self, *_clocks: Any) -> None:
        super().__init__(lambda: 0.0)


class NeverExpires(_InBadRows):
    """Waits for ever."""

    rows = _Waiting


class CountsGarbage(Pool):
    """Counts what it cannot read as a skip."""

    def submit(self, token: bytes, contribution: Contribution, sequence: int = 1) -> None:
        try:
            super().submit(token, contribution, sequence)
        except PoolError:
            self._put(secrets.token_bytes(16), 1, bytes(len(v.options) - 1 for v in self._variables))


class IgnoresSkippers(Pool):
    """Does not count those who skipped everything."""

    def submit(self, token: bytes, contribution: Contribution, sequence: int = 1) -> None:
        if any(place < len(v.options) - 1 for place, v in zip(bytes(contribution), self._variables, strict=True)):
            super().submit(token, contribution, sequence)


# --- policy, refusals, exports --------------------------------------------------------------------


class TrustsAnyPolicy(Pool):
    """Takes whatever policy it is handed."""

    def __init__(self, assessment: Assessment, policy: Any = None, **rest: Any) -> None:
        super().__init__(assessment, **rest)
        if policy is not None:
            self._policy = POLICIES.get(policy, policy)


class PolicyCanBeSet(Pool):
    """Lets the policy of an open pool be changed."""

    policy = property(lambda self: self._policy, lambda self, policy: setattr(self, "_policy", policy))


class RefusesWithValues(Pool):
    """Says what it was given."""

    def submit(self, token: bytes, contribution: Contribution, sequence: int = 1) -> None:
        try:
            super().submit(token, contribution, sequence)
        except PoolError as error:
            raise type(error)(f"{error} It was {bytes(contribution)!r}.") from None


class LeavesFrames(Pool):
    """Refuses with a clean message, and with answers in the frames that the refusal came through."""

    submit = Pool.submit.__wrapped__  # type: ignore[attr-defined]


class UnescapedCsv(Release):
    """Writes labels as they are, for a spreadsheet to run."""

    def to_csv(self) -> str:
        text = io.StringIO()
        csv.writer(text, quoting=csv.QUOTE_ALL).writerows(self._rows())
        return text.getvalue()


class LivesHalfAReveal(Pool):
    """Forgets the rows before the picture is safe."""

    def reveal(self) -> Release:
        seen = self._rows.look()
        if seen.state == "open" and seen.answered >= self._policy.smallest_group:
            release = draw(self)
            self._rows.end("discarded", seen)
            self._rows._state, self._rows._answered = "revealed", seen.answered  # type: ignore[attr-defined]
            self._rows.keep(release)
        return super().reveal()


class AsksForNoRule(Pool):
    """Draws whatever fits its questions, whatever its owner agreed to."""

    def submit(self, token: bytes, contribution: Contribution, sequence: int = 1) -> None:
        places = bytes(contribution)
        super().submit(token, Contribution(self.assessment, self.variables, places, self.policy), sequence)


# --- share codes ----------------------------------------------------------------------------------


class Slips:
    """The real share codes, in the form in which an attack takes them."""

    encode = staticmethod(slips.encode_slip)
    decode = staticmethod(slips.decode_slip)


class SlipsWithoutCheck(Slips):
    """The answers' digits, and that is all."""

    @staticmethod
    def encode(contribution: Contribution, session: str) -> str:
        return secrets.token_hex(8).upper() + "".join(slips.ALPHABET[place] for place in bytes(contribution))

    @staticmethod
    def decode(
        code: str,
        assessment: Assessment,
        session: str,
        occasion: str | None = None,
        policy: str | Policy | None = None,
    ) -> Contribution:
        of = variables(assessment, occasion)
        digits = slips.plain_slip(code)[16:]
        return Contribution(assessment, of, bytes(slips.ALPHABET.index(digit) for digit in digits))


class SlipsWithoutChance(Slips):
    """The same code for the same answers, so that a list of all codes can be made."""

    @staticmethod
    def encode(contribution: Contribution, session: str) -> str:
        saved = secrets.randbits
        secrets.randbits = lambda k: 0
        try:
            return slips.encode_slip(contribution, session)
        finally:
            secrets.randbits = saved


class SlipsForAnySession(Slips):
    """Codes that every session accepts."""

    @staticmethod
    def encode(contribution: Contribution, session: str) -> str:
        return slips.encode_slip(contribution, "")

    @staticmethod
    def decode(
        code: str,
        assessment: Assessment,
        session: str,
        occasion: str | None = None,
        policy: str | Policy | None = None,
    ) -> Contribution:
        return slips.decode_slip(code, assessment, "", occasion, policy)


class SlipsForAnyRule(Slips):
    """Codes that are good under every rule."""

    @staticmethod
    def encode(contribution: Contribution, session: str) -> str:
        plain = Contribution(contribution.assessment, contribution.variables, bytes(contribution))
        return slips.encode_slip(plain, session)

    @staticmethod
    def decode(
        code: str,
        assessment: Assessment,
        session: str,
        occasion: str | None = None,
        policy: str | Policy | None = None,
    ) -> Contribution:
        of = variables(assessment, occasion)
        key = slips._key(assessment, of, session, None)
        number = 0
        for letter in slips.plain_slip(code)[:-1]:
            number = number << 5 | slips.ALPHABET.index(letter)
        check, number = number & (1 << slips._CHECK_BITS) - 1, number >> slips._CHECK_BITS
        assert check == slips._check(key, number)
        place = number >> slips._NONCE_BITS + slips._VERSION_BITS
        return Contribution(assessment, of, bytes([place]), agreed_policy(assessment, policy))


class ShorterWhenSkipped:
    """Contributions that leave skipped questions out, and so are shorter."""

    def __init__(self, contribution: Contribution) -> None:
        pairs = zip(bytes(contribution), contribution.variables, strict=True)
        self._places = bytes(place for place, v in pairs if place < len(v.options) - 1)

    def __bytes__(self) -> bytes:
        return self._places
