"""The private workbook: a person's answers, reflections, plan and progress, in one file on this computer.

Saved on every change. What cannot be saved stays in memory and is tried again. Several notebooks, each its own process,
share it, and so do the threads of one notebook; locks keep them apart, and whoever watches hears of what others change.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache, partial
from pathlib import Path
from threading import RLock
from typing import Any, Literal

from workshop_helpers.errors import WorkbookError
from workshop_helpers.guard import guarded
from workshop_helpers.home import own_folder
from workshop_helpers.private import Private
from workshop_helpers.watcher import Watcher
from workshop_helpers.workbook_file import Book, ForeignFile, NewerWorkbook, Parts, WorkbookFile, book_text, read_book

Category = Literal[
    "answers", "finished", "told", "reflections", "plan", "choices", "sections", "room", "opened", "sent"
]
Entry = tuple[Category, str, str]
_PAUSE = 2.5  # seconds between two looks at whether another notebook has changed something


class Workbook(Private):
    """One person's private file, as ``part`` / ``name`` / ``key`` -> a JSON value. Safe to use from threads.

    Args:
        path: Where it lies; the folder is made when something is first saved.
        pause: Seconds between two looks at what other notebooks change, from a thread, while somebody watches; without
            it, whoever wants to know calls ``look``.

    ``trouble`` is ``None``, or a plain sentence that says why the last change is only in memory.
    """

    def __init__(self, path: Path, pause: float | None = None) -> None:
        self.path = path
        self.trouble: str | None = None
        # Between threads: what is in memory and what is in the file belong together. It is always taken first.
        self._lock = RLock()
        self._file = WorkbookFile(path)
        self._book: Book | None = None  # as it was read last
        self._unsaved: dict[Entry, Any] = {}
        self._memory_only: dict[Entry, Any] = {}
        self._watchers: list[Callable[[], object]] = []
        self._seen: object = None  # of the file, at the last look
        self._settled = True  # whether the look before that saw the same
        self._watcher: Watcher[None] | None = Watcher("workshop workbook", self.look, pause) if pause else None

    @property
    def generation(self) -> str:
        """A word that is another one after everything was forgotten, in this notebook or elsewhere; empty until then.

        What was typed in one generation is to be put into that generation.
        """
        with self._lock:
            self._read()
            return self._generation

    def is_past(self, generation: str | None) -> bool:
        """Whether everything was forgotten since a generation; of one that is not known, nobody can say."""
        return generation is not None and self.generation not in ("", generation)

    def watch(self, changed: Callable[[], object]) -> None:
        """Call ``changed`` soon after something was changed here or by another notebook.

        It is called at once, from the thread that did it, when something is finished, done, brought back or forgotten
        here; else from the thread that looks. What it is told may be nothing new to it.
        """
        with self._lock:
            self._watchers.append(changed)
        if self._watcher:
            self._watcher.wake()

    def unwatch(self, changed: Callable[[], object]) -> None:
        """Stop calling it."""
        with self._lock, suppress(ValueError):
            self._watchers.remove(changed)

    def look(self, pause: float = _PAUSE) -> float | None:
        """Tell whoever watches if the file has changed since the last look, and save what could not be saved before.

        Returns the seconds until the next look; ``None`` if nobody watches.
        """
        with self._lock:
            signature, before, trouble = self._file.signature(), self._seen, self.trouble
            # A change within one tick of the disk's clock can look like none: what is new is read once more.
            news = signature != before or not self._settled
            self._seen, self._settled = signature, signature == before
            if self._unsaved:
                self._save()
            elif news:
                self._read()
            news = news or self.trouble != trouble
        if news:
            self._tell()
        with self._lock:
            return pause if self._watchers else None

    def get(self, part: Category, name: str) -> dict[str, Any]:
        """Everything under one name, say the answers of one self-assessment, by key."""
        with self._lock:
            self._read()
            found = dict(self._parts.get(part, {}).get(name, {}))
            for changes in (self._unsaved, self._memory_only):
                for (of_part, of_name, key), value in changes.items():
                    if (of_part, of_name) == (part, name):
                        found.pop(key, None)
                        if value is not None:
                            found[key] = value
            return found

    def put(
        self, part: Category, name: str, key: str, value: Any, *, keep: bool = True, generation: str | None = None
    ) -> bool:
        """Remember one value; ``None`` removes it.

        Args:
            part: The part of the workbook, then the ``name`` in it and the ``key`` under that.
            value: Anything that JSON can hold.
            keep: ``False`` keeps it in memory only, until the kernel ends.
            generation: The one in which the value was given; without it, the one that was last seen here.

        Returns:
            Whether it is remembered; not if everything was forgotten since it was given.

        Side effects: writes the file. Never raises; ``trouble`` says when it could not be saved.
        """
        entry = (part, name, key)
        with self._lock:
            if not keep or self._book is None or generation not in (None, self._generation):
                self._read()
            if generation is not None and self._generation not in ("", generation):
                return False
            if not keep:
                self._memory_only[entry] = value
                return True
            self._memory_only.pop(entry, None)
            self._unsaved[entry] = value
            if not self._save():
                return False
        if part in ("finished", "sections"):
            self._tell()
        return True

    def keep_too(self, part: Category, name: str) -> None:
        """Save what was in memory only under one name."""
        with self._lock:
            found = [entry for entry in self._memory_only if entry[:2] == (part, name)]
            for entry in found:
                self._unsaved[entry] = self._memory_only.pop(entry)
            if found:
                self._save()

    def keep_no_longer(self, part: Category, name: str) -> None:
        """Take everything under one name out of the file and its earlier copies, and keep it in memory only.

        Raises:
            WorkbookError: if the file cannot be written; then it is kept as before.
        """
        with self._lock:
            found = self.get(part, name)
            with self._file.locked():
                if self._take(self._file.read()):
                    return
                self._parts.get(part, {}).pop(name, None)
                self._file.write(Book(self._parts, self._generation), keep_previous=False)
                self._file.delete_earlier()
            for entry in [entry for entry in self._unsaved if entry[:2] == (part, name)]:
                del self._unsaved[entry]
            self._memory_only |= {(part, name, key): value for key, value in found.items()}

    def carry_away(self) -> str:
        """The workbook as text, what could not be saved included, to download and bring back on another computer.

        Raises:
            WorkbookError: if the file cannot be read and there is nothing else to carry.
        """
        with self._lock:
            try:
                self._take(self._file.read())
            except WorkbookError:
                if not self._unsaved:
                    raise
            return book_text(Book(_with_changes(self._parts, self._unsaved)))

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
                with suppress(WorkbookError):
                    self._take(self._file.read())
                self._file.put_aside()
                self._file.write(Book(book.parts, self._generation))
            self._unsaved.clear()
        self._tell()

    def forget(self) -> list[str]:
        """Delete everything: the file, its earlier copies, what a crash left behind, and what is in memory.

        What other pages and notebooks still hold, or have on its way, is of an earlier generation from now on, and is
        not put in any more.

        Returns:
            The names of files beside it that look like copies of it and are not the workshop's to delete.

        Raises:
            WorkbookError: if a file cannot be deleted.
        """
        try:
            with self._lock:
                self._unsaved.clear()
                self._memory_only.clear()
                self._book = Book(generation=secrets.token_hex(8))
                self._file.forget(self._generation)
        except ForeignFile:
            raise WorkbookError("Nothing was deleted: the file in the workbook's place is not a workbook.") from None
        except WorkbookError:
            raise WorkbookError(
                f"Not everything could be deleted. Delete the folder '{self.path.parent.name}' yourself."
            ) from None
        finally:
            self._tell()
        return self._file.copies()

    # --- behind it -----------------------------------------------------------------------------------

    @property
    def _generation(self) -> str:
        return self._book.generation if self._book else ""

    @property
    def _parts(self) -> Parts:
        return self._book.parts if self._book else {}

    def _read(self) -> None:
        try:
            self._take(self._file.read())
        except WorkbookError as error:
            self.trouble = str(error)
        else:
            if not self._unsaved:
                self.trouble = None

    def _save(self) -> bool:
        """Put what is unsaved into the file; false if everything was forgotten elsewhere, and that with it."""
        forgotten = False
        try:
            with self._file.locked():
                forgotten = self._take(self._file.read())
                if self._unsaved:
                    self._file.write(Book(_with_changes(self._parts, self._unsaved), self._generation))
        except WorkbookError as error:
            self.trouble = str(error)
        else:
            self._unsaved.clear()
            self.trouble = None
        return not forgotten

    def _take(self, found: Book) -> bool:
        """Go on from what the file holds; true if everything was forgotten elsewhere, so that it is forgotten here."""
        known, self._book = self._book, found
        if known is None or found.generation == known.generation:
            return False
        if not found.generation:  # a file that was deleted, or is older: what was put in since then is not forgotten
            self._book = Book(found.parts, known.generation)
            return False
        self._unsaved.clear()
        self._memory_only.clear()
        return True

    def _tell(self) -> None:
        with self._lock:
            watchers = list(self._watchers)
        for changed in watchers:  # with nothing locked: they may wait for other threads
            with guarded(instead=partial(self.unwatch, changed)):
                changed()


def _with_changes(parts: Parts, changes: Mapping[Entry, Any]) -> Parts:
    for (part, name, key), value in changes.items():
        named = parts.setdefault(part, {}).setdefault(name, {})
        named.pop(key, None)
        if value is not None:
            named[key] = value
    return parts


def workbook_path() -> Path:
    """Where this person's workbook lies. Raises ``WorkshopError`` if there is no such folder."""
    return own_folder() / "workbook.json"


@cache
def _workbook_at(path: Path) -> Workbook:
    return Workbook(path, _PAUSE)


def own_workbook() -> Workbook:
    """This person's workbook, the same object for the whole process."""
    return _workbook_at(workbook_path())
