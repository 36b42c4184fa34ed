"""A person's own files lie in one folder, whatever the workshop is told about it."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from workshop_helpers.errors import WorkshopError
from workshop_helpers.home import doubt_about_folder, own_folder
from workshop_helpers.workbook import workbook_path

NOT_WHOLE = (
    "WORKSHOP_HOME is no whole path: it was taken from the folder of this page, and a page in another folder has "
    "another workbook. Set it to a whole path, or to one that begins with ~."
)


def test_workshop_home_decides_where_a_workbook_lies(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("WORKSHOP_HOME", str(tmp_path))
    assert workbook_path() == tmp_path / "workbook.json"
    assert doubt_about_folder() is None


def test_without_it_the_accounts_own_folder_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WORKSHOP_HOME", raising=False)
    assert own_folder() == Path(platformdirs.user_data_dir("art-of-compromise", appauthor=False))
    assert doubt_about_folder() is None


def test_a_tilde_stands_for_the_persons_home_and_nothing_else_is_replaced(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("WORKSHOP_HOME", "~/mine $HOME %TEMP%")
    assert own_folder() == tmp_path / "mine $HOME %TEMP%"
    assert doubt_about_folder() is None


def test_a_folder_that_is_no_whole_path_stays_the_same_one_and_that_is_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WORKSHOP_HOME", "mine of this test")
    assert own_folder() == tmp_path / "mine of this test"
    monkeypatch.chdir("elsewhere")
    assert own_folder() == tmp_path / "mine of this test"
    assert doubt_about_folder() == NOT_WHOLE


def test_an_empty_one_counts_as_none_and_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKSHOP_HOME", "")
    assert own_folder() == Path(platformdirs.user_data_dir("art-of-compromise", appauthor=False))
    assert doubt_about_folder() == "WORKSHOP_HOME is set and empty. Your workbook lies where it would without it."


def test_the_home_of_somebody_unknown_is_refused_kindly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKSHOP_HOME", "~nobody-of-this-name/mine")
    with pytest.raises(WorkshopError) as caught:
        own_folder()
    assert str(caught.value) == (
        "WORKSHOP_HOME names a folder that cannot be found. Set it to a whole path, or to one that begins with ~."
    )


def test_a_workbook_that_lies_elsewhere_by_way_of_a_link_is_written_and_forgotten_there(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    monkeypatch.setenv("WORKSHOP_HOME", str(tmp_path / "link"))
    assert workbook_path() == tmp_path / "real" / "workbook.json"
