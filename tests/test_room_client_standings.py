"""Where a person stands with a pool, for everything that can be known of it: what is said is never more than that."""

from itertools import product

import pytest

from workshop_helpers.pooling.policy import POLICIES
from workshop_helpers.room.client.outbox import Earlier, LastWord, Wish
from workshop_helpers.room.client.standings import standing_in
from workshop_helpers.room.protocol.replies import PoolState, RoomState
from workshop_helpers.room.standing import Stand, Standing, Terms

NOW, BEFORE = "11111111", "00000000"
LIFE, EARLIER_LIFE = "life now", "life before"
RULE = POLICIES["room"].words


def room(state: str | None = "open", policy: str = "room") -> RoomState:
    """A room with one pool, or with none."""
    pools = () if state is None else (PoolState("small", policy, NOW, state, enough=False),)  # type: ignore[arg-type]
    return RoomState(LIFE, 12, pools)


def word(
    wish: Wish | None = "in",
    number: str | None = NOW,
    *,
    done: bool = False,
    earlier: Earlier = "out",
    life: str = LIFE,
    refused: str = "",
) -> LastWord:
    return LastWord(1, wish, number, "room", life, "", done, earlier, refused)


def stands(
    last: LastWord, seen: RoomState | None, *, joined: bool = True, at_hand: bool = True, trouble: str | None = None
) -> Standing:
    return standing_in(
        joined=joined, author="room", last=last, at_hand=at_hand, room=seen, pool="small", trouble=trouble
    )


OPEN, NOT_OPEN, REVEALED, CLOSED = room(), room(None), room("revealed"), room("discarded")
EVERY = [
    (LastWord(), OPEN, Stand.NOTHING),
    (LastWord(), NOT_OPEN, Stand.NOTHING),
    (word(number=None), NOT_OPEN, Stand.WAITING),
    (word(number=None), OPEN, Stand.SENDING),
    (word(number=None), room(policy="small-circle"), Stand.OTHER_RULE),
    (word(), OPEN, Stand.SENDING),
    (word(earlier="unsure"), OPEN, Stand.SENDING),
    (word(earlier="in"), OPEN, Stand.CHANGING),
    (word(done=True), OPEN, Stand.COUNTED),
    (word("out", earlier="in"), OPEN, Stand.TAKING_BACK),
    (word("out", done=True), OPEN, Stand.TAKEN_BACK),
    (word(number=BEFORE, done=True), OPEN, Stand.REOPENED),
    (word(number=BEFORE, done=True, life=EARLIER_LIFE), OPEN, Stand.RESTARTED),
    (word(number=BEFORE, done=True, life=EARLIER_LIFE), NOT_OPEN, Stand.LOST),
    (word("out", BEFORE, earlier="in", life=EARLIER_LIFE), OPEN, Stand.NOTHING),
    (word("out", BEFORE, earlier="in", life=EARLIER_LIFE), NOT_OPEN, Stand.NOTHING),
    (word(done=True), REVEALED, Stand.REVEALED_WITH),
    (word("out", earlier="in"), REVEALED, Stand.REVEALED_UNSURE),
    (word(), REVEALED, Stand.REVEALED_UNSURE),
    (word("out", done=True), REVEALED, Stand.REVEALED_WITHOUT),
    (word(number=BEFORE, done=True), REVEALED, Stand.REVEALED_WITHOUT),
    (LastWord(), REVEALED, Stand.REVEALED_WITHOUT),
    (word(done=True), CLOSED, Stand.CLOSED),
    (word(), CLOSED, Stand.CLOSED_UNSURE),
    (LastWord(), CLOSED, Stand.CLOSED_WITHOUT),
]  # fmt: skip


@pytest.mark.parametrize(("last", "seen", "expected"), EVERY)
def test_each_thing_that_can_be_known_is_said(last: LastWord, seen: RoomState, expected: Stand) -> None:
    assert stands(last, seen).kind is expected


