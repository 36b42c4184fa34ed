"""HTML comes from templates alone, and whatever is filled in is text and stays text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, UndefinedError
from jinja2.meta import find_referenced_templates
from parsed_html import Parsed, replaced
from small_reports import with_words

import workshop_helpers
from workshop_helpers import templating
from workshop_helpers.content import Section, Support
from workshop_helpers.content.loading import load_workshop
from workshop_helpers.figures.tables import TextTable, TextTables
from workshop_helpers.templating import TEMPLATES, _environment, render
from workshop_helpers.widgets.progress.widget import Stone

PACKAGE = Path(workshop_helpers.__file__).parent
WORKSHOP = load_workshop()
MARK = "ordinary-otter"


def section(words: str) -> Section:
    update = {"title": words, "notebook": f"04{words}", "aims": (words, words), "content_note": words}
    return WORKSHOP.sections[0].model_copy(update=update)


def support(words: str) -> Support:
    place = WORKSHOP.support.places[0].model_copy(update={"name": words, "url": words, "text": words})
    return WORKSHOP.support.model_copy(update={"text": words, "places": (place, place)})


def ways(words: str) -> list[tuple[str, Section]]:
    return [(words, section(words))] * 2


def tables(words: str) -> TextTables:
    table = TextTable(words, (words, words), ((words, (words, words)),) * 2)
    return TextTables(words, words, (table, table))


def stones(words: str) -> list[Stone]:
    return [Stone(section(words), "begun"), Stone(section(words), "not begun", here=True)]


def report(template: str, words: str) -> str:
    given = {"title": words, "report": with_words(words), "about": [words, words], "support": support(words)}
    return render(template, level=2, **given)


# Template: how it is filled with some words wherever it takes any.
FILLED: dict[str, Callable[[str], str]] = {
    "header.html": lambda words: render("header.html", section=section(words), ways=ways(words)),
    "footer.html": lambda words: render("footer.html", support=support(words), ways=ways(words)),
    "sorry.html": lambda words: render("sorry.html", lines=[words, words]),
    "picture.html": lambda words: render(
        "picture.html",
        wide=words,
        narrow=words,
        alt=words,
        tables=tables(words),
        title=words,
        questions=[words, words],
    ),
    "no-picture.html": lambda words: render("no-picture.html", title=words, questions=[words, words]),
    "progress.html": lambda words: render("progress.html", words=words, stones=stones(words)),
    "overview.html": lambda words: render("overview.html", stones=stones(words)),
    "report.html": lambda words: report("report.html", words),
    "report-file.html": lambda words: report("report-file.html", words),
}
ORDINARY = {template: Parsed(filled(MARK)).events for template, filled in FILLED.items()}


@pytest.mark.parametrize("template", FILLED)
@given(words=st.text(min_size=1))
@example(words="</li></ul></table></p><script>alert(1)</script>")
@example(words='" onmouseover="alert(1)')
@example(words="' style='position:fixed")
@example(words="x onmouseover=alert(1) y")
@example(words="<!-- --><![CDATA[ ]]><?x?>")
@example(words="]]></style></title></textarea>")
@example(words="&lt;img src=x&gt; &amp;lt; &#60;script&#62; &copy;")
@example(words="{{ 7 * 7 }} {% raw %} {# #}")
@example(words="half an emoji \ud83d and a nought \x00")
@example(words="\u202eright to left\u2028\r\n\x0b")
def test_no_words_break_out_of_their_place(template: str, words: str) -> None:
    assert Parsed(FILLED[template](words)).events == replaced(ORDINARY[template], MARK, words)


def test_every_template_is_filled_here_or_is_part_of_one_that_is() -> None:
    seen: set[str] = set()
    waiting = set(FILLED)
    while waiting:
        seen |= waiting
        waiting = {part for template in waiting for part in parts_of(template)} - seen
    assert seen == {path.name for path in TEMPLATES.iterdir()}


def parts_of(template: str) -> Iterator[str]:
    for part in find_referenced_templates(Environment().parse((TEMPLATES / template).read_text(encoding="utf-8"))):
        assert part is not None  # a name that is worked out could lead to any file
        yield part


@pytest.mark.parametrize("template", FILLED)
def test_what_is_not_given_is_missed(template: str) -> None:
    with pytest.raises(UndefinedError):
        render(template)


def test_html_that_is_filled_in_is_text_too() -> None:
    inner = render("sorry.html", lines=["once"])
    assert Parsed(render("sorry.html", lines=[inner])).texts_of("p") == [f"That did not work.\n{inner}"]


# --- nothing says of a text that it is HTML --------------------------------------------------------------

# What makes HTML of text, or a template of anything but a file here.
IN_A_TEMPLATE = r"\|\s*(?:safe|tojson|urlize|xmlattr|striptags)\b|\bautoescape\b|\bself\b|\bcaller\b"
IN_PYTHON = r"\bMarkup\b|\bmarkupsafe\b|__html__|\bEnvironment\(|\bfrom_string\b|\bautoescape\b"
TAG = r"</[a-z]|<[a-z]\w* [\w-]+=|<(?:br|p|div|span|style|[uo]l|li|t[dhr]|table|strong|em|h\d|nav|section|figure)\b *>"

# File, what stands in it: why that is so.
TRUSTED = {
    ("templating.py", "Environment("): "the only environment there is",
    ("templating.py", "autoescape"): "which escapes",
}


def trusting(folder: Path) -> set[tuple[str, str]]:
    """File and code of each place that says that a text is HTML, or that writes HTML without a template."""
    patterns = {"*.html": IN_A_TEMPLATE, "*.py": f"{IN_PYTHON}|{TAG}"}
    return {
        (path.relative_to(folder).as_posix(), found)
        for name, pattern in patterns.items()
        for path in folder.rglob(name)
        for found in re.findall(pattern, path.read_text(encoding="utf-8"))
    }


def test_no_text_is_called_html_and_no_html_is_written_in_python() -> None:
    assert trusting(PACKAGE) == set(TRUSTED)


@pytest.mark.parametrize(
    ("file", "line", "found"),
    [
        ("a.html", "<p>{{ title | safe }}</p>", "| safe"),
        ("a.html", "<p>{{ title|safe }}</p>", "|safe"),
        ("a.html", "<script>{{ title|tojson }}</script>", "|tojson"),
        ("a.html", "{% autoescape false %}", "autoescape"),
        ("a.py", "from markupsafe import Markup", "markupsafe"),
        ("a.py", "html = Environment().from_string(text)", "Environment("),
        ("a.py", "html = f'<p>{title}'", "<p>"),
        ("a.py", "html = f'{title}</p>'", "</p"),
        ("a.py", "html = f'<a href=\"{address}\">'", "<a href="),
    ],
)
def test_a_planted_one_is_found(tmp_path: Path, file: str, line: str, found: str) -> None:
    (tmp_path / file).write_text(line, encoding="utf-8")
    assert (file, found) in trusting(tmp_path)


PLACE = re.compile(r"\{\{ (.+?) \}\}")
SOURCES = {path.name: path.read_text(encoding="utf-8") for path in TEMPLATES.iterdir()}
PLACES = [(name, place) for name, source in SOURCES.items() for place in PLACE.finditer(source)]
# Places that take numbers, and words that are written in our own Python: a text of somebody's cannot get there.
NO_WORDS = {
    "level", "level + 1", "level + 2", "section.minutes", "stone.page.minutes", "report.done | length", "report.pages",
    "stone.kind", "stone.sign", "stone.state", '"wh-own" if part.own_words else "wh-chosen"',
}  # fmt: skip


@pytest.mark.parametrize(("name", "place"), PLACES, ids=[f"{name}: {place[1]}" for name, place in PLACES])
def test_a_text_that_is_called_html_in_any_one_place_is_caught(
    name: str, place: re.Match[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    source = SOURCES[name]
    planted = f"{source[: place.start()]}{{{{ ({place[1]}) | safe }}}}{source[place.end() :]}"
    loader = DictLoader({**SOURCES, name: planted})
    monkeypatch.setattr(templating, "_environment", lambda: _environment().overlay(loader=loader))
    assert any(broken_out(template) for template in FILLED) == (place[1] not in NO_WORDS)


def broken_out(template: str) -> bool:
    evil = "<script>'\""
    try:
        events = Parsed(FILLED[template](evil)).events
    except AssertionError:  # it is not even nested any more
        return True
    return events != replaced(ORDINARY[template], MARK, evil)
