"""What the cells of a notebook show. A cell that is run again first closes what it showed before in the same tab.

What is closed is told nothing more and hears nothing more, so that no page has an earlier self that still listens. Tabs
of a browser that show one notebook share its kernel. Each keeps what it shows, up to a number of them: a tab that was
closed or loaded again looks to the kernel like one that is still open.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import ExitStack, contextmanager
from contextvars import ContextVar
from functools import partial
from threading import RLock
from typing import Any, NamedTuple

from IPython import get_ipython
from IPython.display import display

from workshop_helpers.guard import guarded


class Shown:
    """Something a notebook displays and saves: HTML for people, plain text for whatever cannot show HTML."""

    def __init__(self, html: str, plain: str) -> None:
        self._bundle = {"text/html": html, "text/plain": plain}

    def __repr__(self) -> str:
        return self._bundle["text/plain"]

    def _repr_mimebundle_(self, **_wanted: object) -> dict[str, str]:
        return self._bundle


class _Run(NamedTuple):
    """One run of a cell, and how to close all that it shows."""

    number: object
    shown: ExitStack


_MOST_TABS = 4
_last_runs: dict[Hashable, dict[object, _Run]] = {}  # by cell and then by tab, the latest at the end
_this_run: ContextVar[_Run] = ContextVar("this_run")


@contextmanager
def running(call: Hashable) -> Iterator[None]:
    """Take what is shown meanwhile for shown by the cell that runs.

    Args:
        call: What a cell is known by where the page does not say which one it runs: another cell with the same call
            then counts as the same cell.
    """
    cell, number, tab = _cell_run_and_tab(call)
    runs = _last_runs.setdefault(cell, {})
    last = runs.pop(tab, None)
    if last is None or last.number != number:
        if last is not None:
            last.shown.close()
        last = _Run(number, ExitStack())
    runs[tab] = last
    while len(runs) > _MOST_TABS:
        runs.pop(next(iter(runs))).shown.close()
    token = _this_run.set(last)
    try:
        yield
    finally:
        _this_run.reset(token)


def _cell_run_and_tab(call: Hashable) -> tuple[Hashable, object, object]:
    """What stands for the cell that runs, this run of it and the tab, by what the page said when it asked for it."""
    asked: dict[str, Any] = getattr(get_ipython(), "get_parent", dict)()
    cell, header = asked.get("metadata", {}).get("cellId"), asked.get("header", {})
    # Where nobody asked, as in a script, each call is a run of its own.
    return ("cell", cell) if cell else ("call", call), header.get("msg_id", object()), header.get("session")


def show(part: Any) -> None:
    """Display something; where it has a ``close``, that is called when the cell is run again."""
    display(part)
    on_close(partial(_close, part))


def on_close(act: Callable[[], object]) -> None:
    """Do something when the cell is run again."""
    _this_run.get().shown.callback(_guardedly, act)


class Replaceable:
    """One place on a page where something else can be shown later, from any thread, until the cell is run again.

    Args:
        make: Makes what is to be shown now.
    """

    def __init__(self, make: Callable[[], Any]) -> None:
        self._make = make
        self._lock = RLock()
        self._closed = False
        self._part = make()
        self._handle = display(self._part, display_id=True)
        on_close(self.close)

    @property
    def can_be_replaced(self) -> bool:
        """Whether this is a notebook, where something else can be shown later."""
        return self._handle is not None

    def replace(self) -> None:
        """Make it anew, show it, and close what was shown."""
        with self._lock:
            if self._closed or self._handle is None:
                return
            before, self._part = self._part, self._make()
            self._handle.update(self._part)
        _close(before)

    def close(self) -> None:
        """Show nothing new any more."""
        with self._lock:
            self._closed = True
        _close(self._part)


def _guardedly(act: Callable[[], object]) -> None:
    with guarded():
        act()


def _close(part: Any) -> None:
    if hasattr(part, "close"):
        part.close()
