"""Each sentence of PRIVACY.md beside what holds it: a test, or a word on why a program cannot.

``promises.toml`` is the table. A sentence that is new, changed or gone has to be looked at there again.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

TESTS = Path(__file__).parent
PAPER = (TESTS.parent / "PRIVACY.md").read_text(encoding="utf-8")
TABLE: list[dict[str, Any]] = tomllib.loads((TESTS / "promises.toml").read_text(encoding="utf-8"))["sentence"]

# What a test cannot hold, and why it is in the paper nevertheless.
NOT_FOR_TESTS = {
    "advice": "what people are asked to do",
    "limit": "what the program does not do, said so that nobody counts on it",
    "heading": "what the text is about, without a promise",
}


def sentences(paper: str) -> list[str]:
    """Every sentence of a Markdown text, in order: without marks, a row of a table as one."""
    return [sentence for block in _blocks(paper) for sentence in _split(block)]


def _blocks(paper: str) -> Iterator[str]:
    for part in re.split(r"\n\s*\n|\n(?=[*|] ?)", paper):
        plain = re.sub(r"[*`]", "", " ".join(part.split())).strip()
        if plain and not plain.startswith("#") and not re.fullmatch(r"[|\s-]+", plain):
            yield plain


def _split(block: str) -> list[str]:
    if block.startswith("|"):
        return [block.strip("| ")]
    return re.split(r"(?<=[.:;!?])\s+(?=[A-Z\"])", block)


def names_of_tests() -> set[str]:
    """Every test, as ``file.py::name``."""
    files = [*TESTS.glob("test_*.py"), *TESTS.glob("browser/test_*.py")]
    return {
        f"{file.relative_to(TESTS).as_posix()}::{name}"
        for file in files
        for name in re.findall(r"^def (test_\w+)\(", file.read_text(encoding="utf-8"), re.MULTILINE)
    }


def differences(paper: str, table: list[dict[str, Any]]) -> list[str]:
    """What is wrong between a paper and its table."""
    said, known, there = sentences(paper), [row["says"] for row in table], names_of_tests()
    wrong = [f"not in promises.toml: {one}" for one in said if one not in known]
    wrong += [f"no longer in PRIVACY.md: {one}" for one in known if one not in said]
    for row in table:
        held, why = row.get("held", []), row.get("why")
        if bool(held) == bool(why) or (why and why not in NOT_FOR_TESTS):
            wrong.append(f"needs tests that hold it, or one of {sorted(NOT_FOR_TESTS)}: {row['says']}")
        wrong += [f"no such test: {name}" for name in held if name not in there]
    return wrong


def test_every_sentence_of_the_paper_names_what_holds_it() -> None:
    assert not differences(PAPER, TABLE)


def test_the_table_follows_the_paper() -> None:
    assert [row["says"] for row in TABLE] == sentences(PAPER)


@pytest.mark.parametrize(
    ("paper", "table", "wrong"),
    [
        (PAPER + "\n\nNobody can ever know.\n", TABLE, ["not in promises.toml: Nobody can ever know."]),
        ("It is so.", [{"says": "It is so.", "held": ["test_a.py::test_b"]}], ["no such test: test_a.py::test_b"]),
        (
            "It is so.",
            [{"says": "It is so.", "why": "true"}],
            ["needs tests that hold it, or one of ['advice', 'heading', 'limit']: It is so."],
        ),
        ("", [{"says": "It was so.", "why": "limit"}], ["no longer in PRIVACY.md: It was so."]),
    ],
)
def test_what_nothing_holds_is_noticed(paper: str, table: list[dict[str, Any]], wrong: list[str]) -> None:
    assert differences(paper, table) == wrong
