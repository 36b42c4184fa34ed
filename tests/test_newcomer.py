"""Whoever follows CONTRIBUTING.md to the letter ends with nothing wrong, and with a page that runs."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = "notebooks/04-communication.ipynb"
TYPED = re.findall(
    r"^ {4,}(\.venv/bin/workshop new .*|make pictures .*)$", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.M
)

# An author's words for what the command leaves to them, in the order of the file.
ASSESSMENT = {
    "# TO WRITE: choose one of the three, and delete this line.\n": "",
    "TO WRITE: what to think of and over which time, and that anything can be skipped.": "Think of the last two weeks. "
    "You can skip any line.",
    "# TO WRITE: the works that it rests on, by their ids in references.json; name them, and delete this line.\n": "",
    'id = "first"': 'id = "asked-early"',
    "TO WRITE: one thing that a person did, in words that begin with “I”.": "I asked for help before I was stuck.",
    "TO WRITE: another one, that needs no partner, job, child or home.": "I said what kind of help would do.",
    "TO WRITE: a third one, in a stretch of time that is recent.": "I took a no without asking twice.",
    "TO WRITE: a fourth one, that is safe to answer with somebody looking on.": "I thanked somebody for small help.",
    "TO WRITE: what the person alone is told, in whole sentences that fit whatever the answers were.": "These four are "
    "marks for these days. Help that nobody asked for counts too.",
    "TO WRITE: what might lead somebody to one answer rather than another?": "What makes asking easy in one place and "
    "hard in another?",
    "TO WRITE: what would have to be different for another answer to fit better?": "When is it kinder not to ask?",
}
GUESS = {
    "TO WRITE: what there is to guess. On which line will people agree most?": "Which of the four lines will have the "
    "fullest bar on the right?"
}
EXERCISE = {
    "TO WRITE: in two sentences, what happens and what to choose.": "In pairs, one asks for something small and the "
    "other says no. Choose something that you could do without.",
    "TO WRITE: how to do it in writing, step by step.": "Write the question, a no, and what you would say then.",
    "TO WRITE: how to take part by watching, and what to say at the end. Nothing of the story.": "Watch the pause "
    "after the no. At the end, say how long it was.",
    "TO WRITE: what each chooses alone.": "Alone. Choose something small.",
    "TO WRITE: what the first of you does, and what the other does.": "The first asks. The other says no, kindly.",
    "TO WRITE: the same the other way round.": "Now the other asks.",
    "TO WRITE: what to talk about together.": "Together. What made the no easy to hear?",
}
TRY = {"TO WRITE: why this is worth a try.": "A no can be heard without a reason."}


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Content and pages to write in, and the code of this checkout beside them."""
    root = tmp_path_factory.mktemp("newcomer")
    for folder in ("data", "notebooks"):
        shutil.copytree(ROOT / folder, root / folder)
    (root / "workshop_helpers").symlink_to(ROOT / "workshop_helpers")
    return root


def run(checkout: Path, *command: str, status: int = 0) -> str:
    """Run a program with Python in the checkout; what it printed and complained about, once it ended like this."""
    environment = {**os.environ, "PYTHONPATH": str(checkout), "WORKSHOP_HOME": str(checkout / "home")}
    done = subprocess.run([sys.executable, *command], cwd=checkout, env=environment, capture_output=True, text=True)
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout + done.stderr


def follow(checkout: Path, line: str) -> str:
    """Do what a line of the document says."""
    command, *arguments = shlex.split(line)
    if command == "make":  # the two commands of the target, with the Python that is here
        _, page = arguments
        run(checkout, "-m", "workshop_helpers.cli", "made-up-group")
        return run(checkout, str(ROOT / "tests" / "save_pictures.py"), page.removeprefix("ARGS="))
    return run(checkout, "-m", "workshop_helpers.cli", *arguments)


def write(checkout: Path, file: str, words: Mapping[str, str]) -> None:
    """Put an author's words in place of what stands there."""
    path = checkout / file
    text = path.read_text(encoding="utf-8")
    for there, instead in words.items():
        assert text.count(there) == 1, there
        text = text.replace(there, instead)
    path.write_text(text, encoding="utf-8")


def test_the_commands_are_those_that_are_tried_here() -> None:
    assert list(TYPED) == [
        ".venv/bin/workshop new assessment asking-for-help --section communication",
        f"make pictures ARGS={PAGE}",
        ".venv/bin/workshop new exercise ask-twice --section communication",
        '.venv/bin/workshop new section trust-at-work --title "Trust at work" --number 16',
        ".venv/bin/workshop new figure two-rings",
    ]


def test_a_self_assessment_and_an_exercise_end_with_nothing_wrong_and_a_page_that_runs(checkout: Path) -> None:
    follow(checkout, TYPED[0])
    write(checkout, "data/assessments/asking-for-help.toml", ASSESSMENT)
    write(checkout, PAGE, GUESS)
    follow(checkout, TYPED[2])
    write(checkout, "data/exercises/ask-twice.toml", EXERCISE)
    write(checkout, PAGE, TRY)
    follow(checkout, TYPED[1])
    assert follow(checkout, ".venv/bin/workshop check").startswith("All fine: ")
    sanitize = str(ROOT / "tests" / "nbval-sanitize.cfg")
    nbval = ["--nbval", "--nbval-cell-timeout=60", "--nbval-sanitize-with", sanitize, "--rootdir", str(checkout)]
    assert " passed" in run(checkout, "-m", "pytest", "-q", "-p", "no:cacheprovider", *nbval, PAGE)


def test_a_page_begins_with_all_that_is_left_said_in_words(checkout: Path) -> None:
    follow(checkout, TYPED[3])
    follow(checkout, ".venv/bin/workshop new assessment trust-so-far --section trust-at-work")
    follow(checkout, ".venv/bin/workshop new exercise a-small-promise --section trust-at-work")
    said = run(checkout, "-m", "workshop_helpers.cli", "check", status=2).splitlines()[1:]
    assert [line for line in said if "trust" not in line and "a-small-promise" not in line] == []
    assert [line for line in said if "still to be written" not in line] == [
        "  - notebooks/16-trust-at-work.ipynb, cell 'reading-trust-at-work': has 26 words; a reading takes three or "
        "four minutes, which is 250 to 400.",
        "  - notebooks/16-trust-at-work.ipynb: 'trust-so-far' rests on a work that no text here cites; write (Addis "
        "and Mahalik, 2003) where it fits.",
        "  - notebooks/16-trust-at-work.ipynb, cell 'discuss-trust-so-far': its picture is not saved yet; run: make "
        "pictures ARGS=notebooks/16-trust-at-work.ipynb",
    ]
