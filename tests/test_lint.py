"""What ``make lint`` refuses: mistakes that are planted, each in the way in which somebody would make it."""

import subprocess
import sys
from collections.abc import Mapping
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


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[str]]:
    """What the type checker says of each planted mistake; it looks at all of them at once, as it takes its time."""
    folder = tmp_path_factory.mktemp("planted")
    for name, (mistake, _) in PLANTED.items():
        (folder / f"{name}.py").write_text(HEAD + mistake, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--no-error-summary", "--hide-error-context", "--no-pretty", str(folder)]
    lines = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout.splitlines()
    found: dict[str, list[str]] = {name: [] for name in PLANTED}
    for path, _, level, message in (line.split(":", 3) for line in lines):
        if level.strip() == "error":
            found[Path(path).stem].append(message.strip())
    return found


@pytest.mark.parametrize("name", PLANTED)
def test_the_type_checker_refuses(said: Mapping[str, list[str]], name: str) -> None:
    assert said[name] == PLANTED[name][1]
