"""The file of a private workbook: read whole, written whole and put in place in one step.

A crash so leaves either the old file or the new one. A lock keeps processes apart. What is damaged is put aside and
never deleted, and what is not a workbook, or of a newer version, is left alone.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from filelock import FileLock, Timeout

from workshop_helpers.errors import WorkbookError
from workshop_helpers.private import Private

WORKBOOK_FORMAT = 1
_MARK = "the art of compromise: a private workbook"
Book = dict[str, Any]  # part -> name -> key -> value


class DamagedWorkbook(WorkbookError):
    """The text was once a workbook, or nothing at all: cut off, or written over."""


class NewerWorkbook(WorkbookError):
    """The text is a workbook of a version that this one cannot read."""


class WorkbookFile(Private):
    """One workbook's file, with the copy made before the last change. Every method raises ``WorkbookError``.

    Args:
        path: Where it lies; the folder is made when something is first written.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._previous = path.with_suffix(".previous.json")
        self._lock = FileLock(path.with_suffix(".lock"), timeout=5)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep other processes from writing; trouble with the disk leaves it as ``WorkbookError``."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self._lock:
                yield
        except (OSError, Timeout) as error:
            raise WorkbookError(_why_not_saved(error)) from None

    def read(self) -> Book:
        """All that it holds; of a damaged file, what was there before the last change."""
        try:
            text = self._text()
        except FileNotFoundError:
            return {}
        except OSError:
            raise WorkbookError(
                "Your workbook cannot be opened just now. What you write stays on this page until you close it."
            ) from None
        try:
            return read_book(text)
        except DamagedWorkbook:
            return self._rescue(text)

    def write(self, book: Mapping[str, Any], keep_previous: bool = True) -> None:
        """Put a whole book in the place of what it holds."""
        with self.locked():
            handle, name = tempfile.mkstemp(dir=self.path.parent, prefix=f"{self.path.stem}.tmp-")
            for leftover in self._leftovers("tmp"):
                if leftover.name != Path(name).name:
                    leftover.unlink(missing_ok=True)  # of a crash: whoever writes holds the lock
            try:
                with os.fdopen(handle, "w", encoding="utf-8") as file:
                    file.write(book_text(book))
                    file.flush()
                    os.fsync(file.fileno())
                if keep_previous and self.path.exists():
                    shutil.copy2(self.path, self._previous)
                os.replace(name, self.path)
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise

    def put_aside(self) -> None:
        """Keep what it holds under another name, if there is anything."""
        with self.locked():
            if self.path.exists():
                shutil.copy2(self.path, self.path.with_name(f"{self.path.stem}.aside-{secrets.token_hex(3)}.json"))

    def delete_earlier(self) -> None:
        """Delete every earlier copy, and whatever was put aside or left behind by a crash."""
        with self.locked():
            for path in (self._previous, *self._leftovers("aside"), *self._leftovers("tmp")):
                path.unlink(missing_ok=True)

    def delete(self) -> None:
        """Delete all of it, if there is anything."""
        if self.path.parent.exists():
            with self.locked():
                self.path.unlink(missing_ok=True)
                self.delete_earlier()

    def _rescue(self, damaged: str) -> Book:
        """Put a damaged file aside, never delete it, and go on from the copy made before the last change."""
        with self.locked():
            if (now := self._text()) != damaged:
                return read_book(now)  # another notebook was quicker
            try:
                book = read_book(self._previous.read_text(encoding="utf-8"))
            except (OSError, UnicodeDecodeError, WorkbookError):
                book = {}
            self.put_aside()
            self.write(book, keep_previous=False)
            return book

    def _text(self) -> str:
        """What the file holds, or nothing where that is no text."""
        try:
            return self.path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            return ""

    def _leftovers(self, kind: Literal["aside", "tmp"]) -> list[Path]:
        return list(self.path.parent.glob(f"{self.path.stem}.{kind}-*"))


def read_book(text: str) -> Book:
    """The book in a text. Raises ``WorkbookError``, as one of its kinds above where it is damaged or newer."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise DamagedWorkbook from None
    if not isinstance(found, dict) or found.get("this-is") != _MARK:
        raise WorkbookError(
            "A file that is not a workbook lies in its place, and was left alone. "
            "What you write stays on this page until you close it."
        )
    if not isinstance(found.get("format"), int) or found["format"] > WORKBOOK_FORMAT:
        raise NewerWorkbook(
            "Your workbook was written by a newer version of the workshop, and was left alone. Update the workshop. "
            "Until then, what you write stays on this page until you close it."
        )
    return {
        part: names
        for part, names in found.items()
        if isinstance(names, dict) and all(isinstance(keys, dict) for keys in names.values())
    }


def book_text(book: Mapping[str, Any]) -> str:
    """A book as text."""
    # Everything beyond ASCII is written in escapes: a half of a broken emoji could not be written as UTF-8.
    return json.dumps({"this-is": _MARK, "format": WORKBOOK_FORMAT, **book}, indent=1)


def _why_not_saved(error: Exception) -> str:
    reason = {
        PermissionError: "the folder may not be written to",
        Timeout: "another page is busy with it",
    }.get(type(error), "the disk is full" if getattr(error, "errno", None) == 28 else "the disk refused")
    return f"Not saved: {reason}. What you write stays on this page until you close it; it is tried again each time."
