"""Run every notebook and save what the made-up group's cells show, and nothing else: ``make pictures``."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import nbformat
from nbclient import NotebookClient

NOTEBOOKS = Path(__file__).parents[1] / "notebooks"


def save_pictures(path: Path) -> None:
    """Put the outputs of ``wh.discuss`` cells into one notebook, and take out all others."""
    notebook = nbformat.read(path, as_version=4)
    metadata = dict(notebook.metadata)
    NotebookClient(notebook, timeout=60, store_widget_state=False).execute(cwd=str(path.parent))
    for cell in notebook.cells:
        if cell.cell_type != "code":
            continue
        cell.metadata.pop("execution", None)  # when it ran is nobody's business
        if "wh.discuss(" not in cell.source:
            cell.outputs, cell.execution_count = [], None
    notebook.metadata = nbformat.from_dict(metadata)
    nbformat.write(notebook, path)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        os.environ["WORKSHOP_HOME"] = home
        for path in [Path(name) for name in sys.argv[1:]] or sorted(NOTEBOOKS.glob("*.ipynb")):
            save_pictures(path)
            print(f"{path.name}: saved")
