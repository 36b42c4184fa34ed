"""Whole files as tools and people write them, from their bytes to exact counts: cases with their right values."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from workshop_helpers.content import Assessment
from workshop_helpers.content.loading import load_assessment
from workshop_helpers.errors import ImportingError
from workshop_helpers.offline.tables import TableSession

TABLES = Path(__file__).parent / "tables"
CASES = TABLES / "cases"
SHARED = Path(__file__).parents[2] / "shared/cases"

# In short, the numbers that are not nought: cups are what is in the cupboard, points where the most of them went.
SHORT = {"after-work": "walk", "favourite": "best", "order": "first", "budget": "points", "times": "times"}
LEFT_OUT = {"not chosen", "skipped"}


@pytest.fixture
def exact(tmp_path: Path) -> Any:
    """Makes of an assessment's file the same one with exact counts."""

    def load(path: Path) -> Assessment:
        copy = tmp_path / path.name
        copy.write_text(path.read_text(encoding="utf-8").replace('policy = "room"', 'policy = "light"'), "utf-8")
        return load_assessment(copy)

    return load


class Drawn:
    """A table that was read: how many people are in it, and how many gave each answer."""

    def __init__(self, about: Assessment, content: bytes, said: dict[str, Any] | None = None, **how: Any) -> None:
        session = TableSession({"t": (about, None)})  # type: ignore[arg-type]
        self.found = session.read("t", content, how.pop("headings", None))
        chosen = {key: {**columns, **(said or {})} for key, columns in self.found["columns"].items()}
        self.words = [check["words"] for check in session.check(chosen).values()]
        release = session.reveal(chosen, **how)
        self.people = release.n
        self.counts = {
            f"{SHORT.get(table.variable, table.part)} {option}".removesuffix(" chosen"): number
            for table in release.tables
            for option, number in zip(table.options, table.low, strict=True)
            if number and option not in LEFT_OUT
        }


SAID = {
    "by-bars": {"Tea": 9, "Water": 9},
    "by-lines": {"Tea": 9, "Water": 9},
    "choice-equals": {"Tea": 9, "Water": 9},
    "coded-option-headings": {"Tea": 9},
    "ja-nein": {"Tea": 5, "Water": 4},
    "labels-with-codes": {"walk often": 3, "walk rarely": 3, "walk always": 3, "best Tea": 6, "best Water": 3},
    "na-in-one-column": {"walk often": 8, "best Tea": 8},
    "numbered-option-headings": {"Tea": 9},
    "other-text": {"Tea": 8, "Water": 7, "best Tea": 8, "best Water": 1},
    "round-marks": {"times 3-4 times": 4, "times 1-2 times": 2, "times I don't know": 3},
    "sep-line": {"walk often": 9, "best Tea": 9},
    "three-heading-rows": {"walk often": 9, "best Tea": 9},
    "together-and-apart": {"Tea": 5, "Water": 9},
    "two-heading-rows": {"walk often": 9, "Tea": 6, "Water": 9},
    "two-heading-rows-mended": {"walk often": 9, "Tea": 6, "Water": 9},
    "who": {"walk often": 9},
}
BY_HAND = {"blank-rows", "no-answer-words"}


def answered_to(case: str) -> Path:
    own = CASES / f"{case}.toml"
    return own if own.exists() else TABLES / "drinks.toml"


@pytest.mark.parametrize("case", SAID)
def test_a_case_gives_its_right_values_without_a_hand_laid_on_it(case: str, exact: Any) -> None:
    drawn = Drawn(exact(answered_to(case)), (CASES / f"{case}.csv").read_bytes())
    assert (drawn.people, drawn.counts) == (9, SAID[case])


def test_every_case_is_tried() -> None:
    assert {path.stem for path in CASES.glob("*.csv")} == {*SAID, *BY_HAND}


@pytest.mark.skipif(not SHARED.exists(), reason="the cases came from beside the checkout")
def test_the_cases_are_those_that_were_handed_over() -> None:
    for path in [*SHARED.glob("*.csv"), *SHARED.glob("*.toml")]:
        assert (CASES / path.name).read_bytes() == path.read_bytes(), path.name


def test_empty_rows_are_nobody_until_somebody_says_that_they_are_people(exact: Any) -> None:
    about, content = exact(TABLES / "drinks.toml"), (CASES / "blank-rows.csv").read_bytes()
    session = TableSession({"t": (about, None)})  # type: ignore[arg-type]
    found = session.read("t", content)
    assert (found["rows"], found["empty"]) == (3, 6)
    with pytest.raises(Exception, match=r"^The table has 3 rows, one a person, and this picture needs 5 "):
        session.reveal(found["columns"])
    assert Drawn(about, content, empty=True).people == 9


def test_words_for_no_answer_are_a_skip_once_somebody_says_so(exact: Any) -> None:
    about, content = exact(TABLES / "drinks.toml"), (CASES / "no-answer-words.csv").read_bytes()
    with pytest.raises(ImportingError, match=r"in rows 8 and 9 \(headings not counted\)"):
        Drawn(about, content)
    drawn = Drawn(about, content, {"noAnswer": True})
    assert (drawn.people, drawn.counts) == (9, {"walk often": 7, "best Tea": 7})


