"""What no page uses, or two use, and what an agenda says that is not so, is named with the cure."""

from __future__ import annotations

from pathlib import Path

import pytest
from _content_samples import SECTION
from small_checkout import change_file, change_page, said, save_pictures, small_checkout

from workshop_helpers.authoring.checkout import Checkout
from workshop_helpers.made_up import write_made_up

OCCASIONS = '\n[[occasions]]\nid = "before"\ntitle = "Before"\n\n[[occasions]]\nid = "after"\ntitle = "After"\n'


def renew(root: Path) -> None:
    """Let the made-up group answer again, and save its pictures."""
    write_made_up(Checkout(root / "data").workshop, root / "data" / "made-up-group.csv")
    save_pictures(root)


def second_page(root: Path, **more: str) -> None:
    """Add a page with nothing on it, but for what ``more`` puts in its file."""
    text = SECTION.replace('"tea"', '"milk"').replace("01-tea", "02-milk").replace('["milk"]', '["tea"]')
    for key in ("assessments", "exercises"):
        if key not in more:
            text = "\n".join(line for line in text.splitlines() if not line.startswith(key))
    text += f"\n{more.get('top', '')}\n"
    (root / "data" / "sections" / "milk.toml").write_text(text, encoding="utf-8")


def of_content(root: Path) -> list[str]:
    """What is said about the content; the second page's notebook is left out here."""
    return [line for line in said(root) if "milk" not in line.partition(":")[0]]


@pytest.mark.parametrize(
    ("kind", "there", "name", "line"),
    [
        (
            "assessments",
            "tea",
            "cup",
            "no page asks it; name 'cup' under 'assessments' in a file of sections/, or delete the file.",
        ),
        (
            "exercises",
            "pour",
            "stir",
            "no page has it; name 'stir' under 'exercises' in a file of sections/, or delete the file.",
        ),
    ],
)
def test_what_no_page_uses_is_named(tmp_path: Path, kind: str, there: str, name: str, line: str) -> None:
    small_checkout(tmp_path)
    folder = tmp_path / "data" / kind
    text = (folder / f"{there}.toml").read_text(encoding="utf-8")
    (folder / f"{name}.toml").write_text(text.replace(f'id = "{there}"', f'id = "{name}"', 1), encoding="utf-8")
    renew(tmp_path)
    assert said(tmp_path) == [f"{kind}/{name}.toml: {line}"]


def test_what_two_pages_use_is_named(tmp_path: Path) -> None:
    small_checkout(tmp_path)
    second_page(tmp_path, assessments="", exercises="")
    assert of_content(tmp_path) == [
        "assessments/tea.toml: the pages 'tea' and 'milk' ask it; let one of them do so.",
        "exercises/pour.toml: the pages 'tea' and 'milk' have it; let one of them do so.",
    ]


def test_two_pages_may_ask_the_same_on_two_occasions(tmp_path: Path) -> None:
    small_checkout(tmp_path)
    with (tmp_path / "data" / "assessments" / "tea.toml").open("a", encoding="utf-8") as file:
        file.write(OCCASIONS)
    renew(tmp_path)
    change_file(tmp_path, "sections/tea.toml", "minutes = 20", 'minutes = 20\noccasion = "before"')
    second_page(tmp_path, assessments="", top='occasion = "after"')
    assert [line for line in of_content(tmp_path) if "notebooks/" not in line] == []
    second_page(tmp_path, assessments="", top='occasion = "before"')
    assert [line for line in of_content(tmp_path) if "notebooks/" not in line] == [
        "assessments/tea.toml: the pages 'tea' and 'milk' ask it on the occasion 'before'; let one of them do so.",
        "assessments/tea.toml: no page asks it on the occasion 'after'; let one of them do so, or take the occasions "
        "out.",
    ]


@pytest.mark.parametrize(
    ("file", "good", "bad", "line"),
    [
        (
            "references.json",
            '"note": "Seen: abstract."',
            '"note": "A fine paper."',
            "references.json, 'kettle2020': 'note' must begin with “Seen: ” and say what of the work was read, such as "
            "“Seen: abstract.”.",
        ),
        (
            "references.json",
            '[{"id"',
            '[{"id": "spoon", "title": "On spoons", "author": [{"family": "Spoon"}], '
            '"issued": {"date-parts": [[2021]]}, "publisher": "Tea Press", "note": "Seen: abstract."}, {"id"',
            "references.json, 'spoon': nothing cites this work; cite it on a page, or take it out.",
        ),
        (
            "agendas.toml",
            "Pour slowly.",
            "All do “Stir together” now.",
            "agendas.toml, 'tea-time', 'Pour', text: there is no exercise with the title “Stir together”; correct it, "
            "or the exercise.",
        ),
        (
            "agendas.toml",
            "Pour slowly.",
            "All do “Pour together” (8 minutes).",
            "agendas.toml, 'tea-time', 'Pour', text: “Pour together” takes 3 minutes, and not 8; correct "
            "one of the two.",
        ),
    ],
    ids=["not seen", "not cited", "no such exercise", "other minutes"],
)
def test_what_is_not_so_is_named(tmp_path: Path, file: str, good: str, bad: str, line: str) -> None:
    small_checkout(tmp_path)
    change_file(tmp_path, file, good, bad)
    assert said(tmp_path) == [line]


def test_a_guide_is_no_page_of_the_workshop(tmp_path: Path) -> None:
    small_checkout(tmp_path)
    second_page(tmp_path, exercises="")
    change_file(tmp_path, "sections/milk.toml", "02-milk", "facilitator-milk")
    assert of_content(tmp_path) == []


def test_where_the_content_has_mistakes_nothing_else_is_said(tmp_path: Path) -> None:
    small_checkout(tmp_path)
    change_file(tmp_path, "assessments/tea.toml", "minutes = 5", "minutes = 0")
    change_page(tmp_path, lambda page: page.cells.clear())
    assert said(tmp_path) == ["assessments/tea.toml, minutes: must be 1 or more."]


def test_without_notebooks_only_the_content_is_looked_at(tmp_path: Path) -> None:
    small_checkout(tmp_path)
    (tmp_path / "notebooks" / "01-tea.ipynb").unlink()
    (tmp_path / "notebooks").rmdir()
    assert said(tmp_path) == []
