"""No copy of a collector's memory on the disk when it crashes."""

from __future__ import annotations

import sys
from contextlib import suppress


def no_core_dumps() -> None:
    """See to it that neither this process nor those that it starts leave a core dump, which would hold answers.

    Does nothing where there are no such limits, as on Windows. A system that hands core dumps to a program of its
    own has to respect the limit there; the usual ones do.

    Side effects: the limit cannot be raised again. In a Jupyter server the kernels inherit it, and that is meant:
    participants' kernels hold answers too.
    """
    if sys.platform == "win32":
        return
    import resource

    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
