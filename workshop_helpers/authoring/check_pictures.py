"""Whether the made-up group has answered everything, and whether the saved pictures are of those answers."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from nbformat import NotebookNode

from workshop_helpers.authoring.checkout import Call, Checkout, Page, calls_of
from workshop_helpers.content import Workshop
from workshop_helpers.content.loading import MADE_UP_GROUP
from workshop_helpers.errors import Mistake, WorkshopError
from workshop_helpers.made_up import made_up_group, made_up_release
from workshop_helpers.pictures import no_picture_text, picture_text


def check_pictures(checkout: Checkout) -> Iterator[Mistake]:
    """What the made-up group should answer again, and which pages should be run again to save its pictures."""
    path = checkout.data.path / MADE_UP_GROUP.name
    stale = _stale(checkout.workshop, path)
    for name in stale:
        problem = f"has no answers to '{name}' as it is now; run: workshop made-up-group"
        yield Mistake(path.name, f"'{name}'", problem)
    for read in checkout.pages.values():
        if read.content is not None:
            yield from _saved(read.content, checkout.workshop, path, stale)


def _stale(workshop: Workshop, path: Path) -> list[str]:
    """The assessments to which the group's answers are not those that would be invented today."""
    wanted = _by_assessment(made_up_group(workshop))
    there: Mapping[str, object] = {}
    if path.exists():
        with path.open(encoding="utf-8", newline="") as file:
            there = _by_assessment(list(csv.DictReader(file)))
    return [name for name in dict.fromkeys([*wanted, *there]) if wanted.get(name) != there.get(name)]


def _by_assessment(rows: list[dict[str, str]]) -> dict[str, list[tuple[str, ...]]]:
    """The columns of each assessment, each with its name first."""
    columns: dict[str, list[tuple[str, ...]]] = {}
    for name in rows[0] if rows else ():
        assessment, of_one, _ = name.partition("/")
        if of_one:
            columns.setdefault(assessment, []).append((name, *(row[name] for row in rows)))
    return columns


def _saved(page: Page, workshop: Workshop, path: Path, stale: list[str]) -> Iterator[Mistake]:
    for cell in page.code:
        call = next((call for call in calls_of(cell) if call[0] == "discuss"), None)
        if call is None or not call[1:] or call[1] not in workshop.assessments or call[1] in stale:
            continue
        try:
            wanted = _wanted(call, workshop, path)
        except WorkshopError as error:
            yield page.mistake(str(error), cell)
            continue
        if not cell.outputs or cell.execution_count is None:
            yield page.mistake(f"its picture is not saved yet; run: make pictures ARGS={page.file}", cell)
        elif [_shown(output) for output in cell.outputs] != [wanted]:
            yield page.mistake(f"its saved picture is out of date; run: make pictures ARGS={page.file}", cell)


def _shown(output: NotebookNode) -> str | None:
    """What a saved output shows as plain text, if it is HTML with plain text beside it and nothing else."""
    data = output.get("data", {})
    return data["text/plain"] if set(data) == {"text/html", "text/plain"} else None


def _wanted(call: Call, workshop: Workshop, path: Path) -> str:
    assessment = workshop.assessment(call[1])
    if assessment.policy == "private":
        return no_picture_text(assessment)
    return picture_text(made_up_release(assessment, call[2] if call[2:] else None, path))
