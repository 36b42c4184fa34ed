"""The accent colour is written down in one place."""

import re
from pathlib import Path

import workshop_helpers

PACKAGE = Path(workshop_helpers.__file__).parent
COLOURS = PACKAGE / "templates" / "colours.css"


def test_the_accent_is_defined_once():
    accents = re.findall(r"--wh-accent-on-\w+: (#\w+);", COLOURS.read_text(encoding="utf-8"))
    files = [path for kind in ("css", "html", "js", "py") for path in PACKAGE.rglob(f"*.{kind}")]
    others = [path for path in files if path != COLOURS and path.parent.name != "_bundles"]

    assert len(accents) == 2
    assert [path.name for path in others if any(accent in path.read_text(encoding="utf-8") for accent in accents)] == []
    assert [path.name for path in others if re.search(r"--wh-accent: *#", path.read_text(encoding="utf-8"))] == []
