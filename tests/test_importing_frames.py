from __future__ import annotations

import gzip
import random
from collections import Counter
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from small_assessments import EVERY_FORMAT, before_and_after, choice, scales, small

from workshop_helpers.answers import Answers
from workshop_helpers.content import Assessment
from workshop_helpers.errors import ImportingError, PolicyError, TooFewPeople
from workshop_helpers.importing import frames
from workshop_helpers.importing.frames import MissingColumns, UnusedColumns, pool_frame
from workshop_helpers.pooling.contribution import contribution
from workshop_helpers.pooling.pool import Pool
from workshop_helpers.pooling.release import Release

SIX = scales(1, scale="six", policy="light")
PICK = choice(policy="light")
EVERY = small(*EVERY_FORMAT, policy="light")
ALLOWED_SIX = "the answer must be a whole number from 1 to 6. To skip the item, leave it out."


def counts(release: Release, variable: str) -> dict[str, int]:
    """The exact counts of one table, without the options that nobody chose."""
    table = release.table(variable)
    assert table.low == table.high
    return {option: number for option, number in zip(table.options, table.low, strict=True) if number}


def csv_file(folder: Path, content: str | bytes) -> Path:
    path = folder / "answers.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


# --- real input -------------------------------------------------------------------------------------


def survey(people: int, items: int) -> list[list[int | None]]:
    chance = random.Random(2800)
    return [[None if chance.random() < 0.05 else chance.randint(1, 6) for _ in range(items)] for _ in range(people)]


def test_a_survey_of_2800_people_gives_the_counts_of_a_plain_tally(tmp_path: Path) -> None:
    rows = survey(2800, 25)
    heading = ",".join(f"q{i}" for i in range(1, 26))
    lines = [",".join("" if cell is None else str(cell) for cell in row) for row in rows]
    path = csv_file(tmp_path, "\n".join([heading, *lines]))
    light, room = (pool_frame(path, scales(25, scale="six", policy=policy)) for policy in ("light", "room"))
    for i in range(25):
        tally = Counter(row[i] for row in rows)
        exact = tuple(tally[point] for point in (1, 2, 3, 4, 5, 6, None))
        assert light.table(f"q{i + 1}").low == light.table(f"q{i + 1}").high == exact
        bands = room.table(f"q{i + 1}")
        assert all(low <= number <= high for low, number, high in zip(bands.low, exact, bands.high, strict=True))
        assert all(low % 6 == 0 and high - low == 5 for low, high in zip(bands.low, bands.high, strict=True))
    assert light.n == room.n == 2800


def test_a_million_rows_are_read(tmp_path: Path) -> None:
    path = csv_file(tmp_path, "q1\n" + "1\n2\n3\nNA\n" * 250_000)
    assert counts(pool_frame(path, SIX), "q1") == {
        "1 not at all": 250_000, "2": 250_000, "3": 250_000, "skipped": 250_000,
    }  # fmt: skip


def test_a_table_gives_the_picture_that_a_pool_would_have_given() -> None:
    people: list[dict[str, object]] = [
        {"walk": 3, "favourite": "tea", "cupboard": ("tea",), "order": ("water", "tea", "coffee")},
        {"walk": "does-not-apply", "ladder": 0, "cupboard": (), "budget": {"tea": 20}},
        {"ladder": 10, "favourite": "water", "budget": {"coffee": 5, "water": 15}, "secret": 1},
        {"walk": 1, "cupboard": ("tea", "water"), "diary": "Mine."},
        {},
    ]
    pool = Pool(EVERY, seats=5)
    for number, given in enumerate(people):
        pool.submit(number.to_bytes(16, "big"), contribution(Answers(EVERY, given)))
    frame = pd.DataFrame(people, columns=[question.key for question in EVERY.questions()], dtype=object)
    assert pool_frame(frame, EVERY).to_json() == pool.reveal().to_json()


def test_made_up_people_are_called_so() -> None:
    frame = pd.DataFrame({"q1": [1] * 5})
    assert pool_frame(frame, SIX).source == "a room"
    assert pool_frame(frame, SIX, made_up=True).source == "a made-up group"


