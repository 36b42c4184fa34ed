"""An agenda on a page: what comes when, and a clock that says what is on now and how late it is."""

from __future__ import annotations

from typing import Any

import traitlets

from workshop_helpers.content import Agenda, AgendaPart, Workshop
from workshop_helpers.widgets.shared.widget import PrivateWidget, bundle, paragraphs


class AgendaClock(PrivateWidget):
    """The parts of one agenda, with a clock for whoever leads the room; only the browser's tab remembers it."""

    _esm = bundle("agenda.js")
    _css = bundle("agenda.css")
    shown_as = "<agenda>"
    spec = traitlets.Dict().tag(sync=True)

    def __init__(self, agenda: Agenda, workshop: Workshop) -> None:
        super().__init__(spec=agenda_spec(agenda, workshop))


def agenda_spec(agenda: Agenda, workshop: Workshop) -> dict[str, Any]:
    """What a page needs to know to show an agenda."""
    return {
        "id": agenda.id,
        "title": agenda.title,
        "people": agenda.people,
        "introduction": paragraphs(agenda.introduction),
        "sessions": [
            {
                "title": session.title,
                "minutes": session.minutes,
                "parts": [_part(part, workshop) for part in session.parts],
            }
            for session in agenda.sessions
        ],
    }


def _part(part: AgendaPart, workshop: Workshop) -> dict[str, Any]:
    page = workshop.section(part.page) if part.page else None
    return {
        "title": part.title,
        "minutes": part.minutes,
        "kind": part.kind,
        "demanding": part.demanding,
        "text": paragraphs(part.text),
        "page": {"title": page.title, "notebook": page.notebook} if page else None,
    }
