"""The made-up group: invented, always the same, and fit to rehearse every discussion with."""

import csv

import pytest
from _content_samples import TEA, TWICE, with_parts, write_workshop

import workshop_helpers as wh
from workshop_helpers import made_up
from workshop_helpers.content.loading import MADE_UP_GROUP
from workshop_helpers.formats.base import DOES_NOT_APPLY
from workshop_helpers.made_up import PEOPLE, PERSON, made_up_group, read_made_up, write_made_up

POOLABLE = [assessment for assessment in wh.load_workshop().assessments.values() if assessment.policy != "private"]


@pytest.fixture
def tea_workshop(tmp_path, monkeypatch):
    """A workshop with every format, whose made-up group is read from a file of its own."""
    path = tmp_path / "made-up-group.csv"
    monkeypatch.setattr(made_up, "MADE_UP_GROUP", path)
    folder = write_workshop(tmp_path / "data")
    (folder / "assessments" / "twice.toml").write_text(TWICE, encoding="utf-8")
    (folder / "assessments" / "diary.toml").write_text(
        TEA.replace('id = "tea"', 'id = "diary"', 1).replace('"room"', '"private"'), encoding="utf-8"
    )
    workshop = wh.load_workshop(folder)
    write_made_up(workshop, path)
    return workshop


def test_the_file_is_the_one_that_the_command_writes(tmp_path):
    written = tmp_path / "group.csv"

    write_made_up(wh.load_workshop(), written)

    assert MADE_UP_GROUP.read_bytes() == written.read_bytes()  # if not: workshop made-up-group


def test_nobody_in_the_file_could_be_a_person():
    with MADE_UP_GROUP.open(encoding="utf-8", newline="") as file:
        names = [row[PERSON] for row in csv.DictReader(file)]

    assert names == [f"invented-{number:02}" for number in range(1, PEOPLE + 1)]


@pytest.mark.parametrize("assessment", POOLABLE, ids=lambda assessment: assessment.id)
def test_every_assessment_can_be_rehearsed(assessment):
    release = wh.pool_frame(read_made_up(assessment), assessment, made_up=True)

    assert (release.n, release.source) == (PEOPLE, "a made-up group")
    assert len(wh.prompts(release, assessment)) >= 2


def test_every_format_gives_answers_that_the_form_would_let_through(tea_workshop):
    for name in ("tea", "twice"):
        assessment = tea_workshop.assessment(name)

        release = wh.pool_frame(read_made_up(assessment), assessment, made_up=True)

        assert release.n == PEOPLE


def test_some_answers_are_skipped_and_most_are_not(tea_workshop):
    cells = [cell for row in made_up_group(tea_workshop) for cell in row.values()]

    assert 0.01 < cells.count("") / len(cells) < 0.1
    assert DOES_NOT_APPLY in cells


def test_private_assessments_and_text_have_no_invented_answers(tea_workshop):
    columns = made_up_group(tea_workshop)[0]

    assert not [column for column in columns if column.startswith("diary/")]
    assert "tea/memory" not in columns


def test_answers_to_one_idea_hang_together_with_reversed_items_turned_round(tea_workshop):
    rows = [
        row
        for row in made_up_group(tea_workshop)
        if row["tea/warm-the-pot"] and row["tea/forget-the-tea"] not in ("", DOES_NOT_APPLY)
    ]
    half = len(rows) // 2
    by_care = sorted(rows, key=lambda row: int(row["tea/warm-the-pot"]))
    least, most = (sum(int(row["tea/forget-the-tea"]) for row in part) for part in (by_care[:half], by_care[-half:]))

    assert least > most


def test_between_two_times_only_chance_moves_anybody():
    """A made-up group that grew calmer, or more open, would look like proof that the workshop works."""
    workshop = wh.load_workshop()
    rows = made_up_group(workshop)
    asked_twice = [a for a in workshop.assessments.values() if a.occasions and a.policy != "private"]
    assert asked_twice

    for assessment in asked_twice:
        means: dict[str, list[float]] = {}
        for question in assessment.questions():
            if question.scale is not None:
                cells = [row[f"{assessment.id}/{question.key}"] for row in rows]
                points = [int(cell) for cell in cells if cell not in ("", DOES_NOT_APPLY)]
                mean = sum(points) / len(points) / len(question.scale.values)
                means.setdefault(question.item.id, []).append(mean)
        for item, (then, now) in means.items():
            assert abs(now - then) < 0.1, f"{assessment.id}/{item}"


def test_a_new_assessment_leaves_the_other_columns_as_they_were(tea_workshop):
    others = {name: part for name, part in tea_workshop.assessments.items() if name != "twice"}

    assert made_up_group(with_parts(tea_workshop, assessments=others)) == [
        {column: cell for column, cell in row.items() if not column.startswith("twice/")}
        for row in made_up_group(tea_workshop)
    ]


def test_an_assessment_without_invented_answers_says_how_to_get_them(tea_workshop):
    with pytest.raises(wh.WorkshopError) as caught:
        read_made_up(tea_workshop.assessment("diary"))

    assert str(caught.value) == (
        "The made-up group has no answers to 'diary'. If it may be pooled, invent them with: workshop made-up-group"
    )


def test_a_missing_file_says_the_same(tea_workshop, tmp_path):
    (tmp_path / "made-up-group.csv").unlink()

    with pytest.raises(wh.WorkshopError) as caught:
        read_made_up(tea_workshop.assessment("tea"))

    assert str(caught.value) == (
        "The made-up group has no answers to 'tea'. If it may be pooled, invent them with: workshop made-up-group"
    )
