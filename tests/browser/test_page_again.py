"""A page whose kernel, server or network went away is made again, when one of its parts asks for it or by itself."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.kernels import freeze
from browser.lab import Lab, choose, made_again

PAGE = "00-welcome.ipynb"
_ASK = """() => {
    const asked = new CustomEvent("workshop-make-page-again", { bubbles: true, composed: true, cancelable: true });
    return !document.querySelector(".wh-form").dispatchEvent(asked);
}"""


@pytest.fixture
def welcome(lab: Lab, browser: Browser) -> Iterator[Page]:
    """The first page, whose file is the same at the end."""
    before = (lab.notebooks / PAGE).read_bytes()
    yield lab.open(browser, PAGE)
    assert (lab.notebooks / PAGE).read_bytes() == before


def works(page: Page) -> None:
    page.get_by_label("With a group").check()
    expect(page.get_by_text("Saved on this computer, for you alone.").first).to_be_visible()


def test_a_page_is_made_again_with_the_kernel_that_it_has(welcome: Page) -> None:
    with made_again(welcome):
        assert welcome.evaluate(_ASK)
    expect(welcome.get_by_role("dialog")).to_have_count(0)  # nothing is asked
    works(welcome)


def test_a_page_is_made_again_with_another_kernel_where_its_own_is_gone(lab: Lab, welcome: Page) -> None:
    with made_again(welcome):
        lab.shut_down_kernels()
        assert welcome.evaluate(_ASK)
    works(welcome)


def test_a_page_is_made_again_with_a_fresh_start_of_a_kernel_that_hangs(lab: Lab, welcome: Page) -> None:
    with made_again(welcome):
        freeze(lab)
        assert welcome.evaluate(_ASK)
    works(welcome)


def test_a_page_is_made_again_when_the_server_can_be_reached_again(welcome: Page) -> None:
    with made_again(welcome):
        welcome.context.set_offline(True)
        assert welcome.evaluate(_ASK)
        with welcome.expect_event("requestfailed"):  # it has been looked for at least once
            pass
        welcome.context.set_offline(False)
    for _ in range(welcome.get_by_role("dialog").count()):  # JupyterLab's own, which says that it had lost the server
        welcome.keyboard.press("Escape")
    expect(welcome.get_by_role("dialog")).to_have_count(0)
    works(welcome)


def test_a_page_is_made_again_by_itself_when_its_kernel_is_restarted(welcome: Page) -> None:
    with made_again(welcome):
        choose(welcome, "Kernel", "kernelmenu:restart")
        welcome.locator(".jp-Dialog .jp-mod-accept").click()
    works(welcome)


def test_what_is_not_ours_is_not_taken_on(lab: Lab, browser: Browser) -> None:
    page = lab.open(browser, PAGE)
    asked = "() => document.body.dispatchEvent(new CustomEvent('workshop-make-page-again', { cancelable: true }))"
    assert page.evaluate(asked)  # nobody prevented it
