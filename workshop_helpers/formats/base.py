"""What a response format knows: the model of its items, and everything that can be done with a question of them.

A format is one module with two classes. Its ``Item`` says what an assessment file may hold; its ``Question`` says
what an answer is, and how it is drafted, said, written in a table, counted and invented. What has no default here,
each format must say for itself: its classes are ``final``, so that a type checker names what is missing.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, ClassVar, Literal

from workshop_helpers.errors import AnswerError, AnswerReason
from workshop_helpers.formats.inventing import Invented
from workshop_helpers.formats.rulers import Scale
from workshop_helpers.formats.written import Way
from workshop_helpers.model import Id, Model, Text

DOES_NOT_APPLY = "does-not-apply"

Value = int | str | tuple[str, ...] | Mapping[str, int]
Scales = Mapping[str, Scale]
Options = Mapping[str, Mapping[str, str]]
OptionKind = Literal["ordered", "nominal", "yes-no"]


class Side(Model):
    """One of two views (for me, for someone else) or occasions (before, after) of the same items."""

    id: Id
    title: Text


class Item(Model, ABC):
    """One item of an assessment file. A format's own has ``format`` as a ``Literal``, and keys of its own."""

    id: Id
    text: Text
    does_not_apply: bool = False
    private: bool = False
    format: str

    in_means: ClassVar[bool] = False
    """Whether answers are points of a scale, so that they count in means and gaps, and can be reversed."""

    @abstractmethod
    def as_question(self, side: Side | None, scales: Scales, options: Options) -> Question:
        """The item as a participant meets it; ``scales`` and ``options`` are all that the assessment names."""


@dataclass(frozen=True)
class Counted:
    """One thing that the pool counts of an answer. ``does not apply`` and skips are counted besides.

    Attributes:
        kind: Whether the labels have an order, which decides how they are drawn.
        labels: What is counted.
        place: From an answer to a position in ``labels``.
        part: A word for what this is about, such as an option's id, if there are several of these.
        about: The same in words.
        what: In words, which part of an answer is counted, where that is not all of it.
        merged: The labels of a small group's picture, each with the positions it holds; empty if none.
    """

    kind: OptionKind
    labels: tuple[str, ...]
    place: Callable[[Any], int]
    part: str = ""
    about: str = ""
    what: str = ""
    merged: tuple[tuple[str, tuple[int, ...]], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Question(ABC):
    """One item as a participant meets it: the item itself, or one of its two sides.

    An ``answer`` that a method takes is one that ``read`` gave: never a skip, and never "does not apply".

    Attributes:
        item: What the assessment file says.
        side: Which of two sides is asked, if there are two.
        scale: The ruler whose points the answers are; ``None`` if they are no points of one.
        options: What there is to choose from, put in order or give points to: labels by id.
        own_words: Whether answers are a person's own words. These are always private, and never compared or invented.
        in_numbers: Whether a cell of a table that holds a number holds an answer, and not the id of an option.
    """

    item: Item
    side: Side | None
    scale: Scale | None = None
    options: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    own_words: ClassVar[bool] = False
    in_numbers: ClassVar[bool] = False

    @property
    def key(self) -> str:
        """Its name in answers, columns and the workbook: ``item`` or ``item.side``."""
        return self.item.id if self.side is None else f"{self.item.id}.{self.side.id}"

    # --- an answer, and a draft of one

    @abstractmethod
    def read(self, raw: object) -> Value | None:
        """Turn what a person gave into an answer; ``None`` if it comes to a skip.

        Raises:
            AnswerError: by way of ``refusal``, if it is no answer. Lists are taken for tuples.
        """

    def from_draft(self, draft: Any) -> object:
        """What a draft means, still unchecked; ``None`` for a skip. It may be anything that JSON can hold."""
        return draft

    def unfinished(self, reason: AnswerReason) -> str:
        """A kind sentence for somebody whose draft is no answer yet, or not any more."""
        return "This answer does not fit any more. Choose again, or skip this one."

    def refusal(self, reason: AnswerReason, allowed: str) -> AnswerError:
        """The error for what is no answer; ``allowed`` is a sentence that never says what was given."""
        return AnswerError(self.key, reason, f"{allowed} To skip the item, leave it out.")

    # --- on the page and in the report

    @abstractmethod
    def for_view(self) -> dict[str, Any]:
        """What the format's view needs to know besides what every view does, as JSON can hold it."""

    @abstractmethod
    def in_words(self, answer: Any) -> str:
        """An answer as the person would say it, never in ids; several parts each on a line of its own."""

    def ruler_in_words(self) -> str:
        """What the ends of a ruler mean, where an answer in words is only a number; empty elsewhere."""
        return ""

    # --- in a table

    @abstractmethod
    def from_text(self, text: str) -> object:
        """What a cell means that holds some text, still unchecked."""

    @abstractmethod
    def as_text(self, answer: Any) -> str:
        """An answer as the cell that ``from_text`` reads."""

    @abstractmethod
    def allowed_text(self) -> str:
        """What a cell may hold, in words that stand after "Allowed: "."""

    def from_columns(self) -> Mapping[Way, Callable[[Sequence[str]], object]]:
        """How several columns can hold an answer: for each way, what the texts of one row mean together.

        There is a text for each option or place, in order; empty where nothing was given, and not all are.
        """
        return {}

    def and_others(self, text: str) -> tuple[list[str], list[str]] | None:
        """The options that a cell names, and other words that stand beside them; ``None`` where none can."""
        return None

    def meanings(self, way: Way) -> Mapping[str, str]:
        """What somebody can say that a cell means: texts that can be read in this way, each with words for it."""
        return {}

    def labels(self) -> Iterable[str]:
        """The words that alone are an answer, where they are never the heading of a column."""
        return ()

    # --- in the pool, among scores and in feedback

    @abstractmethod
    def counted(self) -> tuple[Counted, ...]:
        """What the pool counts of an answer; nothing if it is never pooled."""

    @property
    def tied(self) -> bool:
        """Whether what is counted of one answer limits what else is counted of it, so that bands would not protect it.

        Several tables count as tied unless a format knows better, and a test goes through all groups.
        """
        return len(self.counted()) > 1

    @property
    def subscale(self) -> str | None:
        """The subscale that the answers count in."""
        return None

    @property
    def one_of(self) -> str | None:
        """The name of the options that an answer is exactly one of; ``None`` if an answer is not one option."""
        return None

    def turned(self, point: int) -> int:
        """A point as it counts in a mean: the other way round if the item is reversed."""
        return point

    # --- in the made-up group

    @abstractmethod
    def invent(self, person: Invented) -> Value | None:
        """The answer of an invented person, the same each time; ``None`` is a skip."""
