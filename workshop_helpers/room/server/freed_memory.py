"""Nothing of a request stays in a collector's memory once it is done with.

Python and the C library leave freed memory as it is until it is used for something else, which may be hours later. Both
can overwrite it at once instead: for debugging, and here for people. Settings in the environment do that for a whole
process, from its start; each system takes no notice of those that are not for it.
"""

from __future__ import annotations

import ctypes
import os
import platform
import subprocess
import sys
from contextlib import suppress

_M_PERTURB = -6  # of mallopt, in glibc
_OVER = 0xA5

_C_LIBRARY_CAN = sys.platform == "darwin" or platform.libc_ver()[0] == "glibc"

# The C library overwrites where it can, and has all of Python's objects too; elsewhere Python does it. Without glibc's
# tcache, because what lies there is not overwritten. The last one is for a Mac.
OVERWRITING = {
    "PYTHONMALLOC": "malloc" if _C_LIBRARY_CAN else "malloc_debug",
    "GLIBC_TUNABLES": f"glibc.malloc.perturb={_OVER}:glibc.malloc.tcache_count=0",
    "MallocScribble": "1",
}


def begin_again_overwriting() -> None:
    """Begin this program again, in a process that overwrites all that it frees; does nothing in such a process.

    Side effects: on Windows, which cannot put one program in the place of another, this one waits for it, and ends
    with it.
    """
    if OVERWRITING.items() <= os.environ.items():
        return
    command, settings = [sys.executable, *sys.orig_argv[1:]], {**os.environ, **OVERWRITING}
    sys.stdout.flush()
    if sys.platform == "win32":
        with suppress(KeyboardInterrupt):  # which reaches both
            sys.exit(subprocess.call(command, env=settings))
    os.execve(sys.executable, command, settings)


def overwrite_what_is_large() -> None:
    """Do what can be done in a process that runs already, as a Jupyter server: overwrite freed blocks of some size.

    A request is such a block; the short pieces of it are overwritten when Python uses their place again. Does nothing
    where there is another C library than glibc.
    """
    if sys.platform == "linux":
        with suppress(AttributeError, OSError):
            ctypes.CDLL(None).mallopt(_M_PERTURB, _OVER)
