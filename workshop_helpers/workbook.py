"""The private workbook: a person's answers, reflections, plan and progress, in one file on this computer.

Saved on every change. What cannot be saved stays in memory and is tried again with the next change. Several
notebooks, each its own process, share it, and so do the threads of one notebook; locks keep them apart.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache, partial
from pathlib import Path
from threading import RLock
from typing import Any, Literal

import platformdirs

from workshop_helpers.errors import WorkbookError
from workshop_helpers.guard import guarded
from workshop_helpers.private import Private
from workshop_helpers.workbook_file import Book, NewerWorkbook, WorkbookFile, book_text, read_book

Category = Literal[
    "answers", "finished", "told", "reflections", "plan", "choices", "sections", "room", "opened", "sent"
]
Entry = tuple[Category, str, str]


class Workbook(Private):
    """One person's private file, as ``part`` / ``name`` / ``key`` -> a JSON value. Safe to use from threads.

    Args:
        path: Where it lies; the folder is made when something is first saved.

    ``trouble`` is ``None``, or a plain sentence that says why the last change is only in memory.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.trouble: str | None = None
        # Between threads: what is in memory and what is in the file belong together. It is always taken first.
        self._lock = RLock()
        self._file = WorkbookFile(path)
        self._unsaved: dict[Entry, Any] = {}
        self._memory_only: dict[Entry, Any] = {}
        self._watchers: list[Callable[[], object]] = []
        self._generation = ""

    @property
    def generation(self) -> str:
        """A word that is another one after everything was forgotten; empty until then."""
        with self._lock:
            return self._generation

    def watch(self, changed: Callable[[], object]) -> None:
        """Call ``changed`` whenever something is finished, done or forgotten here, from the thread that did it."""
        with self._lock:
            self._watchers.append(changed)

    def unwatch(self, changed: Callable[[], object]) -> None:
        """Stop calling it."""
        with self._lock, suppress(ValueError):
            self._watchers.remove(changed)

    def get(self, part: Category, name: str) -> dict[str, Any]:
        """Everything under one name, say the answers of one self-assessment, by key."""
        with self._lock:
            try:
                found = dict(self._file.read().get(part, {}).get(name, {}))
                if not self._unsaved:
                    self.trouble = None
            except WorkbookError as error:
                self.trouble = str(error)
                found = {}
            for changes in (self._unsaved, self._memory_only):
                for (of_part, of_name, key), value in changes.items():
                    if (of_part, of_name) == (part, name):
                        found.pop(key, None)
                        if value is not None:
                            found[key] = value
            return found

    def put(self, part: Category, name: str, key: str, value: Any, *, keep: bool = True) -> None:
        """Remember one value; ``None`` removes it.

        Args:
            part: The part of the workbook, then the ``name`` in it and the ``key`` under that.
            value: Anything that JSON can hold.
            keep: ``False`` keeps it in memory only, until the kernel ends.

        Side effects: writes the file. Never raises; ``trouble`` says when it could not be saved.
        """
        entry = (part, name, key)
        with self._lock:
            if not keep:
                self._memory_only[entry] = value
                return
            self._memory_only.pop(entry, None)
            self._unsaved[entry] = value
            self._save()
        if part in ("finished", "sections"):
            self._tell()

    def _tell(self) -> None:
        with self._lock:
            watchers = list(self._watchers)
        for changed in watchers:  # with nothing locked: they may wait for other threads
            with guarded(instead=partial(self.unwatch, changed)):
                changed()

    def keep_too(self, part: Category, name: str) -> None:
        """Save what was in memory only under one name."""
        with self._lock:
            for entry in [entry for entry in self._memory_only if entry[:2] == (part, name)]:
                self._unsaved[entry] = self._memory_only.pop(entry)
            self._save()

    def keep_no_longer(self, part: Category, name: str) -> None:
        """Take everything under one name out of the file and its earlier copies, and keep it in memory only.

        Raises:
            WorkbookError: if the file cannot be written.
        """
        with self._lock:
            for key, value in self.get(part, name).items():
                self._memory_only[part, name, key] = value
            for entry in [entry for entry in self._unsaved if entry[:2] == (part, name)]:
                del self._unsaved[entry]
            with self._file.locked():
                book = self._file.read()
                book.get(part, {}).pop(name, None)
                self._file.write(book, keep_previous=False)
                self._file.delete_earlier()

    def carry_away(self) -> str:
        """The workbook as text, what could not be saved included, to download and bring back on another computer.

        Raises:
            WorkbookError: if the file cannot be read and there is nothing else to carry.
        """
        with self._lock:
            try:
                book = self._file.read()
            except WorkbookError:
                if not self._unsaved:
                    raise
                book = {}
            return book_text(_with_changes(book, self._unsaved))

    def bring_back(self, text: str) -> None:
        """Put a workbook that was carried away in the place of this one, which is put aside.

        Raises:
            WorkbookError: if the text is no workbook, is from a newer version, or cannot be saved.
        """
        try:
            book = read_book(text)
        except NewerWorkbook:
            raise WorkbookError(
                "This copy was saved by a newer version of the workshop. Update the workshop, then bring it back."
            ) from None
        except WorkbookError:
            raise WorkbookError("This is not a workbook. Choose the file that was saved as a copy.") from None
        with self._lock:
            with self._file.locked():
                self._file.put_aside()
                self._file.write(book)
            self._unsaved.clear()
        self._tell()

    def forget(self) -> None:
        """Delete everything: the file, its earlier copies, what a crash left behind, and what is in memory.

        Raises:
            WorkbookError: if a file cannot be deleted.
        """
        with self._lock:
            self._generation = secrets.token_hex(8)
            self._unsaved.clear()
            self._memory_only.clear()
            try:
                self._file.delete()
            except WorkbookError:
                raise WorkbookError(
                    f"Not everything could be deleted. Delete the folder '{self.path.parent.name}' yourself."
                ) from None
        self._tell()

    def _save(self) -> None:
        try:
            with self._file.locked():
                self._file.write(_with_changes(self._file.read(), self._unsaved))
        except WorkbookError as error:
            self.trouble = str(error)
        else:
            self._unsaved.clear()
            self.trouble = None


def _with_changes(book: Book, changes: Mapping[Entry, Any]) -> Book:
    for (part, name, key), value in changes.items():
        named = book.setdefault(part, {}).setdefault(name, {})
        named.pop(key, None)
        if value is not None:
            named[key] = value
    return book


def workbook_path() -> Path:
    """Where this person's workbook lies: in ``WORKSHOP_HOME`` if that is set, else in their data folder."""
    home = os.environ.get("WORKSHOP_HOME")
    folder = Path(home) if home else Path(platformdirs.user_data_dir("art-of-compromise", appauthor=False))
    return folder / "workbook.json"


@cache
def _workbook_at(path: Path) -> Workbook:
    return Workbook(path)


def own_workbook() -> Workbook:
    """This person's workbook, the same object for the whole process."""
    return _workbook_at(workbook_path())
