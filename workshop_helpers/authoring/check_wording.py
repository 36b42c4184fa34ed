"""What the words of the content should not say, or say that way: rules of this workshop that no format can hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import Formatter
from typing import Any

from workshop_helpers.authoring.checkout import TO_WRITE, Checkout, Page
from workshop_helpers.content import Assessment, Exercise, Prompt
from workshop_helpers.errors import Mistake

LONGEST_EXERCISE = 15

# What not everybody has, cannot be, or may not safely say.
PRESUMED = re.compile(
    r"\b(always|never)\b"
    r"|\b(my|your|his|her|their) (partner|spouse|husband|wife|girlfriend|boyfriend|ex)\b"
    r"|\b(my|your) (mother|father|mum|mom|dad|parents?|family|brother|sister|son|daughter|child|children|kids?)\b"
    r"|\b(my|your) (boss|manager|job|employer|colleagues?|co-?workers?|office|team|staff)\b"
    r"|\b(my|your) (home|house|flat|church|religion|faith|god|country|doctor|therapist|body|weight)\b"
    r"|\b(saw|heard|looked at|eye contact|watched|tone of voice|walked)\b",
    re.IGNORECASE,
)

# Words for what somebody is. Feedback speaks of answers and of what people do.
LABELS = re.compile(
    r"\b(avoidant|anxious|insecure|needy|selfish|cold|closed|open|shy|weak|brave|toxic|difficult|healthy|unhealthy"
    r"|normal|abnormal|introvert\w*|extra?overt\w*|people-pleas\w+|narcissis\w+|empath|personality|score[sd]?)\b"
    r"|\b(good|bad|better|poor|great) (listener|speaker|partner|friend)\b"
    r"|\b(type|kind|sort) of person\b",
    re.IGNORECASE,
)

# "Who can afford it?" is a question about the world; "who said it?" is one about this room.
ASKS_WHO = re.compile(
    r"\bwho (here|said|says|chose|chooses|answered|answers|picked|put|skipped|was|is|are|among|of (us|you))\b"
    r"|\bwhose\b|\bwhich of (us|you)\b|\bwhy did you\b|\b(your|their) (own )?(answer|dot|bar)s?\b",
    re.IGNORECASE,
)

# Seven digits or more in a row, spaces and hyphens apart, and the short numbers that people know by heart.
PHONE_NUMBER = re.compile(r"(?<![\d.])\+?\d(?:[ ()/-]{0,2}\d){6,}|\b(?:112|116|911|988|999|741741)\b")

_NOT = re.compile(r"\b(?:not|no|without)\b|n['’]t\b")
_ADDRESSES_AND_PAGES = re.compile(r"\[?https?://\S+|\[doi:\S+|\d+\(\d+\)|\d+–\d+")
_SENTENCES = re.compile(r"“?[A-Z].*[.?]", re.DOTALL)
_SLIP = re.compile(r"  |\.\.|[{}]|[a-z]\.[A-Z]")
_PHONE = "“{}” looks like a phone number, and those change; give a name and an address instead."


def check_wording(checkout: Checkout) -> Iterator[Mistake]:
    """What is wrong with the words in every file of the content and on every page."""
    for assessment in checkout.workshop.assessments.values():
        yield from check_assessment(assessment)
    for exercise in checkout.workshop.exercises.values():
        yield from check_exercise(exercise)
    for path in sorted(checkout.data.path.rglob("*.toml")):
        if not path.name.startswith("_"):
            name, text = path.relative_to(checkout.data.path).as_posix(), path.read_text(encoding="utf-8-sig")
            yield from _left_to_write(name, text)
            yield from _phone_numbers(name, text)
    for read in checkout.pages.values():
        if read.content is not None:
            yield from _cells(read.content)
    root = checkout.data.path.parent
    for path in [*root.glob("workshop_helpers/figures/kinds/*.py"), *root.glob("tests/test_figures_kinds_*.py")]:
        yield from _left_to_write(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8"))


def check_assessment(assessment: Assessment) -> Iterator[Mistake]:
    """What is wrong with the words of a self-assessment."""
    file = f"assessments/{assessment.id}.toml"
    for key, problem in (*_items(assessment), *_policy(assessment), *_prompts(assessment.prompts), *_told(assessment)):
        yield Mistake(file, key, problem)


def check_exercise(exercise: Exercise) -> Iterator[Mistake]:
    """What is wrong with the words of an exercise, and with the time that it takes."""
    file = f"exercises/{exercise.id}.toml"
    if "Passing is participating" not in exercise.introduction:
        yield Mistake(file, "introduction", "must say “Passing is participating”; put that in.")
    if exercise.minutes > LONGEST_EXERCISE:
        problem = f"take {exercise.minutes} minutes together; make that {LONGEST_EXERCISE} at most."
        yield Mistake(file, "steps", problem)


def _items(assessment: Assessment) -> Iterator[tuple[str, str]]:
    rated = [item for item in assessment.items if item.in_means]
    turned = [item.id for item in rated if getattr(item, "reversed", False)]
    # Three of eight is as near to a third as eight items allow with one in each of three pairs.
    if 8 * len(turned) > 3 * len(rated):
        yield "items", f"{len(turned)} of {len(rated)} scale items are reversed; turn round about a third, and no more."
    for place, item in enumerate(assessment.items, start=1):
        here = f"items {place} ('{item.id}') text"
        if found := PRESUMED.search(item.text):
            yield here, f"“{found[0]}” takes for granted what not everybody has, does or can say; find other words."
        if item.id in turned and (found := _NOT.search(item.text)):
            yield here, f"a reversed item says the opposite in positive words; do without “{found[0]}”."


def _policy(assessment: Assessment) -> Iterator[tuple[str, str]]:
    if assessment.policy == "light":
        if assessment.sensitivity != "low":
            yield "policy", "'light' shows exact counts, which needs sensitivity = \"low\"; use 'room' or 'private'."
        if any(re.match(r"I\b", item.text) for item in assessment.items):
            yield "policy", "'light' shows exact counts, and items that begin with “I” are about oneself; use 'room'."


def _prompts(prompts: tuple[Prompt, ...]) -> Iterator[tuple[str, str]]:
    if sum(prompt.when == "always" for prompt in prompts) < 2:
        yield "prompts", "two at least are asked whatever the picture; write two without 'when'."
    for place, prompt in enumerate(prompts, start=1):
        here = f"prompts {place} text"
        if found := ASKS_WHO.search(prompt.text):
            yield here, f"“{found[0]}” asks who answered what; ask what might lead somebody to an answer."
        filled = {name for _, name, _, _ in Formatter().parse(prompt.text) if name is not None}
        if prompt.when == "leader" and filled != {"item", "option"}:
            yield (
                here,
                'with when = "leader", it names the line as {item} and the fullest bar as {option}; put both in.',
            )
        if prompt.when != "leader" and filled:
            yield here, 'only a prompt with when = "leader" has words to fill in; take the braces out.'


def _told(assessment: Assessment) -> Iterator[tuple[str, str]]:
    """About the words from which feedback is put together."""
    for name, parts in (("subscales", assessment.subscales), ("feedback", assessment.feedback)):
        for place, part in enumerate(parts, start=1):
            here = f"{name} {place} ('{part.id}')" if hasattr(part, "id") else f"{name} {place}"
            for key, text in _texts(part.model_dump(by_alias=True)):
                if found := LABELS.search(text):
                    yield (
                        f"{here} {key}",
                        f"“{found[0]}” says what somebody is; say what people do, or what answers show.",
                    )
                if key == "experiment" and not text.endswith("."):
                    yield f"{here} {key}", "goes on after a colon and ends with a full stop; put one."
                if key.split()[0] in _WHOLE and not _SENTENCES.fullmatch(text.strip()):
                    yield f"{here} {key}", "is read as whole sentences; begin with a capital and end with a full stop."
                if found := _SLIP.search(text):
                    yield f"{here} {key}", f"“{found[0]}” does not belong in a sentence; correct it."


_WHOLE = ("serves", "costs", "text", "texts", "higher", "lower", "even")


def _texts(part: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for key, value in part.items():
        if isinstance(value, str):
            yield key, value
        elif isinstance(value, tuple):
            yield from ((f"{key} {place}", text) for place, text in enumerate(value, start=1) if isinstance(text, str))


def _left_to_write(file: str, text: str) -> Iterator[Mistake]:
    for number, line in enumerate(text.splitlines(), start=1):
        if TO_WRITE in line:
            yield Mistake(file, f"line {number}", _to_write(line))


def _phone_numbers(file: str, text: str) -> Iterator[Mistake]:
    for number, line in enumerate(text.splitlines(), start=1):
        if found := PHONE_NUMBER.search(line):
            yield Mistake(file, f"line {number}", _PHONE.format(found[0]))


def _to_write(text: str) -> str:
    """What an author is asked for, up to the end of the line."""
    asked_for = text.partition(TO_WRITE)[2].partition("\n")[0].strip(' ",')
    return f"still to be written: {asked_for}"


def _cells(page: Page) -> Iterator[Mistake]:
    for cell in page.cells:
        if TO_WRITE in cell.source:
            yield page.mistake(_to_write(cell.source), cell)
        if cell.cell_type == "markdown" and (found := PHONE_NUMBER.search(_ADDRESSES_AND_PAGES.sub("", cell.source))):
            yield page.mistake(_PHONE.format(found[0]), cell)
