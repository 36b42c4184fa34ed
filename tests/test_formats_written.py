"""How answers stand in cells, whatever they are answers to."""

from __future__ import annotations

import pytest

from workshop_helpers.formats.written import folded, number_or_text, parts_of


@pytest.mark.parametrize("text", ["a  B", " a b ", "A\u00a0b", "a\nb"])
def test_capitals_and_spaces_do_not_count(text: str) -> None:
    assert folded(text) == "a b"


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("4", 4),
        (" 4 ", 4),
        ("4.0", 4),
        ("4.", 4),
        ("-4", -4),
        ("+4", 4),
        ("4.5", "4.5"),
        ("", ""),
        ("four", "four"),
        ("1234567", "1234567"),
        ("1e3", "1e3"),
    ],
)
def test_a_whole_number_is_one_however_it_is_written(text: str, meaning: object) -> None:
    assert number_or_text(text) == meaning


@pytest.mark.parametrize(
    ("text", "parts"), [("a;b", ["a", "b"]), (" a ; b;", ["a", "b"]), (";", []), ("", []), ("a, b", ["a, b"])]
)
def test_semicolons_stand_between_parts(text: str, parts: list[str]) -> None:
    assert parts_of(text) == parts
