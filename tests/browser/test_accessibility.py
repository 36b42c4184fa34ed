"""What axe-core finds in our own content, in light and dark; JupyterLab's own parts are not ours to mend."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from lab import ROOT, Lab
from playwright.sync_api import Browser, expect

NOTEBOOKS = sorted(path.name for path in (ROOT / "notebooks").glob("*.ipynb"))
_RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
}
# Rules about whole documents, whose outline is JupyterLab's.
_NOT_OURS = {"region", "landmark-unique", "page-has-heading-one", "heading-order"}


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("notebook", NOTEBOOKS)
def test_axe_finds_nothing_in_our_own_content(lab: Lab, browser: Browser, notebook: str, dark: bool) -> None:
    page = lab.open(browser, notebook, height=4000, dark=dark)
    expect(page.locator(".wh-form").first).to_be_visible()
    for ours in (".wh-form", ".wh-page", ".jp-MarkdownOutput"):
        found = Axe().run(page, context=ours, options=_RULES).response["violations"]
        named = [(v["id"], node["html"][:120]) for v in found if v["id"] not in _NOT_OURS for node in v["nodes"]]
        assert named == []


@pytest.mark.parametrize("notebook", NOTEBOOKS)
def test_no_two_elements_of_a_page_share_an_id_so_every_label_belongs_to_its_own_field(
    lab: Lab, browser: Browser, notebook: str
) -> None:
    page = lab.open(browser, notebook)
    expect(page.locator(".wh-form").first).to_be_visible()
    shared = page.evaluate(
        """() => {
            const ids = [...document.querySelectorAll('.wh-form [id], .wh-page [id]')].map((element) => element.id);
            return ids.filter((id, place) => ids.indexOf(id) !== place);
        }"""
    )
    assert shared == []
