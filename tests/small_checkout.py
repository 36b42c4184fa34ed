"""A small workshop as an author has it, content and one page, with nothing wrong in it; for tests to break."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import nbformat
from _content_samples import AGENDAS, POUR, REFERENCES, SECTION, TEA, write_workshop
from nbformat import NotebookNode

from workshop_helpers.authoring import cells
from workshop_helpers.authoring.checking import check
from workshop_helpers.authoring.checkout import Checkout, calls_of
from workshop_helpers.made_up import made_up_release, write_made_up
from workshop_helpers.pictures import no_picture_text, picture_text

PAGE = "notebooks/01-tea.ipynb"
CITED = "- Kettle (2020). On kettles. *Journal of Tea*."
WORKS = REFERENCES.replace("]]}}", ']]}, "container-title": "Journal of Tea", "note": "Seen: abstract."}')
PROMPTS = TEA.replace("[[prompts]]\n", '[[prompts]]\ntext = "What makes a pot good?"\n\n[[prompts]]\n', 1)
READING = f"## Reading: tea\n\n**3 cups** a day, with one caveat (Kettle, 2020). {'Drink it warm. ' * 90}"


def small_checkout(root: Path, **texts: str) -> Checkout:
    """Write it below ``root``; ``texts`` stand in place of the good ones, by their names in ``write_workshop``."""
    data = root / "data"
    write_workshop(
        data,
        **{
            "tea": PROMPTS,
            "section": f'{SECTION}reflections = ["How was the tea?"]\n',
            "references": WORKS,
            "pour": POUR.replace("Take a pot.", "Take a pot. Passing is participating."),
            "agendas": AGENDAS,
        }
        | texts,
    )
    (root / "notebooks").mkdir()
    write_made_up(Checkout(data).workshop, data / "made-up-group.csv")
    (root / PAGE).write_text(cells.as_text(_page()), encoding="utf-8")
    save_pictures(root)
    return Checkout(data)


def change_page(root: Path, change: Callable[[NotebookNode], object], page: str = PAGE) -> None:
    """Change a notebook; ``change`` gets it as read."""
    read = nbformat.read(root / page, as_version=4)
    change(read)
    (root / page).write_text(nbformat.v4.writes(read), encoding="utf-8")  # as it is, without a look at it


def cell(page: NotebookNode, name: str) -> NotebookNode:
    """The cell of that name."""
    found: NotebookNode = next(cell for cell in page.cells if cell.id == name)
    return found


def without(name: str) -> Callable[[NotebookNode], object]:
    """Take a cell out."""
    return lambda page: page.cells.remove(cell(page, name))


def save_pictures(root: Path) -> None:
    """Save what the calls of ``discuss`` show, as far as a check looks at it, without running anything."""
    workshop, group = Checkout(root / "data").workshop, root / "data" / "made-up-group.csv"

    def save(page: NotebookNode) -> None:
        for number, code in enumerate((cell for cell in page.cells if cell.cell_type == "code"), start=1):
            for call in calls_of(code):
                if call[0] == "discuss":
                    asked = workshop.assessment(call[1])
                    text = (
                        no_picture_text(asked)
                        if asked.policy == "private"
                        else picture_text(made_up_release(asked, None, group))
                    )
                    data = {"text/html": "<p></p>", "text/plain": text}
                    code.outputs = [nbformat.v4.new_output("display_data", data)]
                    code.execution_count = number

    for path in (root / "notebooks").glob("*.ipynb"):
        change_page(root, save, path.relative_to(root).as_posix())


def _page() -> NotebookNode:
    whole = cells.for_section("tea", "Tea")
    place = [one.id for one in whole].index("landing")
    whole[place:place] = [*cells.for_assessment("tea", "Tea"), *cells.for_exercise("pour", "Pour together")]
    page = cells.new_page("tea", whole)
    for one in page.cells:
        one.source = one.source.replace("TO WRITE: ", "")
    cell(page, "reading-tea").source = READING
    cell(page, "sources").source = f"## Sources\n\n{CITED}"
    return page


def change_file(root: Path, name: str, old: str, new: str) -> None:
    """Put something else in place of a text that stands in a file of the content."""
    path = root / "data" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def said(root: Path) -> list[str]:
    """What a check of everything says."""
    return [str(mistake) for mistake in check(Checkout(root / "data"))]
