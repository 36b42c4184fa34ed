"""Which part may import which. Imports run one way, so that nothing after a release can see an answer."""

import ast
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path
from typing import NamedTuple

import pytest
from packaging.requirements import Requirement

import workshop_helpers

PACKAGE = Path(workshop_helpers.__file__).parent
ANYTHING_OF_OURS = (
    "answers content displays drafts errors feedback figures formats headers importing made_up offline pictures "
    "planning pooling prompting reporting room templating trading widgets workbook"
)

# Part: what it may import of the package, and what from outside. A part is a module, or a package with all its
# modules; a part's own modules may import each other. The most exact row counts.
MAY_IMPORT = {
    "": (f"{ANYTHING_OF_OURS} notebook", ""),  # the package itself, which loads each name on first use
    "errors": ("", ""),
    "private": ("errors", ""),
    "guard": ("", ""),
    "displays": ("guard", "IPython"),
    "page_kernel": ("", "ipykernel"),
    "watcher": ("guard", ""),
    "model": ("errors", "pydantic pydantic_core"),
    "formats": ("errors model", "pydantic pydantic_core"),
    "content": ("errors formats model", "pydantic pydantic_core"),
    "content.rules": ("content.raw content.subscales formats model", "pydantic"),
    "answers": ("content errors formats private", ""),
    "planning": ("", ""),
    "drafts": ("answers content errors formats", ""),
    "trading": ("errors private", ""),
    "feedback": ("answers content formats private", ""),
    "home": ("errors", "platformdirs"),
    "workbook_lock": ("", "filelock"),
    "workbook_file": ("errors private workbook_lock", ""),
    "workbook": ("errors guard home private watcher workbook_file", ""),
    "pooling.bands": ("", ""),
    "pooling.policy": ("errors pooling.bands", ""),
    "pooling.credential": ("errors private", ""),
    "pooling.variables": ("answers content feedback.scores formats", ""),
    "pooling.contribution": ("answers content errors pooling.policy pooling.variables private", ""),
    "pooling.release": ("errors pooling.policy pooling.variables", "pandas"),
    "pooling.rows": ("pooling.release pooling.stopwatch private", ""),
    "pooling.stopwatch": ("", ""),
    "pooling.pool": (
        "content errors pooling.contribution pooling.policy pooling.release pooling.rows pooling.variables private",
        "",
    ),
    "pooling.slips": ("content errors pasted pooling.contribution pooling.policy pooling.variables private", ""),
    "pooling.catalogue": ("content errors pooling.policy pooling.pool", ""),
    "importing": (
        "answers content errors formats pooling.contribution pooling.policy pooling.release pooling.variables private",
        "pandas",
    ),
    "figures": ("errors pooling.release", "PIL matplotlib"),
    "figures.panels": ("errors pooling.release", ""),
    "figures.wording": ("figures.panels pooling.release", ""),
    "figures.kinds": ("figures.canvas figures.panels figures.theme figures.wording pooling.release", ""),
    "prompting": ("content errors pooling.release", ""),
    "templating": ("", "jinja2"),
    "pictures": ("content figures pooling.release prompting templating", ""),
    "headers": ("content templating", ""),
    "reporting": ("answers content drafts errors feedback formats planning private templating workbook", ""),
    "widgets": (
        "content drafts errors feedback formats guard home pictures planning pooling.contribution pooling.policy "
        "pooling.release pooling.slips reporting room.news room.standing templating trading workbook",
        "anywidget ipywidgets traitlets",
    ),
    "room": ("", ""),
    "room.protocol": ("errors pasted pooling.policy pooling.release pooling.variables private", "pydantic"),
    "room.server": (
        "content errors guard home pooling private room.protocol templating",
        "cryptography jupyter_server psutil redis tornado",
    ),
    "room.standing": ("pooling.policy", ""),
    "room.client": (
        "content errors guard home made_up pooling private room.news room.protocol room.standing watcher workbook",
        "segno urllib3",
    ),
    "offline": ("content errors guard importing pooling private", ""),
    "terminal": ("", ""),
    "pasted": ("", ""),
    "made_up": ("answers content errors formats importing pooling.release", "pandas"),
    "notebook": (ANYTHING_OF_OURS, "IPython anywidget ipywidgets"),
    "authoring": ("content errors figures.letters made_up notebook pictures", "nbformat tomlkit"),
    "cli": ("authoring content errors figures importing pasted pooling room.protocol.links room.server terminal", ""),
}
DISTRIBUTIONS = {"IPython": "ipython", "PIL": "pillow", "jupyter_server": "jupyter-server", "pydantic_core": "pydantic"}


