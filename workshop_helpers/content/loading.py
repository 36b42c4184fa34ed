"""From the files in ``data/`` to content, with every mistake located to its file and key.

The one module that knows where ``data/`` is and how its files are called. All mistakes of all files
are gathered before anything is reported, so that an author mends them in one go.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, TypeVar

from pydantic import Field, ValidationError

from workshop_helpers.content import Agenda, Assessment, Exercise, Model, Section, Support, Text, Workshop
from workshop_helpers.content.workshop import NOTEBOOK
from workshop_helpers.errors import ContentError, Mistake

_Read = TypeVar("_Read", bound=Model)
_File = TypeVar("_File", Assessment, Exercise, Section)

_PACKAGE = Path(__file__).parent.parent
DATA_FOLDER = next(
    (folder for folder in (_PACKAGE.parent / "data", _PACKAGE / "data") if (folder / "workshop.toml").is_file()),
    _PACKAGE.parent / "data",
)
MADE_UP_GROUP = DATA_FOLDER / "made-up-group.csv"
ASSESSMENT_SCHEMA = DATA_FOLDER / "assessment.schema.json"


class _Plan(Model):
    """What ``workshop.toml`` itself holds."""

    title: Text
    support: Support


class _Agendas(Model):
    """What ``agendas.toml`` holds."""

    agendas: Annotated[tuple[Agenda, ...], Field(min_length=1)]


def load_workshop(folder: str | Path | None = None) -> Workshop:
    """Read the whole workshop from a data folder.

    Args:
        folder: The data folder; the workshop's own if left out, which is read once and remembered.

    Raises:
        ContentError: with every mistake in every file, each with its file, its key, what is allowed
            and what to do.
    """
    return _own_workshop() if folder is None else _Reader(Path(folder)).workshop()


@cache
def _own_workshop() -> Workshop:
    return _Reader(DATA_FOLDER).workshop()


def load_assessment(path: str | Path) -> Assessment:
    """Read one assessment file on its own, without checking that its sources exist.

    Raises:
        ContentError: with every mistake in the file.
    """
    path = Path(path)
    reader = _Reader(path.parent)
    assessment = reader.read(path, Assessment)
    if assessment is None:
        raise ContentError(tuple(reader.mistakes))
    return assessment


class _Reader:
    """Reads the files of one data folder and collects their mistakes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.mistakes: list[Mistake] = []

    def workshop(self) -> Workshop:
        plan = self.read(self.folder / "workshop.toml", _Plan)
        sections = tuple(sorted(self.read_all("sections", Section).values(), key=lambda section: section.notebook))
        assessments = self.read_all("assessments", Assessment)
        exercises = self.read_all("exercises", Exercise)
        agendas = self.agendas()
        references = self.references()
        for assessment in assessments.values() if references is not None else ():
            file = f"assessments/{assessment.id}.toml"
            self.must_exist(file, "sources", assessment.sources, references or (), "references.json has no entry")
        self.check_sections(sections, assessments)
        self.check_agendas(agendas)
        if plan is None or references is None or self.mistakes:
            raise ContentError(tuple(self.mistakes))
        return Workshop(
            title=plan.title,
            sections=tuple(section for section in sections if section.notebook[0].isdigit()),
            guides=tuple(section for section in sections if not section.notebook[0].isdigit()),
            support=plan.support,
            assessments=MappingProxyType(assessments),
            exercises=MappingProxyType(exercises),
            agendas=MappingProxyType({agenda.id: agenda for agenda in agendas}),
            references=MappingProxyType(references),
        )

    def check_sections(self, sections: tuple[Section, ...], assessments: Mapping[str, Assessment]) -> None:
        if not self.paths("sections"):
            self.add("sections", "", "there is no page; put one there, as README.md says.")
        for section, before in zip(sections[1:], sections, strict=False):
            if section.notebook == before.notebook:
                self.add(f"sections/{section.id}.toml", "notebook", f"'{before.id}' has it already; choose another.")
        for section in sections:
            file = f"sections/{section.id}.toml"
            for subfolder, noun in (("assessments", "assessment"), ("exercises", "exercise")):
                present = [path.stem for path in self.paths(subfolder)]  # a file with mistakes is not missing
                self.must_exist(file, subfolder, getattr(section, subfolder), present, f"there is no {noun}")
            asked = [assessments[name] for name in section.assessments if name in assessments]
            occasions = {side.id for assessment in asked for side in assessment.occasions}
            if section.occasion and section.occasion not in occasions:
                self.add(file, "occasion", "none of its assessments has that occasion; take it out.")

    def check_agendas(self, agendas: tuple[Agenda, ...]) -> None:
        pages = [path.stem for path in self.paths("sections")]  # a file with mistakes is not missing
        for position, agenda in enumerate(agendas, start=1):
            here = f"agendas {position} ('{agenda.id}')"
            if agenda.id in [other.id for other in agendas[: position - 1]]:
                self.add("agendas.toml", f"{here} id", "another agenda has this id; choose another.")
            for of_session, session in enumerate(agenda.sessions, start=1):
                for of_part, part in enumerate(session.parts, start=1):
                    key = f"{here} sessions {of_session} parts {of_part} page"
                    self.must_exist("agendas.toml", key, filter(None, [part.page]), pages, "there is no section")

    def agendas(self) -> tuple[Agenda, ...]:
        """The agendas in their order; none where the folder has no such file."""
        path = self.folder / "agendas.toml"
        read = self.read(path, _Agendas) if path.exists() else None
        return read.agendas if read is not None else ()

    def must_exist(self, file: str, key: str, names: Iterable[str], known: Iterable[str], problem: str) -> None:
        known = tuple(known)
        for name in names:
            if name not in known:
                self.add(file, key, f"{problem} '{name}'; {_did_you_mean(name, known)}")

    def paths(self, subfolder: str) -> list[Path]:
        """The files of a subfolder, without the templates to copy."""
        return [path for path in sorted((self.folder / subfolder).glob("*.toml")) if not path.name.startswith("_")]

    def read_all(self, subfolder: str, model: type[_File]) -> dict[str, _File]:
        found: dict[str, _File] = {}
        for path in self.paths(subfolder):
            part = self.read(path, model)
            if part is not None:
                found[part.id] = part
                if part.id != path.stem:
                    self.add(self.name(path), "id", f"must be the file's name, '{path.stem}'.")
        return found

    def read(self, path: Path, model: type[_Read]) -> _Read | None:
        """Read one TOML file; ``None`` when it has mistakes, which are then in ``mistakes``."""
        raw = self.parse(path, tomllib.loads, "TOML")
        if raw is None:
            return None
        try:
            return model.model_validate(_tuples(raw))
        except ValidationError as error:
            details_of_all = error.errors(include_url=False)
            places = [details["loc"] for details in details_of_all]
            for details in details_of_all:
                here = details["loc"]
                if details["type"] == "too_short" and any(p[: len(here)] == here and p != here for p in places):
                    continue  # short only because its entries have mistakes, which are reported themselves
                self.add(self.name(path), _key(details["loc"], raw), _sentence(details, model))
            return None

    def references(self) -> dict[str, Mapping[str, Any]] | None:
        """The works that may be cited, by id; ``None`` when the file cannot be read as a whole."""
        path = self.folder / "references.json"
        entries = self.parse(path, json.loads, "JSON")
        if entries is None:
            return None
        if not isinstance(entries, list):
            self.add(self.name(path), "", "must be a list of CSL-JSON entries; put them in [ ].")
            return None
        found: dict[str, Mapping[str, Any]] = {}
        for position, entry in enumerate(entries, start=1):
            missing = [k for k in ("id", "title", "author", "issued") if not (isinstance(entry, dict) and entry.get(k))]
            if missing:
                keys = " and ".join(f"'{key}'" for key in missing)
                self.add(self.name(path), f"entry {position}", f"{keys} missing; every CSL-JSON entry needs them.")
            elif not isinstance(entry["id"], str):
                self.add(self.name(path), f"entry {position}", "the 'id' must be text; put it in quotation marks.")
            elif entry["id"] in found:
                self.add(self.name(path), f"entry {position}", f"the id '{entry['id']}' is used twice.")
            else:
                found[entry["id"]] = MappingProxyType(entry)
        return found

    def parse(self, path: Path, parser: Callable[[str], Any], language: str) -> Any | None:
        try:
            return parser(path.read_text(encoding="utf-8-sig"))
        except (FileNotFoundError, NotADirectoryError):
            self.add(self.name(path), "", "the file is missing; put it there or choose another data folder.")
        except IsADirectoryError:
            self.add(self.name(path), "", "a folder stands where a file is wanted; rename it.")
        except PermissionError:
            self.add(self.name(path), "", "this account may not read the file; change its permissions.")
        except UnicodeDecodeError as error:
            line = path.read_bytes()[: error.start].count(b"\n") + 1
            self.add(self.name(path), f"line {line}", "not UTF-8 text; save the file as UTF-8.")
        except (tomllib.TOMLDecodeError, json.JSONDecodeError) as error:
            self.add(self.name(path), "", f"not readable as {language}: {error}.")
        except RecursionError:
            self.add(self.name(path), "", f"not readable as {language}: too many brackets inside each other.")
        return None

    def add(self, file: str, key: str, problem: str) -> None:
        self.mistakes.append(Mistake(file, key, problem))

    def name(self, path: Path) -> str:
        return path.relative_to(self.folder).as_posix()


