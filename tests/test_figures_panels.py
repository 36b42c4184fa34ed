from dataclasses import replace

import pytest
from _figure_samples import camps, release

from workshop_helpers.errors import ReleaseError
from workshop_helpers.figures.panels import panels


def test_panels_keep_the_order_of_the_items():
    picture = release("honest", 24)
    drawn = [table for panel in panels(picture) for group in panel.groups for table in group.tables]
    assert drawn == list(picture.tables)


def test_two_views_of_an_item_stand_together():
    (panel,) = panels(release("views", 24))
    assert [group.sides for group in panel.groups] == [("for me", "for someone else")] * 4


def test_two_views_of_a_part_stand_together():
    (panel,) = panels(release("choices-views", 24))
    assert [(group.text, group.sides) for group in panel.groups][:1] == [
        ("say it plainly now", ("for me", "for someone else"))
    ]


def test_two_occasions_are_paired_by_their_own_names():
    before, after = release("twice", 24, occasion="before"), release("twice", 24, occasion="after")
    (panel,) = panels(after, before)
    assert [group.sides for group in panel.groups] == [("Before", "After")] * 3
    assert panel.groups[0].tables == (before.tables[0], after.tables[0])


def test_two_releases_without_occasions_are_called_before_and_now():
    (panel,) = panels(release("listening", 24), release("listening", 26, shape=camps))
    assert {group.sides for group in panel.groups} == {("before", "now")}


def test_two_releases_of_two_views_make_four_rows():
    (panel,) = panels(release("views", 24), release("views", 26))
    assert panel.groups[0].sides == (
        "for me, before",
        "for someone else, before",
        "for me, now",
        "for someone else, now",
    )


def test_a_group_that_grew_past_the_merging_of_columns_is_drawn_apart():
    shown = panels(release("listening", 24), release("listening", 12))
    assert {len(panel.model.options) for panel in shown} == {4, 6}
    assert all(len(group.tables) == 1 for panel in shown for group in panel.groups)


def test_parts_whose_skipped_bars_differ_are_drawn_apart():
    picture = release("choices", 24)
    odd = replace(picture.tables[0], low=(8, 8, 4), high=(11, 11, 7))
    shown = panels(replace(picture, tables=(odd, *picture.tables[1:])))
    assert [len(panel.groups) for panel in shown] == [1, 5]


def test_a_release_without_tables_is_refused():
    with pytest.raises(ReleaseError) as error:
        panels(replace(release("listening", 24), tables=()))
    assert str(error.value) == "This picture has no tables, so there is nothing to draw."


def test_releases_of_two_self_assessments_are_refused():
    with pytest.raises(ReleaseError) as error:
        panels(release("listening", 24), release("honest", 24))
    assert str(error.value) == (
        "These pictures are of two self-assessments, 'honest' and 'listening'. Choose two of the same."
    )


def test_skipping_and_not_applying_are_no_answers_to_the_question():
    tables = {table.variable: table for table in release("honest", 24).tables}
    assert tables["discomfort"].answers == 5
    assert tables["usefulness"].options[tables["usefulness"].answers :] == ("does not apply", "skipped")