class Import(NamedTuple):
    """One import statement: the module it stands in, its line, and what it imports."""

    module: str
    line: int
    target: str
    for_types: bool

    @property
    def ours(self) -> bool:
        return self.target.split(".")[0] == "workshop_helpers"


def imports_of(package: Path) -> Iterator[Import]:
    """Every import in every module, those inside functions and those for types included."""
    paths = {_module(path.relative_to(package)): path for path in package.rglob("*.py")}
    for module, path in paths.items():
        folder = path.relative_to(package).parent.parts
        for line, start, name, for_types in statements(path.read_text(encoding="utf-8"), folder):
            whole = f"{start}.{name}" if name else start
            target = whole if whole.removeprefix("workshop_helpers.") in paths else start
            yield Import(module, line, target, for_types)


def _module(path: Path) -> str:
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def statements(text: str, folder: tuple[str, ...]) -> list[tuple[int, str, str, bool]]:
    """Line, module, imported name and whether it is for types only, of each import in a text."""
    nodes = list(ast.walk(ast.parse(text)))
    blocks = [node for node in nodes if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"]
    for_types = {inner for block in blocks for inner in ast.walk(block)}
    found = []
    for node in nodes:
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name, "", node in for_types) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            here = ("workshop_helpers", *folder)[: len(folder) + 2 - node.level] if node.level else ()
            start = ".".join([*here, *([node.module] if node.module else [])])
            found += [(node.lineno, start, alias.name, node in for_types) for alias in node.names]
    return found


def refused(package: Path) -> list[str]:
    """A sentence for each import that the table does not allow."""
    found = []
    for statement in imports_of(package):
        part = _row(statement.module)
        if part is None:
            found.append(f"{statement.module}: has no row in the table")
            continue
        ours, outside = (allowed.split() for allowed in MAY_IMPORT[part])
        target = statement.target
        if statement.ours:
            target = target.removeprefix("workshop_helpers").lstrip(".")
            good = any(_within(target, allowed) for allowed in [*ours, *([part] if part else [])])
        else:
            target = target.split(".")[0]
            good = target in outside or (target in sys.stdlib_module_names and target != "importlib") or not part
        if not good:
            found.append(f"{statement.module}, line {statement.line}: may not import '{target}'")
    return sorted(found)


def _row(module: str) -> str | None:
    return max((part for part in MAY_IMPORT if _within(module, part)), key=len, default=None)


def _within(module: str, part: str) -> bool:
    return module == part or (bool(part) and module.startswith(f"{part}."))


def test_every_import_is_one_that_the_table_allows():
    assert refused(PACKAGE) == []


