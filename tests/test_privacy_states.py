"""What people are told of where their answers are is what is true of the room (I34), in whatever order things happen.

A hundred sessions of twelve people, each chosen by a seed, with the truth in plain dicts beside the real rooms.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import bad_memberships as bad
from attacks import bites
from true_rooms import OPTIONS, RULES, Person, Session, by_hand  # noqa: F401

from workshop_helpers.pooling.policy import POLICIES
from workshop_helpers.room.client.membership import Membership

SESSIONS = range(100)
STEPS = 30

LEFT = (
    "You have left the room. What you added was in it when you left, and counts if a picture is drawn. To take it back "
    "before that, join the room again with the same link."
)
WAITING = (
    "The room does not collect this yet. Your answers are kept here, and sent when it is opened under this rule: exact "
    "counts, from five people. Under another rule you are asked first."
)
GONE = (
    "What you agreed to add was kept in this page's memory alone, and is gone. Nothing was sent. Press Finish, and add "
    "it again."
)
COUNTED = "Your answers are in the room. Until the reveal you can change them or take them back."
TAKEN_BACK = "They are taken back, as if they had never been there. Until the reveal you can add them again."
OTHER_RULE = (
    "The room collects this under another rule than you agreed to, so nothing of yours was sent. The rule now: {rule}."
)
REOPENED = "This was opened anew after you agreed. Nothing of yours is in it now. The rule now: {rule}."
LOST = (
    "The room was restarted, and what people had added is lost. When this is opened again, you are asked whether to "
    "add your answers again."
)
RESTARTED = (
    "The room was restarted, and what people had added is lost. Nothing of yours is in it now. The rule now: {rule}."
)
REVEALED_WITH = "The picture is drawn, and your answers are in it. They can no longer be changed or taken back."
REVEALED_WITHOUT = "The picture is drawn, with nothing of yours in it. Nothing can be added any more."
CLOSED = "This was closed without a picture, and what you added is forgotten there."
CLOSED_WITHOUT = "This was closed without a picture. Nothing can be added just now."
AGAIN = "Add your answers again?"
FINISH = "To add your answers, press Finish again, and then add them."


def true_words(session: Session, person: Person) -> list[str]:
    """What a person ought to be told, by the truth alone."""
    if person.place is None:
        return {"open": [LEFT], "revealed": [REVEALED_WITH]}.get(person.left, [])
    place, word = session.places[person.place], person.word
    truth = place.truth
    inside = person.number in truth.answers
    if truth.state == "revealed":
        return [REVEALED_WITH if inside else REVEALED_WITHOUT]
    if truth.state == "discarded":
        return [CLOSED if inside else CLOSED_WITHOUT]
    if inside:
        return [COUNTED]
    if not truth.state and word.over:
        words = {"revealed": (REVEALED_WITHOUT, REVEALED_WITH), "discarded": (CLOSED_WITHOUT, CLOSED)}[word.over]
        return [words[bool(word.wants)]]
    if not word.wants:
        return [TAKEN_BACK] if word.wants is False and truth.state and word.number == truth.number else []
    if word.number is None and not word.at_hand:
        return [GONE]
    if not truth.state:
        return [WAITING if word.number is None else LOST]
    why = OTHER_RULE if word.number is None else REOPENED if place.lives[word.number] == place.life else RESTARTED
    return [why.format(rule=POLICIES[truth.policy].words), AGAIN if word.at_hand else FINISH]


def happens(session: Session) -> None:
    """One thing, chosen by chance. People press what their page shows, which may be a little old."""
    chance = session.chance
    person, place = chance.choice(session.people), chance.choice(list(session.places.values()))
    truth = place.truth
    if chance.random() < 0.2:
        if truth.state == "open":
            acts = [place.close, place.restart] + [place.reveal] * (4 if truth.enough() else 0)
        else:
            acts = [lambda: place.open(chance.choice(RULES))] * 4 + [place.restart]
        chance.choice(acts)()
        return
    if person.place is None:
        session.join(person, "one" if chance.random() < 0.9 else "other")
        return
    value, keep = chance.choice(OPTIONS), chance.random() < 0.7
    what = chance.choices(
        [
            lambda: session.add(person, value, keep=keep),
            lambda: session.add_again(person),
            lambda: session.take_back(person),
            lambda: session.leave(person),
            lambda: session.restart_kernel(person),
            lambda: session.look(person),
        ],
        weights=[10, 6, 2, 1, 1, 2],
    )[0]
    for _ in range(chance.choice([1, 1, 2])):  # twice: a double press
        if person.place:
            what()


def attack_i34(make: Callable[[Any], Any], use: Callable[[Session], None], sessions: range = SESSIONS) -> Counter[str]:
    """Have sessions happen; return how often each sentence was said."""
    said: Counter[str] = Counter()
    for seed in sessions:
        session = Session(seed, make)
        use(session)
        for step in range(STEPS):
            for _ in range(session.chance.choice([1, 2, 4])):
                happens(session)
            for person in session.people:
                session.look(person)
            for place in session.places.values():
                place.check()
            for person in session.people:
                told, truth = list(person.standing.words), true_words(session, person)
                assert told == truth, (seed, step, person.number)
                said.update(told)
    return said


def test_i34_in_a_hundred_sessions_everybody_is_told_what_is_true_at_every_moment(
    by_hand: Callable[[Session], None],  # noqa: F811
) -> None:
    said = attack_i34(Membership, by_hand)
    rules = [POLICIES[name].words for name in RULES]
    every = [LEFT, WAITING, GONE, COUNTED, TAKEN_BACK, LOST, REVEALED_WITH, REVEALED_WITHOUT, CLOSED, CLOSED_WITHOUT]
    every += [AGAIN, FINISH, *(words.format(rule=rule) for words in (REOPENED, RESTARTED) for rule in rules)]
    assert [words for words in every if not said[words]] == []


def test_i34_bites(by_hand: Callable[[Session], None]) -> None:  # noqa: F811
    few = range(3)
    bites(lambda make: attack_i34(make, by_hand, few), bad.SaysWhatWasPressed, bad.LooksOnce)
