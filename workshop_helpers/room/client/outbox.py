"""What a person's notebook remembers of what they agreed to: their last word about each pool, and what it says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, Literal, Protocol

from workshop_helpers.private import Private

Wish = Literal["in", "out"]
Earlier = Literal["in", "out", "unsure"]


class Outbox(Protocol):
    """Where it is remembered: the person's own workbook. Values are what JSON can hold."""

    def get(self, pool: str) -> dict[str, Any]:
        """What is remembered of one pool; empty if nothing."""

    def put(self, pool: str, sent: Mapping[str, Any], *, keep: bool) -> None:
        """Remember it; in memory only unless ``keep``."""


class OutboxInMemory:
    """Remembers for as long as this object is."""

    def __init__(self) -> None:
        self._sent: dict[str, Mapping[str, Any]] = {}

    def get(self, pool: str) -> dict[str, Any]:
        """What is remembered of one pool."""
        return dict(self._sent.get(pool, {}))

    def put(self, pool: str, sent: Mapping[str, Any], *, keep: bool) -> None:
        """Remember it."""
        self._sent[pool] = sent


@dataclass(frozen=True)
class LastWord:
    """A person's last word about one pool, without what they answered.

    Attributes:
        sequence: Rises with each word: a collector takes no notice of a number that it has seen.
        word: Whether they want to be in the picture; ``None`` if they said nothing that still counts.
        number: The opening that they agreed to be in; ``None`` if nothing was open yet.
        policy: The rule that they agreed to, by name.
        life: The collector's life in which that was.
        token: What the collector knows them by in this pool, in letters.
        done: Whether the room has said that it has done as they want.
        earlier: What it had of theirs in this opening before, as far as that is known.
        refused: Why the room did not take their last word, in its own words.
        over: What became of the opening: ``revealed`` or ``discarded``; empty if it was open when it was seen last.
    """

    sequence: int = 0
    word: Wish | None = None
    number: str | None = None
    policy: str = ""
    life: str = ""
    token: str = ""
    done: bool = False
    earlier: Earlier = "out"
    refused: str = ""
    over: str = ""

    @property
    def pending(self) -> bool:
        """Whether the room has not said yet that it has done as they want."""
        return self.word is not None and not self.done

    @property
    def may_be_there(self) -> Earlier:
        """What the room has of theirs in this opening, as far as that is known."""
        if self.word is None or self.done or self.earlier == self.word:
            return self.word or "out"
        return "unsure" if self.number else "out"

    def refuse(self, why: str) -> LastWord:
        """What is left of it when the room did not take it: what there was before."""
        word: Wish | None = None if self.earlier == "out" else "in"
        return replace(self, word=word, done=self.earlier == "in", refused=why)

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> LastWord:
        """What an outbox holds as that; an older version kept the sequence only."""
        known = {field.name for field in fields(cls)}
        return cls(**{name: value for name, value in kept.items() if name in known})


class LastWords(Private):
    """A person's last words in an outbox, and apart from them what these say.

    Args:
        outbox: Where they are.

    What was answered is kept on disk only where the person said so; that something was said always is, so that what a
    restarted kernel takes back is taken back.
    """

    def __init__(self, outbox: Outbox) -> None:
        self._outbox = outbox

    def last_word(self, pool: str) -> LastWord:
        """The last word about a pool."""
        return LastWord.of(self._outbox.get(_about(pool)))

    def note(self, pool: str, word: LastWord) -> None:
        """Remember it."""
        self._outbox.put(_about(pool), asdict(word), keep=True)

    def answers(self, pool: str) -> dict[str, Any] | None:
        """What the person agreed to add, in letters; ``None`` if it is not at hand."""
        kept = self._outbox.get(pool)
        return kept if kept.get("places") else None

    def keep(self, pool: str, answers: Mapping[str, Any], *, keep: bool) -> None:
        """Remember what the person agreed to add; on disk only if ``keep``."""
        if not keep:
            self.forget(pool)  # what they said before may be on disk
        self._outbox.put(pool, answers, keep=keep)

    def forget(self, pool: str) -> None:
        """Remember it no longer, neither on disk nor in memory."""
        if self._outbox.get(pool):
            self._outbox.put(pool, {}, keep=True)


def last_word_in(kept: Mapping[str, Any], pool: str) -> LastWord:
    """The last word about a pool in all that an outbox holds."""
    found = kept.get(_about(pool))
    return LastWord.of(found if isinstance(found, dict) else {})


def _about(pool: str) -> str:
    return f"{pool} changes"