PLANTED = [
    # module, the statement planted at its end, what is refused
    ("figures/theme.py", "from workshop_helpers.answers import Answers", "answers"),
    ("figures/theme.py", "from workshop_helpers.pooling.contribution import Contribution", "pooling.contribution"),
    ("figures/theme.py", "from workshop_helpers.pooling import pool", "pooling.pool"),
    ("figures/theme.py", "import workshop_helpers", ""),
    ("figures/theme.py", "from ..pooling.pool import Pool", "pooling.pool"),
    ("figures/theme.py", "def later():\n    from workshop_helpers.feedback import scores", "feedback.scores"),
    ("figures/kinds/band_grid.py", "from workshop_helpers.figures.picture import draw", "figures.picture"),
    ("figures/kinds/band_grid.py", "from matplotlib.patches import Wedge", "matplotlib"),
    ("figures/wording.py", "from workshop_helpers.figures.kinds import kind_of", "figures.kinds"),
    ("figures/panels.py", "import matplotlib", "matplotlib"),
    ("prompting.py", "import workshop_helpers.pooling.pool", "pooling.pool"),
    ("prompting.py", "if TYPE_CHECKING:\n    from workshop_helpers.answers import Answers", "answers"),
    ("pooling/release.py", "from workshop_helpers.pooling.pool import Pool", "pooling.pool"),
    ("pooling/rows.py", "from workshop_helpers.pooling.pool import Pool", "pooling.pool"),
    ("pooling/pool.py", "from workshop_helpers.workbook import Workbook", "workbook"),
    ("workbook.py", "import workshop_helpers.pooling.pool as p", "pooling.pool"),
    ("reporting/chapters.py", "from workshop_helpers.pooling.pool import Pool", "pooling.pool"),
    ("pooling/pool.py", "from workshop_helpers.reporting import gather_report", "reporting"),
    ("content/rules/lean.py", "from workshop_helpers.answers import Answers", "answers"),
    ("content/rules/lean.py", "from workshop_helpers.feedback.scores import score", "feedback.scores"),
    ("content/rules/lean.py", "from workshop_helpers.content import Assessment", "content"),
    ("content/agenda.py", "from workshop_helpers.answers import Answers", "answers"),
    ("model.py", "from workshop_helpers.formats.base import Item", "formats.base"),
    ("formats/base.py", "from workshop_helpers.content import Assessment", "content"),
    ("formats/scale.py", "from workshop_helpers.answers import Answers", "answers"),
    ("formats/choices.py", "from workshop_helpers.pooling.variables import SKIPPED", "pooling.variables"),
    ("formats/points.py", "def later():\n    import pandas", "pandas"),
    ("errors.py", "from . import content", "content"),
    ("guard.py", "from workshop_helpers.workbook import Workbook", "workbook"),
    ("displays.py", "from workshop_helpers.widgets.timer.widget import Timer", "widgets.timer.widget"),
    ("room/news.py", "from workshop_helpers.pooling.release import Release", "pooling.release"),
    ("watcher.py", "from IPython.display import display", "IPython"),
    ("widgets/shared/watching.py", "from workshop_helpers.watcher import Watcher", "watcher"),
    ("answers.py", "import pydantic", "pydantic"),
    ("feedback/scores.py", "def later():\n    import pandas as pd", "pandas"),
    ("pooling/pool.py", "from pandas import DataFrame", "pandas"),
    ("pooling/release.py", "import matplotlib.pyplot as plt", "matplotlib"),
    ("notebook.py", "import matplotlib", "matplotlib"),
    ("headers.py", "import ipywidgets", "ipywidgets"),
    ("headers.py", "from jinja2 import Environment", "jinja2"),
    ("templating.py", "from workshop_helpers.content import Section", "content"),
    ("pictures.py", "from workshop_helpers.answers import Answers", "answers"),
    ("pictures.py", "from workshop_helpers.trading import Deal", "trading"),
    ("pictures.py", "def later():\n    from workshop_helpers.pooling.pool import Pool", "pooling.pool"),
    ("pictures.py", "from workshop_helpers.widgets.trade.widget import TradeForm", "widgets.trade.widget"),
    ("pictures.py", "import matplotlib", "matplotlib"),
    ("prompting.py", "from workshop_helpers.pictures import picture_html", "pictures"),
    ("figures/tables.py", "from workshop_helpers.pictures import picture_html", "pictures"),
    ("figures/tables.py", "from workshop_helpers.templating import render", "templating"),
    ("pooling/release.py", "from workshop_helpers.pictures import picture_html", "pictures"),
    ("feedback/words.py", "from workshop_helpers.pictures import picture_html", "pictures"),
    ("widgets/console/widget.py", "from workshop_helpers.figures import figure", "figures"),
    ("figures/theme.py", "from anywidget import AnyWidget", "anywidget"),
    ("notebook.py", "import tornado.web", "tornado"),
    ("widgets/timer/widget.py", "from jupyter_server.base.handlers import JupyterHandler", "jupyter_server"),
    ("notebook.py", "import filelock", "filelock"),
    ("workbook.py", "import filelock", "filelock"),
    ("widgets/progress/widget.py", "from workshop_helpers.workbook_file import WorkbookFile", "workbook_file"),
    ("cli.py", "from platformdirs import user_data_path", "platformdirs"),
    ("feedback/scores.py", "import numpy", "numpy"),
    ("feedback/scores.py", "from importlib import import_module", "importlib"),
    ("room/client/caller.py", "from workshop_helpers.room.server.rooms import Rooms", "room.server.rooms"),
    ("room/server/rooms.py", "from workshop_helpers.room.client.caller import Caller", "room.client.caller"),
    ("room/protocol/messages.py", "from workshop_helpers.room.server import rooms", "room.server.rooms"),
    ("room/protocol/links.py", "import urllib3", "urllib3"),
    ("widgets/console/widget.py", "from workshop_helpers.room.client import leadership", "room.client.leadership"),
    ("importing/frames.py", "from workshop_helpers.pooling.pool import Pool", "pooling.pool"),
    ("pooling/pool.py", "from workshop_helpers.importing.frames import pool_frame", "importing.frames"),
    ("feedback/words.py", "from workshop_helpers.pooling.release import Release", "pooling.release"),
    ("offline/slips.py", "from workshop_helpers.room.client.caller import Caller", "room.client.caller"),
    ("authoring/new.py", "from workshop_helpers.pooling.pool import Pool", "pooling.pool"),
    ("notebook.py", "from workshop_helpers.authoring.checking import check", "authoring.checking"),
    ("content/checking.py", "from workshop_helpers.authoring.checking import check", "authoring.checking"),
]