# --- what a cell can be ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("column", "found"),
    [
        (pd.Series([1, 2, 6, 6, 6]), {"1 not at all": 1, "2": 1, "6 fully": 3}),
        (pd.Series([1.0, float("nan"), 2.0, 2.0, 2.0]), {"1 not at all": 1, "2": 3, "skipped": 1}),
        (pd.Series([1, None, 2, 2, 2], dtype="Int64"), {"1 not at all": 1, "2": 3, "skipped": 1}),
        (pd.Series([1, 2, 2, 2, 2], dtype="int8"), {"1 not at all": 1, "2": 4}),
        (pd.Series(["1", "1.0", " 2 ", "", "skipped"]), {"1 not at all": 2, "2": 1, "skipped": 2}),
        (pd.Series(["1 not at all", "6 fully", "6", None, "+6"]), {"1 not at all": 1, "6 fully": 3, "skipped": 1}),
        (pd.Series(["2", "2", "3", "3", None], dtype="category"), {"2": 2, "3": 2, "skipped": 1}),
        (pd.Series([2, 2, 3, 3, 3], dtype=pd.CategoricalDtype([2, 3, 99])), {"2": 2, "3": 3}),
        (pd.Series([1, "1", 1.0, None, pd.NA], dtype=object), {"1 not at all": 3, "skipped": 2}),
    ],
    ids=lambda value: str(getattr(value, "dtype", "")),
)  # fmt: skip
def test_a_point_of_a_scale_is_read_from_any_kind_of_column(column: pd.Series[Any], found: dict[str, int]) -> None:
    assert counts(pool_frame(pd.DataFrame({"q1": column}), SIX), "q1") == found


CELLS = [
    ("favourite", "tea", {"favourite": "Tea"}),
    ("favourite", "Coffee", {"favourite": "Coffee"}),
    ("walk", "does not apply", {"walk": "does not apply"}),
    ("walk", "does-not-apply", {"walk": "does not apply"}),
    ("walk", "always", {"walk": "always"}),
    ("ladder", "10 all", {"ladder": "7 to 10"}),
    ("order", "water; tea;coffee", {"order": "Water"}),
    ("order", ["coffee", "water", "tea"], {"order": "Coffee"}),
    ("cupboard", "tea;Water", {"cupboard.tea": "chosen", "cupboard.coffee": "not chosen", "cupboard.water": "chosen"}),
    ("cupboard", ("tea",), {"cupboard.tea": "chosen", "cupboard.coffee": "not chosen", "cupboard.water": "not chosen"}),
    ("cupboard", ";", dict.fromkeys(("cupboard.tea", "cupboard.coffee", "cupboard.water"), "not chosen")),
    ("cupboard", [], dict.fromkeys(("cupboard.tea", "cupboard.coffee", "cupboard.water"), "not chosen")),
    ("cupboard", "", dict.fromkeys(("cupboard.tea", "cupboard.coffee", "cupboard.water"), "skipped")),
    ("budget", "tea=5; Water = 15", {"budget.tea": "some", "budget.coffee": "none", "budget.water": "most"}),
    ("budget", {"coffee": 20}, {"budget.tea": "none", "budget.coffee": "most", "budget.water": "none"}),
]


@pytest.mark.parametrize(("key", "cell", "found"), CELLS, ids=str)
@pytest.mark.filterwarnings("ignore::workshop_helpers.importing.frames.MissingColumns")
def test_a_cell_is_an_id_a_label_or_several(key: str, cell: object, found: dict[str, str]) -> None:
    release = pool_frame(pd.DataFrame({key: pd.Series([cell] * 5, dtype=object)}), EVERY)
    assert {variable: counts(release, variable) for variable in found} == {v: {o: 5} for v, o in found.items()}


@pytest.mark.parametrize("item", EVERY_FORMAT[2:6], ids=["choice", "choices", "ranking", "points"])
@pytest.mark.parametrize("words", ["does not apply", "does-not-apply"])
def test_what_does_not_apply_is_read_in_every_format(item: str, words: str) -> None:
    assessment = small(f"{item}\ndoes-not-apply = true", policy="light")
    (question,) = assessment.questions()
    release = pool_frame(pd.DataFrame({question.key: [words] * 6}), assessment)
    assert {counts(release, table.variable) == {"does not apply": 6} for table in release.tables} == {True}


