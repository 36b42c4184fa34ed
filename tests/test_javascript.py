"""The pages' JavaScript: its bundles are what the sources say, and a wrong type is refused."""

import json
from hashlib import sha256
from pathlib import Path

from node_tools import ROOT, all_bundles

WIDGETS = ROOT / "workshop_helpers" / "widgets"
BUNDLES = WIDGETS / "_bundles"
MANIFEST = json.loads((BUNDLES / "manifest.json").read_text(encoding="utf-8"))


def changed(checksums: dict[str, str], folder: Path) -> list[str]:
    """The files that are not what they were when the bundles were made."""
    files = {name: folder / name for name in checksums}
    return [
        name
        for name, file in files.items()
        if not file.is_file() or sha256(file.read_bytes()).hexdigest() != checksums[name]
    ]


def test_no_source_was_changed_since_the_bundles_were_made():
    assert changed(MANIFEST["sources"], ROOT) == [], "run 'make bundles'"


def test_no_bundle_was_changed_by_hand():
    assert changed(MANIFEST["bundles"], BUNDLES) == [], "change the sources, and run 'make bundles'"
    assert {path.name for path in BUNDLES.iterdir()} == {*MANIFEST["bundles"], "manifest.json"}


def test_every_view_and_its_style_is_in_a_bundle_of_its_name():
    widgets = [view.parent.name for view in WIDGETS.glob("*/view.js")]

    assert sorted(MANIFEST["bundles"]) == sorted(f"{name}.{kind}" for name in widgets for kind in ("css", "js"))


def test_the_bundles_are_what_the_sources_give(tmp_path):
    committed = {path.name: path.read_text(encoding="utf-8") for path in BUNDLES.iterdir()}

    assert all_bundles(tmp_path) == committed
