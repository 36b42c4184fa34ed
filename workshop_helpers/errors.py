"""Everything that can go wrong because of what a person typed, wrote or handed over.

    WorkshopError
    ├── ContentError        a file in data/ cannot be used as it is
    ├── AnswerError         an answer is not one that its item allows
    ├── WorkbookError       the private file cannot be read or written
    ├── ImportingError      a table of answers cannot be turned into a picture
    ├── SlipError           a share code cannot be read
    ├── ReleaseError        something that is not a release was handed over as one
    ├── PoolError           the pool refuses
    │   ├── PolicyError     the policy asked for is looser than the author's, or does not fit
    │   ├── TooFewPeople    fewer people than the policy needs
    │   ├── NotAgreed       what came was agreed to under another rule, or for another opening
    │   ├── PoolFull        every seat is taken
    │   └── PoolClosed      revealed, discarded or out of time
    └── RoomError           the room refuses
        ├── LinkError       a join link or code cannot be read
        ├── WrongCode       no room has this code, or this is not its key
        ├── TooManyGuesses  too many wrong codes in a short time
        ├── Malformed       a message is not one that a room takes
        ├── NotOpen         nothing is collected for this self-assessment, or not yet shown
        ├── Unreachable     the room cannot be reached over the network
        └── MalformedReply  what came back is not a reply that a room gives

Messages say what is wrong, where, what is allowed and what to do. They never contain a value that
somebody answered, so they may be shown, logged and passed on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum


class WorkshopError(Exception):
    """Something a person can put right; the message says how."""


@dataclass(frozen=True)
class Mistake:
    """One thing wrong in a content file: the file, the key, and a sentence with the cure."""

    file: str
    key: str
    problem: str

    def __str__(self) -> str:
        return f"{self.file}, {self.key}: {self.problem}" if self.key else f"{self.file}: {self.problem}"


class ContentError(WorkshopError):
    """One or more files in the data folder cannot be used; ``mistakes`` lists every place found."""

    def __init__(self, mistakes: tuple[Mistake, ...]) -> None:
        self.mistakes = mistakes
        count = "One mistake" if len(mistakes) == 1 else f"{len(mistakes)} mistakes"
        super().__init__("\n".join([f"{count} in the workshop's content:", *(f"  - {m}" for m in mistakes)]))


class AnswerReason(Enum):
    """Why an answer was refused, so that a form can choose kind words for it."""

    UNKNOWN_ITEM = "unknown item"
    WRONG_TYPE = "wrong type"
    OUT_OF_RANGE = "out of range"
    NOT_AN_OPTION = "not an option"
    TWICE = "the same option twice"
    TOO_MANY = "too many options"
    INCOMPLETE = "not complete yet"
    TOO_LONG = "too long"


class AnswerError(WorkshopError):
    """An answer is not one that its item allows; ``key`` names the item and ``reason`` the kind of fault."""

    def __init__(self, key: str, reason: AnswerReason, allowed: str) -> None:
        self.key = key
        self.reason = reason
        self.allowed = allowed
        super().__init__(f"Item '{key}': {allowed}")


class WorkbookError(WorkshopError):
    """The private file cannot be read or written; what is in memory is untouched."""


class ImportingError(WorkshopError):
    """A table of answers cannot be turned into a picture; places are named, values never."""


class SlipError(WorkshopError):
    """A share code cannot be read; its place is named, the code itself never."""


class ReleaseError(WorkshopError):
    """A text or object is not a release that this version can read."""


class PoolError(WorkshopError):
    """The pool refuses; the reason depends on numbers of people only, never on answers."""


class PolicyError(PoolError):
    """The policy asked for does not exist, is looser than the author's, or does not fit the group."""


class TooFewPeople(PoolError):
    """Fewer people have answered than the policy needs before anything is drawn."""


class NotAgreed(PoolError):
    """What was to be added was agreed to under another rule, or for another opening; its owner is asked again."""


class PoolFull(PoolError):
    """Every seat is taken, so another person cannot be added."""


class PoolClosed(PoolError):
    """The pool was revealed, discarded or ran out of time; nothing is added or drawn any more."""


class RoomError(WorkshopError):
    """The room refuses; the reason depends on codes, messages and numbers of people, never on answers."""


class LinkError(RoomError):
    """A join link or code cannot be read."""


class WrongCode(RoomError):
    """No room has this code, or the key is not this room's."""


class TooManyGuesses(RoomError):
    """So many wrong codes came in a short time that nobody gets in for a moment, with a right one neither."""


class Malformed(RoomError):
    """A message is not one that a room takes."""


class NotOpen(RoomError):
    """Nothing is being collected for this self-assessment, or its picture is not revealed yet."""


class Unreachable(RoomError):
    """The room cannot be reached; what was to be sent is kept and tried again."""


class MalformedReply(RoomError):
    """A reply is not one that a room gives; what was to be sent is kept and tried again."""


# The errors that a room can reply with, under which status each. The reply names the class as well, because several
# share a status; an error that is not in the table travels as the nearest one above it that is. Both ends use it.
STATUS: Mapping[type[WorkshopError], int] = {
    Malformed: 400,
    WrongCode: 403,
    NotOpen: 404,
    PolicyError: 409,
    TooFewPeople: 409,
    NotAgreed: 409,
    PoolFull: 409,
    PoolClosed: 409,
    PoolError: 409,
    RoomError: 409,
    WorkshopError: 409,
    TooManyGuesses: 429,
}
