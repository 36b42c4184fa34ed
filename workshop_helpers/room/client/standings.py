"""Where a person stands with one pool, worked out from what is known of it: one function, which asks nobody.

membership, last word, whether the answers are at hand, the room's state -> Standing -> words
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop_helpers.pooling.policy import POLICIES
from workshop_helpers.room.client.outbox import LastWord
from workshop_helpers.room.standing import ASKS_AGAIN, CAN_TAKE_BACK, MINE, Stand, Standing, Terms

if TYPE_CHECKING:
    from workshop_helpers.room.protocol.replies import PoolState, RoomState


def standing_in(
    *,
    joined: bool,
    author: str,
    last: LastWord,
    at_hand: bool,
    room: RoomState | None,
    pool: str,
    trouble: str | None = None,
) -> Standing:
    """Where a person stands with a pool. Asks nobody.

    Args:
        joined: Whether they are in a room now.
        author: The policy that the author chose, by name; it holds while nothing is open.
        last: Their last word.
        at_hand: Whether what they agreed to add is at hand.
        room: The room's state, as it was seen last; ``None`` if it was not yet.
        pool: The pool's name.
        trouble: Why it cannot be seen just now.
    """
    seen = room.pool(pool) if room else None
    kind = _kind(joined, last, at_hand, room, seen)
    terms = None
    if joined and author in POLICIES:
        if seen is None:
            terms = Terms(author)
        elif seen.state == "open":
            terms = Terms(seen.policy, seen.number)
    return Standing(
        kind,
        terms,
        can_add_again=kind in ASKS_AGAIN and at_hand,
        can_take_back=kind in CAN_TAKE_BACK,
        mine=kind in MINE,
        refused=last.refused,
        trouble=trouble,
        seen=room is not None or not joined,
    )


_OVER = {
    "discarded": {"in": Stand.CLOSED, "unsure": Stand.CLOSED_UNSURE, "out": Stand.CLOSED_WITHOUT},
    "revealed": {"in": Stand.REVEALED_WITH, "unsure": Stand.REVEALED_UNSURE, "out": Stand.REVEALED_WITHOUT},
}


def _kind(joined: bool, last: LastWord, at_hand: bool, room: RoomState | None, seen: PoolState | None) -> Stand:
    if not joined:
        return _outside(last, room, seen)
    over = seen is not None and seen.state != "open"
    if last.word == "in" and last.number is None and not at_hand and not over:
        return Stand.GONE
    if room is None or (seen is not None and seen.state == "open" and last.number == seen.number):
        return _in_an_opening(last, at_hand)
    if seen is None:
        return _OVER[last.over][last.may_be_there] if last.over else _before_an_opening(last)
    if seen.state == "open":
        return _in_another_opening(last, room, seen)
    there = last.may_be_there if last.number == seen.number else "out"
    return _OVER[seen.state][there]


def _outside(last: LastWord, room: RoomState | None, seen: PoolState | None) -> Stand:
    """How they stand when they have left, by what was seen of the room before that."""
    if last.may_be_there == "out":
        return Stand.OUTSIDE
    if room is None:
        return Stand.LEFT
    if seen is None or seen.number != last.number or seen.state == "discarded":
        return Stand.OUTSIDE
    return Stand.LEFT if seen.state == "open" else _OVER["revealed"][last.may_be_there]


def _in_an_opening(last: LastWord, at_hand: bool) -> Stand:
    """How they stand in the opening that they agreed to be in."""
    if last.word is None:
        return Stand.NOTHING
    if last.word == "out":
        return Stand.TAKEN_BACK if last.done else Stand.TAKING_BACK
    if last.done:
        return Stand.COUNTED
    if last.earlier == "in":
        return Stand.CHANGING
    if last.number is None:
        return Stand.WAITING
    return Stand.SENDING if at_hand else Stand.UNSURE


def _before_an_opening(last: LastWord) -> Stand:
    if last.word != "in":
        return Stand.NOTHING
    if last.number is None:
        return Stand.WAITING
    return Stand.LOST


def _in_another_opening(last: LastWord, room: RoomState, seen: PoolState) -> Stand:
    if last.word != "in":
        return Stand.NOTHING
    if last.number is None:
        return Stand.SENDING if last.policy == seen.policy else Stand.OTHER_RULE
    return Stand.REOPENED if last.life == room.life else Stand.RESTARTED
