"""How easy pages are to read, worked out by textstat: the school year in which a text is read with ease."""

from __future__ import annotations

import json
from pathlib import Path

import textstat

from workshop_helpers.authoring.checkout import plain_text

HARDEST_GRADE = 8.0  # what most thirteen-year-olds read with ease


def grade(text: str) -> float:
    """The Flesch-Kincaid grade."""
    return float(textstat.flesch_kincaid_grade(text))


def page_text(notebook: Path) -> str:
    """The sentences of a whole page, its list of sources left out."""
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    prose = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown" and cell["id"] != "sources"]
    return plain_text("\n\n".join(prose))


def table(notebooks: list[Path]) -> list[str]:
    """A line for each page: its name, its number of words and its grade."""
    texts = {path.stem: page_text(path) for path in notebooks}
    return [f"{name:<28}{len(text.split()):>6} words   grade {grade(text):.1f}" for name, text in texts.items()]
