"""A widget's page side by itself, with a stand-in for the kernel: no JupyterLab, and time can be chosen."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

_START = """async ([code, spec]) => {
    const { default: form } = await import(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
    window.sent = [];
    const model = {
        get: () => spec,
        send: (message) => window.sent.push(message),
        on: (_, listen) => { window.say = listen; },
        off: () => {},
    };
    document.body.innerHTML = "<div></div>";
    window.close_form = form.render({ model, el: document.body.firstChild });
}"""


def draw_alone(page: Page, code: str, spec: Any) -> Page:
    """Draw a widget's module on a bare page, and return the page; ``window.sent`` holds what it says to the kernel."""
    page.evaluate(_START, [code, spec])
    return page