def test_the_id_of_an_option_may_be_a_number(tmp_path: Path) -> None:
    assessment = small(
        'id = "year"\nformat = "choice"\noptions = "years"',
        policy="light",
        more='[options.years]\n1999 = "Then"\n2024 = "Now"\n007 = "Bond"\n',
    )
    path = csv_file(tmp_path, "year\n1999\n2024\n007\nThen\nskipped\n")
    found = {"Then": 2, "Now": 1, "Bond": 1, "skipped": 1}
    assert counts(pool_frame(path, assessment), "year") == found
    frame = pd.DataFrame({"year": [1999.0, 1999, 2024, float("nan"), 2024]})
    assert counts(pool_frame(frame, assessment), "year") == {"Then": 2, "Now": 2, "skipped": 1}


def test_an_option_may_be_called_what_other_programs_write_for_nothing(tmp_path: Path) -> None:
    assessment = small(
        'id = "bread"\nformat = "choice"\noptions = "breads"',
        policy="light",
        more='[options.breads]\nnan = "Flat bread"\nloaf = "null"\nroll = "NA"\n',
    )
    path = csv_file(tmp_path, "bread\nnan\nNaN\nnull\nNA\nskipped\n")
    assert counts(pool_frame(path, assessment), "bread") == {"Flat bread": 2, "null": 1, "NA": 1, "skipped": 1}


def test_a_derived_variable_is_worked_out_row_by_row() -> None:
    scale_items = [f'id = "{n}"\nformat = "scale"\nscale = "often"\nsubscale = "{n}"\nprivate = true' for n in "st"]
    more = "".join(
        f'[[subscales]]\nid = "{n}"\ntitle = "{n}"\nserves = "."\ncosts = "."\nexperiment = "."\n' for n in "st"
    )
    more += (
        '[[pooled]]\nkind = "quadrant"\nid = "where"\ntitle = "Where"\nsubscales = ["s", "t"]\nsplit = 3\n'
        'labels = ["neither", "s", "t", "both"]\n'
    )
    assessment = small(*scale_items, policy="light", more=more)
    frame = pd.DataFrame({"s": ["1", "5", "5", None, "1"], "t": pd.Categorical([1, 5, 1, 5, 1])})
    assert counts(pool_frame(frame, assessment), "where") == {"neither": 2, "s": 1, "both": 1, "skipped": 1}


# --- what a file can be -----------------------------------------------------------------------------------


LETTERS = small(
    'id = "q1"\nformat = "scale"\nscale = "six"',
    'id = "pick"\nformat = "choice"\noptions = "letters"',
    policy="light",
    more='[options.letters]\na = "Alpha"\nb = "Beta"\nae = "Ä"\n',
)


