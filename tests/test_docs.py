"""The documents speak of things that exist."""

import re
import shlex
from pathlib import Path

import pytest

import workshop_helpers as wh
from workshop_helpers.cli import parser
from workshop_helpers.made_up import PEOPLE

ROOT = Path(__file__).parent.parent
DOCUMENTS = ["README.md", "CONTRIBUTING.md", "PRIVACY.md", "data/README.md"]
TARGETS = re.findall(r"^([a-z]+):.*##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)

each_document = pytest.mark.parametrize("name", DOCUMENTS)


def text_of(name):
    """A document as readers see it, without what is commented out."""
    return re.sub(r"<!--.*?-->", "", (ROOT / name).read_text(encoding="utf-8"), flags=re.DOTALL)


def code_of(name):
    """Everything that a document sets as code: whole lines, and words inside a line."""
    text = text_of(name)
    return [*re.findall(r"^ {4,}(\S.*)$", text, re.MULTILINE), *re.findall(r"`([^`]+)`", text)]


def test_every_make_target_that_is_mentioned_exists():
    mentioned = {
        target for name in DOCUMENTS for code in code_of(name) for target in re.findall(r"^make ([a-z]+)", code)
    }

    assert {"workshop", "test"} <= mentioned <= set(TARGETS)


def test_every_make_target_is_explained_to_those_who_add_something():
    explained = " ".join(code_of("CONTRIBUTING.md")) + " ".join(code_of("README.md"))

    assert [target for target in TARGETS if f"make {target}" not in explained and target != "help"] == []


@each_document
def test_every_workshop_command_that_is_mentioned_can_be_typed_like_that(name):
    for code in code_of(name):
        command = code.removeprefix(".venv/bin/")
        if command.startswith("workshop "):
            parser().parse_args(shlex.split(command)[1:])


@each_document
def test_every_assessment_in_a_command_exists(name):
    for code in code_of(name):
        words = shlex.split(code.removeprefix(".venv/bin/")) if "workshop " in code else []
        if words[1:2] in (["picture"], ["slips"]):
            assert wh.load_workshop().assessment(words[2]).policy != "private"


# What the commands of the examples make; test_newcomer.py runs them. And what a make target makes.
TO_BE_MADE = {
    "build/sbom.cdx.json",
    "data/assessments/asking-for-help.toml",
    "data/exercises/ask-twice.toml",
    "data/sections/trust-at-work.toml",
    "tests/test_figures_kinds_two_rings.py",
    "workshop_helpers/figures/kinds/two_rings.py",
}


@each_document
def test_every_file_that_is_mentioned_exists(name):
    links = [target for target in re.findall(r"\]\(([^)]+)\)", text_of(name)) if "://" not in target]
    paths = [code for code in code_of(name) if re.fullmatch(r"[\w.-]+/[\w./-]*|[a-z][\w-]*\.(yml|toml|txt|py)", code)]
    places = [(ROOT / name).parent, ROOT, ROOT / "workshop_helpers"]

    missing = [path for path in {*links, *paths} - TO_BE_MADE if not any((place / path).exists() for place in places)]

    assert missing == []


def test_the_made_up_group_has_as_many_people_as_the_readme_says():
    assert f"{PEOPLE} invented people" in text_of("README.md")


@each_document
def test_no_document_promises_more_than_is_true(name):
    words = re.compile(r"anonym\w*|nobody can ever|military|differentially private|GDPR.compliant", re.IGNORECASE)

    assert words.findall(text_of(name)) == []


@pytest.mark.parametrize("name", ["PRIVACY.md", "notebooks/00-welcome.ipynb"])
def test_the_tick_for_very_personal_answers_is_called_what_the_page_calls_it(name):
    page = (ROOT / "workshop_helpers/widgets/questions/keeping.js").read_text(encoding="utf-8")
    (label,) = re.findall(r'h\("span", {}, "([^"]+)"', page)

    assert re.search(rf'unless you tick ["“]{label}["”]', (ROOT / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["README.md", "PRIVACY.md", "notebooks/00-welcome.ipynb"])
def test_whoever_reads_about_the_hat_reads_about_its_limits(name):
    text = " ".join((ROOT / name).read_text(encoding="utf-8").split())

    assert "could read each slip, without a name" in text
    assert re.search("cannot be changed or taken back|cannot change it or take it back", text)
