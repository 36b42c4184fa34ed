"""I32 at its root: the kernel behind a page takes nothing from the folder that the page lies in.

The same in a real JupyterLab, with what a page sends to its kernel, is in ``browser/test_opening.py``.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.manager import KernelManager
from traps import set_traps, sprung

ROOT = Path(__file__).parents[1]
OURS = KernelSpec.from_resource_dir(str(ROOT / "share" / "kernel"))
A_PAGE = """
import workshop_helpers as wh
wh.begin("welcome")
wh.assess("starting-point", occasion="before")
wh.discuss("starting-point", occasion="before")
"""
WHERE = "import json, os, sys\nprint(json.dumps([os.getcwd(), sys.path]))"


class Opened:
    """A kernel of some kind, started as Jupyter starts it for a notebook in a folder."""

    def __init__(self, spec: KernelSpec, folder: Path) -> None:
        self.manager = KernelManager()
        self.manager._kernel_spec = spec
        environment = os.environ | {
            "WORKSHOP_HOME": str(folder.parent / "home"),
            "IPYTHONDIR": str(folder.parent / "i"),
        }
        environment.pop("PYTHONPATH", None)
        with (folder.parent / "kernel.log").open("ab") as log:
            self.manager.start_kernel(cwd=str(folder), env=environment, stdout=log, stderr=log)
        self.client = self.manager.blocking_client()
        # Not to its heart, which one that dies at once would have no more by the time that somebody listens.
        self.client.start_channels(hb=False)

    def run(self, code: str) -> str:
        """What a cell prints; an error is raised."""
        self.client.wait_for_ready(timeout=60)
        printed = []

        def note(message: dict[str, Any]) -> None:
            if message["msg_type"] == "stream":
                printed.append(message["content"]["text"])

        reply = self.client.execute_interactive(code, timeout=60, output_hook=note)
        assert reply["content"]["status"] == "ok", reply["content"]
        return "".join(printed)

    def close(self) -> None:
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)
        self.manager.cleanup_resources()


def test_i32_a_page_and_what_it_shows_run_nothing_that_lies_beside_it(tmp_path: Path) -> None:
    folder = tmp_path / "handed-out"
    folder.mkdir()
    set_traps(folder)
    kernel = Opened(OURS, folder)
    try:
        kernel.run(A_PAGE)
        where, path = json.loads(kernel.run(WHERE))
    finally:
        kernel.close()
    assert sprung(folder) == []
    assert Path(where) == Path(sys.prefix)
    assert [part for part in path if not part or folder in (Path(part), *Path(part).parents)] == []


def test_i32_catches_jupyters_own_kernel(tmp_path: Path) -> None:
    """It runs what lies beside the notebook even before it is a kernel."""
    folder = tmp_path / "handed-out"
    folder.mkdir()
    set_traps(folder)
    kernel = Opened(KernelSpecManager().get_kernel_spec("python3"), folder)
    try:
        # It dies of what it has imported in place of the real thing.
        kernel.manager.provisioner.process.wait(60)  # type: ignore[union-attr]
    finally:
        kernel.close()
    assert sprung(folder) != []


def test_the_kernel_is_installed_where_jupyter_looks_for_it() -> None:
    assert OURS.argv == ["python", "-P", "-m", "workshop_helpers.page_kernel", "-f", "{connection_file}"]
    if "workshop" not in KernelSpecManager().find_kernel_specs():
        pytest.skip("the workshop is not installed here: 'make workshop' does it")
    installed = KernelSpecManager().get_kernel_spec("workshop")
    assert installed.to_dict() == OURS.to_dict(), "run 'make workshop', which installs what has changed"
