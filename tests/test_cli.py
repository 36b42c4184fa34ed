"""The ``workshop`` command: what it prints and writes, and the plain words with which it refuses."""

import io
import json
from importlib.metadata import entry_points

import pytest
from _content_samples import TEA, write_workshop
from small_checkout import change_page, small_checkout

import workshop_helpers as wh
from workshop_helpers import cli
from workshop_helpers.authoring import commands
from workshop_helpers.content import loading
from workshop_helpers.made_up import read_made_up
from workshop_helpers.pooling.contribution import contribution

LISTENING = wh.load_workshop().assessment("active-listening")
KEYS = [question.key for question in LISTENING.questions()]


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(here, capsys):
    """Run a command in an empty folder: its status, what it printed, what it complained about."""

    def run_in_folder(*arguments):
        status = cli.main([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run_in_folder


@pytest.fixture
def table(here):
    path = here / "answers.csv"
    read_made_up(LISTENING).to_csv(path, index=False)
    return path


def codes(people, session="willow"):
    return "".join(
        f"{wh.encode_slip(contribution(wh.Answers(LISTENING, {KEYS[0]: person % 5 + 1})), session)}\n"
        for person in range(people)
    )


def test_check_counts_what_is_fine(run, here):
    small_checkout(here)

    assert run("check", here / "data") == (0, "All fine: 1 assessment, 1 exercise, 1 section, 1 notebook.\n", "")


def test_check_says_that_it_saw_no_notebooks(run, here):
    small_checkout(here)
    (here / "notebooks").rename(here / "elsewhere")

    assert run("check", here / "data") == (
        0,
        "All fine: 1 assessment, 1 exercise, 1 section.\n"
        "There is no folder 'notebooks' beside this one, so only the content was checked.\n",
        "",
    )


def test_check_lists_what_is_not(run, here):
    write_workshop(here / "data", tea=TEA.replace("minutes = 5", "minutes = 0"))

    assert run("check", here / "data") == (
        2,
        "",
        "One mistake in the workshop's content:\n  - assessments/tea.toml, minutes: must be 1 or more.\n",
    )


def test_check_lists_what_is_wrong_on_a_page(run, here):
    small_checkout(here)
    change_page(here, lambda page: page.cells.pop())

    assert run("check", here / "data") == (
        2,
        "",
        "One mistake in the workshop's content:\n"
        '  - notebooks/01-tea.ipynb: the last cell must call wh.finish("tea"); put it there.\n',
    )


STARTS = [
    (
        ["assessment", "second-cup", "--section", "tea", "--title", "A second cup"],
        "Written:\n"
        "  data/assessments/second-cup.toml\n"
        "  data/sections/tea.toml\n"
        "  notebooks/01-tea.ipynb\n"
        "  data/made-up-group.csv\n"
        "Next:\n"
        "  1. Put your own words wherever notebooks/01-tea.ipynb and the other files say “TO WRITE”.\n"
        "  2. See what is left to do: .venv/bin/workshop check\n"
        "  3. Save the made-up group's picture, when nothing else is left: make pictures ARGS=notebooks/01-tea.ipynb\n"
        "  4. Run every check: make test\n",
    ),
    (
        ["exercise", "stir", "--section", "tea"],
        "Written:\n"
        "  data/exercises/stir.toml\n"
        "  data/sections/tea.toml\n"
        "  notebooks/01-tea.ipynb\n"
        "Next:\n"
        "  1. Put your own words wherever notebooks/01-tea.ipynb and the other files say “TO WRITE”.\n"
        "  2. See what is left to do: .venv/bin/workshop check\n"
        "  3. Run every check: make test\n",
    ),
    (
        ["section", "milk", "--number", "7"],
        "Written:\n"
        "  data/sections/milk.toml\n"
        "  notebooks/07-milk.ipynb\n"
        "Next:\n"
        "  1. Put your own words wherever notebooks/07-milk.ipynb and the other files say “TO WRITE”.\n"
        "  2. See what is left to do: .venv/bin/workshop check\n"
        "  3. Give it something to answer: .venv/bin/workshop new assessment ID --section milk\n"
        "  4. Run every check: make test\n",
    ),
]


@pytest.mark.parametrize(("arguments", "printed"), STARTS, ids=[arguments[0] for arguments, _ in STARTS])
def test_new_says_what_it_wrote_and_what_is_left(run, here, monkeypatch, arguments, printed):
    small_checkout(here)
    monkeypatch.setattr(commands, "DATA_FOLDER", here / "data")

    assert run("new", *arguments) == (0, printed, "")
    assert run("new", *arguments)[0] == 2


@pytest.mark.parametrize("what", ["assessment", "exercise", "section"])
def test_new_explains_itself(what, capsys):
    with pytest.raises(SystemExit) as caught:
        cli.main(["new", what, "--help"])

    assert caught.value.code == 0
    assert capsys.readouterr().out.startswith(f"usage: workshop new {what}")


def test_check_without_a_folder_looks_at_the_workshops_own(run):
    status, printed, complaint = run("check")

    assert (status, complaint) == (0, "")
    assert printed.startswith(f"All fine: {len(wh.load_workshop().assessments)} assessments, ")


def test_schema_writes_the_same_file_each_time(run, here, monkeypatch):
    path = here / "assessment.schema.json"
    monkeypatch.setattr(commands, "ASSESSMENT_SCHEMA", path)

    assert run("schema") == (0, "Written: data/assessment.schema.json\n", "")
    assert path.read_bytes() == loading.ASSESSMENT_SCHEMA.read_bytes()  # if not: workshop schema


def test_made_up_group_writes_the_group(run, here, monkeypatch):
    path = here / "made-up-group.csv"
    monkeypatch.setattr("workshop_helpers.made_up.write_made_up.__defaults__", (path,))

    assert run("made-up-group") == (0, "Written: data/made-up-group.csv\n", "")
    assert path.read_bytes() == loading.MADE_UP_GROUP.read_bytes()


def test_picture_draws_a_table_and_prints_it_as_text(run, here, table):
    status, printed, complaint = run("picture", "active-listening", table)

    assert (status, complaint) == (0, "")
    assert printed.endswith("Saved: active-listening.png\n")
    assert LISTENING.items[0].text in printed
    assert (here / "active-listening.png").read_bytes()[:4] == b"\x89PNG"


@pytest.mark.parametrize(("name", "start"), [("a.svg", b"<?xml"), ("a.pdf", b"%PDF"), ("a.csv", b'"variable","text"')])
def test_the_ending_of_the_file_says_what_is_saved(run, here, table, name, start):
    status, printed, _ = run("picture", "active-listening", table, "--out", name)

    assert (status, printed.splitlines()[-1]) == (0, f"Saved: {name}")
    assert (here / name).read_bytes().startswith(start)


def test_a_picture_can_be_saved_to_be_opened_again(run, here, table):
    run("picture", "active-listening", table, "--out", "a.json")

    assert wh.Release.from_json((here / "a.json").read_text(encoding="utf-8")) == wh.pool_frame(table, LISTENING)


def test_columns_that_are_not_used_are_mentioned_in_words(run, table):
    text = table.read_text(encoding="utf-8").splitlines()
    table.write_text("\n".join(["age," + text[0], *(f"40,{line}" for line in text[1:])]), encoding="utf-8")

    status, _, complaint = run("picture", "active-listening", table)

    assert (status, complaint) == (
        0,
        "Column 1 of the table: no question of 'active-listening', so not used.\n",
    )


@pytest.mark.parametrize(
    ("arguments", "encoding"),
    [((), "utf-8"), (("codes.txt",), "utf-8"), (("codes.txt",), "utf-8-sig"), (("codes.txt",), "utf-16")],
    ids=["typed in", "from a file", "from a file with a byte order mark", "from Notepad's Unicode"],
)
def test_slips_from_a_hat_become_the_picture_that_a_pool_gives(run, here, monkeypatch, arguments, encoding):
    text = codes(8)
    (here / "codes.txt").write_text(text, encoding=encoding)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode(encoding))))

    status, _, complaint = run("slips", "active-listening", "Willow", *arguments, "--out", "a.json")

    release = wh.Release.from_json((here / "a.json").read_text(encoding="utf-8"))
    assert (status, complaint, release.n) == (0, "", 8)
    assert json.loads(release.to_json())["source"] == "a room"


