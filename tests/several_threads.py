"""Several threads at once, for tests."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier


def at_once(act: Callable[[int], object], threads: int) -> None:
    """Do something in several threads, which begin together; an error in one of them is an error of the test."""
    start = Barrier(threads)

    def run(number: int) -> None:
        start.wait()
        act(number)

    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(run, range(threads)))
