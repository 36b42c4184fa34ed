"""The top and the foot of a section: where you are, the ways back and on, and where to find support."""

from __future__ import annotations

from workshop_helpers.content import Section, Workshop
from workshop_helpers.templating import render


def header(workshop: Workshop, section: Section) -> str:
    """Where you are, as HTML: aims, minutes, content note, and the ways back and on."""
    return render("header.html", section=section, ways=_ways(workshop, section))


def footer(workshop: Workshop, section: Section) -> str:
    """Where to find support, and the way on, as HTML."""
    return render("footer.html", support=workshop.support, ways=_ways(workshop, section))


def _ways(workshop: Workshop, section: Section) -> list[tuple[str, Section]]:
    """The sections that one can go on to from here, each with a word for the way."""
    if section in workshop.guides:
        return [("To the workshop", workshop.sections[0])]
    place = workshop.sections.index(section)
    before, after = workshop.sections[:place][-1:], workshop.sections[place + 1 :][:1]
    return [*(("Back", other) for other in before), *(("Next", other) for other in after)]
