"""Which columns seem to hold which question: a proposal by the headings, for somebody to look through.

Tools name columns after the question's words, its code, or both, and a column for one option or place after the
question and that ("Cupboard [Tea]", "cupboard_tea"); before it may stand a number, a code or a section. Letters and
digits are compared, nothing else: codes lose dashes, and texts their quotation marks, on the way through a tool. Of
columns that could be meant, those are whose cells can be read.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

import pandas as pd

from workshop_helpers.content import Question
from workshop_helpers.formats.written import Way, folded
from workshop_helpers.importing.cells import ways
from workshop_helpers.importing.columns import Columns, faults_of, rows_filled

LIKE_ENOUGH = 0.85  # of difflib's ratio; less, and "I tell" would pass for "I ask"
_CLEARLY = 0.05  # how much less alike the next best must be
_SURELY, _MOSTLY, _NOT_AT_ALL = 1.0, 0.5, 0.0  # the share of the cells that can be read

_SEPARATOR = re.compile(r"\s[-\N{EN DASH}\N{EM DASH}]\s|[.:)\]>]\s|[|>/]|::")
_NOISE = re.compile(r"\s-\s(?:selected choice|text)\s*$|\bchoice=", re.IGNORECASE)
_OWN_WORDS = ("other", "other text", "other please specify", "something else", "in your own words")

Fit = Callable[[Question, Columns], float]


def propose(
    headings: Sequence[str], questions: Sequence[Question], table: pd.DataFrame | None = None
) -> dict[str, Columns]:
    """Which columns seem to hold which question, by key: no column twice.

    A key counts more than words, words count more than likeness, and what is alike to two questions is neither's.

    Args:
        headings: One for each column.
        questions: What can have been asked.
        table: The rows; without it, headings alone decide.
    """
    return _Proposal(headings, questions, table).found


class _Proposal:
    """A proposal in the making: what was found, and which columns are free."""

    def __init__(self, headings: Sequence[str], questions: Sequence[Question], table: pd.DataFrame | None) -> None:
        self._table = table
        self._free = dict(enumerate(headings))
        self._questions = questions
        self.found: dict[str, Columns] = {}
        for least in (_SURELY, _MOSTLY, _NOT_AT_ALL):
            for forms in (_whole, _shortened):
                for names in (_codes, _words):
                    self._by_parts(forms, names, least)
                    if least or forms is _whole:
                        self._in_one(forms, names, least)
            if least == _SURELY:
                self._by_numbers()
                self._by_labels()
        self._by_likeness()
        self._with_own_words()

    def _open(self) -> Iterator[Question]:
        return (question for question in self._questions if question.key not in self.found)

    def _take(self, question: Question, columns: Columns) -> None:
        self.found[question.key] = columns
        for place in columns.used:
            del self._free[place]

    def _fit(self, question: Question, columns: Columns) -> float:
        """The share of the rows with something in these columns that can be read."""
        if self._table is None:
            return _SURELY
        there = sum(rows_filled(self._table, columns))
        return 1 - len(faults_of(self._table, question, columns).rows) / there if there else _SURELY

    def _in_one(self, forms: Forms, names: Names, least: float) -> None:
        """One column of a question's name; none where there are two, because nobody can say which."""
        for question in [*self._open()]:
            called = names(question, self._questions)
            there = (place for place, heading in self._free.items() if not called.isdisjoint(forms(heading)))
            fitting = [
                columns
                for columns in (Columns("one", (place,)) for place in there)
                if self._fit(question, columns) >= least
            ]
            if len(fitting) == 1:
                self._take(question, fitting[0])

    def _by_parts(self, forms: Forms, names: Names, least: float) -> None:
        """A column for each option or place, called by the question's name and that."""
        by_name = self._by_name(forms)
        for question in [*self._open()]:
            for way in ways(question)[1:]:
                called = [[option, label] for option, label in question.options.items()]
                if way == "places":
                    called = [[str(n), f"rank{n}", f"place{n}"] for n, _ in enumerate(called, start=1)]
                columns = _where(by_name, names(question, self._questions), way, called)
                if columns and self._is_free(columns) and self._fit(question, columns) >= least:
                    self._take(question, columns)
                    break

    def _by_numbers(self) -> None:
        """A column for each option, called by its number: REDCap and Qualtrics, where nobody chose codes."""
        by_name = self._by_name(_shortened) | self._by_name(_whole)
        for question in [*self._open()]:
            if "options" in ways(question):
                called = [[str(n)] for n, _ in enumerate(question.options, start=1)]
                columns = _where(by_name, _codes(question, self._questions), "options", called)
                if columns and None not in columns.places and self._is_free(columns):
                    self._take_alike(question, columns)

    def _by_labels(self) -> None:
        """Neighbouring columns that are called by nothing but options, or by one question with options in the cells."""
        for question in [*self._open()]:
            if "options" in ways(question):
                runs = [*self._runs_of_labels(question), *self._runs_of_cells(question)]
                fitting = [columns for columns in runs if self._fit(question, columns) == _SURELY]
                if len(fitting) == 1:
                    self._take_alike(question, fitting[0])

    def _runs_of_labels(self, question: Question) -> Iterator[Columns]:
        labels = [_bare(label) for label in question.options.values()]
        run: dict[str, int] = {}
        for place in [*self._free, None]:
            label = "" if place is None else _bare(self._free[place])
            if place is None or label not in labels or label in run or place - 1 not in run.values():
                if len(run) >= 2:
                    yield Columns("options", tuple(run.get(each) for each in labels))
                run = {}
            if place is not None and label in labels:
                run[label] = place

    def _runs_of_cells(self, question: Question) -> Iterator[Columns]:
        called = _words(question, self._questions) | _codes(question, self._questions)
        same = [place for place, heading in self._free.items() if not called.isdisjoint(_shortened(heading))]
        if len(same) < 2 or self._table is None:
            return
        labels = [folded(label) for label in question.options.values()]
        places: dict[str, int] = {}
        for place in same:
            cells = {folded(str(cell)) for cell in self._table.iloc[:, place].dropna()}
            if len(cells) > 1 or not cells <= {*labels}:
                return
            places |= dict.fromkeys(cells, place)
        if len(places) == sum(self._table.iloc[:, place].notna().any() for place in same):
            yield Columns("options", tuple(places.get(label) for label in labels))

    def _by_likeness(self) -> None:
        """Questions and columns that are alike, the most alike first, and none that has a rival close behind."""
        wanted = [*self._open()]
        scores = {
            (question.key, place): max(
                _ratio(name, form) for name in _words(question, self._questions) for form in forms
            )
            for place, forms in ((place, _shortened(heading)) for place, heading in self._free.items())
            for question in wanted
        }
        for (key, place), score in sorted(scores.items(), key=lambda pair: -pair[1]):
            if score < LIKE_ENOUGH:
                return
            # The same question in another column, or another question in this one.
            rivals = [other for pair, other in scores.items() if (pair[0] == key) != (pair[1] == place)]
            if all(other < score - _CLEARLY for other in rivals):
                self._take_alike(next(question for question in wanted if question.key == key), Columns("one", (place,)))

    def _with_own_words(self) -> None:
        """The column in which somebody could write beside the options."""
        by_name = self._by_name(_shortened)
        for question in self._questions:
            columns = self.found.get(question.key)
            if columns is None or columns.way != "options" or question.and_others("") is None:
                continue
            called = _words(question, self._questions) | _codes(question, self._questions)
            own = [by_name.get(name + _bare(words)) for name in sorted(called) for words in _OWN_WORDS]
            place = next((place for place in own if place in self._free), None)
            if place is not None:
                self.found[question.key] = replace(columns, own_words=place)
                del self._free[place]

    def _take_alike(self, question: Question, columns: Columns) -> None:
        if self._fit(question, columns) == _SURELY:
            self._take(question, replace(columns, alike=True))

    def _is_free(self, columns: Columns) -> bool:
        return all(place in self._free for place in columns.used)

    def _by_name(self, forms: Forms) -> dict[str, int]:
        """The free columns by what each may be called; of two, the first."""
        return {form: place for place, heading in sorted(self._free.items(), reverse=True) for form in forms(heading)}


