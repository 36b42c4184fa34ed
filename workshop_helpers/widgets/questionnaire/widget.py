"""A self-assessment on a page: answer, read the private feedback, decide what to add to the picture."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Any, Protocol

from workshop_helpers.content import Assessment
from workshop_helpers.drafts import answers_of, answers_up_to, problems
from workshop_helpers.errors import WorkbookError
from workshop_helpers.feedback.words import feedback_for
from workshop_helpers.pooling.contribution import Contribution, contribution
from workshop_helpers.pooling.policy import POLICIES
from workshop_helpers.pooling.slips import encode_slip
from workshop_helpers.room.news import News
from workshop_helpers.room.standing import Stand, Standing, Terms
from workshop_helpers.widgets.questions.widget import KeptForm, question_spec
from workshop_helpers.widgets.shared.watching import WatchedRoom
from workshop_helpers.widgets.shared.widget import joined, paragraphs
from workshop_helpers.workbook import Category, Workbook

LABEL = (
    "Written for this workshop to help you think. It is not a tested psychological scale: it shows nothing beyond your "
    "answers today. There are no right answers and no norms, and nothing here can find out what is wrong with anybody. "
    "Skip any question you like."
)
_NOTHING_POOLED = "These answers are private. There is no picture of them, and nothing to add to one."
_OF_ANSWERS: tuple[Category, ...] = ("answers", "told")  # what is in the file only if the answers are
_NOT_IN_A_ROOM = [
    "Nothing has been sent: you are not in a room. If your group meets in one, join it on the page 'Welcome', then "
    "press the button once more.",
    "If your group collects paper slips in a hat, ask for today's word, and copy your code onto a slip. The code holds "
    "your answers. Put it in the hat, never beside your name and never in a chat.",
]
_POOLED = "Nobody sees your answers. At the end you choose what, if anything, is counted in a group's picture: "


_OFFER = "This, and nothing else, would be counted, mixed with everyone else's answers. Bars are drawn once, in"
_CHANGED = "Your answers have changed. Press Finish again first."
_NO_RULE = "It is not known which rule you saw. Nothing was sent. Press Finish again."


class AddControls(WatchedRoom, Protocol):
    """A person's membership of a room, as far as they add to it. What came of a wish is where they stand then."""

    @property
    def joined(self) -> bool:
        """Whether they are in a room now."""

    def standing(self, about: Assessment, occasion: str | None) -> Standing:
        """Where they stand with what is asked here."""

    def add(self, given: Contribution, occasion: str | None, number: str | None, *, keep: bool) -> None:
        """Send what the person agreed to, in the opening that they were shown.

        ``keep`` says whether it may be remembered on disk.
        """

    def add_again(self, about: Assessment, occasion: str | None, policy: str, number: str | None) -> None:
        """Agree once more to what was agreed to before, under the rule and in the opening that they were shown."""

    def take_back(self, about: Assessment, occasion: str | None) -> None:
        """Take back what was sent."""