def test_what_is_not_at_hand_cannot_be_on_its_way() -> None:
    assert stands(word(), OPEN, at_hand=False).kind is Stand.UNSURE
    assert stands(word(number=BEFORE, life=EARLIER_LIFE), OPEN, at_hand=False).can_add_again is False


def test_outside_a_room_it_is_known_what_was_left_in_one() -> None:
    assert stands(word(done=True), None, joined=False).kind is Stand.LEFT
    for last in (LastWord(), word("out", done=True), word(number=None)):
        assert stands(last, None, joined=False) == Standing(Stand.OUTSIDE)


def test_what_a_person_would_agree_to_is_the_rule_of_the_opening_and_the_authors_before_there_is_one() -> None:
    assert stands(LastWord(), NOT_OPEN).terms == Terms("room")
    assert stands(LastWord(), room(policy="small-circle")).terms == Terms("small-circle", NOW)
    for over in (REVEALED, CLOSED):
        assert stands(LastWord(), over).terms is None
    assert stands(LastWord(), None, joined=False).terms is None


def test_what_was_last_known_is_said_as_that() -> None:
    away = ["When the room was last reached, your answers were in it."]
    assert stands(word(done=True), None).words == away
    assert stands(word(done=True), OPEN, trouble="Nobody answers.").words == ["Nobody answers.", *away]
    assert stands(LastWord(), OPEN, trouble="Nobody answers.").words == []


def test_a_refusal_is_said_beside_what_is_so_all_the_same() -> None:
    refused = word(done=True, earlier="in", refused="No.")
    assert stands(refused, OPEN).words == [
        "The room did not take your last change. It said: “No.”",
        "Your answers are in the room. Until the reveal you can change them or take them back.",
    ]


@pytest.mark.parametrize("at_hand", [True, False])
def test_whoever_is_asked_again_sees_the_rule_and_what_to_do(at_hand: bool) -> None:
    what = "Add your answers again?" if at_hand else "To add your answers, press Finish again, and then add them."
    for last in (word(number=BEFORE), word(number=BEFORE, life=EARLIER_LIFE)):
        *_, rule, to_do = stands(last, OPEN, at_hand=at_hand).words
        assert rule.endswith(f"Nothing of yours is in it now. The rule now: {RULE}.")
        assert to_do == what


# Whatever is known, no sentence says more. ------------------------------------------------------------------


WISHES: tuple[Wish | None, ...] = ("in", "out", None)
KNOWN: tuple[Earlier, ...] = ("in", "out", "unsure")
WORDS = [
    LastWord(1, wish, number, policy, life, "", done, earlier, "")
    for wish, earlier in product(WISHES, KNOWN)
    for number, policy, life, done in product(
        (None, BEFORE, NOW), ("room", "light"), (LIFE, EARLIER_LIFE), (True, False)
    )
]
SEEN = (OPEN, NOT_OPEN, REVEALED, CLOSED, room(policy="small-circle"), None)
EVERYTHING = [*product(WORDS, SEEN, (True, False), (True, False))]


def test_answers_are_said_to_be_in_the_room_only_where_it_said_so_in_this_opening() -> None:
    for last, seen, at_hand, joined in EVERYTHING:
        standing = stands(last, seen, at_hand=at_hand, joined=joined)
        words = " ".join(standing.words)
        if "Your answers are in the room" in words or "your answers are in it" in words:
            assert seen is not None
            assert joined or seen.pools[0].state == "revealed"
            assert last.number == NOW
            assert (last.word, last.done) == ("in", True) or last.earlier == "in"
        if "Until the reveal" in words:
            assert seen is not None
            assert seen.pools[0].state == "open"
        if standing.can_add_again:
            assert at_hand
            assert last.word == "in"
            assert seen is not None
            assert (last.number, last.policy) != (NOW, seen.pools[0].policy)


def test_whatever_is_known_can_be_said() -> None:
    assert {stands(last, seen, at_hand=at_hand, joined=joined).kind for last, seen, at_hand, joined in EVERYTHING} == {
        *Stand
    }
