"""How far somebody is: a map of the workshop that follows along, and says nothing of what was answered."""

from __future__ import annotations

from html import escape
from typing import Literal

import ipywidgets

from workshop_helpers.colours import COLOURS
from workshop_helpers.content import Section, Workshop
from workshop_helpers.workbook import Workbook

State = Literal["done", "begun", "not begun"]
_SIGNS: dict[State, str] = {"done": "✓", "begun": "◐", "not begun": ""}

_STYLE = """\
.wh-map { max-width: 46rem; font: 1rem/1.5 var(--jp-content-font-family, system-ui, sans-serif); }
.wh-map p { margin: 0 0 .5rem; font-size: 1rem; }
.wh-map ol { display: grid; grid-template-columns: repeat(auto-fill, minmax(2.5rem, 1fr)); gap: .25rem; margin: 0;
  padding: 0; list-style: none; }
.wh-map a { color: inherit; text-decoration: none; }
.wh-map a:hover .wh-name { text-decoration: underline; }
.wh-map li { margin: 0; }
.wh-map .wh-stone { display: flex; align-items: center; justify-content: center; gap: .2rem; min-width: 2.5rem;
  min-height: 2.25rem; box-sizing: border-box; border: 1px solid; border-radius: 8px;
  font-variant-numeric: tabular-nums; }
.wh-map .wh-done .wh-stone { background: color-mix(in srgb, var(--wh-accent) 22%, transparent); }
.wh-map .wh-here .wh-stone { border-width: 3px; font-weight: 700; }
.wh-map ol.wh-long { grid-template-columns: 1fr; gap: 0;
  border-top: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
.wh-map .wh-long li { border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
.wh-map .wh-long a { display: flex; align-items: center; gap: .9rem; padding: .45rem .1rem; }
.wh-map .wh-name { flex: 1; }
.wh-map .wh-state { font-size: .9rem; text-align: right; }
.wh-map .wh-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
"""


def state_of(section: Section, workshop: Workshop, workbook: Workbook) -> State:
    """How far somebody is with one page: whether they ticked it, or finished or wrote something there."""
    if workbook.get("sections", section.id):
        return "done"
    return "begun" if finished(section, workshop, workbook) or workbook.get("reflections", section.id) else "not begun"


def finished(section: Section, workshop: Workshop, workbook: Workbook) -> int:
    """How many of a page's self-assessments are finished, on every occasion on which the page asks them."""
    count = 0
    for name in section.assessments:
        asked = section.occasions(workshop.assessment(name))
        done = workbook.get("finished", name)
        count += all(done.get(occasion or "once") for occasion in asked)
    return count


class _Following(ipywidgets.HTML):  # type: ignore[misc]  # ipywidgets is untyped
    """HTML that is written anew whenever something is finished, done or forgotten."""

    def __init__(self, workshop: Workshop, workbook: Workbook) -> None:
        self._workshop = workshop
        self._workbook = workbook
        super().__init__()
        self.refresh()
        workbook.watch(self.refresh)

    def refresh(self) -> None:
        """Read the workbook again."""
        self.value = f'<style>{COLOURS}{_STYLE}</style><div class="wh-map">{self.body()}</div>'

    def body(self) -> str:
        """What is shown."""
        raise NotImplementedError

    def states(self) -> list[tuple[Section, State]]:
        """Every page with how far somebody is with it."""
        return [(page, state_of(page, self._workshop, self._workbook)) for page in self._workshop.sections]


class ProgressMap(_Following):
    """How much of a page is finished, and a stone for every page of the workshop to step to."""

    def __init__(self, workshop: Workshop, section: Section, workbook: Workbook) -> None:
        self._section = section
        super().__init__(workshop, workbook)

    def __repr__(self) -> str:
        return "<progress>"

    def body(self) -> str:
        """One line of words and one of stones."""
        states = self.states()
        done = [state for _, state in states].count("done")
        words = [f"{done} of {len(states)} pages done"]
        if here := self._section.assessments:
            ready = finished(self._section, self._workshop, self._workbook)
            words.insert(0, f"Here: {ready} of {len(here)} self-assessments finished")
        stones = "".join(self._stone(page, state) for page, state in states)
        return f'<p role="status">{". ".join(words)}.</p><nav aria-label="Map of the workshop"><ol>{stones}</ol></nav>'

    def _stone(self, page: Section, state: State) -> str:
        here = page == self._section
        said = f"{page.title}, {state}{', this page' if here else ''}"
        current = ' aria-current="page"' if here else ""
        return (
            f'<li class="wh-{state.replace(" ", "-")}{" wh-here" if here else ""}">'
            f'<a href="{page.notebook}" title="{escape(said)}"{current}>'
            f'<span class="wh-stone" aria-hidden="true">{_number(page)}{_sign(state)}</span>'
            f'<span class="wh-hidden">{escape(said)}</span></a></li>'
        )


class Overview(_Following):
    """Every page of the workshop by name, with its minutes and how far somebody is."""

    def __repr__(self) -> str:
        return "<map of the workshop>"

    def body(self) -> str:
        """A list with a line for each page."""
        lines = "".join(
            f'<li class="wh-{state.replace(" ", "-")}"><a href="{page.notebook}">'
            f'<span class="wh-stone" aria-hidden="true">{_number(page)}{_sign(state)}</span>'
            f'<span class="wh-name">{escape(page.title)}</span>'
            f'<span class="wh-state">{page.minutes} min{"" if state == "not begun" else f", {state}"}</span></a></li>'
            for page, state in self.states()
        )
        return f'<nav aria-label="Map of the workshop"><ol class="wh-long">{lines}</ol></nav>'


def _number(page: Section) -> int:
    return int(page.notebook[:2])


def _sign(state: State) -> str:
    return f" {_SIGNS[state]}" if _SIGNS[state] else ""
