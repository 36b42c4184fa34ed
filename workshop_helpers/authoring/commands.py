"""The commands for authors: what to start, what is wrong, and what is made from the content."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workshop_helpers.content.loading import (
    ASSESSMENT_SCHEMA,
    DATA_FOLDER,
    MADE_UP_GROUP,
    assessment_schema,
    load_workshop,
)
from workshop_helpers.errors import ContentError

if TYPE_CHECKING:
    from workshop_helpers.authoring.new import Started


def add_commands(commands: Any) -> None:
    """Add them to the parser of all commands."""
    check = commands.add_parser("check", help="look for mistakes in the content and on the pages")
    check.add_argument("folder", nargs="?", type=Path, help="a data folder; the workshop's own if left out")
    check.set_defaults(run=_check)

    _add_new(commands.add_parser("new", help="start a self-assessment, an exercise, a page or a kind of figure"))

    schema = commands.add_parser("schema", help="write the schema by which editors check assessment files")
    schema.set_defaults(run=_schema)

    made_up = commands.add_parser("made-up-group", help="invent the made-up group's answers again")
    made_up.set_defaults(run=_made_up_group)


def _add_new(new: argparse.ArgumentParser) -> None:
    things = new.add_subparsers(title="what to start", metavar="WHAT", required=True)
    for noun, words, run in (
        ("assessment", "a self-assessment: its file, its cells, the made-up group's answers", _new_assessment),
        ("exercise", "an exercise: its file and its cells", _new_exercise),
        ("section", "a page: its file and its notebook", _new_section),
    ):
        thing = things.add_parser(noun, help=words)
        thing.add_argument("id", help="its id, in small letters with hyphens, such as asking-for-help")
        thing.add_argument("--title", help="its title; the id in words if left out")
        if noun == "section":
            thing.add_argument("--number", type=int, help="its place among the pages; the last if left out")
        else:
            thing.add_argument("--section", required=True, help="the id of the page that it belongs to")
        thing.set_defaults(run=run)
    figure = things.add_parser("figure", help="a kind of figure: a class, its place among the others, a test")
    figure.add_argument(
        "id", metavar="name", help="what it is called, in small letters with hyphens, such as two-rings"
    )
    figure.set_defaults(run=_new_figure)


def _check(given: argparse.Namespace) -> None:
    from workshop_helpers.authoring.checking import check
    from workshop_helpers.authoring.checkout import Checkout

    checkout = Checkout(given.folder or DATA_FOLDER)
    mistakes = check(checkout)
    if mistakes:
        raise ContentError(mistakes)
    workshop = checkout.workshop
    counts = {
        "assessment": len(workshop.assessments),
        "exercise": len(workshop.exercises),
        "section": len(workshop.sections),
        "notebook": len(checkout.pages),
    }
    words = [f"{number} {noun}{'' if number == 1 else 's'}" for noun, number in counts.items() if number]
    print(f"All fine: {', '.join(words)}.")
    if checkout.notebooks is None:
        print("There is no folder 'notebooks' beside this one, so only the content was checked.")


def _new_assessment(given: argparse.Namespace) -> None:
    from workshop_helpers.authoring.new import new_assessment

    started = new_assessment(_own_checkout(), given.id, given.section, given.title)
    _say(
        started, f"Save the made-up group's picture, when nothing else is left: make pictures ARGS={started.go_on_with}"
    )


def _new_exercise(given: argparse.Namespace) -> None:
    from workshop_helpers.authoring.new import new_exercise

    _say(new_exercise(_own_checkout(), given.id, given.section, given.title))


def _new_section(given: argparse.Namespace) -> None:
    from workshop_helpers.authoring.new import new_section

    started = new_section(_own_checkout(), given.id, given.title, given.number)
    _say(started, f"Give it something to answer: .venv/bin/workshop new assessment ID --section {given.id}")


def _new_figure(given: argparse.Namespace) -> None:
    from workshop_helpers.authoring.new_figure import new_figure

    started = new_figure(DATA_FOLDER.parent, given.id)
    _say(
        started,
        "Put it into the one format: make format",
        "Draw every sample: .venv/bin/python tests/gallery.py FOLDER",
    )


def _say(started: Started, *more: str) -> None:
    print("\n".join(["Written:", *(f"  {name}" for name in started.written)]))
    steps = (
        f"Put your own words wherever {started.go_on_with} and the other files say “TO WRITE”.",
        "See what is left to do: .venv/bin/workshop check",
        *more,
        "Run every check: make test",
    )
    print("\n".join(["Next:", *(f"  {number}. {step}" for number, step in enumerate(steps, start=1))]))


def _own_checkout() -> Any:
    from workshop_helpers.authoring.checkout import Checkout

    return Checkout(DATA_FOLDER)


def _schema(_given: argparse.Namespace) -> None:
    text = json.dumps(assessment_schema(), indent=2, ensure_ascii=False)
    ASSESSMENT_SCHEMA.write_text(text + "\n", encoding="utf-8")
    print(f"Written: data/{ASSESSMENT_SCHEMA.name}")


def _made_up_group(_given: argparse.Namespace) -> None:
    from workshop_helpers.made_up import write_made_up

    write_made_up(load_workshop())
    print(f"Written: data/{MADE_UP_GROUP.name}")
