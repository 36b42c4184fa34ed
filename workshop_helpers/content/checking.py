"""What is wrong in a data folder as a whole: the mistakes of every file, and files that name what is not there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workshop_helpers.content.mistakes import did_you_mean
from workshop_helpers.content.reading import DataFolder
from workshop_helpers.content.section import Section
from workshop_helpers.errors import Mistake


def check_folder(folder: DataFolder) -> tuple[Mistake, ...]:
    """Every mistake in every file, all gathered before anything is said, so that an author mends them in one go."""
    return (*_inside(folder), *_sources(folder), *_sections(folder), *_agendas(folder))


def _inside(folder: DataFolder) -> Iterator[Mistake]:
    yield from folder.plan.mistakes
    for kind in (folder.sections, folder.assessments, folder.exercises):
        for name in kind:
            yield from kind.read(name).mistakes
    yield from folder.agendas.mistakes
    yield from folder.references.mistakes


def _sources(folder: DataFolder) -> Iterator[Mistake]:
    references = folder.references.content
    if references is None:
        return
    for name in folder.assessments:
        assessment = folder.assessments.read(name).content
        if assessment is not None:
            file = f"assessments/{assessment.id}.toml"
            yield from _missing(file, "sources", assessment.sources, references, "references.json has no entry")


def _sections(folder: DataFolder) -> Iterator[Mistake]:
    if not folder.sections:
        yield Mistake("sections", "", "there is no page; put one there, as README.md says.")
    read = [section for name in folder.sections if (section := folder.sections.read(name).content) is not None]
    in_order = sorted(read, key=lambda section: section.notebook)
    for section, before in zip(in_order[1:], in_order, strict=False):
        if section.notebook == before.notebook:
            problem = f"'{before.id}' has it already; choose another."
            yield Mistake(f"sections/{section.id}.toml", "notebook", problem)
    for section in in_order:
        file = f"sections/{section.id}.toml"
        # Only whether a file is there counts here: what is wrong inside it is said already.
        yield from _missing(file, "assessments", section.assessments, folder.assessments, "there is no assessment")
        yield from _missing(file, "exercises", section.exercises, folder.exercises, "there is no exercise")
        if section.occasion and section.occasion not in _occasions(section, folder):
            yield Mistake(file, "occasion", "none of its assessments has that occasion; take it out.")


def _occasions(section: Section, folder: DataFolder) -> set[str]:
    there = [name for name in section.assessments if name in folder.assessments]
    asked = [assessment for name in there if (assessment := folder.assessments.read(name).content) is not None]
    return {side.id for assessment in asked for side in assessment.occasions}


def _agendas(folder: DataFolder) -> Iterator[Mistake]:
    agendas = folder.agendas.content or ()
    for position, agenda in enumerate(agendas, start=1):
        here = f"agendas {position} ('{agenda.id}')"
        if agenda.id in [other.id for other in agendas[: position - 1]]:
            yield Mistake("agendas.toml", f"{here} id", "another agenda has this id; choose another.")
        for of_session, session in enumerate(agenda.sessions, start=1):
            for of_part, part in enumerate(session.parts, start=1):
                key = f"{here} sessions {of_session} parts {of_part} page"
                pages = [part.page] if part.page else []
                yield from _missing("agendas.toml", key, pages, folder.sections, "there is no section")


def _missing(file: str, key: str, names: Iterable[str], known: Iterable[str], problem: str) -> Iterator[Mistake]:
    known = tuple(known)
    for name in names:
        if name not in known:
            yield Mistake(file, key, f"{problem} '{name}'; {did_you_mean(name, known)}")
