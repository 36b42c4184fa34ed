"""A release as people see it: the picture twice, its table and its prompts, as HTML and as plain text."""

from __future__ import annotations

import base64
import subprocess
import sys
from fractions import Fraction

import pytest
from _figure_samples import release
from parsed_html import Parsed

from workshop_helpers.content.loading import load_workshop
from workshop_helpers.figures import figure, table_text, text_tables
from workshop_helpers.pictures import (
    deal_pictures,
    no_picture_html,
    no_picture_text,
    picture_html,
    picture_text,
)
from workshop_helpers.prompting import prompts

LEDGER = load_workshop().assessment("ledger")
ALWAYS = [prompt.text for prompt in LEDGER.prompts if prompt.when == "always"]


def is_png(text: str) -> bool:
    return base64.b64decode(text, validate=True).startswith(b"\x89PNG")


def test_the_html_of_a_release_has_its_picture_for_page_and_phone_its_table_and_its_prompts() -> None:
    honest = release("honest", 24, made_up=True)
    parsed = Parsed(picture_html(honest))
    (narrow,), (wide,) = parsed.attributes_of("source"), parsed.attributes_of("img")
    sources = [narrow["srcset"], wide["src"]]
    assert all(source and is_png(source.removeprefix("data:image/png;base64,")) for source in sources)
    assert sources[0] != sources[1]
    assert wide["alt"] == figure(honest).alt_text
    tables = text_tables(honest)
    assert parsed.texts_of("caption") == [table.caption for table in tables.each]
    assert parsed.texts_of("td") == [band for table in tables.each for _, bands in table.rows for band in bands]
    assert parsed.texts_of("strong") == [tables.notice]
    assert parsed.texts_of("h3") == [f"To talk about: {honest.title}"]
    assert parsed.texts_of("li") == prompts(honest)


def test_html_tables_have_captions_and_headers() -> None:
    parsed = Parsed(picture_html(release("views", 24)))
    assert "" not in parsed.texts_of("caption")
    scopes = [head["scope"] for head in parsed.attributes_of("th")]
    assert scopes.count("col") == sum(1 + len(table.options) for table in text_tables(release("views", 24)).each)
    assert scopes.count("row") == sum(len(table.rows) for table in text_tables(release("views", 24)).each)


def test_the_plain_text_of_a_release_has_its_table_and_its_prompts() -> None:
    honest = release("honest", 24)
    questions = "\n".join(f"- {question}" for question in prompts(honest))
    assert picture_text(honest) == f"{table_text(honest)}\n\n{questions}"


def test_a_private_self_assessment_has_prompts_and_says_why_there_is_no_picture() -> None:
    html = no_picture_html(LEDGER)
    parsed = Parsed(html)
    assert "<strong>There is no picture here.</strong> These answers stay with each person." in html
    assert parsed.texts_of("h3") == [f"To talk about: {LEDGER.title}"]
    assert parsed.texts_of("li") == ALWAYS
    assert parsed.attributes_of("img") == []
    assert no_picture_text(LEDGER).splitlines() == [
        f"{LEDGER.title}: no picture",
        "",
        *(f"- {question}" for question in ALWAYS),
    ]


def test_a_trade_is_drawn_for_wide_and_narrow_screens_with_its_alternative_text() -> None:
    deal = deal_pictures((Fraction(7), Fraction(8)), 10)
    assert is_png(deal["wide"])
    assert is_png(deal["narrow"])
    assert deal["wide"] != deal["narrow"]
    assert deal["alt"].startswith("Bars out of 10 points. ")


@pytest.mark.parametrize(
    "statements",
    [
        "import workshop_helpers",
        "import workshop_helpers as wh; wh.assess('active-listening')",
        "import workshop_helpers.widgets.room_picture.widget, workshop_helpers.widgets.trade.widget",
    ],
    ids=["the package", "a self-assessment", "what may show a picture later"],
)
def test_who_looks_at_no_picture_loads_nothing_that_draws_or_fills_a_template(
    statements: str, monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    monkeypatch.setenv("WORKSHOP_HOME", str(tmp_path))
    heavy = ["matplotlib", "pandas", "PIL", "jinja2"]
    program = f"{statements}\nimport sys; print([name for name in {heavy} if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == "[]"
