"""Plans for a facilitator: what comes when, how long it takes, and where the breaks are."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from workshop_helpers.model import Id, Model, Text, wrong

LONGEST_WITHOUT_A_BREAK = 100


class AgendaPart(Model):
    """One part of a session: what happens, for how long, and on which page.

    ``text`` is the run sheet: what the facilitator does and says. ``demanding`` parts never come last.
    """

    title: Text
    minutes: Annotated[int, Field(ge=1, le=90)]
    kind: Literal["work", "break", "spare"] = "work"
    text: Text
    page: Id | None = None
    demanding: bool = False


class AgendaSession(Model):
    """A stretch of time in one place: its parts, whose minutes add up to its own."""

    title: Text
    minutes: Annotated[int, Field(ge=30, le=600)]
    parts: Annotated[tuple[AgendaPart, ...], Field(min_length=2)]

    @model_validator(mode="after")
    def _can_be_kept(self) -> Self:
        of_parts = sum(part.minutes for part in self.parts)
        if of_parts != self.minutes:
            raise wrong(f"the parts take {of_parts} minutes and 'minutes' says {self.minutes}; make them agree.")
        last = next((part for part in reversed(self.parts) if part.kind == "work"), None)
        if last is not None and last.demanding:
            raise wrong("the last piece of work is a demanding one; put something light after it.")
        stretch = 0
        for part in self.parts:
            stretch = 0 if part.kind == "break" else stretch + part.minutes
            if stretch > LONGEST_WITHOUT_A_BREAK:
                raise wrong(f"more than {LONGEST_WITHOUT_A_BREAK} minutes without a break before '{part.title}' ends.")
        return self


class Agenda(Model):
    """One way to run the workshop: a single session, or several."""

    id: Id
    title: Text
    people: Text
    introduction: Text
    sessions: Annotated[tuple[AgendaSession, ...], Field(min_length=1, max_length=12)]
