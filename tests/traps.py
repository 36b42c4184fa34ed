"""Files beside a notebook that leave a trace when something runs or reads them as if they were its own."""

from __future__ import annotations

import sys
from importlib.metadata import packages_distributions
from pathlib import Path

_MODULE = "open({trace!r}, 'w').close()\n"  # imports nothing, as that would run into other traps


def trace_of(folder: Path, name: str) -> Path:
    return folder / f"{name}.was-run"


def set_traps(folder: Path) -> None:
    """Put a module of every name beside a notebook by which Python or an installed library is imported."""
    ours = "workshop_helpers"
    for name in {
        *sys.stdlib_module_names,
        *packages_distributions(),
        "ipykernel_launcher",
        "sitecustomize",
        "usercustomize",
    } - {ours}:
        if name.isidentifier():
            (folder / f"{name}.py").write_text(_MODULE.format(trace=str(trace_of(folder, name))))
    (folder / ours).mkdir()
    (folder / ours / "__init__.py").write_text(_MODULE.format(trace=str(trace_of(folder, ours))))
    (folder / "matplotlibrc").write_text("backend: module://pydantic\nfigure.figsize: 1, 1\n")


def sprung(folder: Path) -> list[str]:
    """The names of the traps that something ran into."""
    return sorted(path.stem for path in folder.glob("*.was-run"))
