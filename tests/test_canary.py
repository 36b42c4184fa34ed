"""The scanner finds a canary in every form in which software writes texts down."""

import base64
import json
from pathlib import Path

import pytest
from canary import sightings, sightings_below

CANARY = "Kanarienvögel-7"

HIDDEN_IN = {
    "plain": f"I wrote {CANARY}.",
    "JSON": json.dumps({"value": CANARY}),
    "JSON in JSON": json.dumps({"output": json.dumps({"value": CANARY})}),
    "UTF-16 LE": f"a {CANARY} b".encode("utf-16-le"),
    "UTF-16 BE": f"a {CANARY} b".encode("utf-16-be"),
    "hexadecimal": f"a {CANARY} b".encode().hex(),
    "base64": base64.b64encode(f"a {CANARY} b".encode()),
}


@pytest.mark.parametrize(("form", "content"), HIDDEN_IN.items())
def test_a_canary_is_found(form: str, content: str | bytes) -> None:
    assert form in sightings(CANARY, content)


@pytest.mark.parametrize("before", range(4))
@pytest.mark.parametrize("after", range(4))
def test_base64_is_found_wherever_the_canary_begins_and_ends(before: int, after: int) -> None:
    assert sightings(CANARY, base64.b64encode(b"x" * before + CANARY.encode() + b"y" * after)) == ["base64"]


def test_nothing_is_found_where_nothing_is() -> None:
    assert sightings(CANARY, "Kanarienvogel 7, V\u00f6gel, S2FuYXJpZW4=") == []


def test_files_are_searched_at_every_depth_and_by_name(tmp_path: Path) -> None:
    (tmp_path / ".checkpoints" / "deep").mkdir(parents=True)
    (tmp_path / ".checkpoints" / "deep" / "page.ipynb").write_text(json.dumps([CANARY]), encoding="utf-8")
    (tmp_path / f"{CANARY}.txt").write_text("nothing", encoding="utf-8")
    (tmp_path / "innocent.txt").write_text("nothing", encoding="utf-8")
    found = list(sightings_below(CANARY, tmp_path))
    assert found == [str(Path(".checkpoints", "deep", "page.ipynb")) + ": JSON", f"{CANARY}.txt: in its name"]
