"""A file is read when it is asked for, and a mistake in it stops only what needs that file."""

from pathlib import Path

import pytest
from _content_samples import AGENDAS, POUR, SECTION, TEA, write_workshop

import workshop_helpers as wh
from workshop_helpers.content import Workshop
from workshop_helpers.content.reading import DataFolder
from workshop_helpers.errors import ContentError

BROKEN = "minutes = 0\n"
FILES = [
    "workshop.toml",
    "agendas.toml",
    "references.json",
    "assessments/coffee.toml",
    "assessments/tea.toml",
    "exercises/pour.toml",
    "exercises/stir.toml",
    "sections/milk.toml",
    "sections/tea.toml",
]
ASKED = [
    # what is asked for, the files that it needs
    (lambda workshop: workshop.assessment("tea").title, ["assessments/tea.toml"]),
    (lambda workshop: workshop.exercise("pour").title, ["exercises/pour.toml"]),
    (lambda workshop: workshop.section("tea").title, ["sections/tea.toml"]),
    (lambda workshop: workshop.agenda("tea-time").title, ["agendas.toml"]),
    (lambda workshop: workshop.support.text, ["workshop.toml"]),
    (lambda workshop: workshop.title, ["workshop.toml"]),
    (lambda workshop: workshop.references["kettle2020"], ["references.json"]),
    (lambda workshop: list(workshop.assessments), []),
]

each_thing = pytest.mark.parametrize(
    ("ask", "needed"), ASKED, ids=["assessment", "exercise", "section", "agenda", "support", "title", "source", "names"]
)


@pytest.fixture
def folder(tmp_path):
    folder = write_workshop(tmp_path / "data", agendas=AGENDAS)
    for kind, text, old, new in (
        ("assessments", TEA, "tea", "coffee"),
        ("exercises", POUR, "pour", "stir"),
        ("sections", SECTION.replace("01-tea", "02-milk"), "tea", "milk"),
    ):
        (folder / kind / f"{new}.toml").write_text(text.replace(f'id = "{old}"', f'id = "{new}"', 1), encoding="utf-8")
    return folder


@each_thing
def test_what_is_asked_for_is_there_though_every_other_file_is_broken(folder, ask, needed):
    for file in set(FILES) - set(needed):
        (folder / file).write_text(BROKEN, encoding="utf-8")

    assert ask(Workshop(DataFolder(folder)))


@each_thing
def test_only_the_files_that_are_needed_are_opened(folder, monkeypatch, ask, needed):
    opened, read = [], Path.read_text

    def noted(path, **how):
        opened.append(path)
        return read(path, **how)

    monkeypatch.setattr(Path, "read_text", noted)
    workshop = Workshop(DataFolder(folder))

    ask(workshop)
    ask(workshop)

    assert opened == [folder / file for file in needed]


@pytest.mark.parametrize(
    ("file", "ask"), [(needed[0], ask) for ask, needed in ASKED if needed], ids=[n[0] for _, n in ASKED if n]
)
def test_a_file_that_is_needed_and_broken_says_all_that_is_wrong_in_it_each_time(folder, file, ask):
    (folder / file).write_text(BROKEN, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        wh.load_workshop(folder)
    in_all = [mistake for mistake in caught.value.mistakes if mistake.file == file]
    workshop = Workshop(DataFolder(folder))

    for _ in range(2):
        with pytest.raises(ContentError) as caught:
            ask(workshop)
        assert list(caught.value.mistakes) == in_all != []


def test_a_page_that_cannot_be_read_is_left_out_of_the_order_and_says_why_when_it_is_opened(folder):
    (folder / "sections" / "milk.toml").write_text(SECTION, encoding="utf-8")
    workshop = Workshop(DataFolder(folder))

    assert [section.id for section in workshop.sections] == ["tea"]
    with pytest.raises(ContentError) as caught:
        workshop.section("milk")
    assert [str(mistake) for mistake in caught.value.mistakes] == [
        "sections/milk.toml, id: must be the file's name, 'milk'."
    ]


@pytest.mark.parametrize("name", ["coffee.toml", "../sections/tea", "_template", ""])
def test_only_the_name_of_a_file_that_was_listed_opens_one(folder, name):
    (folder / "assessments" / "_template.toml").write_text(TEA, encoding="utf-8")

    with pytest.raises(wh.WorkshopError) as caught:
        Workshop(DataFolder(folder)).assessment(name)

    assert str(caught.value) == f"There is no self-assessment called '{name}'. There are: 'coffee', 'tea'."


def test_a_whole_workshop_that_was_checked_opens_nothing_again(folder, monkeypatch):
    workshop = wh.load_workshop(folder)
    monkeypatch.setattr(Path, "read_text", None)

    assert [section.id for section in workshop.sections] == ["tea", "milk"]
    assert workshop.assessment("coffee").title == workshop.assessment("tea").title
    assert workshop.agenda("tea-time").title == "Tea time"
    assert workshop.references
    assert workshop.support
