"""The lock between processes around a file. Where the disk knows none, as some network disks, a file stands for it."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import BaseFileLock, FileLock, SoftFileLock

_PATIENCE = 5.0  # seconds to wait for another process
_NO_LOCKS_HERE = {errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}


class FileGate:
    """Lets one process at a time do something to a file. A thread that has it may take it once more.

    Args:
        path: The file. The lock lies beside it, with another ending.
    """

    def __init__(self, path: Path) -> None:
        self._hard = FileLock(path.with_suffix(".lock"), timeout=_PATIENCE, fallback_to_soft=False)
        self._soft = SoftFileLock(path.with_suffix(".lock-file"), timeout=_PATIENCE)
        self._lock: BaseFileLock = self._hard

    @property
    def files(self) -> tuple[Path, Path]:
        """The files that the lock makes; they hold nothing of the file's."""
        return Path(self._hard.lock_file), Path(self._soft.lock_file)

    @contextmanager
    def passed(self) -> Iterator[None]:
        """Keep others out. Raises ``OSError``, which a ``filelock.Timeout`` is too."""
        self._acquire()
        held = self._lock
        try:
            yield
        finally:
            held.release()

    def _acquire(self) -> None:
        try:
            self._lock.acquire()
        except OSError as error:
            if error.errno not in _NO_LOCKS_HERE or self._lock is self._soft:
                raise
            self._lock = self._soft
            self._lock.acquire()
