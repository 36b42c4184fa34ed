"""What a command cannot know of the workshop's own pages: which ones need a word on safety, and how they read."""

from __future__ import annotations

import pytest
from nbformat import NotebookNode
from reading_ease import HARDEST_GRADE, grade, page_text

from workshop_helpers.authoring.checkout import Checkout, Page, plain_text
from workshop_helpers.content.loading import DATA_FOLDER

CHECKOUT = Checkout(DATA_FOLDER)
PAGES = [read.faultless() for read in CHECKOUT.pages.values()]
READINGS = [cell for page in PAGES for cell in page.readings]
TOO_HARD = (
    f"It reads like school year {{grade:.1f}}, and the hardest that we want is {HARDEST_GRADE}. Make its sentences "
    "shorter, and put plain words in place of long ones."
)

each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
each_reading = pytest.mark.parametrize("reading", READINGS, ids=lambda reading: reading.id)


def test_romance_and_compromise_have_a_safety_gate() -> None:
    gated = [section.notebook[:2] for section in CHECKOUT.workshop.sections if section.safety_gate]
    assert gated == ["05", "13"]


def test_the_welcome_page_has_the_map_of_all_pages() -> None:
    assert ("overview",) in PAGES[0].calls


@each_reading
def test_a_reading_is_easy_to_read(reading: NotebookNode) -> None:
    found = grade(plain_text(reading.source))
    assert found <= HARDEST_GRADE, TOO_HARD.format(grade=found)


@each_page
def test_a_whole_notebook_is_easy_to_read(page: Page) -> None:
    found = grade(page_text(DATA_FOLDER.parent / page.file))
    assert found <= HARDEST_GRADE, TOO_HARD.format(grade=found)


def test_the_measure_of_difficulty_tells_hard_from_easy() -> None:
    easy = "You have something to say. You feel it coming. Then you talk about the weather."
    hard = "Interpersonal vulnerability constitutes a multidimensional phenomenon necessitating deliberate elaboration."
    assert grade(easy) < HARDEST_GRADE < grade(hard)
