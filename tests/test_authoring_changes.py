"""Files that belong together are written together or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from workshop_helpers.authoring.changes import write_all


def everything(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in folder.rglob("*") if path.is_file()}


def test_every_file_is_written_and_nothing_else_is_left(tmp_path: Path) -> None:
    (tmp_path / "old").write_text("before", encoding="utf-8")
    write_all({tmp_path / "old": "after\n", tmp_path / "new": "grün"})
    assert everything(tmp_path) == {"old": "after\n", "new": "grün"}


def test_a_file_that_cannot_be_written_leaves_all_as_they_were(tmp_path: Path) -> None:
    (tmp_path / "old").write_text("before", encoding="utf-8")
    with pytest.raises(FileNotFoundError) as caught:
        write_all({tmp_path / "old": "after", tmp_path / "new": "new", tmp_path / "nowhere" / "file": "x"})
    assert caught.value.filename == str(tmp_path / "nowhere" / "file")
    assert everything(tmp_path) == {"old": "before"}


def test_a_disk_that_fails_half_way_leaves_all_as_they_were(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "old").write_text("before", encoding="utf-8")
    replace = os.replace

    def twice(source: Path, target: Path) -> None:
        if target.name == "third":
            raise OSError(28, "No space left on device")
        replace(source, target)

    monkeypatch.setattr("os.replace", twice)
    with pytest.raises(OSError, match="No space left") as caught:
        write_all({tmp_path / "old": "after", tmp_path / "new": "new", tmp_path / "third": "x"})
    assert caught.value.filename == str(tmp_path / "third")
    assert everything(tmp_path) == {"old": "before"}
