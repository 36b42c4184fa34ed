"""The folder in which the workshop keeps a person's own files: ``WORKSHOP_HOME``, or else the account's own."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import platformdirs

from workshop_helpers.errors import WorkshopError

_NAME = "WORKSHOP_HOME"
FACILITATORS_LINE = "facilitators-line.txt"  # what `workshop room` writes for the console of the same account


def own_folder() -> Path:
    """A whole path, the same for as long as the process runs, whichever folder it works in later.

    ``WORKSHOP_HOME`` may begin with ``~``. Nothing else in it is replaced.

    Raises:
        WorkshopError: if it names the home of somebody whom this computer does not know.
    """
    named = os.environ.get(_NAME)
    return _whole(named) if named else Path(platformdirs.user_data_dir("art-of-compromise", appauthor=False))


def doubt_about_folder() -> str | None:
    """A sentence for whoever set ``WORKSHOP_HOME`` to something that may not be what they meant; else ``None``."""
    named = os.environ.get(_NAME)
    if named == "":
        return f"{_NAME} is set and empty. Your workbook lies where it would without it."
    if named and not Path(named).expanduser().is_absolute():
        return (
            f"{_NAME} is no whole path: it was taken from the folder of this page, and a page in another folder has "
            "another workbook. Set it to a whole path, or to one that begins with ~."
        )
    return None


@cache
def _whole(named: str) -> Path:
    try:
        return Path(named).expanduser().resolve()
    except (OSError, RuntimeError):
        raise WorkshopError(
            f"{_NAME} names a folder that cannot be found. Set it to a whole path, or to one that begins with ~."
        ) from None
