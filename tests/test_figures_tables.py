from _figure_samples import release

from workshop_helpers.figures import table_text, text_tables


def test_the_text_table_has_every_bar():
    assert table_text(release("one-choice", 24)) == (
        "How would you say it?\n"
        "24 people, in bands of at least four people: 5–9 means somewhere from 5 to 9.\n"
        "\n"
        "What would you do first?\n"
        "  say it plainly now     0–4\n"
        "  say it gently now      5–9\n"
        "  ask a question first   0–4\n"
        "  wait for a better time 0–4\n"
        "  write it               0–4\n"
        "  leave it               0–4\n"
        "  skipped                0–4"
    )


def test_sides_and_parts_are_named_in_the_text_table():
    assert "What would be fine to ask? (for me, say it plainly now)\n" in table_text(release("choices-views", 24))


def test_a_made_up_group_is_labelled_in_both():
    label = "Made-up group: these people are invented"
    assert label in table_text(release("one-choice", 24, made_up=True)).splitlines()
    assert label not in table_text(release("one-choice", 24))
    assert text_tables(release("one-choice", 24, made_up=True)).notice == label
    assert text_tables(release("one-choice", 24)).notice == ""


def test_tables_have_captions_and_options_and_every_bar():
    picture = release("honest", 24)
    tables = text_tables(picture).each
    assert len(tables) == 3
    assert all(table.caption for table in tables)
    assert [table.options for table in tables] == list(dict.fromkeys(table.options for table in picture.tables))
    numbers = [number for table in tables for _, numbers in table.rows for number in numbers]
    assert numbers == [table.band(option) for table in picture.tables for option in range(len(table.options))]


def test_two_sides_are_two_rows():
    rows = [words for table in text_tables(release("views", 24)).each for words, _ in table.rows]
    assert rows[:2] == [
        "I notice when I have started composing my reply. (for me)",
        "I notice when I have started composing my reply. (for someone else)",
    ]
