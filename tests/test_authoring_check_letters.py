"""Labels in letters that the pictures' own font does not have are named with their place."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_checkout import change_file, said, small_checkout

FILE = "assessments/tea.toml"


def problem(letters: str) -> str:
    return (
        f"has letters that the pictures' font lacks ({letters}); computers without a font for them draw boxes. "
        "Say it in other letters."
    )


@pytest.mark.parametrize(
    ("before", "after", "key", "letters"),
    [
        ("I warm the pot", "I warm the 急須", "items 1 ('warm-the-pot') text", "急 須"),
        ('["never"', '["🙂 never, 🙂"', "scales how-often labels 1", "🙂"),
    ],
)
def test_letters_that_the_own_font_lacks_are_named_with_their_place(
    tmp_path: Path, before: str, after: str, key: str, letters: str
) -> None:
    small_checkout(tmp_path)
    change_file(tmp_path, FILE, before, after)
    assert f"{FILE}, {key}: {problem(letters)}" in said(tmp_path)


@pytest.mark.parametrize("policy", ["private", "room"])
def test_words_that_are_in_no_picture_may_have_any_letters(tmp_path: Path, policy: str) -> None:
    small_checkout(tmp_path)
    change_file(tmp_path, FILE, "What makes a pot good?", "What makes a 急須 good?")
    if policy == "private":
        change_file(tmp_path, FILE, 'policy = "room"', 'policy = "private"')
        change_file(tmp_path, FILE, "I warm the pot", "I warm the 急須")
    assert not any("letters" in sentence for sentence in said(tmp_path))
