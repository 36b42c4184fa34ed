"""I32: opening a notebook runs nothing but our own calls, with our own installed packages; reading changes no file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Browser, expect
from traps import set_traps, sprung, trace_of

from browser.lab import Lab

CALLS = 'import workshop_helpers as wh\nwh.begin("welcome")'
#: What Python, IPython or JavaScript take for the end of a line, or show as nothing at all.
HIDING = "\r,\v,\f,\x1c,\x1d,\x1e,\x85,\u2028,\u2029,\x00,\u200b,\u202e"


def a_page(cells: Iterable[str], kernel: str = "python3") -> str:
    """A notebook that says that it is one of ours."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in cells])
    notebook.metadata = {"workshop": {"section": "welcome"}, "kernelspec": {"name": kernel, "display_name": kernel}}
    written: str = nbformat.writes(notebook)
    return written


@pytest.fixture
def handed_out(lab: Lab, tmp_path: Path) -> Path:
    """A folder of somebody else's among the notebooks."""
    folder = lab.notebooks / tmp_path.name
    folder.mkdir()
    return folder


def test_nothing_that_lies_beside_a_page_is_run(lab: Lab, browser: Browser, handed_out: Path) -> None:
    set_traps(handed_out)
    (handed_out / "page.ipynb").write_text(a_page([CALLS, 'wh.discuss("what-counts")']))
    page = lab.open(browser, f"{handed_out.name}/page.ipynb")
    expect(page.locator(".wh-map").first).to_be_visible()
    expect(page.get_by_role("img").first).to_be_visible()  # drawn, so the libraries of figures were loaded as well
    assert sprung(handed_out) == []


def test_a_cell_that_holds_more_than_our_calls_is_not_run(lab: Lab, browser: Browser, handed_out: Path) -> None:
    run = f"open({str(trace_of(handed_out, 'cell'))!r}, 'w').close()"
    hidden = [f"# a note{separator}{run}\n{CALLS}" for separator in HIDING.split(",")]
    seen = [
        f"{CALLS}\n{run}",
        f"{CALLS};{run}",
        f"import workshop_helpers as wh;{run}",
        f'wh.begin("welcome") if {run} else 0',
        f"wh.begin({run})",
        f"{CALLS}\n!touch {trace_of(handed_out, 'shell')}",
        f"%%bash\n# {CALLS}\ntouch {trace_of(handed_out, 'magic')}",
        'wh.begin("a" + "b")',
    ]
    (handed_out / "page.ipynb").write_text(a_page([*hidden, *seen, CALLS]))
    page = lab.open(browser, f"{handed_out.name}/page.ipynb")
    expect(page.locator(".wh-map")).to_have_count(1)
    expect(page.locator("[data-ours]")).to_have_count(1)  # the last one alone
    left_alone = page.locator(".jp-CodeCell:not([data-ours]) .jp-Cell-inputWrapper:visible")
    expect(left_alone).to_have_count(len(hidden) + len(seen))
    assert sprung(handed_out) == []
