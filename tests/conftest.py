"""What all tests share: how property tests run, that no error is left out, and assessments that many of them use."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import reading_ease
from hypothesis import Phase, settings
from seventh_format import SpanItem
from small_assessments import before_and_after, choice

from workshop_helpers import formats
from workshop_helpers.content import Assessment

# The same examples every time, and nothing written. Failures are not shrunk: most of them are the
# deliberately bad engines', which only have to be caught.
settings.register_profile(
    "workshop",
    deadline=None,
    derandomize=True,
    database=None,
    max_examples=60,
    report_multiple_bugs=False,
    phases=[Phase.explicit, Phase.generate],
)
settings.load_profile("workshop")

# Errors in threads and callbacks are errors of the test, here and in the kernels and servers that tests start.
os.environ["WORKSHOP_DEBUG"] = "1"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print how easy each page is to read, when the pages were checked."""
    checked = {report.nodeid.split("::")[0] for report in terminalreporter.stats.get("passed", [])}
    if any(name.endswith("test_notebooks_style.py") for name in checked):
        terminalreporter.section("reading ease (Flesch-Kincaid grade, worked out by textstat)")
        notebooks = sorted((Path(__file__).parents[1] / "notebooks").glob("*.ipynb"))
        for line in reading_ease.table(notebooks):
            terminalreporter.write_line(line)


@pytest.fixture
def for_people(monkeypatch: pytest.MonkeyPatch) -> None:
    """As it is for whoever is no developer: an error in background work is left out."""
    monkeypatch.delenv("WORKSHOP_DEBUG")


@pytest.fixture
def with_seventh_format(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What a line in ``formats/__init__.py`` would do: files may hold items of the made-up format."""
    monkeypatch.setattr(formats, "FORMATS", formats.by_name(*formats.FORMATS.values(), SpanItem))
    Assessment.model_rebuild(force=True)
    yield
    monkeypatch.undo()
    Assessment.model_rebuild(force=True)


@pytest.fixture
def impatient_threads() -> Iterator[None]:
    """Threads take turns as often as they can, so that whatever can come between comes between."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.fixture(scope="session")
def private_one() -> Assessment:
    return choice(policy="private")


@pytest.fixture(scope="session")
def two_occasions() -> Assessment:
    return before_and_after()
