"""A notebook that is not as a page of the workshop should be is told where, and what to do."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbformat import NotebookNode
from small_checkout import PAGE, PROMPTS, cell, change_file, change_page, said, save_pictures, small_checkout, without

from workshop_helpers.authoring import cells
from workshop_helpers.authoring.check_pages import GUESS, HOW_TO_START

Change = Callable[[NotebookNode], Any]


def words(name: str, text: str) -> Change:
    """Put another text into a cell."""
    return lambda page: cell(page, name).update(source=text)


def behind(name: str, *more: NotebookNode) -> Change:
    """Put cells behind another one."""
    return lambda page: page.cells.__setitem__(
        slice((place := page.cells.index(cell(page, name))) + 1, place + 1), list(more)
    )


def code(name: str, *lines: str) -> NotebookNode:
    """A folded cell with a call."""
    made: NotebookNode = nbformat.v4.new_code_cell("\n".join(lines), metadata={"jupyter": {"source_hidden": True}})
    made.id = name
    return made


def text(name: str, source: str) -> NotebookNode:
    """A cell to read."""
    made: NotebookNode = nbformat.v4.new_markdown_cell(source)
    made.id = name
    return made


FOLDED = "its first line is all that shows when it is folded; say there in a few words what it is, such as "
FOLDED += "“# Your self-assessment: trust at work”."
NAMED = (
    "and must be a name of its own, such as 'reading-trust', in small letters with hyphens; change it in a text editor."
)
TEA_FILE = "sections/tea.toml"

FAULTS: list[tuple[str, Change, list[str]]] = [
    # what is wrong, how it is done, all that is said about it after the file's name
    (
        "another kernel",
        lambda page: page.metadata.kernelspec.update(name="ir"),
        [": its kernel must be 'python3'; choose it in JupyterLab, in the menu Kernel, and save."],
    ),
    (
        "widget state",
        lambda page: page.metadata.update(widgets={}),
        [": its metadata holds 'widgets', which nobody needs; take it out in a text editor."],
    ),
    (
        "no mark of the section",
        lambda page: page.metadata.pop("workshop"),
        [': its metadata must hold "workshop": {"section": "tea"}; put that in with a text editor.'],
    ),
    (
        "a cell named by JupyterLab",
        lambda page: cell(page, "landing").update(id="4f0a-17"),
        [f", cell 9: its 'id' is '4f0a-17' {NAMED}"],
    ),
    (
        "two cells of one name",
        lambda page: cell(page, "landing").update(id="title"),
        [f", cell 9: its 'id' is 'title' {NAMED}"],
    ),
    (
        "two titles",
        words("landing", "# Another title"),
        [": the first cell begins with “# ” and the title, and no other has one; there are 2."],
    ),
    (
        "tags",
        lambda page: cell(page, "landing").metadata.update(tags=["x"]),
        [", cell 'landing': has tags, which nothing here uses; take them out."],
    ),
    ("no first line", words("reflect", 'wh.reflect("tea")'), [f", cell 'reflect': {FOLDED}"]),
    (
        "a first line of two words",
        words("reflect", '# Reflections\nwh.reflect("tea")'),
        [f", cell 'reflect': {FOLDED}"],
    ),
    (
        "a first line twice",
        words("reflect", '# Your self-assessment: tea\nwh.reflect("tea")'),
        [", cell 'reflect': another cell on the page has the same first line; say what is different here."],
    ),
    (
        "six lines",
        words("reflect", '# Private writing: one\n\n\n\n\nwh.reflect("tea")'),
        [", cell 'reflect': has 6 lines, and may have five; make it a second cell."],
    ),
    (
        "an open cell",
        lambda page: cell(page, "reflect").update(metadata={}),
        [
            ', cell \'reflect\': must be folded; put "jupyter": {"source_hidden": true} into its metadata, and nothing '
            "else."
        ],
    ),
    (
        "other code",
        words("reflect", '# Private writing: one\nwh.reflect("tea")\nprint(1)\nwh.load_workshop()'),
        [
            f", cell 'reflect': line {line} is no call of the workshop's; a cell holds only those, such as "
            'wh.assess("…"), and in the first cell the import.'
            for line in (3, 4)
        ],
    ),
    (
        "saved output of another call",
        lambda page: cell(page, "reflect").update(execution_count=3),
        [f", cell 'reflect': has saved output, and only pictures are saved; run: make pictures ARGS={PAGE}"],
    ),
    (
        "no Python",
        words("reflect", "# Private writing: one\nwh.reflect("),
        [", cell 'reflect': is not Python; correct it."],
    ),
    (
        "a short reading",
        words("reading-tea", "## Reading\n\n**3 cups**, one caveat (Kettle, 2020)."),
        [", cell 'reading-tea': has 4 words; a reading takes three or four minutes, which is 250 to 400."],
    ),
    (
        "a reading without a number",
        lambda page: words("reading-tea", cell(page, "reading-tea").source.replace("**3", "**Three"))(page),
        [", cell 'reading-tea': a reading has one number in bold, with where it comes from; put one in."],
    ),
    (
        "a reading without a caveat",
        lambda page: words("reading-tea", cell(page, "reading-tea").source.replace("caveat", "thing"))(page),
        [", cell 'reading-tea': a reading says how far its findings reach, with the word “caveat”; put that in."],
    ),
    (
        "a link to nowhere",
        words("landing", "See [milk](02-milk.ipynb) and [help](https://example.org)."),
        [": a link leads to '02-milk.ipynb', which is not there; name another notebook."],
    ),
    (
        "another beginning",
        words("begin", '# Start here: what it is\nimport workshop_helpers as wh\nwh.begin("milk")'),
        [': the first call must be wh.begin("tea"); put it there.'],
    ),
    (
        "another end",
        lambda page: page.cells.append(text("after", "More.")),
        [': the last cell must call wh.finish("tea"); put it there.'],
    ),
    (
        "no word on how to start",
        words("title", "# Tea"),
        [f": how to start is said before the first call; put there: {HOW_TO_START}"],
    ),
    (
        "few cells",
        lambda page: [without(name)(page) for name in ("exercise-pour", "landing", "reading-tea")],
        [
            ": has 9 cells; a page has 10 to 40. Begin a self-assessment or an exercise: workshop new --help",
            ", cell 'sources': lists what the page does not cite so; take out: - Kettle (2020). On kettles. "
            "*Journal of Tea*.",
            ": 'tea' rests on a work that no text here cites; write (Kettle, 2020) where it fits.",
        ],
    ),
    (
        "many cells",
        behind("landing", *(text(f"more-{number}-words", "More.") for number in range(30))),
        [": has 42 cells; a page has 10 to 40. Make two pages of it."],
    ),
    (
        "no self-assessment",
        without("assess-tea"),
        [f': no cell calls wh.assess("tea"), which {TEA_FILE} names; put one in, or take the name out there.'],
    ),
    (
        "an exercise that is not named",
        behind("pour", code("stir", "# An exercise for two: stir", 'wh.exercise("stir")')),
        [f": wh.exercise(\"stir\") is called, and {TEA_FILE} does not name it; name it there under 'exercises'."],
    ),
    (
        "no private writing",
        without("reflect"),
        [
            f': {TEA_FILE} has questions for private writing if the page calls wh.reflect("tea"), and only then. Add '
            "the one that is missing."
        ],
    ),
    (
        "asked twice",
        behind("assess-tea", code("assess-again", "# Your self-assessment: again", 'wh.assess("tea")')),
        [": 'tea' must be asked by wh.assess(\"tea\"), and by nothing else; correct the cells."],
    ),
    (
        "no picture",
        without("discuss-tea"),
        [': no cell calls wh.discuss("tea") after it was asked; put one in.'],
    ),
    (
        "a picture before the question",
        lambda page: page.cells.insert(2, page.cells.pop(page.cells.index(cell(page, "discuss-tea")))),
        [': no cell calls wh.discuss("tea") after it was asked; put one in.'],
    ),
    (
        "no guess",
        words("predict-tea", "Look."),
        [f": people guess before they look at 'tea'; put a cell with “{GUESS}” before the picture."],
    ),
]


@pytest.mark.parametrize(("change", "lines"), [fault[1:] for fault in FAULTS], ids=[what for what, *_ in FAULTS])
def test_a_fault_on_a_page_is_located_and_the_cure_is_named(tmp_path: Path, change: Change, lines: list[str]) -> None:
    small_checkout(tmp_path)
    change_page(tmp_path, change)
    assert said(tmp_path) == [f"{PAGE}{line}" for line in lines]


def test_parts_in_another_order_than_their_names_are_told(tmp_path: Path) -> None:
    small_checkout(tmp_path)
    again = (tmp_path / "data/exercises/pour.toml").read_text(encoding="utf-8").replace('id = "pour"', 'id = "stir"')
    (tmp_path / "data/exercises/stir.toml").write_text(again, encoding="utf-8")
    change_file(tmp_path, TEA_FILE, '["pour"]', '["stir", "pour"]')
    change_page(tmp_path, behind("pour", code("stir", "# An exercise for two: stir", 'wh.exercise("stir")')))
    assert said(tmp_path) == [
        f"{PAGE}: its calls of wh.exercise come in another order than in {TEA_FILE}; make them agree."
    ]


def test_of_private_answers_there_is_nothing_to_guess(tmp_path: Path) -> None:
    small_checkout(tmp_path, tea=PROMPTS.replace('"room"', '"private"'))
    assert said(tmp_path) == [
        f"{PAGE}: 'tea' is private and has no picture, so there is nothing to guess; take the guess before it out."
    ]


def test_what_is_asked_on_two_occasions_is_asked_on_both_before_the_picture(tmp_path: Path) -> None:
    sides = "".join(f'\n[[occasions]]\nid = "{name}"\ntitle = "{name.title()}"\n' for name in ("before", "after"))
    small_checkout(tmp_path, tea=PROMPTS + sides)
    once, again = (
        code(f"assess-{name}", f"# Your self-assessment: {name} tea", f'wh.assess("tea", "{name}")')
        for name in ("before", "after")
    )
    assert said(tmp_path) == [
        f'{PAGE}: \'tea\' must be asked by wh.assess("tea", "before") and then wh.assess("tea", "after"), and by '
        "nothing else; correct the cells."
    ]
    change_page(tmp_path, behind("assess-tea", once))
    change_page(tmp_path, without("assess-tea"))
    change_page(tmp_path, behind("discuss-tea", again))
    assert said(tmp_path) == [
        f"{PAGE}: the picture of 'tea' comes before it was asked for the last time; put it after that."
    ]
    change_page(tmp_path, without("assess-after"))
    change_page(tmp_path, behind("assess-before", again))
    assert said(tmp_path) == []


def test_words_on_safety_stand_where_the_section_says_and_nowhere_else(tmp_path: Path) -> None:
    small_checkout(tmp_path)
    change_file(tmp_path, TEA_FILE, "minutes = 20", "minutes = 20\nsafety-gate = true")
    assert said(tmp_path) == [
        f"{PAGE}, cell 'title': the words on safety must follow the title at once, because of safety-gate; copy them "
        "from workshop.toml, each line after “> ”."
    ]
    gate = "# Tea\n\n> Only for people who may say no."
    change_page(tmp_path, lambda page: words("title", cell(page, "title").source.replace("# Tea", gate))(page))
    assert said(tmp_path) == []
    change_file(tmp_path, TEA_FILE, "safety-gate = true", "safety-gate = false")
    assert said(tmp_path) == [
        f"{PAGE}, cell 'title': begins with the words on safety; write safety-gate = true in {TEA_FILE}."
    ]


def test_a_section_and_its_notebook_belong_together(tmp_path: Path) -> None:
    small_checkout(tmp_path)
    (tmp_path / PAGE).rename(tmp_path / "notebooks" / "02-milk.ipynb")
    assert said(tmp_path) == [
        f"{TEA_FILE}, notebook: there is no {PAGE}; copy another page to that name, or correct it here.",
        "notebooks/02-milk.ipynb: no file in sections/ names it; give it one that does, or delete it.",
    ]


UNREADABLE = ": cannot be read as a notebook; take an earlier version of it, or copy one."
OTHER_FORMAT = ": is no notebook of format 4.5; open and save it in JupyterLab."
NOT_VALID = "is not as the notebook format wants it; save it in JupyterLab."


def written(*made: object, **more: object) -> bytes:
    """A notebook with some cells, as it is written."""
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": made} | more).encode()


@pytest.mark.parametrize(
    ("broken", "line"),
    [
        (b"{", UNREADABLE),
        (b"\xff\xfe", UNREADABLE),
        (b"[" * 100_000, UNREADABLE),
        (b"[]", OTHER_FORMAT),
        (written(nbformat=3), OTHER_FORMAT),
        (written(nbformat_minor="5"), OTHER_FORMAT),
        (written(cells=3), f": {NOT_VALID}"),
        (written(metadata=3), f": {NOT_VALID}"),
        (written(3), f", cell 1: {NOT_VALID}"),
        (written({"cell_type": "raw", "source": "", "metadata": {}}), f", cell 1: {NOT_VALID}"),
        (written({"cell_type": "raw", "source": ["a", 3], "metadata": {}, "id": "a"}), f", cell 1: {NOT_VALID}"),
    ],
)
def test_what_cannot_be_read_as_a_notebook_is_told(tmp_path: Path, broken: bytes, line: str) -> None:
    small_checkout(tmp_path)
    (tmp_path / PAGE).write_bytes(broken)
    assert said(tmp_path) == [f"{PAGE}{line}"]


def test_a_page_may_have_a_picture_that_was_saved_and_a_second_look(tmp_path: Path) -> None:
    small_checkout(tmp_path)
    again = code("discuss-again", "# The group's picture: once more", 'wh.discuss("tea")')
    change_page(tmp_path, behind("pour", again))
    save_pictures(tmp_path)
    assert said(tmp_path) == []


def test_the_shortest_title_that_is_refused_is_one_longer_than_what_fits_a_first_line() -> None:
    for make in (cells.for_assessment, cells.for_exercise):
        for made in make("name", "x" * cells.LONGEST_TITLE):
            assert max(len(line) for line in made.source.splitlines()[:1]) <= 83
