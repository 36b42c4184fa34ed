"""Something new is started whole: a file, its name where it belongs, its cells; nothing is ever written over."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from small_checkout import PAGE, cell, change_page, said, save_pictures, small_checkout, without

import workshop_helpers as wh
from workshop_helpers.authoring.checkout import Checkout
from workshop_helpers.authoring.new import Started, new_assessment, new_exercise, new_section

Start = Callable[[Checkout], Started]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    small_checkout(tmp_path)
    return tmp_path


def everything(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def here(root: Path) -> Checkout:
    return Checkout(root / "data")


def cells_of(root: Path, page: str = PAGE) -> list[str]:
    return [cell.id for cell in nbformat.read(root / page, as_version=4).cells]


def test_a_self_assessment_is_started_with_its_cells_its_name_and_its_answers(root: Path) -> None:
    before = everything(root)
    started = new_assessment(here(root), "second-cup", "tea")
    after = everything(root)
    assert started == Started(
        ("data/assessments/second-cup.toml", "data/sections/tea.toml", PAGE, "data/made-up-group.csv"), PAGE
    )
    assert {name for name in after if after[name] != before.get(name)} == set(started.written)
    assert cells_of(root) == [
        "title",
        "begin",
        "reading-tea",
        "assess-tea",
        "predict-tea",
        "discuss-tea",
        "assess-second-cup",
        "predict-second-cup",
        "discuss-second-cup",
        "exercise-pour",
        "pour",
        "landing",
        "reflect",
        "sources",
        "finish",
    ]
    workshop = wh.load_workshop(root / "data")
    assert workshop.section("tea").assessments == ("tea", "second-cup")
    assert (workshop.assessment("second-cup").title, workshop.assessment("second-cup").sources) == (
        "Second cup",
        ("kettle2020",),
    )
    assert b"second-cup/first" in after["data/made-up-group.csv"]


def test_what_is_left_to_do_is_said(root: Path) -> None:
    new_assessment(here(root), "second-cup", "tea", "A second cup")
    file = "assessments/second-cup.toml"
    assert said(root) == [
        f"{file}, line 12: still to be written: choose one of the three, and delete this line.",
        f"{file}, line 15: still to be written: what to think of and over which time, and that anything can be "
        "skipped.",
        f"{file}, line 17: still to be written: the works that it rests on, by their ids in references.json; name "
        "them, and delete this line.",
        f"{file}, line 32: still to be written: one thing that a person did, in words that begin with “I”.",
        f"{file}, line 38: still to be written: another one, that needs no partner, job, child or home.",
        f"{file}, line 44: still to be written: a third one, in a stretch of time that is recent.",
        f"{file}, line 50: still to be written: a fourth one, that is safe to answer with somebody looking on.",
        f"{file}, line 56: still to be written: what the person alone is told, in whole sentences that fit whatever "
        "the answers were.",
        f"{file}, line 59: still to be written: what might lead somebody to one answer rather than another?",
        f"{file}, line 62: still to be written: what would have to be different for another answer to fit better?",
        f"{PAGE}, cell 'predict-second-cup': still to be written: what there is to guess. On which line will people "
        "agree most?",
        f"{PAGE}, cell 'discuss-second-cup': its picture is not saved yet; run: make pictures ARGS={PAGE}",
    ]


def written_out(root: Path) -> None:
    """Put an author's words for every placeholder, and save the pictures."""
    for path in [*(root / "data").rglob("*.toml"), *(root / "notebooks").glob("*.ipynb")]:
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        kept = [line.replace("TO WRITE: ", "So: ") for line in lines if not line.startswith("# TO WRITE")]
        path.write_text("".join(kept), encoding="utf-8")
    save_pictures(root)


@pytest.mark.parametrize(
    "start",
    [
        lambda checkout: new_assessment(checkout, "second-cup", "tea"),
        lambda checkout: new_exercise(checkout, "stir", "tea"),
    ],
    ids=["assessment", "exercise"],
)
def test_once_the_words_are_there_nothing_is_wrong(root: Path, start: Start) -> None:
    start(here(root))
    written_out(root)
    assert said(root) == []


def test_an_exercise_goes_behind_the_last_one(root: Path) -> None:
    started = new_exercise(here(root), "stir", "tea", "Stir, and talk")
    assert started == Started(("data/exercises/stir.toml", "data/sections/tea.toml", PAGE), PAGE)
    names = cells_of(root)
    assert names[names.index("pour") : names.index("landing")] == ["pour", "exercise-stir", "stir"]
    page = nbformat.read(root / PAGE, as_version=4)
    assert cell(page, "stir").source == '# An exercise for two or alone: stir, and talk\nwh.exercise("stir")'
    assert wh.load_workshop(root / "data").section("tea").exercises == ("pour", "stir")


