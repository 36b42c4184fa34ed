"""The start of a self-assessment, an exercise or a page: its file, its name where it belongs, its cells.

Nothing is written unless everything can be, and nothing that is there is ever written over.
"""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Template

import tomlkit
from nbformat import NotebookNode

from workshop_helpers.authoring import cells
from workshop_helpers.authoring.changes import write_all
from workshop_helpers.authoring.checkout import Checkout, Page
from workshop_helpers.content import Section
from workshop_helpers.content.checking import check_folder
from workshop_helpers.content.loading import MADE_UP_GROUP, load_workshop
from workshop_helpers.errors import ContentError, WorkshopError
from workshop_helpers.made_up import made_up_table

_STARTS = Path(__file__).parent / "starts"
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True)
class Started:
    """What was written, as paths from the folder that holds data and notebooks, and the file to go on with."""

    written: tuple[str, ...]
    go_on_with: str


def new_assessment(checkout: Checkout, name: str, section: str, title: str | None = None) -> Started:
    """Start a self-assessment on a page: its file, its cells, and the made-up group's answers.

    Args:
        checkout: Where to write; its notebooks must be there.
        name: Its id, which no other self-assessment has.
        section: The id of the page that asks it.
        title: Its title; the id in words if left out.

    Raises:
        WorkshopError: if a name cannot be used, or the content has mistakes. Nothing is written then.
    """
    title = _title(checked_id(name), title)
    where, page = _page(checkout, section)
    fields = {"id": name, "title": title, "source": _a_source(checkout, where)}
    return _part(checkout, "assessment", where, page, fields, cells.after_answering, cells.for_assessment(name, title))


def new_exercise(checkout: Checkout, name: str, section: str, title: str | None = None) -> Started:
    """Start an exercise on a page: its file and its cells. Arguments and errors as of ``new_assessment``."""
    title = _title(checked_id(name), title)
    where, page = _page(checkout, section)
    fields = {"id": name, "title": title}
    return _part(checkout, "exercise", where, page, fields, cells.after_trying, cells.for_exercise(name, title))


def new_section(checkout: Checkout, name: str, title: str | None = None, number: int | None = None) -> Started:
    """Start a page: its file and its notebook.

    Args:
        checkout: Where to write; its notebooks must be there.
        name: Its id, which no other page has.
        title: Its title; the id in words if left out.
        number: Its place among the pages, 0 to 99, which is free; behind the last page if left out.

    Raises:
        WorkshopError: if a name cannot be used, or the content has mistakes. Nothing is written then.
    """
    title = _title(checked_id(name), title)
    folder = _notebooks(checkout)
    taken = [int(section.notebook[:2]) for section in checkout.workshop.sections]
    number = max(taken, default=-1) + 1 if number is None else number
    if not 0 <= number <= 99 or number in taken:
        raise WorkshopError(
            f"A page's number is between 0 and 99 and its own, and {number} cannot be used. Taken are: "
            f"{', '.join(map(str, taken))}."
        )
    notebook = f"{number:02}-{name}.ipynb"
    text = filled("section.toml", {"id": name, "title": title, "notebook": notebook})
    fresh = {
        checkout.data.path / "sections" / f"{name}.toml": text,
        folder / notebook: cells.as_text(cells.new_page(name, cells.for_section(name, title))),
    }
    return _write(checkout, not_there_yet(checkout.data.path.parent, fresh), {}, notebook)


def _part(
    checkout: Checkout,
    noun: str,
    section: Section,
    page: Page,
    fields: Mapping[str, str],
    place: Callable[[Page], int],
    more: Sequence[NotebookNode],
) -> Started:
    """Write what belongs to a page: a file of its own, its name in the page's file, its cells in the notebook."""
    kind, name = f"{noun}s", fields["id"]
    of_section = checkout.data.path / "sections" / f"{section.id}.toml"
    document = tomlkit.parse(of_section.read_text(encoding="utf-8-sig"))
    document.setdefault(kind, tomlkit.array()).append(name)
    fresh = not_there_yet(
        checkout.data.path.parent, {checkout.data.path / kind / f"{name}.toml": filled(f"{noun}.toml", fields)}
    )
    changed = {
        of_section: tomlkit.dumps(document),
        _notebooks(checkout) / page.name: cells.put_in(page, place(page), more),
    }
    return _write(checkout, fresh, changed, page.name)


