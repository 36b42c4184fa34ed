"""Which labels have letters that the pictures' own font does not have, so that some computers draw boxes."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any

from workshop_helpers.authoring.checkout import Checkout
from workshop_helpers.errors import Mistake
from workshop_helpers.figures.letters import undrawable

_NOT_IN_PICTURES = ("introduction", "feedback", "prompts", "sources")


def check_letters(checkout: Checkout) -> Iterator[Mistake]:
    """What is wrong with the letters of every self-assessment that has a picture."""
    for assessment in checkout.workshop.assessments.values():
        if assessment.policy != "private":
            name = f"assessments/{assessment.id}.toml"
            found = tomllib.loads((checkout.data.path / name).read_text(encoding="utf-8-sig"))
            shown = {key: value for key, value in found.items() if key not in _NOT_IN_PICTURES}
            for key, letters in _lacking(shown):
                yield Mistake(
                    name,
                    key,
                    f"has letters that the pictures' font lacks ({' '.join(letters)}); computers without a font for "
                    "them draw boxes. Say it in other letters.",
                )


def _lacking(value: Any, key: str = "") -> Iterator[tuple[str, list[str]]]:
    """The place of every text with such letters, and the letters."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _lacking(inner, f"{key} {name}".lstrip())
    elif isinstance(value, list):
        for place, inner in enumerate(value, start=1):
            named = f" ('{inner['id']}')" if isinstance(inner, dict) and "id" in inner else ""
            yield from _lacking(inner, f"{key} {place}{named}")
    elif isinstance(value, str) and (letters := undrawable(value)):
        yield key, letters
