"""The workshop as an author has it: a folder of content and a folder of notebooks, side by side."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from workshop_helpers.content import Section, Workshop
from workshop_helpers.content.reading import DataFolder, Read
from workshop_helpers.errors import Mistake

# Stands wherever a new file still needs an author's words, before a few that say which.
TO_WRITE = "TO WRITE:"

Call = tuple[str, ...]


@dataclass(frozen=True)
class Page:
    """One notebook: its name as an author says it, ``notebooks/…``, and what is in it."""

    file: str
    notebook: NotebookNode

    @property
    def name(self) -> str:
        """The name of its file, without the folder."""
        return self.file.rpartition("/")[2]

    @property
    def cells(self) -> list[NotebookNode]:
        """Every cell in its order."""
        cells: list[NotebookNode] = self.notebook.cells
        return cells

    @property
    def code(self) -> list[NotebookNode]:
        """The cells that call something."""
        return [cell for cell in self.cells if cell.cell_type == "code"]

    @property
    def prose(self) -> str:
        """Everything there is to read, as Markdown."""
        return "\n\n".join(cell.source for cell in self.cells if cell.cell_type == "markdown")

    @property
    def calls(self) -> list[Call]:
        """Every call on the page, in order."""
        return [call for cell in self.code for call in calls_of(cell)]

    @property
    def readings(self) -> list[NotebookNode]:
        """The cells to read at length: those whose names start with "reading-"."""
        return [cell for cell in self.cells if cell.cell_type == "markdown" and cell.id.startswith("reading-")]

    def mistake(self, problem: str, cell: NotebookNode | None = None) -> Mistake:
        """Something wrong on this page, in one of its cells if one is given."""
        return Mistake(self.file, f"cell '{cell.id}'" if cell else "", problem)


class Checkout:
    """A data folder, and the notebooks beside it, if there are any: an installed workshop comes without.

    Attributes:
        data: The files of the content, with their mistakes.
        workshop: What they hold.
        notebooks: The folder of the notebooks, or ``None``.
    """

    def __init__(self, data: Path) -> None:
        self.data = DataFolder(data)
        self.workshop = Workshop(self.data)
        beside = data.parent / "notebooks"
        self.notebooks = beside if beside.is_dir() else None

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """Every page that has a file in ``sections/``, guides included."""
        return (*self.workshop.sections, *self.workshop.guides)

    @cached_property
    def pages(self) -> dict[str, Read[Page]]:
        """Every notebook by the name of its file."""
        paths = sorted(self.notebooks.glob("*.ipynb")) if self.notebooks else []
        return {path.name: read_page(path) for path in paths}

    def page(self, section: Section) -> Page | None:
        """The notebook of a section, if it is there and can be read."""
        read = self.pages.get(section.notebook)
        return read.content if read else None


def read_page(path: Path) -> Read[Page]:
    """Read one notebook; what is no notebook of the format that we use has no content, and a mistake that says so."""
    file = f"notebooks/{path.name}"
    try:
        text = path.read_text(encoding="utf-8")
        raw = json.loads(text)
    except (OSError, ValueError, RecursionError):
        problem = "cannot be read as a notebook; take an earlier version of it, or copy one."
        return Read(None, (Mistake(file, "", problem),))
    if not isinstance(raw, dict) or (raw.get("nbformat"), raw.get("nbformat_minor")) != (4, 5):
        return Read(None, (Mistake(file, "", "is no notebook of format 4.5; open and save it in JupyterLab."),))
    wrong = next(nbformat.validator.iter_validate(raw), None)
    if wrong is not None:
        where = list(wrong.absolute_path)  # what stands there is not repeated: a saved output may be anybody's
        place = f"cell {where[1] + 1}" if where[:1] == ["cells"] and where[1:] else ""
        return Read(None, (Mistake(file, place, "is not as the notebook format wants it; save it in JupyterLab."),))
    notebook: NotebookNode = nbformat.v4.reads(text)
    broken = [cell.id for cell in notebook.cells if cell.cell_type == "code" and _tree(cell) is None]
    if broken:
        return Read(None, tuple(Mistake(file, f"cell '{name}'", "is not Python; correct it.") for name in broken))
    return Read(Page(file, notebook))


def calls_of(cell: NotebookNode) -> Iterator[Call]:
    """The calls of a code cell: the name and then its words, such as ``("assess", "active-listening")``."""
    for node in ast.walk(tree_of(cell)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            words = [*node.args, *(keyword.value for keyword in node.keywords)]
            yield (node.func.attr, *(str(word.value) for word in words if isinstance(word, ast.Constant)))


def tree_of(cell: NotebookNode) -> ast.Module:
    """The statements of a code cell of a page that could be read."""
    tree = _tree(cell)
    assert tree is not None
    return tree


def _tree(cell: NotebookNode) -> ast.Module | None:
    try:
        return ast.parse(str(cell.source))
    except (SyntaxError, ValueError):
        return None


def plain_text(markdown: str) -> str:
    """The sentences of a text: without headings, tables, citations and marks."""
    lines = [line for line in markdown.splitlines() if not line.startswith(("#", "|"))]
    text = re.sub(r"\s*\([^()]*, \d{4}\)", "", "\n".join(lines))
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text).replace("*", "")
