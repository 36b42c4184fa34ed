"""From the files in ``data/`` to content. The one module that knows where ``data/`` is and how its files are called."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from workshop_helpers.content import Assessment, Workshop
from workshop_helpers.content.reading import DataFolder, read_toml
from workshop_helpers.errors import ContentError

_PACKAGE = Path(__file__).parent.parent
DATA_FOLDER = next(
    (folder for folder in (_PACKAGE.parent / "data", _PACKAGE / "data") if (folder / "workshop.toml").is_file()),
    _PACKAGE.parent / "data",
)
MADE_UP_GROUP = DATA_FOLDER / "made-up-group.csv"
ASSESSMENT_SCHEMA = DATA_FOLDER / "assessment.schema.json"


def load_workshop(folder: str | Path | None = None) -> Workshop:
    """Read the whole workshop from a data folder, and check that its files fit together.

    Args:
        folder: The data folder; the workshop's own if left out, which is read once and remembered.

    Raises:
        ContentError: with every mistake in every file, each with its file, its key, what is allowed
            and what to do.
    """
    return _own_checked() if folder is None else _checked(Workshop(DataFolder(Path(folder))))


@cache
def own_workshop() -> Workshop:
    """The workshop's own content, of which a page reads what it shows; nothing is read or checked before that."""
    return Workshop(DataFolder(DATA_FOLDER))


def load_assessment(path: str | Path) -> Assessment:
    """Read one assessment file on its own, without checking that its sources exist.

    Raises:
        ContentError: with every mistake in the file.
    """
    path = Path(path)
    return read_toml(path, path.parent, Assessment).faultless()


def assessment_schema() -> dict[str, Any]:
    """The JSON Schema of an assessment file, for editors that complete and check TOML."""
    return Assessment.model_json_schema(by_alias=True)


@cache
def _own_checked() -> Workshop:
    return _checked(own_workshop())


def _checked(workshop: Workshop) -> Workshop:
    # Imported here because a page, which reads its own files only, does not need it.
    from workshop_helpers.content.checking import check_folder

    mistakes = check_folder(workshop.folder)
    if mistakes:
        raise ContentError(mistakes)
    return workshop
