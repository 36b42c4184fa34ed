"""The one place where an unexpected error ends: in a thread, in a callback, in what a page asked for.

Nobody waits for such work, so nobody could catch its errors. A person's work goes on, and whatever went wrong is left
out. Nothing is printed or logged, because a traceback may hold what somebody answered. Developers, on their own
machines and with answers of their own, set ``WORKSHOP_DEBUG=1`` and have every error raised.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def guarded(instead: Callable[[], object] = lambda: None) -> Iterator[None]:
    """Let an error in background work end here; with ``WORKSHOP_DEBUG=1``, let it through.

    Args:
        instead: Called in both cases, say to tell the page that it did not work.
    """
    try:
        yield
    except Exception:
        instead()
        if os.environ.get("WORKSHOP_DEBUG") == "1":
            raise
