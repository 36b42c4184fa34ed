"""Files of answers are read from memory as from disk; what each program writes is in ``test_importing_frames``."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_assessments import scales

from workshop_helpers.errors import ImportingError
from workshop_helpers.importing.files import read_table

QUESTIONS = {question.key: question for question in scales(2).questions()}


def test_a_file_in_memory_is_read_as_one_on_disk(tmp_path: Path) -> None:
    content = b"\xef\xbb\xbfq1;note\r\n4;a\r\n;b\r\n"
    path = tmp_path / "answers.csv"
    path.write_bytes(content)
    one, other = read_table(content, QUESTIONS), read_table(path, QUESTIONS)
    assert one.equals(other)
    assert list(one.columns) == ["q1", "note"]
    assert one["q1"].isna().tolist() == [False, True]


@pytest.mark.parametrize(
    ("content", "headings"),
    [
        (
            b'"Tea, or coffee, or milk?";"And, then, what?"\n"a, b";"c"\n',
            ["Tea, or coffee, or milk?", "And, then, what?"],
        ),
        (b"Tea; or coffee,Milk\nx,y\nz,y\n", ["Tea; or coffee", "Milk"]),
        (b"one\ttwo, three\n1\t2\n", ["one", "two, three"]),
        (b"one\n1\n2\n", ["one"]),
        (b"twice,twice\n1,2\n", ["twice", "twice"]),
        (b'"over\ntwo lines",b\n1,2\n', ["over\ntwo lines", "b"]),
    ],
)
def test_the_separator_is_the_one_under_which_rows_and_headings_fit(content: bytes, headings: list[str]) -> None:
    assert list(read_table(content, {}).columns) == headings


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_umlauts_are_read_in_any_usual_encoding(encoding: str) -> None:
    table = read_table("Größe,Café\nfür,–\n".encode(encoding), {})
    assert [*table.columns, *table.iloc[0]] == ["Größe", "Café", "für", "–"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "The file is not a table with the same number of columns in every row. Save it as CSV again."),
        (b"PK\x03\x04rest", "The file is a spreadsheet. Open it, save it as 'CSV UTF-8', and take that."),
        (b"\xd0\xcf\x11\xe0rest", "The file is a spreadsheet. Open it, save it as 'CSV UTF-8', and take that."),
        (b"\x89PNG\r\n\0", "The file is not text that can be read. Save it as 'CSV UTF-8', and take that."),
    ],
)
def test_what_is_no_table_is_refused_without_a_word_of_it(content: bytes, message: str) -> None:
    with pytest.raises(ImportingError) as caught:
        read_table(content, {})
    assert str(caught.value) == message
