"""The made-up group has answered every question, and the saved pictures are of its answers; else it is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_checkout import PAGE, PROMPTS, cell, change_file, change_page, said, save_pictures, small_checkout

from workshop_helpers.authoring.checkout import Checkout
from workshop_helpers.made_up import write_made_up

GROUP = "made-up-group.csv"
STALE = f"{GROUP}, 'tea': has no answers to 'tea' as it is now; run: workshop made-up-group"
OUT_OF_DATE = f"{PAGE}, cell 'discuss-tea': its saved picture is out of date; run: make pictures ARGS={PAGE}"


def test_without_the_group_its_answers_are_missed(tmp_path: Path) -> None:
    small_checkout(tmp_path)
    (tmp_path / "data" / GROUP).unlink()
    assert said(tmp_path) == [STALE]


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ('id = "tomorrow"', 'id = "next-week"'),
        ('green = "Green"', 'mint = "Mint"'),
        (
            '[[items]]\nid = "memory"',
            '[[items]]\nid = "x"\ntext = "X"\nformat = "choice"\noptions = "drinks"\n\n[[items]]\nid = "memory"',
        ),
    ],
    ids=["another id", "another option", "one more item"],
)
def test_a_question_that_was_changed_wants_new_answers(tmp_path: Path, good: str, bad: str) -> None:
    small_checkout(tmp_path)
    change_file(tmp_path, "assessments/tea.toml", good, bad)
    assert said(tmp_path) == [STALE]


def test_answers_to_what_is_not_there_any_more_are_named(tmp_path: Path) -> None:
    small_checkout(tmp_path)
    text = (tmp_path / "data" / GROUP).read_text(encoding="utf-8").splitlines()
    rows = [f"{line},{'cup/size' if place == 0 else 3}" for place, line in enumerate(text)]
    (tmp_path / "data" / GROUP).write_text("\n".join(rows), encoding="utf-8")
    assert said(tmp_path) == [f"{GROUP}, 'cup': has no answers to 'cup' as it is now; run: workshop made-up-group"]


def test_other_words_of_a_question_leave_the_answers_and_make_the_picture_old(tmp_path: Path) -> None:
    small_checkout(tmp_path)
    change_file(tmp_path, "assessments/tea.toml", "I warm the pot first.", "I warm the pot.")
    assert said(tmp_path) == [OUT_OF_DATE]


def test_answers_that_changed_make_the_picture_old(tmp_path: Path) -> None:
    small_checkout(tmp_path)
    change_file(tmp_path, "assessments/tea.toml", 'id = "warm-the-pot"', 'id = "hot-pot"')
    write_made_up(Checkout(tmp_path / "data").workshop, tmp_path / "data" / GROUP)
    assert said(tmp_path) == [OUT_OF_DATE]
    save_pictures(tmp_path)
    assert said(tmp_path) == []


def test_a_picture_that_is_not_saved_is_told(tmp_path: Path) -> None:
    small_checkout(tmp_path)
    change_page(tmp_path, lambda page: cell(page, "discuss-tea").update(outputs=[], execution_count=None))
    assert said(tmp_path) == [
        f"{PAGE}, cell 'discuss-tea': its picture is not saved yet; run: make pictures ARGS={PAGE}"
    ]


@pytest.mark.parametrize("more", [{"image/png": "aaaa"}, {"application/vnd.jupyter.widget-view+json": {}}])
def test_saved_output_of_another_kind_is_out_of_date(tmp_path: Path, more: dict[str, object]) -> None:
    small_checkout(tmp_path)
    change_page(tmp_path, lambda page: cell(page, "discuss-tea").outputs[0].data.update(more))
    assert said(tmp_path) == [OUT_OF_DATE]


def test_a_private_self_assessment_has_its_prompts_saved_and_no_answers_invented(tmp_path: Path) -> None:
    small_checkout(tmp_path, tea=PROMPTS.replace('"room"', '"private"'))
    change_page(tmp_path, lambda page: page.cells.remove(cell(page, "predict-tea")))
    assert said(tmp_path) == []
    change_file(tmp_path, "assessments/tea.toml", "What makes a pot good?", "What makes a pot?")
    assert said(tmp_path) == [OUT_OF_DATE]


def test_an_occasion_that_is_not_there_is_told_as_the_page_would_tell_it(tmp_path: Path) -> None:
    small_checkout(tmp_path)
    source = '# The group\'s picture: tea\nwh.discuss("tea", "before")'
    change_page(tmp_path, lambda page: cell(page, "discuss-tea").update(source=source))
    assert said(tmp_path) == [
        f"{PAGE}, cell 'discuss-tea': There is no occasion of 'tea' called 'before'. There is none."
    ]
