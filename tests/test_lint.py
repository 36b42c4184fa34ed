"""What ``make lint`` refuses: mistakes that are planted, each in the way in which somebody would make it."""

import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HEAD = """
from typing import ClassVar

from workshop_helpers.room.client.caller import Caller
from workshop_helpers.room.protocol.replies import RoomState
from workshop_helpers.room.protocol.requests import Request, StateRequest

"""
PLANTED = {
    "a_reply_used_as_a_dict": (
        """
def seats(caller: Caller) -> int:
    return int(caller.call(StateRequest("7K3M-Q0ZD"))["seats"])
""",
        ['Value of type "RoomState" is not indexable  [index]'],
    ),
    "a_key_that_no_reply_has": (
        """
def people(caller: Caller) -> int:
    return int(caller.call(StateRequest("7K3M-Q0ZD")).people)
""",
        ['"RoomState" has no attribute "people"  [attr-defined]'],
    ),
    "a_request_in_plain_words": (
        """
def look(caller: Caller) -> RoomState:
    return caller.call("state")
""",
        ['Argument 1 to "call" of "Caller" has incompatible type "str"; expected "Request[Never]"  [arg-type]'],
    ),
    "a_request_without_a_reply": (
        """
class HelpRequest(Request):
    kind: ClassVar[str] = "help"
""",
        ['Missing type arguments for generic type "Request"  [type-arg]'],
    ),
    "a_request_whose_reply_is_no_message": (
        """
class HelpRequest(Request[dict[str, int]]):
    kind: ClassVar[str] = "help"
""",
        ['Type argument "dict[str, int]" of "Request" must be a subtype of "RoomReply"  [type-var]'],
    ),
    "a_kind_of_figure_without_hints": (
        """
from workshop_helpers.figures.canvas import Canvas
from workshop_helpers.figures.kinds.base import FigureKind
from workshop_helpers.figures.panels import Panel

class Wheel(FigureKind):
    shown_as = "a wheel"

    def suits(self, panel: Panel, canvas: Canvas) -> bool:
        return True

    def draw(self, canvas: Canvas, panel: Panel) -> None:
        canvas.paragraph("O")

FIGURE_KINDS: tuple[FigureKind, ...] = (Wheel(),)
""",
        ['Cannot instantiate abstract class "Wheel" with abstract attribute "hints"  [abstract]'],
    ),
    "a_kind_of_feedback_without_words": (
        """
from collections.abc import Iterator
from typing import Literal, final
from workshop_helpers.content.raw import File, KeyPath, Misfit, RawRow
from workshop_helpers.content.rules.base import Rule

@final
class Riddle(Rule):
    kind: Literal["riddle"]

    @classmethod
    def misfits(cls, row: RawRow, here: KeyPath, file: File) -> Iterator[Misfit]:
        yield from ()
""",
        ['Final class a_kind_of_feedback_without_words.Riddle has abstract attributes "words"  [misc]'],
    ),
}
# What stands in place of a test file, and of one of the measurements.
REPLACED = {
    "tests/test_canary.py": (
        """
from workshop_helpers.content.loading import load_workshop

def test_a_workshop_has_sections():
    assert len(load_workshop().sections) > "none"
""",
        ['Unsupported operand types for > ("int" and "str")  [operator]'],
    ),
    "bench/starting.py": (
        """
from bench.measuring import Ratio

def ratios() -> list[Ratio]:
    return [Ratio("a start", "slow", 1)]

def halved(ratio):
    return ratio / 2
""",
        [
            'Argument 2 to "Ratio" has incompatible type "str"; expected "float"  [arg-type]',
            "Function is missing a type annotation  [no-untyped-def]",
        ],
    ),
}


def errors_of(*command: str) -> Iterator[tuple[Path, str]]:
    """What a type checker's command objects to: the file, and what is said of it."""
    run = [sys.executable, "-m", *command, "--hide-error-context", "--no-pretty"]
    lines = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=False).stdout.splitlines()
    for path, _, level, message in (line.split(":", 3) for line in lines):
        if level.strip() == "error":
            yield Path(path), message.strip()


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[str]]:
    """What the type checker says of each planted mistake; it looks at all of them at once, as it takes its time."""
    folder = tmp_path_factory.mktemp("planted")
    for name, (mistake, _) in PLANTED.items():
        (folder / f"{name}.py").write_text(HEAD + mistake, encoding="utf-8")
    found: dict[str, list[str]] = {name: [] for name in PLANTED}
    for path, message in errors_of("mypy", "--no-error-summary", str(folder)):
        found[path.stem].append(message)
    return found


@pytest.mark.parametrize("name", PLANTED)
def test_the_type_checker_refuses(said: Mapping[str, list[str]], name: str) -> None:
    assert said[name] == PLANTED[name][1]


def test_the_tests_and_the_measurements_are_checked_with_the_rest(tmp_path: Path) -> None:
    (command,) = re.findall(r"\$\(RUN\) (mypy.*)", (ROOT / "Makefile").read_text(encoding="utf-8"))
    planted = []
    for number, (path, (mistake, _)) in enumerate(REPLACED.items()):
        shadow = tmp_path / f"{number}.py"
        shadow.write_text(mistake, encoding="utf-8")
        planted += ["--shadow-file", path, str(shadow)]

    found: dict[str, list[str]] = {}
    for file, message in errors_of(*command.split(), *planted):
        found.setdefault(str(file), []).append(message)

    assert found == {path: messages for path, (_, messages) in REPLACED.items()}
