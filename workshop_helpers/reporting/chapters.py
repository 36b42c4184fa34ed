"""What a report says, put together from the workshop and one person's workbook. Pure: reads, and writes nothing.

Nothing is added to what somebody answered, was told and wrote. What they did not answer is counted, not listed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from workshop_helpers.content import Assessment, Question, Section, Support, Workshop
from workshop_helpers.drafts import answers_up_to, has_answers, problems
from workshop_helpers.feedback.words import TRUST_YOURSELF, feedback_for
from workshop_helpers.planning import LOOK_BACK, LOOKING_BACK, NAME, SENTENCES
from workshop_helpers.private import Private
from workshop_helpers.reporting.in_words import answer_in_words
from workshop_helpers.workbook import Workbook


@dataclass(frozen=True, repr=False)
class Row(Private):
    """One question and what was answered: one answer, or one for each of two columns; empty where there is none."""

    question: str
    answers: tuple[str, ...]


@dataclass(frozen=True, repr=False)
class ReportPart(Private):
    """One thing on a page: a self-assessment, what somebody wrote there, or a sentence of the plan.

    Attributes:
        ruler: What the ends of the numbered ruler mean, if its questions share one.
        columns: The titles of two views or occasions that stand side by side; none where there is one answer.
        notes: What is not there, in sentences.
        feedback: What the person alone was told, without the sentence that is the same everywhere.
        own_words: Whether the answers are somebody's writing, and no chosen words.
        very_personal: Whether its answers are kept in memory only, unless somebody ticks "keep".
    """

    title: str
    rows: tuple[Row, ...]
    ruler: str = ""
    columns: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    feedback: tuple[str, ...] = ()
    own_words: bool = False
    very_personal: bool = False


@dataclass(frozen=True, repr=False)
class Chapter(Private):
    """One page of the workshop, or the plan, with everything of the person's on it."""

    title: str
    parts: tuple[ReportPart, ...]


@dataclass(frozen=True, repr=False)
class Report(Private):
    """One person's report. Private: printed, it says nothing.

    Attributes:
        made: The day on which it was made.
        chapters: What there is, in the order of the pages; the plan comes last.
        done: The titles of the pages that are ticked as done, out of ``pages``.
        start: The workshop's first page, for somebody who has not begun.
        support: Where to find somebody to talk to.
        trouble: Why the workbook could not be read or saved, or ``None``.
    """

    made: date
    chapters: tuple[Chapter, ...]
    done: tuple[str, ...]
    pages: int
    start: Section
    support: Support
    trouble: str | None

    @property
    def very_personal(self) -> bool:
        """Whether it has answers to very personal questions in it."""
        return any(part.very_personal for chapter in self.chapters for part in chapter.parts)


def gather_report(workshop: Workshop, workbook: Workbook, made: date, *, very_personal: bool = True) -> Report:
    """Put a person's report together.

    Args:
        workshop: What was asked.
        workbook: What was answered, the answers that are in memory only included.
        made: The day to put on it.
        very_personal: ``False`` leaves the self-assessments of high sensitivity out.
    """
    begun = {
        name: workshop.assessment(name)
        for name in workshop.assessments
        if workbook.get("answers", name) or workbook.get("finished", name)
    }
    asked = {name: about for name, about in begun.items() if very_personal or about.sensitivity != "high"}
    chapters = [_chapter(page, asked, workbook) for page in (*workshop.sections, *workshop.guides)]
    chapters.append(Chapter("Your plan", _plan(workbook)))
    return Report(
        made=made,
        chapters=tuple(chapter for chapter in chapters if chapter.parts),
        done=tuple(page.title for page in workshop.sections if workbook.get("sections", page.id)),
        pages=len(workshop.sections),
        start=workshop.sections[0],
        support=workshop.support,
        trouble=workbook.trouble,
    )


