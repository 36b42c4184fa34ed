"""The workshop's vocabulary: what an assessment, an exercise, a page and a source are made of.

Each idea is one frozen model that refuses unknown keys. The models say what a content file may hold; ``reading``
reads the files, ``mistakes`` words what is wrong in one, ``checking`` finds what is wrong between them. Nothing here
knows about answers, forms or figures.
"""

from workshop_helpers.content.agenda import Agenda, AgendaPart, AgendaSession
from workshop_helpers.content.assessment import Assessment, PolicyName
from workshop_helpers.content.rules import (
    BeforeAndAfter,
    Corner,
    Derived,
    Extremes,
    FeedbackRule,
    Gap,
    GapBetweenViews,
    Lean,
    Means,
    MostPoints,
    Note,
    Overlap,
    Places,
    Prompt,
    Quadrant,
    Share,
    Spread,
    Subscale,
    Tally,
    TopOfRanking,
    TwoRankings,
    Variety,
)
from workshop_helpers.content.section import Exercise, Help, Section, Step, Support
from workshop_helpers.content.workshop import Workshop
from workshop_helpers.formats.base import Item, Question, Side
from workshop_helpers.formats.labels import TAKEN
from workshop_helpers.formats.rulers import Band, Scale
from workshop_helpers.model import Model, Text

__all__ = [
    "TAKEN",
    "Agenda",
    "AgendaPart",
    "AgendaSession",
    "Assessment",
    "Band",
    "BeforeAndAfter",
    "Corner",
    "Derived",
    "Exercise",
    "Extremes",
    "FeedbackRule",
    "Gap",
    "GapBetweenViews",
    "Help",
    "Item",
    "Lean",
    "Means",
    "Model",
    "MostPoints",
    "Note",
    "Overlap",
    "Places",
    "PolicyName",
    "Prompt",
    "Quadrant",
    "Question",
    "Scale",
    "Section",
    "Share",
    "Side",
    "Spread",
    "Step",
    "Subscale",
    "Support",
    "Tally",
    "Text",
    "TopOfRanking",
    "TwoRankings",
    "Variety",
    "Workshop",
]
