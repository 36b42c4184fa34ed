"""What leaves a pool, once: one-way tables of bands. Everything drawn, said or exported comes from here.

A release holds the workshop's own words and pairs of bounds, and nothing from which a single answer
could be worked out: no rows, ids, times, orders or combinations.
"""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Any, get_args

from workshop_helpers.errors import ReleaseError
from workshop_helpers.pooling.policy import FEWEST, POLICIES, SMALL_GROUP, Policy
from workshop_helpers.pooling.variables import DOES_NOT_APPLY_LABEL, SKIPPED, Kind, Variable

if TYPE_CHECKING:
    import pandas as pd

RELEASE_FORMAT = 2
LARGEST_GROUP = 10_000_000  # people
_SOURCES = ("a room", "a made-up group")
# Until format 2, numbers were shown in steps. Such a picture is as true as ever, and still opens.
_IN_STEPS = {
    "small-circle": ("steps of three people, for a group of six or seven", 3),
    "room": ("steps of four people, from eight people", 4),
}


@dataclass(frozen=True)
class Table:
    """One variable's bars: how many of ``n`` people chose each option, as inclusive bounds.

    Attributes:
        variable: The variable's id; ``item`` the item that it comes from.
        text: The item's words; ``side`` (for me, before ...) and ``part`` (one option of several) may be "".
        kind: ``ordered``, ``nominal``, ``yes-no`` or ``quadrant``.
        options: The option's words, ``skipped`` last.
        low: The fewest people that each bar stands for; ``high`` the most. Equal where counts are exact.
        n: How many people are counted, those who skipped included.
    """

    variable: str
    item: str
    text: str
    side: str
    part: str
    kind: Kind
    options: tuple[str, ...]
    low: tuple[int, ...]
    high: tuple[int, ...]
    n: int

    @property
    def answers(self) -> int:
        """How many of the options answer the question; "does not apply" and ``skipped`` stand after them."""
        place = len(self.options)
        while place and self.options[place - 1] in (DOES_NOT_APPLY_LABEL, SKIPPED):
            place -= 1
        return place

    def band(self, option: int) -> str:
        """One bar's number in words: ``7``, or ``5–9`` where it is a band."""
        low, high = self.low[option], self.high[option]
        return str(low) if low == high else f"{low}–{high}"


@dataclass(frozen=True)
class Release:
    """The picture of one group's answers to one assessment, and all that is ever known about them.

    Attributes:
        assessment: The assessment's id; ``title`` its title.
        policy: The policy's name; ``policy_words`` says in words what it does.
        n: How many people answered, those who skipped single items included.
        source: ``a room`` or ``a made-up group``.
        tables: One for each variable, in the order of the items.
    """

    assessment: str
    title: str
    policy: str
    policy_words: str
    n: int
    source: str
    tables: tuple[Table, ...]

    def table(self, variable: str) -> Table:
        """The table of one variable; raises ``ReleaseError`` with the variables there are."""
        for table in self.tables:
            if table.variable == variable:
                return table
        known = ", ".join(f"'{table.variable}'" for table in self.tables)
        raise ReleaseError(f"This picture has no table called '{variable}'. It has: {known}.")

    def to_frame(self) -> pd.DataFrame:
        """A pandas frame with a row for each bar: variable, text, side, part, option, low, high, n."""
        import pandas as pd

        return pd.DataFrame(self._rows(), columns=list(_COLUMNS))

    def to_csv(self) -> str:
        """The same rows as CSV text; a cell that a spreadsheet would take for a formula starts with ``'``."""
        text = io.StringIO()
        writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
        writer.writerow(_COLUMNS)
        writer.writerows([_plain_cell(cell) for cell in row] for row in self._rows())
        return text.getvalue()

    def _rows(self) -> list[tuple[Any, ...]]:
        return [
            (table.variable, table.text, table.side, table.part, option, table.low[i], table.high[i], table.n)
            for table in self.tables
            for i, option in enumerate(table.options)
        ]

    def to_json(self) -> str:
        """The release as JSON text; the same release always gives the same bytes."""
        return json.dumps({"format": RELEASE_FORMAT, **asdict(self)}, ensure_ascii=False, sort_keys=True, indent=1)

    @classmethod
    def from_json(cls, text: str) -> Release:
        """Read a release that ``to_json`` wrote.

        Raises:
            ReleaseError: if the text is no release, is from a newer version, or contradicts itself.
        """
        try:
            data = json.loads(text)
        except (ValueError, TypeError, RecursionError):
            raise ReleaseError(
                "This is not a saved picture: it is no JSON. Choose a file that was saved here."
            ) from None
        if not isinstance(data, dict) or type(data.get("format")) is not int or data["format"] < 1:
            raise ReleaseError("This is not a saved picture. Choose a file that was saved here.")
        if data["format"] > RELEASE_FORMAT:
            raise ReleaseError("This picture was saved by a newer version of the workshop. Update the workshop first.")
        try:
            tables = tuple(_table(part) for part in data["tables"])
            release = cls(**{f.name: data[f.name] for f in fields(cls) if f.name != "tables"}, tables=tables)
            _check(release)
        except (KeyError, TypeError, ValueError, AttributeError):
            raise ReleaseError("This saved picture is damaged: its parts do not fit. Save it again.") from None
        return release


