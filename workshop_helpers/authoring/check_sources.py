"""Whether each page lists exactly the works that it cites, in full, and cites what its self-assessments rest on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from workshop_helpers.authoring.checkout import Checkout, Page
from workshop_helpers.content import Section
from workshop_helpers.errors import Mistake

_Work = Mapping[str, Any]


def check_sources(checkout: Checkout) -> Iterator[Mistake]:
    """What is cited and not listed, listed and not cited, or cited and not known."""
    lacking = {name: lack for name, work in checkout.workshop.references.items() if (lack := _lacks(work))}
    for name, lack in lacking.items():
        yield Mistake("references.json", f"'{name}'", f"cannot be cited without {lack}; add it.")
    works = {name: work for name, work in checkout.workshop.references.items() if name not in lacking}
    for section in checkout.sections:
        page = checkout.page(section)
        if page is not None:
            yield from _listed(page, works)
            yield from _rests_on(page, section, checkout, works)


def _lacks(work: _Work) -> str | None:
    """What a work needs to be cited and listed, and has not; ``None`` if it has everything."""
    authors = work["author"]
    if not (isinstance(authors, list) and all(isinstance(one, dict) and one.get("family") for one in authors)):
        return "a 'family' for each 'author'"
    match work["issued"]:
        case {"date-parts": [[int(), *_], *_]}:
            return (
                None if work.get("container-title") or work.get("publisher") else "a 'container-title' or a 'publisher'"
            )
    return "a year in 'issued', such as {\"date-parts\": [[2020]]}"


def _listed(page: Page, works: Mapping[str, _Work]) -> Iterator[Mistake]:
    known = {in_text(work): work for work in works.values()}
    brackets = re.findall(r"\(([^()]*, \d{4})\)", page.prose)
    cited = list(dict.fromkeys(work for bracket in brackets for work in bracket.split("; ")))
    for work in cited:
        if work not in known:
            yield page.mistake(f"({work}) is not in references.json under that name and year; add it there.")
    there = [line for cell in page.cells if cell.id == "sources" for line in cell.source.splitlines()]
    there = [line for line in there if line.startswith("- ")]
    wanted = [in_full(known[work]) for work in cited if work in known]
    for line in sorted(set(wanted) - set(there)):
        yield Mistake(page.file, "cell 'sources'", f"lacks a work that the page cites; put this line in: {line}")
    for line in dict.fromkeys(there):
        if line not in wanted:
            yield Mistake(page.file, "cell 'sources'", f"lists what the page does not cite so; take out: {line}")
        elif there.count(line) > 1:
            yield Mistake(page.file, "cell 'sources'", f"lists a work twice; take out one: {line}")


def _rests_on(page: Page, section: Section, checkout: Checkout, works: Mapping[str, _Work]) -> Iterator[Mistake]:
    for name in section.assessments:
        for source in checkout.workshop.assessment(name).sources:
            citation = f"({in_text(works[source])})" if source in works else ""
            if citation not in page.prose:
                yield page.mistake(f"'{name}' rests on a work that no text here cites; write {citation} where it fits.")


def in_text(work: _Work) -> str:
    """How a text cites a work: ``Levine and Cohen, 2018``, ``Kluger and others, 2024``."""
    names = [author["family"] for author in work["author"]]
    who = f"{names[0]} and others" if len(names) > 3 else _and(names, last=" and ")
    return f"{who}, {_year(work)}"


def in_full(work: _Work) -> str:
    """How a list of sources gives a work: one line of Markdown."""
    names = _and([", ".join(filter(None, (a["family"], a.get("given")))) for a in work["author"]], last=", and ")
    title = f"{work['title']}{'' if work['title'].endswith('?') else '.'}"
    issue = f"({work['issue']})" if "issue" in work else ""
    journal = work.get("container-title")
    where = [
        f"*{journal}*" if journal else work["publisher"],
        f"{work.get('volume', '')}{issue}",
        work.get("page", ""),
    ]
    doi = work.get("DOI")
    return (
        f"- {names} ({_year(work)}). {title} {', '.join(filter(None, where)).replace('-', '–')}."
        f"{f' [doi:{doi}](https://doi.org/{doi})' if doi else ''}"
    )


def _year(work: _Work) -> int:
    year: int = work["issued"]["date-parts"][0][0]
    return year


def _and(names: list[str], last: str) -> str:
    return last.join(filter(None, [", ".join(names[:-1]), names[-1]]))
