"""What a room replies: one frozen message for each, and one error for whatever is none of them.

A reply is read before anybody uses it. A room that another program has taken the place of, or that is of another
version, can so do no more than be not understood.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, Protocol, Self, TypeVar

from pydantic import AfterValidator, Field, Strict

from workshop_helpers.errors import STATUS, MalformedReply, ReleaseError, WorkshopError
from workshop_helpers.pooling.policy import POLICIES
from workshop_helpers.pooling.release import LARGEST_GROUP
from workshop_helpers.private import Private
from workshop_helpers.room.protocol.messages import Message, Word, json_of

LARGEST_REPLY = 1_000_000  # bytes
NOT_UNDERSTOOD = (
    "The room's reply cannot be understood. If it stays like this, update the workshop here and where the room runs."
)
_ERRORS = {kind.__name__: kind for kind in STATUS}


class RoomReply(Protocol):
    """What every reply has: a message, or a release."""

    @classmethod
    def from_json(cls, text: str) -> Self:
        """The reply in a text; raises if there is none."""

    def to_json(self) -> str:
        """The reply as text."""


AnyReply = TypeVar("AnyReply", bound=RoomReply)


def _known_policy(name: str) -> str:
    if name not in POLICIES:
        raise ValueError
    return name


def _known_error(name: str) -> str:
    if name not in _ERRORS:
        raise ValueError
    return name


People = Annotated[int, Strict(), Field(ge=0, le=LARGEST_GROUP)]
KnownPolicy = Annotated[Word, AfterValidator(_known_policy)]
KnownError = Annotated[Word, AfterValidator(_known_error)]
Sentence = Annotated[str, Strict(), Field(min_length=1, max_length=1000)]


@dataclass(frozen=True)
class Accepted(Message):
    """It is done. Of an answer it says nothing else: not whether it was the first, a change, or taken back."""

    ok: Annotated[bool, Strict()]

    def __post_init__(self) -> None:
        if not self.ok:
            raise ValueError


@dataclass(frozen=True)
class OpeningNumber(Message):
    """It is open, under this number."""

    number: Word


@dataclass(frozen=True)
class PoolState(Message):
    """How one pool stands, as everybody in the room may know it: no number that rises or falls with one person.

    Attributes:
        pool: Its name within the room.
        policy: The policy's name.
        number: The opening's.
        state: Whether it takes answers, has been drawn, or was closed without a picture.
        enough: Whether so many people have answered that a picture can be drawn.
    """

    pool: Word
    policy: KnownPolicy
    number: Word
    state: Literal["open", "revealed", "discarded"]
    enough: Annotated[bool, Strict()]


@dataclass(frozen=True)
class PoolCount(PoolState):
    """How one pool stands, as the facilitator alone may know it.

    Attributes:
        answered: The number of people who have answered.
        seats: The number of people who can.
    """

    answered: People
    seats: People

    def __post_init__(self) -> None:
        if self.answered > self.seats:
            raise ValueError


AnyPool = TypeVar("AnyPool", bound=PoolState)


def _each_once(pools: tuple[AnyPool, ...]) -> tuple[AnyPool, ...]:
    if len({pool.pool for pool in pools}) < len(pools):
        raise ValueError
    return pools


@dataclass(frozen=True)
class RoomState(Message):
    """How a room stands, as everybody in it may know it.

    Attributes:
        life: Another word after the room's server has lost everything, so that notebooks notice.
        seats: The number of people in the room.
        pools: Everything that was opened, each pool once.
    """

    life: Word
    seats: People
    pools: Annotated[tuple[PoolState, ...], AfterValidator(_each_once)]

    def pool(self, name: str) -> PoolState | None:
        """The pool of that name."""
        return next((pool for pool in self.pools if pool.pool == name), None)


@dataclass(frozen=True)
class RoomCount(Message):
    """How a room stands, as the facilitator alone may know it. Attributes as those of ``RoomState``."""

    life: Word
    seats: People
    pools: Annotated[tuple[PoolCount, ...], AfterValidator(_each_once)]

    def for_everybody(self) -> RoomState:
        """The same without the numbers."""
        pools = (PoolState(pool.pool, pool.policy, pool.number, pool.state, pool.enough) for pool in self.pools)
        return RoomState(self.life, self.seats, tuple(pools))

    def pool(self, name: str) -> PoolCount | None:
        """The pool of that name."""
        return next((pool for pool in self.pools if pool.pool == name), None)


@dataclass(frozen=True, repr=False)
class CreatedRoom(Private, Message):
    """A new room's secrets: the code that lets people in, and the key that lets the facilitator run it."""

    code: Word
    key: Word


@dataclass(frozen=True)
class Refusal(Message):
    """Why not: the name of an error that has a status, and the sentence for whoever asked."""

    error: KnownError
    sorry: Sentence

    @classmethod
    def of(cls, error: WorkshopError) -> Refusal:
        """An error as it travels: as itself, or as the nearest one above it that has a status."""
        kind = next(kind for kind in type(error).__mro__ if kind in STATUS)
        return cls(kind.__name__, str(error))

    @property
    def status(self) -> int:
        """The status that it is said under."""
        return STATUS[_ERRORS[self.error]]

    def as_error(self) -> WorkshopError:
        """The error, as it was at the other end."""
        return _ERRORS[self.error](self.sorry)


def read_reply(kind: type[AnyReply], body: bytes) -> AnyReply:
    """The reply of a kind that a body holds.

    Raises:
        MalformedReply: if it holds anything else.
    """
    try:
        text = body.decode()
        json_of(text)  # which is stricter than a release is
        return kind.from_json(text)
    except (ValueError, ReleaseError):
        raise MalformedReply(NOT_UNDERSTOOD) from None
