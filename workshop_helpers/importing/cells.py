"""What the cells of a table mean, still unchecked: numbers written as text, labels, several options in one cell.

Tools write the same answer in many ways. Options that were ticked stand in one cell, with ``;`` between them
(Microsoft Forms, Google's own CSV) or ``, `` (Google's sheets, formr), or each has a column of its own with "Yes" or
"1" in it (LimeSurvey). An order stands in one cell, in a column for each option with its place in it, or in a column
for each place with its option in it (LimeSurvey). Labels are taken without regard to capitals, spaces, and kinds of
dashes and quotation marks, and without a code beside them.

Each format says how it reads the text of a cell; ``answers.read_answer`` then says whether what a cell means is an
answer. A label always counts more than a word for no answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from workshop_helpers.answers import read_answer
from workshop_helpers.content import Question
from workshop_helpers.errors import AnswerError, ImportingError
from workshop_helpers.formats.base import DOES_NOT_APPLY
from workshop_helpers.formats.written import NO_ANSWER, Way, folded, is_ticked, words
from workshop_helpers.pooling.variables import DOES_NOT_APPLY_LABEL, SKIPPED

# What programs write where nobody answered. These words say it themselves.
_NOTHING = words(f" · {SKIPPED} · n/a · n.a. · #n/a · na · nan · null · (blank) · (empty) · not answered")
# What people choose who give no answer. Some tools offer it as an answer of its own, so somebody must say so first.
_NO_ANSWER_WORDS = words(
    """- · -- · --- · . · none given · no answer · no response · no reply · not sure · unsure · don't know
    · i don't know · dont know · dk · can't say · cannot say · no opinion · not applicable · prefer not to say
    · i prefer not to say · i'd rather not say · rather not say · prefer not to answer · keine angabe · keine antwort
    · k. a. · k.a. · weiss nicht · ich weiss nicht · sans réponse · pas de réponse · ne sait pas
    · je ne sais pas · nsp · ne souhaite pas répondre · no sé · no sabe · no contesta · ns/nc · prefiero no contestar
    · prefiero no decirlo · não sei · prefiro não responder · sem resposta · non so · preferisco non rispondere
    · geen antwoord · weet niet · vet ej · ved ikke · vet ikke · en tiedä · nie wiem · brak odpowiedzi · не знаю
    · нет ответа · bilmiyorum · わからない · 無回答 · 不知道 · 모름"""
)
_ID_BELOW = 10**6  # a number that may be the id of an option; longer ones take Python long to write

SKIP_IT = ""
NONE_OF_THEM = ";"


@dataclass(frozen=True, repr=False)
class Explained:
    """What somebody said about the cells of one question. It may hold what stands in one, so it is never printed.

    Attributes:
        words: What a cell means that holds these words, folded: the text of an answer, ``SKIP_IT``, or, where options
            are ticked, ``NONE_OF_THEM``.
        no_answer: Whether words for no answer, such as "-" and "prefer not to say", are a skip.
    """

    words: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    no_answer: bool = False


_NOT_EXPLAINED = Explained()


def explain(question: Question, way: Way, pairs: Iterable[Sequence[object]], no_answer: bool) -> Explained:
    """What somebody said of the cells of a question that stands in one way: pairs of words and what they mean.

    Raises:
        ImportingError: if words are to mean what no cell can mean there.
    """
    said = {folded(str(cell)): str(meaning) for cell, meaning in pairs}
    if not {*said.values()} <= {*question.meanings(way), SKIP_IT}:
        raise ImportingError("Choose what these words mean from the list.")
    return Explained({cell: meaning for cell, meaning in said.items() if cell}, no_answer)


def ways(question: Question) -> tuple[Way, ...]:
    """How this question can stand in a table; the first is the plainest."""
    return ("one", *question.from_columns())


def from_cell(question: Question, cell: Any, explained: Explained = _NOT_EXPLAINED) -> object:
    """What one cell means; ``None`` is an empty one, and a skip."""
    cell = _plain(cell)
    if type(cell) is int and not question.in_numbers and abs(cell) < _ID_BELOW:
        cell = str(cell)
    if not isinstance(cell, str):
        return cell
    text = _as_explained(question, cell.strip(), explained)
    if not text or folded(text) == SKIPPED:
        return None
    if folded(text) in (DOES_NOT_APPLY_LABEL, DOES_NOT_APPLY):
        return DOES_NOT_APPLY
    meaning = question.from_text(text)
    return None if _is_nothing(text, explained) and not _is_answer(question, meaning) else meaning


def from_cells(
    question: Question,
    way: Way,
    cells: Sequence[Any],
    own_words: Any = None,
    explained: Explained = _NOT_EXPLAINED,
) -> object:
    """What the cells of one row mean together.

    Args:
        question: One that can stand in several columns.
        way: How it does, other than ``one``.
        cells: One for each option or place, in order; ``None`` is an empty one, or one that has no column.
        own_words: What stands in the column for an answer in one's own words; with anything in it, somebody who
            ticked nothing has answered.
        explained: What somebody said about these cells.
    """
    given = [_text(cell) for cell in cells]
    given = [explained.words.get(folded(text), text) for text in given]
    if any(text in (DOES_NOT_APPLY_LABEL, DOES_NOT_APPLY) for text in map(folded, given)):
        return DOES_NOT_APPLY
    given = ["" if _is_nothing(text, explained) else text for text in given]
    if any(given):
        return question.from_columns()[way](given)
    own = _text(own_words)
    return () if not _is_nothing(own, explained) and is_ticked(own) is not False else None


def is_empty(cell: Any) -> bool:
    """Whether nothing stands in a cell: not even a word for it."""
    return not _text(cell)


def _as_explained(question: Question, text: str, explained: Explained) -> str:
    """The text with what somebody said in place of their words, be these all of it or some of several options."""
    if not explained.words:
        return text
    whole = explained.words.get(folded(text))
    if whole is not None:
        return whole
    found, others = question.and_others(text) or ([], [text])
    said = [explained.words.get(folded(other)) for other in others]
    if not others or None in said:
        return text
    meant = [*found, *(word for word in said if word and word != NONE_OF_THEM)]
    return NONE_OF_THEM.join(meant) or NONE_OF_THEM


def _is_nothing(text: str, explained: Explained) -> bool:
    plain = folded(text)
    return plain in _NOTHING or (explained.no_answer and plain in _NO_ANSWER_WORDS)


def _is_answer(question: Question, meaning: object) -> bool:
    try:
        return read_answer(question, meaning) is not None
    except AnswerError:
        return False


def _plain(cell: Any) -> Any:
    """A number as Python's own, and a whole one as a whole one."""
    if hasattr(cell, "item"):  # numpy's scalars
        cell = cell.item()
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell


def _text(cell: Any) -> str:
    cell = _plain(cell)
    if cell is None:
        return ""
    if isinstance(cell, bool | str):
        return str(cell).strip()
    return str(cell) if type(cell) is int and abs(cell) < _ID_BELOW else NO_ANSWER
