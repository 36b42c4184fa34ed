"""What a command prints can be read in a pipe with any encoding, and nothing that it prints ends in an error."""

import io
from pathlib import Path

import pytest

from workshop_helpers import cli
from workshop_helpers.content.loading import load_workshop
from workshop_helpers.made_up import read_made_up
from workshop_helpers.terminal import make_output_readable

WORDS = "4–7 people said “it’s fine” … café, naïve — いつも 🙂 \udcff"


def written(monkeypatch: pytest.MonkeyPatch, encoding: str, errors: str = "strict") -> str:
    """What is left of the words in a pipe."""
    pipe = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors=errors)
    monkeypatch.setattr("sys.stdout", pipe)
    make_output_readable()
    print(WORDS, end="", flush=True)
    assert isinstance(pipe.buffer, io.BytesIO)
    return pipe.buffer.getvalue().decode(encoding)


@pytest.mark.parametrize(
    ("encoding", "left"),
    [
        ("utf-8", "4–7 people said “it’s fine” … café, naïve — いつも 🙂 ?"),
        ("ascii", '4-7 people said "it\'s fine" ... cafe, naive - ??? ? ?'),
        ("cp1252", "4–7 people said “it’s fine” … café, naïve — ??? ? ?"),
        ("cp932", "4-7 people said “it’s fine” … cafe, naive - いつも ? ?"),
    ],
)
def test_letters_that_a_pipe_does_not_have_are_written_plainly(
    monkeypatch: pytest.MonkeyPatch, encoding: str, left: str
) -> None:
    assert written(monkeypatch, encoding) == left


def test_a_program_without_a_screen_has_nothing_to_change(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", None)
    monkeypatch.setattr("sys.stderr", None)
    make_output_readable()


ENCODINGS = ["cp932", "ascii", "cp1252", "utf-16"]


def in_pipes(monkeypatch: pytest.MonkeyPatch, encoding: str) -> list[io.BytesIO]:
    """What comes in, goes out, and is complained of, in pipes of one encoding."""
    ends = [io.BytesIO(b"caf\xc3\xa9\xff"), io.BytesIO(), io.BytesIO()]
    for name, end in zip(("stdin", "stdout", "stderr"), ends, strict=True):
        monkeypatch.setattr(f"sys.{name}", io.TextIOWrapper(end, encoding=encoding, write_through=True))
    return ends


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize(
    "command",
    [
        ["--help"],
        ["check", "nowhere\udcff–"],
        ["new", "assessment", "–", "--section", "tea"],
        ["picture", "–", "–.csv"],
        ["slips", "active-listening", "–"],
        ["slips", "active-listening", "–", "–.txt"],
        ["room", "--host", "–", "--seats", "8"],
    ],
    ids=["help", "check", "new", "picture", "slips typed in", "slips in a file", "room"],
)
def test_no_command_ends_in_a_traceback_whatever_the_encoding(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, encoding: str, command: list[str]
) -> None:
    monkeypatch.setenv("WORKSHOP_HOME", str(tmp_path))
    pipes = in_pipes(monkeypatch, encoding)
    try:
        status = cli.main(command)
    except SystemExit as end:
        status = int(str(end.code))
    assert status == (0 if command == ["--help"] else 2)
    assert pipes[1 if status == 0 else 2].getvalue()


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_picture_as_text_is_printed_into_every_pipe(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, encoding: str
) -> None:
    monkeypatch.chdir(tmp_path)
    about = load_workshop().assessment("active-listening")
    read_made_up(about).to_csv("answers.csv", index=False)
    pipes = in_pipes(monkeypatch, encoding)
    assert cli.main(["picture", about.id, "answers.csv", "--out", "a.json"]) == 0
    assert b"Saved: a.json" in pipes[1].getvalue().replace(b"\0", b"")
