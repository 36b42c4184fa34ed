"""A page is read: no stray key changes it, nobody saves it by accident, and other notebooks are as they always were."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Browser, Locator, Page, Request, expect

from browser.lab import Lab, choose, save

PAGE = "00-welcome.ipynb"
#: What JupyterLab has for notebooks, and what a person may press who thinks that they are somewhere else.
KEYS = re.findall(
    r"\S+",
    """
    x d d a b c v m y r z 1 6 i i 0 0 j k l n p s q Delete Backspace Enter Escape Tab Space Shift+a Shift+b Shift+c
    Shift+j Shift+k Shift+l Shift+m Shift+r Shift+v Shift+z Shift+Enter Shift+ArrowDown Shift+End Alt+Enter Alt+ArrowUp
    Control+Enter Control+Backspace Control+Shift+ArrowDown Control+Shift+ArrowUp Control+Shift+ArrowLeft
    Control+Shift+Minus Control+Shift+m Control+m Control+a Control+x Control+v
    """,
)


@pytest.fixture
def quickly(lab: Lab) -> Iterator[None]:
    """A JupyterLab that saves what has changed every second."""
    settings = lab.settings / "@jupyterlab" / "docmanager-extension" / "plugin.jupyterlab-settings"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(json.dumps({"autosaveInterval": 1}))
    yield
    settings.unlink()


@pytest.fixture
def plain(lab: Lab) -> Iterator[Path]:
    """A notebook that is none of ours."""
    file = lab.notebooks / "plain.ipynb"
    cells = [nbformat.v4.new_markdown_cell("Somebody's own words"), nbformat.v4.new_code_cell("1 + 1")]
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": _PYTHON}), file)
    yield file
    file.unlink()


_PYTHON = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}


@pytest.fixture
def copy(lab: Lab) -> Iterator[Path]:
    """A page to be changed."""
    file = lab.notebooks / "copy.ipynb"
    file.write_bytes((lab.notebooks / PAGE).read_bytes())
    yield file
    file.unlink()


def saved(page: Page) -> list[str]:
    """The notebooks that are written from now on, as they are."""
    names: list[str] = []

    def note(request: Request) -> None:
        if request.method == "PUT" and "/api/contents/" in request.url:
            names.append(request.url.split("/api/contents/")[1].split("?")[0])

    page.on("request", note)
    return names


def open_beside(page: Page, file: Path) -> Locator:
    """Open another notebook in the same JupyterLab."""
    page.locator(".jp-DirListing-item", has_text=file.name).dblclick()
    panel = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)").filter(has_text="Somebody's own words")
    expect(panel).to_be_visible()
    return panel


def cells_of(page: Page) -> list[str]:
    """The text of each cell that is one; of the others, that there is one."""
    cells = page.locator(".jp-NotebookPanel .jp-Cell")
    texts: list[str] = cells.evaluate_all(
        "(all) => all.map((cell) => (cell.matches('.jp-MarkdownCell') ? cell.innerText : ''))"
    )
    return [text.replace("¶", "") for text in texts]  # which stands at a heading while something points at it


def saved_by_itself(page: Page, file: Path, text: str) -> None:
    """Wait until JupyterLab has saved a notebook with some text."""
    page.evaluate(
        """async ([file, text]) => {
            const saved = async () => (await (await fetch(`/api/contents/${file}`, { cache: "no-store" })).text());
            for (const end = Date.now() + 20_000; !(await saved()).includes(text); )
                if (Date.now() > end) throw new Error(`${file} was not saved with “${text}”`);
        }""",
        [file.name, text],
    )


@pytest.mark.usefixtures("quickly")
def test_keys_that_are_pressed_on_text_change_nothing(lab: Lab, browser: Browser, plain: Path) -> None:
    before = (lab.notebooks / PAGE).read_bytes()
    page = lab.open(browser, PAGE)
    written = saved(page)
    cells = cells_of(page)
    for text in (page.get_by_role("heading", name="Who it is for"), page.locator(".wh-form").first):
        for key in KEYS:
            text.click(position={"x": 2, "y": 2})
            page.keyboard.press(key)
    page.get_by_role("heading", name="Who it is for").dblclick()
    expect(page.locator(".cm-content:visible")).to_have_count(0)
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert cells_of(page) == cells

    # By the time that JupyterLab has saved another notebook by itself, it would have saved the page.
    own = open_beside(page, plain)
    own.locator(".jp-MarkdownCell").click()
    page.keyboard.press("Enter")
    page.keyboard.type("Changed. ")
    saved_by_itself(page, plain, "Changed. ")
    assert PAGE not in written
    assert (lab.notebooks / PAGE).read_bytes() == before


def test_jupyterlabs_own_keys_go_on_on_a_page(lab: Lab, browser: Browser) -> None:
    page = lab.open(browser, PAGE)
    page.get_by_role("heading", name="Who it is for").click()
    page.keyboard.press("Control+Shift+c")
    expect(page.locator(".lm-CommandPalette-input")).to_be_focused()


def test_menus_cannot_delete_a_part_of_a_page_either(lab: Lab, browser: Browser) -> None:
    page = lab.open(browser, PAGE)
    page.get_by_role("heading", name="Who it is for").click()
    cells = cells_of(page)
    page.get_by_role("menuitem", name="Edit", exact=True).click()
    for command in ("notebook:delete-cell", "notebook:cut-cell"):
        item = page.locator(f'.lm-Menu-item[data-command="{command}"]')
        if item.is_visible() and "lm-mod-disabled" not in (item.get_attribute("class") or ""):
            item.click()
            page.get_by_role("menuitem", name="Edit", exact=True).click()
    assert cells_of(page) == cells


def test_a_page_that_is_saved_is_what_it_was_but_for_what_it_shows(lab: Lab, browser: Browser) -> None:
    before = nbformat.read(lab.notebooks / PAGE, 4)
    page = lab.open(browser, PAGE)
    save(page)
    after = nbformat.read(lab.notebooks / PAGE, 4)
    assert [(cell.id, cell.source, cell.metadata) for cell in after.cells] == [
        (cell.id, cell.source, cell.metadata) for cell in before.cells
    ]
    assert after.metadata.kernelspec == before.metadata.kernelspec
    assert after.metadata.language_info == before.metadata.language_info
    # ... and is a page still.
    page.get_by_role("heading", name="Who it is for").dblclick()
    expect(page.locator(".cm-content:visible")).to_have_count(0)


@pytest.mark.usefixtures("quickly")
def test_a_page_becomes_a_notebook_for_those_who_say_so(lab: Lab, browser: Browser, copy: Path) -> None:
    page = lab.open(browser, copy.name)
    expect(page.locator(".jp-NotebookPanel-toolbar")).to_be_hidden()
    with page.expect_response(lambda answer: answer.request.method == "PUT" and copy.name in answer.url):
        choose(page, "Edit", "workshop-pages:edit")  # from now on JupyterLab saves by itself what it shows
    expect(page.locator(".jp-NotebookPanel-toolbar [data-jp-item-name='save']")).to_be_visible()
    page.get_by_role("heading", name="Who it is for").click()
    page.keyboard.press("Enter")
    page.keyboard.type("My own words.")
    save(page)
    cells = nbformat.read(copy, 4).cells
    assert [cell.source for cell in cells if "My own words." in cell.source] != []
    assert [cell.metadata for cell in cells if {"deletable", "editable"} & {*cell.metadata}] == []
    page.get_by_role("menuitem", name="Edit", exact=True).click()
    expect(page.locator('.lm-Menu-item[data-command="notebook:delete-cell"]')).to_be_visible()
    expect(page.locator('.lm-Menu-item[data-command="workshop-pages:edit"]')).to_be_hidden()


def test_an_edit_made_by_other_means_is_not_lost(lab: Lab, browser: Browser, copy: Path) -> None:
    """A section that somebody moved is their work: the page is a notebook from then on, and asks before it closes."""
    before = copy.read_bytes()
    page = lab.open(browser, copy.name)
    page.get_by_role("heading", name="Who it is for").click()
    choose(page, "Edit", "notebook:move-cell-down")
    expect(page.locator(".jp-NotebookPanel-toolbar")).to_be_visible()
    page.get_by_role("tab", name=copy.name).locator(".lm-TabBar-tabCloseIcon").click()
    expect(page.get_by_role("dialog")).to_contain_text("Save")
    page.get_by_role("button", name="Discard").click()
    expect(page.get_by_role("tab", name=copy.name)).to_have_count(0)
    assert copy.read_bytes() == before


def kernels(lab: Lab) -> list[str]:
    return [each["name"] for each in json.loads(lab._request("GET", "/api/kernels"))]


def test_the_kernel_of_a_page_ends_with_it_and_that_of_another_notebook_does_not(
    lab: Lab, browser: Browser, plain: Path
) -> None:
    page = lab.open(browser, PAGE)
    with page.expect_response(lambda answer: answer.request.method == "PATCH" and "/api/sessions/" in answer.url):
        open_beside(page, plain)
    save(page)
    assert sorted(kernels(lab)) == ["python3", "workshop"]
    # JupyterLab may write into the other notebook once more, and then asks about it; of our page it asks nothing.
    question = page.locator(".jp-Dialog", has_text=plain.name)
    page.add_locator_handler(question, lambda: question.get_by_role("button", name="Discard").click())
    for name in (plain.name, PAGE):
        page.get_by_role("tab", name=name).click()
        page.get_by_role("tab", name=name).locator(".lm-TabBar-tabCloseIcon").click()
        expect(page.get_by_role("tab", name=name)).to_have_count(0)
    with page.expect_response(lambda answer: answer.request.method == "GET" and "/api/sessions" in answer.url):
        pass
    assert kernels(lab) == ["python3"]
