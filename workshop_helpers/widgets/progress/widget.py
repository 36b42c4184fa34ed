"""How far somebody is: a map of the workshop that follows along, and says nothing of what was answered."""

from __future__ import annotations

from typing import Literal, NamedTuple

import ipywidgets

from workshop_helpers.content import Section, Workshop
from workshop_helpers.errors import WorkshopError
from workshop_helpers.templating import render
from workshop_helpers.widgets.shared.widget import OpenUntilClosed
from workshop_helpers.workbook import Workbook

State = Literal["done", "begun", "not begun"]
_SIGNS: dict[State, str] = {"done": "✓", "begun": "◐", "not begun": ""}


class Stone(NamedTuple):
    """One page on the map, and how far somebody is with it."""

    page: Section
    state: State
    here: bool = False

    @property
    def kind(self) -> str:
        """Its class in the style."""
        return f"wh-{self.state.replace(' ', '-')}"

    @property
    def sign(self) -> str:
        """Its number and its state, short enough to stand on it."""
        return f"{int(self.page.notebook[:2])} {_SIGNS[self.state]}".rstrip()

    @property
    def words(self) -> str:
        """The same for somebody who hears it."""
        return f"{self.page.title}, {self.state}{', this page' if self.here else ''}"


def state_of(section: Section, workshop: Workshop, workbook: Workbook) -> State:
    """How far somebody is with one page: whether they ticked it, or finished or wrote something there."""
    if workbook.get("sections", section.id):
        return "done"
    return "begun" if finished(section, workshop, workbook) or workbook.get("reflections", section.id) else "not begun"


def finished(section: Section, workshop: Workshop, workbook: Workbook) -> int:
    """How many of a page's self-assessments are finished, on every occasion on which the page asks them."""
    return sum(_is_finished(name, section, workshop, workbook) for name in section.assessments)


def _is_finished(name: str, section: Section, workshop: Workshop, workbook: Workbook) -> bool:
    done = workbook.get("finished", name)
    if not done:
        return False  # without reading its file: the map is on every page, and is about all of them
    try:
        asked = section.occasions(workshop.assessment(name))
    except WorkshopError:
        return False  # its own page says what is wrong with it
    return all(done.get(occasion or "once") for occasion in asked)


class _Following(OpenUntilClosed, ipywidgets.HTML):  # type: ignore[misc]  # ipywidgets is untyped
    """HTML that is written anew whenever something is finished, done or forgotten."""

    def __init__(self, workshop: Workshop, workbook: Workbook) -> None:
        self._workshop = workshop
        self._workbook = workbook
        super().__init__()
        self.refresh()
        workbook.watch(self.refresh)

    def close(self) -> None:
        """Follow no more."""
        self._workbook.unwatch(self.refresh)
        super().close()

    def refresh(self) -> None:
        """Read the workbook again."""
        self.value = self.html()

    def html(self) -> str:
        """What is shown."""
        raise NotImplementedError

    def stones(self, here: Section | None = None) -> list[Stone]:
        """Every page with how far somebody is with it."""
        pages = self._workshop.sections
        return [Stone(page, state_of(page, self._workshop, self._workbook), page == here) for page in pages]


class ProgressMap(_Following):
    """How much of a page is finished, and a stone for every page of the workshop to step to."""

    def __init__(self, workshop: Workshop, section: Section, workbook: Workbook) -> None:
        self._section = section
        super().__init__(workshop, workbook)

    def __repr__(self) -> str:
        return "<progress>"

    def html(self) -> str:
        """One line of words and one of stones."""
        stones = self.stones(self._section)
        done = [stone.state for stone in stones].count("done")
        words = [f"{done} of {len(stones)} pages done"]
        if here := self._section.assessments:
            ready = finished(self._section, self._workshop, self._workbook)
            words.insert(0, f"Here: {ready} of {len(here)} self-assessments finished")
        return render("progress.html", words=f"{'. '.join(words)}.", stones=stones)


class Overview(_Following):
    """Every page of the workshop by name, with its minutes and how far somebody is."""

    def __repr__(self) -> str:
        return "<map of the workshop>"

    def html(self) -> str:
        """A list with a line for each page."""
        return render("overview.html", stones=self.stones())
