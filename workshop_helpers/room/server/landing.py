"""The page at a join link's address: answers are given in a notebook, and this is how to take the link there."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from workshop_helpers.room.server.handlers import DiscreetHandler, IsHost
from workshop_helpers.templating import TEMPLATES

_HERE = Path(__file__).parent


class Landing(DiscreetHandler):
    """One page, the same for everybody: what follows ``#`` in a link stays in the browser, which shows it.

    Args:
        is_host: Whether a name in the ``Host`` header is one of this collector's own.
    """

    def initialize(self, is_host: IsHost) -> None:
        """Keep what the route was made with."""
        self._is_host = is_host

    def get(self) -> None:
        """Send the page, which may run its own script and load nothing."""
        page, policy = _page_and_policy()
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Content-Security-Policy", policy)
        self.set_header("Referrer-Policy", "no-referrer")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.finish(page)


@cache
def _page_and_policy() -> tuple[str, str]:
    """The page with its script and its style in it, and the policy that allows these two."""
    page = _text("landing.html")
    inline = {"script": _text("landing.js"), "style": _text("colours.css", TEMPLATES) + _text("landing.css")}
    for tag, text in inline.items():
        page = page.replace(f"<{tag}></{tag}>", f"<{tag}>{text}</{tag}>")
    allowed = " ".join(f"{tag}-src '{_hash(text)}';" for tag, text in inline.items())
    return page, f"default-src 'none'; {allowed} base-uri 'none'; form-action 'none'; frame-ancestors 'none'"


def _text(name: str, folder: Path = _HERE) -> str:
    return (folder / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """How a security policy names a script or a style that stands in a page."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def landing_route(is_host: IsHost, prefix: str = "", handler: type[Landing] = Landing) -> tuple[str, Any, Any]:
    """The route of the page, as tornado takes it."""
    return rf"{prefix}/workshop/?", handler, {"is_host": is_host}