def test_a_page_is_started_behind_the_last_one_and_filled_by_the_other_two(root: Path) -> None:
    page = "notebooks/02-milk.ipynb"
    assert new_section(here(root), "milk") == Started(("data/sections/milk.toml", page), page)
    assert cells_of(root, page) == ["title", "begin", "reading-milk", "landing", "reflect", "sources", "finish"]
    assert ": has 7 cells; a page has 10 to 40. Begin a self-assessment or an exercise: workshop new --help" in [
        line.removeprefix(page) for line in said(root)
    ]
    new_exercise(here(root), "stir", "milk")
    new_assessment(here(root), "second-cup", "milk")
    assert cells_of(root, page) == [
        "title",
        "begin",
        "reading-milk",
        "assess-second-cup",
        "predict-second-cup",
        "discuss-second-cup",
        "exercise-stir",
        "stir",
        "landing",
        "reflect",
        "sources",
        "finish",
    ]
    written_out(root)
    of_reading = [f"{page}, cell 'reading-milk': has "]
    assert [line for line in said(root) if not line.startswith(tuple(of_reading))] == [
        f"{page}: 'second-cup' rests on a work that no text here cites; write (Kettle, 2020) where it fits."
    ]


def test_a_page_may_be_put_at_a_place_that_is_free(root: Path) -> None:
    assert new_section(here(root), "milk", "Milk", 0).go_on_with == "notebooks/00-milk.ipynb"
    assert [section.id for section in wh.load_workshop(root / "data").sections] == ["milk", "tea"]


def test_a_page_without_anything_to_answer_begins_after_its_first_call(root: Path) -> None:
    for name in ("reading-tea", "assess-tea", "predict-tea", "discuss-tea", "exercise-pour", "pour"):
        change_page(root, without(name))
    new_exercise(here(root), "stir", "tea")
    assert cells_of(root)[:4] == ["title", "begin", "exercise-stir", "stir"]


def test_comments_and_lines_of_a_file_stay_as_they_were(root: Path) -> None:
    path = root / "data" / "sections" / "tea.toml"
    text = path.read_text(encoding="utf-8").replace(
        'assessments = ["tea"]', 'assessments = [\n  "tea",  # the first\n]  # more to come'
    )
    path.write_text(f"# Ours.\n{text}", encoding="utf-8")
    new_assessment(here(root), "second-cup", "tea")
    after = path.read_text(encoding="utf-8")
    assert after.splitlines()[0] == "# Ours."
    assert "# the first\n" in after
    assert wh.load_workshop(root / "data").section("tea").assessments == ("tea", "second-cup")


def test_a_page_whose_file_names_none_gets_its_first(root: Path) -> None:
    new_section(here(root), "milk")
    path = root / "data" / "sections" / "milk.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("exercises = []\n", ""), encoding="utf-8")
    new_exercise(here(root), "stir", "milk")
    assert wh.load_workshop(root / "data").section("milk").exercises == ("stir",)


@pytest.mark.parametrize(
    ("title", "first_line"),
    [
        ("The second cup", "# Your self-assessment: the second cup"),
        ("I and my cup", "# Your self-assessment: I and my cup"),
        ("TV and tea", "# Your self-assessment: TV and tea"),
        ("  Tea \n for “two” ", "# Your self-assessment: tea for “two”"),
        ('"Tea" \\ & {cups} $id', '# Your self-assessment: "Tea" \\ & {cups} $id'),
        ("x" * 50, f"# Your self-assessment: {'x' * 50}"),
    ],
)
def test_a_title_stands_in_the_file_and_on_the_page(root: Path, title: str, first_line: str) -> None:
    new_assessment(here(root), "second-cup", "tea", title)
    page = nbformat.read(root / PAGE, as_version=4)
    assert cell(page, "assess-second-cup").source == f'{first_line}\nwh.assess("second-cup")'
    assert wh.load_workshop(root / "data").assessment("second-cup").title == " ".join(title.split())