@pytest.mark.parametrize(
    "content",
    [
        "q1,pick\n1,a\n2,b\nskipped,\n6,Ä\n6,a\n",
        "\ufeffq1,pick\n1,a\n2,b\nskipped,\n6,Ä\n6,a",
        "q1;pick\r\n1;a\r\n2;b\r\nskipped;\r\n6;Ä\r\n6;a\r\n",
        "q1\tpick\n1\ta\n2\tb\nskipped\t\n6\tÄ\n6\ta\n",
        '"q1","pick"\n"1","a"\n"2","b"\n"skipped",""\n"6","Ä"\n"6","a"\n',
        "q1 , pick\n1,a\n2,b\nskipped,\n6 ,Ä\n6,  a\n",
        "\n\nq1,pick\n1,a\n2,b\nskipped,\n\n6,Ä\n6,a\n\n\n",
        "pick,q1\na,1 not at all\nBeta,2.0\n,NaN\nae,6 fully\na,6\n",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_a_csv_file_may_come_from_any_program(tmp_path: Path, content: str, encoding: str) -> None:
    content = content if encoding == "utf-8" else content.removeprefix("\ufeff")
    release = pool_frame(csv_file(tmp_path, content.encode(encoding)), LETTERS)
    assert counts(release, "q1") == {"1 not at all": 1, "2": 1, "6 fully": 2, "skipped": 1}
    assert counts(release, "pick") == {"Alpha": 2, "Beta": 1, "Ä": 1, "skipped": 1}


def test_a_quoted_answer_may_go_over_two_lines(tmp_path: Path) -> None:
    path = csv_file(tmp_path, 'note,q1\n"one, and\ntwo",1\n' + '"a ""quoted"" word",2\n' * 4)
    with pytest.warns(UnusedColumns):
        release = pool_frame(path, SIX)
    assert counts(release, "q1") == {"1 not at all": 1, "2": 4}


def test_headings_with_commas_do_not_hide_the_separator(tmp_path: Path) -> None:
    path = csv_file(tmp_path, "when, where, with whom\tq1\n" + "today, here, nobody\t3\n" * 5)
    with pytest.warns(UnusedColumns):
        assert counts(pool_frame(path, SIX), "q1") == {"3": 5}


def test_rows_longer_than_the_headings_do_not_shift_the_columns(tmp_path: Path) -> None:
    path = csv_file(tmp_path, "q1,note\n" + "1,2,\n" * 5)  # pandas alone would take the first column for labels
    with pytest.warns(UnusedColumns):
        assert counts(pool_frame(path, SIX), "q1") == {"1 not at all": 5}


UNEVEN = "'answers.csv' is not a table with the same number of columns in every row. Save it as CSV again."
NO_TEXT = "'answers.csv' is not text that can be read. Save it as 'CSV UTF-8', and take that."
SPREADSHEET = "'answers.csv' is a spreadsheet. Open it, save it as 'CSV UTF-8', and take that."
NO_COLUMN = "No column is named after a question of 'small'. Name them: q1."
TWICE = "Two columns have the name of the same question. Take one of them out."


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", UNEVEN),
        (b"\n\n", UNEVEN),
        (b"q1\n1\n2,3\n", UNEVEN),
        (b"q1,note\n1,2,3\n", UNEVEN),
        (b'q1\n"1\n2\n', UNEVEN),
        (b"q1\n\x81\n", NO_TEXT),
        (b"\xff\xfeq1\n", NO_TEXT),
        (gzip.compress(b"q1\n1\n"), NO_TEXT),
        (b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x9b\xff", SPREADSHEET),
        (b"mood\n1\n", NO_COLUMN),
        (b"1\n2\n3\n", NO_COLUMN),
        ("q1\n1\n".encode("utf-16-le"), NO_COLUMN),
        (b"q1,q1\n1,2\n", TWICE),
        (b"q1\n", "The table has 0 rows, one a person, and this picture needs 5 (exact counts, from five people). "
                  "Gather more answers, or talk about the questions without a picture."),
        (b"q1\n1\n", "The table has 1 row, one a person, and this picture needs 5 (exact counts, from five people). "
                     "Gather more answers, or talk about the questions without a picture."),
    ],
    ids=range(15),
)  # fmt: skip
def test_a_file_that_is_no_table_of_answers_gets_one_clear_error(tmp_path: Path, content: bytes, message: str) -> None:
    with pytest.raises((ImportingError, TooFewPeople)) as caught:
        pool_frame(csv_file(tmp_path, content), SIX)
    assert str(caught.value) == message


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(ImportingError) as caught:
        pool_frame(tmp_path / "gone.csv", SIX)
    assert str(caught.value) == "There is no file 'gone.csv' there. Check the folder and the name."
    with pytest.raises(ImportingError) as caught:
        pool_frame(str(tmp_path), SIX)
    assert str(caught.value) == f"'{tmp_path.name}' cannot be opened. Check that it is a file that you may read."


@pytest.mark.parametrize(
    "source", [None, 5, [1, 2], {"q1": [1]}, pd.Series([1], name="q1")], ids=lambda s: type(s).__name__
)
def test_only_a_frame_or_a_path_is_a_table(source: Any) -> None:
    with pytest.raises(ImportingError) as caught:
        pool_frame(source, SIX)
    assert str(caught.value) == "Hand over a pandas frame, or the path of a CSV file."


# --- what cannot be used ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "bad",
    [
        0, 7, -1, 3.5, float("inf"), 10**400, -(10**5000), True, False, "7", "1_0", "1e0", "inf", "nope", "１", "=1+1",
        "9" * 5000, b"3", [3], {"a": 3}, {3}, (3, 4), pd.Timestamp(0), 3j, object(),
    ],
    ids=lambda value: repr(value)[:12] if not isinstance(value, int) else "a number",
)  # fmt: skip
def test_a_value_that_cannot_be_used_is_named_by_its_place(bad: object) -> None:
    frame = pd.DataFrame({"q1": pd.Series([1, 1, bad, 2, bad, 1], dtype=object)})
    with pytest.raises(ImportingError) as caught:
        pool_frame(frame, SIX)
    assert str(caught.value) == (
        f"Some values cannot be used:\n  - column 'q1', 2 values, in rows 3 and 5 (headings not counted): {ALLOWED_SIX}"
    )


