"""What notebooks call shows its part, and puts mistakes in plain words instead of a traceback."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

import workshop_helpers as wh
from workshop_helpers import notebook

WORKSHOP = wh.load_workshop()


def listed(names: Iterable[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Any]:
    seen: list[Any] = []
    monkeypatch.setenv("WORKSHOP_HOME", str(tmp_path))
    monkeypatch.setattr(notebook, "display", seen.append)
    return seen


@pytest.mark.parametrize(
    ("call", "printed"),
    [
        (lambda: wh.begin("communication"), ["<header: Talking and listening>", "<progress>"]),
        (lambda: wh.join(), ["<how you work>", "<the way into a room>", "<your workbook>"]),
        (lambda: wh.assess("active-listening"), ["<self-assessment>"]),
        (lambda: wh.reflect("communication"), ["<private writing>"]),
        (lambda: wh.plan(), ["<your plan>"]),
        (lambda: wh.report(), ["<your report>"]),
        (lambda: wh.exercise("one-honest-minute"), ["<exercise>"]),
        (lambda: wh.agenda("half-day"), ["<agenda>"]),
        (lambda: wh.finish("communication"), ["<done with this page>", "<footer: Talking and listening>"]),
    ],
    ids=["begin", "join", "assess", "reflect", "plan", "report", "exercise", "agenda", "finish"],
)
def test_a_call_shows_its_part_under_a_constant_word(
    shown: list[Any], call: Callable[[], None], printed: list[str]
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
def test_a_mistake_is_a_sentence_on_the_page(shown: list[Any], call: Callable[[], None], message: str) -> None:
    assert call() is None
    assert [repr(part) for part in shown] == [message]


def test_the_made_up_group_is_labelled_in_the_picture_the_table_and_the_alternative_text(shown: list[Any]) -> None:
    wh.discuss("active-listening")
    (picture,) = shown
    bundle = picture._repr_mimebundle_()
    assert "Made-up group: these people are invented" in bundle["text/plain"]
    assert bundle["text/html"].count("invented") >= 2
    assert 'alt="' in bundle["text/html"]


def test_discussing_the_same_twice_shows_the_same(shown: list[Any]) -> None:
    wh.discuss("active-listening")
    wh.discuss("active-listening")
    assert repr(shown[0]) == repr(shown[1])
    assert shown[0]._repr_mimebundle_() == shown[1]._repr_mimebundle_()
