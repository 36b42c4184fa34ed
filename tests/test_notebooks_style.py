"""Every notebook keeps one shape: plain prose, one-call cells whose first line can be read when they are folded."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbformat import NotebookNode
from reading_ease import HARDEST_GRADE, grade, page_text, plain

import workshop_helpers as wh
from workshop_helpers.content import Section
from workshop_helpers.content.loading import DATA_FOLDER

WORKSHOP = wh.load_workshop()
NOTEBOOKS = sorted((DATA_FOLDER.parent / "notebooks").glob("*.ipynb"))

ALLOWED_TAGS: set[str] = set()
KEBAB = r"[a-z0-9]+(-[a-z0-9]+)*"


@dataclass(frozen=True)
class Page:
    """One section and its notebook."""

    section: Section
    notebook: NotebookNode


def _read(path: Path) -> NotebookNode:
    notebook: NotebookNode = nbformat.read(path, as_version=nbformat.NO_CONVERT)
    return notebook


PAGES = [
    Page(section, _read(path))
    for section in (*WORKSHOP.sections, *WORKSHOP.guides)
    for path in NOTEBOOKS
    if path.name == section.notebook
]
READINGS = [
    cell
    for path in NOTEBOOKS
    for cell in _read(path).cells
    if cell.cell_type == "markdown" and cell.id.startswith("reading-")
]

each_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.section.id)
each_reading = pytest.mark.parametrize("reading", READINGS, ids=lambda reading: reading.id)


def _cells(notebook: NotebookNode, kind: str) -> list[NotebookNode]:
    return [cell for cell in notebook.cells if cell.cell_type == kind]


def _prose(notebook: NotebookNode) -> str:
    return "\n\n".join(cell.source for cell in _cells(notebook, "markdown"))


def _calls(cell: NotebookNode) -> list[tuple[str, ...]]:
    """The calls of a code cell: the name and then its words, such as ``("assess", "active-listening")``."""
    return [
        (
            node.func.attr,
            *(
                str(argument.value)
                for argument in [*node.args, *(keyword.value for keyword in node.keywords)]
                if isinstance(argument, ast.Constant)
            ),
        )
        for node in ast.walk(ast.parse(cell.source))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    ]


def _all_calls(notebook: NotebookNode) -> list[tuple[str, ...]]:
    return [call for cell in _cells(notebook, "code") for call in _calls(cell)]


# --- files and cells -----------------------------------------------------------------------------------


@each_notebook
def test_names_are_kebab_case(path: Path) -> None:
    assert re.fullmatch(rf"{KEBAB}\.ipynb", path.name)


@each_notebook
def test_the_file_is_valid_and_carries_nothing_but_its_kernel_and_its_section(path: Path) -> None:
    notebook = _read(path)
    nbformat.validate(notebook)
    assert (notebook.nbformat, notebook.nbformat_minor) == (4, 5)
    assert notebook.metadata.kernelspec.name == "python3"
    assert set(notebook.metadata) <= {"kernelspec", "language_info", "workshop"}  # above all, no "widgets"


@each_notebook
def test_every_cell_has_a_name_of_its_own_in_words(path: Path) -> None:
    names = [cell.id for cell in _read(path).cells]
    assert [name for name in names if not re.fullmatch(KEBAB, name) or not re.search(r"[a-z]{3}", name)] == []
    assert len(names) == len(set(names))


@each_notebook
def test_there_is_one_title_and_it_comes_first(path: Path) -> None:
    notebook = _read(path)
    titles = re.findall(r"^# .+", _prose(notebook), flags=re.MULTILINE)
    assert len(titles) == 1
    assert notebook.cells[0].source.startswith(titles[0])


@each_notebook
def test_code_cells_are_short_folded_and_say_in_words_what_they_are(path: Path) -> None:
    first_lines = []
    for cell in _cells(_read(path), "code"):
        lines = cell.source.splitlines()
        assert len(lines) <= 5
        assert re.fullmatch(r"# [A-Z][^#]{10,80}", lines[0]), "a folded cell shows its first line only"
        assert len(lines[0].split()) >= 3
        assert cell.metadata.jupyter == {"source_hidden": True}
        first_lines.append(lines[0])
    assert len(first_lines) == len(set(first_lines))


@each_notebook
def test_code_cells_make_public_calls_and_nothing_else(path: Path) -> None:
    for cell in _cells(_read(path), "code"):
        for statement in ast.parse(cell.source).body:
            assert ast.unparse(statement) == "import workshop_helpers as wh" or _is_public_call(statement)


def _is_public_call(statement: ast.stmt) -> bool:
    return (
        isinstance(statement, ast.Expr)
        and isinstance(statement.value, ast.Call)
        and isinstance(statement.value.func, ast.Attribute)
        and ast.unparse(statement.value.func.value) == "wh"
        and statement.value.func.attr in wh.__all__
    )


@each_notebook
def test_tags_come_from_a_short_list(path: Path) -> None:
    used = {tag for cell in _read(path).cells for tag in cell.metadata.get("tags", ())}
    assert used <= ALLOWED_TAGS


@each_notebook
def test_the_only_saved_outputs_are_pictures_of_the_made_up_group_and_bare_prompts(path: Path) -> None:
    for cell in _cells(_read(path), "code"):
        if "discuss" not in [name for name, *_ in _calls(cell)]:
            assert cell.outputs == []
            assert cell.execution_count is None
        for output in cell.outputs:
            assert output.output_type in ("display_data", "execute_result")
            assert not [kind for kind in output.data if "widget" in kind]
            assert re.search("made-up group|: no picture", output.data["text/plain"], re.IGNORECASE)


# --- pages of the workshop -------------------------------------------------------------------------------


@each_page
def test_a_page_is_marked_as_ours_so_that_it_opens_as_a_page(page: Page) -> None:
    assert page.notebook.metadata.workshop == {"section": page.section.id}


@each_page
def test_a_page_starts_with_its_header_and_ends_with_its_footer(page: Page) -> None:
    calls = _all_calls(page.notebook)
    assert (calls[0], calls[-1]) == (("begin", page.section.id), ("finish", page.section.id))
    assert page.notebook.cells[-1].cell_type == "code"


@each_page
def test_how_to_start_the_page_is_said_before_the_first_code_cell(page: Page) -> None:
    cells = page.notebook.cells
    opening = "".join(cell.source for cell in cells[: [cell.cell_type for cell in cells].index("code")])
    assert "in the menu **Run**, choose **Run All Cells**. This sends nothing anywhere." in opening


@each_page
def test_a_page_uses_exactly_what_its_section_names_in_that_order(page: Page) -> None:
    calls = _all_calls(page.notebook)
    assert tuple(dict.fromkeys(call[1] for call in calls if call[0] == "assess")) == page.section.assessments
    assert tuple(name for call, *names in calls for name in names if call == "exercise") == page.section.exercises
    assert (("reflect", page.section.id) in calls) == bool(page.section.reflections)


@each_page
def test_people_answer_on_each_occasion_and_guess_before_they_look(page: Page) -> None:
    for name in page.section.assessments:
        assessment = WORKSHOP.assessment(name)
        steps = [step for step in _steps(page.notebook) if step[0] == "guess" or step[1] == name]
        asked = [step for step in steps if step[0] == "assess"]
        occasions = page.section.occasions(assessment)
        assert asked == [("assess", name) if occasion is None else ("assess", name, occasion) for occasion in occasions]
        after = steps[steps.index(asked[0]) + 1 :]
        look = next(place for place, step in enumerate(after) if step[:2] == ("discuss", name))
        assert asked[-1] not in after[look:]
        # Of private answers there is no picture, and nothing to guess.
        assert (("guess",) in after[:look]) == (assessment.policy != "private")


def _steps(notebook: NotebookNode) -> Iterator[tuple[str, ...]]:
    for cell in notebook.cells:
        if "**What will our picture look like?**" in cell.source:
            yield ("guess",)
        elif cell.cell_type == "code":
            yield from (call for call in _calls(cell) if call[0] in ("assess", "discuss"))


@each_page
def test_a_page_has_ten_to_forty_cells(page: Page) -> None:
    assert 10 <= len(page.notebook.cells) <= 40


@each_page
def test_words_on_safety_come_first_where_a_page_takes_a_safe_place_for_granted(page: Page) -> None:
    gate = "\n".join(f"> {line}".rstrip() for line in WORKSHOP.support.safety_gate.strip().splitlines())
    first = page.notebook.cells[0].source
    assert page.section.safety_gate == (gate in first)
    if page.section.safety_gate:
        assert re.fullmatch(r"# .+\n\n", first[: first.index(gate)]), "only the title stands before it"


def test_romance_and_compromise_have_a_safety_gate() -> None:
    gated = [section.notebook[:2] for section in WORKSHOP.sections if section.safety_gate]
    assert gated == ["05", "13"]


@each_page
def test_what_is_cited_is_what_is_listed(page: Page) -> None:
    prose, listed = _prose(page.notebook), [cell.source for cell in page.notebook.cells if cell.id == "sources"]
    cited = {citation for bracket in re.findall(r"\(([^()]*, \d{4})\)", prose) for citation in bracket.split("; ")}
    known = {_short(reference): reference for reference in WORKSHOP.references.values()}
    assert cited <= set(known)
    assert sorted(line for part in listed for line in part.splitlines() if line.startswith("- ")) == sorted(
        _entry(known[citation]) for citation in cited
    )


@each_page
def test_the_sources_of_an_assessment_are_cited_on_its_page(page: Page) -> None:
    for name in page.section.assessments:
        for source in WORKSHOP.assessment(name).sources:
            assert f"({_short(WORKSHOP.references[source])})" in _prose(page.notebook)


def _short(reference: Mapping[str, Any]) -> str:
    """How the text cites a work: ``Levine and Cohen, 2018``, ``Kluger and others, 2024``."""
    names = [author["family"] for author in reference["author"]]
    who = f"{names[0]} and others" if len(names) > 3 else _and(names, last=" and ")
    return f"{who}, {_year(reference)}"


def _entry(reference: Mapping[str, Any]) -> str:
    """How a list of sources gives a work in full."""
    names = _and([", ".join(filter(None, (a["family"], a.get("given")))) for a in reference["author"]], last=", and ")
    title = f"{reference['title']}{'' if reference['title'].endswith('?') else '.'}"
    issue = f"({reference['issue']})" if "issue" in reference else ""
    journal = reference.get("container-title")
    where = [
        f"*{journal}*" if journal else reference["publisher"],
        f"{reference.get('volume', '')}{issue}",
        reference.get("page", ""),
    ]
    doi = reference.get("DOI")
    return (
        f"- {names} ({_year(reference)}). {title} {', '.join(filter(None, where)).replace('-', '–')}."
        f"{f' [doi:{doi}](https://doi.org/{doi})' if doi else ''}"
    )


def _year(reference: Mapping[str, Any]) -> int:
    year: int = reference["issued"]["date-parts"][0][0]
    return year


def _and(names: list[str], last: str) -> str:
    return last.join(filter(None, [", ".join(names[:-1]), names[-1]]))


@each_page
def test_links_between_pages_lead_somewhere(page: Page) -> None:
    linked = re.findall(r"\]\(([^):]+)\)", _prose(page.notebook))
    assert set(linked) <= {path.name for path in NOTEBOOKS}


def test_the_welcome_page_has_the_map_of_all_pages() -> None:
    assert ("overview",) in _all_calls(PAGES[0].notebook)


# --- readings --------------------------------------------------------------------------------------------


@each_reading
def test_a_reading_takes_three_or_four_minutes(reading: NotebookNode) -> None:
    assert 250 <= len(plain(reading.source).split()) <= 400


@each_reading
def test_a_reading_has_a_number_and_a_caveat(reading: NotebookNode) -> None:
    assert re.search(r"\*\*[^*]*\d[^*]*\*\*", reading.source)
    assert "caveat" in reading.source


@each_reading
def test_a_reading_is_easy_to_read(reading: NotebookNode) -> None:
    assert grade(plain(reading.source)) <= HARDEST_GRADE


@each_notebook
def test_a_whole_notebook_is_easy_to_read(path: Path) -> None:
    assert grade(page_text(path)) <= HARDEST_GRADE


def test_the_measure_of_difficulty_tells_hard_from_easy() -> None:
    easy = "You have something to say. You feel it coming. Then you talk about the weather."
    hard = "Interpersonal vulnerability constitutes a multidimensional phenomenon necessitating deliberate elaboration."
    assert grade(easy) < HARDEST_GRADE < grade(hard)
