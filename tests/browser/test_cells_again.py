"""A page that is made again in its tab has no earlier self that still listens; another tab has a page of its own."""

from __future__ import annotations

import json

from playwright.sync_api import Browser, expect

from browser.kernels import connected
from browser.lab import Lab, run_all
from browser.test_questionnaire import PAGE, form
from workshop_helpers.content.loading import load_workshop

SECTION = load_workshop().section("communication")
LISTENING = load_workshop().assessment("active-listening")
_COUNT = """
import ipywidgets
from workshop_helpers.room.client.membership import own_membership
from workshop_helpers.widgets.questions.widget import KeptForm
from workshop_helpers.workbook import own_workbook
forms = [widget for widget in ipywidgets.Widget.widgets.values() if hasattr(widget, "shown_as")]
kept = [form for form in forms if isinstance(form, KeptForm)]
found = [len(own_workbook()._watchers) - len(kept), len(own_membership()._watcher._subscribers), len(forms)]
"""


def listening(lab: Lab) -> list[int]:
    """How many listen to the workbook and to the room in the one kernel that runs, and how many forms it has.

    Each form that the workbook keeps listens to it too, and is left out.
    """
    asked = {"found": "__import__('json').dumps(found)"}
    with connected(lab) as client:
        reply = client.execute_interactive(
            _COUNT, store_history=False, user_expressions=asked, timeout=60, output_hook=lambda _: None
        )
    found = reply["content"]["user_expressions"]["found"]["data"]["text/plain"]
    return [int(number) for number in json.loads(found.strip("'"))]


def test_however_a_page_is_made_again_as_many_listen_as_are_shown(lab: Lab, browser: Browser) -> None:
    page = lab.open(browser, PAGE)
    assessments = [load_workshop().assessment(name) for name in SECTION.assessments]
    before = listening(lab)
    pictures = len([asked for asked in assessments if asked.policy != "private"])
    assert before[:2] == [1, 2 * pictures]  # the map; each room's picture, and each form that adds to one
    assert before[2] >= len(assessments)

    run_all(page)  # by JupyterLab itself
    assert listening(lab) == before
    page.context.close()
    again = lab.open(browser, PAGE)  # by the page that opens, with the same kernel
    both = [2 * number for number in before]  # to the kernel, a tab that was closed looks like one that is still open
    assert listening(lab) == both
    run_all(again)
    assert listening(lab) == both
    here = form(again, LISTENING.title)
    here.get_by_role("radio").first.check()
    expect(here.locator(".wh-saved")).to_have_text("Saved on this computer, for you alone.")
