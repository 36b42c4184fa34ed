"""The cells that a new self-assessment, exercise or page begins with, and where on a page they go."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import nbformat
from nbformat import NotebookNode

from workshop_helpers.authoring.check_pages import GUESS, HOW_TO_START
from workshop_helpers.authoring.checkout import TO_WRITE, Page, calls_of
from workshop_helpers.errors import ContentError

# What comes after the title on the first line of a cell must leave room for it there.
LONGEST_TITLE = 50

_ABOUT_ANSWERS = ("assess", "discuss")


def for_assessment(name: str, title: str) -> list[NotebookNode]:
    """Answering, guessing and looking."""
    title = _in_a_sentence(title)
    return [
        _code(f"assess-{name}", f"# Your self-assessment: {title}", f'wh.assess("{name}")'),
        _text(
            f"predict-{name}",
            f"## Guess before you look: {title}",
            f"{GUESS} {TO_WRITE} what there is to guess. On which line will people agree most?",
            "Keep your guess in mind. Then look, in silence, for a minute or two: “I notice …”, “I wonder …”. If you "
            "work alone, the picture shows a made-up group, and says so.",
            "When you talk about it, talk about what might lead *someone* to answer in some way. Nobody has to explain "
            "an answer of their own.",
        ),
        _code(f"discuss-{name}", f"# The group's picture: {title}", f'wh.discuss("{name}")'),
    ]


def for_exercise(name: str, title: str) -> list[NotebookNode]:
    """A word before the exercise, and its timer."""
    title = _in_a_sentence(title)
    return [
        _text(
            f"exercise-{name}",
            f"## Try it: {title}",
            f"{TO_WRITE} why this is worth a try. In a pair, in writing or by watching: each is as good as the "
            "others, and so is passing.",
        ),
        _code(name, f"# An exercise for two or alone: {title}", f'wh.exercise("{name}")'),
    ]


def for_section(name: str, title: str) -> list[NotebookNode]:
    """A whole page, with something to read and to write on, and nothing yet to answer."""
    return [
        _text(
            "title",
            f"# {title}",
            f"{TO_WRITE} what this page is about, in two or three sentences.",
            f"**To start this page**, if it has not started by itself: {HOW_TO_START} Your answers stay with you "
            "unless you agree to add them to a group's picture.",
        ),
        _code(
            "begin",
            "# Start here: what this page is for, and how long it takes",
            "import workshop_helpers as wh",
            f'wh.begin("{name}")',
        ),
        _text(
            f"reading-{name}",
            f"## Reading: {_in_a_sentence(title)}",
            f"{TO_WRITE} three or four minutes to read, with **1 number** in bold and where it comes from, and with a "
            "caveat: how far it reaches.",
        ),
        _text(
            "landing",
            "## One thing to keep",
            "Take a few minutes on your own. What you write is never added to a picture, and nobody will ask you to "
            "read it out.",
        ),
        _code("reflect", "# Private writing: what you take from this page", f'wh.reflect("{name}")'),
        _text("sources", "## Sources", "For most of these works we read the abstract only, and not the whole paper."),
        _code(
            "finish",
            "# The end of this page: what comes next, and where to find support",
            f'wh.finish("{name}")',
        ),
    ]


def new_page(section: str, cells: Iterable[NotebookNode]) -> NotebookNode:
    """A notebook of some cells that knows which section it is."""
    metadata = {
        "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
        "workshop": {"section": section},
    }
    notebook: NotebookNode = nbformat.v4.new_notebook(cells=list(cells), metadata=metadata)
    notebook.nbformat_minor = 5
    return notebook


def after_answering(page: Page) -> int:
    """Where a new self-assessment goes: behind the last one; on a page without any, behind the last reading."""
    return _behind(page, _ABOUT_ANSWERS)


def after_trying(page: Page) -> int:
    """Where a new exercise goes: behind the last one; on a page without any, behind the last self-assessment."""
    return _behind(page, ("exercise",)) if any(call[0] == "exercise" for call in page.calls) else after_answering(page)


def put_in(page: Page, place: int, cells: Sequence[NotebookNode]) -> str:
    """The text of the notebook's file with some more cells in it.

    Raises:
        ContentError: if a cell of one of their names is there already.
    """
    names = {cell.id for cell in cells}
    there = [cell for cell in page.cells if cell.id in names]
    if there:
        problem = "is there already; take it out, or choose another id."
        raise ContentError(tuple(page.mistake(problem, cell) for cell in there))
    notebook: NotebookNode = nbformat.from_dict(page.notebook)
    notebook.cells[place:place] = cells
    return as_text(notebook)


def as_text(notebook: NotebookNode) -> str:
    """A notebook as the text of its file."""
    return f"{nbformat.writes(notebook)}\n"


def _behind(page: Page, names: Sequence[str]) -> int:
    calls = [place for place, cell in enumerate(page.cells) if _calls_one_of(cell, names)]
    readings = [place for place, cell in enumerate(page.cells) if cell in page.readings]
    begin = [place for place, cell in enumerate(page.cells) if cell.cell_type == "code"][:1]
    return (calls or readings or begin or [-1])[-1] + 1


def _calls_one_of(cell: NotebookNode, names: Sequence[str]) -> bool:
    return cell.cell_type == "code" and any(call[0] in names for call in calls_of(cell))


def _in_a_sentence(title: str) -> str:
    return title if re.match(r"I\b|[A-Z]{2}", title) else title[:1].lower() + title[1:]


def _code(name: str, *lines: str) -> NotebookNode:
    cell: NotebookNode = nbformat.v4.new_code_cell("\n".join(lines), metadata={"jupyter": {"source_hidden": True}})
    cell.id = name
    return cell


def _text(name: str, *paragraphs: str) -> NotebookNode:
    cell: NotebookNode = nbformat.v4.new_markdown_cell("\n\n".join(paragraphs))
    cell.id = name
    return cell
