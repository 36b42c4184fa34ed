"""The private workbook: one file on this computer with a person's answers, reflections, plan and progress.

Saved on every change, written whole and put in place in one step, so that a crash leaves either the old
file or the new one. Several notebooks, each its own process, share it, and so do the threads of one
notebook; locks keep them apart. What cannot be saved stays in memory and is tried again with the next change.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache, partial
from pathlib import Path
from threading import RLock
from typing import Any, Literal

import platformdirs
from filelock import FileLock, Timeout

from workshop_helpers.errors import WorkbookError
from workshop_helpers.guard import guarded
from workshop_helpers.private import Private

WORKBOOK_FORMAT = 1
_MARK = "the art of compromise: a private workbook"

Category = Literal["answers", "finished", "reflections", "plan", "choices", "sections", "room", "opened", "sent"]
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
        self._previous = path.with_suffix(".previous.json")
        # Between threads: what is in memory and what is in the file belong together. It is always taken first.
        self._lock = RLock()
        self._file_lock = FileLock(path.with_suffix(".lock"), timeout=5)  # between processes
        self._unsaved: dict[Entry, Any] = {}
        self._memory_only: dict[Entry, Any] = {}
        self._watchers: list[Callable[[], object]] = []

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
                found = dict(self._load().get(part, {}).get(name, {}))
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
            try:
                with self._file_lock:
                    book = self._load()
                    book.get(part, {}).pop(name, None)
                    self._write(book, keep_previous=False)
                    self._delete(self._previous)
            except (OSError, Timeout) as error:
                raise WorkbookError(_why_not_saved(error)) from None

    def carry_away(self) -> str:
        """The workbook as text, what could not be saved included, to download and bring back on another computer.

        Raises:
            WorkbookError: if the file cannot be read and there is nothing else to carry.
        """
        with self._lock:
            try:
                book = self._load()
            except WorkbookError:
                if not self._unsaved:
                    raise
                book = {}
            return _as_text(_with_changes(book, self._unsaved))

    def bring_back(self, text: str) -> None:
        """Put a workbook that was carried away in the place of this one, which is put aside.

        Raises:
            WorkbookError: if the text is no workbook, is from a newer version, or cannot be saved.
        """
        try:
            book = _read(text)
        except _Newer:
            raise WorkbookError(
                "This copy was saved by a newer version of the workshop. Update the workshop, then bring it back."
            ) from None
        except WorkbookError:
            raise WorkbookError("This is not a workbook. Choose the file that was saved as a copy.") from None
        with self._lock:
            try:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                with self._file_lock:
                    if self.path.exists():
                        self._put_aside()
                    self._write(book)
            except (OSError, Timeout) as error:
                raise WorkbookError(_why_not_saved(error)) from None
            self._unsaved.clear()
        self._tell()

    def forget(self) -> None:
        """Delete everything: the file, its earlier copies, what a crash left behind, and what is in memory.

        Raises:
            WorkbookError: if a file cannot be deleted.
        """
        with self._lock:
            self._unsaved.clear()
            self._memory_only.clear()
            try:
                if self.path.parent.exists():
                    with self._file_lock:
                        self._delete(self.path, self._previous)
            except (OSError, Timeout):
                raise WorkbookError(
                    f"Not everything could be deleted. Delete the folder '{self.path.parent.name}' yourself."
                ) from None
        self._tell()

    def _delete(self, *paths: Path) -> None:
        """Delete some files, and whatever was put aside or left behind by a crash."""
        for path in (*paths, *self._leftovers("aside"), *self._leftovers("tmp")):
            path.unlink(missing_ok=True)

    def _leftovers(self, kind: Literal["aside", "tmp"]) -> list[Path]:
        return list(self.path.parent.glob(f"{self.path.stem}.{kind}-*"))

    # --- the file ------------------------------------------------------------------------------------

    def _save(self) -> None:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self._file_lock:
                self._write(_with_changes(self._load(), self._unsaved))
        except WorkbookError as error:
            self.trouble = str(error)
        except (OSError, Timeout) as error:
            self.trouble = _why_not_saved(error)
        else:
            self._unsaved.clear()
            self.trouble = None

    def _load(self) -> dict[str, Any]:
        try:
            text = self._text()
        except FileNotFoundError:
            return {}
        except OSError:
            raise WorkbookError(
                "Your workbook cannot be opened just now. What you write stays on this page until you close it."
            ) from None
        try:
            return _read(text)
        except _Damaged:
            return self._rescue(text)

    def _rescue(self, damaged: str) -> dict[str, Any]:
        """Put a damaged file aside, never delete it, and go on from the copy made before the last change."""
        try:
            with self._file_lock:
                if (now := self._text()) != damaged:
                    return _read(now)  # another notebook was quicker
                try:
                    book = _read(self._previous.read_text(encoding="utf-8"))
                except (OSError, UnicodeDecodeError, WorkbookError):
                    book = {}
                self._put_aside()
                self._write(book, keep_previous=False)
                return book
        except (OSError, Timeout) as error:
            raise WorkbookError(_why_not_saved(error)) from None

    def _text(self) -> str:
        """What the file holds, or nothing where that is no text."""
        try:
            return self.path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            return ""

    def _put_aside(self) -> None:
        shutil.copy2(self.path, self.path.with_name(f"{self.path.stem}.aside-{secrets.token_hex(3)}.json"))

    def _write(self, book: Mapping[str, Any], keep_previous: bool = True) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self.path.parent, prefix=f"{self.path.stem}.tmp-")
        for leftover in self._leftovers("tmp"):
            if leftover.name != Path(name).name:
                leftover.unlink(missing_ok=True)  # of a crash: whoever writes holds the lock
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(_as_text(book))
                file.flush()
                os.fsync(file.fileno())
            if keep_previous and self.path.exists():
                shutil.copy2(self.path, self._previous)
            os.replace(name, self.path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise


class _Damaged(WorkbookError):
    """The text was once a workbook, or nothing at all: cut off, or written over."""


class _NotOurs(WorkbookError):
    """The text is something else."""


class _Newer(WorkbookError):
    """The text is a workbook of a version that this one cannot read."""


def _read(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise _Damaged from None
    if not isinstance(found, dict) or found.get("this-is") != _MARK:
        raise _NotOurs(
            "A file that is not a workbook lies in its place, and was left alone. "
            "What you write stays on this page until you close it."
        )
    if not isinstance(found.get("format"), int) or found["format"] > WORKBOOK_FORMAT:
        raise _Newer(
            "Your workbook was written by a newer version of the workshop, and was left alone. Update the workshop. "
            "Until then, what you write stays on this page until you close it."
        )
    return {
        part: names
        for part, names in found.items()
        if isinstance(names, dict) and all(isinstance(keys, dict) for keys in names.values())
    }


def _with_changes(book: dict[str, Any], changes: Mapping[Entry, Any]) -> dict[str, Any]:
    for (part, name, key), value in changes.items():
        named = book.setdefault(part, {}).setdefault(name, {})
        named.pop(key, None)
        if value is not None:
            named[key] = value
    return book


def _as_text(book: Mapping[str, Any]) -> str:
    # Everything beyond ASCII is written in escapes: a half of a broken emoji could not be written as UTF-8.
    return json.dumps({"this-is": _MARK, "format": WORKBOOK_FORMAT, **book}, indent=1)


def _why_not_saved(error: Exception) -> str:
    reason = {
        PermissionError: "the folder may not be written to",
        Timeout: "another page is busy with it",
    }.get(type(error), "the disk is full" if getattr(error, "errno", None) == 28 else "the disk refused")
    return f"Not saved: {reason}. What you write stays on this page until you close it; it is tried again each time."


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
