"""Every kind of private feedback, one a file that is called like the kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, get_args

from pydantic import Field

from workshop_helpers.content.raw import File, Misfit, text
from workshop_helpers.content.rules.base import Rule
from workshop_helpers.content.rules.before_and_after import BeforeAndAfter
from workshop_helpers.content.rules.corner import Corner
from workshop_helpers.content.rules.gap_between_views import GapBetweenViews
from workshop_helpers.content.rules.highest_and_lowest import Extremes
from workshop_helpers.content.rules.lean import Lean
from workshop_helpers.content.rules.means import Means
from workshop_helpers.content.rules.most_points import MostPoints
from workshop_helpers.content.rules.note import Note
from workshop_helpers.content.rules.overlap import Overlap
from workshop_helpers.content.rules.places import Places
from workshop_helpers.content.rules.share import Share
from workshop_helpers.content.rules.spread import Spread
from workshop_helpers.content.rules.tally import Tally
from workshop_helpers.content.rules.top_of_ranking import TopOfRanking
from workshop_helpers.content.rules.two_rankings import TwoRankings
from workshop_helpers.content.rules.variety import Variety

FeedbackRule = Annotated[
    Lean
    | Extremes
    | Means
    | Spread
    | Corner
    | Variety
    | Tally
    | GapBetweenViews
    | BeforeAndAfter
    | MostPoints
    | Share
    | Places
    | Overlap
    | TwoRankings
    | TopOfRanking
    | Note,
    Field(discriminator="kind"),
]

_KINDS: dict[str, type[Rule]] = {
    kind: rule
    for rule in get_args(get_args(FeedbackRule)[0])
    for kind in get_args(rule.model_fields["kind"].annotation)
}


def feedback_misfits(file: File) -> Iterator[Misfit]:
    """Everything that does not fit in the ``[[feedback]]`` of a file: its place, and a sentence with the cure."""
    for place, row in file.feedback:
        here, rule = ("feedback", place), _KINDS.get(text(row, "kind") or "")
        if rule is None:
            continue  # that there is no such kind is said by the models
        if rule.asked_once and file.views:
            yield (*here, "kind"), "this needs items that are asked once; with two [[views]], compare the views."
        yield from rule.misfits(row, here, file)
