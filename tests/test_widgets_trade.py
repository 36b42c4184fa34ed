"""The kernel side of a trade: lists come in one message, a deal goes back, and nothing of them stays."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from listening import said_by

from workshop_helpers import made_up
from workshop_helpers.content.loading import load_workshop
from workshop_helpers.figures.deal import deal_alt_text
from workshop_helpers.formats.points import with_points
from workshop_helpers.pictures import deal_pictures
from workshop_helpers.widgets.trade.widget import TradeForm

TABLE = load_workshop().assessment("points-on-the-table")
(QUESTION,) = with_points(TABLE.questions())
ISSUES = list(QUESTION.options)


def points(*numbers: int) -> dict[str, int]:
    return dict(zip(ISSUES, numbers, strict=True))


class Computer:
    """The form, and what it said."""

    def __init__(self, *invented: int) -> None:
        self.form = TradeForm(QUESTION, points(*(invented or (25, 25, 25, 25))))
        self.heard = said_by(self.form)

    def say(self, **message: Any) -> dict[str, Any]:
        self.form._handle_custom_msg(message, [])
        return self.heard[-1]


def test_it_prints_one_constant_word_and_its_state_holds_issues_and_total_only() -> None:
    computer = Computer()
    before = computer.form.get_state()
    computer.say(type="settle", first=points(70, 10, 10, 10), second=points(10, 70, 10, 10))
    assert repr(computer.form) == "<trading>"
    assert computer.form.get_state() == before
    assert computer.form.spec == {"issues": dict(QUESTION.options), "total": 100}


def test_the_reply_says_who_gets_what_and_holds_no_list() -> None:
    first, second = points(53, 17, 11, 19), points(13, 17, 47, 23)
    reply = Computer().say(type="settle", first=first, second=second)
    assert reply == {
        "type": "deal",
        "rows": [
            ["quiet after ten on weeknights", "to the first person"],
            ["heating that stays low", "split in half"],
            ["friends who may stay the weekend", "to the second person"],
            ["turns with cleaning the bathroom", "to the second person"],
        ],
        "note": "Both get at least half. The numbers know nothing of feelings, or of whether the lists were honest.",
        **deal_pictures((Fraction(123, 2), Fraction(157, 2)), 100),
    }


def test_who_is_alone_trades_with_the_invented_person() -> None:
    computer = Computer(0, 0, 0, 100)
    reply = computer.say(type="settle", first=points(100, 0, 0, 0))
    assert reply["alt"] == deal_alt_text((Fraction(100), Fraction(100)), 100)


@pytest.mark.parametrize(
    ("second", "note"),
    [
        (
            (40, 30, 20, 10),
            "The same things matter to both, so there is nothing to trade. Fairness has to come some other way.",
        ),
        (
            (0, 33, 33, 34),
            "Together there is more, yet one person ends below half. The best trade is not always a fair one.",
        ),
        (
            (10, 20, 30, 40),
            "Both get at least half. The numbers know nothing of feelings, or of whether the lists were honest.",
        ),
    ],
)
def test_a_note_says_what_the_numbers_leave_open(second: tuple[int, ...], note: str) -> None:
    assert Computer().say(type="settle", first=points(40, 30, 20, 10), second=points(*second))["note"] == note


@pytest.mark.usefixtures("for_people")
@pytest.mark.parametrize(
    ("lists", "reply"),
    [
        (
            {"first": {"quiet": 1.5}, "second": {"quiet": 2}},
            {"type": "problem", "words": "Points are whole numbers from 0 up. Look through the list again."},
        ),
        (
            {"first": points(1, 2, 3, 4), "second": points(1, 2, 3, 5)},
            {
                "type": "problem",
                "words": "Both lists need the same issues and the same number of points. Look through them again.",
            },
        ),
        ({}, {"type": "failed"}),
        ({"first": "all of it"}, {"type": "failed"}),
        ({"first": {"marmalade": 100}, "second": {"marmalade": 100}}, {"type": "failed"}),
    ],
)
def test_lists_that_do_not_fit_are_refused_and_nothing_is_raised_or_logged(
    lists: dict[str, object], reply: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    assert Computer().say(type="settle", **lists) == reply
    assert caplog.records == []


def test_nothing_of_the_lists_stays_in_the_form() -> None:
    computer = Computer()
    before = set(vars(computer.form))
    computer.say(type="settle", first=points(53, 17, 11, 19), second=points(13, 17, 47, 23))
    assert set(vars(computer.form)) == before
    assert computer.form._invented == points(25, 25, 25, 25)


def test_the_invented_person_shares_out_all_points_and_the_same_ones_each_time() -> None:
    invented = made_up.invented_points(TABLE, QUESTION)
    assert list(invented) == ISSUES
    assert sum(invented.values()) == 100
    assert min(invented.values()) >= 0
    assert invented == made_up.invented_points(TABLE, QUESTION)
