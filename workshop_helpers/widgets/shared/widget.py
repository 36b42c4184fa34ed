"""What every widget is made of: what it asks is widget state, what a person answers is not.

Answers go between page and kernel as messages only, because notebooks and tools save widget state.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from threading import RLock
from typing import Any

import anywidget
import traitlets

from workshop_helpers.guard import guarded

_BUNDLES = Path(__file__).parent.parent / "_bundles"
_SENDING = RLock()  # so that no widget is closed by one thread while another one sends to its page


def bundle(name: str) -> str:
    """A widget's module or its style in one piece, as ``make bundles`` has put it together: ``timer.js``."""
    return (_BUNDLES / name).read_text(encoding="utf-8")


class OpenUntilClosed:
    """A widget that nobody but ``close`` closes.

    ipywidgets keeps every widget until then, and at the end of the process would close those that are left. That could
    wait for ever, for a lock in the hands of a thread that has ended with the process.
    """

    def __del__(self) -> None:
        pass


class PrivateWidget(OpenUntilClosed, anywidget.AnyWidget):
    """A widget whose printed form, which notebooks save as text, is one constant word."""

    shown_as = "<workshop>"

    def __repr__(self) -> str:
        return self.shown_as


class MessageWidget(PrivateWidget):
    """A widget that answers the messages of its view.

    Subclasses name the messages that they answer, in ``messages``; one of type ``answer`` then arrives at
    ``on_answer``, and so on. ``spec`` is what the view needs to know, and never what somebody answered.
    """

    spec = traitlets.Dict().tag(sync=True)
    messages: tuple[str, ...] = ()

    def __init__(self, spec: dict[str, Any]) -> None:
        super().__init__(spec=spec)
        self.on_msg(self._receive)

    def _send(self, msg: Any, buffers: Any = None) -> None:
        """Send something to the page, from any thread; of a widget that was closed, to nobody."""
        with _SENDING:
            super()._send(msg, buffers)

    def close(self) -> None:
        """Send and receive nothing more."""
        with _SENDING:
            super().close()

    def _receive(self, _widget: object, message: object, _buffers: object) -> None:
        if not isinstance(message, dict) or message.get("type") not in self.messages:
            return
        with guarded(instead=lambda: self.send({"type": "failed"})):  # else ipywidgets would log it
            self.handle(message)

    def handle(self, message: Mapping[str, Any]) -> None:
        """Answer one of the messages that are named in ``messages``."""
        getattr(self, f"on_{message['type']}")(message)


def paragraphs(text: str) -> list[str]:
    """Text with blank lines between its paragraphs, as a list of them."""
    return [" ".join(part.split()) for part in text.split("\n\n") if part.strip()]


def joined(words: Iterable[str]) -> str:
    """The non-empty ones of some words, with dashes between them."""
    return " – ".join(filter(None, words))
