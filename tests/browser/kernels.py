"""What a test does to the one kernel that runs, past the page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from jupyter_client.blocking.client import BlockingKernelClient

from browser.lab import Lab


@contextmanager
def connected(lab: Lab) -> Iterator[BlockingKernelClient]:
    """Speak to the kernel."""
    (connection,) = (lab.notebooks.parent / "runtime").glob("kernel-*.json")
    client = BlockingKernelClient(connection_file=str(connection))
    client.load_connection_file()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=60)
        yield client
    finally:
        client.stop_channels()


def freeze(lab: Lab) -> None:
    """Make the kernel hang: it hears everything, and answers nothing more."""
    with connected(lab) as client:
        client.execute("import os, signal; os.kill(os.getpid(), signal.SIGSTOP)", store_history=False)
