"""Every response format in a real browser, on the template that authors copy."""

from __future__ import annotations

import nbformat
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

import workshop_helpers as wh
from browser.lab import Lab
from workshop_helpers.content.loading import DATA_FOLDER
from workshop_helpers.formats.choices import ChoicesItem
from workshop_helpers.formats.points import with_points

TEMPLATE = DATA_FOLDER / "assessments" / "_template.toml"
ASKED = {question.item.format: question for question in wh.load_assessment(TEMPLATE).questions()}
CODE = f"""
import workshop_helpers as wh
from workshop_helpers.widgets.questionnaire.widget import Questionnaire
from workshop_helpers.workbook import own_workbook
Questionnaire(wh.load_assessment({str(TEMPLATE)!r}), own_workbook())
"""


@pytest.fixture
def page(lab: Lab, browser: Browser) -> Page:
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(CODE)])
    notebook.metadata = {"workshop": {"section": "none"}, "kernelspec": {"name": "python3", "display_name": "Python 3"}}
    nbformat.write(notebook, lab.notebooks / "one-of-each.ipynb")
    page = lab.open(browser, "one-of-each.ipynb")
    expect(page.locator(".wh-form")).to_have_count(0)  # code that is not one of our calls waits to be run
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.locator('.lm-Menu-item[data-command="runmenu:run-all"]').click()
    expect(page.locator(".wh-form")).to_be_visible(timeout=30_000)
    return page


def asked(page: Page, kind: str) -> Locator:
    return page.get_by_role("group").filter(has_text=ASKED[kind].item.text)


def test_choices_stop_at_the_most_that_may_be_chosen(page: Page) -> None:
    here, item = asked(page, "choices"), ASKED["choices"].item
    assert isinstance(item, ChoicesItem)
    assert item.at_most is not None
    labels = list(ASKED["choices"].options.values())
    for label in labels[: item.at_most]:
        here.get_by_label(label, exact=True).check()
    expect(here.get_by_label(labels[item.at_most], exact=True)).to_be_disabled()
    expect(here.get_by_role("status")).to_have_text(f"That is {item.at_most}. Untick one to choose another.")
    here.get_by_label(labels[0], exact=True).uncheck()
    expect(here.get_by_label(labels[item.at_most], exact=True)).to_be_enabled()


def test_giving_a_place_twice_empties_the_first_and_says_so(page: Page) -> None:
    here = asked(page, "ranking")
    first, second = list(ASKED["ranking"].options.values())[:2]
    here.get_by_label(first, exact=True).select_option("1")
    here.get_by_label(second, exact=True).select_option("1")
    expect(here.get_by_label(first, exact=True)).to_have_value("")
    expect(here.get_by_role("status")).to_have_text(f"Place 1 is now “{second}”; give “{first}” another.")


def test_points_say_what_is_left_and_what_is_too_much(page: Page) -> None:
    (question,) = with_points(ASKED.values())
    here, total = asked(page, "points"), question.item.total
    first, second = list(question.options.values())[:2]
    left = here.locator(".wh-left")
    expect(left).to_have_text(f"{total} of {total} left")
    here.get_by_label(first, exact=True).fill("4")
    expect(left).to_have_text(f"{total - 4} of {total} left")
    here.get_by_label(second, exact=True).fill(str(total))
    expect(left).to_have_text("4 too many")
    here.get_by_label(second, exact=True).fill(str(total - 4))
    expect(left).to_have_text("All shared out")


def test_skipping_empties_an_answer_and_answering_takes_the_skip_back(page: Page) -> None:
    here = asked(page, "choice")
    label = next(iter(ASKED["choice"].options.values()))
    here.get_by_label(label, exact=True).check()
    here.get_by_label("skip this one").check()
    expect(here.get_by_label(label, exact=True)).not_to_be_checked()
    here.get_by_label(label, exact=True).check()
    expect(here.get_by_label("skip this one")).not_to_be_checked()


def test_unfinished_answers_get_a_kind_word_and_the_focus(page: Page) -> None:
    asked(page, "ranking").get_by_label(next(iter(ASKED["ranking"].options.values())), exact=True).select_option("1")
    asked(page, "points").get_by_label(next(iter(ASKED["points"].options.values())), exact=True).fill("1")
    page.get_by_role("button", name="Finish and see my feedback").click()
    problem = asked(page, "ranking").get_by_role("alert")
    expect(problem).to_have_text(
        "Not every line has its own place yet. Give each a different number, or skip this one."
    )
    expect(asked(page, "ranking").locator("select").first).to_be_focused()
    for kind in ("ranking", "points"):
        asked(page, kind).get_by_label("skip this one").check()
    page.get_by_role("button", name="Finish and see my feedback").click()
    expect(page.locator(".wh-feedback")).to_contain_text("For your eyes only")
