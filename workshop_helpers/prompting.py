"""Questions for the group: what every group that could lie behind a picture has in common, and no more.

Numbers are left to the picture. Nothing here speaks of a small bar, of a few people or of how nearly
all agreed: a sentence about the many points at nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from workshop_helpers.content import Assessment, Prompt
from workshop_helpers.pooling.release import Release, Table

_MOST = 5

_GENERAL = (
    Prompt(text="What in this picture is as you expected, and what is not?"),
    Prompt(
        when="leader",
        text="On “{item}”, more people are at “{option}” than anywhere else. What might make that answer come easily?",
    ),
    Prompt(
        when="two-camps",
        text="On “{item}”, either end has more people than any point between. What might each end see best?",
    ),
    Prompt(text="What could lead a thoughtful person to an answer far from your own? Speak of people in general."),
    Prompt(text="What would you like to try, or to ask each other, after seeing this?"),
)


def prompts(release: Release, assessment: Assessment | None = None) -> list[str]:
    """Word the questions that a picture supports, at most five, in the author's order.

    Args:
        release: The picture. The same picture always gives the same questions.
        assessment: Whose prompts are used; if left out, the workshop's own with the release's id. Where there
            is none, general questions.
    """
    author = assessment or _own_assessment(release.assessment)
    true: dict[str, Mapping[str, str] | None] = {
        "always": {},
        "leader": next(_leaders(release.tables), None),
        "two-camps": next(_two_camps(release.tables), None),
    }
    worded = [
        _fill(prompt.text, words)
        for prompt in (author.prompts if author else _GENERAL)
        if (words := true[prompt.when]) is not None
    ]
    return worded[:_MOST]


def certainly_leads(table: Table) -> int | None:
    """The position of the answer that has more people than any other option, in whatever group this could be.

    Skipping never leads, and is outdone like any other option. ``None`` where no answer certainly leads.
    """
    return _ahead(table.low, table.high, table.answers)


def certainly_two_camps(table: Table) -> bool:
    """Whether the first and the last third of a scale each have more people than any point between them.

    True only of an ordered table, and only where it is so in whatever group this could be.
    """
    third = table.answers // 3
    if table.kind != "ordered" or not third:
        return False
    between = max(table.high[third : table.answers - third])
    return sum(table.low[:third]) > between and sum(table.low[table.answers - third : table.answers]) > between


def _leaders(tables: Iterable[Table]) -> Iterator[Mapping[str, str]]:
    for _, group in groupby(tables, key=lambda table: (table.item, table.side)):
        first, *others = group
        if first.kind == "yes-no":
            # "Not chosen" leads most of the time and says little; here the chosen options are compared.
            parts = [first, *others]
            high = [*(part.high[0] for part in parts), *first.high[first.answers :]]
            place = _ahead([part.low[0] for part in parts], high, len(parts))
            option = "" if place is None else parts[place].part
        else:
            place = None if first.part else certainly_leads(first)
            option = "" if place is None else first.options[place]
        if place is not None:
            yield {"item": _named(first), "option": option}


def _two_camps(tables: Iterable[Table]) -> Iterator[Mapping[str, str]]:
    yield from ({"item": _named(table)} for table in tables if not table.part and certainly_two_camps(table))


def _ahead(low: Sequence[int], high: Sequence[int], answers: int) -> int | None:
    for place in range(answers):
        if low[place] > max(most for other, most in enumerate(high) if other != place):
            return place
    return None


def _named(table: Table) -> str:
    return f"{table.text} ({table.side})" if table.side else table.text


def _fill(text: str, words: Mapping[str, str]) -> str:
    return re.sub(r"\{(item|option)\}", lambda found: words[found[1]], text)


def _own_assessment(name: str) -> Assessment | None:
    from workshop_helpers.content.loading import (
        own_workshop,  # reads files, which a caller with an assessment need not
    )

    return own_workshop().assessments.get(name)
