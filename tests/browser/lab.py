"""A JupyterLab of its own and a browser, for tests and screenshots: nothing of the person's is touched."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright, expect

ROOT = Path(__file__).parents[2]
TOKEN = "only-for-this-test"
_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class Server:
    """The process that serves a JupyterLab: it can be stopped, and started again at the same address."""

    def __init__(self, command: list[str], folder: Path, environment: dict[str, str], address: str, log: Path) -> None:
        self._command = command
        self._folder = folder
        self._environment = environment
        self._address = address
        self._log = log
        self.start()

    def start(self) -> None:
        """Start it, and wait until it answers."""
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                self._command, cwd=self._folder, env=self._environment, stdout=log, stderr=log
            )
        _wait_for(self._address, self._process, self._log)

    def stop(self) -> None:
        """Stop it and all its kernels."""
        self._process.terminate()
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


@dataclass(frozen=True)
class Lab:
    """A running JupyterLab: its address, and the folders of its notebooks, its workbook and its settings."""

    address: str
    notebooks: Path
    home: Path
    settings: Path
    server: Server

    @contextmanager
    def stopped(self) -> Iterator[None]:
        """Be without a server meanwhile."""
        self.server.stop()
        try:
            yield
        finally:
            self.server.start()

    def open(
        self,
        browser: Browser,
        notebook: str,
        *,
        width: int = 1200,
        height: int = 1000,
        dark: bool = False,
        console: Callable[[ConsoleMessage], None] | None = None,
    ) -> Page:
        """Open a notebook in a fresh browser profile, and wait until its page has been made.

        ``console`` hears whatever the page says on the browser's console.
        """
        theme = self.settings / "@jupyterlab" / "apputils-extension" / "themes.jupyterlab-settings"
        theme.parent.mkdir(parents=True, exist_ok=True)
        theme.write_text(json.dumps({"theme": "JupyterLab Dark" if dark else "JupyterLab Light"}))
        context = browser.new_context(viewport={"width": width, "height": height}, accept_downloads=True)
        page = context.new_page()
        if console is not None:
            page.on("console", console)
        page.goto(f"{self.address}/lab/tree/{notebook}?token={TOKEN}&reset", wait_until="domcontentloaded")
        page.wait_for_selector('.jp-NotebookPanel[data-workshop="ready"]', timeout=120_000)
        return page

    def shut_down_kernels(self) -> None:
        """End every kernel, as a closed laptop or a stopped container would."""
        for kernel in json.loads(self._request("GET", "/api/sessions")):
            self._request("DELETE", f"/api/sessions/{kernel['id']}")

    def begin_anew(self) -> None:
        """End every kernel and forget the workbook."""
        self.shut_down_kernels()
        for file in self.home.glob("*"):
            file.unlink()

    def _request(self, method: str, path: str) -> bytes:
        request = urllib.request.Request(f"{self.address}{path}?token={TOKEN}", method=method)
        with urllib.request.urlopen(request, timeout=30) as answer:
            body: bytes = answer.read()
            return body


def choose(page: Page, menu: str, command: str) -> None:
    """Choose a command in one of JupyterLab's menus."""
    page.get_by_role("menuitem", name=menu, exact=True).click()
    page.locator(f'.lm-Menu-item[data-command="{command}"]').click()


def save(page: Page) -> None:
    """Save the notebook, and wait until the server has written it."""
    with page.expect_response(lambda answer: answer.request.method == "PUT" and "/api/contents/" in answer.url):
        choose(page, "File", "docmanager:save")


@contextmanager
def made_again(page: Page) -> Iterator[None]:
    """Wait until every form on a page has given way to a new one, because of what is done inside."""
    forms = page.locator(".jp-NotebookPanel .wh-form")
    number = forms.count()
    forms.evaluate_all("(forms) => forms.forEach((form) => form.setAttribute('data-before', ''))")
    yield
    expect(page.locator("[data-before]")).to_have_count(0, timeout=60_000)
    expect(forms).to_have_count(number, timeout=60_000)


def run_all(page: Page) -> None:
    """Run every cell, and wait until every form has been made again."""
    with made_again(page):
        choose(page, "Run", "runmenu:run-all")


def settled(page: Page) -> None:
    """Wait until colours and sizes that change by degrees have changed, and the page has been drawn."""
    page.evaluate(
        """async () => {
            const passing = (change) => change.effect.getComputedTiming().endTime !== Infinity;
            await Promise.allSettled(document.getAnimations().filter(passing).map((change) => change.finished));
            await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
            await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
        }"""
    )


def find_chromium(playwright: Playwright) -> str | None:
    """Where a Chromium lies: Debian's, or the one that Playwright installs."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    own = playwright.chromium.executable_path
    return own if Path(own).exists() else None


def launch(playwright: Playwright, executable: str) -> Browser:
    """Start the browser without a window and without a word to anyone outside."""
    return playwright.chromium.launch(executable_path=executable, args=_FLAGS)


@contextmanager
def running_lab(folder: Path, *, base_url: str = "/") -> Iterator[Lab]:
    """Serve a copy of the notebooks, with a workbook and settings of its own, under ``folder``.

    Widget state is saved into notebooks here, which our own settings switch off: the tests look for
    answers in saved notebooks under the worst conditions.
    """
    notebooks, home, settings = folder / "notebooks", folder / "home", folder / "settings"
    shutil.copytree(ROOT / "notebooks", notebooks, ignore=shutil.ignore_patterns(".*"))
    manager = settings / "@jupyter-widgets" / "jupyterlab-manager"
    manager.mkdir(parents=True)
    (manager / "plugin.jupyterlab-settings").write_text('{"saveState": true}')
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = os.environ | {
        "WORKSHOP_HOME": str(home),
        "JUPYTERLAB_SETTINGS_DIR": str(settings),
        "JUPYTERLAB_WORKSPACES_DIR": str(folder / "workspaces"),
        "JUPYTER_CONFIG_DIR": str(folder / "config"),
        "JUPYTER_RUNTIME_DIR": str(folder / "runtime"),
        "IPYTHONDIR": str(folder / "ipython"),
    }
    command = [sys.executable, "-m", "jupyter", "lab", "--no-browser", "--ip=127.0.0.1", f"--port={port}"]
    command += ["--ServerApp.port_retries=0", f"--IdentityProvider.token={TOKEN}", f"--ServerApp.base_url={base_url}"]
    # Installing the workshop switches this on; here it may not be installed, or from another folder.
    command.append('--ServerApp.jpserver_extensions={"workshop_helpers.room.server.extension": True}')
    if getattr(os, "geteuid", lambda: 1)() == 0:
        command.append("--allow-root")
    address = f"http://127.0.0.1:{port}{base_url.rstrip('/')}"
    server = Server(command, notebooks, environment, address, folder / "lab.log")
    try:
        yield Lab(address, notebooks, home, settings, server)
    finally:
        server.stop()


def _wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(120):
        if server.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"{address}/api?token={TOKEN}", timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.5)
    raise RuntimeError(f"JupyterLab did not start:\n{log.read_text()[-2000:]}")
