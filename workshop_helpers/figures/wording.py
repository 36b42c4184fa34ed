"""What a picture says in sentences: how many people, how coarse, and what it shows to those who hear it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workshop_helpers.figures.panels import is_exact, occasions
from workshop_helpers.pooling.release import Release

MADE_UP = "Made-up group: these people are invented"
_LONGEST = 700  # characters, which a screen reader reads in less than a minute


def about(release: Release) -> str:
    """How many people a release counts and what its numbers mean, in words."""
    what = release.policy_words.split(", ")[0]
    if is_exact(release.tables):
        return f"{release.n} people, in {what}."
    bands = {
        (table.low[option], table.band(option), table.high[option])
        for table in release.tables
        for option in range(len(table.options))
    }
    low, band, high = min((band for band in bands if band[0]), default=min(bands))
    return f"{release.n} people, in {what}: {band} means somewhere from {low} to {high}."


def about_both(release: Release, earlier: Release | None) -> list[str]:
    """The same for one release, or a sentence for each of two."""
    if earlier is None:
        return [about(release)]
    then, now = occasions(release, earlier)
    return [f"{then[:1].upper()}{then[1:]}: {about(earlier)}", f"{now[:1].upper()}{now[1:]}: {about(release)}"]


def is_made_up(release: Release, earlier: Release | None) -> bool:
    """Whether anybody in the picture is invented."""
    return any(part.source == "a made-up group" for part in (release, earlier) if part)


def alt_text(release: Release, earlier: Release | None, shown_as: Iterable[str], findings: Sequence[str]) -> str:
    """Sentences that say what a figure shows, ending with where to find every number.

    Args:
        release: What is drawn, an ``earlier`` one perhaps beside it.
        earlier: The release from before, or ``None``.
        shown_as: What each of its panels is drawn as.
        findings: What each shows, in sentences, of which the first are said, as many as can be listened to.
    """
    shown = " and ".join(dict.fromkeys(shown_as))
    opening = [f"“{release.title}”, drawn as {shown}.", *about_both(release, earlier)]
    if is_made_up(release, earlier):
        opening.insert(0, f"{MADE_UP}.")
    ending = "The table has every number."
    said: list[str] = []
    for place, finding in enumerate(findings):
        if len(" ".join([*opening, *said, finding])) > _LONGEST and place:
            ending = f"{len(findings) - place} more are in the table, which has every number."
            break
        said.append(finding)
    return " ".join([*opening, *said, ending])


def most_answers(text: str, options: tuple[str, ...], low: tuple[int, ...], high: tuple[int, ...]) -> str:
    """A sentence after some words: which one or two options have the most answers, as far as that is certain."""
    most = max(low[: len(options)], default=0)
    could = [f"“{option}”" for place, option in enumerate(options) if high[place] >= most]
    if len(could) > 2 or not could:
        return f"{text} No option certainly has the most answers."
    return f"{text} The most answers: {' or '.join(could)}."


def named(text: str, side: str) -> str:
    """An item's words, with its side if it has any."""
    return f"{text} ({side})" if side else text
