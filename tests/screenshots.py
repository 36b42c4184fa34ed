"""Take a picture of every page at desktop and phone width, light and dark: ``make screenshots``.

Usage: python tests/screenshots.py FOLDER [NOTEBOOK ...]
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from browser.lab import ROOT, find_chromium, launch, running_lab, settled
from playwright.sync_api import Page, sync_playwright

SIZES = {"desktop": 1200, "phone": 390}


def whole_page(page: Page, path: Path) -> None:
    """Make the window as tall as the page, so that one picture shows all of it."""
    settled(page)
    height = page.evaluate(
        "Math.max(...[...document.querySelectorAll('.jp-WindowedPanel-outer')].map(e => e.scrollHeight)) + 160"
    )
    width = page.viewport_size["width"] if page.viewport_size else 1200
    page.set_viewport_size({"width": width, "height": min(int(height), 16_000)})
    settled(page)
    page.screenshot(path=path)


def main(folder: Path, names: list[str]) -> None:
    """Write one PNG a page and look."""
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as own:
        executable = find_chromium(playwright)
        if executable is None:
            sys.exit("No browser here: install Debian's 'chromium', or run 'playwright install chromium'.")
        browser = launch(playwright, executable)
        with running_lab(Path(own)) as lab:
            for notebook in [Path(name) for name in names] or sorted((ROOT / "notebooks").glob("*.ipynb")):
                for look in ("light", "dark"):
                    for name, width in SIZES.items():
                        page = lab.open(browser, notebook.name, width=width, dark=look == "dark")
                        picture = folder / f"{notebook.stem}-{name}-{look}.png"
                        whole_page(page, picture)
                        page.context.close()
                        print(picture)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