@pytest.mark.parametrize(
    "column", [pd.Series([True] * 5), pd.Series([True, True, None, True, True, True], dtype="boolean")]
)
def test_true_and_false_are_no_points_of_a_scale(column: pd.Series[Any]) -> None:
    with pytest.raises(ImportingError, match=r"^Some values cannot be used:\n  - column 'q1', 5 values, in rows 1, "):
        pool_frame(pd.DataFrame({"q1": column}), SIX)


def test_a_formula_in_a_file_is_a_value_like_any_other(tmp_path: Path) -> None:
    path = csv_file(tmp_path, "q1\n1\n=1+1\n2\n3\n@SUM(A1)\n")
    with pytest.raises(ImportingError) as caught:
        pool_frame(path, SIX)
    assert str(caught.value) == (
        f"Some values cannot be used:\n  - column 'q1', 2 values, in rows 2 and 5 (headings not counted): {ALLOWED_SIX}"
    )


def test_nul_bytes_in_a_file_are_a_value_like_any_other(tmp_path: Path) -> None:
    with pytest.raises(ImportingError) as caught:
        pool_frame(csv_file(tmp_path, "q1\n1\n1\0\n1\n1\n1\n"), SIX)
    assert str(caught.value) == (
        f"Some values cannot be used:\n  - column 'q1', 1 value, in row 2 (headings not counted): {ALLOWED_SIX}"
    )


def test_every_column_that_cannot_be_used_is_named_with_its_first_rows() -> None:
    frame = pd.DataFrame({"q1": [0] * 1500 + [1] * 500, "q2": [1] * 2000, "q3": [1, 9] + [1] * 1998})
    with pytest.raises(ImportingError) as caught:
        pool_frame(frame, scales(3, scale="six"))
    assert str(caught.value) == (
        "Some values cannot be used:\n"
        "  - column 'q1', 1,500 values, in rows 1, 2, 3, 4, 5 and 1,495 more (headings not counted): "
        f"{ALLOWED_SIX}\n"
        f"  - column 'q3', 1 value, in row 2 (headings not counted): {ALLOWED_SIX}"
    )


def test_a_column_of_nothing_but_different_wrong_values_is_not_read_to_its_end() -> None:
    frame = pd.DataFrame({"q1": [f"note {i}" for i in range(100_000)]})
    with pytest.raises(ImportingError) as caught:
        pool_frame(frame, SIX)
    assert str(caught.value) == (
        "Some values cannot be used:\n"
        "  - column 'q1', at least 1,000 values, in rows 1, 2, 3, 4, 5 and 995 more (headings not counted): "
        f"{ALLOWED_SIX}"
    )


def test_a_private_column_is_not_even_read() -> None:
    frame = pd.DataFrame({"pick": ["a"] * 5, "secret": ["no scale has this"] * 5})
    assessment = small(
        'id = "pick"\nformat = "choice"\noptions = "five"',
        'id = "secret"\nformat = "scale"\nscale = "often"\nprivate = true',
        policy="light",
    )
    assert counts(pool_frame(frame, assessment), "pick") == {"A": 5}


# --- columns --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        (["q1", "Ann said so"], "Column 2 of the table: no question of 'small', so not used."),
        (["name", "q1", 5, ("q1", "x")], "Columns 1, 3 and 4 of the table: no question of 'small', so not used."),
        (
            ["a", "b", "c", "d", "e", "f", "q1"],
            "Columns 1, 2, 3, 4, 5 and 1 more of the table: no question of 'small', so not used.",
        ),
    ],
)
def test_columns_that_are_no_questions_are_passed_over_and_named_by_place(columns: list[Any], message: str) -> None:
    frame = pd.DataFrame([[1] * len(columns)] * 5, columns=pd.Index(columns, dtype=object, tupleize_cols=False))
    with pytest.warns(UnusedColumns) as warned:
        pool_frame(frame, SIX)
    assert [str(warning.message) for warning in warned] == [message]
    assert warned[0].filename == __file__


