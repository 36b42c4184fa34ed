"""Words that the workshop does without, and words that are still to be written, are named with their place."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_checkout import PAGE, cell, change_file, change_page, said, save_pictures, small_checkout

from workshop_helpers.authoring.check_wording import ASKS_WHO, PHONE_NUMBER, PRESUMED
from workshop_helpers.authoring.checkout import Checkout
from workshop_helpers.made_up import write_made_up

FILE = "assessments/tea.toml"
GRANTED = "takes for granted what not everybody has, does or can say; find other words."
FAULTS = [
    # what stands in a good file, what an author wrote instead, all that is said about it
    (FILE, "I warm the pot", "I never warm the pot", [f"items 1 ('warm-the-pot') text: “never” {GRANTED}"]),
    (FILE, "I warm the pot", "My boss warms the pot", [f"items 1 ('warm-the-pot') text: “My boss” {GRANTED}"]),
    (
        FILE,
        "I forget the tea until",
        "I do not think of the tea until",
        ["items 2 ('forget-the-tea') text: a reversed item says the opposite in positive words; do without “not”."],
    ),
    (
        FILE,
        'scale = "how-often"\nsubscale = "care"\n\n[[items]]\nid = "forget',
        'scale = "how-often"\nsubscale = "care"\nreversed = true\n\n[[items]]\nid = "forget',
        ["items: 2 of 5 scale items are reversed; turn round about a third, and no more."],
    ),
    (
        FILE,
        'policy = "room"\nsensitivity = "low"',
        'policy = "light"\nsensitivity = "medium"',
        [
            "policy: 'light' shows exact counts, which needs sensitivity = \"low\"; use 'room' or 'private'.",
            "policy: 'light' shows exact counts, and items that begin with “I” are about oneself; use 'room'.",
        ],
    ),
    (
        FILE,
        "What makes a pot good?",
        "Who chose the pot?",
        ["prompts 1 text: “Who chose” asks who answered what; ask what might lead somebody to an answer."],
    ),
    (
        FILE,
        'text = "What makes a pot good?"',
        'text = "In “{item}” most chose “{option}”. Why?"\nwhen = "leader"',
        ["prompts: two at least are asked whatever the picture; write two without 'when'."],
    ),
    (
        FILE,
        "most chose “{option}”",
        "most chose the same",
        [
            'prompts 3 text: with when = "leader", it names the line as {item} and the fullest bar as {option}; '
            "put both in."
        ],
    ),
    (
        FILE,
        'when = "leader"',
        'when = "leader"\n\n[[prompts]]\ntext = "What of {item}?"\nwhen = "two-camps"',
        ['prompts 4 text: only a prompt with when = "leader" has words to fill in; take the braces out.'],
    ),
    (
        FILE,
        "Tea is only tea.",
        "You are a difficult drinker.",
        ["feedback 5 text: “difficult” says what somebody is; say what people do, or what answers show."],
    ),
    (
        FILE,
        "Tea is only tea.",
        "tea is only tea",
        ["feedback 5 text: is read as whole sentences; begin with a capital and end with a full stop."],
    ),
    (
        FILE,
        "It can cost time.",
        "It can cost time..",
        ["subscales 1 ('care') costs: “..” does not belong in a sentence; correct it."],
    ),
    (
        FILE,
        "warm the pot once.",
        "warm the pot once",
        ["subscales 1 ('care') experiment: goes on after a colon and ends with a full stop; put one."],
    ),
    (
        FILE,
        "Think of the last week.",
        "TO WRITE: of when to think.",
        ["line 6: still to be written: of when to think."],
    ),
    (
        FILE,
        'sources = ["kettle2020"]',
        'sources = ["kettle2020"]  # TO WRITE: more',
        ["line 7: still to be written: more"],
    ),
    (
        "workshop.toml",
        "If it is too much, stop.",
        "Ring 0800 555 1234.",
        ["line 4: “0800 555 1234” looks like a phone number, and those change; give a name and an address instead."],
    ),
    (
        "exercises/pour.toml",
        " Passing is participating.",
        "",
        ["introduction: must say “Passing is participating”; put that in."],
    ),
    (
        "exercises/pour.toml",
        "seconds = 90",
        "seconds = 1000",
        ["steps: take 18 minutes together; make that 15 at most."],
    ),
]


@pytest.mark.parametrize(("file", "good", "bad", "lines"), FAULTS, ids=[bad[:50] or good for _, good, bad, _ in FAULTS])
def test_words_in_the_content_are_located_and_the_cure_is_named(
    tmp_path: Path, file: str, good: str, bad: str, lines: list[str]
) -> None:
    small_checkout(tmp_path)
    change_file(tmp_path, file, good, bad)
    write_made_up(Checkout(tmp_path / "data").workshop, tmp_path / "data" / "made-up-group.csv")
    save_pictures(tmp_path)
    assert said(tmp_path) == [f"{file}, {line}" for line in lines]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("TO WRITE: two lines.\n\nMore.", "still to be written: two lines."),
        (
            "Ring 911.",
            "“911” looks like a phone number, and those change; give a name and an address instead.",
        ),
    ],
)
def test_words_on_a_page_are_located_by_their_cell(tmp_path: Path, text: str, line: str) -> None:
    small_checkout(tmp_path)
    change_page(tmp_path, lambda page: cell(page, "landing").update(source=f"## One thing\n\n{text}"))
    assert said(tmp_path) == [f"{PAGE}, cell 'landing': {line}"]


def test_pages_and_addresses_of_works_are_no_phone_numbers(tmp_path: Path) -> None:
    small_checkout(tmp_path)
    numbers = "[doi:10.1080/10904018.2013](https://doi.org/10.1080/10904018.2013), 147(9), 1400–1429"
    change_page(tmp_path, lambda page: cell(page, "landing").update(source=f"## One thing\n\n{numbers}"))
    assert said(tmp_path) == []


def test_files_to_copy_may_have_words_to_replace(tmp_path: Path) -> None:
    small_checkout(tmp_path)
    (tmp_path / "data" / "exercises" / "_template.toml").write_text('title = "TO WRITE: more"', encoding="utf-8")
    assert said(tmp_path) == []


@pytest.mark.parametrize(
    "text",
    [
        "I tell your partner about it.",
        "My boss interrupts me.",
        "I never ask.",
        "I heard the sadness in it.",
        "I rang my mother.",
    ],
)
def test_the_list_of_presumptions_bites(text: str) -> None:
    assert PRESUMED.search(text)


@pytest.mark.parametrize("text", ["Who chose “leave it”?", "Which of you skipped?", "Why did you answer like this?"])
def test_the_list_of_who_questions_bites(text: str) -> None:
    assert ASKS_WHO.search(text)


@pytest.mark.parametrize("text", ["Ring 911.", "+1 800 799 7233", "0800-555-1234", "(020) 7946 0018"])
def test_the_pattern_for_phone_numbers_bites(text: str) -> None:
    assert PHONE_NUMBER.search(text)