# --- what a heading may mean, and what a question may be called ----------------------------------------------


def _bare(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKC", text).casefold() if letter.isalnum())


Forms = Callable[[str], frozenset[str]]
Names = Callable[[Question, Sequence[Question]], set[str]]


def _whole(heading: str) -> frozenset[str]:
    """A heading as it stands, and what stands in its last brackets: a row of a grid is named after grid and row."""
    row = re.search(r"\[([^\[\]]+)\]\s*$", heading)
    return frozenset({_bare(heading), _bare(row[1]) if row else ""} - {""})


def _shortened(heading: str) -> frozenset[str]:
    """A heading as it stands, and without what tools and authors put before a question and behind it."""
    plain = _NOISE.sub("", heading)
    ends = [match.end() for match in _SEPARATOR.finditer(plain)]
    first = re.match(r"\s*([^\s:]+): ", plain)  # a code that came from a row of headings of its own
    found = {*map(_bare, [heading, plain, *(plain[end:] for end in ends)]), *_whole(heading)}
    return frozenset(found | ({_bare(first[1])} if first else set()) - {""})


def _codes(question: Question, among: Sequence[Question]) -> set[str]:
    """What a question may be called by its key; by its item alone where no other side of it is asked."""
    alone = sum(other.item.id == question.item.id for other in among) == 1
    return {_bare(question.key), *([_bare(question.item.id)] if alone else [])}


def _words(question: Question, among: Sequence[Question]) -> set[str]:
    """What a question may be called by its words; with its side where the same is asked of two."""
    text = _bare(question.item.text)
    side = _bare(question.side.title) if question.side else ""
    alone = sum(_bare(other.item.text) == text for other in among) == 1
    return {text + side, side + text, *([text] if alone else [])} - {""}


def _where(by_name: Mapping[str, int], names: set[str], way: Way, called: Sequence[Sequence[str]]) -> Columns | None:
    """The columns of one name and each of some parts; at least two, each for one part only."""
    places = []
    for part in called:
        keys = [name + _bare(word) for name in sorted(names) for word in part]
        places.append(next((by_name[key] for key in keys if key in by_name), None))
    there = [place for place in places if place is not None]
    return Columns(way, tuple(places)) if len(set(there)) == len(there) >= 2 else None


def _ratio(one: str, other: str) -> float:
    match = SequenceMatcher(None, one, other, autojunk=False)
    if match.real_quick_ratio() < LIKE_ENOUGH - _CLEARLY or match.quick_ratio() < LIKE_ENOUGH - _CLEARLY:
        return 0.0  # too far off to be a rival either
    return match.ratio()


def without_headings(headings: Sequence[str], questions: Sequence[Question]) -> bool:
    """Whether the first row seems to hold somebody's answers, and not what was asked."""
    labels = {folded(label) for question in questions for label in question.labels()}
    there = [folded(heading) for heading in headings if heading]
    like_answers = sum(heading in labels or bool(re.fullmatch(r"[-+]?\d+([.,]\d+)?", heading)) for heading in there)
    return bool(there) and 2 * like_answers >= len(there)
