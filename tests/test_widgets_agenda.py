"""An agenda on a page: what the page learns of it, and that it keeps nothing of anybody."""

from __future__ import annotations

import pytest

from workshop_helpers.content import Agenda
from workshop_helpers.content.loading import load_workshop
from workshop_helpers.widgets.agenda.widget import AgendaClock

WORKSHOP = load_workshop()
PLAN = Agenda.model_validate(
    {
        "id": "short",
        "title": "A short evening",
        "people": "For 8 to 12 people.",
        "introduction": "For a first time.\n\nBring\ntea.",
        "sessions": (
            {
                "title": "The evening",
                "minutes": 30,
                "parts": (
                    {"title": "Listen", "minutes": 20, "text": "In pairs.", "page": "communication", "demanding": True},
                    {"title": "Close", "minutes": 10, "text": "One word each."},
                ),
            },
        ),
    }
)


def test_the_page_learns_the_parts_and_where_their_pages_are() -> None:
    assert AgendaClock(PLAN, WORKSHOP).spec == {
        "id": "short",
        "title": "A short evening",
        "people": "For 8 to 12 people.",
        "introduction": ["For a first time.", "Bring tea."],
        "sessions": [
            {
                "title": "The evening",
                "minutes": 30,
                "parts": [
                    {
                        "title": "Listen",
                        "minutes": 20,
                        "kind": "work",
                        "demanding": True,
                        "text": ["In pairs."],
                        "page": {"title": "Talking and listening", "notebook": "04-communication.ipynb"},
                    },
                    {
                        "title": "Close",
                        "minutes": 10,
                        "kind": "work",
                        "demanding": False,
                        "text": ["One word each."],
                        "page": None,
                    },
                ],
            }
        ],
    }


def test_its_printed_form_is_one_constant_word_and_it_listens_to_no_message() -> None:
    clock = AgendaClock(PLAN, WORKSHOP)
    assert repr(clock) == "<agenda>"
    assert clock._msg_callbacks.callbacks == []


@pytest.mark.parametrize("name", WORKSHOP.agendas)
def test_each_agenda_of_the_workshop_can_be_shown(name: str) -> None:
    agenda = WORKSHOP.agenda(name)
    shown = [part for session in AgendaClock(agenda, WORKSHOP).spec["sessions"] for part in session["parts"]]
    assert [part["title"] for part in shown] == [part.title for session in agenda.sessions for part in session.parts]
