"""One name, one meaning: no public name is defined in two modules, and words that only this project used are gone."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

import workshop_helpers

PACKAGE = Path(workshop_helpers.__file__).parent

# Words that readers would have to learn here, each with the field's own in its place (or none, where a name says it).
PRIVATE_WORDS = {
    "door": "join form",
    "gathering": "offline form",
    "hat": "slips session",
    "keeper": "store",
    "keeping": "own workbook",
    "lookout": "watcher",
    "menu": "catalogue",
    "quiet": "private",
    "sheet": "table session",
    "telling": "feedback",
}


def public_names(package: Path) -> Iterator[tuple[str, str]]:
    """Every public name that is defined at the top of a module, with the module."""
    for path in sorted(package.rglob("*.py")):
        module = ".".join(path.relative_to(package).with_suffix("").parts)
        for statement in ast.parse(path.read_text(encoding="utf-8")).body:
            yield from ((name, module) for name in _defined(statement) if not name.startswith("_"))


def _defined(statement: ast.stmt) -> list[str]:
    match statement:
        case ast.ClassDef() | ast.FunctionDef() | ast.AsyncFunctionDef():
            return [statement.name]
        case ast.Assign():
            return [name.id for target in statement.targets for name in ast.walk(target) if isinstance(name, ast.Name)]
        case ast.AnnAssign(target=ast.Name(id=name)):
            return [name]
        case _:
            return []


def doubles(package: Path) -> list[str]:
    """A sentence for each public name that two modules define."""
    homes = defaultdict(list)
    for name, module in public_names(package):
        homes[name].append(module)
    return [f"'{name}' is defined in {' and '.join(found)}" for name, found in sorted(homes.items()) if len(found) > 1]


def private_words(package: Path) -> list[str]:
    """A sentence for each name, of a module or in one, that holds a word of our own."""
    modules = {".".join(path.relative_to(package).with_suffix("").parts) for path in package.rglob("*.py")}
    names = {*modules, *(name for name, _ in public_names(package))}
    return sorted(
        f"'{name}': say '{PRIVATE_WORDS[word]}', not '{word}'"
        for name in names
        for word in re.findall("[a-z]+", re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower())
        if word in PRIVATE_WORDS
    )


def test_every_public_name_is_defined_once() -> None:
    assert doubles(PACKAGE) == []


def test_no_name_is_a_word_of_our_own() -> None:
    assert private_words(PACKAGE) == []


@pytest.mark.parametrize(
    "planted",
    ["class Answers: ...", "def score() -> None: ...", "POLICIES = {}", "Answers: int = 1", "a = Answers = 1"],
)
def test_a_name_that_is_defined_twice_is_found(tmp_path: Path, planted: str) -> None:
    (tmp_path / "one.py").write_text("class Answers: ...\ndef score() -> None: ...\nPOLICIES = {}\n_own = 1\n")
    (tmp_path / "two.py").write_text(f"{planted}\n_own = 2\n")

    [found] = doubles(tmp_path)

    assert re.fullmatch("'(Answers|score|POLICIES)' is defined in one and two", found)


def test_a_word_of_our_own_is_found(tmp_path: Path) -> None:
    (tmp_path / "lookout.py").write_text("class PaperHat: ...\ndef keeper_of() -> None: ...\nchapter = that = 1\n")

    assert private_words(tmp_path) == [
        "'PaperHat': say 'slips session', not 'hat'",
        "'keeper_of': say 'store', not 'keeper'",
        "'lookout': say 'watcher', not 'lookout'",
    ]
