"""A rehearsal: invented people fill a pool of their own, and their picture says that they are invented.

Nothing of it goes to the room. So nobody in the room takes invented people for their group, nobody real can be counted
among them, and nobody who is about to answer is disturbed.
"""

from __future__ import annotations

import secrets
from dataclasses import replace

from workshop_helpers.content import Assessment
from workshop_helpers.made_up import invented_person
from workshop_helpers.pooling.contribution import contribution
from workshop_helpers.pooling.pool import Pool
from workshop_helpers.pooling.release import Release

MOST_INVENTED = 60  # people


def invented_picture(about: Assessment, occasion: str | None, policy: str, people: int) -> Release:
    """What the picture of so many invented people looks like, always the same; it says that they are invented."""
    pool = Pool(about, policy, seats=people, occasion=occasion)
    for number in range(people):
        given = contribution(invented_person(f"rehearsal-{number:02}", about, occasion), (), policy)
        pool.submit(secrets.token_bytes(16), given)
    return replace(pool.reveal(), source="a made-up group")