@pytest.mark.parametrize(("module", "statement", "target"), PLANTED, ids=[f"{m}: {s}" for m, s, _ in PLANTED])
def test_a_wrong_import_is_refused(tmp_path, module, statement, target):
    package = tmp_path / "workshop_helpers"
    shutil.copytree(PACKAGE, package, ignore=shutil.ignore_patterns("__pycache__", "*.js", "*.css"))
    path = package / module
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}\n{statement}\n", encoding="utf-8")

    line = text.count("\n") + 2 + statement.count("\n")

    name = module.removesuffix(".py").replace("/", ".")
    assert refused(package) == [f"{name}, line {line}: may not import '{target}'"]


def test_a_module_that_the_table_does_not_know_is_refused(tmp_path):
    package = tmp_path / "workshop_helpers"
    package.mkdir()
    (package / "shortcut.py").write_text("from workshop_helpers.answers import Answers\n", encoding="utf-8")

    assert refused(package) == ["shortcut: has no row in the table"]


def test_no_module_imports_itself_round_a_corner():
    graph: dict[str, set[str]] = {}
    for statement in imports_of(PACKAGE):
        if statement.ours and not statement.for_types:
            target = statement.target.removeprefix("workshop_helpers").lstrip(".")
            graph.setdefault(statement.module, set()).add(target)

    assert set(graph) <= set(TopologicalSorter(graph).static_order())  # which raises CycleError, naming the cycle


def test_no_room_imports_another_that_imports_it():
    """A folder at the top counts as one room, and each of the three of ``room``: a look at the folders is enough."""
    graph: dict[str, set[str]] = {}
    for statement in imports_of(PACKAGE):
        here, there = _room(statement.module), _room(statement.target.removeprefix("workshop_helpers").lstrip("."))
        if statement.ours and here and here != there:
            graph.setdefault(here, set()).add(there)

    assert set(graph) <= set(TopologicalSorter(graph).static_order())


def _room(module: str) -> str:
    parts = module.split(".")
    return ".".join(parts[:2]) if parts[0] == "room" else parts[0]


def test_every_library_that_is_imported_is_declared():
    project = tomllib.loads((PACKAGE.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    imported = {statement.target.split(".")[0] for statement in imports_of(PACKAGE) if not statement.ours}
    libraries = {DISTRIBUTIONS.get(name, name) for name in imported - sys.stdlib_module_names}

    declared = [*project["dependencies"], *project["optional-dependencies"]["redis"]]
    assert libraries <= {Requirement(line).name for line in declared}


def test_importing_the_package_loads_none_of_the_heavy_libraries():
    heavy = ["pandas", "matplotlib", "ipywidgets", "anywidget", "tornado", "pydantic", "numpy", "IPython", "jinja2"]
    program = f"import sys, workshop_helpers; print([name for name in {heavy} if name in sys.modules])"

    printed = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert printed.stdout == "[]\n"
