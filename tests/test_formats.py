"""What all response formats have in common, and that nothing outside ``formats`` asks which one it has before it."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from mypy import api
from small_assessments import EVERY_FORMAT, small

import workshop_helpers
from workshop_helpers import formats
from workshop_helpers.answers import read_answer
from workshop_helpers.content import Question
from workshop_helpers.drafts import answer_of
from workshop_helpers.formats.base import Value
from workshop_helpers.importing.cells import from_cell, ways

PACKAGE = Path(workshop_helpers.__file__).parent
SEVENTH = Path(__file__).parent / "seventh_format.py"
EVERY = small(*EVERY_FORMAT, policy="light")
QUESTIONS = {question.key: question for question in EVERY.questions()}
ANSWERS: list[tuple[str, Value]] = [
    ("walk", 1),
    ("walk", 5),
    ("ladder", 0),
    ("ladder", 10),
    ("favourite", "coffee"),
    ("cupboard", ()),
    ("cupboard", ("tea",)),
    ("cupboard", ("tea", "water")),
    ("order", ("water", "tea", "coffee")),
    ("budget", {"tea": 20, "coffee": 0, "water": 0}),
    ("budget", {"tea": 1, "coffee": 9, "water": 10}),
    ("diary", "my own words; in two parts"),
    ("secret", 3),
]


def test_each_format_has_a_module_of_its_name() -> None:
    for name, item in formats.FORMATS.items():
        assert item.__module__ == f"workshop_helpers.formats.{name}"


def test_points_of_a_scale_alone_count_in_means() -> None:
    assert [name for name in formats.FORMATS if formats.in_means(name)] == ["scale"]
    assert not formats.in_means("seventh")
    assert not formats.in_means(["scale"])


@pytest.mark.parametrize(("key", "answer"), ANSWERS)
def test_an_answer_written_as_a_cell_is_read_back(key: str, answer: Value) -> None:
    question = QUESTIONS[key]
    assert read_answer(question, from_cell(question, question.as_text(answer))) == answer


@pytest.mark.parametrize(("key", "answer"), ANSWERS)
def test_an_answer_has_one_place_in_each_thing_that_the_pool_counts(key: str, answer: Value) -> None:
    for counted in QUESTIONS[key].counted():
        assert 0 <= counted.place(answer) < len(counted.labels)
        assert len(set(counted.labels)) == len(counted.labels)


@pytest.mark.parametrize("question", EVERY.questions(), ids=lambda question: question.key)
def test_what_a_view_learns_can_be_sent_to_it(question: Question) -> None:
    assert json.loads(json.dumps(question.for_view())) == question.for_view()


@pytest.mark.parametrize("question", EVERY.questions(), ids=lambda question: question.key)
@pytest.mark.parametrize("draft", [None, {"skip": True}], ids=["open", "skipped"])
def test_what_is_skipped_is_no_answer_of_any_format(question: Question, draft: object) -> None:
    assert answer_of(question, draft) is None


@pytest.mark.parametrize("question", EVERY.questions(), ids=lambda question: question.key)
def test_the_plainest_way_to_stand_in_a_table_is_one_column(question: Question) -> None:
    assert ways(question)[0] == "one"


# --- nothing else knows which formats there are ------------------------------------------------------------


CLASSES = {
    node.name
    for path in (PACKAGE / "formats").glob("*.py")
    for node in ast.parse(path.read_text(encoding="utf-8")).body
    if isinstance(node, ast.ClassDef) and node.name.endswith(("Item", "Question"))
}


def asking(text: str) -> Iterator[int]:
    """The lines of a program that ask for a format: by its class, or by its name."""
    for node in ast.walk(ast.parse(text)):
        match node:
            case ast.Call(func=ast.Name(id="isinstance" | "issubclass"), args=[_, asked]):
                words = CLASSES
            case ast.MatchClass(cls=asked):
                words = CLASSES
            case ast.Compare() as asked:
                words = CLASSES | {"format"}
            case _:
                continue
        names = {part.id for part in ast.walk(asked) if isinstance(part, ast.Name)}
        names |= {part.attr for part in ast.walk(asked) if isinstance(part, ast.Attribute)}
        if names & words:
            yield asked.lineno


def test_nothing_outside_asks_which_format_it_has_before_it() -> None:
    found = [
        f"{path.relative_to(PACKAGE)}, line {line}"
        for path in sorted(PACKAGE.rglob("*.py"))
        if path.parent.name != "formats"
        for line in asking(path.read_text(encoding="utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        "isinstance(question.item, ScaleItem)",
        "isinstance(item, ChoicesItem | PointsItem)",
        "isinstance(item, (str, scale.ScaleItem))",
        "issubclass(kind, TextQuestion)",
        "type(question) is RankingQuestion",
        'question.item.format == "text"',
        'question.item.format in ("text", "scale")',
        "match item:\n  case TextItem(): pass",
    ],
)
def test_whatever_asks_is_found(line: str) -> None:
    assert [*asking(line)]


# --- a type checker says what a new format lacks -----------------------------------------------------------


def without(method: str) -> str:
    """The seventh format without one of its methods."""
    tree = ast.parse(SEVENTH.read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            node.body = [part for part in node.body if not (isinstance(part, ast.FunctionDef) and part.name == method)]
    return ast.unparse(tree)


NEEDED = sorted(Question.__abstractmethods__)


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What the type checker says about the seventh format, whole and without each method in turn."""
    folder = tmp_path_factory.mktemp("planted")
    for method in ["nothing", "as_question", *NEEDED]:
        (folder / f"without_{method}.py").write_text(without(method), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(PACKAGE.parent)  # where its settings are, and what it remembers of the last time
        output, errors, _ = api.run(["--no-error-summary", "--hide-error-codes", str(folder)])
    assert errors == ""
    return [line.split(": ", 1)[1] for line in output.splitlines()]


@pytest.mark.parametrize(
    ("method", "model"), [("as_question", "SpanItem"), *((method, "SpanQuestion") for method in NEEDED)]
)
def test_the_type_checker_names_what_a_format_lacks(said: list[str], method: str, model: str) -> None:
    assert f'error: Final class without_{method}.{model} has abstract attributes "{method}"' in said


def test_the_type_checker_has_nothing_to_say_about_a_whole_format(said: list[str]) -> None:
    assert [line for line in said if "without_nothing" in line] == []
