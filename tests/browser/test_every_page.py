"""Every page as it opens in JupyterLab: nothing but the page, no mistakes, and nothing that axe-core objects to."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

from browser.lab import ROOT, Lab, settled

NOTEBOOKS = sorted(path.name for path in (ROOT / "notebooks").glob("*.ipynb"))
# One of each sort: they are made of the same parts as the others, and dark pages differ in colours only.
IN_THE_DARK = [
    "00-welcome.ipynb",
    "05-romantic-relationships.ipynb",
    "13-compromise.ipynb",
    "14-conclusion.ipynb",
    "facilitator-guide.ipynb",
]
_RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
}
# Rules about whole documents, whose outline is JupyterLab's.
_NOT_OURS = {"region", "landmark-unique", "page-has-heading-one", "heading-order"}
OURS = (".wh-form", ".wh-page", ".wh-map", ".jp-MarkdownOutput")


@pytest.mark.parametrize("notebook", NOTEBOOKS)
def test_a_page_opens_without_code_warnings_or_mistakes(lab: Lab, browser: Browser, notebook: str) -> None:
    said: list[ConsoleMessage] = []
    page = lab.open(browser, notebook, height=4000, console=lambda message: said.append(message))
    expect(page.locator(".wh-form").first).to_be_visible()
    hidden = page.locator(".jp-NotebookPanel .jp-CodeCell .jp-Cell-inputWrapper:visible")
    assert hidden.count() == 0
    trouble = page.locator(
        ".jp-NotebookPanel [data-mime-type*='stderr'], .jp-NotebookPanel [data-mime-type*='error'],"
        " .jp-NotebookPanel .jupyter-widgets-error-widget, .jp-NotebookPanel .wh-page [role=alert]"
    )
    assert trouble.all_inner_texts() == []
    assert [message.text for message in said if message.type == "error" and "wh-" in message.text] == []
    assert _shared_ids(page) == []
    assert _found_by_axe(page) == []
    if notebook in IN_THE_DARK:
        _turn_off_the_light(page)
        assert _found_by_axe(page) == []


def _turn_off_the_light(page: Page) -> None:
    page.get_by_role("menuitem", name="Settings", exact=True).click()
    page.locator(".lm-Menu-itemLabel", has_text="Theme").first.click()
    page.locator(".lm-Menu-itemLabel", has_text="JupyterLab Dark").first.click()
    expect(page.locator("body")).to_have_attribute("data-jp-theme-light", "false")
    settled(page)


def _found_by_axe(page: Page) -> list[tuple[str, str]]:
    parts = [[ours] for ours in OURS if page.locator(ours).count()]
    violations = Axe().run(page, context={"include": parts}, options=_RULES).response["violations"]
    return [
        (violation["id"], node["html"][:120])
        for violation in violations
        if violation["id"] not in _NOT_OURS
        for node in violation["nodes"]
    ]


def _shared_ids(page: Page) -> list[str]:
    """Ids that two elements have; a label would belong to the wrong field."""
    shared: list[str] = page.evaluate(
        """() => {
            const ids = [...document.querySelectorAll('.wh-form [id], .wh-page [id]')].map((element) => element.id);
            return ids.filter((id, place) => ids.indexOf(id) !== place);
        }"""
    )
    return shared
