"""The workshop's vocabulary: what an assessment, an exercise, a page and a source are made of.

Each idea is one frozen model that refuses unknown keys. The models say what a content file may hold; ``reading``
reads the files, ``mistakes`` words what is wrong in one, ``checking`` finds what is wrong between them. Nothing here
knows about answers, forms or figures; what ``rules`` ask of somebody's answers, they ask through a protocol.
"""

from workshop_helpers.content.agenda import Agenda, AgendaPart, AgendaSession
from workshop_helpers.content.assessment import Assessment, PolicyName
from workshop_helpers.content.pooled import Derived, Gap, Quadrant
from workshop_helpers.content.prompts import Prompt
from workshop_helpers.content.rules import FeedbackRule
from workshop_helpers.content.section import Exercise, Help, Section, Step, Support
from workshop_helpers.content.subscales import Subscale
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
    "Derived",
    "Exercise",
    "FeedbackRule",
    "Gap",
    "Help",
    "Item",
    "Model",
    "PolicyName",
    "Prompt",
    "Quadrant",
    "Question",
    "Scale",
    "Section",
    "Side",
    "Step",
    "Subscale",
    "Support",
    "Text",
    "Workshop",
]