ID = "small letters and digits, with single hyphens between words, at most 50 characters, such as 'asking-for-help'."
TITLE = (
    "The title cannot be used: it has between 1 and 50 characters and no '#', because it stands on the first line of a "
    "cell. Choose a shorter one; in the file it can be longer."
)
REFUSALS: list[tuple[str, Start, str]] = [
    (
        "a file that is there",
        lambda checkout: new_assessment(checkout, "tea", "tea"),
        "data/assessments/tea.toml is there already, and is not written over. Choose another id.",
    ),
    (
        "an exercise that is there",
        lambda checkout: new_exercise(checkout, "pour", "tea"),
        "data/exercises/pour.toml is there already, and is not written over. Choose another id.",
    ),
    (
        "a page that is there",
        lambda checkout: new_section(checkout, "tea"),
        "data/sections/tea.toml is there already, and is not written over. Choose another id.",
    ),
    (
        "a cell of that name",
        lambda checkout: new_exercise(checkout, "reflect", "tea"),
        "One mistake in the workshop's content:\n"
        f"  - {PAGE}, cell 'reflect': is there already; take it out, or choose another id.",
    ),
    (
        "no such page",
        lambda checkout: new_assessment(checkout, "second-cup", "milk"),
        "There is no section called 'milk'. There are: 'tea'.",
    ),
    ("capitals", lambda checkout: new_exercise(checkout, "Stir", "tea"), f"'Stir' cannot be an id: {ID}"),
    ("a path", lambda checkout: new_section(checkout, "../milk"), f"'../milk' cannot be an id: {ID}"),
    ("no id", lambda checkout: new_assessment(checkout, "", "tea"), f"'' cannot be an id: {ID}"),
    ("a long id", lambda checkout: new_assessment(checkout, "x" * 51, "tea"), f"'{'x' * 51}' cannot be an id: {ID}"),
    ("a long title", lambda checkout: new_assessment(checkout, "second-cup", "tea", "x" * 51), TITLE),
    ("no title", lambda checkout: new_assessment(checkout, "second-cup", "tea", " "), TITLE),
    ("a hash in a title", lambda checkout: new_assessment(checkout, "second-cup", "tea", "Cup #2"), TITLE),
    ("half an emoji in a title", lambda checkout: new_exercise(checkout, "stir", "tea", "Tea \ud83d"), TITLE),
    (
        "a number that is taken",
        lambda checkout: new_section(checkout, "milk", number=1),
        "A page's number is between 0 and 99 and its own, and 1 cannot be used. Taken are: 1.",
    ),
    (
        "a number that is too large",
        lambda checkout: new_section(checkout, "milk", number=100),
        "A page's number is between 0 and 99 and its own, and 100 cannot be used. Taken are: 1.",
    ),
]


@pytest.mark.parametrize(("start", "message"), [one[1:] for one in REFUSALS], ids=[what for what, *_ in REFUSALS])
def test_what_cannot_be_started_is_refused_in_words_and_nothing_is_written(
    root: Path, start: Start, message: str
) -> None:
    before = everything(root)
    with pytest.raises(wh.WorkshopError) as caught:
        start(here(root))
    assert str(caught.value) == message
    assert everything(root) == before


STARTS = [
    lambda checkout: new_assessment(checkout, "second-cup", "tea"),
    lambda checkout: new_exercise(checkout, "stir", "tea"),
    lambda checkout: new_section(checkout, "milk"),
]
each_start = pytest.mark.parametrize("start", STARTS, ids=["assessment", "exercise", "section"])


@each_start
def test_mistakes_in_the_content_come_first(root: Path, start: Start) -> None:
    path = root / "data" / "exercises" / "pour.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("seconds = 90", "seconds = 9"), encoding="utf-8")
    before = everything(root)
    with pytest.raises(wh.WorkshopError) as caught:
        start(here(root))
    assert str(caught.value) == (
        "One mistake in the workshop's content:\n  - exercises/pour.toml, steps 1 seconds: must be 15 or more."
    )
    assert everything(root) == before


@each_start
def test_without_notebooks_nothing_is_started(root: Path, start: Start) -> None:
    (root / "notebooks").rename(root / "elsewhere")
    before = everything(root)
    with pytest.raises(wh.WorkshopError) as caught:
        start(here(root))
    assert str(caught.value) == (
        "There is no folder 'notebooks' beside the content, so nothing can be put on a page. Work in a checkout of the "
        "workshop, and run the command that is installed there: .venv/bin/workshop"
    )
    assert everything(root) == before


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        (None, f"The page 'tea' has no {PAGE}. Put that there first."),
        (
            json.dumps({"nbformat": 3}),
            "One mistake in the workshop's content:\n"
            f"  - {PAGE}: is no notebook of format 4.5; open and save it in JupyterLab.",
        ),
    ],
)
@pytest.mark.parametrize("start", STARTS[:2], ids=["assessment", "exercise"])
def test_a_page_that_cannot_be_read_gets_nothing(root: Path, start: Start, broken: str | None, message: str) -> None:
    (root / PAGE).unlink()
    if broken is not None:
        (root / PAGE).write_text(broken, encoding="utf-8")
    before = everything(root)
    with pytest.raises(wh.WorkshopError) as caught:
        start(here(root))
    assert str(caught.value) == message
    assert everything(root) == before
