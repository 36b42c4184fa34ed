"""What notebooks call shows its part, and puts mistakes in plain words instead of a traceback."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

import workshop_helpers as wh
from workshop_helpers import displays, notebook
from workshop_helpers.content import Workshop
from workshop_helpers.content.loading import DATA_FOLDER
from workshop_helpers.content.reading import DataFolder
from workshop_helpers.room.client.membership import own_membership
from workshop_helpers.watcher import Watcher
from workshop_helpers.workbook import own_workbook

WORKSHOP = wh.load_workshop()


def listed(names: Iterable[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Any]:
    seen: list[Any] = []
    monkeypatch.setenv("WORKSHOP_HOME", str(tmp_path))
    monkeypatch.setattr(displays, "display", lambda part, **_how: seen.append(part))
    return seen


@pytest.mark.parametrize(
    ("call", "printed"),
    [
        (lambda: wh.begin("communication"), ["<header: Talking and listening>", "<progress>"]),
        (lambda: wh.begin("compromise"), ["<a way out>", "<header: Finding a compromise>", "<progress>"]),
        (lambda: wh.join(), ["<how you work>", "<the way into a room>", "<your workbook>"]),
        (lambda: wh.assess("active-listening"), ["<self-assessment>"]),
        (lambda: wh.reflect("communication"), ["<private writing>"]),
        (lambda: wh.plan(), ["<your plan>"]),
        (lambda: wh.report(), ["<your report>"]),
        (lambda: wh.exercise("one-honest-minute"), ["<exercise>"]),
        (lambda: wh.agenda("half-day"), ["<agenda>"]),
        (lambda: wh.trade("points-on-the-table"), ["<trading>"]),
        (lambda: wh.overlap(), ["<what both can live with>"]),
        (lambda: wh.overview(), ["<map of the workshop>"]),
        (lambda: wh.slips(), ["<slips from a paper hat>"]),
        (lambda: wh.table(), ["<a table of answers>"]),
        (lambda: wh.finish("communication"), ["<done with this page>", "<footer: Talking and listening>"]),
    ],
    ids=[
        "begin",
        "begin with a way out",
        "join",
        "assess",
        "reflect",
        "plan",
        "report",
        "exercise",
        "agenda",
        "trade",
        "overlap",
        "overview",
        "slips",
        "table",
        "finish",
    ],
)
def test_a_call_shows_its_part_under_a_constant_word(
    shown: list[Any], call: Callable[[], object], printed: list[str]
) -> None:
    assert call() is None
    assert [repr(part) for part in shown] == printed


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (
            lambda: wh.assess("listening"),
            f"There is no self-assessment called 'listening'. There are: {listed(WORKSHOP.assessments)}.",
        ),
        (lambda: wh.assess("active-listening", "before"), "'active-listening' is asked once; leave 'occasion' out."),
        (
            lambda: wh.trade("active-listening"),
            "'active-listening' has no item with points, so there is nothing to trade.",
        ),
        (
            lambda: wh.assess("starting-point"),
            "'starting-point' is asked on two occasions; call assess with occasion = 'before' or 'after'.",
        ),
        (
            lambda: wh.discuss("starting-point", "during"),
            "There is no occasion of 'starting-point' called 'during'. There are: 'before', 'after'.",
        ),
        (
            lambda: wh.begin("nowhere"),
            "There is no section called 'nowhere'. There are: "
            f"{listed(section.id for section in (*WORKSHOP.sections, *WORKSHOP.guides))}.",
        ),
        (
            lambda: wh.exercise("shouting"),
            f"There is no exercise called 'shouting'. There are: {listed(WORKSHOP.exercises)}.",
        ),
        (
            lambda: wh.agenda("two-days"),
            f"There is no agenda called 'two-days'. There are: {listed(WORKSHOP.agendas)}.",
        ),
    ],
)
def test_a_mistake_is_a_sentence_on_the_page(shown: list[Any], call: Callable[[], object], message: str) -> None:
    assert call() is None
    assert [repr(part) for part in shown] == [message]


def test_a_mistake_in_another_file_stops_no_page_and_one_in_its_own_file_is_said(
    shown: list[Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    shutil.copytree(DATA_FOLDER, folder)
    for file in ("sections/family.toml", "assessments/sibling-map.toml", "exercises/kind-no.toml", "agendas.toml"):
        (folder / file).write_text("minutes = 0\n", encoding="utf-8")
    monkeypatch.setattr(notebook, "own_workshop", lambda: Workshop(DataFolder(folder)))
    for name in WORKSHOP.assessments:
        own_workbook().put("finished", name, "once", True)
    calls: list[Callable[[], None]] = [
        lambda: wh.begin("communication"),
        lambda: wh.assess("active-listening"),
        lambda: wh.exercise("one-honest-minute"),
        lambda: wh.finish("communication"),
        lambda: wh.exercise("kind-no"),
    ]
    for call in calls:
        call()
    assert [repr(part) for part in shown] == [
        "<header: Talking and listening>",
        "<progress>",
        "<self-assessment>",
        "<exercise>",
        "<done with this page>",
        "<footer: Talking and listening>",
        "7 mistakes in the workshop's content:\n"
        "  - exercises/kind-no.toml, id: missing; add it.\n"
        "  - exercises/kind-no.toml, title: missing; add it.\n"
        "  - exercises/kind-no.toml, introduction: missing; add it.\n"
        "  - exercises/kind-no.toml, alone: missing; add it.\n"
        "  - exercises/kind-no.toml, observe: missing; add it.\n"
        "  - exercises/kind-no.toml, steps: missing; add it.\n"
        "  - exercises/kind-no.toml, minutes: unknown key; allowed are 'id', 'title', 'introduction', 'alone', "
        "'observe', 'steps'.",
    ]


def test_the_made_up_group_is_labelled_in_the_picture_the_table_and_the_alternative_text(shown: list[Any]) -> None:
    wh.discuss("active-listening")
    (picture,) = shown
    bundle = picture._repr_mimebundle_()
    assert "Made-up group: these people are invented" in bundle["text/plain"]
    assert bundle["text/html"].count("invented") >= 2
    assert 'alt="' in bundle["text/html"]


def test_a_page_notices_that_somebody_joins_and_shows_the_room_in_place_of_the_made_up_group(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    class Handle:
        def update(self, part: object) -> None:
            seen.append(part)

    def display(part: object, **_how: object) -> Handle:
        seen.append(part)
        return Handle()

    seen: list[Any] = []
    monkeypatch.setenv("WORKSHOP_HOME", str(tmp_path))
    monkeypatch.setattr(Watcher, "wake", lambda _watcher: None)  # looks are taken by hand here
    monkeypatch.setattr(displays, "display", display)
    wh.discuss("active-listening")
    kept = {"link": "http://127.0.0.1:1/workshop/#7K3M-Q0ZD", "secret": "00" * 32, "name": "ab", "room": "cd"}
    for key, value in kept.items():
        own_workbook().put("room", "joined", key, value)
    own_membership().look()
    own_membership().leave()
    own_membership().look()
    assert [repr(part).partition("\n")[0] for part in seen] == [
        repr(seen[0]).partition("\n")[0],
        "<the room's picture>",
        repr(seen[0]).partition("\n")[0],
    ]


def test_discussing_the_same_twice_shows_the_same(shown: list[Any]) -> None:
    wh.discuss("active-listening")
    wh.discuss("active-listening")
    assert repr(shown[0]) == repr(shown[1])
    assert shown[0]._repr_mimebundle_() == shown[1]._repr_mimebundle_()


def test_a_private_self_assessment_has_prompts_and_no_picture(shown: list[Any]) -> None:
    wh.discuss("ledger")
    (alone,) = shown
    always = [prompt.text for prompt in WORKSHOP.assessment("ledger").prompts if prompt.when == "always"]
    assert repr(alone).splitlines() == ["Two things I gave up: no picture", "", *(f"- {prompt}" for prompt in always)]
    assert "<img" not in alone._repr_mimebundle_()["text/html"]
    assert "There is no picture here." in alone._repr_mimebundle_()["text/html"]


def test_a_picture_is_of_one_occasion_or_of_both(shown: list[Any]) -> None:
    wh.discuss("starting-point", "before")
    wh.discuss("starting-point")
    one, both = (part._repr_mimebundle_()["text/plain"] for part in shown)
    assert "At the start" in one
    assert "At the end" not in one
    assert "At the start" in both
    assert "At the end" in both
