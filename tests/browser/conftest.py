"""A browser and a JupyterLab for the tests in this folder."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Playwright, expect, sync_playwright

from browser.lab import Lab, find_chromium, launch, running_lab

expect.set_options(timeout=20_000)  # milliseconds: a busy machine takes its time, and none is lost where it does not


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    executable = find_chromium(playwright)
    if executable is None:
        reason = "no browser here: install Debian's 'chromium', or run 'playwright install chromium'"
        if os.environ.get("WORKSHOP_BROWSER_REQUIRED"):
            pytest.fail(reason)
        pytest.skip(reason)
    browser = launch(playwright, executable)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def labs() -> list[Lab]:
    """Every JupyterLab that runs; a test starts none that it does not ask for."""
    return []


@pytest.fixture(scope="session")
def lab(browser: Browser, labs: list[Lab], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    with running_lab(tmp_path_factory.mktemp("lab")) as started:
        labs.append(started)
        yield started


@pytest.fixture(scope="session")
def hub(browser: Browser, labs: list[Lab], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """A second server, as on a hub: under a prefix, and with a workbook of its own."""
    with running_lab(tmp_path_factory.mktemp("hub"), base_url="/user/one/") as started:
        labs.append(started)
        yield started


@pytest.fixture(autouse=True)
def fresh_start(labs: list[Lab], browser: Browser) -> None:
    """Each test begins with no page open, empty workbooks and no kernels."""
    for context in browser.contexts:
        context.close()
    for lab in labs:
        lab.begin_anew()
