"""What is wrong in a content file, in an author's words: where it is, what is allowed and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

from workshop_helpers.content.section import NOTEBOOK
from workshop_helpers.model import Model

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


def mistakes_in(error: ValidationError, raw: Any, model: type[Model]) -> Iterator[tuple[str, str]]:
    """The key and the sentence of each mistake that a model found in a file's raw content."""
    details_of_all = error.errors(include_url=False)
    places = [details["loc"] for details in details_of_all]
    for details in details_of_all:
        here = details["loc"]
        if details["type"] == "too_short" and any(p[: len(here)] == here and p != here for p in places):
            continue  # short only because its entries have mistakes, which are reported themselves
        yield _key(here, raw), _sentence(details, model)


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """The end of a sentence about a name that is not there: the closest of those that are, or all of them."""
    known = tuple(known)
    close = get_close_matches(name, known, n=1)
    if close:
        return f"did you mean '{close[0]}'?"
    quoted = ", ".join(f"'{k}'" for k in known)
    return f"allowed are {quoted}." if known else "take it out."


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


def _sentence(details: Any, model: type[Model]) -> str:
    kind, context = details["type"], details.get("ctx", {})
    if kind == "content":
        return str(details["msg"])
    if kind == "extra_forbidden":
        allowed = _keys_at(details["loc"][:-1], model)
        return f"unknown key; {did_you_mean(str(details['loc'][-1]), allowed)}"
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
