"""Feedback that names the highest and the lowest of several subscales."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, final

from workshop_helpers.content.raw import File, KeyPath, Misfit, RawRow, ids
from workshop_helpers.content.rules.base import Given, Rule
from workshop_helpers.content.rules.fitting import subscales_to_compare
from workshop_helpers.content.rules.wording import listed, one_decimal
from workshop_helpers.model import Id


@final
class Extremes(Rule):
    """Feedback that names the highest and the lowest of all subscales, or of those in ``among``."""

    kind: Literal["highest-and-lowest"]
    among: tuple[Id, ...] = ()

    @classmethod
    def misfits(cls, row: RawRow, here: KeyPath, file: File) -> Iterator[Misfit]:
        """Fewer than two subscales, or such as do not share a scale."""
        among = row.get("among") or ids(file.subscales)
        if isinstance(among, list | tuple) and len(among) < 2:
            yield (*here, "kind"), "comparing subscales needs two or more of them."
        elif row.get("among"):
            yield from subscales_to_compare(file, (*here, "among"), among)
        elif not file.comparable(among):
            yield (*here, "kind"), "comparing subscales needs one scale for all of them."

    def words(self, given: Given) -> str | None:
        """What the highest serves and costs, and an experiment with the lowest."""
        names = self.among or tuple(given.subscales)
        known = {name: mean for name in names if (mean := given.mean(name)) is not None}
        if len(known) < 2:
            return None
        top, bottom = max(known.values()), min(known.values())
        if top == bottom:
            return (
                "Today your answers were about even across all parts. If one of them matters to you now, start there."
            )
        highest = [given.subscales[name] for name, mean in known.items() if mean == top]
        lowest = [given.subscales[name] for name, mean in known.items() if mean == bottom]
        return (
            f"Today your answers were highest on {listed(part.title for part in highest)} ({one_decimal(top)}) and "
            f"lowest on {listed(part.title for part in lowest)} ({one_decimal(bottom)}). "
            f"{highest[0].serves} {highest[0].costs} If you want an experiment: {lowest[0].experiment}"
        )
