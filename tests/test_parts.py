"""Every part of the article has its place: reading, self-assessment with enough questions, exercise, sources.

The list is what the article asks for. What is added to the workshop besides needs no line here.
"""

from __future__ import annotations

import json
from typing import NamedTuple

import pytest

import workshop_helpers as wh
from workshop_helpers.content.loading import DATA_FOLDER
from workshop_helpers.formats.points import PointsItem
from workshop_helpers.formats.ranking import RankingItem

NOTEBOOKS = DATA_FOLDER.parent / "notebooks"
WORKSHOP = wh.load_workshop()


class Part(NamedTuple):
    """A part of the article: its page, its readings, its self-assessments, and how much they ask at the least.

    What counts is what somebody is asked to put a mark at: a point on a scale, a choice, an option to rank
    or to give points to; two views are two marks.
    """

    name: str
    page: str
    readings: tuple[str, ...]
    assessments: tuple[str, ...]
    asks: int
    exercise: str | None


PARTS = [
    Part("introduction", "welcome", ("introduction",), ("starting-point",), 6, "two-expectations"),
    Part("digital world", "welcome", ("digital-world",), ("starting-point",), 6, "two-expectations"),
    Part("what it is", "what-it-is", ("what-counts",), ("what-counts",), 10, "edge-case"),
    Part("misconceptions", "what-it-is", ("me-and-someone-else",), ("me-and-someone-else",), 10, "borrowed-eyes"),
    Part("trust", "why-it-matters", ("what-trust-is-made-of",), ("what-trust-is-made-of",), 11, "trust-moment"),
    Part("emotional intimacy", "why-it-matters", ("told-and-met",), ("told-and-met",), 9, "three-steps"),
    Part("imperfection", "fear-and-shame", ("standards-and-curtains",), ("standards-and-curtains",), 9, "good-enough"),
    Part("judgement", "fear-and-shame", ("guess-the-room",), ("guess-the-room",), 10, "fact-story-check"),
    Part("honest talks", "communication", ("honest-conversations",), ("honest-conversations",), 7, "one-honest-minute"),
    Part("listening", "communication", ("active-listening",), ("active-listening",), 8, "two-kinds-of-listening"),
    Part(
        "act of love",
        "romantic-relationships",
        ("six-ways-of-giving",),
        ("six-ways-of-giving",),
        12,
        "gift-with-a-receipt",
    ),
    Part(
        "trust in couples",
        "romantic-relationships",
        ("guard-and-ground",),
        ("guard-and-ground",),
        8,
        "evidence-notebook",
    ),
    Part("true self", "friendships", ("how-much-of-me",), ("how-much-of-me",), 9, "an-ordinary-fact"),
    Part("friendships", "friendships", ("where-the-time-goes",), ("where-the-time-goes",), 11, "comfort-then-turn"),
    Part("parents and children", "family", ("from-what-age",), ("from-what-age",), 8, "child-size-it"),
    Part("siblings", "family", ("sibling-map",), ("sibling-map",), 10, "old-role-new-line"),
    Part(
        "culture",
        "culture-and-gender",
        ("open-here-reserved-there",),
        ("open-here-reserved-there",),
        10,
        "unspoken-care",
    ),
    Part(
        "gender", "culture-and-gender", ("messages-i-was-handed",), ("messages-i-was-handed",), 10, "return-to-sender"
    ),
    Part("self-acceptance", "practical-tips", ("the-tone-i-use",), ("the-tone-i-use",), 8, "friends-voice"),
    Part("boundaries", "practical-tips", ("who-gets-which-room",), ("who-gets-which-room",), 6, "say-the-rule"),
    Part(
        "stress and anxiety",
        "mental-health",
        ("what-hiding-costs",),
        ("calm-right-now", "what-hiding-costs"),
        8,
        "pressure-valves",
    ),
    Part("self-esteem", "mental-health", ("where-worth-came-from",), ("where-worth-came-from",), 11, "let-it-land"),
    Part("rejection", "challenges-and-risks", ("likely-and-matter",), ("likely-and-matter",), 10, "kind-no"),
    Part("protection", "challenges-and-risks", ("now-later-part-not",), ("now-later-part-not",), 6, "half-a-sentence"),
    Part(
        "case studies",
        "case-studies",
        ("case-studies",),
        (
            "case-two-partners",
            "case-two-friends",
            "case-parent-and-child",
            "case-siblings",
            "case-across-cultures",
            "case-at-work",
        ),
        24,
        "missing-scene",
    ),
    Part("five moves", "compromise", ("five-moves",), ("five-moves",), 8, "five-cards"),
    Part("trading", "compromise", ("points-on-the-table",), ("points-on-the-table",), 4, "trade-talk"),
    Part("giving way", "compromise", ("ledger",), ("ledger",), 8, "thank-you-without-a-bill"),
    Part("three trays", "compromise", ("three-trays",), ("three-trays",), 8, "two-line-truce"),
    Part("voice", "compromise", ("when-i-am-let-down",), ("when-i-am-let-down",), 8, "third-chair"),
    Part("conclusion", "conclusion", ("look-back",), ("starting-point", "look-back"), 9, "small-and-dated"),
    Part("leave a comment", "conclusion", ("closing-feedback",), ("closing-feedback",), 3, None),
    Part("is it good?", "questions", ("it-depends-on",), ("it-depends-on",), 6, None),
    Part("too afraid", "questions", ("ladder",), ("ladder",), 5, None),
    Part("rejected?", "questions", ("of-ten-people",), ("of-ten-people",), 8, None),
    Part("cultures", "questions", ("asking-and-assuming",), ("asking-and-assuming",), 4, None),
    Part("support", "questions", ("wanted-and-given",), ("wanted-and-given",), 10, None),
]

each_part = pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)


@each_part
def test_a_part_has_its_readings_and_its_self_assessments_on_its_page(part: Part) -> None:
    section = WORKSHOP.section(part.page)
    cells = json.loads((NOTEBOOKS / section.notebook).read_text(encoding="utf-8"))["cells"]
    assert {f"reading-{reading}" for reading in part.readings} <= {cell["id"] for cell in cells}
    assert set(part.assessments) <= set(section.assessments)


@each_part
def test_a_part_asks_enough(part: Part) -> None:
    assert sum(_asks(name, part.page) for name in part.assessments) >= part.asks


def _asks(name: str, page: str) -> int:
    assessment = WORKSHOP.assessment(name)
    asked = [
        question
        for occasion in WORKSHOP.section(page).occasions(assessment)
        for question in assessment.questions(occasion)
        if question.item.format != "text"
    ]
    return sum(len(q.options) if isinstance(q.item, RankingItem | PointsItem) else 1 for q in asked)


@each_part
def test_a_part_has_something_to_try_and_something_to_talk_about(part: Part) -> None:
    section = WORKSHOP.section(part.page)
    assert part.exercise is None or part.exercise in section.exercises
    for name in part.assessments:
        assert len(WORKSHOP.assessment(name).prompts) >= 2


@each_part
def test_a_part_rests_on_works_that_are_listed(part: Part) -> None:
    for name in part.assessments:
        assert set(WORKSHOP.assessment(name).sources) <= set(WORKSHOP.references)
        assert WORKSHOP.assessment(name).sources


def test_each_of_the_five_questions_has_an_exercise_too() -> None:
    assert len(WORKSHOP.section("questions").exercises) >= 5


def test_the_pages_stand_in_the_order_of_the_article() -> None:
    of_article = list(dict.fromkeys(part.page for part in PARTS))
    assert [section.id for section in WORKSHOP.sections if section.id in of_article] == of_article
