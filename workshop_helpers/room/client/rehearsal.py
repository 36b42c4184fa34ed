"""A rehearsal of a room: invented people fill a pool, and their picture says that they are invented.

They take every seat, so that nobody real can be counted among them: whoever knew all answers but one could
work out that one. Their picture is drawn here and the room's pool is closed, so that no notebook in the room
takes invented people for its group.
"""

from __future__ import annotations

import secrets
from dataclasses import replace

from workshop_helpers.content import Assessment
from workshop_helpers.errors import RoomError
from workshop_helpers.made_up import invented_person
from workshop_helpers.pooling.contribution import Contribution, contribution
from workshop_helpers.pooling.credential import Credential
from workshop_helpers.pooling.pool import Pool
from workshop_helpers.pooling.release import Release
from workshop_helpers.room.client.caller import Caller
from workshop_helpers.room.client.outbox import OutboxInMemory
from workshop_helpers.room.client.participant import Participant
from workshop_helpers.room.protocol.links import Link
from workshop_helpers.room.standing import Stand, Terms

MOST_PEOPLE = 60


def fill_with_invented_people(
    link: Link, about: Assessment, occasion: str | None, rule: Terms, seats: int, caller: Caller | None = None
) -> None:
    """Send the answers of as many invented people as there are seats, one by one, as notebooks would.

    ``rule`` is that of the opening, to which the invented people agree.

    Raises:
        RoomError: if there are too many seats, or somebody real has one. The pool must then be closed.
        Unreachable: if the room cannot be reached; likewise.
    """
    if seats > MOST_PEOPLE:
        raise RoomError(f"A rehearsal is for {MOST_PEOPLE} people at most. Change the number of people and open again.")
    calls = caller or Caller(link)
    for given in _contributions(about, occasion, rule.policy, seats):
        one = Participant(link, Credential(), OutboxInMemory(), calls)
        one.add(given, occasion, rule.number, keep=False)
        if one.standing(about, occasion).kind is not Stand.COUNTED:
            raise RoomError(
                "Somebody answered while the invented people came in. It is closed, and what was in it is forgotten. "
                "Open it again."
            )


def invented_picture(about: Assessment, occasion: str | None, policy: str, seats: int) -> Release:
    """What the invented people's picture looks like; it says that they are invented."""
    pool = Pool(about, policy, seats=seats, occasion=occasion)
    for given in _contributions(about, occasion, policy, seats):
        pool.submit(secrets.token_bytes(16), given)
    return replace(pool.reveal(), source="a made-up group")


def _contributions(about: Assessment, occasion: str | None, policy: str, people: int) -> list[Contribution]:
    return [contribution(invented_person(f"rehearsal-{i:02}", about, occasion), (), policy) for i in range(people)]
