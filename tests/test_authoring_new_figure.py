"""A kind of figure is started as a class that draws something already, with its place and a test that passes."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import workshop_helpers as wh
from workshop_helpers.authoring.check_wording import check_wording
from workshop_helpers.authoring.checkout import Checkout
from workshop_helpers.authoring.new import Started
from workshop_helpers.authoring.new_figure import KINDS, new_figure

ROOT = Path(__file__).parents[1]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A checkout with the code and the tests that a figure needs."""
    leave = shutil.ignore_patterns("__pycache__", "*.js", "browser")
    for folder in ("workshop_helpers", "tests"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=leave)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "data").symlink_to(ROOT / "data")
    return tmp_path


def run(root: Path, *command: str) -> tuple[int, str]:
    """Run a module of Python in a checkout: its status and what it printed."""
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=root, env={"PYTHONPATH": str(root)}, capture_output=True, text=True
    )
    return done.returncode, done.stdout + done.stderr


def test_what_is_started_passes_its_own_test_and_the_checks_of_style_and_types(root: Path) -> None:
    files = (f"{KINDS}/two_rings.py", "tests/test_figures_kinds_two_rings.py", f"{KINDS}/__init__.py")
    assert new_figure(root, "two-rings") == Started(files, files[0])
    assert run(root, "pytest", "-q", "-p", "no:cacheprovider", files[1])[0] == 0
    run(root, "ruff", "format", "--quiet", *files)
    assert run(root, "ruff", "check", "--no-cache", *files) == (0, "All checks passed!\n")
    alone = shutil.copy(root / files[0], root / "two_rings.py")  # where the type checker still knows all the others
    assert run(ROOT, "mypy", "--no-error-summary", str(alone)) == (0, "")
    assert run(root, "pytest", "-q", "-p", "no:cacheprovider", "tests/test_figures_kinds.py")[0] == 0


def test_it_stands_before_all_others_and_its_import_among_the_others(root: Path) -> None:
    register = root / KINDS / "__init__.py"
    before = register.read_text(encoding="utf-8")
    new_figure(root, "rings")
    new_figure(root, "zigzag")
    after = register.read_text(encoding="utf-8")
    assert "FIGURE_KINDS: tuple[FigureKind, ...] = (Zigzag(), Rings(), QuadrantCells()," in after
    modules = [line.split()[1].rpartition(".")[2] for line in after.splitlines() if "kinds." in line]
    assert modules == sorted(modules)
    rest = [line for line in after.splitlines() if "rings" not in line.lower() and "zigzag" not in line.lower()]
    assert set(rest) <= set(before.splitlines())


def test_what_is_still_to_be_written_is_said(root: Path) -> None:
    new_figure(root, "rings")
    file = f"{KINDS}/rings.py"
    assert [str(mistake) for mistake in check_wording(Checkout(root / "data")) if "rings" in mistake.file] == [
        f"{file}, line 1: still to be written: what this kind of figure shows.",
        f"{file}, line 12: still to be written: of which tables it shows what.",
        f"{file}, line 14: still to be written: what it looks like, in words that follow “drawn as”",
        f"{file}, line 17: still to be written: which panels it suits. Until then it suits none, so that every picture "
        "stays as it is.",
        f"{file}, line 21: still to be written: what is drawn, from the top down. This is only every band in words.",
        f"{file}, line 29: still to be written: how to read it. None, if that is plain to see.",
        "tests/test_figures_kinds_rings.py, line 8: still to be written: take this line out once it suits some panels",
    ]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("band-grid", f"{KINDS}/band_grid.py is there already, and is not written over. Choose another id."),
        ("2-rings", "'2-rings' cannot be the name of a kind of figure: it must begin with a letter."),
        (
            "Two Rings",
            "'Two Rings' cannot be an id: small letters and digits, with single hyphens between words, at most 50 "
            "characters, such as 'asking-for-help'.",
        ),
    ],
)
def test_what_cannot_be_started_is_refused_and_nothing_is_written(root: Path, name: str, message: str) -> None:
    before = {path: path.read_bytes() for path in root.rglob("*.py")}
    with pytest.raises(wh.WorkshopError) as caught:
        new_figure(root, name)
    assert str(caught.value) == message
    assert {path: path.read_bytes() for path in root.rglob("*.py")} == before


def test_without_the_code_nothing_is_started(tmp_path: Path) -> None:
    with pytest.raises(wh.WorkshopError) as caught:
        new_figure(tmp_path, "rings")
    assert str(caught.value) == (
        "There is no workshop_helpers/figures/kinds with tests beside it here. Work in a checkout of the workshop, and "
        "run the command that is installed there: .venv/bin/workshop"
    )
