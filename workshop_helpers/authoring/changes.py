"""Files that are written together: all of them, or none."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path


def write_all(texts: Mapping[Path, str]) -> None:
    """Write some files at once, each whole; what cannot be written leaves every file as it was.

    Raises:
        OSError: naming the file that cannot be written.
    """
    before = {path: path.read_bytes() if path.exists() else None for path in texts}
    drafts = {path: path.with_name(f".{path.name}.new") for path in texts}
    try:
        for path, text in texts.items():
            with _naming(path):
                drafts[path].write_text(text, encoding="utf-8", newline="")
        for path, draft in drafts.items():
            with _naming(path):
                os.replace(draft, path)
    except OSError:
        for path, old in before.items():
            _put_back(path, old)
        raise
    finally:
        for draft in drafts.values():
            draft.unlink(missing_ok=True)


def _put_back(path: Path, old: bytes | None) -> None:
    with suppress(OSError):
        if old is None:
            path.unlink(missing_ok=True)
        elif path.read_bytes() != old:
            path.write_bytes(old)


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        error.filename = str(path)
        raise
