"""The workshop as a whole: its pages in their order, and everything else by its id."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from workshop_helpers.content.agenda import Agenda
from workshop_helpers.content.assessment import Assessment
from workshop_helpers.content.reading import DataFolder
from workshop_helpers.content.section import Exercise, Section, Support
from workshop_helpers.model import find


class Workshop:
    """The workshop of a data folder. Each file is read when something in it is first asked for, and remembered.

    So a page costs its own files only, and a mistake in a file stops only what needs that file.

    Raises:
        ContentError: whenever something is asked for whose file has mistakes, with all of that file.

    Attributes:
        folder: The files behind it, which also know their mistakes.
        assessments: Every self-assessment, by id.
        exercises: Every exercise, by id.
    """

    def __init__(self, folder: DataFolder) -> None:
        self.folder = folder
        self.assessments: Mapping[str, Assessment] = folder.assessments
        self.exercises: Mapping[str, Exercise] = folder.exercises

    @property
    def title(self) -> str:
        """What the workshop is called."""
        return self.folder.plan.faultless().title

    @property
    def support(self) -> Support:
        """What stands at the foot of every page."""
        return self.folder.plan.faultless().support

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The pages in their order; without one whose file has mistakes, so that the others still open."""
        return tuple(section for section in self._in_order if section.notebook[0].isdigit())

    @cached_property
    def guides(self) -> tuple[Section, ...]:
        """The pages for whoever leads a room, in the order of their names; none whose file has mistakes."""
        return tuple(section for section in self._in_order if not section.notebook[0].isdigit())

    @cached_property
    def _in_order(self) -> list[Section]:
        files = self.folder.sections
        read = [read.content for read in map(files.read, files) if read.content is not None and not read.mistakes]
        return sorted(read, key=lambda section: section.notebook)

    @cached_property
    def agendas(self) -> Mapping[str, Agenda]:
        """Every agenda by id, in their order."""
        return {agenda.id: agenda for agenda in self.folder.agendas.faultless()}

    @property
    def references(self) -> Mapping[str, Mapping[str, Any]]:
        """Every work that may be cited, by id, as CSL-JSON."""
        return self.folder.references.faultless()

    def assessment(self, name: str) -> Assessment:
        """The assessment with this id; raises ``WorkshopError``, with the ids there are, if none has it."""
        return find(self.assessments, name, "self-assessment")

    def exercise(self, name: str) -> Exercise:
        """The exercise with this id; raises ``WorkshopError``, with the ids there are, if none has it."""
        return find(self.exercises, name, "exercise")

    def section(self, name: str) -> Section:
        """The section or guide with this id; raises ``WorkshopError``, with the ids there are, if none has it."""
        files = self.folder.sections
        if name in files:
            return files[name]
        return find({section.id: section for section in (*self.sections, *self.guides)}, name, "section")

    def agenda(self, name: str) -> Agenda:
        """The agenda with this id; raises ``WorkshopError``, with the ids there are, if none has it."""
        return find(self.agendas, name, "agenda")