def assessment_schema() -> dict[str, Any]:
    """The JSON Schema of an assessment file, for editors that complete and check TOML."""
    return Assessment.model_json_schema(by_alias=True)


def _tuples(value: Any) -> Any:
    """Turn lists into tuples all the way down: the models are frozen, and strict about types."""
    if isinstance(value, list):
        return tuple(_tuples(part) for part in value)
    if isinstance(value, dict):
        return {key: _tuples(part) for key, part in value.items()}
    return value


def _key(place: tuple[str | int, ...], raw: Any) -> str:
    """A place as an author would say it: ``items 3 ('rehearse-reply') scale``."""
    words: list[str] = []
    here = raw
    for depth, step in enumerate(place):
        if isinstance(step, int):
            here = here[step] if isinstance(here, list) and step < len(here) else None
            name = here.get("id") if isinstance(here, dict) else None
            words.append(f"{step + 1} ('{name}')" if isinstance(name, str) else f"{step + 1}")
        elif depth and isinstance(place[depth - 1], int) and place[depth + 1 :] and step in _tags(here):
            continue  # pydantic names the kind of the entry here, which is no key of the file
        elif step != "[key]":
            words.append(step)
            here = here.get(step) if isinstance(here, dict) else None
    return " ".join(words)


def _tags(entry: Any) -> tuple[Any, ...]:
    return (entry.get("format"), entry.get("kind")) if isinstance(entry, dict) else ()


