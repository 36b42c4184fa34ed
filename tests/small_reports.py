"""Reports to try things on: one of an empty workbook, and one with the same words everywhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from workshop_helpers.content.loading import load_workshop
from workshop_helpers.reporting import Chapter, Report, ReportPart, Row, gather_report
from workshop_helpers.workbook import Workbook

EMPTY = gather_report(load_workshop(), Workbook(Path("there-is-no-such-folder") / "workbook.json"), date(2026, 5, 3))


def with_words(words: str) -> Report:
    """A report with some words in every place where a person's words, or the content's, can stand."""
    row, pair = Row(words, (words,)), Row(words, (words, ""))
    told = ReportPart(words, (row,), ruler=words, notes=(words,), feedback=(words, words))
    table = ReportPart(words, (pair,), columns=(words, words))
    own = ReportPart(words, (row,), own_words=True)
    return replace(EMPTY, chapters=(Chapter(words, (told, table, own)),), done=(words,), trouble=words)
