"""Whether everything has its place: each self-assessment and exercise on a page, each work cited, each agenda true."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from workshop_helpers.authoring.checkout import Checkout
from workshop_helpers.errors import Mistake


def check_places(checkout: Checkout) -> Iterator[Mistake]:
    """What no page uses, what two pages use, and what an agenda says of an exercise that is not so."""
    yield from _assessments(checkout)
    yield from _exercises(checkout)
    yield from _references(checkout)
    yield from _agendas(checkout)


def _assessments(checkout: Checkout) -> Iterator[Mistake]:
    workshop = checkout.workshop
    asked: dict[tuple[str, str | None], list[str]] = defaultdict(list)
    for section in workshop.sections:
        for name in section.assessments:
            for occasion in section.occasions(workshop.assessment(name)):
                asked[name, occasion].append(section.id)
    for name, assessment in workshop.assessments.items():
        file = f"assessments/{name}.toml"
        if name not in {placed for placed, _ in asked}:
            problem = f"no page asks it; name '{name}' under 'assessments' in a file of sections/, or delete the file."
            yield Mistake(file, "", problem)
            continue
        occasions: list[str | None] = [side.id for side in assessment.occasions]
        for occasion in occasions or [None]:
            sections = asked[name, occasion]
            when = f" on the occasion '{occasion}'" if occasion else ""
            if not sections:
                yield Mistake(file, "", f"no page asks it{when}; let one of them do so, or take the occasions out.")
            elif len(sections) > 1:
                yield Mistake(file, "", f"{_pages(sections)} ask it{when}; let one of them do so.")


def _exercises(checkout: Checkout) -> Iterator[Mistake]:
    used: dict[str, list[str]] = {name: [] for name in checkout.workshop.exercises}
    for section in checkout.workshop.sections:
        for name in section.exercises:
            used[name].append(section.id)
    for name, sections in used.items():
        file = f"exercises/{name}.toml"
        if not sections:
            problem = f"no page has it; name '{name}' under 'exercises' in a file of sections/, or delete the file."
            yield Mistake(file, "", problem)
        elif len(sections) > 1:
            yield Mistake(file, "", f"{_pages(sections)} have it; let one of them do so.")


def _pages(sections: list[str]) -> str:
    return f"the pages {' and '.join(repr(section) for section in sections)}"


def _references(checkout: Checkout) -> Iterator[Mistake]:
    workshop = checkout.workshop
    cited = {source for assessment in workshop.assessments.values() for source in assessment.sources}
    prose = "\n".join(read.content.prose for read in checkout.pages.values() if read.content)
    for name, reference in workshop.references.items():
        here = f"'{name}'"
        if not str(reference.get("note", "")).startswith("Seen: "):
            problem = "'note' must begin with “Seen: ” and say what of the work was read, such as “Seen: abstract.”."
            yield Mistake("references.json", here, problem)
        if checkout.notebooks and name not in cited and str(reference["title"]) not in prose:
            yield Mistake("references.json", here, "nothing cites this work; cite it on a page, or take it out.")


def _agendas(checkout: Checkout) -> Iterator[Mistake]:
    minutes = {exercise.title: exercise.minutes for exercise in checkout.workshop.exercises.values()}
    for agenda in checkout.workshop.agendas.values():
        for session in agenda.sessions:
            for part in session.parts:
                here = f"'{agenda.id}', '{part.title}', text"
                for title, said in re.findall(r"(?:do|before) “([^”]+)”(?:[^.(]*\((\d+) minutes)?", part.text):
                    if title not in minutes:
                        problem = f"there is no exercise with the title “{title}”; correct it, or the exercise."
                        yield Mistake("agendas.toml", here, problem)
                    elif said and int(said) != minutes[title]:
                        problem = f"“{title}” takes {minutes[title]} minutes, and not {said}; correct one of the two."
                        yield Mistake("agendas.toml", here, problem)