# What is allowed and what to do, by pydantic's name for the mistake; the braces are pydantic's own details.
_SENTENCES = {
    "missing": "missing; add it.",
    "string_type": "must be text; put it in quotation marks.",
    "int_type": "must be a whole number.",
    "float_type": "must be a number.",
    "finite_number": "must be a number.",
    "bool_type": "must be true or false.",
    "tuple_type": "must be a list; put it in [ ].",
    "dict_type": "must be a table of keys and values.",
    "model_type": "must be a table of keys and values.",
    "literal_error": "must be {expected}.",
    "greater_than_equal": "must be {ge} or more.",
    "less_than_equal": "must be {le} or less.",
    "string_too_short": "must not be empty; write something or take the key out.",
    "string_too_long": "must have at most {max_length} characters; shorten it.",
    "too_short": "needs {min_length} or more entries, and has {actual_length}.",
    "too_long": "may have at most {max_length} entries, and has {actual_length}.",
    "union_tag_not_found": "missing {discriminator}; add it.",
    "union_tag_invalid": "must have {discriminator} = one of {expected_tags}.",
}
_PATTERNS = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "must be small letters and digits, with single hyphens between words.",
    r"^\S": "must not be empty or start with a space; write something or take the key out.",
    NOTEBOOK: "must look like '04-communication.ipynb' or 'facilitator-guide.ipynb'.",
    r"^https://[a-z0-9.-]+(/\S*)?$": "must be an address that starts with https://.",
}


def _sentence(details: Any, model: type[Model]) -> str:
    kind, context = details["type"], details.get("ctx", {})
    if kind == "content":
        return str(details["msg"])
    if kind == "extra_forbidden":
        allowed = _keys_at(details["loc"][:-1], model)
        return f"unknown key; {_did_you_mean(str(details['loc'][-1]), allowed)}"
    if kind == "string_pattern_mismatch":
        return _PATTERNS[context["pattern"]]
    return _SENTENCES.get(kind, "{message}").format(message=f"{details['msg']}.", **context)


def _keys_at(place: tuple[str | int, ...], model: type[Model]) -> tuple[str, ...]:
    """The keys that may stand at a place of a file, read off the JSON Schema."""
    schema = model.model_json_schema(by_alias=True)
    here: Any = schema
    for step in place:
        here = _resolve(here, schema)
        if isinstance(step, int):
            entries = here.get("prefixItems")
            here = entries[step] if entries else here.get("items", {})
        elif "discriminator" in here:
            here = {"$ref": here["discriminator"]["mapping"].get(step)}
        else:
            named: Any = next(iter(here.get("patternProperties", {}).values()), {})  # a table of the author's own names
            here = here.get("properties", {}).get(step, named)
    return tuple(_resolve(here, schema).get("properties", ()))


def _resolve(part: Any, schema: dict[str, Any]) -> dict[str, Any]:
    if "anyOf" in part:  # "this or nothing": the first is the one that has keys
        part = part["anyOf"][0]
    reference = part.get("$ref")
    found: dict[str, Any] = schema["$defs"][reference.rsplit("/", 1)[-1]] if reference else part
    return found


def _did_you_mean(name: str, known: Iterable[str]) -> str:
    known = tuple(known)
    close = get_close_matches(name, known, n=1)
    if close:
        return f"did you mean '{close[0]}'?"
    quoted = ", ".join(f"'{k}'" for k in known)
    return f"allowed are {quoted}." if known else "take it out."
