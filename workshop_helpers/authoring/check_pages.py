"""Whether each notebook is a page of the workshop: its shape, its cells, and what its section says that it holds."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from inspect import isfunction

from workshop_helpers import notebook
from workshop_helpers.authoring.checkout import Call, Checkout, Page, calls_of, plain_text, tree_of
from workshop_helpers.content import Section
from workshop_helpers.errors import Mistake

HOW_TO_START = "in the menu **Run**, choose **Run All Cells**. This sends nothing anywhere."
GUESS = "**What will our picture look like?**"
FEWEST_CELLS, MOST_CELLS = 10, 40
SHORTEST_READING, LONGEST_READING = 250, 400
_NAME = r"[a-z0-9]+(-[a-z0-9]+)*"
_FIRST_LINE = re.compile(r"# [A-Z][^#]{10,80}")
_METADATA = ("kernelspec", "language_info", "workshop")
_CALLS = {name for name, call in vars(notebook).items() if isfunction(call) and call.__module__ == notebook.__name__}


def check_pages(checkout: Checkout) -> Iterator[Mistake]:
    """What is wrong with the notebooks, one after the other; nothing where there is no folder of them."""
    if checkout.notebooks is None:
        return
    for read in checkout.pages.values():
        yield from read.mistakes
        if read.content is not None:
            yield from _file(read.content)
            yield from _code(read.content)
            yield from _readings(read.content)
            yield from _links(read.content, checkout)
    for section in checkout.sections:
        if section.notebook not in checkout.pages:
            problem = f"there is no notebooks/{section.notebook}; copy another page to that name, or correct it here."
            yield Mistake(f"sections/{section.id}.toml", "notebook", problem)
        page = checkout.page(section)
        if page is not None:
            yield from _frame(page, section, checkout)
            yield from _holds(page, section, checkout)
    named = {section.notebook for section in checkout.sections}
    for name in checkout.pages:
        if name not in named:
            problem = "no file in sections/ names it; give it one that does, or delete it."
            yield Mistake(f"notebooks/{name}", "", problem)


# --- the file and its cells ------------------------------------------------------------------------------


def _file(page: Page) -> Iterator[Mistake]:
    metadata = page.notebook.metadata
    if metadata.get("kernelspec", {}).get("name") != "python3":
        yield page.mistake("its kernel must be 'python3'; choose it in JupyterLab, in the menu Kernel, and save.")
    for key in sorted(set(metadata) - set(_METADATA)):
        yield page.mistake(f"its metadata holds '{key}', which nobody needs; take it out in a text editor.")
    names = [cell.id for cell in page.cells]
    for number, name in enumerate(names, start=1):
        if not re.fullmatch(_NAME, name) or not re.search(r"[a-z]{3}", name) or names.index(name) < number - 1:
            problem = (
                f"its 'id' is '{name}' and must be a name of its own, such as 'reading-trust', in small letters with "
                "hyphens; change it in a text editor."
            )
            yield Mistake(page.file, f"cell {number}", problem)
    titles = re.findall(r"^# .+", page.prose, flags=re.MULTILINE)
    if len(titles) != 1 or not page.cells or not page.cells[0].source.startswith(titles[0]):
        problem = f"the first cell begins with “# ” and the title, and no other has one; there are {len(titles)}."
        yield page.mistake(problem)
    for cell in page.cells:
        if cell.metadata.get("tags"):
            yield page.mistake("has tags, which nothing here uses; take them out.", cell)


def _code(page: Page) -> Iterator[Mistake]:
    first_lines: set[str] = set()
    for cell in page.code:
        lines = cell.source.splitlines() or [""]
        if not _FIRST_LINE.fullmatch(lines[0]) or len(lines[0].split()) < 3:
            yield page.mistake(
                "its first line is all that shows when it is folded; say there in a few words what it is, such as "
                "“# Your self-assessment: trust at work”.",
                cell,
            )
        elif lines[0] in first_lines:
            yield page.mistake("another cell on the page has the same first line; say what is different here.", cell)
        first_lines.add(lines[0])
        if len(lines) > 5:
            yield page.mistake(f"has {len(lines)} lines, and may have five; make it a second cell.", cell)
        if cell.metadata.get("jupyter") != {"source_hidden": True}:
            problem = 'must be folded; put "jupyter": {"source_hidden": true} into its metadata, and nothing else.'
            yield page.mistake(problem, cell)
        for statement in tree_of(cell).body:
            if not _is_ours(statement):
                yield page.mistake(
                    f"line {statement.lineno} is no call of the workshop's; a cell holds only those, such as "
                    'wh.assess("…"), and in the first cell the import.',
                    cell,
                )
        if "discuss" not in [name for name, *_ in calls_of(cell)] and (cell.outputs or cell.execution_count):
            problem = f"has saved output, and only pictures are saved; run: make pictures ARGS={page.file}"
            yield page.mistake(problem, cell)


def _is_ours(statement: ast.stmt) -> bool:
    if ast.unparse(statement) == "import workshop_helpers as wh":
        return True
    return (
        isinstance(statement, ast.Expr)
        and isinstance(statement.value, ast.Call)
        and isinstance(statement.value.func, ast.Attribute)
        and ast.unparse(statement.value.func.value) == "wh"
        and statement.value.func.attr in _CALLS
    )


def _readings(page: Page) -> Iterator[Mistake]:
    for cell in page.readings:
        words = len(plain_text(cell.source).split())
        if not SHORTEST_READING <= words <= LONGEST_READING:
            yield page.mistake(
                f"has {words} words; a reading takes three or four minutes, which is {SHORTEST_READING} to "
                f"{LONGEST_READING}.",
                cell,
            )
        if not re.search(r"\*\*[^*]*\d[^*]*\*\*", cell.source):
            yield page.mistake("a reading has one number in bold, with where it comes from; put one in.", cell)
        if "caveat" not in cell.source:
            yield page.mistake("a reading says how far its findings reach, with the word “caveat”; put that in.", cell)


def _links(page: Page, checkout: Checkout) -> Iterator[Mistake]:
    for target in re.findall(r"\]\(([^):]+)\)", page.prose):
        if target not in checkout.pages:
            yield page.mistake(f"a link leads to '{target}', which is not there; name another notebook.")


# --- what its section says ---------------------------------------------------------------------------------


def _frame(page: Page, section: Section, checkout: Checkout) -> Iterator[Mistake]:
    if page.notebook.metadata.get("workshop") != {"section": section.id}:
        problem = f'its metadata must hold "workshop": {{"section": "{section.id}"}}; put that in with a text editor.'
        yield page.mistake(problem)
    calls = page.calls
    if calls[:1] != [("begin", section.id)]:
        yield page.mistake(f'the first call must be wh.begin("{section.id}"); put it there.')
    if calls[-1:] != [("finish", section.id)] or page.cells[-1].cell_type != "code":
        yield page.mistake(f'the last cell must call wh.finish("{section.id}"); put it there.')
    opening = "".join(cell.source for cell in page.cells[: _first_code(page)])
    if HOW_TO_START not in opening:
        yield page.mistake(f"how to start is said before the first call; put there: {HOW_TO_START}")
    if not FEWEST_CELLS <= len(page.cells) <= MOST_CELLS:
        problem = f"has {len(page.cells)} cells; a page has {FEWEST_CELLS} to {MOST_CELLS}."
        yield page.mistake(f"{problem} {_more_or_less(page)}")
    gate = "\n".join(f"> {line}".rstrip() for line in checkout.workshop.support.safety_gate.strip().splitlines())
    before, there, _ = page.cells[0].source.partition(gate)
    if section.safety_gate and not (there and re.fullmatch(r"# .+\n\n", before)):
        problem = (
            "the words on safety must follow the title at once, because of safety-gate; copy them from workshop.toml, "
            "each line after “> ”."
        )
        yield page.mistake(problem, page.cells[0])
    if there and not section.safety_gate:
        problem = f"begins with the words on safety; write safety-gate = true in sections/{section.id}.toml."
        yield page.mistake(problem, page.cells[0])


def _first_code(page: Page) -> int:
    return next((place for place, cell in enumerate(page.cells) if cell.cell_type == "code"), len(page.cells))


def _more_or_less(page: Page) -> str:
    if len(page.cells) > MOST_CELLS:
        return "Make two pages of it."
    return "Begin a self-assessment or an exercise: workshop new --help"


def _holds(page: Page, section: Section, checkout: Checkout) -> Iterator[Mistake]:
    file = f"sections/{section.id}.toml"
    for call, key in (("assess", "assessments"), ("exercise", "exercises")):
        named: tuple[str, ...] = getattr(section, key)
        called = list(dict.fromkeys(words[0] for name, *words in page.calls if name == call and words))
        for name in named:
            if name not in called:
                problem = (
                    f'no cell calls wh.{call}("{name}"), which {file} names; put one in, or take the name out there.'
                )
                yield page.mistake(problem)
        for name in called:
            if name not in named:
                problem = f"wh.{call}(\"{name}\") is called, and {file} does not name it; name it there under '{key}'."
                yield page.mistake(problem)
        if set(called) == set(named) and tuple(called) != named:
            yield page.mistake(f"its calls of wh.{call} come in another order than in {file}; make them agree.")
    if (("reflect", section.id) in page.calls) != bool(section.reflections):
        problem = (
            f'{file} has questions for private writing if the page calls wh.reflect("{section.id}"), and only then.'
        )
        yield page.mistake(f"{problem} Add the one that is missing.")
    for name in section.assessments:
        yield from _asked_and_discussed(page, section, name, checkout)


def _asked_and_discussed(page: Page, section: Section, name: str, checkout: Checkout) -> Iterator[Mistake]:
    assessment = checkout.workshop.assessment(name)
    steps = [step for step in _steps(page) if step[0] == "guess" or step[1] == name]
    wanted = [("assess", name, *([occasion] if occasion else [])) for occasion in section.occasions(assessment)]
    asked = [step for step in steps if step[0] == "assess"]
    if not asked:
        return  # said already
    if asked != wanted:
        calls = " and then ".join(
            "wh.assess({})".format(", ".join(f'"{word}"' for word in step[1:])) for step in wanted
        )
        yield page.mistake(f"'{name}' must be asked by {calls}, and by nothing else; correct the cells.")
        return
    after = steps[steps.index(asked[0]) + 1 :]
    look = next((place for place, step in enumerate(after) if step[:2] == ("discuss", name)), None)
    if look is None:
        yield page.mistake(f'no cell calls wh.discuss("{name}") after it was asked; put one in.')
        return
    if asked[-1] in after[look:]:
        yield page.mistake(f"the picture of '{name}' comes before it was asked for the last time; put it after that.")
    guessed = ("guess",) in after[:look]
    if guessed and assessment.policy == "private":
        problem = f"'{name}' is private and has no picture, so there is nothing to guess; take the guess before it out."
        yield page.mistake(problem)
    if not guessed and assessment.policy != "private":
        yield page.mistake(f"people guess before they look at '{name}'; put a cell with “{GUESS}” before the picture.")


def _steps(page: Page) -> Iterator[Call]:
    for cell in page.cells:
        if cell.cell_type == "code":
            yield from (call for call in calls_of(cell) if call[0] in ("assess", "discuss") and call[1:])
        elif GUESS in cell.source:
            yield ("guess",)
