import xml.etree.ElementTree as ElementTree
from dataclasses import replace

from _figure_samples import release

from workshop_helpers.figures import table_html, table_text


def test_the_text_table_has_every_bar():
    assert table_text(release("one-choice", 24)) == (
        "How would you say it?\n"
        "24 people, in steps of four people: 4–7 means somewhere from 4 to 7.\n"
        "\n"
        "What would you do first?\n"
        "  say it plainly now     4–7\n"
        "  say it gently now      4–7\n"
        "  ask a question first   4–7\n"
        "  wait for a better time 0–3\n"
        "  write it               0–3\n"
        "  leave it               0–3\n"
        "  skipped                0–3"
    )


def test_sides_and_parts_are_named_in_the_text_table():
    assert "What would be fine to ask? (for me, say it plainly now)\n" in table_text(release("choices-views", 24))


def test_a_made_up_group_is_labelled_in_both():
    label = "Made-up group: these people are invented"
    assert label in table_text(release("one-choice", 24, made_up=True)).splitlines()
    assert f"<strong>{label}</strong>" in table_html(release("one-choice", 24, made_up=True))
    assert label not in table_html(release("one-choice", 24))


def test_html_tables_have_captions_and_headers_and_every_bar():
    picture = release("honest", 24)
    tables = ElementTree.fromstring(table_html(picture)).findall("table")
    assert len(tables) == 3
    for table in tables:
        assert table.findtext("caption")
        assert {head.get("scope") for head in table.findall("thead/tr/th")} == {"col"}
        assert {head.get("scope") for head in table.findall("tbody/tr/th")} == {"row"}
    cells = [cell.text for table in tables for cell in table.findall("tbody/tr/td")]
    assert cells == [table.step(option) for table in picture.tables for option in range(len(table.options))]


def test_two_sides_are_two_rows():
    tables = ElementTree.fromstring(table_html(release("views", 24))).findall("table")
    rows = [row.findtext("th") for table in tables for row in table.findall("tbody/tr")]
    assert rows[:2] == [
        "I notice when I have started composing my reply. (for me)",
        "I notice when I have started composing my reply. (for someone else)",
    ]


def test_words_are_never_taken_for_html():
    picture = release("one-choice", 24)
    bad = '<script>alert("&")</script>'
    table = replace(picture.tables[0], text=bad, options=(bad, *picture.tables[0].options[1:]))
    html = table_html(replace(picture, title=bad, policy_words=bad, tables=(table,)))
    assert "<script" not in html
    assert ElementTree.fromstring(html).findtext("table/caption") == bad
