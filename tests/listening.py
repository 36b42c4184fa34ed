"""What widgets say, heard in place of their pages."""

from __future__ import annotations

import json
from typing import Any

from workshop_helpers.widgets.shared.widget import MessageWidget


def said_by(widget: MessageWidget) -> list[dict[str, Any]]:
    """What a widget says from now on, as it gets to its page: as JSON, and as it was then."""
    heard: list[dict[str, Any]] = []

    def send(content: Any, buffers: Any = None) -> None:
        heard.append(json.loads(json.dumps(content)))

    widget.send = send  # there is no page
    return heard
