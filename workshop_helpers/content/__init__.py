"""The workshop's vocabulary: what an assessment, an exercise, a page and a source are made of.

Each idea is one frozen model that refuses unknown keys. The models say what a content file may hold;
``loading`` reads the files and words the mistakes. Nothing here knows about answers, forms or figures; what ``rules``
ask of somebody's answers, they ask through a protocol.
"""

from workshop_helpers.content.agenda import Agenda, AgendaPart, AgendaSession
from workshop_helpers.content.assessment import Assessment, Question, Side
from workshop_helpers.content.base import Model, PolicyName, Text
from workshop_helpers.content.items import (
    TAKEN,
    Band,
    ChoiceItem,
    ChoicesItem,
    Item,
    PointsItem,
    RankingItem,
    Scale,
    ScaleItem,
    TextItem,
)
from workshop_helpers.content.pooled import Derived, Gap, Quadrant
from workshop_helpers.content.prompts import Prompt
from workshop_helpers.content.rules import FeedbackRule
from workshop_helpers.content.subscales import Subscale
from workshop_helpers.content.workshop import Exercise, Help, Section, Step, Support, Workshop

__all__ = [
    "TAKEN",
    "Agenda",
    "AgendaPart",
    "AgendaSession",
    "Assessment",
    "Band",
    "ChoiceItem",
    "ChoicesItem",
    "Derived",
    "Exercise",
    "FeedbackRule",
    "Gap",
    "Help",
    "Item",
    "Model",
    "PointsItem",
    "PolicyName",
    "Prompt",
    "Quadrant",
    "Question",
    "RankingItem",
    "Scale",
    "ScaleItem",
    "Section",
    "Side",
    "Step",
    "Subscale",
    "Support",
    "Text",
    "TextItem",
    "Workshop",
]