def not_there_yet(root: Path, fresh: Mapping[Path, str]) -> Mapping[Path, str]:
    """The same files; raises ``WorkshopError`` if one of them is there."""
    for path in fresh:
        if path.exists():
            raise WorkshopError(f"{_name(path, root)} is there already, and is not written over. Choose another id.")
    return fresh


def _write(checkout: Checkout, fresh: Mapping[Path, str], changed: Mapping[Path, str], page: str) -> Started:
    root = checkout.data.path.parent
    texts = {**fresh, **changed}
    group = checkout.data.path / MADE_UP_GROUP.name
    invented = _made_up_group_with(checkout, texts)
    if not group.exists() or group.read_text(encoding="utf-8") != invented:
        texts[group] = invented
    write_all(texts)
    return Started(tuple(_name(path, root) for path in texts), f"notebooks/{page}")


def _made_up_group_with(checkout: Checkout, texts: Mapping[Path, str]) -> str:
    """What the made-up group answers once these files are written; refuses what would not load."""
    with tempfile.TemporaryDirectory() as folder:
        trial = Path(folder) / "data"
        shutil.copytree(checkout.data.path, trial)
        for path, text in texts.items():
            if path.is_relative_to(checkout.data.path):
                copy = trial / path.relative_to(checkout.data.path)
                copy.parent.mkdir(exist_ok=True)
                copy.write_text(text, encoding="utf-8")
        return made_up_table(load_workshop(trial))


def _page(checkout: Checkout, section: str) -> tuple[Section, Page]:
    """A section and its notebook, from a workshop whose content has no mistakes yet."""
    _notebooks(checkout)
    where = checkout.workshop.section(section)
    read = checkout.pages.get(where.notebook)
    if read is None:
        raise WorkshopError(f"The page '{section}' has no notebooks/{where.notebook}. Put that there first.")
    return where, read.faultless()


def _notebooks(checkout: Checkout) -> Path:
    mistakes = check_folder(checkout.data)
    if mistakes:
        raise ContentError(mistakes)
    if checkout.notebooks is None:
        raise WorkshopError(
            "There is no folder 'notebooks' beside the content, so nothing can be put on a page. Work in a checkout of "
            "the workshop, and run the command that is installed there: .venv/bin/workshop"
        )
    return checkout.notebooks


def checked_id(name: str) -> str:
    """The same name; raises ``WorkshopError`` if it cannot be an id."""
    if not _ID.fullmatch(name) or len(name) > cells.LONGEST_TITLE:
        raise WorkshopError(
            f"'{name}' cannot be an id: small letters and digits, with single hyphens between words, at most "
            f"{cells.LONGEST_TITLE} characters, such as 'asking-for-help'."
        )
    return name


def _title(name: str, title: str | None) -> str:
    words = " ".join(title.split()) if title is not None else name.replace("-", " ").capitalize()
    if not words or len(words) > cells.LONGEST_TITLE or "#" in words or not words.isprintable():
        raise WorkshopError(
            f"The title cannot be used: it has between 1 and {cells.LONGEST_TITLE} characters and no '#', because it "
            "stands on the first line of a cell. Choose a shorter one; in the file it can be longer."
        )
    return words


def _a_source(checkout: Checkout, section: Section) -> str:
    """A work that the page cites already, to stand where the author names others."""
    asked = [checkout.workshop.assessment(name) for name in section.assessments]
    sources = [source for assessment in asked for source in assessment.sources]
    return next(iter([*sources, *checkout.workshop.references]))


def filled(start: str, fields: Mapping[str, str]) -> str:
    """The text that something begins with; values go into TOML as its strings, elsewhere as they are."""
    template = Template((_STARTS / start).read_text(encoding="utf-8"))
    if start.endswith(".toml"):
        fields = {key: json.dumps(value, ensure_ascii=False) for key, value in fields.items()}
    return template.substitute(fields)


def _name(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()
