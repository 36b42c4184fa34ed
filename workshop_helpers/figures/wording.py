"""What a picture says in sentences: how many people, how coarse, and what it shows to those who hear it."""

from __future__ import annotations

from workshop_helpers.figures.panels import Panel, is_exact, occasions
from workshop_helpers.pooling.release import Release

MADE_UP = "Made-up group: these people are invented"
_LONGEST = 700  # characters, which a screen reader reads in less than a minute

_SHOWN_AS = {
    "bars": "a bar for each option",
    "chosen": "a bar for each option that people could choose",
    "grid": "a grid with a row for each question and a column for each option",
    "diverging": "a row for each question, counts stacked from the scale's start on the left to its end on the right",
    "quadrant": "four cells, two by two",
}


def about(release: Release) -> str:
    """How many people a release counts and what its numbers mean, in words."""
    what = release.policy_words.split(", ")[0]
    if is_exact(release.tables):
        return f"{release.n} people, in {what}."
    steps = {
        (table.low[option], table.step(option), table.high[option])
        for table in release.tables
        for option in range(len(table.options))
    }
    low, step, high = min((step for step in steps if step[0]), default=min(steps))
    return f"{release.n} people, in {what}: {step} means somewhere from {low} to {high}."


def about_both(release: Release, earlier: Release | None) -> list[str]:
    """The same for one release, or a sentence for each of two."""
    if earlier is None:
        return [about(release)]
    then, now = occasions(release, earlier)
    return [f"{then[:1].upper()}{then[1:]}: {about(earlier)}", f"{now[:1].upper()}{now[1:]}: {about(release)}"]


def is_made_up(release: Release, earlier: Release | None) -> bool:
    """Whether anybody in the picture is invented."""
    return any(part.source == "a made-up group" for part in (release, earlier) if part)


def alt_text(release: Release, earlier: Release | None, panels: tuple[Panel, ...]) -> str:
    """Sentences that say what a figure shows, ending with where to find every number."""
    shown = " and ".join(dict.fromkeys(_SHOWN_AS[panel.kind] for panel in panels))
    opening = [f"“{release.title}”, drawn as {shown}.", *about_both(release, earlier)]
    if is_made_up(release, earlier):
        opening.insert(0, f"{MADE_UP}.")
    findings = [finding for panel in panels for finding in _findings(panel)]
    ending = "The table has every number."
    said: list[str] = []
    for place, finding in enumerate(findings):
        if len(" ".join([*opening, *said, finding])) > _LONGEST and place:
            ending = f"{len(findings) - place} more are in the table, which has every number."
            break
        said.append(finding)
    return " ".join([*opening, *said, ending])


def _findings(panel: Panel) -> list[str]:
    """For each table, or for all options that could be chosen, where the most answers are as far as that is certain."""
    if panel.kind != "chosen":
        return [
            _most(
                f"{panel.heading} {_named(group.text, side)}".lstrip(),
                table.options[: table.answers],
                table.low,
                table.high,
            )
            for group in panel.groups
            for side, table in zip(group.sides, group.tables, strict=True)
        ]
    parts = [group.text for group in panel.groups]
    return [
        _most(
            _named(panel.heading, side),
            tuple(parts),
            tuple(group.tables[place].low[0] for group in panel.groups),
            tuple(group.tables[place].high[0] for group in panel.groups),
        )
        for place, side in enumerate(panel.groups[0].sides)
    ]


def _most(text: str, options: tuple[str, ...], low: tuple[int, ...], high: tuple[int, ...]) -> str:
    most = max(low[: len(options)], default=0)
    could = [f"“{option}”" for place, option in enumerate(options) if high[place] >= most]
    if len(could) > 2 or not could:
        return f"{text} No option certainly has the most answers."
    return f"{text} The most answers: {' or '.join(could)}."


def _named(text: str, side: str) -> str:
    return f"{text} ({side})" if side else text