def test_every_column_that_holds_no_question_may_tell_who_is_who(exact: Any) -> None:
    drawn = Drawn(exact(TABLES / "drinks.toml"), (CASES / "who.csv").read_bytes())
    assert drawn.found["identifying"] == [*range(15)]


# --- more of each kind -------------------------------------------------------------------------------------------

W, F, C, R, P = (
    "I go for a walk after work.", "Which drink do you like best?", "Which drinks are in your cupboard?",
    "Put the drinks in order, the best one first.", "Share out 20 points over the drinks.",
)  # fmt: skip


def rows(heading: str, *people: str) -> str:
    """A file in which each of some rows is there three times."""
    return "\n".join([heading, *[person for person in people for _ in range(3)], ""])


MORE: dict[str, list[tuple[str, dict[str, int]]]] = {
    "several rows of headings": [
        (rows(f"a,b\n{W},{F}", "often,Tea", "never,Water"),
         {"walk never": 3, "walk often": 3, "best Tea": 3, "best Water": 3}),
        (rows(f'ResponseId,after-work\nResponse ID,{W}\n"{{""ImportId"":""_recordId""}}","{{""ImportId"":""QID1""}}"',
              "R_1,4", "R_2,1"), {"walk often": 3, "walk never": 3}),
        (rows(f'{C},,\nTea,"Coffee, black",Water', "Tea,,Water", ",,Water"), {"Tea": 3, "Water": 6}),
        (rows(f"id,{W},{C},,\n,Response,Tea,\"Coffee, black\",Water", "1,often,1,0,0", "2,never,0,0,1"),
         {"walk never": 3, "walk often": 3, "Tea": 3, "Water": 3}),
        (rows(f"id,{W},{F}\n,Response,Response\n,,", "1,often,Tea", "2,never,Tea"),
         {"walk never": 3, "walk often": 3, "best Tea": 6}),
    ],
    "a column for each option": [
        (rows(f"About you / {C} / Tea,About you / {C} / Water", "1,0", "1,1"), {"Tea": 6, "Water": 3}),
        (rows("Q3 - cupboard: Tea,Q3 - cupboard: Water", "x,", ",x"), {"Tea": 3, "Water": 3}),
        (rows("q1_cupboard,cupboard_1,cupboard_2,cupboard_3", "?,1,0,0", "?,0,0,1"), {"Tea": 3, "Water": 3}),
        (rows('id,Tea,"Coffee, black",Water,Other', "a,Tea,,,", "b,,,Water,cocoa"), {"Tea": 3, "Water": 3}),
        (rows(f"section|{C} > Tea,section|{C} > Water", "TRUE,FALSE", "TRUE,TRUE"), {"Tea": 6, "Water": 3}),
    ],
    "options in one cell": [
        (rows(C, '"Tea, Coffee, black, Water"', '"Coffee, black"'), {"Tea": 3, "Coffee, black": 6, "Water": 3}),
        (rows(C, " / Tea / Water", " / Water"), {"Tea": 3, "Water": 6}),
        (rows(C, "tea tap-water", "tea"), {"Tea": 6, "Water": 3}),
        (rows(C, '"Tea\r\nCoffee, black"', "Tea"), {"Tea": 6, "Coffee, black": 3}),
        (rows(C, '"Coffee, black;Water;"', '"TEA ; water"'), {"Tea": 3, "Coffee, black": 3, "Water": 6}),
    ],
    "labels with codes": [
        (rows(W, "(4) often", "often (4)"), {"walk often": 6}),
        (rows(W, "4=often", "1: never"), {"walk often": 3, "walk never": 3}),
        (rows(F, "A1 - Tea", "[A2] Coffee, black".join('""')), {"best Tea": 3, "best Coffee, black": 3}),
        (rows(F, "b) Tea", "Water - 3"), {"best Tea": 3, "best Water": 3}),
        (rows(C, "1. Tea;3. Water", "3. Water"), {"Tea": 3, "Water": 6}),
    ],
    "typographic variants": [
        (rows(W, "ＯＦＴＥＮ", "often\u00a0"), {"walk often": 6}),
        (rows(F, '"Coffee,\u2009black"', "Te\u00ada"), {"best Coffee, black": 3, "best Tea": 3}),
        (rows(f"\u201c{F}\u201d", "\u200bTea", "WATER"), {"best Tea": 3, "best Water": 3}),
        (rows("I go for a walk after\u00a0work", "Often", " always "), {"walk often": 3, "walk always": 3}),
        (rows("Which drink do you like best\uff1f", "tea", "water"), {"best Tea": 3, "best Water": 3}),
    ],
    "the separator said first": [
        (f"sep=;\r\n{rows(f'{W};{F}', 'often;Tea', 'often;Water')}",
         {"walk often": 6, "best Tea": 3, "best Water": 3}),
        (f"sep=,\n{rows(W, 'often', 'never')}", {"walk often": 3, "walk never": 3}),
        (f"\ufeffSEP=;\n{rows(f'{W};b', 'often;x,y', 'often;z')}", {"walk often": 6}),
        (f'"sep=|"\n{rows(f"{W}|{F}", "often|Tea", "often|Tea")}', {"walk often": 6, "best Tea": 6}),
        (f"sep=\t\n{rows(f'{W}{chr(9)}{F}', f'often{chr(9)}Tea', f'never{chr(9)}')}",
         {"walk often": 3, "walk never": 3, "best Tea": 3}),
    ],
    "rows of nobody": [
        (rows(f"{W},{F}", "often,Tea", ",", "often,Tea", " , "), {"walk often": 6, "best Tea": 6}),
        (rows(f"{W},{F}", ",", "often,Tea", "often,Water"), {"walk often": 6, "best Tea": 3, "best Water": 3}),
        (rows(f"{W},{F}", "often,Tea", "never,", '"",""'), {"walk often": 3, "walk never": 3, "best Tea": 3}),
        (rows(f"{W},,", "often,,", "never,,", ",,"), {"walk often": 3, "walk never": 3}),
        (rows(f"{W};{F}", "often;Tea", "often;Tea", "\u00a0;"), {"walk often": 6, "best Tea": 6}),
    ],
    "what programs write for nothing": [
        (rows(f"{W},{F}", "often,Tea", "N/A,n/a"), {"walk often": 3, "best Tea": 3}),
        (rows(f"{W},{F}", "often,NA", "NaN,Tea"), {"walk often": 3, "best Tea": 3}),
        (rows(f"{W},{F}", "#N/A,Tea", "often,NULL"), {"walk often": 3, "best Tea": 3}),
        (rows(f"{C} [Tea],{C} [Water]", "N/A,N/A", "Yes,No"), {"Tea": 3}),
        (rows(f"{F},{C}", "Skipped,Tea", "Tea,(blank)"), {"best Tea": 3, "Tea": 3}),
    ],
    "yes and no": [
        (rows(f"{C} [Tea],{C} [Water]", "Oui,Non", "Oui,Oui"), {"Tea": 6, "Water": 3}),
        (rows(f"{C} [Tea],{C} [Water]", "Sí,No", "no,sí"), {"Tea": 3, "Water": 3}),
        (rows(f"{C} [Tea],{C} [Water]", "WAHR,FALSCH", "FALSCH,WAHR"), {"Tea": 3, "Water": 3}),
        (rows(f"{C} [Tea],{C} [Water]", "はい,いいえ", "はい,はい"), {"Tea": 6, "Water": 3}),
        (rows(f"{C} [Tea],{C} [Water]", "Tak,Nie", "Nie,Tak"), {"Tea": 3, "Water": 3}),
    ],
    "words of somebody's own": [
        (f"{C}\nTea\nTea\nTea\nWater\nWater\ncocoa\n", {"Tea": 3, "Water": 2}),
        (f'{C}\nTea\nTea\nTea\nTea\n"Tea, oat milk"\n"Coffee, black, mate"\n', {"Tea": 5, "Coffee, black": 1}),
        (rows(f"{C} [Tea],{C} [Water],{C} [Other]", "Yes,No,", "No,No,cocoa"), {"Tea": 3}),
        (rows("cupboard_tea,cupboard_tap_water,cupboard_other", "1,,", ",,juice"), {"Tea": 3}),
        (rows(f"id,{C},,,\n,Tea,\"Coffee, black\",Water,Other (please specify)", "1,Tea,,,", "2,,,Water,milk"),
         {"Tea": 3, "Water": 3}),
    ],
    "an order and points": [
        (rows(f'"{R} [Tea]","{R} [Coffee, black]","{R} [Water]"', "1st,2nd,3rd", "3,1,2"),
         {"first Tea": 3, "first Coffee, black": 3}),
        (rows("order_1,order_2,order_3", "Water,Tea,coffee", "tea,Water,coffee"),
         {"first Water": 3, "first Tea": 3}),
        (rows(f'"{R}"', '"Water;Tea;Coffee, black"', '"Tea, Water, Coffee, black"'),
         {"first Water": 3, "first Tea": 3}),
        (rows(f"{P},,\nTea,\"Coffee, black\",Water", "20,0,0", "5,5,10"), {"points Tea": 3, "points Water": 3}),
        (rows("budget_1,budget_2,budget_3", "20,,", "0,20,0"), {"points Tea": 3, "points Coffee, black": 3}),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("content", "counts"),
    [pytest.param(*case, id=f"{kind}, {number}") for kind, some in MORE.items() for number, case in enumerate(some)],
)
def test_an_export_of_each_kind_is_read_to_its_right_values(content: str, counts: dict[str, int], exact: Any) -> None:
    drawn = Drawn(exact(TABLES / "drinks.toml"), content.encode())
    assert (drawn.counts, drawn.people) == (counts, 6)


def test_there_are_five_more_of_each_kind() -> None:
    assert {kind: len(some) for kind, some in MORE.items()} == dict.fromkeys(MORE, 5)
