"""The start of a kind of figure: a class that draws something already, its place among the others, a first test."""

from __future__ import annotations

import re
from pathlib import Path

from workshop_helpers.authoring.changes import write_all
from workshop_helpers.authoring.new import Started, checked_id, filled, not_there_yet
from workshop_helpers.errors import WorkshopError

KINDS = "workshop_helpers/figures/kinds"
_IMPORTS = re.compile(rf"^from {KINDS.replace('/', '.')}\.(\w+) import .*\n", re.MULTILINE)
_ALL = re.compile(r"^(FIGURE_KINDS\b[^=]*= \()", re.MULTILINE)


def new_figure(root: Path, name: str) -> Started:
    """Start a kind of figure.

    Args:
        root: The folder of a checkout, with the code and its tests.
        name: What it is called, in small letters with hyphens.

    Raises:
        WorkshopError: if the name cannot be used, or this is no checkout. Nothing is written then.
    """
    module = checked_id(name).replace("-", "_")
    if not module[0].isalpha():
        raise WorkshopError(f"'{name}' cannot be the name of a kind of figure: it must begin with a letter.")
    register = root / KINDS / "__init__.py"
    if not (register.is_file() and (root / "tests").is_dir()):
        raise WorkshopError(
            f"There is no {KINDS} with tests beside it here. Work in a checkout of the workshop, and run the command "
            "that is installed there: .venv/bin/workshop"
        )
    fields = {"name": "".join(word.capitalize() for word in name.split("-")), "module": module}
    kind = root / KINDS / f"{module}.py"
    test = root / "tests" / f"test_figures_kinds_{module}.py"
    fresh = not_there_yet(root, {kind: filled("figure.txt", fields), test: filled("figure-test.txt", fields)})
    write_all({**fresh, register: _registered(register.read_text(encoding="utf-8"), module, fields["name"])})
    return Started(tuple(path.relative_to(root).as_posix() for path in (*fresh, register)), f"{KINDS}/{kind.name}")


def _registered(text: str, module: str, name: str) -> str:
    """The list of kinds with one more, before all others: the first that suits is drawn."""
    line = f"from {KINDS.replace('/', '.')}.{module} import {name}\n"
    there = list(_IMPORTS.finditer(text))
    before = next((found.start() for found in there if found[1] > module), there[-1].end() if there else 0)
    return _ALL.sub(rf"\g<1>{name}(), ", text[:before] + line + text[before:], count=1)