class Questionnaire(KeptForm):
    """One self-assessment for one person.

    Args:
        assessment: What is asked.
        workbook: Where the answers are kept; those to a self-assessment of high sensitivity stay in
            memory until the person ticks "keep".
        occasion: One of the assessment's occasions, if it has them.
        room: Where contributions go while the person is in a room.

    Answers live in the workbook. This object holds only the contribution that was last shown for
    agreement, so that what is added is what was seen.
    """

    shown_as = "<self-assessment>"
    messages = ("ready", "answer", "keep", "finish", "agree", "again", "back", "slip")

    def __init__(
        self, assessment: Assessment, workbook: Workbook, occasion: str | None = None, room: AddControls | None = None
    ) -> None:
        self._room = room
        self._assessment = assessment
        self._occasion = occasion
        self._sensitive = assessment.sensitivity == "high"
        self._shown: Contribution | None = None
        self._told_standing: Mapping[str, Any] | None = None
        side = next((side.title for side in assessment.occasions if side.id == occasion), "")
        questions = [question_spec(question) for question in assessment.questions(occasion)]
        super().__init__(
            {
                "place": "/".join(filter(None, ["answers", assessment.id, occasion])),
                "title": joined([assessment.title, side]),
                "minutes": assessment.minutes,
                "introduction": paragraphs(assessment.introduction),
                "rule": _rule(assessment),
                "label": LABEL,
                "numbered": True,
                "sensitive": self._sensitive,
                "finish": "Finish and see my feedback",
                "questions": [question | self._said_above(question) for question in questions],
            },
            workbook,
            "answers",
            assessment.id,
        )
        if room is not None:
            room.watch(self.hear)

    def close(self) -> None:
        """Hear no more of the room."""
        if self._room is not None:
            self._room.unwatch(self.hear)
        super().close()

    # --- what the page says --------------------------------------------------------------------------

    def on_ready(self, _message: Mapping[str, Any]) -> None:
        """Put back what was answered before, where the person stands, and what was told of exactly these answers."""
        self._tell_standing(anyway=True)
        self.tell("Your earlier answers are back." if self.drafts() else "")
        if self._was_told():
            self._give_feedback(again=True)

    def on_answer(self, message: Mapping[str, Any]) -> None:
        """Remember one answer at once."""
        name, generation = self._assessment.id, self._workbook.generation
        if message.get("value") != self.drafts().get(str(message.get("key"))):
            for occasion in self._workbook.get("told", name):  # it was told of other answers, on whichever occasion
                self._workbook.put("told", name, occasion, None, keep=self._keeps(), generation=generation)
        self.remember(message, message.get("value"), keep=self._keeps())

    def on_keep(self, message: Mapping[str, Any]) -> None:
        """Save sensitive answers after all, or take them out of the file again."""
        on, trouble = message.get("on") is True, None
        try:
            if not on:
                for part in _OF_ANSWERS:
                    self._workbook.keep_no_longer(part, self._assessment.id)
            self._workbook.put("choices", self._assessment.id, "keep", on or None)
            if on:
                self._keep_too()
        except WorkbookError:
            trouble = "These answers are still saved: the file cannot be changed just now. Try again in a moment."
        self._note_ticked()
        kept = {"on": self._kept(), "words": self.words(), "trouble": trouble or self._workbook.trouble}
        self.send({"type": "kept", "number": message.get("number"), **kept})

    def refresh(self) -> None:
        """Tell the page what was changed elsewhere; what was ticked there to be saved is saved from here too."""
        if self._sensitive and self._kept():
            self._keep_too()
        super().refresh()

    def _keep_too(self) -> None:
        for part in _OF_ANSWERS:
            self._workbook.keep_too(part, self._assessment.id)

    def on_finish(self, _message: Mapping[str, Any]) -> None:
        """Give the private feedback, and show what could be added to the picture."""
        unfinished = problems(self._assessment, self.drafts(), self._occasion)
        if unfinished:
            self.send({"type": "unfinished", "problems": unfinished})
            return
        name, occasion = self._assessment.id, self._occasion or "once"
        self._workbook.put("finished", name, occasion, True)
        self._workbook.put("told", name, occasion, True, keep=self._keeps())
        self._give_feedback()

    def _was_told(self) -> bool:
        """Whether there was feedback on exactly these answers."""
        told = self._workbook.get("told", self._assessment.id).get(self._occasion or "once") is True
        return told and not problems(self._assessment, self.drafts(), self._occasion)

    def _give_feedback(self, *, again: bool = False) -> None:
        answers = answers_of(self._assessment, self.drafts(), self._occasion)
        self._shown = contribution(answers)
        preview = self._preview(self._shown)
        nothing = _NOTHING_POOLED if not preview and self._assessment.policy in POLICIES else ""  # else said at the top
        self._tell_standing(anyway=not again)
        of_all_times = self._workbook.get("answers", self._assessment.id)
        told = feedback_for(answers_up_to(self._assessment, of_all_times, self._occasion))
        self.send(
            {
                "type": "feedback",
                "again": again,
                "paragraphs": list(told),
                "preview": preview,
                "nothing": nothing,
            }
        )

    def on_agree(self, message: Mapping[str, Any]) -> None:
        """Take the person's choice: nothing, or the ticked answers by way of a paper slip."""
        room = self._room if self._room is not None and self._room.joined else None
        if not isinstance(message.get("items"), list):
            # In a room it looks the same to a neighbour as adding does.
            self._agreed(["Nothing is added now. That is a good choice too."], hide=room is not None)
        elif room is not None:
            self._agree_in_room(room, message)
        else:
            self._agreed(
                _NOT_IN_A_ROOM, slip=[{"rule": str(rule), "words": rule.words} for rule in self._rules_of_slips()]
            )

    def _agree_in_room(self, room: AddControls, message: Mapping[str, Any]) -> None:
        rule = Terms.read(message.get("rule"))
        given = self._given(message, rule)
        if given is None:
            self._agreed(["Your answers have changed. Press Finish again first; nothing was sent."])
        elif rule is None:
            self._agreed([_NO_RULE])
        else:
            room.add(given, self._occasion, rule.number, keep=self._keeps())
            self._agreed(hide=self._is_taken())

    def on_again(self, message: Mapping[str, Any]) -> None:
        """Add once more what the person agreed to before, under the rule that the page shows."""
        rule = Terms.read(message.get("rule"))
        if self._room is None or rule is None:
            self._agreed([_NO_RULE])
        else:
            self._room.add_again(self._assessment, self._occasion, rule.policy, rule.number)
            self._agreed(hide=self._is_taken())

    def on_back(self, _message: Mapping[str, Any]) -> None:
        """Take back what was added to the room."""
        if self._room is not None:
            self._room.take_back(self._assessment, self._occasion)
        self._agreed(hide=True)

    def _agreed(
        self, words: list[str] | None = None, *, slip: list[dict[str, str]] | None = None, hide: bool = False
    ) -> None:
        self._tell_standing(anyway=True)
        self.send({"type": "agreed", "paragraphs": words or [], "slip": slip, "hide": hide})

    def hear(self, _news: News[Any]) -> None:
        """Tell the page where the person stands, if that is new. Called from a thread."""
        self._tell_standing()

    def _standing(self) -> Standing:
        if self._room is None:
            return Standing(Stand.OUTSIDE)
        return self._room.standing(self._assessment, self._occasion)

    def _is_taken(self) -> bool:
        """Whether what was agreed to is in the room or on its way, and not to be looked at once more."""
        return self._standing().mine

    def _tell_standing(self, *, anyway: bool = False) -> Standing:
        standing = self._standing()
        rule = standing.terms
        told = {
            "type": "standing",
            "paragraphs": standing.words,
            "back": standing.can_take_back,
            "again": standing.can_add_again,
            "rule": str(rule) if rule else "",
            "closed": rule is None and standing.kind not in (Stand.OUTSIDE, Stand.LEFT),
            "above": _rule(self._assessment, rule),
            "offer": _offer(self._assessment, standing),
        }
        if anyway or told != self._told_standing:
            self._told_standing = told
            self.send(told)
        return standing

    def on_slip(self, message: Mapping[str, Any]) -> None:
        """Make the code for a paper slip."""
        word = str(message.get("word") or "").strip()
        rule = Terms.read(message.get("rule"))
        if not word:
            self.send({"type": "slip", "code": None, "problem": "Type the word first; the facilitator knows it."})
        elif rule not in self._rules_of_slips():
            self.send({"type": "slip", "code": None, "problem": _NO_RULE})
        elif (given := self._given(message, rule)) is None:
            self.send({"type": "slip", "code": None, "problem": _CHANGED})
        else:
            self.send({"type": "slip", "code": encode_slip(given, word)})

    def _given(self, message: Mapping[str, Any], rule: Terms | None) -> Contribution | None:
        """What is ticked of what was shown; ``None`` if that is not what is answered now."""
        answers = answers_of(self._assessment, self.drafts(), self._occasion)
        if self._shown is None or bytes(contribution(answers)) != bytes(self._shown):
            return None
        ticked = message["items"] if isinstance(message.get("items"), list) else []
        left_out = [variable.item for variable in self._shown.variables if variable.item not in ticked]
        return contribution(answers, left_out, rule.policy if rule else None)

    def _rules_of_slips(self) -> list[Terms]:
        """The rules that a hat's picture can have."""
        author = self._assessment.policy
        return [Terms(policy) for policy in (author, *(["small-circle"] if author == "room" else []))]

    # --- behind it -----------------------------------------------------------------------------------

    def _said_above(self, question: dict[str, Any]) -> dict[str, Any]:
        """What a question need not say, because it is said once for all of them."""
        private = question["private"] and self._assessment.policy in POLICIES
        return {"private": private} | ({"side": ""} if self._occasion else {})

    def _keeps(self) -> bool:
        return not self._sensitive or self._kept()

    def _kept(self) -> bool:
        return self._workbook.get("choices", self._assessment.id).get("keep") is True

    def words(self) -> str:
        """Whether answers are saved or stay in memory."""
        return super().words() if self._keeps() else "Kept until this page is shut down."

    def about_form(self) -> dict[str, Any]:
        """Whether a page that is opened shows no answers at first: who has added some may be seen by a neighbour."""
        return {"hide": bool(self._standing().words)}

    def ticked(self) -> bool:
        """Whether sensitive answers are to be saved."""
        return self._kept()

    def forget(self) -> None:
        """Forget what was shown for agreement."""
        self._shown = None

    def _preview(self, given: Contribution) -> list[dict[str, Any]]:
        lines = zip(given.variables, given.preview(), strict=True)
        grouped = groupby(lines, key=lambda pair: (pair[0].item, pair[0].text))
        return [
            {
                "item": item,
                "question": text,
                "lines": [
                    ": ".join(filter(None, (joined([variable.side, variable.part]), line.option)))
                    for variable, line in pairs
                ],
            }
            for (item, text), pairs in grouped
        ]


def _rule(assessment: Assessment, rule: Terms | None = None) -> str:
    """Which rule holds for the answers, said before the first question: the room's, or the author's."""
    if assessment.policy not in POLICIES:
        return _NOTHING_POOLED
    said = f"{_POOLED}{(rule or Terms(assessment.policy)).words}."
    return f"{said} This is your room's rule." if rule and rule.number else said


def _offer(assessment: Assessment, standing: Standing) -> str:
    """What adding means, under the rule that the person would agree to."""
    if assessment.policy not in POLICIES:
        return ""
    if standing.terms is None and standing.kind not in (Stand.OUTSIDE, Stand.LEFT):
        return "Nothing can be added to the room's picture just now."
    rule = standing.terms or Terms(assessment.policy)
    offer = f"{_OFFER} {rule.words}."
    if standing.terms and not rule.number:
        offer += " The room has not opened this yet. If it opens under another rule, you are asked again."
    elif rule.number:
        offer += " This is your room's rule."
    if standing.kind in (Stand.COUNTED, Stand.CHANGING):
        offer += " You have added to this picture before: adding again takes its place."
    return offer