_COLUMNS = ("variable", "text", "side", "part", "option", "low", "high", "n")


def make_release(
    assessment: str,
    title: str,
    of: Sequence[Variable],
    counts: Mapping[str, Sequence[int]],
    people: int,
    policy: Policy,
    source: str = "a room",
) -> Release:
    """Turn plain counts into a release: the only way in which counts become anything else.

    Args:
        assessment: The assessment's id, and its ``title``.
        of: The variables, in order.
        counts: By variable id, how many people are at each position of its options.
        people: How many people are counted; at least the policy's smallest group, which the caller checks.
        policy: Decides the bands, and whether a small group's scales are merged.
        source: ``a room`` or ``a made-up group``.
    """
    small = people < SMALL_GROUP and not policy.exact
    tables = []
    for variable in of:
        options, of_options = variable.options, list(counts[variable.id])
        if small and variable.merged:
            options = tuple(label for label, _ in variable.merged)
            of_options = [sum(of_options[place] for place in places) for _, places in variable.merged]
        bounds = [policy.bounds(count, people) for count in of_options]
        tables.append(
            Table(
                variable=variable.id,
                item=variable.item,
                text=variable.text,
                side=variable.side,
                part=variable.part,
                kind=variable.kind,
                options=options,
                low=tuple(low for low, _ in bounds),
                high=tuple(high for _, high in bounds),
                n=people,
            )
        )
    return Release(assessment, title, policy.name, policy.words, people, source, tuple(tables))


def _table(part: dict[str, Any]) -> Table:
    lists = ("options", "low", "high")
    if not all(isinstance(part[name], list) for name in lists):
        raise TypeError
    values: dict[str, Any] = {f.name: tuple(part[f.name]) if f.name in lists else part[f.name] for f in fields(Table)}
    return Table(**values)


def _check(release: Release) -> None:
    words = [release.assessment, release.title, release.policy, release.policy_words, release.source]
    numbers = [release.n]
    for table in release.tables:
        words += [table.variable, table.item, table.text, table.side, table.part, table.kind, *table.options]
        numbers += [table.n, *table.low, *table.high]
    if not all(isinstance(word, str) for word in words) or not all(type(number) is int for number in numbers):
        raise ValueError
    if not all(_can_be_drawn(character) for word in words for character in word):
        raise ValueError
    if release.source not in _SOURCES or not FEWEST <= release.n <= LARGEST_GROUP or not release.tables:
        raise ValueError
    named = POLICIES.get(release.policy)
    if named and release.n < named.smallest_group:
        raise ValueError
    for table in release.tables:
        fits = len(table.options) == len(table.low) == len(table.high) and table.n == release.n
        if not fits or table.kind not in get_args(Kind):
            raise ValueError
        bounds = list(zip(table.low, table.high, strict=True))
        if not all(0 <= low <= high <= table.n for low, high in bounds):
            raise ValueError
        if named and not all(_bounds(release, low) == (low, high) for low, high in bounds):
            raise ValueError
        if not sum(table.low) <= table.n <= sum(table.high):
            raise ValueError


def _bounds(release: Release, count: int) -> tuple[int, int]:
    """What the words of a release with one of our policies say that a bar of ``count`` is shown as."""
    policy, people = POLICIES[release.policy], release.n
    if release.policy_words == policy.words:
        return policy.bounds(count, people)
    words, step = _IN_STEPS[release.policy]
    if release.policy_words != words:
        raise ValueError
    last = (people + 1) // step * step - step
    low = min(count // step * step, last)
    return low, people if low == last else low + step - 1


def _can_be_drawn(character: str) -> bool:
    """Anything but control characters and halves of a pair; authors may break lines and indent."""
    return character in "\n\t" or unicodedata.category(character) not in ("Cc", "Cs")


def _plain_cell(cell: object) -> object:
    """The cell, with ``'`` in front where it starts as a formula does, or with something invisible."""
    if not isinstance(cell, str) or not cell:
        return cell
    first = cell[0]
    return f"'{cell}" if first in "=+-@＝＋－＠" or first.isspace() or not first.isprintable() else cell
