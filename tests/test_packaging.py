"""What is declared, pinned and installed agree, on every system and Python that the workshop runs on."""

import json
import os
import re
import subprocess
import tomllib
from importlib.metadata import distribution
from pathlib import Path
from typing import NamedTuple

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT, GROUPS = SETTINGS["project"], SETTINGS["dependency-groups"]
RUN = [*PROJECT["dependencies"], *GROUPS["build"]]
DECLARED = {
    "requirements.txt": RUN,
    "requirements-test.txt": [
        *RUN,
        *PROJECT["optional-dependencies"]["redis"],
        *PROJECT["optional-dependencies"]["test"],
    ],
    "requirements-tools.txt": GROUPS["tools"],
}
INSTALL_PROJECT = "pip install --no-deps --no-build-isolation --editable ."

each_list_of_pins = pytest.mark.parametrize("name", DECLARED)


class Pin(NamedTuple):
    """One version, for the systems of its marker, and the hashes of its files."""

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def lines_of(name: str) -> list[str]:
    """The lines that say something, each with those that it goes on in."""
    return [line for line in text_of(name).replace("\\\n", " ").splitlines() if not line.startswith("#")]


def pin_in(line: str) -> Pin:
    what, *hashes = line.split(" --hash=")
    wanted = Requirement(what)
    (version,) = wanted.specifier
    assert version.operator == "=="
    return Pin(
        canonicalize_name(wanted.name),
        version.version,
        str(wanted.marker or ""),
        tuple(part.strip() for part in hashes),
    )


@each_list_of_pins
def test_every_version_is_pinned_with_the_hashes_of_its_files(name: str) -> None:
    pins = [pin_in(line) for line in lines_of(name)]

    assert [pin.name for pin in pins if not pin.hashes] == []
    assert [text for pin in pins for text in pin.hashes if not re.fullmatch(r"sha256:[0-9a-f]{64}", text)] == []


@each_list_of_pins
def test_no_list_of_versions_says_where_to_get_them(name: str) -> None:
    assert [word for word in ("://", "index", "find-links", "file:", "@ ") if word in text_of(name)] == []


@each_list_of_pins
def test_what_is_declared_is_pinned_within_its_bounds(name: str) -> None:
    pinned: dict[str, set[str]] = {}
    for line in lines_of(name):
        pinned.setdefault(pin_in(line).name, set()).add(pin_in(line).version)

    for line in DECLARED[name]:
        declared = Requirement(line)
        assert pinned.get(declared.name), line
        assert [version for version in pinned[declared.name] if version not in declared.specifier] == [], line


def test_every_dependency_has_a_reason() -> None:
    declared = {line for lines in DECLARED.values() for line in lines}

    without = [
        line
        for line in declared
        if not re.search(rf'^  "{re.escape(line)}", +# \w', text_of("pyproject.toml"), re.MULTILINE)
    ]

    assert without == []


def test_the_tests_run_on_what_the_workshop_runs_on() -> None:
    run, test = (set(map(pin_in, lines_of(name))) for name in ("requirements.txt", "requirements-test.txt"))

    assert run - test == set()


def test_no_version_needs_a_newer_python_than_the_workshop() -> None:
    oldest = {"python_version": "3.11", "python_full_version": "3.11.0"}
    for line in lines_of("requirements-test.txt"):
        what = Requirement(line.split(" --hash=")[0])
        if what.marker is None or (what.marker.evaluate() and what.marker.evaluate(oldest)):
            needs = distribution(what.name).metadata.get_all("Requires-Python") or []
            assert all("3.11.0" in SpecifierSet(need) for need in needs), what


def test_the_project_is_built_by_what_is_pinned() -> None:
    assert set(SETTINGS["build-system"]["requires"]) <= set(GROUPS["build"])


def test_conda_brings_python_and_pip_and_pip_brings_the_same_pins() -> None:
    lines = text_of("environment.yml").splitlines()
    start = lines.index("dependencies:") + 1

    assert [line.strip() for line in lines[start:]] == [
        "- python=3.11",
        "- pip",
        "- pip:",
        "- -r requirements.txt",
    ]


def test_on_binder_and_with_conda_the_project_itself_is_a_step_of_its_own() -> None:
    assert text_of("postBuild").splitlines()[-1] == f"exec python -m {INSTALL_PROJECT}"
    assert os.access(ROOT / "postBuild", os.X_OK)
    assert f"    {INSTALL_PROJECT}\n" in text_of("README.md")


def test_the_oldest_python_is_the_same_everywhere() -> None:
    assert PROJECT["requires-python"] == ">=3.11"
    assert SETTINGS["tool"]["mypy"]["python_version"] == "3.11"
    assert SETTINGS["tool"]["ruff"]["target-version"] == "py311"
    assert "Python 3.11 or newer" in text_of("README.md")
    assert "(3, 11)" in text_of("Makefile")
    assert "--python-version 3.11 " in text_of("Makefile")


def test_the_page_extension_has_the_projects_version() -> None:
    assert json.loads(text_of("share/labextension/package.json"))["version"] == PROJECT["version"]


def test_the_build_server_runs_what_people_run_and_skips_nothing() -> None:
    lines = text_of(".ci/run").splitlines()

    assert lines[-1] == "exec make test"
    assert {f"export WORKSHOP_{what}_REQUIRED=1" for what in ("BROWSER", "NODE", "REDIS")} <= set(lines)


def test_the_bill_of_materials_lists_what_is_pinned_and_no_place_on_this_machine() -> None:
    if not (ROOT / ".tools" / ".tools").exists():
        pytest.skip("the tools for packaging are not here: 'make sbom' brings them")
    subprocess.run(["make", "--silent", "sbom"], cwd=ROOT, check=True, capture_output=True)

    made = text_of("build/sbom.cdx.json")

    listed = {(part["name"], part["version"]) for part in json.loads(made)["components"]}
    assert listed == {(pin.name, pin.version) for pin in map(pin_in, lines_of("requirements.txt"))}
    assert [place for place in (str(ROOT), str(Path.home())) if place in made] == []
