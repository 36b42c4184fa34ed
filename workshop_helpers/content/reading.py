"""The files of a data folder, each read when it is first asked for: what it holds, or what is wrong in it and where."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, Generic, TypeVar

from pydantic import Field, ValidationError

from workshop_helpers.content.agenda import Agenda
from workshop_helpers.content.assessment import Assessment
from workshop_helpers.content.mistakes import mistakes_in
from workshop_helpers.content.section import Exercise, Section, Support
from workshop_helpers.errors import ContentError, Mistake
from workshop_helpers.model import Model, Text

_Content = TypeVar("_Content")
_Model = TypeVar("_Model", bound=Model)
_Named = TypeVar("_Named", Assessment, Exercise, Section)


@dataclass(frozen=True)
class Read(Generic[_Content]):
    """What became of a file: what it holds, as far as that can be used, and every mistake in it."""

    content: _Content | None
    mistakes: tuple[Mistake, ...] = ()

    def faultless(self) -> _Content:
        """What the file holds; raises ``ContentError`` if there is any mistake in it."""
        if self.content is None or self.mistakes:
            raise ContentError(self.mistakes)
        return self.content


class Files(Mapping[str, _Named]):
    """The files of one kind by their names, which are their ids; files to copy, whose names start with "_", left out.

    Which files there are is looked up once. Raises ``ContentError`` for one that has mistakes, and only for that one.
    """

    def __init__(self, folder: Path, kind: str, model: type[_Named]) -> None:
        self._folder = folder
        self._kind = kind
        self._model: type[_Named] = model
        self._read: dict[str, Read[_Named]] = {}

    @cached_property
    def _paths(self) -> dict[str, Path]:
        paths = sorted((self._folder / self._kind).glob("*.toml"))
        return {path.stem: path for path in paths if not path.name.startswith("_")}

    def __getitem__(self, name: str) -> _Named:
        return self.read(name).faultless()

    def __contains__(self, name: object) -> bool:
        return name in self._paths

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)

    def read(self, name: str) -> Read[_Named]:
        """One file with its mistakes; raises ``KeyError`` if there is no such file."""
        if name not in self._read:
            path = self._paths[name]
            read = read_toml(path, self._folder, self._model)
            if read.content is not None and read.content.id != name:
                wrong = Mistake(_name(path, self._folder), "id", f"must be the file's name, '{name}'.")
                read = Read(read.content, (wrong,))
            self._read[name] = read
        return self._read[name]


class Plan(Model):
    """What ``workshop.toml`` holds."""

    title: Text
    support: Support


class _Agendas(Model):
    agendas: Annotated[tuple[Agenda, ...], Field(min_length=1)]


class DataFolder:
    """All files of a data folder."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.sections = Files(path, "sections", Section)
        self.assessments = Files(path, "assessments", Assessment)
        self.exercises = Files(path, "exercises", Exercise)

    @cached_property
    def plan(self) -> Read[Plan]:
        """What belongs to the workshop as a whole."""
        return read_toml(self.path / "workshop.toml", self.path, Plan)

    @cached_property
    def agendas(self) -> Read[tuple[Agenda, ...]]:
        """The agendas in their order; none where the folder has no such file."""
        path = self.path / "agendas.toml"
        if not path.exists():
            return Read(())
        read = read_toml(path, self.path, _Agendas)
        return Read(read.content.agendas if read.content else None, read.mistakes)

    @cached_property
    def references(self) -> Read[Mapping[str, Mapping[str, Any]]]:
        """The works that may be cited, by id; ``None`` when the file cannot be read as a whole."""
        path = self.path / "references.json"
        parsed = _parsed(path, self.path, json.loads, "JSON")
        if parsed.content is None:
            return Read(None, parsed.mistakes)
        if not isinstance(parsed.content, list):
            problem = "must be a list of CSL-JSON entries; put them in [ ]."
            return Read(None, (Mistake(_name(path, self.path), "", problem),))
        found: dict[str, Mapping[str, Any]] = {}
        mistakes = []
        for position, entry in enumerate(parsed.content, start=1):
            wrong = _wrong_with(entry, found)
            if wrong:
                mistakes.append(Mistake(_name(path, self.path), f"entry {position}", wrong))
            else:
                found[entry["id"]] = MappingProxyType(entry)
        return Read(MappingProxyType(found), tuple(mistakes))


def read_toml(path: Path, folder: Path, model: type[_Model]) -> Read[_Model]:
    """Read one TOML file as a model; its mistakes name it as it is called from ``folder``."""
    parsed = _parsed(path, folder, tomllib.loads, "TOML")
    if parsed.content is None:
        return Read(None, parsed.mistakes)
    try:
        return Read(model.model_validate(_tuples(parsed.content)))
    except ValidationError as error:
        found = mistakes_in(error, parsed.content, model)
        return Read(None, tuple(Mistake(_name(path, folder), key, problem) for key, problem in found))


def _wrong_with(entry: Any, found: Mapping[str, object]) -> str | None:
    """What is wrong with an entry of the references, those before it being ``found``."""
    missing = [k for k in ("id", "title", "author", "issued") if not (isinstance(entry, dict) and entry.get(k))]
    if missing:
        keys = " and ".join(f"'{key}'" for key in missing)
        return f"{keys} missing; every CSL-JSON entry needs them."
    if not isinstance(entry["id"], str):
        return "the 'id' must be text; put it in quotation marks."
    return f"the id '{entry['id']}' is used twice." if entry["id"] in found else None


def _parsed(path: Path, folder: Path, parser: Callable[[str], Any], language: str) -> Read[Any]:
    key = ""
    try:
        return Read(parser(path.read_text(encoding="utf-8-sig")))
    except (FileNotFoundError, NotADirectoryError):
        problem = "the file is missing; put it there or choose another data folder."
    except IsADirectoryError:
        problem = "a folder stands where a file is wanted; rename it."
    except PermissionError:
        problem = "this account may not read the file; change its permissions."
    except UnicodeDecodeError as error:
        before = path.read_bytes()[: error.start].count(b"\n")
        key = f"line {before + 1}"
        problem = "not UTF-8 text; save the file as UTF-8."
    except (tomllib.TOMLDecodeError, json.JSONDecodeError) as error:
        problem = f"not readable as {language}: {error}."
    except RecursionError:
        problem = f"not readable as {language}: too many brackets inside each other."
    return Read(None, (Mistake(_name(path, folder), key, problem),))


def _name(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix()


def _tuples(value: Any) -> Any:
    """Turn lists into tuples all the way down: the models are frozen, and strict about types."""
    if isinstance(value, list):
        return tuple(_tuples(part) for part in value)
    if isinstance(value, dict):
        return {key: _tuples(part) for key, part in value.items()}
    return value
