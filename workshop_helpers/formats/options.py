"""What all formats with options have in common: how options are named, told apart, written and liked."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Annotated, Any

from pydantic import AfterValidator, Field

from workshop_helpers.errors import AnswerReason
from workshop_helpers.formats.base import Item, Question
from workshop_helpers.formats.inventing import Invented
from workshop_helpers.formats.labels import TAKEN, check_labels
from workshop_helpers.formats.written import folded, forms, parts_of, yes_or_no
from workshop_helpers.model import Id, Text, wrong

_SEPARATOR = re.compile(" ?(?:[;,|]|/(?= |$))")
_AFTER_NAME = re.compile(f"{_SEPARATOR.pattern}| ?$")


def _one_line(text: str) -> str:
    return folded(re.sub(r"[\r\n]+", ";", text.strip()))


def _options(options: dict[str, str]) -> MappingProxyType[str, str]:
    check_labels(options.values())
    if not set(options).isdisjoint(TAKEN):
        raise wrong("'skipped' and 'does-not-apply' are there without being listed; take them out.")
    by_label = {folded(label): option for option, label in options.items()}
    if any(by_label.get(folded(option), option) != option for option in options):
        raise wrong("an id is the label of another one, so nobody could tell which is meant; choose another id.")
    return MappingProxyType(options)


OptionSet = Annotated[dict[Id, Text], Field(min_length=2, max_length=12), AfterValidator(_options)]


class OptionsItem(Item):
    """An item about some options, which it names."""

    options: Id


@dataclass(frozen=True, kw_only=True)
class OptionsQuestion(Question):
    """A question about some options."""

    item: OptionsItem
    options: Mapping[str, str] = field()

    @property
    def named(self) -> str:
        """The ids of all options, as the end of a sentence."""
        return ", ".join(f"'{option}'" for option in self.options)

    def for_view(self) -> dict[str, Any]:
        """The options."""
        return {"options": dict(self.options)}

    def read_several(self, raw: object, allowed: str) -> tuple[str, ...]:
        """Some options, none twice, in the order in which they were given; refused with ``allowed`` otherwise."""
        if not isinstance(raw, list | tuple) or not all(isinstance(part, str) for part in raw):
            raise self.refusal(AnswerReason.WRONG_TYPE, allowed)
        if not set(raw) <= set(self.options):
            raise self.refusal(AnswerReason.NOT_AN_OPTION, allowed)
        if len(set(raw)) < len(raw):
            raise self.refusal(AnswerReason.TWICE, allowed)
        return tuple(raw)

    def option_called(self, name: str) -> str:
        """The id of the option that is called this; the name itself if none is."""
        name = name.strip()
        exact, alike = self._names(str), self._names(folded)
        called = [exact.get(name), *map(alike.get, forms(name)), self._called_in_another_language(name)]
        return next(filter(None, called), name)

    def options_called(self, text: str) -> list[str]:
        """The options that a text names one after the other. A comma may stand between them, and inside a label."""
        parts, names = parts_of(text), self._names(str)
        if all(part in names for part in parts):
            return [names[part] for part in parts]
        whole, names = _one_line(text), self._names(folded)
        begun: list[tuple[int, tuple[str, ...]]] = [(0, ())]
        tried = set()
        while begun:
            start, found = begun.pop()
            start = len(whole) - len(whole[start:].lstrip(" ;|/"))
            if start == len(whole):
                return list(found)
            if start in tried:
                continue
            tried.add(start)
            # The longest last, which is tried first: of "tea" and "tea, cold" the second is meant where it can be.
            for name in sorted(names, key=len):
                after = _AFTER_NAME.match(whole, start + len(name))
                if whole.startswith(name, start) and after:
                    begun.append((after.end(), (*found, names[name])))
        words = whole.split()
        if all(word in names for word in words):  # KoboToolbox
            return [names[word] for word in words]
        return [self.option_called(part) for part in parts]

    def options_and_others(self, text: str) -> tuple[list[str], list[str]]:
        """The options that a text names, and what else stands between them."""
        whole, names = _one_line(text), self._names(folded)
        found: list[str] = []
        others: list[str] = []
        while whole := whole.lstrip(" ;,|/"):
            there = (name for name in names if whole.startswith(name) and _AFTER_NAME.match(whole, len(name)))
            piece = max(there, key=len, default="") or _SEPARATOR.split(whole, maxsplit=1)[0]
            known = self.option_called(piece)
            (found if known in self.options else others).append(known)
            whole = whole[len(piece) :]
        return found, others

    def _called_in_another_language(self, name: str) -> str | None:
        """The one option that says yes or no, as the name does in some language."""
        said = yes_or_no(name)
        if said is None:
            return None
        alike = [option for option, label in self.options.items() if yes_or_no(label) is said]
        return alike[0] if len(alike) == 1 else None

    def _names(self, form: Callable[[str], str]) -> dict[str, str]:
        """The options by what each may be called: its id, or its label, which counts more."""
        ids = {form(option): option for option in self.options}
        return ids | {form(label): option for option, label in self.options.items()}

    def labels_listed(self) -> str:
        """All labels, as a list for somebody who fills in a table."""
        return " · ".join(self.options.values())

    def liking(self, person: Invented) -> Mapping[str, float]:
        """How much an invented person likes each option."""
        return person.liking(self.item.options, self.options)
