"""The pooling engine attacked: what is carried out of it, as CSV for a spreadsheet or as a code on a slip."""

import csv
import io

import bad_engines as bad
from attacks import MANY, bites
from hypothesis import example, given, settings
from hypothesis import strategies as st

from workshop_helpers.errors import SlipError
from workshop_helpers.pooling.contribution import Contribution, agreed_policy
from workshop_helpers.pooling.release import Release, Table
from workshop_helpers.pooling.slips import ALPHABET
from workshop_helpers.pooling.variables import variables

# --- I22: no cell of an export is a formula --------------------------------------------------------

FORMULA = "=+-@\t\r\n\0＝＋－＠"
labels = st.text(
    st.sampled_from(FORMULA + " \u00a0\ufeff\u200b\u2060\"',;|a1") | st.characters(codec="utf-8"), max_size=8
)


def with_label(kind: type[Release], label: str) -> Release:
    table = Table("q", "q", label, label, label, "nominal", (label, "skipped"), (0, 0), (8, 3), 8)
    return kind("small", "A small one", "room", "steps", 8, "a room", (table,))


def attack_i22(kind: type[Release]) -> None:
    @settings(max_examples=300)
    @given(labels)
    @example("=1+1")
    @example("\u00a0\ufeff\u200b=1+1")
    @example("one\rtwo")
    def no_cell_is_a_formula(label: str) -> None:
        rows = list(csv.reader(io.StringIO(with_label(kind, label).to_csv(), newline="")))
        cells = {cell for row in rows for cell in row}
        assert {label, f"'{label}"} & cells
        assert not [cell for cell in cells if cell.lstrip(" \u00a0\ufeff\u200b")[:1] in tuple(FORMULA)]

    no_cell_is_a_formula()


def test_i22_no_cell_is_a_formula() -> None:
    attack_i22(Release)


def test_i22_bites() -> None:
    bites(attack_i22, bad.UnescapedCsv)


# --- I23: share codes ------------------------------------------------------------------------------


def attack_i23(slips: type[bad.Slips]) -> None:
    places = st.lists(st.integers(0, 5), min_size=8, max_size=8)

    def refused(code: str, session: str = "river") -> bool:
        try:
            slips.decode(code, MANY, session)
        except SlipError:
            return True
        return False

    @settings(max_examples=10)
    @given(places, st.text("abcdefg 7", min_size=1))
    def codes_are_read_back_and_slips_of_the_pen_are_not(row: list[int], session: str) -> None:
        one = Contribution(MANY, variables(MANY), bytes(row), agreed_policy(MANY))
        code = slips.encode(one, session)
        assert bytes(slips.decode(code, MANY, session)) == bytes(row)
        untidy = code.lower().replace("-", " – ").replace("0", "o").replace("1", "l")
        assert bytes(slips.decode(untidy, MANY, f" {session.upper()} ")) == bytes(row)
        assert code != slips.encode(one, session)

        letters = code.replace("-", "")
        wrong = [
            letters[:i] + other + letters[i + 1 :]
            for i, now in enumerate(letters)
            for other in ALPHABET
            if other != now
        ]
        wrong += [
            letters[:i] + letters[i + 1] + letters[i] + letters[i + 2 :]
            for i in range(len(letters) - 1)
            if letters[i] != letters[i + 1]
        ]
        wrong += [letters[:i] for i in range(len(letters))] + [letters + "0", "0" + letters]
        assert all(refused(code, session) for code in wrong)
        assert refused(code, session + "x")

    codes_are_read_back_and_slips_of_the_pen_are_not()

    length = len(
        slips.encode(Contribution(MANY, variables(MANY), bytes(8), agreed_policy(MANY)), "river").replace("-", "")
    )

    @settings(max_examples=500)
    @given(st.text(ALPHABET, min_size=length, max_size=length))
    def random_codes_are_refused(code: str) -> None:
        assert refused(code)

    random_codes_are_refused()


def test_i23_share_codes_are_forgiving_of_hands_and_not_of_mistakes() -> None:
    attack_i23(bad.Slips)


def test_i23_bites() -> None:
    bites(attack_i23, bad.SlipsWithoutCheck, bad.SlipsWithoutChance, bad.SlipsForAnySession)
