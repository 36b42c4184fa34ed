"""A page lists exactly what it cites, and cites what its self-assessments rest on; else it is said what to write."""

from __future__ import annotations

from pathlib import Path

import pytest
from nbformat import NotebookNode
from small_checkout import CITED, PAGE, cell, change_file, change_page, said, small_checkout

from workshop_helpers.authoring.check_sources import in_full, in_text

SPOON = {
    "id": "spoon2021",
    "title": "On spoons",
    "author": [{"family": "Spoon", "given": "A."}, {"family": "Ladle"}],
    "issued": {"date-parts": [[2021, 3]]},
    "publisher": "Tea Press",
}


def test_a_work_that_is_cited_and_not_listed_comes_with_its_line(tmp_path: Path) -> None:
    small_checkout(tmp_path)
    change_page(tmp_path, lambda page: cell(page, "sources").update(source="## Sources"))
    assert said(tmp_path) == [f"{PAGE}, cell 'sources': lacks a work that the page cites; put this line in: {CITED}"]


def test_a_work_that_is_listed_and_not_cited_is_to_be_taken_out(tmp_path: Path) -> None:
    small_checkout(tmp_path)
    change_page(tmp_path, lambda page: cell(page, "sources").update(source=f"## Sources\n\n{CITED}\n- Spoon (2021)."))
    assert said(tmp_path) == [
        f"{PAGE}, cell 'sources': lists what the page does not cite so; take out: - Spoon (2021)."
    ]


def test_a_work_that_is_listed_twice_is_named(tmp_path: Path) -> None:
    small_checkout(tmp_path)
    change_page(tmp_path, lambda page: cell(page, "sources").update(source=f"## Sources\n\n{CITED}\n{CITED}"))
    assert said(tmp_path) == [f"{PAGE}, cell 'sources': lists a work twice; take out one: {CITED}"]


def test_a_work_that_is_not_known_is_named(tmp_path: Path) -> None:
    small_checkout(tmp_path)
    change_page(tmp_path, lambda page: cell(page, "landing").update(source="## Then\n\nSo it is (Spoon, 2021)."))
    assert said(tmp_path) == [
        f"{PAGE}: (Spoon, 2021) is not in references.json under that name and year; add it there."
    ]


def test_what_a_self_assessment_rests_on_is_cited_on_its_page(tmp_path: Path) -> None:
    small_checkout(tmp_path)

    def uncited(page: NotebookNode) -> None:
        reading = cell(page, "reading-tea")
        reading.source = reading.source.replace(" (Kettle, 2020)", "")

    change_page(tmp_path, uncited)
    assert said(tmp_path) == [
        f"{PAGE}, cell 'sources': lists what the page does not cite so; take out: {CITED}",
        f"{PAGE}: 'tea' rests on a work that no text here cites; write (Kettle, 2020) where it fits.",
    ]


@pytest.mark.parametrize(
    ("good", "bad", "lacks"),
    [
        ('[{"family": "Kettle"}]', '[{"literal": "Kettles United"}]', "a 'family' for each 'author'"),
        ('[{"family": "Kettle"}]', '"Kettle"', "a 'family' for each 'author'"),
        (', "container-title": "Journal of Tea"', "", "a 'container-title' or a 'publisher'"),
        ('{"date-parts": [[2020]]}', '"2020"', "a year in 'issued', such as {\"date-parts\": [[2020]]}"),
        ('{"date-parts": [[2020]]}', '{"date-parts": [[]]}', "a year in 'issued', such as {\"date-parts\": [[2020]]}"),
    ],
)
def test_a_work_that_cannot_be_cited_says_what_it_lacks(tmp_path: Path, good: str, bad: str, lacks: str) -> None:
    small_checkout(tmp_path)
    change_file(tmp_path, "references.json", good, bad)
    assert said(tmp_path)[0] == f"references.json, 'kettle2020': cannot be cited without {lacks}; add it."


@pytest.mark.parametrize(
    ("more", "short", "line"),
    [
        ({}, "Spoon and Ladle, 2021", "- Spoon, A., and Ladle (2021). On spoons. Tea Press."),
        (
            {"author": [{"family": name} for name in "ABCD"], "title": "On spoons?"},
            "A and others, 2021",
            "- A, B, C, and D (2021). On spoons? Tea Press.",
        ),
        (
            {"container-title": "Tea", "volume": "3", "issue": "2", "page": "1-9", "DOI": "10.1/x-1"},
            "Spoon and Ladle, 2021",
            "- Spoon, A., and Ladle (2021). On spoons. *Tea*, 3(2), 1–9. [doi:10.1/x-1](https://doi.org/10.1/x-1)",
        ),
    ],
)
def test_a_work_has_one_short_and_one_full_form(more: dict[str, object], short: str, line: str) -> None:
    assert (in_text(SPOON | more), in_full(SPOON | more)) == (short, line)
