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
TSC = MODULES / "typescript" / "bin" / "tsc"
_BUNDLES = ROOT / "tools" / "bundles.js"


def node(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run Node.js; where it or the tools are missing, the test is skipped, or fails if they must be there."""
    found = shutil.which("node", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    if found is None or not MODULES.is_dir():
        reason = "no Node.js with the project's tools here: install Node.js 22 or newer, then run 'make lint'"
        if os.environ.get("WORKSHOP_NODE_REQUIRED"):
            pytest.fail(reason)
        pytest.skip(reason)
    return subprocess.run([found, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)


def bundle_of(view: Path, folder: Path) -> str:
    """Put one view and what it imports together, as ``make bundles`` does, in an empty folder."""
    done = node(_BUNDLES, "--to", folder, view)
    assert done.returncode == 0, done.stderr
    return (folder / view.name).read_text(encoding="utf-8")


def all_bundles(folder: Path) -> dict[str, str]:
    """What ``make bundles`` makes of the sources as they are now, by name, in an empty folder."""
    done = node(_BUNDLES, "--to", folder)
    assert done.returncode == 0, done.stderr
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}
