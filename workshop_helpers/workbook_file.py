"""The file of a private workbook: read whole, written whole and put in place in one step.

A crash so leaves either the old file or the new one. A lock keeps processes apart. What is damaged is put aside and
never deleted, and what is not a workbook, or of a newer version, is left alone.
"""

from __future__ import annotations

import errno
import json
import os
import re
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from workshop_helpers.errors import WorkbookError
from workshop_helpers.private import Private
from workshop_helpers.workbook_lock import FileGate

WORKBOOK_FORMAT = 1
_MARK = "the art of compromise: a private workbook"
Parts = dict[str, dict[str, dict[str, Any]]]  # part -> name -> key -> value


@dataclass(frozen=True, repr=False)
class Book(Private):
    """What a workbook holds.

    Attributes:
        parts: By part, name and key, what JSON can hold.
        generation: A random word that changes whenever everything is forgotten; empty until then.
    """

    parts: Parts = field(default_factory=dict)
    generation: str = ""


class DamagedWorkbook(WorkbookError):
    """The text was once a workbook, or nothing at all: cut off, or written over."""


class ForeignFile(WorkbookError):
    """The text is something else."""


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
        self._gate = FileGate(path)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep other processes from writing; trouble with the disk leaves it as ``WorkbookError``."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self._gate.passed():
                yield
        except OSError as error:
            raise WorkbookError(_why_not_saved(error)) from None

    def signature(self) -> object:
        """What is different after a change, without reading the file; ``None`` if there is none, or none in reach."""
        try:
            found = self.path.stat()
        except OSError:
            return None
        return found.st_ino, found.st_size, found.st_mtime_ns

    def read(self) -> Book:
        """All that it holds; of a damaged file, what was there before the last change."""
        try:
            text = self._text()
        except FileNotFoundError:
            return Book()
        except OSError:
            raise WorkbookError(
                "Your workbook cannot be opened just now. What you write stays on this page until you close it."
            ) from None
        try:
            return read_book(text)
        except DamagedWorkbook:
            return self._rescue(text)

    def write(self, book: Book, keep_previous: bool = True) -> None:
        """Put a whole book in the place of what it holds."""
        with self.locked():
            handle, name = tempfile.mkstemp(dir=self.path.parent, prefix=f"{self.path.stem}.tmp-")
            for leftover in self._leftovers(_UNFINISHED):
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
            for path in (self._previous, *self._leftovers(_ASIDE), *self._leftovers(_UNFINISHED)):
                path.unlink(missing_ok=True)

    def forget(self, generation: str) -> None:
        """Delete all of it, and leave a book with nothing in it but the word for what comes after.

        Without that word, a page of another notebook could not tell that what it still holds is to be forgotten. What
        is no workbook is left alone.
        """
        with self.locked():
            self.delete_earlier()
            try:
                read_book(self._text())
            except ForeignFile:
                raise
            except (OSError, WorkbookError):
                pass
            empty = Book(generation=generation)
            try:
                self.write(empty, keep_previous=False)
            except WorkbookError:  # on a full disk, what is deleted makes room
                self.path.unlink(missing_ok=True)
                self.write(empty, keep_previous=False)

    def copies(self) -> list[str]:
        """The names of files beside it that look like copies of it and were not made by the workshop.

        Programs that keep a folder in step make such copies: "workbook (conflicted copy ...).json" (Dropbox,
        Nextcloud), "workbook.sync-conflict-....json" (Syncthing), "workbook-LAPTOP.json" (OneDrive), "workbook 2.json"
        (iCloud). They are never deleted here, because they are not the workshop's.
        """
        with suppress(OSError):
            own = {self.path.name, self._previous.name, *(path.name for path in self._gate.files)}
            beside = [path.name for path in self.path.parent.iterdir() if path.is_file()]
            return sorted(
                name
                for name in beside
                if self.path.stem.casefold() in name.casefold()
                and name not in own
                and not any(self._is_ours(name, kind) for kind in (_ASIDE, _UNFINISHED))
            )
        return []

    def _rescue(self, damaged: str) -> Book:
        """Put a damaged file aside, never delete it, and go on from the copy made before the last change."""
        with self.locked():
            if (now := self._text()) != damaged:
                return read_book(now)  # another notebook was quicker
            try:
                book = read_book(self._previous.read_text(encoding="utf-8"))
            except (OSError, UnicodeDecodeError, WorkbookError):
                book = Book()
            self.put_aside()
            self.write(book, keep_previous=False)
            return book

    def _text(self) -> str:
        """What the file holds, or nothing where that is no text."""
        try:
            return self.path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            return ""

    def _leftovers(self, kind: str) -> list[Path]:
        return [path for path in self.path.parent.iterdir() if self._is_ours(path.name, kind)]

    def _is_ours(self, name: str, kind: str) -> bool:
        return re.fullmatch(re.escape(self.path.stem) + kind, name) is not None


_ASIDE = r"\.aside-[0-9a-f]{6}\.json"
_UNFINISHED = r"\.tmp-\w{8}"


def read_book(text: str) -> Book:
    """The book in a text. Raises ``WorkbookError``, as one of its kinds above."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise DamagedWorkbook from None
    if not isinstance(found, dict) or found.get("this-is") != _MARK:
        raise ForeignFile(
            "A file that is not a workbook lies in its place, and was left alone. "
            "What you write stays on this page until you close it."
        )
    if not isinstance(found.get("format"), int) or found["format"] > WORKBOOK_FORMAT:
        raise NewerWorkbook(
            "Your workbook was written by a newer version of the workshop, and was left alone. Update the workshop. "
            "Until then, what you write stays on this page until you close it."
        )
    generation = found.get("generation")
    parts = {
        part: names
        for part, names in found.items()
        if isinstance(names, dict) and all(isinstance(keys, dict) for keys in names.values())
    }
    return Book(parts, generation if isinstance(generation, str) else "")


def book_text(book: Book) -> str:
    """A book as text."""
    # Everything beyond ASCII is written in escapes: a half of a broken emoji could not be written as UTF-8.
    whose = {"generation": book.generation} if book.generation else {}
    return json.dumps({"this-is": _MARK, "format": WORKBOOK_FORMAT, **whose, **book.parts}, indent=1)


def _why_not_saved(error: OSError) -> str:
    if isinstance(error, PermissionError):
        reason = "the folder may not be written to"
    elif isinstance(error, TimeoutError):
        reason = "another page is busy with it"
    elif error.errno in (errno.ENOSPC, errno.EDQUOT):
        reason = "the disk is full"
    else:
        reason = "the disk refused"
    return f"Not saved: {reason}. What you write stays on this page until you close it; it is tried again each time."