def _chapter(page: Section, asked: Mapping[str, Assessment], workbook: Workbook) -> Chapter:
    parts = [_assessed(page, asked[name], workbook) for name in page.assessments if name in asked]
    questions = {str(number): text for number, text in enumerate(page.reflections, start=1)}
    parts.append(_written("What you wrote", questions, workbook.get("reflections", page.id)))
    return Chapter(page.title, tuple(part for part in parts if part is not None))


def _plan(workbook: Workbook) -> tuple[ReportPart, ...]:
    kept = workbook.get("plan", NAME)
    parts = [
        _written(sentence.title, dict(zip(sentence.keys, ("If", "then I will"), strict=True)), kept)
        for sentence in SENTENCES
    ]
    parts.append(_written("Looking back", {LOOK_BACK: LOOKING_BACK}, kept))
    return tuple(part for part in parts if part is not None)


def _written(title: str, questions: Mapping[str, str], kept: Mapping[str, Any]) -> ReportPart | None:
    words = {key: text.strip() for key in questions if isinstance(text := kept.get(key), str)}
    rows = tuple(Row(questions[key], (text,)) for key, text in words.items() if text)
    return ReportPart(title, rows, own_words=True) if rows else None


# --- a self-assessment -------------------------------------------------------------------------------


def _assessed(page: Section, assessment: Assessment, workbook: Workbook) -> ReportPart | None:
    """What there is of a self-assessment on a page: nothing, if it was not begun, or went on on a later page."""
    drafts = workbook.get("answers", assessment.id)
    asked: Sequence[str | None] = [side.id for side in assessment.occasions] or [None]
    answered = [occasion for occasion in asked if has_answers(assessment, drafts, occasion)]
    here = page.occasions(assessment)
    last = (answered or here)[-1]
    finished = bool(workbook.get("finished", assessment.id).get(last or "once"))
    if last not in here or not (answered or finished):
        return None
    finished = finished and not problems(assessment, drafts, last)
    questions = [question for occasion in answered for question in assessment.questions(occasion)]
    rulers = sorted({question.ruler_in_words() for question in questions} - {""})
    rows = _rows(questions, drafts, with_rulers=len(rulers) > 1)
    columns = tuple(dict.fromkeys(question.side.title for question in questions if question.side))
    told = feedback_for(answers_up_to(assessment, drafts, last)) if finished and answered else ()
    return ReportPart(
        title=" – ".join([assessment.title, *(columns if len(columns) == 1 else ())]),
        rows=rows,
        ruler=rulers[0] if len(rulers) == 1 else "",
        columns=columns if len(columns) > 1 else (),
        notes=_notes(assessment, len(assessment.items) - len(rows), finished, kept=bool(drafts)),
        feedback=tuple(paragraph for paragraph in told if paragraph != TRUST_YOURSELF),
        very_personal=assessment.sensitivity == "high",
    )


def _rows(questions: Iterable[Question], drafts: Mapping[str, Any], *, with_rulers: bool) -> tuple[Row, ...]:
    """A row for each item that was answered on one side at least."""
    items: dict[str, list[Question]] = {}
    for question in questions:
        items.setdefault(question.item.id, []).append(question)
    rows = []
    for sides in items.values():
        ruler = sides[0].ruler_in_words() if with_rulers else ""
        answers = tuple(answer_in_words(side, drafts.get(side.key)) or "" for side in sides)
        rows.append(Row(f"{sides[0].item.text} ({ruler})" if ruler else sides[0].item.text, answers))
    return tuple(row for row in rows if any(row.answers))


def _notes(assessment: Assessment, left_out: int, finished: bool, *, kept: bool) -> tuple[str, ...]:
    """What is not there, and why."""
    of = len(assessment.items)
    if not finished:
        many = f"{left_out} of {of} questions {'has' if left_out == 1 else 'have'} no answer so far."
        return (*([many] if left_out else []), "This one is not finished, so there is no feedback on it.")
    if left_out == of and not kept and assessment.sensitivity == "high":
        return ("You finished this one. Its answers were not kept, so they are not here.",)
    if left_out == of:
        return ("You skipped every question.",)
    return (f"You skipped {left_out} of {of} questions.",) if left_out else ()
