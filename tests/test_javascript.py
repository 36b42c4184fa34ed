"""The pages' JavaScript: its bundles are what the sources say, and a wrong type is refused."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

import pytest
from node_tools import MODULES, ROOT, all_bundles, bundle_of, run_npm

from workshop_helpers import notebook

WIDGETS = ROOT / "workshop_helpers" / "widgets"
BUNDLES = WIDGETS / "_bundles"
EXTENSION = ROOT / "share" / "labextension" / "static" / "remoteEntry.js"  # in a folder of its own, for JupyterLab
MANIFEST = json.loads((BUNDLES / "manifest.json").read_text(encoding="utf-8"))


def changed(checksums: dict[str, str], files: Iterable[Path]) -> list[str]:
    """The files that are not what they were when the bundles were made."""
    return [
        name
        for file, (name, checksum) in zip(files, checksums.items(), strict=True)
        if not file.is_file() or sha256(file.read_bytes()).hexdigest() != checksum
    ]


def bundles() -> list[Path]:
    return [EXTENSION if name == EXTENSION.name else BUNDLES / name for name in MANIFEST["bundles"]]


def test_no_source_was_changed_since_the_bundles_were_made():
    assert changed(MANIFEST["sources"], [ROOT / name for name in MANIFEST["sources"]]) == [], "run 'make bundles'"


def test_no_bundle_was_changed_by_hand():
    assert changed(MANIFEST["bundles"], bundles()) == [], "change the sources, and run 'make bundles'"
    assert {*BUNDLES.iterdir(), EXTENSION} == {*bundles(), BUNDLES / "manifest.json"}


def test_every_view_and_its_style_is_in_a_bundle_of_its_name():
    widgets = [view.parent.name for view in WIDGETS.glob("*/view.js")]

    made = sorted(f"{name}.{kind}" for name in widgets for kind in ("css", "js"))
    assert sorted(MANIFEST["bundles"]) == sorted([*made, EXTENSION.name])


def test_the_bundles_are_what_the_sources_give(tmp_path):
    committed = {path.name: path.read_text(encoding="utf-8") for path in [*BUNDLES.iterdir(), EXTENSION]}

    assert all_bundles(tmp_path) == committed


def test_a_test_can_add_a_response_format_to_the_view_of_questions(tmp_path):
    code = bundle_of(ROOT / "tests" / "js" / "span" / "view.js", tmp_path)

    assert "Object.assign(formats, { span });" in code
    assert "// workshop_helpers/widgets/questions/form.js\n" in code


def test_a_view_imports_its_own_files_and_shared_ones_alone():
    """The console shows an agenda too; what is shared knows no widget."""
    found = {
        (path.relative_to(WIDGETS).parts[0], (path.parent / target).resolve().relative_to(WIDGETS).parts[0])
        for path in WIDGETS.rglob("*.js")
        if BUNDLES not in path.parents
        for target in re.findall(r'^import .* from "(\..*)";$', path.read_text(encoding="utf-8"), re.MULTILINE)
    }

    assert {(here, there) for here, there in found if there not in (here, "shared")} == {("console", "agenda")}
    assert ("timer", "shared") in found


def test_a_page_may_call_what_there_is_for_pages_and_nothing_else():
    text = (ROOT / "share" / "pages" / "calls.js").read_text(encoding="utf-8")
    known = re.findall(r'^  "([a-z]+)",$', text, re.MULTILINE)
    offered = [name for name, value in vars(notebook).items() if getattr(value, "__module__", "") == notebook.__name__]

    assert known == sorted(name for name in offered if not name.startswith("_"))


def a_copy(folder: Path) -> Path:
    """All that ``npm run lint`` looks at, in an empty folder, to be changed."""
    for name in ("package.json", "biome.jsonc", "tsconfig.json", "tsconfig.node.json"):
        shutil.copy(ROOT / name, folder)
    for name in ("share", "tests/js", "tools", "workshop_helpers"):
        shutil.copytree(
            ROOT / name, folder / name, ignore=shutil.ignore_patterns("*.py", "*.pyc", "*.css", "_bundles", "static")
        )
    (folder / "node_modules").symlink_to(MODULES)
    return folder


WRONG = {
    # the file, what stands there, what is planted in its place, where that shows if elsewhere, how what is said begins
    "a message that the kernel does not know": (
        "questions/form.js",
        '{ type: "finish" }',
        '{ type: "finished" }',
        "",
        """Type '"finished"' is not assignable to type '"again" | "agree" | "answer" | "back" | "finish" | "keep" | """,
    ),
    "a message without what belongs to it": (
        "console/view.js",
        '{ type: "line", line }',
        '{ type: "line", text: line }',
        "",
        """Object literal may only specify known properties, and 'text' does not exist in type '{ type: "line"; """,
    ),
    "a message of the kernel that nobody handles": (
        "trade/view.js",
        "    problem: ifAsked(({ words }) => say(words)),\n",
        "",
        "",
        "Property 'problem' is missing in type",
    ),
    "what the kernel does not say": (
        "joining/view.js",
        "told.words",
        "told.word",
        "",
        """Property 'word' does not exist on type '{ type: "membership"; inside: boolean; words: string; }'.""",
    ),
    "a number where words belong": (
        "timer/view.js",
        'this.say("")',
        "this.say(0)",
        "",
        "Argument of type 'number' is not assignable to parameter of type 'string'.",
    ),
    "a response format without a view": (
        "questions/formats/format.js",
        "TextQuestion} QuestionSpec",
        'TextQuestion | (AnyQuestion & { format: "span" })} QuestionSpec',
        "questions/formats/index.js",
        "Property 'span' is missing in type",
    ),
}


@pytest.fixture(scope="module")
def refused(tmp_path_factory):
    """What is said of all that is planted, in one run: where, and what."""
    widgets = a_copy(tmp_path_factory.mktemp("planted")) / "workshop_helpers" / "widgets"
    for file, there, planted, *_ in WRONG.values():
        text = (widgets / file).read_text(encoding="utf-8")
        assert there in text, file
        (widgets / file).write_text(text.replace(there, planted, 1), encoding="utf-8")
    done = run_npm("lint", widgets.parents[1])
    assert done.returncode != 0
    return re.findall(r"^workshop_helpers/widgets/(\S+)\(\d+,\d+\): error TS\d+: (.*)$", done.stdout, re.MULTILINE)


@pytest.mark.parametrize("wrong", WRONG)
def test_a_wrong_type_is_refused(refused, wrong):
    file, _, _, shows, said = WRONG[wrong]
    [words] = [words for where, words in refused if where == (shows or file)]

    assert words.startswith(said)


def test_nothing_else_is_refused(refused):
    assert len(refused) == len(WRONG)


def test_what_is_not_changed_is_not_refused(tmp_path):
    assert run_npm("lint", a_copy(tmp_path)).returncode == 0


def test_the_quick_checks_are_those_of_the_javascript_too():
    done = subprocess.run(["make", "--dry-run", "lint"], cwd=ROOT, capture_output=True, text=True, check=True)

    assert "npm --silent run lint" in done.stdout


def test_scripts_of_libraries_in_the_environment_are_not_taken_for_modules():
    """Node.js asks the next package.json above a script; JupyterLab brings scripts that are no modules."""
    assert "type" not in json.loads((ROOT / "package.json").read_text(encoding="utf-8"))


def test_every_package_has_one_version_and_its_reason():
    package = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    locked = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]

    assert sorted(package["//"]) == sorted(package["devDependencies"])
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in package["devDependencies"].values())
    assert all("integrity" in each and "resolved" not in each for name, each in locked.items() if name)
