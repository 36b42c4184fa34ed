"""Pictures of a release, and the same as tables. Drawn from a release alone; nothing is shown or saved here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop_helpers.figures.tables import table_text, text_tables

if TYPE_CHECKING:
    from workshop_helpers.figures.canvas import Picture
    from workshop_helpers.pooling.release import Release

__all__ = ["figure", "table_text", "text_tables"]


def figure(release: Release, earlier: Release | None = None, *, narrow: bool = False) -> Picture:
    """Draw a release: a matplotlib figure whose ``alt_text`` says in sentences what it shows.

    Args:
        release: What to draw.
        earlier: The same self-assessment's release from before, to stand beside it.
        narrow: Whether to draw for a phone, 360 pixels wide with labels above, not for a page of 760.

    Raises:
        ReleaseError: if there is nothing to draw, or the two are of different self-assessments.
    """
    from workshop_helpers.figures.picture import draw  # matplotlib takes a second to load, and tables need none

    return draw(release, earlier, narrow=narrow)
