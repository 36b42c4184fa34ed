"""Node.js with the project's tools, for the tests that need it; the workshop itself does not."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MODULES = ROOT / "node_modules"
_PATH = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"


def run_npm(script: str, folder: Path = ROOT, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a script of package.json in a folder that has one.

    Where Node.js or the tools are missing, the test is skipped, or fails if they must be there.
    """
    npm = shutil.which("npm", path=_PATH)
    if npm is None or not MODULES.is_dir():
        reason = "no Node.js with the project's tools here: install Node.js 22 or newer, then run 'make lint'"
        if os.environ.get("WORKSHOP_NODE_REQUIRED"):
            pytest.fail(reason)
        pytest.skip(reason)
    command = [npm, "--silent", "run", script, "--", *arguments]
    return subprocess.run(
        command, cwd=folder, env=os.environ | {"PATH": _PATH}, capture_output=True, text=True, check=False
    )


def all_bundles(folder: Path) -> dict[str, str]:
    """What ``make bundles`` makes of the sources as they are now, by name; writes them into an empty folder."""
    return _bundled("--to", folder)


def bundle_of(view: Path, folder: Path) -> str:
    """One view with what it imports, put together as ``make bundles`` does; writes it into an empty folder."""
    return _bundled("--to", folder, view)[view.name]


def _bundled(*arguments: str | Path) -> dict[str, str]:
    done = run_npm("bundles", ROOT, *arguments)
    assert done.returncode == 0, done.stderr
    return {path.name: path.read_text(encoding="utf-8") for path in Path(arguments[1]).iterdir()}
