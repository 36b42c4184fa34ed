"""What a facilitator can open: every self-assessment that may be put together, by page and occasion."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from workshop_helpers.content import Assessment, Section, Workshop
from workshop_helpers.errors import RoomError
from workshop_helpers.pooling.policy import POLICIES
from workshop_helpers.pooling.pool import pool_name

Asked = tuple[Assessment, str | None]


class Catalogue:
    """The pools that a workshop's rooms can have, by name.

    Args:
        workshop: Whose self-assessments they collect.
    """

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop
        self._asked: Mapping[str, Asked] = {
            pool_name(about.id, occasion): (about, occasion)
            for page in workshop.sections
            for about, occasion in self._on(page)
        }

    def __contains__(self, pool: object) -> bool:
        return pool in self._asked

    def __getitem__(self, pool: str) -> Asked:
        """The self-assessment and the occasion of a pool; raises ``RoomError`` if there is none of that name."""
        if pool not in self._asked:
            raise RoomError("There is no such self-assessment to open. Choose one from the list.")
        return self._asked[pool]

    def pages(self) -> list[dict[str, Any]]:
        """The pages in order, each with what can be opened there, as JSON can hold it."""
        return [
            {"title": f"{page.notebook[:2]} {page.title}", "notebook": page.notebook, "parts": parts}
            for page in self._workshop.sections
            if (parts := [_part(about, occasion) for about, occasion in self._on(page)])
        ]

    def _on(self, page: Section) -> Iterator[Asked]:
        for name in page.assessments:
            about = self._workshop.assessment(name)
            if about.policy != "private":
                yield from ((about, occasion) for occasion in page.occasions(about))


def _part(about: Assessment, occasion: str | None) -> dict[str, Any]:
    side = next((side.title for side in about.occasions if side.id == occasion), "")
    policy = POLICIES[about.policy]
    return {
        "pool": pool_name(about.id, occasion),
        "title": f"{about.title} – {side}" if side else about.title,
        "minutes": about.minutes,
        "policy": policy.name,
        "words": policy.words,
        "needed": policy.smallest_group,
    }
