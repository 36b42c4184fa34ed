"""Exactly what one person agrees to add to the picture: an allow-list of pooled variables."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from workshop_helpers.answers import Answers
from workshop_helpers.content import Assessment
from workshop_helpers.errors import PoolError
from workshop_helpers.pooling.policy import POLICIES, Policy
from workshop_helpers.pooling.variables import Variable, variables
from workshop_helpers.private import Private, hushed


@dataclass(frozen=True, repr=False, slots=True)
class PreviewLine(Private):
    """One line of what would be added: the question's words and the option that would be counted. Private."""

    item: str
    question: str
    option: str


class Contribution(Private):
    """A position in the options of each of an assessment's variables, and nothing else. Private.

    ``bytes(contribution)`` is what a pool takes: one byte a variable, the same length for everybody. ``policy`` is the
    rule that the person agreed to; a pool of any other refuses it.

    Raises:
        PoolError: if there is not exactly one position a variable, each within the variable's options.
    """

    __slots__ = ("_places", "assessment", "policy", "variables")

    @hushed
    def __init__(
        self, assessment: Assessment, of: tuple[Variable, ...], places: bytes, policy: Policy | None = None
    ) -> None:
        fits = isinstance(places, bytes) and len(places) == len(of)
        if not fits or any(place >= len(v.options) for place, v in zip(places, of, strict=True)):
            raise PoolError(f"This does not fit the questions of '{assessment.id}'. Nothing was added.")
        self.assessment = assessment
        self.variables = of
        self.policy = policy
        self._places = places

    def __bytes__(self) -> bytes:
        return self._places

    def preview(self) -> tuple[PreviewLine, ...]:
        """What would be added, a line a variable, in words. Holds answers: for this person's eyes only."""
        return tuple(
            PreviewLine(v.item, " – ".join(filter(None, (v.text, v.side, v.part))), v.options[place])
            for v, place in zip(self.variables, self._places, strict=True)
        )


@hushed
def contribution(answers: Answers, leave_out: Collection[str] = (), policy: str | Policy | None = None) -> Contribution:
    """What a person would add: every pooled variable, with those of ``leave_out`` as skipped.

    Args:
        answers: The person's answers; private items, text and private assessments give nothing.
        leave_out: Ids of items, or of derived variables, that the person does not want to add.
        policy: The rule that the person was shown, and agrees to; the author's if left out.

    Raises:
        PoolError: if there is no rule of that name.
    """
    of = variables(answers.assessment, answers.occasion)
    places = bytes(len(v.options) - 1 if v.item in leave_out else v.place(answers) for v in of)
    return Contribution(answers.assessment, of, places, agreed_policy(answers.assessment, policy))


def agreed_policy(about: Assessment, policy: str | Policy | None = None) -> Policy | None:
    """The rule that somebody agrees to: the author's if none is named; ``None`` where all is private.

    Raises:
        PoolError: if there is no rule of that name.
    """
    if policy is None:
        return POLICIES.get(about.policy)
    found = policy if isinstance(policy, Policy) else POLICIES.get(policy)
    if found is None:
        raise PoolError(f"There is no such rule to agree to. Choose one of: {', '.join(POLICIES)}.")
    return found