def test_questions_without_a_column_are_named_and_count_as_skipped() -> None:
    with pytest.warns(MissingColumns) as warned:
        release = pool_frame(pd.DataFrame({"q2": [1] * 5}), scales(3, scale="six", policy="light"))
    assert [str(warning.message) for warning in warned] == [
        "No column for q1 and q3 of 'small': counted as skipped by everybody."
    ]
    assert counts(release, "q1") == {"skipped": 5}


@pytest.mark.parametrize(
    "frame",
    [
        pd.DataFrame(),
        pd.DataFrame({"mood": [1] * 5}),
        pd.DataFrame([[1, 2]] * 5, columns=pd.MultiIndex.from_tuples([("q1", "x"), ("q1", "y")])),
        pd.DataFrame([[1, 2]] * 5),
    ],
)
def test_a_table_without_any_question_is_refused(frame: pd.DataFrame) -> None:
    with pytest.raises(ImportingError) as caught:
        pool_frame(frame, SIX)
    assert str(caught.value) == NO_COLUMN


def test_two_columns_of_one_question_are_refused() -> None:
    with pytest.raises(ImportingError) as caught:
        pool_frame(pd.DataFrame([[1, 2]] * 5, columns=["q1", "q1"]), SIX)
    assert str(caught.value) == TWICE


def test_the_index_of_a_frame_means_nothing() -> None:
    frame = pd.DataFrame({"q1": [1, 2, 3, 4, 9]}, index=["x", "x", "y", "z", "z"])
    with pytest.raises(ImportingError, match=r"in row 5 \(headings not counted\)"):
        pool_frame(frame, SIX)


def test_one_occasion_uses_its_own_columns() -> None:
    assessment = before_and_after(policy="light")
    frame = pd.DataFrame({"calm.before": [1] * 5, "calm.after": [5] * 5})
    assert [table.variable for table in pool_frame(frame, assessment).tables] == ["calm.before", "calm.after"]
    with pytest.warns(UnusedColumns):
        after = pool_frame(frame, assessment, occasion="after")
    assert counts(after, "calm.after") == {"always": 5}


# --- people and policy ----------------------------------------------------------------------------------------------


def test_more_rows_than_can_be_people_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frames, "LARGEST_GROUP", 1000)
    with pytest.raises(ImportingError) as caught:
        pool_frame(pd.DataFrame({"q1": [1] * 1001}), SIX)
    assert str(caught.value) == "The table has more than 1,000 rows. Split it or draw a sample."


def test_the_policy_is_as_strict_as_in_a_room(private_one: Assessment) -> None:
    frame = pd.DataFrame({"pick": ["a"] * 7})
    with pytest.raises(TooFewPeople):
        pool_frame(frame, PICK, "room")
    with pytest.raises(PolicyError):
        pool_frame(frame, choice(), "light")
    with pytest.raises(PolicyError):
        pool_frame(frame, private_one)
    assert pool_frame(frame, choice(), "small-circle").table("pick").band(0) == "4–7"


def test_an_assessment_of_private_items_gives_no_picture() -> None:
    assessment = small('id = "pick"\nformat = "choice"\noptions = "five"\nprivate = true')
    with pytest.raises(ImportingError) as caught:
        pool_frame(pd.DataFrame({"pick": ["a"] * 9}), assessment)
    assert str(caught.value) == "'small' has no item that may be pooled. Talk about it instead."


@pytest.mark.filterwarnings("ignore::workshop_helpers.importing.frames.MissingColumns")
def test_the_frame_that_was_handed_over_is_not_changed() -> None:
    frame = pd.DataFrame({"cupboard": [["tea"], None, "water", ("tea",), True]}, dtype=object)
    before = frame.copy(deep=True)
    with pytest.raises(ImportingError):
        pool_frame(frame, EVERY)
    pd.testing.assert_frame_equal(frame, before)
