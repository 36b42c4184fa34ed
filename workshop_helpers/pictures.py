"""A release as people see it: HTML for notebook, console and page, and plain text. Made from a release alone.

Also what stands in a picture's place where there is none, and the pictures of a trade between two people.
Whoever looks at no picture does not load matplotlib.
"""

from __future__ import annotations

import base64
from fractions import Fraction
from typing import TYPE_CHECKING, TypedDict

from workshop_helpers.content import Assessment
from workshop_helpers.figures import figure, table_text, text_tables
from workshop_helpers.pooling.release import Release
from workshop_helpers.prompting import prompts
from workshop_helpers.templating import render

if TYPE_CHECKING:
    from workshop_helpers.figures.canvas import Picture


class DealPictures(TypedDict):
    """One trade, drawn for two widths, each as base64 PNG, and what the drawing shows in sentences."""

    wide: str
    narrow: str
    alt: str


def picture_html(release: Release) -> str:
    """A group's picture for a page and for a phone, its table, and the prompts that it supports."""
    wide, narrow = figure(release), figure(release, narrow=True)
    return render(
        "picture.html",
        wide=_base64(wide),
        narrow=_base64(narrow),
        alt=wide.alt_text,
        tables=text_tables(release),
        title=release.title,
        questions=prompts(release),
    )


def picture_text(release: Release) -> str:
    """The same as lines of plain text: the table and the prompts."""
    return "\n".join([table_text(release), "", *_listed(prompts(release))])


def no_picture_html(assessment: Assessment) -> str:
    """Why a private self-assessment has no picture, and those of its prompts that need none."""
    return render("no-picture.html", title=assessment.title, questions=_always(assessment))


def no_picture_text(assessment: Assessment) -> str:
    """The same as lines of plain text."""
    return "\n".join([f"{assessment.title}: no picture", "", *_listed(_always(assessment))])


def deal_pictures(values: tuple[Fraction, Fraction], total: int) -> DealPictures:
    """Draw what a trade gives to two people.

    Args:
        values: What the first and the second person get, in points of their own.
        total: How many points each of them shared out.
    """
    from workshop_helpers.figures.deal import deal_alt_text, draw_deal

    wide, narrow = (_base64(draw_deal(values, total, narrow=narrow)) for narrow in (False, True))
    return {"wide": wide, "narrow": narrow, "alt": deal_alt_text(values, total)}


def _base64(drawn: Picture) -> str:
    from workshop_helpers.figures.image import png

    return base64.b64encode(png(drawn)).decode("ascii")


def _always(assessment: Assessment) -> list[str]:
    return [prompt.text for prompt in assessment.prompts if prompt.when == "always"]


def _listed(questions: list[str]) -> list[str]:
    return [f"- {question}" for question in questions]
