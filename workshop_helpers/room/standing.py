"""Where a person stands with one pool of their room, in words: from what is, never from what was pressed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from workshop_helpers.pooling.policy import POLICIES


class Stand(Enum):
    """How a person stands with one pool."""

    OUTSIDE = "they are in no room, and as far as is known nothing of theirs is in one"
    LEFT = "they are in no room; in the one that they left, something of theirs may be"
    NOTHING = "nothing of theirs is in the room"
    WAITING = "they agreed before anything was open; it is sent at an opening under the same rule"
    GONE = "they agreed before anything was open, and their notebook no longer has what they agreed to"
    SENDING = "they agreed, and the room has not said that it has it"
    UNSURE = "it is not known whether the room has something of theirs, and nothing is on its way"
    COUNTED = "the room has what they agreed to"
    CHANGING = "the room has what they agreed to before; their change is on its way"
    TAKING_BACK = "the room may still have something of theirs; taking it back is on its way"
    TAKEN_BACK = "the room has taken out what they took back"
    OTHER_RULE = "they agreed before anything was open, and what is open now has another rule"
    REOPENED = "they agreed to be in an opening that is over; another one is open"
    LOST = "the room was started anew and has lost what they agreed to; nothing is open in it"
    RESTARTED = "the same, and something is open in it again"
    REVEALED_WITH = "the picture is drawn, with them"
    REVEALED_UNSURE = "the picture is drawn; it is not known whether they are in it"
    REVEALED_WITHOUT = "the picture is drawn, without them"
    CLOSED = "it was closed without a picture; what they added is forgotten"
    CLOSED_UNSURE = "it was closed without a picture; it is not known whether something of theirs was in it"
    CLOSED_WITHOUT = "it was closed without a picture, and nothing of theirs was in it"


ASKS_AGAIN = frozenset({Stand.OTHER_RULE, Stand.REOPENED, Stand.RESTARTED})
_MAY_BE_THERE = frozenset({Stand.SENDING, Stand.UNSURE, Stand.COUNTED, Stand.CHANGING, Stand.TAKING_BACK})
CAN_TAKE_BACK = _MAY_BE_THERE - {Stand.TAKING_BACK} | {Stand.WAITING, Stand.OTHER_RULE}
MINE = _MAY_BE_THERE | {Stand.WAITING, Stand.REVEALED_WITH, Stand.REVEALED_UNSURE}


@dataclass(frozen=True)
class Terms:
    """What a person agrees to: a policy, by name, and the opening that it holds in; ``None`` while nothing is open."""

    policy: str
    number: str | None = None

    @property
    def words(self) -> str:
        """The rule in words: how coarse the bars are, and from how many people on they are drawn."""
        return POLICIES[self.policy].words

    def __str__(self) -> str:
        return f"{self.policy} {self.number or ''}".strip()

    @classmethod
    def read(cls, text: object) -> Terms | None:
        """The rule that ``str`` wrote; ``None`` for anything else."""
        policy, _, number = str(text).partition(" ")
        return cls(policy, number or None) if policy in POLICIES else None


@dataclass(frozen=True)
class Standing:
    """Where a person stands with one pool.

    Attributes:
        kind: How.
        terms: What they would agree to now; ``None`` where nothing can be added.
        can_add_again: Whether what they agreed to before is at hand, to be added once more with one press.
        can_take_back: Whether there may be something to take back.
        mine: Whether they have something in the room, or had, or it is on its way there.
        refused: Why the room did not take their last word, in its own words.
        trouble: Why the room is not known just now, and what to do; then all this is as it was last known.
        seen: Whether the room was seen since this notebook was started; likewise.
    """

    kind: Stand
    terms: Terms | None = None
    can_add_again: bool = False
    can_take_back: bool = False
    mine: bool = False
    refused: str = ""
    trouble: str | None = None
    seen: bool = True

    @property
    def words(self) -> list[str]:
        """How they stand, in paragraphs; none where there is nothing to say."""
        said = _WHILE_AWAY.get(self.kind, "") if self.trouble or not self.seen else ""
        said = said or _WORDS[self.kind].format(rule=self.terms.words if self.terms else "")
        ask = [ADD_AGAIN if self.can_add_again else _FINISH_AGAIN] if self.kind in ASKS_AGAIN else []
        why = [f"The room did not take your last change. It said: “{self.refused}”"] if self.refused else []
        trouble = [self.trouble] if self.trouble and said else []
        return [*trouble, *why, *([said] if said else []), *ask]


ADD_AGAIN = "Add your answers again?"
_FINISH_AGAIN = "To add your answers, press Finish again, and then add them."
_WHILE_AWAY = {
    Stand.COUNTED: "When the room was last reached, your answers were in it.",
    Stand.TAKEN_BACK: "They are taken back, as if they had never been there.",
}
_WORDS = {
    Stand.OUTSIDE: "",
    Stand.LEFT: (
        "You have left the room. What you added was in it when you left, and counts if a picture is drawn. To take it "
        "back before that, join the room again with the same link."
    ),
    Stand.NOTHING: "",
    Stand.WAITING: (
        "The room does not collect this yet. Your answers are kept here, and sent when it is opened under this rule: "
        "{rule}. Under another rule you are asked first."
    ),
    Stand.GONE: (
        "What you agreed to add was kept in this page's memory alone, and is gone. Nothing was sent. Press Finish, and "
        "add it again."
    ),
    Stand.SENDING: "Your answers are on their way. The room has not said yet that it has them.",
    Stand.UNSURE: (
        "It is not known whether your answers reached the room, and this page no longer has what you agreed to. Press "
        "Finish and add them again, or take them back."
    ),
    Stand.COUNTED: "Your answers are in the room. Until the reveal you can change them or take them back.",
    Stand.CHANGING: "What you added before is in the room. Your change is on its way.",
    Stand.TAKING_BACK: "Your answers may still be in the room. Taking them back is on its way.",
    Stand.TAKEN_BACK: (
        "They are taken back, as if they had never been there. Until the reveal you can add them again."
    ),
    Stand.OTHER_RULE: (
        "The room collects this under another rule than you agreed to, so nothing of yours was sent. The rule now: "
        "{rule}."
    ),
    Stand.REOPENED: "This was opened anew after you agreed. Nothing of yours is in it now. The rule now: {rule}.",
    Stand.LOST: (
        "The room was restarted, and what people had added is lost. When this is opened again, you are asked whether "
        "to add your answers again."
    ),
    Stand.RESTARTED: (
        "The room was restarted, and what people had added is lost. Nothing of yours is in it now. The rule now: "
        "{rule}."
    ),
    Stand.REVEALED_WITH: (
        "The picture is drawn, and your answers are in it. They can no longer be changed or taken back."
    ),
    Stand.REVEALED_UNSURE: "The picture is drawn. It is not known whether your answers came in time for it.",
    Stand.REVEALED_WITHOUT: "The picture is drawn, with nothing of yours in it. Nothing can be added any more.",
    Stand.CLOSED: "This was closed without a picture, and what you added is forgotten there.",
    Stand.CLOSED_UNSURE: (
        "This was closed without a picture. It is not known whether your answers were in it; they are forgotten there."
    ),
    Stand.CLOSED_WITHOUT: "This was closed without a picture. Nothing can be added just now.",
}