REFUSALS = [
    (
        ["picture", "passive-listening", "answers.csv"],
        "There is no self-assessment called 'passive-listening'. There are: "
        + ", ".join(f"'{name}'" for name in wh.load_workshop().assessments)
        + ".",
    ),
    (
        ["picture", "active-listening", "nowhere.csv"],
        "There is no file 'nowhere.csv' there. Check the folder and the name.",
    ),
    (
        ["picture", "active-listening", "answers.csv", "--policy", "light"],
        "The author of this self-assessment chose 'room' (bands of at least four people, from eight people). "
        "A facilitator can make that stricter, not looser.",
    ),
    (
        ["picture", "active-listening", "answers.csv", "--occasion", "before"],
        "There is no occasion of 'active-listening' called 'before'. There is none.",
    ),
    (
        ["picture", "active-listening", "answers.csv", "--out", "picture.doc"],
        "'picture.doc' must end in one of: .png, .svg, .pdf, .json, .csv.",
    ),
    (
        ["picture", "active-listening", "answers.csv", "--out", "nowhere/picture.png"],
        "'nowhere/picture.png' cannot be opened: No such file or directory. Check the folder and the name.",
    ),
    (
        ["slips", "active-listening", "willow", "nowhere.txt"],
        "'nowhere.txt' cannot be opened: No such file or directory. Check the folder and the name.",
    ),
    (
        ["slips", "active-listening", "willow", "empty.txt"],
        "There is no share code to read. Give a code a line.",
    ),
    (
        ["slips", "active-listening", "willow", "seven.txt"],
        "7 people have answered, and this picture needs 8 (bands of at least four people, from eight people). "
        "Wait for more, or talk about the questions without a picture.",
    ),
    (
        ["slips", "active-listening", "willow", "strange.txt"],
        "Not all slips could be read, so none was added. Mend each of these, or leave it out:\n"
        "slip 1: It has 4 characters and should have {length}: check it against the slip.",
    ),
]


@pytest.mark.parametrize(("arguments", "message"), REFUSALS, ids=[" ".join(arguments) for arguments, _ in REFUSALS])
def test_a_refusal_is_plain_words_and_status_two(run, here, table, arguments, message):
    (here / "empty.txt").write_text("\n\n", encoding="utf-8")
    (here / "seven.txt").write_text(codes(7), encoding="utf-8")
    (here / "strange.txt").write_bytes("caf\xe9\n".encode("latin-1"))
    length = len(codes(1).strip().replace("-", ""))

    assert run(*arguments) == (2, "", message.format(length=length) + "\n")


@pytest.mark.parametrize("command", ["check", "new", "schema", "made-up-group", "picture", "slips"])
def test_every_command_explains_itself(command, capsys):
    with pytest.raises(SystemExit) as caught:
        cli.main([command, "--help"])

    assert caught.value.code == 0
    assert capsys.readouterr().out.startswith(f"usage: workshop {command}")


def test_the_command_is_installed_under_its_name():
    (command,) = entry_points(group="console_scripts", name="workshop")

    assert command.load() is cli.main
