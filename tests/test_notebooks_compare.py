"""nbval does not only run the notebooks: it compares what the made-up group's cells show."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "notebooks" / "04-communication.ipynb"


def nbval(notebook: Path, monkeypatch: pytest.MonkeyPatch) -> subprocess.CompletedProcess[str]:
    monkeypatch.setenv("WORKSHOP_HOME", str(notebook.parent / "home"))
    sanitize = ROOT / "tests" / "nbval-sanitize.cfg"
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--nbval", "--nbval-cell-timeout=60"]
    command += ["--nbval-sanitize-with", str(sanitize), "--rootdir", str(notebook.parent), str(notebook)]
    return subprocess.run(command, cwd=notebook.parent, capture_output=True, text=True, check=False)


def change(notebook: Path, old: str, new: str) -> Path:
    """Copy the page's first cell and first picture, with one word of the saved output changed."""
    page = nbformat.read(PAGE, as_version=4)
    code = [cell for cell in page.cells if cell.cell_type == "code"]
    page.cells = [code[0], next(cell for cell in code if cell.outputs)]
    saved = page.cells[1].outputs[0].data
    assert old in saved["text/plain"]
    saved["text/plain"] = saved["text/plain"].replace(old, new, 1)
    nbformat.write(page, notebook)
    return notebook


@pytest.mark.parametrize(
    ("old", "new"), [("skipped", "missing"), ("5–9", "0–4"), ("24 people", "25 people")], ids=["word", "band", "number"]
)
def test_a_changed_word_or_number_of_a_picture_s_table_makes_nbval_fail(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: str, new: str
) -> None:
    result = nbval(change(tmp_path / "page.ipynb", old, new), monkeypatch)
    assert result.returncode == 1
    assert "1 failed" in result.stdout


def test_the_page_as_it_was_saved_passes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result = nbval(change(tmp_path / "page.ipynb", "24 people", "24 people"), monkeypatch)
    assert result.returncode == 0, result.stdout


def test_only_the_made_up_group_s_cells_have_saved_outputs() -> None:
    for path in (ROOT / "notebooks").glob("*.ipynb"):
        for cell in nbformat.read(path, as_version=4).cells:
            if cell.cell_type == "code":
                expected: Callable[[object], bool] = bool if "wh.discuss(" in cell.source else (lambda got: not got)
                assert expected(cell.outputs), (path.name, cell.id)
                assert expected(cell.execution_count), (path.name, cell.id)
